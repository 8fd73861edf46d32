import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted } from '#kernel';
import { openSession, usualSessionLimits } from '#identity';
import type { Cookies, Ctx, Tx, Work } from '#platform';
import { AskPasskeyRegistration } from '../../../identity/src/actions/ask-passkey-registration.js';
import { RegisterPasskey } from '../../../identity/src/actions/register-passkey.js';
import { RemovePasskey } from '../../../identity/src/actions/remove-passkey.js';
import { SoftwareAuthenticator } from '../../../identity/src/authenticator.contract.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { deskOver } from '../desk.contract.js';

/** A key added to an account, or taken from it, is told to its person in her language; both ask a fresh code (issue 3, item 2). */
const site = { id: 'passerelle.example', origin: 'https://passerelle.example', name: 'Passerelle' };
let world: World;
beforeEach(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
});
afterEach(() => world.close());

class Browser implements Cookies {
  readonly jar = new Map<string, string>();
  get = (name: string): string | null => this.jar.get(name) || null;
  set = (name: string, value: string): void => void this.jar.set(name, value);
}
async function signedIn(who: Who): Promise<Ctx> {
  const personId = world.people.get(who) ?? '';
  await valueOf(world.app.run(ctxOf(null, { audience: 'INSTANCE' }), async (tx) => accepted(await openSession(tx, { personId, method: 'MAIL_CODE', device: { browser: null, platform: null } }, usualSessionLimits))));
  const [session] = (await world.owner.query('select id from session where person_id = $1 order by step_up_at desc limit 1', [personId])) as { id: string }[];
  return ctxOf({ personId, sessionId: session?.id ?? '' }, { cookies: new Browser() });
}
const askKey = (ctx: Ctx) => new AskPasskeyRegistration(world.app, site).run(ctx);
async function addKey(ctx: Ctx): Promise<string> {
  const key = new SoftwareAuthenticator(site.id, site.origin, ctx.actor?.personId ?? '');
  return valueOf(new RegisterPasskey(world.app, site).run(ctx, { response: key.create(await valueOf(askKey(ctx))) }));
}
const remove = (ctx: Ctx, passkeyId: string, over: Work = world.app) => new RemovePasskey(over).run(ctx, { passkeyId });
/** Five minutes by the machine later, as the session sees it. */
const codeGrowsOld = (): Promise<unknown> => world.owner.query(`update session set step_up_at = step_up_at - interval '5 minutes'`);
const usable = async (id: string): Promise<boolean> => ((await world.owner.query('select 1 from passkey where id = $1 and revoked_at is null', [id])) as unknown[]).length === 1;
async function letters(): Promise<{ to: string; subject: string; text: string }[]> {
  await deskOver(world).desk.tick();
  return world.owner.query('select to_address as to, subject, text from mailbox_message where position($1 in subject) > 0 or position($2 in subject) > 0 order by received_at, subject', ['clé d’accès', 'مفتاح']) as Promise<never>;
}

describe('the keys of an account', () => {
  it('are told to their person, each once, in her language: added, then removed', async () => {
    const [french, moroccan] = [await signedIn('fr-president'), await signedIn('ma-president')];
    const keys = [await addKey(french), await addKey(french)];
    await addKey(moroccan);
    const added = await letters();
    expect(added.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['president@fr.example', 'Une clé d’accès a été ajoutée à votre compte'],
      ['president@fr.example', 'Une clé d’accès a été ajoutée à votre compte'],
      ['president@ma.example', 'أُضيف مفتاح دخول إلى حسابكم'],
    ]);
    await valueOf(remove(french, keys[0] ?? ''));
    const [removed, ...others] = (await letters()).filter(({ subject }) => subject.includes('ôtée'));
    expect([removed?.to, removed?.subject, others.length]).toEqual(['president@fr.example', 'Une clé d’accès a été ôtée de votre compte', 0]);
    expect(removed?.text).toContain('/devices');
    for (const { text } of await letters()) for (const key of keys) expect(text).not.toContain(key);
  });

  it('change only right after a code, and only by their own person', async () => {
    const [owner, other] = [await signedIn('fr-president'), await signedIn('fr-elected')];
    const key = await addKey(owner);
    expect(await remove(other, key)).toMatchObject({ refused: true, code: 'NOT_FOUND' });
    await codeGrowsOld();
    expect(await remove(owner, key)).toMatchObject({ refused: true, code: 'STEP_UP_REQUIRED' });
    expect(await askKey(owner)).toMatchObject({ refused: true, code: 'STEP_UP_REQUIRED' });
    expect(await usable(key)).toBe(true);
    expect((await letters()).filter(({ subject }) => subject.includes('ôtée'))).toEqual([]);
    expect(await remove(await signedIn('fr-president'), key)).toMatchObject({ refused: false });
    expect(await usable(key)).toBe(false);
  });
});

describe('planted defects', () => {
  const spoilt = (rewrite: (sql: string) => string): Work =>
    Object.assign(Object.create(world.app) as Work, { run: (ctx: Ctx, act: (tx: Tx) => Promise<never>) => world.app.run(ctx, (tx) => act({ ...tx, query: (sql, parameters) => tx.query(rewrite(sql), parameters) })) });
  const silent = (kind: string): Work =>
    Object.assign(Object.create(world.app) as Work, { run: (ctx: Ctx, act: (tx: Tx) => Promise<never>) => world.app.run(ctx, (tx) => act({ ...tx, tell: (...facts) => tx.tell(...facts.filter((fact) => fact.kind !== kind)) })) });

  it('a removal that looks at the session’s beginning instead of its proof goes through without a code', async () => {
    const owner = await signedIn('fr-president');
    const key = await addKey(owner);
    await codeGrowsOld();
    expect(await remove(owner, key)).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(await remove(owner, key, spoilt((sql) => sql.replace('step_up_at as at', 'started_at as at')))).toMatchObject({ refused: false });
  });

  it('a removal that does not look whose key it is takes another’s', async () => {
    const key = await addKey(await signedIn('fr-president'));
    const other = await signedIn('fr-elected');
    const blind = spoilt((sql) => sql.replace('and person_id = $2', 'and $2::uuid is not null'));
    // A second wall stands behind: the row belongs to its person, by the database too.
    expect(await remove(other, key, blind)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await usable(key)).toBe(true);
  });

  it('a removal that tells no fact sends no letter', async () => {
    const owner = await signedIn('fr-president');
    const key = await addKey(owner);
    await valueOf(remove(owner, key, silent('PasskeyRemoved')));
    expect((await letters()).filter(({ subject }) => subject.includes('ôtée'))).toEqual([]);
  });
});
