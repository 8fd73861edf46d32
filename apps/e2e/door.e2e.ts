import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { audit, hydrated, newPage, openBrowser, type Device } from './browser.js';

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

async function as(persona: string, device: Device = {}): Promise<Page> {
  const page = await opened(device);
  await page.goto(`/demo/${persona}`);
  await page.goto('/?lang=fr');
  return page;
}

async function outside(statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  await client.query(statement, values).finally(() => client.end());
}

/** The six digits of the newest code, read where the demo's letters arrive. */
async function mailedCode(): Promise<string> {
  await demo.tick();
  const page = await opened();
  await page.goto('/mailbox?lang=fr');
  await page.getByRole('link', { name: 'Votre code de connexion' }).first().click();
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
    await press(mine, 'Soumettre à la relecture');
    await press(mine, 'Rendre définitif');
    await reads(mine, 'Le PV est définitif.');
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });

  it('asks for a code first, keeps the place she typed, then takes the signature', async () => {
    const page = await as('maire', { javaScript: false, width: 390 });
    await page.goto(minutesPath);
    await page.getByRole('link', { name: 'Signer le PV' }).first().click();
    await page.getByLabel('Fait à').fill('Gennevilliers');
    await outside(`update session set step_up_at = step_up_at - interval '1 hour'`);
    await press(page, 'Je signe');
    await page.getByRole('link', { name: 'Confirmer que c’est moi' }).click();
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
