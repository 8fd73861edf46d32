import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What binds the parties: « convention », « protocole d'accord » … one thing with the name its parties give it. */
@Entity('agreement')
@ForeignKey('partnership', ['partnershipId'], ['id'], { name: 'agreement_partnership' })
@Check('agreement_kind_known', `kind in ('CONVENTION', 'TWINNING', 'MUTUAL_COMMITMENT', 'LETTER_OF_INTENT', 'FRIENDSHIP_PACT')`)
export class AgreementRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('text') displayName: string;
  /** Language whose text is authoritative (convention, Art. 8: French). */
  @Column('text') authoritativeLanguage: string;
  @Column('date', { nullable: true }) effectiveOn: string | null;
  /** Since when the parties are bound where the text gives no more than a year (3-02, 0-05): « 1962 ». */
  @Column('text', { nullable: true }) since: string | null;
}

/** An article, in its authoritative words. */
@Entity('article')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'article_agreement' })
@Unique('article_number_once', ['partnershipId', 'agreementId', 'number'])
export class ArticleRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('text') number: string;
  @Column('integer') place: number;
  @Column('text') title: string;
  @Column('text') text: string;
}

/** A rule in force, with its source: article, rules of procedure, law, or product default (C5). */
@Entity('rule')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'rule_agreement' })
@Check('rule_source_known', `source_kind in ('ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT')`)
export class RuleRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('text') key: string;
  @Column('jsonb') value: unknown;
  @Column('text') sourceKind: string;
  @Column('text') sourceReference: string;
  @Column('text', { nullable: true }) quote: string | null;
}

/** Strategic axis (I … VI) or transversal axis. A new one is inactive until its decision is executory (4-19). */
@Entity('axis')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'axis_agreement' })
@Check('axis_kind_known', `kind in ('STRATEGIC', 'TRANSVERSAL')`)
@ForeignKey('party', ['partnershipId', 'proposedParty'], ['partnershipId', 'id'], { name: 'axis_proposed_party' })
@Check('axis_open_was_decided', 'opened_at is null or (active and decision_id is not null and adopted_at is not null)')
@Check('axis_proposed_is_closed', 'proposed_at is null or active = (opened_at is not null)')
@Index('axis_number_once', ['partnershipId', 'agreementId', 'number'], { unique: true, where: 'withdrawn_at is null' })
export class AxisRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('text') kind: string;
  @Column('text') number: string;
  @Column('integer') place: number;
  @Column('text') title: string;
  @Column('text') titleAr: string;
  @Column('text') text: string;
  @Column('boolean') active: boolean;
  /** Who proposed it, and when; empty for one that came with the agreement. */
  @Column('uuid', { nullable: true }) proposedParty: string | null;
  @Column('timestamptz', { nullable: true }) proposedAt: Date | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('timestamptz', { nullable: true }) adoptedAt: Date | null;
  /** When the minutes of its decision became executory. */
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}

/** Annexe II, second level: « 1.1 ». */
@Entity('operation')
@ForeignKey('axis', ['partnershipId', 'axisId'], ['partnershipId', 'id'], { name: 'operation_axis' })
@Unique('operation_number_once', ['partnershipId', 'axisId', 'number'])
export class OperationRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') axisId: string;
  @Column('text') number: string;
  @Column('text') title: string;
}

/** Annexe II, third level, « piste d'action »: « 1.1.1 », with the targets its words give. */
@Entity('action_lead')
@ForeignKey('operation', ['partnershipId', 'operationId'], ['partnershipId', 'id'], { name: 'action_lead_operation' })
@Unique('action_lead_number_once', ['partnershipId', 'operationId', 'number'])
export class ActionLeadRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('text') number: string;
  @Column('text') title: string;
  /** [{ partyId, people }]; empty when the annex names none. */
  @Column('jsonb') targets: { partyId: string; people: number }[];
}
