import { meetingCard, type MeetingCard } from '#deliberation';
import { say } from '#phrases';
import { invitationFile, parseMailAddress, type Block, type LetterAttachment } from '#platform';
import type { Compose, Composition } from './mail.js';

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

function facts({ reader: { language }, tools }: Composition, card: MeetingCard): Block {
  const times = card.localTimes.map(({ shortName, time }) => say(language, 'notices.convocation.localTime', { time, city: shortName })).join(' · ');
  return {
    kind: 'facts',
    rows: [
      { label: say(language, 'notices.convocation.day'), value: [tools.day(card.civilDate)] },
      { label: say(language, 'notices.convocation.time'), value: [times] },
      { label: say(language, 'notices.convocation.place'), value: [{ name: card.place }] },
    ],
  };
}

/** The convocation, with the invitation for the reader's calendar. Not sent for a meeting that is no longer convened. */
export const convocationMail: Compose = async (composition) => {
  const { tx, line, reader, tools } = composition;
  const card = await meetingCard(tx, line.objectId, tools.zones);
  if (!card || card.state !== 'CONVENED') return null;
  const { language } = reader;
  const day = tools.day(card.civilDate);
  return {
    subject: say(language, 'notices.convocation.subject', { day }),
    draft: {
      preheader: `${card.place}, ${day}`,
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.convocation.heading')] },
        { kind: 'paragraph', text: [say(language, 'notices.convocation.body', { host: card.hostShortName })] },
        facts(composition, card),
        ...(card.agenda.length > 0 ? [{ kind: 'paragraph', text: [say(language, 'notices.convocation.agenda')] } as const, { kind: 'list', items: card.agenda.map((title) => [{ name: title }]) } as const] : []),
        { kind: 'paragraph', text: [`${say(language, 'notices.convocation.why')} (${say(language, 'notices.article', { reference: 'Art. 5' })})`] },
      ],
      button: { label: say(language, 'notices.convocation.button'), url: tools.url(`/meetings/${card.meetingId}`) },
    },
    attachments: calendarFile(composition, card, 'REQUEST'),
  };
};

/** The cancellation, and the calendar entry that removes the meeting. */
export const convocationCancelledMail: Compose = async (composition) => {
  const { tx, line, reader, tools } = composition;
  const card = await meetingCard(tx, line.objectId, tools.zones);
  if (!card) return null;
  const { language } = reader;
  const values = { day: tools.day(card.civilDate), reason: String(line.details['reason'] ?? ''), host: card.hostShortName };
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
};
