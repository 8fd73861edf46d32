import { Zones, type CivilDate } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { digestRule, isAskedAgain, stepOf, type Step } from '../domain/ladder.js';
import { current, isOwedTo, leavesFrom, quietEnd, whenOpen, type Debt, type ReaderHours } from '../domain/planning.js';
import type { Reader } from '../mails/mail.js';
import { letGo } from '../store/digest.store.js';
import { endLines, plannedHour, type Line } from '../store/ledger.store.js';
import { Docket } from './docket.js';
import { invitationRule, readerOf, type Crowd } from './recipients.js';

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

  /** What the judge needs to know of these lines, in this transaction. */
  open(tx: Tx, lines: readonly Line[]): Promise<Docket> {
    return Docket.of(tx, this.zones, lines);
  }

  /** `null` when the line does not leave now: it is then cancelled, overtaken, or waits. `opened`: a docket that holds this line, whose waits the caller keeps. */
  async clear(tx: Tx, line: Line & { partnershipId: string }, opened?: Docket): Promise<Cleared | null> {
    const docket = opened ?? (await this.open(tx, [line]));
    const cleared = await this.judged(tx, line, docket);
    if (!opened) await docket.keepWaits(tx);
    return cleared;
  }

  private async judged(tx: Tx, line: Line & { partnershipId: string }, docket: Docket): Promise<Cleared | null> {
    const crowd = await docket.crowd(line.partnershipId);
    const reader = crowd.reader(line.personId) ?? (line.rule === invitationRule ? await readerOf(tx, line.personId) : null);
    const step = stepOf(line.rule);
    if (!reader) return this.cancel(tx, line, { docket, problem: 'nobody holds this office any more' });
    const debt = step ? await this.debtOf(line, step, docket) : null;
    if (step && !debt) return this.cancel(tx, line, { docket, problem: 'no longer due' });
    if (line.state === 'SENDING') return { reader, debt };
    if (line.rule === digestRule) return (await this.isReaderThere(tx, line, docket)) ? { reader, debt } : null;
    if (!(await this.isNewest(tx, line, docket))) return null;
    return step && !(await this.isQuietOver(tx, line, docket)) ? null : { reader, debt };
  }

  /** The debt of a line that a digest carries, if it is still owed; asked again when the digest leaves. */
  async owed(tx: Tx, line: Line & { partnershipId: string }): Promise<Debt | null> {
    const step = stepOf(line.rule);
    return step ? this.debtOf(line, step, await this.open(tx, [line])) : null;
  }

  private async cancel(tx: Tx, line: Line, { docket, problem }: { docket: Docket; problem: string }): Promise<null> {
    const again = line.state === 'SENDING' ? '; a letter may have left before' : '';
    await endLines(tx, [line.id], { state: 'CANCELLED', problem: `${problem}${again}` });
    docket.note([line.id], 'CANCELLED');
    // What a digest carried is planned again if it is owed again.
    if (line.rule === digestRule) await letGo(tx, line, { state: 'CANCELLED', problem });
    return null;
  }

  private async debtOf(line: Line & { partnershipId: string }, step: Step, docket: Docket): Promise<Debt | null> {
    const crowd: Crowd = await docket.crowd(line.partnershipId);
    const recipient = crowd.recipients.find(({ personId }) => personId === line.personId);
    const debts = await docket.debts(line.partnershipId, step.debt);
    const debt = debts.find(({ kind, objectKind, objectId, period }) => kind === step.debt && objectKind === line.objectKind && objectId === line.objectId && period === line.period);
    return debt && recipient && isOwedTo(step, recipient, debt) ? debt : null;
  }

  /** Steps that came due together, after an outage, are one current mail: the newest. A second convocation overtakes the first. */
  private async isNewest(tx: Tx, line: Line, docket: Docket): Promise<boolean> {
    const due = [{ id: line.id, sendAt: plannedHour(line) }, ...docket.dueTogether(line, tx.now()).map(({ id, plannedFor }) => ({ id, sendAt: plannedFor }))];
    const { leaves, superseded } = current(due);
    const ids = superseded.map(({ id }) => id);
    await endLines(tx, ids, { state: 'SUPERSEDED' });
    docket.note(ids, 'SUPERSEDED');
    return leaves?.id === line.id;
  }

  /** Never within 48 hours of the first request, nor beside a letter that is just leaving (design F13); always when its reader is there (C1.3). */
  private async isQuietOver(tx: Tx, line: Line & { partnershipId: string }, docket: Docket): Promise<boolean> {
    const { first, underWay } = docket.askedBefore(line);
    if (underWay) return false;
    return this.mayLeave(tx, { line, first }, docket);
  }

  /** What was gathered by day and could not leave (a relay that was away) does not leave at night; what a coordination asked for leaves at once. */
  private async isReaderThere(tx: Tx, line: Line & { partnershipId: string }, docket: Docket): Promise<boolean> {
    return line.details['asked'] === true || this.mayLeave(tx, { line, first: null }, docket);
  }

  private async mayLeave(tx: Tx, { line, first }: { line: Line & { partnershipId: string }; first: Date | null }, docket: Docket): Promise<boolean> {
    const crowd = await docket.crowd(line.partnershipId);
    const hours = this.hoursOf(line.personId, crowd);
    const quiet = first && hours ? quietEnd(first, hours) : tx.now();
    // What a coordination asks for leaves as soon as the quiet allows, at whatever hour she asks.
    const from = hours && !isAskedAgain(line.rule) ? leavesFrom(tx.now(), first, hours) : quiet;
    if (from <= tx.now()) return true;
    docket.wait(line, from);
    return false;
  }

  private hoursOf(personId: string, crowd: Crowd): ReaderHours | null {
    const reader = crowd.recipients.find((one) => one.personId === personId);
    const dayOf = (instant: Date): CivilDate => this.zones.civilAt(instant, crowd.reader(personId)?.zone ?? 'UTC').date;
    return reader ? { dayOf, opensOn: (date) => crowd.schedule({ date, step: whenOpen }, reader) } : null;
  }
}
