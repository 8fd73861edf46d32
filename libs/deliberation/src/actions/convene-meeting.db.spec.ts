import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
import { MeetingReader } from '../views/meeting.reader.js';
import { ConveneMeeting } from './convene-meeting.js';

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
  const plan = { partnershipId: ours.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: ours.morocco, civilDate: '2026-12-04' as CivilDate, time: `${10 + place}:00`, place: 'Hôtel de ville' } as const;
  const meetingId = await valueOf(given.actions.schedule.run(coordinator, plan));
  await valueOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: 'Le budget', text: 'Mille euros.' }));
  return meetingId;
}
/** What the page shows of the convocation, and what the key is asked to answer for. */
async function actOn(meetingId: string) {
  const { version, convocationHash: contentHash } = await given.work.read(mayor, (tx) => given.actions.reader.present(tx, meetingId));
  return { kind: 'conveneMeeting', subjectId: meetingId, version, contentHash };
}
async function prove(meetingId: string): Promise<void> {
  const options = await valueOf(new AskStepUp(given.work, site).run(mayor, await actOn(meetingId)));
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
});
