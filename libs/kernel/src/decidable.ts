import type { Answer } from './answer.js';
import type { Json } from './fact.js';

/**
 * A subject the committee can decide on (a plan, an axis, an amendment …). The room that owns it implements this port;
 * `deliberation` calls it without knowing that room (decisions.md, « Executory »). `Transaction` is platform's `Tx`.
 */
export interface Decidable<Transaction> {
  /** Same word as `Subject.kind`. */
  readonly kind: string;
  /** Called when the item is put to the vote: the frozen text and data to decide on, or why it cannot be. */
  freeze(tx: Transaction, id: string): Promise<Answer<{ text: string; data: Json }>>;
  /** In the transaction of the ballot's closing, when the decision is adopted. */
  onAdopted(tx: Transaction, id: string, decision: { decisionId: string; adoptedAt: Date }): Promise<void>;
  /** In the transaction of the last signature. */
  onExecutory(tx: Transaction, id: string, decision: { decisionId: string; executoryAt: Date }): Promise<void>;
}
