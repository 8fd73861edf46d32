import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An action that is followed: born with the plan that adopts its fiche, or opened as the follow-up of a decision. `state` and `percent` are what its story makes of it. */
@Entity('followed_action')
@ForeignKey('decision', ['partnershipId', 'decisionId'], ['partnershipId', 'id'], { name: 'followed_action_decision' })
@ForeignKey('project_sheet', ['partnershipId', 'sheetId'], ['partnershipId', 'id'], { name: 'followed_action_sheet' })
@Unique('followed_action_sheet_once', ['partnershipId', 'sheetId'])
@Check('followed_action_state_known', `state in ('PLANNED', 'STARTED', 'ON_TRACK', 'AT_RISK', 'BLOCKED', 'COMPLETED', 'REPORTED', 'EVALUATED', 'CANCELLED', 'RESCHEDULED')`)
@Check('followed_action_percent_bounded', 'percent between 0 and 100')
@Index('followed_action_by_year', ['partnershipId', 'year'])
@Index('followed_action_by_decision', ['partnershipId', 'decisionId'])
export class FollowedActionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') decisionId: string;
  /** Null for the follow-up of a decision outside any plan. */
  @Column('uuid', { nullable: true }) sheetId: string | null;
  @Column('integer') year: number;
  @Column('text') title: string;
  @Column('date', { nullable: true }) startsOn: string | null;
  /** The end first planned: a later one is in the story. */
  @Column('date', { nullable: true }) plannedEnd: string | null;
  @Column('text') state: string;
  @Column('integer') percent: number;
  @Column('timestamptz') openedAt: Date;
}

/** One line of an action's story, for ever: owner named, milestone, report, what blocks it, its end. Nothing of it changes, so that two who write at once are both kept. */
@Entity('followed_action_entry')
@ForeignKey('followed_action', ['partnershipId', 'actionId'], ['partnershipId', 'id'], { name: 'followed_action_entry_action' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'followed_action_entry_party' })
@Check(
  'followed_action_entry_kind_known',
  `kind in ('OPENED', 'OWNER', 'MILESTONE', 'MILESTONE_DONE', 'MILESTONE_DROPPED', 'STARTED', 'REPORT', 'BLOCKER', 'BLOCKER_LIFTED', 'COMPLETED', 'MOVED', 'RESCHEDULED', 'CANCELLED')`,
)
@Check('followed_action_entry_note_bounded', 'char_length(note) <= 2000')
export class FollowedActionEntryRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') actionId: string;
  /** 1, 2, 3… within the action. */
  @PrimaryColumn('integer') place: number;
  @Column('text') kind: string;
  /** Ids, days and numbers; never words. */
  @Column('jsonb') content: unknown;
  /** What was said: a milestone's name, what blocks, a reason, a remark. */
  @Column('text') note: string;
  @Column('uuid', { nullable: true }) partyId: string | null;
  @Column('uuid') personId: string;
  @Column('timestamptz') occurredAt: Date;
  @Column('timestamptz') recordedAt: Date;
}
