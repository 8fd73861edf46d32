import type { LifeDebt, RegisterDebt } from '#agreement';
import type { AnswerDebt, ConvocationDebt, DraftingDebt, SessionDebt, SignatureDebt, StrandedDebt } from '#deliberation';
import { addDays, type Json, type RuleSource } from '#kernel';
import type { MandateDebt } from '#parties';
import type { ActionDebt, PlanDebt, PreparationDebt } from '#programme';
import type { Debt } from '../domain/planning.js';

/** Where the partnership's own text says why it is owed; `null` when its rules do not. */
export type Sources = (rule: string) => Json;

export const asJson = ({ kind, reference, quote }: RuleSource): Json => ({ kind, reference, ...(quote === undefined ? {} : { quote }) });

export const ofPlan = (debt: PlanDebt): Debt => ({
  kind: 'PLAN',
  partnershipId: debt.partnershipId,
  objectKind: 'actionPlan',
  objectId: debt.agreementId,
  period: String(debt.year),
  base: debt.day,
  standing: debt.standing,
  duties: [`ADOPT_PLAN:${debt.agreementId}-${debt.year}`, `VALIDATE_PLAN:${debt.agreementId}-${debt.year}`],
  debtors: [],
  details: { year: debt.year, day: debt.day, lastValidDay: debt.lastValidDay, standing: debt.standing, source: asJson(debt.source) },
});

export const ofMinutes = (debt: SignatureDebt, sourceOf: Sources): Debt => ({
  kind: 'MINUTES',
  partnershipId: debt.partnershipId,
  objectKind: 'minutes',
  objectId: debt.minutesId,
  period: String(debt.version),
  base: debt.finalOn,
  standing: 'OPEN',
  sides: debt.missingIds,
  duties: [`SIGN_MINUTES:${debt.minutesId}`],
  debtors: debt.debtorIds,
  details: { number: debt.number, missing: [...debt.missing], source: sourceOf('executory') },
});

/** Days before a plan's day from which the plan too asks for the meeting that must adopt it; one that stands earlier is over by then (C2, J-60). */
const planAsks = 50;

/** The plan that this meeting must adopt: still open, and nothing else stands on the calendar before the meeting. */
const awaited = ({ day, isNext }: ConvocationDebt, plans: readonly PlanDebt[]): PlanDebt | undefined =>
  plans.find((plan) => isNext && plan.standing === 'OPEN' && day <= plan.day && day > addDays(plan.day, -planAsks));

export function ofMeeting(debt: ConvocationDebt, sourceOf: Sources, plans: readonly PlanDebt[]): Debt {
  const plan = awaited(debt, plans);
  return {
    kind: 'MEETING',
    partnershipId: debt.partnershipId,
    objectKind: 'meeting',
    objectId: debt.meetingId,
    period: debt.day,
    base: debt.day,
    end: plan?.day,
    standing: 'OPEN',
    sides: [debt.hostPartyId],
    duties: [`CONVENE_MEETING:${debt.meetingId}`],
    debtors: debt.debtorIds,
    details: { day: debt.day, host: debt.hostShortName, source: sourceOf('convening'), ...(plan && { year: plan.year, lastValidDay: plan.lastValidDay }) },
  };
}

/** While the agenda is being made: until the convocation is due, or gone. No text closes proposals (a point may come until the meeting opens): ours (C3, S-45). */
export const ofProposals = ({ partnershipId, meetingId, day, takesProposals, electedIds }: ConvocationDebt): Debt[] =>
  takesProposals ? [{ kind: 'PROPOSALS', partnershipId, objectKind: 'meetingProposals', objectId: meetingId, period: day, base: day, standing: 'OPEN', debtors: electedIds, details: { day, path: `/meetings/${meetingId}`, source: { kind: 'PRODUCT_DEFAULT', reference: 'C3' } } }] : [];

/** One debt a convocation: its letter is the first request, and one that moves the meeting asks anew. No text speaks of answers: ours (C3). */
export const ofAnswer = ({ partnershipId, meetingId, day, askedAt, debtorIds, partyIds }: AnswerDebt): Debt => ({
  kind: 'ANSWER', partnershipId, objectKind: 'meeting', objectId: meetingId, period: askedAt.toISOString(), base: day, standing: 'OPEN', sides: partyIds, debtors: debtorIds,
  duties: [`ANSWER_CONVOCATION:${meetingId}`],
  details: { day, count: debtorIds.length, path: `/meetings/${meetingId}#answer`, source: { kind: 'PRODUCT_DEFAULT', reference: 'C3' } },
});

/** No meeting on the calendar of a year that owes one (4-43). */
export const ofSession = ({ partnershipId, by, source }: SessionDebt): Debt => ({
  kind: 'SESSION', partnershipId, objectKind: 'partnership', objectId: partnershipId, period: by.slice(0, 4), base: by, standing: 'OPEN', debtors: [],
  duties: [`HOLD_MEETING:${partnershipId}`],
  details: { day: by, path: '/meetings', source: asJson(source) },
});

export const ofDrafting = ({ partnershipId, meetingId, minutesId, day, isInReview, source }: DraftingDebt): Debt => ({
  kind: 'DRAFTING', partnershipId, objectKind: 'meetingMinutes', objectId: meetingId, period: day, base: day, standing: isInReview ? 'IN_REVIEW' : 'OPEN', debtors: [],
  duties: [`FINALISE_MINUTES:${minutesId ?? meetingId}`],
  details: { day, path: minutesId === null ? `/meetings/${meetingId}` : `/minutes/${minutesId}`, source: asJson(source) },
});

/** Apart from the plan's own countdown: neither overtakes the other. */
export const ofPreparation = ({ kind, partnershipId, agreementId, year, dueOn, debtorIds, partyIds, source }: PreparationDebt): Debt => ({
  kind, partnershipId, objectKind: kind === 'SHEETS' ? 'planSheets' : 'planFreeze', objectId: agreementId, period: String(year), base: dueOn, standing: 'OPEN', debtors: debtorIds,
  ...(kind === 'SHEETS' ? { sides: partyIds } : {}),
  details: { year, day: dueOn, path: `/plans/${year}`, source: asJson(source) },
});

export const ofLife = (debt: LifeDebt): Debt => {
  const { partnershipId, source } = debt;
  if (debt.kind === 'PUBLICATION') {
    const { entryId, receivedOn, since, debtorIds, partyId, partyShortName, actId, agreementId } = debt;
    const details = { party: partyShortName, act: actId, day: receivedOn, agreementId, source: asJson(source) };
    return { kind: 'PUBLICATION', partnershipId, objectKind: 'lifeEntry', objectId: entryId, period: receivedOn, base: since, standing: 'OPEN', sides: [partyId], duties: [`RECORD_PUBLICATION:${entryId}`], debtors: debtorIds, details };
  }
  const { agreementId, displayName, ordinal, reviewOn, renewsOn, lastNoticeOn } = debt;
  const details = { name: displayName, day: renewsOn, lastNotice: lastNoticeOn, source: asJson(source) };
  return {
    kind: 'RENEWAL', partnershipId, objectKind: 'agreement', objectId: agreementId, period: String(ordinal), base: reviewOn, end: renewsOn, lastNotice: lastNoticeOn, standing: 'OPEN', debtors: [], details,
    duties: [`REVIEW_RENEWAL:${agreementId}`],
  };
};

/** An act's steps are one object's each: a receipt awaited does not overtake a publication missing. */
export const ofRegister = ({ kind, partnershipId, agreementId, subject, period, since, end, isSettled, partyId, name, day, debtorIds, source }: RegisterDebt): Debt => ({
  kind, partnershipId, objectKind: subject.kind, objectId: subject.id, period: `${kind} ${period}`, base: since, end, standing: isSettled ? 'IN_REVIEW' : 'OPEN', debtors: debtorIds,
  ...(partyId === null ? {} : { sides: [partyId] }),
  details: { name, day, path: `/agreement?agreement=${agreementId}${partyId === null ? '' : `#party-${partyId}`}`, source: asJson(source) },
});

export const ofMandate = ({ partnershipId, seatId, partyId, party, office, officeAr, endsOn, source }: MandateDebt): Debt => ({
  kind: 'MANDATE', partnershipId, objectKind: 'seat', objectId: seatId, period: endsOn, base: endsOn, standing: 'OPEN', sides: [partyId], debtors: [],
  details: { name: party, office, officeAr, day: endsOn, path: '/people', source: asJson(source) },
});

/** One debt a promised day: moved, the end is another one. */
export const ofAction = ({ partnershipId, actionId, title, place, label, dueOn, debtorIds, source }: ActionDebt): Debt => ({
  kind: 'ACTION', partnershipId, objectKind: 'followedAction', objectId: actionId, period: `${place}-${dueOn}`, base: dueOn, standing: 'OPEN', debtors: debtorIds,
  duties: [`UPDATE_ACTION:${actionId}`],
  details: { title, what: place === 0 ? 'END' : 'MILESTONE', label, day: dueOn, source: asJson(source) },
});

/** One debt a chain and an empty office; filled and emptied again, it is another one. No text of the partners speaks of an empty office: ours (F33). */
export const ofChain = ({ partnershipId, chainId, verb, partyId, party, number, day, since, hasDesk }: StrandedDebt): Debt => ({
  kind: 'CHAIN', partnershipId, objectKind: 'emptyOffice', objectId: chainId, period: `${partyId} ${since}`, base: since, standing: 'OPEN', sides: [partyId], debtors: [],
  duties: [`NAME_PRESIDENCY:${chainId}:${partyId}`],
  details: { what: verb, party, number: number ?? '', day, since, hasDesk, path: '/people', source: { kind: 'PRODUCT_DEFAULT', reference: 'F33' } },
});
