import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import * as inPage from './in-page.js';
import { openWebKit, webkitIsHere, type WebKit, type WebKitPage } from './webkit.js';

/** The telephone of most mayors speaks WebKit: from the letter to the signature, by mailed codes alone, in French and in Arabic. */
(webkitIsHere() ? describe : describe.skip)('in WebKit, at 390 px', () => {
  let demo: DemoHouse;
  let webkit: WebKit;
  let minutesPath: string;
  /** Ways of the hand since the letter: a link followed, a button pressed. Codes are counted apart. */
  let gestures = 0;

  async function rows<Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: demo.database.superuser });
    await client.connect();
    return client.query<Row>(statement, values).then((answer) => answer.rows).finally(() => client.end());
  }

  async function letter(subject: string, to: string): Promise<string> {
    await demo.tick();
    const [found] = await rows<{ text: string }>('select text from mailbox_message where subject like $1 and to_address like $2 order by received_at desc limit 1', [subject, `${to}@%`]);
    if (!found) throw new Error(`no letter « ${subject} »`);
    return found.text;
  }

  const linkIn = (text: string): string => /https?:\/\/\S+\/minutes\/[0-9a-f-]+/.exec(text)?.[0] ?? '';
  const codeIn = (text: string): string => /\b\d{3}\s?\d{3}\b/.exec(text)?.[0] ?? '';

  async function gesture(page: WebKitPage, made: Promise<void>, at: (url: URL) => boolean): Promise<void> {
    gestures += 1;
    await made;
    await page.arrived(at);
    expect(await page.evaluate(inPage.horizontalScroll)).toEqual([]);
    expect(await page.evaluate(inPage.smallTargets)).toEqual([]);
  }

  /** For an eye to judge, when asked for with `PICTURES`. */
  async function pictured(page: WebKitPage, name: string): Promise<void> {
    const folder = process.env['PICTURES'];
    if (folder) writeFileSync(join(folder, `webkit-${name}.png`), Buffer.from(await page.picture(), 'base64'));
  }

  /** Both signatures are asked for anew: the coordination corrects a word, which makes another version. */
  async function freshVersion(): Promise<void> {
    const coordination = await demo.as('coordinateur');
    const [minutes] = await rows<{ id: string; version: number }>("select id, prose_version as version from minutes where state = 'PARTIALLY_SIGNED'");
    const minutesId = minutes!.id;
    minutesPath = `/minutes/${minutesId}`;
    await coordination.act('editMinutes', { minutesId, expectedVersion: minutes!.version, prose: [{ language: 'fr', discussion: 'Un mot corrigé.' }] });
    for (const step of ['reviewMinutes', 'finaliseMinutes']) expect(await coordination.act(step, { minutesId })).toMatchObject({ __typename: 'Minutes' });
  }

  beforeAll(async () => {
    demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
    [webkit] = await Promise.all([openWebKit(), freshVersion()]);
  }, 180_000);
  afterAll(async () => {
    await webkit?.close();
    await demo?.close();
  });

  /** Another application took the telephone; the reader comes back to the page, and nothing is asked again. */
  async function interrupted(page: WebKitPage, at: (url: URL) => boolean): Promise<void> {
    await page.goto('about:blank');
    await page.back();
    await page.arrived(at);
  }

  const signatures = (): Promise<object[]> => rows('select method, place from signature where version = 2 order by signed_at');
  const atCode = (url: URL): boolean => url.pathname === '/sign-in/code';
  const atMinutes = (url: URL): boolean => url.pathname === minutesPath;
  const atSign = (url: URL): boolean => url.pathname === `${minutesPath}/sign`;
  const signed = (url: URL): boolean => url.searchParams.get('done') === 'signed';

  it('a mayor on a new device: one code and four gestures; interrupted twice, she resumes where she was', async () => {
    const page = await webkit.newPage(demo.url);
    gestures = 0;
    await gesture(page, page.goto(linkIn(await letter('À signer%', 'maire'))), (url) => url.pathname === '/sign-in');
    expect(await page.evaluate('innerWidth')).toBe(390);
    await page.fill('Votre adresse de courriel', 'maire@villeneuve-la-garenne.example');
    await gesture(page, page.press('Recevoir un code'), atCode);
    const code = codeIn(await letter('Votre code de connexion%', 'maire'));
    await interrupted(page, atCode);
    await pictured(page, 'code-fr');
    await page.fill('Code à six chiffres', code);
    await page.press('Se connecter');
    await page.arrived(atMinutes);
    await pictured(page, 'minutes-fr');
    await gesture(page, page.press('Signer le PV'), atSign);
    await interrupted(page, atSign);
    await page.fill('Fait à', 'Gennevilliers');
    await pictured(page, 'sign-fr');
    await gesture(page, page.press('Je signe'), signed);
    await page.reads('Votre signature est enregistrée.');
    expect(gestures).toBe(4);
    expect(await signatures()).toEqual([{ method: 'MAIL_CODE', place: 'Gennevilliers' }]);
  }, 120_000);

  it('the president, in Arabic, on a telephone that is known: four gestures, one code since the last proof is old, and the PV is executory', async () => {
    const page = await webkit.newPage(demo.url);
    await page.goto('/demo/president');
    await rows('update session set step_up_at = null');
    gestures = 0;
    await gesture(page, page.goto(linkIn(await letter('للتوقيع%', 'president'))), atMinutes);
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual(['ar', 'rtl']);
    await pictured(page, 'minutes-ar');
    await gesture(page, page.press('توقيع المحضر'), atSign);
    await pictured(page, 'prove-ar');
    await gesture(page, page.press('التوصل برمز'), (url) => url.pathname === '/confirm/code');
    await page.fill('رمز من ستة أرقام', codeIn(await letter('%رمز%', 'president')));
    await page.press('التأكيد والمتابعة');
    await page.arrived(atSign);
    await pictured(page, 'sign-ar');
    await gesture(page, page.press('أوقّع'), signed);
    expect(gestures).toBe(4);
    expect(await signatures()).toHaveLength(2);
    expect(await rows('select state from minutes where id = $1', [minutesPath.split('/')[2]])).toEqual([{ state: 'EXECUTORY' }]);
  }, 120_000);
});
