import type { FastifyInstance } from 'fastify';
import { judgeHealth, type Health } from './judge-health.js';
import { takeMeasures, type HealthTools } from './take-measures.js';

/** Milliseconds for which one answer serves everybody: these doors are open to all, and each answer costs a few queries. */
const freshFor = 1_000;

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/**
 * `/health/live`: this process answers; a supervisor restarts it when it does not. `/health/ready`: it can serve, 200, or 503
 * naming the parts that are wrong; `attention` still answers 200 and asks for a person. No address, no name, no figure about anybody.
 */
export function mountHealth(fastify: FastifyInstance, tools: HealthTools, machineNow: () => Date): void {
  let last: { readonly at: number; readonly health: Promise<Health> } | null = null;
  const ready = (): Promise<Health> => {
    const at = machineNow().getTime();
    if (!last || at - last.at >= freshFor || at < last.at) last = { at, health: takeMeasures(tools).then(judgeHealth) };
    return last.health;
  };
  fastify.get('/health/live', async (_request, reply) => reply.headers(headers).send({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const health = await ready();
    return reply.code(health.status === 'wrong' ? 503 : 200).headers(headers).send(health);
  });
}
