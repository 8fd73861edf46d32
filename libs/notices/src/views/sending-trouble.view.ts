import { allow, type Actor, type GraphqlRequest, type ReadTx } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { mayLeave } from '../store/hold.store.js';
import { SendingTroubleType } from './notices.types.js';

allow('Query.sendingTrouble', 'SIGNED_IN');

/** Minutes of the legal clock after which a letter whose hour came and that has not left is a trouble to show. */
export const patience = 15;

const lateLines = `
  select count(*)::int as waiting, min(send_at) as "since",
         (select last_problem from reminder where state in ('PLANNED', 'SENDING') and send_at <= $1 and last_problem is not null and partnership_id = any ($2::uuid[])
          order by send_at desc limit 1) as problem
  from reminder
  where state in ('PLANNED', 'SENDING') and send_at <= $1 and planned_at <= $1 and partnership_id = any ($2::uuid[]) and ${mayLeave}`;

interface LateLetters {
  readonly waiting: number;
  readonly since: Date | null;
  readonly problem: string | null;
}

const coordinatedBy = (actor: Actor | null): string[] => actor?.seats.filter(({ persona }) => persona === 'COORDINATOR').map(({ partnershipId }) => partnershipId) ?? [];

/** Of the whole instance for whoever runs it: how many and why, through a door of its own, for she reads no partnership's rows. */
async function lateLetters(tx: ReadTx, actor: Actor, before: Date): Promise<LateLetters | undefined> {
  if (actor.isAdmin) return (await tx.query<LateLetters>('select waiting, since, problem from late_letters($1, $2)', [actor.personId, before]))[0];
  return (await tx.query<LateLetters>(lateLines, [before, coordinatedBy(actor)]))[0];
}

/**
 * Letters that should have left and have not, for whatever cause, of the partnerships this person coordinates, or of the whole instance for
 * whoever runs it; `null` when all is well.
 * The ledger says it: a dead worker and a dead mail server look the same from there, but for the problem that a try has noted. What happened
 * and was not yet heard has no line in it: the facts that wait say that.
 */
export async function sendingTroubleOf(tx: ReadTx, actor: Actor | null): Promise<SendingTroubleType | null> {
  if (!actor || (!actor.isAdmin && coordinatedBy(actor).length === 0)) return null;
  const before = new Date(tx.now().getTime() - patience * 60_000);
  const late = await lateLetters(tx, actor, before);
  if (late?.since) return { waiting: late.waiting, since: late.since, cause: late.problem === null ? 'NOT_TRIED' : 'MAIL_SERVER', problem: late.problem };
  const [facts] = await tx.query<Omit<LateLetters, 'problem'>>('select waiting, since from waiting_facts($1, $2)', [coordinatedBy(actor), before]);
  return facts?.since ? { waiting: facts.waiting, since: facts.since, cause: 'NOT_HEARD', problem: null } : null;
}

@Resolver()
export class SendingTroubleView {
  @Query(() => SendingTroubleType, { nullable: true, description: 'Des courriels auraient dû partir et attendent : dit aux coordinations et à l’administration de l’instance. Nul quand tout va bien, ou quand un accord est attendu (sendingHold).' })
  async sendingTrouble(@Context() request: GraphqlRequest): Promise<SendingTroubleType | null> {
    return sendingTroubleOf(await request.read(), request.ctx.actor);
  }
}
