import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A decision of the committee (code: Decision; a council's act is a CouncilResolution). */
@Entity('decision')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'decision_meeting' })
@ForeignKey('agenda_item', ['partnershipId', 'agendaItemId'], ['partnershipId', 'id'], { name: 'decision_agenda_item' })
@Check('decision_state_known', `state in ('ON_AGENDA', 'OPEN', 'ADOPTED', 'NOT_ADOPTED', 'DEFERRED', 'WITHDRAWN')`)
@Unique('decision_place_once', ['partnershipId', 'meetingId', 'place'])
@Index('decision_by_subject', ['partnershipId', 'subjectKind', 'subjectId'])
export class DecisionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  @Column('uuid') agendaItemId: string;
  @Column('integer') place: number;
  @Column('text') title: string;
  @Column('text') text: string;
  /** SHA-256 (hex) of the canonical {text, data}: votes bind to it. */
  @Column('text') textHash: string;
  @Column('text', { nullable: true }) subjectKind: string | null;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('text') state: string;
  @Column('timestamptz', { nullable: true }) adoptedAt: Date | null;
}

/** One round of votes; a closed one never changes. The roll and the rules are frozen at its opening. */
@Entity('ballot')
@ForeignKey('decision', ['partnershipId', 'decisionId'], ['partnershipId', 'id'], { name: 'ballot_decision' })
@Unique('ballot_place_once', ['partnershipId', 'decisionId', 'place'])
@Unique('ballot_text', ['partnershipId', 'id', 'textHash'])
@Index('ballot_one_open', ['partnershipId', 'decisionId'], { unique: true, where: 'closed_at is null' })
export class BallotRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') decisionId: string;
  @Column('integer') place: number;
  @Column('text') text: string;
  @Column('text') textHash: string;
  @Column('jsonb') roll: unknown;
  @Column('jsonb') rules: unknown;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** What the decision engine answered, with its reasons, at closing. */
  @Column('jsonb', { nullable: true }) outcome: unknown;
}

@Entity('vote')
@ForeignKey('ballot', ['partnershipId', 'ballotId', 'textHash'], ['partnershipId', 'id', 'textHash'], { name: 'vote_ballot' })
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'vote_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'vote_person' })
@Check('vote_choice_known', `choice in ('FOR', 'AGAINST', 'ABSTAIN')`)
export class VoteRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') ballotId: string;
  @PrimaryColumn('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('text') choice: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') textHash: string;
  @Column('timestamptz') castAt: Date;
}

/** Votes by show of hands, noted by one coordination and confirmed by another; each confirmed round is a closed ballot. */
@Entity('hands')
@ForeignKey('meeting', ['partnershipId', 'meetingId'], ['partnershipId', 'id'], { name: 'hands_meeting' })
@ForeignKey('party', ['partnershipId', 'enteredParty'], ['partnershipId', 'id'], { name: 'hands_entered_party' })
@ForeignKey('party', ['partnershipId', 'confirmedParty'], ['partnershipId', 'id'], { name: 'hands_confirmed_party' })
@ForeignKey('person', ['enteredBy'], ['id'], { name: 'hands_entered_by' })
@ForeignKey('person', ['confirmedBy'], ['id'], { name: 'hands_confirmed_by' })
@Check('hands_state_known', `state in ('ENTERED', 'CONFIRMED', 'WITHDRAWN')`)
@Check('hands_confirmed_whole', `(state = 'CONFIRMED') = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (confirmed_party is null)`)
@Check('hands_two_parties', 'confirmed_party <> entered_party and confirmed_by <> entered_by')
@Check('hands_withdrawn_whole', `(state = 'WITHDRAWN') = (withdraw_reason is not null)`)
@Index('hands_by_meeting', ['partnershipId', 'meetingId'])
export class HandsRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  /** `HandsRound[]`: decision, future ballot, text, roll, and who was not for. */
  @Column('jsonb') rounds: unknown;
  @Column('text') state: string;
  @Column('uuid') enteredBy: string;
  @Column('uuid') enteredParty: string;
  @Column('timestamptz') enteredAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('uuid', { nullable: true }) confirmedParty: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
}

/** A member contests the vote noted for her. The ballot stays closed and as it is. */
@Entity('hands_contest')
@ForeignKey('hands', ['partnershipId', 'handsId'], ['partnershipId', 'id'], { name: 'hands_contest_hands' })
@ForeignKey('vote', ['partnershipId', 'ballotId', 'seatId'], ['partnershipId', 'ballotId', 'seatId'], { name: 'hands_contest_vote' })
@ForeignKey('person', ['personId'], ['id'], { name: 'hands_contest_person' })
@Check('hands_contest_bounded', 'char_length(reason) between 1 and 2000')
export class HandsContestRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') handsId: string;
  @PrimaryColumn('uuid') ballotId: string;
  @PrimaryColumn('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('text') reason: string;
  @Column('timestamptz') contestedAt: Date;
}
