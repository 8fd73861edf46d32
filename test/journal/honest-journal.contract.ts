import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, type Json } from '#kernel';
import { commitRows, emptyHash, leafFormat, leafHashOf, linkHashOf, sealData, type FirstLeaf, type KeptRow, type KeptWords, type Leaf } from '#platform';
import { audited, type Audited } from '../../apps/api/src/migrations/0007-audited.js';
import type { Evidence, Line, SeenFile, Value } from '../../apps/api/src/verify/evidence.js';

/** A journal with the rows it speaks of, as an archive holds them, in memory. */
export class PaperEvidence implements Evidence {
  readonly tables = new Map<string, Record<string, Value>[]>();
  readonly stored: SeenFile[] = [];

  list(table: string): Record<string, Value>[] {
    const rows = this.tables.get(table) ?? [];
    this.tables.set(table, rows);
    return rows;
  }

  async *rows(table: string): AsyncGenerator<Line> {
    yield* this.list(table);
  }

  async *files(): AsyncGenerator<SeenFile> {
    yield* this.stored;
  }
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const stamp = (second: number): string => new Date(Date.UTC(2027, 0, 1) + second * 1_371).toISOString();
const asPostgres = (instant: string): string => instant.replace(/\.?0*Z$/, 'Z').replace('Z', '+00:00');

/** Numbers drawn by the property, so that a failure is played again from its seed. */
class Dice {
  constructor(private seed: number) {}
  next(below: number): number {
    return this.bits() % below;
  }
  uuid(): string {
    // The low bits of each draw go round in short circles: 22 of them are left, 20 are taken.
    const draw = (): string => (this.bits() & 0xfffff).toString(16).padStart(5, '0');
    const text = draw() + draw() + draw() + draw() + draw() + draw();
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-7${text.slice(12, 15)}-8${text.slice(15, 18)}-${text.slice(18, 30)}`;
  }
  private bits(): number {
    this.seed = (Math.imul(this.seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return this.seed >> 8;
  }
}

/** Writes as production writes (its own hash functions and sealing), without a database. */
export class HonestJournal {
  readonly evidence = new PaperEvidence();
  readonly dice: Dice;
  readonly chain: string;
  private sequence = 0;
  private hash = emptyHash;

  constructor(seed: number) {
    this.dice = new Dice(seed);
    this.chain = this.dice.uuid();
    this.evidence.list('journal_head').push({ chain: this.chain, sequence: 0, hash: hex(emptyHash) });
  }

  /** An act: its fact, and the audited rows it wrote. `first` writes as the first landed version did. */
  tell(fact: { kind: string; subjectId: string; data: Readonly<Record<string, Json>> }, rows: readonly KeptRow[] = [], { first = false } = {}): void {
    this.sequence += 1;
    const sealed = sealData(fact.data);
    const kept = commitRows(rows);
    const at = stamp(this.sequence);
    const leaf: FirstLeaf = {
      chain: this.chain, sequence: String(this.sequence), kind: fact.kind, subjectKind: 'minutes', subjectId: fact.subjectId, data: first ? fact.data : sealed.data,
      personId: this.dice.next(3) ? this.dice.uuid() : null, requestId: `request ${this.sequence}`, occurredAt: at, recordedAt: at,
    };
    const whole: FirstLeaf | Leaf = first ? leaf : { ...leaf, format: leafFormat, rows: kept.rows };
    const salt = randomBytes(16);
    const leafHash = leafHashOf(salt, whole);
    this.hash = linkHashOf(this.hash, leafHash);
    this.evidence.list('journal').push({
      chain: this.chain, sequence: this.sequence, partnership_id: this.chain, kind: leaf.kind, subject_kind: leaf.subjectKind, subject_id: leaf.subjectId, data: leaf.data,
      person_id: leaf.personId, request_id: leaf.requestId, occurred_at: asPostgres(at), recorded_at: asPostgres(at), salt: hex(salt), leaf_hash: hex(leafHash), hash: hex(this.hash),
      format: first ? 1 : leafFormat, rows: first ? null : (kept.rows as unknown as Value),
    });
    if (!first) this.keepWords([...sealed.words, ...kept.words]);
    Object.assign(this.evidence.list('journal_head')[0]!, { sequence: this.sequence, hash: hex(this.hash) });
  }

  private keepWords(words: readonly KeptWords[]): void {
    for (const { path, salt, words: text } of words) {
      this.evidence.list('journal_words').push({ chain: this.chain, sequence: this.sequence, path, partnership_id: this.chain, salt: hex(salt), words: text });
    }
  }

  /** Keeps an audited row as it stands now, and answers what its trigger would tell. */
  row(table: string, row: Record<string, Value>): KeptRow {
    const { key, columns, words } = audited.find((known) => known.table === table) as Audited;
    const pick = (names: readonly string[]): Record<string, Json> => Object.fromEntries(names.map((name) => [name, (row[name] ?? null) as Json]));
    const rows = this.evidence.list(table);
    const at = rows.findIndex((known) => key.every((name) => known[name] === row[name]));
    rows.splice(at < 0 ? rows.length : at, at < 0 ? 0 : 1, row);
    return { chain: this.chain, table, key: pick(key), row: pick(columns), words: pick(words) };
  }
}

const words = ['Le budget manque.', 'Très bien', 'محضر الاجتماع', 'Non', 'Mme Exemple a dit « oui »'];

function vote(journal: HonestJournal, ballotId: string, seatId: string): void {
  const { dice, chain } = journal;
  const choice = ['FOR', 'AGAINST', 'ABSTAIN'][dice.next(3)] as string;
  const textHash = sha256(ballotId);
  const reason = dice.next(2) ? (words[dice.next(words.length)] as string) : null;
  const row = { partnership_id: chain, ballot_id: ballotId, seat_id: seatId, person_id: dice.uuid(), choice, reason, text_hash: textHash, cast_at: '2027-01-02T10:00:00.25+00:00' };
  journal.tell({ kind: 'VoteCast', subjectId: ballotId, data: { seatId, choice, words: reason, textHash } }, [journal.row('vote', row)]);
}

/** Sealed minutes with their file, one signature, as the room writes them. */
function minutes(journal: HonestJournal, version: number, first: boolean): void {
  const { dice, chain, evidence } = journal;
  const id = dice.uuid();
  const pdf = sha256(`%PDF- ${id}`);
  const content = { facts: { number: `PV-2027-${version}`, present: dice.next(12) }, prose: { fr: words[dice.next(words.length)] as string } };
  const contentHash = sha256(canonicalJson(content));
  evidence.stored.push({ partnershipId: chain, sha256: pdf, contentType: 'application/pdf', measured: pdf, start: '%PDF-1.7' });
  const sealed = { partnership_id: chain, minutes_id: id, version, content, content_hash: contentHash, pdfs: { fr: pdf }, finalised_at: '2027-01-03T09:00:00+00:00', voided_at: null, void_reason: null };
  journal.tell({ kind: 'MinutesFinalised', subjectId: id, data: { number: `PV-2027-${version}`, version, contentHash, pdfSha256: pdf } }, [journal.row('minutes_version', sealed)], { first });
  const who = { partyId: dice.uuid(), seatId: dice.uuid(), personId: dice.uuid() };
  const row = {
    partnership_id: chain, id: dice.uuid(), minutes_id: id, version, party_id: who.partyId, seat_id: who.seatId, person_id: who.personId, office: 'Maire', content_hash: contentHash,
    pdf_sha256: pdf, statement: { intent: 'Je signe', nonce: dice.uuid() }, method: 'PASSKEY', level: 'SIMPLE', place: 'Nanterre', civil_date: '2027-01-03', signed_at: '2027-01-03T10:00:00+00:00',
  };
  journal.tell({ kind: 'MinutesSigned', subjectId: id, data: { version, ...who, method: 'PASSKEY', contentHash, pdfSha256: pdf, place: 'Nanterre' } }, [journal.row('signature', row)], { first });
}

/** A journal of 6 to about 40 facts: first-format rows, votes given and changed, minutes sealed and signed, words erased. */
export function honestJournal(seed: number): HonestJournal {
  const journal = new HonestJournal(seed);
  const { dice, evidence, chain } = journal;
  if (dice.next(2)) journal.tell({ kind: 'MeetingCancelled', subjectId: dice.uuid(), data: { reason: words[0] as string } }, [], { first: true });
  const ballot = dice.uuid();
  const seats = Array.from({ length: 2 + dice.next(4) }, () => dice.uuid());
  for (const seat of seats) vote(journal, ballot, seat);
  if (dice.next(2)) vote(journal, ballot, seats[0] as string);
  for (let version = 1; version <= 1 + dice.next(3); version += 1) minutes(journal, version, false);
  for (let more = dice.next(12); more > 0; more -= 1) journal.tell({ kind: 'MinutesReopened', subjectId: dice.uuid(), data: { version: more, reason: words[dice.next(words.length)] as string } });
  if (dice.next(2)) {
    const [{ sequence, path }] = evidence.list('journal_words').splice(evidence.list('journal_words').findIndex((line) => String(line['path']).startsWith('data.')), 1) as [{ sequence: number; path: string }];
    journal.tell({ kind: 'WordsErased', subjectId: chain, data: { ofSequence: sequence, path } });
  }
  return journal;
}

export const seeds = fc.integer({ min: 1, max: 0x7ffffffe });
