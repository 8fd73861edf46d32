import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContextSource, Ctx, FactBell, Work } from '#platform';
import { strangerCtx } from '../door/house-context-source.js';
import { LiveStreams, type LivePlan, type LiveStream } from './live-streams.js';

export interface LiveDoors {
  readonly source: ContextSource;
  readonly work: Work;
  readonly bell: FactBell;
  /** Where unexpected errors are kept for the operators. */
  report(error: unknown): void;
  /** Sizes other than those of production, for a test. */
  readonly sizes?: Partial<Pick<LivePlan, 'perPerson' | 'beatEvery' | 'gatherFor'>>;
}

/** A browser holds six connections to a host (HTTP/1.1); a beat is shorter than the thirty seconds of common proxies. */
const production = { perPerson: 6, beatEvery: 20_000, gatherFor: 60 } as const;

/** Bytes a page may leave unread before it is let go. */
const unreadBytes = 65_536;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

type LiveRequest = FastifyRequest<{ Params: { partnershipId: string } }>;

const mayFollow = ({ actor }: Ctx, partnershipId: string): boolean => !!actor?.partnershipIds.includes(partnershipId);

/** The length of a journal, as text: it only grows. */
async function journalLength(work: Work, partnershipId: string): Promise<string> {
  const [head] = await work.read({ ...strangerCtx('fr', 'live'), audience: 'INSTANCE' }, (tx) => tx.query<{ sequence: string }>('select sequence::text from journal_head where chain = $1', [partnershipId]));
  return head?.sequence ?? '0';
}

function streamOf(request: LiveRequest, reply: FastifyReply, follow: { personId: string; source: ContextSource }): LiveStream {
  const { partnershipId } = request.params;
  return {
    personId: follow.personId,
    partnershipId,
    send: (text) => !reply.raw.destroyed && (reply.raw.write(text) || reply.raw.writableLength < unreadBytes),
    stillAllowed: async () => mayFollow(await follow.source.contextOf(request, reply), partnershipId),
    end: () => void reply.raw.end(),
  };
}

/**
 * `/live/<partnership>`: a stream of `{topic, version}` and nothing more (decisions.md, « Live updates »); what changed, each page asks
 * again under row-level security. `/live/<partnership>/version` answers those who cannot hold a stream. Without a session or a seat of
 * that partnership: 404, as if it were not there. The bell is the process's one LISTEN.
 */
export function mountLive(fastify: FastifyInstance, doors: LiveDoors): LiveStreams {
  const { source, work, bell, report } = doors;
  const streams = new LiveStreams({ ...production, ...doors.sizes, versionOf: (partnershipId) => journalLength(work, partnershipId), report });
  const stopListening = bell.onRing((payload) => streams.ring(payload));
  fastify.addHook('preClose', async () => {
    stopListening();
    streams.close();
  });
  fastify.get('/live/:partnershipId', { exposeHeadRoute: false }, async (request: LiveRequest, reply) => {
    const ctx = await source.contextOf(request, reply);
    if (!ctx.actor || !mayFollow(ctx, request.params.partnershipId)) return reply.callNotFound();
    const stream = streamOf(request, reply, { personId: ctx.actor.personId, source });
    if (!streams.admit(stream)) return reply.code(429).header('cache-control', 'no-store').send();
    reply.raw.once('close', () => streams.drop(stream));
    reply.hijack();
    reply.raw.writeHead(200, headers);
    stream.send('retry: 3000\n\n');
    return reply;
  });
  fastify.get('/live/:partnershipId/version', { exposeHeadRoute: false }, async (request: LiveRequest, reply) => {
    const { partnershipId } = request.params;
    if (!mayFollow(await source.contextOf(request, reply), partnershipId)) return reply.callNotFound();
    return reply.header('cache-control', 'no-store').send({ version: await journalLength(work, partnershipId) });
  });
  return streams;
}
