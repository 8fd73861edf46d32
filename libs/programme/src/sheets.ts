/** What upper floors take of the fiche technique: the acts on it, and what is said of it. */
export { AttachToSheet } from './actions/attach-to-sheet.js';
export { CommentSheet } from './actions/comment-sheet.js';
export { CoValidateSheet } from './actions/co-validate-sheet.js';
export { DraftSheet, type DraftSheetInput } from './actions/draft-sheet.js';
export { EditSheet } from './actions/edit-sheet.js';
export type { EditSheetInput } from './views/sheet-change.input.js';
export { RestoreSheet } from './actions/restore-sheet.js';
export { ReturnSheet } from './actions/return-sheet.js';
export { SetSheetAside } from './actions/set-sheet-aside.js';
export { SettleSheetComment } from './actions/settle-sheet-comment.js';
export { SubmitSheet } from './actions/submit-sheet.js';
export { WithdrawSheet } from './actions/withdraw-sheet.js';
export { ProjectSheetType } from './views/sheet.types.js';
export { sheetCall, type SheetCall } from './views/sheet-call.reader.js';
export { sheetSource } from './store/sheet.searchable.js';
