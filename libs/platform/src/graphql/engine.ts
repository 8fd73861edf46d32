import { Injectable, Logger } from '@nestjs/common';
import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { policyRows, type PolicyRow } from '../policy/policy.js';
import type { Ctx } from '../work/context.js';
import { Work } from '../work/work.js';
import { ApiError, badInput, detailed, masked, tell, thrown, type Listener, type ToldError } from './api-error.js';
import { Documents, type Prepared, type Unfit, type Variables } from './documents.js';
import { assertEveryOperationHasAPolicy, guardEveryOperation } from './door.js';
import { OpenRequest } from './request.js';

/** GraphQL in process, for the web's loaders and actions: same policy, same limits, same masking as over HTTP. */
export abstract class GraphqlExecutor {
  abstract execute(ctx: Ctx, document: string, variables?: Variables): Promise<ExecutionResult>;
}

/** The rows the door is held to; a test may hold a smaller house to fewer. */
export class PolicyTable {
  rows(): readonly PolicyRow[] {
    return policyRows();
  }
}

@Injectable()
export class GraphqlEngine extends GraphqlExecutor {
  private readonly logger = new Logger('GraphQL');
  private documents: Documents | null = null;

  constructor(
    private readonly work: Work,
    private readonly policies: PolicyTable,
  ) {
    super();
  }

  /** Takes the built schema, once. @throws Error when an operation has no policy row, or a row no operation. */
  open(schema: GraphQLSchema): void {
    const rows = this.policies.rows();
    assertEveryOperationHasAPolicy(schema, rows);
    guardEveryOperation(schema, rows);
    this.documents = new Documents(schema);
  }

  prepare(text: string, operationName?: string): Prepared | Unfit {
    if (!this.documents) throw new Error('the GraphQL schema is not built yet');
    return this.documents.prepare(text, operationName);
  }

  /** Why the document will not run, in the listener's language. */
  refuse({ code, errors }: Unfit, to: Listener): ToldError[] {
    return errors.map((error) => tell(error.originalError instanceof ApiError ? error.originalError : detailed(code, error.message), to, error));
  }

  async execute(ctx: Ctx, document: string, variables: Variables = {}): Promise<ExecutionResult> {
    const prepared = this.prepare(document);
    return 'errors' in prepared ? { errors: this.refuse(prepared, ctx) } : this.run(prepared, ctx, variables);
  }

  /** Runs a prepared document in a fresh request, closed whatever happens. A result without `data` never began: its variables were wrong. */
  async run(prepared: Prepared, ctx: Ctx, variables: Variables): Promise<ExecutionResult> {
    const request = new OpenRequest(ctx, this.work);
    try {
      const { data, errors } = await prepared.run(request, variables);
      if (data === undefined) return { errors: errors?.map((error) => badInput(error, ctx)) ?? [] };
      return errors ? { errors: errors.map((error) => this.mask(error, ctx)), data } : { data };
    } catch (error) {
      this.log(ctx)(error);
      return { errors: [thrown(error, ctx)] };
    } finally {
      await request.close().catch(this.log(ctx));
    }
  }

  /** Writes an error nobody outside may read, under the reference its victim was given. */
  log(to: Listener): (cause: unknown) => void {
    return (cause) => this.logger.error(`${to.requestId} ${cause instanceof Error ? cause.message : String(cause)}`, cause instanceof Error ? cause.stack : undefined);
  }

  private mask(error: GraphQLError, ctx: Ctx): ToldError {
    return masked(error, ctx, this.log(ctx));
  }
}
