import type { Subject } from '#kernel';
import { CheckedFile, keepBlob, loadBlob, type ReadTx, type Tx } from '#platform';
import type { Attachment } from '../domain/attachment.js';
import { AttachmentRow } from './attachment.entity.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an attachment is joined to, and in which partnership. */
export interface AttachedTo {
  readonly partnershipId: string;
  readonly subject: Subject;
}

/** How much is joined already: documents of the subject, bytes of the partnership. Asked under the subject's lock. */
export async function attachmentsHeld(tx: Tx, { partnershipId, subject }: AttachedTo): Promise<{ documents: number; bytes: number }> {
  const [held] = await tx.query<{ documents: string; bytes: string }>(
    `select count(*) filter (where subject_kind = $2 and subject_id = $3) as documents, coalesce(sum(size), 0) as bytes
     from attachment where partnership_id = $1 and removed_at is null`,
    [partnershipId, subject.kind, subject.id],
  );
  return { documents: Number(held?.documents ?? 0), bytes: Number(held?.bytes ?? 0) };
}

/** Keeps a file that was looked into, and who joined it. @throws Error when the file was made by hand: nothing unchecked is kept */
export async function keepAttachment(tx: Tx, to: AttachedTo & { readonly partyId: string }, file: CheckedFile): Promise<Attachment & { readonly size: number }> {
  const { partnershipId, subject, partyId } = to;
  const { name, contentType } = file;
  if (!CheckedFile.is(file)) throw new Error('a file that nobody looked into is not kept');
  const sha256 = await keepBlob(tx, { partnershipId, contentType, bytes: file.bytes });
  const personId = tx.ctx.actor?.personId ?? '';
  const row = { id: tx.newId(), personId, sha256, occurredAt: tx.now(), size: file.bytes.length };
  await tx.manager.insert(AttachmentRow, { partnershipId, subjectKind: subject.kind, subjectId: subject.id, partyId, name, contentType, recordedAt: tx.recordedAt(), removedAt: null, ...row });
  return row;
}

/** A document still joined, with what it is joined to; `null` when absent or not the viewer's. Lock its subject, then ask again before removing it. */
export async function attachmentAt(tx: ReadTx, id: string): Promise<(Attachment & AttachedTo) | null> {
  if (!uuid.test(id)) return null;
  const [row] = await tx.query<Attachment & { partnershipId: string; subjectKind: string; subjectId: string }>(
    `select partnership_id as "partnershipId", id, subject_kind as "subjectKind", subject_id as "subjectId", person_id as "personId", sha256, occurred_at as "occurredAt"
     from attachment where id = $1 and removed_at is null`,
    [id],
  );
  if (!row) return null;
  const { subjectKind: kind, subjectId, ...attachment } = row;
  return { ...attachment, subject: { kind, id: subjectId } };
}

/** Takes a document away from what it was joined to: its row stays, hidden. */
export async function removeAttachment(tx: Tx, { partnershipId, id }: { partnershipId: string; id: string }): Promise<void> {
  await tx.manager.update(AttachmentRow, { partnershipId, id }, { removedAt: tx.recordedAt() });
}

/** A document as it is given back. */
export interface AttachedFile {
  readonly name: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** The bytes of a document still joined; `null` when absent or not the viewer's to see (row-level security). */
export async function attachedFile(tx: ReadTx, id: string): Promise<AttachedFile | null> {
  const [row] = uuid.test(id)
    ? await tx.query<{ partnershipId: string; name: string; contentType: string; sha256: string }>(
        'select partnership_id as "partnershipId", name, content_type as "contentType", sha256 from attachment where id = $1 and removed_at is null',
        [id],
      )
    : [];
  const blob = row ? await loadBlob(tx, row.partnershipId, row.sha256) : null;
  return row && blob ? { name: row.name, contentType: row.contentType, sha256: row.sha256, bytes: blob.bytes } : null;
}
