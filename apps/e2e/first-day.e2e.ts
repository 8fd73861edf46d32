import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openInstanceHouse, type InstanceHouse } from '../../test/world/instance-house.js';
import { audit, horizontalScroll, newPage, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';

/** The first real day of an instance without demo data: admin, partnership, both coordinators, and a mayor whom the other side confirms. */
const people = {
  admin: 'admin@instance.example',
  camille: 'camille.roux@ville-du-nord.example',
  salma: 'salma.idrissi@ville-du-sud.example',
  mayor: 'nadia.perrin@ville-du-nord.example',
} as const;
let instance: InstanceHouse;
let browser: Browser;

beforeAll(async () => {
  instance = await openInstanceHouse({ displayName: 'Amina Benali', mailAddress: people.admin });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
async function reads(page: Page, words: string | RegExp): Promise<string> {
  await page.locator('main').getByText(words).first().waitFor();
  return page.locator('main').innerText();
}

/** Goes to a path as a stranger would: a code is asked and mailed, and the page is the one the link named. */
async function signIn(address: string, path: string, device: Device = { javaScript: false, width: 390 }): Promise<Page> {
  const page = await newPage(browser, { ...device, at: instance.url });
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=fr`);
  if (path === '/') await page.goto('/sign-in?lang=fr');
  await page.getByLabel('Votre adresse de courriel').fill(address);
  await press(page, 'Recevoir un code');
  await page.getByLabel('Code à six chiffres').waitFor();
  const code = /\b\d{3}\s?\d{3}\b/.exec(await instance.letter(address, ''))?.[0] ?? '';
  await page.getByLabel('Code à six chiffres').fill(code);
  await press(page, 'Se connecter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in/code'));
  return page;
}
/** The path a letter's one link points to. */
const linkOf = (letter: string, path: RegExp): string => {
  const found = path.exec(letter)?.[0];
  if (!found) throw new Error(`the letter holds no such link: ${letter}`);
  return found;
};
const invitationPath = /\/invitation\/[0-9a-f-]{36}/;

async function fillParty(page: Page, place: number, words: { organisation: string; shortName: string; name: string; address: string }): Promise<void> {
  await page.locator(`[name="organisation.${place}"]`).fill(words.organisation);
  await page.locator(`[name="shortName.${place}"]`).fill(words.shortName);
  await page.locator(`[name="displayName.${place}"]`).fill(words.name);
  await page.locator(`[name="mailAddress.${place}"]`).fill(words.address);
}

async function offerMayor(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Proposer un siège' }).click();
  await page.getByLabel('Coprésidence').check();
  await page.getByLabel('Fonction, en français').fill('Maire de Ville-du-Nord');
  await page.getByLabel('Fonction, en arabe').fill('عمدة المدينة الشمالية');
  await page.getByLabel('Prénom et nom').fill('Nadia Perrin');
  await page.getByLabel('Adresse de courriel').fill(people.mayor);
  await press(page, 'Envoyer l’invitation');
}

describe('the first real day, without JavaScript', () => {
  it('the admin signs in by a code and opens a partnership of two countries', async () => {
    const page = await signIn(people.admin, '/');
    await reads(page, 'Ouvrez votre premier partenariat');
    await page.getByRole('link', { name: 'Ouvrir un partenariat' }).click();
    await press(page, 'Continuer');
    expect(await page.locator('[name="zone.2"]').inputValue()).toBe('Africa/Casablanca');
    await page.getByLabel('Nom du partenariat').fill('Ville-du-Nord – Ville-du-Sud');
    await fillParty(page, 1, { organisation: 'Commune de Ville-du-Nord', shortName: 'Ville-du-Nord', name: 'Camille Roux', address: people.camille });
    await fillParty(page, 2, { organisation: 'Commune de Ville-du-Sud', shortName: 'Ville-du-Nord', name: 'Salma Idrissi', address: people.salma });
    await press(page, 'Ouvrir le partenariat et inviter');
    expect(await page.getByRole('alert').innerText()).toContain('Deux parties portent le même nom court');
    await page.locator('[name="shortName.2"]').fill('Ville-du-Sud');
    await press(page, 'Ouvrir le partenariat et inviter');
    await reads(page, 'Un courriel est parti');
    await page.goto('/people');
    expect(await reads(page, /Introuvable|Page introuvable/)).not.toContain('Camille');
    await page.context().close();
  });

  it('coordinator A follows her letter, accepts, invites her mayor; the link alone did nothing', async () => {
    const path = linkOf(await instance.letter(people.camille, 'Invitation'), invitationPath);
    const scanner = await newPage(browser, { at: instance.url });
    await scanner.goto(path);
    expect(new URL(scanner.url()).pathname).toBe('/sign-in');
    await scanner.context().close();
    const page = await signIn(people.camille, path);
    expect(new URL(page.url()).pathname).toBe(path);
    await press(page, 'J’accepte');
    await reads(page, 'Votre mandat a commencé.');
    await page.goto('/people');
    await offerMayor(page);
    expect(await reads(page, 'Attend sa réponse')).toContain('Nadia Perrin');
    expect(await page.getByRole('button', { name: 'Confirmer cette personne' }).count()).toBe(0);
    await page.context().close();
  });

  it('the mayor accepts, and her mandate waits; nobody appoints herself', async () => {
    const page = await signIn(people.mayor, linkOf(await instance.letter(people.mayor, 'Invitation'), invitationPath));
    await press(page, 'J’accepte');
    await reads(page, /commencera quand la coordination d’une autre partie/);
    await page.goto('/');
    expect(await reads(page, 'Siège accepté')).not.toContain('Rien ne vous attend');
    expect(await page.getByRole('link', { name: /Réunions|Plan d’action|^PV|Personnes/ }).count()).toBe(0);
    await page.goto('/people');
    await reads(page, /ntrouvable/);
    await page.context().close();
  });

  it('coordinator B signs in by code, accepts, is told, and confirms the mayor: then she presides', async () => {
    const page = await signIn(people.salma, linkOf(await instance.letter(people.salma, 'دعوة'), invitationPath));
    await press(page, 'J’accepte');
    await reads(page, 'Votre mandat a commencé.');
    expect(await instance.letter(people.salma, 'للتأكيد')).toContain('/people');
    await page.goto('/people');
    await press(page, 'Confirmer cette personne');
    const composed = await reads(page, 'Coprésidence');
    expect(composed).toContain('Maire de Ville-du-Nord');
    expect(await page.getByText('Mettre fin à ce mandat').count()).toBe(1);
    await page.context().close();
    const mayor = await signIn(people.mayor, '/people');
    expect(await reads(mayor, 'Coprésidence')).toContain('Nadia Perrin');
    await mayor.context().close();
  });
});

/** At 390 px: `looks.e2e.ts`. */
describe('the screens', () => {
  const looks: Device[] = [
    { width: 1280, language: 'ar-MA' },
    { width: 1280, language: 'fr-FR', dark: true },
  ];
  const pages = ['/people', '/people/invite', '/people?on=2020-01-01', '/who-may', '/who-may?as=TECHNICIAN'];

  it('pass axe, fit the page, and give large targets, in both languages, light and dark', async () => {
    const found: string[] = [];
    for (const look of looks) {
      const page = await signIn(people.camille, '/people', look);
      await page.locator('h1').first().waitFor();
      for (const path of pages) {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${look.language?.slice(0, 2)}`);
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('load');
        const faults = [...(await audit(page)).map(({ rule, places }) => `${rule} ${places[0]}`), ...(await horizontalScroll(page)), ...(await smallTargets(page)), ...troublesOf(page)];
        found.push(...faults.map((fault) => `${path} ${look.width} ${look.language}: ${fault}`));
        const folder = process.env['PICTURES'];
        if (folder) await page.screenshot({ path: `${folder}/${path.replaceAll(/[^a-z]/gi, '_')}-${look.width}-${look.language}.png`, fullPage: true });
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
  }, 180_000);
});
