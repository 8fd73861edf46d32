import type { Language, RuleSource } from '#kernel';
import type { PartyType } from '#parties';
import { say as phrase } from '#phrases';
import type { MinutesDecision, MinutesDocument, MinutesMember, Said } from '../domain/minutes-document.js';
import type { MinutesFactsType, MinutesMemberType, MinutesDecisionType } from './minutes-facts.types.js';

/** Who reads, and the parties as they are shown. */
export interface FactsReader {
  readonly language: Language;
  readonly parties: readonly PartyType[];
  /** The quorum's rule, in force that day. */
  readonly quorumSource: RuleSource;
}

function partyIn(parties: readonly PartyType[], id: string): PartyType {
  const party = parties.find((bound) => bound.id === id);
  if (!party) throw new Error(`party ${id} is out of reach`);
  return party;
}

/** The record in one reader's language; French where nothing else was written. */
export function factsView(record: MinutesDocument, { language, parties, quorumSource }: FactsReader): MinutesFactsType {
  const say = (said: Said): string => (language === 'ar' ? (said.ar ?? said.fr) : said.fr);
  const { meeting, quorum, next } = record;
  const moments = (list: MinutesDocument['meeting']['opened']) => list.map(({ city, date: civilDate, time }) => ({ city: say(city), civilDate, time }));
  const memberView = ({ seatId, partyId, name, office, category, presence, votes, representedBy, movements }: MinutesMember): MinutesMemberType => ({
    seatId, category, presence, votes,
    party: partyIn(parties, partyId),
    name: say(name),
    office: office && say(office),
    representedBy: representedBy && say(representedBy),
    movements: (movements ?? []).map(({ kind, item, time }) => phrase(language, kind === 'LEFT' ? 'minutesDocument.leftAt' : 'minutesDocument.arrivedAt', { time, item: item ?? 0 })),
  });
  const withPresence = (...presences: MinutesMember['presence'][]): MinutesMemberType[] => record.members.filter(({ presence }) => presences.includes(presence)).map(memberView);
  return {
    partnership: say(record.partnership),
    agreement: say(record.agreement),
    kind: meeting.kind,
    mode: meeting.mode,
    place: say(meeting.place),
    hostParty: partyIn(parties, meeting.hostPartyId),
    opened: moments(meeting.opened),
    closed: moments(meeting.closed),
    convokedOn: meeting.convokedOn,
    presidents: meeting.presidents.map(say),
    secretary: meeting.secretary && say(meeting.secretary),
    present: withPresence('PRESENT'),
    remote: withPresence('REMOTE'),
    excused: withPresence('EXCUSED'),
    absent: withPresence('ABSENT', 'NO_ANSWER'),
    guests: record.guests.map(({ name, capacity }) => (capacity ? `${say(name)} (${say(capacity)})` : say(name))),
    quorum: { reached: quorum.reached, rule: say(quorum.rule), source: { ...quorumSource } },
    agenda: record.agenda.map(say),
    decisions: record.decisions.map((decision) => decisionView(decision, { record, parties, say })),
    annexes: record.annexes.map(({ title, sha256 }) => ({ title: say(title), sha256 })),
    nextMeeting: next && { host: say(next.host), when: say(next.when) },
  };
}

function decisionView(decision: MinutesDecision, { record, parties, say }: { record: MinutesDocument; parties: readonly PartyType[]; say: (said: Said) => string }): MinutesDecisionType {
  const voters = new Map(record.members.map((member) => [member.seatId, member]));
  const { number, title, text, textHash, adopted } = decision;
  const ballots = decision.ballots.map(({ ordinal, adopted: carried, verdict, reasons, notes, voices }) => ({
    ordinal,
    adopted: carried,
    verdict: say(verdict),
    reasons: reasons.map(say),
    notes: (notes ?? []).map(say),
    voices: voices.map(({ seatId, choice, words, heldBy }) => {
      const member = voters.get(seatId);
      if (!member) throw new Error(`the vote of seat ${seatId} is nobody's`);
      return { seatId, choice, office: say(member.office ?? member.name), party: partyIn(parties, member.partyId), words: words && say(words), heldBy: heldBy ? say(heldBy) : null };
    }),
  }));
  return { number, title: say(title), text: say(text), textHash, adopted, ballots, annexes: decision.annexes.map((annex) => ({ title: say(annex.title), sha256: annex.sha256 })) };
}
