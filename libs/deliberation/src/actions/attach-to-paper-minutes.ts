import { accepted, type Answer } from '#kernel';
import { attachmentsHeld, keepAttachment, roomForAttachment } from '#parties';
import { Work, type CheckedFile, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { told } from '../domain/facts.js';
import { mayChange } from '../domain/paper-minutes.js';
import { paperScanExpected } from '../domain/refusals.js';
import { PaperDesk } from '../views/paper-minutes.desk.js';
import { paperSubject } from '../views/paper-minutes.reader.js';

/** What a scanner makes. */
const scans: readonly string[] = ['pdf', 'png', 'jpeg'];

/** The scan of a paper, joined by the side that enters it, before it is confirmed. The one joined last is the one that counts. */
@Injectable()
export class AttachToPaperMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: PaperDesk,
  ) {}

  /** Answers the document's id. */
  run(ctx: Ctx, { paperId, file }: { readonly paperId: string; readonly file: CheckedFile }): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, paperId);
      if (taken.refused) return taken;
      const { paper, hand } = taken.value;
      const may = mayChange(paper, hand);
      if (may.refused) return may;
      if (!scans.includes(file.kind)) return paperScanExpected(file.name);
      const { partnershipId, enteredParty: partyId } = paper;
      const subject = { kind: paperSubject, id: paperId };
      const to = { partnershipId, subject, partyId };
      const room = roomForAttachment(await attachmentsHeld(tx, to), file.bytes.length);
      if (room.refused) return room;
      const { id: attachmentId, sha256, size } = await keepAttachment(tx, to, file);
      tx.tell(told('PaperScanAttached', { partnershipId, subject }, { attachmentId, sha256, size, at: tx.now().toISOString() }));
      return accepted(attachmentId);
    });
  }
}
