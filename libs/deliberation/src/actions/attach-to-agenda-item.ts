import { accepted, Zones, type Answer } from '#kernel';
import { attachmentsHeld, keepAttachment, roomForAttachment } from '#parties';
import { Work, type CheckedFile, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { documentJoined, mayJoinToAgenda } from '../domain/agenda-documents.js';
import { notFound } from '../domain/refusals.js';
import { meetingOfItem } from '../store/agenda-item.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { atTheAgenda } from '../views/agenda-documents.reader.js';

/** A document joined to an item of the agenda by the host's coordinator. Its bytes come by the files' own door, looked into already. */
@Injectable()
export class AttachToAgendaItem {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  /** Answers the document's id. */
  run(ctx: Ctx, { agendaItemId, file }: { readonly agendaItemId: string; readonly file: CheckedFile }): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const meetingId = await meetingOfItem(tx, agendaItemId);
      const row = meetingId ? await lockMeeting(tx, meetingId) : null;
      if (!row) return notFound();
      const meeting = meetingOf(row, this.zones);
      const party = mayJoinToAgenda(meeting, await atTheAgenda(tx, row, this.zones));
      if (party.refused) return party;
      const to = { partnershipId: row.partnershipId, subject: { kind: 'agendaItem', id: agendaItemId }, partyId: party.value };
      const room = roomForAttachment(await attachmentsHeld(tx, to), file.bytes.length);
      if (room.refused) return room;
      const kept = await keepAttachment(tx, to, file);
      await touchMeeting(tx, row);
      tx.tell(documentJoined(meeting, { ...kept, agendaItemId }, tx.now()));
      return accepted(kept.id);
    });
  }
}
