import type { ReadTx } from '#platform';
import { ladder } from '../domain/ladder.js';
import { daysOf, fixedBy, rangeOf, rowNamed } from '../domain/row-days.js';
import { lastRowMoves, rowDaysIn } from '../store/row-move.store.js';
import type { ReminderRowType } from './reminder-rows.types.js';

/** Every row of the calendar of reminders, as it stands in a partnership. */
export async function reminderRowsOf(tx: ReadTx, partnershipId: string): Promise<ReminderRowType[]> {
  const moves = await lastRowMoves(tx, partnershipId);
  const days = rowDaysIn(moves);
  return ladder.map((step) => {
    const fixed = fixedBy(step);
    const range = fixed ? null : rangeOf(step, days);
    const move = moves.find(({ rule }) => rule === step.rule);
    return {
      rule: step.rule,
      debt: step.debt,
      row: rowNamed(step, days),
      to: [...step.to],
      level: step.level,
      days: daysOf(step, days),
      ours: step.offset,
      fixed,
      first: range?.first ?? null,
      last: range?.last ?? null,
      movedBy: move?.party ?? null,
      movedAt: move?.movedAt ?? null,
    };
  });
}
