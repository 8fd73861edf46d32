import { rulesInForce } from '#agreement';
import { hasAnswered, meetingCard, type MeetingCard } from '#deliberation';
import type { RuleSource } from '#kernel';
import { say } from '#phrases';
import { invitationFile, parseMailAddress, type Block, type LetterAttachment, type Run } from '#platform';
import { isolated, reasonOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail, MailLanguage } from './mail.js';

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
  const times = card.localTimes.map(({ shortName, time }) => [{ name: say(language, 'notices.convocation.localTime', { time, city: shortName }) }]);
  return {
    kind: 'facts',
    rows: [
      { label: say(language, 'notices.convocation.day'), values: [[tools.day(card.civilDate)]] },
      { label: say(language, 'notices.convocation.time'), values: times },
      { label: say(language, 'notices.convocation.place'), values: [[{ name: card.place }]] },
    ],
  };
}

function agendaOf(language: MailLanguage, { agenda, durations }: MeetingCard): Block[] {
  if (agenda.length === 0) return [];
  const point = (title: string, minutes: number | null | undefined): Run => (minutes ? say(language, 'notices.convocation.duration', { title: isolated(title, language), minutes }) : { name: title });
  return [{ kind: 'paragraph', text: [say(language, 'notices.convocation.agenda')] }, { kind: 'list', items: agenda.map((title, place) => [point(title, durations[place])]) }];
}

/** What stands above the date: why this letter, said in a line or two. */
type Opening = { readonly letter: 'convocation' | 'convocationMoved' | 'convocationAgain'; readonly blocks: readonly Block[] };

/** A convocation whatever called for it: when, where, what about, why, one button that leads to the answer; the calendar hears REQUEST. */
function writeCall(composition: Composition, card: MeetingCard, { source, opening: { letter, blocks } }: { source: RuleSource | null; opening: Opening }): Mail {
  const { reader: { language }, tools } = composition;
  const day = tools.day(card.civilDate);
  return {
    subject: say(language, `notices.${letter}.subject`, { day }),
    draft: {
      preheader: `${isolated(card.place, language)}, ${day}`,
      blocks: [
        { kind: 'heading', text: [say(language, `notices.${letter}.heading`)] },
        ...blocks,
        facts(composition, card),
        ...agendaOf(language, card),
        { kind: 'paragraph', text: [say(language, letter === 'convocationMoved' ? 'notices.convocationMoved.answer' : 'notices.convocation.answer')] },
        { kind: 'paragraph', text: [say(language, 'notices.convocation.pdf')] },
        ...why(source, language),
      ],
      button: { label: say(language, 'notices.convocation.answerButton'), url: tools.url(`/meetings/${card.meetingId}`) },
    },
    attachments: calendarFile(composition, card, 'REQUEST'),
  };
}

/** The words of a convocation, with the invitation for the reader's calendar. */
export function writeConvocation(composition: Composition, card: MeetingCard, source: RuleSource | null): Mail {
  const { language } = composition.reader;
  const body = say(language, 'notices.convocation.body', { host: isolated(card.hostShortName, language) });
  return writeCall(composition, card, { source, opening: { letter: 'convocation', blocks: [{ kind: 'paragraph', text: [body] }] } });
}

/** The words of a change of date or place; the calendar's entry moves by itself (same UID, SEQUENCE + 1). */
export function writeConvocationMoved(composition: Composition, card: MeetingCard, source: RuleSource | null): Mail {
  const { reader: { language }, tools, line: { details } } = composition;
  const was = tools.zones.civilAt(new Date(textOf(details, 'wasAt')), card.zone);
  const host = isolated(card.hostShortName, language);
  const before = say(language, 'notices.convocationMoved.was', { was: tools.day(was.date), time: was.time, host, place: isolated(textOf(details, 'wasPlace'), language) });
  const body = say(language, 'notices.convocationMoved.body', { reason: isolated(reasonOf(details, 'reason'), language), host });
  return writeCall(composition, card, { source, opening: { letter: 'convocationMoved', blocks: [{ kind: 'status', tone: 'ATTENTION', text: [body] }, { kind: 'paragraph', text: [before] }] } });
}

/** The same convocation once more, to somebody who has not answered. */
export function writeConvocationAgain(composition: Composition, card: MeetingCard, source: RuleSource | null): Mail {
  const { language } = composition.reader;
  const body = say(language, 'notices.convocationAgain.body', { host: isolated(card.hostShortName, language) });
  return writeCall(composition, card, { source, opening: { letter: 'convocationAgain', blocks: [{ kind: 'status', tone: 'ATTENTION', text: [body] }] } });
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
const whileConvened = (write: typeof writeConvocation): Compose => async (tx, composition) => {
  const card = await meetingCard(tx, composition.line.objectId, composition.tools.zones);
  if (!card || card.state !== 'CONVENED') return null;
  return write(composition, card, (await rulesInForce(tx, card.partnershipId)).get('convening')?.source ?? null);
};
export const convocationMail = whileConvened(writeConvocation);
export const convocationMovedMail = whileConvened(writeConvocationMoved);

/** Nor to whoever answered before it left. */
export const convocationAgainMail: Compose = async (tx, composition) => {
  const { objectId, personId } = composition.line;
  return (await hasAnswered(tx, objectId, personId)) ? null : whileConvened(writeConvocationAgain)(tx, composition);
};

/** Not sent when the meeting was convened again before this left: the new convocation says it all. */
export const convocationCancelledMail: Compose = async (tx, composition) => {
  const card = await meetingCard(tx, composition.line.objectId, composition.tools.zones);
  return card && card.state !== 'CONVENED' ? writeCancellation(composition, card) : null;
};
