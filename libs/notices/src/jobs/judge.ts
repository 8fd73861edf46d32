import { Zones, type CivilDate } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { digestRule, stepOf, type Step } from '../domain/ladder.js';
import { current, isOwedTo, quietEnd, whenOpen, type Debt } from '../domain/planning.js';
import type { Reader } from '../mails/mail.js';
import { endLines, postpone, type Line } from '../store/ledger.store.js';
import { askedBefore, dueTogether } from '../store/sending.store.js';
import { debtsOf } from './debts.js';
import { crowdOf, invitationRule, readerOf, type Crowd } from './recipients.js';

/** A line that may leave now, to whom, and for which debt as it stands (none for a notice or a code). */
export interface Cleared {
  readonly reader: Reader;
  readonly debt: Debt | null;
}

/**
 * The last question before a line leaves: is it still owed, to this person, and is it the newest word on the matter?
 * Asked under the line's lock and the partnership's turn, by the same pure rule that planned it (C1.4).
 */
@Injectable()
export class Judge {
  constructor(private readonly zones: Zones) {}

  /** `null` when the line does not leave now: it is then cancelled, overtaken, or waits. */
  async clear(tx: Tx, line: Line & { partnershipId: string }): Promise<Cleared | null> {
    const crowd = await crowdOf(tx, line.partnershipId, this.zones);
    const reader = crowd.reader(line.personId) ?? (line.rule === invitationRule ? await readerOf(tx, line.personId) : null);
    const step = stepOf(line.rule);
    if (!reader) return this.cancel(tx, line, 'nobody holds this office any more');
    const debt = step ? await this.debtOf(tx, line, { step, crowd }) : null;
    if (step && !debt) return this.cancel(tx, line, 'no longer due');
    if (line.state === 'SENDING' || line.rule === digestRule) return { reader, debt };
    if (!(await this.isNewest(tx, line, Boolean(step)))) return null;
    return step && !(await this.isQuietOver(tx, line, crowd)) ? null : { reader, debt };
  }

  /** The debt of a line that a digest carries, if it is still owed; asked again when the digest leaves. */
  async owed(tx: Tx, line: Line & { partnershipId: string }): Promise<Debt | null> {
    const step = stepOf(line.rule);
    return step ? this.debtOf(tx, line, { step, crowd: await crowdOf(tx, line.partnershipId, this.zones) }) : null;
  }

  private async cancel(tx: Tx, line: Line, problem: string): Promise<null> {
    const again = line.state === 'SENDING' ? '; a letter may have left before' : '';
    await endLines(tx, [line.id], { state: 'CANCELLED', problem: `${problem}${again}` });
    return null;
  }

  private async debtOf(tx: Tx, line: Line & { partnershipId: string }, { step, crowd }: { step: Step; crowd: Crowd }): Promise<Debt | null> {
    const recipient = crowd.recipients.find(({ personId }) => personId === line.personId);
    const debts = await debtsOf(tx, this.zones, { partnershipId: line.partnershipId, kinds: [step.debt] });
    const debt = debts.find(({ kind, objectKind, objectId, period }) => kind === step.debt && objectKind === line.objectKind && objectId === line.objectId && period === line.period);
    return debt && recipient && isOwedTo(step, recipient, debt) ? debt : null;
  }

  /** Steps that came due together, after an outage, are one current mail: the newest. A second convocation overtakes the first. */
  private async isNewest(tx: Tx, line: Line, isReminder: boolean): Promise<boolean> {
    const others = (await dueTogether(tx, line, !isReminder)).filter(({ rule }) => Boolean(stepOf(rule)) === isReminder);
    const { leaves, superseded } = current([line, ...others]);
    await endLines(tx, superseded.map(({ id }) => id), { state: 'SUPERSEDED' });
    return leaves?.id === line.id;
  }

  /** Never within 48 hours of the first request, nor beside a letter that is just leaving (design F13). */
  private async isQuietOver(tx: Tx, line: Line, crowd: Crowd): Promise<boolean> {
    const { first, underWay } = await askedBefore(tx, line);
    if (underWay) return false;
    const reader = crowd.recipients.find(({ personId }) => personId === line.personId);
    const dayOf = (instant: Date): CivilDate => this.zones.civilAt(instant, crowd.reader(line.personId)?.zone ?? 'UTC').date;
    const until = first && reader && quietEnd(first, { dayOf, opensOn: (date) => crowd.schedule({ date, step: whenOpen }, reader) });
    if (!until || until <= tx.now()) return true;
    await postpone(tx, line, until);
    return false;
  }
}
