import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { CheckedFile, UploadLimits } from '#platform';
import { batches, heldIn, payloads } from '../../test/hostile/payloads.js';
import { openDemoHouse, type Client, type DemoHouse } from '../../test/world/demo-house.js';
import { newPage, openBrowser } from './browser.js';
import { enter } from './demo-story.js';
import { writeActions } from './hostile-actions.js';
import { writeLife } from './hostile-agreement.js';
import { appointAdmin, openPartnerships, refusedOutright, writePeople, type Pen } from './hostile-people.js';
import { writeByHand } from './hostile-hand.js';
import { writeHands } from './hostile-hands.js';
import { writeJoining } from './hostile-joining.js';
import { askShapes, closed, freeFields, type InputShape } from './hostile-closed.js';
import { writeConvening } from './hostile-convening.js';
import { hostileRule, writeRules } from './hostile-rules.js';
import { hostileSetUp, writeSetUp } from './hostile-set-up.js';
import { alive, forged, readUnguarded, seenOnPlanted, watched, type Letter } from './hostile-readers.js';

jest.setTimeout(180_000);

/** Sixty hostile texts in every field that people write freely, read again in pages, letters, printed minutes and calendars (trust.md X, S11). */
let demo: DemoHouse;
let browser: Browser;
let partnershipId: string;
const clients = new Map<string, Client>();
const as = async (persona: string): Promise<Client> => clients.get(persona) ?? (clients.set(persona, await demo.as(persona)), clients.get(persona)!);
/** What was written, field by field (`Input.field`): the payloads it held. */
const written = new Map<string, Set<number>>();
async function write<Shown = { id: string }>(persona: string, call: string, input: object): Promise<Shown> {
  const [mutation = '', selection = '__typename'] = call.split(/ (.*)/);
  const done = await (await as(persona)).act<Shown & { __typename: string; code?: string; sentence?: string }>(mutation, input, selection);
  if (done.__typename === 'Refused') throw new Error(`${mutation}: ${done.code} ${done.sentence}`);
  note(`${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`, input);
  return done;
}
/** What a field refuses for its own grammar: each payload, whatever else the act would want. */
const outright = new Set<string>();
async function refuse(persona: string, mutation: string, input: object): Promise<string> {
  const done = await (await as(persona)).act<{ __typename: string; code?: string }>(mutation, input);
  if (done.__typename !== 'Refused') throw new Error(`${mutation} took ${JSON.stringify(input)}`);
  return done.code ?? '';
}
/** Remembers which payloads each field held. A part of an input is named by the field that holds it. */
function note(name: string, input: object): void {
  for (const [field, value] of Object.entries(input)) {
    for (const part of [value].flat()) {
      if (typeof part === 'string') hold(`${name}.${field}`, heldIn(part));
      if (typeof part === 'object' && part !== null) note(field, part as object);
    }
  }
}
function hold(field: string, places: readonly number[]): void {
  if (places.length > 0) written.set(field, new Set([...(written.get(field) ?? []), ...places]));
}
/** Minutes are printed, and a letter that no font has is refused there by name: the wide brackets become plain ones. */
const printable = (text: string): string => text.replace(/[\uff1c\uff1e\uff0f]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
const all = printable(batches(19_000)[0]!);
const reason = batches(1_990).map(printable).join(' ');
const lines = batches(195);
const titles = batches(195);
let sheet = '';
let meetings: string[] = [];
let minutesId = '';
let hostPartyId = '';
let printed: string[] = [];
let [opened, followed]: [string[], string[]] = [[], []];
let invitation = '';
let paperId = '';
let entered = '';
let reasons: ReadonlyMap<string, ReadonlySet<string>>;

async function rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  return client.query(sql, [...parameters]).then(({ rows: found }) => found as Row[]).finally(() => client.end());
}

async function writeSheets(): Promise<void> {
  const { partnership } = await (await as('technicienne')).ask<{ partnership: { parties: { id: string }[]; agreement: { axes: { id: string; kind: string }[] } } }>('query($id: ID!) { partnership(id: $id) { parties { id } agreement { axes { id kind } } } }', { id: partnershipId });
  for (const title of titles) sheet = (await write('technicienne', 'draftSheet id', { partnershipId, year: 2027, kind: 'PROJECT', title })).id;
  const [party] = partnership.parties;
  const words = (place: number): string => lines[place % lines.length]!;
  const parts = {
    title: words(0), outsideAxesReason: reason,
    sections: { context: all, objectives: all, activities: all, reciprocity: all, carried: all },
    transversalAnswers: partnership.agreement.axes.filter(({ kind }) => kind === 'TRANSVERSAL').map(({ id: axisId }) => ({ axisId, text: all })),
    indicators: lines.slice(0, 18).map((label, place) => ({ label, method: words(place + 1), responsible: words(place + 2), targets: [{ partyId: party!.id, people: 1 }] })),
    budget: lines.slice(0, 18).map((label, place) => ({ label, funder: words(place + 1), amountMinor: '100', currency: 'EUR' })),
  };
  await write('technicienne', 'editSheet', { sheetId: sheet, expectedVersion: 1, ...parts });
  const { sheetComments } = await (await as('technicienne')).ask<{ sheetComments: { callable: { person: { id: string } }[] } }>('query($id: ID!) { sheetComments(sheetId: $id) { callable { person { id } } } }', { id: sheet });
  await write('technicienne', 'commentSheet', { sheetId: sheet, field: 'title', text: reason, mentions: sheetComments.callable.map(({ person }) => person.id) });
  for (const [place, title] of titles.slice(1).entries()) await write('technicienne', 'editSheet', { sheetId: sheet, expectedVersion: place + 2, title });
  await write('technicienne', 'importPlanTable', { partnershipId, year: 2027, table: `Titre\tContexte\nReprise\tx ${reason.replaceAll(/[\t\r\n]/g, ' ')}` });
  await rows(`update project_sheet set state = 'SUBMITTED', submitted_at = '2026-11-20T09:00:00Z' where id = $1`, [sheet]);
  await rows(`update search_document set audience = 'PREPARING', party_id = null where id = $1`, [sheet]);
  await writeEntered();
  await write('technicien-tiznit', 'returnSheet', { sheetId: sheet, reason });
  for (const [place, source] of lines.entries()) await write('coordinateur', 'recordExchangeRate', { partnershipId, from: 'EUR', to: 'MAD', value: '10,85', day: `2026-10-${String(place + 1).padStart(2, '0')}`, source });
}

/** A word by telephone, and its contestation: the fiche is where it was. */
async function writeEntered(): Promise<void> {
  const { viewer } = await (await as('technicien-tiznit')).ask<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }', {});
  const said = { personId: viewer.person.id, channel: 'TELEPHONE', saidOn: '2026-11-22' };
  entered = (await write('coordinatrice', 'enterFor id', { act: 'RETURN_SHEET', subjectId: sheet, ...said, reason, note: reason })).id;
  await write('technicien-tiznit', 'contestEntry', { entryId: entered, reason });
}

const places = batches(295).map(printable);
async function writeMeetings(): Promise<void> {
  const host = { partnershipId, kind: 'EXTRAORDINARY', mode: 'REMOTE', civilDate: '2026-11-23' };
  const { partnership } = await (await as('coordinateur')).ask<{ partnership: { parties: { id: string; territory: { country: string } }[] } }>('query($id: ID!) { partnership(id: $id) { parties { id territory { country } } } }', { id: partnershipId });
  hostPartyId = partnership.parties.find(({ territory }) => territory.country === 'FR')!.id;
  for (const [at, place] of places.entries()) {
    const { id } = await write('coordinateur', 'scheduleMeeting id', { ...host, hostPartyId, time: `${String(11 + (at % 12)).padStart(2, '0')}:00`, place, turnReason: reason });
    meetings.push(await writeConvening({ write, rows, meetingId: id }, { place, reason, all }));
  }
}

interface Sitting {
  readonly meeting: { readonly decisions: { id: string; ballots: { id: string; textHash: string }[] }[]; readonly attendance: { seat: { id: string } }[] };
}
async function sit(): Promise<void> {
  const [meetingId] = meetings as [string];
  const look = async (): Promise<Sitting['meeting']> => (await (await as('coordinateur')).ask<Sitting>('query($id: ID!) { meeting(id: $id) { decisions { id ballots { id textHash } } attendance { seat { id } } } }', { id: meetingId })).meeting;
  await write('coordinateur', 'recordAttendance', { meetingId, entries: (await look()).attendance.map(({ seat }) => ({ seatId: seat.id, presence: 'REMOTE' })) });
  await write('coordinateur', 'openMeeting', { meetingId });
  await write('coordinateur', 'openBallot', { decisionId: (await look()).decisions[0]!.id, text: all });
  const ballot = (await look()).decisions[0]!.ballots[0]!;
  await write('maire', 'castVote', { ballotId: ballot.id, choice: 'AGAINST', reason, textHash: ballot.textHash });
  await writeHands({ demo, write }, { meetingId, ballotId: ballot.id, decisionId: (await look()).decisions[0]!.id, reason, lines: places });
  await write('coordinateur', 'closeMeeting', { meetingId });
  const drafted = await write<{ id: string; proseVersion: number }>('coordinateur', 'draftMinutes id proseVersion', { meetingId });
  minutesId = drafted.id;
  const prose = { discussion: all, reservations: all, nextMeeting: reason };
  await write('coordinateur', 'editMinutes', { minutesId, expectedVersion: drafted.proseVersion, prose: [{ language: 'fr', ...prose }, { language: 'ar', ...prose }] });
  const final = async (): Promise<string> => {
    await write('coordinateur', 'reviewMinutes', { minutesId });
    const { contentHash, pdfs } = await write<{ contentHash: string; pdfs: { url: string }[] }>('coordinateur', 'finaliseMinutes contentHash pdfs { url }', { minutesId });
    printed = pdfs.map(({ url }) => url);
    return contentHash;
  };
  await write('coordinateur', 'reviewMinutes', { minutesId });
  const { observations } = await write<{ observations: { list: { id: string }[] } }>('maire', 'observeMinutes observations { list { id } }', { minutesId, kind: 'CHANGE', quoted: reason, text: reason });
  await write('coordinateur', 'answerObservation', { observationId: observations.list[0]!.id, takenUp: false, text: reason });
  await write('coordinateur', 'returnMinutesToDraft', { minutesId, reason });
  // A signature that the other president refuses to join is void, and its place stays written.
  for (const place of places.slice(2)) {
    const contentHash = await final();
    await write('maire', 'signMinutes', { minutesId, contentHash, place });
    await write('president', 'refuseMinutes', { minutesId, contentHash, motive: reason });
  }
  const contentHash = await final();
  await writeByHand({ demo, write, rows }, { minutesId, place: places[2] ?? '', reason });
  for (const [index, who] of ['maire', 'president'].entries()) await write(who, 'signMinutes', { minutesId, contentHash, place: places[index] });
  for (const verb of ['contestSignature', 'rectifyMinutes']) await write('coordinateur', verb, { minutesId, reason, ...(verb === 'contestSignature' && { partyId: hostPartyId }) });
  // Two places can be signed here; what reads them reads all sixty.
  await rows(`begin; set local session_replication_role = replica; update signature set place = ${pg.escapeLiteral(places.join(' ').replaceAll('\0', ''))} where minutes_id = '${minutesId}'; commit`);
  await write('coordinateur', 'cancelMeeting', { meetingId: meetings.at(-1), reason });
}

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
  const { viewer } = await (await as('technicienne')).ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
  partnershipId = viewer.seats[0]!.partnership.id;
  meetings = [];
  await writeSheets();
  await writeMeetings();
  await sit();
  const pen: Pen = { demo, partnershipId, write, refuse, rows };
  await appointAdmin(pen, 'homologue@tiznit.example');
  reasons = await refusedOutright(pen, hostPartyId);
  for (const field of reasons.keys()) outright.add(field);
  await writeLife(pen, { lines: batches(155), long: [reason] });
  await writeRules(pen);
  followed = await writeActions(pen, { client: await as('technicien'), titles, reason });
  paperId = await writeJoining(pen, { lines: batches(155), reason });
  invitation = await writePeople(pen, hostPartyId);
  opened = await openPartnerships(pen);
  await writeSetUp(pen, 'vice-presidente', opened);
  await demo.tick();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

describe('sixty hostile texts in every field', () => {
  it('are sixty, and were written into each field that takes free writing', async () => {
    expect(payloads.length).toBeGreaterThanOrEqual(60);
    const { __schema } = await (await as('technicienne')).ask<{ __schema: { types: readonly InputShape[] } }>(askShapes);
    const free = freeFields(__schema.types);
    const named: Readonly<Record<string, string>> = { SheetSectionsInput: 'sections', TransversalAnswerInput: 'transversalAnswers', IndicatorInput: 'indicators', BudgetLineInput: 'budget', MinutesProseInput: 'prose', RuleSourceInput: 'source', PaperContentInput: 'content', PaperDecisionInput: 'decisions', PaperSignatureInput: 'signatures', NewPartyInput: 'parties', FirstCoordinatorInput: 'coordinator', AxisWordsInput: 'axes', HandsExceptionInput: 'exceptions' };
    const missing = free.filter((field) => !closed.has(field) && !outright.has(field) && !written.has(field) && !written.has(field.replace(/^\w+/, (input) => named[input] ?? input)));
    expect(missing).toEqual([]);
    expect([...closed, ...outright].filter((field) => !free.includes(field))).toEqual([]);
    expect(written.size).toBeGreaterThan(40);
    expect([...written].filter(([, held]) => held.size < payloads.length).map(([field, held]) => `${field}: ${payloads.filter((_, place) => !held.has(place)).join(' · ')}`)).toEqual([]);
  });

  it('are refused outright where a name, a consent or an act is written', () => {
    expect(Object.fromEntries([...reasons].map(([field, codes]) => [field, [...codes].sort()]))).toEqual({
      'CorrectMyDataInput.displayName': ['NAME_LETTERS'], 'InviteToSeatInput.displayName': ['NAME_LETTERS'], 'FirstCoordinatorInput.displayName': ['NAME_LETTERS'],
      'NewPartyInput.siren': ['SIREN_KEY_WRONG'], 'UpdatePartyFactsInput.siren': ['SIREN_KEY_WRONG'], 'UpdatePartyFactsInput.currency': ['CURRENCY_UNREADABLE'], 'UpdatePartyFactsInput.closedDays': ['DECLARED_DAY_UNREADABLE'], 'UpdatePartyFactsInput.workedDays': ['DECLARED_DAY_UNREADABLE'], 'EraseMyDataInput.word': ['ERASE_WORD_MISSING'], 'AskStepUpInput.kind': ['NOT_FOUND'], 'AskStepUpInput.contentHash': ['NOT_FOUND'],
    });
  });

  it.each(['fr', 'ar'] as const)('run in no page, %s; a page in normal use makes no report', async (language) => {
    const { faults, visit, page } = await watched(browser, demo.url, { persona: 'technicienne', language });
    for (const path of ['/', '/plans/2027', `/sheets/${sheet}`, `/sheets/${sheet}/versions`, `/sheets/${sheet}/remarks?field=title`, '/entered', `/entered/${entered}`, '/meetings', ...meetings.slice(0, language === 'fr' ? meetings.length : 3).map((id) => `/meetings/${id}`), '/minutes', `/minutes/${minutesId}`]) await visit(path);
    expect(faults).toEqual([]);
    expect(await page.getByText('<script>', { exact: false }).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('run in no page about people: seats offered, declined, ended, recoveries, partnerships opened, the public page', async () => {
    const { faults, visit, page } = await watched(browser, demo.url, { persona: 'coordinateur', language: 'fr' });
    for (const path of ['/people', `/parties/${hostPartyId}`, hostileRule, '/agreement', '/my-data', `/minutes/${minutesId}`, `/minutes/${minutesId}/observations`, `/minutes/${minutesId}/hand`, '/joining', `/joining/minutes/${paperId}`, '/history', ...followed, '/public']) await visit(path);
    await enter(page, 'adjointe');
    await visit(`/invitation/${invitation}`);
    await enter(page, 'vice-presidente');
    for (const id of [opened[0], opened.at(-1)]) await visit(`/people?partnership=${id}`);
    for (const path of hostileSetUp) await visit(`${path}?partnership=${opened.at(-1)}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('run in no letter, and forge no line of a calendar', async () => {
    const letters = await rows<Letter>('select message_id as id, subject, html, attachments from mailbox_message order by received_at, message_id');
    expect(letters.length).toBeGreaterThan(50);
    for (const { html, subject } of letters) {
      expect(html).not.toMatch(/<(script|img|svg|iframe|object|embed|form|base|link|video|math)\b(?![^>]*cid:)/i);
      expect(subject).not.toMatch(/[\r\n]/);
    }
    expect(letters.filter(({ html }) => html.includes('&lt;img src=x')).length).toBeGreaterThan(10);
    expect(await readUnguarded(browser, demo.url, letters)).toEqual([]);
    const { faults, visit, page } = await watched(browser, demo.url, { persona: 'president', language: 'fr' });
    const [longest] = [...letters].sort((a, b) => b.html.length - a.html.length);
    for (const { id } of [letters.at(-1)!, longest!]) await visit(`/mailbox/${encodeURIComponent(id)}`);
    expect(faults).toEqual([]);
    const calendars = letters.flatMap(({ attachments }) => attachments ?? []).filter(({ filename }) => filename.endsWith('.ics')).map(({ content }) => Buffer.from(content, 'base64').toString('utf8'));
    expect(calendars.length).toBeGreaterThan(3);
    for (const calendar of calendars) expect(forged(calendar)).toEqual([]);
    await page.context().close();
  });

  it('are words alone in printed minutes', async () => {
    expect(printed.length).toBe(2);
    const entered = await fetch(`${demo.url}/demo/coordinateur`, { redirect: 'manual' });
    for (const url of printed) {
      const answer = await fetch(demo.url + url, { headers: { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0]! } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(await CheckedFile.check({ name: 'pv.pdf', bytes }, new UploadLimits())).toMatchObject({ refused: false });
      expect(bytes.toString('latin1')).not.toMatch(/\/URI \(javascript|evil\.example\)/);
    }
  });

  it('are kept as they were written, but for marks nobody sees: nothing is stored as markup', async () => {
    const [{ sections }] = (await rows<{ sections: { context: string } }>('select sections from project_sheet where id = $1', [sheet])) as [{ sections: { context: string } }];
    for (const payload of ['<script>fired=1</script>', '&lt;script&gt;fired=1&lt;/script&gt;', '{{constructor.constructor("fired=1")()}}']) expect(sections.context).toContain(payload);
    expect(sections.context).not.toMatch(/[\u202e\u2067\0]/);
  });
});

describe('a checker that cannot see would be found out', () => {
  it.each([
    ['a page that writes a text as markup', '<p id=p></p><script>p.innerHTML = "<img src=x onerror=globalThis.fired=1>"</script>', 'ran'],
    ['a page that fetches from elsewhere', '<img src="https://evil.example/x.png">', 'asked'],
    ['a page that sends its reader away', '<meta http-equiv=refresh content="0;url=/?away">', 'left'],
  ])('%s', async (_what, body, fault) => {
    expect(await seenOnPlanted(browser, demo.url, body)).toContain(fault);
  });

  it('a letter that writes a text as markup, among others', async () => {
    const honest = { subject: 'honest', html: '<p>&lt;img src=x onerror=fired=1&gt;</p>' };
    const unsafe = ['<img src=x onerror=fired=1>', '<svg onload=fired=1>', '<script>fired=1</script>', '<details open ontoggle=fired=1>', '<meta http-equiv=refresh content="0;url=/away">'];
    const planted = [...unsafe.map((payload, place) => ({ subject: `planted ${place}`, html: `<p>${payload}</p>` })), { subject: 'elsewhere', html: '<img src=https://evil.example/x.png>' }];
    expect(await readUnguarded(browser, demo.url, [honest, ...planted])).toEqual(['asked https://evil.example/x.png', ...unsafe.map((_, place) => `ran: planted ${place}`)]);
    expect(await readUnguarded(browser, demo.url, [honest])).toEqual([]);
  });

  it('sixty texts in one: none hides another from a page that would take them as markup', async () => {
    const page = await newPage(browser);
    let apart = 0;
    for (const payload of payloads) apart += await alive(page, payload);
    expect(apart).toBeGreaterThan(25);
    expect(await alive(page, reason)).toBeGreaterThanOrEqual(apart);
    await page.context().close();
  });

  it('a calendar with a line of somebody else’s', () => {
    const calendar = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nLOCATION:x\r\nATTACH:https://evil.example/x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    expect(forged(calendar)).toEqual(['ATTACH:https://evil.example/x']);
    expect(forged(calendar.replace('ATTACH', 'DESCRIPTION'))).toEqual([]);
  });
});
