import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphqlLimits } from '#platform';
import pg from 'pg';
import { openGround, type Ground } from './ground.js';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  ground.house.app.useLogger(false);
}, 60_000);
afterAll(() => ground.close());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}
const json = { 'content-type': 'application/json' };
async function send(init: RequestInit, query = ''): Promise<Answer> {
  const response = await fetch(`${ground.url}/graphql${query}`, init);
  return { status: response.status, text: await response.text(), headers: response.headers };
}
const post = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> => send({ method: 'POST', headers: { ...json, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const ask = (query: string, variables: object = {}): Promise<Answer> => post({ query, variables });
const errorsIn = ({ text }: Answer): { message: string; extensions: { code: string; arguments?: Record<string, unknown> } }[] => (JSON.parse(text) as { errors?: [] }).errors ?? [];
const codesIn = (answer: Answer): string[] => errorsIn(answer).map(({ extensions }) => extensions.code);
const repeated = (count: number, word: (index: number) => string): string => Array.from({ length: count }, (_unused, index) => word(index)).join(' ');

/** What a probe of graphql-cop finds when a server is open to it; `true` is a finding. Each is also tried on an answer that must be one. */
interface Probe {
  readonly name: string;
  readonly send: () => Promise<Answer>;
  readonly isFinding: (answer: Pick<Answer, 'status' | 'text'>) => boolean;
  readonly planted: string;
}
const data = (text: string): Record<string, unknown> => ((JSON.parse(text) as { data?: Record<string, unknown> }).data ?? {}) as Record<string, unknown>;
const graphiqlWords = /graphql[ -]?(playground|explorer|ide)|graphiql|altair/i;

const probes: readonly Probe[] = [
  { name: 'alias overloading', send: () => ask(`{ ${repeated(101, (n) => `alias${n}: __typename`)} }`), isFinding: ({ text }) => 'alias100' in data(text), planted: '{"data":{"alias100":"Query"}}' },
  { name: 'array-based batching', send: () => post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))), isFinding: ({ text }) => Array.isArray(JSON.parse(text)), planted: '[{"data":{}}]' },
  { name: 'directive overloading', send: () => ask(`{ __typename ${repeated(10, () => '@aa')} }`), isFinding: ({ text }) => ((JSON.parse(text) as { errors?: [] }).errors ?? []).length >= 10, planted: `{"errors":[${Array.from({ length: 10 }, () => '{}').join()}]}` },
  { name: 'directive overloading, with directives that exist', send: () => ask(`{ ${repeated(60, () => '... @include(if: true) { __typename }')} }`), isFinding: ({ text }) => '__typename' in data(text), planted: '{"data":{"__typename":"Query"}}' },
  { name: 'circular introspection', send: () => ask(`{ __schema { types ${'{ fields { type '.repeat(4)} { name } ${'} }'.repeat(4)} } }`), isFinding: ({ text }) => '__schema' in data(text), planted: '{"data":{"__schema":{"types":[]}}}' },
  { name: 'field duplication', send: () => ask(`{ ${repeated(500, () => '__typename')} }`), isFinding: ({ text }) => '__typename' in data(text), planted: '{"data":{"__typename":"Query"}}' },
  { name: 'mutation by GET', send: () => send({ method: 'GET' }, `?query=${encodeURIComponent('mutation { signOut { __typename } }')}`), isFinding: ({ status, text }) => status === 200 && text.includes('__typename'), planted: '{"data":{"signOut":{"__typename":"SignedOut"}}}' },
  { name: 'query by GET, from another site', send: () => send({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, '?query={__typename}'), isFinding: ({ status, text }) => status === 200 && text.includes('__typename'), planted: '{"data":{"__typename":"Query"}}' },
  { name: 'POST urlencoded', send: () => send({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' }), isFinding: ({ status, text }) => status === 200 && text.includes('__typename'), planted: '{"data":{"__typename":"Query"}}' },
  { name: 'trace mode', send: () => post({ query: '{ __typename }' }, { 'x-apollo-tracing': '1', 'apollo-query-plan-experimental': '1' }), isFinding: ({ text }) => 'extensions' in (JSON.parse(text) as object), planted: '{"data":{},"extensions":{"tracing":{}}}' },
  { name: 'field suggestions', send: () => ask('{ viewe { person { displayNam } } __schema { directive } }'), isFinding: ({ text }) => /did you mean/i.test(text), planted: '{"errors":[{"message":"Did you mean \\"viewer\\"?"}]}' },
  { name: 'GraphiQL at the API’s own address', send: () => send({ method: 'GET', headers: { accept: 'text/html' } }), isFinding: ({ text }) => graphiqlWords.test(text), planted: '{"title":"GraphiQL"}' },
  { name: 'unhandled error', send: () => ask('qwerty cop { abc }'), isFinding: ({ text }) => /exception|stack|\bat \S+:\d+|node_modules/i.test(text), planted: '{"errors":[{"extensions":{"exception":{}}}]}' },
];

describe('the checks of graphql-cop', () => {
  it.each(probes.map((probe) => ({ probe, name: probe.name })))('$name', async ({ probe }) => {
    const answer = await probe.send();
    expect({ finding: probe.isFinding(answer), broken: answer.status >= 500, text: answer.text.slice(0, 300) }).toMatchObject({ finding: false, broken: false });
  });

  it.each(probes.map((probe) => ({ probe, name: probe.name })))('planted: an answer of an open server is found by « $name »', ({ probe }) => {
    expect(probe.isFinding({ status: 200, text: probe.planted })).toBe(true);
  });
});

describe('limits over HTTP', () => {
  const aliases = (count: number): string => `{ ${repeated(count, (n) => `a${n}: __typename`)} }`;
  const deep = (count: number): string => `query ($id: ID!) { minutes(id: $id) ${'{ meeting { minutes '.repeat(Math.floor((count - 2) / 2))} ${count % 2 ? '{ meeting { id } }' : '{ id }'} ${'} }'.repeat(Math.floor((count - 2) / 2))} }`;
  const absent = { id: '00000000-0000-7000-8000-000000000000' };

  it('aliases and depth: n is answered, n + 1 is refused with the measure', async () => {
    expect(codesIn(await ask(aliases(graphqlLimits.aliases)))).toEqual([]);
    expect(errorsIn(await ask(aliases(graphqlLimits.aliases + 1)))[0]?.extensions).toMatchObject({ code: 'TOO_COMPLEX', arguments: { measure: 'aliases', found: 51, maximum: 50 } });
    expect(codesIn(await ask(deep(graphqlLimits.depth), absent))).toEqual(['SIGN_IN_REQUIRED']);
    expect(errorsIn(await ask(deep(graphqlLimits.depth + 1), absent))[0]?.extensions).toMatchObject({ code: 'TOO_COMPLEX', arguments: { measure: 'depth' } });
  });

  it('a page: n is answered, n + 1 is refused', async () => {
    const page = (first: number) => ground.as('own-C').ask('query ($id: ID!, $first: Int!) { reminders(partnershipId: $id, first: $first) { id } }', { id: ground.partnershipId, first });
    expect((await page(graphqlLimits.page)).codes).toEqual([]);
    expect((await page(graphqlLimits.page + 1)).codes).toEqual(['TOO_COMPLEX']);
  });

  it('a body of n bytes is read, one of n + 1 is not', async () => {
    const start = '{"query":"{__typename}","x":"';
    const body = (bytes: number): string => `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
    expect([(await post(body(graphqlLimits.bodyBytes))).status, (await post(body(graphqlLimits.bodyBytes + 1))).status]).toEqual([200, 413]);
  });

  it('a refused document costs little: 100 of the worst in a second', async () => {
    const began = performance.now();
    for (let n = 0; n < 100; n += 1) expect(codesIn(await ask(`{ ${repeated(1_000, (index) => `x${n}y${index}: __typename`)} }`))).toEqual(['TOO_COMPLEX']);
    expect(performance.now() - began).toBeLessThan(10_000);
  }, 30_000);

  it('the database ends a statement of the role that serves requests', async () => {
    const client = new pg.Client({ connectionString: ground.database.app });
    await client.connect();
    const { rows } = await client.query<{ most: string }>(`select current_setting('statement_timeout') as most`);
    await client.query(`set statement_timeout = '50ms'`);
    await expect(client.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
    await client.end();
    expect(rows[0]?.most).toBe('5s');
  });
});

describe('what the door says', () => {
  const spoken: readonly (readonly [code: string, request: (language: string) => Promise<Answer>, args?: object])[] = [
    ['TOO_COMPLEX', (language) => post({ query: `{ ${repeated(51, (n) => `a${n}: __typename`)} }` }, { 'accept-language': language })],
    ['GRAPHQL_PARSE_FAILED', (language) => post({ query: '{' }, { 'accept-language': language })],
    ['GRAPHQL_VALIDATION_FAILED', (language) => post({ query: '{ nothing }' }, { 'accept-language': language })],
    ['BAD_USER_INPUT', (language) => post({ query: 'query ($id: ID!) { minutes(id: $id) { id } }', variables: { id: { a: 1 } } }, { 'accept-language': language })],
    ['SIGN_IN_REQUIRED', (language) => post({ query: '{ myTurn { id } }' }, { 'accept-language': language })],
    ['BAD_REQUEST', (language) => post('[]', { 'accept-language': language })],
    ['MUTATION_OVER_GET', (language) => send({ headers: { 'accept-language': language } }, `?query=${encodeURIComponent('mutation { signOut { __typename } }')}`)],
    ['CROSS_SITE_REQUEST', (language) => post({ query: '{ __typename }' }, { 'accept-language': language, 'sec-fetch-site': 'cross-site' })],
    ['UNSUPPORTED_MEDIA_TYPE', (language) => send({ method: 'POST', headers: { 'content-type': 'text/plain', 'accept-language': language }, body: '{}' })],
    ['PAYLOAD_TOO_LARGE', (language) => post(`"${'x'.repeat(graphqlLimits.bodyBytes)}"`, { 'accept-language': language })],
  ];
  it.each(spoken.map(([code, request]) => ({ code, request })))('$code is a sentence of the reader’s language, with a remedy', async ({ code, request }) => {
    const [french, arabic] = [errorsIn(await request('fr'))[0], errorsIn(await request('ar-MA,fr;q=0.5'))[0]];
    expect([french?.extensions.code, arabic?.extensions.code]).toEqual([code, code]);
    expect(french?.message).toMatch(/^[A-ZÉÀ].*[a-zéè]{3}/);
    expect(french?.message).toMatch(/[Rr]envoy|[Rr]ecommenc|[Ee]nvoyez|[Dd]emandez|[Vv]érifiez|[Cc]onnectez/);
    expect(arabic?.message).toMatch(/[\u0621-\u064a]{3}.*[\u0621-\u064a]{3}/);
  });

  it('masks what is unexpected: a reference, and nothing of the cause', async () => {
    const owner = new pg.Client({ connectionString: ground.database.owner });
    await owner.connect();
    await owner.query('alter table partnership rename to hidden');
    const told = await ground.as('own-C').ask('query ($id: ID!) { partnership(id: $id) { id } }', { id: ground.partnershipId });
    await owner.query('alter table hidden rename to partnership');
    await owner.end();
    expect(told.codes).toEqual(['UNEXPECTED']);
    expect(told.text).not.toMatch(/relation|partnership" does|select|stack|\.ts|\.js/i);
  });
});
