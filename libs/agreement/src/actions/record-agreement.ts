import { accepted, refused, type Answer, type Json, type RuleSource } from '#kernel';
import { keepSearchable, Work, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { AgreementKind } from '../domain/capabilities.js';
import type { RuleKey } from '../domain/questions.js';
import { ActionLeadRow, AgreementRow, ArticleRow, AxisRow, OperationRow } from '../store/agreement.entity.js';
import { articleSource, axisSource, leadSource } from '../store/agreement.searchable.js';
import { RuleBookRow } from '../store/rule-book.entity.js';
import { addVersion } from '../store/rule-book.store.js';

export interface LeadInput {
  readonly number: string;
  readonly title: string;
  readonly targets: readonly { partyId: string; people: number }[];
}
export interface OperationInput {
  readonly number: string;
  readonly title: string;
  readonly leads: readonly LeadInput[];
}
export interface AxisInput {
  readonly kind: 'STRATEGIC' | 'TRANSVERSAL';
  readonly number: string;
  readonly title: string;
  readonly titleAr: string;
  readonly text: string;
  readonly operations: readonly OperationInput[];
}
export interface RuleInput {
  readonly key: string;
  readonly value: Json;
  readonly source: RuleSource;
}
export interface RecordAgreementInput {
  readonly partnershipId: string;
  readonly kind: AgreementKind;
  readonly displayName: string;
  readonly effectiveOn: string | null;
  /** Since when, where the text gives a year and no day: « 1962 ». */
  readonly since?: string | null;
  readonly articles: readonly { number: string; title: string; text: string }[];
  readonly axes: readonly AxisInput[];
  readonly rules: readonly RuleInput[];
}

const neverProposed = { proposedParty: null, proposedAt: null, decisionId: null, adoptedAt: null, openedAt: null, withdrawnAt: null };

/** The agreement of a partnership as its parties signed it: articles in their words, axes with Annexe II, rules with their source. */
@Injectable()
export class RecordAgreement {
  constructor(private readonly work: Work) {}

  run(ctx: Ctx, input: RecordAgreementInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { partnershipId, kind, displayName, effectiveOn, since = null } = input;
      if (since !== null && !/^\d{4}$/.test(since)) return refused('SINCE_UNREADABLE', { since: since.slice(0, 20) });
      const id = tx.newId();
      await tx.manager.insert(AgreementRow, { partnershipId, id, kind, displayName, effectiveOn, since, authoritativeLanguage: 'fr' });
      const place = { partnershipId, agreementId: id };
      for (const [index, article] of input.articles.entries()) await tx.manager.insert(ArticleRow, { ...place, id: tx.newId(), place: index + 1, ...article });
      await tx.manager.insert(RuleBookRow, { ...place, inServiceAt: null });
      for (const rule of input.rules) await this.addRule(tx, rule, place);
      for (const [index, axis] of input.axes.entries()) await this.addAxis(tx, axis, { ...place, place: index + 1 });
      for (const source of [articleSource, axisSource, leadSource]) await keepSearchable(tx, source, { partnershipId });
      tx.tell({ kind: 'AgreementRecorded', partnershipId, subject: { kind: 'agreement', id }, data: { kind, displayName, ...(since === null ? {} : { since: Number(since) }) } });
      return accepted(id);
    });
  }

  /** In force with the text itself; who recorded it is in the journal. */
  private async addRule(tx: Tx, { key, value, source }: RuleInput, place: { partnershipId: string; agreementId: string }): Promise<void> {
    const nobody = { partyId: null, personId: null, motive: null, agreedParty: null, agreedBy: null, decisionId: null, adoptedAt: null, closedAt: null };
    await addVersion(tx, place, { ...nobody, id: tx.newId(), key: key as RuleKey, value, source, act: 'RECORDED', askedAt: tx.now(), inEffectAt: tx.now() });
  }

  private async addAxis(tx: Tx, axis: AxisInput, place: { partnershipId: string; agreementId: string; place: number }): Promise<void> {
    const { kind, number, title, titleAr, text } = axis;
    const axisId = tx.newId();
    const { partnershipId } = place;
    await tx.manager.insert(AxisRow, { ...place, id: axisId, kind, number, title, titleAr, text, active: true, ...neverProposed });
    for (const operation of axis.operations) {
      const operationId = tx.newId();
      await tx.manager.insert(OperationRow, { partnershipId, id: operationId, axisId, number: operation.number, title: operation.title });
      for (const lead of operation.leads) {
        await tx.manager.insert(ActionLeadRow, { partnershipId, id: tx.newId(), operationId, number: lead.number, title: lead.title, targets: [...lead.targets] });
      }
    }
  }
}
