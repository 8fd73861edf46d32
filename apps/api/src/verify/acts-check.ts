import type { Evidence, Finding, Line, Value } from './evidence.js';
import { canonical, textHash } from './hashes.js';

type Columns = { readonly [column: string]: Value };
const part = (value: Value | undefined, name: string): Value => (value && typeof value === 'object' && !Array.isArray(value) ? ((value as Columns)[name] ?? null) : null);

/** What a fact says of an act's row, and what the row itself says: both must be the same list. */
const signatureFact = (row: Line): string => canonical([row['subject_id'] ?? null, ...['version', 'partyId', 'seatId', 'personId', 'contentHash', 'pdfSha256'].map((name) => part(row['data'], name))]);
const signatureRow = (row: Line): string => canonical(['minutes_id', 'version', 'party_id', 'seat_id', 'person_id', 'content_hash', 'pdf_sha256'].map((name) => row[name] ?? null));
const voteKey = (ballot: Value | undefined, seat: Value | undefined): string => `${String(ballot)} ${String(seat)}`;

/**
 * Signatures, votes, sealed versions and stored files, by their meaning: they hold for journals of the first format too, whose leaves commit
 * to no row.
 */
export class ActsCheck {
  readonly findings: Finding[] = [];
  private readonly signed = new Set<string>();
  private readonly votes = new Map<string, string>();
  private readonly sealed = new Map<string, string>();
  private readonly files = new Set<string>();

  private found(code: Finding['code'], where: string): void {
    this.findings.push({ code, where });
  }

  take(row: Line): void {
    const { kind, data } = row;
    if (kind === 'MinutesSigned') this.signed.add(signatureFact(row));
    if (kind === 'VoteCast') this.votes.set(voteKey(row['subject_id'], part(data, 'seatId')), canonical([part(data, 'choice'), part(data, 'textHash')]));
    if (kind === 'MinutesFinalised') this.sealed.set(`${String(row['subject_id'])} ${String(part(data, 'version'))}`, canonical([part(data, 'contentHash'), part(data, 'pdfSha256')]));
  }

  async end(evidence: Evidence): Promise<void> {
    for await (const file of evidence.files()) {
      if (file.measured !== file.sha256 || (file.contentType === 'application/pdf') !== file.start.startsWith('%PDF-')) this.found('FILE_CHANGED', `fichier ${file.sha256}`);
      this.files.add(`${file.partnershipId} ${file.sha256}`);
    }
    for await (const row of evidence.rows('signature')) if (!this.signed.delete(signatureRow(row))) this.found('ROW_WITHOUT_FACT', `signature ${String(row['id'])}`);
    for (const lost of this.signed) this.found('FACT_WITHOUT_ROW', `signature ${lost}`);
    for await (const row of evidence.rows('vote')) this.vote(row);
    for (const lost of this.votes.keys()) this.found('FACT_WITHOUT_ROW', `vote ${lost}`);
    for await (const row of evidence.rows('minutes_version')) this.version(row);
    for (const lost of this.sealed.keys()) this.found('FACT_WITHOUT_ROW', `minutes_version ${lost}`);
  }

  private vote(row: Line): void {
    const key = voteKey(row['ballot_id'], row['seat_id']);
    if (this.votes.get(key) !== canonical([row['choice'] ?? null, row['text_hash'] ?? null])) this.found('ROW_WITHOUT_FACT', `vote ${key}`);
    this.votes.delete(key);
  }

  private version(row: Line): void {
    const key = `${String(row['minutes_id'])} ${String(row['version'])}`;
    const where = `minutes_version ${key}`;
    if (this.sealed.get(key) !== canonical([row['content_hash'] ?? null, part(row['pdfs'], 'fr')])) this.found('ROW_WITHOUT_FACT', where);
    this.sealed.delete(key);
    if (textHash(canonical(row['content'] ?? null)) !== row['content_hash']) this.found('CONTENT_CHANGED', where);
    const { pdfs } = row;
    for (const sha256 of pdfs && typeof pdfs === 'object' ? Object.values(pdfs as Columns) : []) if (!this.files.has(`${String(row['partnership_id'])} ${String(sha256)}`)) this.found('FILE_MISSING', `fichier ${String(sha256)} (${where})`);
  }
}
