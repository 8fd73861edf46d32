import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { audit, horizontalScroll, hydrated, smallTargets, troublesOf } from './browser.js';
import { demoStory } from './demo-story.js';

/** « Saisi pour X par Y »: an answer by telephone, on a telephone; and she whose word it was says no, without a script. */
const story = demoStory({ width: 390 });
const { as } = story;
async function ask<Shown>(page: Page, query: string, variables: object = {}): Promise<Shown> {
  const response = await page.request.post('/graphql', { data: { query, variables }, headers: { origin: story.demo.url } });
  return ((await response.json()) as { data: Shown }).data;
}
async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
async function sound(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect(await horizontalScroll(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await audit(page)).toEqual([]);
}

it('is entered from the fiche, marked, told, and falls when she contests it', async () => {
  const page = await as('coordinateur');
  const mine = await as('technicienne', { javaScript: false });
  const { viewer } = await ask<{ viewer: { person: { displayName: string }; seats: { partnership: { id: string } }[] } }>(mine, '{ viewer { person { displayName } seats { partnership { id } } } }');
  const { projectSheets } = await ask<{ projectSheets: { id: string; state: string; version: number }[] }>(page, 'query ($id: ID!) { projectSheets(partnershipId: $id, year: 2027) { id state version } }', { id: viewer.seats[0]?.partnership.id });
  const sheet = projectSheets.find(({ state }) => state === 'SUBMITTED');
  await page.goto(`/sheets/${sheet?.id}`);
  await page.getByRole('link', { name: 'Saisir pour quelqu’un' }).click();
  await page.waitForURL(/\/enter\//);
  await hydrated(page);

  // Refused, nothing of what was written is lost.
  await page.getByLabel('Elle valide cette fiche pour sa partie').check();
  const option = page.locator('select[name=personId] option', { hasText: viewer.person.displayName });
  await page.locator('select[name=personId]').selectOption((await option.getAttribute('value')) ?? '');
  await page.getByLabel('Un appel téléphonique').check();
  await page.getByLabel('Note').fill('Appel du matin.');
  const day = page.getByLabel('Le jour où la personne l’a dit ou écrit');
  const today = await day.inputValue();
  await day.fill('2024-02-01');
  await page.getByRole('button', { name: 'Saisir en son nom' }).click();
  await page.getByText('cette personne n’avait pas la fonction').or(page.getByText('n’était pas encore soumise')).first().waitFor();
  expect([await page.getByLabel('Note').inputValue(), await page.getByLabel('Un appel téléphonique').isChecked()]).toEqual(['Appel du matin.', true]);
  await sound(page, 'enter-refused-390');

  await day.fill(today);
  await page.getByRole('button', { name: 'Saisir en son nom' }).click();
  await page.waitForURL(/\/entered\//);
  const entered = new URL(page.url()).pathname;
  await page.getByText('d’après un appel téléphonique du').first().waitFor();
  await sound(page, 'entered-390');
  await page.goto(`/sheets/${sheet?.id}`);
  await page.getByRole('link', { name: /^Saisi pour / }).first().waitFor();
  await sound(page, 'entered-sheet-390');

  // Her turn, her one form, without a script; the fiche waits again, in the next version.
  await mine.goto('/');
  await mine.getByRole('link', { name: /saisi en votre nom/ }).or(mine.locator('main').getByText('Vérifier ce qui a été saisi en votre nom')).first().waitFor();
  await mine.goto(entered);
  await mine.getByText('Ce n’est pas ce que j’ai dit').click();
  await mine.getByLabel('Ce qui ne correspond pas').fill('Je voulais la relire.');
  await mine.getByRole('button', { name: 'Contester' }).click();
  await mine.waitForURL(/#contested/);
  expect(await mine.locator('#contested').innerText()).toContain('a fait revenir la fiche');
  const after = await ask<{ projectSheet: { state: string; version: number } }>(page, 'query ($id: ID!) { projectSheet(id: $id) { state version } }', { id: sheet?.id });
  expect(after.projectSheet).toEqual({ state: 'SUBMITTED', version: (sheet?.version ?? 0) + 1 });
  // The one refusal above is an answer, and the browser says so.
  expect(troublesOf(page).filter((one) => !one.includes('status of 422'))).toEqual([]);

  // The other side reads the same list, in its own language and direction.
  const other = await as('coordinatrice', { language: 'ar-MA' });
  await other.goto('/entered');
  expect(await other.locator('main').innerText()).toContain('مُعترَض عليه');
  await sound(other, 'entered-list-ar-390');
  await other.goto(entered);
  await sound(other, 'entered-one-ar-390');
}, 90_000);

it('a signature by code is contested by its own coordination, without a script: marked for both sides, and the PV stays executory', async () => {
  const mayor = await as('maire');
  const { viewer } = await ask<{ viewer: { seats: { partnership: { id: string } }[] } }>(mayor, '{ viewer { seats { partnership { id } } } }');
  const { minutesList } = await ask<{ minutesList: { id: string; state: string; contentHash: string }[] }>(mayor, 'query ($id: ID!) { minutesList(partnershipId: $id) { id state contentHash } }', { id: viewer.seats[0]?.partnership.id });
  const waiting = minutesList.find(({ state }) => state === 'PARTIALLY_SIGNED');
  const signed = await (await story.demo.as('maire')).act<{ state: string }>('signMinutes', { minutesId: waiting?.id, contentHash: waiting?.contentHash, place: 'Villeneuve-la-Garenne' }, 'state');
  expect(signed.state).toBe('EXECUTORY');

  const path = `/minutes/${waiting?.id}?whole=1`;
  const other = await as('coordinatrice', { language: 'ar-MA', dark: true });
  await other.goto(path);
  expect(await other.getByText('هذا ليس توقيعنا').count()).toBe(0);
  const looked = await as('coordinateur');
  await looked.goto(path);
  await looked.getByText('Ce n’est pas notre signature').click();
  await sound(looked, 'contest-signature-390');

  const desk = await as('coordinateur', { javaScript: false });
  await desk.goto(path);
  await desk.getByText('Ce n’est pas notre signature').click();
  await desk.getByLabel('Pourquoi cette signature n’est pas la vôtre').fill('Elle n’a pas ouvert sa messagerie ce jour-là.');
  await desk.getByRole('button', { name: 'Contester la signature' }).click();
  await desk.waitForURL(/done=contested/);
  await desk.getByText('La signature est contestée.').first().waitFor();
  await looked.goto(path);
  await sound(looked, 'contested-signature-390');
  await other.reload();
  await other.getByText('Elle n’a pas ouvert sa messagerie ce jour-là.').waitFor();
  await sound(other, 'contested-signature-390-ar');
}, 60_000);
