import { randomBytes } from 'node:crypto';
import type { Fact, Json } from '#kernel';
import type { Tx } from '../work/work.js';
import { emptyHash, instanceChain, leafFormat, leafHashOf, linkHashOf, type Leaf } from './chain.js';
import { factChannel } from './fact-bell.js';
import { commitRows, keptRowsOf, type KeptRow } from './kept-rows.js';
import { sealData, type KeptWords } from './sealed-words.js';

interface Head {
  readonly sequence: string;
  readonly hash: Buffer;
}

/** A fact as it is written: what is chained, and what stands beside the chain. */
interface Written {
  readonly fact: Fact;
  readonly leaf: Leaf;
  readonly words: readonly KeptWords[];
  readonly salt: Buffer;
  readonly leafHash: Buffer;
  readonly hash: Buffer;
}

/** Audited rows that an act wrote without telling a fact in their chain: the chain commits to them under this kind. */
const rowsKept = (partnershipId: string): Fact => ({ kind: 'RowsKept', partnershipId, subject: { kind: 'partnership', id: partnershipId }, data: {} });

/** Locks the chain's head (made if absent), last in the transaction, so that sequences are dense. */
async function lockHead(tx: Tx, chain: string): Promise<Head> {
  await tx.query('insert into journal_head (chain, sequence, hash) values ($1, 0, $2) on conflict do nothing', [chain, emptyHash]);
  const [head] = await tx.query<Head>('select sequence, hash from journal_head where chain = $1 for update', [chain]);
  if (!head) throw new Error(`journal head of ${chain} is out of reach`);
  return head;
}

/** The leaf of a fact at its place, linked to the one before. `rows` are those its act wrote, committed to here. */
function written(tx: Tx, fact: Fact, place: { chain: string; sequence: string; previous: Buffer; rows: readonly KeptRow[] }): Written {
  const { chain, sequence, previous } = place;
  const told = sealData(fact.data);
  const kept = commitRows(place.rows);
  const leaf: Leaf = {
    chain,
    sequence,
    kind: fact.kind,
    subjectKind: fact.subject.kind,
    subjectId: fact.subject.id,
    data: told.data,
    personId: tx.ctx.actor?.personId ?? null,
    requestId: tx.ctx.requestId,
    occurredAt: tx.now().toISOString(),
    recordedAt: tx.recordedAt().toISOString(),
    format: leafFormat,
    rows: kept.rows,
  };
  const salt = randomBytes(16);
  const leafHash = leafHashOf(salt, leaf);
  return { fact, leaf, words: [...told.words, ...kept.words], salt, leafHash, hash: linkHashOf(previous, leafHash) };
}

async function keep(tx: Tx, { fact, leaf, words, salt, leafHash, hash }: Written): Promise<void> {
  await tx.query(
    `with fact as (
       insert into journal (chain, sequence, partnership_id, kind, subject_kind, subject_id, data, person_id, request_id, occurred_at, recorded_at, salt, leaf_hash, hash, format, rows)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $17, $18))
     insert into outbox (id, partnership_id, kind, subject_kind, subject_id, data, occurred_at) values ($15, $3, $4, $5, $6, $16, $10)`,
    [leaf.chain, leaf.sequence, fact.partnershipId, fact.kind, fact.subject.kind, fact.subject.id, JSON.stringify(leaf.data), leaf.personId,
      leaf.requestId, leaf.occurredAt, leaf.recordedAt, salt, leafHash, hash, tx.newId(), JSON.stringify(fact.data), leaf.format, JSON.stringify(leaf.rows)],
  );
  for (const text of words) {
    await tx.query('insert into journal_words (chain, sequence, path, partnership_id, salt, words) values ($1, $2, $3, $4, $5, $6)', [leaf.chain, leaf.sequence, text.path, fact.partnershipId, text.salt, text.words]);
  }
}

async function appendToChain(tx: Tx, chain: string, act: { facts: readonly Fact[]; rows: readonly KeptRow[] }): Promise<void> {
  const head = await lockHead(tx, chain);
  const facts = act.facts.length > 0 ? act.facts : [rowsKept(chain)];
  let sequence = BigInt(head.sequence);
  let previous = head.hash;
  for (const [index, fact] of facts.entries()) {
    sequence += 1n;
    const rows = index === facts.length - 1 ? act.rows : [];
    const line = written(tx, fact, { chain, sequence: String(sequence), previous, rows });
    await keep(tx, line);
    previous = line.hash;
  }
  await tx.query('update journal_head set sequence = $2, hash = $3 where chain = $1', [chain, String(sequence), previous]);
  for (const ring of new Set(facts.map((fact) => `${chain} ${fact.subject.kind} ${fact.subject.id}`))) {
    await tx.query('select pg_notify($1, $2)', [factChannel, ring]);
  }
}

/**
 * Appends the act's facts to their chains and to the outbox, in the act's transaction, with the digests of the audited rows it wrote
 * (the last fact of a chain carries them); chains in one order, so no deadlock.
 */
export async function appendFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const [said] = await tx.query<{ rows: string | null }>(`select current_setting('app.rows', true) as rows`);
  const rows = grouped(keptRowsOf(said?.rows ?? null), ({ chain }) => chain);
  const told = grouped(facts, (fact) => fact.partnershipId ?? instanceChain);
  for (const chain of [...new Set([...told.keys(), ...rows.keys()])].sort()) {
    await appendToChain(tx, chain, { facts: told.get(chain) ?? [], rows: rows.get(chain) ?? [] });
  }
}

function grouped<Item>(items: readonly Item[], chainOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(chainOf(item), [...(groups.get(chainOf(item)) ?? []), item]);
  return groups;
}

/** A piece of free text of one journal row. */
export interface WordsPlace {
  readonly chain: string;
  readonly sequence: string;
  /** As the leaf commits to it: `data.reason`. All of the fact's words when absent. */
  readonly path?: string;
}

/**
 * Erases a piece of free text and its salt for ever (RGPD art. 17): the chain stays whole, and tells that the words were erased. The same
 * text in an audited row is erased by its own room, in the same act.
 * Answers `false` when there is nothing there, or nothing the viewer may reach (row-level security).
 */
export async function eraseWords(tx: Tx, { chain, sequence, path }: WordsPlace): Promise<boolean> {
  const erased = await tx.query<{ path: string; subject_kind: string; subject_id: string; partnership_id: string | null }>(
    `delete from journal_words using journal
     where journal_words.chain = $1 and journal_words.sequence = $2 and journal_words.path = coalesce($3, journal_words.path)
       and journal.chain = journal_words.chain and journal.sequence = journal_words.sequence
     returning journal_words.path, journal.subject_kind, journal.subject_id, journal.partnership_id`,
    [chain, sequence, path ?? null],
  );
  for (const { path: gone, subject_kind: kind, subject_id: id, partnership_id: partnershipId } of erased) {
    const data: { readonly [key: string]: Json } = { ofSequence: Number(sequence), path: gone };
    tx.tell({ kind: 'WordsErased', partnershipId, subject: { kind, id }, data });
  }
  return erased.length > 0;
}
