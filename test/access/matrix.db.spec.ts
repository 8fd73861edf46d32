import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance } from 'fastify';
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { delay, difference } from './alike.js';
import { everybody, letters, seats, type Who } from './cast.js';
import { rowsOf, uncalled } from './calls.js';
import { openGround, type Ground } from './ground.js';
import { doorRows } from './cases.js';
import { broken, laws } from './laws.js';
import { departures, linesIn, linesOf, Matrix, tableOf, type Observed } from './matrix.js';
import { addressesOf, observeRoute, unasked } from './routes.js';
import { Snapshot } from './snapshot.js';
import { Story, type Things } from './story.js';

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
  ground = await openGround();
  things = await new Story(ground).play();
  snapshot = await Snapshot.keep(ground.database.superuser);
  schema = ground.house.app.get(GraphQLSchemaHost).schema;
  matrix = new Matrix(ground, snapshot);
}, 120_000);
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
    if (process.env['ACCESS_MATRIX'] === 'write') writeFileSync(page, `${words}${tableOf(lines)}\n`);
    expect(departures(existsSync(page) ? linesIn(readFileSync(page, 'utf8')) : [], lines)).toEqual([]);
    expect(observed.length * everybody.length).toBeGreaterThan(4_000);
  }, 600_000);

  it('writes nothing for whom it refuses', () => {
    expect(matrix.spilled).toEqual([]);
  });

  it('lets no id of a partnership out of it', () => {
    expect(matrix.leaked).toEqual([]);
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
    for (const row of rows) differences.push(...(await Promise.all(outsiders.map((who) => difference(ground, row, { who, aim: aim(), forbidden: matrix.told(row, who) })))));
    await snapshot.restore();
    expect(differences.length).toBe(rows.length * outsiders.length);
    expect(differences.filter(Boolean)).toEqual([]);
  }, 300_000);

  const isFar = ({ forbidden, nowhere }: { forbidden: number; nowhere: number }): boolean => Math.abs(forbidden - nowhere) > 3 + nowhere / 3;
  it('take the same time: within 3 ms and a third, by medians', async () => {
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

describe('the checker', () => {
  const line = (outcome: string): string => `| Query.minutes | draft | ${outcome} |`;
  it('planted: a row nobody reviewed, a row that vanished, a cell that changed turn it red', () => {
    expect(departures([], [line('seen')]).join()).toContain('not reviewed');
    expect(departures([line('seen')], []).join()).toContain('no longer there');
    expect(departures([line('nothing')], [line('seen')]).join()).toContain('observed');
    expect(departures([line('seen')], [line('seen')])).toEqual([]);
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
