import { daysBetween, type CivilDate } from '#kernel';
import { say } from '#phrases';
import { sourceOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

const words = {
  OPEN: ['notices.plan.subject', 'notices.plan.heading', 'notices.plan.body'],
  UNSIGNED: ['notices.plan.subjectUnsigned', 'notices.plan.headingUnsigned', 'notices.plan.bodyUnsigned'],
  LATE: ['notices.plan.subjectLate', 'notices.plan.headingLate', 'notices.plan.bodyLate'],
} as const;

/** The countdown of a plan: how many days are left, what the article says, what happens otherwise. After the day, « en retard », never « J-3 ». */
export function writePlan({ line, reader: { language }, tools }: Composition): Mail {
  const { details, period: year } = line;
  const lastValidDay = textOf(details, 'lastValidDay') as CivilDate;
  const left = daysBetween(tools.today as CivilDate, lastValidDay);
  const shape = details['standing'] === 'ADOPTED' ? 'UNSIGNED' : left < 0 ? 'LATE' : 'OPEN';
  const [subject, heading, body] = words[shape];
  const values = { year, left: Math.max(left, 0), day: tools.day(lastValidDay), deadline: tools.day(textOf(details, 'day')) };
  return {
    subject: say(language, subject, values),
    draft: {
      preheader: say(language, body, values),
      blocks: [
        { kind: 'heading', text: [say(language, heading, values)] },
        { kind: 'status', tone: shape === 'LATE' ? 'LATE' : 'ATTENTION', text: [say(language, body, values)] },
        ...why(sourceOf(details), language),
        ...(shape === 'OPEN' ? [{ kind: 'paragraph', text: [say(language, 'notices.plan.otherwise')] } as const] : []),
      ],
      button: { label: say(language, 'notices.plan.button'), url: tools.url(`/plans/${year}`) },
    },
  };
}

export const planMail: Compose = async (_tx, composition) => writePlan(composition);
