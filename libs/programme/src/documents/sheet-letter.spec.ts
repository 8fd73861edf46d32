import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CivilDate, Currency } from '#kernel';
import { readWord, writeWord } from '#platform';
import { missingOracle } from '../../../../test/oracle.js';
import { docx, zip, docxParts } from '../../../../test/hostile/file-maker.js';
import { mostMinor } from '../domain/budget.js';
import { edit } from '../domain/edit.js';
import { hand, world } from '../domain/given.contract.js';
import type { Sheet } from '../domain/sheet.js';
import { readSheetFile } from '../domain/sheet-file.js';
import { cleanText } from '../domain/text.js';
import { carriedBy, checked, programme, whole } from './office.contract.js';
import { officeWordsOf, type PrintedLanguage } from '../views/office-words.js';
import { hiddenNames, sheetLetter } from './sheet-letter.js';

const words = officeWordsOf(programme);
const bytesOf = (sheet: Sheet, language: PrintedLanguage): Promise<Buffer> => writeWord(sheetLetter({ sheet, programme, language }), language);

/** The fiche that a letter gives back when it is taken into an emptied draft. */
async function cameBack(bytes: Buffer, sheet: Sheet): Promise<{ sheet: Sheet; unplaced: readonly string[]; properties: Readonly<Record<string, string>> }> {
  const read = await readWord(await checked('fiche.docx', bytes));
  if (read.refused) throw new Error(read.code);
  const file = readSheetFile(read.value, words, true);
  const emptied: Sheet = { ...sheet, title: 'vide', sections: {}, transversalAnswers: {}, indicators: [], budget: [], startsOn: null, endsOn: null, axisId: null, outsideAxesReason: null };
  const edited = edit(emptied, { hand: hand('vlg'), expectedVersion: sheet.version, change: { ...file.change, ...(file.title !== null && { title: file.title }) } }, { ...world, axes: programme.axes.map((axis) => ({ ...axis, leads: [] })) });
  if (edited.refused) throw new Error(`${edited.code} ${JSON.stringify(edited.args)}`);
  return { sheet: edited.value, unplaced: file.unplaced, properties: read.value.properties };
}

const piece = fc.constantFrom('Contexte', 'Objectifs :', 'Total', '= SOMME(A1)', '• un', '1. deux', 'التربية', '٢٠٢٧', 'a  b', '\t', '\n', '\n\n', '<w:p>&amp;', '😀', ' ', '’', '«\u00a0oui\u00a0»', '\u200f', '+33', '-', '@x', 'é', 'e\u0301', ']]>', '|');
const text = fc.array(piece, { maxLength: 8 }).map((parts) => cleanText(parts.join('')));
const filled = text.map((said) => said || 'x');
const people = fc.option(fc.nat({ max: 5_000 }), { nil: null });
const sheets: fc.Arbitrary<Sheet> = fc.record({
  title: filled, kind: fc.constantFrom('INITIATIVE' as const, 'PROJECT' as const, 'MISSION' as const), axisId: fc.constantFrom('I', 'II', null), outsideAxesReason: text.map((said) => said || null),
  sections: fc.record({ context: text, objectives: text, activities: text, reciprocity: text }), transversalAnswers: fc.record({ T1: text, T2: text }),
  startsOn: fc.constantFrom('2027-01-11' as CivilDate, null), endsOn: fc.constantFrom('2028-02-29' as CivilDate, null),
  indicators: fc.array(fc.record({ label: filled, method: text, responsible: text, vlg: people, tiznit: people, said: fc.boolean() }), { maxLength: 3 }).map((all) => all.map(({ vlg, tiznit, said, ...indicator }) => {
    const targets = [['vlg', vlg], ['tiznit', tiznit]].flatMap(([partyId, count]) => (count === null ? [] : [{ partyId: String(partyId), people: Number(count) }]));
    return { ...indicator, targets, total: said && targets.length > 0 ? targets.reduce((sum, target) => sum + target.people, 0) : null };
  })),
  budget: fc.array(fc.record({ label: filled, partyId: fc.constantFrom('vlg', 'tiznit', null), funder: text.map((said) => said.replace(/\s+/g, ' ').trim() || null), kind: fc.constantFrom('CASH' as const, 'IN_KIND' as const), amountMinor: fc.bigInt({ min: 0n, max: mostMinor }).map(String), currency: fc.constantFrom('EUR' as Currency, 'MAD' as Currency, 'XOF' as Currency, 'TND' as Currency) }), { maxLength: 3 }),
}).map((over) => whole(over as Partial<Sheet>));

describe('a fiche as a letter in Word’s format', () => {
  it.each(['fr', 'ar'] as const)('comes back without loss, every field and every line (%s)', async (language) => {
    await fc.assert(fc.asyncProperty(sheets, async (sheet) => {
      const back = await cameBack(await bytesOf(sheet, language), sheet);
      expect(carriedBy(back.sheet)).toEqual(carriedBy(sheet));
      expect(back.unplaced.join('').trim()).toBe('');
    }), { numRuns: 40 });
  });

  it('says whose it is and which version, and a sheet’s own « \\r\\n » becomes a line end', async () => {
    const sheet = whole({ sections: { context: 'un\r\ndeux' } });
    const back = await cameBack(await bytesOf(sheet, 'fr'), sheet);
    expect(back.properties).toEqual({ [hiddenNames.sheet]: 'sheet', [hiddenNames.version]: '3' });
    expect(back.sheet.sections.context).toBe('un\ndeux');
  });

  it('sees a word that was lost: a letter whose second section was emptied is another fiche (planted)', async () => {
    const sheet = whole();
    const letter = sheetLetter({ sheet, programme, language: 'fr' });
    const cut = { ...letter, blocks: letter.blocks.filter((block) => block.type === 'table' || block.text !== 'Objectifs' || block.level !== null) };
    const back = await cameBack(await writeWord(cut, 'fr'), sheet);
    expect(carriedBy(back.sheet)).not.toEqual(carriedBy(sheet));
  });

  it('keeps what a person adds in her word processor: a title of her own, a table, a line beside', async () => {
    const sheet = whole();
    const letter = sheetLetter({ sheet, programme, language: 'fr' });
    const strange = [{ type: 'line', text: 'Risques', level: 1, tag: null, item: false }, { type: 'line', text: 'La pluie.', level: null, tag: null, item: false }, { type: 'table', rows: [['Mois', 'Tâche', 'Qui'], ['Mars', 'Former', 'Nous']], tag: null }] as const;
    const back = await cameBack(await writeWord({ ...letter, blocks: [...letter.blocks, ...strange] }, 'fr'), sheet);
    expect(back.unplaced.filter(Boolean)).toEqual(['Risques', 'La pluie.', 'Mois | Tâche | Qui', 'Mars | Former | Nous']);
  });

  it('is opened and saved again by another word processor without loss', async () => {
    const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((place) => existsSync(place));
    if (!office) return missingOracle('LibreOffice (fiche in Word’s format)');
    const folder = mkdtempSync(join(tmpdir(), 'letter-'));
    for (const language of ['fr', 'ar'] as const) {
      const sheet = whole({ sections: { context: 'Une rue\n\n\tsans arbres', objectives: 'غرس الأشجار' } });
      writeFileSync(join(folder, 'fiche.docx'), await bytesOf(sheet, language));
      execFileSync(office, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'again'), join(folder, 'fiche.docx')], { timeout: 120_000 });
      const back = await cameBack(readFileSync(join(folder, 'again', 'fiche.docx')), sheet);
      expect(carriedBy(back.sheet)).toEqual(carriedBy(sheet));
    }
    rmSync(folder, { recursive: true, force: true });
  }, 240_000);
});

const w = (body: string): Buffer => zip([...docxParts().slice(0, 2), { name: 'word/document.xml', body: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` }, { name: 'word/styles.xml', body: '<w:styles xmlns:w="x"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>' }]);
const p = (said: string, style = ''): string => `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr><w:r><w:t>${said}</w:t></w:r></w:p>`;
const table = (...rows: string[][]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const foreign = async (body: string) => {
  const read = await readWord(await checked('projet.docx', w(body)));
  if (read.refused) throw new Error(read.code);
  return readSheetFile(read.value, words, false);
};

describe('a letter that somebody else wrote', () => {
  it('is put in its places by its titles, in both languages; the rest is kept in its order', async () => {
    const file = await foreign([
      p('Jardins partagés'), p('1. CONTEXTE ET JUSTIFICATION :', 'Titre1'), p('Une rue sans arbres.'), p('الأهداف'), p('غرس الأشجار'), p('Date de début : 01/03/2027'), p('Risques', 'Titre1'), p('La pluie.'),
      table(['Intitulé du projet', 'Jardins de Tiznit'], ['Axe', 'II. Éducation'], ['Date de fin', 'à l’automne'], ['Téléphone', '05 28 00 00 00']),
      table(['Poste de dépense', 'Montant', 'Payé par'], ['Plants', '12 500,00 DH', 'Tiznit'], ['Outils', 'environ 300', 'Tiznit']),
    ].join(''));
    expect(file.title).toBe('Jardins de Tiznit');
    expect(file.change).toMatchObject({ axisId: 'II', startsOn: '2027-03-01', sections: { context: 'Une rue sans arbres.', objectives: 'غرس الأشجار' }, budget: [{ label: 'Plants', partyId: 'tiznit', amountMinor: 1_250_000n, currency: 'MAD' }] });
    expect(file.unplaced.filter(Boolean)).toEqual(['Jardins partagés', 'Risques', 'La pluie.', 'Téléphone | 05 28 00 00 00', 'Poste de dépense | Montant | Payé par', 'Outils | environ 300 | Tiznit', 'Date de fin : à l’automne']);
  });

  it('loses no word, whatever the order of its lines', async () => {
    const lines = fc.array(fc.tuple(fc.constantFrom('Contexte', 'Objectifs', 'Annexe', 'mot', 'Budget', 'Fin : bientôt', 'Total'), fc.nat({ max: 99 }), fc.boolean()), { maxLength: 12 });
    await fc.assert(fc.asyncProperty(lines, async (all) => {
      const file = await foreign(all.map(([said, number, styled]) => p(said, styled ? 'Titre1' : '') + p(`nombre${number}.`)).join(''));
      const kept = JSON.stringify([file.title, file.change, file.unplaced], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      for (const [, number] of all) expect(kept).toContain(`nombre${number}.`);
    }), { numRuns: 60 });
  });

  it.each([
    ['names a file of the machine (XXE)', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'],
    ['multiplies without end', '<!doctype x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x"><w:body>&b;</w:body></w:document>'],
    ['is not well-formed', '<w:document xmlns:w="x"><w:body><w:p></w:body></w:document>'],
    ['says an entity nobody declared', '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'],
    ['is a thousand levels deep', `<w:document xmlns:w="x">${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}</w:document>`],
  ])('is refused when it %s', async (_what, body) => {
    const bytes = zip([...docxParts().slice(0, 2), { name: 'word/document.xml', body }]);
    expect(await readWord(await checked('lettre.docx', bytes))).toMatchObject({ refused: true, code: 'OFFICE_UNREADABLE' });
  });

  it('is refused beyond eight megabytes of writing; macros and bombs never come so far', async () => {
    const long = Array.from({ length: 9 * 1_024 }, (_, at) => `${at} `.padEnd(1_024, String(at))).join('');
    expect(await readWord(await checked('lettre.docx', w(p(long))))).toMatchObject({ refused: true, code: 'OFFICE_TOO_LONG' });
    await expect(checked('lettre.docx', docx({ name: 'word/vbaProject.bin', body: 'x' }))).rejects.toThrow('FILE_RUNS');
    await expect(checked('lettre.docx', docx({ name: 'word/bomb.xml', body: Buffer.alloc(60_000_000), says: 1_000 }))).rejects.toThrow('FILE_BROKEN');
  });
});
