import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { audit, horizontalScroll, hydrated, smallTargets, troublesOf } from './browser.js';
import { demoStory } from './demo-story.js';

/** A fiche being written in real Chromium: never a word lost, whoever else writes, whatever the line does. */
const story = demoStory({ width: 1280 });
const { as } = story;

/** A new fiche of the technician's, from lead 1.1.3. Answers its path. */
async function draft(page: Page): Promise<string> {
  await page.goto('/sheets/new?year=2027');
  await page.getByRole('button', { name: /^1\.1\.3/ }).first().click();
  await page.waitForURL(/\/sheets\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}
const opened = async (persona: string, path: string): Promise<Page> => {
  const page = await as(persona);
  await page.goto(path);
  await hydrated(page);
  return page;
};
const saved = (page: Page): Promise<void> => page.getByText(/Enregistré à \d\d:\d\d/).waitFor();
const textOf = (page: Page, label: string): Promise<string> => page.getByLabel(label, { exact: true }).inputValue();

async function kept(path: string): Promise<{ version: number; sections: { context: string; objectives: string } }> {
  const { projectSheet } = await (await story.demo.as('technicienne')).ask<{ projectSheet: { version: number; sections: { context: string; objectives: string } } }>(
    'query($id: ID!) { projectSheet(id: $id) { version sections { context objectives } } }',
    { id: path.split('/').at(-1) },
  );
  return projectSheet;
}

it('two taps lead to the first sentence, saved: the lead, then the field', async () => {
  const page = await as('technicienne');
  await draft(page);
  await hydrated(page);
  await page.getByLabel('Contexte', { exact: true }).click();
  await page.keyboard.type('Peu d’emplois accessibles.');
  await saved(page);
  expect((await kept(new URL(page.url()).pathname)).sections.context).toBe('Peu d’emplois accessibles.');
  await page.reload();
  expect(await textOf(page, 'Contexte')).toBe('Peu d’emplois accessibles.');
  expect(troublesOf(page)).toEqual([]);
  await page.context().close();
});

describe('two people write the same fiche', () => {
  it('what only one of them changed is kept from each, without a question', async () => {
    const one = await as('technicienne');
    const path = await draft(one);
    await hydrated(one);
    const other = await opened('technicien', path);
    await other.getByLabel('Objectifs', { exact: true }).fill('Cent vingt personnes.');
    await saved(other);
    await one.getByLabel('Contexte', { exact: true }).fill('Deux villes.');
    await saved(one);
    expect((await kept(path)).sections).toMatchObject({ context: 'Deux villes.', objectives: 'Cent vingt personnes.' });
    expect(await textOf(one, 'Objectifs')).toBe('Cent vingt personnes.');
    await Promise.all([one, other].map((page) => page.context().close()));
  });

  it.each([
    ['Garder mon texte', 'Le mien.'],
    ['Prendre le texte enregistré', 'Le sien.'],
  ])('of one passage, both texts are shown until one is chosen: %s', async (choice, expected) => {
    const one = await as('technicienne');
    const path = await draft(one);
    await hydrated(one);
    const other = await opened('technicien', path);
    await other.getByLabel('Contexte', { exact: true }).fill('Le sien.');
    await saved(other);
    await one.getByLabel('Contexte', { exact: true }).fill('Le mien.');
    const question = one.getByRole('alert');
    await question.getByText('Deux textes pour le même passage').waitFor();
    expect(await question.innerText()).toContain('Le mien.');
    expect(await question.innerText()).toContain('Le sien.');
    expect((await kept(path)).sections.context).toBe('Le sien.');
    expect(await audit(one)).toEqual([]);
    await one.getByRole('button', { name: choice }).click();
    await question.waitFor({ state: 'detached' });
    await one.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await saved(one);
    expect((await kept(path)).sections.context).toBe(expected);
    expect(await textOf(one, 'Contexte')).toBe(expected);
    await Promise.all([one, other].map((page) => page.context().close()));
  });

  it('without JavaScript too: the form comes back with mine, beside it theirs', async () => {
    const one = await as('technicienne', { javaScript: false });
    const path = await draft(one);
    const other = await opened('technicien', path);
    await other.getByLabel('Contexte', { exact: true }).fill('Le sien.');
    await saved(other);
    await one.getByLabel('Contexte', { exact: true }).fill('Le mien.');
    await one.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await one.getByText('Deux textes pour le même passage').waitFor();
    await one.getByText('Le sien.').first().waitFor();
    expect(await textOf(one, 'Contexte')).toBe('Le mien.');
    expect((await kept(path)).sections.context).toBe('Le sien.');
    await one.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await one.getByText('C’est enregistré.').waitFor();
    expect((await kept(path)).sections.context).toBe('Le mien.');
    await Promise.all([one, other].map((page) => page.context().close()));
  });
});

it('a line that is cut loses nothing: the page says so, and saves when the line is back', async () => {
  const page = await as('technicienne');
  const path = await draft(page);
  await hydrated(page);
  await page.context().setOffline(true);
  await page.getByLabel('Contexte', { exact: true }).fill('Écrit dans un train.');
  await page.getByText('Non synchronisé : la connexion est coupée.').waitFor();
  expect((await kept(path)).sections.context).toBe('');
  await page.context().setOffline(false);
  await saved(page);
  expect((await kept(path)).sections.context).toBe('Écrit dans un train.');
  await page.context().close();
});

it('a session that ended loses nothing: signed in again elsewhere, the page saves by itself', async () => {
  const page = await as('technicienne');
  const path = await draft(page);
  await hydrated(page);
  await page.context().clearCookies();
  await page.getByLabel('Contexte', { exact: true }).fill('Écrit trop tard.');
  await page.getByText('votre session est terminée').waitFor();
  const elsewhere = await page.context().newPage();
  await elsewhere.goto('/demo/technicienne');
  await saved(page);
  expect((await kept(path)).sections.context).toBe('Écrit trop tard.');
  await page.context().close();
});

it('an amount that cannot be read is said, and every word stays, without JavaScript', async () => {
  const page = await as('technicienne', { javaScript: false });
  await draft(page);
  await page.getByLabel('Dépense').first().fill('Accompagnement');
  await page.getByLabel('Montant').first().fill('vingt mille');
  await page.getByLabel('Contexte', { exact: true }).fill('Deux villes.');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByRole('alert').getByText('Un montant n’est pas lisible').waitFor();
  expect([await page.getByLabel('Montant').first().inputValue(), await textOf(page, 'Contexte')]).toEqual(['vingt mille', 'Deux villes.']);
  await page.getByLabel('Montant').first().fill('24 000,50');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('C’est enregistré.').waitFor();
  // Pages arrive in a stream: what stands low is waited for, not read at once.
  await page.getByText(/24\s000,50\s€/).first().waitFor();
  await page.context().close();
});

it('what is still on its way is waited for: the last word typed is in what is submitted', async () => {
  const page = await as('technicienne');
  const path = await draft(page);
  await hydrated(page);
  const texts = { Contexte: 'Deux villes.', Objectifs: 'Cent vingt personnes.', 'Ce qui est mesuré': 'Personnes', 'Méthode de collecte': 'Suivi', Responsable: 'Service social', Début: '2027-02-01', Fin: '2027-12-15' };
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label).first().fill(text);
  for (const axis of [/Femme\/Homme/, /Amazigh/]) await page.getByLabel(axis).first().fill('Des ateliers ouverts à toutes et à tous.');
  await page.getByRole('button', { name: 'Soumettre la fiche' }).waitFor();
  await page.getByLabel('Contexte', { exact: true }).fill('Deux villes, un dernier mot.');
  await page.getByRole('button', { name: 'Soumettre la fiche' }).click();
  await page.getByText('Cette fiche est soumise').waitFor();
  expect((await kept(path)).sections.context).toBe('Deux villes, un dernier mot.');
  expect(troublesOf(page)).toEqual([]);
  await page.context().close();
});

it('targets add up as they are typed: 90 + 30 = 120', async () => {
  const page = await as('technicienne');
  await draft(page);
  await hydrated(page);
  await page.getByRole('textbox', { name: 'Tiznit' }).first().fill('90');
  await page.getByRole('textbox', { name: 'Villeneuve-la-Garenne' }).first().fill('30');
  expect(await page.locator('output').first().innerText()).toBe('120');
  await page.context().close();
});

/** Screenshots are kept when SCREENSHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const devices = (['fr-FR', 'ar-MA'] as const).flatMap((language) => ([390, 1280] as const).map((width) => ({ language, width, dark: language === 'ar-MA' && width === 390 })));
it.each(devices)('board, new fiche, fiche: $language, $width px, dark: $dark', async (device) => {
  const page = await as('technicienne', device);
  const path = await draft(page);
  const look = async (name: string): Promise<void> => {
    await hydrated(page);
    await shot(page, `${name}-${device.language}-${device.width}`);
    expect(troublesOf(page)).toEqual([]);
    expect(await horizontalScroll(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await audit(page)).toEqual([]);
  };
  await page.goto(path);
  await look('sheet');
  await page.goto('/sheets/new?year=2027');
  await look('new-sheet');
  await page.goto('/plans');
  expect(new URL(page.url()).pathname).toBe('/plans/2027');
  await look('plan');
  await page.locator('article h4 a').last().click();
  await page.waitForURL(/\/sheets\//);
  await look('sheet-read');
  await page.context().close();
});
