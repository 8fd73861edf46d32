import { accepted, compareDates, type Answer, type CivilDate } from '#kernel';
import { readBudget, type TypedLine } from './budget.js';
import { strategicAxis, type AxisWorld } from './draft.js';
import { writesOn, type Hand, type PartyWorld } from './hand.js';
import { endsBeforeStart, notFound, sheetStateForbids, versionChanged } from './refusals.js';
import { sectionNames, type Indicator, type SectionName, type Sheet, type SheetKind } from './sheet.js';
import { readIndicators } from './targets.js';
import { longest, readFilledText, readText } from './text.js';

/** What the editor sends: an absent field is left as it is, `null` empties it. */
export interface SheetChange {
  readonly title?: string | undefined;
  readonly kind?: SheetKind | undefined;
  readonly axisId?: string | null | undefined;
  readonly outsideAxesReason?: string | null | undefined;
  readonly sections?: Readonly<Partial<Record<SectionName, string | null>>> | undefined;
  readonly transversalAnswers?: readonly { readonly axisId: string; readonly text: string }[] | undefined;
  readonly startsOn?: CivilDate | null | undefined;
  readonly endsOn?: CivilDate | null | undefined;
  readonly indicators?: readonly Indicator[] | undefined;
  readonly budget?: readonly TypedLine[] | undefined;
}

/** What the rules of a sheet know of its world: whose it is, the agreement's axes, and the text each rule comes from. */
export interface SheetWorld extends PartyWorld, AxisWorld {}

/** A sheet is written by its author's party, until it is submitted and again once returned. */
export function mayEdit(sheet: Sheet, hand: Hand, world: SheetWorld): Answer<true> {
  const writes = writesOn(hand, sheet.authorPartyId, world);
  if (writes.refused) return writes;
  return sheet.state === 'DRAFT' || sheet.state === 'RETURNED' ? accepted(true) : sheetStateForbids(sheet.state, 'EDIT');
}

type Read = Answer<Partial<Sheet>>;

function readTitle({ title, kind }: SheetChange): Read {
  const known = kind === undefined ? {} : { kind };
  if (title === undefined) return accepted(known);
  const read = readFilledText('title', title, longest.title);
  return read.refused ? read : accepted({ ...known, title: read.value });
}

function readAxis({ axisId, outsideAxesReason }: SheetChange, sheet: Sheet, world: SheetWorld): Read {
  const reason = readText('outsideAxesReason', outsideAxesReason ?? '', longest.reason);
  if (reason.refused) return reason;
  const kept = outsideAxesReason === undefined ? {} : { outsideAxesReason: reason.value || null };
  if (axisId === undefined) return accepted(kept);
  if (axisId === null) return accepted({ ...kept, axisId, actionLeadId: null });
  const axis = strategicAxis(axisId, world);
  if (axis.refused) return axis;
  const sameLead = axis.value.leads.some(({ id }) => id === sheet.actionLeadId);
  return accepted({ ...kept, axisId, actionLeadId: sameLead ? sheet.actionLeadId : null });
}

function readSections({ sections }: SheetChange, sheet: Sheet): Read {
  const read: Partial<Record<SectionName, string>> = { ...sheet.sections };
  for (const name of sectionNames) {
    const typed = sections?.[name];
    if (typed === undefined) continue;
    const text = readText(name, typed ?? '', name === 'carried' ? longest.carried : longest.section);
    if (text.refused) return text;
    read[name] = text.value;
  }
  return accepted({ sections: read });
}

function readTransversal({ transversalAnswers = [] }: SheetChange, sheet: Sheet, { axes }: SheetWorld): Read {
  const read: Record<string, string> = { ...sheet.transversalAnswers };
  for (const { axisId, text } of transversalAnswers) {
    if (!axes.some(({ id, kind }) => id === axisId && kind === 'TRANSVERSAL')) return notFound();
    const answer = readText('transversal', text, longest.section);
    if (answer.refused) return answer;
    read[axisId] = answer.value;
  }
  return accepted({ transversalAnswers: read });
}

function readDates({ startsOn, endsOn }: SheetChange, sheet: Sheet, { sources }: SheetWorld): Read {
  const dates = { startsOn: startsOn === undefined ? sheet.startsOn : startsOn, endsOn: endsOn === undefined ? sheet.endsOn : endsOn };
  const backwards = dates.startsOn !== null && dates.endsOn !== null && compareDates(dates.endsOn, dates.startsOn) < 0;
  return backwards ? endsBeforeStart(String(dates.startsOn), String(dates.endsOn), sources.calendar) : accepted(dates);
}

function readFigures({ indicators, budget }: SheetChange, _sheet: Sheet, { parties }: SheetWorld): Read {
  const partyIds = parties.map(({ id }) => id);
  const measured = indicators === undefined ? accepted(undefined) : readIndicators(indicators, partyIds);
  if (measured.refused) return measured;
  const costed = budget === undefined ? accepted(undefined) : readBudget(budget, partyIds);
  if (costed.refused) return costed;
  return accepted({ ...(measured.value && { indicators: measured.value }), ...(costed.value && { budget: costed.value }) });
}

const readings: readonly ((change: SheetChange, sheet: Sheet, world: SheetWorld) => Read)[] = [
  readTitle, readAxis, readSections, readTransversal, readDates, readFigures,
];

/** A saving: who, what changes, and on which version. */
export interface EditCommand {
  readonly hand: Hand;
  /** The version the editor saw: another one in the meantime is refused with VERSION_CHANGED, and nothing is overwritten. */
  readonly expectedVersion: number;
  readonly change: SheetChange;
}

/** Saves what was typed as the next version. Tells no fact: a draft is not an act. */
export function edit(sheet: Sheet, command: EditCommand, world: SheetWorld): Answer<Sheet> {
  const may = mayEdit(sheet, command.hand, world);
  if (may.refused) return may;
  if (command.expectedVersion !== sheet.version) return versionChanged(command.expectedVersion, sheet.version);
  let next: Sheet = { ...sheet, version: sheet.version + 1 };
  for (const reading of readings) {
    const read = reading(command.change, sheet, world);
    if (read.refused) return read;
    next = { ...next, ...read.value };
  }
  return accepted(next);
}
