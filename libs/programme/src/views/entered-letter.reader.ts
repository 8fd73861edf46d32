import type { Language, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { enteredOf } from './entered.reader.js';

/** An entered act as a letter tells it, in its reader's language. */
export interface EnteredLetter {
  readonly id: string;
  readonly personId: string;
  readonly title: string;
  readonly sentence: string;
  readonly person: string;
  readonly party: string;
  readonly by: string;
  readonly contestUntil: string;
  readonly isContested: boolean;
  readonly reason: string;
  readonly outcome: string;
}

/** For the letter; `null` when it is not there. */
export async function enteredLetter(tx: ReadTx, of: { readonly id: string; readonly language: Language }, zones: Zones): Promise<EnteredLetter | null> {
  const entered = await enteredOf({ ...tx, ctx: { ...tx.ctx, language: of.language }, query: tx.query.bind(tx), now: tx.now.bind(tx) }, of.id, zones);
  if (!entered) return null;
  const { id, title, sentence, person, party, byPerson, contestUntil, contestedAt, contestReason, outcome } = entered;
  return { id, personId: person.id, title, sentence, person: person.displayName, party: party.shortName, by: byPerson.displayName, contestUntil, isContested: contestedAt !== null, reason: contestReason ?? '', outcome: outcome ?? '' };
}
