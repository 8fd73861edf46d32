import type { ReadTx, Tx } from '#platform';
import { defaultDays, type MilestoneDays, type MilestoneMove, type MovableMilestone } from '../domain/back-plan.js';
import { MilestoneMoveRow } from './programme.entity.js';
import { isUuid } from './uuid.js';

/** The last move of a milestone, and who made it. */
export interface MoveLine extends MilestoneMove {
  readonly displayName: string | null;
  readonly movedAt: Date;
}

/** The last move of each milestone of a partnership. One statement. */
export const lastMoves = (tx: ReadTx, partnershipId: string): Promise<MoveLine[]> =>
  tx.query<MoveLine>(
    `select distinct on (move.milestone) move.milestone, move.days_before as "daysBefore", move.party_id as "partyId", move.moved_at as "movedAt", person.display_name as "displayName"
     from milestone_move move left join person on person.id = move.person_id
     where move.partnership_id = $1 order by move.milestone, move.moved_at desc, move.id desc`,
    [partnershipId],
  );

/** Our days, but for those the partners moved. */
export const daysAfter = (moves: readonly MilestoneMove[]): MilestoneDays => ({
  ...defaultDays,
  ...(Object.fromEntries(moves.flatMap(({ milestone, daysBefore }) => (daysBefore === null ? [] : [[milestone, daysBefore]]))) as Partial<Record<MovableMilestone, number>>),
});

/** The days as they stand, until the end of the act nobody else moves one: its agreement is locked. `null` when absent or foreign. */
export async function lockMilestones(tx: Tx, partnershipId: string): Promise<MilestoneDays | null> {
  if (!isUuid(partnershipId)) return null;
  const locked = await tx.query('select id from agreement where partnership_id = $1 order by id for update', [partnershipId]);
  return locked.length > 0 ? daysAfter(await lastMoves(tx, partnershipId)) : null;
}

export async function keepMove(tx: Tx, partnershipId: string, move: MilestoneMove): Promise<void> {
  await tx.manager.insert(MilestoneMoveRow, { partnershipId, id: tx.newId(), ...move, personId: tx.ctx.actor?.personId, movedAt: tx.now() });
}
