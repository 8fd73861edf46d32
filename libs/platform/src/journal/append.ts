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

/** Locks the heads of these chains (made if absent), in one order, last in the transaction, so that sequences are dense and nobody crosses. */
async function lockHeads(tx: Tx, chains: readonly string[]): Promise<Map<string, Head>> {
  const sorted = [[...chains].sort()];
  await tx.query('insert into journal_head (chain, sequence, hash) select chain, 0, $2 from unnest($1::uuid[]) as chain on conflict do nothing', [...sorted, emptyHash]);
  const heads = await tx.query<Head & { chain: string }>('select chain, sequence, hash from journal_head where chain = any ($1::uuid[]) order by chain for update', sorted);
  if (heads.length !== chains.length) throw new Error(`journal heads of ${chains.join(', ')} are not all in reach`);
  return new Map(heads.map((head) => [head.chain, head]));
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

const hexOf = (bytes: Buffer): string => bytes.toString('hex');

const insertFacts = `
  with told as (
    select * from jsonb_to_recordset($1::jsonb) as line("place" int, "chain" uuid, "sequence" bigint, "partnershipId" uuid, "kind" text, "subjectKind" text, "subjectId" uuid, "data" jsonb, "personId" uuid,
      "requestId" text, "occurredAt" timestamptz, "recordedAt" timestamptz, "salt" text, "leafHash" text, "hash" text, "format" int, "rows" jsonb, "outboxId" uuid, "heard" jsonb)),
  fact as (
    insert into journal (chain, sequence, partnership_id, kind, subject_kind, subject_id, data, person_id, request_id, occurred_at, recorded_at, salt, leaf_hash, hash, format, rows)
    select "chain", "sequence", "partnershipId", "kind", "subjectKind", "subjectId", "data", "personId", "requestId", "occurredAt", "recordedAt",
           decode("salt", 'hex'), decode("leafHash", 'hex'), decode("hash", 'hex'), "format", "rows" from told order by "place")
  insert into outbox (id, partnership_id, kind, subject_kind, subject_id, data, occurred_at)
  select "outboxId", "partnershipId", "kind", "subjectKind", "subjectId", "heard", "occurredAt" from told order by "place"`;

/** Everything an act told, in one statement; then the words that stand beside it. */
async function keep(tx: Tx, lines: readonly Written[]): Promise<void> {
  const values = lines.map(({ fact, leaf, salt, leafHash, hash }, place) => ({
    ...leaf, place, partnershipId: fact.partnershipId, salt: hexOf(salt), leafHash: hexOf(leafHash), hash: hexOf(hash), outboxId: tx.newId(), heard: fact.data,
  }));
  await tx.query(insertFacts, [JSON.stringify(values)]);
  for (const { fact, leaf, words } of lines) {
    for (const text of words) {
      await tx.query('insert into journal_words (chain, sequence, path, partnership_id, salt, words) values ($1, $2, $3, $4, $5, $6)', [leaf.chain, leaf.sequence, text.path, fact.partnershipId, text.salt, text.words]);
    }
  }
}

/** The lines of one chain, each linked to the one before. */
function lineUp(tx: Tx, chain: string, act: { head: Head; facts: readonly Fact[]; rows: readonly KeptRow[] }): Written[] {
  const facts = act.facts.length > 0 ? act.facts : [rowsKept(chain)];
  let sequence = BigInt(act.head.sequence);
  let previous = act.head.hash;
  return facts.map((fact, index) => {
    sequence += 1n;
    const rows = index === facts.length - 1 ? act.rows : [];
    const line = written(tx, fact, { chain, sequence: String(sequence), previous, rows });
    previous = line.hash;
    return line;
  });
}

/** The new heads, and the bell: one statement each, however many chains. */
async function moveHeads(tx: Tx, chains: readonly (readonly Written[])[]): Promise<void> {
  const heads = chains.map((lines) => lines[lines.length - 1]!).map(({ leaf: { chain, sequence }, hash }) => ({ chain, sequence, hash: hexOf(hash) }));
  await tx.query(
    `update journal_head set sequence = moved.sequence, hash = decode(moved.hash, 'hex') from jsonb_to_recordset($1::jsonb) as moved(chain uuid, sequence bigint, hash text) where journal_head.chain = moved.chain`,
    [JSON.stringify(heads)],
  );
  const rings = new Set(chains.flat().map(({ leaf: { chain, subjectKind, subjectId } }) => `${chain} ${subjectKind} ${subjectId}`));
  await tx.query('select pg_notify($1, ring) from unnest($2::text[]) as ring', [factChannel, [...rings]]);
}

/**
 * Appends the act's facts to their chains and to the outbox, in the act's transaction, with the digests of the audited rows it wrote
 * (the last fact of a chain carries them); chains in one order, so no deadlock.
 */
export async function appendFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const [said] = await tx.query<{ rows: string | null }>(`select current_setting('app.rows', true) as rows`);
  const rows = grouped(keptRowsOf(said?.rows ?? null), ({ chain }) => chain);
  const told = grouped(facts, (fact) => fact.partnershipId ?? instanceChain);
  const chains = [...new Set([...told.keys(), ...rows.keys()])].sort();
  if (chains.length === 0) return;
  const heads = await lockHeads(tx, chains);
  const lines = chains.map((chain) => lineUp(tx, chain, { head: heads.get(chain)!, facts: told.get(chain) ?? [], rows: rows.get(chain) ?? [] }));
  await keep(tx, lines.flat());
  await moveHeads(tx, lines);
}

function grouped<Item>(items: readonly Item[], chainOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(chainOf(item));
    if (group) group.push(item);
    else groups.set(chainOf(item), [item]);
  }
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
