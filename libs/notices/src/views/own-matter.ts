import type { CivilDate, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { owes } from '../domain/owing.js';
import type { Debt } from '../domain/planning.js';
import { toldLine, type ToldLine } from '../store/timeline.store.js';
import type { ReminderWorld } from './reminder-world.js';

/** A letter of the reader's own, and what she owes of it today. */
export interface OwnMatter {
  readonly line: ToldLine & { readonly partnershipId: string | null };
  /** What she is still reminded of; `null` when nothing is owed any more, or she owes it not. */
  readonly debt: Debt | null;
  readonly today: CivilDate;
}

/** `null` for a letter that is not the reader's. */
export async function ownMatter(tx: ReadTx, world: ReminderWorld, { reminderId, zones }: { reminderId: string; zones: Zones }): Promise<OwnMatter | null> {
  const line = await toldLine(tx, reminderId);
  if (!line || line.personId !== tx.ctx.actor?.personId) return null;
  if (line.partnershipId === null) return { line, debt: null, today: zones.civilAt(tx.now(), 'UTC').date };
  const { debts, recipients, zoneOf } = await world.owing(tx, line.partnershipId);
  const recipient = recipients.find(({ personId }) => personId === line.personId);
  const debt = debts.find(({ objectKind, objectId, period }) => objectKind === line.objectKind && objectId === line.objectId && period === line.period);
  const owed = debt !== undefined && recipient !== undefined && owes(recipient, debt);
  return { line, debt: owed ? debt : null, today: zones.civilAt(tx.now(), zoneOf(line.personId)).date };
}
