import type { MinutesShown } from './minutes.graphql.ts';

/** Words read in a minute by someone who will sign: slower than a novel. */
const wordsPerMinute = 180;

/** Whole minutes to read a PV once, at least one. */
export function minutesToRead({ facts, prose }: Pick<MinutesShown, 'facts' | 'prose'>): number {
  const [written] = prose;
  const texts = [...facts.decisions.flatMap(({ title, text }) => [title, text]), ...facts.agenda, written?.discussion, written?.reservations, written?.nextMeeting];
  const words = texts.join(' ').split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.ceil(words / wordsPerMinute));
}
