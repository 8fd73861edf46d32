import { readFileSync } from 'node:fs';
import type { Accepted, Answer, Refusal } from '#kernel';
import { emptyAttendance, type Attendance, type Presence } from './attendance.js';
import { committeeRules, type RawRule } from './committee-rules.js';
import type { Decision } from './decision.js';
import type { Meeting } from './meeting.js';
import { draft, type Minutes } from './minutes.js';
import type { MinutesFacts } from './minutes-content.js';
import type { CommitteeRules } from './rules.js';
import type { Party, Seat, SeatCategory } from './seat.js';

/** Where the specs of this room start: the two towns, their seats, a meeting. */
export const villeneuve: Party = { id: 'vlg', shortName: 'Villeneuve-la-Garenne', country: 'FR' };
export const tiznit: Party = { id: 'tiz', shortName: 'Tiznit', country: 'MA' };
export const towns: readonly Party[] = [villeneuve, tiznit];
const convention = JSON.parse(readFileSync(new URL('../../../../fixtures/villeneuve-tiznit/rules.json', import.meta.url), 'utf8')) as readonly (RawRule & { key: string })[];
/** The rules of the convention, as its agreement records them. */
export const rules: CommitteeRules = committeeRules(new Map(convention.map((rule) => [rule.key, rule])));

export const day = (iso: string): Date => new Date(iso);
export const morning = day('2026-11-14T09:00:00Z');
export const later = (minutes: number): Date => new Date(morning.getTime() + minutes * 60_000);

export const seat = (id: string, category: SeatCategory, more: Partial<Seat> = {}): Seat => ({
  id,
  partyId: id.startsWith('vlg') ? 'vlg' : 'tiz',
  personId: `person-${id}`,
  name: `Nom ${id}`,
  category,
  votes: category !== 'COORDINATOR',
  from: day('2026-01-01T00:00:00Z'),
  until: null,
  ...more,
});

export const mayor = seat('vlg-1', 'CO_PRESIDENT', { name: 'Maire de Villeneuve-la-Garenne' });
export const president = seat('tiz-1', 'CO_PRESIDENT', { name: 'Président de Tiznit' });
/** Eight members who vote, four per town, and a coordinator each who does not. */
export const seats: readonly Seat[] = [
  mayor,
  seat('vlg-2', 'ELECTED'),
  seat('vlg-3', 'ELECTED'),
  seat('vlg-4', 'TECHNICIAN'),
  seat('vlg-5', 'COORDINATOR'),
  president,
  seat('tiz-2', 'ELECTED'),
  seat('tiz-3', 'ELECTED'),
  seat('tiz-4', 'TECHNICIAN'),
  seat('tiz-5', 'COORDINATOR'),
];

export const attended = (marks: Record<string, Presence>): Attendance => ({ ...emptyAttendance, bySeat: marks });
export const everyoneThere: Attendance = attended(Object.fromEntries(seats.map(({ id }) => [id, 'PRESENT'])));

export const meetingIn = (host: Party, more: Partial<Meeting> = {}): Meeting => ({
  id: 'm-1',
  partnershipId: 'p-1',
  state: 'SCHEDULED',
  hostPartyId: host.id,
  kind: 'ORDINARY',
  mode: 'HYBRID',
  startsAt: morning,
  place: 'Hôtel de ville',
  turnBreakReason: null,
  convenedAt: null,
  openedAt: null,
  closedAt: null,
  stateReason: null,
  ...more,
});

export const decisionOf = (meeting: Meeting, more: Partial<Decision> = {}): Decision => ({
  id: 'd-1',
  partnershipId: meeting.partnershipId,
  meetingId: meeting.id,
  subject: { kind: 'action-plan', id: 'plan-2027' },
  state: 'ON_AGENDA',
  title: 'Plan 2027',
  text: 'Le comité valide le plan d’actions 2027.',
  textHash: 'text-1',
  ballotsHeld: 0,
  correctsDecisionId: null,
  ...more,
});

export const withRules = (values: { [Key in keyof CommitteeRules]?: CommitteeRules[Key]['value'] }): CommitteeRules =>
  Object.fromEntries(Object.entries(rules).map(([key, ruled]) => [key, key in values ? { ...ruled, value: values[key as keyof CommitteeRules] } : ruled])) as unknown as CommitteeRules;

/** Facts of a closed meeting of these towns, with nothing decided. */
export const bareFacts = (meeting: Meeting, parties: readonly Party[] = towns): MinutesFacts => ({
  meeting: {
    id: meeting.id, kind: meeting.kind, mode: meeting.mode, place: meeting.place, hostPartyId: meeting.hostPartyId, turnBreakReason: null,
    convenedAt: null, openedAt: morning.toISOString(), closedAt: later(120).toISOString(),
  },
  parties: parties.map(({ id, shortName, country }) => ({ id, shortName, country })),
  members: [],
  delegations: [],
  quorum: { rule: 'EVERY_CO_PRESIDENT', missingPartyIds: [], source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q4' } },
  decisions: [],
});

export const draftMinutes = (parties: readonly Party[] = towns): Minutes => {
  const meeting = meetingIn(villeneuve, { state: 'CLOSED' });
  const prose = { fr: { discussions: 'Échanges sur le plan 2027.' } };
  return valueOf(draft(meeting, { id: 'pv-1', facts: bareFacts(meeting, parties), prose, rectifiesMinutesId: null, at: later(180) })).state;
};

/** The value of an accepted answer. @throws Error naming the refusal. */
export function valueOf<T>(answer: Answer<T>): Accepted<T>['value'] {
  if (answer.refused) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.args)}`);
  return answer.value;
}

/** The refusal. @throws Error when the answer was accepted. */
export function refusalOf(answer: Answer<unknown>): Refusal {
  if (!answer.refused) throw new Error('accepted, though a refusal was expected');
  return answer;
}

export const codeOf = (answer: Answer<unknown>): string | null => (answer.refused ? answer.code : null);
