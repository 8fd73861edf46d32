/** What is owed, by whom, until when: asked by whoever reminds. */
export { signatureDebts, type SignatureDebt } from './signature-debts.js';
export { answerDebts, type AnswerDebt } from './answer-debts.js';
export { convocationDebts, type ConvocationDebt } from './convocation-debts.js';
export { draftingDebts, type DraftingDebt } from './drafting-debts.js';
export { sessionDebt, type SessionDebt } from './session-debt.js';
export { strandedDebts, type StrandedDebt } from './stranded-debts.js';
export { personalDuties, type PersonalDuty } from './personal-duties.js';
