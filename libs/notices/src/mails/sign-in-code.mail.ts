import { say } from '#phrases';
import { isolated } from './details.js';
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

/** What happened, and what to do if nobody asked for it: no link, no code. */
export function writeCodeByHand({ reader: { language } }: Composition, name: string): Mail {
  const words = { name: isolated(name, language) };
  return {
    subject: say(language, 'notices.codeByHand.subject'),
    draft: {
      preheader: say(language, 'notices.codeByHand.preheader', words),
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.codeByHand.heading')] },
        { kind: 'status', tone: 'ATTENTION', text: [say(language, 'notices.codeByHand.body', words)] },
        { kind: 'paragraph', text: [say(language, 'notices.codeByHand.otherwise')] },
      ],
    },
  };
}

export const codeByHandMail: Compose = async (tx, composition) => {
  const [person] = await tx.query<{ name: string }>('select display_name as name from person where id = $1', [composition.line.details['personId']]);
  return person ? writeCodeByHand(composition, person.name) : null;
};
