import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { unsubscribeToken } from '#identity';
import { demoSecret, openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { audit, horizontalScroll, newPage, openBrowser, smallTargets, type Device } from './browser.js';
import { signedIn } from './demo-story.js';

/** What every public service owes: notices, privacy, accessibility, and each person's hold on her own data. In real Chromium. */
let demo: DemoHouse;
let browser: Browser;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const as = (persona: string | null, device: Device = {}): Promise<Page> => {
  const wish = { ...device, at: demo.url };
  return persona ? signedIn(browser, persona, wish) : newPage(browser, wish);
};

async function outside<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  return client.query<Row>(sql, values).then((answer) => answer.rows).finally(() => client.end());
}

/** With PICTURES, the pages are kept as pictures for whoever judges them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const publicPages = ['/', '/legal', '/privacy', '/accessibility', '/open-instance', '/sign-in'];
const ownPages = ['/my-data'];
/** Those whose shape changes with the width: tables. */
const widePages = ['/privacy', '/accessibility'];

describe.each(['fr', 'ar'] as const)('the pages of duty, in %s', (language) => {
  it.each([390, 1280] as const)('are found from the foot of the page, fit %i px, and axe finds nothing', async (width) => {
    for (const [persona, paths] of [[null, width === 390 ? publicPages : widePages], ['maire', width === 390 ? ownPages : []]] as const) {
      const page = await as(persona, { width });
      for (const path of paths) {
        await page.goto(`${path}?lang=${language}`);
        await page.locator('footer a[href="/privacy"]').waitFor();
        expect({ path, faults: await audit(page) }).toEqual({ path, faults: [] });
        expect({ path, wide: await horizontalScroll(page), small: await smallTargets(page) }).toEqual({ path, wide: [], small: [] });
        await picture(page, `${path.slice(1) || 'home'}-${language}-${width}`);
      }
      await page.context().close();
    }
  });

  /** RGAA 4.1, criteria 8.1, 8.3, 8.4, 8.5 and 8.10: the whole of each is checked here, on what the server sends. */
  it('declare their type, their language, its direction and a title (RGAA 8.1, 8.3, 8.4, 8.5, 8.10)', async () => {
    for (const path of [...publicPages, '/nowhere']) {
      const html = await (await fetch(`${demo.url}${path}?lang=${language}`)).text();
      expect(html.slice(0, 15).toLowerCase()).toBe('<!doctype html>');
      expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
      expect(html).toMatch(new RegExp(`<html[^>]* dir="${language === 'ar' ? 'rtl' : 'ltr'}"`));
      expect(/<title>([^<]{3,})<\/title>/.exec(html)?.[1]).toContain('Passerelle');
    }
  });
});

describe('the accessibility statement', () => {
  it('counts 106 criteria, and claims none that nobody checked', async () => {
    const page = await as(null, { javaScript: false });
    await page.goto('/accessibility?lang=fr');
    const body = await page.locator('main').innerText();
    expect(body).toContain('non conforme, faute d’audit');
    expect(await page.locator('tbody tr').count()).toBe(106);
    for (const row of await page.locator('tbody tr', { hasText: /^(?!.*Non).*Conforme/ }).allInnerTexts()) expect(row).toContain('apps/e2e/');
    await page.context().close();
  });
});

describe('my data', () => {
  it('is a file to keep, for oneself only', async () => {
    const page = await as('adjointe').catch(() => as('maire'));
    const file = await page.request.get('/my-data/export.json');
    expect(file.headers()['content-disposition']).toContain('attachment');
    expect(Object.keys(((await file.json()) as { tables: object }).tables)).toContain('signature');
    await page.context().close();
    const stranger = await as(null);
    const refused = await stranger.request.get('/my-data/export.json', { maxRedirects: 0 });
    expect(refused.status()).toBe(303);
    await stranger.context().close();
  });

  it('is corrected without JavaScript; the new address is proved by its code and the old one told', async () => {
    const page = await as('technicienne', { javaScript: false, width: 390 });
    await page.goto('/my-data?lang=fr');
    await page.getByLabel('Votre nom').fill('Fatima Zahra Amrani');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Fatima Zahra Amrani');

    await page.getByRole('radio', { name: 'Une fois par semaine au plus' }).check();
    await page.getByRole('button', { name: 'Garder ce choix' }).click();
    await page.getByText('Vos prochains rappels suivent ce choix.').waitFor();
    expect(await page.getByRole('radio', { name: 'Une fois par semaine au plus' }).isChecked()).toBe(true);
    expect(await page.getByRole('main').innerText()).toContain('Une convocation, une demande de signature et un code partent toujours aussitôt');

    await outside(`update session set step_up_at = step_up_at - interval '1 hour'`);
    await page.getByLabel('Nouvelle adresse').fill('fatima@ville-nord.example');
    await page.getByRole('button', { name: 'Recevoir un code à cette adresse' }).click();
    expect(await page.getByRole('link', { name: 'Confirmer que c’est moi' }).getAttribute('href')).toBe('/confirm?next=%2Fmy-data');
    await outside(`update session set step_up_at = now()`);
    await page.getByRole('button', { name: 'Recevoir un code à cette adresse' }).click();
    await page.getByText('fatima@ville-nord.example').first().waitFor();
    await demo.tick();
    const [letter] = await outside<{ to_address: string; text: string }>(`select to_address, text from mailbox_message where subject = 'Votre code pour changer d’adresse' order by received_at desc limit 1`);
    expect(letter?.to_address).toBe('fatima@ville-nord.example');
    await page.getByLabel('Code reçu à la nouvelle adresse').fill(/\b\d{3}\s?\d{3}\b/.exec(letter?.text ?? '')?.[0] ?? '');
    await page.getByRole('button', { name: 'Changer d’adresse' }).click();
    await page.getByText('Votre adresse est changée.').waitFor();
    await demo.tick();
    const [told] = await outside<{ to_address: string }>(`select to_address from mailbox_message where subject = 'Votre adresse de courriel a changé'`);
    expect(told?.to_address).toContain('@villeneuve-la-garenne.example');
    await page.context().close();
  });

  it('says why it is not erased while an office is held, with its source', async () => {
    const page = await as('maire', { javaScript: false });
    await page.goto('/my-data?lang=fr');
    await page.getByText('Effacer mes données…').click();
    await page.getByLabel('Écrivez EFFACER pour confirmer').fill('EFFACER');
    await page.getByRole('button', { name: 'Effacer définitivement' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/fonction[\s\S]*RGPD, art. 17, 3/);
    await page.context().close();
  });
});

describe('a letter’s « se désabonner »', () => {
  it('changes nothing when it is followed; pressed, without JavaScript and without a session, it gathers and says what stays', async () => {
    const [mayor] = await outside<{ personId: string; mailAddress: string }>(`select id as "personId", mail_address as "mailAddress" from person where mail_address like 'maire@%'`);
    const rhythm = async (): Promise<string | undefined> => (await outside<{ rhythm: string }>('select mail_rhythm as rhythm from person where id = $1', [mayor!.personId]))[0]?.rhythm;
    const looked = await as(null, { width: 390 });
    await looked.goto(`/unsubscribe/${unsubscribeToken(demoSecret, mayor!)}?lang=ar`);
    await looked.getByRole('button', { name: 'جمع تذكيراتي كل أسبوع' }).waitFor();
    expect([await audit(looked), await horizontalScroll(looked), await smallTargets(looked)]).toEqual([[], [], []]);
    await looked.context().close();
    const page = await as(null, { javaScript: false, width: 390 });
    await page.goto(`/unsubscribe/${unsubscribeToken(demoSecret, mayor!)}?lang=ar`);
    const button = page.getByRole('button', { name: 'جمع تذكيراتي كل أسبوع' });
    await button.waitFor();
    expect(await rhythm()).toBe('IMMEDIATE');
    await button.click();
    await page.getByRole('heading', { name: 'تصلكم التذكيرات مرة في الأسبوع' }).waitFor();
    expect([await rhythm(), await page.getByRole('link', { name: 'اختيار وتيرة أخرى' }).getAttribute('href')]).toEqual(['WEEKLY', '/my-data#reminders']);
    await page.context().close();
  });
});

describe('the reminders, seen by a coordination', () => {
  it('a row of their calendar is given another day, without JavaScript; what a text names offers no such step', async () => {
    const page = await as('coordinateur', { javaScript: false, width: 390 });
    await page.goto('/reminders/rows/PLAN_J-30?lang=fr');
    await page.getByLabel('Jours avant').fill('28');
    await page.getByRole('button', { name: 'Déplacer cette ligne' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    await page.getByRole('link', { name: 'Déplacer J-28' }).waitFor();
    await page.goto('/reminders/rows/PLAN_J?lang=fr');
    await page.getByText('Fixe : le jour que nomme le texte').waitFor();
    expect(await page.getByRole('button', { name: 'Déplacer cette ligne' }).count()).toBe(0);
    await page.context().close();
  });

  it.each([['fr', 1280, ['/reminders', '/reminders/year']], ['ar', 390, ['/reminders', '/reminders/late', '/reminders/rows']]] as const)('in %s at %i px: axe finds nothing on %j', async (language, width, paths) => {
    const page = await as('coordinateur', { width });
    for (const path of paths) {
      await page.goto(`${path}?lang=${language}`);
      await page.locator('main :is(h1, h2)').first().waitFor();
      expect({ path, faults: await audit(page) }).toEqual({ path, faults: [] });
      expect({ path, wide: await horizontalScroll(page) }).toEqual({ path, wide: [] });
      await picture(page, `${path.slice(1).replace('/', '-')}-${language}-${width}`);
    }
    await page.context().close();
  });

  it('reminds the late in two gestures without JavaScript, and opens a calendar that answers until it is closed', async () => {
    const page = await as('coordinateur', { javaScript: false });
    await page.goto('/reminders');
    await page.getByRole('link', { name: 'Relancer les retardataires' }).click();
    await page.getByRole('button', { name: /Envoyer (la lettre|les \d+ lettres)/ }).click();
    await page.getByRole('status').filter({ hasText: 'Les relances partent' }).waitFor();
    const [told] = await outside<{ letters: number }>(`select jsonb_array_length(data->'lines') as letters from journal where kind = 'LateReminded'`);
    expect(told?.letters).toBeGreaterThan(0);
    await page.goto('/my-calendar');
    await page.getByRole('button', { name: 'Créer mon adresse d’agenda' }).click();
    const address = (await page.locator('code').textContent())?.trim() ?? '';
    const file = await (await fetch(address)).text();
    expect(file).toMatch(/^BEGIN:VCALENDAR[\s\S]*SUMMARY:Plan d’action 2027 à faire valider[\s\S]*END:VCALENDAR/);
    await page.getByRole('button', { name: 'La fermer' }).click();
    await page.getByRole('status').filter({ hasText: 'ne répond plus' }).waitFor();
    expect((await fetch(address)).status).toBe(404);
    await page.context().close();
  });
});
