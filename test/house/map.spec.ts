import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repository } from './planted.js';

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string };
  readonly to: { readonly path?: string };
}

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** Floors as a drawing tells them: « floor 5  libs/deliberation  … ». */
const drawn = (map: string): Map<string, number> =>
  new Map([...map.matchAll(/^floor (\d+) +libs\/(\w+)/gm)].map(([, floor, room]) => [room!, Number(floor)]));

/** What the rules let pass: `from > to` for each pair of rooms. */
function arrowsAllowed(rooms: readonly string[]): string[] {
  const { forbidden } = createRequire(join(repository, 'package.json'))('./.dependency-cruiser.cjs') as { forbidden: Rule[] };
  const floors = forbidden.filter(({ name }) => name.startsWith('floors-'));
  const refusedBy = (from: string, to: string) => floors.some((rule) => new RegExp(rule.from.path!).test(`libs/${from}/src/index.ts`) && new RegExp(rule.to.path!).test(`libs/${to}/src/index.ts`));
  return rooms.flatMap((from) => rooms.filter((to) => from !== to && !refusedBy(from, to)).map((to) => `${from} > ${to}`)).sort();
}

const arrowsDrawn = (floors: ReadonlyMap<string, number>): string[] =>
  [...floors].flatMap(([from, high]) => [...floors].filter(([, low]) => low < high).map(([to]) => `${from} > ${to}`)).sort();

/** Links of a paper that lead nowhere in the repository. */
const deadLinks = (paper: string): string[] =>
  [...read(paper).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => join(dirname(paper), link!)).filter((path) => !existsSync(join(repository, path)));

describe('docs/map.md', () => {
  const floors = drawn(read('docs/map.md'));

  it('draws every room, and no other', () => {
    expect([...floors.keys()].sort()).toEqual(readdirSync(join(repository, 'libs')).sort());
  });

  it('draws the arrows that the rules let pass', () => {
    expect(arrowsAllowed([...floors.keys()])).toEqual(arrowsDrawn(floors));
  });

  it('would be seen to lie', () => {
    const moved = drawn(read('docs/map.md').replace('floor 5  libs/deliberation', 'floor 7  libs/deliberation'));
    expect(arrowsAllowed([...moved.keys()])).not.toEqual(arrowsDrawn(moved));
  });
});

describe('papers', () => {
  const rooms = readdirSync(join(repository, 'libs')).map((room) => `libs/${room}/README.md`);
  const papers = [...rooms, ...readdirSync(join(repository, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

  it.each(papers)('%s leads somewhere by each of its links', (paper) => {
    expect(deadLinks(paper)).toEqual([]);
  });
});
