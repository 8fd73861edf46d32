import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LifeDesk } from '../../../agreement/src/views/life.desk.js';
import { LifeReader } from '../../../agreement/src/views/life.reader.js';
import { ForecastAmounts, GiveTerminationNotice, RecordRenewalReview, RecordTransmission, RecordVisa, WithdrawTerminationNotice } from '#agreement';
import { civilDate } from '#kernel';
import { actorOf, heldSeats } from '#parties';
import { workerCtx, type Ctx } from '#platform';
import { scheduleMeeting } from '../../../../test/world/committee-rows.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { deskOver, ledger, mailbox } from '../desk.contract.js';
import type { DebtKind } from '../domain/ladder.js';
import type { Debt } from '../domain/planning.js';
import { debtsOf } from './debts.js';

jest.setTimeout(60_000);

/** A Monday morning. The agreement of the world took effect on 10 April 2026, for three years. */
let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
});
afterAll(() => world.close());

const setUp = () => ctxOf({ partnershipIds: [world.partnershipId] }, { audience: 'INSTANCE' });
const acts = () => [world.app, new LifeDesk(world.zones), new LifeReader(world.zones, new ForecastAmounts())] as const;
const transmitted = (publishedOn: string | null): Promise<string> =>
  valueOf(new RecordTransmission(...acts()).run(setUp(), { agreementId: world.agreementId, partyId: world.parties.fr, sentOn: civilDate('2026-11-19'), receivedOn: civilDate('2026-11-20'), publishedOn: publishedOn === null ? null : civilDate(publishedOn) }));
/** The lines of a rule's family, as « rule to whom: state ». */
async function linesOf(family: string): Promise<string[]> {
  const names = new Map([...world.people].map(([who, id]) => [id, who]));
  return (await ledger(world)).filter(({ rule }) => rule.startsWith(family)).map(({ rule, person_id: person, state }) => `${rule} ${names.get(person)} ${state}`).sort();
}
const tickAt = async (instant: string): Promise<void> => {
  world.legal.moveTo(new Date(instant));
  await deskOver(world).desk.tick();
};

const id = (who: Who): string => world.people.get(who) ?? '';
async function coordinator(side: 'fr' | 'ma'): Promise<Ctx> {
  const personId = id(`${side}-coordinator`);
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: world.machine.now() }, seats));
}
const debts = (...kinds: DebtKind[]): Promise<Debt[]> => world.worker.read(workerCtx('plan'), (tx) => debtsOf(tx, world.zones, { partnershipId: world.partnershipId, kinds }).then((all) => all.filter(({ kind }) => kinds.includes(kind))));
/** « from its day, of whom, by which text » of the only debt of a kind; `null` when nobody owes it. */
async function owed(kind: DebtKind): Promise<unknown[] | null> {
  const [debt, ...more] = await debts(kind);
  expect(more).toEqual([]);
  return debt ? [debt.base, debt.debtors, (debt.details['source'] as { reference: string }).reference] : null;
}

/** The rows of C3 are tried on debts made by hand (`rows.spec`); here the rooms say them, of real acts, and stop saying them when the act is done. */
describe('what is owed, as the rooms say it', () => {
  it('RECEIPT: since the register learnt that the act was sent, by the French coordination, until a day of receipt is written; then CONTROL, two calendar months after it', async () => {
    expect([await owed('RECEIPT'), await owed('CONTROL')]).toEqual([null, null]);
    await valueOf(new RecordTransmission(...acts()).run(setUp(), { agreementId: world.agreementId, partyId: world.parties.fr, sentOn: civilDate('2026-11-19') }));
    expect([await owed('RECEIPT'), await owed('CONTROL')]).toEqual([['2026-11-23', [id('fr-coordinator')], 'L. 2131-1 CGCT'], null]);
    await transmitted(null);
    expect([await owed('RECEIPT'), await owed('CONTROL')]).toEqual([null, ['2027-01-20', [id('fr-coordinator')], 'L. 2131-6 CGCT']]);
  });

  it('VISA: since it is submitted, by the coordination of that side, until it is granted or refused', async () => {
    const visa = { agreementId: world.agreementId, partyId: world.parties.ma, authority: 'Gouverneur', submittedOn: civilDate('2026-11-20') };
    expect(await owed('VISA')).toBeNull();
    await valueOf(new RecordVisa(...acts()).run(setUp(), visa));
    expect(await owed('VISA')).toEqual(['2026-11-23', [id('ma-coordinator')], 'Art. 7, C5 Q16']);
    await valueOf(new RecordVisa(...acts()).run(setUp(), { ...visa, decision: 'GRANTED', decidedOn: civilDate('2026-11-23') }));
    expect(await owed('VISA')).toBeNull();
  });

  it('TACIT: the end of the period, until a notice is received; then WIND_DOWN, to its own end, until it is taken back', async () => {
    const period = ['2029-04-10', [], 'Art. 7, C5 Q17'];
    expect([await owed('TACIT'), await owed('WIND_DOWN')]).toEqual([period, null]);
    const notice = { agreementId: world.agreementId, partyId: world.parties.fr, sentOn: civilDate('2026-11-20'), receivedOn: civilDate('2026-11-23'), motive: 'Désaccord' };
    const noticeId = await valueOf(new GiveTerminationNotice(...acts()).run(await coordinator('fr'), notice));
    expect([await owed('TACIT'), await owed('WIND_DOWN')]).toEqual([null, ['2026-11-23', [], 'Art. 7, C5 Q18']]);
    expect((await debts('WIND_DOWN'))[0]?.end).toBe('2027-02-23');
    await valueOf(new WithdrawTerminationNotice(...acts()).run(await coordinator('fr'), { agreementId: world.agreementId, noticeId, withdrawnOn: civilDate('2026-11-23'), motive: 'Accord retrouvé' }));
    expect([await owed('TACIT'), await owed('WIND_DOWN')]).toEqual([period, null]);
  });

  it('SESSION: in the year that owes a meeting, while none is on the calendar; DRAFTING: since one was held, in review, until its minutes are final', async () => {
    const before = world.legal.now();
    expect(await owed('SESSION')).toBeNull();
    world.legal.moveTo(new Date('2027-01-04T09:00:00Z'));
    expect([await owed('SESSION'), await owed('DRAFTING')]).toEqual([['2027-12-31', [], 'C5 Q10'], null]);
    const meetingId = await scheduleMeeting(world, '2027-03-10');
    expect([await owed('SESSION'), await owed('DRAFTING')]).toEqual([null, null]);
    await world.owner.query(`update meeting set civil_date = '2027-01-02', state = 'CLOSED' where id = $1`, [meetingId]);
    const standing = async (): Promise<unknown[]> => (await debts('DRAFTING')).map(({ base, standing: stands }) => [base, stands]);
    expect([await owed('SESSION'), await standing()]).toEqual([null, [['2027-01-02', 'OPEN']]]);
    const minutesId = 'c3c3c3c3-0000-4000-8000-000000000001';
    await world.owner.query(`insert into minutes (partnership_id, id, meeting_id, version, state, prose, prose_version, drafted_at) values ($1, $2, $3, 1, 'REVIEW', '{}', 1, $4)`, [world.partnershipId, minutesId, meetingId, world.legal.now()]);
    expect(await standing()).toEqual([['2027-01-02', 'IN_REVIEW']]);
    await world.owner.query(`update minutes set state = 'FINAL', content_hash = 'hash', number = 'PV-2027-1', finalised_at = $2 where id = $1`, [minutesId, world.legal.now()]);
    expect(await standing()).toEqual([]);
    world.legal.moveTo(before);
  });

  it('MEETING: counted from the plan’s day too, for the next meeting on the calendar in the fifty days before it, while no convocation has left', async () => {
    const ends = async (): Promise<unknown[]> => (await debts('MEETING')).map(({ base, end, sides, debtors }) => [base, end ?? null, sides, debtors]);
    const host = [[world.parties.fr], [id('fr-president')]];
    const [next, after] = [await scheduleMeeting(world, '2026-12-10'), await scheduleMeeting(world, '2026-12-20')];
    expect(await ends()).toEqual([['2026-12-10', '2026-12-31', ...host], ['2026-12-20', null, ...host]]);
    await world.owner.query(`update meeting set state = 'CONVENED' where id = $1`, [next]);
    expect(await ends()).toEqual([['2026-12-20', null, ...host]]);
    await world.owner.query(`update meeting set state = 'CANCELLED' where id = $1`, [next]);
    expect(await ends()).toEqual([['2026-12-20', '2026-12-31', ...host]]);
    await world.owner.query(`update meeting set civil_date = '2027-01-12' where id = $1`, [after]);
    expect(await ends()).toEqual([['2027-01-12', null, ...host]]);
    await world.owner.query(`update meeting set state = 'CANCELLED' where id = $1`, [after]);
    expect(await ends()).toEqual([]);
  });

  it('C3 S-45, PROPOSALS: to the élus of every side who do not preside, while the agenda is made: until S-30, or the convocation', async () => {
    const asked = async (): Promise<unknown[]> => (await debts('PROPOSALS')).map(({ base, debtors }) => [base, [...debtors].sort()]);
    const elected = [id('fr-elected'), id('ma-elected')].sort();
    const [near, far] = [await scheduleMeeting(world, '2026-12-23'), await scheduleMeeting(world, '2027-01-14')];
    expect(await asked()).toEqual([['2027-01-14', elected]]);
    await world.owner.query(`update meeting set civil_date = '2026-12-24' where id = $1`, [near]);
    expect(await asked()).toEqual([['2026-12-24', elected], ['2027-01-14', elected]]);
    await world.owner.query(`update meeting set state = 'CONVENED' where id = $1`, [far]);
    expect(await asked()).toEqual([['2026-12-24', elected]]);
    await world.owner.query(`update meeting set state = 'CANCELLED' where id = any ($1)`, [[near, far]]);
    expect(await asked()).toEqual([]);
  });

  it('MANDATE: of a seat whose last mandate has an end, on its own side, until a successor is written down', async () => {
    expect(await debts('MANDATE')).toEqual([]);
    await world.owner.query('update mandate set "until" = $2 where person_id = $1', [id('ma-president'), '2027-03-15']);
    expect((await debts('MANDATE')).map(({ base, sides }) => [base, sides])).toEqual([['2027-03-15', [world.parties.ma]]]);
    await world.owner.query('insert into mandate (partnership_id, id, seat_id, person_id, "from", "until") select partnership_id, gen_random_uuid(), seat_id, person_id, \'2027-03-15\', null from mandate where person_id = $1', [id('ma-president')]);
    expect(await debts('MANDATE')).toEqual([]);
  });
});

describe('AT-11: the publication that is missing', () => {
  it('is asked of the French coordination alone, the day after the register learnt of the receipt, then a week and a fortnight later', async () => {
    await tickAt('2026-11-23T09:30:00Z');
    // Every thirty days after the last row, up to ninety days ahead.
    expect([...new Set(await linesOf('PUBLICATION'))]).toEqual(['PUBLICATION_AR+1 fr-coordinator PLANNED', 'PUBLICATION_AR+15 fr-coordinator PLANNED', 'PUBLICATION_AR+7 fr-coordinator PLANNED']);
    await tickAt('2026-11-24T08:30:00Z');
    expect((await linesOf('PUBLICATION')).filter((line) => line.endsWith('SENT'))).toEqual(['PUBLICATION_AR+1 fr-coordinator SENT']);
    expect((await mailbox(world)).map(({ subject }) => subject)).toContain('Publication manquante\u00a0: délibération de Villeneuve-la-Garenne');
  });

  it('is asked no more once it is recorded, even when the letter was about to leave', async () => {
    await transmitted('2026-11-24');
    await tickAt('2026-12-01T09:30:00Z');
    expect(new Set((await linesOf('PUBLICATION')).map((line) => line.split(' ').at(-1)))).toEqual(new Set(['SENT', 'CANCELLED']));
    expect((await mailbox(world)).filter(({ subject }) => subject.startsWith('Publication manquante'))).toHaveLength(1);
  });
});

describe('the choice before a renewal', () => {
  const choose = (): Promise<string> => valueOf(new RecordRenewalReview(...acts()).run(setUp(), { agreementId: world.agreementId, ordinal: 1, reviewedOn: civilDate('2028-10-12'), outcome: 'RENEW' }));

  it('is asked of both presidencies and both coordinations six months before, and no more once it is made', async () => {
    await tickAt('2028-10-09T12:00:00Z');
    expect((await linesOf('RENEWAL_E-6M')).every((line) => line.endsWith('PLANNED'))).toBe(true);
    await tickAt('2028-10-12T12:00:00Z');
    expect(await linesOf('RENEWAL_E-6M')).toEqual(['fr-coordinator', 'fr-president', 'ma-coordinator', 'ma-president'].map((who) => `RENEWAL_E-6M ${who} SENT`));
    await choose();
    await tickAt('2028-11-10T12:00:00Z');
    expect(new Set((await linesOf('RENEWAL_E-5M')).map((line) => line.split(' ').at(-1)))).toEqual(new Set(['CANCELLED']));
  });
});
