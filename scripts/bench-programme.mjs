// Speed of the plan's page and of a fiche's, their own questions asked over HTTP of the real house: beside 10 partnerships, and beside 10,000.
//   npm run bench:programme [-- --few 10 --many 10000 --rounds 200]
// Two databases of one server, two processes, asked in turn in random order, one question at a time: the ratio is of the same minute.
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildServer, root } from './build.mjs';

const { values: wish } = parseArgs({ options: { few: { type: 'string', default: '10' }, many: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '200' } } });
/** Both pages may be this much slower beside many partnerships than beside few. */
const mostRatio = 1.2;
const year = 2027;
const built = join(root, 'dist/test/bench');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const at = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
const shuffled = (list) => list.map((item) => [randomInt(2 ** 32), item]).sort(([a], [b]) => a - b).map(([, item]) => item);

async function build() {
  await buildServer();
  const { transformFile } = await import('@swc/core');
  mkdirSync(built, { recursive: true });
  for (const file of readdirSync(join(root, 'test/bench')).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
    const { code } = await transformFile(join(root, 'test/bench', file), { cwd: root, configFile: join(root, '.swcrc') });
    writeFileSync(join(built, file.replace(/\.ts$/, '.js')), code);
  }
}

/** The very questions of the web's pages. */
async function questions() {
  const { runnerImport } = await import('vite');
  const of = async (file) => (await runnerImport(join(root, 'apps/web/src/features/programme', file))).module;
  return { plan: (await of('plan-board.graphql.ts')).planBoard, fiche: (await of('sheet.graphql.ts')).projectSheet };
}

const answerOf = (child) =>
  new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`a process of the bench ended (${code})`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      if (message.error) reject(new Error(message.error));
      else resolve(message);
    });
  });

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

/** The cluster of the bench: its two databases, its processes, and how to reach them. */
class Ground {
  children = [];

  static async lay() {
    const ground = new Ground();
    const { creationOf, startEmbeddedPostgres, prepareCluster } = await load('libs/platform/src/postgres/index.js');
    ground.dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
    ground.postgres = await startEmbeddedPostgres({ dataDir: ground.dataDir, durable: false });
    ground.prepare = (database) => prepareCluster(ground.postgres.urlOf('superuser', 'postgres'), database);
    ground.copyOf = creationOf;
    return ground;
  }

  child(kind, database) {
    const urls = JSON.stringify(Object.fromEntries(['app', 'owner', 'worker', 'queue'].map((role) => [role, this.postgres.urlOf(role, database)])));
    const started = fork(join(built, 'programme.js'), [kind, urls], { env: { ...process.env, NODE_ENV: 'production' } });
    this.children.push(started);
    return started;
  }

  async superuser(database, work) {
    const client = new pg.Client({ connectionString: this.postgres.urlOf('superuser', database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async close() {
    for (const one of this.children) if (one.connected) one.disconnect();
    await this.postgres.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** The demo's own partnership, told once, then copied beside itself: few times in one database, many in the other. */
async function fill(ground, { few, many }) {
  const { multiply } = await load('test/bench/many.js');
  await ground.prepare('few');
  const told = ground.child('ground', 'few');
  const { partnershipId } = (await answerOf(told)).served;
  told.disconnect();
  await new Promise((resolve) => told.once('exit', resolve));
  const first = await ground.superuser('few', async (client) => Number((await client.query('select count(*) from partnership')).rows[0].count));
  await ground.superuser('few', (client) => multiply(client, partnershipId, { from: 1, to: few - first }));
  await ground.superuser('postgres', (client) => client.query(ground.copyOf('many', 'few')));
  await ground.prepare('many');
  await ground.superuser('many', (client) => multiply(client, partnershipId, { from: few - first + 1, to: many - first }));
  return partnershipId;
}

const sizes = `select (select count(*) from partnership) || ' partnerships, ' || (select count(*) from project_sheet) || ' fiches, ' || (select count(*) from action_plan) || ' plans, ' || (select count(*) from mandate) || ' mandates' as told`;

async function main() {
  await build();
  const ground = await Ground.lay();
  try {
    const wanted = { few: Number(wish.few), many: Number(wish.many) };
    const partnershipId = await fill(ground, wanted);
    const houses = [];
    for (const [name, size] of Object.entries(wanted)) {
      console.log(`${name}: ${await ground.superuser(name, async (client) => (await client.query(sizes)).rows[0].told)}`);
      const child = ground.child('serve', name);
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
