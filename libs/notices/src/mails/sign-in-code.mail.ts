import { say } from '#phrases';
import type { Compose, Composition, Mail } from './mail.js';

/** As long as the mail itself says (ASVS 6.5.5): an older code opens nothing. */
const validFor = 10 * 60_000;

/** The code, large; no link: it is typed where it was asked. */
export const writeSignInCode = ({ reader: { language }, tools }: Composition): Mail => ({
  subject: say(language, 'notices.signInCode.subject'),
  draft: {
    preheader: say(language, 'notices.signInCode.preheader'),
    blocks: [
      { kind: 'heading', text: [say(language, 'notices.signInCode.heading')] },
      { kind: 'code', code: tools.code() },
      { kind: 'paragraph', text: [say(language, 'notices.signInCode.body')] },
      { kind: 'paragraph', text: [say(language, 'notices.signInCode.otherwise')] },
    ],
  },
});

export const signInCodeMail: Compose = async (_tx, composition) => {
  const age = composition.tools.machineNow.getTime() - composition.line.plannedAt.getTime();
  return age < validFor ? writeSignInCode(composition) : null;
};
