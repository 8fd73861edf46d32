// Speed of reminders: planning them beside a hand-written INSERT … SELECT of the same rows, delivering them beside nodemailer alone, and a sign-in code meanwhile.
//   npm run bench:notices [-- --reminders 78000 --letters 8000 --rounds 3 --connections 2 --codes 2]
// A demonstration told once, then copied beside itself until its ledger holds so many reminders. The planner, the worker, the API and the relay are the real
// ones, each side in a process of its own; both sides of a ratio are played in turn, over the same tables and the same relay on the loopback.
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { answerOf, asked, at, buildBench, load, median, Stage } from './bench/stage.mjs';

const text = (value) => ({ type: 'string', default: value });
const { values: wish } = parseArgs({ options: { reminders: text('78000'), letters: text('8000'), rounds: text('3'), connections: text('2'), codes: text('2') } });
const wanted = Object.fromEntries(Object.entries(wish).map(([name, value]) => [name, Number(value)]));
/** At least so many times as fast as by hand; milliseconds at the 95th percentile from « envoyez-moi un code » until the relay has it. */
const least = { planning: 0.5, delivery: 0.7, code: 2_000 };
const now = () => performance.timeOrigin + performance.now();
const database = 'notices';

/** Copies the partnership until the ledger of one, times all, is what was wished; answers how many partnerships. */
async function fill(stage, planner) {
  const { multiply } = await load('test/bench/many.js');
  const partnershipId = await stage.tell(database);
  const house = await planner();
  await stage.superuser(database, (client) => client.query('truncate reminder'));
  await asked(house, 'plan');
  const ofOne = await stage.superuser(database, async (client) => Number((await client.query('select count(*) from reminder where partnership_id = $1', [partnershipId])).rows[0].count));
  const copies = Math.ceil(wanted.reminders / ofOne);
  await stage.superuser(database, (client) => multiply(client, partnershipId, { from: 1, to: copies - 1 }));
  return { house, copies };
}

/** The same rows by hand: one statement, as the worker, under its policies and with every constraint; nothing is computed. */
async function byHand(stage) {
  await stage.superuser(database, (client) => client.query('truncate reminder'));
  return stage.session('worker', database, async (client) => {
    await client.query('set statement_timeout = 0');
    await client.query(`select set_config('app.audience', 'INSTANCE', false), set_config('app.person', '', false), set_config('app.partnerships', '{}', false), set_config('app.parties', '{}', false), set_config('app.preparing', '{}', false), set_config('app.keeping', '{}', false)`);
    const from = performance.now();
    const { rowCount } = await client.query('insert into reminder select * from planned_before on conflict on constraint reminder_once do nothing');
    return { written: rowCount, took: performance.now() - from };
  });
}

async function playPlanning(stage, house) {
  const rounds = [];
  for (let round = 0; round < wanted.rounds; round += 1) {
    await stage.superuser(database, (client) => client.query('truncate reminder'));
    const product = await asked(house, 'plan');
    await stage.superuser(database, async (client) => {
      await client.query('drop table if exists planned_before');
      await client.query('create unlogged table planned_before as select * from reminder');
      await client.query('grant select on planned_before to public');
      await client.query('analyze planned_before');
    });
    const hand = await byHand(stage);
    if (hand.written !== product.written) throw new Error(`${product.written} planned, ${hand.written} by hand`);
    rounds.push({ product, hand, ratio: hand.took / product.took });
  }
  const again = await asked(house, 'plan');
  for (const { product, hand, ratio } of rounds) console.log(`planning ${product.written} reminders: ${(product.took / 1000).toFixed(1)} s; INSERT … SELECT of the same rows: ${(hand.took / 1000).toFixed(1)} s; ${ratio.toFixed(2)} times as fast.`);
  console.log(`planned again, ${again.written} written: ${(again.took / 1000).toFixed(1)} s.`);
  return median(rounds.map(({ ratio }) => ratio)) >= least.planning;
}

/** The newest line that is due of each person and matter, so many in all, dealt into rounds of the same mix; every other line waits no more. Each is one letter. */
const dealLetters = (stage) =>
  stage.superuser(database, async (client) => {
    await client.query(
      `create table dealt as select id, (row_number() over (order by send_at, id) % $2)::int as round from (
         select id, send_at from (select distinct on (partnership_id, person_id, object_id, period) id, partnership_id, send_at from reminder
           where send_at <= '2026-11-23T10:00:00Z' and state = 'PLANNED' and rule <> 'DIGEST' order by partnership_id, person_id, object_id, period, send_at desc) newest
         order by id limit $1) chosen`, [wanted.letters, wanted.rounds + 1]);
    await client.query(`update reminder set state = 'SUPERSEDED'`);
    await client.query('vacuum analyze reminder');
  });

const makeDue = (stage, round) =>
  stage.superuser(database, async (client) => (await client.query(`update reminder set state = 'PLANNED' from dealt where reminder.id = dealt.id and dealt.round = $1`, [round])).rowCount);

/** Codes asked by request at a steady rate, each by another person of another network; how long until the relay has them. */
class Codes {
  took = [];
  failed = 0;
  #waiting = new Map();
  #going = true;

  constructor(relay, house, people) {
    this.house = house;
    this.people = people;
    relay.on('message', ({ code, at: seen }) => {
      const from = this.#waiting.get(code);
      if (from === undefined) return;
      this.#waiting.delete(code);
      this.took.push(seen - from);
    });
  }

  async run() {
    for (let number = 0; this.#going && number < this.people.length; number += 1) {
      void this.#ask(this.people[number], `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`);
      await pause(1000 / wanted.codes);
    }
  }

  async #ask(mailAddress, network) {
    this.#waiting.set(mailAddress, now());
    const body = JSON.stringify({ query: 'mutation($input: AskSignInCodeInput!) { askSignInCode(input: $input) { __typename } }', variables: { input: { mailAddress } } });
    const answer = await (await fetch(`${this.house}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': network }, body })).json();
    if (answer.data?.askSignInCode?.__typename !== 'SignInCodeAsked') throw new Error(JSON.stringify(answer).slice(0, 300));
  }

  /** No more are asked; those under way still come. */
  async end() {
    this.#going = false;
    for (let waited = 0; this.#waiting.size > 0 && waited < 20_000; waited += 100) await pause(100);
    this.failed = this.#waiting.size;
  }
}

/** What the relay counted; from then on it counts anew. */
const counted = (relay) =>
  new Promise((resolve) => {
    const hear = (message) => {
      if (message.letters === undefined) return;
      relay.off('message', hear);
      resolve(message);
    };
    relay.on('message', hear);
    relay.send('forget');
  });

const rateOf = ({ letters, first, last }) => (letters - 1) / ((last - first) / 1000);

async function playBare({ relay, bare }, order) {
  await counted(relay);
  await asked(bare, order);
  return counted(relay);
}

/** One sweep of the worker until its last letter, with codes asked all the while. */
async function playWorker(stage, { house, houseUrl, relay }, { round, people }) {
  const due = await makeDue(stage, round);
  await counted(relay);
  const codes = new Codes(relay, houseUrl, people);
  const asking = codes.run();
  await asked(house, 'sweep');
  const left = () => stage.superuser(database, async (client) => Number((await client.query(`select count(*) from reminder where state in ('PLANNED', 'SENDING') and send_at <= '2026-11-23T10:00:00Z'`)).rows[0].count));
  while ((await left()) > 0) await pause(200);
  await codes.end();
  await asking;
  return { due, codes, seen: await counted(relay) };
}

/** The worker and nodemailer alone in turn, over the same relay; the first round of each warms it, and does not count. */
async function playDelivery(stage, { house, houseUrl, relay, url }) {
  const everybody = await stage.superuser(database, async (client) => (await client.query(`select mail_address from person where mail_address like '%-%' order by md5(id::text) limit 2000`)).rows.map((row) => row.mail_address));
  await dealLetters(stage);
  await asked(house, 'work');
  const bare = stage.child('bare.js', url, wish.connections);
  await answerOf(bare);
  const [ratios, took] = [[], []];
  let failed = 0;
  for (let round = 0; round <= wanted.rounds; round += 1) {
    const people = everybody.splice(0, Math.floor(2_000 / (wanted.rounds + 1)));
    const { due, codes, seen } = await playWorker(stage, { house, houseUrl, relay }, { round, people });
    const { letters } = await asked(house, 'letters');
    await asked(house, 'sweep');
    const alone = await playBare({ relay, bare }, { letters, times: seen.letters });
    const ratio = rateOf(seen) / rateOf(alone);
    if (round > 0) ratios.push(ratio);
    took.push(...codes.took);
    failed += codes.failed;
    const size = ({ bytes, letters: count }) => (bytes / count / 1024).toFixed(1);
    console.log(`delivery${round > 0 ? '' : ' (to warm up)'}: ${due} lines due, ${seen.letters} letters (${size(seen)} kB each), ${rateOf(seen).toFixed(0)} letters/s; nodemailer alone ${rateOf(alone).toFixed(0)} letters/s (${size(alone)} kB each), ${wish.connections} connections; ${ratio.toFixed(2)} times as fast.`);
  }
  house.disconnect();
  bare.disconnect();
  console.log(`delivery: ${median(ratios).toFixed(2)} times as fast, the median of ${ratios.length}.`);
  console.log(`sign-in codes meanwhile: ${took.length} arrived, ${failed} did not; p50 ${at(took, 0.5).toFixed(0)} ms, p95 ${at(took, 0.95).toFixed(0)} ms, slowest ${Math.max(...took).toFixed(0)} ms.`);
  return median(ratios) >= least.delivery && failed === 0 && at(took, 0.95) <= least.code;
}

async function main() {
  await buildBench();
  const stage = await Stage.lay({ durable: true });
  try {
    const relay = stage.child('relay.js');
    const { url } = await answerOf(relay);
    let houseUrl = '';
    const planner = async () => {
      const house = stage.child('notices.js', JSON.stringify(stage.urlsOf(database)), url, wish.connections);
      houseUrl = (await answerOf(house)).url;
      return house;
    };
    const { house, copies } = await fill(stage, planner);
    console.log(`Node ${process.version}, ${cpus().length} cores; ${copies} partnerships.`);
    const planned = await playPlanning(stage, house);
    const delivered = await playDelivery(stage, { house, houseUrl, relay, url });
    if (!planned || !delivered) process.exitCode = 1;
  } finally {
    await stage.close();
  }
}

await main();
