import type { Evidence, Finding, Flaw, Line, Value } from './evidence.js';
import { bytesOf, leafHash, leafInstant, linkHash } from './hashes.js';

const nobody = '00000000-0000-0000-0000-000000000000';

/** A head that somebody kept: on paper, in a mail, in an earlier archive (threat N). */
export interface KnownHead {
  readonly chain: string;
  readonly sequence: bigint;
  readonly hash: string;
}

/** What was seen of one chain so far. */
interface Walk {
  readonly chain: string;
  last: bigint;
  hash: Buffer;
  readonly seen: Set<bigint>;
}

const text = (value: Value | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const bigOf = (value: Value | undefined): bigint => (/^-?\d+$/.test(text(value)) ? BigInt(text(value)) : -1n);
export const journalRow = (chain: string, sequence: bigint | string): string => `journal ${chain} n° ${String(sequence)}`;

/** The leaf as the row says it; `null` when no leaf can have been written so. */
function leafOf(row: Line): Value | null {
  const [occurredAt, recordedAt] = [leafInstant(row['occurred_at']), leafInstant(row['recorded_at'])];
  if (!occurredAt || !recordedAt) return null;
  const first = {
    chain: row['chain'] ?? null, sequence: text(row['sequence']), kind: row['kind'] ?? null, subjectKind: row['subject_kind'] ?? null, subjectId: row['subject_id'] ?? null,
    data: row['data'] ?? null, personId: row['person_id'] ?? null, requestId: row['request_id'] ?? null, occurredAt, recordedAt,
  };
  if (row['format'] === 1) return row['rows'] === null ? first : null;
  return row['format'] === 2 ? { ...first, format: 2, rows: row['rows'] ?? null } : null;
}

/** Walks the chains as they stand: each leaf is hashed again, each link too, each number counted. */
export class ChainCheck {
  private readonly walks = new Map<string, Walk>();
  readonly findings: Finding[] = [];

  constructor(private readonly known: readonly KnownHead[] = []) {}

  private found(code: Flaw, where: string): void {
    this.findings.push({ code, where });
  }

  take(row: Line): void {
    const chain = text(row['chain']);
    const walk = this.walks.get(chain) ?? { chain, last: 0n, hash: Buffer.alloc(32), seen: new Set<bigint>() };
    this.walks.set(chain, walk);
    const sequence = bigOf(row['sequence']);
    const where = journalRow(chain, sequence);
    this.place(walk, sequence, where);
    this.content(walk, row, where);
    this.compare(chain, sequence, bytesOf(row['hash']).toString('hex'));
    walk.hash = bytesOf(row['hash']);
    walk.last = sequence > walk.last ? sequence : walk.last;
    walk.seen.add(sequence);
  }

  private place(walk: Walk, sequence: bigint, where: string): void {
    if (walk.seen.has(sequence)) this.found('DUPLICATE', where);
    else if (sequence < 1n) this.found('INSERTED', where);
    else if (sequence < walk.last) this.found('REORDERED', where);
    else for (let missing = walk.last + 1n; missing < sequence && missing < walk.last + 1000n; missing += 1n) this.found('REMOVED', journalRow(walk.chain, missing));
  }

  private content(walk: Walk, row: Line, where: string): void {
    const leaf = leafOf(row);
    const stored = bytesOf(row['leaf_hash']);
    const owner = walk.chain === nobody ? null : walk.chain;
    const isWhole = leaf !== null && leafHash(bytesOf(row['salt']), leaf).equals(stored) && (row['partnership_id'] ?? null) === owner;
    if (!isWhole) this.found('CHANGED', where);
    if (!linkHash(walk.hash, stored).equals(bytesOf(row['hash']))) this.found('BROKEN_LINK', where);
  }

  private compare(chain: string, sequence: bigint, hash: string): void {
    for (const head of this.known) if (head.chain === chain && head.sequence === sequence && head.hash !== hash) this.found('OTHER_HISTORY', journalRow(chain, sequence));
  }

  /** Compares each chain with its head, and with the heads that somebody kept. */
  async end(evidence: Evidence): Promise<void> {
    const heads = new Set<string>();
    for await (const head of evidence.rows('journal_head')) {
      const chain = text(head['chain']);
      if (heads.has(chain)) this.found('DUPLICATE', `journal_head ${chain}`);
      heads.add(chain);
      this.endOf(chain, bigOf(head['sequence']), bytesOf(head['hash']));
    }
    for (const chain of this.walks.keys()) if (!heads.has(chain)) this.found('WRONG_HEAD', `journal_head ${chain}`);
    for (const { chain, sequence } of this.known) if (!this.walks.get(chain)?.seen.has(sequence)) this.found('TRUNCATED', journalRow(chain, sequence));
  }

  private endOf(chain: string, sequence: bigint, hash: Buffer): void {
    const { last, hash: lastHash } = this.walks.get(chain) ?? { last: 0n, hash: Buffer.alloc(32) };
    if (sequence > last) this.found('TRUNCATED', journalRow(chain, `${last + 1n} à ${sequence}`));
    else if (sequence < last) this.found('INSERTED', journalRow(chain, `${sequence + 1n} à ${last}`));
    else if (!hash.equals(lastHash)) this.found('WRONG_HEAD', `journal_head ${chain}`);
  }

  /** The last number and hash of each chain, for whoever wants to keep them. */
  heads(): { chain: string; sequence: string; hash: string }[] {
    return [...this.walks.values()].map(({ chain, last, hash }) => ({ chain, sequence: String(last), hash: hash.toString('hex') }));
  }
}
