import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refused, type Answer } from '#kernel';
import { CheckedFile, receiveUpload, UploadLimits, type Ctx } from '#platform';
import { ImportSheet, ReadPlanFile, RefillSheet } from '#programme';
import type { PostedForm } from './attachment-desk.js';
import { Places } from './places.js';

/** What a file of Word or Excel may become: a new fiche of a partnership, the words of a fiche, a table to look at before it is taken. */
export const officeKinds = ['newSheet', 'sheet', 'planTable'] as const;
export interface OfficeTarget {
  readonly kind: (typeof officeKinds)[number];
  /** The partnership's id or, for `sheet`, the fiche's. */
  readonly id: string;
}

/** Where files of Word and Excel come in to be read: looked into like any file, then handed to the room that understands them. */
@Injectable()
export class OfficeDesk {
  constructor(
    private readonly importSheet: ImportSheet,
    private readonly refillSheet: RefillSheet,
    private readonly readPlanFile: ReadPlanFile,
    private readonly limits: UploadLimits,
    private readonly places: Places,
  ) {}

  /** Answers the fiche's id, or the table as a text. Refused with SIGN_IN_REQUIRED before a byte is read, then as the form, the file and the room say. */
  async take(ctx: Ctx, to: OfficeTarget, form: PostedForm): Promise<Answer<string>> {
    if (!ctx.actor) return refused('SIGN_IN_REQUIRED');
    return this.places.hold(() => this.read(ctx, to, form));
  }

  private async read(ctx: Ctx, to: OfficeTarget, { body, contentType }: PostedForm): Promise<Answer<string>> {
    const received = await receiveUpload(body, contentType, this.limits);
    if (received.refused) return received;
    const { file: sent, fields } = received.value;
    const checked = await CheckedFile.check(sent, this.limits);
    if (checked.refused) return checked;
    const file = checked.value;
    if (to.kind === 'planTable') return this.readPlanFile.run(file);
    const key = fields.get('idempotencyKey') ?? ctx.idempotencyKey;
    const evenOlder = fields.get('evenOlder') === 'yes';
    const requestHash = createHash('sha256').update(`${to.kind} ${to.id} ${fields.get('year')} ${evenOlder} ${sent.name}\n`).update(sent.bytes).digest('hex');
    const once: Ctx = { ...ctx, idempotencyKey: key && key.length <= 200 ? key : null, requestHash };
    if (to.kind === 'sheet') return this.refillSheet.run(once, { sheetId: to.id, file, evenOlder });
    return this.importSheet.run(once, { partnershipId: to.id, year: Number(fields.get('year')) || 0, file });
  }
}
