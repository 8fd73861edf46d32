export { ImportSheet } from './actions/import-sheet.js';
export { PrintPlan } from './actions/print-plan.js';
export { PrintSheet } from './actions/print-sheet.js';
export { ReadPlanFile } from './actions/read-plan-file.js';
export { RefillSheet } from './actions/refill-sheet.js';
