import type { ReadTx } from '../work/work.js';
import { instanceChain } from './chain.js';

/** How many partnerships live in this instance: each has its chain from the act that opened it. Counted with the audience INSTANCE; others count their own. */
export async function partnershipsKept(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ kept: number }>('select count(*)::int as kept from journal_head where chain <> $1', [instanceChain]);
  return row?.kept ?? 0;
}
