import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPlayed, type Ground } from './ground.js';
import { builtPages, observePage, pageLine, pagesOf, secretsIn, unknownPages, visitors, type Secrets, type SeenPage } from './pages.js';
import { departures, linesIn } from './matrix.js';
import { Snapshot } from './snapshot.js';
import type { Things } from './story.js';

const page = join(process.cwd(), 'docs/access-pages.md');
const words = `# Who is answered what by each page
Every address of the web, asked by one persona of each class on a real instance, not a demonstration: the status, and where it leads. \`test/access/pages.db.spec.ts\` compares
this page with what it observes; a new page without a line here fails. To review a change: \`ACCESS_MATRIX=write\` before the test writes the page; read the diff, then commit it.
Whoever stands outside the partnership is told no id and no name of it, in the page nor in its data. Pages of public texts are the same for everybody.

| page | ${visitors.join(' | ')} |
|---|${visitors.map(() => '---').join('|')}|
`;

let ground: Ground;
let snapshot: Snapshot;
let things: Things;
let secrets: Secrets;
const observed: SeenPage[] = [];
beforeAll(async () => {
  ({ ground, things } = await openPlayed({ web: true }));
  ground.house.app.useLogger(false);
  snapshot = await Snapshot.keep(ground.database.superuser);
  const open = (await (await ground.as('nobody').get('/public/record.json')).text()) + (await (await ground.as('nobody').get(`/public/minutes/${things.minutes.executory}`)).text());
  const ids = [...(await snapshot.idsOf(ground.partnershipId))].filter((id) => !open.includes(id));
  secrets = { ids: new Set(ids), words: /Person (own|other)-|Lina Morel|lina@access\.example/ };
}, 300_000);
afterAll(async () => {
  await snapshot?.close();
  await ground?.close();
});

const outside = visitors.filter((who) => !who.startsWith('own-'));

describe('each page', () => {
  it('is answered as it was reviewed', async () => {
    const pages = await builtPages(join(process.cwd(), 'dist/web'));
    expect(unknownPages(pages)).toEqual([]);
    for (const one of pages) observed.push(await observePage(ground, one, { aim: { partnershipId: ground.partnershipId, parties: ground.parties, things }, secrets }));
    const lines = observed.map(pageLine).sort();
    if (process.env['ACCESS_MATRIX'] === 'write') writeFileSync(page, `${words}${lines.join('\n')}\n`);
    expect(departures(existsSync(page) ? linesIn(readFileSync(page, 'utf8')) : [], lines)).toEqual([]);
    expect(lines.length).toBeGreaterThan(40);
  }, 120_000);

  it('tells nobody outside the partnership an id or a name of it, and fails for nobody', () => {
    expect(secrets.ids.size).toBeGreaterThan(100);
    expect(observed.flatMap(({ told }) => told)).toEqual([]);
  });

  it('answers an ended session as nobody, and a member where a stranger finds nothing', () => {
    expect(observed.filter(({ cells }) => cells.nobody !== cells['revoked-C']).map(pageLine)).toEqual([]);
    const own = observed.filter(({ page: asked }) => /^\/(minutes|meetings|sheets)\/:\w+$/.test(asked));
    expect(own.map(({ cells }) => [cells['own-C'], ...outside.map((who) => cells[who])])).toEqual(own.map(() => ['200', '303 /sign-in', '404', '303 /sign-in']));
    expect(own).toHaveLength(3);
  });

  it('serves the explorer of the API to whoever is signed in only', async () => {
    const statuses = await Promise.all(visitors.map(async (who) => (await ground.as(who).get('/graphiql')).status));
    expect(statuses).toEqual([404, 200, 200, 200, 404]);
  });
});

describe('the checker of pages', () => {
  it('planted: a new page is not reviewed; one that names a thing must say which', () => {
    const pages = pagesOf({ root: { id: 'root' }, a: { id: 'a', parentId: 'root', path: 'secrets' }, b: { id: 'b', parentId: 'a', path: ':id' } });
    expect(pages).toEqual(['/secrets', '/secrets/:id']);
    expect(unknownPages(pages)).toEqual(['/secrets/:id']);
    expect(departures([], ['| GET /secrets | 200 | 200 | 200 | 200 | 200 |']).join()).toContain('not reviewed');
  });

  it('planted: an id, a name, in what a stranger is told', () => {
    const [id = ''] = secrets.ids;
    expect(secretsIn(`<a href="/x/${id}">`, '', secrets)).toEqual([id]);
    expect(secretsIn(`<a href="/x/${id}">`, `/x/${id}`, secrets)).toEqual([]);
    expect(secretsIn('<bdi>Person own-P</bdi>', '', secrets)).not.toEqual([]);
  });

  it('planted: a member’s own page, taken for a stranger’s, is full of secrets', async () => {
    const text = await (await ground.as('own-C').get('/people')).text();
    expect(secretsIn(text, '', secrets).length).toBeGreaterThan(5);
  });
});
