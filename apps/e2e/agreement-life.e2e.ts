import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { audit, horizontalScroll, smallTargets, troublesOf, type Device } from './browser.js';
import { demoStory } from './demo-story.js';

/** « La convention » : where it stands, its stamps read and kept, a date corrected. In real Chromium, on Monday 23 November 2026. */
const story = demoStory();

async function as(persona: string, device: Device = {}): Promise<Page> {
  const page = await story.as(persona, device);
  await page.goto('/agreement');
  return page;
}
const words = (page: Page): Promise<string> => page.locator('main').innerText();

describe('the life of an agreement, on its page', () => {
  it('says where the convention stands, its period, and the end that a notice of today would bring', async () => {
    const page = await as('maire', { javaScript: false });
    const said = await words(page);
    for (const sentence of ['En vigueur depuis le 10 avril 2025.', 'Du 10 avril 2025 au 10 avril 2028, ce jour exclu', 'À partir du 10 octobre 2027', 'Fin le 23 février 2027.', 'La délibération de Tiznit a plus de douze mois de plus que le texte']) expect(said).toContain(sentence);
    // A president reads; the register is kept by the coordinations.
    expect(await page.locator('main form').count()).toBe(0);
    await page.context().close();
  });

  it('shows of a twinning only what it has', async () => {
    const page = await as('coordination-bagnolet', { javaScript: false });
    const said = await words(page);
    expect(said).toContain('Rien n’est attendu.');
    for (const absent of ['Reconduction', 'Préavis', 'Transmission à la préfecture', 'Visa', 'Prise d’effet']) expect(said).not.toContain(absent);
    await page.context().close();
  });

  it('without a script: a stamp is read, shown, then kept; a correction asks why, and keeps the old date', async () => {
    const page = await as('coordination-malakoff', { javaScript: false, width: 390 });
    expect(await words(page)).toContain('Non exécutoire (publication manquante)');
    await page.locator('summary', { hasText: 'Compléter ou corriger la transmission' }).click();
    await page.getByRole('link', { name: 'Lire un tampon' }).click();
    await page.locator('textarea[name=text]').fill('Envoyé en préfecture le 28/10/2025\nReçu en préfecture le 28/10/2025\nPublié le 30/10/2025\nID : 092-219200466-20251023-DEL2025\\_130-DE\nAccusé de réception en préfecture\n03-19-200789-2022-218-215-13');
    await page.getByRole('button', { name: 'Lire', exact: true }).click();
    expect(await words(page)).toContain('Illisible, laissé de côté\u00a0: 03-19-200789-2022-218-215-13');
    await page.getByRole('button', { name: 'Enregistrer la transmission' }).click();
    expect(new URL(page.url()).pathname).toBe('/agreement');
    expect(await words(page)).not.toContain('publication manquante');
    const resolution = page.locator('form:has(input[value^="recordCouncilResolution"])');
    await page.locator('summary', { hasText: 'Compléter ou corriger la délibération' }).click();
    await resolution.locator('input[name=decidedOn]').fill('2025-10-22');
    await resolution.getByRole('button').click();
    expect(await page.getByRole('alert').innerText()).toContain('Dites pourquoi');
    await resolution.locator('textarea[name=motive]').fill('Date lue sur le registre des délibérations');
    await resolution.getByRole('button').click();
    await page.locator('summary', { hasText: 'Voir toutes les écritures' }).click();
    const said = await words(page);
    for (const kept of ['Date\u00a0: 23 octobre 2025 → 22 octobre 2025', 'Motif\u00a0: Date lue sur le registre des délibérations', 'porte une autre date que sa délibération']) expect(said).toContain(kept);
    await page.context().close();
  });

  it.each([{ width: 390, language: 'fr-FR' }, { width: 1280, language: 'ar-MA' }] as const)('passes axe, fits the page and gives large targets, every form open: %j', async (device) => {
    const page = await as('coordinatrice', device);
    await page.evaluate('document.querySelectorAll("main details").forEach((details) => { details.open = true; })');
    const found = [...(await audit(page)).map(({ rule, places }) => `${rule} ${places[0]}`), ...(await horizontalScroll(page)), ...(await smallTargets(page)), ...troublesOf(page)];
    expect(found).toEqual([]);
    await page.context().close();
  });
});
