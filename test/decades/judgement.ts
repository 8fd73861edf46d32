import type { Letter, Line } from './ledger-in-memory.js';
import { momentsOf } from './living.js';
import { Oracle, type Turn } from './oracle.js';
import { designRows, news } from './rows-of-the-design.js';
import type { Spell, Story } from './story.js';

/** One thing wrong with a decade's letters. */
export interface Wrong {
  readonly what: 'EARLY' | 'AT_NIGHT_OR_ON_A_DAY_OFF' | 'WITHIN_48_HOURS' | 'OWES_NOTHING' | 'TWICE' | 'LOST';
  readonly says: string;
}

interface Told {
  readonly at: Date;
  readonly turn: Turn | null;
}

const quiet = 48 * 3_600_000;
const fortnight = 14 * 24 * 3_600_000;
const matterOf = ({ objectKind, objectId, period }: Pick<Line, 'objectKind' | 'objectId' | 'period'>): string => [objectKind, objectId, period].join('|');
const aboutOf = (personId: string, matter: string): string => `${personId}|${matter}`;

/** Reads a decade's letters beside the design: what left and should not have, what should have left and did not. */
class Judgement {
  private readonly oracle: Oracle;
  private readonly spells: ReadonlyMap<string, Spell>;
  private readonly turns: ReadonlyMap<string, readonly Turn[]>;
  private readonly moments: readonly Date[];
  private readonly told = new Map<string, Told[]>();
  readonly wrongs: Wrong[] = [];

  constructor(
    private readonly story: Story,
    letters: readonly Letter[],
  ) {
    this.oracle = new Oracle(story);
    this.moments = momentsOf(story);
    this.spells = new Map(story.spells.map((spell) => [`${spell.debt.kind}|${matterOf(spell.debt)}`, spell]));
    // A week's mail brings the days of that week: a few of them are past the decade's end.
    const beyond = ({ stages }: Spell): string => new Date(Math.min(story.to.getTime() + 14 * 86_400_000, stages.at(-1)!.at.getTime() + 60 * 86_400_000)).toISOString();
    this.turns = new Map([...this.spells].map(([key, spell]) => [key, this.oracle.turnsOf(spell).filter(({ day }) => day < beyond(spell))]));
    const seen = new Set<string>();
    for (const letter of letters) for (const line of letter.lines) this.read(line, letter.at, seen);
  }

  private say(what: Wrong['what'], at: Date, { personId, rule, objectId, period, occurrence }: Pick<Line, 'personId' | 'rule' | 'objectId' | 'period' | 'occurrence'>): void {
    this.wrongs.push({ what, says: `${at.toISOString()} ${personId} ${rule} ${objectId} ${period} ${occurrence}` });
  }

  /** One line that left: its hour had come, its reader was there and owed or was owed it, once, out of the quiet. */
  private read(line: Line, at: Date, seen: Set<string>): void {
    const { rule, personId, occurrence } = line;
    const about = aboutOf(personId, matterOf(line));
    const before = this.told.get(about) ?? [];
    const key = `${about}|${rule}|${occurrence}`;
    if (seen.has(key)) this.say('TWICE', at, line);
    seen.add(key);
    const row = designRows.find((one) => one.rule === rule);
    const spell = row && this.spells.get(`${row.debt}|${matterOf(line)}`);
    const turn = (row && this.turns.get(`${row.debt}|${matterOf(line)}`)?.find((one) => one.row === row && one.occurrence === occurrence)) ?? null;
    this.told.set(about, [...before, { at, turn }]);
    if (!row) return;
    if (!spell || !turn || !this.oracle.told(spell, turn, at).has(personId)) return this.say('OWES_NOTHING', at, line);
    const hour = this.oracle.hourOf(turn, personId, at);
    if (hour > at) this.say('EARLY', at, line);
    if (before[0] && at.getTime() - before[0].at.getTime() < quiet && at > before[0].at) this.say('WITHIN_48_HOURS', at, line);
    const town = this.oracle.townOf(personId);
    if (this.oracle.openFrom(at, town) > at) this.say('AT_NIGHT_OR_ON_A_DAY_OFF', at, line);
  }

  /** Every row that falls due to somebody reaches her by the next possible hour, by itself or in a newer one. */
  findLost(): void {
    for (const [key, spell] of this.spells) {
      const turns = this.turns.get(key) ?? [];
      const owed = new Set<string>();
      for (const turn of turns) for (const personId of this.everReached(spell, turn)) if (!owed.has(`${personId}|${turn.row.rule}|${turn.occurrence}`)) this.check(spell, turn, personId);
    }
  }

  /** Everybody whom a row speaks to at its hour, or later when an office or a standing changes while it is still the newest. */
  private everReached(spell: Spell, turn: Turn): Set<string> {
    const people = new Set<string>();
    const last = spell.stages.at(-1)!.at;
    const from = new Date(`${turn.day}T00:00:00Z`).getTime() - 10 * 86_400_000;
    const moments = [new Date(from), ...this.moments.filter((at) => at.getTime() > from && at <= last && at.getTime() < from + 50 * 86_400_000)];
    for (const moment of moments) for (const personId of this.oracle.told(spell, turn, moment)) people.add(personId);
    return people;
  }

  private check(spell: Spell, turn: Turn, personId: string): void {
    const { story, oracle } = this;
    const hour = oracle.hourOf(turn, personId, new Date(Math.min(story.to.getTime(), Date.parse(`${turn.day}T00:00:00Z`))));
    const since = this.since(spell, turn, { personId, from: hour < story.from ? story.from : hour });
    if (!since) return;
    const about = this.told.get(aboutOf(personId, matterOf(spell.debt))) ?? [];
    const first = about[0]?.at;
    const town = oracle.townOf(personId);
    let by = oracle.possibleFrom(since, town);
    if (first && first <= by && first.getTime() + quiet > by.getTime()) by = oracle.possibleFrom(new Date(first.getTime() + quiet), town);
    if (news.includes(spell.debt.kind)) by = oracle.possibleFrom(new Date(by.getTime() + fortnight), town);
    if (by >= story.to || !oracle.told(spell, turn, by).has(personId)) return;
    const heard = about.some(({ at, turn: one }) => at <= by && one !== null && oracle.hourOf(one, personId, at) >= hour);
    if (!heard) this.say('LOST', by, { personId, rule: turn.row.rule, objectId: spell.debt.objectId, period: spell.debt.period, occurrence: turn.occurrence });
  }

  /** The first instant from which she is to be told this row: its hour, or the later act that makes it hers; `null` when it never is, or a newer row is there first. */
  private since(spell: Spell, turn: Turn, { personId, from }: { personId: string; from: Date }): Date | null {
    const last = spell.stages.at(-1)!.at;
    const candidates = [from, ...this.moments.filter((at) => at > from && at <= last && at.getTime() < from.getTime() + 40 * 86_400_000)];
    return candidates.find((at) => this.oracle.told(spell, turn, at).has(personId)) ?? null;
  }
}

/** Everything wrong with the letters of a decade; nothing is what is wanted. */
export function wrongsOf(story: Story, letters: readonly Letter[]): Wrong[] {
  const judgement = new Judgement(story, letters);
  judgement.findLost();
  return judgement.wrongs;
}
