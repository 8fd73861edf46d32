import { randomBytes } from 'node:crypto';
import type { Fact } from '#kernel';
import type { Tx } from '../work/work.js';
import { factChannel } from './fact-bell.js';
import { emptyHash, instanceChain, leafHashOf, linkHashOf, type Leaf } from './chain.js';

interface Head {
  readonly sequence: string;
  readonly hash: Buffer;
}

/** Locks the chain's head (made if absent), last in the transaction, so that sequences are dense. */
async function lockHead(tx: Tx, chain: string): Promise<Head> {
  await tx.query('insert into journal_head (chain, sequence, hash) values ($1, 0, $2) on conflict do nothing', [chain, emptyHash]);
  const [head] = await tx.query<Head>('select sequence, hash from journal_head where chain = $1 for update', [chain]);
  if (!head) throw new Error(`journal head of ${chain} is out of reach`);
  return head;
}

function leafOf(tx: Tx, fact: Fact, place: { chain: string; sequence: string }): Leaf {
  return {
    ...place,
    kind: fact.kind,
    subjectKind: fact.subject.kind,
    subjectId: fact.subject.id,
    data: fact.data,
    personId: tx.ctx.actor?.personId ?? null,
    requestId: tx.ctx.requestId,
    occurredAt: tx.now().toISOString(),
    recordedAt: tx.recordedAt().toISOString(),
  };
}

async function writeFact(tx: Tx, fact: Fact, written: { leaf: Leaf; salt: Buffer; leafHash: Buffer; hash: Buffer }): Promise<void> {
  const { leaf, salt, leafHash, hash } = written;
  await tx.query(
    `with fact as (
       insert into journal (chain, sequence, partnership_id, kind, subject_kind, subject_id, data, person_id, request_id, occurred_at, recorded_at, salt, leaf_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
     insert into outbox (id, partnership_id, kind, subject_kind, subject_id, data, occurred_at) values ($15, $3, $4, $5, $6, $7, $10)`,
    [leaf.chain, leaf.sequence, fact.partnershipId, fact.kind, fact.subject.kind, fact.subject.id, JSON.stringify(fact.data), leaf.personId,
      leaf.requestId, leaf.occurredAt, leaf.recordedAt, salt, leafHash, hash, tx.newId()],
  );
}

async function appendToChain(tx: Tx, chain: string, facts: readonly Fact[]): Promise<void> {
  const head = await lockHead(tx, chain);
  let sequence = BigInt(head.sequence);
  let hash = head.hash;
  for (const fact of facts) {
    sequence += 1n;
    const leaf = leafOf(tx, fact, { chain, sequence: String(sequence) });
    const salt = randomBytes(16);
    const leafHash = leafHashOf(salt, leaf);
    hash = linkHashOf(hash, leafHash);
    await writeFact(tx, fact, { leaf, salt, leafHash, hash });
  }
  await tx.query('update journal_head set sequence = $2, hash = $3 where chain = $1', [chain, String(sequence), hash]);
  for (const ring of new Set(facts.map((fact) => `${chain} ${fact.subject.kind} ${fact.subject.id}`))) {
    await tx.query('select pg_notify($1, $2)', [factChannel, ring]);
  }
}

/** Appends the act's facts to their chains and to the outbox, in the act's transaction; chains in one order, so no deadlock. */
export async function appendFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const byChain = groupByChain(facts);
  for (const chain of [...byChain.keys()].sort()) await appendToChain(tx, chain, byChain.get(chain)!);
}

function groupByChain(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const chain = fact.partnershipId ?? instanceChain;
    groups.set(chain, [...(groups.get(chain) ?? []), fact]);
  }
  return groups;
}
