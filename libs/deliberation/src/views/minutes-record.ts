import { dateInWords, type CivilDate, type Language } from '#kernel';
import { say, type PhraseKey, type PhraseValues } from '#phrases';
import type { Ballot } from '../domain/ballot.js';
import { presenceOf, takesPart } from '../domain/attendance.js';
import type { Minutes } from '../domain/minutes.js';
import type { Wordings } from '../domain/languages.js';
import { languagesOf, type proseSections } from '../domain/minutes-content.js';
import type { MinutesAnnex, MinutesBallot, MinutesDecision, MinutesDocument, MinutesMember, MinutesVersion, PrintedSource, Said } from '../domain/minutes-document.js';
import { handsBehind, type MeetingRecord } from '../domain/minutes-facts.js';
import { powersThatCount } from '../domain/proxy.js';
import type { Ruled } from '../domain/rules.js';
import type { Committee } from './committee.reader.js';

/** What the meeting's own record does not hold. */
export interface RecordTerms {
  /** The document's own date, YYYY-MM-DD, in the host's zone. */
  readonly date: string;
  readonly partnership: string;
  readonly agreement: string;
  readonly agenda: readonly string[];
  readonly nextHostPartyId: string;
  readonly moments: (instant: Date) => MinutesDocument['meeting']['opened'];
  readonly verificationUrl: string;
  /** The executory PV that this one rectifies, and why. */
  readonly rectifies: { readonly number: string; readonly reason: string } | null;
  /** Who wrote and who read each language's words. */
  readonly wordings: Wordings;
  readonly demo: boolean;
}

interface Held {
  readonly row: { readonly zone: string };
  readonly committee: Committee;
  readonly record: MeetingRecord;
}

const inFrench = (fr: string): Said => ({ fr, ar: null });
/** A sentence of ours, in every language a PV is printed in. */
const spoken = (key: PhraseKey, values: PhraseValues = {}): Said => ({ fr: say('fr', key, values), ar: say('ar', key, values) });

const regions: Readonly<Record<'fr' | 'ar', Intl.DisplayNames>> = { fr: new Intl.DisplayNames('fr', { type: 'region' }), ar: new Intl.DisplayNames('ar', { type: 'region' }) };
/** A country by its ISO 3166-1 code, in the languages of documents. */
export const countryNames = (code: string): Said => ({ fr: regions.fr.of(code) ?? code, ar: regions.ar.of(code) ?? code });

/** Where a rule comes from, as documents say it: our own setting is never given as their text. */
const printed = ({ source }: Ruled<unknown>): PrintedSource => ({
  reference: source.kind === 'PRODUCT_DEFAULT' ? say('fr', 'minutes.partnershipSetting') : source.reference,
  quote: source.kind === 'PRODUCT_DEFAULT' ? null : (source.quote ?? null),
});

/** A seat as the PV names it: its office. */
const officeIn = (committee: Committee, seatId: string): Said => {
  const seat = committee.shownSeats.find((held) => held.seatId === seatId);
  return seat ? { fr: seat.office, ar: seat.officeAr } : inFrench(seatId);
};

/** Who came late or left early, as the PV says it; nothing of whoever was there throughout. */
function movedOf({ record }: Held, seatId: string, { moments }: Pick<RecordTerms, 'moments'>): Pick<MinutesMember, 'movements'> {
  const own = (record.movements ?? []).filter((movement) => movement.seatId === seatId);
  return own.length === 0 ? {} : { movements: own.map(({ kind, place: item, notedAt }) => ({ kind, item, time: moments(notedAt)[0]?.time ?? '' })) };
}

function membersOf(held: Held, terms: RecordTerms): MinutesMember[] {
  const { committee, record } = held;
  const powers = powersThatCount({ at: record.meeting.openedAt, seats: record.seats, attendance: record.attendance }, record.rules);
  const representedBy = (seatId: string): Said | null => {
    const holder = powers.get(seatId);
    return holder ? officeIn(committee, holder.id) : null;
  };
  return committee.shownSeats.flatMap(({ seatId, partyId, category, office, officeAr, member, holder }) => {
    const presence = presenceOf(record.attendance, seatId);
    // A coordinator's desk is not of the committee: named when the sheet names it.
    if (!holder || (!member && presence === 'NO_ANSWER')) return [];
    const words: Said = { fr: office, ar: officeAr };
    const named = holder.displayName === office ? { name: words, office: null } : { name: inFrench(holder.displayName), office: words };
    return [{ seatId, partyId, ...named, category: category === 'ELECTED_MEMBER' ? 'ELECTED' : category, presence, representedBy: representedBy(seatId), votes: member, ...movedOf(held, seatId, terms) }];
  });
}

function ballotView({ id, round, roll, votes, outcome }: Ballot, { nameOf, notesOn }: { nameOf: (seatId: string) => Said; notesOn: (ballotId: string) => readonly Said[] }): MinutesBallot[] {
  if (!outcome) return [];
  const said = (code: string, args: PhraseValues, name?: Said): Said => {
    const key = `outcome.${code}` as PhraseKey;
    return { fr: say('fr', key, { ...args, ...(name && { name: name.fr }) }), ar: say('ar', key, { ...args, ...(name && { name: name.ar ?? name.fr }) }) };
  };
  return [{
    ordinal: round,
    adopted: outcome.adopted,
    verdict: said(outcome.sentence.code, outcome.sentence.args),
    reasons: outcome.reasons.map(({ code, subjectId, args }) => {
      const isSeat = roll.electors.some(({ seatId }) => seatId === subjectId);
      return said(code, args, subjectId && isSeat ? nameOf(subjectId) : undefined);
    }),
    ...(notesOn(id).length > 0 && { notes: notesOn(id) }),
    voices: roll.electors.map(({ seatId, heldBy }) => {
      const vote = votes.find((voice) => voice.seatId === seatId);
      return { seatId, choice: vote?.choice ?? 'NOT_CAST', words: vote?.words ? inFrench(vote.words) : null, ...(heldBy && { heldBy: nameOf(heldBy.seatId) }) };
    }),
  }];
}

/** « À main levée, constaté par … et confirmé par … », then each contestation. */
function handsNotes({ committee, record }: Pick<Held, 'committee' | 'record'>, ballotId: string): Said[] {
  const sheet = handsBehind(record.hands, ballotId);
  if (!sheet) return [];
  const party = (id: string): string => committee.shownParties.find((bound) => bound.id === id)?.shortName ?? '';
  const contests = record.contests.filter((contest) => contest.ballotId === ballotId).map(({ seatId, reason }): Said => {
    const name = officeIn(committee, seatId);
    return { fr: say('fr', 'minutes.handsContested', { name: name.fr, reason }), ar: say('ar', 'minutes.handsContested', { name: name.ar ?? name.fr, reason }) };
  });
  return [spoken('minutes.byHands', { noted: party(sheet.enteredParty), confirmed: party(sheet.confirmedParty) }), ...contests];
}

/** Documents that were before the committee with this decision's text; without one, those of points that no vote ended. */
function annexesOf({ documents = [], decisions }: MeetingRecord, decisionId: string | null): MinutesAnnex[] {
  const voted = decisions.filter(({ ballots }) => ballots.some(({ outcome }) => outcome)).map(({ decision }) => decision.id);
  const of = documents.filter((joined) => (joined.decisionId !== null && voted.includes(joined.decisionId) ? joined.decisionId : null) === decisionId);
  return of.map(({ name, sha256 }) => ({ title: inFrench(name), sha256 }));
}

/** Every text that was put to the vote; what was deferred or withdrawn unvoted stays in the agenda. */
function decisionsOf({ record, committee }: Held): MinutesDecision[] {
  const nameOf = (seatId: string): Said => officeIn(committee, seatId);
  const notesOn = (ballotId: string): readonly Said[] => handsNotes({ committee, record }, ballotId);
  return record.decisions
    .map(({ decision, ballots }) => ({ decision, rounds: ballots.flatMap((ballot) => ballotView(ballot, { nameOf, notesOn })) }))
    .filter(({ rounds }) => rounds.length > 0)
    .map(({ decision, rounds }, index) => ({
      number: String(index + 1),
      title: inFrench(decision.title),
      text: inFrench(decision.text),
      textHash: decision.textHash,
      adopted: decision.state === 'ADOPTED',
      ballots: rounds,
      annexes: annexesOf(record, decision.id),
    }));
}

/** Who kept the minutes of the sitting: a session secretary who was there, the host's before another's. */
function secretaryOf(members: readonly MinutesMember[], hostPartyId: string): Said | null {
  const there = members.filter(({ category, presence }) => category === 'SESSION_SECRETARY' && takesPart(presence));
  const secretary = there.find(({ partyId }) => partyId === hostPartyId) ?? there[0];
  return secretary ? (secretary.office ?? secretary.name) : null;
}

function meetingOf(held: Held, terms: RecordTerms, members: readonly MinutesMember[]): MinutesDocument['meeting'] {
  const { meeting } = held.record;
  const { kind, mode, place, hostPartyId, convenedAt, openedAt, closedAt } = meeting;
  const hostMoment = (instant: Date): string => terms.moments(instant)[0]?.date ?? terms.date;
  const presidents = members.filter(({ category, presence }) => category === 'CO_PRESIDENT' && takesPart(presence)).map(({ name }) => name);
  return {
    kind, mode, hostPartyId, presidents,
    place: inFrench(place),
    opened: terms.moments(openedAt),
    closed: terms.moments(closedAt),
    convokedOn: convenedAt && hostMoment(convenedAt),
    secretary: secretaryOf(members, hostPartyId),
  };
}

/** A text that people wrote, as it is printed: French, and Arabic when it was written. */
function written({ prose }: Minutes, section: (typeof proseSections)[number]): Said | null {
  const of = (language: Language): string => prose[language]?.[section]?.trim() ?? '';
  return of('fr') === '' && of('ar') === '' ? null : { fr: of('fr'), ar: of('ar') || null };
}

const hasNoEdition = (language: Language): language is MinutesVersion['language'] => language !== 'fr' && language !== 'ar';

/** Other languages' words, each a version of its own, and those that no speaker has read; a key only for what there is. */
function versionsOf({ prose }: Minutes, { committee, record }: Held, { wordings, moments, date }: RecordTerms): Pick<MinutesDocument, 'versions' | 'unread'> {
  const day = (moments(record.meeting.openedAt)[0]?.date ?? date) as CivilDate;
  const versions = languagesOf(prose).filter(hasNoEdition).map((language): MinutesVersion => {
    const { discussions = '', reservations = '', nextMeeting = '' } = prose[language] ?? {};
    return { language, day: dateInWords(day, language), text: [discussions, reservations, nextMeeting].map((text) => text.trim()).filter((text) => text !== '').join('\n') };
  });
  const unread = languagesOf(prose).filter((language) => language !== committee.rules.languages.value.authoritative && !wordings[language]?.read);
  return { ...(versions.length > 0 && { versions }), ...(unread.length > 0 && { unread }) };
}

/** A rectifying PV says first which one it rectifies, and why. */
const rectification = ({ rectifies }: RecordTerms): MinutesDocument['prose'] => (rectifies ? [{ heading: spoken('minutes.heading.rectification'), text: spoken('minutes.rectifies', rectifies) }] : []);

/** What the PV says, from the meeting alone and from the words written around it: the same meeting and words, the same record. */
export function recordOf(minutes: Minutes, held: Held, terms: RecordTerms): MinutesDocument {
  const { committee, record } = held;
  const members = membersOf(held, terms);
  const { rules } = record;
  const next = written(minutes, 'nextMeeting') ?? spoken('minutes.nextWhenUnsaid');
  const host = committee.shownParties.find(({ id }) => id === terms.nextHostPartyId);
  return {
    number: minutes.number,
    version: minutes.version,
    date: terms.date,
    partnership: inFrench(terms.partnership),
    agreement: inFrench(terms.agreement),
    parties: committee.shownParties.map(({ id, organisation, shortName, territory }) => ({ id, name: inFrench(organisation), shortName: inFrench(shortName), country: countryNames(territory.country) })),
    meeting: meetingOf(held, terms, members),
    members,
    guests: record.guests.map(({ name, capacity }) => ({ name: inFrench(name), capacity: capacity ? inFrench(capacity) : null })),
    quorum: { reached: rules.quorum.value === 'NONE' ? null : record.openingRoll.quorumMissing.length === 0, rule: spoken(`minutes.quorumRule.${rules.quorum.value}`), source: printed(rules.quorum) },
    agenda: terms.agenda.map(inFrench),
    decisions: decisionsOf(held),
    prose: [
      ...rectification(terms),
      ...(['discussions', 'reservations'] as const).flatMap((section) => {
        const text = written(minutes, section);
        return text ? [{ heading: spoken(`minutes.heading.${section}`), text }] : [];
      }),
    ],
    ...versionsOf(minutes, held, terms),
    next: host ? { host: inFrench(host.shortName), when: next } : null,
    annexes: annexesOf(record, null),
    executoryClause: printed(rules.executory),
    languageClause: printed(rules.languages),
    contentHash: null,
    verificationUrl: terms.verificationUrl,
    demo: terms.demo,
  };
}
