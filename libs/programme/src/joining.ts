import { ConfirmTakenUpPlan } from './actions/confirm-taken-up-plan.js';
import { ImportPastProjects } from './actions/import-past-projects.js';
import { TakeUpPlan } from './actions/take-up-plan.js';
import { WithdrawPastImport } from './actions/withdraw-past-import.js';
import { WithdrawTakeUp } from './actions/withdraw-take-up.js';
import { JoiningView, TakenUpPlanView, TakenUpSheetView } from './views/joining.view.js';
import { PastTableView } from './views/past-table.view.js';

export { ConfirmTakenUpPlan } from './actions/confirm-taken-up-plan.js';
export { ImportPastProjects } from './actions/import-past-projects.js';
export { TakeUpPlan } from './actions/take-up-plan.js';
export { pastSource } from './store/past.searchable.js';
export * from './store/joining.entity.js';

/** What the room wires for what existed before Passerelle (« repris »). */
export const joiningActions = [TakeUpPlan, ConfirmTakenUpPlan, WithdrawTakeUp, ImportPastProjects, WithdrawPastImport];
export const joiningViews = [JoiningView, TakenUpPlanView, TakenUpSheetView, PastTableView];
