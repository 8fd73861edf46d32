import { rulesInForce } from '#agreement';
import { minutesCard, signatureDebts } from '#deliberation';
import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import { isolated, reasonOf, sourceOf, textOf, textsOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

type Letter = 'signatureRequested' | 'signatureReminder' | 'versionReplaced' | 'signatureRefused' | 'executory' | 'rectifying';

/** Heading, status, why, one paragraph, one link: a mayor reads it on a phone. */
function write(composition: Composition, letter: Letter, { values = {}, source = null }: { values?: Readonly<Record<string, string>>; source?: RuleSource | null }): Mail {
  const { reader: { language }, line, tools } = composition;
  const words = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'day' ? value : isolated(value, language)]));
  const body = say(language, `notices.${letter}.body`, words);
  const otherwise: Block[] = letter === 'signatureRequested' || letter === 'signatureReminder' ? [{ kind: 'paragraph', text: [say(language, `notices.${letter}.otherwise`)] }] : [];
  return {
    subject: say(language, `notices.${letter}.subject`, words),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, `notices.${letter}.heading`, words)] },
        { kind: 'status', tone: letter === 'executory' || letter === 'rectifying' ? 'DONE' : 'ATTENTION', text: [body] },
        ...why(source, language),
        ...otherwise,
      ],
      button: { label: say(language, `notices.${letter}.button`), url: tools.url(`/minutes/${line.objectId}?whole=1`) },
    },
  };
}

export const writeSignatureRequested = (composition: Composition, { number, source }: { number: string; source: RuleSource | null }): Mail =>
  write(composition, 'signatureRequested', { values: { number }, source });

/** Says who has not signed yet, whoever reads it. */
export const writeSignatureReminder = (composition: Composition): Mail => {
  const { details } = composition.line;
  return write(composition, 'signatureReminder', { values: { number: textOf(details, 'number'), missing: textsOf(details, 'missing').join(', ') }, source: sourceOf(details) });
};

export const writeVersionReplaced = (composition: Composition): Mail => write(composition, 'versionReplaced', {});
export const writeSignatureRefused = (composition: Composition): Mail => write(composition, 'signatureRefused', { values: { motive: reasonOf(composition.line.details, 'motive') } });

/** A rectifying PV changes the effect of no decision: its letter says which PV it rectifies. */
export const writeExecutory = (composition: Composition, { number, executoryAt, rectifies = null }: { number: string; executoryAt: Date; rectifies?: string | null }): Mail => {
  const { tools, reader } = composition;
  if (rectifies !== null) return write(composition, 'rectifying', { values: { number, rectified: rectifies } });
  return write(composition, 'executory', { values: { number, day: tools.day(tools.zones.civilAt(executoryAt, reader.zone).date) } });
};

/** The first request; nothing for a version that waits no more, nor for whoever has signed it meanwhile. */
export const signatureRequestedMail: Compose = async (tx, composition) => {
  const { objectId, partnershipId, period, personId } = composition.line;
  if (!partnershipId) return null;
  const debt = (await signatureDebts(tx, composition.tools.zones, partnershipId)).find(({ minutesId, version }) => minutesId === objectId && String(version) === period);
  if (!debt?.debtorIds.includes(personId)) return null;
  return writeSignatureRequested(composition, { number: debt.number, source: (await rulesInForce(tx, partnershipId)).get('executory')?.source ?? null });
};

export const signatureReminderMail: Compose = async (_tx, composition) => writeSignatureReminder(composition);
export const versionReplacedMail: Compose = async (_tx, composition) => writeVersionReplaced(composition);
export const signatureRefusedMail: Compose = async (_tx, composition) => writeSignatureRefused(composition);

export const executoryMail: Compose = async (tx, composition) => {
  const minutes = await minutesCard(tx, composition.line.objectId);
  return minutes?.executoryAt ? writeExecutory(composition, { ...minutes, number: minutes.number ?? '', executoryAt: minutes.executoryAt }) : null;
};
