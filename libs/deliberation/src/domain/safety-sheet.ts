import { accepted, type Answer, type CivilDate, type Decided, type RuleSource } from '#kernel';
import { told } from './facts.js';
import { aboutMeeting, isBlank, type Meeting } from './meeting.js';
import { safetyByHost, safetyContactBlank, safetySheetChanged, safetySheetClosed } from './refusals.js';
import { isHeldAt, type Seat } from './seat.js';

/** « Conseils aux voyageurs »: the four levels the ministries publish, calm first. */
export const travelAdvices = ['NORMAL', 'REINFORCED', 'UNLESS_NECESSARY', 'AGAINST'] as const;
export type TravelAdvice = (typeof travelAdvices)[number];

/** What those convened must know to come and go safely (Art. 6). `advice` was read on `adviceOn`; null while nobody looked it up. */
export interface SafetySheet {
  readonly hostContact: string;
  readonly emergency: string;
  readonly insurance: string;
  readonly advice: TravelAdvice | null;
  readonly adviceOn: CivilDate | null;
  readonly notes: string;
  readonly version: number;
}

/** The host prepares the meeting: its coordination or its presidency keeps the sheet (no text says who: ours). */
const keepers: readonly Seat['category'][] = ['COORDINATOR', 'CO_PRESIDENT'];
const over: readonly Meeting['state'][] = ['CLOSED', 'MINUTED', 'CANCELLED'];

/** A sheet to keep in the place of the one that was read (Art. 6). */
export interface KeepSafetySheet {
  readonly sheet: Omit<SafetySheet, 'version'>;
  /** The version that was on the screen; 0 when there was none. */
  readonly expectedVersion: number;
  readonly seats: readonly Seat[];
  readonly personId: string | null;
  readonly hostName: string;
  readonly at: Date;
}

/** The seat from which this person keeps the sheet. Refused: SAFETY_BY_HOST, or SAFETY_SHEET_CLOSED once the meeting is over. */
export function mayKeepSafety(meeting: Meeting, { seats, personId, hostName, at }: Omit<KeepSafetySheet, 'sheet' | 'expectedVersion'>, source: RuleSource): Answer<Seat> {
  const seat = seats.find((held) => held.personId === personId && held.partyId === meeting.hostPartyId && keepers.includes(held.category) && isHeldAt(held, at));
  if (!seat) return safetyByHost(hostName, source);
  return over.includes(meeting.state) ? safetySheetClosed(source) : accepted(seat);
}

/** Writes the sheet whole. Refused further: SAFETY_CONTACT_BLANK, SAFETY_SHEET_CHANGED when somebody else wrote it meanwhile. */
export function keepSafety(meeting: Meeting, { kept, source }: { readonly kept: SafetySheet | null; readonly source: RuleSource }, command: KeepSafetySheet): Answer<Decided<SafetySheet> & { readonly by: Seat }> {
  const seat = mayKeepSafety(meeting, command, source);
  if (seat.refused) return seat;
  const { sheet, expectedVersion, at } = command;
  if (isBlank(sheet.hostContact)) return safetyContactBlank(source);
  if (expectedVersion !== (kept?.version ?? 0)) return safetySheetChanged();
  const state: SafetySheet = { ...sheet, adviceOn: sheet.advice ? sheet.adviceOn : null, version: expectedVersion + 1 };
  return accepted({ state, by: seat.value, facts: [told('SafetySheetKept', aboutMeeting(meeting), { version: state.version, level: state.advice, at: at.toISOString() })] });
}
