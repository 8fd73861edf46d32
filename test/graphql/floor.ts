import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphqlFloorModule, PolicyTable, ContextSource } from '../../libs/platform/src/graphql/index.js';
import type { PolicyRow } from '../../libs/platform/src/policy/index.js';
import type { Actor, Ctx, Persona } from '../../libs/platform/src/work/context.js';
import { Work } from '../../libs/platform/src/work/work.js';

/** A person who holds one seat, `persona@partnership`. */
export const actorOf = (personId: string, persona: Persona | null, partnershipId = 'here'): Actor => ({
  personId,
  sessionId: null,
  seats: persona ? [{ seatId: `seat-${personId}`, partnershipId, partyId: 'party', persona, votes: true }] : [],
  partnershipIds: [partnershipId],
  partyIds: ['party'],
  stepUpAt: null, isAdmin: false,
});

export const ctxOf = (actor: Actor | null, language: Ctx['language'] = 'fr'): Ctx => ({
  actor,
  language,
  requestId: `request-of-${actor?.personId ?? 'nobody'}`,
  idempotencyKey: null,
  requestHash: null,
  cookies: null,
  audience: actor ? 'MEMBER' : 'PUBLIC',
});

/** Reads the person from headers: the tests' own door. `x-slow` makes it slow, so that requests overlap. */
export class HeaderContexts extends ContextSource {
  async contextOf(request: FastifyRequest): Promise<Ctx> {
    const { 'x-person': person, 'x-persona': persona, 'x-language': language, 'x-slow': slow, 'x-instance': instance } = request.headers;
    if (slow) await new Promise((resolve) => setTimeout(resolve, Number(slow)));
    const actor = person ? actorOf(String(person), (persona as Persona) ?? null) : null;
    const ctx = ctxOf(actor, (language as Ctx['language']) ?? 'fr');
    return instance ? { ...ctx, audience: 'INSTANCE' } : ctx;
  }
}

/** For schemas that touch no database: whoever opens a transaction is told so. */
export class NoDatabase extends Work {
  run(): never {
    throw new Error('no database here');
  }

  read(): never {
    throw new Error('no database here');
  }

  open(): never {
    throw new Error('no database here');
  }
}

export interface House {
  readonly resolvers: readonly Type<unknown>[];
  readonly rows: readonly PolicyRow[];
  readonly work?: Work;
  /** A defect planted into the server, before it listens. */
  readonly plant?: (server: FastifyInstance) => void;
}

@Global()
@Module({})
class Ground {
  static of(work: Work): DynamicModule {
    const providers = [
      { provide: Work, useValue: work },
      { provide: ContextSource, useClass: HeaderContexts },
    ];
    return { module: Ground, providers, exports: [Work, ContextSource] };
  }
}

/** A real Nest application on Fastify with these resolvers and policy rows, listening on a loopback port. */
export async function openHouse({ resolvers, rows, work = new NoDatabase(), plant }: House): Promise<{ app: NestFastifyApplication; url: string }> {
  const building = Test.createTestingModule({ imports: [Ground.of(work), GraphqlFloorModule], providers: [...resolvers] });
  const testing = await building.overrideProvider(PolicyTable).useValue({ rows: () => rows }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  plant?.(app.getHttpAdapter().getInstance() as unknown as FastifyInstance);
  await app.listen(0, '127.0.0.1');
  return { app, url: `${await app.getUrl()}/graphql` };
}

export interface Told {
  readonly status: number;
  readonly text: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

/** One POST of JSON; the body as text too, to look for what must not be in it. */
export async function ask(url: string, query: string, options: { variables?: object; headers?: Record<string, string> } = {}): Promise<Told> {
  const body = JSON.stringify({ query, variables: options.variables });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...options.headers }, body });
  const text = await response.text();
  return { status: response.status, text, ...(JSON.parse(text) as object) };
}
