import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AttachToResolution } from '#agreement';
import { AttachToAgendaItem, AttachToPaperMinutes } from '#deliberation';
import { refused, type Answer } from '#kernel';
import { CheckedFile, receiveUpload, UploadLimits, type Ctx } from '#platform';
import { AttachToSheet } from '#programme';
import { AttachToMandate } from '#parties';
import { Places } from './places.js';

/** What a document may be joined to, as the rooms name it. */
export const attachable = ['projectSheet', 'agendaItem', 'councilResolution', 'mandate', 'paperMinutes'] as const;
export interface Attachable {
  readonly kind: (typeof attachable)[number];
  readonly id: string;
}

/** A posted form, not yet read. */
export interface PostedForm {
  readonly body: Readable;
  readonly contentType: string;
}

/** Where files come in: nothing of a stranger's is read, nothing unchecked is handed to a room. */
@Injectable()
export class AttachmentDesk {
  constructor(
    private readonly sheets: AttachToSheet,
    private readonly items: AttachToAgendaItem,
    private readonly resolutions: AttachToResolution,
    private readonly mandates: AttachToMandate,
    private readonly papers: AttachToPaperMinutes,
    private readonly limits: UploadLimits,
    private readonly places: Places,
  ) {}

  /** Answers the document's id. Refused with SIGN_IN_REQUIRED before a byte is read, then as the form, the file and the room say. */
  async take(ctx: Ctx, to: Attachable, form: PostedForm): Promise<Answer<string>> {
    if (!ctx.actor) return refused('SIGN_IN_REQUIRED');
    return this.places.hold(() => this.read(ctx, to, form));
  }

  private async read(ctx: Ctx, to: Attachable, { body, contentType }: PostedForm): Promise<Answer<string>> {
    const received = await receiveUpload(body, contentType, this.limits);
    if (received.refused) return received;
    const { file: sent, fields } = received.value;
    const checked = await CheckedFile.check(sent, this.limits);
    if (checked.refused) return checked;
    const key = fields.get('idempotencyKey') ?? ctx.idempotencyKey;
    const requestHash = createHash('sha256').update(`${to.kind} ${to.id} ${sent.name}\n`).update(sent.bytes).digest('hex');
    const once: Ctx = { ...ctx, idempotencyKey: key && key.length <= 200 ? key : null, requestHash };
    const file = checked.value;
    if (to.kind === 'projectSheet') return this.sheets.run(once, { sheetId: to.id, file });
    if (to.kind === 'paperMinutes') return this.papers.run(once, { paperId: to.id, file });
    if (to.kind === 'mandate') return this.mandates.run(once, { mandateId: to.id, file });
    return to.kind === 'agendaItem' ? this.items.run(once, { agendaItemId: to.id, file }) : this.resolutions.run(once, { resolutionId: to.id, file });
  }
}
