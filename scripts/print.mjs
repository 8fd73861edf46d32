// npm run print: writes the faces of the house that are read without running it. `--check` compares instead, and fails on drift.
//   node scripts/print.mjs [--check] [--into DIRECTORY]
// schema.graphql and schema.sql come from a real house over a real, migrated database, started for this and thrown away.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildServer } from './build.mjs';
import { readCatalog } from './print/catalog.mjs';
import { factsText, pageText } from './print/documents.mjs';
import { readRoles } from './print/roles.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const into = words.includes('--into') ? resolve(words[words.indexOf('--into') + 1]) : home;
/** Folders that hold printed files only: a file nobody prints any more is drift too. */
const folders = ['apps/api/src/samples/documents', 'apps/api/src/samples/mails'];
const built = (path) => import(pathToFileURL(join(home, 'dist', path)).href);

try {
  await buildServer();
  const faces = { ...(await houseFaces()), ...(await documentFaces()), ...(await mailFaces()) };
  process.exitCode = words.includes('--check') ? check(faces) : write(faces);
} catch (error) {
  console.error(error.stack ?? String(error));
  process.exitCode = 1;
}

/** The two schemas, asked of a house that is opened, not listening, and closed. */
async function houseFaces() {
  const { instanceSecretOf, prepareCluster, readSettings, startEmbeddedPostgres } = await built('libs/platform/src/index.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-print-'));
  let server;
  try {
    server = await startEmbeddedPostgres({ dataDir, durable: false });
    await prepareCluster(server.urlOf('superuser', 'postgres'), 'passerelle');
    const url = (role) => server.urlOf(role, 'passerelle');
    const databases = { app: url('app'), owner: url('owner'), worker: url('worker'), queue: url('queue') };
    const { migrate } = await built('apps/api/src/migrate.js');
    await migrate(databases.owner);
    const { settings } = readSettings({ DATA_DIR: dataDir, DEMO: '1' });
    return { 'schema.graphql': await graphqlOf(settings, databases, await instanceSecretOf(settings)), ...(await sqlFaces(databases.owner)) };
  } finally {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function graphqlOf(settings, databases, secret) {
  const { openHouse } = await built('apps/api/src/house.js');
  const { openMachines } = await built('apps/api/src/boot/machines.js');
  const { GraphQLSchemaHost } = await import('@nestjs/graphql');
  const { lexicographicSortSchema, printSchema } = await import('graphql');
  const house = await openHouse({ urls: databases, publicUrl: settings.publicUrl, secret, demo: true, webDirectory: null, ...(await openMachines(settings, databases)) });
  try {
    return `# Printed by npm run print from the resolvers; do not edit.\n${printSchema(lexicographicSortSchema(house.app.get(GraphQLSchemaHost).schema))}\n`;
  } finally {
    await house.close();
  }
}

async function sqlFaces(url) {
  const { creationOf, grantsOf } = await built('libs/platform/src/postgres/index.js');
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return {
      'schema.sql': `-- Printed by npm run print from a migrated database's own catalogue; to read, not to run. Migrations make the schema.\n\n${await readCatalog(client)}`,
      'deploy/roles.sql': await readRoles(client, { creation: creationOf('passerelle', 'template0'), grants: grantsOf('passerelle') }),
    };
  } finally {
    await client.end();
  }
}

async function documentFaces() {
  const { sampleMinutes, sampleSigned } = await built('libs/deliberation/src/documents/minutes.sample.js');
  const { minutesPage, signedMinutesPage } = await built('libs/deliberation/src/documents/minutes.page.js');
  const { extractPage } = await built('libs/deliberation/src/documents/extract.page.js');
  const { convocationPage } = await built('libs/deliberation/src/documents/convocation.document.js');
  const { sampleConvocation } = await built('libs/deliberation/src/documents/convocation.sample.js');
  const { Speaker } = await built('libs/deliberation/src/documents/speaker.js');
  const at = (name) => `${folders[0]}/${name}`;
  const pages = ['fr', 'ar'].flatMap((language) => [
    [at(`minutes.${language}.yaml`), pageText(minutesPage(sampleMinutes, new Speaker(language)))],
    [at(`signed-minutes.${language}.yaml`), pageText(signedMinutesPage(sampleSigned, new Speaker(language)))],
    [at(`convocation.${language}.yaml`), pageText(convocationPage(sampleConvocation, new Speaker(language)))],
  ]);
  const extract = pageText(extractPage(sampleSigned, sampleSigned.minutes.decisions[0], new Speaker('fr')));
  return { ...Object.fromEntries(pages), [at('extract.fr.yaml')]: extract, [at('convocation.facts.json')]: factsText(sampleConvocation), [at('minutes.facts.json')]: factsText(sampleMinutes), [at('signed-minutes.facts.json')]: factsText(sampleSigned) };
}

/** Every mail of the notices room, as its sample reader receives it; two mails of one name would hide each other. */
async function mailFaces() {
  const { sampleMails } = await built('libs/notices/src/index.js');
  const faces = {};
  for (const { rule, language, subject, text, html } of sampleMails()) {
    const name = `${folders[1]}/${rule}.${language}`;
    if (!rule || !language || `${name}.txt` in faces) throw new Error(`sampleMails() gives two mails named ${rule}.${language}`);
    faces[`${name}.txt`] = `${subject}\n${'='.repeat(subject.length)}\n\n${text.trimEnd()}\n`;
    faces[`${name}.html`] = `${html.trimEnd()}\n`;
  }
  return faces;
}

function write(faces) {
  for (const [path, text] of Object.entries(faces)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  for (const path of orphans(faces)) rmSync(join(into, path));
  console.log(`${Object.keys(faces).length} printed faces written`);
  return 0;
}

function check(faces) {
  const drifted = Object.entries(faces).flatMap(([path, text]) => drift(path, text));
  const left = orphans(faces).map((path) => `${path}: printed by nobody any more`);
  for (const sentence of [...drifted, ...left]) console.error(sentence);
  if (drifted.length + left.length > 0) console.error('Remedy: npm run print, read the diff, commit it with the change that caused it.');
  else console.log(`${Object.keys(faces).length} printed faces, as committed`);
  return drifted.length + left.length > 0 ? 1 : 0;
}

/** Names the first line that differs: enough to see which change was not printed. */
function drift(path, text) {
  const file = join(into, path);
  if (!existsSync(file)) return [`${path}: not printed yet`];
  const [kept, now] = [readFileSync(file, 'utf8').split('\n'), text.split('\n')];
  const at = now.findIndex((line, index) => line !== kept[index]);
  if (at === -1 && kept.length === now.length) return [];
  const line = at === -1 ? now.length : at;
  return [`${path}:${line + 1}: drift\n  committed: ${kept[line] ?? '(nothing)'}\n  now:       ${now[line] ?? '(nothing)'}`];
}

function orphans(faces) {
  return folders.flatMap((folder) => (existsSync(join(into, folder)) ? readdirSync(join(into, folder)).map((name) => `${folder}/${name}`) : [])).filter((path) => !(path in faces));
}
