import type { SentenceValue } from '#kernel';
import type { Elector, Roll } from './roll.js';
import type { CommitteeRules } from './rules.js';

export const choices = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
export type Choice = (typeof choices)[number];

/** A voice given: at most one per seat. `words` is the reason, required when against. */
export interface Voice {
  readonly seatId: string;
  readonly choice: Choice;
  readonly words: string | null;
}

/** Why a text was not adopted; `subjectId` is a seat, a party, or null. Said by `outcome.<code>`, filled with `args`. */
export interface Reason {
  readonly code: 'AGAINST' | 'ABSTENTION' | 'NOT_CAST' | 'PARTY_WITHOUT_VOTE' | 'NO_VOTE_FOR' | 'QUORUM' | 'EMPTY_ROLL';
  readonly subjectId: string | null;
  readonly args: Readonly<Record<string, SentenceValue>>;
}

/** How many of the roll said what. The four add up to the roll. */
export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstentions: number;
  readonly notCast: number;
}

/** What a closed ballot says. `reasons` is empty exactly when adopted. */
export interface Outcome {
  readonly adopted: boolean;
  readonly reasons: readonly Reason[];
  readonly tally: Tally;
  /** The verdict's phrase: `outcome.<code>` with `args`. */
  readonly sentence: { readonly code: 'ADOPTED_UNANIMOUSLY' | 'ADOPTED_BY_VOTES_CAST' | 'NOT_ADOPTED'; readonly args: Readonly<Record<string, SentenceValue>> };
}

/**
 * Unanimity, as a total function: whatever the rules, the roll and the voices, there is one answer and it says why.
 * Silence never counts as a yes; a voice from outside the roll counts for nothing (Art. 5; C5 Q1–Q4).
 */
export function conclude(rules: CommitteeRules, roll: Roll, voices: readonly Voice[]): Outcome {
  const said = new Map(voices.map((voice) => [voice.seatId, voice]));
  const tally = count(roll, said);
  const reasons = [...collectiveReasons(roll), ...personalReasons(rules, roll, said), ...partyReasons(rules, roll, said)];
  if (roll.electors.length > 0 && tally.for === 0) reasons.push({ code: 'NO_VOTE_FOR', subjectId: null, args: {} });
  return { adopted: reasons.length === 0, reasons, tally, sentence: verdict(reasons.length === 0, tally) };
}

function count(roll: Roll, said: ReadonlyMap<string, Voice>): Tally {
  const of = (choice: Choice | undefined): number => roll.electors.filter((elector) => said.get(elector.seatId)?.choice === choice).length;
  return { for: of('FOR'), against: of('AGAINST'), abstentions: of('ABSTAIN'), notCast: of(undefined) };
}

function collectiveReasons(roll: Roll): Reason[] {
  const quorum = roll.parties
    .filter((party) => roll.quorumMissing.includes(party.id))
    .map((party): Reason => ({ code: 'QUORUM', subjectId: party.id, args: { name: party.shortName } }));
  return roll.electors.length > 0 ? quorum : [...quorum, { code: 'EMPTY_ROLL', subjectId: null, args: {} }];
}

function personalReasons(rules: CommitteeRules, roll: Roll, said: ReadonlyMap<string, Voice>): Reason[] {
  const because = (code: Reason['code'], { seatId, name }: Elector, more = {}): Reason[] => [{ code, subjectId: seatId, args: { name, ...more } }];
  return roll.electors.flatMap((elector) => {
    const voice = said.get(elector.seatId);
    if (!voice) return because('NOT_CAST', elector);
    if (voice.choice === 'AGAINST') return because('AGAINST', elector, { words: voice.words ?? '' });
    return voice.choice === 'ABSTAIN' && rules.abstention.value === 'BLOCKS' ? because('ABSTENTION', elector) : [];
  });
}

function partyReasons(rules: CommitteeRules, roll: Roll, said: ReadonlyMap<string, Voice>): Reason[] {
  if (!rules.everyPartyMustConcur.value || roll.electors.length === 0) return [];
  const concurring = new Set(roll.electors.filter((elector) => said.get(elector.seatId)?.choice === 'FOR').map((elector) => elector.partyId));
  return roll.parties
    .filter((party) => !concurring.has(party.id))
    .map((party) => ({ code: 'PARTY_WITHOUT_VOTE', subjectId: party.id, args: { name: party.shortName } }));
}

function verdict(adopted: boolean, tally: Tally): Outcome['sentence'] {
  if (!adopted) return { code: 'NOT_ADOPTED', args: { ...tally } };
  if (tally.abstentions === 0) return { code: 'ADOPTED_UNANIMOUSLY', args: { for: tally.for } };
  return { code: 'ADOPTED_BY_VOTES_CAST', args: { for: tally.for, abstentions: tally.abstentions } };
}
