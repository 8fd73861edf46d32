import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { accepted, type CivilDate } from '#kernel';
import { openSession, usualSessionLimits } from '#identity';
import type { Cookies, Ctx, Tx, Work } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { AskPasskeyRegistration } from '../../../identity/src/actions/ask-passkey-registration.js';
import { AskStepUp } from '../../../identity/src/actions/ask-step-up.js';
import { ProveStepUp } from '../../../identity/src/actions/prove-step-up.js';
import { RegisterPasskey } from '../../../identity/src/actions/register-passkey.js';
import { SoftwareAuthenticator } from '../../../identity/src/authenticator.contract.js';
import { GivenCommittee, refusalOf, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { answerDebts } from '../views/answer-debts.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { proposalLetter } from '../views/proposal-letter.js';
import { personalDuties } from '../views/personal-duties.js';
import { CallSilentAgain } from './call-silent-again.js';
import { ConveneMeeting } from './convene-meeting.js';
import { RescheduleMeeting } from './reschedule-meeting.js';

const site = { id: 'passerelle.example', origin: 'https://passerelle.example', name: 'Passerelle' };
class Browser implements Cookies {
  readonly jar = new Map<string, string>();
  get = (name: string): string | null => this.jar.get(name) || null;
  set = (name: string, value: string): void => void this.jar.set(name, value);
}

let given: GivenCommittee;
let ours: GivenPartnership;
let mayor: Ctx;
let key: SoftwareAuthenticator;
let place = 0;

const noCode = (): Promise<unknown> => given.owner.query('update session set step_up_at = null, step_up_method = null');
const stateOf = async (id: string): Promise<unknown> => ((await given.owner.query('select state from meeting where id = $1', [id])) as { state: string }[])[0]?.state;
const howConvened = async (id: string): Promise<unknown> => (await given.facts('MeetingConvened')).find((fact) => fact.subject_id === id)?.data['method'];
const convene = (meetingId: string, { ctx = mayor, over = given.work }: { ctx?: Ctx; over?: Work } = {}) => new ConveneMeeting(over, zones, given.actions.reader).run(ctx, { meetingId });

/** A meeting hosted in Tiznit with one point on its agenda. */
async function scheduled(): Promise<string> {
  const coordinator = await given.as(ours, 'ma-coordinator');
  place += 1;
  const plan = { partnershipId: ours.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: ours.morocco, civilDate: '2026-12-04' as CivilDate, time: `${String(place).padStart(2, '0')}:30`, place: 'Hôtel de ville' } as const;
  const meetingId = await valueOf(given.actions.schedule.run(coordinator, plan));
  await valueOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: 'Le budget', text: 'Mille euros.' }));
  return meetingId;
}
/** What the page shows of the convocation, and what the key is asked to answer for. */
async function actOn(meetingId: string) {
  const { version, convocationHash: contentHash } = await given.work.read(mayor, (tx) => given.actions.reader.present(tx, meetingId));
  return { kind: 'conveneMeeting', subjectId: meetingId, version, contentHash };
}
async function prove(meetingId: string, act?: Awaited<ReturnType<typeof actOn>>): Promise<void> {
  const options = await valueOf(new AskStepUp(given.work, site).run(mayor, act ?? (await actOn(meetingId))));
  await valueOf(new ProveStepUp(given.work, site).run(mayor, { response: key.get(options) }));
}

beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 1 });
  const personId = ours.people.get('ma-president')!;
  await given.work.run(ctxOf(null, { audience: 'INSTANCE' }), async (tx) => accepted(await openSession(tx, { personId, method: 'MAIL_CODE', device: { browser: null, platform: null } }, usualSessionLimits)));
  const [session] = (await given.owner.query('select id from session where person_id = $1', [personId])) as { id: string }[];
  const { actor, ...ctx } = await given.as(ours, 'ma-president');
  mayor = { ...ctx, actor: actor && { ...actor, sessionId: session!.id, stepUpAt: null }, cookies: new Browser() };
  key = new SoftwareAuthenticator(site.id, site.origin, personId);
  await valueOf(new RegisterPasskey(given.work, site).run(mayor, { response: key.create(await valueOf(new AskPasskeyRegistration(given.work, site).run(mayor))) }));
}, 60_000);
afterAll(() => given.close());
beforeEach(noCode);

/** The same house with one statement spoilt, or its answer. */
function spoilt(rewrite: (sql: string) => string, reread: (row: unknown) => unknown = (row) => row): Work {
  const query = (tx: Tx) => async (sql: string, parameters?: readonly unknown[]) => ((await tx.query(rewrite(sql), parameters)) as unknown[]).map((row) => (sql.includes('from step_up join') ? reread(row) : row));
  return Object.assign(Object.create(given.work) as Work, { run: (ctx: Ctx, act: (tx: Tx) => Promise<never>) => given.work.run(ctx, (tx) => act({ ...tx, query: query(tx) as Tx['query'] })) });
}

describe('convening by a key', () => {
  it('takes its word on this convocation, once, and records it as a passkey’s', async () => {
    const meetingId = await scheduled();
    expect(await refusalOf(convene(meetingId))).toMatchObject({ code: 'STEP_UP_REQUIRED', args: { minutes: 5 } });
    await prove(meetingId);
    await valueOf(convene(meetingId));
    expect([await stateOf(meetingId), await howConvened(meetingId)]).toEqual(['CONVENED', 'PASSKEY']);
    expect(await given.owner.query('select 1 from step_up where used_at is null')).toEqual([]);
  });

  it('proves nothing for another meeting, nor for the same one once its agenda or its hour has changed', async () => {
    const [one, other] = [await scheduled(), await scheduled()];
    await prove(one);
    expect(await refusalOf(convene(other))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await valueOf(given.actions.addAgendaItem.run(await given.as(ours, 'fr-coordinator'), { meetingId: one, title: 'Un point de plus', text: 'Deux mille euros.' }));
    expect(await refusalOf(convene(one))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await prove(one);
    await given.owner.query(`update meeting set place = 'Ailleurs' where id = $1`, [one]);
    expect(await refusalOf(convene(one))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await given.owner.query(`update meeting set place = 'Hôtel de ville' where id = $1`, [one]);
    await valueOf(convene(one));
    expect([await stateOf(one), await stateOf(other)]).toEqual(['CONVENED', 'SCHEDULED']);
  });

  it('is not done with a word older than five minutes; a code still serves, and is recorded as a code', async () => {
    const meetingId = await scheduled();
    await prove(meetingId);
    given.later(5);
    expect(await refusalOf(convene(meetingId))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await given.owner.query(`update session set step_up_method = 'MAIL_CODE', step_up_at = $1`, [given.clock.now()]);
    await valueOf(convene(meetingId));
    expect(await howConvened(meetingId)).toBe('MAIL_CODE');
  });

  it('does not turn the guest’s coordinator into the host’s representative: Art. 5 answers first, and the page says the same', async () => {
    const meetingId = await scheduled();
    const may = async (who: string) => (await given.work.read(await given.as(ours, who, { stale: true }), (tx) => new MeetingReader(zones, given.clock).present(tx, meetingId))).viewerMay.convene;
    expect(await may('fr-coordinator')).toMatchObject({ allowed: false, refusal: { code: 'CONVENER_NOT_HOST_SIDE' } });
    expect(await may('ma-president')).toMatchObject({ allowed: false, refusal: { code: 'STEP_UP_REQUIRED' } });
    expect(await refusalOf(convene(meetingId, { ctx: await given.as(ours, 'fr-coordinator', { stale: true }) }))).toMatchObject({ code: 'CONVENER_NOT_HOST_SIDE' });
  });
});

describe('moving by a key', () => {
  const wish = { civilDate: '2026-12-11' as CivilDate, time: '15:00', place: 'Maison des associations', reason: 'Intempéries\r\nannoncées' };
  const convened = async (): Promise<string> => {
    const meetingId = await scheduled();
    await valueOf(convene(meetingId, { ctx: await given.as(ours, 'ma-president') }));
    return meetingId;
  };
  const move = (meetingId: string, more: Partial<typeof wish> = {}, over: Work = given.work) => refusalOf(new RescheduleMeeting(over, zones, given.actions.reader).run(mayor, { meetingId, ...wish, ...more }));
  /** As a page hashes it: the convocation it shows, and what is typed. */
  async function actToMove(meetingId: string, { civilDate, time, place: where, reason } = wish) {
    const { sequence: version, convocationHash } = await given.work.read(mayor, (tx) => given.actions.reader.present(tx, meetingId));
    const contentHash = createHash('sha256').update(JSON.stringify([convocationHash, civilDate, time, where, reason.replace('\r\n', '\n')])).digest('hex');
    return { kind: 'rescheduleMeeting', subjectId: meetingId, version, contentHash };
  }
  const howMoved = async (id: string) => (await given.facts('ConvocationMoved')).filter((fact) => fact.subject_id === id).map(({ data }) => data['method']);

  it('takes its word on this meeting, this day, this place and this reason, once, and records it as a passkey’s', async () => {
    const [one, other] = [await convened(), await convened()];
    await prove(one, await actOn(one));
    expect(await move(one)).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await prove(one, await actToMove(one));
    expect([await move(other), await move(one, { civilDate: '2026-12-12' as CivilDate }), await move(one, { place: 'Ailleurs' }), await move(one, { reason: 'Intempéries' })].map((no) => no?.code)).toEqual(Array(4).fill('STEP_UP_REQUIRED'));
    expect([await move(one), await howMoved(one), await howMoved(other), (await move(one, { time: '16:00' }))?.code]).toEqual([null, ['PASSKEY'], [], 'STEP_UP_REQUIRED']);
  });

  it('planted defect: a word read whatever its words moves the meeting to a day nobody proved', async () => {
    const meetingId = await convened();
    await prove(meetingId, await actToMove(meetingId));
    const unproved = { ...wish, civilDate: '2026-12-18' as CivilDate };
    const act = await actToMove(meetingId, unproved);
    const blind = spoilt((sql) => sql, (row) => ({ ...(row as object), statement: { ...(row as { statement: object }).statement, ...act } }));
    expect([(await move(meetingId, unproved))?.code, await move(meetingId, unproved, blind)]).toEqual(['STEP_UP_REQUIRED', null]);
  });
});

describe('what follows a convocation', () => {
  const as = (who: string, how: { stale?: boolean } = {}) => given.as(ours, who, how);
  const seen = async (meetingId: string, who = 'fr-coordinator') => given.work.read(await as(who), (tx) => given.actions.convening.of(tx, meetingId));
  const stands = async (meetingId: string, who = 'fr-coordinator') =>
    ((await seen(meetingId, who)).members ?? []).map(({ seat, receipt, reply, expected }) => `${[...ours.seats].find(([, id]) => id === seat.id)?.[0]} ${receipt} ${reply} ${expected}`).sort();
  const row = async (id: string) => ((await given.owner.query('select state, sequence, host_party_id as host, civil_date::text as day, place from meeting where id = $1', [id])) as object[])[0];
  const toldOf = async (kind: string, id: string) => (await given.facts(kind)).filter(({ subject_id: subject }) => subject === id).map(({ data }) => data);
  const convened = async (): Promise<string> => {
    const meetingId = await scheduled();
    await valueOf(convene(meetingId, { ctx: await as('ma-president') }));
    return meetingId;
  };
  const elsewhere = { civilDate: '2026-12-11' as CivilDate, time: '15:00', place: 'Maison des associations', reason: 'Intempéries' };

  it('a member answers for her seat, changes her mind, and the sheet of presence stays blank until it is kept', async () => {
    const meetingId = await convened();
    await valueOf(given.actions.read.run(await as('fr-member-1'), { subjectKind: 'meeting', subjectId: meetingId }));
    await valueOf(given.actions.answer.run(await as('ma-member-1'), { meetingId, reply: 'COMING' }));
    await valueOf(given.actions.answer.run(await as('ma-member-1'), { meetingId, reply: 'NOT_COMING', note: 'En mission' }));
    expect(await stands(meetingId)).toEqual(['fr-member-1 OPENED null null', 'fr-president CALLED null null', 'ma-member-1 ANSWERED NOT_COMING EXCUSED', 'ma-president CALLED null null']);
    expect(await given.owner.query('select 1 from attendance where meeting_id = $1', [meetingId])).toEqual([]);
    expect(await seen(meetingId, 'ma-member-1')).toMatchObject({ members: null, mine: { reply: 'NOT_COMING', note: 'En mission', outdated: false } });
    expect(await refusalOf(given.actions.answer.run(await as('fr-coordinator'), { meetingId, reply: 'COMING' }))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await refusalOf(given.actions.answer.run(await as('ma-member-1'), { meetingId: await scheduled(), reply: 'COMING' }))).toMatchObject({ code: 'ANSWERS_CLOSED' });
  });

  it('is owed an answer by each who has not given it, on her own turn: until she does, until it moves, until it begins or is cancelled', async () => {
    const meetingId = await convened();
    const silent = async (): Promise<string[]> => (await given.work.read(mayor, (tx) => answerDebts(tx, zones, [ours.id]))).filter((debt) => debt.meetingId === meetingId).flatMap(({ debtorIds }) => [...ours.people].flatMap(([key, id]) => (debtorIds.includes(id) ? [key] : []))).sort();
    const turn = async (who: string) => given.work.read(await as(who), async (tx) => (await personalDuties(tx, tx.ctx.actor!, zones)).filter(({ kind, subjectId }) => kind === 'ANSWER_CONVOCATION' && subjectId === meetingId).map(({ href, dueOn }) => `${href} ${dueOn}`));
    const everyone = ['fr-member-1', 'fr-president', 'ma-member-1', 'ma-president'];
    expect([await silent(), await turn('fr-member-1'), await turn('fr-coordinator')]).toEqual([everyone, [`/meetings/${meetingId}#answer 2026-12-04`], []]);
    await valueOf(given.actions.answer.run(await as('fr-member-1'), { meetingId, reply: 'NOT_COMING' }));
    expect([await silent(), await turn('fr-member-1')]).toEqual([everyone.slice(1), []]);
    await valueOf(given.actions.move.run(await as('ma-president'), { meetingId, ...elsewhere }));
    expect([await silent(), await turn('fr-member-1')]).toEqual([everyone, [`/meetings/${meetingId}#answer 2026-12-11`]]);
    const before = given.clock.now();
    given.clock.moveTo(new Date('2026-12-11T15:00:00Z'));
    expect(await silent()).toEqual([]);
    given.clock.moveTo(before);
    expect(await silent()).toEqual(everyone);
    await valueOf(given.actions.cancel.run(await as('ma-president'), { meetingId, reason: 'Intempéries' }));
    expect([await silent(), await turn('ma-member-1')]).toEqual([[], []]);
  });

  it('goes again to the silent alone, once in 48 hours however many ask', async () => {
    const meetingId = await convened();
    await valueOf(given.actions.answer.run(await as('ma-president'), { meetingId, reply: 'COMING' }));
    const ask = async () => given.actions.again.run(await as('fr-coordinator'), { meetingId });
    expect(await refusalOf(ask())).toMatchObject({ code: 'CALLED_TOO_RECENTLY', args: { hours: 48 } });
    given.later(48 * 60);
    const outcomes = await Promise.all([1, 2, 3].map(async () => (await refusalOf(ask()))?.code ?? 'sent'));
    expect(outcomes.sort()).toEqual(['CALLED_TOO_RECENTLY', 'CALLED_TOO_RECENTLY', 'sent']);
    const silent = ['fr-president', 'fr-member-1', 'ma-member-1'].map((who) => ours.people.get(who));
    expect((await toldOf('ConvocationSentAgain', meetingId)).map(({ personIds }) => new Set(personIds as string[]))).toEqual([new Set(silent)]);
    expect((await seen(meetingId)).calls).toMatchObject([{ kind: 'AGAIN', called: 3 }]);
    expect(await refusalOf(given.actions.again.run(await as('fr-member-1'), { meetingId }))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is moved by who may convene, by a fresh proof: same host, SEQUENCE + 1, and every answer is asked for again', async () => {
    const meetingId = await convened();
    await valueOf(given.actions.answer.run(await as('fr-president'), { meetingId, reply: 'REMOTE' }));
    const before = (await row(meetingId)) as { sequence: number; host: string };
    const move = async (who: string, how: { stale?: boolean } = {}, more = {}) => refusalOf(given.actions.move.run(await as(who, how), { meetingId, ...elsewhere, ...more }));
    expect([await move('fr-coordinator'), await move('ma-coordinator'), await move('ma-president', { stale: true }), await move('ma-president', {}, { reason: ' ' })].map((no) => no?.code)).toEqual([
      'CONVENER_NOT_HOST_SIDE', 'CONVENER_NOT_REPRESENTATIVE', 'STEP_UP_REQUIRED', 'REASON_REQUIRED',
    ]);
    expect(await move('ma-president')).toBeNull();
    expect(await row(meetingId)).toEqual({ state: 'CONVENED', sequence: before.sequence + 1, host: before.host, day: '2026-12-11', place: 'Maison des associations' });
    expect(await stands(meetingId)).toContain('fr-president CALLED null null');
    given.later(48 * 60);
    await valueOf(given.actions.again.run(await as('fr-coordinator'), { meetingId }));
    expect((await toldOf('ConvocationSentAgain', meetingId))[0]?.['personIds']).toContain(ours.people.get('fr-president'));
    const after = await seen(meetingId, 'fr-president');
    expect([after.mine, after.calls]).toMatchObject([{ reply: 'REMOTE', outdated: true }, [{ kind: 'MOVED', reason: 'Intempéries', wasDate: '2026-12-04', wasPlace: 'Hôtel de ville' }, { kind: 'AGAIN' }]]);
    expect(await toldOf('ConvocationMoved', meetingId)).toMatchObject([{ reason: 'Intempéries', wasPlace: 'Hôtel de ville' }]);
    // What was opened was the first convocation.
    await valueOf(given.actions.read.run(await as('ma-member-1'), { subjectKind: 'meeting', subjectId: meetingId }));
    expect(await stands(meetingId)).toContain('ma-member-1 OPENED null null');
  });

  it('takes up a member’s point or says why not, plans the agenda, and keeps what those convened must know', async () => {
    const meetingId = await convened();
    const propose = async (title: string) => valueOf(given.actions.propose.run(await as('ma-member-1'), { meetingId, title, why: 'Les écoles le demandent' }));
    const [kept, left] = [await propose('Le jumelage des écoles'), await propose('Les logos')];
    const settle = async (proposalId: string, takenUp: boolean, who = 'fr-coordinator') => refusalOf(given.actions.settle.run(await as(who), { proposalId, takenUp, reason: takenUp ? null : 'Déjà tranché' }));
    expect((await settle(kept, true, 'ma-member-1'))?.code).toBe('NOT_ALLOWED');
    expect((await Promise.all([settle(kept, true), settle(kept, true)])).map((no) => no?.code ?? 'done').sort()).toEqual(['PROPOSAL_SETTLED', 'done']);
    expect(await settle(left, false)).toBeNull();
    const author = ours.people.get('ma-member-1')!;
    expect([...(await toldOf('AgendaProposalTakenUp', meetingId)), ...(await toldOf('AgendaProposalDeclined', meetingId))].map(({ personId }) => personId)).toEqual([author, author]);
    const letterTo = (personId: string) => given.work.read(mayor, (tx) => proposalLetter(tx, { meetingId, personId }));
    expect(await letterTo(author)).toEqual({ day: '2026-12-04', points: [{ title: 'Le jumelage des écoles', takenUp: true, reason: null }, { title: 'Les logos', takenUp: false, reason: 'Déjà tranché' }] });
    expect(await letterTo(ours.people.get('fr-member-1')!)).toBeNull();
    expect((await seen(meetingId)).proposals.map(({ state, reason }) => [state, reason])).toEqual([['TAKEN_UP', null], ['DECLINED', 'Déjà tranché']]);
    const agenda = async () => (await given.work.read(await as('fr-coordinator'), (tx) => given.actions.reader.present(tx, meetingId))).agenda;
    const item = (await agenda()).at(-1)!;
    expect([item.title, item.presenter?.id]).toEqual(['Le jumelage des écoles', ours.seats.get('ma-member-1')]);
    await valueOf(given.actions.planItem.run(await as('fr-coordinator'), { agendaItemId: item.id, durationMinutes: 20 }));
    expect((await agenda()).at(-1)).toMatchObject({ durationMinutes: 20, presenter: null });
    const sheet = { meetingId, expectedVersion: 0, hostContact: 'Coordination', advice: 'NORMAL' as const, adviceOn: '2026-11-15' as CivilDate };
    expect(await refusalOf(given.actions.keepSafety.run(await as('fr-coordinator'), sheet))).toMatchObject({ code: 'SAFETY_BY_HOST', args: { host: 'Tiznit' } });
    await valueOf(given.actions.keepSafety.run(await as('ma-coordinator'), sheet));
    expect(await refusalOf(given.actions.keepSafety.run(await as('ma-coordinator'), sheet))).toMatchObject({ code: 'SAFETY_SHEET_CHANGED' });
    expect((await seen(meetingId, 'fr-member-1')).safety).toMatchObject({ hostContact: 'Coordination', advice: 'NORMAL', adviceOn: '2026-11-15', version: 1 });
    expect((await seen(meetingId)).due.map(({ kind, year }) => `${kind} ${year}`)).toEqual(['PLAN 2027', 'EVALUATION 2025']);
  });
});

describe('planted defects', () => {
  it('a word read whatever its act convenes another meeting', async () => {
    const [one, other] = [await scheduled(), await scheduled()];
    await prove(one);
    const act = await actOn(other);
    const blind = spoilt((sql) => sql, (row) => ({ ...(row as object), statement: { ...(row as { statement: object }).statement, ...act } }));
    expect(await refusalOf(convene(other))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(await refusalOf(convene(other, { over: blind }))).toBeNull();
  });

  it('a word that is not used up is left for the next', async () => {
    const meetingId = await scheduled();
    await prove(meetingId);
    await valueOf(convene(meetingId, { over: spoilt((sql) => sql.replace('set used_at = $2', 'set used_at = nullif($2::timestamptz, $2::timestamptz)')) }));
    expect(await given.owner.query('select 1 from step_up where used_at is null')).not.toEqual([]);
  });

  it('an open session taken for a proof convenes without one', async () => {
    const meetingId = await scheduled();
    expect(await refusalOf(convene(meetingId))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const trusting = spoilt((sql) => sql.replace('step_up_at as at from session', `'${given.clock.now().toISOString()}'::timestamptz as at from session`));
    expect(await refusalOf(convene(meetingId, { over: trusting }))).toBeNull();
  });

  it('an answer to the day before, taken for one to the day it moved to, leaves its author out of the call', async () => {
    const meetingId = await scheduled();
    await valueOf(convene(meetingId, { ctx: await given.as(ours, 'ma-president') }));
    await valueOf(given.actions.answer.run(await given.as(ours, 'fr-president'), { meetingId, reply: 'COMING' }));
    await valueOf(given.actions.move.run(await given.as(ours, 'ma-president'), { meetingId, civilDate: '2026-12-12' as CivilDate, time: '10:00', place: 'Ailleurs', reason: 'Intempéries' }));
    given.later(48 * 60);
    const believing = spoilt((sql) => sql.replace('note, sequence, answered_at', 'note, (select meeting.sequence from meeting where meeting.id = meeting_id) as sequence, answered_at'));
    await valueOf(new CallSilentAgain(believing, zones, given.actions.reader).run(await given.as(ours, 'fr-coordinator'), { meetingId }));
    const [told] = (await given.facts('ConvocationSentAgain')).filter((fact) => fact.subject_id === meetingId);
    expect(told?.data['personIds']).not.toContain(ours.people.get('fr-president'));
  });
});
