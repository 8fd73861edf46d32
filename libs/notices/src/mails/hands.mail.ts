import { handsContestLetter, handsLetter, type HandsContestLetter, type HandsLetter } from '#deliberation';
import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import { isolated, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** Our own rule, named so: no text of the partners speaks of hands round a table. */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, unanimité constatée' };

/** To each member, once for the meeting: her voice as it was noted, decision by decision, and how to contest. */
export function writeHandsTold({ reader: { language }, tools, line }: Composition, { day, noted, confirmed, lines, until }: HandsLetter): Mail {
  const body = say(language, 'hands.toldMail.body', { count: lines.length, day: tools.day(day), noted: isolated(noted, language), confirmed: isolated(confirmed, language) });
  const voices = lines.map(({ title, choice }): Block => ({ kind: 'paragraph', text: [say(language, 'hands.toldMail.line', { title: isolated(title, language), choice })] }));
  return {
    subject: say(language, 'hands.toldMail.subject', { day: tools.day(day) }),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, 'hands.toldMail.heading')] },
        { kind: 'status', tone: 'ATTENTION', text: [body] },
        ...voices,
        { kind: 'paragraph', text: [say(language, 'hands.toldMail.otherwise', { until: tools.day(until) })] },
        ...why(source, language),
      ],
      button: { label: say(language, 'hands.toldMail.button'), url: tools.url(`/meetings/${line.objectId}`) },
    },
  };
}

/** To both coordinations: who contests which vote, and why; the closed vote stays. */
export function writeHandsContested({ reader: { language }, tools, line }: Composition, { contests }: HandsContestLetter): Mail {
  const said = contests.map(({ office, title, reason }) => ({ office: isolated(office, language), title: isolated(title, language), reason: isolated(reason, language) }));
  const latest = said.at(-1) ?? { office: '', title: '', reason: '' };
  const each = said.flatMap(({ office, title, reason }): Block[] => [
    { kind: 'status', tone: 'ATTENTION', text: [say(language, 'hands.contestedMail.body', { office, title })] },
    { kind: 'paragraph', text: [say(language, 'hands.contestedMail.reason', { reason })] },
  ]);
  return {
    subject: say(language, 'hands.contestedMail.subject', { title: latest.title }),
    draft: {
      preheader: say(language, 'hands.contestedMail.body', latest),
      blocks: [
        { kind: 'heading', text: [say(language, 'hands.contestedMail.heading')] },
        ...each,
        { kind: 'paragraph', text: [say(language, 'hands.contestedMail.otherwise')] },
        ...why(source, language),
      ],
      button: { label: say(language, 'hands.contestedMail.button'), url: tools.url(`/meetings/${line.objectId}`) },
    },
  };
}

export const handsToldMail: Compose = async (tx, composition) => {
  const { line, tools } = composition;
  const letter = await handsLetter(tx, { meetingId: line.objectId, personId: line.personId, zones: tools.zones });
  return letter && writeHandsTold(composition, letter);
};

export const handsContestedMail: Compose = async (tx, composition) => {
  const { line, reader, tools } = composition;
  const letter = await handsContestLetter(tx, { meetingId: line.objectId, language: reader.language, zones: tools.zones });
  return letter && writeHandsContested(composition, letter);
};
