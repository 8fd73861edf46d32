import { InstanceSecret } from '#identity';
import { Zones, type Json } from '#kernel';
import { Relay, type HeardFact, type Tx } from '#platform';
import { sheetCall } from '#programme';
import { Injectable } from '@nestjs/common';
import { calledRule, handRules, noticeOf, readersOfNotice, tableRules } from '../domain/notice-table.js';
import { codePriority, messageIdOf, planLines, type NewLine } from '../store/ledger.store.js';
import { lateLines, oneLetterEach, silenceHeard } from './hear-late.js';
import { MailOrigin } from './mail-origin.js';
import { crowdOf, invitationRule, type Crowd } from './recipients.js';

/** A legal notice leaves at once, before reminders and after sign-in codes. */
const noticePriority = 10;
const reminderPriority = 50;

/** The rules of those notices: each has its mail. */
export const noticeRules: readonly string[] = [invitationRule, ...tableRules];

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
    if (fact.kind === 'SignInCodeAsked') return this.tellPerson(tx, fact, 'SIGN_IN_CODE');
    if (fact.kind === 'SignInCodeGivenByHand') return this.tellCodeByHand(tx, fact);
    if (fact.kind === 'AddressChangeAsked') return this.tellPerson(tx, fact, 'ADDRESS_CODE');
    if (fact.kind === 'AddressChanged') return this.tellPerson(tx, fact, 'ADDRESS_CHANGED');
    if (fact.kind === 'PasskeyAdded') return this.tellPerson(tx, fact, 'PASSKEY_ADDED');
    if (fact.kind === 'PasskeyRemoved') return this.tellPerson(tx, fact, 'PASSKEY_REMOVED');
    if (fact.kind === 'SeatOffered') return this.tellInvited(tx, fact);
    if (fact.kind === 'InstanceAdminAppointed') return this.tellAdmins(tx, fact);
    if (fact.kind === 'HandSignatureEntered') return this.tellOfHand(tx, fact, { rule: handRules.brought, own: false });
    if (fact.kind === 'HandSignatureDeclined') return this.tellOfHand(tx, fact, { rule: handRules.declined, own: true });
    if (fact.kind === 'SheetCommented') return this.tellCalled(tx, fact);
    if (fact.kind === 'LateReminded') return this.remindLate(tx, fact);
    if (fact.kind === 'RemindersSilenced') return silenceHeard(tx, fact, await crowdOf(tx, fact.partnershipId ?? '', this.zones));
    const notice = noticeOf(fact.kind);
    if (!notice || !fact.partnershipId) return;
    const { rule, period } = notice;
    const crowd = await crowdOf(tx, fact.partnershipId, this.zones);
    const lines = readersOfNotice(notice, fact.data, crowd.recipients).map(({ personId }) => ({
      personId,
      rule,
      period: String(fact.data[period] ?? ''),
      priority: noticePriority,
      dueOn: this.zones.civilAt(fact.occurredAt, crowd.reader(personId)?.zone ?? 'UTC').date,
    }));
    await this.write(tx, fact, lines);
  }

  /** To somebody who holds no seat yet. */
  private async tellInvited(tx: Tx, fact: HeardFact): Promise<void> {
    const { personId, at } = fact.data;
    if (typeof personId !== 'string') return;
    const dueOn = this.zones.civilAt(fact.occurredAt, 'UTC').date;
    await this.write(tx, fact, [{ personId, rule: invitationRule, period: String(at), priority: noticePriority, dueOn }]);
  }

  /** To the one person the fact names, a code before everything else, news of each key of hers once; to nobody when it names none (an address that is not known, or not free). */
  private async tellPerson(tx: Tx, fact: HeardFact, rule: string): Promise<void> {
    const { personId, passkeyId } = fact.data;
    if (typeof personId !== 'string') return;
    const ofKey = typeof passkeyId === 'string';
    await this.write(tx, fact, [{ personId, rule, period: ofKey ? passkeyId : '1', priority: ofKey ? noticePriority : codePriority, dueOn: this.zones.civilAt(fact.occurredAt, 'UTC').date }]);
  }

  /** A code was read out by whoever keeps the machine: the coordinators of every partnership of that person are told (issue 3, item 1). */
  private async tellCodeByHand(tx: Tx, fact: HeardFact): Promise<void> {
    const held = await tx.query<{ partnershipId: string }>('select distinct partnership_id as "partnershipId" from mandate where person_id = $1', [fact.data['personId']]);
    const crowds: Crowd[] = [];
    for (const { partnershipId } of held) crowds.push(await crowdOf(tx, partnershipId, this.zones));
    const coordinators = new Set(crowds.flatMap(({ recipients }) => recipients.filter(({ audiences }) => audiences.includes('COORDINATORS')).map(({ personId }) => personId)));
    const dueOn = this.zones.civilAt(fact.occurredAt, 'UTC').date;
    await this.write(tx, fact, [...coordinators].map((personId) => ({ personId, rule: 'SIGN_IN_CODE_BY_HAND', period: '1', priority: noticePriority, dueOn })));
  }

  /** Whoever runs the instance hears of another who does from now on. */
  private async tellAdmins(tx: Tx, fact: HeardFact): Promise<void> {
    const others = await tx.query<{ personId: string }>('select person_id as "personId" from instance_admin where "until" is null and person_id <> $1', [fact.subject.id]);
    const dueOn = this.zones.civilAt(fact.occurredAt, 'UTC').date;
    await this.write(tx, fact, others.map(({ personId }) => ({ personId, rule: 'ADMIN_APPOINTED', period: fact.occurredAt.toISOString(), priority: noticePriority, dueOn })));
  }

  /** Whoever a remark calls, each once; nobody when it calls none. The remark is the object: one never overtakes another. */
  private async tellCalled(tx: Tx, fact: HeardFact): Promise<void> {
    const { commentId } = fact.data;
    const { partnershipId } = fact;
    if (typeof commentId !== 'string' || !partnershipId) return;
    const call = await sheetCall(tx, { partnershipId, commentId }, this.zones);
    const dueOn = this.zones.civilAt(fact.occurredAt, 'UTC').date;
    const about: HeardFact = { ...fact, subject: { kind: 'sheetComment', id: commentId } };
    await this.write(tx, about, (call?.called ?? []).map((personId) => ({ personId, rule: calledRule, period: '1', priority: noticePriority, dueOn })));
  }

  /** A PV signed by hand: the other coordinations are asked to look at its scan; declined, its own hears why. The paper is the object: one never overtakes another. */
  private async tellOfHand(tx: Tx, fact: HeardFact, { rule, own }: { readonly rule: string; readonly own: boolean }): Promise<void> {
    const { handSignatureId, partyId } = fact.data;
    if (typeof handSignatureId !== 'string' || !fact.partnershipId) return;
    const crowd = await crowdOf(tx, fact.partnershipId, this.zones);
    const told = crowd.recipients.filter(({ personId, audiences }) => audiences.includes('COORDINATORS') && (crowd.partyOf(personId) === partyId) === own);
    const dueOn = (personId: string) => this.zones.civilAt(fact.occurredAt, crowd.reader(personId)?.zone ?? 'UTC').date;
    const about: HeardFact = { ...fact, subject: { kind: 'handSignature', id: handSignatureId } };
    await this.write(tx, about, told.map(({ personId }) => ({ personId, rule, period: '1', priority: noticePriority, dueOn: dueOn(personId) })));
  }

  /** A coordination reminds the late of its own side: each line is about what is owed, and asked once more before it leaves. */
  private async remindLate(tx: Tx, fact: HeardFact): Promise<void> {
    const { partnershipId } = fact;
    if (!partnershipId) return;
    const lines = lateLines(fact).map((line) => ({ ...line, partnershipId, sendAt: fact.occurredAt, priority: reminderPriority, details: {} }));
    const sign = (line: NewLine): string => messageIdOf(this.secret.value, line, this.origin.host);
    await planLines(tx, lines, sign);
    await oneLetterEach(tx, lines, sign);
  }

  private async write(tx: Tx, fact: HeardFact, wanted: readonly Pick<NewLine, 'personId' | 'rule' | 'period' | 'priority' | 'dueOn'>[]): Promise<void> {
    const lines = wanted.map((line) => ({
      ...line,
      partnershipId: fact.partnershipId,
      objectKind: fact.subject.kind,
      objectId: fact.subject.id,
      occurrence: 1,
      sendAt: fact.occurredAt,
      details: fact.data as { [key: string]: Json },
    }));
    await planLines(tx, lines, (line) => messageIdOf(this.secret.value, line, this.origin.host));
  }
}
