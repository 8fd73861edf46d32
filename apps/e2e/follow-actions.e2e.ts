import { expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { audit, horizontalScroll, hydrated, smallTargets } from './browser.js';
import { demoStory } from './demo-story.js';

jest.setTimeout(90_000);

/** Technicians of both sides follow the actions of the year, one of them without JavaScript on a telephone. In real Chromium. */
const { as } = demoStory({ width: 390 });

const report = async (page: Page, note: string): Promise<void> => {
  await page.locator('textarea[name="note"]').first().fill(note);
  await page.locator('form:has(input[value="reportAction"]) button[type="submit"]').click();
};
/** Waits until nothing is written there any more. */
async function emptied(field: Locator): Promise<void> {
  for (let tries = 0; tries < 200 && (await field.inputValue()) !== ''; tries += 1) await pause(25);
  expect(await field.inputValue()).toBe('');
}

it('« Mon tour » leads to the action that is late; two sides report at once and both are kept', async () => {
  const [mine, theirs] = [await as('technicien', { javaScript: false }), await as('technicien-tiznit', { language: 'ar-MA' })];
  await mine.goto('/');
  await mine.locator('a[href^="/actions/"]').first().click();
  await mine.locator('#history').waitFor();
  const path = new URL(mine.url()).pathname;
  expect(await mine.locator('main').innerText()).toContain('Rencontre commune d’automne');
  // Both pages are read before either writes: what is added never conflicts.
  await theirs.goto(path);
  await theirs.locator('#history').waitFor();
  await hydrated(theirs);
  const writing = theirs.locator('textarea[name="note"]').first();
  await writing.fill('تم حجز');
  await report(mine, 'Gymnase réservé le 5 décembre.');
  // What they are writing stands while the page becomes new around it; sent, the form comes back empty.
  await theirs.locator('#history').getByText('Gymnase réservé le 5 décembre.').waitFor();
  expect(await writing.inputValue()).toBe('تم حجز');
  await report(theirs, 'تم حجز القاعة.');
  await theirs.locator('#history').getByText('تم حجز القاعة.').waitFor();
  await emptied(writing);
  await mine.locator('details:has(input[value^="closeActionMilestone"]) summary').first().click();
  const closing = mine.locator('form:has(input[value^="closeActionMilestone"])').first();
  await closing.locator('input[name="doneOn"]').fill('2027-01-05');
  await closing.locator('button[type="submit"]').click();
  // Refused in words, nothing lost: the day is not there yet.
  await mine.getByText('n’est pas encore venu').waitFor();
  expect(await closing.locator('input[name="doneOn"]').inputValue()).toBe('2027-01-05');
  await closing.locator('input[name="doneOn"]').fill('2026-11-20');
  await closing.locator('button[type="submit"]').click();
  await mine.locator('#milestones').getByText('20 novembre 2026').waitFor();
  for (const page of [mine, theirs]) await page.context().close();
});

it('a follow-up waits for the signature, and says so; the meeting and the public record say where actions stand', async () => {
  const page = await as('coordinateur');
  await page.goto('/actions');
  await page.getByRole('link', { name: 'Rassembler les pièces de la candidature' }).click();
  await page.locator('#acts').waitFor();
  expect(await page.locator('#acts').innerText()).toMatch(/ne peut pas encore commencer[^]*Art\. 5/);
  for (const at of ['/actions', new URL(page.url()).pathname]) {
    await page.goto(at);
    expect({ at, faults: await audit(page), wide: await horizontalScroll(page), small: await smallTargets(page) }).toEqual({ at, faults: [], wide: [], small: [] });
  }
  await page.goto(await page.locator('a[href^="/meetings/"]').first().getAttribute('href') ?? '');
  expect(await page.locator('main').innerText()).toContain('Rassembler les pièces de la candidature');
  await page.goto('/public');
  expect(await page.locator('main').innerText()).toContain('Achevée');
  await page.context().close();
});
