// Speed of the committee's papers: a PV of 1, 3 and 12 pages from its facts to its bytes; three hundred in a row and what they hold of memory;
// and the last signature, from the request to the answer « exécutoire » and to the public page that says so.
//   npm run bench:deliberation [-- --rounds 40 --row 300 --signatures 5]
// Every PV has words of its own, so that nothing printed before helps. Papers are printed in a process of their own, by the press of the house;
// signatures are given over HTTP to the real house, each over its own copy of a demonstration told once.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { answerOf, at, load, Stage } from './bench/stage.mjs';
import { buildServer } from './build.mjs';

const { values: wish, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '40' }, row: { type: 'string', default: '300' }, signatures: { type: 'string', default: '5' } },
});
/** Milliseconds at the median by pages, megabytes of the whole process, milliseconds from the last signature to « exécutoire ». */
const most = { pages: { 1: 40, 3: 80, 12: 300 }, memory: 200, signature: 2_000 };
const clock = '2026-11-23T10:00';

/** PVs of about so many pages: one decision each third of a page, none but short ones in the shortest. */
async function papers() {
  const { TypstPress } = await load('libs/platform/src/index.js');
  const { renderMinutes } = await load('libs/deliberation/src/documents/minutes.document.js');
  const { sampleMinutes } = await load('libs/deliberation/src/documents/minutes.sample.js');
  const press = new TypstPress();
  const [decision] = sampleMinutes.decisions;
  const minutes = (decisions, members, mark) => ({
    ...sampleMinutes, demo: false, members: sampleMinutes.members.slice(0, members), guests: [],
    decisions: Array.from({ length: decisions }, (_, index) => ({ ...decision, number: String(index + 1), ballots: decision.ballots.slice(-1), annexes: [], title: { fr: `Décision ${mark}-${index}`, ar: null } })),
    prose: [{ heading: { fr: 'Échanges', ar: null }, text: { fr: `Séance ${mark}. Les deux parties se félicitent du travail accompli.`, ar: null } }],
    ...(decisions === 0 && { prose: [], agenda: [], annexes: [], next: null, quorum: { ...sampleMinutes.quorum, source: { ...sampleMinutes.quorum.source, quote: null } }, executoryClause: { reference: `Art. 5 (${mark})`, quote: null }, meeting: { ...sampleMinutes.meeting, closed: [], presidents: [], convokedOn: null, secretary: null } }),
  });
  const print = async (document) => {
    const answer = await renderMinutes(press, document, 'fr');
    if (answer.refused) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  return { press, print, minutes, close: () => press.close() };
}
/** A draft has no boxes to sign: one page. */
const sizes = { 1: (minutes, mark) => ({ ...minutes(0, 0, mark), number: null, contentHash: null }), 3: (minutes, mark) => minutes(2, 11, mark), 12: (minutes, mark) => minutes(29, 11, mark) };
const pagesOf = (pdf) => Number(/\/Type\s*\/Pages\b[^>]*?\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? /\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]);

async function playPapers() {
  const { print, minutes, close } = await papers();
  const took = {};
  for (const [pages, make] of Object.entries(sizes)) {
    const numbers = [];
    let printed = 0;
    for (let round = -3; round < Number(wish.rounds); round += 1) {
      const document = make(minutes, `${pages}-${round}`);
      const from = performance.now();
      const pdf = await print(document);
      if (round >= 0) numbers.push(performance.now() - from);
      printed = pagesOf(pdf);
    }
    took[pages] = { printed, p50: at(numbers, 0.5), p95: at(numbers, 0.95) };
  }
  await close();
  process.send({ took });
}

/** The press alone: what it holds is no other room's. Each order comes by message, and is answered when it is printed. */
async function playPress() {
  const { TypstPress } = await load('libs/platform/src/documents/typst-press.js');
  const press = new TypstPress();
  process.on('message', async (order) => {
    const { refused } = await press.render(order);
    process.send({ refused, memory: process.resourceUsage().maxRSS / 1024 });
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ open: true });
}

/** So many PVs of three pages, one after the other, in the press's own process. */
async function row() {
  const { renderMinutes } = await load('libs/deliberation/src/documents/minutes.document.js');
  const { minutes, close } = await papers();
  const child = fork(fileURLToPath(import.meta.url), ['press']);
  await answerOf(child);
  const from = performance.now();
  let memory = 0;
  for (let index = 0; index < Number(wish.row); index += 1) {
    let order;
    await renderMinutes({ render: (asked) => ((order = asked), Promise.resolve({ refused: true })) }, sizes[3](minutes, `rangée ${index}`), 'fr');
    child.send(order);
    const answer = await answerOf(child);
    if (answer.refused) throw new Error('a PV of the row was refused');
    ({ memory } = answer);
  }
  const seconds = (performance.now() - from) / 1000;
  child.disconnect();
  await close();
  return { seconds, memory };
}

/** This script again, for one part, alone in its process. */
const apart = (part) => answerOf(fork(fileURLToPath(import.meta.url), [part, `--rounds=${wish.rounds}`]));

async function openHouseOver(urls, demo) {
  const { openMachines } = await load('apps/api/src/boot/machines.js');
  const { openHouse } = await load('apps/api/src/house.js');
  const { openDemo } = await load('apps/api/src/demo/open-demo.js');
  const { readSettings } = await load('libs/platform/src/index.js');
  const { settings } = readSettings({ DEMO: '1', HOST: '127.0.0.1', PORT: '3998' }, []);
  const machines = await openMachines(settings, { ...urls, embedded: true, stop: async () => undefined });
  const house = await openHouse({ urls, publicUrl: 'http://localhost:3998', secret: 'the secret of a bench, long enough to serve', demo: true, webDirectory: null, ...machines });
  if (demo) await openDemo(house, clock);
  return house;
}

/** The last signature of the demonstration's PV: until its answer, and until a stranger reads it as executory. */
async function signOnce(urls) {
  const house = await openHouseOver(urls, true);
  try {
    const url = await house.listen(0, '127.0.0.1');
    const entered = await fetch(`${url}/demo/maire`, { redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0];
    const ask = async (query, variables, headers = { cookie }) => {
      const { data, errors } = await (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) })).json();
      if (errors) throw new Error(JSON.stringify(errors).slice(0, 300));
      return data;
    };
    const { viewer } = await ask('{ viewer { seats { partnership { id } } } }');
    const { minutesList } = await ask('query($id: ID!) { minutesList(partnershipId: $id) { id state contentHash } }', { id: viewer.seats[0].partnership.id });
    const { id: minutesId, contentHash } = minutesList.find(({ state }) => state === 'PARTIALLY_SIGNED');
    const from = performance.now();
    const { signMinutes } = await ask('mutation($input: SignMinutesInput!) { signMinutes(input: $input) { ... on Minutes { state } ... on Refused { code sentence } } }', { input: { minutesId, contentHash, place: 'Villeneuve-la-Garenne' } });
    const answered = performance.now() - from;
    const { publicMinutes } = await ask('query($id: ID!) { publicMinutes(id: $id) { number } }', { id: minutesId }, {});
    if (signMinutes.state !== 'EXECUTORY' || !publicMinutes) throw new Error(JSON.stringify(signMinutes));
    return { answered, published: performance.now() - from };
  } finally {
    await house.close();
  }
}

async function playSignatures() {
  const { migrate } = await load('apps/api/src/migrate.js');
  const stage = await Stage.lay({ durable: true });
  try {
    await stage.prepare('told');
    await migrate(stage.urlsOf('told').owner);
    await (await openHouseOver(stage.urlsOf('told'), true)).close();
    const took = [];
    for (let index = 0; index < Number(wish.signatures); index += 1) {
      const database = `signed${index}`;
      await stage.superuser('postgres', (client) => client.query(stage.copyOf(database, 'told')));
      await stage.prepare(database);
      took.push(await signOnce(stage.urlsOf(database)));
    }
    return took;
  } finally {
    await stage.close();
  }
}

async function main() {
  await buildServer();
  console.log(`Node ${process.version}, ${cpus().length} cores.`);
  const { took } = await apart('papers');
  let good = true;
  console.log('| PV | pages printed | p50 ms | p95 ms | at most |\n| --- | --- | --- | --- | --- |');
  for (const [pages, { printed, p50, p95 }] of Object.entries(took)) {
    console.log(`| ${pages} | ${printed} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${most.pages[pages]} |`);
    good &&= p50 <= most.pages[pages];
  }
  const { seconds, memory } = await row();
  console.log(`${wish.row} in a row: ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB at the most (${most.memory} at most).`);
  good &&= memory <= most.memory;
  const signed = await playSignatures();
  const [answered, published] = ['answered', 'published'].map((name) => signed.map((one) => one[name]));
  console.log(`Last signature, ${signed.length} times: executory after ${at(answered, 0.5).toFixed(0)} ms (slowest ${Math.max(...answered).toFixed(0)}), read by anybody after ${at(published, 0.5).toFixed(0)} ms (slowest ${Math.max(...published).toFixed(0)}; ${most.signature} at most).`);
  good &&= Math.max(...published) <= most.signature;
  if (!good) process.exitCode = 1;
}

await ({ papers: playPapers, press: playPress }[positionals[0] ?? ''] ?? main)();
