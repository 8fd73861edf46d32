import { accepted, canonicalJson, Zones, type Answer } from '#kernel';
import { keepBlob, loadBlob, Press, sha256Hex, Work, type Ctx, type ReadTx, type StoredBlob } from '#platform';
import { Injectable } from '@nestjs/common';
import { renderSignedMinutes } from '../documents/minutes.document.js';
import type { LocalMoment, MinutesSignature, Said, SignedMinutes } from '../domain/minutes-document.js';
import { notFound } from '../domain/refusals.js';
import { interimActOf, liveVersion } from '../store/minutes.records.js';
import { MinutesStore, type SignatureLine } from '../store/minutes.store.js';
import { MinutesArchive, type LoadedMinutes } from '../views/minutes.archive.js';

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
    private readonly press: Press,
    private readonly zones: Zones,
  ) {}

  async run(ctx: Ctx, { minutesId, language }: PrintSignedMinutesInput): Promise<Answer<Sheet>> {
    const found = await this.work.read(ctx, (tx) => this.find(tx, { minutesId, language }));
    if (found.refused || 'bytes' in found.value) return found as Answer<Sheet>;
    const { partnershipId, signed, key } = found.value;
    const printed = await renderSignedMinutes(this.press, signed, language);
    if (printed.refused) return printed;
    const contentType = 'application/pdf';
    const kept = await this.work.run({ ...ctx, idempotencyKey: null }, async (tx) => accepted(await keepBlob(tx, { partnershipId, contentType, bytes: printed.value })));
    if (kept.refused) return kept;
    if (this.known.size >= 1_000) this.known.clear();
    this.known.set(key, kept.value);
    return accepted({ sha256: kept.value, contentType, bytes: Buffer.from(printed.value), number: signed.minutes.number ?? '' });
  }

  private async find(tx: ReadTx, { minutesId, language }: PrintSignedMinutesInput): Promise<Answer<Sheet | { partnershipId: string; signed: SignedMinutes; key: string }>> {
    const row = await this.store.find(tx, minutesId);
    const signed = row && this.signed(await this.archive.load(tx, row));
    if (!row || !signed) return notFound();
    const key = sha256Hex(canonicalJson({ language, signed }));
    const sha256 = this.known.get(key);
    const kept = sha256 ? await loadBlob(tx, row.partnershipId, sha256) : null;
    return accepted(kept ? { ...kept, number: row.number ?? '' } : { partnershipId: row.partnershipId, signed, key });
  }

  private signed(loaded: LoadedMinutes): SignedMinutes | null {
    const live = liveVersion(loaded);
    const signatures = loaded.signatures.filter(({ version }) => version === loaded.row.version);
    if (!live || signatures.length === 0) return null;
    const { executoryAt } = loaded.row;
    return {
      minutes: { ...live.content.record, contentHash: live.contentHash },
      pdfs: live.pdfs,
      signatures: signatures.map((line) => this.signature(line, loaded)),
      executoryAt: executoryAt ? this.archive.moments(executoryAt, loaded.sitting) : [],
    };
  }

  private signature(line: SignatureLine, { sitting }: LoadedMinutes): MinutesSignature {
    const { partyId, pdfSha256, place, office: fr, officeAr: ar, displayName, method, signedAt } = line;
    const party = sitting.committee.shownParties.find(({ id }) => id === partyId);
    if (!party) throw new Error(`party ${partyId} is out of reach`);
    const { date, time } = this.zones.civilAt(signedAt, party.territory.zone);
    const moment: LocalMoment = { city: { fr: party.shortName, ar: null }, date, time };
    const office: Said = { fr, ar };
    const named = displayName === fr ? { name: office, office: null } : { name: { fr: displayName, ar: null }, office };
    const act = interimActOf(line.statement);
    return { partyId, ...named, ...(act && { interim: act }), place: { fr: place, ar: null }, moment, method: method as MinutesSignature['method'], level: 'SIMPLE', pdfSha256 };
  }
}
