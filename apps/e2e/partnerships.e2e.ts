import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { audit, horizontalScroll, smallTargets } from './browser.js';
import { demoStory, enter } from './demo-story.js';

/** A page shows only what its partnership has, and a person of several goes from one to another. In real Chromium. */
const story = demoStory();
const { as } = story;

const placesOf = async (page: Page): Promise<(string | null)[]> => {
  const links = await page.locator('header nav[aria-label] a[href^="/"]:not([href*="?"])').all();
  return Promise.all(links.map((link) => link.getAttribute('href')));
};

describe('the places of a partnership', () => {
  it.each([
    ['maire', ['/', '/plans', '/meetings', '/minutes']],
    ['presidence-tulkarem', ['/', '/plans', '/meetings', '/minutes']],
    ['coordination-malakoff', ['/', '/parties']],
    ['coordination-bagnolet', ['/', '/parties']],
  ] as const)('%s: %j', async (persona, places) => {
    const page = await as(persona, { javaScript: false });
    await page.goto('/');
    expect(await placesOf(page)).toEqual(places);
    const bond = await page.locator('footer a[href="/agreement"]').innerText();
    expect(bond).toMatch(places.length === 2 ? /^(L’accord|الاتفاق)$/ : /^(La convention|الاتفاقية)$/);
    if (places.length === 2) {
      // An address kept from another partnership leads to why there is nothing, not to an empty page.
      for (const path of ['/plans', '/plans/2027', '/meetings', '/minutes', '/sheets/new']) {
        await page.goto(`${path}?lang=fr`);
        expect(new URL(page.url()).pathname).toBe('/parties');
      }
      expect(await page.locator('main').innerText()).toContain('aucune échéance n’est calculée, aucun rappel ne part');
    }
    await page.context().close();
  });
});

describe('six partnerships, one person', () => {
  it('chooses one without a script; the device keeps the choice; another person’s is not shown for it', async () => {
    const page = await as('coordination-bagnolet', { javaScript: false, width: 390 });
    await page.goto('/?lang=fr');
    const others = page.locator('header details a');
    await page.locator('header details summary').click();
    expect(await others.count()).toBe(6);
    await others.filter({ hasText: 'Le Robert' }).click();
    await page.goto('/parties');
    expect(await page.locator('main').innerText()).toContain('Toutes les parties sont dans le même pays');
    await enter(page, 'coordination-malakoff');
    await page.goto('/parties');
    expect(await page.locator('main').innerText()).toContain('Camp d’Al Fara’a');
    await page.context().close();
  });
});

describe.each(['fr', 'ar'] as const)('the page of the parties, in %s', (language) => {
  it.each([[390, 'coordination-bagnolet'], [1280, 'presidence-tulkarem']] as const)('fits %i px, as %s; axe finds nothing', async (width, persona) => {
    const page = await as(persona, { width });
    await page.goto(`/parties?lang=${language}`);
    for (const fold of await page.locator('header details summary').all()) await fold.click();
    expect(await audit(page)).toEqual([]);
    expect({ wide: await horizontalScroll(page), small: await smallTargets(page) }).toEqual({ wide: [], small: [] });
    await page.context().close();
  });
});

it('a coordination keeps its party’s facts up to date, without a script; the other reads who changed what; nothing decided, late or dated moves', async () => {
  const coordination = await story.demo.as('coordinateur');
  const { viewer } = await coordination.ask<{ viewer: { seats: [{ partnership: { id: string } }] } }>('{ viewer { seats { partnership { id } } } }');
  const days = () => coordination.ask<object>(`query($id: ID!) { actionPlans(partnershipId: $id) { year state onTime onTimeSentence } meetings(partnershipId: $id) { civilDate state } minutesList(partnershipId: $id) { state executoryAt } agreementLives(partnershipId: $id) { state effect { on } period { from until } endsOn } }`, { id: viewer.seats[0].partnership.id });
  const before = await days();
  const page = await as('coordinateur', { javaScript: false, width: 390 });
  await page.goto('/parties?lang=fr');
  await page.getByRole('link', { name: /^Mettre à jour la fiche/ }).click();
  await page.getByLabel('Contact du service').fill('Service des relations internationales');
  await page.getByLabel('SIREN').fill('219 200 780');
  for (const day of ['lundi', 'mardi']) await page.getByLabel(day).check();
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
  await page.getByText('n’est pas un SIREN').waitFor();
  expect(await page.getByLabel('mardi').isChecked()).toBe(true);
  await page.getByLabel('SIREN').fill('219 200 789');
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
  await page.getByText('La fiche est à jour.').waitFor();
  const path = new URL(page.url()).pathname;
  expect(await days()).toEqual(before);
  await page.context().close();
  for (const [persona, language, width] of [['homologue', 'ar', 390], ['coordinateur', 'fr', 1280]] as const) {
    const reader = await as(persona, { width });
    await reader.goto(`${path}?lang=${language}`);
    expect(await reader.locator('main').innerText()).toContain('Service des relations internationales');
    expect(await reader.locator('main form').count()).toBe(persona === 'coordinateur' ? 1 : 0);
    expect(await audit(reader)).toEqual([]);
    expect({ wide: await horizontalScroll(reader), small: await smallTargets(reader) }).toEqual({ wide: [], small: [] });
    const folder = process.env['SCREENSHOTS'];
    if (folder) await reader.screenshot({ path: `${folder}/party-${language}-${width}.png`, fullPage: true });
    await reader.context().close();
  }
});
