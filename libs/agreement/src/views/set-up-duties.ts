import type { Actor, ReadTx } from '#platform';
import { changeOfRules } from '../domain/rule-life.js';
import { bookAt } from '../store/rule-book.store.js';
import type { LifeDuty } from './life-duty.js';

const undated = { source: changeOfRules, values: {}, dueOn: null } as const;

/** A coordinator's part in setting up: an agreement that nobody has begun, then her own word once another side has given its own. */
export async function setUpDuties(tx: ReadTx, actor: Actor): Promise<LifeDuty[]> {
  const duties: LifeDuty[] = [];
  const mine = actor.seats.filter(({ persona }) => persona === 'COORDINATOR');
  for (const partnershipId of new Set(mine.map((seat) => seat.partnershipId))) {
    const book = await bookAt(tx, partnershipId);
    if (!book) duties.push({ ...undated, kind: 'RECORD_AGREEMENT', phrase: 'recordAgreement', partnershipId, subjectId: partnershipId, href: '/setup' });
    else if (!book.inServiceAt && book.confirmedBy.length > 0 && mine.some((seat) => seat.partnershipId === partnershipId && !book.confirmedBy.includes(seat.partyId))) {
      duties.push({ ...undated, kind: 'CONFIRM_SERVICE', phrase: 'confirmService', partnershipId, subjectId: book.agreementId, href: '/setup/service' });
    }
  }
  return duties;
}
