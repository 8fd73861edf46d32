import { say } from '#phrases';
import { isolated, sourceOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** A PV or a meeting that nobody can carry on: since when, who fills the office, by when, and what stays still meanwhile. The same words on either side (C1.7). */
export function writeChain({ line: { details }, reader: { language }, tools }: Composition): Mail {
  const values = {
    what: textOf(details, 'what'),
    party: isolated(textOf(details, 'party'), language),
    number: isolated(textOf(details, 'number'), language),
    day: tools.day(textOf(details, 'day')),
    since: tools.day(textOf(details, 'since')),
    desk: String(details['hasDesk'] === true),
  };
  return {
    subject: say(language, 'notices.chain.subject', values),
    draft: {
      preheader: say(language, 'notices.chain.body', values),
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.chain.heading', values)] },
        { kind: 'status', tone: 'ATTENTION', text: [say(language, 'notices.chain.body', values)] },
        { kind: 'paragraph', text: [say(language, 'notices.chain.asked', values)] },
        { kind: 'paragraph', text: [say(language, 'notices.chain.otherwise', values)] },
        ...why(sourceOf(details), language),
      ],
      button: { label: say(language, 'notices.chain.button'), url: tools.url(textOf(details, 'path')) },
    },
  };
}

export const chainMail: Compose = async (_tx, composition) => writeChain(composition);
