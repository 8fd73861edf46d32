import { createHash } from 'node:crypto';
import { territoryKept, WorkCalendar, type CivilDate, type Zones } from '#kernel';
import { recipientsOf, scheduleOf, type Sitting } from '../../libs/notices/src/domain/crowd.js';
import type { Debt } from '../../libs/notices/src/domain/planning.js';
import { LedgerInMemory, uniqueKey, type Around, type Letter, type Line } from './ledger-in-memory.js';
import { releaseAt } from './clocks.js';
import type { Spell, Stage, Story, Told } from './story.js';
import { holderOn, type Seat, type Town } from './towns.js';

/** What a planted defect replaces. */
export interface Parts {
  readonly calendarOf?: (town: Town) => WorkCalendar;
  readonly keyOf?: typeof uniqueKey;
  /** Who sits: a defect may not notice a succession. */
  readonly sits?: (story: Story, seat: Seat, day: CivilDate) => string | null;
}

const usualCalendar = ({ country, zone, declared }: Town): WorkCalendar => new WorkCalendar(territoryKept({ country, zone, closedDays: [...declared.closed], workedDays: [...declared.worked] }));

export const stageAt = ({ stages }: Spell, instant: Date): Stage | undefined => stages.findLast(({ at }) => at <= instant);

/** A partnership's decade as the house lives it: acts, offices that change, clocks that change, outages; letter by letter. */
class Life {
  private readonly ledger: LedgerInMemory;
  private readonly letters: Letter[] = [];
  private readonly calendars: ReadonlyMap<string, WorkCalendar>;
  private known: { key: string; recipients: Around['recipients']; schedule: Around['schedule']; sittings: readonly Sitting[] } | null = null;

  constructor(
    private readonly story: Story,
    private readonly parts: Parts,
  ) {
    this.ledger = new LedgerInMemory(parts.keyOf);
    this.calendars = new Map(story.cast.towns.map((town) => [town.id, (parts.calendarOf ?? usualCalendar)(town)]));
  }

  private sits(seat: Seat, day: CivilDate): string | null {
    return this.parts.sits ? this.parts.sits(this.story, seat, day) : holderOn(this.story.cast, seat, day);
  }

  /** The people of an instant, with their calendars: the same until an office changes hands or the clocks' data do. */
  private crowd(now: Date, zones: Zones): NonNullable<Life['known']> {
    const { seats, rhythms } = this.story.cast;
    const sittings = seats.flatMap((seat): Sitting[] => {
      const personId = this.sits(seat, zones.civilAt(now, seat.town.zone).date);
      return personId === null ? [] : [{ personId, partyId: seat.town.id, category: seat.category, member: seat.member, rhythm: rhythms.get(personId) ?? 'IMMEDIATE' }];
    });
    const key = [zones.dataVersion, ...sittings.map(({ personId, partyId, category }) => `${personId} ${partyId} ${category}`)].join('|');
    if (this.known?.key !== key) this.known = { key, sittings, recipients: recipientsOf(sittings), schedule: remembering(scheduleOf(sittings, { calendars: this.calendars, zones })) };
    return this.known;
  }

  private debts(now: Date, sittings: readonly Sitting[]): Debt[] {
    return this.story.spells.flatMap((spell): Debt[] => {
      const stage = stageAt(spell, now);
      if (!stage || stage.standing === 'SETTLED') return [];
      const inOffice = sittings.filter(({ category }) => category === spell.owedBy);
      const own = inOffice.filter(({ partyId }) => stage.towns.includes(partyId));
      const debtors = spell.owedBy === 'COORDINATOR' && own.length === 0 ? inOffice : own;
      return [{ ...spell.debt, partnershipId: 'p', standing: stage.standing, debtors: debtors.map(({ personId }) => personId), details: {}, ...(spell.everySide ? {} : { sides: stage.towns }) }];
    });
  }

  private around(now: Date): Around {
    const { zones } = releaseAt(this.story.releases, now);
    const { recipients, schedule, sittings } = this.crowd(now, zones);
    const zoneOf = (personId: string): string => this.story.cast.towns.find(({ id }) => id === sittings.find((one) => one.personId === personId)?.partyId)?.zone ?? 'UTC';
    const away = this.story.outages.find(({ of, from, to }) => of === 'RELAY' && from <= now && now < to);
    return { now, recipients, schedule, zones, zoneOf, debts: this.debts(now, sittings), rhythmOf: (personId) => this.story.cast.rhythms.get(personId) ?? 'IMMEDIATE', relayAwayUntil: away?.to ?? null };
  }

  private hear(told: Told, around: Around): void {
    const { zones } = around;
    const named = told.to.length === 0 ? [null] : this.story.cast.seats.filter(({ category, town }) => category === 'CO_PRESIDENT' && told.to.includes(town.id)).map((seat) => this.sits(seat, zones.civilAt(told.at, seat.town.zone).date));
    for (const personId of named) this.ledger.hear({ ...told, data: personId === null ? told.data : { ...told.data, personId } }, around);
  }

  /** Wakes at each act, each change of office, each hour of a line, each end of an outage; asleep during one. */
  letterByLetter(): Letter[] {
    const { from, to, outages, told } = this.story;
    const moments = momentsOf(this.story);
    let [moment, heard, planned] = [0, 0, 0];
    for (let now = from; now < to; ) {
      const asleep = outages.find((outage) => outage.of === 'DESK' && outage.from <= now && now < outage.to);
      if (asleep) now = asleep.to;
      const around = this.around(now);
      for (; told[heard] && told[heard]!.at <= now; heard += 1) this.hear(told[heard]!, around);
      for (; moments[moment] && moments[moment]! <= now; moment += 1) planned = 0;
      if (now.getTime() - planned > 20 * 86_400_000) {
        this.ledger.plan(around);
        planned = now.getTime();
      }
      this.letters.push(...this.ledger.sendDue(around));
      now = new Date(Math.min(moments[moment]?.getTime() ?? to.getTime(), this.ledger.nextAt()?.getTime() ?? Infinity, planned + 21 * 86_400_000));
    }
    return this.letters;
  }
}

/** The hours of a day are asked many times. */
function remembering(schedule: Around['schedule']): Around['schedule'] {
  const known = new Map<string, ReturnType<Around['schedule']>>();
  return (planned, recipient) => {
    const key = `${planned.date} ${planned.after} ${planned.step.sending} ${planned.step.debt === 'MINUTES'} ${recipient.personId}`;
    const answer = known.get(key) ?? schedule(planned, recipient);
    known.set(key, answer);
    return answer;
  };
}

/** Every instant at which what is owed, or who owes it, or the clocks' data change. */
export function momentsOf({ spells, told, cast, releases, from, to }: Story): Date[] {
  const offices = cast.mandates.flatMap(({ seatId, from: begins, until }) => {
    const { zone } = cast.seats.find(({ id }) => id === seatId)!.town;
    return [begins, until].flatMap((day) => (day === null ? [] : [releaseAt(releases, new Date(`${day}T00:00:00Z`)).zones.instantOf(day, '00:00', zone)]));
  });
  const times = [...spells.flatMap(({ stages }) => stages.map(({ at }) => at)), ...told.map(({ at }) => at), ...offices, ...releases.map(({ installedAt }) => installedAt)].map((at) => at.getTime());
  return [...new Set(times)].filter((time) => time > from.getTime() && time < to.getTime()).sort((one, other) => one - other).map((time) => new Date(time));
}

export const live = (story: Story, parts: Parts = {}): Letter[] => new Life(story, parts).letterByLetter();

const lineTold = ({ rule, objectId, period, occurrence }: Line): string => `${rule} ${objectId} ${period} ${occurrence}`;
/** What left, when, to whom: the same for the same seed. */
export const traceOf = (letters: readonly Letter[]): string => createHash('sha256').update(letters.map(({ at, personId, lines }) => `${at.toISOString()} ${personId} ${lines.map(lineTold).join(' + ')}`).join('\n')).digest('hex');
