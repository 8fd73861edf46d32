import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CivilDate, Currency, Grid } from '#kernel';
import { readGrid, writeGrid } from '#platform';
import { missingOracle } from '../../../../test/oracle.js';
import { xlsx, zip } from '../../../../test/hostile/file-maker.js';
import { hand, world as given } from '../domain/given.contract.js';
import { budgetTable } from '../domain/budget-table.js';
import { budgetParties } from '../views/budget.reader.js';
import type { KeptRate } from '../domain/rate.js';
import { planDrafts, wholeTable } from '../domain/plan-drafts.js';
import { gridOf, tableText } from '../domain/table-text.js';
import type { Sheet } from '../domain/sheet.js';
import { carriedBy, checked, programme, whole } from './office.contract.js';
import { officeWordsOf, type PrintedLanguage } from '../views/office-words.js';
import { planPage } from './plan-page.js';

/** Its source would be a formula, were it not a text. */
const rates: readonly KeptRate[] = [{ id: 'rate', from: 'EUR', to: 'MAD', value: '10.8534', day: '2026-11-20' as CivilDate, source: '=1+1' }];
const words = officeWordsOf(programme);
const world = { ...given, axes: programme.axes.map(({ id, kind, number, active, operations }) => ({ id, kind, number, active, leads: operations.flatMap(({ leads }) => leads).map(({ id: leadId, number: of, title }) => ({ id: leadId, number: of, title, targets: [] })) })) };
const common = { partnershipId: 'partnership', agreementId: 'agreement', year: 2027, hand: hand('vlg'), peopleLabel: 'Personnes' };
const judge = (grid: Grid, known: readonly Sheet[] = []) => {
  let last = 0;
  return planDrafts({ grid, words, known, common, newId: () => `sheet-${(last += 1)}` }, world);
};
const bytesOf = (sheets: readonly Sheet[], language: PrintedLanguage): Promise<Buffer> => writeGrid(planPage({ year: 2027, sheets, retained: new Set(), ratesOf: () => rates, programme, language }), language);
async function gridIn(bytes: Buffer): Promise<Grid> {
  const grid = await readGrid(await checked('plan.xlsx', bytes));
  if (grid.refused) throw new Error(grid.code);
  return grid.value;
}

const first = whole({
  title: '=HYPERLINK("https://evil.example")', axisId: 'I', actionLeadId: 'lead', startsOn: '2027-01-11' as CivilDate, endsOn: '2028-02-29' as CivilDate,
  sections: { context: '+33\n\t"oui"', objectives: '@SUM(A1)', activities: '-1', reciprocity: '', carried: 'غرس' },
  indicators: [{ label: 'Personnes', method: 'Registre', responsible: '=1+1', targets: [{ partyId: 'vlg', people: 30 }, { partyId: 'tiznit', people: 90 }], total: 120 }, { label: 'Arbres', method: '', responsible: '', targets: [], total: 12 }],
  budget: [{ label: 'Plants', partyId: 'tiznit', funder: null, kind: 'CASH', amountMinor: '123456', currency: 'MAD' as Currency }, { label: 'Prêt', partyId: null, funder: 'Région', kind: 'IN_KIND', amountMinor: '999999999999998', currency: 'EUR' as Currency }, { label: 'Cents', partyId: 'vlg', funder: null, kind: 'CASH', amountMinor: '999999999999999', currency: 'EUR' as Currency }],
});
const second = whole({ title: 'Jardins', axisId: null, actionLeadId: null, outsideAxesReason: 'Urgence', kind: 'MISSION', startsOn: null, endsOn: null, sections: {}, transversalAnswers: {}, indicators: [], budget: [] });

describe('the plan of a year as a page of a spreadsheet', () => {
  it.each(['fr', 'ar'] as const)('comes back without loss, from the file and from a copied table alike (%s)', async (language) => {
    const grid = await gridIn(await bytesOf([first, second], language));
    for (const one of [grid, gridOf(tableText(grid))]) {
      const { drafts, faults } = judge(one);
      expect(faults).toEqual([]);
      expect(drafts.map(({ line, sheet }) => [line, { carried: '', ...sheet.sections }.carried, sheet.actionLeadId, carriedBy({ ...sheet, sections: { ...sheet.sections, carried: undefined as never } })])).toEqual([
        [2, 'غرس', 'lead', carriedBy({ ...first, sections: { ...first.sections, carried: undefined as never } })],
        [5, '', null, carriedBy({ ...second, sections: { carried: undefined as never } })],
      ]);
    }
  });

  it('says each line in every currency, by columns whose sums are the board’s totals to the cent, with the rate beside', async () => {
    const [heads = [], ...rows] = await gridIn(await bytesOf([first, second], 'fr'));
    const table = budgetTable([...first.budget, ...second.budget], { parties: budgetParties(programme.parties), rates });
    const cells = (head: string) => rows.map((row) => row[heads.indexOf(head)] ?? '').filter((cell) => cell !== '');
    for (const { currency, total } of table.conversions) {
      const cents = cells(`Montant converti en ${currency}`).map((cell) => BigInt(cell.includes('.') ? cell.replace('.', '').padEnd(cell.indexOf('.') + 2, '0') : `${cell}00`));
      expect([currency, cents.length, cents.reduce((sum, one) => sum + one, 0n)]).toEqual([currency, 3, total?.amountMinor]);
    }
    expect(cells('Cours employé')).toEqual(Array.from({ length: 3 }, () => '1 EUR = 10,8534 MAD, 20 novembre 2026, =1+1'));
    // Planted: without the rate there is no such column, nor half of one.
    const without = await gridIn(await writeGrid(planPage({ year: 2027, sheets: [first], retained: new Set(), ratesOf: () => [], programme, language: 'fr' }), 'fr'));
    expect(without[0]?.filter((head) => /converti|Cours/.test(head))).toEqual([]);
  });

  it('holds no formula: what begins with = + - @ or a tab is a text', async () => {
    const bytes = await bytesOf([first], 'fr');
    const file = await checked('plan.xlsx', bytes);
    expect(file.bytes.includes(Buffer.from('<f>'))).toBe(false);
    const grid = await gridIn(bytes);
    expect(grid[1]?.[0]).toBe('=HYPERLINK("https://evil.example")');
    // Planted: a formula is told from a text, and only what it last gave is read.
    const formula = zip([{ name: '[Content_Types].xml', body: '<Types/>' }, { name: 'xl/workbook.xml', body: '<workbook/>' }, { name: 'xl/worksheets/sheet1.xml', body: '<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>' }]);
    expect(await gridIn(formula)).toEqual([['2']]);
  });

  it('is recomputed by another spreadsheet without a formula and without loss', async () => {
    const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((place) => existsSync(place));
    if (!office) return missingOracle('LibreOffice (plan in Excel’s format)');
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    writeFileSync(join(folder, 'plan.xlsx'), await bytesOf([first, second], 'fr'));
    execFileSync(office, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx', '--outdir', join(folder, 'again'), join(folder, 'plan.xlsx')], { timeout: 120_000 });
    const { drafts, faults } = judge(await gridIn(readFileSync(join(folder, 'again', 'plan.xlsx'))));
    expect(faults).toEqual([]);
    expect(drafts.map(({ sheet }) => sheet.budget)).toEqual([first.budget, []]);
    rmSync(folder, { recursive: true, force: true });
  }, 240_000);

  it('reads a copied table cell by cell, whatever its cells hold', () => {
    const cell = fc.array(fc.constantFrom('a', '\t', '\n', '"', '""', ';', ' ', 'é', 'غ', ''), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (grid) => {
      expect(gridOf(tableText(grid))).toEqual(grid);
    }));
    expect(gridOf('Titre;Montant\r\n"a;b";"12""3"\r\n')).toEqual([['Titre', 'Montant'], ['a;b', '12"3'], ['']]);
  });

  it('refuses broken pages, entities and pages without end', async () => {
    const page = (body: string) => zip([{ name: '[Content_Types].xml', body: '<Types/>' }, { name: 'xl/workbook.xml', body: '<workbook/>' }, { name: 'xl/worksheets/sheet1.xml', body }]);
    const codeOf = async (bytes: Buffer) => {
      const read = await readGrid(await checked('plan.xlsx', bytes));
      return read.refused ? read.code : 'OK';
    };
    expect(await codeOf(xlsx())).toBe('OFFICE_UNREADABLE');
    expect(await codeOf(page('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'))).toBe('OFFICE_UNREADABLE');
    expect(await codeOf(page('<worksheet><row r="1048576"><c r="A1048576"><v>1</v></c></row></worksheet>'))).toBe('OFFICE_TOO_LONG');
    expect(await codeOf(page('<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>'))).toBe('OFFICE_TOO_LONG');
  });
});

describe('a table with bad lines', () => {
  const heads = 'Titre\tAxe\tDébut\tFin\tPersonnes visées, Tiznit\tIndicateur\tDépense\tMontant\tDevise\tPayé par';
  const faultsOf = (...lines: string[]) => judge(gridOf([heads, ...lines].join('\n')), [whole({ title: 'Déjà là' })]).faults.map(({ line, column, refusal }) => [line, column, refusal.code]);

  it('names each line and each column, and brings nothing at all', () => {
    const bad = ['A\tIX\t31/02/2027\tdemain', 'B\t\t\t\tbeaucoup\tPersonnes\tPlants\t1.234\tEUR\tRabat', 'C\tI\t01/03/2027\t01/02/2027', 'déjà là\tI', 'C\tI', 'D\tI\t\t\t\t\t\t12\tEUR', `${'x'.repeat(201)}\tI`];
    expect(faultsOf(...bad)).toEqual([
      [2, 'Axe', 'AXIS_UNKNOWN'], [2, 'Début', 'NO_SUCH_DATE'], [2, 'Fin', 'DAY_UNREADABLE'], [3, 'Personnes visées, Tiznit', 'PEOPLE_UNREADABLE'], [3, 'Payé par', 'PARTY_UNKNOWN'],
      [4, null, 'ENDS_BEFORE_START'], [5, 'Titre', 'TABLE_TITLE_KNOWN'], [6, 'Titre', 'TABLE_TITLE_TWICE'], [7, 'Dépense', 'BLANK_TEXT'], [8, 'Titre', 'TEXT_TOO_LONG'],
    ]);
    const judged = judge(gridOf([heads, 'Bonne\tI', ...bad].join('\n')));
    expect(judged.drafts).toEqual([]);
    expect(wholeTable(judged)).toMatchObject({ refused: true, code: 'TABLE_HAS_FAULTS', args: { line: '3', column: 'Axe', where: 'CELL' } });
    // Planted: with the bad lines taken out, the same table goes through.
    expect(judge(gridOf([heads, 'Bonne\tI'].join('\n')))).toMatchObject({ drafts: [{ line: 2, sheet: { title: 'Bonne', axisId: 'I', state: 'DRAFT', version: 1 } }], faults: [] });
  });

  it('leaves alone the lines that repeat a fiche word for word: the plan downloaded, filled in and brought back', async () => {
    const grid = await gridIn(await bytesOf([first, second], 'fr'));
    const more = [...grid, ['Nouvelle']];
    expect(judge(more, [first, second])).toMatchObject({ unchanged: 2, faults: [], drafts: [{ line: 6, sheet: { title: 'Nouvelle' } }] });
    expect(judge(grid, [first, second]).faults.map(({ refusal }) => refusal.code)).toEqual(['TABLE_NOTHING_NEW']);
    // Planted: one word changed since, and the line is no longer the fiche's.
    expect(judge(more, [{ ...first, outsideAxesReason: 'Autre' }, second]).faults.map(({ line, column, refusal }) => [line, column, refusal.code])).toEqual([[2, 'Titre', 'TABLE_TITLE_KNOWN']]);
    expect(judge(gridOf('Titre\nA\nA')).faults.map(({ line, refusal }) => [line, refusal.code])).toEqual([[3, 'TABLE_TITLE_TWICE']]);
  });

  it('says what is wrong with its columns, and with a line of no fiche', () => {
    const codes = (table: string) => judge(gridOf(table)).faults.map(({ line, column, refusal }) => [line, column, refusal.code]);
    expect(codes('Nom\tAxe\nA\tI')).toEqual([[1, null, 'TABLE_WITHOUT_TITLES'], [1, 'Nom', 'TABLE_COLUMN_UNKNOWN']]);
    expect(codes('Titre\tIntitulé\nA\tB')).toEqual([[1, 'Intitulé', 'TABLE_COLUMN_TWICE']]);
    expect(codes('Titre\tAxe')).toEqual([[null, null, 'TABLE_EMPTY']]);
    expect(codes('')).toEqual([[null, null, 'TABLE_EMPTY']]);
    expect(codes('Titre\tAxe\n\tI')).toEqual([[2, 'Titre', 'TABLE_LINE_WITHOUT_TITLE']]);
    expect(codes('Titre\tAxe\nA\tI\tperdu ?')).toEqual([[2, null, 'TABLE_CELL_WITHOUT_HEAD']]);
    expect(codes(`Titre\n${Array.from({ length: 101 }, (_, at) => `F${at}`).join('\n')}`)).toEqual([[null, null, 'TABLE_TOO_MANY']]);
  });
});
