import type { Zones } from '#kernel';
import { seatsAt } from '#parties';
import { outsidePersonas, type ReadTx } from '#platform';
import type { Callable } from '../domain/comment.js';

/** Somebody who sits in an administration of the partnership today. */
export interface Sitting extends Callable {
  readonly displayName: string;
  readonly office: string;
  readonly officeAr: string;
}

/** Whoever sits in an administration of the partnership today; one person may hold several seats. */
export async function sittingIn(tx: ReadTx, partnershipId: string, zones: Zones): Promise<Sitting[]> {
  const people = new Map<string, Sitting>();
  for (const { holder, partyId, category, office, officeAr } of await seatsAt(tx, partnershipId, { instant: tx.now(), zones })) {
    if (!holder || outsidePersonas.some((persona) => persona === category)) continue;
    const { personId, displayName } = holder;
    const known = people.get(personId);
    people.set(personId, known ? { ...known, partyIds: [...known.partyIds, partyId] } : { personId, displayName, office, officeAr, partyIds: [partyId] });
  }
  return [...people.values()];
}
