import type { Browser, Page } from 'playwright-core';
import { hydrated, newPage } from './browser.js';
import { signedIn } from './demo-story.js';

/** What a page did that it should not have: ran a payload, asked another site, broke its policy, left its address. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
  visit(path: string): Promise<void>;
}
/** A page of one persona, in one language, that notes what it should not have done. */
export async function watched(browser: Browser, at: string, { persona, language }: { persona: string; language: 'fr' | 'ar' }): Promise<Watched> {
  const page = await signedIn(browser, persona, { width: 1280, at, speaks: language });
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    // A fiche that is still being saved asks before it is left: that is the page's own question.
    if (dialog.type() !== 'beforeunload') faults.push(`dialog ${dialog.message()}`);
    void dialog.accept();
  });
  page.on('request', (request) => !request.url().startsWith(at) && !/^(data|blob|about):/.test(request.url()) && faults.push(`asked ${request.url()}`));
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) => (globalThis.reports ??= []).push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`);
  const visit = async (path: string): Promise<void> => {
    await page.goto(path);
    await hydrated(page);
    for (const frame of page.frames()) if (await frame.evaluate('globalThis.fired === 1')) faults.push(`${path} ran`);
    faults.push(...((await page.evaluate('globalThis.reports ?? []')) as string[]).map((report) => `${path} reports ${report}`));
    if (new URL(page.url()).pathname !== path.split('?')[0]) faults.push(`${path} left for ${page.url()}`);
  };
  return { page, faults, visit };
}

/** A letter as it was sent. */
export interface Letter {
  readonly id: string;
  readonly subject: string;
  readonly html: string;
  readonly attachments: { filename: string; content: string }[] | null;
}

/** Places of the letters that ran, or left for another page: a frame that left may no longer be looked into. */
const ranIn = `[...document.querySelectorAll('iframe')].flatMap(({ contentWindow }, place) => {
  try {
    return contentWindow.fired === 1 || contentWindow.location.href !== 'about:srcdoc' ? [place] : [];
  } catch {
    return [place];
  }
})`;

/** Reads every letter at once in the most careless of readers: scripts allowed, no policy, all of one page. Answers what ran, asked elsewhere or left. */
export async function readUnguarded(browser: Browser, at: string, letters: readonly Pick<Letter, 'html' | 'subject'>[]): Promise<string[]> {
  const page = await newPage(browser, { at });
  const faults: string[] = [];
  page.on('request', (request) => !request.url().startsWith(at) && !/^(data|blob|about):/.test(request.url()) && faults.push(`asked ${request.url()}`));
  const quoted = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const body = letters.map(({ html }) => `<iframe srcdoc="${quoted(html)}"></iframe>`).join('');
  await page.route('**/letters', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${body}` }));
  await page.goto('/letters', { waitUntil: 'load' });
  await page.waitForTimeout(300);
  const ran = await page.evaluate<number[]>(ranIn);
  if (await page.evaluate<boolean>('globalThis.fired === 1')) faults.push('a letter ran in its reader');
  await page.context().close();
  return [...faults, ...ran.map((place) => `ran: ${letters[place]?.subject}`)];
}

/** Lines of a calendar that its writer never wrote. */
export function forged(calendar: string): string[] {
  const known = /^(BEGIN|END|VERSION|PRODID|METHOD|NAME|X-WR-CALNAME|TIMEZONE-ID|X-WR-TIMEZONE|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|LOCATION|DESCRIPTION|X-ALT-DESC|ORGANIZER|ATTENDEE|STATUS|URL|CREATED|LAST-MODIFIED|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE|CLASS|TRANSP|CALSCALE|X-[A-Z-]+|TRIGGER|ACTION|DURATION|REFRESH-INTERVAL|PRIORITY|RDATE)[;:]/;
  const unfolded = calendar.replace(/\r\n[ \t]/g, '').split('\r\n').filter(Boolean);
  const events = unfolded.filter((line) => line === 'BEGIN:VEVENT').length;
  return [...unfolded.filter((line) => !known.test(line) || /^(ATTACH|BEGIN:VALARM)/.test(line) || line.includes('\n')), ...(events === 1 ? [] : [`${events} events`])];
}

const counted = `(text) => {
  const { body } = document.implementation.createHTMLDocument();
  body.innerHTML = text;
  return [...body.querySelectorAll('*')].filter((element) => [...element.attributes].some(({ name, value }) => name.startsWith('on') || /^javascript:|evil[.]example|fired/.test(value))).length;
}`;
/** Elements of a text, taken as markup, that would run or fetch something. `page`: a blank one. */
export const alive = (page: Page, text: string): Promise<number> => page.evaluate<number>(`(${counted})(${JSON.stringify(text)})`);

/** What a planted page does to its reader, in words: « ran », « asked … », « left ». */
export async function seenOnPlanted(browser: Browser, at: string, body: string): Promise<string> {
  const page = await newPage(browser, { at });
  const seen: string[] = [];
  page.on('request', (request) => !request.url().startsWith(at) && seen.push(`asked ${request.url()}`));
  await page.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/planted');
  await page.waitForTimeout(500);
  if (await page.evaluate('globalThis.fired === 1')) seen.push('ran');
  if (new URL(page.url()).pathname !== '/planted') seen.push('left');
  await page.context().close();
  return seen.join();
}
