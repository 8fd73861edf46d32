// Speed of the search itself (a transaction under row-level security, candidates, rank, extracts), on the embedded database, by its local socket alone:
// 100,000 fiches in one partnership beside 10,000 partnerships of ten.
//   npm run bench:search [-- --fiches 100000 --partnerships 10000 --rounds 40]
import { randomInt, randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { at, load, Stage } from './bench/stage.mjs';
import { buildServer } from './build.mjs';

const { values: wish } = parseArgs({ options: { fiches: { type: 'string', default: '100000' }, partnerships: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '40' } } });
/** Milliseconds after which a question is not asked again. */
const longest = 10_000;
const templates = 1000;
const stems = 'coopér format échang culturel jeuness habit patrimoin réseau énergi mobilit artisan lectur biblioth musiqu sport quartier formatric associat territoir commun évaluat partenariat jumel écol santé numér'.split(' ');
const ends = 'er ation ement ique ité age eur ure iste aire able ence'.split(' ');
const word = () => `${stems[randomInt(stems.length)]}${ends[randomInt(ends.length)]}${randomInt(40)}`;
const textOf = () => `Projet d’eau pour les habitant·e·s : ${Array.from({ length: 30 }, word).join(' ')}. Avec les réfugié·e·s du quartier.`;

async function fill(owner, vectorOf) {
  const large = randomUUID();
  await owner.query('drop index search_document_words');
  // The triggers that seal each act's rows have their own bench: these rows are no acts.
  await owner.query('set session_replication_role = replica');
  await owner.query(`set maintenance_work_mem = '128MB'`);
  await owner.query(`insert into partnership (id, name, recorded_at) select gen_random_uuid(), 'Partenariat ' || n, now() from generate_series(1, $1::int) n`, [Number(wish.partnerships)]);
  await owner.query(`insert into partnership (id, name, recorded_at) values ($1, 'Le grand', now())`, [large]);
  await owner.query('create temp table template (n int, title text, text text, tsv tsvector)');
  const rows = Array.from({ length: templates }, (_, n) => ({ n, title: `Fiche ${word()}`, text: textOf() }));
  const lines = rows.map((row) => ({ ...row, tsv: vectorOf({ partnershipId: large, audience: 'PARTNERSHIP', ...row }).replace(/^'#[^']*' /, '') }));
  await owner.query(`insert into template select n, title, text, tsv::tsvector from jsonb_to_recordset($1::jsonb) as told(n int, title text, text text, tsv text)`, [JSON.stringify(lines)]);
  const document = (partnership, number) => `${partnership}, 'projectSheet', gen_random_uuid()::text, 'PARTNERSHIP', null, gen_random_uuid()::text, title, text, null, tsv || ('''#' || ${partnership} || '''')::tsvector || ('rare' || ${number})::tsvector`;
  await owner.query(`insert into search_document select ${document('$1::uuid', '(copy * ' + templates + ' + n)')} from template, generate_series(1, $2::int / ${templates}) copy`, [large, Number(wish.fiches)]);
  await owner.query(`insert into search_document select ${document('partnership.id', 'n')} from partnership join template on template.n < 10 where partnership.id <> $1`, [large]);
  await owner.query('create index search_document_words on search_document using gin (tsv)');
  await owner.query('analyze search_document');
  const [small] = await owner.query('select id from partnership where id <> $1 limit 1', [large]);
  return { large, small: small.id };
}

async function measure(ask) {
  const took = [];
  const begun = performance.now();
  let total = 0;
  for (let round = 0; round < Number(wish.rounds) && (round < 3 || performance.now() - begun < longest); round += 1) {
    const from = performance.now();
    ({ total } = await ask());
    took.push(performance.now() - from);
  }
  return { total, times: took.length, p50: at(took, 0.5), p95: at(took, 0.95) };
}

async function main() {
  await buildServer();
  const { databaseOf, findDocuments, PostgresWork, SystemClock, UuidIds, vectorOf } = await load('libs/platform/src/index.js');
  const { migrate } = await load('apps/api/src/migrate.js');
  const stage = await Stage.lay();
  const open = [];
  const opened = async (role) => {
    const source = await databaseOf(stage.postgres.urlOf(role, 'bench'), [], 1).initialize();
    open.push(source);
    return source;
  };
  try {
    await stage.prepare('bench');
    await migrate(stage.postgres.urlOf('owner', 'bench'));
    const { large, small } = await fill(await opened('superuser'), vectorOf);
    const clock = new SystemClock();
    const work = new PostgresWork(await opened('app'), { legal: clock, machine: clock, ids: new UuidIds(clock) });
    const search = (id, text) => {
      const actor = { personId: randomUUID(), sessionId: null, seats: [], partnershipIds: [id], partyIds: [], stepUpAt: null, isAdmin: false };
      return work.read({ actor, audience: 'MEMBER' }, (tx) => findDocuments(tx, text, { partnershipIds: [id], first: 30, after: 0 }));
    };
    const asked = [['a rare word', 'rare4242'], ['a word of every fiche', 'refugie'], ['two words of every fiche', 'eau habitantes'], ['three letters', 'for'], ['two letters', 'fi'], ['a word of some', 'jumelage7'], ['nothing', 'introuvable']];
    console.log(`Node ${process.version}, ${cpus().length} cores; ${wish.fiches} fiches in one partnership, ${wish.partnerships} partnerships of ten.`);
    console.log('| in | asked | found (1,000 at most) | times | p50 ms | p95 ms |\n| --- | --- | --- | --- | --- | --- |');
    for (const [where, id] of [['the large one', large], ['one of ten fiches', small]]) {
      for (const [what, text] of asked) {
        const { total, times, p50, p95 } = await measure(() => search(id, text));
        console.log(`| ${where} | ${what} | ${total} | ${times} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`);
      }
    }
  } finally {
    for (const source of open) await source.destroy();
    await stage.close();
  }
}

await main();
