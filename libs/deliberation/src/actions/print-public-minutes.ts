import { accepted, canonicalJson, Zones, type Answer, type RuleSource } from '#kernel';
import { DemoMode, Press, sha256Hex, Work, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { renderPublicCopy } from '../documents/minutes.document.js';
import type { LocalMoment, MinutesSignature, PrintedSource, PublicCopy, Said } from '../domain/minutes-document.js';
import { notFound } from '../domain/refusals.js';
import { say } from '#phrases';
import { registerPrinted, type PrintedPdf } from '../store/printed-copy.store.js';
import { countryNames } from '../views/minutes-record.js';
import { MinutesAddress } from '../views/minutes-address.js';
import { PublicRecordReader, type PublicRecord } from '../views/public-record.reader.js';

export type { PrintedPdf } from '../store/printed-copy.store.js';

/** Minutes of a meeting held here: those of a paper (« repris ») have no copy of ours. */
type HeldHere = PublicRecord & { readonly line: { readonly openedAt: Date; readonly closedAt: Date } };
const isHeldHere = (record: PublicRecord): record is HeldHere => record.line.openedAt !== null && record.line.closedAt !== null;

/** Copies kept in memory: about 100 kB each. */
const keptCopies = 128;

const inFrench = (fr: string): Said => ({ fr, ar: null });
const printed = (source: RuleSource): PrintedSource =>
  source.kind === 'PRODUCT_DEFAULT' ? { reference: say('fr', 'minutes.partnershipSetting'), quote: null } : { reference: source.reference, quote: source.quote ?? null };

/**
 * The public copy of executory minutes: what was decided, signed by which office, under which hash; no name, vote or debate (domain.md C5 Q23).
 * Read as the public reads, whoever asks. Each is printed once in this process: strangers asking at the same moment share one print.
 * Refused: NOT_FOUND (absent, not executory), or as the press refuses.
 */
@Injectable()
export class PrintPublicMinutes {
  private readonly copies = new Map<string, Promise<Answer<PrintedPdf>>>();

  constructor(
    private readonly work: Work,
    private readonly reader: PublicRecordReader,
    private readonly press: Press,
    private readonly zones: Zones,
    private readonly address: MinutesAddress,
    private readonly demo: DemoMode,
  ) {}

  async run(ctx: Ctx, { minutesId, language }: { minutesId: string; language: 'fr' | 'ar' }): Promise<Answer<PrintedPdf>> {
    const [record] = await this.work.read({ ...ctx, actor: null, audience: 'PUBLIC' }, (tx) => this.reader.records(tx, { id: minutesId }));
    if (!record || !isHeldHere(record)) return notFound();
    const copy = this.copyOf(record);
    const key = sha256Hex(canonicalJson({ language, copy }));
    const known = this.copies.get(key) ?? this.print(ctx, { record, copy, language });
    if (this.copies.size >= keptCopies) this.copies.clear();
    this.copies.set(key, known);
    const answer = await known.catch((error: unknown) => {
      this.copies.delete(key);
      throw error;
    });
    if (answer.refused) this.copies.delete(key);
    return answer;
  }

  /** Printed, and registered before anybody has it: whoever verifies the copy later finds its bytes known. */
  private async print(ctx: Ctx, { record: { line }, copy, language }: { record: HeldHere; copy: PublicCopy; language: 'fr' | 'ar' }): Promise<Answer<PrintedPdf>> {
    const answer = await renderPublicCopy(this.press, copy, language);
    if (answer.refused) return answer;
    const bytes = Buffer.from(answer.value);
    const sha256 = sha256Hex(bytes);
    const { partnershipId, id: minutesId, version } = line;
    const registered = await registerPrinted(this.work, { ...ctx, actor: null, audience: 'PUBLIC' }, { partnershipId, minutesId, version, kind: 'PUBLIC_COPY', language, sha256 });
    return registered.refused ? registered : accepted({ number: copy.number ?? '', sha256, bytes });
  }

  private copyOf(record: HeldHere): PublicCopy {
    const { line, partnership, parties, decisions, signatures, clauses } = record;
    return {
      number: line.number,
      version: line.version,
      partnership: inFrench(partnership.name),
      agreement: inFrench(partnership.agreement ?? ''),
      parties: parties.map(({ id, organisation, shortName, territory }) => ({ id, name: inFrench(organisation), shortName: inFrench(shortName), country: countryNames(territory.country) })),
      meeting: {
        kind: line.kind, mode: line.mode, place: inFrench(line.place), hostPartyId: line.hostPartyId, convokedOn: null, presidents: [], secretary: null,
        opened: this.moments(line.openedAt, record),
        closed: this.moments(line.closedAt, record),
      },
      decisions: decisions.map(({ title, text, textHash }, index) => ({ number: String(index + 1), title: inFrench(title), text: inFrench(text), textHash, adopted: true, ballots: [], annexes: [] })),
      signatures: signatures.map((signature) => this.signature(signature, record)),
      executoryAt: this.moments(line.executoryAt, record),
      executoryClause: printed(clauses.executory),
      languageClause: printed(clauses.languages),
      contentHash: line.contentHash,
      signedPdf: signatures[0]?.pdfSha256 ?? null,
      verificationUrl: `${this.address.publicUrl}/verify`,
      demo: this.demo.on,
    };
  }

  private signature({ partyId, office: fr, officeAr: ar, place, signedAt, method, pdfSha256 }: PublicRecord['signatures'][number], { parties }: PublicRecord): MinutesSignature {
    const [moment] = this.moments(signedAt, { parties: parties.filter(({ id }) => id === partyId), line: { hostPartyId: partyId } });
    if (!moment) throw new Error(`party ${partyId} is out of reach`);
    return { partyId, name: null, office: { fr, ar }, place: inFrench(place), moment, method, level: 'SIMPLE', pdfSha256 };
  }

  /** An instant as each party's city lived it, the host's first. */
  private moments(instant: Date, { parties, line }: { parties: PublicRecord['parties']; line: { hostPartyId: string } }): LocalMoment[] {
    const ordered = [...parties.filter(({ id }) => id === line.hostPartyId), ...parties.filter(({ id }) => id !== line.hostPartyId)];
    return ordered.map(({ shortName, territory }) => {
      const { date, time } = this.zones.civilAt(instant, territory.zone);
      return { city: inFrench(shortName), date, time };
    });
  }
}
