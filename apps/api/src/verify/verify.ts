import { ActsCheck } from './acts-check.js';
import { ChainCheck, type KnownHead } from './chain-check.js';
import type { Evidence, Finding } from './evidence.js';
import { RowsCheck } from './rows-check.js';

/** What was read, and what is wrong with it; nothing wrong is an empty list. */
export interface Verdict {
  readonly facts: number;
  readonly heads: readonly { chain: string; sequence: string; hash: string }[];
  readonly findings: readonly Finding[];
}

/** Reads the journal once, then the rows it speaks of, and answers everything that does not fit. Never throws on what was tampered with. */
export async function verify(evidence: Evidence, known: readonly KnownHead[] = []): Promise<Verdict> {
  const chains = new ChainCheck(known);
  const checks = [chains, new RowsCheck(), new ActsCheck()] as const;
  let facts = 0;
  for await (const row of evidence.rows('journal')) {
    facts += 1;
    for (const check of checks) check.take(row);
  }
  for (const check of checks) await check.end(evidence);
  return { facts, heads: chains.heads(), findings: checks.flatMap(({ findings }) => findings) };
}
