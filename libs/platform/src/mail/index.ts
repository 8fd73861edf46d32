export type { Block, Run, Runs, Tone } from './layout/blocks.js';
export { runsAsText } from './layout/as-text.js';
export { mailLayout, type MailDraft } from './layout/mail-layout.js';
export type { Correspondent, Letter, LetterAttachment } from './letter.js';
export { parseMailAddress, type MailAddress } from './mail-address.js';
export { contentHashOf, Mailbox, MailboxMailer, type Put, type StoredLetter } from './mailbox-mailer.js';
export { Mailer, type Delivery } from './mailer.js';
export { SmtpMailer, type SmtpMailerOptions } from './smtp-mailer.js';
export { checkSmtp, smtpTroubleOf, type SmtpTrouble } from './smtp-check.js';
