import { say } from '#phrases';
import type { Composition, Mail } from './mail.js';

/** Several reminders in one mail, gathered by her own choice or asked for together by a coordination: of each what, where it stands and why; the page that holds them all is the one link. */
export function writeDigest({ line, reader: { language }, tools }: Composition, mails: readonly Mail[]): Mail {
  const words = line.details['asked'] === true ? 'notices.digest.asked' : 'notices.digest';
  const told = { count: mails.length };
  return {
    subject: say(language, `${words}.subject`, told),
    draft: {
      preheader: mails.map(({ subject }) => subject).join(' · '),
      blocks: [{ kind: 'paragraph', text: [say(language, `${words}.lead`, told)] }, ...mails.flatMap(({ draft }) => draft.blocks.filter(({ kind }) => kind !== 'paragraph'))],
      button: { label: say(language, 'notices.digest.button'), url: tools.url('/') },
    },
  };
}
