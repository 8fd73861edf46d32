import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { delay, difference } from './alike.js';
import { everybody, letters, seats, type Who } from './cast.js';
import { rowsOf, uncalled, type Row } from './calls.js';
import { openPlayed, type Ground } from './ground.js';
import { doorRows } from './cases.js';
import { departuresFor } from './found-as-read.js';
import { broken, laws } from './laws.js';
import { departures, linesIn, linesOf, Matrix, tableToWrite, type Observed } from './matrix.js';
import { RememberedDoor } from './remembered-door.js';
import { addressesOf, observeRoute, unasked } from './routes.js';
import { memberSettings, type Settings } from './seen-tables.js';
import { Snapshot } from './snapshot.js';
import type { Things } from './story.js';

const page = join(process.cwd(), 'docs/access-matrix.md');
const words = `# Who may what
Every operation, every field with a resolver of its own and every route, asked over HTTP by ${everybody.length} personas of a real instance; what each was answered.
This page is the expectation: \`test/access/matrix.db.spec.ts\` compares it with what it observes, and a new operation without a line here fails. To review a change:
\`ACCESS_MATRIX=write\` before the test writes the page; read the diff, then commit it. Laws that no review may break stand in \`test/access/laws.ts\`.

- Seats: ${letters.map((letter) => `${letter} ${seats[letter]}`).join(', ')}.
- **own**: on the side that writes and hosts; **other**: on the other side of the partnership; **foreign**: in another partnership; **former**: held that seat before its present holder; **revoked**: an own session that was ended.
- **nobody**: no session (a resident, a robot); **seatless**: signed in, without a seat; **admin**: administrator of the instance.
- **seen**, **nothing** (absent and forbidden look alike), **done**, or the code of the refusal; routes answer their HTTP status.

`;

let ground: Ground;
let snapshot: Snapshot;
let things: Things;
let schema: GraphQLSchema;
let matrix: Matrix;
const observed: Observed[] = [];
const server = (): FastifyInstance => ground.house.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
const aim = () => ({ partnershipId: ground.partnershipId, parties: ground.parties, things });

beforeAll(async () => {
  ({ ground, things } = await openPlayed());
  snapshot = await Snapshot.keep(ground.database.superuser);
  schema = ground.house.app.get(GraphQLSchemaHost).schema;
  matrix = new Matrix(ground, snapshot);
}, 300_000);
afterAll(async () => {
  await snapshot.close();
  await ground.close();
});

describe('who may what', () => {
  it('has a way to ask for every operation, resolved field and route', () => {
    expect(uncalled(schema)).toEqual([]);
    expect(unasked(server())).toEqual([]);
  });

  it('is what was reviewed', async () => {
    for (const row of rowsOf(schema)) observed.push(await matrix.observe(row, aim()));
    for (const address of addressesOf(server())) observed.push(...(await observeRoute(ground, address, { aim: aim(), who: everybody })));
    const lines = linesOf(observed);
    if (process.env['ACCESS_MATRIX'] === 'write') writeFileSync(page, `${words}${tableToWrite(observed)}\n`);
    expect(departures(existsSync(page) ? linesIn(readFileSync(page, 'utf8')) : [], lines)).toEqual([]);
    expect(observed.length * everybody.length).toBeGreaterThan(4_000);
  }, 1_200_000);

  it('writes nothing for whom it refuses', () => {
    expect(matrix.spilled).toEqual([]);
  });

  it('lets no id of a partnership out of it', () => {
    expect(matrix.leaked).toEqual([]);
  });

  it('takes nobody for somebody else: who was remembered at the door is who stands there', async () => {
    await matrix.readDoorAgain();
    expect(matrix.mistaken).toEqual([]);
  });

  it('breaks no law', () => {
    expect(broken(observed)).toEqual([]);
  });
});

describe('absent and forbidden', () => {
  const outsiders = ['foreign-C', 'foreign-P', 'foreign-T', 'foreign-G', 'seatless', 'admin', 'former-P'] as const;

  it('answer in the same words, at every operation', async () => {
    const differences: (string | null)[] = [];
    const rows = rowsOf(schema).filter(({ name }) => !doorRows.test(`${name} `));
    const ask = (row: Row): Promise<(string | null)[]> => Promise.all(outsiders.map((who) => difference(ground, row, { who, aim: aim(), forbidden: matrix.told(row, who) })));
    for (const row of rows) differences.push(...(await matrix.door.during(() => ask(row))));
    await matrix.readDoorAgain();
    await snapshot.restore();
    expect(matrix.mistaken).toEqual([]);
    expect(differences.length).toBe(rows.length * outsiders.length);
    expect(differences.filter(Boolean)).toEqual([]);
  }, 300_000);

  const isFar = ({ forbidden, nowhere }: { forbidden: number; nowhere: number }): boolean => Math.abs(forbidden - nowhere) > 3 + nowhere / 3;
  // A time, not a truth: with the long sizes, on a machine that does nothing else.
  if (process.env['SOAK']) it('take the same time: within 3 ms and a third, by medians', async () => {
    const slow: string[] = [];
    for (const row of rowsOf(schema).filter(({ name }) => /^(Query\.(meeting|minutes|projectSheet|actionPlan|partnership)|Mutation\.(cancelMeeting|signMinutes|freezePlan))$/.test(name))) {
      const who = row.name === 'Mutation.signMinutes' ? 'foreign-P' : 'foreign-C';
      const looked = await delay(ground, row, { who, aim: aim(), tries: 11 });
      // A machine that does something else is asked again at length.
      const { forbidden, nowhere } = isFar(looked) ? await delay(ground, row, { who, aim: aim(), tries: 41 }) : looked;
      if (isFar({ forbidden, nowhere })) slow.push(`${row.name} ${row.state}: ${forbidden.toFixed(1)} and ${nowhere.toFixed(1)} ms`);
    }
    expect(slow).toEqual([]);
  }, 300_000);
});

describe('search', () => {
  const found = async (who: Who, text: string): Promise<{ total: number; ids: string[] }> => {
    const { data } = await ground.as(who).ask('query ($text: String!) { search(text: $text) { total results { id } } }', { text });
    const { total, results } = data?.['search'] as { total: number; results: { id: string }[] };
    return { total, ids: results.map(({ id }) => id) };
  };
  const none = { total: 0, ids: [] };

  it('finds at once what an act wrote; a draft by its own side alone, and nobody else counts it', async () => {
    const { id } = await ground.as('own-T').act('draftSheet', { partnershipId: ground.partnershipId, year: 2027, kind: 'PROJECT', title: 'Accueil des réfugié·e·s', axisId: things.axisId });
    for (const text of ['refugie', 'Réfugiées', 'ACCUEIL refugies']) expect(await found('own-T', text)).toEqual({ total: 1, ids: [id] });
    for (const who of ['other-T', 'other-C', 'own-G', 'other-G', 'foreign-C', 'foreign-T', 'seatless', 'admin', 'nobody', 'revoked-T'] as const) expect([who, await found(who, 'refugie')]).toEqual([who, none]);
    await snapshot.restore();
    expect(await found('own-T', 'refugie')).toEqual(none);
  });

  it('shows everybody the decisions that are executory, and their public PV', async () => {
    const { data } = await ground.as('nobody').ask('{ search(text: "plan 2026") { results { kind pageId partnershipId } } }');
    expect((data?.['search'] as { results: unknown[] }).results).toEqual([{ kind: 'decision', pageId: things.minutes.executory, partnershipId: ground.partnershipId }]);
  });

  const member = (party: string, less: Settings = {}): Settings => ({ ...memberSettings(ground.people.get('own-C') ?? '', ground.partnershipId, party), ...less });
  const viewers: Readonly<Record<string, () => Settings>> = {
    'the side that writes': () => member(ground.parties.own),
    'the other side': () => member(ground.parties.other),
    'who does not keep the minutes': () => member(ground.parties.own, { keeping: '{}' }),
    'a guest': () => member('', { keeping: '{}', preparing: '{}', parties: '{}' }),
    'another partnership': () => memberSettings(ground.people.get('foreign-C') ?? '', ground.foreignId, ground.foreignId),
    'a visitor': () => ({ person: '', partnerships: '{}', parties: '{}', preparing: '{}', keeping: '{}', audience: 'PUBLIC' }),
  };
  const opened = async <T>(look: (app: pg.Client) => Promise<T>): Promise<T> => {
    const app = new pg.Client({ connectionString: ground.database.app });
    await app.connect();
    return look(app).finally(() => app.end());
  };
  it.each(Object.keys(viewers))('what is found is what may be read: %s', async (viewer) => {
    const { leaked, lost, found: seen } = await opened((app) => departuresFor(app, viewers[viewer]!()));
    expect({ leaked, lost }).toEqual({ leaked: [], lost: [] });
    expect(seen).toBeGreaterThan(0);
  });

  it('planted: a draft told to both sides, and an adopted sheet forgotten, are named', async () => {
    const hand = await Snapshot.beside(ground.database.superuser);
    await hand.ask(`update search_document set audience = 'PREPARING' where id = '${things.sheets.draft}'`);
    await hand.ask(`update search_document set audience = 'PREPARING' where id = '${things.sheets.adopted}'`);
    const other = await opened((app) => departuresFor(app, viewers['the other side']!()));
    const guest = await opened((app) => departuresFor(app, viewers['a guest']!()));
    await snapshot.restore();
    await hand.close();
    expect(other.leaked.join()).toContain(things.sheets.draft);
    expect(guest.lost.join()).toContain(things.sheets.adopted);
  });
});

describe('the checker', () => {
  const line = (outcome: string): string => `| Query.minutes | draft | ${outcome} |`;
  it('planted: a row nobody reviewed, a row that vanished, a cell that changed turn it red', () => {
    expect(departures([], [line('seen')]).join()).toContain('not reviewed');
    expect(departures([line('seen')], []).join()).toContain('no longer there');
    expect(departures([line('nothing')], [line('seen')]).join()).toContain('observed');
    expect(departures([line('seen')], [line('seen')])).toEqual([]);
  });

  it('planted: a cell that says how the machine did is never written', () => {
    const row = (outcome: string): Observed => ({ name: 'Query.minutes', state: 'draft', cells: Object.fromEntries(everybody.map((who) => [who, who === 'own-T' ? outcome : 'seen'])) as Observed['cells'] });
    expect(tableToWrite([row('NOT_FOUND')])).toContain('Query.minutes');
    for (const outcome of ['TOO_BUSY', 'UNEXPECTED', 'NOT_FOUND+TOO_BUSY']) expect(() => tableToWrite([row('seen'), row(outcome)])).toThrow(`Query.minutes draft own-T: ${outcome}`);
  });

  it('planted: an operation that no case calls, and a resolver of a field, are named', () => {
    const planted = buildSchema('type Query { secrets: [Secret!]! } type Secret { word: String! }');
    (planted.getType('Secret') as GraphQLObjectType).getFields()['word']!.resolve = () => 'out';
    expect(uncalled(planted)).toEqual(['Query.secrets', 'Secret.word']);
  });

  it('planted: what somebody else wrote is seen, by table, and given back', async () => {
    const hand = await Snapshot.beside(ground.database.superuser);
    // A minute after it was last seen, a session is noted as seen again.
    await snapshot.restore();
    await hand.ask(`update meeting set place = 'elsewhere'`);
    expect(await snapshot.restore()).toEqual(['meeting']);
    expect(await hand.ask(`select from meeting where place = 'elsewhere'`)).toEqual([]);
    expect(await snapshot.restore()).toEqual([]);
    await hand.close();
  });

  it('planted: a session that ended behind the memory of the door is named', async () => {
    const door = new RememberedDoor();
    await door.during(() => Promise.all(everybody.map((who) => ground.as(who).ask('{ __typename }'))));
    expect(await door.strangers()).toEqual([]);
    const hand = await Snapshot.beside(ground.database.superuser);
    const person = ground.people.get('own-P') ?? '';
    await hand.ask('update session set ended_at = now() where person_id = $1', [person]);
    expect(await door.strangers()).toEqual([person]);
    await snapshot.restore();
    await hand.close();
  });

  it('planted: each law is broken by a row that breaks it', () => {
    const row = (called: string, opened: Who, outcome = 'seen'): Observed => {
      const [name = '', state = ''] = called.split(' ');
      return { name, state, cells: Object.fromEntries(everybody.map((who) => [who, who === opened ? outcome : 'NOT_FOUND'])) as Observed['cells'] };
    };
    const plants = [
      row('Query.meeting', 'foreign-C'), row('Query.meeting', 'admin'), row('Query.meeting', 'revoked-P'), row('Mutation.castVote sitting', 'own-D', 'done'),
      row('Mutation.signMinutes final', 'own-E', 'done'), row('Mutation.conveneMeeting scheduled', 'own-C', 'done'), row('Query.projectSheet draft', 'other-T'),
      row('Query.minutes draft', 'own-O'), row('Query.actionPlan adopted', 'own-P'), row('Mutation.freezePlan agreed', 'other-K', 'done'), row('Query.meeting', 'own-P', 'UNEXPECTED'),
    ];
    expect(laws.map((law, index) => [law.says, law.brokenBy(plants[index] as Observed).length > 0])).toEqual(laws.map((law) => [law.says, true]));
  });
});
