import { accepted, type Answer, type Grid } from '#kernel';
import type { CheckedFile } from '../uploads/index.js';
import { OfficeParts } from './parts.js';
import { readXml, type Listener, type Opened } from './xml.js';

/** Texts that cells share; what is read aloud beside a word (`rPh`) is no part of it. */
class Strings implements Listener {
  readonly texts: string[] = [];
  private said: string[] | null = null;
  private saying = false;
  private aside = false;

  open({ name }: Opened): void {
    if (name === 'si') this.said = [];
    if (name === 'rPh') this.aside = true;
    if (name === 't') this.saying = !this.aside;
  }

  close(name: string): void {
    if (name === 't') this.saying = false;
    if (name === 'rPh') this.aside = false;
    if (name === 'si' && this.said) this.texts.push(this.said.join(''));
  }

  text(words: string): void {
    if (this.saying) this.said?.push(words);
  }
}

/** Which formats show a number as a day (ECMA-376, 18.8.30): some by their number, the others by the letters of their code. */
class Formats implements Listener {
  readonly days: boolean[] = [];
  private readonly own = new Set<number>();
  private inCells = false;

  open({ name, attribute }: Opened): void {
    if (name === 'numFmt' && /[dmy]/i.test(attribute('formatCode').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))) this.own.add(Number(attribute('numFmtId')));
    if (name === 'cellXfs') this.inCells = true;
    if (name !== 'xf' || !this.inCells) return;
    const id = Number(attribute('numFmtId'));
    this.days.push((id >= 14 && id <= 17) || id === 22 || this.own.has(id));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }
}

/** Days from the epoch of spreadsheets to that of computers (1970-01-01). */
const epoch = 25_569;
const dayMs = 86_400_000;

const dayOf = (serial: number): string => {
  const day = Math.floor(serial);
  return day > 60 && day < 2_958_466 ? new Date((day - epoch) * dayMs).toISOString().slice(0, 10) : String(serial);
};
/** A number as it was typed: what the sixteenth digit of a floating number adds is nobody's. */
const numberOf = (written: string): string => {
  const value = Number(written);
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : written;
};

/** Columns and rows that we read. */
const most = { columns: 200, rows: 2_000 } as const;
const columnOf = (reference: string): number => [...reference.replace(/[^A-Z]/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The first page, cell by cell. A formula gives what it last computed; it is never run. */
class Page implements Listener {
  readonly rows: string[][] = [];
  tooLong = false;
  private row: string[] = [];
  private at = 0;
  private kind = '';
  private style = 0;
  private said: string[] = [];
  private saying = false;

  constructor(
    private readonly shared: readonly string[],
    private readonly days: readonly boolean[],
  ) {}

  open({ name, attribute }: Opened): void {
    if (name === 'row') this.begin(Number(attribute('r')));
    if (name === 'c') {
      this.at = attribute('r') ? columnOf(attribute('r')) : this.row.length;
      this.kind = attribute('t');
      this.style = Number(attribute('s'));
      this.said = [];
    }
    if (name === 'v' || name === 't') this.saying = true;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.saying = false;
    if (name === 'c') this.keep(this.value());
  }

  text(words: string): void {
    if (this.saying) this.said.push(words);
  }

  /** Rows left out are empty rows. */
  private begin(number: number): void {
    const place = number > 0 ? number - 1 : this.rows.length;
    if (place >= most.rows) this.tooLong = true;
    else while (this.rows.length <= place) this.rows.push((this.row = []));
  }

  private keep(text: string): void {
    if (text === '' || this.tooLong) return;
    if (this.at < 0 || this.at >= most.columns) this.tooLong = true;
    else {
      while (this.row.length < this.at) this.row.push('');
      this.row[this.at] = text;
    }
  }

  private value(): string {
    const written = this.said.join('');
    if (this.kind === 's') return this.shared[Number(written)] ?? '';
    if (this.kind === 'inlineStr' || this.kind === 'str' || this.kind === 'd') return written;
    if (this.kind === 'e' || written === '') return written;
    if (this.kind === 'b') return written === '1' ? '1' : '0';
    return this.days[this.style] ? dayOf(Number(written)) : numberOf(written);
  }
}

/** Where the first page stands: its part is named by the workbook, through its relations. */
class First implements Listener {
  id = '';
  target = '';

  open({ name, attribute }: Opened): void {
    if (name === 'sheet') this.id ||= attribute('id');
    if (name === 'Relationship' && attribute('Id') === this.id) this.target = attribute('Target').replace(/^\/?(xl\/)?/, '');
  }

  close(): void {
    /* nothing closes here */
  }
}

/** The first page of a workbook. Refused with OFFICE_UNREADABLE or OFFICE_TOO_LONG. */
export async function readGrid(file: CheckedFile): Promise<Answer<Grid>> {
  const parts = OfficeParts.open(file);
  if (parts.refused) return parts;
  const { value: office } = parts;
  const [first, strings, formats] = [new First(), new Strings(), new Formats()];
  for (const [part, listener] of [['xl/workbook.xml', first], ['xl/_rels/workbook.xml.rels', first], ['xl/sharedStrings.xml', strings], ['xl/styles.xml', formats]] as const) {
    const text = await office.text(part);
    if (text.refused) return text;
    if (text.value !== '' && !readXml(text.value, listener)) return office.unreadable();
  }
  const page = new Page(strings.texts, formats.days);
  const text = await office.text(`xl/${first.target || 'worksheets/sheet1.xml'}`);
  if (text.refused) return text;
  if (!readXml(text.value, page)) return office.unreadable();
  return page.tooLong ? { refused: true, code: 'OFFICE_TOO_LONG', args: { name: file.name }, source: null } : accepted(page.rows);
}
