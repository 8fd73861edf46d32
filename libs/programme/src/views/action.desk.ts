import { accepted, Zones, type Answer } from '#kernel';
import { partiesOf, seatsAt } from '#parties';
import { Work, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DecisionTaken, Followed, Follower, OwnerSeat } from '../domain/action-life.js';
import type { FollowedAction } from '../domain/followed-action.js';
import { notFound } from '../domain/refusals.js';
import { decisionTaken, keepEntry, lockAction } from '../store/action.store.js';
import { handOf } from '../store/hand.store.js';
import { answers } from './action-seats.js';
import { worldOf } from './programme.reader.js';

/** What an act on an action has under the lock. */
export interface ActionCase {
  readonly tx: Tx;
  readonly action: FollowedAction;
  readonly follower: Follower;
}

/** Who acts in that partnership, on her own civil day, by its rules. */
export async function followerOf(tx: Tx, partnershipId: string, zones: Zones): Promise<Follower> {
  const hand = handOf(tx.ctx, partnershipId);
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const mine = parties.find(({ id }) => hand.seats.some(({ partyId }) => partyId === id)) ?? parties[0];
  const { sources } = await worldOf(tx, partnershipId);
  return { hand, today: zones.civilAt(tx.now(), mine?.territory.zone ?? 'UTC').date, sources };
}

/** A decision of the same partnership; `null` when it is none. */
export async function decisionOf(tx: Tx, { partnershipId }: { partnershipId: string }, id: string | null): Promise<DecisionTaken | null> {
  const decision = await decisionTaken(tx, id);
  return decision?.partnershipId === partnershipId ? decision : null;
}

/** A seat in an administration of the partnership, as it is held today; `null` when it is none. */
export async function ownerSeat(tx: Tx, { partnershipId, seatId }: { partnershipId: string; seatId: string }, zones: Zones): Promise<OwnerSeat | null> {
  const seat = (await seatsAt(tx, partnershipId, { instant: tx.now(), zones })).find((line) => line.seatId === seatId && answers(line));
  return seat ? { seatId, partyId: seat.partyId, held: seat.holder !== null } : null;
}

/** Where every act on an action passes: its row is locked, its story read under that lock, one line written under it. */
@Injectable()
export class ActionDesk {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  /** Answers the action's id. @returns refused NOT_FOUND when absent or foreign, else as the rule says. */
  write(ctx: Ctx, actionId: string, rule: (held: ActionCase) => Promise<Followed> | Followed): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const action = await lockAction(tx, actionId);
      if (!action) return notFound();
      const written = await rule({ tx, action, follower: await followerOf(tx, action.partnershipId, this.zones) });
      if (written.refused) return written;
      const { action: after, entry, facts } = written.value;
      await keepEntry(tx, after, entry);
      tx.tell(...facts);
      return accepted(after.id);
    });
  }
}
