import { canonicalJson, civilDate, type Json, type Zones } from '#kernel';
import { keepSearchable, sha256Hex, type ReadTx, type Tx } from '#platform';
import type { PaperContent, PaperDecision, PaperMinutes, PaperSignature, PaperState } from '../domain/paper-minutes.js';
import { addAgendaRow } from './meeting.store.js';
import { textHashOf } from './ballot.store.js';
import { decisionSource, meetingSource, minutesSource } from './committee.searchable.js';
import { DecisionRow } from './decision.entity.js';
import { MeetingRow } from './meeting.entity.js';
import { MinutesRow } from './minutes.entity.js';
import { PaperMinutesRow } from './paper-minutes.entity.js';
import { isUuid } from './uuid.js';

const columns = `
  partnership_id as "partnershipId", id, agreement_id as "agreementId", number, held_on::text as "heldOn", kind, host_party_id as "hostPartyId", place, decisions,
  signatures, content_hash as "contentHash", state, entered_party as "enteredParty", entered_by as "enteredBy", entered_at as "enteredAt",
  confirmed_party as "confirmedParty", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", scan_id as "scanId", scan_sha256 as "scanSha256",
  withdraw_reason as "withdrawReason", notes`;

/** A note written beside a confirmed paper. `at` is UTC, ISO 8601. */
export interface PaperNote {
  readonly partyId: string;
  readonly words: string;
  readonly at: string;
}

/** The paper, locked until the end of the act; `null` when absent or foreign. */
export async function lockPaper(tx: Tx, id: string): Promise<PaperMinutesRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<PaperMinutesRow>(`select ${columns} from paper_minutes where id = $1 for update`, [id]);
  return row ?? null;
}

export async function paperById(tx: ReadTx, id: string): Promise<PaperMinutesRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<PaperMinutesRow>(`select ${columns} from paper_minutes where id = $1`, [id]);
  return row ?? null;
}

/** Every paper of a partnership that was not taken back, newest meeting first. */
export const papersOf = (tx: ReadTx, partnershipId: string): Promise<PaperMinutesRow[]> =>
  tx.query<PaperMinutesRow>(`select ${columns} from paper_minutes where partnership_id = $1 and state <> 'WITHDRAWN' order by held_on desc, id desc`, [partnershipId]);

/** Does another paper, or minutes made here, bear this number? Asked under `lockNumbers`. */
export async function isNumberTaken(tx: ReadTx, { partnershipId, id, number }: { partnershipId: string; id: string; number: string }): Promise<boolean> {
  const taken = await tx.query(
    `select from paper_minutes where partnership_id = $1 and id <> $2 and number = $3 and state <> 'WITHDRAWN'
     union all select from minutes where partnership_id = $1 and id <> $2 and number = $3 limit 1`,
    [partnershipId, id, number],
  );
  return taken.length > 0;
}

/** SHA-256 (hex) of the canonical JSON of everything that is confirmed together. */
export const contentHashOf = ({ number, heldOn, kind, hostPartyId, place, decisions, signatures }: PaperContent): string =>
  sha256Hex(canonicalJson({ number, heldOn, kind, hostPartyId, place, decisions, signatures } as unknown as Json));

/** The rule's paper of a row. */
export const paperOf = (row: PaperMinutesRow): PaperMinutes => ({
  id: row.id,
  partnershipId: row.partnershipId,
  number: row.number,
  heldOn: civilDate(row.heldOn),
  kind: row.kind as PaperMinutes['kind'],
  hostPartyId: row.hostPartyId,
  place: row.place,
  decisions: row.decisions as PaperDecision[],
  signatures: row.signatures as PaperSignature[],
  contentHash: row.contentHash,
  state: row.state as PaperState,
  enteredParty: row.enteredParty,
  enteredBy: row.enteredBy,
});

const said = ({ decisions, signatures, ...paper }: PaperMinutes): object => ({ ...paper, decisions: decisions as unknown as object, signatures: signatures as unknown as object });

export async function addPaper(tx: Tx, paper: PaperMinutes, agreementId: string): Promise<void> {
  const open = { confirmedParty: null, confirmedBy: null, confirmedAt: null, scanId: null, scanSha256: null, withdrawReason: null };
  await tx.manager.insert(PaperMinutesRow, { ...said(paper), ...open, agreementId, enteredAt: tx.now(), notes: [] });
}

/** What its acts add to a paper. */
type PaperProof = Partial<Pick<PaperMinutesRow, 'confirmedParty' | 'confirmedBy' | 'confirmedAt' | 'scanId' | 'scanSha256' | 'withdrawReason'>> & { notes?: PaperNote[] };

/** Keeps the paper's new state, with what came with it. */
export async function keepPaper(tx: Tx, paper: PaperMinutes, more: PaperProof = {}): Promise<void> {
  await tx.manager.update(PaperMinutesRow, { partnershipId: paper.partnershipId, id: paper.id }, { ...said(paper), ...more });
}

/** The hour of a paper: it bears none, and noon keeps its civil day in every city. */
const noon = '12:00';
export const noonAt = (day: PaperContent['heldOn'], zone: string, zones: Zones): Date => zones.instantOf(day, noon, zone);

/** Where a confirmed paper stands among the meetings: of which agreement, in whose zone, executory since when. */
export interface PaperPlace {
  readonly agreementId: string;
  readonly zone: string;
  readonly heldAt: Date;
  readonly executoryAt: Date | null;
}

/** The meeting that the paper tells of, under the paper's own id: neither convened, nor opened, nor closed here. */
export async function addPaperMeeting(tx: Tx, paper: PaperMinutes, { agreementId, zone, heldAt, executoryAt }: PaperPlace): Promise<void> {
  const { partnershipId, id, kind, hostPartyId, heldOn: civilDay, place } = paper;
  const blank = { turnReason: null, cancelReason: null, convenedBySeatId: null, convenedAt: null, openedAt: null, closedAt: null };
  const meeting: MeetingRow = { partnershipId, id, agreementId, kind, mode: 'IN_PERSON', hostPartyId, civilDate: civilDay, time: noon, zone, place, state: 'MINUTED', ...blank, sequence: 0, version: 1 };
  await tx.manager.insert(MeetingRow, meeting);
  const ids: string[] = [];
  for (const [index, { title, text, result: state }] of paper.decisions.entries()) {
    const item = await addAgendaRow(tx, meeting, { title, subjectKind: null, subjectId: null });
    ids.push(tx.newId());
    const of = { meetingId: id, agendaItemId: item.id, subjectKind: null, subjectId: null };
    await tx.manager.insert(DecisionRow, { partnershipId, id: ids[index]!, ...of, place: index + 1, title, text, textHash: textHashOf(text, null), state, adoptedAt: state === 'ADOPTED' ? heldAt : null });
  }
  if (executoryAt) await addPaperRecord(tx, paper, executoryAt);
  await keepSearchable(tx, meetingSource, { partnershipId, ids: [id] });
  await keepSearchable(tx, decisionSource, { partnershipId, ids });
}

/** The minutes of a paper that bears every signature: executory from its last one, never final here (`finalised_at` is null). */
async function addPaperRecord(tx: Tx, { partnershipId, id, number, contentHash }: PaperMinutes, executoryAt: Date): Promise<void> {
  const made = { version: 1, state: 'EXECUTORY', prose: {}, proseVersion: 1, contentHash, draftedAt: tx.now(), finalisedAt: null, executoryAt };
  await tx.manager.insert(MinutesRow, { partnershipId, id, meetingId: id, number, ...made });
  await keepSearchable(tx, minutesSource, { partnershipId, ids: [id] });
}

/** A decision that a confirmed paper adopted. */
export interface PaperDecisionLine {
  readonly decisionId: string;
  readonly partnershipId: string;
  readonly paperId: string;
  readonly number: string;
  readonly heldOn: string;
  readonly title: string;
  readonly adoptedAt: Date;
  /** Instant (UTC) of the last signature the paper bears; `null` while one is missing. */
  readonly executoryAt: Date | null;
}

const decided = `
  select decision.id as "decisionId", decision.partnership_id as "partnershipId", paper.id as "paperId", paper.number, paper.held_on::text as "heldOn", decision.title,
         decision.adopted_at as "adoptedAt", minutes.executory_at as "executoryAt"
  from decision
  join paper_minutes paper on paper.partnership_id = decision.partnership_id and paper.id = decision.meeting_id and paper.state = 'CONFIRMED'
  left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null
  where decision.state = 'ADOPTED'`;

/** What confirmed papers of a partnership adopted, newest meeting first. */
export const paperDecisions = (tx: ReadTx, partnershipId: string): Promise<PaperDecisionLine[]> =>
  tx.query<PaperDecisionLine>(`${decided} and decision.partnership_id = $1 order by paper.held_on desc, decision.place`, [partnershipId]);

/** One of them, its paper locked until the end of the act; `null` when absent, foreign, or not adopted by a confirmed paper. */
export async function lockPaperDecision(tx: Tx, decisionId: string): Promise<PaperDecisionLine | null> {
  if (!isUuid(decisionId)) return null;
  const [line] = await tx.query<PaperDecisionLine>(`${decided} and decision.id = $1 for update of paper`, [decisionId]);
  return line ?? null;
}
