import { addDays, compareDates, type CivilDate, type RuleSource, type Zones } from '#kernel';
import { seatsAt } from '#parties';
import type { ReadTx } from '#platform';
import { periodOf } from '../domain/life.js';
import { entriesOf, type Entry } from '../domain/register.js';
import { standingOf, type Standing } from '../domain/standing.js';
import { controlEndsOn, controlSource, executorySource } from '../domain/transmission.js';
import type { LifeCase } from './life.desk.js';

/** What a register waits for, or has to tell (C3): an acknowledgement, the end of the legality review, a visa, a period renewed by itself, an agreement that ends. */
export interface RegisterDebt {
  readonly kind: 'RECEIPT' | 'CONTROL' | 'VISA' | 'TACIT' | 'WIND_DOWN';
  readonly partnershipId: string;
  readonly agreementId: string;
  /** The entry it is about; the agreement, where no entry stands. */
  readonly subject: { readonly kind: 'lifeEntry' | 'agreement'; readonly id: string };
  readonly period: string;
  /** The day its rows are counted from, never before the register learnt of it; the end, where rows are counted back from one. */
  readonly since: CivilDate;
  readonly end?: CivilDate;
  /** The choice is made: what was to be announced is not. */
  readonly isSettled?: boolean;
  readonly partyId: string | null;
  /** Named in the sentence: a party, an authority, the agreement. */
  readonly name: string;
  readonly day: CivilDate;
  readonly debtorIds: readonly string[];
  readonly source: RuleSource;
}

type About<Kind extends 'TRANSMISSION' | 'VISA'> = Pick<RegisterDebt, 'partnershipId' | 'agreementId' | 'subject' | 'partyId' | 'debtorIds'> & { readonly entry: Entry<Kind>; readonly learnt: (field: string) => CivilDate; readonly party: string };

/** News is told for a month; later nobody needs it. */
const newsDays = 30;

const later = (one: CivilDate, other: CivilDate): CivilDate => (compareDates(one, other) < 0 ? other : one);

/** The day the register first said this, in the party's zone. */
function learntBy({ versions, parties }: LifeCase, { id, partyId }: Entry, zones: Zones): (field: string) => CivilDate {
  const zone = parties.find((party) => party.id === partyId)?.territory.zone ?? 'Europe/Paris';
  return (field) => {
    const first = versions.find((version) => version.id === id && (version.content as unknown as Record<string, unknown>)[field] !== null);
    return zones.civilAt(first?.occurredAt ?? new Date(0), zone).date;
  };
}

function receiptOf({ entry: { content }, learnt, party, ...about }: About<'TRANSMISSION'>): RegisterDebt[] {
  if (content.sentOn === null || content.receivedOn !== null) return [];
  return [{ ...about, kind: 'RECEIPT', period: content.sentOn, since: later(content.sentOn, learnt('sentOn')), name: party, day: content.sentOn, source: executorySource }];
}

/** Two calendar months after receipt the prefect can no longer refer the act; an old act, recorded since, has nothing to announce. */
function controlOf({ entry: { content }, learnt, party, ...about }: About<'TRANSMISSION'>): RegisterDebt[] {
  const ends = controlEndsOn(content);
  if (ends === null || compareDates(ends, learnt('receivedOn')) < 0) return [];
  return [{ ...about, kind: 'CONTROL', period: ends, since: ends, name: party, day: content.receivedOn!, source: controlSource }];
}

function visaOf({ entry: { content }, learnt, party: _party, ...about }: About<'VISA'>, source: RuleSource): RegisterDebt[] {
  if (content.submittedOn === null || content.decision !== null) return [];
  return [{ ...about, kind: 'VISA', period: content.submittedOn, since: later(content.submittedOn, learnt('submittedOn')), name: content.authority, day: content.submittedOn, source }];
}

async function actsOf(tx: ReadTx, life: LifeCase, zones: Zones): Promise<RegisterDebt[]> {
  const { facts, agreement: { partnershipId, id: agreementId } } = life;
  const [acts, visas] = [entriesOf(facts.entries, 'TRANSMISSION'), entriesOf(facts.entries, 'VISA')];
  if (acts.length + visas.length === 0) return [];
  const coordinators = (await seatsAt(tx, partnershipId, { instant: tx.now(), zones })).filter(({ category, holder }) => category === 'COORDINATOR' && holder);
  const about = <Kind extends 'TRANSMISSION' | 'VISA'>(entry: Entry<Kind>): About<Kind> => {
    const own = coordinators.filter(({ partyId }) => partyId === entry.partyId);
    const debtorIds = (own.length > 0 ? own : coordinators).flatMap(({ holder }) => (holder ? [holder.personId] : []));
    const party = life.parties.find(({ id }) => id === entry.partyId)?.shortName ?? '';
    return { partnershipId, agreementId, subject: { kind: 'lifeEntry', id: entry.id }, partyId: entry.partyId, debtorIds, entry, learnt: learntBy(life, entry, zones), party };
  };
  return [
    ...acts.map(about).flatMap((act) => [...receiptOf(act), ...controlOf(act)]),
    ...visas.map(about).flatMap((visa) => visaOf(visa, facts.rules.foreignVisa.source)),
  ];
}

/** « Will renew », a month before, and « has renewed », on the day: both of the period that ends (C5 Q17). */
function tacitOf({ agreement, facts }: LifeCase, { state, period, effect, renewal }: Standing): RegisterDebt[] {
  const { term } = facts.rules;
  if (state !== 'IN_FORCE' || !term || !period || !effect.on || !renewal) return [];
  const { partnershipId, id: agreementId, displayName: name } = agreement;
  const of = (ended: { ordinal: number; until: CivilDate }, isSettled: boolean): RegisterDebt => ({
    kind: 'TACIT', partnershipId, agreementId, subject: { kind: 'agreement', id: agreementId }, period: String(ended.ordinal), since: ended.until, isSettled, partyId: null, name, day: ended.until, debtorIds: [], source: term.source,
  });
  const last = periodOf(effect.on, term.value, period.ordinal - 1);
  const isFresh = last && compareDates(facts.today, addDays(last.until, newsDays)) <= 0;
  return [...(renewal.renews ? [of(period, false)] : []), ...(last && isFresh ? [of(last, true)] : [])];
}

function windDownOf({ agreement, facts, parties }: LifeCase, { state, notice, endsOn }: Standing): RegisterDebt[] {
  const received = notice?.content.receivedOn;
  if (state !== 'NOTICE_GIVEN' || !received || !endsOn || !facts.rules.termination) return [];
  const { partnershipId, id: agreementId } = agreement;
  const name = parties.find(({ id }) => id === notice.partyId)?.shortName ?? '';
  return [{ kind: 'WIND_DOWN', partnershipId, agreementId, subject: { kind: 'lifeEntry', id: notice.id }, period: received, since: received, end: endsOn, partyId: null, name, day: endsOn, debtorIds: [], source: facts.rules.termination.source }];
}

/** What the register of one agreement waits for or has to tell. */
export async function registerDebtsOf(tx: ReadTx, life: LifeCase, zones: Zones): Promise<RegisterDebt[]> {
  const standing = standingOf(life.facts);
  return [...(await actsOf(tx, life, zones)), ...tacitOf(life, standing), ...windDownOf(life, standing)];
}
