import { observationAnswer, observationCall } from '#deliberation';
import type { CivilDate, RuleSource } from '#kernel';
import { say } from '#phrases';
import { isolated, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** No text of the partners gives these days: ours (C3). */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3, S+8' };

function write({ reader: { language }, line, tools }: Composition, letter: 'observationsAsked' | 'observationAnswered', { body, otherwise }: { body: string; otherwise: string }): Mail {
  return {
    subject: say(language, `notices.${letter}.subject`),
    draft: {
      preheader: body,
      blocks: [{ kind: 'heading', text: [say(language, `notices.${letter}.heading`)] }, { kind: 'status', tone: 'ATTENTION', text: [body] }, ...why(source, language), { kind: 'paragraph', text: [otherwise] }],
      button: { label: say(language, `notices.${letter}.button`), url: tools.url(`/minutes/${line.objectId}/observations`) },
    },
  };
}

/** The draft is to be read, until that day; said to those who were there. */
export function writeObservationsAsked(composition: Composition, { meetingOn, until }: { meetingOn: CivilDate; until: CivilDate }): Mail {
  const { reader: { language }, tools } = composition;
  const body = say(language, 'notices.observationsAsked.body', { day: tools.day(meetingOn), until: tools.day(until) });
  return write(composition, 'observationsAsked', { body, otherwise: say(language, 'notices.observationsAsked.otherwise') });
}

/** What became of somebody's observation. */
export function writeObservationAnswered(composition: Composition, { takenUp, text }: { takenUp: boolean; text: string | null }): Mail {
  const { language } = composition.reader;
  const body = say(language, takenUp ? 'notices.observationAnswered.takenUp' : 'notices.observationAnswered.left', { text: isolated((text ?? '').replace(/[\s.؛،]+$/u, ''), language), words: text ? 'yes' : 'no' });
  return write(composition, 'observationAnswered', { body, otherwise: say(language, 'notices.observationAnswered.otherwise') });
}

/** Nothing once the draft is no longer read, nor for whoever was not there. */
export const observationsAskedMail: Compose = async (tx, composition) => {
  const { objectId, personId } = composition.line;
  const call = await observationCall(tx, objectId, composition.tools.zones);
  return call?.until && call.personIds.includes(personId) ? writeObservationsAsked(composition, { ...call, until: call.until }) : null;
};

export const observationAnsweredMail: Compose = async (tx, composition) => {
  const answer = await observationAnswer(tx, textOf(composition.line.details, 'observationId'));
  return answer && writeObservationAnswered(composition, answer);
};
