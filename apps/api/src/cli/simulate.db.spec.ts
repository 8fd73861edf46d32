import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDemoHouse, type DemoHouse } from '../../../../test/world/demo-house.js';
import type { CommandLine } from './command.js';
import { simulateCommand } from './simulate.command.js';

interface Played {
  readonly problem?: string;
  readonly mails: readonly { readonly day: string; readonly to: string; readonly rule: string; readonly row: string | null }[];
  readonly people: readonly { readonly person: string; readonly count: number; readonly ceiling: number | null }[];
}

let house: DemoHouse;
beforeAll(async () => (house = await openDemoHouse({ clock: '2026-11-23T10:00' })), 120_000);
afterAll(() => house.close());

async function simulate(...words: string[]): Promise<{ code: number; said: string; played: Played }> {
  const heard: { said: string; played: unknown } = { said: '', played: null };
  const line: CommandLine = {
    words, json: false,
    settings: {} as CommandLine['settings'],
    databases: async () => ({ ...house.database, embedded: false, stop: async () => undefined }),
    say: (sentence) => void (heard.said += `${sentence}\n`),
    result: (value) => void (heard.played = value),
  };
  const code = await simulateCommand.run(line);
  return { code, said: heard.said, played: heard.played as Played };
}

/** Everything that a reminder would leave behind. */
async function kept(): Promise<string> {
  const client = new pg.Client({ connectionString: house.database.superuser });
  await client.connect();
  const { rows } = await client.query<{ kept: string }>(`select concat_ws(' ', (select count(*) from reminder), (select max(planned_at) from reminder), (select count(*) from mailbox_message), (select count(*) from journal), (select count(*) from outbox)) as kept`);
  await client.end();
  return rows[0]!.kept;
}

describe('passerelle simulate', () => {
  it('plays a year of a partnership of this instance: every mail with its day, its reader and its row, counted per person; nothing leaves, nothing is written', async () => {
    const before = await kept();
    const { code, said, played } = await simulate('2027', 'Tiznit');
    expect(code).toBe(0);
    expect(said).toContain('Rien ne part, rien n’est écrit.');
    expect(played.mails.length).toBeGreaterThan(50);
    const days = played.mails.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day.startsWith('2027-'))).toBe(true);
    for (const { person, count } of played.people) expect([person, played.mails.filter(({ to }) => to === person).length]).toEqual([person, count]);
    expect(played.people.filter(({ count, ceiling }) => ceiling !== null && count > ceiling)).toEqual([]);
    expect(new Set(played.people.flatMap(({ ceiling }) => ceiling ?? []))).toEqual(new Set([12, 15, 60]));
    expect(said).toMatch(/\(au plus 12 dans une année à temps\)/);
    expect(await kept()).toBe(before);
  }, 60_000);

  it('played late, it counts more, and its ceilings are of a year on time', async () => {
    const [onTime, late] = [await simulate('2027', 'Tiznit'), await simulate('2027', 'Tiznit', '--late')];
    expect(late.code).toBe(0);
    expect(late.played.mails.length).toBeGreaterThan(onTime.played.mails.length);
    expect(late.said).toContain('tout est en retard');
  }, 60_000);

  it('of an instance with several partnerships asks which, and plays two towns in general meanwhile', async () => {
    const { code, said, played } = await simulate('2027');
    expect([code, played.people.length > 0]).toEqual([0, true]);
    expect(said).toContain('deux communes types');
    expect(said).toContain('Pour un partenariat de cette instance');
    expect(await simulate('2027', 'Nulle part')).toMatchObject({ code: 2, played: { problem: 'WHICH_PARTNERSHIP' } });
  }, 60_000);

  it('refuses what is no year it can play', async () => {
    for (const word of ['', '2019', '20x7']) expect(await simulate(word)).toMatchObject({ code: 2, played: null });
  });
});
