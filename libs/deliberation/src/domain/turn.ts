import type { Meeting } from './meeting.js';
import type { CommitteeRules } from './rules.js';
import type { Party } from './seat.js';

/** Whose turn it is to host. `country` is null while nobody has hosted: any party may begin. */
export interface Turn {
  readonly country: string | null;
  /** The party proposed: in that country, the one that has waited longest. */
  readonly hostPartyId: string;
}

/** A meeting that uses the turn: ordinary, really held, and not fully remote (C5 Q6, Q9). */
const usesTurn = (meeting: Meeting): boolean =>
  meeting.kind === 'ORDINARY' && meeting.mode !== 'REMOTE' && (meeting.state === 'CLOSED' || meeting.state === 'MINUTED');

const byStart = (a: Meeting, b: Meeting): number => a.startsAt.getTime() - b.startsAt.getTime();

/**
 * The next host « à tour de rôle » (Art. 5), from the last ordinary meeting held: the next country in the order of the parties,
 * then the party of that country that hosted least recently. Cancelled and postponed meetings keep the turn.
 * @throws RangeError when there is no party at all: a partnership always has two.
 */
export function nextTurn(parties: readonly Party[], meetings: readonly Meeting[]): Turn {
  const held = meetings.filter(usesTurn).sort(byStart);
  const countries = [...new Set(parties.map((party) => party.country))];
  const countryOf = (partyId: string): string | undefined => parties.find((party) => party.id === partyId)?.country;
  const last = held.at(-1);
  const lastCountry = last && countryOf(last.hostPartyId);
  const country = lastCountry === undefined ? null : (countries[(countries.indexOf(lastCountry) + 1) % countries.length] ?? null);
  const lastHosted = (party: Party): number => held.findLastIndex((meeting) => meeting.hostPartyId === party.id);
  const [host] = parties.filter((party) => country === null || party.country === country).sort((a, b) => lastHosted(a) - lastHosted(b));
  if (!host) throw new RangeError('a partnership has at least one party');
  return { country, hostPartyId: host.id };
}

/** Does hosting there break the turn? Never for an extraordinary or fully remote meeting: they do not use it. */
export function breaksTurn(turn: Turn, plan: { readonly host: Party } & Pick<Meeting, 'kind' | 'mode'>, rules: CommitteeRules): boolean {
  if (rules.alternation.value === 'FREE' || plan.kind !== 'ORDINARY' || plan.mode === 'REMOTE') return false;
  return turn.country !== null && turn.country !== plan.host.country;
}

/** The last meeting that used the turn; `null` while none has. */
export const lastTurn = (meetings: readonly Meeting[]): Meeting | null => meetings.filter(usesTurn).sort(byStart).at(-1) ?? null;
