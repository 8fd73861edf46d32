import { correctionFor, type CorrectionLetter } from '#agreement';
import { say } from '#phrases';
import { isolated, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** To the other coordinations: a rule was typed wrong, says one party; nothing changes without them. */
export function writeCorrection({ reader: { language }, tools }: Composition, { key, title, party, motive, source }: CorrectionLetter): Mail {
  const values = { title: isolated(title, language), party: isolated(party, language), motive: isolated(motive, language) };
  const body = say(language, 'notices.correction.body', values);
  return {
    subject: say(language, 'notices.correction.subject', values),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.correction.heading', values)] },
        { kind: 'status', tone: 'ATTENTION', text: [body] },
        { kind: 'paragraph', text: [say(language, 'notices.correction.otherwise')] },
        ...why(source, language),
      ],
      button: { label: say(language, 'notices.correction.button'), url: tools.url(`/rules/${key}`) },
    },
  };
}

export const correctionMail: Compose = async (tx, composition) => {
  const { line, reader } = composition;
  const asked = await correctionFor(tx, { versionId: line.objectId, personId: reader.personId, language: reader.language });
  return asked && writeCorrection(composition, asked);
};
