import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#kernel';
import { actorOf, heldSeats } from '#parties';
import type { Ctx } from '#platform';
import { askSignatures, finalMinutes, sign } from '../../../../test/world/committee-rows.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { CloseCalendarFeed } from '../actions/close-calendar-feed.js';
import { OpenCalendarFeed } from '../actions/open-calendar-feed.js';
import { RemindLate } from '../actions/remind-late.js';
import { SilenceReminders } from '../actions/silence-reminders.js';
import { at, deskOver, ledger, mailbox, type OpenDesk } from '../desk.contract.js';
import { play, type Spell } from '../domain/simulation.js';
import { feedToken, readerOfFeed } from '../store/feed.store.js';
import { calendarOf } from '../views/calendar-feed.reader.js';
import { mattersOf } from '../views/timeline-matters.js';
import { timelineStage } from '../views/timeline.stage.js';
import { toldBetween } from '../store/timeline.store.js';
import { crowdOf } from './recipients.js';
import { ReminderWorldHere } from './reminder-world-here.js';

let world: World;
let open: OpenDesk;
let minutesId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
  open = deskOver(world);
  minutesId = await finalMinutes(world);
  await askSignatures(world, minutesId);
  await open.desk.tick();
}, 60_000);
afterAll(() => world.close());

const id = (who: Who): string => world.people.get(who) ?? '';
const here = (): ReminderWorldHere => new ReminderWorldHere(world.zones);
async function as(who: Who): Promise<Ctx> {
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, id(who), { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId: id(who), sessionId: null, stepUpAt: world.machine.now() }, seats));
}
const relance = async (who: Who) => {
  const answer = await new RemindLate(world.app, world.zones, here()).run(await as(who), { partnershipId: world.partnershipId });
  return answer.refused ? answer.code : answer.value;
};
const again = async (): Promise<string[]> => (await ledger(world, 'MINUTES_AGAIN')).map(({ person_id: person, state }) => `${person === id('fr-president') ? 'fr' : 'ma'} ${state}`);
const until = (instant: string) => async (): Promise<void> => {
  at(world, instant);
  await open.desk.tick();
};

describe('the reminders of a partnership, seen and asked again', () => {
  it('before anybody is late, nobody is reminded', async () => {
    expect(await relance('fr-coordinator')).toBe('NOBODY_LATE');
  });

  it('within 48 hours of a letter nobody is asked again; afterwards one letter to one’s own side, however often it is pressed', async () => {
    await until('2026-11-26T10:00:00Z')();
    expect(await relance('fr-coordinator')).toBe('NOBODY_LATE');
    await until('2026-11-29T12:00:00Z')();
    expect([await relance('fr-coordinator'), await relance('fr-coordinator')]).toEqual([1, 1]);
    const before = (await mailbox(world)).length;
    await open.desk.tick();
    await open.desk.tick();
    expect(await again()).toEqual(['fr SENT']);
    const [letter] = (await mailbox(world)).slice(before);
    expect(letter?.subject).toContain('attend votre signature');
    expect((await mailbox(world)).length).toBe(before + 1);
  });

  it('a silence is heard by its own reminders only, and planning again keeps it', async () => {
    const mine = (await ledger(world, 'MINUTES_P+7')).find(({ person_id: person }) => person === id('ma-president'))!;
    const silences = async (who: Who, day: string) => {
      const answer = await new SilenceReminders(world.app, world.zones, here()).run(await as(who), { reminderId: mine.id, until: civilDate(day) });
      return answer.refused ? answer.code : answer.value;
    };
    expect(await silences('fr-president', '2026-12-03')).toBe('NOT_FOUND');
    expect(await silences('ma-president', '2027-02-03')).toBe('SILENCE_TOO_LONG');
    expect(await silences('ma-president', '2026-12-03')).toBe('2026-12-03');
    await until('2026-12-01T12:00:00Z')();
    const after = (await ledger(world, 'MINUTES_P+7')).map(({ person_id: person, state, send_at: sendAt }) => `${person === id('fr-president') ? 'fr' : 'ma'} ${state} ${sendAt.toISOString().slice(0, 10)}`);
    expect(after.sort()).toEqual(['fr SENT 2026-11-30', 'ma PLANNED 2026-12-03']);
    const kinds = (await world.owner.query(`select kind from journal where kind in ('LateReminded', 'RemindersSilenced') order by sequence`)) as { kind: string }[];
    expect(kinds.map(({ kind }) => kind)).toEqual(['LateReminded', 'LateReminded', 'RemindersSilenced']);
  });

  it('the timeline says who owes, who answered, what was sent and what is planned', async () => {
    await sign(world, minutesId, 'fr');
    const ctx = await as('fr-coordinator');
    const matters = await world.app.read(ctx, async (tx) => {
      const stage = await timelineStage(tx, { partnershipId: world.partnershipId, actor: ctx.actor, zones: world.zones, world: here() });
      const lines = await toldBetween(tx, world.partnershipId, { from: new Date('2026-09-01T00:00:00Z'), to: new Date('2027-03-01T00:00:00Z') });
      return mattersOf({ ...stage, lines, language: 'fr' });
    });
    const minutes = matters.find(({ id: matter }) => matter === `minutes:${minutesId}`)!;
    expect(minutes.state).toBe('LATE');
    const standings = Object.fromEntries(minutes.people.map(({ personId, standing }) => [personId, standing]));
    expect([standings[id('fr-president')], standings[id('ma-president')]]).toEqual(['ANSWERED', 'OWES']);
    const ma = minutes.people.find(({ personId }) => personId === id('ma-president'))!;
    expect(ma.lines.map(({ row, state }) => `${row} ${state}`)).toEqual(expect.arrayContaining(['null SENT', 'P+3 SENT', 'P+7 PLANNED']));
    expect(ma.lines.find(({ row }) => row === 'P+7')?.silencedUntil).toBe('2026-12-03');
    const plan = matters.find(({ id: matter }) => matter.startsWith('actionPlan:') && matter.endsWith(':2027'));
    expect(plan).toMatchObject({ state: 'OPEN', dueOn: '2026-12-30', title: 'Plan d’action 2027 à faire valider' });
  });
});

describe('a person’s own calendar', () => {
  const secret = { value: 'the secret of the tests, long enough' };
  const read = (token: string) => world.app.read(ctxOf(null, { audience: 'INSTANCE' }), (tx) => readerOfFeed(tx, secret.value, token));
  const opened = async (): Promise<string> => feedToken(secret.value, (await valueOf(new OpenCalendarFeed(world.app, secret).run(await as('ma-president')))).id);

  it('opens by its own address only; a new one closes the one before, and closed it answers no more', async () => {
    const first = await opened();
    expect(await read(first)).toMatchObject({ personId: id('ma-president') });
    expect(await read(first.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBeNull();
    const second = await opened();
    expect([await read(first), (await read(second))?.personId]).toEqual([null, id('ma-president')]);
    await valueOf(new CloseCalendarFeed(world.app).run(await as('ma-president')));
    expect(await read(second)).toBeNull();
    const stored = JSON.stringify(await world.owner.query('select * from calendar_feed'));
    expect(stored).not.toContain(second.split('.')[1]);
  });

  it('holds her due dates and no others', async () => {
    const days = async (who: Who): Promise<string[]> => {
      const ctx = await as(who);
      const { deadlines } = await world.app.read(ctx, (tx) => calendarOf(tx, { zones: world.zones, world: here(), publicUrl: 'https://passerelle.example' }));
      return deadlines.map(({ summary, day }) => `${day} ${summary}`);
    };
    expect(await days('fr-president')).toContain('2026-12-30 Plan d’action 2027 à faire valider');
    expect(await days('fr-technician')).not.toContain('2026-12-30 Plan d’action 2027 à faire valider');
  });
});

describe('a year played', () => {
  it('plays what the desk sends: the same rows to the same people on the same days', async () => {
    at(world, '2026-12-02T18:00:00Z');
    await open.desk.tick();
    const plans = async (): Promise<string[]> => (await ledger(world, 'PLAN_')).filter(({ period, state }) => period === '2027' && state === 'SENT').map(({ rule, person_id: person, due_on: on }) => `${on} ${rule} ${person}`);
    const already = new Set(await plans());
    const [debt, crowd] = await world.worker.read({ ...ctxOf(null), audience: 'WORKER' as never }, async (tx) => {
      const { debts } = await here().owing(tx, world.partnershipId);
      return [debts.find(({ kind, period }) => kind === 'PLAN' && period === '2027')!, await crowdOf(tx, world.partnershipId, world.zones)] as const;
    });
    const spell: Spell = { debt, stages: [{ from: civilDate('2026-12-02'), standing: 'OPEN', debtors: [] }] };
    const last = new Date('2027-01-20T12:00:00Z');
    const dayOf = (instant: Date, personId: string) => world.zones.civilAt(instant, crowd.reader(personId)?.zone ?? 'UTC').date;
    const played = play({ spells: [spell], happenings: [] }, crowd.recipients, { schedule: crowd.schedule, until: last, dayOf });
    // At the first moment all that is overdue is one mail each: the desk has sent it before.
    const expected = played.filter(({ leavesAt }) => dayOf(leavesAt, '') > '2026-12-02').map(({ rule, personId, leavesAt }) => `${dayOf(leavesAt, personId)} ${rule} ${personId}`);
    for (let day = civilDate('2026-12-03'); day <= '2027-01-20'; day = addDays(day, 1)) {
      const next = await open.desk.nextAt(new Date(`${day}T12:00:00Z`));
      if (next) await until(`${day}T12:00:00Z`)();
    }
    expect((await plans()).filter((line) => !already.has(line)).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(15);
  }, 60_000);
});
