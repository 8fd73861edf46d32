import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readSettings } from '#platform';
import { memberOf } from '../../apps/api/src/demo/company.js';
import { openDemoHouse, type DemoHouse } from '../world/demo-house.js';

const readme = readFileSync('README.md', 'utf8');
const block = /<!-- curl -->\n```bash\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? '';

let demo: DemoHouse | undefined;
afterEach(async () => {
  await demo?.close();
  demo = undefined;
});

/** Plays a text in bash as a reader would paste it, against a demo of its own; answers each JSON line it printed. */
async function play(text: string): Promise<{ code: number | null; answers: { data?: Record<string, { state?: string; code?: string; version?: number; executorySentence?: string }> }[] }> {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  const child = spawn('bash', ['-eu', '-c', text.replace('http://localhost:3000', demo.url)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((settle) => child.once('close', settle));
  return { code, answers: said.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { data?: never }) };
}

const statesOf = ({ answers }: Awaited<ReturnType<typeof play>>) => answers.map(({ data = {} }) => Object.entries(data).map(([name, { state, code }]) => `${name} ${code ?? state}`).join());

describe('the README’s curl block', () => {
  it('takes a PV from draft to executory', async () => {
    const played = await play(block);
    expect(statesOf(played)).toEqual(['editMinutes DRAFT', 'reviewMinutes REVIEW', 'finaliseMinutes FINAL', 'signMinutes PARTIALLY_SIGNED', 'signMinutes EXECUTORY']);
    expect(played.code).toBe(0);
    // The president reads Arabic, and so does his client.
    expect(played.answers.at(-1)?.data?.['signMinutes']).toMatchObject({ version: 2, executorySentence: expect.stringContaining('قابل للتنفيذ') });
    const { viewer } = await (await demo!.as('maire')).ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
    const { minutesList } = await (await demo!.as('maire')).ask<{ minutesList: { state: string }[] }>('query($id: ID!) { minutesList(partnershipId: $id) { state } }', { id: viewer.seats[0]!.partnership.id });
    expect(minutesList.map(({ state }) => state)).toEqual(['EXECUTORY', 'EXECUTORY']);
  }, 60_000);

  it('does not without the mayor, nor with another hash', async () => {
    const alone = await play(block.replace(/^demander maire.*$/m, ''));
    expect(statesOf(alone).at(-1)).toBe('signMinutes PARTIALLY_SIGNED');
    await demo?.close();
    const astray = await play(block.replaceAll('contentHash: \\\\\\"$H', 'contentHash: \\\\\\"0$H'));
    expect(statesOf(astray).slice(-2)).toEqual(['signMinutes SIGNED_TEXT_CHANGED', 'signMinutes SIGNED_TEXT_CHANGED']);
  }, 120_000);
});

describe('the README', () => {
  it('lists every setting the house reads, and no other', () => {
    const asked = new Set<string>();
    readSettings(new Proxy({}, { get: (_env, name) => void asked.add(String(name)) }));
    const listed = [...readme.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) => names.match(/[A-Z_]+/g) ?? []);
    expect(listed.sort()).toEqual([...asked].filter((name) => name !== 'ROLE').sort());
  });

  it('leads to personas, scripts and pages that exist', () => {
    const personas = [...readme.matchAll(/`\/demo\/([a-z-]+)`/g)].map(([, key]) => key);
    expect(personas.length).toBeGreaterThanOrEqual(6);
    expect(personas.filter((key) => !memberOf(key ?? ''))).toEqual([]);
    const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts);
    for (const [, name] of readme.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toContain(name);
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const path of links) expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
  });
});

describe('docs/demo.md', () => {
  it('tells the anchor days as the demo’s own test plays them', () => {
    const played = [...readFileSync('apps/api/src/demo/anchor-days.db.spec.ts', 'utf8').matchAll(/clock: '([^']+)', plan: (\d+), daysLeft: (-?\d+)/g)].map(([, clock = '', plan, left]) => [clock.replace('T', ' '), plan, left]);
    const rows = readFileSync('docs/demo.md', 'utf8').split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const told = rows.flatMap(([, day = '', plan, left = '']) => {
      const instant = /\d{4}-\d\d-\d\d \d\d:\d\d/.exec(day)?.[0];
      return instant ? [[instant, plan, /^-?\d+/.exec(left.replace('−', '-'))?.[0]]] : [];
    });
    expect(told).toHaveLength(5);
    expect(told).toEqual(played);
  });
});
