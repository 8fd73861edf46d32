import { daysBetween, type CivilDate, type RuleSource } from '#kernel';
import { say } from '#phrases';
import { planDebts } from '#programme';
import type { Block } from '#platform';
import type { Compose } from './mail.js';

const quoteOf = (source: RuleSource, label: string): Block[] =>
  source.quote ? [{ kind: 'quote', text: source.quote, language: 'fr', direction: 'ltr', source: label }] : [];

/** The countdown of a plan: how many days are left, what the article says, what happens otherwise. */
export const planMail: Compose = async ({ tx, line, reader: { language }, tools }) => {
  const year = Number(line.period);
  const debt = (await planDebts(tx, tools.zones, line.partnershipId)).find((one) => one.year === year);
  if (!debt || debt.standing === 'SETTLED') return null;
  const left = daysBetween(tools.today as CivilDate, debt.lastValidDay);
  const late = left < 0 && debt.standing === 'OPEN';
  const unsigned = debt.standing === 'ADOPTED';
  const values = { year: String(year), left: Math.max(left, 0), day: tools.day(debt.lastValidDay) };
  const [subject, heading, body] = late
    ? (['notices.plan.subjectLate', 'notices.plan.headingLate', 'notices.plan.bodyLate'] as const)
    : unsigned
      ? (['notices.plan.subjectUnsigned', 'notices.plan.headingUnsigned', 'notices.plan.bodyUnsigned'] as const)
      : (['notices.plan.subject', 'notices.plan.heading', 'notices.plan.body'] as const);
  return {
    subject: say(language, subject, values),
    draft: {
      preheader: say(language, body, values),
      blocks: [
        { kind: 'heading', text: [say(language, heading, values)] },
        { kind: 'status', tone: late ? 'LATE' : 'ATTENTION', text: [say(language, body, values)] },
        ...quoteOf(debt.source, say(language, 'notices.article', { reference: debt.source.reference })),
        ...(late || unsigned ? [] : [{ kind: 'paragraph', text: [say(language, 'notices.plan.otherwise')] } as const]),
      ],
      button: { label: say(language, 'notices.plan.button'), url: tools.url(`/plans/${year}`) },
    },
  };
};
