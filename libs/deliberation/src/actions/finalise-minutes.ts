import { accepted, canonicalJson, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, keepBlob, Press, sha256Hex, Work, type Ctx, type GraphqlRequest, type ReadTx, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { renderMinutes } from '../documents/minutes.document.js';
import { assignNumber, finalise } from '../domain/finalising.js';
import type { Minutes } from '../domain/minutes.js';
import { contentOf } from '../domain/minutes-content.js';
import { readyToFinalise } from '../domain/observations.js';
import { noteMinuted } from '../domain/sitting.js';
import { observationsOf } from '../store/minutes-observation.store.js';
import { keepMeeting, lockMeeting, meetingOf } from '../store/meeting.store.js';
import { MinutesStore, type PdfHashes, type SealedContent } from '../store/minutes.store.js';
import { MinutesArchive, type LoadedMinutes } from '../views/minutes.archive.js';
import { MinutesDesk, type MinutesCase } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class FinaliseMinutesInput {
  @Field(() => ID) minutesId: string;
}

export const FinaliseMinutesAnswer = answerUnion('FinaliseMinutesAnswer', () => MinutesType);
allow('Mutation.finaliseMinutes', ['COORDINATOR', 'CO_PRESIDENT']);

/** What is about to be sealed. */
interface Edition {
  readonly minutes: Minutes;
  readonly content: SealedContent;
  readonly contentHash: string;
}

interface Printed {
  readonly contentHash: string;
  readonly pdfs: Answer<{ readonly fr: Uint8Array; readonly ar: Uint8Array }>;
}

/**
 * REVIEW → FINAL: number, content hash and both PDFs, in one transaction. The PDFs are printed before the lock and kept if the content
 * is still the one printed; otherwise they are printed again under the lock.
 * Refused: FRENCH_VERSION_MISSING (Art. 8), OBSERVATIONS_UNANSWERED, MINUTES_STATE_FORBIDS, CO_PRESIDENT_MISSING, and what the press refuses.
 */
@Resolver()
export class FinaliseMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly archive: MinutesArchive,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
    private readonly press: Press,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => FinaliseMinutesAnswer)
  async finaliseMinutes(@Args('input') input: FinaliseMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  async run(ctx: Ctx, { minutesId }: FinaliseMinutesInput): Promise<Answer<string>> {
    const foreseen = await this.work.read(ctx, (tx) => this.foresee(tx, minutesId));
    const printed = foreseen && (await this.print(foreseen));
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.takeAsSteward(tx, minutesId);
      return taken.refused ? taken : this.seal(tx, taken.value, printed);
    });
  }

  /** The edition as it stands before the lock; `null` when there is none: the act itself will say why. */
  private async foresee(tx: ReadTx, minutesId: string): Promise<Edition | null> {
    const row = await this.store.find(tx, minutesId);
    const loaded = row && (await this.archive.load(tx, row));
    const edition = loaded && (await this.edition(tx, loaded));
    return edition && !edition.refused ? edition.value : null;
  }

  /** The numbered minutes, what is hashed of them, and the hash. */
  private async edition(tx: ReadTx, loaded: LoadedMinutes): Promise<Answer<Edition>> {
    const year = Number(loaded.sitting.row.civilDate.slice(0, 4));
    const sequence = await this.store.nextSequence(tx, loaded.row.partnershipId, year);
    const numbered = assignNumber(loaded.minutes, { year, sequence }, loaded.sitting.committee.rules);
    if (numbered.refused) return numbered;
    const minutes = numbered.value;
    const record = await this.archive.record(tx, { ...loaded, minutes }, tx.now());
    const content: SealedContent = { ...contentOf(minutes), record };
    return accepted({ minutes, content, contentHash: sha256Hex(canonicalJson(content)) });
  }

  private async print({ content, contentHash }: Edition): Promise<Printed> {
    const document = { ...content.record, contentHash };
    const fr = await renderMinutes(this.press, document, 'fr');
    if (fr.refused) return { contentHash, pdfs: fr };
    const ar = await renderMinutes(this.press, document, 'ar');
    return { contentHash, pdfs: ar.refused ? ar : accepted({ fr: fr.value, ar: ar.value }) };
  }

  private async seal(tx: Tx, { loaded, committee }: MinutesCase, printed: Printed | null): Promise<Answer<string>> {
    const { row } = loaded;
    const heard = readyToFinalise(await observationsOf(tx, row.id));
    if (heard.refused) return heard;
    await this.store.lockNumbers(tx, row.partnershipId);
    const edition = await this.edition(tx, loaded);
    if (edition.refused) return edition;
    const { minutes, content, contentHash } = edition.value;
    const { pdfs: bytes } = printed?.contentHash === contentHash ? printed : await this.print(edition.value);
    if (bytes.refused) return bytes;
    const pdfs = { fr: sha256Hex(bytes.value.fr), ar: sha256Hex(bytes.value.ar) };
    const at = tx.now();
    const sealed = finalise(minutes, { contentHash, pdfSha256: pdfs.fr, seats: committee.seats, at }, committee.rules);
    if (sealed.refused) return sealed;
    const { state, facts } = sealed.value;
    await this.store.keep(tx, row, { state });
    await this.store.addVersion(tx, state, { content, contentHash, pdfs, finalisedAt: at });
    await this.keepPdfs(tx, row.partnershipId, { bytes: bytes.value, pdfs });
    tx.tell(...facts);
    return this.noteMinuted(tx, state);
  }

  private async keepPdfs(tx: Tx, partnershipId: string, { bytes, pdfs }: { bytes: Readonly<Record<keyof PdfHashes, Uint8Array>>; pdfs: PdfHashes }): Promise<void> {
    for (const language of ['fr', 'ar'] as const) {
      const kept = await keepBlob(tx, { partnershipId, contentType: 'application/pdf', bytes: bytes[language] });
      if (kept !== pdfs[language]) throw new Error(`the ${language} PDF is not the one that was hashed`);
    }
  }

  /** The meeting has its PV; a later version is no news to it. */
  private async noteMinuted(tx: Tx, { id, meetingId }: Minutes): Promise<Answer<string>> {
    const row = await lockMeeting(tx, meetingId);
    if (!row) throw new Error(`meeting ${meetingId} is out of reach`);
    const noted = noteMinuted(meetingOf(row, this.zones), { minutesId: id, at: tx.now() });
    if (noted.refused) return noted;
    if (noted.value.facts.length > 0) await keepMeeting(tx, row, { state: noted.value.state });
    tx.tell(...noted.value.facts);
    return accepted(id);
  }
}
