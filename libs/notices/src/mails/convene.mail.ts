import { daysBetween, type CivilDate } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import { isolated, sourceOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** At J-50 it is the plan's day that presses, and not the meeting's. */
function ofPlan({ line: { rule, details }, reader: { language }, tools }: Composition): Block[] {
  if (rule !== 'MEETING_J-50') return [];
  return [{ kind: 'paragraph', text: [say(language, 'notices.convene.plan', { year: String(details['year']), last: tools.day(textOf(details, 'lastValidDay') as CivilDate) })] }];
}

/** The words that ask the host's side for the convocation: when the meeting is, who convenes it. */
export function writeConvene(composition: Composition): Mail {
  const { line, reader: { language }, tools } = composition;
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
        ...ofPlan(composition),
        { kind: 'paragraph', text: [say(language, 'notices.convene.otherwise', values)] },
      ],
      button: { label: say(language, 'notices.convene.button'), url: tools.url(`/meetings/${line.objectId}`) },
    },
  };
}

export const conveneMail: Compose = async (_tx, composition) => writeConvene(composition);
