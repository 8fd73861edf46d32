import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { newPage, openBrowser, type Device } from './browser.js';

/** The device of a persona, and what its pages speak: its own language when nothing is said, its holder's with null. */
export type PersonaDevice = Device & { readonly at: string; readonly speaks?: 'fr' | 'ar' | null };

/** A page of a persona, signed in by her demo link, that stands nowhere yet: the two pages a hand would load on the way are spared. */
export async function signedIn(browser: Browser, persona: string, { speaks, ...device }: PersonaDevice): Promise<Page> {
  const page = await newPage(browser, device);
  await enter(page, persona);
  const language = speaks === undefined ? ownLanguage(device) : speaks;
  // What `?lang=` leaves on a device.
  if (language) await page.context().addCookies([{ name: 'lang', value: language, url: device.at }]);
  return page;
}
const ownLanguage = ({ language }: Device): 'fr' | 'ar' => (language === 'ar-MA' ? 'ar' : 'fr');

/** From now on whoever holds this page is that persona. @throws Error when the demo knows nobody of that name */
export async function enter(page: Page, persona: string): Promise<void> {
  const entered = await page.request.get(`/demo/${persona}`, { maxRedirects: 0 });
  if (entered.status() !== 303) throw new Error(`${persona} could not enter: ${entered.status()}`);
}

/** What a file of stories plays in. */
export interface DemoStory {
  readonly demo: DemoHouse;
  readonly browser: Browser;
  /** A page of that persona, nowhere yet. */
  as(persona: string, device?: Device): Promise<Page>;
}

/** The demo of Monday 23 November 2026 and a browser, opened before the file's tests and closed after them. `usual`: the device when none is said. */
export function demoStory(usual: Device = {}): DemoStory {
  let opened: { demo: DemoHouse; browser: Browser } | undefined;
  const story = (): { demo: DemoHouse; browser: Browser } => {
    if (!opened) throw new Error('the demo opens before the first test');
    return opened;
  };
  beforeAll(async () => {
    const demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
    opened = { demo, browser: await openBrowser() };
  }, 180_000);
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.demo.close();
  });
  return {
    get demo() { return story().demo; },
    get browser() { return story().browser; },
    as: (persona, device = {}) => signedIn(story().browser, persona, { ...usual, at: story().demo.url, ...device }),
  };
}
