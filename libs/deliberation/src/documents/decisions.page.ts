import type { MinutesBallot, MinutesDecision, MinutesDocument, MinutesVoice } from './minutes.facts.js';
import type { BallotCard, DecisionCard, Section } from './page.js';
import type { Speaker } from './speaker.js';

const choices = [['FOR', 'for'], ['AGAINST', 'against'], ['ABSTAIN', 'abstain'], ['NOT_CAST', 'notCast']] as const;

type Voted = Pick<MinutesDocument, 'decisions' | 'members'>;

/** Every text put to the vote, each ballot with its verdict, its reasons and the names. */
export function decisionsSection(minutes: Voted, speaker: Speaker): Section {
  const cards = minutes.decisions.map((decision) => ({ kind: 'decision' as const, decision: card(decision, minutes, speaker) }));
  const none = { kind: 'text' as const, paragraphs: [speaker.phrase('noDecision')] };
  return { title: speaker.phrase('decisions'), blocks: cards.length > 0 ? cards : [none] };
}

function card(decision: MinutesDecision, minutes: Voted, speaker: Speaker): DecisionCard {
  const rows = decision.annexes.map(({ title, sha256 }) => ({ title: speaker.text(title), hash: sha256 }));
  return {
    label: speaker.phrase('decision', { number: decision.number }),
    title: speaker.text(decision.title),
    badge: speaker.phrase(decision.adopted ? 'adopted' : 'notAdopted'),
    adopted: decision.adopted,
    paragraphs: speaker.paragraphs(decision.text),
    textHash: { label: speaker.phrase('votedText'), hash: decision.textHash },
    ballots: decision.ballots.map((ballot) => ballotCard(ballot, minutes, speaker)),
    annexes: rows.length > 0 ? { head: [speaker.phrase('annex'), speaker.phrase('hash')], rows } : null,
  };
}

function ballotCard(ballot: MinutesBallot, minutes: Voted, speaker: Speaker): BallotCard {
  const rows = choices.map(([choice, label]) => ({ label, voices: ballot.voices.filter((voice) => voice.choice === choice) }));
  return {
    title: speaker.phrase('ballot', { ordinal: ballot.ordinal }),
    badge: speaker.phrase(ballot.adopted ? 'adopted' : 'notAdopted'),
    adopted: ballot.adopted,
    verdict: speaker.text(ballot.verdict),
    reasons: [...ballot.reasons, ...(ballot.notes ?? [])].map((reason) => speaker.text(reason)),
    head: [speaker.phrase('choice'), speaker.phrase('count'), speaker.phrase('voters')],
    rows: rows
      .filter(({ voices }) => voices.length > 0)
      .map(({ label, voices }) => ({ choice: speaker.phrase(label), count: String(voices.length), voters: speaker.list(voices.map((voice) => voter(voice, minutes, speaker))) })),
  };
}

function voter({ seatId, words, heldBy }: MinutesVoice, minutes: Voted, speaker: Speaker): string {
  const member = minutes.members.find((candidate) => candidate.seatId === seatId);
  const own = member ? speaker.words(member.name) : seatId;
  // In brackets: among names parted by commas, one would not know whose voice was carried.
  const name = heldBy ? speaker.isolated(`${own} (${speaker.phrase('represented', { name: speaker.words(heldBy) })})`) : own;
  return words ? speaker.phrase('withReason', { name, words: speaker.words(words) }) : name;
}
