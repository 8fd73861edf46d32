import { accepted, compareDates, refused, Zones, type Answer, type CivilDate, type Fact } from '#kernel';
import { partiesOf, seatsAt, type PartyType } from '#parties';
import type { ReadTx, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayRegister } from '../domain/clerk.js';
import { lifeRulesOf } from '../domain/life-rules.js';
import { enter, entriesOf, standingEntry, type Draft, type Entry } from '../domain/register.js';
import { standingOf, type LifeFacts } from '../domain/standing.js';
import { keepEffect, keepEntry, lockAgreement, standingOnes, versionsOf, type KnownAgreement, type WrittenEntry } from '../store/life.store.js';
import { rulesInForce } from '../store/rule.store.js';

/** The civil days of the parties now: where they differ, what happened may bear the latest, what is due waits for the earliest. */
export interface Days {
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
}

/** An agreement with all that its life is derived from. */
export interface LifeCase {
  readonly agreement: KnownAgreement;
  readonly parties: readonly PartyType[];
  readonly versions: readonly WrittenEntry[];
  readonly facts: LifeFacts;
  readonly days: Days;
}

const daysOf = (tx: ReadTx, parties: readonly PartyType[], zones: Zones): Days => {
  const days = parties.map(({ territory }) => zones.civilAt(tx.now(), territory.zone).date).sort(compareDates);
  const today = zones.civilAt(tx.now(), 'UTC').date;
  return { earliest: days[0] ?? today, latest: days.at(-1) ?? today };
};

/** Reads an agreement's register and rules. */
export async function caseOf(tx: ReadTx, agreement: KnownAgreement, zones: Zones): Promise<LifeCase> {
  const parties = (await partiesOf(tx, [agreement.partnershipId])).get(agreement.partnershipId) ?? [];
  const versions = await versionsOf(tx, [agreement.id]);
  const days = daysOf(tx, parties, zones);
  const facts: LifeFacts = {
    kind: agreement.kind,
    parties: parties.map(({ id, territory }) => ({ id, country: territory.country })),
    rules: lifeRulesOf(agreement.kind, await rulesInForce(tx, agreement.partnershipId, agreement.id)),
    entries: standingOnes(versions),
    recordedEffect: agreement.effectiveOn,
    since: agreement.since,
    today: days.earliest,
  };
  return { agreement, parties, versions, facts, days };
}

/** The parties that have a coordinator now. */
export const coordinatedParties = async (tx: ReadTx, partnershipId: string, zones: Zones): Promise<string[]> =>
  (await seatsAt(tx, partnershipId, { instant: tx.now(), zones })).flatMap(({ category, holder, partyId }) => (category === 'COORDINATOR' && holder ? [partyId] : []));

/** Where every act on an agreement's life begins and ends: the agreement locked, the register read under that lock, the effect derived again. */
@Injectable()
export class LifeDesk {
  constructor(private readonly zones: Zones) {}

  /** Opens the register for an act of that party (`null`: of the agreement as a whole). @returns refused `NOT_FOUND`, or as `mayRegister` */
  async open(tx: Tx, agreementId: string, partyId: string | null): Promise<Answer<LifeCase>> {
    const agreement = await lockAgreement(tx, agreementId);
    if (!agreement) return refused('NOT_FOUND');
    const { partnershipId } = agreement;
    const at = { partnershipId, seats: tx.ctx.actor?.seats ?? [], coordinatedPartyIds: await coordinatedParties(tx, partnershipId, this.zones), isSetUp: tx.ctx.audience === 'INSTANCE' };
    const found = await caseOf(tx, agreement, this.zones);
    if (partyId !== null && !found.parties.some(({ id }) => id === partyId)) return refused('NOT_FOUND');
    const may = mayRegister(at, partyId);
    return may.refused ? may : accepted(found);
  }

  /** Writes a draft over what stands in its place (or over the entry named), and the effect that follows. Answers the entry's id. */
  async write(tx: Tx, opened: LifeCase, { over, ...draft }: Draft & { readonly over?: Entry | null }): Promise<Answer<string>> {
    const { agreement, facts } = opened;
    const standing = over === undefined ? standingEntry(facts.entries, draft.kind, draft.partyId) : over;
    const place = { partnershipId: agreement.partnershipId, agreementId: agreement.id };
    const decided = enter(standing, draft, { ...place, id: tx.newId() });
    if (decided.refused) return decided;
    const declared = this.declaredBefore(opened);
    const entries: Entry[] = [...facts.entries.filter(({ id }) => id !== standing?.id), decided.value.state];
    if (declared) {
      const first = enter(null, declared, { ...place, id: tx.newId() });
      if (first.refused) return first;
      await keepEntry(tx, agreement, first.value.state);
      tx.tell(...first.value.facts);
      entries.push(first.value.state);
    }
    await keepEntry(tx, agreement, decided.value.state);
    tx.tell(...decided.value.facts);
    await this.follow(tx, opened, entries);
    return accepted(decided.value.state.id);
  }

  /** An agreement recorded as already in force keeps that day until its acts are all there. */
  private declaredBefore({ agreement, facts }: LifeCase): Draft<'DECLARED'> | null {
    const isFirst = facts.entries.length === 0 && entriesOf(facts.entries, 'DECLARED').length === 0;
    return isFirst && agreement.effectiveOn ? { kind: 'DECLARED', partyId: null, content: { on: agreement.effectiveOn }, motive: null } : null;
  }

  private async follow(tx: Tx, { agreement, facts }: LifeCase, entries: readonly Entry[]): Promise<void> {
    const { effect } = standingOf({ ...facts, entries });
    if (effect.on === agreement.effectiveOn) return;
    await keepEffect(tx, agreement, effect.on);
    const { partnershipId, id } = agreement;
    const settled: Fact = { kind: 'AgreementEffectSettled', partnershipId, subject: { kind: 'agreement', id }, data: { effectiveOn: effect.on, rule: facts.rules.effect.value } };
    tx.tell(settled);
  }
}
