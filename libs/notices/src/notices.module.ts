import { Module } from '@nestjs/common';
import { CloseCalendarFeed } from './actions/close-calendar-feed.js';
import { MoveReminderRow } from './actions/move-reminder-row.js';
import { OpenCalendarFeed } from './actions/open-calendar-feed.js';
import { RemindLate } from './actions/remind-late.js';
import { ResumeSending } from './actions/resume-sending.js';
import { SilenceReminders } from './actions/silence-reminders.js';
import { Deliver } from './jobs/deliver.js';
import { NoticesDesk } from './jobs/desk.js';
import { Gather } from './jobs/gather.js';
import { HearBounces } from './jobs/hear-bounces.js';
import { HearFacts } from './jobs/hear-facts.js';
import { Judge } from './jobs/judge.js';
import { PlanReminders } from './jobs/plan-reminders.js';
import { ReminderWorldHere } from './jobs/reminder-world-here.js';
import { Scribe } from './jobs/scribe.js';
import { ConvocationSentView } from './views/convocation-sent.view.js';
import { EnteredToldView } from './views/entered-told.view.js';
import { MailboxView } from './views/mailbox.view.js';
import { MyTurnView } from './views/my-turn.view.js';
import { CalendarFeedView } from './views/calendar-feed.view.js';
import { PlayedYearView } from './views/played-year.view.js';
import { ReminderWorld } from './views/reminder-world.js';
import { ReminderRowsView } from './views/reminder-rows.view.js';
import { RemindersView } from './views/reminders.view.js';
import { SendingHoldView } from './views/sending-hold.view.js';
import { SendingTroubleView } from './views/sending-trouble.view.js';
import { TimelineView } from './views/timeline.view.js';
import { WhyToldView } from './views/why-told.view.js';

@Module({ providers: [{ provide: ReminderWorld, useClass: ReminderWorldHere }, CalendarFeedView, CloseCalendarFeed, MoveReminderRow, OpenCalendarFeed, PlayedYearView, RemindLate, SilenceReminders, TimelineView, WhyToldView, Judge, Gather, Scribe, Deliver, HearBounces, HearFacts, PlanReminders, NoticesDesk, ConvocationSentView, EnteredToldView, MailboxView, MyTurnView, ReminderRowsView, RemindersView, SendingHoldView, SendingTroubleView, ResumeSending], exports: [NoticesDesk, ReminderWorld] })
export class NoticesModule {}
