import { rulesInForce } from '#agreement';
import { handCard, type HandCard } from '#deliberation';
import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import { isolated, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

type Letter = 'handSignature' | 'handDeclined';

function write({ reader: { language }, tools }: Composition, letter: Letter, { card, source = null }: { card: HandCard; source?: RuleSource | null }): Mail {
  const said = (text: string): string => isolated(text, language);
  const reason = (card.declineReason ?? '').replace(/[\s.؛،]+$/u, '');
  const values = { number: said(card.number), party: said(card.party), place: said(card.place), day: tools.day(card.signedOn), reason: said(reason) };
  const body = say(language, `notices.${letter}.body`, values);
  return {
    subject: say(language, `notices.${letter}.subject`, values),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, `notices.${letter}.heading`)] },
        { kind: 'status', tone: 'ATTENTION', text: [body] },
        { kind: 'paragraph', text: [say(language, `notices.${letter}.otherwise`)] },
        ...why(source, language),
      ],
      button: { label: say(language, `notices.${letter}.button`), url: tools.url(`/minutes/${card.minutesId}/hand`) },
    },
  };
}

/** To the other coordinations: a PV signed by hand waits for their eyes. */
export const writeHandSignature = (composition: Composition, { card, source }: { card: HandCard; source: RuleSource | null }): Mail => write(composition, 'handSignature', { card, source });
/** To the coordination that brought it: why nothing was counted. */
export const writeHandDeclined = (composition: Composition, card: HandCard): Mail => write(composition, 'handDeclined', { card });

/** Nothing for a paper that waits no more. */
export const handSignatureMail: Compose = async (tx, composition) => {
  const { objectId, partnershipId } = composition.line;
  const card = partnershipId ? await handCard(tx, objectId) : null;
  if (!card?.awaited || !partnershipId) return null;
  return writeHandSignature(composition, { card, source: (await rulesInForce(tx, partnershipId)).get('executory')?.source ?? null });
};

export const handDeclinedMail: Compose = async (tx, composition) => {
  const card = await handCard(tx, composition.line.objectId);
  return card?.declineReason ? writeHandDeclined(composition, card) : null;
};
