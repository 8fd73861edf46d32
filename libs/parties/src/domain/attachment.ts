import { accepted, refused, type Answer, type RuleSource } from '#kernel';

/** A document joined to something, as far as its rules need it. */
export interface Attachment {
  readonly id: string;
  readonly personId: string;
  readonly sha256: string;
  /** Instant (UTC, legal clock) it was joined. */
  readonly occurredAt: Date;
}

/** Our own bounds: documents of one subject, and bytes of one partnership altogether. */
export const attachmentLimits = { documents: 20, bytes: 2 * 1024 ** 3 } as const;

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Pièces jointes' };

/** Is there room for one more? Refused with ATTACHMENTS_TOO_MANY or ATTACHMENTS_TOO_HEAVY. */
export function roomForAttachment(held: { readonly documents: number; readonly bytes: number }, size: number): Answer<true> {
  if (held.documents >= attachmentLimits.documents) return refused('ATTACHMENTS_TOO_MANY', { maximum: attachmentLimits.documents }, source);
  return held.bytes + size > attachmentLimits.bytes ? refused('ATTACHMENTS_TOO_HEAVY', { gigabytes: attachmentLimits.bytes / 1024 ** 3 }, source) : accepted(true);
}

/**
 * May this person take the document back? Only who joined it, and only until it was shared: what others may have read stays.
 * `sharedAt` is the instant (UTC, legal clock) of the last sharing, `null` before. Refused with ATTACHMENT_OF_ANOTHER or ATTACHMENT_SHARED.
 */
export function mayTakeBack(attachment: Attachment, by: { readonly personId: string | null; readonly sharedAt: Date | null }): Answer<true> {
  if (attachment.personId !== by.personId) return refused('ATTACHMENT_OF_ANOTHER', {}, source);
  return by.sharedAt !== null && by.sharedAt >= attachment.occurredAt ? refused('ATTACHMENT_SHARED', {}, source) : accepted(true);
}
