import { accepted, type Answer } from '#kernel';
import { attachmentsHeld, keepAttachment, roomForAttachment } from '#parties';
import { Work, type CheckedFile, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { notFound } from '../domain/refusals.js';
import { documentJoined, mayJoinDocument } from '../domain/sheet-documents.js';
import { handOf } from '../store/hand.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { worldOf } from '../views/programme.reader.js';

/** A document joined to a fiche technique by its author's party. Its bytes come by the files' own door, looked into already. */
@Injectable()
export class AttachToSheet {
  constructor(private readonly work: Work) {}

  /** Answers the document's id. */
  run(ctx: Ctx, { sheetId, file }: { readonly sheetId: string; readonly file: CheckedFile }): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const sheet = await lockSheet(tx, sheetId);
      if (!sheet) return notFound();
      const { partnershipId } = sheet;
      const party = mayJoinDocument(sheet, handOf(ctx, partnershipId), await worldOf(tx, partnershipId));
      if (party.refused) return party;
      const to = { partnershipId, subject: { kind: 'projectSheet', id: sheet.id }, partyId: party.value };
      const room = roomForAttachment(await attachmentsHeld(tx, to), file.bytes.length);
      if (room.refused) return room;
      const kept = await keepAttachment(tx, to, file);
      tx.tell(documentJoined(sheet, kept));
      return accepted(kept.id);
    });
  }
}
