import type { PhraseKey } from '#phrases';
import type { Deed, Form } from '../../base/act.ts';
import { minorOf } from '../../base/money.ts';
import { sectionNames } from './sheet.graphql.ts';

/** The texts of one row of a list: `indicator.2.label` is row 2, field `label`. */
type Row = Readonly<Record<string, string>>;

function rowsOf({ values }: Form, list: 'indicator' | 'budget'): readonly Row[] {
  const rows: Record<string, Record<string, string>> = {};
  for (const [name, [text = '']] of Object.entries(values)) {
    const [owner, place = '', ...field] = name.split('.');
    if (owner === list) (rows[place] ??= {})[field.join('.')] = text.trim();
  }
  return Object.keys(rows)
    .sort((one, other) => Number(one) - Number(other))
    .map((place) => rows[place] ?? {});
}

const isSaid = (text: string | undefined): boolean => Boolean(text?.trim());
const targetsOf = (row: Row): [partyId: string, people: string][] =>
  Object.entries(row).flatMap(([field, text]): [string, string][] => (field.startsWith('target.') && text ? [[field.slice('target.'.length), text.replace(/\s/g, '')]] : []));

/** A row whose every text was emptied is a row taken away. */
const writtenIndicators = (form: Form): readonly Row[] =>
  rowsOf(form, 'indicator').filter((row) => isSaid(row['label']) || isSaid(row['method']) || isSaid(row['responsible']) || targetsOf(row).length > 0);
const writtenBudget = (form: Form): readonly Row[] => rowsOf(form, 'budget').filter((row) => isSaid(row['label']) || isSaid(row['amount']) || isSaid(row['funder']));

function indicatorOf(row: Row) {
  const targets = targetsOf(row).map(([partyId, people]) => ({ partyId, people: Number(people) }));
  const total = targets.length ? targets.reduce((sum, { people }) => sum + people, 0) : null;
  return { label: row['label'] ?? '', method: row['method'] ?? '', responsible: row['responsible'] ?? '', targets, total };
}

function lineOf(row: Row) {
  const { label = '', payer = '', funder = '', kind = 'CASH', amount = '', currency = 'EUR' } = row;
  const paidByParty = payer !== '' && payer !== 'other';
  return { label, partyId: paidByParty ? payer : null, funder: paidByParty ? null : funder || null, kind, amountMinor: minorOf(amount || '0', currency), currency };
}

const has = ({ values }: Form, name: string): boolean => Object.hasOwn(values, name);
const startsWith = ({ values }: Form, start: string): boolean => Object.keys(values).some((name) => name.startsWith(start));

/** Only what the form carries: an absent field stays as it is, an emptied one is emptied. */
function changeOf(form: Form): Readonly<Record<string, unknown>> {
  const one = (name: string): object => (has(form, name) ? { [name]: form.text(name) || null } : {});
  const sections = sectionNames.filter((name) => has(form, `section.${name}`)).map((name) => [name, form.text(`section.${name}`)]);
  const answers = Object.keys(form.values).filter((name) => name.startsWith('transversal.'));
  return {
    ...one('title'),
    ...one('kind'),
    ...one('axisId'),
    ...one('outsideAxesReason'),
    ...one('startsOn'),
    ...one('endsOn'),
    ...(sections.length ? { sections: Object.fromEntries(sections) } : {}),
    ...(answers.length ? { transversalAnswers: answers.map((name) => ({ axisId: name.slice('transversal.'.length), text: form.text(name) })) } : {}),
    ...(startsWith(form, 'indicator.') ? { indicators: writtenIndicators(form).map(indicatorOf) } : {}),
    ...(startsWith(form, 'budget.') ? { budget: writtenBudget(form).map(lineOf) } : {}),
  };
}

function unreadable(form: Form): PhraseKey | undefined {
  if (writtenBudget(form).some((row) => row['amount'] && minorOf(row['amount'], row['currency'] ?? 'EUR') === undefined)) return 'webProgramme.sheet.unreadableAmount';
  if (writtenIndicators(form).some((row) => targetsOf(row).some(([, people]) => !/^\d{1,9}$/.test(people)))) return 'webProgramme.sheet.unreadablePeople';
  return undefined;
}

/** What a saved fiche answers. */
export interface SheetSaved {
  readonly id: string;
  readonly version: number;
}

/** The same words, kept beside when another saving came first. */
export const setSheetAside: Deed<SheetSaved> = {
  document: `mutation setSheetAside($input: EditSheetInput!) { setSheetAside(input: $input) { ...refused ... on ProjectSheet { id version } } }`,
  variables: (form) => editSheet.variables(form),
  done: ({ id }) => `/sheets/${id}/versions`,
};

/** Saves what was typed, whole or in part, on the version that was read. */
export const editSheet: Deed<SheetSaved> = {
  document: `mutation editSheet($input: EditSheetInput!) { editSheet(input: $input) { ...refused ... on ProjectSheet { id version } } }`,
  variables: (form) => ({ input: { sheetId: form.text('sheetId'), expectedVersion: Number(form.text('expectedVersion')), ...changeOf(form) } }),
  unreadable,
  done: ({ id }) => `/sheets/${id}?saved=yes#saved`,
};
