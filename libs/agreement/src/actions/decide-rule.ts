import { accepted, refused, type Answer, type Decidable, type Json } from '#kernel';
import { partiesOf } from '#parties';
import { say } from '#phrases';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { adoptChange, isPending, takeEffect, type RuleBook, type RuleVersion } from '../domain/rule-life.js';
import { keepVersion, lockVersion, worldOf } from '../store/rule-book.store.js';
import { ruleSentence, ruleTitle } from '../views/rule-words.js';

/** The committee decides on a rule: frozen before the vote, in effect with the last signature, each in deliberation's own transaction (C5 Q25). */
@Injectable()
export class DecideRule implements Decidable<Tx> {
  readonly kind = 'rule';

  /** The text put to the vote, in the official language: the rule as it would read, and as it reads today. */
  async freeze(tx: Tx, id: string): Promise<Answer<{ text: string; data: Json }>> {
    const held = await lockVersion(tx, id);
    if (!held) return refused('NOT_FOUND');
    const { book, version } = held;
    if (version.act !== 'DECISION' || !isPending(version)) return refused('RULE_AWAITS_NOTHING');
    const { current } = await worldOf(tx, book, version.key);
    const parties = (await partiesOf(tx, [book.partnershipId])).get(book.partnershipId) ?? [];
    const reader = { language: 'fr', countries: parties.map(({ territory }) => territory.country) } as const;
    const before = current && ruleSentence(reader, version.key, current.value);
    const text = say('fr', 'rules.decision', { title: ruleTitle('fr', version.key), after: ruleSentence(reader, version.key, version.value), before: before ?? '', known: before ? 'yes' : 'no' });
    return accepted({ text, data: { kind: 'rule', versionId: id, key: version.key, value: version.value, replaced: current?.value ?? null } });
  }

  async onAdopted(tx: Tx, id: string, decision: { decisionId: string; adoptedAt: Date }): Promise<void> {
    const { book, version } = await this.locked(tx, id);
    await keepVersion(tx, book, adoptChange(version, decision));
  }

  async onExecutory(tx: Tx, id: string, decision: { decisionId: string; executoryAt: Date }): Promise<void> {
    const { book, version } = await this.locked(tx, id);
    const { state, facts } = takeEffect(book, version, decision);
    await keepVersion(tx, book, state);
    tx.tell(...facts);
  }

  private async locked(tx: Tx, id: string): Promise<{ book: RuleBook; version: RuleVersion }> {
    const held = await lockVersion(tx, id);
    if (!held) throw new Error(`the rule version ${id} was decided on and is not there`);
    return held;
  }
}
