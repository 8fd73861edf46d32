import { InstanceSecret } from '#identity';
import { Zones, type Json } from '#kernel';
import { Relay, type HeardFact, type Tx } from '#platform';
import { sheetCall } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Audience } from '../domain/ladder.js';
import { messageIdOf, planLines, type NewLine } from '../store/ledger.store.js';
import { MailOrigin } from './mail-origin.js';
import { crowdOf, invitationRule } from './recipients.js';

/** A legal notice leaves at once, before reminders and after sign-in codes. */
const noticePriority = 10;
const codePriority = 1;

interface Notice {
  readonly rule: string;
  /** Offices to tell; `ADDRESSEE` is the one person the fact names, `EVERYBODY` whoever holds a seat. */
  readonly to: readonly Audience[] | 'ADDRESSEE' | 'EVERYBODY';
  /** What of the fact's data makes it another notice: a second convocation, a second version. */
  readonly period: 'at' | 'version';
  /** It speaks of the person the fact names: the others hear it, she has a letter of her own. */
  readonly about?: true;
}

/** Which fact calls for which notice at once (design C3). The closed list of what the house says without being asked. */
const notices: Readonly<Record<string, Notice>> = {
  MeetingConvened: { rule: 'CONVOCATION', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  ConvocationCancelled: { rule: 'CONVOCATION_CANCELLED', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  MeetingCancelled: { rule: 'CONVOCATION_CANCELLED', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  SignatureRequested: { rule: 'SIGNATURE_REQUESTED', to: 'ADDRESSEE', period: 'version' },
  MinutesVersionReplaced: { rule: 'VERSION_REPLACED', to: ['CO_PRESIDENTS', 'COORDINATORS'], period: 'version' },
  SignatureRefused: { rule: 'SIGNATURE_REFUSED', to: ['CO_PRESIDENTS', 'COORDINATORS'], period: 'version' },
  MinutesBecameExecutory: { rule: 'EXECUTORY', to: ['MEMBERS', 'COORDINATORS'], period: 'version' },
  ConfirmationAsked: { rule: 'CONFIRMATION_ASKED', to: 'ADDRESSEE', period: 'at' },
  CoordinatorInvited: { rule: 'COORDINATOR_INVITED', to: ['COORDINATORS'], period: 'at', about: true },
  RecoveryAsked: { rule: 'RECOVERY_ASKED', to: ['COORDINATORS'], period: 'at' },
  ActEnteredFor: { rule: 'ENTERED_FOR', to: 'ADDRESSEE', period: 'at' },
  EntryContested: { rule: 'ENTRY_CONTESTED', to: ['COORDINATORS'], period: 'at' },
  SheetMailed: { rule: 'SHEET_MAILED', to: 'ADDRESSEE', period: 'at' },
  RuleCorrectionAsked: { rule: 'CORRECTION_ASKED', to: ['COORDINATORS'], period: 'at' },
  RecoveryConfirmed: { rule: 'RECOVERY_NOTICE', to: 'EVERYBODY', period: 'at' },
};

/** Somebody was called to a remark beside a fiche. */
const calledRule = 'SHEET_CALL';

/** The rules of those notices: each has its mail. */
export const noticeRules: readonly string[] = [invitationRule, calledRule, ...new Set(Object.values(notices).map(({ rule }) => rule))];

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
    if (fact.kind === 'SheetCommented') return this.tellCalled(tx, fact);
    const notice = notices[fact.kind];
    if (!notice || !fact.partnershipId) return;
    const { to, rule, period, about } = notice;
    const crowd = await crowdOf(tx, fact.partnershipId, this.zones);
    const isTold = (personId: string, audiences: readonly Audience[]): boolean =>
      to === 'EVERYBODY' || (to === 'ADDRESSEE' ? fact.data['personId'] === personId : audiences.some((audience) => to.includes(audience)));
    const readers = crowd.recipients.filter(({ personId, audiences }) => isTold(personId, audiences) && !(about && personId === fact.data['personId']));
    const lines = readers.map(({ personId }) => ({
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
    const crowds = await Promise.all(held.map(({ partnershipId }) => crowdOf(tx, partnershipId, this.zones)));
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
