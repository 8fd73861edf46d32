import { accepted, compareDates, isCurrency, parseRate, type Answer, type CivilDate, type Currency, type Decided, type ExchangeRate, type Json } from '#kernel';
import { told } from './facts.js';
import { coordinates, coordinatesFor, type Hand } from './hand.js';
import { currencyUnknown, rateCurrenciesSame, rateDayAhead, rateUsedByPlan, rateWithdrawn } from './refusals.js';
import { longest, readFilledText } from './text.js';

/** A rate that a coordination wrote down, from a text it names. It never changes: it is withdrawn, and another is written. Instants are UTC. */
export interface Rate extends ExchangeRate {
  readonly id: string;
  readonly partnershipId: string;
  /** The civil day of the rate, as its source dates it. */
  readonly day: CivilDate;
  readonly source: string;
  readonly partyId: string;
  readonly personId: string;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

/** A rate as a plan keeps it once it is frozen. */
export type KeptRate = Pick<Rate, 'id' | 'from' | 'to' | 'value' | 'day' | 'source'>;
export const keptRate = ({ id, from, to, value, day, source }: KeptRate): KeptRate & { readonly [key: string]: Json } => ({ id, from, to, value, day, source });

/** The two currencies of a rate, whichever way it is said: one rate a pair and a day is in force. */
export const pairOf = ({ from, to }: Pick<ExchangeRate, 'from' | 'to'>): string => [from, to].sort().join('-');

/** Of rates in force, the latest of each pair of currencies. */
export function latestRates<Kept extends KeptRate>(rates: readonly Kept[]): readonly Kept[] {
  const latest = new Map<string, Kept>();
  for (const rate of rates) {
    const known = latest.get(pairOf(rate));
    if (!known || compareDates(rate.day, known.day) > 0) latest.set(pairOf(rate), rate);
  }
  return [...latest.values()].sort((one, other) => (pairOf(one) < pairOf(other) ? -1 : 1));
}

const aboutRate = ({ partnershipId, id }: Rate) => ({ partnershipId, subject: { kind: 'exchangeRate', id } as const });

/** What is typed; `today` is the latest civil day among the parties. */
export interface RateCommand {
  readonly id: string;
  readonly partnershipId: string;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly day: CivilDate;
  readonly source: string;
  readonly hand: Hand;
  readonly at: Date;
  readonly today: CivilDate;
}

function readCurrency(typed: string): Answer<Currency> {
  return isCurrency(typed) ? accepted(typed) : currencyUnknown(typed.slice(0, 10).toWellFormed());
}

/** A coordinator writes down a rate, with its day and where she read it. Nothing is fetched: whoever converts answers for the rate. */
export function recordRate(command: RateCommand): Answer<Decided<Rate>> {
  const { id, partnershipId, day, hand, at, today } = command;
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  const [from, to] = [readCurrency(command.from), readCurrency(command.to)];
  if (from.refused) return from;
  if (to.refused) return to;
  if (from.value === to.value) return rateCurrenciesSame(from.value);
  const value = parseRate(command.value);
  if (value.refused) return value;
  if (compareDates(day, today) > 0) return rateDayAhead(day, today);
  const source = readFilledText('rateSource', command.source, longest.line);
  if (source.refused) return source;
  const [partyId = ''] = coordinatesFor(hand);
  const rate: Rate = { id, partnershipId, from: from.value, to: to.value, value: value.value, day, source: source.value, partyId, personId: hand.personId, recordedAt: at, withdrawnAt: null, withdrawnBy: null };
  return accepted({ state: rate, facts: [told('ExchangeRateRecorded', aboutRate(rate), { code: pairOf(rate), day })] });
}

/** `usedIn`: the year of a frozen or adopted plan that holds this rate, if any. Refused with PLAN_BY_COORDINATORS, RATE_WITHDRAWN or RATE_USED_BY_PLAN. */
export function mayWithdrawRate({ withdrawnAt }: Pick<Rate, 'withdrawnAt'>, hand: Hand, usedIn: number | null): Answer<true> {
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  if (withdrawnAt) return rateWithdrawn();
  return usedIn === null ? accepted(true) : rateUsedByPlan(usedIn);
}

/** A rate written by mistake no longer counts, unless a plan was frozen with it. */
export function withdrawRate(rate: Rate, { hand, at }: Pick<RateCommand, 'hand' | 'at'>, usedIn: number | null): Answer<Decided<Rate>> {
  const may = mayWithdrawRate(rate, hand, usedIn);
  if (may.refused) return may;
  return accepted({ state: { ...rate, withdrawnAt: at, withdrawnBy: hand.personId }, facts: [told('ExchangeRateWithdrawn', aboutRate(rate), { code: pairOf(rate), day: rate.day })] });
}
