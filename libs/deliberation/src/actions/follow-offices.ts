import { accepted, Zones, type Answer } from '#kernel';
import { WorkerWork, workerCtx, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { followMandates } from '../domain/succession.js';
import { requestsOf } from '../store/minutes.records.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { signatureDebts, type SignatureDebt } from '../views/signature-debts.js';

/** Are those who are asked to sign those who hold the office today? */
async function isFollowed(tx: ReadTx, { minutesId: id, version, debtorIds }: SignatureDebt): Promise<boolean> {
  const asked = (await requestsOf(tx, { id, version })).filter(({ state }) => state === 'REQUESTED').map(({ personId }) => personId);
  return asked.length === debtorIds.length && asked.every((personId) => debtorIds.includes(personId));
}

/** Watches the offices by the clock: a mandate ends on a day, without anybody's act, and its holder's successor must be asked (AT-23). */
@Injectable()
export class FollowOffices {
  constructor(
    private readonly work: WorkerWork,
    private readonly zones: Zones,
    private readonly desk: MinutesDesk,
  ) {}

  /** Minutes whose requests changed hands. Run again, it changes nothing. */
  async run(): Promise<readonly string[]> {
    const stale = await this.work.read(workerCtx('offices'), async (tx) => {
      const debts: SignatureDebt[] = [];
      for (const debt of await signatureDebts(tx, this.zones)) if (!(await isFollowed(tx, debt))) debts.push(debt);
      return debts;
    });
    const followed: string[] = [];
    for (const { minutesId } of stale) {
      const told = await this.follow(minutesId);
      if (!told.refused && told.value > 0) followed.push(minutesId);
    }
    return followed;
  }

  /** Under the minutes' lock, judged again: how many facts were told. */
  private follow(minutesId: string): Promise<Answer<number>> {
    return this.work.run(workerCtx('offices'), async (tx) => {
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
