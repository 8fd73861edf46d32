import { accepted, type Answer } from '#kernel';
import { writesFor, type Hand } from './hand.js';
import { commentAnswersAnswer, commentFieldUnknown, mentionOutOfReach, notAllowed, sheetStateForbids, tooMany } from './refusals.js';
import type { Axis, Sheet } from './sheet.js';
import { longest, readFilledText } from './text.js';
import { partsOf } from './versions.js';

/** A remark on one part of a sheet, or an answer to one. */
export interface SheetComment {
  readonly id: string;
  readonly sheetId: string;
  /** The remark that this one answers. */
  readonly answersId: string | null;
  /** The part it is anchored to, under the name of the form. */
  readonly field: string;
  readonly text: string;
  readonly partyId: string;
  readonly personId: string;
  /** Written before the sheet was ever submitted, or under such a remark: it never leaves the author's party. */
  readonly partyOnly: boolean;
  /** The version it was written on. */
  readonly version: number;
  readonly mentions: readonly string[];
  readonly resolvedAt: Date | null;
}

/** Somebody who may be called to a remark: a person, with the parties in whose administration she sits today. */
export interface Callable {
  readonly personId: string;
  readonly partyIds: readonly string[];
}

const mostMentions = 20;
/** Sheets that are still worked on, and those whose story is over. */
const closed: readonly string[] = ['WITHDRAWN', 'REJECTED'];

/** The parts a remark may stand beside. */
export const fieldsOf = (sheet: Sheet, axes: readonly Axis[]): string[] => [
  ...Object.keys(partsOf(sheet)).filter((name) => !name.startsWith('transversal.') && name !== 'actionLeadId'),
  ...axes.filter(({ kind }) => kind === 'TRANSVERSAL').map(({ id }) => `transversal.${id}`),
];

/** Those who write and examine sheets discuss them, as long as the sheet lives. */
export function mayComment(sheet: Sheet, hand: Hand): Answer<true> {
  if (writesFor(hand).length === 0) return notAllowed();
  return closed.includes(sheet.state) ? sheetStateForbids(sheet.state, 'COMMENT') : accepted(true);
}

/** May this person open the sheet, and what is said of it for the author's party alone? The same people whom row-level security lets in. */
export const mayBeCalled = ({ partyIds }: Callable, { authorPartyId, submittedAt }: Pick<Sheet, 'authorPartyId' | 'submittedAt'>, partyOnly: boolean): boolean =>
  partyIds.includes(authorPartyId) || (partyIds.length > 0 && submittedAt !== null && !partyOnly);

/** A remark as it is typed. */
export interface CommentCommand {
  readonly id: string;
  readonly hand: Hand;
  readonly field: string;
  readonly text: string;
  readonly mentions: readonly string[];
  /** The remark it answers, as it stands. */
  readonly answers: SheetComment | null;
  readonly axes: readonly Axis[];
  readonly people: readonly Callable[];
}

/** Writes a remark or an answer; an answer stands where its remark stands, and is read by whom its remark is read. */
export function comment(sheet: Sheet, command: CommentCommand): Answer<SheetComment> {
  const { id, hand, answers, people } = command;
  const may = mayComment(sheet, hand);
  if (may.refused) return may;
  if (answers?.answersId) return commentAnswersAnswer();
  const field = answers?.field ?? command.field;
  if (!fieldsOf(sheet, command.axes).includes(field)) return commentFieldUnknown();
  const text = readFilledText('comment', command.text, longest.reason);
  if (text.refused) return text;
  const mentions = [...new Set(command.mentions)].filter((personId) => personId !== hand.personId);
  if (mentions.length > mostMentions) return tooMany('mentions', mentions.length, mostMentions);
  const partyOnly = answers?.partyOnly ?? sheet.submittedAt === null;
  const reached = mentions.every((called) => people.some((person) => person.personId === called && mayBeCalled(person, sheet, partyOnly)));
  if (!reached) return mentionOutOfReach();
  const mine = writesFor(hand);
  const partyId = mine.find((party) => party === sheet.authorPartyId) ?? mine[0] ?? '';
  return accepted({ id, sheetId: sheet.id, answersId: answers?.id ?? null, field, text: text.value, partyId, personId: hand.personId, partyOnly, version: sheet.version, mentions, resolvedAt: null });
}
