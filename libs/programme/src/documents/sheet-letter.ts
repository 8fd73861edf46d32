import { decimalText, money, withPlainLines, type CivilDate, type WordBlock, type WordLine, type WordText } from '#kernel';
import { say } from '#phrases';
import type { BudgetLine, Indicator, Sheet } from '../domain/sheet.js';
import { sectionNames } from '../domain/sheet.js';
import type { Place } from '../domain/office-cells.js';
import { tagOf } from '../domain/sheet-file.js';
import type { Programme } from '../views/programme.reader.js';
import { budgetColumns, indicatorColumns, printedWord, transversalHead, type PrintedLanguage } from '../views/office-words.js';

/** What our own files carry, hidden: whose fiche it is, and which version of it. */
export const hiddenNames = { sheet: 'PasserelleSheet', version: 'PasserelleVersion' } as const;

/** 01/03/2027: what a person types in a letter in either country. */
export const dayInFile = (date: CivilDate | null): string => (date === null ? '' : date.split('-').reverse().join('/'));
/** 1234,50: exact, and read back so. */
export const amountInFile = ({ amountMinor, currency }: BudgetLine): string => decimalText(money(BigInt(amountMinor), currency)).replace('.', ',');

const line = (text: string, more: Partial<WordLine> = {}): WordLine => ({ type: 'line', text, level: null, tag: null, item: false, ...more });
const heading = (place: Place, text: string): WordLine => line(text, { level: 1, tag: tagOf(place) });
const linesOf = (text: string): WordLine[] => withPlainLines(text).split('\n').map((one) => line(one));

/** What is asked for about a sheet as a file is written. */
export interface PrintedSheet {
  readonly sheet: Sheet;
  readonly programme: Programme;
  readonly language: PrintedLanguage;
}

/** An axis or a lead as it is named in a file: « II. Éducation ». */
export function axisInFile({ sheet, programme }: PrintedSheet): string {
  const axis = programme.axes.find(({ id }) => id === sheet.axisId);
  return axis ? `${axis.number}. ${axis.title}` : '';
}
export function leadInFile({ sheet, programme }: PrintedSheet): string {
  const leads = programme.axes.flatMap(({ operations }) => operations.flatMap((operation) => operation.leads));
  const lead = leads.find(({ id }) => id === sheet.actionLeadId);
  return lead ? `${lead.number} ${lead.title}` : '';
}
export const partyInFile = ({ programme }: PrintedSheet, id: string | null): string => programme.parties.find((party) => party.id === id)?.shortName ?? '';

function factRows(printed: PrintedSheet): string[][] {
  const { sheet, language } = printed;
  const word = (name: 'year' | 'author' | 'kind' | 'axis' | 'lead' | 'outsideAxesReason' | 'startsOn' | 'endsOn'): string => printedWord(language, `sheetFile.place.${name}`);
  const lead = leadInFile(printed);
  return [
    [word('year'), String(sheet.year)],
    [word('author'), partyInFile(printed, sheet.authorPartyId)],
    [word('kind'), say(language, `webProgramme.kind.${sheet.kind}`)],
    [word('axis'), axisInFile(printed)],
    ...(lead ? [[word('lead'), lead]] : []),
    [word('outsideAxesReason'), withPlainLines(sheet.outsideAxesReason ?? '')],
    [word('startsOn'), dayInFile(sheet.startsOn)],
    [word('endsOn'), dayInFile(sheet.endsOn)],
  ];
}

/** One indicator in the order of its columns: label, method, responsible, total, then a target for each party. */
export const indicatorCells = ({ label, method, responsible, total, targets }: Indicator, { programme }: PrintedSheet): string[] => [
  ...[label, method, responsible].map(withPlainLines),
  total === null ? '' : String(total),
  ...programme.parties.map(({ id }) => String(targets.find(({ partyId }) => partyId === id)?.people ?? '')),
];
export const indicatorHeads = ({ programme, language }: Omit<PrintedSheet, 'sheet'>): string[] => [
  ...indicatorColumns.map((name) => printedWord(language, `sheetFile.indicators.${name}`)),
  ...programme.parties.map(({ shortName }) => printedWord(language, 'sheetFile.indicators.target', { party: shortName.replaceAll('|', ' ') })),
];

/** One line of the budget in the order of its columns. */
export const budgetCells = (budgetLine: BudgetLine, printed: PrintedSheet): string[] => [
  withPlainLines(budgetLine.label),
  partyInFile(printed, budgetLine.partyId),
  budgetLine.funder ?? '',
  say(printed.language, `webProgramme.budgetKind.${budgetLine.kind}`),
  amountInFile(budgetLine),
  budgetLine.currency,
];
export const budgetHeads = (language: PrintedLanguage): string[] => budgetColumns.map((name) => printedWord(language, `sheetFile.budget.${name}`));

/** An empty row or two invite the pen: reading leaves them out. */
const withRoom = (rows: string[][]): string[][] => (rows.length > 1 ? rows : [...rows, ...[1, 2].map(() => (rows[0] ?? []).map(() => ''))]);

/** A fiche as a letter: its facts, its texts, its figures, each marked so that it comes back to its place. */
export function sheetLetter(printed: PrintedSheet): WordText {
  const { sheet, programme, language } = printed;
  const place = (name: (typeof sectionNames)[number] | 'indicators' | 'budget'): string => printedWord(language, `sheetFile.place.${name}`);
  const sections = sectionNames.filter((name) => name !== 'carried' || sheet.sections.carried);
  const blocks: WordBlock[] = [
    line(sheet.title, { level: 0 }),
    { type: 'table', rows: factRows(printed), tag: null },
    ...sections.flatMap((name) => [heading({ at: 'section', name }, place(name)), ...linesOf(sheet.sections[name] ?? '')]),
    ...programme.axes.filter(({ kind }) => kind === 'TRANSVERSAL').flatMap((axis) => [heading({ at: 'transversal', axisId: axis.id }, transversalHead(language, axis)), ...linesOf(sheet.transversalAnswers[axis.id] ?? '')]),
    heading({ at: 'list', name: 'indicators' }, place('indicators')),
    { type: 'table', rows: withRoom([indicatorHeads(printed), ...sheet.indicators.map((indicator) => indicatorCells(indicator, printed))]), tag: null },
    heading({ at: 'list', name: 'budget' }, place('budget')),
    { type: 'table', rows: withRoom([budgetHeads(language), ...sheet.budget.map((budgetLine) => budgetCells(budgetLine, printed))]), tag: null },
  ];
  return { blocks, properties: { [hiddenNames.sheet]: sheet.id, [hiddenNames.version]: String(sheet.version) } };
}
