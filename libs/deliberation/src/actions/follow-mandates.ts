import { accepted, type Answer } from '#kernel';
import { Work, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { followMandates } from '../domain/succession.js';
import { MinutesDesk } from '../views/minutes.desk.js';

/**
 * Asks the successor of a co-president whose mandate ended before signing: the old request lapses, a signature given stays (AT-23).
 * Called when a mandate changes, and by whoever watches the offices; nothing to follow, nothing told.
 */
@Injectable()
export class FollowMandates {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
  ) {}

  /** Answers how many facts were told. */
  run(ctx: Ctx, { minutesId }: { readonly minutesId: string }): Promise<Answer<number>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, minutesId);
      if (taken.refused) return taken;
      const { loaded, committee } = taken.value;
      const followed = followMandates(loaded.minutes, { seats: committee.seats, at: committee.at });
      if (followed.refused) return followed;
      tx.tell(...followed.value.facts);
      return accepted(followed.value.facts.length);
    });
  }
}
