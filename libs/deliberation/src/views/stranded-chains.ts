import type { Zones } from '#kernel';
import type { Actor, ReadTx } from '#platform';
import type { PersonalDuty } from './personal-duty.js';
import { strandedDebts, type StrandedDebt } from './stranded-debts.js';

function dutyOf({ partnershipId, chainId, partyId, verb, party, number, day, rules }: StrandedDebt): PersonalDuty {
  const { convening, executory } = rules;
  const [phrase, source] = verb === 'SIGN' ? ['namePresidencyToSign', executory.source] : ['namePresidencyToConvene', convening.source];
  const values: PersonalDuty['values'] = verb === 'SIGN' ? { party, number: number ?? '' } : { party, day };
  return { kind: 'NAME_PRESIDENCY', phrase, values, partnershipId, subjectId: `${chainId}:${partyId}`, dueOn: null, href: '/people', source };
}

/** Meetings and PVs of the partnerships she coordinates that wait for an office nobody holds: either coordination reads it, whichever side's office it is (F33). */
export async function strandedChains(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const coordinated = new Set(actor.seats.filter(({ persona }) => persona === 'COORDINATOR').map(({ partnershipId }) => partnershipId));
  const duties: PersonalDuty[] = [];
  for (const partnershipId of coordinated) duties.push(...(await strandedDebts(tx, zones, partnershipId)).map(dutyOf));
  return duties;
}
