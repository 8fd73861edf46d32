import { accepted, type Answer } from '#kernel';
import { columnOf, type ColumnName } from './board.js';
import type { SheetWorld } from './edit.js';
import type { Hand } from './hand.js';
import { addSheet, removeSheet, type PlanCase } from './plan.js';
import { committeeValidates, planNotOpen } from './refusals.js';
import { mayCoValidate, mayReturn, maySubmit, type SheetCase } from './sheet-life.js';

/** What brings a card to another column: an act of the plan, or one that is done after reading the sheet. */
export const moveActs = ['ADD_TO_PLAN', 'REMOVE_FROM_PLAN', 'SUBMIT', 'CO_VALIDATE', 'RETURN'] as const;
export type MoveAct = (typeof moveActs)[number];

/** A way out of a card's column, and whether it is open to this hand now: by the very rule its act applies. */
export interface Move {
  readonly to: ColumnName;
  /** None leads there: the committee's decision does. */
  readonly act: MoveAct | null;
  readonly may: Answer<unknown>;
}

/** The plan the cards may enter, and who asks. */
export interface MoveDesk {
  readonly plan: PlanCase | null;
  readonly hand: Hand;
}

const adding = ({ sheet }: SheetCase, { plan, hand }: MoveDesk, world: SheetWorld): Answer<unknown> =>
  plan ? addSheet(plan, { hand, sheet }, world) : planNotOpen(sheet.year);
const removing = ({ sheet }: SheetCase, { plan, hand }: MoveDesk): Answer<unknown> => (plan ? removeSheet(plan, { hand, sheetId: sheet.id }) : planNotOpen(sheet.year));

function examining(held: SheetCase, { hand }: MoveDesk, world: SheetWorld): Move {
  const to = 'EXAMINED';
  if (held.sheet.state === 'SUBMITTED') return { to, act: 'CO_VALIDATE', may: mayCoValidate(held, hand, world) };
  return { to, act: 'SUBMIT', may: maySubmit(held, hand, world) };
}

/** Every other column a card might go to. A card the committee has validated only comes back into a revised plan. */
export function movesOf(held: SheetCase, desk: MoveDesk, world: SheetWorld): readonly Move[] {
  const retained = new Set(desk.plan?.actions.map(({ id }) => id));
  const back: Move = { to: 'PROPOSED', act: 'RETURN', may: mayReturn(held, desk.hand) };
  const add: Move = { to: 'RETAINED', act: 'ADD_TO_PLAN', may: adding(held, desk, world) };
  const decided: Move = { to: 'VALIDATED', act: null, may: committeeValidates(world.sources.planByCommittee) };
  const from: Readonly<Record<ColumnName, () => readonly Move[]>> = {
    PROPOSED: () => [examining(held, desk, world), add, decided],
    EXAMINED: () => [back, add, decided],
    RETAINED: () => [back, { to: 'EXAMINED', act: 'REMOVE_FROM_PLAN', may: removing(held, desk) }, decided],
    VALIDATED: () => (retained.has(held.sheet.id) || add.may.refused ? [] : [{ ...add, may: accepted(true) }]),
  };
  return from[columnOf(held.sheet, retained)]();
}
