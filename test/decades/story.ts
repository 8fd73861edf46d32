import { addDays, addMonths, civilDate, civilDateOf, type CivilDate } from '#kernel';
import type { Debt } from '../../libs/notices/src/domain/planning.js';
import type { Standing } from '../../libs/notices/src/domain/ladder.js';
import { Chance } from './chance.js';
import { outagesOf, releaseAt, releasesOf, type Outage, type Release } from './clocks.js';
import { castOf, type Cast, type Seat, type Town } from './towns.js';

/** From an instant on, a debt stands so, and these towns owe it. */
export interface Stage {
  readonly at: Date;
  readonly standing: Standing;
  readonly towns: readonly string[];
}

/** A debt from its birth to its end. `owedBy`: the office that owes it in person; `null` when it names nobody. */
export interface Spell {
  readonly debt: Pick<Debt, 'kind' | 'objectKind' | 'objectId' | 'period' | 'base' | 'end' | 'lastNotice'>;
  readonly owedBy: Seat['category'] | null;
  /** Owed by every side rather than by those named. */
  readonly everySide: boolean;
  readonly stages: readonly Stage[];
}

/** Something done that is told at once. `to`: an office of some towns, where it names persons one by one. */
export interface Told {
  readonly at: Date;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly data: { readonly [key: string]: string };
  readonly to: readonly string[];
}

/** Ten years of a partnership. */
export interface Story {
  readonly seed: number;
  readonly from: Date;
  readonly to: Date;
  readonly cast: Cast;
  readonly releases: readonly Release[];
  readonly outages: readonly Outage[];
  readonly spells: readonly Spell[];
  readonly told: readonly Told[];
}

/** People act by day and in the evening, on any day of the week. */
export const actOn = (day: CivilDate, chance: Chance): Date => new Date(`${day}T${String(chance.between(7, 20)).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}:00Z`);

/** What a decade is written with. */
export interface Pen {
  readonly chance: Chance;
  readonly towns: readonly Town[];
  readonly spells: Spell[];
  readonly told: Told[];
}

type About = Spell['debt'];
const all = ({ towns }: Pen): string[] => towns.map(({ id }) => id);
export const stage = (at: Date, standing: Standing, towns: readonly string[]): Stage => ({ at, standing, towns });

export function owe({ spells }: Pen, { debt, owedBy, everySide }: Omit<Spell, 'stages'>, stages: readonly Stage[]): void {
  spells.push({ debt, owedBy, everySide, stages: [...stages].sort((one, other) => one.at.getTime() - other.at.getTime()) });
}

const nobody = { owedBy: null, everySide: true } as const;
const dayStart = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);

/** Minutes final on a day: asked for, signed or refused town by town; answers when they are executory. */
function signing(pen: Pen, { id, day, version }: { id: string; day: CivilDate; version: number }): Date {
  const { chance, told } = pen;
  const final = actOn(day, chance);
  const subject = { kind: 'minutes', id };
  const about: About = { kind: 'MINUTES', objectKind: 'minutes', objectId: id, period: String(version), base: day };
  told.push({ at: final, kind: 'SignatureRequested', subject, data: { version: String(version) }, to: all(pen) });
  const signed = all(pen).map((town) => ({ town, at: new Date(final.getTime() + chance.between(1, chance.is(0.7) ? 240 : 1_600) * 3_600_000) })).sort((one, other) => one.at.getTime() - other.at.getTime());
  const stages = [stage(final, 'OPEN', all(pen)), ...signed.map(({ at }, place) => stage(at, place === signed.length - 1 ? 'SETTLED' : 'OPEN', signed.slice(place + 1).map(({ town }) => town)))];
  const refusal = chance.is(0.12) && version < 3 ? signed[chance.between(0, signed.length - 1)]! : null;
  owe(pen, { debt: about, owedBy: 'CO_PRESIDENT', everySide: false }, refusal ? [...stages.filter(({ at }) => at < refusal.at), stage(refusal.at, 'SETTLED', [])] : stages);
  if (!refusal) {
    const at = signed.at(-1)!.at;
    told.push({ at, kind: 'MinutesBecameExecutory', subject, data: { version: String(version) }, to: [] });
    return at;
  }
  told.push({ at: refusal.at, kind: 'SignatureRefused', subject, data: { version: String(version) }, to: [] });
  const again = addDays(civilDate(refusal.at.toISOString().slice(0, 10)), chance.between(2, 20));
  return signing(pen, { id, day: again, version: version + 1 });
}

interface Held {
  readonly closed: Date;
  readonly executory: Date;
  readonly scheduled: Date;
}

/** A meeting that stands in the last fifty days before the plan's day is the one that must adopt it. */
function forPlan(on: CivilDate, year: number): { end?: CivilDate } {
  const D = civilDateOf(year, 12, 31);
  return on > addDays(D, -50) && on <= D ? { end: D } : {};
}

/** A session from the day it is put on the calendar to its executory minutes. */
function session(pen: Pen, { id, year, day: first, host }: { id: string; year: number; day: CivilDate; host: string }): Held {
  const { chance, told } = pen;
  const by = (on: CivilDate): About => ({ kind: 'MEETING', objectKind: 'meeting', objectId: id, period: on, base: on, ...forPlan(on, year) });
  const scheduled = actOn(addDays(first, -chance.between(12, Math.min(260, (Date.parse(first) - Date.parse(`${year}-01-05`)) / 86_400_000))), chance);
  const moved = chance.is(0.2) ? addDays(first, chance.between(3, 25)) : null;
  const convened = actOn(addDays(first, -chance.between(4, 11)), chance) > scheduled && chance.is(0.5) ? actOn(addDays(first, -chance.between(1, 10)), chance) : new Date(Math.max(scheduled.getTime() + 7_200_000, actOn(addDays(first, -chance.between(10, 45)), chance).getTime()));
  const movedAt = moved && new Date((scheduled.getTime() + convened.getTime()) / 2);
  const day = moved ?? first;
  owe(pen, { debt: by(first), owedBy: 'CO_PRESIDENT', everySide: false }, [stage(scheduled, 'OPEN', [host]), stage(movedAt ?? convened, 'SETTLED', [])]);
  if (moved && movedAt) owe(pen, { debt: by(moved), owedBy: 'CO_PRESIDENT', everySide: false }, [stage(movedAt, 'OPEN', [host]), stage(convened, 'SETTLED', [])]);
  told.push({ at: convened, kind: 'MeetingConvened', subject: { kind: 'meeting', id }, data: { at: convened.toISOString() }, to: [] });
  const closed = new Date(Math.max(actOn(day, chance).getTime(), convened.getTime() + 3_600_000));
  const review = new Date(closed.getTime() + chance.between(1, 24 * 25) * 3_600_000);
  const finalDay = addDays(civilDate(review.toISOString().slice(0, 10)), chance.between(1, 20));
  const executory = signing(pen, { id: `${id}-pv`, day: finalDay, version: 1 });
  const final = pen.told.find(({ subject, kind }) => subject.id === `${id}-pv` && kind === 'SignatureRequested')!.at;
  owe(pen, { debt: { kind: 'DRAFTING', objectKind: 'meetingMinutes', objectId: id, period: day, base: day }, ...nobody }, [stage(closed, 'OPEN', []), stage(review, 'IN_REVIEW', []), stage(final, 'SETTLED', [])]);
  return { closed, executory, scheduled };
}

/** C2: the plan of the year after, and what leads to it. */
function cycle(pen: Pen, year: number): void {
  const { chance, towns } = pen;
  const D = civilDateOf(year, 12, 31);
  const opened = dayStart(civilDateOf(year, 1, 1));
  const day = addDays(D, chance.is(0.8) ? -chance.between(12, 80) : chance.between(1, 40));
  const held = session(pen, { id: `session-${year}`, year, day, host: towns[year % towns.length]!.id });
  const period = String(year + 1);
  const end = dayStart(civilDateOf(year + 2, 1, 1));
  const plan: About = { kind: 'PLAN', objectKind: 'actionPlan', objectId: 'agreement', period, base: D };
  owe(pen, { debt: plan, ...nobody }, [stage(opened, 'OPEN', []), ...(held.closed < end ? [stage(held.closed, 'ADOPTED', [])] : []), stage(held.executory < end ? held.executory : end, 'SETTLED', [])]);
  const freed = held.scheduled > opened ? held.scheduled : opened;
  const cancelled = chance.is(0.15) ? new Date(freed.getTime() + 5 * 86_400_000) : null;
  owe(pen, { debt: { kind: 'SESSION', objectKind: 'partnership', objectId: 'p', period: String(year), base: D }, ...nobody }, [stage(opened, 'OPEN', []), stage(new Date(Math.max(freed.getTime(), opened.getTime() + 1)), 'SETTLED', []), ...(cancelled ? [stage(cancelled, 'OPEN', []), stage(new Date(cancelled.getTime() + chance.between(20, 900) * 3_600_000), 'SETTLED', [])] : [])]);
  const done = towns.map(({ id }) => ({ id, at: actOn(addDays(D, -chance.between(64, 140)), chance) })).sort((one, other) => one.at.getTime() - other.at.getTime());
  const last = dayStart(addDays(D, -59));
  owe(pen, { debt: { kind: 'SHEETS', objectKind: 'planSheets', objectId: 'agreement', period, base: addDays(D, -75) }, owedBy: 'TECHNICIAN', everySide: false }, [stage(opened, 'OPEN', all(pen)), ...done.filter(({ at }) => at < last).map(({ at }, place) => stage(at, place === done.length - 1 ? 'SETTLED' : 'OPEN', done.slice(place + 1).map(({ id }) => id))), stage(last, 'SETTLED', [])]);
  owe(pen, { debt: { kind: 'FREEZE', objectKind: 'planFreeze', objectId: 'agreement', period, base: addDays(D, -45) }, ...nobody }, [stage(actOn(addDays(D, -100), chance), 'OPEN', []), stage(actOn(addDays(D, -chance.between(31, 60)), chance), 'SETTLED', [])]);
}

/** Acts before the States, promised days of actions. */
function acts(pen: Pen, year: number): void {
  const { chance, towns } = pen;
  const one = (kind: About['kind'], id: string, base: CivilDate): About => ({ kind, objectKind: kind, objectId: id, period: `${kind} ${base}`, base });
  const any = (): CivilDate => addDays(civilDateOf(year, 1, 5), chance.between(0, 340));
  const after = (from: Date, days: number): Date => new Date(from.getTime() + chance.between(1, days * 24) * 3_600_000);
  if (chance.is(0.6)) {
    const sent = any();
    const at = actOn(sent, chance);
    const received = after(at, 20);
    const base = civilDate(received.toISOString().slice(0, 10));
    const owner = { owedBy: 'COORDINATOR', everySide: false } as const;
    const town = [towns[0]!.id];
    owe(pen, { debt: one('RECEIPT', `act-${year}`, sent), ...owner }, [stage(at, 'OPEN', town), stage(received, 'SETTLED', [])]);
    owe(pen, { debt: one('PUBLICATION', `act-${year}`, base), ...owner }, [stage(received, 'OPEN', town), stage(after(received, 60), 'SETTLED', [])]);
    owe(pen, { debt: one('CONTROL', `act-${year}`, addMonths(base, 2)), owedBy: null, everySide: false }, [stage(received, 'OPEN', town), stage(dayStart(addDays(addMonths(base, 2), 40)), 'SETTLED', [])]);
  }
  if (chance.is(0.5)) {
    const submitted = any();
    owe(pen, { debt: one('VISA', `visa-${year}`, submitted), owedBy: 'COORDINATOR', everySide: false }, [stage(actOn(submitted, chance), 'OPEN', [towns[1]!.id]), stage(after(actOn(addDays(submitted, 1), chance), 120), 'SETTLED', [])]);
  }
  for (let count = chance.between(0, 3); count > 0; count -= 1) {
    const promised = any();
    const town = [chance.pick([towns[0]!.id, towns[1]!.id])];
    owe(pen, { debt: one('ACTION', `action-${year}-${count}`, promised), owedBy: 'TECHNICIAN', everySide: false }, [stage(actOn(addDays(promised, -30), chance), 'OPEN', town), stage(actOn(addDays(promised, chance.between(-9, 70)), chance), 'SETTLED', [])]);
  }
}

/** The agreement's periods of three years, and how the last one ends. */
function periods(pen: Pen, from: CivilDate, to: CivilDate): void {
  const { chance } = pen;
  let [start, ordinal] = [addDays(from, -chance.between(0, 900)), 1];
  for (let end = addMonths(start, 36); start < to; start = end, end = addMonths(start, 36), ordinal += 1) {
    const about = { objectKind: 'agreement', objectId: 'agreement', end, lastNotice: addMonths(end, -3) } as const;
    const opened = new Date(Math.max(Date.parse(start), Date.parse(from)));
    const chosen = actOn(addDays(end, -chance.between(1, 400)), chance);
    if (chosen > opened) owe(pen, { debt: { kind: 'RENEWAL', ...about, period: String(ordinal), base: addMonths(end, -6) }, ...nobody }, [stage(opened, 'OPEN', []), stage(chosen, 'SETTLED', [])]);
    if (dayStart(end) > opened) owe(pen, { debt: { kind: 'TACIT', objectKind: 'agreement', objectId: 'agreement', period: `TACIT ${ordinal}`, base: end }, ...nobody }, [stage(opened, 'OPEN', []), stage(dayStart(addDays(end, 45)), 'SETTLED', [])]);
  }
  const given = addDays(to, -chance.between(60, 110));
  if (chance.is(0.4)) owe(pen, { debt: { kind: 'WIND_DOWN', objectKind: 'agreement', objectId: 'agreement', period: 'WIND_DOWN', base: given, end: addMonths(given, 3) }, ...nobody }, [stage(actOn(given, chance), 'OPEN', []), stage(dayStart(addMonths(given, 3)), 'SETTLED', [])]);
}

/** A mandate whose end is known is owed a successor until one is written down. */
function endings(pen: Pen, cast: Cast): void {
  for (const seat of cast.seats.filter(({ category }) => ['CO_PRESIDENT', 'ELECTED_MEMBER', 'COORDINATOR'].includes(category))) {
    for (const { until, followedOn } of cast.mandates.filter(({ seatId }) => seatId === seat.id)) {
      if (!until || !followedOn) continue;
      const known = actOn(addDays(until, -pen.chance.between(81, 150)), pen.chance);
      owe(pen, { debt: { kind: 'MANDATE', objectKind: 'seat', objectId: seat.id, period: until, base: until }, owedBy: null, everySide: false }, [stage(known, 'OPEN', [seat.town.id]), stage(actOn(followedOn, pen.chance), 'SETTLED', [])]);
    }
  }
}

/** Whoever takes up an office in the middle of the signatures is asked for hers. */
function signaturesFollow({ spells, told }: Pen, cast: Cast, releases: readonly Release[]): void {
  for (const seat of cast.seats.filter(({ category }) => category === 'CO_PRESIDENT')) {
    for (const { from } of cast.mandates.filter(({ seatId }) => seatId === seat.id)) {
      const at = releaseAt(releases, dayStart(from)).zones.instantOf(from, '00:00', seat.town.zone);
      for (const { debt, stages } of spells.filter((spell) => spell.debt.kind === 'MINUTES')) {
        const now = stages.findLast((one) => one.at <= at);
        if (now?.standing === 'OPEN' && now.towns.includes(seat.town.id)) told.push({ at, kind: 'SignatureRequested', subject: { kind: 'minutes', id: debt.objectId }, data: { version: debt.period }, to: [seat.town.id] });
      }
    }
  }
}

/** F33: while a presidency is empty and nobody is known to follow, what waits for it alone is told, from the day on which both had come true. */
function chainsStop(pen: Pen, cast: Cast, releases: readonly Release[]): void {
  for (const seat of cast.seats.filter(({ category }) => category === 'CO_PRESIDENT')) {
    for (const { until, followedOn } of cast.mandates.filter(({ seatId }) => seatId === seat.id)) {
      if (!until || !followedOn || followedOn <= until) continue;
      const emptied = releaseAt(releases, dayStart(until)).zones.instantOf(until, '00:00', seat.town.zone);
      for (const { debt, stages } of pen.spells.filter((spell) => ['MINUTES', 'MEETING'].includes(spell.debt.kind))) {
        const waits = ({ standing, towns }: Stage): boolean => standing === 'OPEN' && towns.includes(seat.town.id);
        const first = stages.findIndex(waits);
        const [from, to] = [stages[first]?.at, stages.slice(first).find((one) => !waits(one))?.at];
        if (!from || !to) continue;
        const [start, end] = [new Date(Math.max(emptied.getTime(), from.getTime())), new Date(Math.min(dayStart(followedOn).getTime(), to.getTime()))];
        const base = from > emptied ? civilDate(from.toISOString().slice(0, 10)) : until;
        const about: About = { kind: 'CHAIN', objectKind: 'emptyOffice', objectId: debt.objectId, period: `${seat.town.id} ${debt.period} ${base}`, base };
        if (start < end) owe(pen, { debt: about, owedBy: null, everySide: false }, [stage(start, 'OPEN', [seat.town.id]), stage(end, 'SETTLED', [])]);
      }
    }
  }
}

export function storyOf(seed: number, years = 10): Story {
  const chance = new Chance(seed);
  const first = chance.between(2025, 2036 - years);
  const span = { from: civilDateOf(first, 1, 1), to: civilDateOf(first + years, 1, 1) };
  const cast = castOf(chance, { seed, ...span });
  const pen: Pen = { chance, towns: cast.towns, spells: [], told: [] };
  for (let year = first; year < first + years; year += 1) {
    cycle(pen, year);
    acts(pen, year);
  }
  periods(pen, span.from, span.to);
  endings(pen, cast);
  const releases = releasesOf(chance, span);
  signaturesFollow(pen, cast, releases);
  chainsStop(pen, cast, releases);
  return { seed, from: dayStart(span.from), to: dayStart(span.to), cast, releases, outages: outagesOf(chance, span), spells: pen.spells, told: pen.told.sort((one, other) => one.at.getTime() - other.at.getTime()) };
}
