import { whyLacking, type RuleInForce } from '#agreement';
import { addDays, dateInWords, daysBetween, workingDaysBetween, type Language, type PlanDeadline, type Zones } from '#kernel';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { colourOf, deadlineOf, deadlineSetting } from '../domain/adoption.js';
import { blockersOf, columnNames, columnOf, coverageOf, isLiving, type Blocker } from '../domain/board.js';
import { movesOf, type Move } from '../domain/moves.js';
import { handOf } from '../store/hand.store.js';
import { isUuid } from '../store/uuid.js';
import { backPlanView, calendarsOf, listed } from './back-plan.reader.js';
import type { SheetMoveType } from './back-plan.types.js';
import { judgedBy, planOfYear, planView } from './plan.reader.js';
import type { ActionPlanType, AxisCoverageType, PlanBlockerType, PlanBoardType, PlanColumnType, PlanDeadlineType } from './plan.types.js';
import { programmeOf, type Programme } from './programme.reader.js';
import { sheetsOfYear, sheetView, type SheetLine } from './sheet.reader.js';

/** The article whose words set the day, even where their reading is our setting (said below the sentence); `none` where no text says it. */
const articleOf = ({ reference, quote }: RuleInForce['source']): string => (quote === undefined ? 'none' : (/^Art\. ?[0-9-]+/.exec(reference)?.[0] ?? reference));

/** Days to the last valid day, counted at `now` in the zone whose midnight closes; working days are those of every party at once. */
function deadlineView(deadline: PlanDeadline, rule: RuleInForce, at: { programme: Programme; zones: Zones; now: Date; language: Language }): PlanDeadlineType {
  const { programme, zones, now, language } = at;
  const { year } = deadline.rule;
  const today = zones.civilAt(now, deadline.decisiveZone).date;
  const calendars = calendarsOf(programme.parties);
  const daysLeft = daysBetween(today, deadline.lastValidDay);
  const days = { day: dateInWords(deadline.day, language, 'LONG'), lastDay: dateInWords(deadline.lastValidDay, language) };
  const standing = now >= deadline.closesAt ? 'LATE' : deadline.rule.inclusive ? 'BY' : 'BEFORE';
  const sentence = say(language, 'programme.deadline', { year: String(year), ...days, standing, article: articleOf(rule.source) });
  const workingDaysLeft = workingDaysBetween(today, addDays(deadline.lastValidDay, 1), calendars).length;
  return { day: deadline.day, lastDay: deadline.lastValidDay, closesAt: deadline.closesAt, zone: deadline.decisiveZone, daysLeft, workingDaysLeft, sentence, source: { ...rule.source } };
}

function columnsView(sheets: readonly SheetLine[], retained: ReadonlySet<string>, { programme, language }: { programme: Programme; language: Language }): PlanColumnType[] {
  return columnNames.map((state) => ({
    state,
    title: say(language, `programme.column.${state}`),
    sheets: sheets.filter((sheet) => columnOf(sheet, retained) === state).map((sheet) => sheetView(sheet, programme)),
  }));
}

function coverageView(sheets: readonly SheetLine[], { axes, world }: Programme, language: Language): AxisCoverageType[] {
  return coverageOf(world.axes, sheets).flatMap(({ axisId, ...coverage }) =>
    axes
      .filter(({ id }) => id === axisId)
      .map((axis) => ({ ...coverage, axis, sentence: say(language, 'programme.coverage', { number: axis.number, sheets: coverage.covered, leads: coverage.leads }) })),
  );
}

/** The very place where it is lifted: a field of the fiche, its card, the acts of the plan, the committee's pages. */
function hrefOf({ code, subject, values }: Blocker, year: number): string {
  if (code === 'PLAN_TO_DECIDE') return '/meetings';
  if (code === 'MINUTES_TO_SIGN') return '/minutes';
  if (code === 'PLAN_EMPTY') return `/plans/${year}#column-EXAMINED`;
  if (code === 'SHEET_TO_RETAIN') return `/plans/${year}#sheet-${subject.id}`;
  return subject.kind === 'projectSheet' ? `/sheets/${subject.id}#${values['item'] ?? 'next'}` : `/plans/${year}#acts`;
}

function blockerView(blocker: Blocker, year: number, language: Language): PlanBlockerType {
  const { code, subject, values } = blocker;
  return { code, sentence: say(language, `programme.blocker.${code}`, values), href: hrefOf(blocker, year), subjectKind: subject.kind, subjectId: subject.id };
}

/** An act of the plan is done on the board; one that asks to read the sheet first, on its page. */
const moveHref: Readonly<Record<NonNullable<Move['act']>, string | null>> = { ADD_TO_PLAN: null, REMOVE_FROM_PLAN: null, SUBMIT: '#next', CO_VALIDATE: '#next', RETURN: '#next' };

function movesView(state: { sheets: readonly SheetLine[]; plan: ActionPlanType | null }, tx: ReadTx, { partnershipId, world }: Programme): SheetMoveType[] {
  const desk = { plan: state.plan?.held ?? null, hand: handOf(tx.ctx, partnershipId) };
  return state.sheets.flatMap(({ validations, inPlan, ...sheet }) =>
    movesOf({ sheet, validations, inPlan }, desk, world).map(({ to, act, may }) => {
      const anchor = act && moveHref[act];
      return { sheetId: sheet.id, to, act, label: say(tx.ctx.language, `programme.move.${act ?? 'NONE'}`), may: mayView(may), href: anchor && `/sheets/${sheet.id}${anchor}` };
    }),
  );
}

/** « Les axes V et VI n’ont ni piste ni fiche. »: the axes that nothing serves, in one sentence; `null` when each has something. */
function uncoveredIn(coverage: readonly AxisCoverageType[], language: Language): string | null {
  const numbers = coverage.filter(({ uncovered }) => uncovered).map(({ axis }) => axis.number);
  return numbers.length === 0 ? null : say(language, 'programme.uncovered', { count: numbers.length, axes: listed(numbers, language) });
}

/** Years of which a board can be asked: any other has no plan. */
export const isBoardYear = (year: number): boolean => year >= 1900 && year <= 2200;

/** The year whose plan is prepared now: the one after today's, on the first party's calendar. */
const yearInPreparation = (now: Date, { parties }: Programme, zones: Zones): number => Number(zones.civilAt(now, parties[0]?.territory.zone ?? 'UTC').date.slice(0, 4)) + 1;

/**
 * The board of a year’s plan, in nine statements (one more once it is adopted); without a year, of the one in preparation. `null` when the partnership is absent or
 * not the reader's.
 */
export async function boardOf(tx: ReadTx, at: { partnershipId: string; year: number | null }, zones: Zones): Promise<PlanBoardType | null> {
  const { partnershipId } = at;
  const programme = isUuid(partnershipId) && (at.year === null || isBoardYear(at.year)) ? await programmeOf(tx, partnershipId) : null;
  // Where the agreement has no yearly plan there is no board, not an empty one.
  if (!programme || (await whyLacking(tx, partnershipId, 'PLAN'))) return null;
  const year = at.year ?? yearInPreparation(tx.now(), programme, zones);
  const deadlineRule = programme.rules.get('deadline');
  const line = await planOfYear(tx, partnershipId, year);
  const sheets = (await sheetsOfYear(tx, partnershipId, year)).filter(isLiving);
  const { language } = tx.ctx;
  const retained = new Set(line?.actions.map(({ sheetId }) => sheetId));
  const plan = line && planView(line, { programme, sheets, deadlineRule: await judgedBy(tx, line, deadlineRule), language });
  const executory = Boolean(line?.executoryAt);
  const state = { partnershipId, year, plan: line, executory, sheets, retained, planValidations: line?.validations.map(({ partyId }) => partyId) ?? [] };
  const colour = colourOf(line, line?.executoryAt ?? null);
  const zonesOfParties = programme.parties.map(({ territory }) => territory.zone);
  const deadline = deadlineOf(year, { setting: deadlineSetting(deadlineRule?.value), zonesOfParties, zones });
  const due = deadline && deadlineRule ? { deadline, rule: deadlineRule } : null;
  const coverage = coverageView(sheets, programme, language);
  return {
    year,
    deadline: due && deadlineView(due.deadline, due.rule, { programme, zones, now: tx.now(), language }),
    backPlan: due && (await backPlanView(tx, { ...due, programme, plan: line, sheets }, zones)),
    plan,
    columns: columnsView(sheets, retained, { programme, language }),
    moves: movesView({ sheets, plan }, tx, programme),
    coverage,
    uncoveredSentence: uncoveredIn(coverage, language),
    blockers: blockersOf(state, programme.world).map((blocker) => blockerView(blocker, year, language)),
    totals: plan?.totals ?? [],
    colour,
    colourSentence: say(language, `programme.colour.${colour}`, { year: String(year) }),
  };
}
