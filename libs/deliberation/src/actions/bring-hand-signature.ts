import { accepted, parseCivilDate, type Answer } from '#kernel';
import { attachmentsHeld, keepAttachment, roomForAttachment } from '#parties';
import { Work, type CheckedFile, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { bring, mayBring } from '../domain/hand-signature.js';
import { handScanExpected } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { addHand, handsOf } from '../store/hand-signature.store.js';
import { HandDesk } from '../views/hand-signature.desk.js';
import { bringingHand, handSubject } from '../views/hand-signature.reader.js';
import { MinutesDesk, type MinutesCase } from '../views/minutes.desk.js';

/** What a scanner or a telephone makes. */
const scans: readonly string[] = ['pdf', 'png', 'jpeg'];

export interface BringHandSignatureInput {
  readonly minutesId: string;
  readonly file: CheckedFile;
  /** As typed: « Fait à … », and the day the paper bears (YYYY-MM-DD). */
  readonly place: string;
  readonly signedOn: string;
}

/**
 * A coordination brings the scan of the PV its president signed by hand. Nothing is signed before another party has seen it.
 * Refused: NOT_FOUND, NOT_ALLOWED, ALREADY_SIGNED, HAND_WAITS, PLACE_REQUIRED, HAND_SIGNED_BEFORE, HAND_DATE_AHEAD, HAND_NOBODY_THEN, HAND_SCAN_EXPECTED …
 */
@Injectable()
export class BringHandSignature {
  constructor(
    private readonly work: Work,
    private readonly minutes: MinutesDesk,
    private readonly desk: HandDesk,
  ) {}

  /** Answers the scan's document id. */
  run(ctx: Ctx, input: BringHandSignatureInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.minutes.take(tx, input.minutesId);
      return taken.refused ? taken : this.bring(tx, taken.value, input);
    });
  }

  private async bring(tx: Tx, { loaded: { row, minutes }, committee }: MinutesCase, input: BringHandSignatureInput): Promise<Answer<string>> {
    const { partnershipId } = row;
    const hand = bringingHand(tx, partnershipId);
    const waiting = (await handsOf(tx, row.id)).filter(({ state, version }) => state === 'ENTERED' && version === row.version).map(({ partyId }) => partyId);
    const may = mayBring(minutes, hand, waiting);
    if (may.refused) return may;
    const { file } = input;
    if (!scans.includes(file.kind)) return handScanExpected(file.name);
    const day = parseCivilDate(input.signedOn);
    if (day.refused) return day;
    const place = worded(input.place, longest.place);
    if (place.refused) return place;
    const { id: partyId } = may.value;
    const world = await this.desk.dayOf(tx, committee, { partnershipId, partyId, signedOn: day.value });
    const days = { finalOn: this.desk.dayIn(committee, partyId, row.finalisedAt ?? tx.now()), today: this.desk.dayIn(committee, partyId, tx.now()) };
    const id = tx.newId();
    const to = { partnershipId, subject: { kind: handSubject, id }, partyId };
    const room = roomForAttachment(await attachmentsHeld(tx, to), file.bytes.length);
    if (room.refused) return room;
    const scan = await keepAttachment(tx, to, file);
    const decided = bring(minutes, { id, party: may.value, personId: hand.personId, place: place.value, signedOn: day.value, scanSha256: scan.sha256, at: tx.now() }, { ...world, ...days });
    if (decided.refused) return decided;
    const office = world.committee.shownSeats.find(({ seatId }) => seatId === decided.value.state.seatId)?.office ?? '';
    await addHand(tx, decided.value.state, { partnershipId, office, scanId: scan.id });
    tx.tell(...decided.value.facts);
    return accepted(scan.id);
  }
}
