import { addDays, addMonths, civilDate, weekdayOf, type CivilDate } from '#kernel';
import { hijriFeastsOf, isRamadan } from '../../libs/kernel/src/holidays-hijri.js';
import { releaseAt } from './clocks.js';
import { stageAt } from './living.js';
import { designRows, endsWithItsDay, type DesignRow } from './rows-of-the-design.js';
import type { Spell, Stage, Story } from './story.js';
import { holderOn, type Town } from './towns.js';

const easters: Readonly<Record<number, string>> = { 2024: '03-31', 2025: '04-20', 2026: '04-05', 2027: '03-28', 2028: '04-16', 2029: '04-01', 2030: '04-21', 2031: '04-13', 2032: '03-28', 2033: '04-17', 2034: '04-09', 2035: '03-25', 2036: '04-13', 2037: '04-05' };
const closed = {
  FR: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  MA: ['01-01', '01-11', '01-14', '05-01', '07-30', '08-14', '08-20', '08-21', '10-31', '11-06', '11-18'],
  DZ: [],
} as const;
const hour = 3_600_000;
const letterOf = { OPEN: 'O', IN_REVIEW: 'R', ADOPTED: 'A', SETTLED: '' } as const;

/** A row, its turn, its day. */
export interface Turn {
  readonly row: DesignRow;
  readonly occurrence: number;
  readonly day: CivilDate;
  /** The day that it counts on from: a row that follows something is never told before it happened, nor on its day. */
  readonly follows: CivilDate | null;
}

/** What should have left, said by the design's tables, a calendar of its own and its own clocks; it never asks the code it judges. */
export class Oracle {
  private readonly worked = new Map<string, boolean>();
  private readonly hours = new Map<string, Date>();

  constructor(private readonly story: Story) {}

  private isWorked(day: CivilDate, { id, country, declared }: Town): boolean {
    const key = `${id} ${day}`;
    const known = this.worked.get(key);
    if (known !== undefined) return known;
    const year = Number(day.slice(0, 4));
    const easter = civilDate(`${year}-${easters[year]}`);
    const feast = (closed[country] as readonly string[]).includes(day.slice(5)) || (country === 'FR' && [1, 39, 50].some((days) => addDays(easter, days) === day)) || (country === 'MA' && hijriFeastsOf(year).some(({ date }) => date === day));
    const off = (country === 'DZ' ? [5, 6] : [6, 7]).includes(weekdayOf(day)) || declared.closed.has(day) || (feast && !declared.worked.has(day));
    this.worked.set(key, !off);
    return !off;
  }

  private onWorkday(day: CivilDate, town: Town, step: 1 | -1): CivilDate {
    let found = day;
    while (!this.isWorked(found, town)) found = addDays(found, step);
    return found;
  }

  private local(instant: Date, town: Town): { day: CivilDate; minutes: number } {
    const wall = instant.getTime() + releaseAt(this.story.releases, instant).offset(instant, town.zone) * 60_000;
    return { day: civilDate(new Date(wall).toISOString().slice(0, 10)), minutes: Math.floor((wall % (24 * hour)) / 60_000) };
  }

  /** Nine there; ten in Morocco in Ramadan. As the clocks are known at `asKnown`. */
  private opening(day: CivilDate, town: Town, asKnown: Date): Date {
    const { offset } = releaseAt(this.story.releases, asKnown);
    const wall = Date.parse(`${day}T${town.country === 'MA' && isRamadan(day) ? '10' : '09'}:00:00Z`);
    const minutes = [0, 60, 120].find((one) => offset(new Date(wall - one * 60_000), town.zone) === one)!;
    return new Date(wall - minutes * 60_000);
  }

  openFrom(instant: Date, town: Town): Date {
    const { day, minutes } = this.local(instant, town);
    const opens = town.country === 'MA' && isRamadan(day) ? 600 : 540;
    if (this.isWorked(day, town)) return minutes >= opens ? instant : this.opening(day, town, instant);
    return this.opening(this.onWorkday(day, town, 1), town, instant);
  }

  /** The first instant from which a letter can leave to a reader there: the desk awake, a relay that answers, an open hour. */
  possibleFrom(instant: Date, town: Town): Date {
    let found = this.openFrom(instant, town);
    for (let away = this.outageAt(found); away; away = this.outageAt(found)) found = this.openFrom(away.to, town);
    return found;
  }

  private outageAt = (instant: Date) => this.story.outages.find(({ from, to }) => from <= instant && instant < to);

  townOf(personId: string): Town {
    return this.story.cast.towns.find(({ id }) => personId.startsWith(`${id}:`))!;
  }

  turnsOf({ debt }: Spell): Turn[] {
    const rows = designRows.filter((row) => row.debt === debt.kind);
    const turns = rows.flatMap((row): Turn[] => {
      const from = row.from === 'END' ? debt.end : row.from === 'NOTICE' ? debt.lastNotice : debt.base;
      if (!from) return [];
      const day = addDays(addMonths(from, row.months), row.days);
      return [{ row, occurrence: 1, day, follows: day > from ? from : row.hasCome ? addDays(from, -1) : null }];
    });
    const last = turns.at(-1);
    if (last && !endsWithItsDay.includes(debt.kind)) for (let again = 1; again < 130; again += 1) turns.push({ ...last, occurrence: again + 1, day: addDays(last.day, again * 30) });
    return turns;
  }

  /** The hour of a row for a person: moved off days off, brought to the week's first working day where she chose a weekly mail. */
  hourOf({ row, day, follows }: Turn, personId: string, asKnown: Date): Date {
    const key = `${row.debt} ${row.moves} ${day} ${follows} ${personId} ${releaseAt(this.story.releases, asKnown).installedAt.getTime()}`;
    const known = this.hours.get(key);
    if (known) return known;
    const town = this.townOf(personId);
    const comesAfter = (one: CivilDate): boolean => follows === null || one > follows;
    let on = this.onWorkday(day, town, row.moves === 'EARLIER' ? -1 : 1);
    if (!comesAfter(on)) on = this.onWorkday(day, town, 1);
    if (this.story.cast.rhythms.get(personId) === 'WEEKLY' && row.debt !== 'MINUTES') {
      const week = this.onWorkday(addDays(on, 1 - weekdayOf(on)), town, 1);
      if (row.moves === 'EARLIER') on = week < on && comesAfter(week) ? week : on;
      else on = week >= on ? week : this.onWorkday(addDays(on, 8 - weekdayOf(on)), town, 1);
    }
    const at = this.opening(on, town, asKnown);
    this.hours.set(key, at);
    return at;
  }

  private holders(instant: Date, is: (category: string, townId: string) => boolean): string[] {
    const { cast } = this.story;
    return cast.seats.filter(({ category, town }) => is(category, town.id)).flatMap((seat) => holderOn(cast, seat, this.local(instant, seat.town).day) ?? []);
  }

  private debtors({ owedBy }: Spell, { towns }: Stage, instant: Date): string[] {
    const own = this.holders(instant, (category, town) => category === owedBy && towns.includes(town));
    return own.length === 0 && owedBy === 'COORDINATOR' ? this.holders(instant, (category) => category === owedBy) : own;
  }

  /** Whom a row tells at an instant; nobody when its debt does not stand so. */
  told(spell: Spell, { row }: Turn, instant: Date): Set<string> {
    const stage = stageAt(spell, instant);
    if (!stage || !row.while.includes(letterOf[stage.standing]) || stage.standing === 'SETTLED') return new Set();
    const owing = this.debtors(spell, stage, instant);
    const side = (town: string): boolean => spell.everySide || stage.towns.includes(town);
    const offices: Readonly<Record<string, () => string[]>> = {
      P: () => this.holders(instant, (category) => category === 'CO_PRESIDENT'),
      C: () => this.holders(instant, (category) => category === 'COORDINATOR'),
      K: () => this.holders(instant, (category) => category === 'CABINET'),
      S: () => this.holders(instant, (category) => category === 'SESSION_SECRETARY'),
      M: () => this.story.cast.seats.filter(({ member }) => member).flatMap((seat) => holderOn(this.story.cast, seat, this.local(instant, seat.town).day) ?? []),
      d: () => owing,
      c: () => this.holders(instant, (category, town) => category === 'COORDINATOR' && side(town)),
      k: () => this.holders(instant, (category, town) => category === 'CABINET' && side(town)),
      p: () => this.holders(instant, (category, town) => category === 'CO_PRESIDENT' && side(town)),
    };
    const people = new Set([...row.to].flatMap((office) => offices[office]!()));
    // Who has signed is asked no more, until both presidencies are told that a signature is missing (P+30).
    if (row.debt === 'MINUTES' && row.to === 'PC' && owing.length === 0) this.holders(instant, (category) => category === 'CO_PRESIDENT').forEach((one) => people.delete(one));
    return people;
  }
}
