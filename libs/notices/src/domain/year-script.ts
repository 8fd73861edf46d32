import { addDays, civilDateOf, yearOf, type CivilDate } from '#kernel';
import type { DebtKind, Standing } from './ladder.js';
import type { Debt } from './planning.js';
import type { Happening, Spell, Stage, YearScript } from './simulation.js';

export type Role = 'CO_PRESIDENT' | 'COORDINATOR' | 'TECHNICIAN' | 'OTHER';

/** Somebody of a played year. */
export interface PlayedPerson {
  readonly personId: string;
  readonly partyId: string;
  readonly role: Role;
}

/** ON_TIME: everything is done before its last day. LATE: nobody does anything before the thirtieth day after it. */
export type Pace = 'ON_TIME' | 'LATE';

/** What a year is written from. */
export interface YearCast {
  readonly partnershipId: string;
  readonly people: readonly PlayedPerson[];
  /** Parties in the order of their turn: the first hosts the ordinary meeting. */
  readonly partyIds: readonly string[];
  /** D, the day the text names for the plan of the year after, and its last valid day. */
  readonly deadline: { readonly day: CivilDate; readonly lastValidDay: CivilDate };
  /** Does everybody work that day? */
  worksOn(day: CivilDate): boolean;
}

/** Mails a person of that office may get in a year kept on time (issue of the reminders, item 10); more is a ladder to be thinned out. */
export const yearlyCeilings: Readonly<Partial<Record<Role, number>>> = { CO_PRESIDENT: 12, TECHNICIAN: 15, COORDINATOR: 60 };

/** Ids of the things of a played year: of nothing else. */
const idOf = (place: number): string => `00000000-0000-7000-8000-00000000a0${String(place).padStart(2, '0')}`;

/** The last day at or before that one on which every side works; at or after it, walking forward. */
function workday(day: CivilDate, { worksOn }: YearCast, walk: -1 | 1 = -1): CivilDate {
  let found = day;
  while (!worksOn(found)) found = addDays(found, walk);
  return found;
}

/** The last day at or before that one which is worked, and the day after too: nobody asks for a signature on the eve of a day off. */
function beforeWorkday(day: CivilDate, cast: YearCast): CivilDate {
  const found = workday(day, cast);
  return cast.worksOn(addDays(found, 1)) ? found : beforeWorkday(addDays(found, -1), cast);
}

const idsOf = (cast: YearCast, role: Role, partyId?: string): string[] => cast.people.filter((one) => one.role === role && (partyId === undefined || one.partyId === partyId)).map(({ personId }) => personId);

const stage = (from: CivilDate, standing: Standing, debtors: readonly string[] = []): Stage => ({ from, standing, debtors });

type Owed = Omit<Debt, 'partnershipId' | 'standing' | 'debtors'>;
const spell = (cast: YearCast, owed: Owed, stages: readonly Stage[]): Spell => ({ debt: { partnershipId: cast.partnershipId, ...owed }, stages });

/** Days a thing waits beyond its last reminder, in a year where nothing is done in time. */
const lateBy = 30;

interface Told {
  readonly spells: Spell[];
  readonly happenings: Happening[];
}

interface Session {
  readonly place: number;
  readonly day: CivilDate;
  readonly number: string;
}

/** The plan's day, for a meeting that stands in the fifty days before it. */
const mustAdopt = (day: CivilDate, { deadline }: YearCast): CivilDate | undefined => (day > addDays(deadline.day, -50) && day <= deadline.day ? deadline.day : undefined);

/** A session from its date to its executory minutes: who owes what, and what everybody is told. */
function session(cast: YearCast, { place, day, number }: Session, pace: Pace): Told & { executoryOn: CivilDate } {
  const late = pace === 'LATE';
  const [host = ''] = cast.partyIds;
  const on = (days: number): CivilDate => workday(addDays(day, days), cast);
  const [convenedOn, reviewedOn, finalOn] = late ? [on(-8), on(9), on(24)] : [on(-35), on(1), beforeWorkday(addDays(day, 12), cast)];
  const presidents = idsOf(cast, 'CO_PRESIDENT');
  const members = [...presidents, ...idsOf(cast, 'OTHER')];
  // Asked side by side (C3): kept on time, the first signs at once and the others on the day after, however many they are.
  const signedOn = presidents.map((_, rank) => workday(addDays(finalOn, late ? lateBy + rank : Math.min(rank, 1)), cast, 1));
  const executoryOn = signedOn.at(-1) ?? finalOn;
  const [meeting, minutes] = [{ kind: 'meeting', id: idOf(place) }, { kind: 'minutes', id: idOf(place + 1) }];
  const signing = signedOn.map((at, rank) => stage(at, at === executoryOn ? 'SETTLED' : 'OPEN', presidents.slice(rank + 1)));
  return {
    executoryOn,
    spells: [
      spell(cast, { kind: 'PROPOSALS', objectKind: 'meetingProposals', objectId: meeting.id, period: day, base: day, details: { day } }, [stage(addDays(day, -120), 'OPEN', idsOf(cast, 'OTHER')), stage(late ? addDays(day, -30) : convenedOn, 'SETTLED')]),
      spell(cast, { kind: 'MEETING', objectKind: 'meeting', objectId: meeting.id, period: day, base: day, end: mustAdopt(day, cast), sides: [host], details: { day } }, [stage(addDays(day, -120), 'OPEN', idsOf(cast, 'CO_PRESIDENT', host)), stage(convenedOn, 'SETTLED')]),
      spell(cast, { kind: 'ANSWER', objectKind: 'meeting', objectId: meeting.id, period: convenedOn, base: day, details: { day } }, [stage(convenedOn, 'OPEN', members), stage(late ? day : on(-30), 'SETTLED')]),
      spell(cast, { kind: 'DRAFTING', objectKind: 'meetingMinutes', objectId: meeting.id, period: day, base: day, details: { day } }, [stage(day, 'OPEN'), stage(reviewedOn, 'IN_REVIEW'), stage(finalOn, 'SETTLED')]),
      spell(cast, { kind: 'MINUTES', objectKind: 'minutes', objectId: minutes.id, period: '1', base: finalOn, details: { number } }, [stage(finalOn, 'OPEN', presidents), ...signing]),
    ],
    happenings: [
      { on: convenedOn, kind: 'MeetingConvened', subject: meeting, data: { at: convenedOn, day } },
      { on: reviewedOn, kind: 'MinutesSubmitted', subject: minutes, data: { at: reviewedOn, day } },
      ...presidents.map((personId) => ({ on: finalOn, kind: 'SignatureRequested', subject: minutes, data: { personId, version: '1', number } })),
      { on: executoryOn, kind: 'MinutesBecameExecutory', subject: minutes, data: { version: '1', number } },
    ],
  };
}

/** The plan of the year after and what leads to it: a date, fiches from both sides, a plan frozen, adopted, executory. */
function plan(cast: YearCast, pace: Pace, done: { adoptedOn: CivilDate; executoryOn: CivilDate }): Spell[] {
  const { day, lastValidDay } = cast.deadline;
  const year = yearOf(day);
  const late = pace === 'LATE';
  const on = (days: number): CivilDate => workday(addDays(day, days), cast);
  const opened = civilDateOf(year, 1, 1);
  const details = { year: year + 1, day, lastValidDay };
  const about = (kind: DebtKind, place: number, base: CivilDate): Owed => ({ kind, objectKind: kind, objectId: idOf(place), period: String(year + 1), base, details });
  const technicians = idsOf(cast, 'TECHNICIAN');
  return [
    spell(cast, about('PLAN', 1, day), [stage(opened, 'OPEN'), stage(done.adoptedOn, 'ADOPTED'), stage(done.executoryOn, 'SETTLED')]),
    spell(cast, about('SESSION', 2, day), [stage(opened, 'OPEN'), stage(on(late ? -25 : -230), 'SETTLED')]),
    spell(cast, about('SHEETS', 3, addDays(day, -75)), [stage(on(-150), 'OPEN', technicians), stage(on(late ? -40 : -100), 'SETTLED')]),
    spell(cast, about('FREEZE', 4, addDays(day, -45)), [stage(on(-90), 'OPEN'), stage(on(late ? -20 : -46), 'SETTLED')]),
  ];
}

const mandateEnd = ({ deadline }: YearCast): CivilDate => civilDateOf(yearOf(deadline.day), 10, 1);

/** An act of each side before its State, a mandate that ends, an action with its promised day, a period to renew. */
function besides(cast: YearCast, pace: Pace): Spell[] {
  const year = yearOf(cast.deadline.day);
  const late = pace === 'LATE';
  const [first = '', second = first] = cast.partyIds;
  const about = (kind: DebtKind, base: CivilDate, more: Partial<Owed> = {}): Owed => ({ kind, objectKind: kind, objectId: idOf(10), period: kind, base, details: { day: base }, ...more });
  const until = (from: CivilDate, days: number, debtors: readonly string[] = []): Stage[] => [stage(from, 'OPEN', debtors), stage(workday(addDays(from, late ? lateBy + 10 : days), cast), 'SETTLED')];
  const desk = (partyId: string): string[] => idsOf(cast, 'COORDINATOR', partyId);
  const [sent, ending, renewal, leaving, promised] = [civilDateOf(year, 6, 14), civilDateOf(year, 9, 10), civilDateOf(year, 3, 10), mandateEnd(cast), civilDateOf(year, 7, 1)];
  return [
    spell(cast, about('RECEIPT', sent, { sides: [first] }), until(sent, 1, desk(first))),
    spell(cast, about('PUBLICATION', sent, { sides: [first] }), until(sent, 1, desk(first))),
    spell(cast, about('CONTROL', addDays(sent, 61), { sides: [first] }), [stage(sent, 'OPEN')]),
    spell(cast, about('VISA', sent, { sides: [second] }), until(sent, 9, desk(second))),
    spell(cast, about('RENEWAL', renewal, { end: ending, lastNotice: civilDateOf(year, 6, 10), details: { day: ending } }), [stage(civilDateOf(year - 1, 1, 1), 'OPEN'), stage(workday(civilDateOf(year, late ? 9 : 4, 2), cast), 'SETTLED')]),
    spell(cast, about('TACIT', ending), [stage(civilDateOf(year, 1, 1), 'OPEN')]),
    spell(cast, about('MANDATE', leaving, { sides: [first] }), [stage(addDays(leaving, -120), 'OPEN'), stage(addDays(leaving, late ? lateBy : -10), 'SETTLED')]),
    spell(cast, about('ACTION', promised, { details: { day: promised } }), [stage(addDays(promised, -60), 'OPEN', idsOf(cast, 'TECHNICIAN', first)), stage(addDays(promised, late ? lateBy : 0), 'SETTLED')]),
  ];
}

/** Late, nobody is known to follow when the host's mandate ends, and the meeting waits for whoever convenes it; on time the presidency is never empty. */
function emptyPresidency(cast: YearCast, day: CivilDate, pace: Pace): Spell[] {
  if (pace === 'ON_TIME') return [];
  const [emptied, [host = '']] = [mandateEnd(cast), cast.partyIds];
  const details = { what: 'CONVENE', party: 'none', day };
  return [spell(cast, { kind: 'CHAIN', objectKind: 'emptyOffice', objectId: idOf(20), period: emptied, base: emptied, sides: [host], details }, [stage(emptied, 'OPEN'), stage(addDays(emptied, lateBy), 'SETTLED')])];
}

/** On the day it is frozen the plan is read by every member. */
const frozen = ({ deadline: { day } }: YearCast, spells: readonly Spell[]): Happening[] =>
  spells.flatMap(({ debt, stages }) => (debt.kind === 'FREEZE' ? [{ on: stages.at(-1)?.from ?? day, kind: 'ActionPlanFrozen', subject: { kind: 'actionPlan', id: idOf(5) }, data: { version: '1', year: debt.period } }] : []));

/** Each technician is called to a remark beside a fiche six times between September and November. */
const calls = (cast: YearCast, year: number): Happening[] =>
  idsOf(cast, 'TECHNICIAN').flatMap((personId) =>
    [9, 10, 11].flatMap((month) =>
      [8, 22].map((day): Happening => {
        const on = workday(civilDateOf(year, month, day), cast);
        return { on, kind: 'SheetCommented', subject: { kind: 'sheetComment', id: `${personId}-${on}` }, data: { personId, at: on } };
      }),
    ),
  );

/**
 * A full year of a partnership: an extraordinary session in spring, the ordinary one that adopts the plan of the year after, their minutes
 * and signatures, fiches, acts before the States, a mandate and a period that end. More is done in it than in most years.
 */
export function yearScript(cast: YearCast, pace: Pace): YearScript {
  const { day: deadline } = cast.deadline;
  const year = yearOf(deadline);
  const adoptedOn = workday(addDays(deadline, pace === 'LATE' ? 10 : -38), cast);
  const ordinary = session(cast, { place: 20, day: adoptedOn, number: `PV-${year}-2` }, pace);
  const spring = session(cast, { place: 30, day: workday(civilDateOf(year, 5, 20), cast), number: `PV-${year}-1` }, pace);
  const ofPlan = plan(cast, pace, { adoptedOn, executoryOn: ordinary.executoryOn });
  return {
    spells: [...ofPlan, ...besides(cast, pace), ...emptyPresidency(cast, adoptedOn, pace), ...ordinary.spells, ...spring.spells],
    happenings: [...ordinary.happenings, ...spring.happenings, ...frozen(cast, ofPlan), ...calls(cast, year)],
  };
}
