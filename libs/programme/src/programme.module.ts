import { AgreementModule, RestingOnAgreement, type RestsOn } from '#agreement';
import { Decidables, DeliberationModule } from '#deliberation';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AddToPlan } from './actions/add-to-plan.js';
import { AttachToSheet } from './actions/attach-to-sheet.js';
import { DetachFromSheet } from './actions/detach-from-sheet.js';
import { CommentSheet } from './actions/comment-sheet.js';
import { ContestEntry } from './actions/contest-entry.js';
import { CoValidateSheet } from './actions/co-validate-sheet.js';
import { DecidePlan } from './actions/decide-plan.js';
import { DraftSheet } from './actions/draft-sheet.js';
import { EditSheet } from './actions/edit-sheet.js';
import { ImportPlanTable } from './actions/import-plan-table.js';
import { ImportSheet } from './actions/import-sheet.js';
import { PrintPlan } from './actions/print-plan.js';
import { PrintSheet } from './actions/print-sheet.js';
import { ReadPlanFile } from './actions/read-plan-file.js';
import { RefillSheet } from './actions/refill-sheet.js';
import { EnterFor } from './actions/enter-for.js';
import { FreezePlan } from './actions/freeze-plan.js';
import { MoveMilestone } from './actions/move-milestone.js';
import { OpenPlan } from './actions/open-plan.js';
import { MailSheet } from './actions/mail-sheet.js';
import { ReadEntry } from './actions/read-entry.js';
import { RemoveFromPlan } from './actions/remove-from-plan.js';
import { ReopenPlan } from './actions/reopen-plan.js';
import { RestoreSheet } from './actions/restore-sheet.js';
import { ReturnSheet } from './actions/return-sheet.js';
import { SetSheetAside } from './actions/set-sheet-aside.js';
import { SettleSheetComment } from './actions/settle-sheet-comment.js';
import { SubmitSheet } from './actions/submit-sheet.js';
import { ValidatePlan } from './actions/validate-plan.js';
import { SayPlanAmount } from './actions/say-plan-amount.js';
import { RecordRate } from './actions/record-rate.js';
import { WithdrawRate } from './actions/withdraw-rate.js';
import { WithdrawSheet } from './actions/withdraw-sheet.js';
import { PlanBudgetView, SheetBudgetView } from './views/budget.view.js';
import { CalendarView } from './views/calendar.view.js';
import { EnteredOnPlan, EnteredOnSheet, EnteredView } from './views/entered.view.js';
import { PlanTableView } from './views/plan-table.view.js';
import { PlanView } from './views/plan.view.js';
import { PublicPlanReader } from './views/public-plan.reader.js';
import { joiningActions, joiningViews } from './joining.js';
import { followUpActions, followUpViews } from './follow-up.js';
import { PublicPlanView } from './views/public-plan.view.js';
import { SheetHistoryView } from './views/sheet-history.view.js';
import { SheetView } from './views/sheet.view.js';
import { ValidationView } from './views/validation.view.js';

const sheetActions = [AttachToSheet, DetachFromSheet, DraftSheet, EditSheet, SubmitSheet, CoValidateSheet, ReturnSheet, WithdrawSheet];
const historyActions = [RestoreSheet, SetSheetAside, CommentSheet, SettleSheetComment];
const officeActions = [ImportSheet, RefillSheet, PrintSheet, ImportPlanTable, ReadPlanFile, PrintPlan];
const rateActions = [RecordRate, WithdrawRate, SayPlanAmount];
const enteredActions = [EnterFor, ContestEntry, ReadEntry, MailSheet];
const planActions = [OpenPlan, AddToPlan, RemoveFromPlan, ValidatePlan, FreezePlan, ReopenPlan, MoveMilestone, DecidePlan];

/** A fiche or a plan stands on the axes of the agreement. */
const programmeRests: RestsOn = async (tx, partnershipId) =>
  (await tx.query('select from project_sheet where partnership_id = $1 union all select from action_plan where partnership_id = $1 limit 1', [partnershipId])).length > 0;

/** The room's wiring; at start it tells the committee that plans can be decided on. */
@Module({ imports: [AgreementModule, DeliberationModule], providers: [...joiningActions, ...joiningViews, ...sheetActions, ...historyActions, ...officeActions, ...planActions, ...enteredActions, ...rateActions, ...followUpActions, ...followUpViews, EnteredView, EnteredOnSheet, EnteredOnPlan, PlanBudgetView, SheetBudgetView, SheetView, CalendarView, PlanTableView, SheetHistoryView, PlanView, ValidationView, PublicPlanReader, PublicPlanView], exports: [...joiningActions, ...sheetActions, ...historyActions, ...officeActions, ...planActions, ...enteredActions, ...rateActions, ...followUpActions] })
export class ProgrammeModule implements OnModuleInit {
  constructor(
    private readonly decidables: Decidables,
    private readonly decidePlan: DecidePlan,
    private readonly resting: RestingOnAgreement,
  ) {}

  onModuleInit(): void {
    this.decidables.register(this.decidePlan);
    this.resting.register('PROGRAMME', programmeRests);
  }
}
