import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { audit, horizontalScroll, hydrated, newPage, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';
import { enter } from './demo-story.js';

/** A key is made, opens the door and signs a PV, in real Chromium with a virtual authenticator, in French and in Arabic. */
let demo: DemoHouse;
let browser: Browser;
let minutesPath: string;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const opened = (device: Device = {}): Promise<Page> => newPage(browser, { ...device, at: demo.url });
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const path = (page: Page): string => new URL(page.url()).pathname;

/** The device of a person: it holds keys and recognises her, or does not. */
async function authenticatorOf(page: Page, { recognises = true } = {}): Promise<{ recognise(yes: boolean): Promise<void> }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2' as const, transport: 'internal' as const, hasResidentKey: true, hasUserVerification: true, isUserVerified: recognises, automaticPresenceSimulation: true };
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return { recognise: async (yes) => void (await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: yes })) };
}

async function rows<Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  return client.query<Row>(statement, values).then((answer) => answer.rows).finally(() => client.end());
}

async function mailedCode(): Promise<string> {
  await demo.tick();
  const [letter] = await rows<{ text: string }>("select text from mailbox_message where subject = 'Votre code de connexion à Passerelle' order by received_at desc limit 1");
  const code = /\b\d{3}\s?\d{3}\b/.exec(letter?.text ?? '')?.[0];
  if (!code) throw new Error('the letter holds no code');
  return code;
}

/** A page that is right for everybody: axe, width, big targets, no error. */
async function expectKind(page: Page): Promise<void> {
  expect(await audit(page)).toEqual([]);
  expect(await horizontalScroll(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(troublesOf(page)).toEqual([]);
}

/** For an eye to judge, when asked for with `PICTURES`. */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/key-${name}.png`, fullPage: true });
}

/** Two signatures are asked for anew: the coordination corrects a word, which makes another version. */
async function freshVersion(): Promise<void> {
  const page = await opened();
  await enter(page, 'maire');
  await page.goto('/?lang=fr');
  minutesPath = (await page.locator('main a[href^="/minutes/"]').first().getAttribute('href')) ?? '';
  await enter(page, 'coordinateur');
  await page.goto(`${minutesPath}/edit`);
  await hydrated(page);
  await page.getByLabel('Échanges').first().fill('Un mot corrigé.');
  await press(page, 'Enregistrer le texte');
  await page.getByText('Le texte est enregistré.').waitFor();
  await press(page, 'Soumettre à la relecture');
  await press(page, 'Rendre définitif');
  await page.getByText('Le PV est définitif.').waitFor();
  await page.context().close();
}

describe('a mayor on her phone, in French', () => {
  let page: Page;
  let device: Awaited<ReturnType<typeof authenticatorOf>>;

  it('is offered a key after her code, makes one, and is where her link pointed', async () => {
    await freshVersion();
    page = await opened({ width: 390 });
    device = await authenticatorOf(page);
    await page.goto(`${minutesPath}?lang=fr`);
    await hydrated(page);
    await page.getByLabel('Votre adresse de courriel').fill('maire@villeneuve-la-garenne.example');
    await press(page, 'Recevoir un code');
    await page.getByLabel('Code à six chiffres').waitFor();
    await page.getByLabel('Code à six chiffres').fill(await mailedCode());
    await press(page, 'Se connecter');
    await page.getByRole('heading', { name: 'Se connecter plus vite la prochaine fois' }).waitFor();
    await expectKind(page);
    await press(page, 'Créer ma clé d’accès');
    await page.waitForURL((url) => url.pathname === minutesPath);
    expect(await rows('select added_how, octet_length(public_key) > 30 as public from passkey')).toEqual([{ added_how: 'SESSION', public: true }]);
  }, 120_000);

  it('comes in by her key, one press, no address typed', async () => {
    await press(page, 'Se déconnecter');
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${minutesPath}?lang=fr`);
    await hydrated(page);
    await expectKind(page);
    await press(page, 'Utiliser ma clé d’accès');
    await page.waitForURL((url) => url.pathname === minutesPath);
    expect(await rows('select method, step_up_at from session order by started_at desc limit 1')).toEqual([{ method: 'PASSKEY', step_up_at: null }]);
  }, 60_000);

  it('signs with it: not when her device does not recognise her, then bound to this PV in this version', async () => {
    await page.goto(`${minutesPath}/sign?lang=fr`);
    await hydrated(page);
    await expectKind(page);
    await page.getByLabel('Fait à').fill('Gennevilliers');
    await device.recognise(false);
    await press(page, 'Je signe avec ma clé d’accès');
    await page.getByText('La clé d’accès n’a pas répondu.').waitFor();
    expect(await rows('select 1 from step_up')).toEqual([]);
    await device.recognise(true);
    await press(page, 'Je signe avec ma clé d’accès');
    await page.getByText('Votre signature est enregistrée.').waitFor();
    const [signature] = await rows<{ method: string; minutes_id: string; content_hash: string; version: number; person_id: string }>(
      'select method, minutes_id, content_hash, version, person_id from signature order by signed_at desc limit 1',
    );
    const [proof] = await rows<{ statement: object; used: boolean }>('select statement, used_at is not null as used from step_up order by proved_at desc limit 1');
    expect(signature).toMatchObject({ method: 'PASSKEY', version: 2 });
    expect(proof).toMatchObject({ used: true, statement: { kind: 'signMinutes', subjectId: signature!.minutes_id, version: 2, contentHash: signature!.content_hash, personId: signature!.person_id } });
  }, 60_000);

  it('convenes with it: bound to this meeting, with this agenda', async () => {
    const [meeting] = await rows<{ id: string }>(`select id from meeting where state = 'SCHEDULED'`);
    await page.goto(`/meetings/${meeting!.id}?lang=fr`);
    await hydrated(page);
    await expectKind(page);
    await pictured(page, 'convene');
    await device.recognise(false);
    await press(page, 'Convoquer avec ma clé d’accès');
    await page.getByText('La clé d’accès n’a pas répondu.').waitFor();
    await device.recognise(true);
    await press(page, 'Convoquer avec ma clé d’accès');
    await page.getByRole('button', { name: 'Convoquer avec ma clé d’accès' }).waitFor({ state: 'detached' });
    expect(await rows('select state from meeting where id = $1', [meeting!.id])).toEqual([{ state: 'CONVENED' }]);
    const [proof] = await rows('select statement, used_at is not null as used from step_up order by proved_at desc limit 1');
    expect(proof).toMatchObject({ used: true, statement: { kind: 'conveneMeeting', subjectId: meeting!.id } });
  }, 60_000);

  it('moves it with it: bound to that day, that place and that reason', async () => {
    const moved = page.locator('form', { has: page.locator('input[value="rescheduleMeeting"]') });
    await page.getByText('Changer la date ou le lieu…').click();
    await moved.getByLabel('Nouvelle date').fill('2026-12-16');
    await moved.getByLabel('Pourquoi').fill('Intempéries\nannoncées');
    await expectKind(page);
    await pictured(page, 'move');
    await moved.getByRole('button', { name: 'Déplacer avec ma clé d’accès' }).click();
    await page.getByRole('heading', { name: 'Ce qui a changé' }).waitFor();
    const [meeting] = await rows<{ id: string }>(`select id from meeting where civil_date = '2026-12-16'`);
    expect(await rows(`select data ->> 'method' as method from journal where kind = 'ConvocationMoved' and subject_id = $1`, [meeting!.id])).toEqual([{ method: 'PASSKEY' }]);
    const [proof] = await rows('select statement, used_at is not null as used from step_up order by proved_at desc limit 1');
    expect(proof).toMatchObject({ used: true, statement: { kind: 'rescheduleMeeting', subjectId: meeting!.id, version: 1 } });
  }, 60_000);

  it('sees her devices, and signs another one out', async () => {
    const other = await opened();
    await enter(other, 'maire');
    await page.goto('/devices?lang=fr');
    await hydrated(page);
    await page.getByText('Cet appareil', { exact: true }).waitFor();
    await expectKind(page);
    expect(await page.getByText('Chrome').count()).toBeGreaterThan(1);
    await press(page, 'Déconnecter tous les autres appareils');
    await page.getByText('C’est fait : l’appareil est déconnecté.').waitFor();
    await other.goto('/devices');
    expect(path(other)).toBe('/sign-in');
    await page.goto('/devices');
    expect(path(page)).toBe('/devices');
    await Promise.all([other.context().close(), page.context().close()]);
  }, 60_000);
});

describe('a coordinator, in Arabic', () => {
  it('ends a mandate by her key, which answers for this mandate alone', async () => {
    const page = await opened({ width: 390, language: 'ar-MA' });
    await authenticatorOf(page);
    await enter(page, 'coordinatrice');
    await page.goto('/devices?lang=ar');
    await hydrated(page);
    await press(page, 'إضافة مفتاح على هذا الجهاز');
    await page.getByText('مفتاحكم جاهز، وسيفتح لكم في المرة القادمة.').waitFor();
    await rows('update session set step_up_at = null');
    const [mandate] = await rows<{ id: string }>(
      `select mandate.id from mandate join seat on seat.id = mandate.seat_id join party on party.id = seat.party_id where seat.category = 'ELECTED_MEMBER' and party.place = 2 and "until" is null limit 1`,
    );
    await page.goto(`/people?lang=ar&end=${mandate!.id}`);
    await hydrated(page);
    await expectKind(page);
    const line = page.locator(`#mandate-${mandate!.id}`);
    await pictured(page, 'end-mandate');
    await line.getByLabel('السبب').fill('انتهاء المهام');
    await line.getByRole('button', { name: 'إنهاء الانتداب بمفتاح الدخول' }).click();
    await line.getByRole('button', { name: 'إنهاء الانتداب بمفتاح الدخول' }).waitFor({ state: 'detached' });
    expect(await rows('select ended_motive from mandate where id = $1', [mandate!.id])).toEqual([{ ended_motive: 'انتهاء المهام' }]);
    expect((await rows('select statement, used_at is not null as used from step_up order by proved_at desc limit 1'))[0]).toMatchObject({ used: true, statement: { kind: 'endMandate', subjectId: mandate!.id } });
    await page.context().close();
  }, 60_000);
});

describe('the president of the other side, in Arabic', () => {
  it('adds a key from her devices; on that telephone four gestures lead from her letter to the signature, which makes the PV executory', async () => {
    const page = await opened({ width: 390, language: 'ar-MA', dark: true });
    await authenticatorOf(page);
    await enter(page, 'president');
    await page.goto('/devices?lang=ar');
    await hydrated(page);
    await expectKind(page);
    await press(page, 'إضافة مفتاح على هذا الجهاز');
    await page.getByText('مفتاحكم جاهز، وسيفتح لكم في المرة القادمة.').waitFor();
    await press(page, 'تسجيل الخروج');
    await demo.tick();
    const [letter] = await rows<{ text: string }>("select text from mailbox_message where subject like 'للتوقيع%' order by received_at desc limit 1");
    const link = /https?:\/\/\S+\/minutes\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    let gestures = 0;
    const gesture = async (made: Promise<unknown>, arrived: (url: URL) => boolean): Promise<void> => {
      gestures += 1;
      await made;
      await page.waitForURL(arrived);
      await hydrated(page);
    };
    await gesture(page.goto(link), (url) => url.pathname === '/sign-in');
    await expectKind(page);
    await gesture(press(page, 'الدخول بمفتاح الدخول'), (url) => url.pathname === minutesPath);
    await gesture(page.getByRole('link', { name: 'توقيع المحضر' }).first().click(), (url) => url.pathname === `${minutesPath}/sign`);
    await expectKind(page);
    await gesture(press(page, 'أوقّع بمفتاح الدخول'), (url) => url.searchParams.get('done') === 'signed');
    expect(gestures).toBe(4);
    expect(await rows('select method from signature where version = 2')).toEqual([{ method: 'PASSKEY' }, { method: 'PASSKEY' }]);
    const [minutes] = await rows('select state from minutes where id = $1', [minutesPath.split('/')[2]]);
    expect(minutes).toEqual({ state: 'EXECUTORY' });
    await page.context().close();
  }, 120_000);
});
