import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A plan that a paper adopted before Passerelle (« repris »): proposed by one coordination with its fiches, and a plan once another has confirmed. */
@Entity('taken_up_plan')
@ForeignKey('action_plan', ['partnershipId', 'planId'], ['partnershipId', 'id'], { name: 'taken_up_plan_plan' })
@ForeignKey('decision', ['partnershipId', 'decisionId'], ['partnershipId', 'id'], { name: 'taken_up_plan_decision' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'taken_up_plan_party' })
@ForeignKey('party', ['partnershipId', 'confirmedParty'], ['partnershipId', 'id'], { name: 'taken_up_plan_confirmed_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'taken_up_plan_person' })
@ForeignKey('person', ['confirmedPerson'], ['id'], { name: 'taken_up_plan_confirmed_person' })
@Index('taken_up_plan_decision_once', ['partnershipId', 'decisionId'], { unique: true, where: 'withdrawn_at is null' })
@Index('taken_up_plan_waiting_once', ['partnershipId', 'year'], { unique: true, where: 'withdrawn_at is null and confirmed_at is null' })
@Check('taken_up_plan_settled_once', 'withdrawn_at is null or confirmed_at is null')
@Check('taken_up_plan_confirmed_whole', '(plan_id is null) = (confirmed_at is null) and (confirmed_party is null) = (confirmed_at is null) and (confirmed_person is null) = (confirmed_at is null)')
@Check('taken_up_plan_by_two', 'confirmed_at is null or (confirmed_party <> party_id and confirmed_person <> person_id)')
@Check('taken_up_plan_holds_some', 'jsonb_array_length(sheets) > 0')
export class TakenUpPlanRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') year: number;
  @Column('uuid') decisionId: string;
  /** In the plan's order: `[{ sheetId, version }]`. */
  @Column('jsonb') sheets: unknown;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') takenAt: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  /** Null while nobody of another party has confirmed. */
  @Column('uuid', { nullable: true }) planId: string | null;
  @Column('uuid', { nullable: true }) confirmedParty: string | null;
  @Column('uuid', { nullable: true }) confirmedPerson: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
}

/** A table of past projects, taken whole; withdrawn whole too. */
@Entity('past_import')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'past_import_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'past_import_person' })
@Check('past_import_holds_some', 'count > 0')
export class PastImportRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  /** SHA-256 (hex) of the table's text. */
  @Column('text') sha256: string;
  @Column('text', { nullable: true }) fileName: string | null;
  @Column('integer') count: number;
  @Column('timestamptz') importedAt: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}

/** A project of the past, as the table said it: shown in the thread of the cooperation, counted nowhere else. */
@Entity('past_project')
@ForeignKey('past_import', ['partnershipId', 'importId'], ['partnershipId', 'id'], { name: 'past_project_import' })
@Check('past_project_years_forward', 'ends_year >= starts_year and starts_year between 1900 and 2200')
@Check('past_project_amount_with_currency', '(amount_minor is null) = (currency is null)')
@Unique('past_project_line_once', ['partnershipId', 'importId', 'line'])
@Index('past_project_by_year', ['partnershipId', 'startsYear'])
export class PastProjectRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') importId: string;
  @Column('integer') line: number;
  @Column('text') title: string;
  @Column('integer') startsYear: number;
  @Column('integer') endsYear: number;
  @Column('text') place: string;
  @Column('text') domain: string;
  @Column('text') description: string;
  /** Minor units. */
  @Column('bigint', { nullable: true }) amountMinor: string | null;
  @Column('text', { nullable: true }) currency: string | null;
  @Column('text') source: string;
}
