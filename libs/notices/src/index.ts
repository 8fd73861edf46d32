export { NoticesModule } from './notices.module.js';
export { NoticesDesk } from './jobs/desk.js';
export { MailOrigin } from './jobs/mail-origin.js';
export { NoticesPace } from './jobs/pace.js';
export { sampleMails, type SampleMail } from './mails/samples.js';
export { DatabaseMailbox } from './store/mailbox.store.js';
export { resumeSending } from './store/hold.store.js';
export * from './store/notices.entity.js';
