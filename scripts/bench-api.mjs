// Speed of the plan page's own question, in one interleaved run over the real house: raw fastify + pg, our GraphQL driver, Mercurius with JIT on the same schema.
//   npm run bench:api [-- --rounds 5 --seconds 2]
// Each server and the load have a process of their own; rounds are played in random order; figures are medians over the rounds.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { answerOf, asked, buildBench, load, median, shuffled, Stage } from './bench/stage.mjs';

const { values: wish } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '2' } } });
/** Milliseconds after which no new round begins. */
const longest = 45_000;
/** `walked` asks our server the same with a directive, which it does not compile: what graphql-jit is worth. */
const kinds = ['raw', 'ours', 'walked', 'mercurius'];
const servedBy = { walked: 'ours' };

async function round(server, loader, order) {
  const before = await asked(server.child, {});
  const { seen } = await asked(loader, { url: server.url, cookie: server.cookie, ...order });
  const after = await asked(server.child, {});
  const cpu = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system;
  return { rate: seen.requests / seen.seconds, cpu: cpu / 1000 / seen.requests, p50: seen.p50, p99: seen.p99, memory: after.memory / 2 ** 20, answers: seen.answers };
}

function table(results) {
  const raw = results.get('raw');
  const cells = kinds.map((kind) => {
    const rounds = results.get(kind);
    const of = (pick) => median(rounds.map(pick));
    const ratio = median(rounds.map((one, index) => one.rate / raw[index].rate));
    return [kind.padEnd(9), of((r) => r.rate).toFixed(0), ratio.toFixed(2), of((r) => r.cpu).toFixed(2), of((r) => r.p50).toFixed(0), of((r) => r.p99).toFixed(0), of((r) => r.memory).toFixed(0)];
  });
  const heads = ['server', 'requests/s', 'x raw', 'CPU ms/request', 'p50 ms', 'p99 ms', 'RSS MB'];
  for (const row of [heads, heads.map(() => '---'), ...cells]) console.log(`| ${row.join(' | ')} |`);
}

async function play(servers, loader, bodyOf) {
  const begun = performance.now();
  const results = new Map(kinds.map((kind) => [kind, []]));
  for (const kind of kinds) await round(servers.get(servedBy[kind] ?? kind), loader, { body: bodyOf(kind, servers.get(servedBy[kind] ?? kind)), milliseconds: 1500 });
  // A busy machine plays fewer rounds rather than longer.
  for (let number = 0; number < Number(wish.rounds) && performance.now() - begun < longest; number += 1) {
    for (const kind of shuffled(kinds)) {
      results.get(kind).push(await round(servers.get(servedBy[kind] ?? kind), loader, { body: bodyOf(kind, servers.get(servedBy[kind] ?? kind)), milliseconds: Number(wish.seconds) * 1000 }));
    }
  }
  return results;
}

async function main() {
  await buildBench();
  const { boardQuery, year } = await load('test/bench/ground.js');
  const stage = await Stage.lay();
  try {
    await stage.prepare('bench');
    const urls = JSON.stringify(stage.urlsOf('bench'));
    await answerOf(stage.child('serve.js', 'ground', urls));
    const servers = new Map();
    for (const kind of kinds.filter((one) => !servedBy[one])) {
      const server = stage.child('serve.js', kind, urls);
      servers.set(kind, { child: server, ...(await answerOf(server)).served });
    }
    const bodyOf = (kind, { partnershipId }) => JSON.stringify({ query: kind === 'walked' ? boardQuery.replace('title', 'title @include(if: true)') : boardQuery, variables: { partnershipId, year } });
    const results = await play(servers, stage.child('load.js'), bodyOf);
    const answers = new Set([...results.values()].flat().flatMap((one) => one.answers));
    console.log(`Node ${process.version}, ${cpus().length} cores, ${results.get('raw').length} rounds of ${wish.seconds} s, 10 connections.`);
    table(results);
    console.log(answers.size === 1 ? 'All answers are the same value.' : `${answers.size} DIFFERENT answers.`);
    if (answers.size !== 1) process.exitCode = 1;
  } finally {
    await stage.close();
  }
}

await main();
