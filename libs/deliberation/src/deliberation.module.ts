import { Module } from '@nestjs/common';
import { AddAgendaItem } from './actions/add-agenda-item.js';
import { CancelMeeting } from './actions/cancel-meeting.js';
import { CastVote } from './actions/cast-vote.js';
import { CloseBallot } from './actions/close-ballot.js';
import { CloseMeeting } from './actions/close-meeting.js';
import { ConveneMeeting } from './actions/convene-meeting.js';
import { OpenBallot } from './actions/open-ballot.js';
import { OpenMeeting } from './actions/open-meeting.js';
import { RecordAttendance } from './actions/record-attendance.js';
import { RecordReading } from './actions/record-reading.js';
import { ScheduleMeeting } from './actions/schedule-meeting.js';
import { Decidables } from './decidables.js';
import { MeetingReader } from './views/meeting.reader.js';
import { MeetingView, NextHostView } from './views/meeting.view.js';

const meetingActions = [ScheduleMeeting, AddAgendaItem, ConveneMeeting, CancelMeeting, RecordAttendance, OpenMeeting, CloseMeeting, RecordReading];
const ballotActions = [OpenBallot, CastVote, CloseBallot];

@Module({
  providers: [Decidables, MeetingReader, MeetingView, NextHostView, ...meetingActions, ...ballotActions],
  exports: [Decidables, ...meetingActions, ...ballotActions],
})
export class DeliberationModule {}
