import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { request } from 'node:http';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { audit, horizontalScroll, hydrated, newPage, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';

jest.setTimeout(120_000);

let browser: Browser;
let demo: DemoHouse;
let secrets: readonly string[];
/** Ids of the executory PV, and of one that only one side has signed. */
let executory: string;
let halfSigned: string;
/** Of the executory PV: what its QR code names. */
let executoryHash: string;

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: demo.database.owner });
  await owner.connect();
  try {
    return (await owner.query<Row>(sql)).rows;
  } finally {
    await owner.end();
  }
}

const sentence = (text: string): string => text.slice(0, 40);

/** Everything that must stay inside: people's own names, addresses, drafts, debates, reasons. Offices are public: people are given names first. */
async function whatStaysInside(): Promise<string[]> {
  await rows(`update person set display_name = 'Prénom Nom' || substr(md5(id::text), 1, 6)`);
  const people = await rows<{ display_name: string; mail_address: string; id: string }>('select id, display_name, mail_address from person');
  const sheets = await rows<{ title: string; text: string }>(`select title, sections ->> 'context' as text from project_sheet where state <> 'ADOPTED' and title <> '' and title not in (select title from project_sheet where state = 'ADOPTED')`);
  const unsigned = await rows<{ number: string; title: string; text: string }>(
    `select minutes.number, decision.title, decision.text from minutes join decision on decision.meeting_id = minutes.meeting_id where minutes.executory_at is null`,
  );
  const debates = await rows<{ words: string }>(`select section.value as words from minutes, jsonb_each(prose) language, jsonb_each_text(language.value) section where section.value <> ''`);
  const { length } = debates;
  if (people.length < 12 || sheets.length === 0 || unsigned.length === 0 || length === 0) throw new Error('the demo has nothing to hide: the search would prove nothing');
  return [
    ...people.flatMap((person) => [person.display_name, person.mail_address, person.id]),
    ...sheets.flatMap(({ title, text }) => [title, ...(text ? [sentence(text)] : [])]),
    ...unsigned.flatMap(({ number, title, text }) => [number, title, sentence(text)]),
    ...debates.map(({ words }) => sentence(words)),
  ];
}

const found = (text: string): string[] => secrets.filter((secret) => text.includes(secret));
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(demo.url + path, { headers });

async function opened(path: string, device: Device = {}): Promise<Page> {
  const page = await newPage(browser, { ...device, at: demo.url });
  await page.goto(path);
  if (device.javaScript !== false) await hydrated(page);
  return page;
}

/** Screenshots are kept when SCREENSHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), openDemoHouse({ clock: '2026-11-23T10:00', web: true })]);
  secrets = await whatStaysInside();
  ({ id: executory, hash: executoryHash } = (await rows<{ id: string; hash: string }>('select id, content_hash as hash from minutes where executory_at is not null'))[0]!);
  halfSigned = (await rows<{ id: string }>(`select id from minutes where state = 'PARTIALLY_SIGNED'`))[0]!.id;
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

describe('what leaves without an account', () => {
  const addresses = (): string[] => ['/', '/public', `/public/minutes/${executory}`, '/public/feed.xml', '/public/record.json', '/_root.data', '/public.data'];

  it('tells what was decided, and nobody’s name, address, draft, debate or unsigned act', async () => {
    for (const address of addresses()) {
      for (const language of ['fr', 'ar']) {
        const answered = await get(`${address}?lang=${language}`);
        expect([address, answered.status]).toEqual([address, 200]);
        const text = await answered.text();
        expect([address, found(text)]).toEqual([address, []]);
        expect(text).toContain(executory);
      }
    }
  });

  it('the search finds what is planted: in a page, in the data, in the record', async () => {
    const [mail] = secrets.filter((secret) => secret.includes('@'));
    expect(found(`<p>${mail}</p>`)).toEqual([mail]);
    const [person] = await rows<{ display_name: string }>('select display_name from person limit 1');
    const ofPv = `where meeting_id = (select meeting_id from minutes where id = '${executory}')`;
    const [before] = await rows<{ title: string }>(`select title from decision ${ofPv}`);
    await rows(`update decision set title = '${person!.display_name}' ${ofPv}`);
    for (const address of ['/', '/public/feed.xml', '/public/record.json', `/public/minutes/${executory}`]) expect(found(await (await get(address)).text())).toEqual([person!.display_name]);
    await rows(`update decision set title = '${before!.title.replaceAll("'", "''")}' ${ofPv}`);
    expect(found(await (await get('/')).text())).toEqual([]);
  });

  it('a PV signed by one side answers as one that does not exist, as page, as file and as data', async () => {
    const nobody = '018f0000-0000-7000-8000-000000000000';
    for (const path of [(id: string) => `/files/public/${id}/fr.pdf`, (id: string) => `/public/minutes/${id}`]) {
      const [half, absent] = [await get(path(halfSigned)), await get(path(nobody))];
      expect([half.status, absent.status]).toEqual([404, 404]);
    }
    const ask = async (id: string) => (await fetch(`${demo.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'query($id: ID!) { publicMinutes(id: $id) { number } }', variables: { id } }) })).json();
    expect([await ask(halfSigned), await ask(nobody), await ask(executory)]).toEqual([{ data: { publicMinutes: null } }, { data: { publicMinutes: null } }, { data: { publicMinutes: { number: expect.stringMatching(/^PV-\d{4}-1$/) } } }]);
  });

  it('the public copy is a PDF, the same bytes for a stranger and for the mayor', async () => {
    for (const language of ['fr', 'ar']) {
      const address = `/files/public/${executory}/${language}.pdf`;
      const answered = await get(address);
      expect(Object.fromEntries(answered.headers)).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
      const bytes = Buffer.from(await answered.arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const entered = await fetch(`${demo.url}/demo/maire`, { redirect: 'manual' });
      const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      expect(Buffer.from(await (await get(address, { cookie })).arrayBuffer()).equals(bytes)).toBe(true);
      expect((await get(address, { 'if-none-match': answered.headers.get('etag') ?? '' })).status).toBe(304);
    }
  });
});

describe('the QR code of a PV, read by a telephone without a session', () => {
  const leadsTo = async (id: string, whole = ''): Promise<string | null> => (await fetch(`${demo.url}/minutes/${id}${whole}`, { redirect: 'manual' })).headers.get('location');

  it('leads to the public page when the PV is executory, to the door otherwise', async () => {
    expect(await leadsTo(executory)).toBe(`/public/minutes/${executory}`);
    expect(await leadsTo(halfSigned)).toBe(`/sign-in?next=${encodeURIComponent(`/minutes/${halfSigned}`)}`);
    expect(await leadsTo('018f0000-0000-7000-8000-000000000000')).toMatch(/^\/sign-in/);
    expect(await leadsTo('not-an-id')).toMatch(/^\/sign-in/);
  });

  it('a member goes on from there to the whole PV, through the door', async () => {
    const page = await opened(`/minutes/${executory}`, { javaScript: false, width: 390 });
    await page.getByRole('link', { name: 'Membre du comité : lire le procès-verbal entier' }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('next') === `/minutes/${executory}?whole=1`);
    await page.goto('/demo/maire');
    await page.goto(`/minutes/${executory}?whole=1`);
    expect(await page.locator('main').innerText()).toContain('Feuille de signatures (français)');
    await page.context().close();
  });
});

describe('a resident, without JavaScript', () => {
  it('finds the decision on the first page, reads the PV, and has its PDF in two taps', async () => {
    const page = await opened('/', { javaScript: false, width: 390 });
    expect(await page.locator('#decided').innerText()).toContain('Plan d’action 2026, en vigueur');
    await page.getByRole('link', { name: /^Lire le PV-/ }).last().click();
    await page.getByRole('heading', { name: /^Procès-verbal PV-/, level: 1 }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Maire de Villeneuve-la-Garenne');
    const href = await page.getByRole('link', { name: /^Copie publique en français/ }).getAttribute('href');
    expect((await get(href ?? '')).headers.get('content-type')).toBe('application/pdf');
    await page.context().close();
  });

  it('verifies a file: its own, one byte of it changed, a stranger’s; of what is not public, number, day and parties alone', async () => {
    const [frozen] = await rows<{ number: string; hash: string; bytes: Buffer }>(
      `select minutes.number, minutes.content_hash as hash, blob.bytes from minutes join minutes_version version on version.minutes_id = minutes.id and version.version = minutes.version
       join blob on blob.partnership_id = minutes.partnership_id and blob.sha256 = version.pdfs ->> 'fr' where minutes.id = '${halfSigned}'`,
    );
    const { number, hash, bytes } = frozen!;
    const page = await opened('/public', { javaScript: false, width: 390 });
    const judged = async (buffer: Buffer, title: string): Promise<string> => {
      await page.goto('/verify');
      await page.getByLabel('Fichier PDF').setInputFiles({ name: 'pv.pdf', mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: 'Vérifier ce fichier' }).click();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      return page.locator('main').innerText();
    };
    await page.getByRole('link', { name: 'Vérifier un procès-verbal' }).click();
    await page.getByRole('heading', { name: 'Vérifier un procès-verbal', level: 1 }).waitFor();
    const own = await judged(bytes, 'Ce fichier est authentique');
    expect(found(own)).toEqual([number]);
    expect(own).toContain('Signatures attendues');
    const changed = Buffer.from(bytes);
    changed[Math.floor(bytes.length / 3)]! ^= 1;
    expect(found(await judged(changed, 'Ce fichier a été modifié'))).toEqual([number]);
    expect(found(await judged(Buffer.from('%PDF-1.7 Procès-verbal'), 'Ce fichier est inconnu ici'))).toEqual([]);
    // What the QR code of the PV leads to.
    await page.goto(`/verify/${hash}`);
    await page.getByRole('heading', { name: 'Cette empreinte est connue', level: 1 }).waitFor();
    expect(found(await page.locator('main').innerText())).toEqual([number]);
    await page.context().close();
  });

  it('weighs little: the first page, its styles inside, under 24 kB on the line', async () => {
    const length = await new Promise<number>((resolve, reject) => {
      request(`${demo.url}/`, { headers: { 'accept-encoding': 'gzip' } }, (answered) => {
        let bytes = 0;
        answered.on('data', (chunk: Buffer) => (bytes += chunk.length)).on('end', () => resolve(bytes));
      }).on('error', reject).end();
    });
    process.stdout.write(`the public page: ${(length / 1000).toFixed(1)} kB on the line\n`);
    expect(length).toBeLessThan(24_000);
  });
});

it('who is signed in keeps « Mon tour », and reads the same record on its own page', async () => {
  const page = await opened('/demo/maire');
  await page.getByRole('heading', { name: 'Mon tour', level: 1 }).waitFor();
  expect(await page.locator('#decided').count()).toBe(0);
  await page.goto('/public');
  expect(await page.locator('#decided').innerText()).toContain('PV-2025-1');
  expect(found(await page.locator('#decided').innerText())).toEqual([]);
  await page.context().close();
});

const devices = (['fr-FR', 'ar-MA'] as const).flatMap((language) => ([390, 1280] as const).flatMap((width) => [{ language, width, dark: false }, ...(process.env['SOAK'] ? [{ language, width, dark: true }] : [])]));
describe('the public pages', () => {
  it.each(devices)('$language, $width px, dark: $dark', async (device) => {
    const verified = device.width === 390 ? ([['verify', '/verify'], ['verified', `/verify/${executoryHash}`]] as const) : [];
    for (const [name, path] of [['home', '/'], ['record', '/public'], ['minutes', `/public/minutes/${executory}`], ...verified] as const) {
      const page = await opened(path, device);
      await shot(page, `public-${name}-${device.language}-${device.width}-${device.dark ? 'dark' : 'light'}`);
      expect(troublesOf(page)).toEqual([]);
      expect(await horizontalScroll(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await audit(page)).toEqual([]);
      await page.context().close();
    }
  });
});
