import { frozenPlanLetter, type FrozenPlanLetter } from '#programme';
import { say } from '#phrases';
import { why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** To every member and coordination: the plan is read before the session, and must be adopted by that day (C2, J-45). */
export function writePlanFrozen({ reader: { language }, tools }: Composition, { year: of, adoption }: FrozenPlanLetter): Mail {
  const year = String(of);
  const body = say(language, 'notices.planFrozen.body', { year });
  const last = adoption ? [{ kind: 'paragraph', text: [say(language, 'notices.planFrozen.last', { last: tools.day(adoption.lastValidDay) })] } as const] : [];
  return {
    subject: say(language, 'notices.planFrozen.subject', { year }),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.planFrozen.heading', { year })] },
        { kind: 'status', tone: 'DONE', text: [body] },
        ...last,
        ...why(adoption?.source ?? null, language),
        { kind: 'paragraph', text: [say(language, 'notices.planFrozen.otherwise')] },
      ],
      button: { label: say(language, 'notices.planFrozen.button'), url: tools.url(`/plans/${year}`) },
    },
  };
}

export const planFrozenMail: Compose = async (tx, composition) => {
  const { line, tools } = composition;
  const letter = await frozenPlanLetter(tx, tools.zones, { planId: line.objectId, version: Number(line.period) });
  return letter && writePlanFrozen(composition, letter);
};
