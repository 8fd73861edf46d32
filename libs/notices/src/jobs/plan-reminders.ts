import { accepted, Zones } from '#kernel';
import { InstanceSecret } from '#identity';
import { WorkerWork, workerCtx, type ReadTx, type Tx } from '#platform';
import { Injectable, Optional } from '@nestjs/common';
import { isAskedAgain, stepOf } from '../domain/ladder.js';
import { remindersOf, type Debt, type PlannedReminder } from '../domain/planning.js';
import { rowNamed } from '../domain/row-days.js';
import { silenceEnd } from '../domain/silence.js';
import { endLines, keyOf, messageIdOf, moveLine, partnershipsWaiting, plannedHour, plannedOf, planLines, replanSilenced, silencedUntil, takeTurns, type Line, type NewLine } from '../store/ledger.store.js';
import { askingTogether, together } from './asking-together.js';
import { debtsOf, indebted } from './debts.js';
import { MailOrigin } from './mail-origin.js';
import { crowdOf } from './recipients.js';
import { NoticesTroubles, troublesToConsole } from './troubles.js';

/** How far ahead the ledger is written: a quarter, so that the timeline shows what is to come. */
const horizonDays = 90;
/** Reminders wait behind sign-in codes (1) and legal notices (10). */
const reminderPriority = 50;
/** Partnerships planned in one transaction: few enough that none of them waits long for its turn. */
const inOneHandful = 20;
/** Handfuls at the same time: while PostgreSQL writes one, this process reckons another. */
const sideBySide = 2;

const handfulsOf = (ids: readonly string[]): string[][] => Array.from({ length: Math.ceil(ids.length / inOneHandful) }, (_, index) => ids.slice(index * inOneHandful, (index + 1) * inOneHandful));

const lineOf = (debt: Debt, planned: PlannedReminder): NewLine => {
  const { partnershipId, objectKind, objectId, period, details, rowDays } = debt;
  const step = rowDays?.has(planned.rule) ? stepOf(planned.rule) : undefined;
  return { partnershipId, objectKind, objectId, period, ...planned, priority: reminderPriority, details: step ? { ...details, row: rowNamed(step, rowDays) } : details };
};

/** A line as wanted, and the last day that its debtor may be silent. */
interface Wanted {
  readonly line: NewLine;
  readonly silentAtMost: string | null;
}

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

  /** Plans every debt in reach, a handful of partnerships in one transaction; one that fails does not stop the others. Answers how many lines were written. */
  async run(): Promise<number> {
    const partnerships = await this.work.read(workerCtx('plan'), async (tx) => new Set([...(await indebted(tx)), ...(await partnershipsWaiting(tx))]));
    const handfuls = handfulsOf([...partnerships].sort());
    let written = 0;
    const planOn = async (): Promise<void> => {
      for (let handful = handfuls.shift(); handful; handful = handfuls.shift()) {
        const lines = await this.planHandful(handful);
        written += lines;
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, planOn));
    return written;
  }

  /** When a handful fails, each of its partnerships is planned by itself: only the one that stumbles waits. */
  private async planHandful(ids: readonly string[]): Promise<number> {
    try {
      const answer = await this.work.run(workerCtx('plan'), async (tx) => accepted(await this.planTogether(tx, ids)));
      return answer.refused ? 0 : answer.value;
    } catch (error) {
      let written = 0;
      if (ids.length === 1) this.troubles.tell(`The reminders of ${ids[0]} could not be planned and will be again`, error);
      else for (const id of ids) written += await this.planHandful([id]);
      return written;
    }
  }

  private async planTogether(tx: Tx, ids: readonly string[]): Promise<number> {
    await takeTurns(tx, ids);
    const planned = await plannedOf(tx, ids);
    const asked = askingTogether(tx);
    const wanted = (await together(ids, (id) => this.wantedIn(asked, id))).flat();
    await this.follow(tx, planned, wanted);
    const there = new Set(planned.map(keyOf));
    const missing = wanted.flatMap(({ line }) => (there.size > 0 && there.has(keyOf(line)) ? [] : [line]));
    return planLines(tx, missing, (line) => messageIdOf(this.secret.value, line, this.origin.host));
  }

  /** What the debts of one partnership call for, as they stand. */
  private async wantedIn(tx: ReadTx, partnershipId: string): Promise<Wanted[]> {
    const crowd = await crowdOf(tx, partnershipId, this.zones);
    const until = new Date(tx.now().getTime() + horizonDays * 86_400_000);
    return (await debtsOf(tx, this.zones, { partnershipId })).flatMap((debt) =>
      remindersOf(debt, crowd.recipients, { schedule: crowd.schedule, until }).map((planned): Wanted => ({ line: lineOf(debt, planned), silentAtMost: silenceEnd(debt) })),
    );
  }

  /** A planned reminder that no debt calls for any more leaves the ledger's future (kept, as CANCELLED); one at another hour follows it. */
  private async follow(tx: Tx, planned: readonly Line[], wanted: readonly Wanted[]): Promise<void> {
    if (planned.length === 0) return;
    const byKey = new Map(wanted.map((one) => [keyOf(one.line), one]));
    const reminders = planned.filter(({ rule }) => stepOf(rule) && !isAskedAgain(rule));
    const stale = reminders.filter((line) => !byKey.has(keyOf(line)));
    await endLines(tx, stale.map(({ id }) => id), { state: 'CANCELLED', problem: 'no longer due' });
    for (const line of reminders) {
      const now = byKey.get(keyOf(line));
      if (now && line.attempts === 0 && now.line.sendAt.getTime() !== plannedHour(line).getTime()) await this.move(tx, line, now);
    }
  }

  /** A silence that was asked for outlives a change of rhythm; it never outlives the deadline, wherever that has moved. */
  private move(tx: Tx, planned: Line, { line, silentAtMost }: Wanted): Promise<void> {
    const until = silencedUntil(planned);
    const waitsOn = until !== null && planned.sendAt > line.sendAt && (silentAtMost === null || until <= silentAtMost);
    return waitsOn ? replanSilenced(tx, planned.id, line) : moveLine(tx, planned.id, line);
  }
}
