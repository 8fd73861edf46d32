import { canonicalJson } from '#kernel';
import { sha256Hex } from '#platform';
import type { ActToProve } from '#identity';
import type { AgendaLine } from '../store/agenda-item.store.js';
import type { DecisionRow } from '../store/decision.entity.js';
import type { MeetingRow } from '../store/meeting.entity.js';

/** What a convocation calls people to: when, where, and every point with the text put to the vote. */
export interface Convoked {
  readonly row: Pick<MeetingRow, 'id' | 'kind' | 'mode' | 'hostPartyId' | 'civilDate' | 'time' | 'zone' | 'place' | 'version' | 'sequence'>;
  readonly agenda: readonly AgendaLine[];
  readonly decisions: readonly Pick<DecisionRow, 'agendaItemId' | 'textHash'>[];
}

/** SHA-256, in hexadecimal, of the convocation as it would leave now. One word of its agenda changed is another convocation. */
export function convocationHash({ row, agenda, decisions }: Convoked): string {
  const { id, kind, mode, hostPartyId, civilDate, time, zone, place } = row;
  const points = agenda.map((point) => ({ ...point, textHashes: decisions.filter(({ agendaItemId }) => agendaItemId === point.id).map(({ textHash }) => textHash) }));
  return sha256Hex(canonicalJson({ id, kind, mode, hostPartyId, civilDate, time, zone, place, agenda: points }));
}

/** The act that a key answers for: this meeting's convocation, in this version of the meeting (issue 3, item 2). */
export const conveningAct = (convoked: Convoked): ActToProve => ({
  kind: 'conveneMeeting',
  subjectId: convoked.row.id,
  version: convoked.row.version,
  contentHash: convocationHash(convoked),
});

/** Where and when a convened meeting is moved to, and why, as it was typed. */
export type MovedTo = Readonly<Record<'civilDate' | 'time' | 'place' | 'reason', string>>;

/** A text as it travels in a form or in JSON: line ends are one, and half a character is none. */
const asTyped = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n');

/**
 * The act that a key answers for when a convened meeting is moved: this convocation (its SEQUENCE), to this day, hour and place, for this reason.
 * `contentHash` is the SHA-256 of the JSON list [convocationHash, civilDate, time, place, reason] (trust.md E, H).
 */
export const movingAct = (convoked: Convoked, { civilDate, time, place, reason }: MovedTo): ActToProve => ({
  kind: 'rescheduleMeeting',
  subjectId: convoked.row.id,
  version: convoked.row.sequence,
  contentHash: sha256Hex(canonicalJson([convocationHash(convoked), civilDate, time, place, reason].map(asTyped))),
});
