import fc from 'fast-check';
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isUnionType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLSchema } from 'graphql';

/** Words that have broken somebody: SQL, prototypes, bidi and zero-width, lone surrogates, NUL, very long, formulas, paths. */
const hostileWords = [
  '', ' ', '\u0000', 'a\u0000b', "' or 1=1 --", '"; drop table vote; --', '$1', '%s%n', '{{7*7}}', '${process.env}', '__proto__', 'constructor', 'toString', '\ud800', '\udc00x', '\u202etxt.exe', '\u200b', '\ufeff', 'ﷺ'.repeat(50),
  'e\u0301'.repeat(200), '𝕏'.repeat(1_000), 'x'.repeat(100_000), '../../etc/passwd', '=HYPERLINK("x")', '<script>alert(1)</script>', 'Ω≈ç√∫', '٢٠٢٧', '1e309', 'NaN', '-0', '00000000-0000-0000-0000-000000000000', '{"a":1}', '2027-02-30', '9999-99-99', '24:61', '\r\nBcc: x@evil.example', 'ⵣ'.repeat(300),
];
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileWords),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, [], [null], [[[]]], {}, { __proto__: null, a: 1 }, { constructor: { prototype: {} } }, JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
);

/** A value of the type, mostly: ids of the house, dates, numbers; and now and then anything at all in its place. */
function valueOf(type: GraphQLInputType, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return fc.oneof({ weight: 12, arbitrary: fitting(type.ofType, ids, depth) }, { weight: 1, arbitrary: anyValue });
  return fc.oneof({ weight: 8, arbitrary: fitting(type, ids, depth) }, { weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: anyValue });
}

/** Made once: the tables of letters behind them take a while. */
const texts = fc.oneof(fc.constantFrom(...hostileWords), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));
const scalars: Readonly<Record<string, (ids: readonly string[]) => fc.Arbitrary<unknown>>> = {
  ID: (ids) => fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom(...hostileWords) }),
  Int: () => fc.oneof(fc.integer({ min: -5, max: 2_100 }), fc.integer()),
  Float: () => fc.double(),
  Boolean: () => fc.boolean(),
  CivilDate: () => fc.oneof(fc.constantFrom('2026-12-31', '2027-02-29', '0001-01-01', '9999-12-31', '275760-09-13'), fc.constantFrom(...hostileWords)),
  Instant: () => fc.constantFrom('2026-12-31T23:00:00.000Z', '2026-12-31', 'now', ''),
  BigInt: () => fc.oneof(fc.bigInt().map(String), fc.constantFrom('9223372036854775808', '-1', '1.5', '')),
  String: () => texts,
};

function fitting(type: GraphQLInputType, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return fitting(type.ofType, ids, depth);
  if (isListType(type)) return fc.array(valueOf(type.ofType, ids, depth + 1), { maxLength: depth > 2 ? 1 : 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name), 'NOBODY');
  if (isInputObjectType(type)) return fc.record(Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, ids, depth + 1)])));
  return (scalars[type.name] ?? scalars['String'] ?? (() => anyValue))(ids);
}

/** A request of the fuzz: one operation, its variables, and who sends it. */
export interface Shot {
  readonly operation: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isUnionType(type)) return ' { __typename ... on Refused { code sentence arguments { name value } } }';
  return isObjectType(type) ? ' { __typename }' : '';
}

/** Shots at every argument of every operation of the schema; `ids` are those of real things. */
export function shots(schema: GraphQLSchema, ids: readonly string[]): fc.Arbitrary<Shot>[] {
  return [['query', schema.getQueryType()] as const, ['mutation', schema.getMutationType()] as const].flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const given = field.args.map(({ name, type: argument }) => `$${name}: ${String(argument)}`).join(', ');
      const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      const query = `${kind}${given && `(${given})`} { ${field.name}${passed && `(${passed})`}${selection(field)} }`;
      const variables = fc.record(Object.fromEntries(field.args.map((argument) => [argument.name, isRequiredArgument(argument) ? valueOf(argument.type, ids) : fc.oneof(fc.constant(undefined), valueOf(argument.type, ids))])));
      return variables.map((drawn) => ({ operation: `${type?.name}.${field.name}`, query, variables: drawn }));
    }),
  );
}

/** What an answer must never hold: a failure of ours, or words of the machine room. */
export function faultOf({ status, text }: { readonly status: number; readonly text: string }): string | null {
  if (status >= 500) return `status ${status}`;
  if (/"code":"UNEXPECTED"/.test(text)) return 'an unexpected error';
  const words = /syntax error at or near|violates .* constraint|relation \\?"|column \\?"|invalid input syntax|QueryFailedError|\bat (async )?[\w.<>]+ \(|node_modules|\/(libs|apps|dist)\/|pg_catalog|passerelle_app/.exec(text);
  if (words) return `words of the machine room: ${words[0]}`;
  return /^\s*\{/.test(text) ? null : 'no JSON';
}
