import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { inBrowsers, keptHere } from './browser-editors.js';
import { audit, horizontalScroll, hydrated, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';
import { signedIn } from './demo-story.js';
import { Desk, interleaving, playAll, seeded, sentOf } from './interleavings.js';

/** The versions of a fiche, what was written offline, and what is said beside its parts, in real Chromium. */
let demo: DemoHouse;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
  desk = await Desk.open(demo, ['technicienne', 'technicien']);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await demo?.close();
});

const as = (persona: string, device: Device = {}): Promise<Page> => signedIn(browser, persona, { width: 1280, at: demo.url, ...device });
async function draft(page: Page): Promise<string> {
  await page.goto('/sheets/new?year=2027');
  await page.getByRole('button', { name: /^1\.1\.3/ }).first().click();
  await page.waitForURL(/\/sheets\/[0-9a-f-]{36}/);
  await hydrated(page);
  return new URL(page.url()).pathname;
}
const saved = (page: Page): Promise<void> => page.getByText(/Enregistré à \d\d:\d\d/).waitFor();
async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
async function sound(page: Page): Promise<void> {
  expect(await horizontalScroll(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await audit(page)).toEqual([]);
}

it('words written offline outlive their page: both texts are asked about, kept, and found again in the versions', async () => {
  const one = await as('technicienne');
  const path = await draft(one);
  await one.getByRole('link', { name: 'Les objectifs ne sont pas écrits.' }).click();
  expect(await one.evaluate('document.activeElement.name')).toBe('section.objectives');
  await one.context().setOffline(true);
  await one.getByLabel('Contexte', { exact: true }).fill('Deux villes jumelles, écrit dans un train.');
  await one.getByText('Non synchronisé').waitFor();
  await one.close({ runBeforeUnload: false });
  const other = await as('technicien');
  await other.goto(path);
  await hydrated(other);
  await other.getByLabel('Contexte', { exact: true }).fill('Deux villes voisines, écrit au bureau.');
  await saved(other);
  const { context } = { context: one.context() };
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(path);
  const question = back.getByRole('alert');
  await question.getByText('Deux textes pour le même passage').waitFor();
  expect(await question.locator('del').allInnerTexts()).toContainEqual(expect.stringContaining('voisines'));
  expect(await question.locator('ins').allInnerTexts()).toContainEqual(expect.stringContaining('jumelles'));
  expect(await audit(back)).toEqual([]);
  await shot(back, 'conflict-fr-1280');
  await question.getByRole('button', { name: 'Garder les deux' }).click();
  await question.waitFor({ state: 'detached' });
  await saved(back);
  await back.goto(`${path}/versions`);
  const words = await back.locator('main').innerText();
  expect(words).toContain('Mots mis de côté');
  await back.getByRole('link', { name: /Comparer à la version actuelle/ }).click();
  await back.locator('#difference').getByText('voisines').first().waitFor();
  await shot(back, 'versions-fr-1280');
  await sound(back);
  await back.getByRole('button', { name: 'Reprendre cette version' }).last().click();
  await back.getByText(/Reprise de la version/).first().waitFor();
  await back.goto(path);
  expect(await back.getByLabel('Contexte', { exact: true }).inputValue()).toBe('');
  await Promise.all([context, other.context()].map((open) => open.close()));
});

const rounds = process.env['SOAK'] ? 3_000 : 300;
it(`two editors over the API, one offline for a while: ${rounds} interleavings, every text kept`, async () => {
  const { lost, fewest, overtaken } = await playAll(desk, { count: rounds, seed: 20_261_122 });
  expect({ lost, fewest }).toEqual({ lost: [], fewest: [] });
  expect(overtaken).toBeGreaterThan(rounds * 0.3);
}, 240_000);

it('planted: a server that forgets what it sets aside loses a text, and is told in the fewest steps', async () => {
  await desk.sql(`create function planted() returns trigger language plpgsql as 'begin return null; end'`);
  await desk.sql(`create trigger planted before insert on project_sheet_revision for each row when (new.kind = 'ASIDE') execute function planted()`);
  const { lost, fewest } = await playAll(desk, { count: 60, seed: 20_261_122 });
  await desk.sql('drop function planted cascade');
  expect(lost).not.toEqual([]);
  expect(fewest.filter(({ does }) => does === 'write' || does === 'save').map(({ does }) => does)).toEqual(['write', 'write', 'save', 'save']);
});

it('two editors in two browsers, one offline for a while: three interleavings, every text kept', async () => {
  const pages = [await as('technicienne'), await as('technicien')] as const;
  const random = seeded(3);
  for (const round of ['a', 'b', 'c']) {
    const sheetId = await desk.draft();
    const steps = interleaving(round, random);
    await inBrowsers(pages, `/sheets/${sheetId}`, steps);
    expect(await desk.lost(sheetId, sentOf(steps))).toEqual([]);
  }
  await Promise.all(pages.map((page) => page.context().close()));
});

it('two tabs of one person keep their own words, and she is asked before she leaves the device', async () => {
  const one = await as('technicienne');
  const path = await draft(one);
  const other = await one.context().newPage();
  await other.goto(path);
  await hydrated(other);
  await one.context().setOffline(true);
  await one.getByLabel('Contexte', { exact: true }).fill('Premier onglet.');
  await other.getByLabel('Contexte', { exact: true }).fill('Second onglet.');
  await other.getByText('Non synchronisé').waitFor();
  expect(await keptHere(one)).toHaveLength(2);
  for (const page of [one, other]) await page.close({ runBeforeUnload: false });
  await one.context().setOffline(false);
  const back = await one.context().newPage();
  await back.goto('/');
  await hydrated(back);
  await back.getByRole('button', { name: 'Se déconnecter' }).click();
  await back.getByText('2 textes non synchronisés sont gardés sur cet appareil.').waitFor();
  await sound(back);
  await shot(back, 'leaving-fr-1280');
  await back.getByRole('button', { name: 'Envoyer et se déconnecter' }).click();
  await back.waitForURL((url) => url.pathname !== '/sign-out');
  expect(await keptHere(back)).toEqual([]);
  expect(await desk.lost(path.slice('/sheets/'.length), ['Premier onglet.', 'Second onglet.'])).toEqual([]);
  await back.goto(path);
  expect(new URL(back.url()).pathname).toMatch(/^\/(sign-in)?$/);
  await back.context().close();
});

const soak: (name: string, tests: () => void) => void = process.env['SOAK'] ? describe : () => undefined;
soak('in soak', () => {
  it('a remark calls somebody of the party, once, by mail; she answers; it is settled', async () => {
    const one = await as('technicienne');
    const path = await draft(one);
    await one.goto(`${path}/remarks?field=section.context`);
    await one.getByLabel('Votre remarque').fill('Le besoin est-il chiffré ?');
    await one.getByRole('checkbox').first().check();
    await sound(one);
    await shot(one, 'remarks-fr-1280');
    await one.getByRole('button', { name: 'Envoyer la remarque' }).click();
    await one.getByText('Réservée à votre partie').first().waitFor();
    await one.getByText('Répondre').click();
    await one.getByLabel('Votre réponse').fill('Oui, par le CCAS.');
    await one.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await one.getByText('Oui, par le CCAS.').waitFor();
    await one.goto(path);
    await one.getByText('Le besoin est-il chiffré ?').waitFor();
    await one.goto(`${path}/remarks?field=section.context`);
    await one.getByRole('button', { name: 'Régler' }).click();
    await one.getByText('Réglée').waitFor();
    expect(troublesOf(one)).toEqual([]);
    await one.context().close();
  });

  it('a fiche of this year is taken up again for the next, all of it', async () => {
    const page = await as('technicienne', { javaScript: false });
    await page.goto('/sheets/new?year=2028&from=2027');
    const [first] = [page.locator('#again button').first()];
    const title = (await first.locator('[dir=auto]').innerText()).trim();
    await first.click();
    await page.waitForURL(/\/sheets\/[0-9a-f-]{36}/);
    expect(await page.getByLabel('Titre').inputValue()).toBe(title);
    expect(await page.getByLabel('Début').inputValue()).toMatch(/^2028|^$/);
    await page.context().close();
  });

  it.each((['fr-FR', 'ar-MA'] as const).flatMap((language) => ([390, 1280] as const).map((width) => ({ language, width }))))('versions, remarks: $language, $width px', async (device) => {
    const page = await as('technicienne', device);
    await page.goto('/sheets/new?year=2027');
    await page.getByRole('button', { name: /1\.1\.3/ }).first().click();
    await page.waitForURL(/\/sheets\/[0-9a-f-]{36}/);
    const { pathname } = new URL(page.url());
    await hydrated(page);
    await page.locator('textarea[name="section.context"]').fill('Deux villes.');
    await page.locator('textarea[name="section.objectives"]').fill('Cent vingt personnes.');
    await page.getByRole('button', { name: /^(Enregistrer|تسجيل)$/ }).click();
    await page.getByText(/Enregistré à|تم التسجيل على/).waitFor();
    for (const [name, at] of [['versions', '/versions'], ['remarks', '/remarks?field=section.context'], ['sheet', '']] as const) {
      await page.goto(pathname + at);
      await hydrated(page);
      await shot(page, `history-${name}-${device.language}-${device.width}`);
      expect(troublesOf(page)).toEqual([]);
      await sound(page);
    }
    await page.context().close();
  });
});
