import type { CivilDate } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import type { ConvocationAnswer, ConvocationReply } from '../domain/answering.js';
import type { AgendaProposal, ProposalState } from '../domain/proposing.js';
import type { SafetySheet, TravelAdvice } from '../domain/safety-sheet.js';
import { AgendaProposalRow, ConvocationAnswerRow, ConvocationCallRow, SafetySheetRow } from './convening.entity.js';
import type { MeetingRow } from './meeting.entity.js';
import { isUuid } from './uuid.js';

/** Every answer given to a meeting's convocations, of whoever holds the seat now or held it then. */
export async function answersOf(tx: ReadTx, meetingId: string): Promise<ConvocationAnswer[]> {
  const lines = await tx.query<Omit<ConvocationAnswer, 'reply'> & { reply: string }>(
    `select seat_id as "seatId", person_id as "personId", reply, note, sequence, answered_at as "answeredAt" from convocation_answer where meeting_id = $1 order by seat_id`,
    [meetingId],
  );
  return lines.map((line) => ({ ...line, reply: line.reply as ConvocationReply }));
}

/** Has this person answered the convocation as it stands now? */
export async function hasAnswered(tx: ReadTx, meetingId: string, personId: string): Promise<boolean> {
  const found = await tx.query(
    `select from convocation_answer answer join meeting on meeting.partnership_id = answer.partnership_id and meeting.id = answer.meeting_id
     where answer.meeting_id = $1 and answer.person_id = $2 and answer.sequence = meeting.sequence limit 1`,
    [meetingId, personId],
  );
  return found.length > 0;
}

/** Writes what these seats answer, over what they answered before. */
export async function keepAnswers(tx: Tx, { partnershipId, id: meetingId }: MeetingRow, answers: readonly ConvocationAnswer[]): Promise<void> {
  await tx.manager.upsert(ConvocationAnswerRow, answers.map((answer) => ({ partnershipId, meetingId, ...answer })), ['partnershipId', 'meetingId', 'seatId']);
}

/** A convocation that went out once more. */
export type ConvocationCall = Omit<ConvocationCallRow, 'partnershipId' | 'meetingId'>;

/** What went out after the first convocation, oldest first. */
export const callsOf = (tx: ReadTx, meetingId: string): Promise<ConvocationCall[]> =>
  tx.query<ConvocationCall>(
    `select id, kind, sequence, person_id as "personId", called, reason, was_date::text as "wasDate", was_time as "wasTime", was_place as "wasPlace", called_at as "calledAt"
     from convocation_call where meeting_id = $1 order by called_at, id`,
    [meetingId],
  );

export const keepCall = async (tx: Tx, { partnershipId, id: meetingId }: MeetingRow, call: ConvocationCall): Promise<void> =>
  void (await tx.manager.insert(ConvocationCallRow, { partnershipId, meetingId, ...call }));

export type KeptProposal = AgendaProposal & { readonly meetingId: string; readonly personId: string };

const proposalColumns = `id, meeting_id as "meetingId", seat_id as "seatId", person_id as "personId", title, why, state, reason, agenda_item_id as "agendaItemId"`;
const proposalOf = (line: Omit<KeptProposal, 'state'> & { state: string }): KeptProposal => ({ ...line, state: line.state as ProposalState });

/** The points proposed for a meeting, oldest first. */
export const proposalsOf = async (tx: ReadTx, meetingId: string): Promise<KeptProposal[]> =>
  (await tx.query<KeptProposal>(`select ${proposalColumns} from agenda_proposal where meeting_id = $1 order by proposed_at, id`, [meetingId])).map(proposalOf);

/** One proposal; `null` when absent or out of reach. Its meeting is locked by whoever settles it. */
export async function proposalById(tx: ReadTx, id: string): Promise<KeptProposal | null> {
  if (!isUuid(id)) return null;
  const [line] = await tx.query<KeptProposal>(`select ${proposalColumns} from agenda_proposal where id = $1`, [id]);
  return line ? proposalOf(line) : null;
}

export async function addProposal(tx: Tx, { partnershipId, id: meetingId }: MeetingRow, { personId, ...proposal }: AgendaProposal & { readonly personId: string }): Promise<void> {
  await tx.manager.insert(AgendaProposalRow, { partnershipId, meetingId, personId, ...proposal, settledBy: null, settledAt: null, proposedAt: tx.now() });
}

export async function keepProposal(tx: Tx, { partnershipId }: MeetingRow, { id, state, reason, agendaItemId, settledBy }: AgendaProposal & { readonly settledBy: string }): Promise<void> {
  await tx.manager.update(AgendaProposalRow, { partnershipId, id }, { state, reason, agendaItemId, settledBy, settledAt: tx.now() });
}

/** The sheet as kept, and when. */
export type KeptSafety = SafetySheet & { readonly keptAt: Date };

/** The safety sheet of a meeting; `null` while nobody wrote it. */
export async function safetyOf(tx: ReadTx, meetingId: string): Promise<KeptSafety | null> {
  const [line] = await tx.query<Omit<KeptSafety, 'advice' | 'adviceOn'> & { advice: string | null; adviceOn: string | null }>(
    `select host_contact as "hostContact", emergency, insurance, advice, advice_on::text as "adviceOn", notes, version, kept_at as "keptAt" from safety_sheet where meeting_id = $1`,
    [meetingId],
  );
  return line ? { ...line, advice: line.advice as TravelAdvice | null, adviceOn: line.adviceOn as CivilDate | null } : null;
}

export async function keepSafetyRow(tx: Tx, { partnershipId, id: meetingId }: MeetingRow, { personId, sheet }: { personId: string; sheet: SafetySheet }): Promise<void> {
  await tx.manager.upsert(SafetySheetRow, { partnershipId, meetingId, personId, ...sheet, keptAt: tx.now() }, ['partnershipId', 'meetingId']);
}

/** Who has opened the page of this convocation since it last went out, and when first. */
export async function openedBy(tx: ReadTx, { id, sequence }: Pick<MeetingRow, 'id' | 'sequence'>): Promise<Map<string, Date>> {
  const lines = await tx.query<{ personId: string; at: Date }>(
    'select person_id as "personId", first_read_at as at from reading where subject_kind = $1 and subject_id = $2',
    [convocationRead(sequence), id],
  );
  return new Map(lines.map(({ personId, at }) => [personId, at]));
}

/** A convocation sent out again for another day is another thing to read: the first one bears the meeting's own name. */
export const convocationRead = (sequence: number): string => (sequence <= 1 ? 'meeting' : `meeting/${sequence}`);
