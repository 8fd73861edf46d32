import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type Client, type DemoHouse } from '../../test/world/demo-house.js';
import { hydrated, openBrowser, troublesOf } from './browser.js';
import { signedIn } from './demo-story.js';

/** A room that votes: each screen shows each voice, by its stream or, where none can be held, by asking; in real Chromium. */
let demo: DemoHouse;
let browser: Browser;
let desk: Client;
let meetingId: string;
let partnershipId: string;
const streams = new AbortController();
/** Kept, lest the streams end with whoever forgot them. */
const held: Response[] = [];

interface Seen {
  readonly meeting: { readonly decisions: readonly { readonly id: string; readonly ballots: readonly { readonly id: string; readonly textHash: string }[] }[] };
}

const seen = (): Promise<Seen> => desk.ask<Seen>('query($id: ID!) { meeting(id: $id) { decisions { id ballots { id textHash } } } }', { id: meetingId });

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
  desk = await demo.as('coordinateur');
  const { viewer } = await desk.ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
  partnershipId = viewer.seats[0]!.partnership.id;
  const { partnership } = await desk.ask<{ partnership: { parties: { id: string }[]; seats: { id: string; member: boolean; holder: object | null }[] } }>('query($id: ID!) { partnership(id: $id) { parties { id } seats { id member holder { id } } } }', { id: partnershipId });
  const wish = { partnershipId, kind: 'EXTRAORDINARY', mode: 'HYBRID', civilDate: '2026-12-15', time: '11:00', place: 'Mairie', hostPartyId: partnership.parties[0]!.id, turnReason: 'Accord' };
  ({ id: meetingId } = await desk.act<{ id: string }>('scheduleMeeting', wish, 'id'));
  await desk.act('addAgendaItem', { meetingId, title: 'Une décision', text: 'Le comité décide.' });
  await (await demo.as('maire')).act('conveneMeeting', { meetingId });
  await desk.act('recordAttendance', { meetingId, entries: partnership.seats.filter(({ member, holder }) => member && holder).map(({ id }) => ({ seatId: id, presence: 'PRESENT' })) });
  await desk.act('openMeeting', { meetingId });
}, 180_000);
afterAll(async () => {
  streams.abort();
  await browser?.close();
  await demo?.close();
});

async function screenOf(persona: string): Promise<{ page: Page; asked: string[] }> {
  const page = await signedIn(browser, persona, { width: 390, at: demo.url });
  await page.goto(`/meetings/${meetingId}`);
  await hydrated(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return { page, asked };
}

/** As many streams as one person may hold, elsewhere: her next page is refused one. */
async function holdEveryStream(persona: string): Promise<void> {
  const cookie = ((await fetch(`${demo.url}/demo/${persona}`, { redirect: 'manual' })).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  held.push(...(await Promise.all(Array.from({ length: 7 }, () => fetch(`${demo.url}/live/${partnershipId}`, { headers: { cookie }, signal: streams.signal })))));
  expect(held.filter(({ status }) => status === 429)).toHaveLength(1);
}

it('every screen shows that a ballot opens, then each voice; a voice is read alone, not with the whole page', async () => {
  await holdEveryStream('president');
  const refused = await screenOf('president');
  const follows = await screenOf('adjointe');
  const { meeting } = await seen();
  expect(await desk.act('openBallot', { decisionId: meeting.decisions[0]!.id })).toMatchObject({ __typename: 'Decision' });
  const [ballot] = (await seen()).meeting.decisions[0]!.ballots;
  await follows.page.getByText(/^0 voix sur \d+/).waitFor();
  await refused.page.getByText(/^0 voix sur \d+/).waitFor();
  follows.asked.splice(0);
  await (await demo.as('maire')).act('castVote', { ballotId: ballot!.id, choice: 'FOR', textHash: ballot!.textHash });
  await follows.page.getByText(/^1 voix sur \d+/).waitFor();
  expect([...new Set(follows.asked)]).toEqual([`/meetings/${meetingId}/sitting`]);
  // No stream: this one asks every five seconds whether something happened, and shows it all the same.
  await refused.page.getByText(/^1 voix sur \d+/).waitFor();
  expect(refused.asked).toEqual(expect.arrayContaining([`/live/${partnershipId}/version`, `/meetings/${meetingId}.data`]));
  expect(troublesOf(follows.page)).toEqual([]);
}, 120_000);

it('one’s own voice on the screen is one’s own: another member’s screen does not tell it', async () => {
  const { page } = await screenOf('conseiller');
  await page.getByRole('button', { name: 'Pour', exact: true }).click();
  await page.getByText(/^2 voix sur \d+/).waitFor();
  await page.getByText('Votre vote : pour').waitFor();
  const other = await screenOf('conseillere');
  await other.page.getByText(/^2 voix sur \d+/).waitFor();
  expect(await other.page.locator('main').innerText()).not.toContain('Votre vote\u00a0: pour');
}, 60_000);
