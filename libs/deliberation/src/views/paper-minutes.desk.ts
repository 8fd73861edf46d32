import { accepted, civilDate, Zones, type Answer } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { readPaper, type PaperContent, type PaperHand, type PaperMinutes } from '../domain/paper-minutes.js';
import { notFound } from '../domain/refusals.js';
import type { PaperMinutesRow } from '../store/paper-minutes.entity.js';
import { lockPaper, paperOf } from '../store/paper-minutes.store.js';
import { committeeAt, type Committee } from './committee.reader.js';
import { latestDay, paperHandOf, scansOf } from './paper-minutes.reader.js';
import type { PaperContentInput } from './paper-minutes.types.js';

/** A paper under its lock, with what its rules ask. */
export interface PaperCase {
  readonly row: PaperMinutesRow;
  readonly paper: PaperMinutes;
  readonly hand: PaperHand;
  readonly committee: Committee;
  readonly scan: { readonly id: string; readonly sha256: string } | null;
}

/** Opens papers for their acts: the paper's row is locked first. */
@Injectable()
export class PaperDesk {
  constructor(private readonly zones: Zones) {}

  /** Refused with NOT_FOUND. */
  async take(tx: Tx, id: string): Promise<Answer<PaperCase>> {
    const row = await lockPaper(tx, id);
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const scan = (await scansOf(tx, [id])).get(id) ?? null;
    return accepted({ row, paper: paperOf(row), hand: paperHandOf(tx, row.partnershipId), committee, scan });
  }

  /** What was typed, read by the rule. */
  read(tx: ReadTx, input: PaperContentInput, committee: Committee): Answer<PaperContent> {
    const decisions = input.decisions.map(({ title, text, result }) => ({ title, text: text ?? '', result }));
    const signatures = input.signatures.map(({ partyId, office, signedOn }) => ({ partyId, office, signedOn: civilDate(signedOn) }));
    const given = { ...input, heldOn: civilDate(input.heldOn), decisions, signatures };
    return readPaper(given, { parties: committee.parties, today: latestDay(committee, tx.now(), this.zones) });
  }
}
