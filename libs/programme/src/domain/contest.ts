import { accepted, compareDates, type Answer, type CivilDate } from '#kernel';
import { coordinatesFor, type Hand } from './hand.js';
import { contestTooLate, enteredAlreadyContested, enteredNotYours, reasonRequired } from './refusals.js';
import type { EnteredAct } from './entered.js';
import type { Plan } from './plan.js';
import type { Sheet, SheetState } from './sheet.js';
import { longest, readText } from './text.js';

/** A validation with its instant: what tells an entered one from another given since. */
export interface Given {
  readonly partyId: string;
  readonly version: number;
  readonly validatedAt: Date;
}

/** She whose word it is said to be; for her, a coordinator of her own party who did not enter it. */
export function mayContest(entered: EnteredAct, hand: Hand, today: CivilDate): Answer<true> {
  const hers = entered.personId === hand.personId;
  const forHer = coordinatesFor(hand).includes(entered.partyId) && entered.byPersonId !== hand.personId;
  if (!hers && !forHer) return enteredNotYours();
  if (entered.contestedAt) return enteredAlreadyContested();
  return compareDates(today, entered.contestUntil) > 0 ? contestTooLate(entered.contestUntil) : accepted(true);
}

/** Who contests, in which words, on which civil day of the party it was said for. */
export interface ContestCommand {
  readonly hand: Hand;
  readonly reason: string;
  readonly today: CivilDate;
  readonly at: Date;
}

/** The act as contested; whether the chain goes back is decided with what became of it. */
export function contest(entered: EnteredAct, command: ContestCommand, undone: boolean): Answer<EnteredAct> {
  const may = mayContest(entered, command.hand, command.today);
  if (may.refused) return may;
  const reason = readText('reason', command.reason, longest.reason);
  if (reason.refused) return reason;
  if (reason.value === '') return reasonRequired();
  return accepted({ ...entered, contestedAt: command.at, contestedBy: command.hand.personId, contestReason: reason.value, undone });
}

/** What the sheet was before: which state it takes, in a version of its own, and the validations that still hold there. */
export interface SheetUndo {
  readonly state: SheetState;
  readonly fromVersion: number;
  /** The party whose validation falls; `null` keeps all, `ALL` none. */
  readonly falls: string | 'ALL' | null;
}

/** What became of a sheet since the entry. */
export interface SheetSince {
  readonly sheet: Sheet;
  /** Every validation of the sheet, of all its versions. */
  readonly given: readonly Given[];
  /** States of the plans that hold it. */
  readonly plans: readonly Plan['state'][];
}

const settledPlan: readonly Plan['state'][] = ['FROZEN', 'ADOPTED'];
const stands = (entered: EnteredAct, { sheet, given }: SheetSince): boolean =>
  given.some(({ partyId, version, validatedAt }) => partyId === entered.partyId && version === sheet.version && validatedAt.getTime() === entered.enteredAt.getTime());

/** The way back; `null` when something settled came after, or when the chain has left it behind already: then the contestation stands beside the act. */
export function undoOnSheet(entered: EnteredAct, since: SheetSince): SheetUndo | null {
  const { sheet, plans } = since;
  if (plans.some((state) => settledPlan.includes(state))) return null;
  if (entered.act === 'RETURN_SHEET') {
    const still = sheet.state === 'RETURNED' && sheet.version === entered.version + 1;
    return still ? { state: entered.stateBefore as SheetState, fromVersion: entered.version, falls: null } : null;
  }
  if ((sheet.state !== 'SUBMITTED' && sheet.state !== 'CO_VALIDATED') || !stands(entered, since)) return null;
  if (entered.act === 'SUBMIT_SHEET') return { state: 'RETURNED', fromVersion: sheet.version, falls: 'ALL' };
  return { state: 'SUBMITTED', fromVersion: sheet.version, falls: entered.partyId };
}

/** Does a contested validation of the plan still hold it up, and may it fall? Frozen or adopted, the committee decides. */
export const undoesOnPlan = (entered: EnteredAct, plan: Plan, given: readonly Omit<Given, 'version'>[]): boolean =>
  (plan.state === 'DRAFT' || plan.state === 'CO_VALIDATED') && given.some(({ partyId, validatedAt }) => partyId === entered.partyId && validatedAt.getTime() === entered.enteredAt.getTime());

/** The sheet as it goes back. */
export const sheetUndone = (sheet: Sheet, undo: SheetUndo, reason: string): Sheet => ({
  ...sheet,
  state: undo.state,
  version: sheet.version + 1,
  returnReason: undo.state === 'RETURNED' ? reason : null,
});
