import { lifeDebts, rulesInForce, type LifeDebt } from '#agreement';
import { convocationDebts, signatureDebts, type ConvocationDebt, type SignatureDebt } from '#deliberation';
import type { Json, RuleSource, Zones } from '#kernel';
import { actionDebts, planDebts, type ActionDebt, type PlanDebt } from '#programme';
import type { ReadTx } from '#platform';
import type { Debt } from '../domain/planning.js';

/** Where the partnership's own text says why it is owed; `null` when its rules do not. */
type Sources = (rule: string) => Json;

const asJson = ({ kind, reference, quote }: RuleSource): Json => ({ kind, reference, ...(quote === undefined ? {} : { quote }) });

const ofPlan = (debt: PlanDebt): Debt => ({
  kind: 'PLAN',
  partnershipId: debt.partnershipId,
  objectKind: 'actionPlan',
  objectId: debt.agreementId,
  period: String(debt.year),
  base: debt.day,
  standing: debt.standing,
  debtors: [],
  details: { year: debt.year, day: debt.day, lastValidDay: debt.lastValidDay, standing: debt.standing, source: asJson(debt.source) },
});

const ofMinutes = (debt: SignatureDebt, sourceOf: Sources): Debt => ({
  kind: 'MINUTES',
  partnershipId: debt.partnershipId,
  objectKind: 'minutes',
  objectId: debt.minutesId,
  period: String(debt.version),
  base: debt.finalOn,
  standing: 'OPEN',
  debtors: debt.debtorIds,
  details: { number: debt.number, missing: [...debt.missing], source: sourceOf('executory') },
});

const ofMeeting = (debt: ConvocationDebt, sourceOf: Sources): Debt => ({
  kind: 'MEETING',
  partnershipId: debt.partnershipId,
  objectKind: 'meeting',
  objectId: debt.meetingId,
  period: debt.day,
  base: debt.day,
  standing: 'OPEN',
  debtors: debt.debtorIds,
  details: { day: debt.day, host: debt.hostShortName, source: sourceOf('convening') },
});

const ofLife = (debt: LifeDebt): Debt => {
  const { partnershipId, source } = debt;
  if (debt.kind === 'PUBLICATION') {
    const { entryId, receivedOn, since, debtorIds, partyShortName, actId, agreementId } = debt;
    const details = { party: partyShortName, act: actId, day: receivedOn, agreementId, source: asJson(source) };
    return { kind: 'PUBLICATION', partnershipId, objectKind: 'lifeEntry', objectId: entryId, period: receivedOn, base: since, standing: 'OPEN', debtors: debtorIds, details };
  }
  const { agreementId, displayName, ordinal, reviewOn, renewsOn, lastNoticeOn } = debt;
  const details = { name: displayName, day: renewsOn, lastNotice: lastNoticeOn, source: asJson(source) };
  return { kind: 'RENEWAL', partnershipId, objectKind: 'agreement', objectId: agreementId, period: String(ordinal), base: reviewOn, standing: 'OPEN', debtors: [], details };
};

/** One debt a promised day: moved, the end is another one. */
const ofAction = ({ partnershipId, actionId, title, place, label, dueOn, debtorIds, source }: ActionDebt): Debt => ({
  kind: 'ACTION', partnershipId, objectKind: 'followedAction', objectId: actionId, period: `${place}-${dueOn}`, base: dueOn, standing: 'OPEN', debtors: debtorIds,
  details: { title, what: place === 0 ? 'END' : 'MILESTONE', label, day: dueOn, source: asJson(source) },
});

/** Everything owed now in one partnership, with its details as they stand: asked of the rooms that know it. */
export async function debtsOf(tx: ReadTx, zones: Zones, partnershipId: string): Promise<Debt[]> {
  const rules = await rulesInForce(tx, partnershipId);
  const sourceOf: Sources = (rule) => {
    const source = rules.get(rule)?.source;
    return source ? asJson(source) : null;
  };
  const plans = await planDebts(tx, zones, partnershipId);
  const minutes = await signatureDebts(tx, zones, partnershipId);
  const meetings = await convocationDebts(tx, zones, partnershipId);
  const lives = await lifeDebts(tx, zones, partnershipId);
  const actions = await actionDebts(tx, zones, partnershipId);
  return [...plans.map(ofPlan), ...minutes.map((debt) => ofMinutes(debt, sourceOf)), ...meetings.map((debt) => ofMeeting(debt, sourceOf)), ...lives.map(ofLife), ...actions.map(ofAction)];
}

/** The partnerships in which anything is owed now. */
export async function indebted(tx: ReadTx, zones: Zones): Promise<string[]> {
  const debts = [...(await planDebts(tx, zones)), ...(await signatureDebts(tx, zones)), ...(await convocationDebts(tx, zones)), ...(await lifeDebts(tx, zones)), ...(await actionDebts(tx, zones))];
  return [...new Set(debts.map(({ partnershipId }) => partnershipId))];
}
