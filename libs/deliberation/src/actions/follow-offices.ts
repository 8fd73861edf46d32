import { Zones } from '#kernel';
import { WorkerWork, workerCtx, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { requestsOf } from '../store/minutes.records.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { signatureDebts, type SignatureDebt } from '../views/signature-debts.js';
import { FollowMandates } from './follow-mandates.js';

/** Are those who are asked to sign those who hold the office today? */
async function isFollowed(tx: ReadTx, { minutesId: id, version, debtorIds }: SignatureDebt): Promise<boolean> {
  const asked = (await requestsOf(tx, { id, version })).filter(({ state }) => state === 'REQUESTED').map(({ personId }) => personId);
  return asked.length === debtorIds.length && asked.every((personId) => debtorIds.includes(personId));
}

/** Watches the offices by the clock: a mandate ends on a day, without anybody's act, and its holder's successor must be asked (AT-23). */
@Injectable()
export class FollowOffices {
  private readonly follow: FollowMandates;

  constructor(
    private readonly work: WorkerWork,
    private readonly zones: Zones,
    desk: MinutesDesk,
  ) {
    this.follow = new FollowMandates(work, desk);
  }

  /** Minutes whose requests changed hands. Run again, it changes nothing. */
  async run(): Promise<readonly string[]> {
    const stale = await this.work.read(workerCtx('offices'), async (tx) => {
      const debts: SignatureDebt[] = [];
      for (const debt of await signatureDebts(tx, this.zones)) if (!(await isFollowed(tx, debt))) debts.push(debt);
      return debts;
    });
    const followed: string[] = [];
    for (const { minutesId } of stale) {
      const told = await this.follow.run(workerCtx('offices'), { minutesId });
      if (!told.refused && told.value > 0) followed.push(minutesId);
    }
    return followed;
  }
}
