import { accepted, Zones, type Answer } from '#kernel';
import { holdOffices } from '#parties';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { notFound } from '../domain/refusals.js';
import { holdsSitting, runsMeetings } from '../domain/stewards.js';
import { MinutesStore } from '../store/minutes.store.js';
import { committeeAt, type Committee } from './committee.reader.js';
import { MinutesArchive, type LoadedMinutes } from './minutes.archive.js';

/** Locked minutes, and the committee as it stands at the instant of the act (trust.md F). */
export interface MinutesCase {
  readonly loaded: LoadedMinutes;
  readonly committee: Committee;
  readonly personId: string | null;
}

/** Where every act on minutes begins: the row is locked, then everything is read under that lock. */
@Injectable()
export class MinutesDesk {
  constructor(
    private readonly store: MinutesStore,
    private readonly archive: MinutesArchive,
    private readonly zones: Zones,
  ) {}

  /** @returns refused NOT_FOUND when absent or foreign. */
  async take(tx: Tx, minutesId: string): Promise<Answer<MinutesCase>> {
    const row = await this.store.lock(tx, minutesId);
    if (!row) return notFound();
    await holdOffices(tx);
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    return accepted({ loaded: await this.archive.load(tx, row), committee, personId: tx.ctx.actor?.personId ?? null });
  }

  /** The same, for those who run the meeting. @returns refused NOT_FOUND or NOT_ALLOWED. */
  takeAsSteward(tx: Tx, minutesId: string): Promise<Answer<MinutesCase>> {
    return this.takeAs(tx, minutesId, runsMeetings);
  }

  /** The same, for those who keep the minutes: a session secretary too. @returns refused NOT_FOUND or NOT_ALLOWED. */
  takeAsKeeper(tx: Tx, minutesId: string): Promise<Answer<MinutesCase>> {
    return this.takeAs(tx, minutesId, holdsSitting);
  }

  private async takeAs(tx: Tx, minutesId: string, rule: typeof runsMeetings): Promise<Answer<MinutesCase>> {
    const taken = await this.take(tx, minutesId);
    if (taken.refused) return taken;
    const { committee, personId } = taken.value;
    const allowed = rule(committee.seats, personId, committee.at);
    return allowed.refused ? allowed : taken;
  }
}
