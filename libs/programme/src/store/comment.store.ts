import type { ReadTx, Tx } from '#platform';
import type { SheetComment } from '../domain/comment.js';
import { SheetCommentRow } from './sheet-history.entity.js';
import { isUuid } from './uuid.js';

/** A remark with who wrote it. */
export interface CommentLine extends SheetComment {
  readonly displayName: string | null;
  readonly writtenAt: Date;
}

const commentLines = `
  select remark.id, remark.sheet_id as "sheetId", remark.answers_id as "answersId", remark.field, remark.text, remark.party_id as "partyId", remark.person_id as "personId",
    remark.party_only as "partyOnly", remark.version, remark.mentions, remark.written_at as "writtenAt", remark.resolved_at as "resolvedAt", person.display_name as "displayName"
  from sheet_comment remark left join person on person.id = remark.person_id`;

/** Every remark of a sheet that is open to the reader, oldest first. */
export const commentsOf = (tx: ReadTx, { partnershipId, id }: { partnershipId: string; id: string }): Promise<CommentLine[]> =>
  tx.query<CommentLine>(`${commentLines} where remark.partnership_id = $1 and remark.sheet_id = $2 order by remark.written_at, remark.id`, [partnershipId, id]);

/** One remark; `null` when absent or not the reader's to see. */
export async function commentById(tx: ReadTx, id: string): Promise<CommentLine | null> {
  if (!isUuid(id)) return null;
  const [line] = await tx.query<CommentLine>(`${commentLines} where remark.id = $1`, [id]);
  return line ?? null;
}

export async function insertComment(tx: Tx, partnershipId: string, comment: SheetComment): Promise<void> {
  await tx.manager.insert(SheetCommentRow, { partnershipId, ...comment, mentions: [...comment.mentions], writtenAt: tx.now() });
}

/** Settles a remark, or opens it again. */
export async function settleComment(tx: Tx, { partnershipId, id, settled }: { partnershipId: string; id: string; settled: boolean }): Promise<void> {
  await tx.manager.update(SheetCommentRow, { partnershipId, id }, settled ? { resolvedAt: tx.now(), resolvedBy: tx.ctx.actor?.personId ?? null } : { resolvedAt: null, resolvedBy: null });
}
