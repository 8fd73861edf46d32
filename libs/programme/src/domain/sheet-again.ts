import type { CivilDate } from '#kernel';
import type { Axis, Sheet, SheetContent } from './sheet.js';

/** The same day of another year; 29 February is the 28th where it does not exist. */
function inYear(day: CivilDate, years: number): CivilDate {
  const year = Number(day.slice(0, 4)) + years;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const rest = day.slice(4);
  return `${String(year).padStart(4, '0')}${rest === '-02-29' && !leap ? '-02-28' : rest}` as CivilDate;
}

/**
 * All that an older sheet says, for a sheet of another year: its texts, targets, indicators and budget as they stand, its days as many years later.
 * An axis that the agreement of today does not know is left out.
 */
export function carriedFrom(older: Sheet, year: number, axes: readonly Axis[]): Omit<SheetContent, 'title'> {
  const { kind, axisId, actionLeadId, outsideAxesReason, startsOn, endsOn, sections, transversalAnswers, indicators, budget } = older;
  const later = (day: CivilDate | null): CivilDate | null => day && inYear(day, year - older.year);
  const axis = axes.find(({ id }) => id === axisId);
  const answers = Object.entries(transversalAnswers).filter(([id]) => axes.some((known) => known.id === id));
  return {
    ...{ kind, outsideAxesReason, sections, indicators, budget },
    axisId: axis?.id ?? null,
    actionLeadId: axis?.leads.find(({ id }) => id === actionLeadId)?.id ?? null,
    transversalAnswers: Object.fromEntries(answers),
    startsOn: later(startsOn),
    endsOn: later(endsOn),
  };
}
