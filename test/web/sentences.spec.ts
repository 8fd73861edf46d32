import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { keysSaidFrom } from '../../apps/web/sentence-keys.js';
import { sayBrought } from '../../apps/web/src/base/brought.js';

const planted: string[] = [];
afterAll(() => planted.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A small web: files by path. */
function web(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-sentences-'));
  planted.push(folder);
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  return join(folder, 'routes/sheet.tsx');
}

const keys = ['sheet.title', 'sheet.state.DRAFT', 'sheet.state.SUBMITTED', 'sheet.hint', 'acts.send', 'acts.keep', 'plan.title'];
const saidBy = (source: string, beside: Readonly<Record<string, string>> = {}): readonly string[] => keysSaidFrom(web({ 'routes/sheet.tsx': source, ...beside }), keys);

describe('what a route brings', () => {
  it('every key its sources write: called, in a list, in a template, chosen, in what they import', () => {
    const part = `import type { Other } from './other.tsx'; const sent = { a: 'acts.send' } as const; export const Part = () => <b>{say(sent.a)}</b>;`;
    const source = `import { Part } from '../features/part.tsx'; export const Page = () => <Part name={say(x ? 'sheet.title' : 'sheet.hint')} state={say(\`sheet.state.\${state}\`)} />;`;
    expect(saidBy(source, { 'features/part.tsx': part, 'features/other.tsx': `say('plan.title')` })).toEqual(['sheet.title', 'sheet.state.DRAFT', 'sheet.state.SUBMITTED', 'sheet.hint', 'acts.send']);
  });

  it('what a lazy import brings, and what a server-only part sends as a key', () => {
    expect(saidBy(`const late = () => import('./late.tsx'); export const action = () => ({ saying: 'acts.keep' });`, { 'routes/late.tsx': `say('plan.title')` })).toEqual(['acts.keep', 'plan.title']);
  });

  it.each([
    ['cast from data', 'say(code as PhraseKey)'],
    ['cast from data, kept first', 'const key = data.key as PhraseKey;'],
    ['made of parts', 'say(`${room}.title`)'],
    ['made of parts, when chosen', 'say(x ? `${room}.title` : "sheet.title")'],
    ['half written', 'say(x ? (`${room}.title` as PhraseKey) : "sheet.title")'],
  ])('a key that nobody can follow stops the build: %s', (_name, source) => {
    expect(() => saidBy(source)).toThrow('a sentence’s key is written where it is said, room first');
  });
});

describe('on the server', () => {
  const say = sayBrought({ routes: ['root', 'routes/sheet'], keys: { root: ['web.name'], 'routes/sheet': ['webProgramme.sheet.title'], 'routes/plan': ['webProgramme.board.title'] } }, (key: string) => `« ${key} »`);
  it('a page says what its routes bring', () => {
    expect(say('web.name')).toBe('« web.name »');
  });

  it('and fails on what another brings, before any browser does', () => {
    expect(() => say('webProgramme.board.title', { year: '2027' })).toThrow('no sentence for webProgramme.board.title in root, routes/sheet');
  });
});
