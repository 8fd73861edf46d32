import { accepted, Zones } from '#kernel';
import { WorkerWork, workerCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { InstanceSecret } from '#identity';
import { remindersOf, type Debt, type PlannedReminder } from '../domain/planning.js';
import { endLines, messageIdOf, planLines, plannedOf, type Line, type NewLine } from '../store/ledger.store.js';
import { crowdOf } from './recipients.js';
import { debtsOf } from './debts.js';
import { MailOrigin } from './mail-origin.js';

/** How far ahead the ledger is written: a quarter, so that the timeline shows what is to come. */
const horizonDays = 90;
/** Reminders wait behind sign-in codes (1) and legal notices (10). */
const reminderPriority = 50;

const keyOf = (line: { rule: string; objectId: string; period: string; personId: string; occurrence: number }): string =>
  [line.rule, line.objectId, line.period, line.personId, line.occurrence].join('|');

/** Writes in the ledger what the debts of the day call for, and cancels what they no longer do. Run again, it changes nothing. */
@Injectable()
export class PlanReminders {
  constructor(
    private readonly work: WorkerWork,
    private readonly zones: Zones,
    private readonly secret: InstanceSecret,
    private readonly origin: MailOrigin,
  ) {}

  /** Plans every debt in reach; one transaction per partnership. Answers the lines newly written. */
  async run(): Promise<{ id: string; sendAt: Date; priority: number }[]> {
    const debts = await this.work.read(workerCtx('plan'), (tx) => debtsOf(tx, this.zones));
    const written: { id: string; sendAt: Date; priority: number }[] = [];
    for (const partnershipId of new Set(debts.map((debt) => debt.partnershipId))) {
      const answer = await this.work.run(workerCtx('plan'), async (tx) => accepted(await this.planOne(tx, partnershipId)));
      if (!answer.refused) written.push(...answer.value);
    }
    return written;
  }

  private async planOne(tx: Tx, partnershipId: string): Promise<{ id: string; sendAt: Date; priority: number }[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`plan-reminders:${partnershipId}`]);
    const crowd = await crowdOf(tx, partnershipId, this.zones);
    const until = new Date(tx.now().getTime() + horizonDays * 86_400_000);
    const lines = (await debtsOf(tx, this.zones, partnershipId)).flatMap((debt) =>
      remindersOf(debt, crowd.recipients, { schedule: crowd.schedule, until }).map((planned) => this.lineOf(debt, planned)),
    );
    await this.cancelStale(tx, partnershipId, lines);
    return planLines(tx, lines, (line) => messageIdOf(this.secret.value, line, this.origin.host));
  }

  private lineOf(debt: Debt, planned: PlannedReminder): NewLine {
    const { partnershipId, objectKind, objectId, period, details } = debt;
    return { partnershipId, objectKind, objectId, period, ...planned, priority: reminderPriority, details: { ...details } };
  }

  /** A planned line that no debt calls for any more, or at another hour, leaves the ledger's future (kept, as CANCELLED). */
  private async cancelStale(tx: Tx, partnershipId: string, wanted: readonly NewLine[]): Promise<void> {
    const keys = new Map(wanted.map((line) => [keyOf(line), line]));
    const ladderLines = (await plannedOf(tx, partnershipId)).filter(({ rule }) => rule.startsWith('PLAN_') || rule.startsWith('MINUTES_'));
    const stale = ladderLines.filter((line) => !keys.has(keyOf(line)));
    await endLines(tx, stale.map(({ id }) => id), { state: 'CANCELLED', problem: 'no longer owed' });
    for (const line of ladderLines) await this.moved(tx, line, keys.get(keyOf(line)));
  }

  private async moved(tx: Tx, line: Line, wanted: NewLine | undefined): Promise<void> {
    if (!wanted || wanted.sendAt.getTime() === line.sendAt.getTime() || line.attempts > 0) return;
    await tx.query(`update reminder set send_at = $2, due_on = $3 where id = $1 and state = 'PLANNED'`, [line.id, wanted.sendAt, wanted.dueOn]);
  }
}
