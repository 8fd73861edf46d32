import { daysBetween, type CivilDate } from '#kernel';
import { say } from '#phrases';
import { isolated, sourceOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

const dayOf = ({ line, tools }: Composition, name: string): string => tools.day(textOf(line.details, name));

/** The publication of an act that the prefecture has received: without its date the act is not executory (L. 2131-1). */
export function writePublication(composition: Composition): Mail {
  const { line, reader: { language }, tools } = composition;
  const act = textOf(line.details, 'act');
  const values = { party: isolated(textOf(line.details, 'party'), language), act: act === '' ? 'none' : isolated(act, language), day: dayOf(composition, 'day') };
  return {
    subject: say(language, 'notices.publication.subject', values),
    draft: {
      preheader: say(language, 'notices.publication.body', values),
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.publication.heading', values)] },
        { kind: 'status', tone: 'ATTENTION', text: [say(language, 'notices.publication.body', values)] },
        ...why(sourceOf(line.details), language),
        { kind: 'paragraph', text: [say(language, 'notices.publication.otherwise', values)] },
      ],
      button: { label: say(language, 'notices.publication.button'), url: tools.url(`/agreement?agreement=${textOf(line.details, 'agreementId')}`) },
    },
  };
}

/** The choice before a tacit renewal: renew, amend or end, and the last day on which a notice still ends the agreement with its period. */
export function writeRenewal(composition: Composition): Mail {
  const { line, reader: { language }, tools } = composition;
  const left = Math.max(daysBetween(tools.today as CivilDate, textOf(line.details, 'day') as CivilDate), 0);
  const values = { name: isolated(textOf(line.details, 'name'), language), day: dayOf(composition, 'day'), left };
  const lastNotice = textOf(line.details, 'lastNotice');
  const otherwise = lastNotice === '' ? say(language, 'notices.renewal.otherwise', values) : say(language, 'notices.renewal.lastNotice', { ...values, lastNotice: tools.day(lastNotice) });
  return {
    subject: say(language, 'notices.renewal.subject', values),
    draft: {
      preheader: say(language, 'notices.renewal.body', values),
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.renewal.heading', values)] },
        { kind: 'status', tone: 'ATTENTION', text: [say(language, 'notices.renewal.body', values)] },
        ...why(sourceOf(line.details), language),
        { kind: 'paragraph', text: [otherwise] },
      ],
      button: { label: say(language, 'notices.renewal.button'), url: tools.url(`/agreement?agreement=${line.objectId}#review`) },
    },
  };
}

export const publicationMail: Compose = async (_tx, composition) => writePublication(composition);
export const renewalMail: Compose = async (_tx, composition) => writeRenewal(composition);
