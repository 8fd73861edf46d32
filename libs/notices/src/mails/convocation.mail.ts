import { rulesInForce } from '#agreement';
import { meetingCard, type MeetingCard } from '#deliberation';
import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import { invitationFile, parseMailAddress, type Block, type LetterAttachment } from '#platform';
import { isolated, reasonOf, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** Three hours: the convocation says when it begins; calendars want an end. */
const usualHours = 3;

function calendarFile({ reader, tools, line }: Composition, card: MeetingCard, method: 'REQUEST' | 'CANCEL'): LetterAttachment[] {
  const address = parseMailAddress(reader.mailAddress);
  if (address.refused) return [];
  const local = card.localTimes.map(({ shortName, time }) => `${shortName} ${time}`).join(' · ');
  return [
    invitationFile({
      uid: `meeting-${card.meetingId}@passerelle`,
      sequence: card.sequence,
      stamp: line.sendAt,
      method,
      start: card.startsAt,
      end: new Date(card.startsAt.getTime() + usualHours * 3_600_000),
      summary: say(reader.language, 'notices.convocation.subject', { day: tools.day(card.civilDate) }),
      description: [local, ...card.agenda.map((title, index) => `${index + 1}. ${title}`)].join('\n'),
      location: card.place,
      organizer: { name: card.hostShortName, address: tools.organizer },
      attendee: { name: reader.displayName, address: address.value },
    }),
  ];
}

/** When and where; the hour of each side, each isolated: « 10:00 à Tiznit » keeps its order inside an Arabic sentence. */
function facts({ reader: { language }, tools }: Composition, card: MeetingCard): Block {
  const times = card.localTimes.flatMap(({ shortName, time }, index) => [
    ...(index > 0 ? [' · '] : []),
    { name: say(language, 'notices.convocation.localTime', { time, city: shortName }) },
  ]);
  return {
    kind: 'facts',
    rows: [
      { label: say(language, 'notices.convocation.day'), value: [tools.day(card.civilDate)] },
      { label: say(language, 'notices.convocation.time'), value: times },
      { label: say(language, 'notices.convocation.place'), value: [{ name: card.place }] },
    ],
  };
}

const agendaOf = (language: string, agenda: readonly string[]): Block[] =>
  agenda.length === 0 ? [] : [{ kind: 'paragraph', text: [say(language, 'notices.convocation.agenda')] }, { kind: 'list', items: agenda.map((title) => [{ name: title }]) }];

/** The words of a convocation, with the invitation for the reader's calendar. */
export function writeConvocation(composition: Composition, card: MeetingCard, source: RuleSource | null): Mail {
  const { reader, tools } = composition;
  const { language } = reader;
  const day = tools.day(card.civilDate);
  return {
    subject: say(language, 'notices.convocation.subject', { day }),
    draft: {
      preheader: `${isolated(card.place, language)}, ${day}`,
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.convocation.heading')] },
        { kind: 'paragraph', text: [say(language, 'notices.convocation.body', { host: isolated(card.hostShortName, language) })] },
        facts(composition, card),
        ...agendaOf(language, card.agenda),
        ...why(source, language),
      ],
      button: { label: say(language, 'notices.convocation.button'), url: tools.url(`/meetings/${card.meetingId}`) },
    },
    attachments: calendarFile(composition, card, 'REQUEST'),
  };
}

/** The words of a cancellation, and the calendar entry that removes the meeting. */
export function writeCancellation(composition: Composition, card: MeetingCard): Mail {
  const { reader: { language }, tools, line } = composition;
  const values = { day: tools.day(card.civilDate), reason: isolated(reasonOf(line.details, 'reason'), language), host: isolated(card.hostShortName, language) };
  return {
    subject: say(language, 'notices.convocationCancelled.subject', values),
    draft: {
      preheader: values.reason,
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.convocationCancelled.heading', values)] },
        { kind: 'paragraph', text: [say(language, 'notices.convocationCancelled.body', values)] },
      ],
      button: { label: say(language, 'notices.convocationCancelled.button'), url: tools.url(`/meetings/${card.meetingId}`) },
    },
    attachments: calendarFile(composition, card, 'CANCEL'),
  };
}

/** Not sent for a meeting that is no longer convened. */
export const convocationMail: Compose = async (tx, composition) => {
  const card = await meetingCard(tx, composition.line.objectId, composition.tools.zones);
  if (!card || card.state !== 'CONVENED') return null;
  return writeConvocation(composition, card, (await rulesInForce(tx, card.partnershipId)).get('convening')?.source ?? null);
};

/** Not sent when the meeting was convened again before this left: the new convocation says it all. */
export const convocationCancelledMail: Compose = async (tx, composition) => {
  const card = await meetingCard(tx, composition.line.objectId, composition.tools.zones);
  return card && card.state !== 'CONVENED' ? writeCancellation(composition, card) : null;
};
