import { CancelAction } from './actions/cancel-action.js';
import { CloseActionMilestone } from './actions/close-action-milestone.js';
import { CompleteAction } from './actions/complete-action.js';
import { LiftBlocker } from './actions/lift-blocker.js';
import { NameActionOwner } from './actions/name-action-owner.js';
import { OpenAction } from './actions/open-action.js';
import { RaiseBlocker } from './actions/raise-blocker.js';
import { ReportAction } from './actions/report-action.js';
import { RescheduleAction } from './actions/reschedule-action.js';
import { SetActionMilestone } from './actions/set-action-milestone.js';
import { StartAction } from './actions/start-action.js';
import { ActionDesk } from './views/action.desk.js';
import { ActionReader } from './views/action.reader.js';
import { ActionView, DecisionActionsView, SheetActionView } from './views/action.view.js';

export * from './store/followed-action.entity.js';
export { actionSource } from './store/action.searchable.js';
export { actionDebts, type ActionDebt } from './views/action-debts.js';

/** What the room wires for actions that are followed. */
export const followUpActions = [OpenAction, NameActionOwner, SetActionMilestone, CloseActionMilestone, StartAction, ReportAction, RaiseBlocker, LiftBlocker, CompleteAction, RescheduleAction, CancelAction];
export const followUpViews = [ActionDesk, ActionReader, ActionView, DecisionActionsView, SheetActionView];
