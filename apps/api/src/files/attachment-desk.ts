import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AttachToAgendaItem } from '#deliberation';
import { refused, type Answer } from '#kernel';
import { CheckedFile, receiveUpload, UploadLimits, type Ctx } from '#platform';
import { AttachToSheet } from '#programme';

/** What a document may be joined to, as the rooms name it. */
export const attachable = ['projectSheet', 'agendaItem'] as const;
export interface Attachable {
  readonly kind: (typeof attachable)[number];
  readonly id: string;
}

/** A posted form, not yet read. */
export interface PostedForm {
  readonly body: Readable;
  readonly contentType: string;
}

/** Files held in memory at once, in one process; the others wait on the line, unread. */
const atOnce = 4;

/** A turn for each: nobody's file is read before a place is free. */
class Places {
  private free: number = atOnce;
  private readonly waiting: (() => void)[] = [];

  async hold<T>(act: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await act();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}

/** Where files come in: nothing of a stranger's is read, nothing unchecked is handed to a room. */
@Injectable()
export class AttachmentDesk {
  private readonly places = new Places();

  constructor(
    private readonly sheets: AttachToSheet,
    private readonly items: AttachToAgendaItem,
    private readonly limits: UploadLimits,
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
    return to.kind === 'projectSheet' ? this.sheets.run(once, { sheetId: to.id, file }) : this.items.run(once, { agendaItemId: to.id, file });
  }
}
