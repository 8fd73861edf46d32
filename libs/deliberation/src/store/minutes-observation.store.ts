import type { ReadTx, Tx } from '#platform';
import type { Observation, ObservationAnswer, ObservationKind, Passage } from '../domain/observations.js';
import { MinutesObservationRow } from './minutes-observation.entity.js';
import { isUuid } from './uuid.js';

/** An observation with the office it was made from. */
export interface ObservationLine extends Observation {
  readonly minutesId: string;
  readonly office: string;
  readonly officeAr: string;
}

type Line = Omit<MinutesObservationRow, 'partnershipId'> & { readonly office: string; readonly officeAr: string };

const lines = `
  select said.id, said.minutes_id as "minutesId", said.version, said.prose_version as "proseVersion", said.kind, said.passage, said.quoted, said.text, said.party_id as "partyId",
         said.seat_id as "seatId", said.person_id as "personId", said.made_at as "madeAt", said.taken_up as "takenUp", said.answer, said.answered_by as "answeredBy",
         said.answered_at as "answeredAt", seat.office, seat.office_ar as "officeAr"
  from minutes_observation said join seat on seat.partnership_id = said.partnership_id and seat.id = said.seat_id`;

function observationOf({ kind, passage, takenUp, answer, answeredBy, answeredAt, ...line }: Line): ObservationLine {
  const answered: ObservationAnswer | null = takenUp === null || !answeredBy || !answeredAt ? null : { takenUp, text: answer, personId: answeredBy, at: answeredAt };
  return { ...line, kind: kind as ObservationKind, passage: passage as Passage, answer: answered };
}

/** Every observation on these minutes, oldest first. */
export const observationsOf = async (tx: ReadTx, minutesId: string): Promise<ObservationLine[]> =>
  (await tx.query<Line>(`${lines} where said.minutes_id = $1 order by said.made_at, said.id`, [minutesId])).map(observationOf);

/** One observation; `null` when absent or not the reader's to see. */
export async function observationById(tx: ReadTx, id: string): Promise<ObservationLine | null> {
  if (!isUuid(id)) return null;
  const [line] = await tx.query<Line>(`${lines} where said.id = $1`, [id]);
  return line ? observationOf(line) : null;
}

export async function addObservation(tx: Tx, of: { readonly partnershipId: string; readonly minutesId: string }, { answer: _, ...said }: Observation): Promise<void> {
  await tx.manager.insert(MinutesObservationRow, { ...of, ...said, takenUp: null, answer: null, answeredBy: null, answeredAt: null });
}

export async function keepAnswer(tx: Tx, of: { readonly partnershipId: string; readonly id: string }, { takenUp, text, personId, at }: ObservationAnswer): Promise<void> {
  await tx.manager.update(MinutesObservationRow, { ...of }, { takenUp, answer: text, answeredBy: personId, answeredAt: at });
}
