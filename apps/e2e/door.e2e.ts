import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { audit, horizontalScroll, hydrated, newPage, openBrowser, smallTargets, type Device } from './browser.js';
import { signedIn } from './demo-story.js';

/** Coming in by a mailed code, proving again who signs, writing a PV at two, reading the demo's letters: in real Chromium. */
let demo: DemoHouse;
let browser: Browser;
let minutesPath: string;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const opened = (device: Device = {}): Promise<Page> => newPage(browser, { ...device, at: demo.url });

const as = (persona: string, device: Device = {}): Promise<Page> => signedIn(browser, persona, { ...device, at: demo.url, speaks: 'fr' });

async function outside(statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  await client.query(statement, values).finally(() => client.end());
}

/** The six digits of the newest code, read where the demo's letters arrive. */
async function mailedCode(subject = 'Votre code de connexion'): Promise<string> {
  await demo.tick();
  const page = await opened();
  await page.goto('/mailbox?lang=fr');
  await page.getByRole('link', { name: subject }).first().click();
  await page.getByText('Le même message').click();
  const code = /\b\d{3}\s?\d{3}\b/.exec(await page.locator('pre').innerText())?.[0];
  await page.context().close();
  if (!code) throw new Error('the letter holds no code');
  return code;
}

/** The words of a page's content, once these are among them: a page crosses the line in parts. */
async function reads(page: Page, words: string | RegExp): Promise<string> {
  await page.locator('main').getByText(words).first().waitFor();
  await page.waitForLoadState('load');
  return page.locator('main').innerText();
}

const press = async (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

describe('the door, without JavaScript', () => {
  it('brings a stranger back to the PV her link named, once the right code is typed', async () => {
    const maire = await as('maire');
    await maire.goto('/');
    minutesPath = (await maire.locator('main a[href^="/minutes/"]').first().getAttribute('href')) ?? '';
    await maire.context().close();
    const page = await opened({ javaScript: false, width: 390 });
    await page.goto(minutesPath);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByLabel('Votre adresse de courriel').fill('Maire@Villeneuve-la-Garenne.example');
    await press(page, 'Recevoir un code');
    expect(await page.getByLabel('Code à six chiffres').getAttribute('autocomplete')).toBe('one-time-code');
    const code = await mailedCode();
    const wrong = code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    await page.getByLabel('Code à six chiffres').fill(wrong);
    await press(page, 'Se connecter');
    expect(await page.getByRole('alert').innerText()).toContain('Il reste 4 essais');
    await page.getByLabel('Code à six chiffres').fill(code);
    await press(page, 'Se connecter');
    expect(new URL(page.url()).pathname).toBe(minutesPath);
    await page.getByRole('link', { name: 'Signer le PV' }).first().waitFor();
    await press(page, 'Se déconnecter');
    await page.goto(minutesPath);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  });

  it('leads home, never to another site, whatever a link asks for', async () => {
    const page = await opened({ javaScript: false });
    await page.goto(`/sign-in?next=${encodeURIComponent('/..//evil.example/minutes')}`);
    await page.getByLabel('Votre adresse de courriel').fill('adjointe@villeneuve-la-garenne.example');
    await press(page, 'Recevoir un code');
    await page.getByLabel('Code à six chiffres').fill(await mailedCode());
    await press(page, 'Se connecter');
    expect(page.url()).toBe(`${demo.url}/`);
    await page.context().close();
  });
});

describe('a PV written by two, then signed by a mayor whose proof is old', () => {
  it('shows both texts when another saved first, and loses neither', async () => {
    const [mine, theirs] = [await as('coordinateur', { javaScript: false }), await as('coordinatrice')];
    await Promise.all([mine.goto(`${minutesPath}/edit`), theirs.goto(`${minutesPath}/edit`)]);
    await theirs.getByLabel('Échanges').first().fill('Le texte de Tiznit,\nsur deux lignes.');
    await press(theirs, 'Enregistrer le texte');
    await theirs.getByText('Le texte est enregistré.').waitFor();
    await mine.getByLabel('Échanges').first().fill('Le texte de Villeneuve.');
    await press(mine, 'Enregistrer le texte');
    expect(await reads(mine, 'Enregistré entre-temps')).toContain('Le texte de Tiznit,\nsur deux lignes.');
    expect(await mine.getByLabel('Échanges').first().inputValue()).toBe('Le texte de Villeneuve.');
    await press(mine, 'Enregistrer le texte');
    const saved = await reads(mine, 'Le texte est enregistré.');
    expect(saved).toContain('Le texte de Villeneuve.');
    // Final and half signed before: the words changed, so version 2 begins without signatures (AT-02).
    expect(saved).toMatch(/Version 2[\s\S]*1 version remplacée/);
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });

  it('saves itself while it is a draft, and keeps both texts of two who write the same part', async () => {
    const [mine, theirs] = [await as('coordinateur'), await as('coordinatrice')];
    const exchanges = (page: Page) => page.getByLabel('Échanges').first();
    await Promise.all([mine, theirs].map((page) => page.goto(`${minutesPath}/edit`)));
    await Promise.all([mine, theirs].map(hydrated));
    await exchanges(mine).fill('Écrit à Villeneuve.');
    await mine.getByText(/Enregistré à \d\d:\d\d/).waitFor();
    await exchanges(theirs).fill('Écrit à Tiznit.');
    await theirs.getByRole('button', { name: 'Garder les deux textes' }).click();
    await theirs.getByText(/Enregistré à \d\d:\d\d/).waitFor();
    await theirs.getByLabel('Échanges').nth(2).fill('ⴰⵎⵙⴰⵡⴰⵍ');
    await press(theirs, 'Enregistrer le texte');
    const saved = await reads(theirs, 'Le texte est enregistré.');
    expect(saved).toMatch(/Écrit à Villeneuve\.\s+Écrit à Tiznit\.[\s\S]*ⴰⵎⵙⴰⵡⴰⵍ/);
    expect(saved).toMatch(/amazighe Écrite par [\s\S]*Version non relue par un locuteur/);
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });

  it('is observed by who was there, on a phone without JavaScript; a request for a change is answered before it is final', async () => {
    const [desk, maire] = [await as('coordinateur', { javaScript: false }), await as('maire', { javaScript: false, width: 390 })];
    await desk.goto(minutesPath);
    await press(desk, 'Soumettre à la relecture');
    await reads(desk, 'Le PV est soumis à la relecture');
    await maire.goto(`${minutesPath}/observations`);
    await maire.getByLabel(/^Demande de changement/).check();
    await maire.getByLabel('Votre observation').fill('Une phrase est en double.');
    await press(maire, 'Envoyer l’observation');
    await reads(maire, 'Votre observation est enregistrée.');
    await desk.goto(minutesPath);
    expect(await reads(desk, 'Observations sur le projet')).toContain('1 demande de changement attend une réponse');
    await reads(desk, 'répondez-y, puis rendez le PV définitif');
    await desk.getByRole('link', { name: 'Lire les observations' }).click();
    await desk.getByText('Répondre à cette observation').click();
    await desk.getByLabel('Suivie', { exact: true }).check();
    await press(desk, 'Enregistrer la réponse');
    await reads(desk, 'La réponse est enregistrée.');
    await desk.goto(minutesPath);
    await press(desk, 'Rendre définitif');
    await reads(desk, 'Le PV est définitif.');
    await Promise.all([desk.context().close(), maire.context().close()]);
  });

  it('asks for a code first, keeps the place she typed, then takes the signature', async () => {
    const page = await as('maire', { javaScript: false, width: 390 });
    await page.goto(minutesPath);
    await page.getByRole('link', { name: 'Signer le PV' }).first().click();
    await page.getByLabel('Fait à').fill('Gennevilliers');
    await outside(`update session set step_up_at = step_up_at - interval '1 hour'`);
    await press(page, 'Je signe');
    await press(page, 'Recevoir un code');
    await page.getByLabel('Code à six chiffres').fill(await mailedCode());
    await press(page, 'Confirmer et continuer');
    expect(await page.getByLabel('Fait à').inputValue()).toBe('Gennevilliers');
    await press(page, 'Je signe');
    const body = await reads(page, 'Votre signature est enregistrée.');
    expect(body).toContain('Fait à Gennevilliers');
    expect(body).not.toContain('Exécutoire depuis');
    await page.goto(`${minutesPath}/sign`);
    await reads(page, /déjà donnée/);
    expect(await page.getByRole('button', { name: 'Je signe' }).count()).toBe(0);
    await page.context().close();
  });
});

/** Opens the newest letter of that subject and follows its button. */
async function followLetter(page: Page, subject: string | RegExp, button: string): Promise<void> {
  await demo.tick();
  await page.goto('/mailbox');
  await page.getByRole('link', { name: subject }).first().click();
  await page.frameLocator('iframe').getByRole('link', { name: button }).click();
}

/** Fits a telephone: nothing sticks out, nothing is too small for a thumb. */
const fits = async (page: Page): Promise<void> => expect([await horizontalScroll(page), await smallTargets(page)]).toEqual([[], []]);

describe('the other side, with letters, a telephone and paper alone', () => {
  /** A picture of one point. */
  const scan = { name: 'PV signé.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') };

  it('one code and four gestures lead its president from the letter, on a telephone never seen, to « Je signe »; called away, he is back in place', async () => {
    const page = await opened({ javaScript: false, width: 390, language: 'ar-MA' });
    await followLetter(page, /^للتوقيع/, 'قراءة المحضر وتوقيعه'); // 1
    await page.getByLabel('عنوان بريدكم الإلكتروني').fill('president@tiznit.example');
    await press(page, 'التوصل برمز'); // 2
    await page.locator('input[autocomplete="one-time-code"]').fill(await mailedCode('رمز الدخول إلى Passerelle')); // the code
    await page.locator('main form button').first().click();
    await page.getByRole('link', { name: 'توقيع المحضر' }).first().click(); // 3
    await page.getByRole('button', { name: 'أوقّع', exact: true }).waitFor(); // 4 would sign
    expect(await page.getByLabel('حُرّر في').inputValue()).not.toBe('');
    await fits(page);
    await page.goto('about:blank');
    await followLetter(page, /^للتوقيع/, 'قراءة المحضر وتوقيعه');
    await page.getByRole('link', { name: 'توقيع المحضر' }).first().waitFor();
    // He prints the PV instead, and signs it by hand.
    const printed = await page.request.get((await page.locator('a[href$="/ar.pdf"]').first().getAttribute('href')) ?? '');
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  }, 120_000);

  it('its coordination brings the scan; the other one follows its letter, sees it, and the PV is executory', async () => {
    const hers = await as('coordinatrice', { javaScript: false, width: 390 });
    await followLetter(hers, 'Nouvelle version d’un procès-verbal', 'Lire la nouvelle version');
    await hers.getByRole('link', { name: 'Faire signer sur papier' }).click();
    await fits(hers);
    await hers.getByLabel('Fait à').fill('Tiznit');
    await hers.getByLabel('Signé le').fill('2026-11-22');
    await hers.getByLabel('Scan du PV signé').setInputFiles(scan);
    await press(hers, 'Déposer le scan');
    await reads(hers, 'précède le jour où ce PV est devenu définitif');
    expect(await hers.getByLabel('Fait à').inputValue()).toBe('Tiznit');
    await hers.getByLabel('Signé le').fill('2026-11-23');
    await hers.getByLabel('Scan du PV signé').setInputFiles(scan);
    await press(hers, 'Déposer le scan');
    expect(await reads(hers, 'Le scan est déposé.')).toContain('Non exécutoire');
    await fits(hers);
    await hers.context().close();
    const his = await as('coordinateur', { width: 390 });
    await followLetter(his, /^Une signature sur papier à confirmer/, 'Voir le scan et répondre');
    await his.getByRole('checkbox').waitFor();
    await hydrated(his);
    expect(await audit(his)).toEqual([]);
    await fits(his);
    await his.getByRole('checkbox').check();
    await press(his, 'Confirmer la signature');
    expect(await reads(his, 'La signature sur papier est confirmée')).toContain('Exécutoire depuis');
    await his.goto(minutesPath);
    expect(await reads(his, 'Signature sur papier')).toMatch(/Fait à Tiznit, lundi 23 novembre 2026/);
    await his.context().close();
  }, 120_000);
});

describe('the demo', () => {
  const spiteful = `<!doctype html><html><head><title>x</title></head><body><p>Bonjour</p><img src="/mark.svg?seen-by-letter"><a id="way" href="/minutes">Voir</a><script>window.ran = true; document.body.dataset.ran = 'yes';</script></body></html>`;

  it('shows a letter in a frame where no script runs and nothing is fetched; its links lead on', async () => {
    await outside(
      `insert into mailbox_message (message_id, to_address, subject, language, html, text, attachments, deliveries, content_hash, received_at)
       values ('spiteful@test', 'a@b.example', 'Lettre piégée', 'fr', $1, 'Bonjour', '[]', 1, 'of this test', now())`,
      [spiteful],
    );
    const page = await as('coordinateur');
    const answered: string[] = [];
    page.on('response', (response) => answered.push(response.url()));
    await page.goto('/mailbox/spiteful%40test');
    const letter = page.frameLocator('iframe');
    await letter.getByText('Bonjour').waitFor();
    expect(await letter.locator('body').getAttribute('data-ran')).toBeNull();
    expect(answered.filter((url) => url.includes('seen-by-letter'))).toEqual([]);
    expect(await audit(page)).toEqual([]);
    await letter.getByText('Voir').click();
    await page.getByRole('heading', { name: 'Procès-verbaux' }).waitFor();
    // The trap is a real one: on a page of its own, without our policy, it runs.
    const unguarded = await opened();
    unguarded.on('response', (response) => answered.push(response.url()));
    await unguarded.setContent(spiteful.replace('src="/', `src="${demo.url}/`));
    await unguarded.waitForLoadState('networkidle');
    expect(answered.filter((url) => url.includes('seen-by-letter'))).toHaveLength(1);
    expect(await unguarded.locator('body').getAttribute('data-ran')).toBe('yes');
    await Promise.all([page.context().close(), unguarded.context().close()]);
  });

  it('moves its clock forward only, and reminders are seen to leave', async () => {
    const page = await as('coordinateur');
    await page.goto('/minutes');
    await page.getByText('Changer').click();
    await press(page, '28 décembre 2026');
    await page.getByText('lundi 28 décembre 2026').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/minutes');
    await page.goto('/mailbox');
    expect(await page.getByRole('link', { name: /Plan d’action 2027/ }).count()).toBeGreaterThan(2);
    await page.goto('/demo-clock');
    await hydrated(page);
    const form = page.locator('main form');
    // A browser that does not know `min`, and sends a day gone by.
    await page.evaluate(`document.querySelector('main input[type=date]').removeAttribute('min')`);
    await form.getByLabel('Avancer au').fill('2026-12-01');
    await form.getByRole('button', { name: 'Avancer l’horloge' }).click();
    expect(await page.locator('main').getByRole('alert').innerText()).toContain('n’avance que vers l’avenir');
    await page.context().close();
  });
});
