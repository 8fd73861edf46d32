import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import * as inPage from './in-page.js';

const installed = createRequire(import.meta.url);

/** No service that a browser talks to by itself: a story meets only what we serve. */
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The device a page is opened on. Widths are CSS pixels. */
export interface Device {
  readonly width?: 320 | 390 | 1280;
  readonly language?: 'fr-FR' | 'ar-MA';
  readonly dark?: boolean;
  readonly javaScript?: boolean;
  /** Where relative addresses lead. */
  readonly at?: string;
}

/** Unpacks the browser of the npm package once per machine; two processes at once each write their own copy and the last rename stands. */
async function unpackedChromium(): Promise<string> {
  const bin = join(dirname(installed.resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const { version } = JSON.parse(await readFile(join(bin, '..', 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `passerelle-chromium-${version}`);
  const target = join(folder, 'chromium');
  if (existsSync(target)) return target;
  await mkdir(folder, { recursive: true });
  const draft = `${target}.${randomUUID()}`;
  await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(draft));
  await chmod(draft, 0o755);
  await rename(draft, target);
  return target;
}

/** Does this browser start here? A package's may miss a library of the system, and says so at once. */
const starts = async (path: string): Promise<boolean> => promisify(execFile)(path, ['--version']).then(() => true, () => false);

let found: Promise<string> | undefined;
/**
 * The Chromium of the stories: `CHROMIUM_PATH`, else the pinned one of the npm package (a shell without windows: the same pages for a
 * third less work, on every machine the same version), else the system's.
 */
export const chromiumPath = (): Promise<string> => (found ??= findChromium());
async function findChromium(): Promise<string> {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) return asked;
  const packaged = await unpackedChromium();
  if (await starts(packaged)) return packaged;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? packaged;
}

/** A real Chromium with an empty profile. Close it. */
export const openBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await chromiumPath(), headless: true, args: flags });

/** What went wrong in a page while a story looked elsewhere: uncaught errors, console errors, scripts refused by the policy. */
const troubles = new WeakMap<Page, string[]>();

let bringing = false;
/** From now on a click that leads to another page ends when that page has arrived whole: the browser shows it in parts, as it comes. */
function bringWholePages(page: Page): void {
  if (bringing) return;
  bringing = true;
  const places = Object.getPrototypeOf(page.locator('html')) as Pick<Locator, 'click' | 'page'>;
  const click = places.click;
  places.click = async function (this: Locator, ...given): Promise<void> {
    await click.apply(this, given);
    await this.page().waitForLoadState('load');
  };
}

/** A page in a profile of its own. */
export async function newPage(browser: Browser, { width = 1280, language = 'fr-FR', dark = false, javaScript = true, at }: Device = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 1280 ? 900 : 844 },
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    ...(at === undefined ? {} : { baseURL: at }),
  });
  const page = await context.newPage();
  bringWholePages(page);
  const heard: string[] = [];
  troubles.set(page, heard);
  // A page that is left while it reads again lets go of that reading: the browser reports the abort, nobody is troubled.
  page.on('pageerror', (error) => error.name !== 'AbortError' && !error.message.includes('signal is aborted') && heard.push(error.message));
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  return page;
}

/** Errors this page has made since it was opened. */
export const troublesOf = (page: Page): readonly string[] => troubles.get(page) ?? [];

/**
 * Waits until React has taken the page over: before, a click acts as it does without JavaScript. It asks from outside, because
 * the page's own policy forbids a waiting script. @throws Error after 10 seconds, with what the page complained about
 */
export async function hydrated(page: Page): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await page.evaluate(inPage.hydrated)) return;
    await pause(25);
  }
  throw new Error(`the page did not hydrate: ${troublesOf(page).join(' · ')}`);
}

/**
 * How many elements there are once there are that many, or else after five seconds: a page crosses the line in parts, and what is
 * read the moment a link was followed may not have arrived. To be told that nothing is there, wait first for what stands beside it.
 */
export async function counted(place: Locator, expected: number): Promise<number> {
  for (let tries = 0; tries < 200 && (await place.count()) !== expected; tries += 1) await pause(25);
  return place.count();
}

/** A fault found by axe, as one line that names the rule and the place. */
export interface Fault {
  readonly rule: string;
  readonly help: string;
  readonly places: readonly string[];
}

/** Runs axe-core (WCAG 2.2 A and AA, best practices) inside the page. Needs a page with JavaScript. */
export async function audit(page: Page): Promise<readonly Fault[]> {
  const axe = await readFile(installed.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  return page.evaluate<readonly Fault[]>(inPage.faults);
}

/** Elements that stick out of the page's width; empty when the page needs no horizontal scrolling. */
export const horizontalScroll = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(inPage.horizontalScroll);

/** Controls smaller than 48 × 48 CSS pixels; links inside a sentence are excepted, as WCAG 2.5.8 does. */
export const smallTargets = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(inPage.smallTargets);
