import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { docx, pdf } from '../../test/hostile/file-maker.js';
import { hostileUploads, mark } from '../../test/hostile/uploads.js';
import { openDemoHouse, type Client, type DemoHouse } from '../../test/world/demo-house.js';
import { audit, horizontalScroll, hydrated, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';
import { signedIn } from './demo-story.js';

jest.setTimeout(120_000);

/** Files that people send in: joined, read by those who may, taken back, and never run by anybody. */
let demo: DemoHouse;
let browser: Browser;
let partnershipId: string;
beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
  const { viewer } = await (await demo.as('technicienne')).ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
  partnershipId = viewer.seats[0]!.partnership.id;
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const as = (persona: string, device: Device = {}): Promise<Page> => signedIn(browser, persona, { width: 390, at: demo.url, ...device });
async function cookieOf(persona: string): Promise<string> {
  const entered = await fetch(`${demo.url}/demo/${persona}`, { redirect: 'manual' });
  return (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
const get = (path: string, cookie = ''): Promise<Response> => fetch(demo.url + path, { redirect: 'manual', headers: { ...(cookie && { cookie }) } });
interface Sent {
  readonly status: number;
  readonly body: { id?: string; url?: string; code?: string; sentence?: string };
}
async function send(file: { name: string; bytes: Buffer; claims?: string }, to: string, headers: Record<string, string>): Promise<Sent> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.claims ?? '' }), file.name);
  const response = await fetch(`${demo.url}/files/attachments/${to}`, { method: 'POST', headers: { origin: demo.url, ...headers }, body: form });
  return { status: response.status, body: JSON.parse((await response.text()) || '{}') as Sent['body'] };
}
const drafted = async (client: Client, title: string): Promise<string> =>
  (await client.act<{ id: string }>('draftSheet', { partnershipId, year: 2027, kind: 'PROJECT', title }, 'id')).id;
/** Screenshots are kept when SCREENSHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  if (process.env['SCREENSHOTS']) await page.screenshot({ path: `${process.env['SCREENSHOTS']}/${name}.png`, fullPage: true });
}
async function sound(page: Page): Promise<void> {
  expect(await audit(page)).toEqual([]);
  expect(await horizontalScroll(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
}
const choose = (page: Page, name: string, bytes: Buffer): Promise<void> => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });

describe('a document for a fiche', () => {
  it('is joined from a telephone in three taps, listed, saved again as it was, and taken back', async () => {
    const id = await drafted(await demo.as('technicienne'), 'Une fiche et ses documents');
    const page = await as('technicienne');
    await page.goto(`/sheets/${id}`);
    await hydrated(page);
    await page.getByRole('link', { name: 'Joindre un document' }).click();
    await page.getByRole('heading', { name: 'Joindre un document' }).waitFor();
    await sound(page);
    await shot(page, 'attach-fr-390');
    await choose(page, 'énorme.pdf', Buffer.alloc(11 * 1_048_576));
    await page.getByText('Ce fichier fait 11 Mo').waitFor();
    await shot(page, 'attach-large-fr-390');
    await choose(page, 'lettre.docx', docx({ name: 'word/vbaProject.bin', body: 'x' }));
    await page.getByRole('button', { name: 'Joindre ce fichier' }).click();
    await page.getByText('contient un programme, une macro').waitFor();
    await sound(page);
    await shot(page, 'attach-refused-fr-390');
    await choose(page, 'Délibération n° 12.pdf', pdf());
    await page.getByRole('button', { name: 'Joindre ce fichier' }).click();
    await page.waitForURL(`**/sheets/${id}#documents`);
    const link = page.getByRole('link', { name: /Délibération n° 12\.pdf/ });
    await link.waitFor();
    await sound(page);
    await shot(page, 'sheet-documents-fr-390');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('Délibération n° 12.pdf');
    await page.getByRole('button', { name: 'Retirer Délibération n° 12.pdf' }).click();
    await page.getByText('Aucun document joint.').waitFor();
    expect(troublesOf(page).filter((trouble) => !trouble.includes('422'))).toEqual([]);
    await page.context().close();
  });

  it('is joined without JavaScript, in Arabic, on a dark screen; what is wrong is said on the same page', async () => {
    const id = await drafted(await demo.as('technicienne'), 'Une fiche sans script');
    const page = await as('technicienne', { language: 'ar-MA', javaScript: false, width: 1280, dark: true });
    await page.goto(`/sheets/${id}/attach`);
    await choose(page, 'page.html', Buffer.from('<script>1</script>'));
    await page.getByRole('button', { name: 'إرفاق هذا الملف' }).click();
    await page.getByText('هذا النوع من الملفات غير مقبول').waitFor();
    await shot(page, 'attach-refused-ar-1280-dark');
    await choose(page, 'محضر.pdf', pdf());
    await page.getByRole('button', { name: 'إرفاق هذا الملف' }).click();
    await page.getByRole('link', { name: /محضر\.pdf/ }).waitFor();
    await shot(page, 'sheet-documents-ar-1280-dark');
    await page.context().close();
  });

  it('is its author’s party’s alone until the fiche is shared; then everybody’s of the committee, and it stays', async () => {
    const writer = await demo.as('technicienne');
    const id = await drafted(writer, 'Une fiche à partager');
    const [mine, theirs] = [await cookieOf('technicienne'), await cookieOf('technicien-tiznit')];
    const { status, body } = await send({ name: 'note.pdf', bytes: pdf() }, `projectSheet/${id}`, { cookie: mine });
    expect(status).toBe(201);
    const answers = await Promise.all([get(body.url!, theirs), get(body.url!), get('/files/attachments/00000000-0000-7000-8000-000000000000', mine), get('/files/attachments/constructor', mine)]);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([404]));
    const [hidden, ...others] = await Promise.all(answers.map((answer) => answer.text()));
    const withoutPath = (text: string): string => text.replace(/\/files\/attachments\/[\w-]+/, '');
    for (const other of others) expect(withoutPath(other)).toBe(withoutPath(hidden!));
    expect(await send({ name: 'a.pdf', bytes: pdf() }, `projectSheet/${id}`, { cookie: theirs })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await send({ name: 'a.pdf', bytes: pdf() }, `projectSheet/${id}`, {})).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
    expect(await send({ name: 'a.pdf', bytes: pdf() }, `projectSheet/${id}`, { cookie: mine, origin: 'https://elsewhere.example' })).toMatchObject({ status: 403 });
    const facts = await journalOf(id);
    expect(facts.map(({ kind }) => kind)).toEqual(['SheetDrafted', 'DocumentAttached']);
    expect(JSON.stringify(facts)).not.toContain('note.pdf');
    const { attachments } = (await writer.ask<{ projectSheet: { attachments: { id: string; viewerMayRemove: { allowed: boolean } }[] } }>('query($id: ID!) { projectSheet(id: $id) { attachments { id viewerMayRemove { allowed } } } }', { id })).projectSheet;
    expect(attachments).toEqual([{ id: body.id, viewerMayRemove: { allowed: true } }]);
    expect(await (await demo.as('technicien')).act('detachFromSheet', { attachmentId: body.id })).toMatchObject({ code: 'ATTACHMENT_OF_ANOTHER' });
    expect(await (await demo.as('technicien-tiznit')).act('detachFromSheet', { attachmentId: body.id })).toMatchObject({ code: 'NOT_FOUND' });
    await share(id);
    expect((await get(body.url!, theirs)).status).toBe(200);
    expect(await writer.act('detachFromSheet', { attachmentId: body.id })).toMatchObject({ __typename: 'Refused' });
    expect(await send({ name: 'late.pdf', bytes: pdf() }, `projectSheet/${id}`, { cookie: mine })).toMatchObject({ status: 422, body: { code: 'SHEET_STATE_FORBIDS' } });
  });

  it('sent twice with one key is joined once', async () => {
    const id = await drafted(await demo.as('technicienne'), 'Une fiche deux fois');
    const cookie = await cookieOf('technicienne');
    const [one, two] = [await send({ name: 'a.pdf', bytes: pdf() }, `projectSheet/${id}`, { cookie, 'idempotency-key': 'k-1' }), await send({ name: 'a.pdf', bytes: pdf() }, `projectSheet/${id}`, { cookie, 'idempotency-key': 'k-1' })];
    expect([one.status, two.body.id]).toEqual([201, one.body.id]);
  });
});

async function rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  return client.query(sql, [...parameters]).then(({ rows: found }) => found as Row[]).finally(() => client.end());
}
const journalOf = (subjectId: string): Promise<{ kind: string; data: unknown }[]> => rows('select kind, data from journal where subject_id = $1 order by sequence', [subjectId]);
/** The fiche is shared, as its submission would: what its rules ask of a complete fiche is not the matter here. */
const share = (id: string): Promise<unknown> => rows(`update project_sheet set state = 'SUBMITTED', submitted_at = (select max(occurred_at) from attachment) + interval '1 minute' where id = $1`, [id]);

describe('a document for the agenda', () => {
  it('is joined by the host’s coordinator alone, and stays once the convocation has gone', async () => {
    const steward = await demo.as('coordinateur');
    const meeting = await steward.act<{ id: string }>('scheduleMeeting', { partnershipId, kind: 'EXTRAORDINARY', mode: 'REMOTE', civilDate: '2027-03-04', time: '10:00', place: 'À distance', hostPartyId: await partyOf('FR'), turnReason: 'Une urgence' }, 'id');
    const { agenda } = await steward.act<{ agenda: { id: string }[] }>('addAgendaItem', { meetingId: meeting.id, title: 'Le budget' }, 'agenda { id }');
    const item = agenda[0]!.id;
    const other = await send({ name: 'a.pdf', bytes: pdf() }, `agendaItem/${item}`, { cookie: await cookieOf('coordinatrice') });
    expect(other).toMatchObject({ status: 422, body: { code: 'DOCUMENTS_BY_HOST', sentence: expect.stringContaining('Villeneuve') } });
    const page = await as('coordinateur');
    await page.goto(`/meetings/${meeting.id}`);
    await hydrated(page);
    await page.getByRole('link', { name: /Joindre un document à Le budget/ }).click();
    await choose(page, 'Budget 2027.pdf', pdf());
    await shot(page, 'attach-item-fr-390');
    await page.getByRole('button', { name: 'Joindre ce fichier' }).click();
    const link = page.getByRole('link', { name: /Budget 2027\.pdf/ });
    await link.waitFor();
    await sound(page);
    await shot(page, 'meeting-documents-fr-390');
    const url = (await link.getAttribute('href'))!;
    const [member, guest] = [await cookieOf('president'), await cookieOf('technicien-tiznit')];
    expect([(await get(url, member)).status, (await get(url, guest)).status, (await get(url)).status]).toEqual([200, 200, 404]);
    await rows(`update meeting set state = 'CONVENED', convened_at = (select max(occurred_at) from attachment) + interval '1 minute' where id = $1`, [meeting.id]);
    await page.reload();
    await link.waitFor();
    expect(await page.getByRole('button', { name: /Retirer/ }).count()).toBe(0);
    expect(await steward.act('detachFromAgendaItem', { attachmentId: url.split('/').at(-1) })).toMatchObject({ code: 'ATTACHMENT_SHARED' });
    await page.context().close();
  });
});
async function partyOf(country: string): Promise<string> {
  const { partnership } = await (await demo.as('coordinateur')).ask<{ partnership: { parties: { id: string; territory: { country: string } }[] } }>('query($id: ID!) { partnership(id: $id) { parties { id territory { country } } } }', { id: partnershipId });
  return partnership.parties.find(({ territory }) => territory.country === country)!.id;
}

describe('sixty hostile files', () => {
  it('are refused with a sentence, or kept as attachments that no browser runs; memory stays within bounds', async () => {
    const client = await demo.as('technicienne');
    const cookie = await cookieOf('technicienne');
    const page = await as('technicienne', { width: 1280 });
    const before = process.memoryUsage().rss;
    const kept: string[] = [];
    let sheet = '';
    for (const [at, file] of hostileUploads.entries()) {
      if (at % 10 === 0) sheet = await drafted(client, `Fiche visée ${at}`);
      const { status, body } = await send(file, `projectSheet/${sheet}`, { cookie });
      if (file.becomes === 'HARMLESS') {
        expect([file.what, status]).toEqual([file.what, 201]);
        kept.push(body.url!);
      } else {
        expect([file.what, status === 422 || status === 413, body.code]).toEqual([file.what, true, file.becomes]);
        expect(body.sentence).not.toBe(body.code);
      }
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1_048_576);
    expect(kept.length).toBe(hostileUploads.filter(({ becomes }) => becomes === 'HARMLESS').length);
    for (const url of kept) {
      const answer = await get(url, cookie);
      const headers = Object.fromEntries(answer.headers);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[ !#-~]+"; filename\*=UTF-8''[A-Za-z0-9._~!#$&+^`|%-]+$/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
      expect(headers['content-type']).not.toMatch(/html|svg|xml$|javascript/);
      await runsNothing(page, url);
    }
    await page.context().close();
  });

  it('a file served as a page would be found out', async () => {
    const page = await as('technicienne', { width: 1280 });
    await page.route('**/files/attachments/planted', (route) => route.fulfill({ contentType: 'text/html', body: `<script>${mark}</script>` }));
    await expect(runsNothing(page, '/files/attachments/planted')).rejects.toThrow('ran');
    await page.context().close();
  });
});

/** Opens an address by itself, and as everything a page can embed. @throws Error when anything of it ran */
async function runsNothing(page: Page, url: string): Promise<void> {
  await page.goto(url).catch(() => null);
  const ran = async (): Promise<boolean> => (await page.evaluate('globalThis.fired === 1 || document.title === "fired"')) as boolean;
  if (await ran()) throw new Error(`${url} ran`);
  await page.goto('/?lang=fr');
  await page.evaluate(`Promise.all(['iframe', 'img', 'script', 'object', 'embed'].map((name) => new Promise((done) => {
    const element = document.createElement(name);
    element.onload = element.onerror = done;
    setTimeout(done, 300);
    // Trusted Types refuse the very wish to run a script by its address: that is one way of running nothing.
    try {
      element[name === 'object' ? 'data' : 'src'] = ${JSON.stringify(url)};
    } catch { return done(); }
    document.body.append(element);
  })))`);
  if (await ran()) throw new Error(`${url} ran inside a page`);
}
