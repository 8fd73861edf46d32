import { accepted, Zones, type Answer, type CivilDate } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DayWorld, HandSignature } from '../domain/hand-signature.js';
import { notFound } from '../domain/refusals.js';
import { handById, handOf, handsOf, type HandLine } from '../store/hand-signature.store.js';
import { MinutesStore } from '../store/minutes.store.js';
import { committeeAt, partyOf, type Committee } from './committee.reader.js';
import { handViews } from './hand-signature.reader.js';
import type { HandSignatureType } from './hand-signature.types.js';
import { MinutesArchive } from './minutes.archive.js';
import { MinutesDesk, type MinutesCase } from './minutes.desk.js';

/** A paper under its PV's lock. */
export interface HandCase {
  readonly held: MinutesCase;
  readonly row: HandLine;
  readonly paper: HandSignature;
}

/** The hour of a paper: it bears none, and noon keeps its civil day in every city. */
const noon = '12:00';

/** Opens papers for their acts: the PV's row is locked first, then the paper is read under that lock. */
@Injectable()
export class HandDesk {
  constructor(
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly archive: MinutesArchive,
    private readonly zones: Zones,
  ) {}

  /** Refused with NOT_FOUND. */
  async take(tx: Tx, id: string): Promise<Answer<HandCase>> {
    const known = await handById(tx, id);
    const held = known ? await this.desk.take(tx, known.minutesId) : notFound();
    if (held.refused) return held;
    const row = await handById(tx, id);
    return row ? accepted({ held: held.value, row, paper: handOf(row) }) : notFound();
  }

  /** The civil day it is in a party's city. */
  dayIn({ shownParties }: Committee, partyId: string, instant: Date): CivilDate {
    return this.zones.civilAt(instant, partyOf(shownParties, partyId).territory.zone).date;
  }

  /** The committee as it was on the day a paper of this party bears. */
  async dayOf(tx: ReadTx, { rules, shownParties }: Committee, { partnershipId, partyId, signedOn }: { partnershipId: string; partyId: string; signedOn: CivilDate }): Promise<DayWorld & { readonly committee: Committee }> {
    const at = this.zones.instantOf(signedOn, noon, partyOf(shownParties, partyId).territory.zone);
    const committee = await committeeAt(tx, partnershipId, { instant: at, zones: this.zones });
    return { then: { seats: committee.seats, at }, rules, committee };
  }

  /** Every paper brought for a PV, newest first, as this reader may see them. */
  async shown(tx: ReadTx, minutesId: string): Promise<HandSignatureType[]> {
    const row = await this.store.find(tx, minutesId);
    const lines = row ? await handsOf(tx, minutesId) : [];
    if (!row || lines.length === 0) return [];
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const { minutes } = await this.archive.load(tx, row);
    return handViews(tx, lines, { minutes, committee, zones: this.zones });
  }

  /** One of them. @throws Error when it is out of reach */
  async present(tx: ReadTx, id: string): Promise<HandSignatureType> {
    const line = await handById(tx, id);
    const shown = line && (await this.shown(tx, line.minutesId)).find((view) => view.id === id);
    if (!shown) throw new Error(`the paper ${id} is out of reach`);
    return shown;
  }
}
