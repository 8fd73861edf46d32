import { refused } from '#kernel';
import { defaultFieldResolver, getNamedType, isUnionType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { denial, type Operation, type PolicyRow } from '../policy/policy.js';
import { Refused } from './answer-union.js';
import { ApiError } from './api-error.js';
import { limits, tooComplex } from './limits.js';
import { OpenRequest } from './request.js';
import { readTexts } from './text-input.js';

type RootField = GraphQLField<unknown, OpenRequest>;

function rootFields(schema: GraphQLSchema): Map<Operation, RootField> {
  const kinds = [['Query', schema.getQueryType()] as const, ['Mutation', schema.getMutationType()] as const];
  return new Map(kinds.flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => [`${kind}.${field.name}` as const, field as RootField] as const)));
}

/**
 * Every operation has its policy row and every row its operation.
 * @throws Error at boot, naming each one that has not: an operation nobody thought about is never served.
 */
export function assertEveryOperationHasAPolicy(schema: GraphQLSchema, rows: readonly PolicyRow[]): void {
  const operations = rootFields(schema);
  const ruled = new Set(rows.map((row) => row.operation));
  const faults = [
    ...[...operations.keys()].filter((operation) => !ruled.has(operation)).map((operation) => `${operation} has no policy row`),
    ...[...ruled].filter((operation) => !operations.has(operation)).map((operation) => `the policy row of ${operation} has no operation`),
    ...(schema.getSubscriptionType() ? ['subscriptions are not offered: live updates are server-sent events'] : []),
  ];
  if (faults.length > 0) throw new Error(`Policy: ${faults.join('; ')}.`);
}

const answersRefused = (field: RootField): boolean => {
  const type = getNamedType(field.type);
  return isUnionType(type) && type.getTypes().some((member) => member.name === 'Refused');
};

/** A page is bounded before anybody counts its rows. @throws ApiError TOO_COMPLEX */
function refuseLongPage({ first }: Readonly<Record<string, unknown>>): void {
  if (typeof first === 'number' && first > limits.page) throw tooComplex('page', first);
}

function guarded(field: RootField, operation: Operation, row: PolicyRow | undefined): GraphQLFieldResolver<unknown, OpenRequest> {
  const inner = field.resolve ?? defaultFieldResolver;
  const mutates = operation.startsWith('Mutation.');
  const refusesAsValue = mutates && answersRefused(field);
  return async (...call) => {
    const [source, args, request, info] = call;
    if (!(request instanceof OpenRequest)) throw new Error(`${operation} was called without a request of ours`);
    const code = denial(row, request.ctx, args as Record<string, unknown>);
    if (code && refusesAsValue) return new Refused(refused(code));
    if (code) throw new ApiError(code, code);
    refuseLongPage(args as Record<string, unknown>);
    const read = readTexts(args as Record<string, unknown>);
    if (read.refused && refusesAsValue) return new Refused(read);
    if (read.refused) throw new ApiError(read.code, read.code, read.args);
    if (mutates) await request.endReading();
    return inner(source, read.value, request, info) as unknown;
  };
}

/** Puts the policy in front of every root field. Not a Nest guard: those are lost on field resolvers and on factories (stack.md 5.4). */
export function guardEveryOperation(schema: GraphQLSchema, rows: readonly PolicyRow[]): void {
  const rowOf = new Map(rows.map((row) => [row.operation, row]));
  for (const [operation, field] of rootFields(schema)) field.resolve = guarded(field, operation, rowOf.get(operation));
}
