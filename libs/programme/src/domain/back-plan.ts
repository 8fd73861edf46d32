import { accepted, addDays, compareDates, workingDaysBetween, type Answer, type CivilDate, type Decided, type PlanDeadline, type WorkCalendar } from '#kernel';
import { told } from './facts.js';
import { coordinates, coordinatesFor, type Hand } from './hand.js';
import { milestoneOutOfOrder, milestoneOutOfRange } from './refusals.js';
import type { Plan } from './plan.js';
import type { Sheet } from './sheet.js';

/** What comes before an adopted plan, in the order in which it comes (C2); the last one is the rule's own day. */
export const milestoneNames = ['SHEETS_DUE', 'CO_VALIDATION', 'CONVOCATION', 'FREEZE', 'MEETING', 'ADOPTION'] as const;
export type MilestoneName = (typeof milestoneNames)[number];
/** Those that partners may move: the day of adoption is set by their rule, not by a plan of work. */
export const movableMilestones = ['SHEETS_DUE', 'CO_VALIDATION', 'CONVOCATION', 'FREEZE', 'MEETING'] as const;
export type MovableMilestone = (typeof movableMilestones)[number];

/** Days before the day the text names (J-n), as partners keep them. */
export type MilestoneDays = Readonly<Record<MovableMilestone, number>>;
/** C2: fiches at J-75, draft assembled and convocation at J-60, frozen at J-45, meeting at J-30 at the latest. Product default. */
export const defaultDays: MilestoneDays = { SHEETS_DUE: 75, CO_VALIDATION: 60, CONVOCATION: 60, FREEZE: 45, MEETING: 30 };
/** A day before the deadline at the latest, eleven months at the earliest. */
export const dayRange = { first: 1, last: 330 } as const;

/** No step is due before the one it follows. */
const follows: readonly (readonly [before: MovableMilestone, after: MovableMilestone])[] = [
  ['SHEETS_DUE', 'CO_VALIDATION'],
  ['CO_VALIDATION', 'FREEZE'],
  ['FREEZE', 'MEETING'],
  ['CONVOCATION', 'MEETING'],
];

/** What a coordinator asks: so many days before, or `null`, back to our default. */
export interface MoveCommand {
  readonly partnershipId: string;
  readonly hand: Hand;
  readonly milestone: MovableMilestone;
  readonly daysBefore: number | null;
}

/** A move kept for ever: who asked for it, for which party. */
export interface MilestoneMove {
  readonly milestone: MovableMilestone;
  readonly daysBefore: number | null;
  readonly partyId: string;
}

/** A plan of work binds nobody: either coordination moves it, in sight of the other (product default). The order of the steps holds. */
export function moveMilestone(current: MilestoneDays, command: MoveCommand): Answer<Decided<MilestoneMove>> {
  const { partnershipId, hand, milestone, daysBefore } = command;
  const may = coordinates(hand);
  if (may.refused) return may;
  const days = daysBefore ?? defaultDays[milestone];
  if (days < dayRange.first || days > dayRange.last) return milestoneOutOfRange(days, dayRange);
  const next = { ...current, [milestone]: days };
  const broken = follows.find(([before, after]) => next[before] < next[after]);
  if (broken) return milestoneOutOfOrder(...broken);
  const [partyId = ''] = coordinatesFor(hand);
  const fact = told('MilestoneMoved', { partnershipId, subject: { kind: 'partnership', id: partnershipId } }, { code: milestone, daysBefore, partyId });
  return accepted({ state: { milestone, daysBefore, partyId }, facts: [fact] });
}

/** A day off is no day to hand something in: the last day worked by every party at once, that day or before it. */
const workedBefore = (day: CivilDate, calendars: readonly WorkCalendar[]): CivilDate => workingDaysBetween(addDays(day, -31), addDays(day, 1), calendars).at(-1) ?? day;

/** The civil day of each milestone. The last is the rule's own last valid day, worked or not. */
export const milestoneDays = (deadline: PlanDeadline, days: MilestoneDays, calendars: readonly WorkCalendar[]): Readonly<Record<MilestoneName, CivilDate>> => {
  const dayOf = (name: MovableMilestone): CivilDate => workedBefore(addDays(deadline.day, -days[name]), calendars);
  return { SHEETS_DUE: dayOf('SHEETS_DUE'), CO_VALIDATION: dayOf('CO_VALIDATION'), CONVOCATION: dayOf('CONVOCATION'), FREEZE: dayOf('FREEZE'), MEETING: dayOf('MEETING'), ADOPTION: deadline.lastValidDay };
};

/** The meeting that is to decide: the one whose agenda holds the plan, else the next one before the deadline. */
export interface MeetingSeen {
  readonly id: string;
  readonly day: CivilDate;
  readonly standing: 'SCHEDULED' | 'CONVENED' | 'HELD';
  readonly hostPartyId: string;
}

/** How far the preparation of a year has come, as its reader sees it: the other side's drafts are not hers to count. */
export interface Preparation {
  readonly sheets: readonly (Pick<Sheet, 'state' | 'authorPartyId'> & { readonly validations: readonly { readonly partyId: string }[] })[];
  readonly plan: Pick<Plan, 'state'> | null;
  readonly planValidations: readonly string[];
  readonly executory: boolean;
  readonly meeting: MeetingSeen | null;
  readonly partyIds: readonly string[];
  readonly event: PlanDeadline['rule']['event'];
}

/** Whose turn it is: an office, of these parties. */
export interface Owed {
  readonly who: 'TECHNICIANS' | 'COORDINATORS' | 'CO_PRESIDENTS';
  readonly partyIds: readonly string[];
}

const unwritten: readonly Sheet['state'][] = ['DRAFT', 'RETURNED'];
const isFrozen = ({ plan }: Preparation): boolean => plan?.state === 'FROZEN' || plan?.state === 'ADOPTED';
const inWriting = ({ sheets }: Preparation): string[] => [...new Set(sheets.filter(({ state }) => unwritten.includes(state)).map(({ authorPartyId }) => authorPartyId))];

function sheetsOwed(seen: Preparation): Owed | null {
  if (isFrozen(seen)) return null;
  const writing = inWriting(seen);
  if (writing.length > 0) return { who: 'TECHNICIANS', partyIds: writing };
  return seen.sheets.length > 0 ? null : { who: 'TECHNICIANS', partyIds: seen.partyIds };
}

function validationsOwed(seen: Preparation): Owed | null {
  const first = sheetsOwed(seen);
  if (first || isFrozen(seen)) return first;
  const waited = seen.sheets.filter(({ state }) => state === 'SUBMITTED').flatMap(({ validations }) => seen.partyIds.filter((id) => !validations.some(({ partyId }) => partyId === id)));
  return waited.length > 0 ? { who: 'TECHNICIANS', partyIds: seen.partyIds.filter((id) => waited.includes(id)) } : null;
}

function freezeOwed(seen: Preparation): Owed | null {
  if (isFrozen(seen)) return null;
  const silent = seen.plan?.state === 'DRAFT' ? seen.partyIds.filter((id) => !seen.planValidations.includes(id)) : [];
  return { who: 'COORDINATORS', partyIds: silent.length > 0 ? silent : seen.partyIds };
}

/** Nobody convenes before there is a date; then the host's side does. */
function convocationOwed({ meeting, plan, partyIds }: Preparation): Owed | null {
  if (plan?.state === 'ADOPTED') return null;
  if (!meeting) return { who: 'COORDINATORS', partyIds };
  return meeting.standing === 'SCHEDULED' ? { who: 'CO_PRESIDENTS', partyIds: [meeting.hostPartyId] } : null;
}

const owed: Readonly<Record<MilestoneName, (seen: Preparation) => Owed | null>> = {
  SHEETS_DUE: sheetsOwed,
  CO_VALIDATION: validationsOwed,
  CONVOCATION: convocationOwed,
  FREEZE: freezeOwed,
  MEETING: ({ meeting, plan, partyIds }) => (plan?.state === 'ADOPTED' || meeting?.standing === 'HELD' ? null : { who: 'CO_PRESIDENTS', partyIds }),
  ADOPTION: ({ plan, executory, event, partyIds }) => ((event === 'ADOPTION' ? plan?.state === 'ADOPTED' : executory) ? null : { who: 'CO_PRESIDENTS', partyIds }),
};

/** A step of the preparation: until when, where it stands that day, whose turn it is. */
export interface Milestone {
  readonly name: MilestoneName;
  readonly day: CivilDate;
  readonly state: 'DONE' | 'DUE' | 'LATE';
  readonly owed: Owed | null;
}

/** Every step, by day. A step that is done is never late, whenever it was done. */
export function backPlanOf(days: Readonly<Record<MilestoneName, CivilDate>>, seen: Preparation, today: CivilDate): readonly Milestone[] {
  const steps = milestoneNames.map((name): Milestone => {
    const still = owed[name](seen);
    return { name, day: days[name], state: still === null ? 'DONE' : compareDates(today, days[name]) > 0 ? 'LATE' : 'DUE', owed: still };
  });
  return steps.sort((one, other) => compareDates(one.day, other.day));
}
