import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AttachToResolution } from '#agreement';
import { AttachToAgendaItem, AttachToPaperMinutes, BringHandSignature } from '#deliberation';
import { refused, type Answer } from '#kernel';
import { CheckedFile, receiveUpload, UploadLimits, type Ctx } from '#platform';
import { AttachToSheet } from '#programme';
import { AttachToMandate } from '#parties';
import { Places } from './places.js';

/** What a document may be joined to, as the rooms name it. */
export const attachable = ['projectSheet', 'agendaItem', 'councilResolution', 'mandate', 'paperMinutes', 'handSignature'] as const;
export interface Attachable {
  readonly kind: (typeof attachable)[number];
  readonly id: string;
}

/** What became of a posted form; refused, with everything that was written beside the file. */
export interface Taken {
  readonly answer: Answer<string>;
  readonly fields: ReadonlyMap<string, string>;
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
    private readonly hands: BringHandSignature,
    private readonly limits: UploadLimits,
    private readonly places: Places,
  ) {}

  /** Answers the document's id. Refused with SIGN_IN_REQUIRED before a byte is read, then as the form, the file and the room say. */
  async take(ctx: Ctx, to: Attachable, form: PostedForm): Promise<Taken> {
    if (!ctx.actor) return { answer: refused('SIGN_IN_REQUIRED'), fields: new Map() };
    return this.places.hold(() => this.read(ctx, to, form));
  }

  private async read(ctx: Ctx, to: Attachable, { body, contentType }: PostedForm): Promise<Taken> {
    const received = await receiveUpload(body, contentType, this.limits);
    if (received.refused) return { answer: received, fields: new Map() };
    const { file: sent, fields } = received.value;
    const checked = await CheckedFile.check(sent, this.limits);
    if (checked.refused) return { answer: checked, fields };
    const key = fields.get('idempotencyKey') ?? ctx.idempotencyKey;
    const [place, signedOn] = [fields.get('place') ?? '', fields.get('signedOn') ?? ''];
    const requestHash = createHash('sha256').update(`${to.kind} ${to.id} ${sent.name}\n${signedOn}${place}\n`).update(sent.bytes).digest('hex');
    const once: Ctx = { ...ctx, idempotencyKey: key && key.length <= 200 ? key : null, requestHash };
    return { answer: await this.hand(once, to, { file: checked.value, place, signedOn }), fields };
  }

  /** To the room that knows what it is joined to. */
  private hand(once: Ctx, to: Attachable, { file, place, signedOn }: { readonly file: CheckedFile; readonly place: string; readonly signedOn: string }): Promise<Answer<string>> {
    if (to.kind === 'handSignature') return this.hands.run(once, { minutesId: to.id, file, place, signedOn });
    if (to.kind === 'projectSheet') return this.sheets.run(once, { sheetId: to.id, file });
    if (to.kind === 'paperMinutes') return this.papers.run(once, { paperId: to.id, file });
    if (to.kind === 'mandate') return this.mandates.run(once, { mandateId: to.id, file });
    return to.kind === 'agendaItem' ? this.items.run(once, { agendaItemId: to.id, file }) : this.resolutions.run(once, { resolutionId: to.id, file });
  }
}
