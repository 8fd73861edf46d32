import { mayView, type ReadTx } from '#platform';
import { mayTakeBack, type Attachment } from '../domain/attachment.js';
import type { AttachmentType } from './attachment.types.js';
import type { PartyType } from './parties.types.js';

/** A joined document as a line of the table, with the name of who joined it. */
export interface AttachmentLine extends Attachment {
  readonly partnershipId: string;
  readonly subjectId: string;
  readonly partyId: string;
  readonly displayName: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** Documents joined to these subjects of one kind that the reader may see, oldest first. One statement. */
export const attachmentsOf = (tx: ReadTx, kind: string, subjectIds: readonly string[]): Promise<AttachmentLine[]> =>
  tx.query<AttachmentLine>(
    `select attachment.partnership_id as "partnershipId", attachment.id, subject_id as "subjectId", party_id as "partyId", person_id as "personId", display_name as "displayName",
            name, content_type as "contentType", sha256, size, occurred_at as "occurredAt"
     from attachment left join person on person.id = attachment.person_id
     where subject_kind = $1 and subject_id = any ($2::uuid[]) and removed_at is null order by occurred_at, attachment.id`,
    [kind, [...subjectIds]],
  );

/** A document as shown; `sharedAt` is when its subject was last shared. @throws Error when its party is not of the partnership: the foreign key forbids it */
export function attachmentView(tx: ReadTx, line: AttachmentLine, of: { readonly parties: readonly PartyType[]; readonly sharedAt: Date | null }): AttachmentType {
  const { id, name, contentType, size, sha256, personId, occurredAt: attachedAt } = line;
  const party = of.parties.find((candidate) => candidate.id === line.partyId);
  if (!party) throw new Error(`party ${line.partyId} is out of reach`);
  const viewerMayRemove = mayView(mayTakeBack(line, { personId: tx.ctx.actor?.personId ?? null, sharedAt: of.sharedAt }));
  return { id, name, contentType, size, sha256, party, person: { id: personId, displayName: line.displayName ?? '' }, attachedAt, url: `/files/attachments/${id}`, viewerMayRemove };
}
