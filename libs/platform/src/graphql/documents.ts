import { execute, getOperationAST, GraphQLError, parse, validate, visit, BREAK, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { DoorCode } from './api-error.js';
import { limits, refuseOversize } from './limits.js';

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

const unfit = (code: DoorCode, ...errors: readonly GraphQLError[]): Unfit => ({ code, errors });
const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error });

/**
 * graphql-jit 0.8.9 writes literal arguments into the code it generates, and one prefix makes it write a string there
 * unquoted: any caller could run code (ADR 0010). A document with a string literal is therefore never compiled;
 * clients that care for speed pass strings as variables, which stay data.
 */
function hasStringLiteral(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    StringValue: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

function runner(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Pick<Prepared, 'compiled' | 'run'> {
  const compiled = hasStringLiteral(document) ? null : compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
  if (compiled && isCompiledQuery(compiled)) return { compiled: true, run: (context, variables) => compiled.query({}, context, variables) };
  return {
    compiled: false,
    run: (contextValue, variableValues) => execute({ schema, document, operationName, contextValue, variableValues, rootValue: {} }),
  };
}

/** Documents already checked, most recently used last. Bounded: compiled code is memory an attacker could ask for. */
export class Documents {
  private readonly known = new Map<string, Prepared>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly keep = { documents: 300, characters: 16_000 },
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
      return unfit(failed.message.includes('Parsing aborted') ? 'TOO_COMPLEX' : 'GRAPHQL_PARSE_FAILED', failed);
    }
    try {
      refuseOversize(document);
    } catch (error) {
      return unfit('TOO_COMPLEX', asGraphqlError(error));
    }
    const errors = validate(this.schema, document, undefined, { maxErrors: 20 });
    if (errors.length > 0) return unfit('GRAPHQL_VALIDATION_FAILED', ...errors);
    const operation = getOperationAST(document, operationName)?.operation;
    if (!operation) return unfit('BAD_REQUEST', new GraphQLError('This document holds no operation of that name, or several and none was named.'));
    if (operation === 'subscription') return unfit('BAD_REQUEST', new GraphQLError('Subscriptions are not offered.'));
    return { operation, ...runner(this.schema, document, operationName) };
  }
}

