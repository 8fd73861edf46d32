import { decimalOf } from '../../base/money.ts';
import type { Fields } from '../../base/kept-draft.ts';
import { sectionNames, type SheetWords } from './sheet.graphql.ts';

export type { Fields } from '../../base/kept-draft.ts';
export { compare, differingParts, pick, rowsOf } from '../../base/draft-parts.ts';

/** Is this the name of a part of a fiche? */
export const isPart = (name: string): boolean => /^(title|kind|axisId|outsideAxesReason|startsOn|endsOn|indicator|budget|section\.[a-z]+|transversal\.[0-9a-f-]{36})$/.test(name);

const listFields = (list: string, rows: readonly Readonly<Record<string, string>>[]): [string, string][] =>
  rows.flatMap((row, place) => Object.entries(row).map(([field, text]): [string, string] => [`${list}.${place}.${field}`, text]));

/** A fiche as its form shows it: the default value of every field, by name. */
export function fieldsOf(sheet: SheetWords): Fields {
  const indicators = sheet.indicators.map(({ label, method, responsible, targets }) => ({
    label,
    method,
    responsible,
    ...Object.fromEntries(targets.map(({ party, people }) => [`target.${party.id}`, String(people)])),
  }));
  const budget = sheet.budget.map(({ label, party, funder, kind, amountMinor, currency }) => ({
    label,
    payer: party?.id ?? 'other',
    funder: funder ?? '',
    kind,
    amount: decimalOf(amountMinor, currency).replace(/\.0*$/, '').replace('.', ','),
    currency,
  }));
  return Object.fromEntries([
    ['title', sheet.title],
    ['kind', sheet.kind],
    ['axisId', sheet.axis?.id ?? ''],
    ['outsideAxesReason', sheet.outsideAxesReason ?? ''],
    ['startsOn', sheet.startsOn ?? ''],
    ['endsOn', sheet.endsOn ?? ''],
    ...sectionNames.map((name) => [`section.${name}`, sheet.sections[name]]),
    ...sheet.transversalAnswers.map(({ axis, text }) => [`transversal.${axis.id}`, text]),
    ...listFields('indicator', indicators),
    ...listFields('budget', budget),
  ]) as Fields;
}

/** Texts that two people may both have a word in: one can stand after the other. */
export const isProse = (part: string): boolean => /^(section|transversal)\.|^outsideAxesReason$/.test(part);
