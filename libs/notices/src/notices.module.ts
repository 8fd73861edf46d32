import { Module } from '@nestjs/common';
import { ResumeSending } from './actions/resume-sending.js';
import { Deliver } from './jobs/deliver.js';
import { NoticesDesk } from './jobs/desk.js';
import { HearFacts } from './jobs/hear-facts.js';
import { Judge } from './jobs/judge.js';
import { PlanReminders } from './jobs/plan-reminders.js';
import { Scribe } from './jobs/scribe.js';
import { EnteredToldView } from './views/entered-told.view.js';
import { MailboxView } from './views/mailbox.view.js';
import { MyTurnView } from './views/my-turn.view.js';
import { RemindersView } from './views/reminders.view.js';
import { SendingHoldView } from './views/sending-hold.view.js';
import { SendingTroubleView } from './views/sending-trouble.view.js';

@Module({ providers: [Judge, Scribe, Deliver, HearFacts, PlanReminders, NoticesDesk, EnteredToldView, MailboxView, MyTurnView, RemindersView, SendingHoldView, SendingTroubleView, ResumeSending], exports: [NoticesDesk] })
export class NoticesModule {}
