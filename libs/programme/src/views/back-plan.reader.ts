import type { RuleInForce } from '#agreement';
import { compareDates, dateInWords, daysBetween, territoryKept, WorkCalendar, type CivilDate, type Language, type PlanDeadline, type Zones } from '#kernel';
import type { PartyType } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { backPlanOf, defaultDays, milestoneDays, type MeetingSeen, type Milestone, type MilestoneName, type MovableMilestone, type Owed } from '../domain/back-plan.js';
import { coordinates } from '../domain/hand.js';
import { sources } from '../domain/sources.js';
import { handOf } from '../store/hand.store.js';
import { meetingOfPlan } from '../store/meeting.seen.js';
import { daysAfter, lastMoves, type MoveLine } from '../store/milestone.store.js';
import type { PlanBackPlanType, PlanMilestoneType } from './back-plan.types.js';
import type { PlanLine } from './plan.reader.js';
import type { Programme } from './programme.reader.js';
import type { SheetLine } from './sheet.reader.js';

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', ar: 'ar-MA', zgh: 'fr-FR', en: 'fr-FR' };
/** « Tiznit et Villeneuve-la-Garenne ». */
export const listed = (names: readonly string[], language: Language): string => new Intl.ListFormat(locales[language]).format(names);

export const calendarsOf = (parties: readonly PartyType[]): WorkCalendar[] => parties.map(({ territory }) => new WorkCalendar(territoryKept(territory)));

/** What the days of a preparation are worked out from. */
export interface YearSeen {
  readonly deadline: PlanDeadline;
  readonly rule: RuleInForce;
  readonly programme: Programme;
  readonly plan: PlanLine | null;
  readonly sheets: readonly SheetLine[];
}

interface Telling {
  readonly seen: YearSeen;
  readonly moves: readonly MoveLine[];
  readonly meeting: MeetingSeen | null;
  readonly today: CivilDate;
  readonly zones: Zones;
  readonly language: Language;
}

/** Where each step is done. A meeting that is there is the place of its own convocation. */
function hrefOf(name: MilestoneName, { seen, meeting }: Telling): string {
  const { year } = seen.deadline.rule;
  if (name === 'FREEZE') return `/plans/${year}#acts`;
  if (name === 'SHEETS_DUE' || name === 'CO_VALIDATION') return `/plans/${year}#column-PROPOSED`;
  return meeting ? `/meetings/${meeting.id}` : '/meetings';
}

const owesIn = ({ who, partyIds }: Owed, { seen, language }: Telling): string => {
  const parties = seen.programme.parties.filter(({ id }) => partyIds.includes(id)).map(({ shortName }) => shortName);
  return say(language, `programme.milestone.owes.${who}`, { parties: listed(parties, language) });
};

/** Who moved the step, when: in the zone of her own town. */
function movedNote({ milestone, daysBefore, partyId, movedAt, displayName }: MoveLine, { seen, zones, language }: Telling): string {
  const party = seen.programme.parties.find(({ id }) => id === partyId);
  const day = dateInWords(zones.civilAt(movedAt, party?.territory.zone ?? 'UTC').date, language, 'LONG');
  const values = { day, person: displayName ?? '', party: party?.shortName ?? '', usual: defaultDays[milestone], days: daysBefore ?? defaultDays[milestone] };
  return say(language, daysBefore === null ? 'programme.milestone.back' : 'programme.milestone.moved', values);
}

function noteOf(name: MilestoneName, day: CivilDate, telling: Telling): string | null {
  const { meeting, moves, language } = telling;
  const moved = moves.find(({ milestone }) => milestone === name);
  const later = meeting && compareDates(meeting.day, day) > 0 ? 'LATER' : 'IN_TIME';
  const dated = name === 'MEETING' && meeting && say(language, 'programme.milestone.meeting', { day: dateInWords(meeting.day, language, 'LONG'), standing: meeting.standing, later });
  return [dated, moved && movedNote(moved, telling)].filter(Boolean).join(' ') || null;
}

function milestoneView({ name, day, state, owed }: Milestone, telling: Telling): PlanMilestoneType {
  const { seen, today, language, moves } = telling;
  const days = Math.abs(daysBetween(today, day));
  return {
    name,
    title: say(language, `programme.milestone.name.${name}`, { event: seen.deadline.rule.event }),
    day,
    daysBefore: name === 'ADOPTION' ? null : daysAfter(moves)[name as MovableMilestone],
    state,
    stateSentence: say(language, `programme.milestone.state.${state}`, { days }),
    owes: owed && owesIn(owed, telling),
    note: noteOf(name, day, telling),
    source: name === 'ADOPTION' ? { ...seen.rule.source } : { ...sources.backPlan },
    href: hrefOf(name, telling),
  };
}

/** The steps before a plan, each with its day, its state and whose turn it is. Two statements. */
export async function backPlanView(tx: ReadTx, seen: YearSeen, zones: Zones): Promise<PlanBackPlanType> {
  const { deadline, programme, plan, sheets } = seen;
  const { partnershipId, parties } = programme;
  const today = zones.civilAt(tx.now(), deadline.decisiveZone).date;
  const moves = await lastMoves(tx, partnershipId);
  const meeting = await meetingOfPlan(tx, { partnershipId, planId: plan?.id ?? null, from: today, until: deadline.lastValidDay });
  const days = milestoneDays(deadline, daysAfter(moves), calendarsOf(parties));
  const preparation = {
    sheets, plan, meeting,
    planValidations: plan?.validations.map(({ partyId }) => partyId) ?? [],
    executory: Boolean(plan?.executoryAt),
    partyIds: parties.map(({ id }) => id),
    event: deadline.rule.event,
  };
  const telling: Telling = { seen, moves, meeting, today, zones, language: tx.ctx.language };
  return {
    milestones: backPlanOf(days, preparation, today).map((milestone) => milestoneView(milestone, telling)),
    mayMove: mayView(coordinates(handOf(tx.ctx, partnershipId))),
  };
}
