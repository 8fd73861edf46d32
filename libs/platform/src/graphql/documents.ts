import { execute, getOperationAST, GraphQLError, parse, validate, visit, BREAK, type DocumentNode, type ExecutionResult, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { ApiError, type DoorCode } from './api-error.js';
import { costOf } from './cost.js';
import { limits, refuseOversize, tooComplex } from './limits.js';

export type Variables = Readonly<Record<string, unknown>>;

/** A document that passed every check, ready to run as often as wanted. */
export interface Prepared {
  readonly operation: 'query' | 'mutation';
  /** Compiled by graphql-jit, or walked by graphql: same results, another speed. */
  readonly compiled: boolean;
  run(context: object, variables: Variables): Promise<ExecutionResult> | ExecutionResult;
}

/** Why a document will not run: the client's fault, said in graphql's words. */
export interface Unfit {
  readonly code: DoorCode;
  readonly errors: readonly GraphQLError[];
}

/** Faults told of one document: more of them would only be work asked for by a hostile one. Names are not guessed for the caller: the schema is there to be read. */
const errorsTold = 5;

const unfit = (code: DoorCode, ...errors: readonly GraphQLError[]): Unfit => ({ code, errors });
const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error });

/**
 * What graphql-jit 0.8.9 must not be given (ADR 0010, measured):
 * - a string literal: it writes literals into the code it generates, and one prefix makes it write a string there unquoted,
 *   so that any caller could run code. Clients that care for speed pass strings as variables, which stay data;
 * - a directive: @skip and @include met twice on one path answer fields that were to be left out.
 */
function mustBeWalked(document: DocumentNode): boolean {
  let found = false;
  const stop = (): typeof BREAK => {
    found = true;
    return BREAK;
  };
  visit(document, { StringValue: stop, Directive: stop });
  return found;
}

/** Compiled code reads properties; so does a walk, lest a view that holds functions or promises works in one and fails in the other. */
const plainProperty: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, ...[, , info]) => {
  const value = source[info.fieldName];
  const live = typeof value === 'function' || typeof (value as { then?: unknown } | null)?.then === 'function';
  if (live) throw new Error(`${info.parentType.name}.${info.fieldName} holds no plain value: give it a @ResolveField`);
  return value;
};

function runner(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Pick<Prepared, 'compiled' | 'run'> {
  const compiled = mustBeWalked(document) ? null : compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
  if (compiled && isCompiledQuery(compiled)) return { compiled: true, run: (context, variables) => compiled.query({}, context, variables) };
  return {
    compiled: false,
    run: (contextValue, variableValues) => execute({ schema, document, operationName, contextValue, variableValues, rootValue: {}, fieldResolver: plainProperty, hideSuggestions: true }),
  };
}

/** Documents already checked, most recently used last. Bounded: compiled code is memory an attacker could ask for (0.8 MB for the largest document). */
export class Documents {
  private readonly known = new Map<string, Prepared>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly keep = { documents: 150, characters: 16_000 },
  ) {}

  get size(): number {
    return this.known.size;
  }

  prepare(text: string, operationName?: string): Prepared | Unfit {
    const key = `${operationName ?? ''}\n${text}`;
    const known = this.known.get(key);
    const prepared = known ?? this.check(text, operationName);
    if ('errors' in prepared || text.length > this.keep.characters) return prepared;
    this.known.delete(key);
    this.known.set(key, prepared);
    const [oldest] = this.known.keys();
    if (this.known.size > this.keep.documents && oldest !== undefined) this.known.delete(oldest);
    return prepared;
  }

  private check(text: string, operationName: string | undefined): Prepared | Unfit {
    let document: DocumentNode;
    try {
      document = parse(text, { maxLexicalTokens: limits.tokens });
    } catch (error) {
      const failed = asGraphqlError(error);
      if (failed.message.includes('Parsing aborted')) return unfit('TOO_COMPLEX', asGraphqlError(tooComplex('tokens', limits.tokens + 1)));
      return unfit('GRAPHQL_PARSE_FAILED', failed);
    }
    try {
      refuseOversize(document);
    } catch (error) {
      return unfit(error instanceof ApiError ? (error.code as DoorCode) : 'TOO_COMPLEX', asGraphqlError(error));
    }
    const errors = validate(this.schema, document, undefined, { maxErrors: errorsTold, hideSuggestions: true });
    if (errors.length > 0) return unfit('GRAPHQL_VALIDATION_FAILED', ...errors.slice(0, errorsTold));
    const cost = costOf(this.schema, document);
    if (cost > limits.cost) return unfit('TOO_COMPLEX', asGraphqlError(tooComplex('cost', cost)));
    const operation = getOperationAST(document, operationName)?.operation;
    if (!operation) return unfit('BAD_REQUEST', new GraphQLError('This document holds no operation of that name, or several and none was named.'));
    if (operation === 'subscription') return unfit('BAD_REQUEST', new GraphQLError('Subscriptions are not offered.'));
    return { operation, ...runner(this.schema, document, operationName) };
  }
}

