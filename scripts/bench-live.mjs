// Speed of the room: a voice is given, and so many screens show it; from the request of the one who votes until the last screen has read it again.
//   npm run bench:live [-- --screens 50 --processes 5 --rounds 20 --whole]
// The real house in a process of its own, in production mode; the screens in others, each with its stream, asking what a page asks.
// `--whole`: they read the whole page again at each ring, as other pages do.
import { fork } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerOf, at, load, Stage } from './bench/stage.mjs';
import { buildServer, buildWeb, root } from './build.mjs';

const { values: wish, positionals } = parseArgs({
  allowPositionals: true,
  options: { screens: { type: 'string', default: '50' }, processes: { type: 'string', default: '5' }, rounds: { type: 'string', default: '20' }, whole: { type: 'boolean', default: false } },
});
/** Milliseconds until the last screen shows it, at every voice. */
const most = 1_000;
const clock = '2026-11-23T10:00';
const personas = ['maire', 'adjointe', 'conseiller', 'technicienne', 'technicien', 'coordinateur', 'president', 'vice-presidente', 'conseillere', 'homologue', 'technicien-tiznit', 'coordinatrice'];
/** Since an instant all processes share. */
const now = () => performance.timeOrigin + performance.now();

async function playHouse() {
  const { openMachines } = await load('apps/api/src/boot/machines.js');
  const { openHouse } = await load('apps/api/src/house.js');
  const { openDemo } = await load('apps/api/src/demo/open-demo.js');
  const { readSettings } = await load('libs/platform/src/index.js');
  const { urls, port } = await answerOf(process);
  const { settings } = readSettings({ DEMO: '1', HOST: '127.0.0.1', PORT: String(port) }, []);
  const machines = await openMachines(settings, { ...urls, embedded: true, stop: async () => undefined });
  const house = await openHouse({ urls, publicUrl: `http://localhost:${port}`, secret: 'the secret of a bench, long enough to serve', demo: true, webDirectory: join(root, 'dist/web'), ...machines });
  await openDemo(house, clock);
  await house.listen(port, '127.0.0.1');
  process.send({ open: true });
  process.on('message', () => process.send({ spent: process.cpuUsage() }));
  process.on('disconnect', () => void house.close(0).then(() => process.exit(0)));
}

/** One screen: its stream, and what it reads at each ring. Rings that come while it reads are read once, after. */
async function follow({ url, cookie, partnershipId, path, whole }, onShown) {
  const response = await fetch(`${url}/live/${partnershipId}`, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`a screen was refused: ${response.status}`);
  let [reading, again] = [false, false];
  const read = async () => {
    again = reading;
    if (reading) return;
    reading = true;
    const answer = await fetch(url + path, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    onShown(whole ? (await answer.text()).length > 0 && null : (await answer.json()).version);
    reading = false;
    if (again) await read();
  };
  const listen = async () => {
    for await (const part of response.body) if (new TextDecoder().decode(part).includes('data:')) void read();
  };
  void listen();
}

async function playScreens() {
  const { screens, ...place } = await answerOf(process);
  process.on('disconnect', () => process.exit(0));
  await Promise.all(screens.map(({ cookie, index }) => follow({ ...place, cookie }, (version) => process.send({ index, version, shownAt: now() }))));
  process.send({ open: true });
}

/** What one person asks of the API, over HTTP. */
async function clientOf(url, persona) {
  const entered = await fetch(`${url}/demo/${persona}`, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0];
  const ask = async (query, variables) => {
    const { data, errors } = await (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) })).json();
    if (errors) throw new Error(`${persona}: ${JSON.stringify(errors).slice(0, 300)}`);
    return data;
  };
  const act = async (mutation, success, input) => {
    const { done } = await ask(`mutation($input: ${mutation[0].toUpperCase()}${mutation.slice(1)}Input!) { done: ${mutation}(input: $input) { ... on ${success} { id } ... on Refused { code sentence } } }`, { input });
    if (!done.id) throw new Error(`${persona}, ${mutation}: ${done.sentence}`);
    return done.id;
  };
  return { cookie, ask, act };
}

/** A sitting under way, one ballot open. */
async function sit({ maire, coordinateur }) {
  const { viewer } = await coordinateur.ask('{ viewer { seats { partnership { id } } } }');
  const partnershipId = viewer.seats[0].partnership.id;
  const { partnership } = await coordinateur.ask('query($id: ID!) { partnership(id: $id) { parties { id } seats { id member holder { id } } } }', { id: partnershipId });
  const wanted = { partnershipId, kind: 'EXTRAORDINARY', mode: 'HYBRID', civilDate: '2026-12-15', time: '11:00', place: 'Mairie', hostPartyId: partnership.parties[0].id, turnReason: 'Accord' };
  const meetingId = await coordinateur.act('scheduleMeeting', 'Meeting', wanted);
  for (const title of ['Une décision', 'Une autre', 'Une troisième']) await coordinateur.act('addAgendaItem', 'Meeting', { meetingId, title, text: `Le comité décide : ${title}.` });
  await maire.act('conveneMeeting', 'Meeting', { meetingId });
  await coordinateur.act('recordAttendance', 'Meeting', { meetingId, entries: partnership.seats.filter(({ member, holder }) => member && holder).map(({ id }) => ({ seatId: id, presence: 'PRESENT' })) });
  await coordinateur.act('openMeeting', 'Meeting', { meetingId });
  const { meeting } = await coordinateur.ask('query($id: ID!) { meeting(id: $id) { decisions { id } } }', { id: meetingId });
  await coordinateur.act('openBallot', 'Decision', { decisionId: meeting.decisions[0].id });
  const seen = await coordinateur.ask('query($id: ID!) { meeting(id: $id) { version decisions { ballots { id textHash } } } }', { id: meetingId });
  return { partnershipId, meetingId, version: seen.meeting.version, ballot: seen.meeting.decisions[0].ballots[0] };
}

/** So many voices, one after the other; milliseconds from each until every screen shows it. */
async function vote(stage, { children, voters, ballot, version, house }) {
  const took = [];
  const shown = new Map();
  const waiting = { count: 0, done: () => undefined };
  for (const child of children) {
    child.on('message', ({ index, version: read, shownAt }) => {
      const { asked } = waiting;
      if (asked === undefined || shown.has(index) || (read !== null && read < asked)) return;
      shown.set(index, shownAt);
      if (shown.size === Number(wish.screens)) waiting.done();
    });
  }
  const { spent: before } = await answerOf(house, house.send({}));
  for (let round = 0; round < Number(wish.rounds); round += 1) {
    shown.clear();
    waiting.asked = version + round + 1;
    const everyone = new Promise((resolve) => (waiting.done = resolve));
    const from = now();
    await voters[round % voters.length].act('castVote', 'Ballot', { ballotId: ballot.id, textHash: ballot.textHash, choice: Math.floor(round / voters.length) % 2 === 0 ? 'FOR' : 'ABSTAIN' });
    await everyone;
    const times = [...shown.values()].map((instant) => instant - from);
    took.push({ half: at(times, 0.5), last: Math.max(...times) });
    waiting.asked = undefined;
    await new Promise((resolve) => setTimeout(resolve, wish.whole ? 1_000 : 300));
  }
  const { spent } = await answerOf(house, house.send({}));
  return { took, spent: (spent.user + spent.system - before.user - before.system) / 1000 / Number(wish.rounds) };
}

async function main() {
  await buildServer();
  buildWeb();
  const port = 3997;
  const stage = await Stage.lay();
  try {
    await stage.prepare('live');
    await (await load('apps/api/src/migrate.js')).migrate(stage.urlsOf('live').owner);
    const apart = (part) => {
      const child = fork(fileURLToPath(import.meta.url), [part], { env: { ...process.env, NODE_ENV: 'production' } });
      stage.children.push(child);
      return child;
    };
    const house = apart('house');
    house.send({ urls: stage.urlsOf('live'), port });
    await answerOf(house);
    const url = `http://localhost:${port}`;
    const people = Object.fromEntries(await Promise.all(personas.map(async (name) => [name, await clientOf(url, name)])));
    const { partnershipId, meetingId, version, ballot } = await sit(people);
    const screens = Array.from({ length: Number(wish.screens) }, (_, index) => ({ index, cookie: people[personas[index % personas.length]].cookie }));
    const path = wish.whole ? `/meetings/${meetingId}.data` : `/meetings/${meetingId}/sitting`;
    const children = Array.from({ length: Number(wish.processes) }, () => apart('screens'));
    for (const [index, child] of children.entries()) {
      child.send({ url, partnershipId, path, whole: wish.whole, screens: screens.filter((screen) => screen.index % children.length === index) });
      await answerOf(child);
    }
    const voters = ['maire', 'adjointe', 'conseiller', 'president', 'conseillere'].map((name) => people[name]);
    const { took, spent } = await vote(stage, { children, voters, ballot, version, house });
    const last = took.map((one) => one.last);
    console.log(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}. ${wish.screens} screens in ${wish.processes} processes, ${wish.rounds} voices, ${wish.whole ? 'the whole page read again' : 'the sitting read again'}.`);
    console.log(`Half of the screens show a voice after ${at(took.map(({ half }) => half), 0.5).toFixed(0)} ms, the last one after ${at(last, 0.5).toFixed(0)} (median), ${at(last, 0.95).toFixed(0)} (p95), ${Math.max(...last).toFixed(0)} (slowest; ${most} at most). The house's process spends ${spent.toFixed(0)} ms a voice.`);
    if (Math.max(...last) > most) process.exitCode = 1;
  } finally {
    await stage.close();
  }
}

await ({ house: playHouse, screens: playScreens }[positionals[0] ?? ''] ?? main)();
