import { executoryMail, signatureReminderMail, signatureRefusedMail, signatureRequestedMail, versionReplacedMail } from './minutes.mail.js';
import { observationAnsweredMail, observationsAskedMail } from './observations.mail.js';
import { actionMail } from './action.mail.js';
import type { Compose } from './mail.js';
import { convocationAgainMail, convocationCancelledMail, convocationMail, convocationMovedMail } from './convocation.mail.js';
import { addressChangedMail, addressCodeMail } from './address-change.mail.js';
import { correctionMail } from './correction.mail.js';
import { handDeclinedMail, handSignatureMail } from './hand.mail.js';
import { chainMail } from './chain.mail.js';
import { conveneMail } from './convene.mail.js';
import { publicationMail, renewalMail } from './life.mail.js';
import { adminAppointedMail, confirmationMail, coordinatorInvitedMail, invitationMail, recoveryAskedMail, recoveryNoticeMail } from './people.mail.js';
import { keyNoticeMail } from './passkey.mail.js';
import { enteredForMail, entryContestedMail, sheetMailedMail } from './entered.mail.js';
import { signatureContestedMail, signedByCodeMail } from './code-signature.mail.js';
import { handsContestedMail, handsToldMail } from './hands.mail.js';
import { sheetCallMail } from './sheet-call.mail.js';
import { planFrozenMail } from './plan-frozen.mail.js';
import { planMail } from './plan.mail.js';
import { proposalMail } from './proposal.mail.js';
import { rowMovedMail } from './row-moved.mail.js';
import { isRow, rowMail } from './row.mail.js';
import { codeByHandMail, signInCodeMail } from './sign-in-code.mail.js';

const byRule: Readonly<Record<string, Compose>> = {
  SIGN_IN_CODE: signInCodeMail,
  ADDRESS_CODE: addressCodeMail,
  ADDRESS_CHANGED: addressChangedMail,
  SIGN_IN_CODE_BY_HAND: codeByHandMail,
  PASSKEY_ADDED: keyNoticeMail,
  PASSKEY_REMOVED: keyNoticeMail,
  CONVOCATION: convocationMail,
  CONVOCATION_MOVED: convocationMovedMail,
  CONVOCATION_AGAIN: convocationAgainMail,
  CONVOCATION_CANCELLED: convocationCancelledMail,
  PROPOSAL_SETTLED: proposalMail,
  PLAN_FROZEN: planFrozenMail,
  OBSERVATIONS_ASKED: observationsAskedMail,
  OBSERVATION_ANSWERED: observationAnsweredMail,
  SIGNATURE_REQUESTED: signatureRequestedMail,
  SIGNATURE_REFUSED: signatureRefusedMail,
  VERSION_REPLACED: versionReplacedMail,
  SIGNED_BY_CODE: signedByCodeMail,
  SIGNATURE_CONTESTED: signatureContestedMail,
  EXECUTORY: executoryMail,
  HAND_SIGNATURE: handSignatureMail,
  HAND_DECLINED: handDeclinedMail,
  SHEET_CALL: sheetCallMail,
  ENTERED_FOR: enteredForMail,
  ENTRY_CONTESTED: entryContestedMail,
  HANDS_TOLD: handsToldMail,
  HANDS_CONTESTED: handsContestedMail,
  SHEET_MAILED: sheetMailedMail,
  CORRECTION_ASKED: correctionMail,
  ROW_MOVED: rowMovedMail,
  INVITATION: invitationMail,
  CONFIRMATION_ASKED: confirmationMail,
  COORDINATOR_INVITED: coordinatorInvitedMail,
  ADMIN_APPOINTED: adminAppointedMail,
  RECOVERY_ASKED: recoveryAskedMail,
  RECOVERY_NOTICE: recoveryNoticeMail,
};

/** Who writes the mail of a rule; every row of the ladder and every notice has its writer (a spec checks it). */
export function composerOf(rule: string): Compose | undefined {
  if (rule.startsWith('PLAN_') && !byRule[rule]) return planMail;
  if (rule.startsWith('MINUTES_')) return signatureReminderMail;
  if (rule.startsWith('MEETING_')) return conveneMail;
  if (rule.startsWith('PUBLICATION_')) return publicationMail;
  if (rule.startsWith('RENEWAL_')) return renewalMail;
  if (rule.startsWith('ACTION_')) return actionMail;
  if (rule.startsWith('CHAIN_')) return chainMail;
  if (isRow(rule)) return rowMail;
  return byRule[rule];
}
