import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { Wordings } from '../domain/languages.js';
import type { Minutes, ReplacedVersion, Signature } from '../domain/minutes.js';
import type { MinutesContent } from '../domain/minutes-content.js';
import type { MinutesDocument } from '../domain/minutes-document.js';
import type { PaperStatement, SignatureStatement } from '../domain/statement.js';
import { decisionSource, minutesSource } from './committee.searchable.js';
import { MinutesRow, MinutesVersionRow, SignatureContestRow, SignatureRow } from './minutes.entity.js';
import { isUuid } from './uuid.js';

/** What a version seals: the signed content, and the same facts in the words the press prints. Both stand under one hash. */
export type SealedContent = MinutesContent & { readonly record: MinutesDocument };

/** SHA-256 (hex) of the stored PDF bytes, by language. */
export type PdfHashes = { readonly fr: string; readonly ar: string };

export type VersionLine = Omit<MinutesVersionRow, 'content' | 'pdfs'> & { readonly content: SealedContent; readonly pdfs: PdfHashes };

/** Whose contestation of a signature, why and when; the office as it is called today. */
export interface ContestLine {
  readonly office: string;
  readonly officeAr: string;
  readonly reason: string;
  readonly contestedAt: string;
}

/** A signature's row, with the names that are shown beside it, and what contests it. */
export type SignatureLine = SignatureRow & { readonly displayName: string; readonly officeAr: string; readonly contest: ContestLine | null };

const columns = `
  partnership_id as "partnershipId", id, meeting_id as "meetingId", number, version, state, prose, prose_version as "proseVersion", content_hash as "contentHash",
  drafted_at as "draftedAt", finalised_at as "finalisedAt", executory_at as "executoryAt", observations_until::text as "observationsUntil",
  rectifies_minutes_id as "rectifiesMinutesId", rectifies_reason as "rectifiesReason", wording`;

/** Made here: the minutes of a paper (« repris ») were never final here, and are read as the paper they are. */
const madeHere = '(executory_at is null or finalised_at is not null)';

const signatureLines = `
  select signature.partnership_id as "partnershipId", signature.id, signature.minutes_id as "minutesId", signature.version, signature.party_id as "partyId",
         signature.seat_id as "seatId", signature.person_id as "personId", signature.office, signature.content_hash as "contentHash",
         signature.pdf_sha256 as "pdfSha256", signature.statement, signature.method, signature.level, signature.place, signature.civil_date::text as "civilDate",
         signature.signed_at as "signedAt", person.display_name as "displayName",
         case when seat.office = signature.office then seat.office_ar else signature.office end as "officeAr",
         (select json_build_object('office', desk.office, 'officeAr', desk.office_ar, 'reason', contest.reason, 'contestedAt', contest.contested_at)
          from signature_contest contest join seat desk on desk.partnership_id = contest.partnership_id and desk.id = contest.seat_id
          where contest.partnership_id = signature.partnership_id and contest.signature_id = signature.id) as contest
  from signature
  join seat on seat.partnership_id = signature.partnership_id and seat.id = signature.seat_id
  join person on person.id = signature.person_id
  where signature.minutes_id = $1 order by signature.version, signature.signed_at, signature.id`;

/** The cellar of minutes, their sealed versions and their signatures. Rows in, rows out: no rule here. */
export class MinutesStore {
  /** Locks the minutes: the first lock of every act about them (trust.md J). `null` when absent or foreign. */
  async lock(tx: Tx, id: string): Promise<MinutesRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<MinutesRow>(`select ${columns} from minutes where id = $1 and ${madeHere} for update`, [id]);
    return row ?? null;
  }

  async find(tx: ReadTx, id: string): Promise<MinutesRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<MinutesRow>(`select ${columns} from minutes where id = $1 and ${madeHere}`, [id]);
    return row ?? null;
  }

  async ofMeeting(tx: ReadTx, meetingId: string): Promise<MinutesRow | null> {
    const [row] = await tx.query<MinutesRow>(`select ${columns} from minutes where meeting_id = $1 and rectifies_minutes_id is null and ${madeHere}`, [meetingId]);
    return row ?? null;
  }

  /** Newest first. */
  ofPartnership(tx: ReadTx, partnershipId: string): Promise<MinutesRow[]> {
    return tx.query<MinutesRow>(`select ${columns} from minutes where partnership_id = $1 and ${madeHere} order by drafted_at desc, id desc`, [partnershipId]);
  }

  versions(tx: ReadTx, minutesId: string): Promise<VersionLine[]> {
    return tx.query<VersionLine>(
      `select partnership_id as "partnershipId", minutes_id as "minutesId", version, content, content_hash as "contentHash", pdfs,
              finalised_at as "finalisedAt", voided_at as "voidedAt", void_reason as "voidReason"
       from minutes_version where minutes_id = $1 order by version`,
      [minutesId],
    );
  }

  signatures(tx: ReadTx, minutesId: string): Promise<SignatureLine[]> {
    return tx.query<SignatureLine>(signatureLines, [minutesId]);
  }

  /** The minutes that rectify these, under way or executory; `null` when none is in reach. */
  async rectifying(tx: ReadTx, id: string): Promise<Pick<MinutesRow, 'id' | 'number' | 'state'> | null> {
    const [row] = await tx.query<Pick<MinutesRow, 'id' | 'number' | 'state'>>('select id, number, state from minutes where rectifies_minutes_id = $1', [id]);
    return row ?? null;
  }

  async add(tx: Tx, minutes: Minutes, more: Partial<Pick<MinutesRow, 'rectifiesReason' | 'wording'>> = {}): Promise<void> {
    const { id, partnershipId, meetingId, version, state, prose, rectifiesMinutesId } = minutes;
    const blank = { number: null, contentHash: null, finalisedAt: null, executoryAt: null, observationsUntil: null };
    const written = { rectifiesReason: more.rectifiesReason ?? null, ...(more.wording ? { wording: more.wording as object } : {}) };
    await tx.manager.insert(MinutesRow, { partnershipId, id, meetingId, version, state, prose: prose as object, proseVersion: 1, draftedAt: tx.now(), rectifiesMinutesId, ...blank, ...written });
    await keepSearchable(tx, minutesSource, { partnershipId, ids: [id] });
  }

  /** Keeps a new state. `proseVersion` goes up when words changed, so that two editors never overwrite each other. */
  async keep(tx: Tx, row: MinutesRow, { state: minutes, proseVersion = row.proseVersion }: { state: Minutes; proseVersion?: number }): Promise<void> {
    const { number, version, state, prose, seal, executoryAt, observationsUntil } = minutes;
    const sealed = { contentHash: seal?.contentHash ?? null, finalisedAt: seal?.finalisedAt ?? null };
    await tx.manager.update(
      MinutesRow,
      { partnershipId: row.partnershipId, id: row.id },
      { number, version, state, prose: prose as object, proseVersion, executoryAt, observationsUntil, ...sealed },
    );
    for (const replaced of minutes.replaced) if (replaced.version === row.version) await this.void(tx, row, replaced);
    await this.tellSearch(tx, row, executoryAt);
  }

  /** Who wrote each language, and who reads it: beside the words, it moves no version. */
  async keepWording(tx: Tx, { partnershipId, id }: Pick<MinutesRow, 'partnershipId' | 'id'>, wording: Wordings): Promise<void> {
    await tx.manager.update(MinutesRow, { partnershipId, id }, { wording: wording as object });
  }

  /** What is presented for signature: written once, never changed. */
  async addVersion(tx: Tx, { id: minutesId, partnershipId, version }: Minutes, sealed: Pick<VersionLine, 'content' | 'contentHash' | 'pdfs' | 'finalisedAt'>): Promise<void> {
    const values = { ...sealed, content: sealed.content as object, pdfs: { ...sealed.pdfs } };
    await tx.manager.insert(MinutesVersionRow, { partnershipId, minutesId, version, ...values, voidedAt: null, voidReason: null });
  }

  async addSignature(tx: Tx, minutes: Pick<Minutes, 'id' | 'partnershipId'>, given: { signature: Signature; office: string; statement: SignatureStatement | PaperStatement; civilDate: string }): Promise<void> {
    const { partyId, seatId, personId, version, contentHash, pdfSha256, method, level, place, signedAt } = given.signature;
    const { id: minutesId, partnershipId } = minutes;
    const { office, statement, civilDate } = given;
    await tx.manager.insert(SignatureRow, {
      partnershipId, id: tx.newId(), minutesId, version, partyId, seatId, personId, office, contentHash, pdfSha256, statement: statement as object, method, level, place, civilDate, signedAt,
    });
  }

  /** Written once: the signature that it contests stays as it is. */
  async addContest(tx: Tx, { partnershipId, id: signatureId, minutesId }: Pick<SignatureLine, 'partnershipId' | 'id' | 'minutesId'>, contest: Pick<SignatureContestRow, 'seatId' | 'personId' | 'reason'>): Promise<void> {
    await tx.manager.insert(SignatureContestRow, { partnershipId, signatureId, minutesId, ...contest, contestedAt: tx.now() });
  }

  /** The next sequence of PV-YYYY-n. Asked again under `lockNumbers`. */
  async nextSequence(tx: ReadTx, partnershipId: string, year: number): Promise<number> {
    const [line] = await tx.query<{ next: number }>(
      `select coalesce(max(substring(number from '[0-9]+$')::int), 0) + 1 as next from minutes where partnership_id = $1 and number ~ $2`,
      // A paper may bear any number: only those of our own shape are counted on.
      [partnershipId, `^PV-${year}-[0-9]{1,6}$`],
    );
    return line?.next ?? 1;
  }

  /** One numbering at a time in a partnership, until the end of the transaction; the unique key stands behind it. */
  async lockNumbers(tx: Tx, partnershipId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('minutes-number:' || $1, 0))`, [partnershipId]);
  }

  /** The words of the PV; once it is executory, its decisions are everybody's to find. */
  private async tellSearch(tx: Tx, { partnershipId, id, meetingId }: MinutesRow, executoryAt: Date | null): Promise<void> {
    await keepSearchable(tx, minutesSource, { partnershipId, ids: [id] });
    if (executoryAt === null) return;
    const decided = await tx.query<{ id: string }>('select id from decision where partnership_id = $1 and meeting_id = $2', [partnershipId, meetingId]);
    await keepSearchable(tx, decisionSource, { partnershipId, ids: decided.map((decision) => decision.id) });
  }

  private async void(tx: Tx, row: MinutesRow, { version, reason, replacedAt }: ReplacedVersion): Promise<void> {
    await tx.manager.update(MinutesVersionRow, { partnershipId: row.partnershipId, minutesId: row.id, version }, { voidedAt: replacedAt, voidReason: reason });
  }
}
