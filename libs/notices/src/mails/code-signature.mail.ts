import { codeSignatureLetter, type CodeSignatureLetter } from '#deliberation';
import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import { isolated, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** Our own rule, named so: what a code proves is less than a key or a hand on paper. */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, signature par code' };

/** To both coordinations, at once: which office signed with a code received by mail, when, and until when it may be contested. */
export function writeSignedByCode({ reader: { language, zone }, tools, line }: Composition, { number, signatures }: CodeSignatureLetter): Mail {
  const hour = (at: Date): { day: string; time: string } => {
    const { date, time } = tools.zones.civilAt(at, zone);
    return { day: tools.day(date), time: isolated(time, language) };
  };
  const named = { number: isolated(number, language) };
  const said = signatures.map(({ office, party, signedAt, until }) => {
    const words = { ...named, office: isolated(office, language), party: isolated(party, language) };
    return { body: say(language, 'codeSignature.mail.body', { ...words, ...hour(signedAt) }), until: say(language, 'codeSignature.mail.until', hour(until)) };
  });
  const each = said.flatMap(({ body, until }): Block[] => [
    { kind: 'status', tone: 'ATTENTION', text: [body] },
    { kind: 'paragraph', text: [until] },
  ]);
  return {
    subject: say(language, 'codeSignature.mail.subject', named),
    draft: {
      preheader: said.at(-1)?.body ?? '',
      blocks: [{ kind: 'heading', text: [say(language, 'codeSignature.mail.heading')] }, ...each, { kind: 'paragraph', text: [say(language, 'codeSignature.mail.otherwise')] }, ...why(source, language)],
      button: { label: say(language, 'codeSignature.mail.button'), url: tools.url(`/minutes/${line.objectId}?whole=1`) },
    },
  };
}

export const signedByCodeMail: Compose = async (tx, composition) => {
  const { line, reader } = composition;
  const letter = await codeSignatureLetter(tx, { minutesId: line.objectId, version: Number(line.details['version']), language: reader.language });
  return letter && writeSignedByCode(composition, letter);
};
