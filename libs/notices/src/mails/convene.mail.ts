import { daysBetween, type CivilDate } from '#kernel';
import { say } from '#phrases';
import { isolated, sourceOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** The words that ask the host's side for the convocation: when the meeting is, who convenes it. */
export function writeConvene({ line, reader: { language }, tools }: Composition): Mail {
  const date = textOf(line.details, 'day') as CivilDate;
  const values = { day: tools.day(date), left: Math.max(daysBetween(tools.today as CivilDate, date), 0), host: isolated(textOf(line.details, 'host'), language) };
  return {
    subject: say(language, 'notices.convene.subject', values),
    draft: {
      preheader: say(language, 'notices.convene.body', values),
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.convene.heading', values)] },
        { kind: 'status', tone: 'ATTENTION', text: [say(language, 'notices.convene.body', values)] },
        ...why(sourceOf(line.details), language),
        { kind: 'paragraph', text: [say(language, 'notices.convene.otherwise', values)] },
      ],
      button: { label: say(language, 'notices.convene.button'), url: tools.url(`/meetings/${line.objectId}`) },
    },
  };
}

export const conveneMail: Compose = async (_tx, composition) => writeConvene(composition);
