import { canonicalJson } from '#kernel';
import { sha256Hex } from '#platform';
import type { ActToProve } from '#identity';
import type { AgendaLine } from '../store/agenda-item.store.js';
import type { DecisionRow } from '../store/decision.entity.js';
import type { MeetingRow } from '../store/meeting.entity.js';

/** What a convocation calls people to: when, where, and every point with the text put to the vote. */
export interface Convoked {
  readonly row: Pick<MeetingRow, 'id' | 'kind' | 'mode' | 'hostPartyId' | 'civilDate' | 'time' | 'zone' | 'place' | 'version'>;
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
