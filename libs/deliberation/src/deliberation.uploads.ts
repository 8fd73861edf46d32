/** The acts of this room that come with a file. */
export { AttachToAgendaItem } from './actions/attach-to-agenda-item.js';
export { AttachToPaperMinutes } from './actions/attach-to-paper-minutes.js';
export { BringHandSignature } from './actions/bring-hand-signature.js';
