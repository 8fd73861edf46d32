import type { ReadTx } from '#platform';
import { saysAmount } from '../domain/compliance.js';

/** Whether something of an upper room says what an agreement is expected to cost. */
export type SaysAmount = (tx: ReadTx, agreement: { readonly partnershipId: string; readonly id: string }) => Promise<boolean>;

/** Where the amount that a convention is expected to cost may be written: its own articles and annexes, then what upper rooms put in; this room knows none of them. */
export class ForecastAmounts {
  private readonly others: SaysAmount[] = [];

  register(says: SaysAmount): void {
    this.others.push(says);
  }

  async written(tx: ReadTx, agreement: { readonly partnershipId: string; readonly id: string }): Promise<boolean> {
    const articles = await tx.query<{ text: string }>(`select text from article where partnership_id = $1 and agreement_id = $2`, [agreement.partnershipId, agreement.id]);
    if (articles.some(({ text }) => saysAmount(text))) return true;
    for (const says of this.others) if (await says(tx, agreement)) return true;
    return false;
  }
}
