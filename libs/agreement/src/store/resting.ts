import type { ReadTx } from '#platform';
import type { Resting } from '../domain/set-up.js';

/** Whether something of an upper room already rests on a partnership's agreement. */
export type RestsOn = (tx: ReadTx, partnershipId: string) => Promise<boolean>;

/** What rests on an agreement, by the room that owns it: upper rooms put theirs in; this room knows none of them. */
export class RestingOnAgreement {
  private readonly byKind = new Map<Resting, RestsOn>();

  /** @throws Error when the kind is taken */
  register(kind: Resting, restsOn: RestsOn): void {
    if (this.byKind.has(kind)) throw new Error(`${kind} already rests on agreements`);
    this.byKind.set(kind, restsOn);
  }

  async on(tx: ReadTx, partnershipId: string): Promise<Resting[]> {
    const found: Resting[] = [];
    for (const [kind, restsOn] of this.byKind) if (await restsOn(tx, partnershipId)) found.push(kind);
    return found;
  }
}

/** An act is written in the register of its life. */
export const lifeRests: RestsOn = async (tx, partnershipId) => (await tx.query('select from life_entry where partnership_id = $1 limit 1', [partnershipId])).length > 0;
