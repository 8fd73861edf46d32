import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An agreement's rules as one thing: the row every act on a rule locks first. */
@Entity('rule_book')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'rule_book_agreement' })
export class RuleBookRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') agreementId: string;
  /** « Mise en service »: from then on only the committee changes a rule (C5 Q25). */
  @Column('timestamptz', { nullable: true }) inServiceAt: Date | null;
  /** How many times the text, the axes or the kind were written since the agreement was begun: a confirmation was given on one edition. */
  @Column('integer', { default: 0 }) textEdition: number;
}

/** A party's word that the rules it read may be put in service. */
@Entity('service_confirmation')
@ForeignKey('rule_book', ['partnershipId', 'agreementId'], ['partnershipId', 'agreementId'], { name: 'service_confirmation_book' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'service_confirmation_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'service_confirmation_person' })
export class ServiceConfirmationRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('uuid') partyId: string;
  /** How many versions had taken effect when it was given: a rule set since asks for it again. */
  @PrimaryColumn('integer') edition: number;
  @Column('uuid') personId: string;
  @Column('timestamptz') confirmedAt: Date;
}

/** Every value a rule had, has or is asked to have. The one in force is the last to take effect; `rule` holds it for those who read. */
@Entity('rule_version')
@ForeignKey('rule_book', ['partnershipId', 'agreementId'], ['partnershipId', 'agreementId'], { name: 'rule_version_book' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'rule_version_party' })
@ForeignKey('party', ['partnershipId', 'agreedParty'], ['partnershipId', 'id'], { name: 'rule_version_agreed_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'rule_version_person' })
@ForeignKey('person', ['agreedBy'], ['id'], { name: 'rule_version_agreed_by' })
@Check('rule_version_source_known', `source_kind in ('ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT')`)
@Check('rule_version_act_known', `act in ('RECORDED', 'SET', 'DECISION', 'CORRECTION')`)
@Check('rule_version_correction_by_another', `act <> 'CORRECTION' or in_effect_at is null or (agreed_party <> party_id and agreed_by <> person_id and motive is not null)`)
@Check('rule_version_decision_adopted', `act <> 'DECISION' or in_effect_at is null or (decision_id is not null and adopted_at is not null)`)
@Index('rule_version_one_awaits', ['partnershipId', 'agreementId', 'key'], { unique: true, where: `in_effect_at is null and closed_at is null and adopted_at is null` })
export class RuleVersionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('text') key: string;
  @Column('jsonb') value: unknown;
  @Column('text') sourceKind: string;
  @Column('text') sourceReference: string;
  @Column('text', { nullable: true }) quote: string | null;
  @Column('text') act: string;
  @Column('uuid', { nullable: true }) partyId: string | null;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text', { nullable: true }) motive: string | null;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid', { nullable: true }) agreedParty: string | null;
  @Column('uuid', { nullable: true }) agreedBy: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('timestamptz', { nullable: true }) adoptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) inEffectAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}
