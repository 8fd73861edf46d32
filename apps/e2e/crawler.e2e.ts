import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { sampleMails } from '../../libs/notices/src/mails/samples.js';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { newPage, openBrowser } from './browser.js';

/** Scanners follow every link of every mail, by every method, some with scripts: nothing changes (trust.md, finding 7 and threat G). */
let demo: DemoHouse;
let browser: Browser;
let links: string[];

const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));
const here = (href: string): string => href.replace(/^https?:\/\/passerelle\.example/, demo.url);

async function database<Row extends object>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  return client.query<Row>(statement).then(({ rows }) => rows).finally(() => client.end());
}

/** The whole database as one hash per table; `but` leaves the access log out. */
async function dump(but: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await database<{ name: string }>(`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`);
  const kept = tables.map(({ name }) => name).filter((name) => !but.includes(name));
  const hashes = await database<{ name: string; hash: string }>(kept.map((name) => `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`).join(' union all '));
  return Object.fromEntries(hashes.map(({ name, hash }) => [name, hash]));
}

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  await demo.tick();
  browser = await openBrowser();
  const arrived = await database<{ html: string }>('select html from mailbox_message');
  const printed = sampleMails().map(({ html }) => html);
  links = [...new Set([...arrived.map(({ html }) => html), ...printed].flatMap(hrefs).map(here))].filter((href) => href.startsWith(demo.url));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const graphql = { 'content-type': 'application/json' };

/** What scanners send: honest and forged, with and without a body. */
const visits: readonly RequestInit[] = [
  { method: 'GET' },
  { method: 'HEAD' },
  { method: 'GET', headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } },
  { method: 'POST', headers: form, body: '' },
  { method: 'POST', headers: { ...form, origin: 'https://scanner.example', 'sec-fetch-site': 'cross-site' }, body: 'form=signMinutes&place=x' },
  { method: 'POST', headers: { ...graphql, origin: 'https://scanner.example' }, body: '{}' },
];

async function crawl(paths: readonly string[], cookie = ''): Promise<number[]> {
  const statuses: number[] = [];
  await Promise.all(paths.map(async (path) => {
    for (const visit of visits) statuses.push((await fetch(path, { ...visit, redirect: 'follow', headers: { ...(visit.headers as Record<string, string>), ...(cookie && { cookie }) } })).status);
    // The same, by one who forges our own origin: no browser can.
    statuses.push((await fetch(path, { method: 'POST', redirect: 'manual', headers: { ...form, origin: demo.url, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }, body: '' })).status);
  }));
  return statuses;
}

/** Three of each page: by every method and with a browser, every mail's own address of one page is the soak's. */
function someOfEach(paths: readonly string[]): string[] {
  const shapeOf = (path: string): string => path.replace(/[0-9a-f-]{36}/g, 'id');
  return paths.filter((path, place) => process.env['SOAK'] || paths.slice(0, place).filter((one) => shapeOf(one) === shapeOf(path)).length < 3);
}

/** A scanner with a real browser: loads, runs scripts, scrolls, moves over every link. */
async function render(paths: readonly string[]): Promise<void> {
  const page = await newPage(browser);
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'load' });
    for (const link of (await page.locator('a[href]').all()).slice(0, 3)) await link.hover({ timeout: 200 }).catch(() => undefined);
  }
  await page.context().close();
}

describe('the links of every mail', () => {
  it('are many, and none carries anything to spend', () => {
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link).not.toMatch(/token|code=|key=|secret|signature=/i);
  });

  it('change nothing for a scanner without a session, whatever it sends, scripts included', async () => {
    const before = await dump();
    const statuses = await crawl(someOfEach(links));
    for (const link of links) statuses.push((await fetch(link, { redirect: 'manual' })).status);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    await render(someOfEach(links));
    expect(await dump()).toEqual(before);
  }, 240_000);

  it('change nothing but the access log for a prefetch in the reader’s own browser', async () => {
    const entered = await fetch(`${demo.url}/demo/maire`, { redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const log = ['public.session', 'public.reading'];
    const before = await dump(log);
    await Promise.all(someOfEach(links).map(async (link) => {
      for (const visit of visits.slice(0, 3)) await fetch(link, { ...visit, headers: { ...(visit.headers as Record<string, string>), cookie } });
    }));
    expect(await dump(log)).toEqual(before);
  }, 240_000);

  it('lead to the door, and to no other site', async () => {
    for (const link of links) {
      const { status, headers } = await fetch(link, { redirect: 'manual' });
      expect([200, 303, 302, 404]).toContain(status);
      if (status === 303 || status === 302) expect(headers.get('location')).toMatch(/^\/(sign-in|public\/minutes\/)/);
    }
  });

  it.each([
    ['a link that signs in on GET (the demo’s own exception)', () => crawl([`${demo.url}/demo/adjointe`])],
    ['a scanner that posts an address at the door', () => fetch(`${demo.url}/sign-in`, { method: 'POST', headers: { ...form, origin: demo.url }, body: 'mailAddress=maire%40villeneuve-la-garenne.example' })],
    ['one column of one row', () => database(`update person set language = 'fr' where language = 'ar'`)],
  ])('planted defect: %s is seen', async (_what, plant) => {
    const before = await dump();
    await plant();
    expect(await dump()).not.toEqual(before);
  });
});
