import { minutesCard } from '#deliberation';
import { say, type PhraseKey } from '#phrases';
import type { Block } from '#platform';
import type { Compose, Composition } from './mail.js';

interface MinutesLine {
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  readonly executory_on: Date | null;
}

async function minutesOf({ tx, line }: Composition): Promise<MinutesLine | null> {
  const card = await minutesCard(tx, line.objectId);
  return card && { number: card.number, state: card.state, version: card.version, executory_on: card.executoryAt };
}

const page = ({ line, tools }: Composition): string => tools.url(`/minutes/${line.objectId}`);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Heading, status, one paragraph, one link: a mayor reads it on a phone. */
function letter(composition: Composition, words: { subject: PhraseKey; heading: PhraseKey; body: PhraseKey; otherwise?: PhraseKey; button: PhraseKey; tone: 'DONE' | 'ATTENTION' }, values: Record<string, string>) {
  const { language } = composition.reader;
  const blocks: Block[] = [
    { kind: 'heading', text: [say(language, words.heading, values)] },
    { kind: 'status', tone: words.tone, text: [say(language, words.body, values)] },
    ...(words.otherwise ? [{ kind: 'paragraph', text: [say(language, words.otherwise, values)] } as const] : []),
  ];
  return {
    subject: say(language, words.subject, values),
    draft: { preheader: say(language, words.body, values), blocks, button: { label: say(language, words.button), url: page(composition) } },
  };
}

/** First request (SIGNATURE_REQUESTED) and its reminders (MINUTES_P+n); nothing for a version that is no longer waiting. */
export const signatureMail: Compose = async (composition) => {
  const minutes = await minutesOf(composition);
  if (!minutes || !['FINAL', 'PARTIALLY_SIGNED'].includes(minutes.state) || String(minutes.version) !== composition.line.period) return null;
  const { details } = composition.line;
  const missing = Array.isArray(details['missing']) ? details['missing'].join(', ') : '';
  const first = composition.line.rule === 'SIGNATURE_REQUESTED';
  return letter(
    composition,
    first
      ? { subject: 'notices.signatureRequested.subject', heading: 'notices.signatureRequested.heading', body: 'notices.signatureRequested.body', otherwise: 'notices.signatureRequested.otherwise', button: 'notices.signatureRequested.button', tone: 'ATTENTION' }
      : { subject: 'notices.signatureReminder.subject', heading: 'notices.signatureReminder.heading', body: 'notices.signatureReminder.body', otherwise: 'notices.signatureReminder.otherwise', button: 'notices.signatureReminder.button', tone: 'ATTENTION' },
    { number: minutes.number ?? '', missing },
  );
};

export const versionReplacedMail: Compose = async (composition) =>
  letter(composition, { subject: 'notices.versionReplaced.subject', heading: 'notices.versionReplaced.heading', body: 'notices.versionReplaced.body', button: 'notices.versionReplaced.button', tone: 'ATTENTION' }, {});

export const signatureRefusedMail: Compose = async (composition) =>
  letter(composition, { subject: 'notices.signatureRefused.subject', heading: 'notices.signatureRefused.heading', body: 'notices.signatureRefused.body', button: 'notices.signatureRefused.button', tone: 'ATTENTION' }, { motive: textOf(composition.line.details['motive']) });

export const executoryMail: Compose = async (composition) => {
  const minutes = await minutesOf(composition);
  if (!minutes?.executory_on) return null;
  const { tools, reader } = composition;
  const day = tools.day(tools.zones.civilAt(minutes.executory_on, reader.zone).date);
  return letter(composition, { subject: 'notices.executory.subject', heading: 'notices.executory.heading', body: 'notices.executory.body', button: 'notices.executory.button', tone: 'DONE' }, { number: minutes.number ?? '', day });
};
