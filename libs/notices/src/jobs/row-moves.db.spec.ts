import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf, heldSeats } from '#parties';
import type { Ctx } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, type Who, type World } from '../../../../test/world/world.js';
import { MoveReminderRow } from '../actions/move-reminder-row.js';
import { deskOver, ledger, mailbox, type OpenDesk } from '../desk.contract.js';
import { rowDaysIn } from '../store/row-move.store.js';
import { reminderRowsOf } from '../views/reminder-rows.reader.js';
import { UpdatePartyFacts } from '../../../parties/src/actions/update-party-facts.js';
import { partyKnown } from '../../../parties/src/store/party-facts.store.js';
import { playedCompany } from './played-company.js';
import { playYear } from '../domain/played-year.js';

let world: World;
let open: OpenDesk;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
  open = deskOver(world);
  await open.desk.tick();
}, 60_000);
afterAll(() => world.close());

const id = (who: Who): string => world.people.get(who) ?? '';
async function as(who: Who): Promise<Ctx> {
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, id(who), { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId: id(who), sessionId: null, stepUpAt: world.machine.now() }, seats));
}
const move = async (who: Who, rule: string, days: number | null): Promise<string> => {
  const answer = await new MoveReminderRow(world.app).run(await as(who), { partnershipId: world.partnershipId, rule, days });
  return answer.refused ? answer.code : 'moved';
};
const lines = async (): Promise<string[]> => (await ledger(world, 'PLAN_J-30')).map(({ due_on: on, state }) => `${on} ${state}`);
const rowOf = async (rule: string) => (await world.app.read(await as('ma-coordinator'), (tx) => reminderRowsOf(tx, world.partnershipId))).find((row) => row.rule === rule)!;

describe('a row of the calendar of reminders', () => {
  it('is moved by either coordination, in sight of the other: what is planned follows, and each coordination hears of it', async () => {
    expect(await lines()).toEqual(Array(4).fill('2026-12-01 PLANNED'));
    const before = new Set((await mailbox(world)).map((letter) => letter.message_id));
    expect(await move('ma-coordinator', 'PLAN_J-30', -28)).toBe('moved');
    await open.desk.tick();
    expect(await lines()).toEqual(Array(4).fill('2026-12-03 PLANNED'));
    const told = (await mailbox(world)).filter((letter) => !before.has(letter.message_id)).map(({ to_address: to, subject }) => `${to} ${subject}`);
    expect(told.sort()).toEqual(['coordinator@fr.example Calendrier des rappels\u00a0: J-30 devient J-28', expect.stringMatching(/^coordinator@ma\.example .*J-28/)]);
    expect(await rowOf('PLAN_J-30')).toMatchObject({ row: 'J-28', days: -28, ours: -30, fixed: null, movedBy: expect.any(String) });
    const [line] = (await world.owner.query(`select details->>'row' as row from reminder where rule = 'PLAN_J-30' limit 1`)) as { row: string }[];
    expect(line?.row).toBe('J-28');
  });

  it('plays a year on the days that hold', async () => {
    const days = async (): Promise<string[]> => {
      const company = (await world.app.read(await as('fr-coordinator'), (tx) => playedCompany(tx, world.zones, { partnershipId: world.partnershipId, year: 2027 })))!;
      return [...new Set(playYear(company, 'LATE', world.zones).mails.filter(({ rule }) => rule === 'PLAN_J-30').map(({ leavesAt }) => leavesAt.toISOString().slice(0, 10)))];
    };
    expect(await days()).toEqual(['2027-12-03']);
  });

  it('stays where a text names it, and is nobody else’s to move', async () => {
    const moved = (rule: string) => ({ rule, days: 40, party: 'Tiznit', movedAt: world.legal.now() });
    expect([...rowDaysIn([moved('RENEWAL_E-5M'), moved('MINUTES_P+30')]).keys()]).toEqual(['MINUTES_P+30']);
    expect(await move('fr-coordinator', 'PLAN_J', 2)).toBe('ROW_FIXED');
    expect(await move('fr-coordinator', 'PLAN_J-30', -60)).toBe('ROW_OUT_OF_RANGE');
    expect([await move('fr-president', 'PLAN_J-30', -29), await move('fr-technician', 'PLAN_J-30', -29)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('comes back to ours, the journal keeping both', async () => {
    expect(await move('fr-coordinator', 'PLAN_J-30', null)).toBe('moved');
    await open.plan.run();
    expect(await lines()).toEqual(Array(4).fill('2026-12-01 PLANNED'));
    const [line] = (await world.owner.query(`select details ? 'row' as named from reminder where rule = 'PLAN_J-30' limit 1`)) as { named: boolean }[];
    expect(line?.named).toBe(false);
    const kept = (await world.owner.query(`select count(*)::int as moves from reminder_row_move`)) as { moves: number }[];
    const told = (await world.owner.query(`select count(*)::int as facts from journal where kind = 'ReminderRowMoved'`)) as { facts: number }[];
    expect([kept[0]?.moves, told[0]?.facts]).toEqual([2, 2]);
  });
});

describe('AT-25: a day that one party declares', () => {
  const declare = async (closedDays: string[]): Promise<string> => {
    const { version, facts } = (await world.app.read(await as('ma-coordinator'), (tx) => partyKnown(tx, world.parties.ma)))!;
    const input = { ...facts, partyId: world.parties.ma, expectedVersion: version, networks: [], workWeek: null, workedDays: [], closedDays };
    const answer = await new UpdatePartyFacts(world.app).run(await as('ma-coordinator'), input);
    return answer.refused ? answer.code : 'declared';
  };
  const hours = async (): Promise<string[]> => [...new Set((await ledger(world, 'PLAN_J-3')).map(({ person_id: person, send_at: at }) => `${person === id('ma-president') || person === id('ma-coordinator') ? 'ma' : 'fr'} ${at.toISOString()}`))].sort();

  it('moves what waits for its own people to the working day before, and back when it is no longer declared', async () => {
    const usual = ['fr 2026-12-28T08:00:00.000Z', 'ma 2026-12-28T09:00:00.000Z'];
    expect(await hours()).toEqual(usual);
    expect(await declare(['2026-12-28'])).toBe('declared');
    await open.plan.run();
    expect(await hours()).toEqual([usual[0], 'ma 2026-12-25T09:00:00.000Z']);
    expect(await declare([])).toBe('declared');
    await open.plan.run();
    expect(await hours()).toEqual(usual);
  });
});
