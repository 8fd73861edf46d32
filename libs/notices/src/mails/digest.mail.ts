import { say } from '#phrases';
import type { Composition, Mail } from './mail.js';

/** Several reminders in one mail: of each what, where it stands and why; the page that holds them all is the one link. */
export function writeDigest({ reader: { language }, tools }: Pick<Composition, 'reader' | 'tools'>, mails: readonly Mail[]): Mail {
  const told = { count: mails.length };
  return {
    subject: say(language, 'notices.digest.subject', told),
    draft: {
      preheader: mails.map(({ subject }) => subject).join(' · '),
      blocks: [{ kind: 'paragraph', text: [say(language, 'notices.digest.lead', told)] }, ...mails.flatMap(({ draft }) => draft.blocks.filter(({ kind }) => kind !== 'paragraph'))],
      button: { label: say(language, 'notices.digest.button'), url: tools.url('/') },
    },
  };
}
