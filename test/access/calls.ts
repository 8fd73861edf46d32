import { getNamedType, isInputObjectType, isInterfaceType, isLeafType, isObjectType, isRequiredArgument, isUnionType, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { graphqlLimits } from '#platform';
import type { Aim } from './case.js';
import { cases } from './cases.js';

/** One row of the table: what is asked, in which state of the thing, and the document that asks it. */
export interface Row {
  readonly name: string;
  readonly state: string;
  readonly kind: 'query' | 'mutation';
  readonly document: string;
  readonly variables: (aim: Aim) => Record<string, unknown>;
  /** Where the value stands in `data`. */
  readonly path: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;
type Step = readonly [name: string, field: Field];

/** Fields whose value a resolver of ours computes: Nest gives every other one this reader of properties. */
const isOwn = ({ resolve }: Field): boolean => resolve !== undefined && resolve.name !== 'rootFieldResolver';
const roots = (schema: GraphQLSchema): GraphQLObjectType[] => [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);

/** Every operation of the schema, and every object field that has a resolver of its own. */
export function namesOf(schema: GraphQLSchema): string[] {
  const fieldsOf = (type: GraphQLObjectType): string[] => Object.values(type.getFields()).filter((field) => roots(schema).includes(type) || isOwn(field)).map(({ name }) => `${type.name}.${name}`);
  return Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__')).flatMap((type) => fieldsOf(type as GraphQLObjectType)).sort();
}

/** What of a type is asked: that it is there, its plain values, and those of what it holds, `deep` levels down. */
function selectionOf(type: GraphQLNamedType, deep = 0): string {
  if (isLeafType(type)) return '';
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument)) : [];
  const asked = fields.filter((field) => (isLeafType(getNamedType(field.type)) ? !isOwn(field) : deep > 0));
  const refused = isUnionType(type) && type.getTypes().some(({ name }) => name === 'Refused') ? ' ... on Refused { code }' : '';
  return ` { __typename ${asked.map((field) => field.name + selectionOf(getNamedType(field.type), deep - 1)).join(' ')}${refused} }`;
}

/** Two levels down, or one where two are more than a document may ask. */
function wholeOf(type: GraphQLNamedType): string {
  const two = selectionOf(type, 2);
  return (two.match(/\w+/g)?.length ?? 0) < graphqlLimits.fields ? two : selectionOf(type, 1);
}

/** Arguments with a default are left to it. */
function rootDocument(kind: Row['kind'], field: Field, below: readonly Step[]): string {
  const needed = field.args.filter(isRequiredArgument);
  const given = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const inner = below.reduceRight((selection, [name, { type }]) => ` { ${name}${selection || selectionOf(getNamedType(type))} }`, '');
  return `${kind}${given && `(${given})`} { value: ${field.name}${passed && `(${passed})`}${inner || (kind === 'query' ? wholeOf : selectionOf)(getNamedType(field.type))} }`;
}

/** A mutation's variables are its input's fields; an input type that is missing shows in the first refusal of the row. */
const variablesOf = (field: Field, variables: Row['variables']): Row['variables'] =>
  field.args.some(({ name, type }) => name === 'input' && isInputObjectType(getNamedType(type))) ? (aim) => ({ input: variables(aim) }) : variables;

/** Rows of a root type's operations; with `by`, of one of them only, down to a field below it. */
function rowsOfRoot(kind: Row['kind'], type: GraphQLObjectType, by: { below: readonly Step[]; only?: string } = { below: [] }): Row[] {
  const { below, only } = by;
  return Object.values(type.getFields()).filter(({ name }) => only === undefined || name === only).flatMap((field) => {
    const name = below.length > 0 ? '' : `${type.name}.${field.name}`;
    const known = cases[`${type.name}.${field.name}`] ?? [];
    return known.map(({ state, variables }) => ({ name, state, kind, document: rootDocument(kind, field, below), variables: variablesOf(field, variables), path: ['value', ...below.map(([step]) => step)] }));
  });
}

/** The shortest way to a type from a query, without arguments on the way; through objects only. */
function wayTo(schema: GraphQLSchema, wanted: string): { root: string; steps: readonly Step[] } | null {
  const query = schema.getQueryType();
  let ways = Object.values(query?.getFields() ?? {}).filter(({ name }) => cases[`Query.${name}`]).map((field) => ({ root: field.name, steps: [] as readonly Step[], type: getNamedType(field.type) }));
  for (let depth = 0; depth < 5; depth += 1) {
    const found = ways.find(({ type }) => type.name === wanted);
    if (found) return found;
    ways = ways.flatMap(({ root, steps, type }) => (isObjectType(type) ? Object.values(type.getFields()) : []).filter((field) => !field.args.some(isRequiredArgument)).map((field) => ({ root, steps: [...steps, [field.name, field] as const], type: getNamedType(field.type) })));
  }
  return null;
}

function rowsOfField(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): Row[] {
  const way = wayTo(schema, type.name);
  const query = schema.getQueryType();
  if (!way || !query) return [];
  const via = `Query.${[way.root, ...way.steps.map(([name]) => name)].join('.')}`;
  return rowsOfRoot('query', query, { below: [...way.steps, [field.name, field]], only: way.root }).map((row) => ({ ...row, name: `${type.name}.${field.name}`, state: [`by ${via}`, row.state].filter(Boolean).join(', ') }));
}

/** All rows: operations by their cases, resolved fields by the shortest query that shows them. */
export function rowsOf(schema: GraphQLSchema): Row[] {
  const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => (type ? rowsOfRoot(type.name === 'Query' ? 'query' : 'mutation', type) : []));
  const fields = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type)).filter((type) => !roots(schema).includes(type))
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.values(type.getFields()).filter(isOwn).flatMap((field) => rowsOfField(schema, type, field)));
  return [...operations, ...fields];
}

/** What the schema offers and no case calls: each is a fault of the table. */
export function uncalled(schema: GraphQLSchema): string[] {
  const called = new Set(rowsOf(schema).map(({ name }) => name));
  return namesOf(schema).filter((name) => !called.has(name));
}
