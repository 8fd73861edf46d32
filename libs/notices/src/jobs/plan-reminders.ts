import { accepted, Zones } from '#kernel';
import { InstanceSecret } from '#identity';
import { WorkerWork, workerCtx, type Tx } from '#platform';
import { Injectable, Optional } from '@nestjs/common';
import { isAskedAgain, stepOf } from '../domain/ladder.js';
import { remindersOf, type Debt, type PlannedReminder } from '../domain/planning.js';
import { endLines, keyOf, messageIdOf, moveLine, partnershipsWaiting, plannedHour, plannedOf, planLines, takeTurn, type Line, type NewLine } from '../store/ledger.store.js';
import { debtsOf, indebted } from './debts.js';
import { MailOrigin } from './mail-origin.js';
import { crowdOf } from './recipients.js';
import { NoticesTroubles, troublesToConsole } from './troubles.js';

/** How far ahead the ledger is written: a quarter, so that the timeline shows what is to come. */
const horizonDays = 90;
/** Reminders wait behind sign-in codes (1) and legal notices (10). */
const reminderPriority = 50;

const lineOf = (debt: Debt, planned: PlannedReminder): NewLine => {
  const { partnershipId, objectKind, objectId, period, details } = debt;
  return { partnershipId, objectKind, objectId, period, ...planned, priority: reminderPriority, details: { ...details } };
};

/** Writes in the ledger what the debts of the day call for, and cancels what they no longer do. Run again, it changes nothing. */
@Injectable()
export class PlanReminders {
  constructor(
    private readonly work: WorkerWork,
    private readonly zones: Zones,
    private readonly secret: InstanceSecret,
    private readonly origin: MailOrigin,
    @Optional() private readonly troubles: NoticesTroubles = troublesToConsole,
  ) {}

  /** Plans every debt in reach; one transaction per partnership, and one that fails does not stop the others. Answers how many lines were written. */
  async run(): Promise<number> {
    const partnerships = await this.work.read(workerCtx('plan'), async (tx) => new Set([...(await indebted(tx)), ...(await partnershipsWaiting(tx))]));
    let written = 0;
    for (const partnershipId of partnerships) {
      try {
        const answer = await this.work.run(workerCtx('plan'), async (tx) => accepted(await this.planOne(tx, partnershipId)));
        written += answer.refused ? 0 : answer.value;
      } catch (error) {
        this.troubles.tell(`The reminders of ${partnershipId} could not be planned and will be again`, error);
      }
    }
    return written;
  }

  private async planOne(tx: Tx, partnershipId: string): Promise<number> {
    await takeTurn(tx, partnershipId);
    const crowd = await crowdOf(tx, partnershipId, this.zones);
    const until = new Date(tx.now().getTime() + horizonDays * 86_400_000);
    const lines = (await debtsOf(tx, this.zones, { partnershipId })).flatMap((debt) =>
      remindersOf(debt, crowd.recipients, { schedule: crowd.schedule, until }).map((planned) => lineOf(debt, planned)),
    );
    await this.follow(tx, await plannedOf(tx, partnershipId), lines);
    return planLines(tx, lines, (line) => messageIdOf(this.secret.value, line, this.origin.host));
  }

  /** A planned reminder that no debt calls for any more leaves the ledger's future (kept, as CANCELLED); one at another hour follows it. */
  private async follow(tx: Tx, planned: readonly Line[], wanted: readonly NewLine[]): Promise<void> {
    const byKey = new Map(wanted.map((line) => [keyOf(line), line]));
    const reminders = planned.filter(({ rule }) => stepOf(rule) && !isAskedAgain(rule));
    const stale = reminders.filter((line) => !byKey.has(keyOf(line)));
    await endLines(tx, stale.map(({ id }) => id), { state: 'CANCELLED', problem: 'no longer due' });
    for (const line of reminders) {
      const now = byKey.get(keyOf(line));
      if (now && line.attempts === 0 && now.sendAt.getTime() !== plannedHour(line).getTime()) await moveLine(tx, line.id, now);
    }
  }
}
