import { InstanceSecret } from '#identity';
import { Zones, type Json } from '#kernel';
import { Relay, type HeardFact, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Audience } from '../domain/ladder.js';
import { messageIdOf, planLines, type NewLine } from '../store/ledger.store.js';
import { MailOrigin } from './mail-origin.js';
import { crowdOf } from './recipients.js';

/** A legal notice leaves at once, before reminders and after sign-in codes. */
const noticePriority = 10;
const codePriority = 1;

interface Notice {
  readonly rule: string;
  readonly to: readonly Audience[];
  /** Part of the unique key: a second convocation (another SEQUENCE) or a second version is another notice. */
  readonly period: (fact: HeardFact) => string;
}

/** Which fact calls for which notice at once (design C3). The closed list of what the house says without being asked. */
const notices: Readonly<Record<string, Notice>> = {
  MeetingConvened: { rule: 'CONVOCATION', to: ['MEMBERS', 'COORDINATORS'], period: (fact) => String(fact.data['at'] ?? '') },
  ConvocationCancelled: { rule: 'CONVOCATION_CANCELLED', to: ['MEMBERS', 'COORDINATORS'], period: (fact) => String(fact.data['at'] ?? '') },
  MeetingCancelled: { rule: 'CONVOCATION_CANCELLED', to: ['MEMBERS', 'COORDINATORS'], period: (fact) => String(fact.data['at'] ?? '') },
  MinutesFinalised: { rule: 'SIGNATURE_REQUESTED', to: ['CO_PRESIDENTS'], period: (fact) => String(fact.data['version'] ?? '') },
  MinutesVersionReplaced: { rule: 'VERSION_REPLACED', to: ['CO_PRESIDENTS', 'COORDINATORS'], period: (fact) => String(fact.data['version'] ?? '') },
  SignatureRefused: { rule: 'SIGNATURE_REFUSED', to: ['CO_PRESIDENTS', 'COORDINATORS'], period: (fact) => String(fact.data['version'] ?? '') },
  MinutesBecameExecutory: { rule: 'EXECUTORY', to: ['MEMBERS', 'COORDINATORS'], period: () => '1' },
};

/** Hears the facts of the rooms below and writes in the ledger whom to tell at once, in the transaction that takes the fact. */
@Injectable()
export class HearFacts {
  constructor(
    relay: Relay,
    private readonly zones: Zones,
    private readonly secret: InstanceSecret,
    private readonly origin: MailOrigin,
  ) {
    relay.onFact((tx, fact) => this.hear(tx, fact));
  }

  private async hear(tx: Tx, fact: HeardFact): Promise<void> {
    if (fact.kind === 'SignInCodeAsked') return this.tellCode(tx, fact);
    const notice = notices[fact.kind];
    if (!notice || !fact.partnershipId) return;
    const crowd = await crowdOf(tx, fact.partnershipId, this.zones);
    const readers = crowd.recipients.filter(({ audiences }) => audiences.some((audience) => notice.to.includes(audience)));
    await this.write(tx, fact, readers.map(({ personId }) => ({ personId, rule: notice.rule, period: notice.period(fact), priority: noticePriority })));
  }

  private async tellCode(tx: Tx, fact: HeardFact): Promise<void> {
    const personId = fact.data['personId'];
    if (typeof personId === 'string') await this.write(tx, fact, [{ personId, rule: 'SIGN_IN_CODE', period: '1', priority: codePriority }]);
  }

  private async write(tx: Tx, fact: HeardFact, wanted: readonly Pick<NewLine, 'personId' | 'rule' | 'period' | 'priority'>[]): Promise<void> {
    const lines = wanted.map((line) => ({
      ...line,
      partnershipId: fact.partnershipId,
      objectKind: fact.subject.kind,
      objectId: fact.subject.id,
      occurrence: 1,
      dueOn: fact.occurredAt.toISOString().slice(0, 10),
      sendAt: fact.occurredAt,
      details: fact.data as { [key: string]: Json },
    }));
    await planLines(tx, lines, (line) => messageIdOf(this.secret.value, line, this.origin.host));
  }
}
