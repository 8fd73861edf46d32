import { accepted, type Answer, type RuleSource } from '#kernel';
import { actionNotReady, sheetIncomplete } from './refusals.js';
import type { AxisWorld } from './draft.js';
import type { Axis, Sheet } from './sheet.js';
import { sources as ours, type ProgrammeSources } from './sources.js';

/** What a sheet may lack. One word each: it is also the argument of the refusal's sentence. */
export const items = ['context', 'objectives', 'indicators', 'methods', 'responsibles', 'transversal', 'startsOn', 'endsOn', 'axis', 'budget'] as const;
export type Item = (typeof items)[number];

/** Why each item is asked for, in a partnership whose rules come from `sources`. */
export const sourceOfItem = ({ indicators, transversalAxes, calendar, outsideAxes }: ProgrammeSources): Readonly<Record<Item, RuleSource>> => ({
  context: ours.sheetContent,
  objectives: ours.sheetContent,
  indicators,
  methods: indicators,
  responsibles: indicators,
  transversal: transversalAxes,
  startsOn: calendar,
  endsOn: calendar,
  axis: outsideAxes,
  budget: ours.states,
});

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

const lacksTransversal = (sheet: Sheet, axes: readonly Axis[]): boolean =>
  axes.some((axis) => axis.kind === 'TRANSVERSAL' && axis.active && isBlank(sheet.transversalAnswers[axis.id]));

const lacks: Readonly<Record<Item, (sheet: Sheet, axes: readonly Axis[]) => boolean>> = {
  context: ({ sections }) => isBlank(sections.context),
  objectives: ({ sections }) => isBlank(sections.objectives),
  indicators: ({ indicators }) => indicators.length === 0,
  methods: ({ indicators }) => indicators.some(({ method }) => isBlank(method)),
  responsibles: ({ indicators }) => indicators.some(({ responsible }) => isBlank(responsible)),
  transversal: lacksTransversal,
  startsOn: ({ startsOn }) => startsOn === null,
  endsOn: ({ endsOn }) => endsOn === null,
  axis: ({ axisId, outsideAxesReason }) => axisId === null && isBlank(outsideAxesReason),
  budget: ({ budget }) => !budget.some(({ amountMinor }) => BigInt(amountMinor) >= 0n),
};

const lacking = (asked: readonly Item[], sheet: Sheet, axes: readonly Axis[]): Item[] => asked.filter((item) => lacks[item](sheet, axes));

/** A plan asks for a budget line too (C4); a sheet does not. */
const askedOfSheet = items.filter((item) => item !== 'budget');
/** C4: « calendar + axis or justification + indicators + budget for each action ». */
const askedOfAction: readonly Item[] = ['startsOn', 'endsOn', 'axis', 'indicators', 'methods', 'responsibles', 'transversal', 'budget'];

/** Every item this sheet still lacks before it can be submitted, in the order of the form. */
export const missingInSheet = (sheet: Sheet, axes: readonly Axis[]): Item[] => lacking(askedOfSheet, sheet, axes);

/** Every item this action still lacks before its plan can be frozen. */
export const missingInAction = (sheet: Sheet, axes: readonly Axis[]): Item[] => lacking(askedOfAction, sheet, axes);

/** A rule of the partners' texts is named before one of ours. */
const sourceOf = (missing: readonly Item[], sources: ProgrammeSources): RuleSource => {
  const found = missing.map((item) => sourceOfItem(sources)[item]);
  return found.find(({ kind }) => kind !== 'PRODUCT_DEFAULT') ?? found[0] ?? ours.sheetContent;
};

const marked = (missing: readonly Item[]): Record<Item, 'MISSING' | 'GIVEN'> =>
  Object.fromEntries(items.map((item) => [item, missing.includes(item) ? 'MISSING' : 'GIVEN'])) as Record<Item, 'MISSING' | 'GIVEN'>;

/** Refused with SHEET_INCOMPLETE, which names every missing item. */
export function completeSheet(sheet: Sheet, { axes, sources }: AxisWorld): Answer<true> {
  const missing = missingInSheet(sheet, axes);
  return missing.length === 0 ? accepted(true) : sheetIncomplete(marked(missing), sourceOf(missing, sources));
}

/** Refused with ACTION_NOT_READY, which names the action and every missing item. */
export function readyAction(sheet: Sheet, { axes, sources }: AxisWorld): Answer<true> {
  const missing = missingInAction(sheet, axes);
  return missing.length === 0 ? accepted(true) : actionNotReady(sheet.title, marked(missing), sourceOf(missing, sources));
}
