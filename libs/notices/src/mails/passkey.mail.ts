import { say } from '#phrases';
import type { Compose, Composition, Mail } from './mail.js';

/** What happened to the account, and what to do when it was somebody else: the page of one's keys is the only link, and it does nothing by itself. */
export function writeKeyNotice({ reader: { language }, line: { rule }, tools }: Composition): Mail {
  const notice = rule === 'PASSKEY_REMOVED' ? 'keyRemoved' : 'keyAdded';
  return {
    subject: say(language, `notices.${notice}.subject`),
    draft: {
      preheader: say(language, `notices.${notice}.preheader`),
      blocks: [
        { kind: 'heading', text: [say(language, `notices.${notice}.heading`)] },
        { kind: 'paragraph', text: [say(language, `notices.${notice}.body`)] },
        { kind: 'status', tone: 'ATTENTION', text: [say(language, `notices.${notice}.otherwise`)] },
      ],
      button: { label: say(language, 'notices.keyButton'), url: tools.url('/devices') },
    },
  };
}

export const keyNoticeMail: Compose = async (_tx, composition) => writeKeyNotice(composition);
