import { accepted } from '#kernel';
import { failpoint, Mailer, WorkerWork, workerCtx, type Delivery, type Letter, type Tx } from '#platform';
import { Injectable, Optional } from '@nestjs/common';
import { endLines, takeTurn, type Line } from '../store/ledger.store.js';
import { lineById, markFailed, markSending, markSent, renewLease, setBack, takeLine, tryAgainLater, type Held } from '../store/sending.store.js';
import { Gather } from './gather.js';
import { Judge, type Cleared } from './judge.js';
import { NoticesPace, usualPace } from './pace.js';
import { Scribe } from './scribe.js';
import { NoticesTroubles, troublesToConsole } from './troubles.js';

type Taken = { readonly held: Held; readonly letter: Letter } | null;

const isOfPartnership = (line: Line): line is Line & { partnershipId: string } => line.partnershipId !== null;

/**
 * Sends one line of the ledger, once. Three commits: SENDING with its lease, the letter out, SENT. Killed between the first
 * and the third, the line is sent again under the same Message-ID: the only repeat there can be (trust.md, R3; RFC 1047).
 */
@Injectable()
export class Deliver {
  /** Lines in this process's hands: the queue and the sweep may both ring for one. */
  private readonly inHand = new Set<string>();

  constructor(
    private readonly work: WorkerWork,
    private readonly mailer: Mailer,
    private readonly judge: Judge,
    private readonly scribe: Scribe,
    private readonly gather: Gather,
    @Optional() private readonly pace: NoticesPace = usualPace,
    @Optional() private readonly troubles: NoticesTroubles = troublesToConsole,
  ) {}

  /** Does nothing when the line is gone, held, overtaken, or has no reason to leave any more. Never throws: a line that stumbles is set back, the others go on. */
  async run(id: string): Promise<void> {
    if (this.inHand.has(id)) return;
    this.inHand.add(id);
    try {
      await this.leave(id);
    } catch (error) {
      this.troubles.tell(`The line ${id} stumbled and will be tried again`, error);
      await this.setBack(id, error).catch((again: unknown) => this.troubles.tell(`The line ${id} could not be set back`, again));
    } finally {
      this.inHand.delete(id);
    }
  }

  private async leave(id: string): Promise<void> {
    failpoint('notices.before-take');
    const taken = await this.take(id);
    if (!taken) return;
    failpoint('notices.sending');
    const delivery = await this.send(taken.held, taken.letter);
    failpoint('notices.after-send');
    await this.work.run(workerCtx('deliver'), async (tx) => accepted(await this.settle(tx, taken.held, delivery)));
    failpoint('notices.sent');
  }

  private async take(id: string): Promise<Taken> {
    const answer = await this.work.run(workerCtx('deliver'), async (tx) => accepted(await this.takeUnderLock(tx, id)));
    return answer.refused ? null : answer.value;
  }

  /** In order: the partnership's turn, the line's lock, the last question, whether it leaves with others, the words. Only then SENDING. */
  private async takeUnderLock(tx: Tx, id: string): Promise<Taken> {
    const seen = await lineById(tx, id);
    if (seen?.partnershipId) await takeTurn(tx, seen.partnershipId);
    const line = await takeLine(tx, id);
    if (!line) return null;
    const cleared = isOfPartnership(line) ? await this.judge.clear(tx, line) : await this.scribe.knownPerson(tx, line);
    if (!cleared || (await this.gather.into(tx, line, cleared))) return null;
    return this.write(tx, line, cleared);
  }

  private async write(tx: Tx, line: Line, { reader, debt }: Cleared): Promise<Taken> {
    const current = debt ? { ...line, details: { ...line.details, ...debt.details } } : line;
    const written = await this.scribe.write(tx, current, reader);
    if (written === 'NOT_DUE') await endLines(tx, [line.id], { state: 'CANCELLED', problem: 'no longer due' });
    if (written === 'NO_ADDRESS') await endLines(tx, [line.id], { state: 'FAILED', problem: 'the mail address is outside the grammar' });
    if (typeof written === 'string') return null;
    return { held: await markSending(tx, line, { lease: this.pace.lease, recipient: reader.displayName }), letter: written };
  }

  /** While the letter is on its way the lease is renewed: a slow relay is not a dead sender. */
  private async send(held: Held, letter: Letter): Promise<Delivery> {
    const renew = (): Promise<unknown> => this.work.run(workerCtx('deliver'), async (tx) => accepted(await renewLease(tx, held, this.pace.lease)));
    const beat = setInterval(() => void renew().catch((error: unknown) => this.troubles.tell(`The lease of ${held.line.id} was not renewed`, error)), this.pace.lease / 3);
    try {
      return await this.mailer.send(letter);
    } finally {
      clearInterval(beat);
    }
  }

  private async settle(tx: Tx, held: Held, delivery: Delivery): Promise<void> {
    if (delivery.outcome === 'RETRY') return tryAgainLater(tx, held, { problem: delivery.reason, backOff: this.pace.backOff });
    const settled = delivery.outcome === 'SENT' ? await markSent(tx, held) : await markFailed(tx, held, delivery.reason);
    if (!settled) return;
    const { id, partnershipId, rule, personId, dueOn } = held.line;
    const kind = delivery.outcome === 'SENT' ? 'ReminderSent' : 'ReminderFailed';
    tx.tell({ kind, partnershipId, subject: { kind: 'reminder', id }, data: { rule, personId, dueOn } });
  }

  private async setBack(id: string, error: unknown): Promise<void> {
    const problem = `our own trouble: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
    await this.work.run(workerCtx('deliver'), async (tx) => accepted(await setBack(tx, id, { problem, backOff: this.pace.backOff })));
  }
}
