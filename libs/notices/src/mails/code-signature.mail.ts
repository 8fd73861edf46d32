import { codeSignatureLetter, signatureContestLetter, type CodeSignatureLetter, type SignatureContestLetter } from '#deliberation';
import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import { isolated, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** Our own rule, named so: what a code proves is less than a key or a hand on paper. */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, signature par code' };

const pageOf = ({ tools, line }: Composition): string => tools.url(`/minutes/${line.objectId}?whole=1#minutes-signatures`);

/** A minute as the reader's own clock shows it. */
const hourOf = ({ reader: { language, zone }, tools }: Composition) => (at: Date): { day: string; time: string } => {
  const { date, time } = tools.zones.civilAt(at, zone);
  return { day: tools.day(date), time: isolated(time, language) };
};

/** To both coordinations, at once: which office signed with a code received by mail, when, and until when it may be contested. */
export function writeSignedByCode(composition: Composition, { number, signatures }: CodeSignatureLetter): Mail {
  const { language } = composition.reader;
  const hour = hourOf(composition);
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
      button: { label: say(language, 'codeSignature.mail.button'), url: pageOf(composition) },
    },
  };
}

/** To the presidencies and the coordinations of each side: who contests which signature, why, and what becomes of the minutes. */
export function writeSignatureContested(composition: Composition, { number, executory, contests }: SignatureContestLetter): Mail {
  const { language } = composition.reader;
  const hour = hourOf(composition);
  const named = { number: isolated(number, language) };
  const said = contests.map(({ by, office, party, signedAt, reason }) => ({
    body: say(language, 'codeSignature.contestedMail.body', { ...named, by: isolated(by, language), office: isolated(office, language), party: isolated(party, language), ...hour(signedAt) }),
    reason: say(language, 'codeSignature.contestedMail.reason', { reason: isolated(reason, language) }),
  }));
  const each = said.flatMap(({ body, reason }): Block[] => [
    { kind: 'status', tone: 'ATTENTION', text: [body] },
    { kind: 'paragraph', text: [reason] },
  ]);
  const then = say(language, executory ? 'codeSignature.contestedMail.executory' : 'codeSignature.contestedMail.draft');
  return {
    subject: say(language, 'codeSignature.contestedMail.subject', named),
    draft: {
      preheader: said.at(-1)?.body ?? '',
      blocks: [{ kind: 'heading', text: [say(language, 'codeSignature.contestedMail.heading')] }, ...each, { kind: 'paragraph', text: [then] }, ...why(source, language)],
      button: { label: say(language, 'codeSignature.mail.button'), url: pageOf(composition) },
    },
  };
}

export const signedByCodeMail: Compose = async (tx, composition) => {
  const { line, reader } = composition;
  const letter = await codeSignatureLetter(tx, { minutesId: line.objectId, version: Number(line.details['version']), language: reader.language });
  return letter && writeSignedByCode(composition, letter);
};

export const signatureContestedMail: Compose = async (tx, composition) => {
  const { line, reader } = composition;
  const letter = await signatureContestLetter(tx, { minutesId: line.objectId, version: Number(line.details['version']), language: reader.language });
  return letter && writeSignatureContested(composition, letter);
};
