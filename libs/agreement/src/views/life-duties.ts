import { compareDates, type CivilDate, type Zones } from '#kernel';
import type { Actor, ReadTx } from '#platform';
import { lifeDebts, type LifeDebt, type RenewalDebt } from './life-debts.js';
import type { LifeDuty } from './life-duty.js';
import { setUpDuties } from './set-up-duties.js';
import { ruleDuties } from './rule-corrections.js';

export { debtsOfLives, lifeDebts, type LifeDebt } from './life-debts.js';
export type { RegisterDebt } from './register-debts.js';

const leads = (actor: Actor, partnershipId: string): boolean => actor.seats.some((seat) => seat.partnershipId === partnershipId && (seat.persona === 'COORDINATOR' || seat.persona === 'CO_PRESIDENT'));

function isMine(debt: LifeDebt, actor: Actor, today: CivilDate): boolean {
  if (debt.kind === 'PUBLICATION') return debt.debtorIds.includes(actor.personId);
  return leads(actor, debt.partnershipId) && compareDates(debt.reviewOn, today) <= 0;
}

const renewal = ({ agreementId, renewsOn, lastNoticeOn, source, partnershipId }: RenewalDebt): LifeDuty => ({
  kind: 'REVIEW_RENEWAL',
  phrase: 'reviewRenewal',
  values: { day: renewsOn },
  partnershipId,
  subjectId: agreementId,
  source,
  dueOn: lastNoticeOn ?? renewsOn,
  href: `/agreement?agreement=${agreementId}#review`,
});

/** What this person owes the agreements now: one to write or to put in service, a publication to record, a renewal to choose, her word on a correction. */
export async function lifeDuties(tx: ReadTx, actor: Actor, zones: Zones): Promise<LifeDuty[]> {
  if (!actor.seats.some(({ persona }) => persona === 'COORDINATOR' || persona === 'CO_PRESIDENT')) return [];
  const today = zones.civilAt(tx.now(), 'UTC').date;
  const mine = (await lifeDebts(tx, zones)).filter((debt) => isMine(debt, actor, today));
  const owed = mine.map((debt): LifeDuty => {
    if (debt.kind === 'RENEWAL') return renewal(debt);
    const { partnershipId, agreementId, entryId, partyId, partyShortName, source } = debt;
    return { kind: 'RECORD_PUBLICATION', phrase: 'recordPublication', values: { party: partyShortName }, partnershipId, subjectId: entryId, source, dueOn: null, href: `/agreement?agreement=${agreementId}#party-${partyId}` };
  });
  return [...(await setUpDuties(tx, actor)), ...owed, ...(await ruleDuties(tx, actor))];
}
