import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, execute, getIntrospectionQuery, parse, type ExecutionResult, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { costOf } from './cost.js';
import { Documents, type Prepared, type Unfit } from './documents.js';
import { limits } from './limits.js';

const schema = buildSchema(`
  interface Named { name: String }
  type Axis implements Named { name: String number: Int next: Axis plans(first: Int = 2): [Plan!]! broken: String! }
  type Plan implements Named { name: String axis: Axis! slow: Int }
  union Thing = Axis | Plan
  type Query { axis(number: Int, word: String): Axis things(first: Int): [Thing!]! echo(word: String, on: Boolean): String }
  type Mutation { add(by: Int!): Int! }
`);
const axis = (number: number): object => ({ __typename: 'Axis', name: `axis ${number}`, number });
const plan = (number: number): object => ({ __typename: 'Plan', name: null, number });
const resolvers: Record<string, GraphQLFieldResolver<{ number: number }, unknown>> = {
  'Axis.next': ({ number }) => axis(number + 1),
  'Axis.plans': async (_source, { first }: { first: number }) => Array.from({ length: first }, (_unused, index) => plan(index)),
  'Axis.broken': () => {
    throw new Error('broken');
  },
  'Plan.axis': ({ number }) => axis(number),
  'Plan.slow': async ({ number }) => number,
  'Query.axis': (_source, { number }: { number?: number }) => axis(number ?? 1),
  'Query.things': (_source, { first }: { first?: number }) => [axis(1), plan(2), axis(3)].slice(0, first ?? 3),
  'Query.echo': (_source, args: object) => JSON.stringify(args),
  'Mutation.add': async (_source, { by }: { by: number }) => {
    const before = total;
    await Promise.resolve();
    total = before + by;
    return total;
  },
};
let total = 0;
for (const [name, resolve] of Object.entries(resolvers)) {
  const [type, field] = name.split('.') as [string, string];
  (schema.getType(type) as GraphQLObjectType).getFields()[field]!.resolve = resolve;
}

const documents = new Documents(schema);
const codeOf = (prepared: Prepared | Unfit): string => ('errors' in prepared ? prepared.code : 'FIT');
const ready = (text: string): Prepared => {
  const prepared = documents.prepare(text);
  if ('errors' in prepared) throw prepared.errors[0] ?? new Error('unfit');
  return prepared;
};
const nested = (depth: number): string => `{ axis ${'{ next '.repeat(depth - 2)}{ name }${' }'.repeat(depth - 2)} }`;
/** Inline fragments cost six tokens for one field. */
const ofTokens = (count: number): string => `{ echo things { ...on Axis { ${'...on Axis { name } '.repeat(Math.floor((count - 11) / 6))} ${'name '.repeat((count - 11) % 6)} } } }`;
/** Twenty names a selection, in selections of other names. */
const ofFields = (count: number): string => `{ ${Array.from({ length: Math.floor(count / 20) }, (_unused, index) => `a${index}: axis { ${'name '.repeat(19)} }`).join(' ')} ${'echo '.repeat(count % 20)} }`;
/** Lists of lists: 31 values five times four deep, then fives and ones up to the count. */
function costing(count: number): string {
  const rest = count - (306 + 625 * 31);
  const fives = Math.floor(rest / 5);
  const some = Array.from({ length: fives }, (_unused, index) => (index < 20 ? 'name' : index < 40 ? 'number' : `n${index}: number`)).join(' ');
  return `{ things { ... on Axis { ${some} plans { axis { plans { axis { plans { ${'slow '.repeat(20)} ${'name '.repeat(11)} } } } } } } } ${'echo '.repeat(rest % 5)} }`;
}
const aliased = (count: number): string => `{ ${Array.from({ length: count }, (_unused, index) => `a${index}: echo`).join(' ')} }`;

describe('limits of a document', () => {
  it.each([
    ['depth', nested(limits.depth), nested(limits.depth + 1)],
    ['aliases', aliased(limits.aliases), aliased(limits.aliases + 1)],
    ['fields', ofFields(limits.fields), ofFields(limits.fields + 1)],
    ['one name in one selection', `{ ${'echo '.repeat(limits.repeats)} }`, `{ ${'echo '.repeat(limits.repeats + 1)} }`],
    ['directives', `{ echo ${'...@skip(if: false) { echo } '.repeat(limits.directives)} }`, `{ echo @skip(if: false) ${'...@skip(if: false) { echo } '.repeat(limits.directives)} }`],
    ['cost', costing(limits.cost), costing(limits.cost + 1)],
    ['tokens', ofTokens(limits.tokens), ofTokens(limits.tokens + 1)],
    ['depth through fragments', `query { axis { ...F } } fragment F on Axis ${nested(limits.depth - 1).replace('axis', 'next')}`, `query { axis { ...F } } fragment F on Axis ${nested(limits.depth).replace('axis', 'next')}`],
    ['aliases through fragments', `query { axis { ...F } } fragment F on Axis { ${Array.from({ length: 50 }, (_u, i) => `a${i}: name`).join(' ')} }`, `query { axis { ...F } b: axis { ...F } } fragment F on Axis { ${Array.from({ length: 25 }, (_u, i) => `a${i}: name`).join(' ')} }`],
  ])('%s: n passes, n + 1 does not', (_name, within, beyond) => {
    expect([codeOf(documents.prepare(within)), codeOf(documents.prepare(beyond))]).toEqual(['FIT', 'TOO_COMPLEX']);
  });

  it('fragments that multiply are counted where they are spread: 2^11 fields in 300 tokens', () => {
    const levels = Array.from({ length: 10 }, (_unused, level) => `fragment F${level} on Axis { a: next { ...F${level + 1} } b: next { ...F${level + 1} } }`);
    expect(codeOf(documents.prepare(`{ axis { ...F0 } } ${levels.join(' ')} fragment F10 on Axis { name }`))).toBe('TOO_COMPLEX');
  });

  it('a circle of fragments is refused, in no time', () => {
    expect(codeOf(documents.prepare('{ axis { ...A } } fragment A on Axis { next { ...B } } fragment B on Axis { next { ...A } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('the standard introspection passes, an endless one does not', () => {
    expect(codeOf(documents.prepare(getIntrospectionQuery()))).toBe('FIT');
    expect(codeOf(documents.prepare(`{ __schema { types ${'{ fields { type '.repeat(6)} { name } ${'} }'.repeat(6)} } }`))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('what multiplies by lists inside lists is dear, though it is neither deep nor long', () => {
    const lists = `{ things { ... on Axis { ${'plans { axis { '.repeat(4)} plans { slow } ${'} } '.repeat(4)} } } }`;
    expect(lists.length).toBeLessThan(200);
    expect([costOf(schema, parse(lists)), codeOf(documents.prepare(lists))]).toEqual([expect.any(Number), 'TOO_COMPLEX']);
    expect(costOf(schema, parse('{ axis { name } echo }'))).toBe(3);
    expect(costOf(schema, parse('{ axis { ...F ...F } } fragment F on Axis { plans { slow } }'))).toBe(13);
  });

  it('guesses no name for the caller, and tells few faults', () => {
    const unfit = documents.prepare(`{ ech axi { nam } ${'echo @nowhere '.repeat(15)} }`) as Unfit;
    expect(unfit.errors.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(unfit.errors)).not.toMatch(/did you mean/i);
  });

  it('reserved names are nobody’s', () => {
    for (const text of ['{ __proto__: axis { name } }', 'query __Q { axis { name } }', 'query ($__proto__: Int) { axis(number: $__proto__) { name } }']) {
      expect(codeOf(documents.prepare(text))).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('keeps a bounded number of documents, the last used', () => {
    const few = new Documents(schema, { documents: 3, characters: 100 });
    for (const number of [1, 2, 3, 1, 4]) few.prepare(`{ axis(number: ${number}) { name } }`);
    expect(few.size).toBe(3);
    const kept = few.prepare('{ axis(number: 1) { name } }');
    expect(few.prepare('{ axis(number: 1) { name } }')).toBe(kept);
    few.prepare(`{ axis(number: 5) { name } }${' '.repeat(100)}`);
    expect(few.size).toBe(3);
  });
});

describe('code in a document stays text', () => {
  const attack = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dglobalThis.broughtIn=1';
  const reached = globalThis as { broughtIn?: number };

  it('the defect is real: graphql-jit alone runs it', async () => {
    const compiled = compileQuery(schema, parse(`{ echo(word: "${attack}") }`));
    if (!isCompiledQuery(compiled)) throw new Error('not compiled');
    await compiled.query({}, {}, {});
    expect(reached.broughtIn).toBe(1);
    delete reached.broughtIn;
  });

  it.each([
    ['an argument', `{ echo(word: "${attack}") }`, {}],
    ['a block of text', `{ echo(word: """${attack}""") }`, {}],
    ['a default', `query ($w: String = "${attack}") { echo(word: $w) }`, {}],
    ['a variable', 'query ($w: String) { echo(word: $w) }', { w: attack }],
  ])('%s', async (_name, text, variables) => {
    const result = await ready(text).run({}, variables);
    expect(result.data?.['echo']).toBe(JSON.stringify({ word: attack }));
    expect(reached.broughtIn).toBeUndefined();
  });

  it('what carries neither text nor directive is compiled', () => {
    expect([ready('{ axis(number: 3) { name } }').compiled, ready('query ($w: String) { echo(word: $w) }').compiled, ready('{ echo(word: "x") }').compiled, ready('{ axis @skip(if: false) { name } }').compiled]).toEqual([true, true, false, false]);
  });
});

const plain = ({ data, errors }: ExecutionResult): object => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as object,
  // Which of several errors under one null is told is free to each engine (GraphQL 6.4.4): their words are compared, not their number.
  errors: [...new Set((errors ?? []).map((error) => error.message))].sort(),
});
const walked = async (text: string, variableValues: Record<string, unknown>): Promise<object> =>
  plain(await execute({ schema, document: parse(text), variableValues, rootValue: {}, contextValue: {} }));

const leaf = fc.tuple(fc.constantFrom('', 'x', 'y'), fc.constantFrom('name', 'number', '__typename', 'broken')).map(([alias, name]) => (alias ? `${alias}${name}: ${name}` : name));
const { selection } = fc.letrec<{ selection: string; item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    leaf,
    fc.tuple(fc.constantFrom('next', 'n: next', 'm: next'), tie('selection')).map(([field, below]) => `${field} ${below}`),
    fc.tuple(fc.constantFrom(1, 3), tie('selection')).map(([first, below]) => `p${first}: plans(first: ${first}) { slow axis ${below} }`),
    tie('selection').map((below) => `... on Axis ${below}`),
  ),
  selection: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => `{ ${items.join(' ')} }`),
}));

describe('compiled and walked documents answer alike', () => {
  it('whatever the fields, fragments, lists, unions and errors', async () => {
    await fc.assert(
      fc.asyncProperty(selection, selection, fc.boolean(), async (one, two, on) => {
        const text = `query ($on: Boolean!, $off: Boolean = false) { axis(number: 4) ${one} things { __typename ... on Axis ${two} ... on Plan { slow a: axis ${one} } } keep: echo(on: $on) keep2: echo(on: $off) }`;
        const prepared = documents.prepare(text);
        fc.pre(!('errors' in prepared));
        const { compiled, run } = prepared as Prepared;
        expect(compiled).toBe(true);
        expect(plain(await run({}, { on }))).toEqual(await walked(text, { on }));
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it('mutations run one after another', async () => {
    total = 0;
    expect(await ready('mutation { a: add(by: 1) b: add(by: 10) c: add(by: 100) }').run({}, {})).toEqual({ data: { a: 1, b: 11, c: 111 } });
  });
});
