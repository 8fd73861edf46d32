import { isStepUpFresh, sessionCookie } from '#identity';
import { accepted, refused, type Answer, type RuleSource } from '#kernel';
import { allow, answered, answerUnion, Work, type Actor, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ownCtx } from './own-rows.js';

@InputType()
export class EraseMyDataInput {
  @Field(() => String, { description: 'EFFACER, en toutes lettres.' }) word: string;
}

@ObjectType()
export class MyDataErased {
  @Field(() => Boolean) done: boolean;
}

export const EraseMyDataAnswer = answerUnion('EraseMyDataAnswer', () => MyDataErased);
allow('Mutation.eraseMyData', 'SIGNED_IN');

const archives: RuleSource = { kind: 'LAW', reference: 'RGPD, art. 17, 3' };

/** An office that somebody must be reachable for is ended first, by those who answer for it. */
async function obstacle(tx: Tx, personId: string): Promise<Answer<true>> {
  const [office] = await tx.query<{ office: string }>(
    `select seat.office from mandate join seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
     where mandate.person_id = $1 and (mandate."until" is null or mandate."until" > $2::date) limit 1`,
    [personId, tx.now()],
  );
  if (office) return refused('ERASE_OFFICE_HELD', { office: office.office }, archives);
  const [invitation] = await tx.query(`select id from invitation where person_id = $1 and begun_at is null and withdrawn_at is null and declined_at is null and expires_at > $2 limit 1`, [personId, tx.recordedAt()]);
  if (invitation) return refused('ERASE_INVITATION_OPEN', {}, archives);
  const admins = await tx.query<{ person_id: string }>('select person_id from instance_admin where "until" is null for update');
  if (admins.length === 1 && admins[0]?.person_id === personId) return refused('ERASE_LAST_ADMIN', {}, archives);
  return accepted(true);
}

/** What leaves, in an order that keys between rows allow. Acts of an office, and the journal, are not named here. */
const erasures = [
  'delete from passkey_challenge where person_id = $1',
  'delete from calendar_feed where person_id = $1',
  'delete from sign_in_code where person_id = $1',
  'delete from address_change where person_id = $1',
  "update passkey set browser = null, platform = null, aaguid = '', revoked_at = coalesce(revoked_at, $2) where person_id = $1",
  'update session set browser = null, platform = null, ended_at = coalesce(ended_at, $2) where person_id = $1',
  'update recovery set mail_address = null where person_id = $1 and $2::timestamptz is not null',
  'update instance_admin set "until" = $2 where person_id = $1 and "until" is null',
] as const;
const withInstant = (statement: string): boolean => statement.includes('$2');

/** Nobody is reached there: the top-level domain « invalid » is reserved (RFC 2606). */
const nowhere = (personId: string): string => `efface-${personId}@passerelle.invalid`;

async function erase(tx: Tx, personId: string, key: string | null): Promise<void> {
  for (const statement of erasures) await tx.query(statement, withInstant(statement) ? [personId, tx.recordedAt()] : [personId]);
  // This very act's key stays: sent again, it is not done again.
  await tx.query(`delete from idempotency where person_id = $1 and ($2::text is null or not starts_with(key, $2 || ':'))`, [personId, key]);
  const held = await tx.query('select id from mandate where person_id = $1 limit 1', [personId]);
  await tx.query(`update person set mail_address = $2, display_name = case when $3 then display_name else 'Personne effacée' end where id = $1`, [personId, nowhere(personId), held.length > 0]);
}

/**
 * One's own erasure (RGPD, art. 17, 1): what opens doors and tells of devices leaves; votes, signatures, mandates and the journal stay as
 * they are (art. 17, 3, b and d; code du patrimoine, art. L. 211-1), so that every decision and the chain remain what they were.
 */
@Resolver()
export class EraseMyData {
  constructor(private readonly work: Work) {}

  @Mutation(() => EraseMyDataAnswer)
  async eraseMyData(@Args('input') input: EraseMyDataInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), () => Object.assign(new MyDataErased(), { done: true }));
  }

  async run(ctx: Ctx, input: EraseMyDataInput): Promise<Answer<true>> {
    const { actor } = ctx;
    if (!actor) return refused('SIGN_IN_REQUIRED');
    if (input.word.trim() !== 'EFFACER') return refused('ERASE_WORD_MISSING');
    const own = await ownCtx(this.work, { ...ctx, actor } satisfies Ctx & { actor: Actor });
    const answer = await this.work.run(own, async (tx) => {
      if (!isStepUpFresh(actor.stepUpAt, tx.recordedAt())) return refused('STEP_UP_REQUIRED');
      await tx.query('select id from person where id = $1 for update', [actor.personId]);
      const free = await obstacle(tx, actor.personId);
      if (free.refused) return free;
      await erase(tx, actor.personId, ctx.idempotencyKey);
      tx.tell({ kind: 'PersonErased', partnershipId: null, subject: { kind: 'person', id: actor.personId }, data: {} });
      return accepted(true as const);
    });
    if (!answer.refused) ctx.cookies?.set(sessionCookie, '', 0);
    return answer;
  }
}
