import { AgreementModule, DecideAxis, DecideRule, RestingOnAgreement } from '#agreement';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AddAgendaItem } from './actions/add-agenda-item.js';
import { AnswerConvocation } from './actions/answer-convocation.js';
import { CallSilentAgain } from './actions/call-silent-again.js';
import { AttachToAgendaItem } from './actions/attach-to-agenda-item.js';
import { DetachFromAgendaItem } from './actions/detach-from-agenda-item.js';
import { AttachToPaperMinutes } from './actions/attach-to-paper-minutes.js';
import { ConfirmPaperMinutes } from './actions/confirm-paper-minutes.js';
import { CorrectPaperMinutes } from './actions/correct-paper-minutes.js';
import { EnterPaperMinutes } from './actions/enter-paper-minutes.js';
import { NotePaperMinutes } from './actions/note-paper-minutes.js';
import { WithdrawPaperMinutes } from './actions/withdraw-paper-minutes.js';
import { BringHandSignature } from './actions/bring-hand-signature.js';
import { ConfirmHandSignature } from './actions/confirm-hand-signature.js';
import { DeclineHandSignature } from './actions/decline-hand-signature.js';
import { WithdrawHandSignature } from './actions/withdraw-hand-signature.js';
import { CancelMeeting } from './actions/cancel-meeting.js';
import { CastVote } from './actions/cast-vote.js';
import { CloseBallot } from './actions/close-ballot.js';
import { CloseMeeting } from './actions/close-meeting.js';
import { ContestSignature } from './actions/contest-signature.js';
import { ConveneMeeting } from './actions/convene-meeting.js';
import { KeepSafetySheet } from './actions/keep-safety-sheet.js';
import { LogIncident } from './actions/log-incident.js';
import { PlanAgendaItem } from './actions/plan-agenda-item.js';
import { ProposeAgendaItem } from './actions/propose-agenda-item.js';
import { RescheduleMeeting } from './actions/reschedule-meeting.js';
import { SettleAgendaProposal } from './actions/settle-agenda-proposal.js';
import { ConfirmHands } from './actions/confirm-hands.js';
import { ContestHands } from './actions/contest-hands.js';
import { NoteGuest } from './actions/note-guest.js';
import { NoteMovement } from './actions/note-movement.js';
import { NoteHands } from './actions/note-hands.js';
import { TakeBackMovement } from './actions/take-back-movement.js';
import { TakeGuestOff } from './actions/take-guest-off.js';
import { WithdrawHands } from './actions/withdraw-hands.js';
import { OpenBallot } from './actions/open-ballot.js';
import { OpenMeeting } from './actions/open-meeting.js';
import { RecordAttendance } from './actions/record-attendance.js';
import { RecordReading } from './actions/record-reading.js';
import { ScheduleMeeting } from './actions/schedule-meeting.js';
import { DraftMinutes } from './actions/draft-minutes.js';
import { EditMinutes } from './actions/edit-minutes.js';
import { AnswerObservation } from './actions/answer-observation.js';
import { ObserveMinutes } from './actions/observe-minutes.js';
import { ReadAsSpeaker } from './actions/read-as-speaker.js';
import { RectifyMinutes } from './actions/rectify-minutes.js';
import { FinaliseMinutes } from './actions/finalise-minutes.js';
import { FollowOffices } from './actions/follow-offices.js';
import { PrintConvocation } from './actions/print-convocation.js';
import { PrintExtract } from './actions/print-extract.js';
import { PrintPublicMinutes } from './actions/print-public-minutes.js';
import { PrintSignedMinutes } from './actions/print-signed-minutes.js';
import { RefuseMinutes } from './actions/refuse-minutes.js';
import { ReturnMinutesToDraft } from './actions/return-minutes-to-draft.js';
import { ReviewMinutes } from './actions/review-minutes.js';
import { SignMinutes } from './actions/sign-minutes.js';
import { Decidables } from './decidables.js';
import { MinutesStore } from './store/minutes.store.js';
import { ConveningReader } from './views/convening.reader.js';
import { MeetingConveningView } from './views/convening.view.js';
import { HandDesk } from './views/hand-signature.desk.js';
import { HandSignatureView } from './views/hand-signature.view.js';
import { MeetingReader } from './views/meeting.reader.js';
import { MeetingView, NextHostView } from './views/meeting.view.js';
import { MinutesArchive } from './views/minutes.archive.js';
import { MinutesDesk } from './views/minutes.desk.js';
import { MinutesReader } from './views/minutes.reader.js';
import { MeetingMinutesView, MinutesView } from './views/minutes.view.js';
import { PaperDesk } from './views/paper-minutes.desk.js';
import { PaperMinutesView } from './views/paper-minutes.view.js';
import { ConvocationFilesView, DecisionExtractsView } from './views/printed-files.view.js';
import { PublicRecordReader } from './views/public-record.reader.js';
import { PublicRecordView } from './views/public-record.view.js';
import { SignedMinutesReader } from './views/signed-minutes.reader.js';
import { VerifyDocument } from './views/verification.view.js';

const meetingActions = [ScheduleMeeting, AddAgendaItem, AttachToAgendaItem, DetachFromAgendaItem, ConveneMeeting, CancelMeeting, RecordAttendance, NoteGuest, TakeGuestOff, NoteMovement, TakeBackMovement, OpenMeeting, CloseMeeting, RecordReading];
const conveningActions = [AnswerConvocation, CallSilentAgain, RescheduleMeeting, PlanAgendaItem, ProposeAgendaItem, SettleAgendaProposal, KeepSafetySheet, LogIncident];
const ballotActions = [OpenBallot, CastVote, CloseBallot, NoteHands, ConfirmHands, WithdrawHands, ContestHands];
const minutesActions = [DraftMinutes, EditMinutes, ReviewMinutes, ObserveMinutes, AnswerObservation, ReadAsSpeaker, RectifyMinutes, FinaliseMinutes, ReturnMinutesToDraft, SignMinutes, RefuseMinutes, ContestSignature, FollowOffices, PrintSignedMinutes, PrintPublicMinutes, PrintExtract, PrintConvocation];
const paperActions = [EnterPaperMinutes, CorrectPaperMinutes, WithdrawPaperMinutes, ConfirmPaperMinutes, NotePaperMinutes, AttachToPaperMinutes];
const handActions = [BringHandSignature, ConfirmHandSignature, DeclineHandSignature, WithdrawHandSignature];
const minutesViews = [HandDesk, HandSignatureView, MinutesStore, MinutesArchive, MinutesDesk, MinutesReader, MinutesView, MeetingMinutesView, PublicRecordReader, PublicRecordView, SignedMinutesReader, ConvocationFilesView, DecisionExtractsView, VerifyDocument, PaperDesk, PaperMinutesView];

/** The room's wiring; at start the committee learns to decide on the rules of the room below (C5 Q25). */
@Module({
  imports: [AgreementModule],
  providers: [Decidables, MeetingReader, MeetingView, NextHostView, ConveningReader, MeetingConveningView, ...meetingActions, ...conveningActions, ...ballotActions, ...minutesViews, ...minutesActions, ...paperActions, ...handActions],
  exports: [Decidables, VerifyDocument, ...meetingActions, ...ballotActions, ...minutesActions, ...paperActions, ...handActions],
})
export class DeliberationModule implements OnModuleInit {
  constructor(
    private readonly decidables: Decidables,
    private readonly decideRule: DecideRule,
    private readonly decideAxis: DecideAxis,
    private readonly resting: RestingOnAgreement,
  ) {}

  onModuleInit(): void {
    this.decidables.register(this.decideRule);
    this.decidables.register(this.decideAxis);
    this.resting.register('MEETING', async (tx, partnershipId) => (await tx.query('select from meeting where partnership_id = $1 limit 1', [partnershipId])).length > 0);
  }
}
