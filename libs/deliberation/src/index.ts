export { DeliberationModule } from './deliberation.module.js';
export { Decidables } from './decidables.js';
export { decisionsOn, type DecisionOnSubject } from './deliberation.face.js';
export { meetingCard, type MeetingCard } from './views/meeting-card.js';
export { signatureDebts, type SignatureDebt } from './views/signature-debts.js';
export * from './store/meeting.entity.js';
export * from './store/decision.entity.js';
export * from './store/minutes.entity.js';
