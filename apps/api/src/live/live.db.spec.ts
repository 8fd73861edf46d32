import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { FactBell, Work } from '#platform';
import { openDemoHouse, type DemoHouse } from '../../../../test/world/demo-house.js';
import { HouseContextSource } from '../door/house-context-source.js';
import { ringOf } from './live-topic.js';
import type { LiveStreams } from './live-streams.js';
import { mountLive } from './mount-live.js';

let demo: DemoHouse;
let partnershipId: string;
let meetingId: string;
/** A second door on the same house, with short beats, so that a test need not wait. */
let door: FastifyInstance;
let streams: LiveStreams;
let address: string;
const open: AbortController[] = [];

const cookieOf = async (persona: string): Promise<string> => ((await fetch(`${demo.url}/demo/${persona}`, { redirect: 'manual' })).headers.get('set-cookie') ?? '').split(';')[0] ?? '';

interface Heard {
  readonly response: Response;
  /** Everything received so far. */
  text(): string;
  readonly ended: Promise<void>;
  leave(): void;
}

async function follow(path: string, cookie = ''): Promise<Heard> {
  const gone = new AbortController();
  open.push(gone);
  const response = await fetch(path, { headers: cookie ? { cookie } : {}, signal: gone.signal });
  let text = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    if (response.body) for await (const part of response.body) text += decoder.decode(part as Uint8Array, { stream: true });
  };
  return { response, text: () => text, ended: read().catch(() => undefined), leave: () => gone.abort() };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await pause(20);
  expect(condition()).toBe(true);
}

const ringsIn = (heard: Heard): object[] => [...heard.text().matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as object);

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  const coordinateur = await demo.as('coordinateur');
  const { viewer } = await coordinateur.ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
  partnershipId = viewer.seats[0]!.partnership.id;
  const { meetings } = await coordinateur.ask<{ meetings: { id: string; state: string }[] }>('query($id: ID!) { meetings(partnershipId: $id) { id state } }', { id: partnershipId });
  meetingId = meetings.find(({ state }) => state === 'SCHEDULED')!.id;
  // Aborted streams leave connections that have not asked anything yet; Node would wait a minute for each.
  door = fastify({ forceCloseConnections: true });
  const { app, bell } = demo.house;
  streams = mountLive(door, { source: app.get(HouseContextSource), work: app.get(Work), bell, report: (error) => console.error(error), sizes: { perPerson: 2, beatEvery: 150 } });
  address = await door.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
beforeEach(async () => {
  open.splice(0).forEach((gone) => gone.abort());
  await until(() => streams.count() === 0);
});
afterAll(async () => {
  open.forEach((gone) => gone.abort());
  await door.close();
  await demo.close();
}, 60_000);

const addItem = async (title: string): Promise<void> => {
  expect(await (await demo.as('coordinateur')).act('addAgendaItem', { meetingId, title, text: 'Un texte.' })).toMatchObject({ __typename: 'Meeting' });
};
const version = async (cookie: string): Promise<string> => ((await (await fetch(`${address}/live/${partnershipId}/version`, { headers: { cookie } })).json()) as { version: string }).version;

it('the house itself serves it, and tells a member that the meetings changed: a topic and a version, nothing else', async () => {
  const heard = await follow(`${demo.url}/live/${partnershipId}`, await cookieOf('president'));
  expect(heard.response.status).toBe(200);
  expect(Object.fromEntries(heard.response.headers)).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  await addItem('Un point entendu en direct');
  await until(() => ringsIn(heard).length > 0);
  const after = await version(await cookieOf('president'));
  expect(ringsIn(heard)).toEqual([{ topic: 'meetings', version: after }]);
  expect(heard.text()).not.toContain(meetingId);
});

it('every screen of the room hears it, each once: twelve of them, of both towns', async () => {
  const cookies = await Promise.all(['maire', 'adjointe', 'president', 'coordinatrice'].map(cookieOf));
  const room = await Promise.all(Array.from({ length: 12 }, (_, place) => follow(`${demo.url}/live/${partnershipId}`, cookies[place % cookies.length]!)));
  await addItem('Un point que toute la salle entend');
  await until(() => room.every((heard) => ringsIn(heard).length > 0));
  const after = await version(cookies[0]!);
  for (const heard of room) expect(ringsIn(heard)).toEqual([{ topic: 'meetings', version: after }]);
});

it('a partnership’s rings stay in it: what happens in no partnership, or in another, is not told', async () => {
  const heard = await follow(`${address}/live/${partnershipId}`, await cookieOf('maire'));
  await until(() => streams.count() === 1);
  streams.ring('00000000-0000-0000-0000-000000000000 person 1');
  streams.ring('0193c8a0-0000-7000-8000-000000000000 meeting 1');
  await pause(300);
  expect(ringsIn(heard)).toEqual([]);
  streams.ring(`${partnershipId} minutes 1`);
  streams.ring(`${partnershipId} minutes 2`);
  await until(() => ringsIn(heard).length > 0);
  await pause(100);
  expect(ringsIn(heard)).toEqual([expect.objectContaining({ topic: 'minutes' })]);
});

describe('who may follow', () => {
  it.each(['', '/version'])('nobody without a session, and nobody a partnership that is not hers: /live/<id>%s answers 404', async (end) => {
    const cookie = await cookieOf('maire');
    expect((await follow(`${address}/live/${partnershipId}${end}`)).response.status).toBe(404);
    expect((await follow(`${address}/live/${partnershipId}${end}`, `${cookie.split('=')[0]}=forged`)).response.status).toBe(404);
    expect((await follow(`${address}/live/0193c8a0-0000-7000-8000-000000000000${end}`, cookie)).response.status).toBe(404);
    expect((await follow(`${address}/live/x'${end}`, cookie)).response.status).toBe(404);
    expect(streams.count()).toBe(0);
  });

  it('two streams a person here, no third; another person still enters, and a place given up is free again', async () => {
    const cookie = await cookieOf('maire');
    const [first] = [await follow(`${address}/live/${partnershipId}`, cookie), await follow(`${address}/live/${partnershipId}`, cookie)];
    expect((await follow(`${address}/live/${partnershipId}`, cookie)).response.status).toBe(429);
    expect((await follow(`${address}/live/${partnershipId}`, await cookieOf('adjointe'))).response.status).toBe(200);
    first!.leave();
    await until(() => streams.count() === 2);
    expect((await follow(`${address}/live/${partnershipId}`, cookie)).response.status).toBe(200);
  });

  it('the stream of a session that ends is ended at the next beat', async () => {
    const cookie = await cookieOf('conseiller');
    const heard = await follow(`${address}/live/${partnershipId}`, cookie);
    await until(() => heard.text().includes(': still here'));
    const out = await fetch(`${demo.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: 'mutation { signOut { __typename } }' }) });
    expect(await out.json()).not.toHaveProperty('errors');
    await heard.ended;
    expect(streams.count()).toBe(0);
  });
});

it('an act whose bell was not heard is told at the next beat', async () => {
  const deaf = fastify();
  const { app } = demo.house;
  mountLive(deaf, { source: app.get(HouseContextSource), work: app.get(Work), bell: new FactBell('postgres://never-opened'), report: (error) => console.error(error), sizes: { beatEvery: 150 } });
  const heard = await follow(`${await deaf.listen({ port: 0, host: '127.0.0.1' })}/live/${partnershipId}`, await cookieOf('technicienne'));
  await until(() => heard.text().includes(': still here'));
  await addItem('Un point que la cloche n’a pas sonné');
  await until(() => ringsIn(heard).length > 0);
  expect(ringsIn(heard)).toEqual(['ballots', 'meetings', 'programme', 'minutes', 'partnership'].map((topic) => ({ topic, version: expect.any(String) })));
  await deaf.close();
});

it('closing the server ends its streams at once', async () => {
  const other = fastify();
  const { app, bell } = demo.house;
  const mine = mountLive(other, { source: app.get(HouseContextSource), work: app.get(Work), bell, report: (error) => console.error(error) });
  const heard = await follow(`${await other.listen({ port: 0, host: '127.0.0.1' })}/live/${partnershipId}`, await cookieOf('homologue'));
  await until(() => mine.count() === 1);
  await other.close();
  await heard.ended;
  expect(mine.count()).toBe(0);
});

it('a payload that names something new is the partnership’s, and no word of it is taken for a property', () => {
  expect(ringOf('c somethingNew 1')).toEqual({ chain: 'c', topic: 'partnership' });
  expect(ringOf('c constructor 1')).toEqual({ chain: 'c', topic: 'partnership' });
  expect(ringOf('c actionPlan 1')).toEqual({ chain: 'c', topic: 'programme' });
});
