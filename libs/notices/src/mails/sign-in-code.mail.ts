import { say } from '#phrases';
import type { Compose } from './mail.js';

/** The code, large; no link: it is typed where it was asked. */
export const signInCodeMail: Compose = async ({ reader: { language }, tools }) => ({
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
