import { Zones } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import { stepOf, type DebtKind } from '../domain/ladder.js';
import type { Debt } from '../domain/planning.js';
import { postpone, type Line, type Wait } from '../store/ledger.store.js';
import { linesBeside, type Beside } from '../store/sending.store.js';
import { askingTogether, together } from './asking-together.js';
import { debtsOf } from './debts.js';
import { crowdOf, type Crowd } from './recipients.js';

type About = Pick<Line, 'id' | 'rule' | 'personId' | 'objectKind' | 'objectId' | 'period' | 'sendAt'>;

const matterOf = ({ personId, objectKind, objectId }: Pick<About, 'personId' | 'objectKind' | 'objectId'>): string => [personId, objectKind, objectId].join('|');
const isReminder = ({ rule }: Pick<About, 'rule'>): boolean => stepOf(rule) !== undefined;

/**
 * What is laid before the judge for a handful of lines in one transaction, under the turns of their partnerships: who sits, what is owed, and what the ledger
 * holds of the same matters. Each is asked once, then kept in step with what is decided (`note`).
 */
export class Docket {
  private readonly asked: ReadTx;
  private readonly crowds = new Map<string, Promise<Crowd>>();
  private readonly owed = new Map<string, Promise<Debt[]>>();
  private readonly states = new Map<string, Line['state']>();
  private readonly waits: Wait[] = [];

  private constructor(
    tx: ReadTx,
    private readonly zones: Zones,
    private readonly matters: ReadonlyMap<string, readonly Beside[]>,
  ) {
    this.asked = askingTogether(tx);
  }

  static async of(tx: ReadTx, zones: Zones, lines: readonly Line[]): Promise<Docket> {
    const matters = new Map<string, Beside[]>(lines.map((line) => [matterOf(line), []]));
    const ofPartnerships = lines.filter(({ partnershipId }) => partnershipId !== null);
    if (ofPartnerships.length > 0) for (const beside of await linesBeside(tx, ofPartnerships)) matters.get(matterOf(beside))?.push(beside);
    const docket = new Docket(tx, zones, matters);
    await together(ofPartnerships, (line) => docket.askFor(line));
    return docket;
  }

  /** What the judge will ask of this line: asked with that of the others. */
  private async askFor({ partnershipId, rule }: Line): Promise<void> {
    if (partnershipId === null) return;
    await this.crowd(partnershipId);
    const step = stepOf(rule);
    if (step) await this.debts(partnershipId, step.debt);
  }

  crowd(partnershipId: string): Promise<Crowd> {
    return known(this.crowds, partnershipId, () => crowdOf(this.asked, partnershipId, this.zones));
  }

  debts(partnershipId: string, kind: DebtKind): Promise<Debt[]> {
    return known(this.owed, `${partnershipId} ${kind}`, () => debtsOf(this.asked, this.zones, { partnershipId, kinds: [kind] }));
  }

  /** The same transaction for whoever writes the words: what was asked for one letter of the handful is not asked again for the next. */
  forWords(tx: Tx): Tx {
    return { ...tx, query: this.asked.query };
  }

  /** The other lines whose hour has come that would tell this person about the same thing: reminders of the same period, or a notice told again. */
  dueTogether(line: About, now: Date): Beside[] {
    const reminder = isReminder(line);
    return this.beside(line).filter(
      (other) => this.stateOf(other) === 'PLANNED' && other.sendAt <= now && isReminder(other) === reminder && (reminder ? other.period === line.period : other.rule === line.rule),
    );
  }

  /** What this person was already asked about this thing: when first (legal clock), and whether a letter is under way. */
  askedBefore(line: About): { first: Date | null; underWay: boolean } {
    const before = this.beside(line).filter((other) => other.period === line.period && ['SENT', 'SENDING', 'GATHERED'].includes(this.stateOf(other)));
    const first = before.reduce<Date | null>((earliest, { sentAt, sendAt }) => (earliest && earliest <= (sentAt ?? sendAt) ? earliest : (sentAt ?? sendAt)), null);
    return { first, underWay: before.some((other) => this.stateOf(other) === 'SENDING') };
  }

  /** What was just decided of these lines. */
  note(ids: readonly string[], state: Line['state']): void {
    for (const id of ids) this.states.set(id, state);
  }

  /** This line does not leave before that instant: kept with the others (`keepWaits`). */
  wait(line: Line, to: Date): void {
    this.waits.push({ line, to });
  }

  async keepWaits(tx: Tx): Promise<void> {
    await postpone(tx, this.waits.splice(0));
  }

  /** Has something been decided of this line in this handful? */
  isDecided({ id }: { readonly id: string }): boolean {
    return this.states.has(id);
  }

  private stateOf({ id, state }: Beside): Line['state'] {
    return this.states.get(id) ?? state;
  }

  private beside(line: About): Beside[] {
    return (this.matters.get(matterOf(line)) ?? []).filter(({ id }) => id !== line.id);
  }
}

function known<Value>(values: Map<string, Promise<Value>>, key: string, ask: () => Promise<Value>): Promise<Value> {
  const value = values.get(key) ?? ask();
  values.set(key, value);
  return value;
}
