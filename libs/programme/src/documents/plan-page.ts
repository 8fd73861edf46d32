import { dateInWords, decimalText, money, withPlainLines, type Currency } from '#kernel';
import { say } from '#phrases';
import type { GridCell, GridPage } from '#platform';
import { convertLine, currenciesShown, ratesUsed } from '../domain/budget-table.js';
import type { KeptRate } from '../domain/rate.js';
import type { BudgetLine, Indicator, Sheet } from '../domain/sheet.js';
import { sectionNames } from '../domain/sheet.js';
import { budgetParties, equationOf } from '../views/budget.reader.js';
import type { Programme } from '../views/programme.reader.js';
import { printedWord, transversalHead, type PrintedLanguage } from '../views/office-words.js';
import { axisInFile, budgetCells, budgetHeads, indicatorCells, indicatorHeads, leadInFile, partyInFile, type PrintedSheet } from './sheet-letter.js';

/** The fiches of a year that the reader may see. */
export interface PrintedPlan {
  readonly year: number;
  readonly sheets: readonly Sheet[];
  readonly retained: ReadonlySet<string>;
  /** The rates that count for a fiche: those its plan was frozen with, else those in force. */
  readonly ratesOf: (sheetId: string) => readonly KeptRate[];
  readonly programme: Programme;
  readonly language: PrintedLanguage;
}

const facts = ['title', 'kind', 'axis', 'lead', 'outsideAxesReason', 'startsOn', 'endsOn', 'author', 'state', 'retained'] as const;
type Fact = (typeof facts)[number];
const widthOf: Readonly<Record<Fact, number>> = { title: 40, kind: 12, axis: 28, lead: 28, outsideAxesReason: 20, startsOn: 12, endsOn: 12, author: 22, state: 20, retained: 10 };

function factCell(name: Fact, printed: PrintedSheet, retained: boolean): GridCell {
  const { sheet, language } = printed;
  if (name === 'startsOn' || name === 'endsOn') {
    const day = sheet[name];
    return day === null ? null : { day };
  }
  const texts: Readonly<Record<Exclude<Fact, 'startsOn' | 'endsOn'>, string>> = {
    title: sheet.title,
    kind: say(language, `webProgramme.kind.${sheet.kind}`),
    axis: axisInFile(printed),
    lead: leadInFile(printed),
    outsideAxesReason: sheet.outsideAxesReason ?? '',
    author: partyInFile(printed, sheet.authorPartyId),
    state: say(language, `webProgramme.state.${sheet.state}`),
    retained: say(language, `sheetFile.retained.${retained ? 'YES' : 'NO'}`),
  };
  return withPlainLines(texts[name]);
}

const transversalAxes = ({ axes }: Programme): Programme['axes'] => axes.filter(({ kind }) => kind === 'TRANSVERSAL');

/** People as numbers, so that a spreadsheet adds them up. */
const indicatorRow = (indicator: Indicator | undefined, printed: PrintedSheet, width: number): GridCell[] =>
  indicator ? indicatorCells(indicator, printed).map((cell, place) => (place >= 3 && cell !== '' ? { decimal: cell } : cell)) : Array.from({ length: width }, () => null);
const budgetRow = (budgetLine: BudgetLine | undefined, printed: PrintedSheet, width: number): GridCell[] =>
  budgetLine ? budgetCells(budgetLine, printed).map((cell, place) => (place === 4 ? { decimal: decimalText(money(BigInt(budgetLine.amountMinor), budgetLine.currency)) } : cell)) : Array.from({ length: width }, () => null);

/** The rates of one fiche's lines, and the currencies that every line of the page can be said in: a column is whole or is not there. */
interface Converting {
  readonly rates: readonly KeptRate[];
  readonly into: readonly Currency[];
}

/** « 1 EUR = 10,8534 MAD, 20 novembre 2026, … »: which rates a line was converted with. */
const rateWords = ({ currency }: BudgetLine, { rates, into }: Converting, language: PrintedLanguage): string =>
  ratesUsed(currency, into, rates).map((rate) => `${equationOf(rate, language)}, ${dateInWords(rate.day, language, 'LONG')}, ${withPlainLines(rate.source)}`).join(' ; ');

/** The same line in each currency, as a number, then the rates it took. */
function convertedRow(budgetLine: BudgetLine | undefined, converting: Converting, language: PrintedLanguage): GridCell[] {
  const { rates, into } = converting;
  if (into.length === 0) return [];
  if (!budgetLine) return [...into.map(() => null), null];
  const amounts = into.map((currency): GridCell => {
    const amount = convertLine(budgetLine, currency, rates);
    return amount && { decimal: decimalText(amount) };
  });
  return [...amounts, rateWords(budgetLine, converting, language)];
}

/** A fiche takes a line, and one more for each further indicator or budget line: those bear no title. */
function rowsOf(printed: PrintedSheet, retained: boolean, converting: Converting): GridCell[][] {
  const { sheet, programme } = printed;
  const own = [
    ...facts.map((name) => factCell(name, printed, retained)),
    ...sectionNames.map((name) => withPlainLines(sheet.sections[name] ?? '')),
    ...transversalAxes(programme).map(({ id }) => withPlainLines(sheet.transversalAnswers[id] ?? '')),
  ];
  const [measures, costs] = [indicatorHeads(printed).length, budgetHeads(printed.language).length];
  const lines = Math.max(1, sheet.indicators.length, sheet.budget.length);
  return Array.from({ length: lines }, (_, place) => [
    ...(place === 0 ? own : own.map(() => null)),
    ...indicatorRow(sheet.indicators[place], printed, measures),
    ...budgetRow(sheet.budget[place], printed, costs),
    ...convertedRow(sheet.budget[place], converting, printed.language),
  ]);
}

/** The currencies into which every line of every fiche can be converted. */
function currenciesOf({ sheets, ratesOf, programme }: PrintedPlan): readonly Currency[] {
  const lines = sheets.flatMap(({ id, budget }) => budget.map((budgetLine) => ({ budgetLine, rates: ratesOf(id) })));
  const shown = currenciesShown(lines.map(({ budgetLine }) => budgetLine), { parties: budgetParties(programme.parties), rates: [] });
  return shown.filter((currency) => lines.every(({ budgetLine, rates }) => convertLine(budgetLine, currency, rates)));
}

/** The plan of a year as one page of a spreadsheet: the same columns are read back, but for the converted amounts, which are computed again. */
export function planPage(printed: PrintedPlan): GridPage {
  const { year, sheets, retained, ratesOf, programme, language } = printed;
  const into = currenciesOf(printed);
  const heads = [
    ...facts.map((name) => printedWord(language, `sheetFile.place.${name}`)),
    ...sectionNames.map((name) => printedWord(language, `sheetFile.place.${name}`)),
    ...transversalAxes(programme).map((axis) => transversalHead(language, axis)),
    ...indicatorHeads({ programme, language }),
    ...budgetHeads(language),
    ...into.map((currency) => printedWord(language, 'sheetFile.budget.converted', { currency })),
    ...(into.length > 0 ? [printedWord(language, 'sheetFile.budget.rate')] : []),
  ];
  const widths = heads.map((_, place) => widthOf[facts[place] as Fact] ?? (place < facts.length + sectionNames.length ? 40 : 22));
  return { name: say(language, 'sheetFile.planName', { year: String(year) }), heads, widths, rows: sheets.flatMap((sheet) => rowsOf({ sheet, programme, language }, retained.has(sheet.id), { rates: ratesOf(sheet.id), into })) };
}
