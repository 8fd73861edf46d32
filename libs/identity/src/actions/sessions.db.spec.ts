import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, FixedClock, type Answer } from '#kernel';
import { PostgresWork, UuidIds, databaseOf, type Cookies, type Ctx, type Tx, type Work } from '#platform';
import type { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { sessionCookie } from '../domain/cookies.js';
import { usualSessionLimits, type SessionLimits } from '../domain/session.js';
import { endSessions } from '../identity.face.js';
import { PersonRow, SessionRow, SignInCodeRow } from '../store/identity.entity.js';
import { seeSession, sessionByToken, type KnownSession } from '../store/session.store.js';
import { sixDigits } from '../store/sign-in-code.store.js';
import { AskSignInCode } from './ask-sign-in-code.js';
import { GiveSignInCode } from './give-sign-in-code.js';
import { RegisterPerson } from './register-person.js';
import { RevokeSession } from './revoke-session.js';
import { SignIn } from './sign-in.js';

const secret = { value: 'a secret of this test, long enough' };
const clock = new FixedClock(new Date('2026-11-22T09:00:00Z'));
const day = 86_400_000;
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

const codeOf = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'ACCEPTED');
const pass = (milliseconds: number): void => clock.moveTo(new Date(clock.now().getTime() + milliseconds));
const from = (browser: Browser, address = '192.0.2.1'): Ctx =>
  ctxOf(null, { cookies: browser, audience: 'PUBLIC', visitor: { address, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0' } });
const ask = (ctx: Ctx, mailAddress: string, over: Work = work) => new AskSignInCode(over, secret).run(ctx, { mailAddress });
const known = (browser: Browser, limits: SessionLimits = usualSessionLimits): Promise<KnownSession | null> =>
  work.read(from(browser), (tx) => sessionByToken(tx, browser.get(sessionCookie) ?? '', { now: clock.now(), limits }));

async function enter(browser: Browser, mailAddress: string, actor: Ctx['actor'] = null): Promise<string> {
  const ctx = { ...from(browser), actor };
  expect(codeOf(await ask(ctx, mailAddress))).toBe('ACCEPTED');
  const [row] = (await owner.query('select id from sign_in_code where mail_address = $1 and used_at is null order by asked_at desc, id desc limit 1', [mailAddress])) as { id: string }[];
  return codeOf(await new SignIn(work, secret, usualSessionLimits).run(ctx, { code: sixDigits(secret.value, row!.id) }));
}
const actorOf = ({ personId, sessionId, stepUpAt }: KnownSession): NonNullable<Ctx['actor']> => ctxOf({ personId, sessionId, stepUpAt }).actor!;

beforeAll(async () => {
  databases = await freshDatabase();
  app = await databaseOf(databases.app, [PersonRow, SessionRow, SignInCodeRow]).initialize();
  owner = await databaseOf(databases.owner, [], 1).initialize();
  work = new PostgresWork(app, { legal: clock, machine: clock, ids: new UuidIds(clock) });
  for (const name of ['maire', 'adjointe', 'autre']) {
    await new RegisterPerson(work).run(ctxOf(null, { audience: 'INSTANCE' }), { displayName: name, mailAddress: `${name}@ville.example`, language: 'fr' });
  }
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await databases.drop();
});

describe('a session', () => {
  it('lives while it is visited, ends without a visit, and at its longest', async () => {
    const browser = new Browser();
    expect(await enter(browser, 'maire@ville.example')).toBe('ACCEPTED');
    const { sessionId } = (await known(browser))!;
    const visit = () => work.run(ctxOf(null, { audience: 'INSTANCE' }), async (tx) => accepted(await seeSession(tx, sessionId)));
    pass(30 * day - 1);
    expect(await known(browser)).not.toBeNull();
    expect(await known(browser, { idle: 30 * 60_000, longest: day })).toBeNull();
    await visit();
    pass(30 * day - 1);
    await visit();
    pass(30 * day - 1);
    expect(await known(browser)).not.toBeNull();
    pass(3);
    expect(await known(browser)).toBeNull();
    const another = new Browser();
    await enter(another, 'maire@ville.example');
    pass(30 * day);
    expect(await known(another)).toBeNull();
  });

  it('gets another token at each code, and the earlier one opens nothing', async () => {
    const browser = new Browser();
    await enter(browser, 'maire@ville.example');
    const [first, session] = [browser.get(sessionCookie)!, (await known(browser))!];
    pass(6 * 60_000);
    expect(await enter(browser, 'maire@ville.example', actorOf(session))).toBe('ACCEPTED');
    expect(browser.get(sessionCookie)).not.toBe(first);
    expect(await known(browser)).toMatchObject({ sessionId: session.sessionId, stepUpAt: clock.now() });
    browser.jar.set(sessionCookie, first);
    expect(await known(browser)).toBeNull();
  });

  it('ends when somebody else signs in on the same browser', async () => {
    const browser = new Browser();
    await enter(browser, 'maire@ville.example');
    const [token, session] = [browser.get(sessionCookie)!, (await known(browser))!];
    await enter(browser, 'adjointe@ville.example', actorOf(session));
    expect((await known(browser))!.personId).not.toBe(session.personId);
    browser.jar.set(sessionCookie, token);
    expect(await known(browser)).toBeNull();
  });

  it('is revoked from another device, one or all; nobody else’s is', async () => {
    pass(day);
    const [phone, desk, tablet, stranger] = [new Browser(), new Browser(), new Browser(), new Browser()];
    for (const browser of [phone, desk, tablet]) await enter(browser, 'maire@ville.example');
    await enter(stranger, 'autre@ville.example');
    const [mine, his] = [(await known(phone))!, (await known(stranger))!];
    const ctx = ctxOf(actorOf(mine));
    const revoke = (sessionId: string | null) => new RevokeSession(work).run(ctx, { sessionId });
    expect(codeOf(await revoke(his.sessionId))).toBe('NOT_FOUND');
    expect(codeOf(await revoke((await known(desk))!.sessionId))).toBe('ACCEPTED');
    expect([await known(desk), await known(phone)]).toEqual([null, mine]);
    expect(await revoke(null)).toEqual({ refused: false, value: expect.any(Number) });
    expect([await known(tablet), (await known(phone))?.sessionId, (await known(stranger))?.sessionId]).toEqual([null, mine.sessionId, his.sessionId]);
    expect(await work.run(ctxOf(null, { audience: 'INSTANCE' }), async (tx) => accepted(await endSessions(tx, mine.personId)))).toEqual({ refused: false, value: 1 });
    expect(await known(phone)).toBeNull();
  });
});

describe('codes asked by many', () => {
  it('five by one network do not keep the person out of hers', async () => {
    pass(day);
    for (let n = 0; n < 5; n += 1) expect(codeOf(await ask(from(new Browser(), '198.51.100.9'), 'maire@ville.example'))).toBe('ACCEPTED');
    expect(codeOf(await ask(from(new Browser(), '198.51.100.9'), 'maire@ville.example'))).toBe('SIGN_IN_CODE_TOO_MANY_ASKED');
    expect(codeOf(await ask(from(new Browser(), '192.0.2.1'), 'maire@ville.example'))).toBe('ACCEPTED');
  });

  it('sixty from one network, of any address and even at once, not sixty-one; the network is nowhere in clear', async () => {
    pass(day);
    const answers = await Promise.all(Array.from({ length: 70 }, (_, n) => ask(from(new Browser(), `2001:db8:7:7::${n}`), `n${n}@ville.example`)));
    expect(answers.filter(({ refused }) => !refused)).toHaveLength(60);
    expect(new Set(answers.filter(({ refused }) => refused).map(codeOf))).toEqual(new Set(['SIGN_IN_CODE_TOO_MANY_HERE']));
    expect(JSON.stringify(await owner.query('select * from sign_in_code'))).not.toContain('2001:db8');
  }, 120_000);
});

describe('who is registered is nobody’s business', () => {
  const over = (change: (tx: Tx) => Partial<Tx>): Work =>
    Object.assign(Object.create(work) as Work, { run: (ctx: Ctx, act: (tx: Tx) => Promise<never>) => work.run(ctx, (tx) => act({ ...tx, ...change(tx) })) });
  /** What answering takes, in order: statements without their values, and the kinds of facts told. */
  async function workFor(address: string, planted: (tx: Tx) => Tx['query'] = (tx) => tx.query.bind(tx)): Promise<string[]> {
    const done: string[] = [];
    const listening = over((tx) => ({
      query: planted({ ...tx, query: (sql, parameters) => (done.push(sql), tx.query(sql, parameters)) }),
      tell: (...facts) => (done.push(...facts.map(({ kind }) => kind)), tx.tell(...facts)),
    }));
    // A quarter of an hour each, so that no count is ever reached.
    pass(16 * 60_000);
    expect(codeOf(await ask(from(new Browser(), '203.0.113.1'), address, listening))).toBe('ACCEPTED');
    return done;
  }
  /** One thing more for a known address: what sending the mail on the spot would do. */
  const onTheSpot = (tx: Tx): Tx['query'] => async (sql, parameters) => {
    if (sql.startsWith('insert into sign_in_code') && parameters?.[1]) await tx.query('select 1');
    return tx.query(sql, parameters);
  };

  // Compared as work, not as time: a busy machine takes longer for either.
  it('a known and an unknown address take the same work, and a planted difference is seen', async () => {
    pass(day);
    const known = await workFor('maire@ville.example');
    expect(known).toEqual(expect.arrayContaining([expect.stringMatching(/^insert into sign_in_code/)]));
    expect(await workFor('personne@ville.example')).toEqual(known);
    expect(await workFor('maire@ville.example', onTheSpot)).not.toEqual(await workFor('personne@ville.example', onTheSpot));
  });
});

describe('a code given by hand', () => {
  const give = (who: string) => new GiveSignInCode(work, secret).run(ctxOf(null, { audience: 'PUBLIC' }), who);
  it('is the one just asked, opens that browser once, and is journaled without its digits', async () => {
    pass(day);
    expect(codeOf(await give('maire@ville.example'))).toBe('SIGN_IN_CODE_NONE_PENDING');
    expect(codeOf(await give('inconnu@ville.example'))).toBe('PERSON_UNKNOWN');
    const browser = new Browser();
    await ask(from(browser), 'maire@ville.example');
    const given = await give(' Maire@ville.example ');
    if (given.refused) throw new Error(given.code);
    const { code } = given.value;
    expect(codeOf(await new SignIn(work, secret, usualSessionLimits).run(from(new Browser()), { code }))).toBe('SIGN_IN_CODE_OTHER_BROWSER');
    expect(codeOf(await new SignIn(work, secret, usualSessionLimits).run(from(browser), { code }))).toBe('ACCEPTED');
    expect(codeOf(await give('maire@ville.example'))).toBe('SIGN_IN_CODE_NONE_PENDING');
    const told = JSON.stringify(await owner.query(`select * from journal where kind = 'SignInCodeGivenByHand'`));
    expect(told).toContain('SignInCodeGivenByHand');
    expect(told).not.toContain(code);
  });
});
