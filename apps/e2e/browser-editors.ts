import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { hydrated } from './browser.js';
import type { Choice, Step } from './interleavings.js';

const answers: Readonly<Record<Choice, RegExp>> = { mine: /Garder mon texte/, theirs: /Prendre le texte/, both: /Garder les deux/ };

/** The names under which this browser keeps words that have not been sent. */
export const keptHere = (page: Page): Promise<string[]> => page.evaluate<string[]>(`Object.keys(localStorage).filter((key) => key.startsWith('passerelle.draft.'))`);

/** Saves until everything has arrived; a text in dispute is chosen on the way. @throws Error after fifteen seconds */
async function save(page: Page, choice: Choice): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  for (let tries = 0; tries < 300; tries += 1) {
    const asked = page.getByRole('alert').getByRole('button', { name: answers[choice] });
    if (await asked.count()) await asked.click({ timeout: 1_000 }).catch(() => undefined);
    else if ((await keptHere(page)).length === 0) return;
    await pause(50);
  }
  throw new Error(`not saved: ${await page.getByRole('status').allInnerTexts()}`);
}

async function play(page: Page, step: Step, state: { away: boolean }): Promise<void> {
  if (step.does === 'leave' || step.does === 'return') await page.context().setOffline((state.away = step.does === 'leave'));
  if (step.does === 'save' && !state.away) await save(page, step.choice);
  if (step.does !== 'write') return;
  const field = page.locator(`textarea[name="section.${step.part}"]`);
  await field.fill((await field.inputValue()) + step.text);
}

/** Plays one interleaving on a fiche open in two browsers. */
export async function inBrowsers(pages: readonly [Page, Page], path: string, steps: readonly Step[]): Promise<void> {
  for (const page of pages) await page.goto(path).then(() => hydrated(page));
  const states = [{ away: false }, { away: false }] as const;
  for (const step of steps) await play(pages[step.who], step, states[step.who]);
}
