import type { Language, WordBlock, WordLine, WordTable, WordText } from '#kernel';
import { AlignmentType, Bookmark, Document, HeadingLevel, Packer, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

/** Arabic is written from right to left: a letter says so four times over, in its paragraphs, runs, tables and language. */
interface Voice {
  readonly rtl: boolean;
  readonly locale: string;
}

const voiceOf = (language: Language): Voice => (language === 'ar' ? { rtl: true, locale: 'ar-MA' } : { rtl: false, locale: 'fr-FR' });

/** What XML 1.0 cannot say at all. */
const unsayable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const letter = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Calibri' } as const;

/** A text in its runs: a line end breaks the line, not the paragraph. */
function runs(text: string, { rtl }: Voice, bold = false): TextRun[] {
  const lines = text.toWellFormed().replace(unsayable, '').split('\n');
  return lines.map((line, place) => new TextRun({ text: line, bold, boldComplexScript: bold, rightToLeft: rtl, ...(place > 0 && { break: 1 }) }));
}

const side = ({ rtl }: Voice) => ({ bidirectional: rtl, alignment: AlignmentType.START });
const headings = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function paragraph({ text, level, tag }: WordLine, voice: Voice): Paragraph {
  const said = runs(text, voice);
  const heading = level === null ? undefined : headings[level];
  return new Paragraph({ ...side(voice), ...(heading && { heading }), children: tag === null ? said : [new Bookmark({ id: tag, children: said })] });
}

function cell(text: string, { voice, head, tag }: { voice: Voice; head: boolean; tag: string | null }): TableCell {
  const lines = text.split('\n').map((line, place) => {
    const said = runs(line, voice, head);
    return new Paragraph({ ...side(voice), children: tag !== null && place === 0 ? [new Bookmark({ id: tag, children: said })] : said });
  });
  return new TableCell({ children: lines, margins: { top: 60, bottom: 60, left: 100, right: 100 }, ...(head && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E8EEF4' } }) });
}

/** With two columns the first holds the names; with more, the first row does. */
function table({ rows, tag }: WordTable, voice: Voice): Table {
  const form = rows.every((row) => row.length === 2);
  const columns = Math.max(...rows.map((row) => row.length));
  const width = Math.floor(9_600 / columns);
  return new Table({
    visuallyRightToLeft: voice.rtl,
    width: { size: 9_600, type: WidthType.DXA },
    columnWidths: form ? [2_800, 6_800] : Array.from({ length: columns }, () => width),
    rows: rows.map((row, line) => new TableRow({
      cantSplit: true,
      tableHeader: !form && line === 0,
      children: row.map((text, column) => cell(text, { voice, head: form ? column === 0 : line === 0, tag: line === 0 && column === 0 ? tag : null })),
    })),
  });
}

/** Two tables that touch become one, and take one another's direction: an empty line stands between them. */
const bodyOf = (blocks: readonly WordBlock[], voice: Voice): (Paragraph | Table)[] =>
  blocks.flatMap((block, place) => {
    if (block.type === 'line') return [paragraph(block, voice)];
    return blocks[place + 1]?.type === 'line' ? [table(block, voice)] : [table(block, voice), new Paragraph({ children: [] })];
  });

const title = (size: number, before: number) => ({ run: { size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: '1F3A5F', font: letter }, paragraph: { spacing: { before, after: 80 }, keepNext: true } });

/** A letter in Word's format, which a person may change in any word processor: an editable copy, never the text of record. */
export async function writeWord({ blocks, properties }: WordText, language: Language): Promise<Buffer> {
  const voice = voiceOf(language);
  const document = new Document({
    creator: 'Passerelle',
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    styles: {
      default: {
        document: { run: { font: letter, size: 22, sizeComplexScript: 24, language: { value: 'fr-FR', bidirectional: 'ar-MA' } }, paragraph: { spacing: { after: 80 } } },
        title: title(36, 0),
        heading1: title(28, 320),
        heading2: title(24, 240),
        heading3: title(22, 200),
      },
    },
    sections: [{ properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 } } }, children: bodyOf(blocks, voice) }],
  });
  return Packer.toBuffer(document);
}
