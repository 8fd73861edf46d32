import { accepted, refused, type Answer } from '#kernel';
import { Work, type CheckedFile, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { desksOf, mayCompose } from '../domain/desk.js';
import { roomForAttachment } from '../domain/attachment.js';
import { mandateSubject, mayAttachAct } from '../domain/mandate.js';
import { attachmentsHeld, keepAttachment } from '../store/attachment.store.js';
import { interimOf, lockMandate } from '../store/mandate.store.js';

/** The act that gives an interim, joined by the coordination of its party: until it is, the interim signs nothing (AT-24). */
@Injectable()
export class AttachToMandate {
  constructor(private readonly work: Work) {}

  /** Answers the document's id. Refused: NOT_FOUND, OWN_PARTY_ONLY, NOT_AN_INTERIM, and as the room for documents says. */
  run(ctx: Ctx, { mandateId, file }: { readonly mandateId: string; readonly file: CheckedFile }): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const mandate = await lockMandate(tx, mandateId);
      const desks = mandate && ctx.actor ? desksOf(ctx.actor, mandate.partnershipId) : [];
      if (!mandate || desks.length === 0) return refused('NOT_FOUND');
      const { partnershipId, partyId } = mandate;
      const desk = mayCompose(desks, partyId);
      if (desk.refused) return desk;
      const interim = mayAttachAct(await interimOf(tx, mandate));
      if (interim.refused) return interim;
      const to = { partnershipId, subject: { kind: mandateSubject, id: mandateId }, partyId };
      const room = roomForAttachment(await attachmentsHeld(tx, to), file.bytes.length);
      if (room.refused) return room;
      const { id, sha256, size } = await keepAttachment(tx, to, file);
      tx.tell({ kind: 'InterimActAttached', partnershipId, subject: { kind: mandateSubject, id: mandateId }, data: { attachmentId: id, sha256, size } });
      return accepted(id);
    });
  }
}
