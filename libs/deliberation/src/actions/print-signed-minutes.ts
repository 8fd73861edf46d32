import { accepted, canonicalJson, type Answer } from '#kernel';
import { keepBlob, loadBlob, Press, sha256Hex, Work, type Ctx, type ReadTx, type StoredBlob } from '#platform';
import { Injectable } from '@nestjs/common';
import { renderSignedMinutes } from '../documents/minutes.document.js';
import type { SignedMinutes } from '../domain/minutes-document.js';
import { notFound } from '../domain/refusals.js';
import { MinutesStore } from '../store/minutes.store.js';
import { registerCopy } from '../store/printed-copy.store.js';
import { MinutesArchive } from '../views/minutes.archive.js';
import { SignedMinutesReader } from '../views/signed-minutes.reader.js';

/** The printed sheet, and the number of its minutes. */
type Sheet = StoredBlob & { readonly number: string };

export interface PrintSignedMinutesInput {
  readonly minutesId: string;
  readonly language: 'fr' | 'ar';
}

/**
 * The sheet of signatures of the version that carries them. Printed at the first demand and kept as a blob: the same signatures give the
 * same bytes, so a process that does not know them yet prints them again and finds them kept.
 * Refused: NOT_FOUND (absent, foreign, unsigned), or as the press refuses.
 */
@Injectable()
export class PrintSignedMinutes {
  /** SHA-256 of what is printed → SHA-256 of the PDF. */
  private readonly known = new Map<string, string>();

  constructor(
    private readonly work: Work,
    private readonly store: MinutesStore,
    private readonly archive: MinutesArchive,
    private readonly reader: SignedMinutesReader,
    private readonly press: Press,
  ) {}

  async run(ctx: Ctx, { minutesId, language }: PrintSignedMinutesInput): Promise<Answer<Sheet>> {
    const found = await this.work.read(ctx, (tx) => this.find(tx, { minutesId, language }));
    if (found.refused || 'bytes' in found.value) return found as Answer<Sheet>;
    const { partnershipId, signed, key } = found.value;
    const { version } = signed.minutes;
    const printed = await renderSignedMinutes(this.press, signed, language);
    if (printed.refused) return printed;
    const contentType = 'application/pdf';
    const kept = await this.work.run({ ...ctx, idempotencyKey: null }, async (tx) => {
      const sha256 = await keepBlob(tx, { partnershipId, contentType, bytes: printed.value });
      await registerCopy(tx, { partnershipId, minutesId, version, kind: 'SIGNATURES', language, sha256 });
      return accepted(sha256);
    });
    if (kept.refused) return kept;
    if (this.known.size >= 1_000) this.known.clear();
    this.known.set(key, kept.value);
    return accepted({ sha256: kept.value, contentType, bytes: Buffer.from(printed.value), number: signed.minutes.number ?? '' });
  }

  private async find(tx: ReadTx, { minutesId, language }: PrintSignedMinutesInput): Promise<Answer<Sheet | { partnershipId: string; signed: SignedMinutes; key: string }>> {
    const row = await this.store.find(tx, minutesId);
    const signed = row && this.reader.signed(await this.archive.load(tx, row));
    if (!row || !signed) return notFound();
    const key = sha256Hex(canonicalJson({ language, signed }));
    const sha256 = this.known.get(key);
    const kept = sha256 ? await loadBlob(tx, row.partnershipId, sha256) : null;
    return accepted(kept ? { ...kept, number: row.number ?? '' } : { partnershipId: row.partnershipId, signed, key });
  }
}
