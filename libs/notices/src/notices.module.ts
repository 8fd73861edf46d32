import { Module } from '@nestjs/common';
import { Deliver } from './jobs/deliver.js';
import { NoticesDesk } from './jobs/desk.js';
import { HearFacts } from './jobs/hear-facts.js';
import { Judge } from './jobs/judge.js';
import { PlanReminders } from './jobs/plan-reminders.js';
import { Scribe } from './jobs/scribe.js';
import { MailboxView } from './views/mailbox.view.js';
import { MyTurnView } from './views/my-turn.view.js';
import { RemindersView } from './views/reminders.view.js';

@Module({ providers: [Judge, Scribe, Deliver, HearFacts, PlanReminders, NoticesDesk, MailboxView, MyTurnView, RemindersView], exports: [NoticesDesk] })
export class NoticesModule {}
