export { ContestEntry } from './actions/contest-entry.js';
export { channels, enteredKinds } from './domain/entered.js';
export { EnterFor, type EnterForInput } from './actions/enter-for.js';
export { MailSheet } from './actions/mail-sheet.js';
export { enteredLetter, type EnteredLetter } from './views/entered-letter.reader.js';
export { mailedSheet, type MailedSheet } from './documents/mailed-sheet.js';
export { EnteredActType } from './views/entered.types.js';
export * from './store/entered.entity.js';
