import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { isMailRhythm } from '#identity';
import { workerCtx } from '#platform';
import { AnsweringMailer, at, deskOver, ledger } from '../../libs/notices/src/desk.contract.js';
import { debtsOf } from '../../libs/notices/src/jobs/debts.js';
import { crowdOf } from '../../libs/notices/src/jobs/recipients.js';
import { adoptPlan, askSignatures, convene, finalMinutes, moveMeeting, scheduleMeeting, sign, succeed } from '../world/committee-rows.js';
import { openWorld, type Who, type World } from '../world/world.js';
import { LedgerInMemory, type Around, type Fact } from './ledger-in-memory.js';

jest.setTimeout(180_000);

/** A Tuesday morning. */
const start = '2026-11-17T08:30:00Z';
let world: World;
beforeAll(async () => {
  world = await openWorld(start);
});
afterAll(() => world.close());

const id = (who: Who): string => world.people.get(who) ?? '';

/** What the rooms themselves say at this instant, of the same database. */
const around = (): Promise<Around> =>
  world.worker.read(workerCtx('beside'), async (tx) => {
    const crowd = await crowdOf(tx, world.partnershipId, world.zones);
    return {
      now: tx.now(), zones: world.zones, recipients: crowd.recipients, schedule: crowd.schedule, relayAwayUntil: null,
      debts: await debtsOf(tx, world.zones, { partnershipId: world.partnershipId }),
      rhythmOf: (personId) => { const rhythm = crowd.reader(personId)?.rhythm ?? 'IMMEDIATE'; return isMailRhythm(rhythm) ? rhythm : 'IMMEDIATE'; },
      zoneOf: (personId) => crowd.reader(personId)?.zone ?? 'UTC',
    };
  });

let heard = 0;
/** The facts told since the last look, as the journal keeps them. */
async function factsSince(): Promise<Fact[]> {
  const rows = (await world.owner.query(`select kind, subject_kind, subject_id, data from journal where partnership_id = $2 and kind not like 'Reminder%' order by sequence offset $1`, [heard, world.partnershipId])) as { kind: string; subject_kind: string; subject_id: string; data: Fact['data'] }[];
  heard += rows.length;
  return rows.map((row) => ({ kind: row.kind, subject: { kind: row.subject_kind, id: row.subject_id }, data: row.data }));
}

const shown = (line: { rule: string; personId: string; period: string; occurrence: number; sendAt: Date; state: string }): string => [line.rule, line.personId, line.period, line.occurrence, line.state, line.state === 'PLANNED' ? line.sendAt.toISOString() : ''].join(' ');

const beside = new LedgerInMemory();
/** Both live this instant; then both ledgers are read, line by line. */
async function same(instant: string): Promise<void> {
  at(world, instant);
  const mailer = new AnsweringMailer(async () => ({ outcome: 'SENT', smtpResponse: '250' }));
  await deskOver(world, { mailer }).desk.tick();
  const now = await around();
  for (const fact of await factsSince()) beside.hear(fact, now);
  beside.plan(now);
  const letters = beside.sendDue(now);
  const real = (await ledger(world)).filter(({ rule }) => rule !== 'DIGEST').map(({ person_id: personId, send_at: sendAt, ...line }) => shown({ ...line, personId, sendAt }));
  expect({ instant, letters: letters.length, lines: [...beside.lines.values()].map(shown).sort() }).toEqual({ instant, letters: mailer.letters.length, lines: real.sort() });
}

it('the ledger in memory is the one of PostgreSQL, line by line: planned, moved, left, overtaken, cancelled, gathered, kept waiting', async () => {
  await world.owner.query(`update person set mail_rhythm = 'DAILY' where id = $1`, [id('fr-coordinator')]);
  await world.owner.query(`update agreement set effective_on = '2024-01-25'`);
  await same(start);
  const meetingId = await scheduleMeeting(world, '2026-12-22');
  await same('2026-11-20T09:00:00Z');
  await moveMeeting(world, meetingId, '2026-12-28');
  await same('2026-11-27T09:00:00Z');
  await convene(world, meetingId);
  const minutesId = await finalMinutes(world);
  await askSignatures(world, minutesId);
  await same('2026-11-27T15:00:00Z');
  await succeed(world, id('ma-president'), { personId: id('ma-elected'), day: '2026-11-29' });
  // The house is away from a Monday to a Saturday night, then comes back.
  await same('2026-12-05T23:00:00Z');
  await same('2026-12-07T08:00:00Z');
  await same('2026-12-07T10:00:00Z');
  await sign(world, minutesId, 'fr');
  await same('2026-12-14T09:30:00Z');
  await adoptPlan(world, 2027);
  await same('2026-12-24T09:30:00Z');
  // The period ends on 25 January: its news waits for a reminder of the same reader.
  await same('2026-12-25T11:00:00Z');
  await same('2026-12-28T09:00:00Z');
  await same('2027-01-04T09:00:00Z');
  expect([...beside.lines.values()].map(({ state }) => state)).toEqual(expect.arrayContaining(['PLANNED', 'SENT', 'SUPERSEDED', 'CANCELLED', 'GATHERED']));
});
