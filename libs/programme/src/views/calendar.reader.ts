import { whyLacking } from '#agreement';
import { addDays, civilDateOf, compareDates, dateInWords, fieldsOf, holidayCoverage, weekdayOf, yearOf, type CivilDate, type Language, type Zones } from '#kernel';
import { say } from '#phrases';
import type { ReadTx } from '#platform';
import { deadlineOf, deadlineSetting } from '../domain/adoption.js';
import { milestoneDays, milestoneNames } from '../domain/back-plan.js';
import { columnOf, isLiving } from '../domain/board.js';
import { daysOff, ramadanIn, sharedHolidays, type DayOff, type Working } from '../domain/year-calendar.js';
import { meetingsOfYear, type MeetingLine } from '../store/meeting.seen.js';
import { daysAfter, lastMoves } from '../store/milestone.store.js';
import { isUuid } from '../store/uuid.js';
import { calendarsOf, listed } from './back-plan.reader.js';
import { isBoardYear } from './board.reader.js';
import type { CalendarActionType, CalendarAxisType, CalendarDayType, CalendarMonthType, PlanCalendarType } from './calendar.types.js';
import { planOfYear } from './plan.reader.js';
import { programmeOf, type Programme } from './programme.reader.js';
import { sheetsOfYear, type SheetLine } from './sheet.reader.js';

const regions: Readonly<Record<'fr' | 'ar', Intl.DisplayNames>> = { fr: new Intl.DisplayNames('fr-FR', { type: 'region' }), ar: new Intl.DisplayNames('ar-MA', { type: 'region' }) };
const countriesIn = (countries: readonly string[], language: Language): string => listed(countries.map((code) => regions[language === 'ar' ? 'ar' : 'fr'].of(code) ?? code), language);

const asked = { warning: null, href: null };

function holidaysView(countries: readonly string[], year: number, language: Language): CalendarDayType[] {
  return sharedHolidays(countries, year).map(({ date, name, countries: keeping, predicted }) => ({
    day: date,
    kind: 'HOLIDAY',
    sentence: say(language, 'programme.calendar.holiday', { name: say(language, `programme.holiday.${name}`), countries: countriesIn(keeping, language) }),
    warning: predicted ? say(language, 'programme.calendar.toConfirm') : null,
    href: null,
  }));
}

function meetingsView(meetings: readonly MeetingLine[], { parties }: Programme, language: Language): CalendarDayType[] {
  return meetings.map(({ id, day, kind, hostPartyId, standing }) => {
    const host = parties.find((party) => party.id === hostPartyId)?.shortName ?? '';
    return { day, kind: 'MEETING', sentence: say(language, 'programme.calendar.meeting', { kind, host, standing }), warning: null, href: `/meetings/${id}` };
  });
}

/** What this year asks for the next plan: the steps of its preparation, and its deadline. Nothing where no text sets one. */
async function preparationView(tx: ReadTx, programme: Programme, at: { year: number; zones: Zones }): Promise<CalendarDayType[]> {
  const zonesOfParties = programme.parties.map(({ territory }) => territory.zone);
  const deadline = deadlineOf(at.year + 1, { setting: deadlineSetting(programme.rules.get('deadline')?.value), zonesOfParties, zones: at.zones });
  if (!deadline) return [];
  const { language } = tx.ctx;
  const days = milestoneDays(deadline, daysAfter(await lastMoves(tx, programme.partnershipId)), calendarsOf(programme.parties));
  const { event, year } = deadline.rule;
  return milestoneNames.map((name) => ({
    day: days[name],
    kind: name === 'ADOPTION' ? 'DEADLINE' : 'MILESTONE',
    sentence: say(language, 'programme.calendar.milestone', { year: String(year), title: say(language, `programme.milestone.name.${name}`, { event }), last: name === 'ADOPTION' ? 'YES' : 'NO' }),
    ...asked,
    href: `/plans/${year}#back-plan`,
  }));
}

const hintOf = (day: CivilDate, { holiday, countries, parties }: DayOff, language: Language): string =>
  say(language, 'programme.calendar.hint', {
    day: dateInWords(day, language),
    why: holiday ? 'HOLIDAY' : 'DAY_OFF',
    name: holiday ? say(language, `programme.holiday.${holiday}`) : '',
    where: holiday ? countriesIn(countries, language) : listed(parties, language),
  });

const datesIn = ({ startsOn, endsOn }: SheetLine, language: Language): string =>
  say(language, 'programme.calendar.dates', {
    known: startsOn ? (endsOn ? 'BOTH' : 'START') : endsOn ? 'END' : 'NONE',
    from: startsOn ? dateInWords(startsOn, language, 'LONG') : '',
    to: endsOn ? dateInWords(endsOn, language, 'LONG') : '',
  });

interface Drawing {
  readonly programme: Programme;
  readonly sheets: readonly SheetLine[];
  readonly retained: ReadonlySet<string>;
  readonly working: readonly Working[];
  readonly language: Language;
}

function actionView(sheet: SheetLine, { retained, working, language }: Drawing): CalendarActionType {
  const { id, title, startsOn, endsOn } = sheet;
  const hints = startsOn ? daysOff(startsOn, working).map((off) => hintOf(startsOn, off, language)) : [];
  const state = columnOf(sheet, retained);
  return { id, title, startsOn, endsOn, state, stateTitle: say(language, `programme.column.${state}`), sentence: datesIn(sheet, language), hints };
}

const byStart = (one: CalendarActionType, other: CalendarActionType): number => (one.startsOn ?? '9').localeCompare(other.startsOn ?? '9') || one.id.localeCompare(other.id);

function axesView(drawing: Drawing): CalendarAxisType[] {
  const { programme, sheets, language } = drawing;
  const on = (axisId: string | null): CalendarActionType[] => sheets.filter((sheet) => sheet.axisId === axisId).map((sheet) => actionView(sheet, drawing)).sort(byStart);
  const axes = programme.axes.filter(({ kind }) => kind === 'STRATEGIC').map(({ id, number, title }) => ({ title: say(language, 'programme.calendar.axis', { number, title }), actions: on(id) }));
  return [...axes, { title: say(language, 'programme.calendar.outsideAxes'), actions: on(null) }].filter(({ actions }) => actions.length > 0);
}

const endsView = ({ sheets, language }: Drawing, year: number): CalendarDayType[] =>
  sheets.flatMap(({ id, title, startsOn, endsOn }) =>
    ([['START', startsOn], ['END', endsOn]] as const).flatMap(([kind, day]) =>
      day && yearOf(day) === year ? [{ day, kind, sentence: say(language, `programme.calendar.${kind}`, { title }), ...asked, href: `/sheets/${id}` }] : [],
    ),
  );

function monthView(year: number, month: number, { entries, working, language }: { entries: readonly CalendarDayType[]; working: readonly Working[]; language: Language }): CalendarMonthType {
  const first = civilDateOf(year, month, 1);
  const all: CivilDate[] = [];
  for (let day = first; fieldsOf(day).month === month; day = addDays(day, 1)) all.push(day);
  return {
    month,
    title: dateInWords(first, language, 'MONTH'),
    firstWeekday: weekdayOf(first),
    days: all.length,
    daysOff: all.filter((day) => working.some(({ calendar }) => !calendar.isWorkingDay(day))).map((day) => fieldsOf(day).day),
    entries: entries.filter(({ day }) => day.slice(0, 7) === first.slice(0, 7)),
  };
}

function notesIn(countries: readonly string[], year: number, language: Language): string[] {
  const known = countries.filter((country) => holidayCoverage(country, year) !== 'COMPLETE');
  const said = known.map((country) => say(language, `programme.calendar.coverage.${holidayCoverage(country, year) as 'PREDICTED' | 'FIXED_ONLY' | 'UNKNOWN'}`, { country: countriesIn([country], language) }));
  const moon = countries.includes('MA') ? ramadanIn(year) : [];
  return [...said, ...moon.map(({ from, to }) => say(language, 'programme.calendar.ramadan', { from: dateInWords(from, language, 'LONG'), to: dateInWords(to, language, 'LONG') }))];
}

/** The year of a plan, in ten statements; `null` when the partnership is absent, not the reader's, or has no yearly plan. */
export async function calendarOf(tx: ReadTx, { partnershipId, year }: { partnershipId: string; year: number }, zones: Zones): Promise<PlanCalendarType | null> {
  const programme = isUuid(partnershipId) && isBoardYear(year) ? await programmeOf(tx, partnershipId) : null;
  if (!programme || (await whyLacking(tx, partnershipId, 'PLAN'))) return null;
  const { language } = tx.ctx;
  const plan = await planOfYear(tx, partnershipId, year);
  const sheets = (await sheetsOfYear(tx, partnershipId, year)).filter(isLiving);
  const calendars = calendarsOf(programme.parties);
  const working = programme.parties.map(({ shortName }, index) => ({ shortName, calendar: calendars[index]! }));
  const drawing: Drawing = { programme, sheets, retained: new Set(plan?.actions.map(({ sheetId }) => sheetId)), working, language };
  const countries = [...new Set(programme.parties.map(({ territory }) => territory.country))];
  const entries = [
    ...holidaysView(countries, year, language),
    ...meetingsView(await meetingsOfYear(tx, partnershipId, year), programme, language),
    ...(await preparationView(tx, programme, { year, zones })),
    ...endsView(drawing, year),
  ].sort((one, other) => compareDates(one.day as CivilDate, other.day as CivilDate));
  return {
    year,
    axes: axesView(drawing),
    months: Array.from({ length: 12 }, (_, index) => monthView(year, index + 1, { entries, working, language })),
    notes: notesIn(countries, year, language),
  };
}
