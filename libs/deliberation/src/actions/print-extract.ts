import { accepted, type Answer } from '#kernel';
import { Press, sha256Hex, Work, type Ctx, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { renderExtract } from '../documents/minutes.document.js';
import type { MinutesDecision, SignedMinutes } from '../domain/minutes-document.js';
import { notFound } from '../domain/refusals.js';
import { MinutesStore } from '../store/minutes.store.js';
import { registerPrinted, type PrintedPdf } from '../store/printed-copy.store.js';
import { MinutesArchive } from '../views/minutes.archive.js';
import { SignedMinutesReader } from '../views/signed-minutes.reader.js';

export interface PrintExtractInput {
  readonly minutesId: string;
  /** The decision's number in its minutes: « 1 », « 2 ». */
  readonly number: string;
}

interface Cut {
  readonly partnershipId: string;
  readonly signed: SignedMinutes;
  readonly decision: MinutesDecision;
}

/**
 * One decision of executory minutes, as a true extract for whoever must be shown that one alone: a bank, a State, a partner. It is the
 * members' to hand out, and its bytes are registered.
 * Refused: NOT_FOUND (absent, foreign, not executory, no such decision), or as the press refuses.
 */
@Injectable()
export class PrintExtract {
  constructor(
    private readonly work: Work,
    private readonly store: MinutesStore,
    private readonly archive: MinutesArchive,
    private readonly reader: SignedMinutesReader,
    private readonly press: Press,
  ) {}

  async run(ctx: Ctx, { minutesId, number }: PrintExtractInput): Promise<Answer<PrintedPdf>> {
    const found = await this.work.read(ctx, (tx) => this.cut(tx, { minutesId, number }));
    if (found.refused) return found;
    const { partnershipId, signed } = found.value;
    const printed = await renderExtract(this.press, found.value);
    if (printed.refused) return printed;
    const sha256 = sha256Hex(printed.value);
    const { version } = signed.minutes;
    const registered = await registerPrinted(this.work, ctx, { partnershipId, minutesId, version, kind: 'EXTRACT', language: 'fr', sha256 });
    return registered.refused ? registered : accepted({ number: signed.minutes.number ?? '', sha256, bytes: Buffer.from(printed.value) });
  }

  private async cut(tx: ReadTx, { minutesId, number }: PrintExtractInput): Promise<Answer<Cut>> {
    const row = await this.store.find(tx, minutesId);
    const signed = row?.executoryAt ? this.reader.signed(await this.archive.load(tx, row)) : null;
    const decision = signed?.minutes.decisions.find((one) => one.number === number);
    return row && signed && decision ? accepted({ partnershipId: row.partnershipId, signed, decision }) : notFound();
  }
}
