import type { Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { mayBeCalled } from '../domain/comment.js';
import { commentById } from '../store/comment.store.js';
import { programmeOf } from './programme.reader.js';
import { sittingIn } from './sitting.reader.js';

/** A remark that calls people to a sheet, for the letters it asks for. */
export interface SheetCall {
  readonly sheetId: string;
  readonly title: string;
  readonly field: string;
  readonly text: string;
  readonly author: string;
  readonly party: string;
  /** Settled, or its sheet given up: there is nothing left to read it for. */
  readonly isOver: boolean;
  /** Those called who sit there and may read it today. */
  readonly called: readonly string[];
}

interface SheetLine {
  readonly title: string;
  readonly state: string;
  readonly authorPartyId: string;
  readonly submittedAt: Date | null;
}

/** Whom a remark calls, as things stand now; `null` when it is not there. */
export async function sheetCall(tx: ReadTx, at: { partnershipId: string; commentId: string }, zones: Zones): Promise<SheetCall | null> {
  const remark = await commentById(tx, at.commentId);
  const [sheet] = remark
    ? await tx.query<SheetLine>('select title, state, author_party_id as "authorPartyId", submitted_at as "submittedAt" from project_sheet where partnership_id = $1 and id = $2', [at.partnershipId, remark.sheetId])
    : [];
  if (!remark || !sheet) return null;
  const { sheetId, field, text, displayName, partyId, partyOnly, mentions } = remark;
  const parties = (await programmeOf(tx, at.partnershipId))?.parties ?? [];
  const sitting = await sittingIn(tx, at.partnershipId, zones);
  const called = sitting.filter((person) => mentions.includes(person.personId) && mayBeCalled(person, sheet, partyOnly)).map(({ personId }) => personId);
  const party = parties.find(({ id }) => id === partyId)?.shortName ?? '';
  const settled = remark.resolvedAt !== null || sheet.state === 'WITHDRAWN';
  return { sheetId, title: sheet.title, field, text, author: displayName ?? '', party, isOver: settled, called };
}
