import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Fiche technique: written by a technician of one party with her counterpart of the other. */
@Entity('project_sheet')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'project_sheet_agreement' })
@ForeignKey('axis', ['partnershipId', 'axisId'], ['partnershipId', 'id'], { name: 'project_sheet_axis' })
@ForeignKey('action_lead', ['partnershipId', 'actionLeadId'], ['partnershipId', 'id'], { name: 'project_sheet_action_lead' })
@ForeignKey('party', ['partnershipId', 'authorPartyId'], ['partnershipId', 'id'], { name: 'project_sheet_author_party' })
@Check('project_sheet_kind_known', `kind in ('INITIATIVE', 'PROJECT', 'MISSION')`)
@Check('project_sheet_state_known', `state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'CO_VALIDATED', 'ADOPTED', 'REJECTED', 'POSTPONED', 'WITHDRAWN')`)
@Check('project_sheet_dates_forward', 'ends_on is null or starts_on is null or ends_on >= starts_on')
@Index('project_sheet_by_year', ['partnershipId', 'year'])
export class ProjectSheetRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('integer') year: number;
  @Column('text') kind: string;
  @Column('text') state: string;
  @Column('uuid') authorPartyId: string;
  @Column('uuid') authorPersonId: string;
  /** Null only with `outsideAxesReason` (4-33). */
  @Column('uuid', { nullable: true }) axisId: string | null;
  @Column('uuid', { nullable: true }) actionLeadId: string | null;
  @Column('text', { nullable: true }) outsideAxesReason: string | null;
  @Column('text') title: string;
  /** { context, objectives, activities, reciprocity }: plain text by section. */
  @Column('jsonb') sections: Record<string, string>;
  /** One answer per transversal axis: { [axisId]: text } (4-17). */
  @Column('jsonb') transversalAnswers: Record<string, string>;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  /** [{ label, method, responsible, targets: [{partyId, people}], total }] (4-22, 4-37). */
  @Column('jsonb') indicators: unknown;
  /** [{ label, partyId|null, funder|null, kind: CASH|IN_KIND, amountMinor: "12345", currency }]. */
  @Column('jsonb') budget: unknown;
  @Column('integer') version: number;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('text', { nullable: true }) returnReason: string | null;
}

/** What was submitted: immutable, one per submission. */
@Entity('project_sheet_version')
@ForeignKey('project_sheet', ['partnershipId', 'sheetId'], ['partnershipId', 'id'], { name: 'project_sheet_version_sheet' })
export class ProjectSheetVersionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') sheetId: string;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') content: unknown;
  @Column('uuid') personId: string;
  @Column('timestamptz') submittedAt: Date;
}

/** One validation per party and submitted version (4-32: « de façon concertée et conjointe »). */
@Entity('project_sheet_validation')
@ForeignKey('project_sheet_version', ['partnershipId', 'sheetId', 'version'], ['partnershipId', 'sheetId', 'version'], { name: 'project_sheet_validation_version' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'project_sheet_validation_party' })
export class ProjectSheetValidationRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') sheetId: string;
  @PrimaryColumn('integer') version: number;
  @PrimaryColumn('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') validatedAt: Date;
}

/** Yearly action plan: to be validated by the committee before 31 December of the year before (Art. 3). */
@Entity('action_plan')
@ForeignKey('agreement', ['partnershipId', 'agreementId'], ['partnershipId', 'id'], { name: 'action_plan_agreement' })
@ForeignKey('decision', ['partnershipId', 'decisionId'], ['partnershipId', 'id'], { name: 'action_plan_decision' })
@Unique('action_plan_version_once', ['partnershipId', 'agreementId', 'year', 'version'])
@Check('action_plan_state_known', `state in ('DRAFT', 'CO_VALIDATED', 'FROZEN', 'ADOPTED')`)
@Check('action_plan_adopted_by_decision', `(state = 'ADOPTED') = (decision_id is not null and adopted_at is not null)`)
export class ActionPlanRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('integer') year: number;
  @Column('integer') version: number;
  @Column('text') state: string;
  /** The frozen plan, as it goes to the committee, and its SHA-256 (hex). */
  @Column('jsonb', { nullable: true }) content: unknown;
  @Column('text', { nullable: true }) contentHash: string | null;
  @Column('timestamptz', { nullable: true }) frozenAt: Date | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('timestamptz', { nullable: true }) adoptedAt: Date | null;
  /** Judged at adoption from the rule in force then (C5 Q8): true, false, or null while not adopted. */
  @Column('boolean', { nullable: true }) onTime: boolean | null;
}

/** A coordinator's agreement to the plan, one per party (4-32). */
@Entity('action_plan_validation')
@ForeignKey('action_plan', ['partnershipId', 'planId'], ['partnershipId', 'id'], { name: 'action_plan_validation_plan' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'action_plan_validation_party' })
export class ActionPlanValidationRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') planId: string;
  @PrimaryColumn('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') validatedAt: Date;
}

/** A sheet retained in a plan. */
@Entity('planned_action')
@ForeignKey('action_plan', ['partnershipId', 'planId'], ['partnershipId', 'id'], { name: 'planned_action_plan' })
@ForeignKey('project_sheet', ['partnershipId', 'sheetId'], ['partnershipId', 'id'], { name: 'planned_action_sheet' })
@Unique('planned_action_sheet_once', ['partnershipId', 'planId', 'sheetId'])
export class PlannedActionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') planId: string;
  @Column('uuid') sheetId: string;
  @Column('integer') place: number;
}

/** A milestone moved for a partnership, every plan's alike: who, for which party, when. The last one holds; none is ever changed or taken away. */
@Entity('milestone_move')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'milestone_move_party' })
@ForeignKey('person', ['personId'], ['id'], { name: 'milestone_move_person' })
@Check('milestone_move_known', `milestone in ('SHEETS_DUE', 'CO_VALIDATION', 'CONVOCATION', 'FREEZE', 'MEETING')`)
@Check('milestone_move_days', 'days_before between 1 and 330')
@Index('milestone_move_last', ['partnershipId', 'milestone', 'movedAt'])
export class MilestoneMoveRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') milestone: string;
  /** Days before the day the rule names; null: back to our default. */
  @Column('integer', { nullable: true }) daysBefore: number | null;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') movedAt: Date;
}
