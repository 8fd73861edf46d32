import { setImmediate as turn } from 'node:timers/promises';
import { accepted } from '#kernel';
import { failpoint, Mailer, WorkerWork, workerCtx, type Letter, type Tx } from '#platform';
import { Injectable, Optional } from '@nestjs/common';
import { digestRule } from '../domain/ladder.js';
import { endLines, takeTurns, type Line } from '../store/ledger.store.js';
import { markSending, partnershipsOf, renewLeases, setBack, takeLines, type Held } from '../store/sending.store.js';
import type { Docket } from './docket.js';
import { Endings } from './endings.js';
import { Gather } from './gather.js';
import { Judge, type Cleared } from './judge.js';
import { NoticesPace, usualPace } from './pace.js';
import { Scribe } from './scribe.js';
import { NoticesTroubles, troublesToConsole } from './troubles.js';

interface Written {
  readonly line: Line;
  readonly letter: Letter;
  readonly recipient: string;
}

/** Letters in hand: their lines are SENDING. `alone`: lines that may leave with others of their reader, each taken by itself. `left`: looked at and still waiting. */
interface Taken {
  readonly letters: readonly { readonly held: Held; readonly letter: Letter }[];
  readonly alone: readonly Line[];
  readonly left: readonly string[];
}

/** Partnerships whose lines are taken one by one, so many at once. */
const aloneAtOnce = 5;

const nothing: Taken = { letters: [], alone: [], left: [] };
const isOfPartnership = (line: Line): line is Line & { partnershipId: string } => line.partnershipId !== null;
const isGatherer = ({ reader }: Cleared): boolean => (reader.rhythm ?? 'IMMEDIATE') !== 'IMMEDIATE';

/**
 * Sends lines of the ledger, each once. Three commits: SENDING with its lease, the letter out, SENT. Killed between the first
 * and the third, a line is sent again under the same Message-ID: the only repeat there can be (trust.md, R3; RFC 1047).
 */
@Injectable()
export class Deliver {
  /** Lines in this process's hands: the queue and the sweep may both ring for one. */
  private readonly inHand = new Set<string>();
  private readonly endings: Endings;

  constructor(
    private readonly work: WorkerWork,
    private readonly mailer: Mailer,
    private readonly judge: Judge,
    private readonly scribe: Scribe,
    private readonly gather: Gather,
    @Optional() private readonly pace: NoticesPace = usualPace,
    @Optional() private readonly troubles: NoticesTroubles = troublesToConsole,
  ) {
    this.endings = new Endings(work, pace.backOff);
  }

  /** One line. Does nothing when it is gone, held, overtaken, or has no reason to leave any more. Never throws: a line that stumbles is set back, the others go on. */
  async run(id: string): Promise<void> {
    await (await this.begin([id])).sent;
  }

  /**
   * A handful of lines, taken in one transaction, sent side by side. Resolves once they are taken, with the lines that were left waiting; `sent` when the last
   * of them has its outcome. Never throws, as `run`.
   */
  async begin(ids: readonly string[]): Promise<{ left: readonly string[]; sent: Promise<void> }> {
    const mine = ids.filter((id) => !this.inHand.has(id));
    mine.forEach((id) => this.inHand.add(id));
    const free = (): void => mine.forEach((id) => this.inHand.delete(id));
    try {
      const { letters, alone, left } = await this.take(mine);
      const sent = this.sendAll(letters, alone).finally(free);
      return { left: [...left, ...alone.map(({ id }) => id), ...ids.filter((id) => !mine.includes(id))], sent };
    } catch (error) {
      free();
      if (mine.length === 1) await this.stumble(mine[0]!, error);
      // One of them stumbles: each by itself, and only that one waits.
      else for (const id of mine) await this.run(id);
      return { left: ids, sent: Promise.resolve() };
    }
  }

  private async take(ids: readonly string[]): Promise<Taken> {
    failpoint('notices.before-take');
    if (ids.length === 0) return nothing;
    const answer = await this.work.run(workerCtx('deliver'), async (tx) => accepted(await this.takeUnderLock(tx, ids)));
    return answer.refused ? nothing : answer.value;
  }

  /** In order: the partnerships' turns, the lines' locks, the last question, whether one leaves with others, the words. Only then SENDING. */
  private async takeUnderLock(tx: Tx, ids: readonly string[]): Promise<Taken> {
    await takeTurns(tx, await partnershipsOf(tx, ids));
    const lines = await takeLines(tx, ids);
    const [docket, company] = [await this.judge.open(tx, lines), await this.gather.inCompany(tx, lines)];
    const [written, alone]: [Written[], Line[]] = [[], []];
    for (const line of lines) {
      // Between two letters whoever else waits has a turn: an answer of the relay, a page, a sign-in code.
      await turn();
      if (docket.isDecided(line)) continue;
      const cleared = isOfPartnership(line) ? await this.judge.clear(tx, line, docket) : await this.scribe.knownPerson(tx, line);
      const gathers = cleared && (isGatherer(cleared) || company.has(line.id));
      if (gathers && ids.length > 1) alone.push(line);
      else if (cleared && !(gathers && (await this.gather.into(tx, line, cleared)))) written.push(...(await this.write(tx, { line, cleared, docket })));
    }
    await docket.keepWaits(tx);
    const held = await markSending(tx, written, this.pace.lease);
    return { letters: held.map((one, index) => ({ held: one, letter: written[index]!.letter })), alone, left: ids.filter((id) => !docket.isDecided({ id }) && !alone.some((line) => line.id === id)) };
  }

  private async write(tx: Tx, { line, cleared: { reader, debt }, docket }: { line: Line; cleared: Cleared; docket: Docket }): Promise<Written[]> {
    const isDigest = line.rule === digestRule;
    const asOwed = debt ? { ...line, details: { ...line.details, ...debt.details } } : line;
    const current = isDigest ? await this.gather.takeAlong(tx, line) : asOwed;
    // A digest, always taken alone, changes what it carries while it is written.
    const letter = await this.scribe.write(isDigest ? tx : docket.forWords(tx), current, reader);
    if (letter === 'NOT_DUE') await endLines(tx, [line.id], { state: 'CANCELLED', problem: 'no longer due' });
    if (letter === 'NO_ADDRESS') await endLines(tx, [line.id], { state: 'FAILED', problem: 'the mail address is outside the grammar' });
    docket.note([line.id], letter === 'NOT_DUE' ? 'CANCELLED' : letter === 'NO_ADDRESS' ? 'FAILED' : 'SENDING');
    return typeof letter === 'string' ? [] : [{ line, letter, recipient: reader.displayName }];
  }

  private async sendAll(letters: Taken['letters'], alone: readonly Line[]): Promise<void> {
    const underWay = new Set(letters.map(({ held }) => held));
    // While letters are on their way their leases are renewed: a slow relay is not a dead sender.
    const beat = setInterval(() => void this.renew([...underWay]), this.pace.lease / 3);
    try {
      await Promise.all(letters.map(({ held, letter }) => this.send(held, letter).finally(() => underWay.delete(held))));
    } finally {
      clearInterval(beat);
    }
    const lanes = [...new Set(alone.map(({ partnershipId }) => partnershipId))].map((id) => alone.filter(({ partnershipId }) => partnershipId === id));
    for (let from = 0; from < lanes.length; from += aloneAtOnce) await Promise.all(lanes.slice(from, from + aloneAtOnce).map((lane) => this.runInOrder(lane)));
  }

  private async runInOrder(lines: readonly Line[]): Promise<void> {
    for (const { id } of lines) {
      this.inHand.delete(id);
      await this.run(id);
    }
  }

  private async renew(held: readonly Held[]): Promise<void> {
    if (held.length === 0) return;
    const renewed = this.work.run(workerCtx('deliver'), async (tx) => accepted(await renewLeases(tx, held, this.pace.lease)));
    await renewed.catch((error: unknown) => this.troubles.tell(`The leases of ${held.map(({ line }) => line.id).join(', ')} were not renewed`, error));
  }

  private async send(held: Held, letter: Letter): Promise<void> {
    try {
      failpoint('notices.sending');
      const delivery = await this.mailer.send(letter);
      failpoint('notices.after-send');
      await this.endings.end(held, delivery);
      failpoint('notices.sent');
    } catch (error) {
      await this.stumble(held.line.id, error);
    }
  }

  private async stumble(id: string, error: unknown): Promise<void> {
    this.troubles.tell(`The line ${id} stumbled and will be tried again`, error);
    const problem = `our own trouble: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
    const back = this.work.run(workerCtx('deliver'), async (tx) => accepted(await setBack(tx, id, { problem, backOff: this.pace.backOff })));
    await back.catch((again: unknown) => this.troubles.tell(`The line ${id} could not be set back`, again));
  }
}
