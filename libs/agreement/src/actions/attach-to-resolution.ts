import { accepted, refused, type Answer } from '#kernel';
import { attachmentsHeld, keepAttachment, roomForAttachment } from '#parties';
import { Work, type CheckedFile, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { entriesOf } from '../domain/register.js';
import { agreementOfEntry } from '../store/life.store.js';
import { LifeDesk } from '../views/life.desk.js';
import { resolutionSubject } from '../views/life.reader.js';

/** The file of a council's resolution, joined by the coordination that registers it. Its bytes come by the files' own door, looked into already. */
@Injectable()
export class AttachToResolution {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
  ) {}

  /** Answers the document's id. */
  run(ctx: Ctx, { resolutionId, file }: { readonly resolutionId: string; readonly file: CheckedFile }): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const agreementId = await agreementOfEntry(tx, resolutionId);
      const opened = agreementId ? await this.desk.open(tx, agreementId, null) : refused('NOT_FOUND');
      if (opened.refused) return opened;
      const { agreement, facts } = opened.value;
      const resolution = entriesOf(facts.entries, 'RESOLUTION').find(({ id }) => id === resolutionId);
      const mine = resolution && ctx.actor?.partyIds.includes(resolution.partyId ?? '') ? resolution.partyId : null;
      if (!resolution || !mine) return refused('NOT_FOUND');
      const { partnershipId } = agreement;
      const to = { partnershipId, subject: { kind: resolutionSubject, id: resolutionId }, partyId: mine };
      const room = roomForAttachment(await attachmentsHeld(tx, to), file.bytes.length);
      if (room.refused) return room;
      const { id, sha256, size } = await keepAttachment(tx, to, file);
      tx.tell({ kind: 'ResolutionDocumentAttached', partnershipId, subject: { kind: 'lifeEntry', id: resolutionId }, data: { attachmentId: id, sha256, size } });
      return accepted(id);
    });
  }
}
