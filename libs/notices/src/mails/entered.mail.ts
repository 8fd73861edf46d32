import { enteredLetter, mailedSheet, type EnteredLetter, type MailedSheet } from '#programme';
import { say } from '#phrases';
import { fileFormats, fileNameAs, type RuleSource } from '#kernel';
import { isolated, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** Our own rule, named so. */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, saisie pour une personne' };

/** To her whose word it is: the exact act, by whom, from what, until when it can be contested. */
export function writeEnteredFor({ reader: { language }, tools }: Composition, { id, title, sentence, contestUntil }: EnteredLetter): Mail {
  const act = isolated(title, language);
  const body = say(language, 'entered.mail.body', { act, sentence: isolated(sentence, language) });
  return {
    subject: say(language, 'entered.mail.subject', { act }),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, 'entered.mail.heading')] },
        { kind: 'status', tone: 'ATTENTION', text: [body] },
        { kind: 'paragraph', text: [say(language, 'entered.mail.otherwise', { day: tools.day(contestUntil) })] },
        ...why(source, language),
      ],
      button: { label: say(language, 'entered.mail.button'), url: tools.url(`/entered/${id}`) },
    },
  };
}

/** To both coordinations: who contests what, why, and what it changed. */
export function writeEntryContested({ reader: { language }, tools }: Composition, { id, title, person, party, by, reason, outcome }: EnteredLetter): Mail {
  const words = { act: isolated(title, language), person: isolated(person, language), party: isolated(party, language), by: isolated(by, language) };
  const body = say(language, 'entered.contestedMail.body', words);
  return {
    subject: say(language, 'entered.contestedMail.subject', words),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, 'entered.contestedMail.heading')] },
        { kind: 'status', tone: 'ATTENTION', text: [body] },
        { kind: 'paragraph', text: [say(language, 'entered.contestedMail.reason', { reason: isolated(reason, language) })] },
        { kind: 'paragraph', text: [outcome] },
      ],
      button: { label: say(language, 'entered.contestedMail.button'), url: tools.url(`/entered/${id}`) },
    },
  };
}

/** A fiche as a Word file, with whom to send it back to. */
export function writeSheetMailed({ reader: { language }, tools }: Composition, { sheetId, title, by, party, address, file }: MailedSheet): Mail {
  const words = { title: isolated(title, language), by: isolated(by, language), party: isolated(party, language) };
  const body = say(language, 'entered.sheetMail.body', words);
  return {
    subject: say(language, 'entered.sheetMail.subject', words),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, 'entered.sheetMail.heading')] },
        { kind: 'status', tone: 'ATTENTION', text: [body] },
        { kind: 'paragraph', text: [say(language, 'entered.sheetMail.how', { address: isolated(address || by, language) })] },
      ],
      button: { label: say(language, 'entered.sheetMail.button'), url: tools.url(`/sheets/${sheetId}`) },
    },
    attachments: [{ filename: fileNameAs('docx', `${file.name}.docx`), contentType: fileFormats.docx.contentType, content: file.bytes }],
  };
}

export const enteredForMail: Compose = async (tx, composition) => {
  const { line, reader, tools } = composition;
  const letter = await enteredLetter(tx, { id: line.objectId, language: reader.language }, tools.zones);
  return letter && !letter.isContested ? writeEnteredFor(composition, letter) : null;
};

export const entryContestedMail: Compose = async (tx, composition) => {
  const { line, reader, tools } = composition;
  const letter = await enteredLetter(tx, { id: line.objectId, language: reader.language }, tools.zones);
  return letter?.isContested ? writeEntryContested(composition, letter) : null;
};

/** Nothing of a fiche given up meanwhile. */
export const sheetMailedMail: Compose = async (tx, composition) => {
  const { line, reader, tools } = composition;
  if (!line.partnershipId) return null;
  const of = { partnershipId: line.partnershipId, sheetId: line.objectId, byPersonId: textOf(line.details, 'byPersonId'), language: reader.language };
  const mailed = await mailedSheet(tx, of, tools.zones);
  return mailed && writeSheetMailed(composition, mailed);
};
