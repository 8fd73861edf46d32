import { accepted, type Answer } from '#kernel';
import { writesFor, type Hand } from './hand.js';
import { axisNotOpen, axisNotStrategic, leadOutsideAxis, notAllowed, notFound, yearOutOfRange } from './refusals.js';
import type { Axis, Indicator, Lead, Sheet, SheetKind } from './sheet.js';
import { carriedFrom } from './sheet-again.js';
import { sumOfTargets } from './targets.js';
import type { ProgrammeSources } from './sources.js';
import { longest, readFilledText } from './text.js';

/** Years a sheet or a plan may speak of: around the legal year, so that 20226 is refused. */
export const yearsAround = { before: 5, after: 10 } as const;

/** Refused with YEAR_OUT_OF_RANGE. */
export function readYear(year: number, thisYear: number): Answer<number> {
  const [first, last] = [thisYear - yearsAround.before, thisYear + yearsAround.after];
  return year >= first && year <= last ? accepted(year) : yearOutOfRange(year, first, last);
}

/** The axes of an agreement, and where a partnership's rules come from. */
export interface AxisWorld {
  readonly axes: readonly Axis[];
  readonly sources: ProgrammeSources;
}

/** A strategic axis of this agreement that is open (4-19: « avec au préalable une validation conjointe »). Refused with NOT_FOUND, AXIS_NOT_STRATEGIC or AXIS_NOT_OPEN. */
export function strategicAxis(axisId: string, { axes, sources }: AxisWorld): Answer<Axis> {
  const axis = axes.find(({ id }) => id === axisId);
  if (!axis) return notFound();
  if (axis.kind !== 'STRATEGIC') return axisNotStrategic(axis.number, sources.transversalAxes);
  return axis.active ? accepted(axis) : axisNotOpen(axis.number, sources.newAxis);
}

/** What a draft starts from: an axis, a lead of the agreement, a title, or a mix of them. */
export interface DraftCommand {
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly id: string;
  readonly year: number;
  readonly kind: SheetKind;
  readonly axisId: string | null;
  readonly actionLeadId: string | null;
  /** `null` takes the lead's own title, or the older sheet's. */
  readonly title: string | null;
  /** An older sheet that this one takes up again. */
  readonly from: Sheet | null;
  readonly hand: Hand;
  /** What an indicator counting people is called, in the official language. */
  readonly peopleLabel: string;
}

interface Place {
  readonly axis: Axis | null;
  readonly lead: Lead | null;
}

function placeOf({ axisId, actionLeadId }: DraftCommand, world: AxisWorld): Answer<Place> {
  const chosen = axisId === null ? accepted(null) : strategicAxis(axisId, world);
  if (chosen.refused) return chosen;
  if (actionLeadId === null) return accepted({ axis: chosen.value, lead: null });
  const axis = world.axes.find(({ leads }) => leads.some(({ id }) => id === actionLeadId));
  const lead = axis?.leads.find(({ id }) => id === actionLeadId);
  if (!axis || !lead) return notFound();
  return chosen.value && chosen.value.id !== axis.id ? leadOutsideAxis(lead.number) : accepted({ axis, lead });
}

/** An agreement gives some leads their targets by territory: the draft starts with them, method and person still to be written. */
export const indicatorsOfLead = (lead: Lead | null, label: string): Indicator[] =>
  lead && lead.targets.length > 0 ? [{ label, method: '', responsible: '', targets: lead.targets.map(({ partyId, people }) => ({ partyId, people })), total: sumOfTargets(lead.targets) }] : [];

function titleOf({ title, from }: DraftCommand, lead: Lead | null): string {
  if (title?.trim()) return title;
  return from?.title ?? (lead ? [...lead.title].slice(0, longest.title).join('') : (title ?? ''));
}

/** A first draft, empty, prefilled from a lead of the agreement (4-21, 4-22), or with all that an older sheet said. The author's party is the one she writes for. */
export function draft(command: DraftCommand, world: AxisWorld): Answer<Sheet> {
  const { id, partnershipId, agreementId, year, kind, hand } = command;
  const [authorPartyId] = writesFor(hand);
  if (authorPartyId === undefined) return notAllowed();
  const carried = command.from && carriedFrom(command.from, year, world.axes);
  const place = placeOf({ ...command, axisId: command.axisId ?? (command.actionLeadId ? null : (carried?.axisId ?? null)), actionLeadId: command.actionLeadId ?? carried?.actionLeadId ?? null }, world);
  if (place.refused) return place;
  const { axis, lead } = place.value;
  const title = readFilledText('title', titleOf(command, lead), longest.title);
  if (title.refused) return title;
  const blank = { outsideAxesReason: null, sections: {}, transversalAnswers: {}, startsOn: null, endsOn: null, budget: [], submittedAt: null, returnReason: null } as const;
  const author = { authorPartyId, authorPersonId: hand.personId };
  const indicators = indicatorsOfLead(lead, command.peopleLabel);
  const identity = { id, partnershipId, agreementId, year, state: 'DRAFT', version: 1, title: title.value } as const;
  return accepted({ kind, indicators, ...blank, ...carried, ...identity, axisId: axis?.id ?? null, actionLeadId: lead?.id ?? null, ...author });
}
