import type { DebtKind, Step } from './step.js';

type Wish = Pick<Step, 'to' | 'level'> & Partial<Step>;

const signed = (offset: number): string => (offset === 0 ? '' : `${offset > 0 ? '+' : ''}${offset}`);
type Family = `${DebtKind}_${'J' | 'S' | 'P' | 'T' | 'AR' | 'AR2M' | 'V' | 'F' | 'M' | 'D'}`;
/** The rows of one debt, by the letter of its day: each offset with whom it tells. */
const rowsOf = (family: Family, rows: readonly (readonly [number, Wish])[], all: Partial<Step> = {}): Step[] => {
  const debt = family.slice(0, family.lastIndexOf('_')) as DebtKind;
  return rows.map(([offset, wish]) => ({ rule: `${family}${signed(offset)}`, debt, offset, sending: 'DEADLINE', endsAt: 'SETTLED', ...all, ...wish }));
};

const both = ['CO_PRESIDENTS', 'COORDINATORS'] as const;
const desks = ['COORDINATORS'] as const;
const debtor = ['DEBTOR'] as const;
const ownDesk = ['DEBTOR', 'OWN_COORDINATORS'] as const;

/** C2: the plan of year n, D = 31 December n-1. Until the vote, then until the last signature. */
const plan: readonly Step[] = [
  ...rowsOf('PLAN_J', [[-90, { to: desks, level: 2 }], [-60, { to: both, level: 2 }], [-30, { to: both, level: 2 }], [-21, { to: ['CO_PRESIDENTS'], level: 4 }], [-15, { to: both, level: 5 }]], { endsAt: 'ADOPTED' }),
  ...rowsOf('PLAN_J', [[-10, { to: ['CO_PRESIDENTS'], level: 5, onlyAt: 'ADOPTED' }], [-7, { to: both, level: 5 }], [-3, { to: both, level: 5 }], [-1, { to: both, level: 5 }]]),
  ...rowsOf('PLAN_J', [[0, { to: ['MEMBERS', 'COORDINATORS'], level: 5 }]]),
  ...rowsOf('PLAN_J', [[1, { to: desks, level: 2 }], [7, { to: desks, level: 2 }], [15, { to: both, level: 5 }], [30, { to: both, level: 5 }]], { endsAt: 'ADOPTED', sending: 'INFORMATION' }),
];

/** C2, on the way to that plan: a meeting on the calendar, fiches from both sides, a plan assembled and frozen. */
const beforeThePlan: readonly Step[] = [
  ...rowsOf('SESSION_J', [[-240, { to: desks, level: 0 }], [-200, { to: both, level: 2 }], [-75, { to: ['CABINETS'], level: 3 }], [-30, { to: both, level: 5 }]]),
  // Counted from the days the partners gave to « fiches due » (J-75) and « frozen » (J-45): moved, their reminders follow.
  ...([['J-120', -45, debtor, 0], ['J-105', -30, debtor, 0], ['J-75', 0, debtor, 0], ['J-70', 5, ['OWN_COORDINATORS'], 1], ['J-65', 10, desks, 2]] as const).map(
    ([name, offset, to, level]): Step => ({ rule: `SHEETS_${name}`, debt: 'SHEETS', offset, to, level, sending: offset < -30 ? 'INFORMATION' : 'DEADLINE', endsAt: 'SETTLED' }),
  ),
  { rule: 'FREEZE_J-45', debt: 'FREEZE', offset: 0, to: desks, level: 2, sending: 'DEADLINE', endsAt: 'SETTLED' },
];

/** C3: the meeting S and its minutes P. */
const committee: readonly Step[] = [
  // News to élus alone: a year kept on time is full for presidencies and for technicians (F15), whom J-60 and the campaign of fiches lead to the agenda.
  ...rowsOf('PROPOSALS_S', [[-45, { to: debtor, level: 0 }]]),
  ...rowsOf('MEETING_S', [[-30, { to: debtor, level: 0 }], [-20, { to: ownDesk, level: 1 }], [-10, { to: both, level: 5 }]]),
  // C2, J-60: counted from the plan's day instead; the host's presidency alone, while the meeting that must adopt the plan has left nobody a convocation.
  { rule: 'MEETING_J-50', debt: 'MEETING', offset: -50, from: 'END', to: debtor, level: 4, sending: 'DEADLINE', endsAt: 'SETTLED' },
  // Counted down from the meeting to whoever has not answered its convocation; a week before, her coordination hears of it.
  ...rowsOf('ANSWER_S', [[-15, { to: debtor, level: 0 }], [-7, { to: ownDesk, level: 1 }], [-2, { to: ownDesk, level: 1 }]]),
  ...rowsOf('DRAFTING_S', [[2, { to: ['COORDINATORS', 'SECRETARIES'], level: 0, endsAt: 'IN_REVIEW' }], [5, { to: ['COORDINATORS', 'SECRETARIES'], level: 1, endsAt: 'IN_REVIEW' }], [15, { to: ['COORDINATORS', 'SECRETARIES'], level: 2 }], [22, { to: both, level: 5 }]]),
  ...rowsOf('MINUTES_P', [[3, { to: debtor, level: 0 }], [7, { to: debtor, level: 0 }], [14, { to: [...ownDesk, 'OWN_CABINETS'], level: 3 }], [21, { to: ['DEBTOR', 'COORDINATORS'], level: 4 }], [30, { to: both, level: 5 }]]),
];

/** C3: what the State is asked and answers, T = sent, AR = received, V = submitted. */
const state: readonly Step[] = [
  ...rowsOf('RECEIPT_T', [[2, { to: debtor, level: 0 }], [5, { to: ownDesk, level: 1 }]]),
  ...rowsOf('PUBLICATION_AR', [[1, { to: debtor, level: 0 }], [7, { to: debtor, level: 1 }], [15, { to: ['DEBTOR', 'OWN_CABINETS'], level: 3 }]]),
  ...rowsOf('CONTROL_AR2M', [[0, { to: desks, level: 0 }]], { sending: 'INFORMATION' }),
  ...rowsOf('VISA_V', [[10, { to: debtor, level: 0 }], [20, { to: ownDesk, level: 1 }], [30, { to: [...ownDesk, 'OWN_CO_PRESIDENTS'], level: 4 }]]),
];

/** C3: the life of the agreement E, counted from the end of its period in calendar months, and the mandates of those who sign. */
const agreement: readonly Step[] = [
  { rule: 'RENEWAL_E-12M', debt: 'RENEWAL', offset: 0, months: -12, from: 'END', to: desks, level: 2, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'RENEWAL_E-6M', debt: 'RENEWAL', offset: 0, to: both, level: 2, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'RENEWAL_E-5M', debt: 'RENEWAL', offset: 0, months: -5, from: 'END', to: both, level: 5, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'RENEWAL_E-4M', debt: 'RENEWAL', offset: 0, months: -4, from: 'END', to: ['CO_PRESIDENTS'], level: 5, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'RENEWAL_E-3M-15', debt: 'RENEWAL', offset: -15, from: 'LAST_NOTICE', to: ['CO_PRESIDENTS'], level: 5, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'RENEWAL_E-3M', debt: 'RENEWAL', offset: 0, from: 'LAST_NOTICE', to: ['CO_PRESIDENTS'], level: 5, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'TACIT_E-1M', debt: 'TACIT', offset: 0, months: -1, to: ['MEMBERS', 'COORDINATORS'], level: 0, sending: 'INFORMATION', endsAt: 'IN_REVIEW' },
  { rule: 'TACIT_E', debt: 'TACIT', offset: 0, to: ['MEMBERS', 'COORDINATORS'], level: 0, sending: 'INFORMATION', endsAt: 'SETTLED' },
  { rule: 'WIND_DOWN_N', debt: 'WIND_DOWN', offset: 0, to: desks, level: 2, sending: 'INFORMATION', endsAt: 'SETTLED' },
  { rule: 'WIND_DOWN_N+1M', debt: 'WIND_DOWN', offset: 0, months: 1, to: desks, level: 2, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'WIND_DOWN_N+2M', debt: 'WIND_DOWN', offset: 0, months: 2, to: desks, level: 2, sending: 'DEADLINE', endsAt: 'SETTLED' },
  { rule: 'WIND_DOWN_N+3M-7', debt: 'WIND_DOWN', offset: -7, from: 'END', to: both, level: 5, sending: 'DEADLINE', endsAt: 'SETTLED' },
  ...rowsOf('MANDATE_F', [[-90, { to: ['OWN_COORDINATORS'], level: 1 }], [-30, { to: desks, level: 2 }], [0, { to: ['COORDINATORS', 'OWN_CABINETS'], level: 3 }]]),
];

/** C2, per action: once a promised day has passed, who answers for it, then the coordinations. On a day off the next one: never before the promised day is over. */
const actions: readonly Step[] = rowsOf('ACTION_M', [[1, { to: debtor, level: 0 }], [7, { to: ['DEBTOR', 'COORDINATORS'], level: 2 }], [21, { to: ['DEBTOR', 'COORDINATORS'], level: 2 }]], { sending: 'INFORMATION' });

/** F33: what nobody can carry on, from the day it stopped. The side whose office is empty names; the other coordination is told in the same words. */
const chains: readonly Step[] = rowsOf('CHAIN_D', [[0, { to: desks, level: 2, onceCome: true }], [7, { to: desks, level: 2 }]]);

/** The calendar of reminders, as data: the rows of the design's C2 and C3 that are in reach (`docs/reminders.md` says which, and why the others are not). */
export const ladder: readonly Step[] = [...plan, ...beforeThePlan, ...committee, ...state, ...agreement, ...actions, ...chains];
