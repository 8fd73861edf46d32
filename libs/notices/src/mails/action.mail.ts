import { say } from '#phrases';
import { isolated, sourceOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** A day that an action promised has passed: which, and what is asked of who answers for it. */
export function writeAction({ line, reader: { language }, tools }: Composition): Mail {
  const { details } = line;
  const values = { title: isolated(textOf(details, 'title'), language), what: textOf(details, 'what'), label: isolated(textOf(details, 'label'), language), day: tools.day(textOf(details, 'day')) };
  return {
    subject: say(language, 'notices.action.subject', values),
    draft: {
      preheader: say(language, 'notices.action.body', values),
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.action.heading', values)] },
        { kind: 'status', tone: 'ATTENTION', text: [say(language, 'notices.action.body', values)] },
        ...why(sourceOf(details), language),
        { kind: 'paragraph', text: [say(language, 'notices.action.otherwise')] },
      ],
      button: { label: say(language, 'notices.action.button'), url: tools.url(`/actions/${line.objectId}`) },
    },
  };
}

export const actionMail: Compose = async (_tx, composition) => writeAction(composition);
