import { accepted, type Answer, type Decided } from '#kernel';
import { completeSheet } from './completeness.js';
import { mayEdit, type SheetWorld } from './edit.js';
import { told } from './facts.js';
import { writesFor, writesOn, type Hand } from './hand.js';
import { notAllowed, ownPartyHasValidated, reasonRequired, sheetInPlan, sheetStateForbids, versionChanged } from './refusals.js';
import { aboutSheet, isByHand, type Sheet, type SheetValidation } from './sheet.js';
import { longest, readText } from './text.js';

/** A sheet and what was validated of its current version. */
export interface SheetCase {
  readonly sheet: Sheet;
  /** Validations of the current version only. */
  readonly validations: readonly SheetValidation[];
  /** Is it retained in a plan? */
  readonly inPlan: boolean;
}

/** The sheet after a validation, and the party that gave it. */
export type DecidedSheet = Answer<Decided<Sheet> & { readonly validatedFor: string | null }>;

/** Submitting asks for a complete sheet: the refusal names every missing item. */
export function maySubmit({ sheet }: SheetCase, hand: Hand, world: SheetWorld): Answer<true> {
  const writes = writesOn(hand, sheet.authorPartyId, world);
  if (writes.refused) return writes;
  if (mayEdit(sheet, hand, world).refused) return sheetStateForbids(sheet.state, 'SUBMIT');
  return completeSheet(sheet, world);
}

/** Submits: the author's party thereby validates (4-32). `version`, when given, is the one that was read. */
export function submit(held: SheetCase, command: { hand: Hand; version: number | null; at: Date }, world: SheetWorld): DecidedSheet {
  const { sheet } = held;
  const may = maySubmit(held, command.hand, world);
  if (may.refused) return may;
  if (command.version !== null && command.version !== sheet.version) return versionChanged(command.version, sheet.version);
  const state: Sheet = { ...sheet, state: 'SUBMITTED', submittedAt: command.at, returnReason: null };
  const { version, year, title, authorPartyId: partyId } = sheet;
  return accepted({ state, facts: [told('SheetSubmitted', aboutSheet(sheet), { version, year, title, partyId })], validatedFor: partyId });
}

/** The party for which this hand may validate: one that has not yet, by a person who has not either. */
function partyToValidateFor({ sheet, validations }: SheetCase, hand: Hand, { sources }: SheetWorld): Answer<string> {
  const mine = writesFor(hand);
  if (mine.length === 0) return notAllowed();
  const done = validations.map(({ partyId }) => partyId);
  const open = mine.find((partyId) => partyId !== sheet.authorPartyId && !done.includes(partyId));
  const alone = validations.some((validation) => isByHand(validation, hand.personId));
  return open === undefined || alone ? ownPartyHasValidated(sources.jointly) : accepted(open);
}

/** Validating is for another party than the author’s, once, on a submitted sheet. */
export function mayCoValidate(held: SheetCase, hand: Hand, world: SheetWorld): Answer<true> {
  if (writesFor(hand).length === 0) return notAllowed();
  if (held.sheet.state !== 'SUBMITTED') return sheetStateForbids(held.sheet.state, 'CO_VALIDATE');
  const party = partyToValidateFor(held, hand, world);
  return party.refused ? party : accepted(true);
}

/** Another party validates the version it read; with the last one the sheet is co-validated (4-32: « de façon concertée et conjointe »). */
export function coValidate(held: SheetCase, command: { hand: Hand; version: number }, world: SheetWorld): DecidedSheet {
  const { sheet, validations } = held;
  const may = mayCoValidate(held, command.hand, world);
  if (may.refused) return may;
  if (command.version !== sheet.version) return versionChanged(command.version, sheet.version);
  const party = partyToValidateFor(held, command.hand, world);
  if (party.refused) return party;
  const done = new Set([...validations.map(({ partyId }) => partyId), party.value]);
  const complete = world.parties.every(({ id }) => done.has(id));
  const { version, year, title } = sheet;
  const validated = told('SheetValidated', aboutSheet(sheet), { version, partyId: party.value });
  const facts = complete ? [validated, told('SheetCoValidated', aboutSheet(sheet), { version, year, title })] : [validated];
  return accepted({ state: complete ? { ...sheet, state: 'CO_VALIDATED' } : sheet, facts, validatedFor: party.value });
}

/** A submitted sheet goes back to writing at the word of any technician or coordinator; once in a plan, it leaves the plan first. */
export function mayReturn({ sheet, inPlan }: SheetCase, hand: Hand): Answer<true> {
  if (writesFor(hand).length === 0) return notAllowed();
  if (inPlan) return sheetInPlan();
  return sheet.state === 'SUBMITTED' || sheet.state === 'CO_VALIDATED' ? accepted(true) : sheetStateForbids(sheet.state, 'RETURN');
}

/** Returns with a reason; the validations given stay with the version they were given on. */
export function returnToAuthor(held: SheetCase, command: { hand: Hand; reason: string }): DecidedSheet {
  const may = mayReturn(held, command.hand);
  if (may.refused) return may;
  const reason = readText('reason', command.reason, longest.reason);
  if (reason.refused) return reason;
  if (reason.value === '') return reasonRequired();
  const { sheet } = held;
  const state: Sheet = { ...sheet, state: 'RETURNED', returnReason: reason.value, version: sheet.version + 1 };
  return accepted({ state, facts: [told('SheetReturned', aboutSheet(sheet), { version: sheet.version, reason: reason.value, title: sheet.title })], validatedFor: null });
}

/** C4: « WITHDRAWN before PRESENTED », by the author's party. */
export function mayWithdraw({ sheet, inPlan }: SheetCase, hand: Hand, world: SheetWorld): Answer<true> {
  const writes = writesOn(hand, sheet.authorPartyId, world);
  if (writes.refused) return writes;
  if (inPlan) return sheetInPlan();
  const living = ['DRAFT', 'SUBMITTED', 'RETURNED', 'CO_VALIDATED'].includes(sheet.state);
  return living ? accepted(true) : sheetStateForbids(sheet.state, 'WITHDRAW');
}

/** Gives the sheet up. */
export function withdraw(held: SheetCase, hand: Hand, world: SheetWorld): DecidedSheet {
  const may = mayWithdraw(held, hand, world);
  if (may.refused) return may;
  const { sheet } = held;
  const fact = told('SheetWithdrawn', aboutSheet(sheet), { year: sheet.year, wasSubmitted: sheet.submittedAt !== null });
  return accepted({ state: { ...sheet, state: 'WITHDRAWN', version: sheet.version + 1 }, facts: [fact], validatedFor: null });
}
