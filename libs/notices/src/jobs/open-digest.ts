import type { Tx } from '#platform';
import { digestRule } from '../domain/ladder.js';
import { carriedIn, digestsOf, digestsWaiting, markGathered } from '../store/digest.store.js';
import { endLines, planLines, type NewLine } from '../store/ledger.store.js';

/** What a digest is opened with: whose, on which of her days, carrying which lines. */
export interface DigestAsked {
  readonly partnershipId: string;
  readonly personId: string;
  readonly today: string;
  readonly priority: number;
  readonly lines: readonly string[];
  /** A coordination asked for all of it, whatever her rhythm. */
  readonly asked?: true;
}

/**
 * One mail for several lines, a line of the ledger like another. It takes along what her earlier digests carry that have not left yet: after
 * an outage there is one current mail (C1.4). Under the partnership's turn.
 */
export async function openDigest(tx: Tx, { partnershipId, personId, today, priority, lines, asked }: DigestAsked, sign: (line: NewLine) => string): Promise<void> {
  const waiting = await digestsWaiting(tx, { partnershipId, personId });
  const all = [...waiting.flatMap(carriedIn), ...lines];
  const occurrence = 1 + (await digestsOf(tx, { partnershipId, personId }, today));
  const digest: NewLine = { partnershipId, personId, rule: digestRule, objectKind: 'partnership', objectId: partnershipId, period: today, occurrence, dueOn: today, sendAt: tx.now(), priority, details: { lines: all, ...(asked ? { asked } : {}) } };
  const written = await planLines(tx, [digest], sign);
  if (written !== 1) throw new Error(`a digest of ${today} was there already`);
  await endLines(tx, waiting.map(({ id }) => id), { state: 'SUPERSEDED' });
  await markGathered(tx, lines);
}
