import { accepted, canonicalJson, type Answer, type CivilDate, type Json } from '#kernel';
import { edit, mayEdit, type EditCommand, type SheetWorld } from './edit.js';
import { writesOn, type Hand } from './hand.js';
import { notFound, versionChanged } from './refusals.js';
import { sectionNames, type BudgetLine, type Indicator, type SectionName, type Sheet, type SheetContent, type SheetKind } from './sheet.js';

/** How a version came to be. FOUND: it was there before versions were kept. ASIDE is none: words that another saving had overtaken, kept beside. */
export const revisionKinds = ['FIRST', 'FOUND', 'SAVED', 'RESTORED', 'ASIDE'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** What a sheet says, part by part, under the names of its form: `title`, `section.context`, `transversal.<axis>`, `indicator`, `budget`. */
export type Parts = Readonly<Record<string, Json>>;

/** One saving: the parts that it changed, and they alone. The words of a version are those of every saving up to it. */
export interface Revision {
  readonly version: number;
  readonly parts: Parts;
}

const under = (owner: string, texts: Readonly<Record<string, string | undefined>>): [string, Json][] => Object.entries(texts).map(([name, text]) => [`${owner}.${name}`, text ?? '']);
const plain = <Row extends object>(rows: readonly Row[]): Json => rows.map((row) => ({ ...row })) as Json;

/** A sheet as parts. */
export function partsOf({ title, kind, axisId, actionLeadId, outsideAxesReason, startsOn, endsOn, sections, transversalAnswers, indicators, budget }: SheetContent): Parts {
  const texts = Object.fromEntries(sectionNames.map((name) => [name, sections[name]]));
  return Object.fromEntries([
    ...Object.entries({ title, kind, axisId, actionLeadId, outsideAxesReason, startsOn, endsOn }),
    ...under('section', texts),
    ...under('transversal', transversalAnswers),
    ['indicator', plain(indicators)],
    ['budget', plain(budget)],
  ]) as Parts;
}

/** Absent, empty and null say the same: nothing. */
const wordsOf = (part: Json | undefined): string => canonicalJson(part === '' || part === undefined ? null : part);
export const saysTheSame = (one: Json | undefined, other: Json | undefined): boolean => wordsOf(one) === wordsOf(other);

/** The names of the parts in which two sheets differ. */
export const changedNames = (before: Parts, after: Parts): string[] => [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !saysTheSame(before[name], after[name]));

/** What a saving changed, as it is kept. */
export const changedParts = (before: Parts, after: Parts): Parts => Object.fromEntries(changedNames(before, after).map((name) => [name, after[name] ?? null]));

/** The words of a version: every saving up to it, oldest first. */
export const wordsAt = (revisions: readonly Revision[], version: number): Parts => Object.assign({}, ...revisions.filter((saving) => saving.version <= version).map(({ parts }) => parts)) as Parts;

/** Every part of a sheet, saying nothing: what a version does not name was not there yet. */
export const unsaid = (sheet: Sheet): Parts => Object.fromEntries(Object.keys(partsOf(sheet)).map((name) => [name, null]));

const textsUnder = (owner: string, parts: Parts): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, text]) => (name.startsWith(`${owner}.`) ? [[name.slice(owner.length + 1), typeof text === 'string' ? text : '']] : [])));
const textOr = <Text extends string>(part: Json | undefined): Text | null => (typeof part === 'string' && part !== '' ? (part as Text) : null);

/** A sheet that says these words; parts that are not named stay as they are. */
export function saying(sheet: Sheet, words: Parts): Sheet {
  const parts = { ...partsOf(sheet), ...words };
  return {
    ...sheet,
    title: textOr(parts['title']) ?? sheet.title,
    kind: textOr<SheetKind>(parts['kind']) ?? sheet.kind,
    axisId: textOr(parts['axisId']),
    actionLeadId: textOr(parts['actionLeadId']),
    outsideAxesReason: textOr(parts['outsideAxesReason']),
    startsOn: textOr<CivilDate>(parts['startsOn']),
    endsOn: textOr<CivilDate>(parts['endsOn']),
    sections: textsUnder('section', parts) as Partial<Record<SectionName, string>>,
    transversalAnswers: textsUnder('transversal', parts),
    indicators: (parts['indicator'] ?? []) as unknown as readonly Indicator[],
    budget: (parts['budget'] ?? []) as unknown as readonly BudgetLine[],
  };
}

/** Takes old words up again: a new version that says them, never an overwriting. Tells no fact, like every saving of a draft. */
export function restore(sheet: Sheet, command: { hand: Hand; expectedVersion: number; words: Parts }, world: SheetWorld): Answer<Sheet> {
  const may = mayEdit(sheet, command.hand, world);
  if (may.refused) return may;
  if (command.expectedVersion !== sheet.version) return versionChanged(command.expectedVersion, sheet.version);
  return accepted({ ...saying(sheet, command.words), version: sheet.version + 1 });
}

/**
 * Words typed on a version that another saving has overtaken, or on a sheet submitted meanwhile: what of them would be lost is answered, to be
 * kept beside. Empty when nothing would: a part that nobody else changed can still be saved.
 */
export function setAside(sheet: Sheet, { read, ...command }: EditCommand & { readonly read: Parts | null }, world: SheetWorld): Answer<Parts> {
  const writes = writesOn(command.hand, sheet.authorPartyId, world);
  if (writes.refused) return writes;
  if (read === null) return notFound();
  const seen: Sheet = { ...saying(sheet, read), state: 'DRAFT', version: command.expectedVersion };
  const typed = edit(seen, command, world);
  if (typed.refused) return typed;
  const [now, mine] = [partsOf(sheet), changedParts(partsOf(seen), partsOf(typed.value))];
  const isShut = mayEdit(sheet, command.hand, world).refused;
  const atRisk = Object.keys(mine).filter((name) => !saysTheSame(mine[name], now[name]) && (isShut || !saysTheSame(read[name], now[name])));
  return accepted(Object.fromEntries(atRisk.map((name) => [name, mine[name] ?? null])));
}
