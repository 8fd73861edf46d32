import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Answer } from '#kernel';
import { PostgresWork, UuidIds, databaseOf, type Cookies, type Ctx } from '#platform';
import type { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { browserCookie, sessionCookie } from '../domain/cookies.js';
import { usualSessionLimits } from '../domain/session.js';
import { PersonRow, SessionRow, SignInCodeRow } from '../store/identity.entity.js';
import { sessionByToken } from '../store/session.store.js';
import { sixDigits } from '../store/sign-in-code.store.js';
import { AskSignInCode } from './ask-sign-in-code.js';
import { RegisterPerson } from './register-person.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';

const secret = { value: 'a secret of this test, long enough' };
const clock = new FixedClock(new Date('2026-11-22T09:00:00Z'));
const address = 'maire@villeneuve-la-garenne.example';
let databases: FreshDatabase;
let app: DataSource;
let owner: DataSource;
let work: PostgresWork;

class Browser implements Cookies {
  private readonly jar = new Map<string, string>();
  get(name: string): string | null {
    return this.jar.get(name) || null;
  }
  set(name: string, value: string): void {
    this.jar.set(name, value);
  }
}

const visit = (cookies: Browser): Ctx => ctxOf(null, { cookies, audience: 'PUBLIC' });
const ask = (browser: Browser, mailAddress = address) => new AskSignInCode(work, secret).run(visit(browser), { mailAddress });
const enter = (browser: Browser, code: string) => new SignIn(work, secret, usualSessionLimits).run(visit(browser), { code });
const codeOf = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'ACCEPTED');

/** What the mail would carry: derived from the newest row, as the mail is. */
async function mailedCode(): Promise<string> {
  const [row] = await owner.query<{ id: string }[]>('select id from sign_in_code order by asked_at desc, id desc limit 1');
  return sixDigits(secret.value, row!.id);
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

beforeAll(async () => {
  databases = await freshDatabase();
  app = await databaseOf(databases.app, [PersonRow, SessionRow, SignInCodeRow]).initialize();
  owner = await databaseOf(databases.owner, [], 1).initialize();
  work = new PostgresWork(app, { legal: clock, machine: clock, ids: new UuidIds(clock) });
  const registered = await new RegisterPerson(work).run(ctxOf(null, { audience: 'INSTANCE' }), { displayName: 'Maire', mailAddress: address, language: 'fr' });
  expect(registered.refused).toBe(false);
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await databases.drop();
});
const passQuarter = (): void => clock.moveTo(new Date(clock.now().getTime() + 16 * 60_000));

describe('signing in by a mailed code', () => {
  it('opens a session, known by its token only, and signing out ends it', async () => {
    const browser = new Browser();
    expect(codeOf(await ask(browser))).toBe('ACCEPTED');
    expect(codeOf(await enter(browser, ` ${(await mailedCode()).replace(/(...)/, '$1 ')}`))).toBe('ACCEPTED');
    const token = browser.get(sessionCookie)!;
    const known = await work.read(visit(browser), (tx) => sessionByToken(tx, token, { now: clock.now(), limits: usualSessionLimits }));
    expect(known).toMatchObject({ language: 'fr', stepUpAt: clock.now() });
    const stored = JSON.stringify(await owner.query('select encode(token_hash, \'escape\') as hash from session'));
    expect(stored).not.toContain(token);
    await new SignOut(work).run(ctxOf({ personId: known!.personId, sessionId: known!.sessionId }, { cookies: browser }));
    expect(await work.read(visit(browser), (tx) => sessionByToken(tx, token, { now: clock.now(), limits: usualSessionLimits }))).toBeNull();
  });

  it('answers an unknown address alike, and no code of it opens anything', async () => {
    passQuarter();
    const browser = new Browser();
    expect(await ask(browser, 'inconnu@ville.example')).toEqual({ refused: false, value: { mailAddress: 'inconnu@ville.example', minutes: 10 } });
    expect(codeOf(await enter(browser, await mailedCode()))).toBe('SIGN_IN_CODE_WRONG');
  });

  it('counts wrong tries though they are refused: the sixth is one too many, even right', async () => {
    passQuarter();
    const browser = new Browser();
    await ask(browser);
    const code = await mailedCode();
    for (const left of [4, 3, 2, 1, 0]) expect(await enter(browser, wrong(code))).toMatchObject({ code: 'SIGN_IN_CODE_WRONG', args: { left } });
    expect(codeOf(await enter(browser, code))).toBe('SIGN_IN_CODE_TOO_MANY_TRIES');
  });

  it('binds the code to the browser that asked, once, for ten minutes', async () => {
    passQuarter();
    const browser = new Browser();
    await ask(browser);
    const code = await mailedCode();
    expect(codeOf(await enter(new Browser(), code))).toBe('SIGN_IN_CODE_OTHER_BROWSER');
    const thief = new Browser();
    thief.set(browserCookie, 'guessed');
    expect(codeOf(await enter(thief, code))).toBe('SIGN_IN_CODE_EXPIRED');
    clock.moveTo(new Date(clock.now().getTime() + 10 * 60_000));
    expect(codeOf(await enter(browser, code))).toBe('SIGN_IN_CODE_EXPIRED');
  });

  it('sends five codes a quarter of an hour to one address, not six', async () => {
    passQuarter();
    for (let n = 0; n < 5; n += 1) expect(codeOf(await ask(new Browser()))).toBe('ACCEPTED');
    expect(codeOf(await ask(new Browser()))).toBe('SIGN_IN_CODE_TOO_MANY_ASKED');
  });

  it('never writes the digits: not in the database, not in the journal', async () => {
    passQuarter();
    await ask(new Browser());
    const code = await mailedCode();
    const everything = JSON.stringify([await owner.query('select * from sign_in_code'), await owner.query('select * from journal'), await owner.query('select * from outbox')]);
    expect(everything).not.toContain(`"${code}"`);
  });
});
