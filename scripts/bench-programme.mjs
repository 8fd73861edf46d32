// Speed of the plan's page and of a fiche's, their own questions asked over HTTP of the real house: beside 10 partnerships, and beside 10,000.
//   npm run bench:programme [-- --few 10 --many 10000 --rounds 200]
// Two databases of one server, two processes, asked in turn in random order, one question at a time: the ratio is of the same minute.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerOf, at, buildBench, load, shuffled, Stage } from './bench/stage.mjs';
import { root } from './build.mjs';

const { values: wish } = parseArgs({ options: { few: { type: 'string', default: '10' }, many: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '200' } } });
/** Both pages may be this much slower beside many partnerships than beside few. */
const mostRatio = 1.2;
const year = 2027;

/** The very questions of the web's pages. */
async function questions() {
  const { runnerImport } = await import('vite');
  const of = async (file) => (await runnerImport(join(root, 'apps/web/src/features/programme', file))).module;
  return { plan: (await of('plan-board.graphql.ts')).planBoard, fiche: (await of('sheet.graphql.ts')).projectSheet };
}

async function ask({ url, cookie }, body) {
  const from = performance.now();
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body });
  const answer = await response.json();
  if (response.status !== 200 || answer.errors) throw new Error(JSON.stringify(answer).slice(0, 400));
  return { took: performance.now() - from, answer };
}

/** Rounds in turn, in random order; then how many statements each page takes in each house. */
async function play(houses, bodies) {
  const took = new Map(houses.flatMap(({ name }) => Object.keys(bodies).map((page) => [`${name} ${page}`, []])));
  for (let round = -5; round < Number(wish.rounds); round += 1) {
    for (const [house, page] of shuffled(houses.flatMap((one) => Object.keys(bodies).map((name) => [one, name])))) {
      const { took: milliseconds } = await ask(house, bodies[page]);
      if (round >= 0) took.get(`${house.name} ${page}`).push(milliseconds);
    }
  }
  const counts = new Map();
  for (const house of houses) {
    for (const [page, body] of Object.entries(bodies)) {
      house.child.send({ body });
      counts.set(`${house.name} ${page}`, (await answerOf(house.child)).count);
    }
  }
  return { took, counts };
}

function tell(houses, pages, { took, counts }) {
  console.log('| page | partnerships | times | p50 ms | p95 ms | SQL statements |\n| --- | --- | --- | --- | --- | --- |');
  let good = true;
  for (const page of pages) {
    for (const { name, size } of houses) {
      const numbers = took.get(`${name} ${page}`);
      console.log(`| ${page} | ${size} | ${numbers.length} | ${at(numbers, 0.5).toFixed(1)} | ${at(numbers, 0.95).toFixed(1)} | ${counts.get(`${name} ${page}`)} |`);
    }
    const [few, many] = houses.map(({ name }) => `${name} ${page}`);
    const ratio = at(took.get(many), 0.5) / at(took.get(few), 0.5);
    const same = counts.get(few) === counts.get(many);
    console.log(`${page}: ratio of p50 ${ratio.toFixed(2)} (${mostRatio} at most), of p95 ${(at(took.get(many), 0.95) / at(took.get(few), 0.95)).toFixed(2)}; statements ${same ? 'constant' : 'NOT CONSTANT'}.`);
    good &&= ratio <= mostRatio && same;
  }
  if (!good) process.exitCode = 1;
}

/** The demo's own partnership, told once, then copied beside itself: few times in one database, many in the other. */
async function fill(ground, { few, many }) {
  const { multiply } = await load('test/bench/many.js');
  const partnershipId = await ground.tell('few');
  const first = await ground.superuser('few', async (client) => Number((await client.query('select count(*) from partnership')).rows[0].count));
  await ground.superuser('few', (client) => multiply(client, partnershipId, { from: 1, to: few - first }));
  await ground.superuser('postgres', (client) => client.query(ground.copyOf('many', 'few')));
  await ground.prepare('many');
  await ground.superuser('many', (client) => multiply(client, partnershipId, { from: few - first + 1, to: many - first }));
  return partnershipId;
}

const sizes = `select (select count(*) from partnership) || ' partnerships, ' || (select count(*) from project_sheet) || ' fiches, ' || (select count(*) from action_plan) || ' plans, ' || (select count(*) from mandate) || ' mandates' as told`;

async function main() {
  await buildBench();
  const ground = await Stage.lay();
  try {
    const wanted = { few: Number(wish.few), many: Number(wish.many) };
    const partnershipId = await fill(ground, wanted);
    const houses = [];
    for (const [name, size] of Object.entries(wanted)) {
      console.log(`${name}: ${await ground.superuser(name, async (client) => (await client.query(sizes)).rows[0].told)}`);
      const child = ground.child('programme.js', 'serve', JSON.stringify(ground.urlsOf(name)));
      houses.push({ name, size, child, ...(await answerOf(child)).served });
    }
    console.log(`Node ${process.version}, ${cpus().length} cores.`);
    const { plan, fiche } = await questions();
    const planBody = JSON.stringify({ query: plan, variables: { partnershipId, year } });
    const { answer } = await ask(houses[0], planBody);
    const id = answer.data.planBoard.columns.flatMap(({ sheets }) => sheets)[0].id;
    const bodies = { plan: planBody, fiche: JSON.stringify({ query: fiche, variables: { id, partnershipId } }) };
    tell(houses, Object.keys(bodies), await play(houses, bodies));
  } finally {
    await ground.close();
  }
}

await main();
