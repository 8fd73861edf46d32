import { SystemClock } from '#platform';
import type { World } from '../world/world.js';
import type { Fault } from './fault-schedule.js';
import type { MailWitness, Taken } from './mail-witness.js';

const clock = new SystemClock();
/** A letter taken so long before a fault, or after it, may have met it on the way from « 250 » to SENT. Milliseconds. */
const around = 2_000;
/** Faults that may keep any sender from writing SENT, whichever process it is in. */
const ofTheLedger: readonly Fault[] = ['POSTGRES_KILLED', 'LINES_CUT', 'DISK_FULL', 'CLOCK_JUMPED'];

/**
 * The SMTP window (RFC 1047): from the relay's acceptance until SENT is committed. A letter that leaves again must have met a fault
 * there, by name; any other repeat is a letter sent twice.
 */
export class Windows {
  private readonly spans: { readonly fault: Fault; readonly from: number; readonly to: number }[] = [];
  /** Letters that a killed process had handed over, and had not written SENT. */
  private readonly left = new Set<Taken>();

  constructor(
    private readonly world: World,
    private readonly witness: MailWitness,
  ) {}

  async during(fault: Fault, happens: () => Promise<unknown> | void): Promise<void> {
    const from = clock.now().getTime();
    await happens();
    if (ofTheLedger.includes(fault)) this.spans.push({ fault, from: from - around, to: clock.now().getTime() + around });
  }

  /** After the kill of the process that brings letters to this door: what it had handed over and not written SENT. */
  async killed(door: number): Promise<void> {
    const rows = (await this.world.owner.query(`select message_id from reminder where state = 'SENDING'`)) as { message_id: string }[];
    const open = new Set(rows.map(({ message_id: id }) => id));
    for (const letter of this.witness.taken) if (letter.door === door && open.has(letter.messageId)) this.left.add(letter);
  }

  /** How often letters left again, by what each of them met; UNEXPLAINED: nothing. */
  repeats(): { readonly byFault: Readonly<Record<string, number>>; readonly unexplained: readonly string[] } {
    const byFault: Record<string, number> = {};
    const unexplained: string[] = [];
    const last = new Map(this.witness.taken.map((letter) => [letter.messageId, letter]));
    for (const letter of this.witness.taken) {
      if (last.get(letter.messageId) === letter) continue;
      const met = this.metBy(letter);
      byFault[met] = (byFault[met] ?? 0) + 1;
      if (met === 'UNEXPLAINED') unexplained.push(`${letter.messageId} to ${letter.to} by door ${letter.door} at ${letter.at.toISOString()}, again by door ${last.get(letter.messageId)!.door} at ${last.get(letter.messageId)!.at.toISOString()}`);
    }
    return { byFault, unexplained };
  }

  private metBy(letter: Taken): string {
    if (letter.dropped) return 'DROP';
    if (this.left.has(letter)) return 'KILLED';
    const at = letter.at.getTime();
    return this.spans.find(({ from, to }) => at >= from && at <= to)?.fault ?? 'UNEXPLAINED';
  }
}
