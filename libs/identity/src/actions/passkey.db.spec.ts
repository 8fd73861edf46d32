import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { accepted, FixedClock, type Answer } from '#kernel';
import { PostgresWork, UuidIds, databaseOf, type Cookies, type Ctx, type Tx, type Work } from '#platform';
import type { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { SoftwareAuthenticator, type Misdeed } from '../authenticator.contract.js';
import { proofOfAct, type Proof } from '../identity.face.js';
import { usualSessionLimits } from '../domain/session.js';
import { PersonRow, SessionRow, SignInCodeRow } from '../store/identity.entity.js';
import { PasskeyChallengeRow, PasskeyRow, StepUpRow } from '../store/passkey.entity.js';
import { openSession } from '../store/session.store.js';
import { AskPasskeyRegistration } from './ask-passkey-registration.js';
import { AskPasskeySignIn } from './ask-passkey-sign-in.js';
import { AskStepUp, type AskStepUpInput } from './ask-step-up.js';
import { ProveStepUp } from './prove-step-up.js';
import { RegisterPasskey } from './register-passkey.js';
import { RegisterPerson } from './register-person.js';
import { SignInWithPasskey } from './sign-in-with-passkey.js';

const site = { id: 'passerelle.example', origin: 'https://passerelle.example', name: 'Passerelle' };
const secret = { value: 'a secret of this test, long enough' };
const clock = new FixedClock(new Date('2026-11-22T09:00:00Z'));
let databases: FreshDatabase;
let app: DataSource;
let owner: DataSource;
let work: PostgresWork;

class Browser implements Cookies {
  readonly jar = new Map<string, string>();
  get(name: string): string | null {
    return this.jar.get(name) || null;
  }
  set(name: string, value: string): void {
    this.jar.set(name, value);
  }
}

/** A person with an open session, a browser and a key. */
interface Signatory {
  readonly ctx: Ctx;
  readonly browser: Browser;
  readonly key: SoftwareAuthenticator;
  readonly personId: string;
}

const codeOf = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'ACCEPTED');
const valueOf = <T>(answer: Answer<T>): T => {
  if (answer.refused) throw new Error(answer.code);
  return answer.value;
};
let people = 0;

async function signatory(): Promise<Signatory> {
  people += 1;
  const input = { displayName: `Personne ${people}`, mailAddress: `p${people}@ville.example`, language: 'fr' } as const;
  const personId = valueOf(await new RegisterPerson(work).run(ctxOf(null, { audience: 'INSTANCE' }), input));
  const browser = new Browser();
  await work.run(ctxOf(null, { audience: 'INSTANCE' }), async (tx) => accepted(await openSession(tx, { personId, method: 'MAIL_CODE', device: { browser: null, platform: null } }, usualSessionLimits)));
  const [session] = (await owner.query('select id from session where person_id = $1', [personId])) as { id: string }[];
  const ctx = ctxOf({ personId, sessionId: session!.id }, { cookies: browser });
  const key = new SoftwareAuthenticator(site.id, site.origin, personId);
  const options = valueOf(await new AskPasskeyRegistration(work, site).run(ctx));
  valueOf(await new RegisterPasskey(work, site).run(ctx, { response: key.create(options) }));
  return { ctx, browser, key, personId };
}

const acts = { a: { kind: 'signMinutes', subjectId: '0193a4c2-7d10-7e5a-9c31-5a1f0c2b7e44', version: 2, contentHash: 'c0ffee' } };
const ask = async ({ ctx }: Signatory, act: AskStepUpInput = acts.a): Promise<string> => valueOf(await new AskStepUp(work, site).run(ctx, act));
const prove = ({ ctx }: Signatory, response: string, over: Work = work): Promise<Answer<true>> => new ProveStepUp(over, site).run(ctx, { response });
/** What the act itself finds, and uses up. */
const proofFor = async ({ ctx }: Signatory, act = acts.a, over: Work = work): Promise<Proof> => valueOf(await over.run(ctx, async (tx) => accepted(await proofOfAct(tx, act))));
const forgetCode = ({ personId }: Signatory): Promise<unknown> => owner.query(`update session set step_up_at = null, step_up_method = null where person_id = $1`, [personId]);

beforeAll(async () => {
  databases = await freshDatabase();
  app = await databaseOf(databases.app, [PersonRow, SessionRow, SignInCodeRow, PasskeyRow, PasskeyChallengeRow, StepUpRow]).initialize();
  owner = await databaseOf(databases.owner, [], 2).initialize();
  work = new PostgresWork(app, { legal: clock, machine: clock, ids: new UuidIds(clock) });
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await databases.drop();
});

describe('a key', () => {
  it('is made once, verified, and only right after a proof', async () => {
    const person = await signatory();
    const again = valueOf(await new AskPasskeyRegistration(work, site).run(person.ctx));
    expect(JSON.parse(again)).toMatchObject({ pubKeyCredParams: [{ alg: -7 }, { alg: -257 }], authenticatorSelection: { userVerification: 'required' }, rp: { id: site.id } });
    expect(codeOf(await new RegisterPasskey(work, site).run(person.ctx, { response: person.key.create(again) }))).toBe('PASSKEY_KNOWN');
    expect(codeOf(await new RegisterPasskey(work, site).run(person.ctx, { response: person.key.create(again) }))).toBe('PASSKEY_EXPIRED');
    await forgetCode(person);
    expect(codeOf(await new AskPasskeyRegistration(work, site).run(person.ctx))).toBe('STEP_UP_REQUIRED');
  });

  it.each<{ what: string; wrong: Misdeed; algorithm?: number }>([
    { what: 'another challenge', wrong: { challenge: Buffer.alloc(32, 1).toString('base64url') } },
    { what: 'another origin', wrong: { origin: 'https://passerelle.example.evil.example' } },
    { what: 'another site', wrong: { rpId: 'evil.example' } },
    { what: 'nobody verified', wrong: { flags: 0x41 } },
    { what: 'nobody present', wrong: { flags: 0x44 } },
    { what: 'the wrong ceremony', wrong: { type: 'webauthn.get' } },
    { what: 'Ed25519, which nobody asked for', wrong: {}, algorithm: -8 },
  ])('is not kept: $what', async ({ wrong, algorithm }) => {
    const person = await signatory();
    const fresh = new SoftwareAuthenticator(site.id, site.origin, person.personId);
    const options = valueOf(await new AskPasskeyRegistration(work, site).run(person.ctx));
    expect(codeOf(await new RegisterPasskey(work, site).run(person.ctx, { response: fresh.create(options, wrong, algorithm) }))).toBe('PASSKEY_REFUSED');
  });

  it('opens the door of its person, with a new session that proves no act by itself', async () => {
    const person = await signatory();
    const visitor = ctxOf(null, { cookies: new Browser(), audience: 'PUBLIC' });
    const options = valueOf(await new AskPasskeySignIn(work, site, secret).run(visitor));
    expect(JSON.parse(options)).not.toHaveProperty('allowCredentials');
    const response = person.key.get(options);
    expect(await new SignInWithPasskey(work, site, usualSessionLimits).run(visitor, { response })).toEqual({ refused: false, value: person.personId });
    expect(visitor.cookies?.get('session')).toHaveLength(43);
    const [opened] = (await owner.query(`select method, step_up_at from session where person_id = $1 and method = 'PASSKEY'`, [person.personId])) as object[];
    expect(opened).toEqual({ method: 'PASSKEY', step_up_at: null });
    expect(codeOf(await new SignInWithPasskey(work, site, usualSessionLimits).run(visitor, { response }))).toBe('PASSKEY_EXPIRED');
  });
});

describe('a proof bound to its act', () => {
  let mayor: Signatory;
  let other: Signatory;
  beforeAll(async () => {
    [mayor, other] = [await signatory(), await signatory()];
  });
  beforeEach(() => Promise.all([forgetCode(mayor), forgetCode(other)]));

  it('serves once, for that act, as PASSKEY', async () => {
    expect(codeOf(await prove(mayor, mayor.key.get(await ask(mayor))))).toBe('ACCEPTED');
    for (const changed of [{ kind: 'conveneMeeting' }, { subjectId: other.personId }, { version: 3 }, { contentHash: 'decaf0' }]) {
      expect(await proofFor(mayor, { ...acts.a, ...changed })).toEqual({ method: 'MAIL_CODE', at: null });
    }
    expect(await proofFor(other)).toEqual({ method: 'MAIL_CODE', at: null });
    expect(await proofFor(mayor)).toEqual({ method: 'PASSKEY', at: clock.now() });
    expect(await proofFor(mayor)).toEqual({ method: 'MAIL_CODE', at: null });
  });

  it('is over after five minutes, when its key is removed, and in another session', async () => {
    const proved = async (spoil: () => Promise<unknown>, who = mayor): Promise<string> => {
      expect(codeOf(await prove(mayor, mayor.key.get(await ask(mayor))))).toBe('ACCEPTED');
      await spoil();
      return (await proofFor(who)).method;
    };
    const elsewhere = await signatory();
    expect(await proved(async () => undefined, { ...mayor, ctx: { ...mayor.ctx, actor: { ...mayor.ctx.actor!, sessionId: elsewhere.ctx.actor!.sessionId } } })).toBe('MAIL_CODE');
    await proofFor(mayor);
    expect(await proved(async () => clock.moveTo(new Date(clock.now().getTime() + 5 * 60_000)))).toBe('MAIL_CODE');
    expect(await proved(() => owner.query('update passkey set revoked_at = now() where person_id = $1', [mayor.personId]))).toBe('MAIL_CODE');
    await owner.query('update passkey set revoked_at = null where person_id = $1', [mayor.personId]);
  });

  it('cannot come from a key added by recovery before 72 hours; a code stays open', async () => {
    const inThreeDays = new Date(clock.now().getTime() + 72 * 3_600_000);
    const options = await ask(mayor);
    await owner.query(`update passkey set added_how = 'RECOVERY', signs_after = $2 where person_id = $1`, [mayor.personId, inThreeDays]);
    expect(codeOf(await prove(mayor, mayor.key.get(options)))).toBe('PASSKEY_NOT_YET');
    expect(codeOf(await new AskStepUp(work, site).run(mayor.ctx, acts.a))).toBe('PASSKEY_NOT_YET');
    await owner.query(`update session set step_up_at = $2, step_up_method = 'MAIL_CODE' where person_id = $1`, [mayor.personId, clock.now()]);
    expect(await proofFor(mayor)).toEqual({ method: 'MAIL_CODE', at: clock.now() });
    await owner.query(`update passkey set added_how = 'SESSION', signs_after = added_at where person_id = $1`, [mayor.personId]);
  });

  /** Every way to cheat, each with its own fresh question; `act` is the one that would be signed. */
  const another = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const told: Misdeed[] = [
    { challenge: Buffer.alloc(32).toString('base64url') }, { challenge: '' }, { origin: 'http://passerelle.example' }, { origin: 'https://passerelle.example:444' },
    { origin: 'https://evil.example' }, { origin: 'null' }, { type: 'webauthn.create' }, { type: 'payment.get' }, { rpId: 'evil.example' }, { rpId: '' },
    { flags: 0x01 }, { flags: 0x00 }, { flags: 0x04 }, { flags: 0x11 }, { counter: 0 }, { counter: 1 }, { key: another }, { userHandle: 'somebody else' },
  ];
  const flips = Array.from({ length: 60 }, (_, n) => n);

  /** One bit of one field of an honest answer. */
  function flipped(answer: string, n: number): string {
    const parsed = JSON.parse(answer) as { response: Record<string, string> };
    const field = ['clientDataJSON', 'authenticatorData', 'signature'][n % 3]!;
    const bytes = Buffer.from(parsed.response[field]!, 'base64url');
    bytes[(n * 37) % bytes.length]! ^= 1 << (n % 8);
    parsed.response[field] = bytes.toString('base64url');
    return JSON.stringify(parsed);
  }

  /** A hundred dishonest assertions. Answers those a step-up took for good. */
  async function accepts(over: Work = work): Promise<string[]> {
    const taken: string[] = [];
    await owner.query('update step_up set used_at = now() where used_at is null');
    const attempt = async (what: string, make: (options: string) => string | Promise<string>): Promise<void> => {
      const response = await make(await ask(mayor));
      if (!(await prove(mayor, response, over)).refused || (await proofFor(mayor, acts.a, over)).method === 'PASSKEY') taken.push(what);
    };
    mayor.key.counter += 10;
    await owner.query('update passkey set counter = $2 where person_id = $1', [mayor.personId, mayor.key.counter]);
    for (const wrong of told) await attempt(JSON.stringify(wrong), (options) => mayor.key.get(options, wrong));
    for (const n of flips) await attempt(`bit ${n}`, (options) => flipped(mayor.key.get(options), n));
    for (const changed of [{ kind: 'conveneMeeting' }, { subjectId: other.personId }, { version: 3 }, { contentHash: 'decaf0' }]) {
      const elsewhere = await ask(mayor, { ...acts.a, ...changed });
      await attempt(`for ${JSON.stringify(changed)}`, () => mayor.key.get(elsewhere));
    }
    const spent = await ask(mayor);
    const honest = mayor.key.get(spent);
    await prove(mayor, honest, over);
    await proofFor(mayor, acts.a, over);
    for (let n = 0; n < 6; n += 1) await attempt('replayed', () => honest);
    for (let n = 0; n < 6; n += 1) await attempt('of another person', (options) => other.key.get(options));
    for (const text of ['', '{}', 'null', '[]', '{"id":1}', '"x"']) await attempt(`not an answer: ${text}`, () => text);
    return taken;
  }

  it('is refused to 100 mutated, replayed, cross-document, cross-origin, unverified and foreign assertions', async () => {
    expect(told.length + flips.length + 4 + 6 + 6 + 6).toBe(100);
    expect(await accepts()).toEqual([]);
  }, 120_000);

  it('is one question, one try: after a refusal even the right answer comes too late', async () => {
    const options = await ask(mayor);
    expect(codeOf(await prove(mayor, mayor.key.get(options, { flags: 0x01 })))).toBe('PASSKEY_REFUSED');
    expect(codeOf(await prove(mayor, mayor.key.get(options)))).toBe('PASSKEY_EXPIRED');
    const late = await ask(mayor);
    mayor.browser.jar.set('passkey', 'a guessed token');
    expect(codeOf(await prove(mayor, mayor.key.get(late)))).toBe('PASSKEY_EXPIRED');
    const slow = await ask(mayor);
    clock.moveTo(new Date(clock.now().getTime() + 5 * 60_000));
    expect(codeOf(await prove(mayor, mayor.key.get(slow)))).toBe('PASSKEY_EXPIRED');
  });

  /** The same house with one statement or one judgement spoilt. */
  const spoilt = (rewrite: (sql: string) => string): Work =>
    Object.assign(Object.create(work) as Work, {
      run: (ctx: Ctx, act: (tx: Tx) => Promise<never>) => work.run(ctx, (tx) => act({ ...tx, query: (sql, parameters) => tx.query(rewrite(sql), parameters) })),
    });

  it('planted defect: a question that serves twice lets a replay in', async () => {
    const forgiving = spoilt((sql) => sql.replace('and used_at is null and expires_at > $5', 'and expires_at > $5'));
    const options = await ask(mayor);
    const token = mayor.browser.get('passkey')!;
    const honest = mayor.key.get(options, { counter: 0 });
    await owner.query('update passkey set counter = 0 where person_id = $1', [mayor.personId]);
    expect(codeOf(await prove(mayor, honest, forgiving))).toBe('ACCEPTED');
    mayor.browser.jar.set('passkey', token);
    // A second wall stands behind: one proof per question, by the database.
    await expect(prove(mayor, honest, forgiving)).rejects.toThrow('step_up_once_per_challenge');
    mayor.browser.jar.set('passkey', token);
    expect(codeOf(await prove(mayor, honest))).toBe('PASSKEY_EXPIRED');
    await proofFor(mayor);
  });

  it('planted defect: a proof that is not used up signs twice', async () => {
    const careless = spoilt((sql) => sql.replace('update step_up set used_at = $2 where', 'update step_up set used_at = nullif($2::timestamptz, $2::timestamptz) where'));
    await prove(mayor, mayor.key.get(await ask(mayor)));
    expect([(await proofFor(mayor, acts.a, careless)).method, (await proofFor(mayor, acts.a, careless)).method]).toEqual(['PASSKEY', 'PASSKEY']);
    expect([(await proofFor(mayor)).method, (await proofFor(mayor)).method]).toEqual(['PASSKEY', 'MAIL_CODE']);
  });

  it('planted defect: a proof read without its session serves a stolen one', async () => {
    const blind = spoilt((sql) => sql.replace('and step_up.session_id = $2', 'and $2::uuid is not null'));
    const elsewhere = await signatory();
    const stolen = { ...mayor, ctx: { ...mayor.ctx, actor: { ...mayor.ctx.actor!, sessionId: elsewhere.ctx.actor!.sessionId } } };
    await prove(mayor, mayor.key.get(await ask(mayor)));
    expect((await proofFor(stolen)).method).not.toBe('PASSKEY');
    expect((await proofFor(stolen, acts.a, blind)).method).toBe('PASSKEY');
  });

  it('planted defect: a house at another address judges the hundred otherwise', async () => {
    const elsewhere = { ...site, origin: 'https://evil.example' };
    const options = await ask(mayor);
    expect(codeOf(await new ProveStepUp(work, elsewhere).run(mayor.ctx, { response: mayor.key.get(options, { origin: 'https://evil.example' }) }))).toBe('ACCEPTED');
  });
});
