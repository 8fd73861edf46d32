import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { audit, horizontalScroll, hydrated, smallTargets, troublesOf, type Device } from './browser.js';
import { demoStory } from './demo-story.js';

/** The plan in daily use: by keyboard, without JavaScript, and the year on a calendar. */
const pictures = process.env['PICTURES'];
const { as } = demoStory({ width: 1280 });

/** The plan of 2027 before a persona's eyes. */
async function atPlan(persona: string, device: Device = {}): Promise<Page> {
  const page = await as(persona, device);
  await page.goto('/plans/2027');
  return page;
}

/** A column of the board, by its name. */
const column = (page: Page, name: string) => page.locator('[data-column]').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(name) }) });
const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.closest("[data-card]")?.id ?? document.activeElement.tagName');
const attributes = async (places: Locator, name: string): Promise<string[]> => Promise.all((await places.all()).map(async (place) => (await place.getAttribute(name)) ?? ''));
const idsIn = (page: Page, name: string): Promise<string[]> => attributes(column(page, name).locator('[data-card]'), 'id');

describe('the board by keyboard', () => {
  it('arrows go from card to card, the space bar opens the moves, a move is told aloud and undone; the keyboard stays on the card', async () => {
    const page = await atPlan('coordinateur');
    await hydrated(page);
    const [card = ''] = await idsIn(page, 'Retenue');
    expect(card).toMatch(/^sheet-/);
    const reached = new Set<string>();
    await page.locator('[data-card]').first().focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await page.keyboard.press(key);
      reached.add(await focused(page));
    }
    expect(reached.size).toBeGreaterThan(1);
    await page.locator(`#${card}`).focus();
    await page.keyboard.press('Space');
    expect(await page.locator(`#${card} details`).getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Escape');
    expect([await focused(page), await page.locator(`#${card} details`).getAttribute('open')]).toEqual([card, null]);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/moved=/);
    await page.getByRole('status').getByText('est maintenant dans la colonne « Instruite »').waitFor();
    expect(await focused(page)).toBe(card);
    expect(await idsIn(page, 'Instruite')).toContain(card);
    await page.getByRole('button', { name: 'Remettre dans « Retenue »' }).click();
    await page.getByRole('status').getByText('est maintenant dans la colonne « Retenue »').waitFor();
    expect(await idsIn(page, 'Retenue')).toContain(card);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  });

  it('offers only what the rules allow; elsewhere it says who may, and by which text', async () => {
    const page = await atPlan('technicienne', { javaScript: false });
    const moves = column(page, 'Retenue').locator('details').first();
    expect(await moves.getByRole('button').count()).toBe(0);
    const said = (await moves.textContent()) ?? '';
    expect(said).toContain('Seule la décision du comité de pilotage');
    expect(said).toContain('Adressez-vous à la vôtre');
    expect(said).toContain('Art. ');
    await page.context().close();
  });

  it('moves without JavaScript, by a form, and back', async () => {
    const page = await atPlan('coordinatrice', { javaScript: false });
    const [card = ''] = await idsIn(page, 'Retenue');
    await page.locator(`#${card} summary`).click();
    await page.locator(`#${card}`).getByRole('button', { name: 'Sortir du plan' }).click();
    await column(page, 'Instruite').locator(`#${card}`).waitFor();
    await page.getByRole('button', { name: 'Remettre dans « Retenue »' }).click();
    await column(page, 'Retenue').locator(`#${card}`).waitFor();
    await page.context().close();
  });
});

it('every blocker leads to the very place where it is lifted', async () => {
  const page = await atPlan('coordinateur', { javaScript: false });
  const links = await attributes(page.locator('#blockers li a'), 'href');
  expect(links.length).toBeGreaterThan(0);
  for (const href of links) {
    const response = await page.goto(href);
    const { pathname, hash } = new URL(page.url());
    expect({ href, status: response?.status() ?? 200 }).toEqual({ href, status: 200 });
    expect({ href, there: hash === '' ? pathname : await page.locator(hash).count() }).toEqual({ href, there: hash === '' ? href : 1 });
  }
  await page.context().close();
});

it('a step is moved by a coordination, in sight of the other, within the order of the steps', async () => {
  const page = await atPlan('coordinatrice', { javaScript: false });
  const form = page.locator('#back-plan form');
  await page.getByText('Déplacer une étape').click();
  await form.getByLabel('Étape').selectOption('FREEZE');
  await form.getByLabel('Jours avant l’échéance').fill('90');
  await form.getByRole('button').click();
  expect(await page.locator('#back-plan').getByRole('alert').textContent()).toContain('vient avant');
  expect(await form.getByLabel('Jours avant l’échéance').inputValue()).toBe('90');
  await form.getByLabel('Jours avant l’échéance').fill('40');
  await form.getByRole('button').click();
  await page.getByText(/Placé à J-40 par .+ \(Tiznit\) le 23 novembre 2026, au lieu de J-45/).waitFor();
  const other = await atPlan('coordinateur', { javaScript: false });
  await other.getByText(/Placé à J-40 par .+ \(Tiznit\)/).waitFor();
  for (const one of [page, other]) await one.context().close();
});

it('proposes a fiche on the axis that nothing serves, chosen already', async () => {
  const page = await atPlan('technicienne', { javaScript: false });
  expect(await page.getByText('Les axes V et VI n’ont ni piste ni fiche.').count()).toBe(1);
  await page.getByRole('link', { name: 'Proposer une fiche dans cet axe V', exact: true }).click();
  expect(await page.locator('#own ~ form select[name="axisId"] option:checked').textContent()).toMatch(/^V\. /);
  await page.context().close();
});

const looks: readonly Device[] = [{ width: 390, language: 'fr-FR' }, { width: 390, language: 'ar-MA', dark: true }, { width: 1280, language: 'fr-FR' }, { width: 1280, language: 'ar-MA' }];
it.each(looks)('the board and the year at $width, $language: no fault, no scroll, no small target', async (device) => {
  const page = await as('coordinateur', device);
  // This year's calendar holds meetings too: seen once.
  for (const path of ['/plans/2027', device.width === 390 ? '/plans/2026/calendar' : '/plans/2027/calendar']) {
    await page.goto(path);
    await hydrated(page);
    if (pictures) await page.screenshot({ path: `${pictures}/${path.replaceAll('/', '_')}-${device.width}-${device.language}.png`, fullPage: true });
    const faults = [...(await audit(page)).map(({ rule, places }) => `${rule} ${places[0]}`), ...(await horizontalScroll(page)), ...(await smallTargets(page)), ...troublesOf(page)];
    expect({ path, faults }).toEqual({ path, faults: [] });
  }
  await page.context().close();
});
