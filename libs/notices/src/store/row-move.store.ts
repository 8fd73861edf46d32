import type { ReadTx, Tx } from '#platform';
import { stepOf } from '../domain/ladder.js';
import { fixedBy, type RowDays } from '../domain/row-days.js';
import { ReminderRowMoveRow } from './row-move.entity.js';

/** The last move of a row, and who made it. */
export interface RowMove {
  readonly rule: string;
  readonly days: number | null;
  readonly party: string;
  readonly movedAt: Date;
}

/** The last move of each row of a partnership. One statement. */
export const lastRowMoves = (tx: ReadTx, partnershipId: string): Promise<RowMove[]> =>
  tx.query<RowMove>(
    `select distinct on (move.rule) move.rule, move.days, party.short_name as party, move.moved_at as "movedAt"
     from reminder_row_move move join party on party.partnership_id = move.partnership_id and party.id = move.party_id
     where move.partnership_id = $1 order by move.rule, move.moved_at desc, move.id desc`,
    [partnershipId],
  );

/** The days that stand instead of ours. A row that has since come to stand where a text counts it (E-5 months) keeps that day, whatever it was given before. */
export const rowDaysIn = (moves: readonly RowMove[]): RowDays =>
  new Map(moves.flatMap(({ rule, days }) => (days === null || fixedRow(rule) ? [] : [[rule, days] as const])));

function fixedRow(rule: string): boolean {
  const step = stepOf(rule);
  return !step || fixedBy(step) !== null;
}

export async function keepRowMove(tx: Tx, move: { partnershipId: string; rule: string; days: number | null; partyId: string }): Promise<void> {
  await tx.manager.insert(ReminderRowMoveRow, { ...move, id: tx.newId(), personId: tx.ctx.actor?.personId, movedAt: tx.now() });
}
