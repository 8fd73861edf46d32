import { accepted, type Answer, type WordBlock, type WordLine, type WordText } from '#kernel';
import type { CheckedFile } from '../uploads/index.js';
import { OfficeParts } from './parts.js';
import { readXml, type Listener, type Opened } from './xml.js';

type Level = WordLine['level'];
const levelOf = (number: number): Level => (number >= 1 ? (Math.min(number, 3) as Level) : null);

/** Which style is a title, and of which level: a style is named in the writer's language, its outline is not. */
class Styles implements Listener {
  readonly levels = new Map<string, Level>();
  private style = '';

  open({ name, attribute }: Opened): void {
    if (name === 'style') this.style = attribute('styleId');
    if (name === 'name' && this.style) {
      const [, number] = /^heading (\d)$/i.exec(attribute('val')) ?? [];
      if (number) this.levels.set(this.style, levelOf(Number(number)));
      if (/^title$/i.test(attribute('val'))) this.levels.set(this.style, 0);
    }
    if (name === 'outlineLvl' && this.style && !this.levels.has(this.style)) {
      const outline = Number(attribute('val'));
      if (outline < 9) this.levels.set(this.style, levelOf(outline + 1));
    }
  }

  close(name: string): void {
    if (name === 'style') this.style = '';
  }
}

/** What stands in the file and is not read: words taken out, a field's code, a drawing's second version for old readers. */
const hidden = new Set(['del', 'moveFrom', 'instrText', 'Fallback']);
/** Signs written as elements. */
const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' };

/** A table under construction; tables inside a cell are read as its lines. */
interface OpenTable {
  readonly rows: string[][];
  tag: string | null;
  cell: string[] | null;
}

/** A paragraph under construction; the one of a text box stands within another. */
interface OpenLine {
  readonly words: string[];
  level: Level;
  item: boolean;
}

/** The body, paragraph by paragraph. What was deleted but is still shown as a revision is left out; what was inserted is text. */
class Body implements Listener {
  readonly blocks: WordBlock[] = [];
  private readonly lines: OpenLine[] = [];
  private tag: string | null = null;
  private saying = false;
  private inProperties = false;
  private deleted = 0;
  private readonly tables: OpenTable[] = [];

  constructor(private readonly levels: ReadonlyMap<string, Level>) {}

  open({ name, attribute }: Opened): void {
    if (name === 'p') this.lines.push({ words: [], level: null, item: false });
    else if (name === 'pPr') this.inProperties = true;
    else if (name === 'bookmarkStart') this.mark(attribute('name'));
    else if (name === 't') this.saying = true;
    else if (hidden.has(name)) this.deleted += 1;
    else if (this.inProperties) this.shape(name, attribute('val'));
    else if (Object.hasOwn(signs, name)) this.say(signs[name] ?? '');
    else this.openTable(name);
  }

  /** How the paragraph stands: its style, its own outline, its list. */
  private shape(name: string, value: string): void {
    const line = this.lines.at(-1);
    if (!line) return;
    if (name === 'pStyle') line.level = this.levels.get(value) ?? line.level;
    if (name === 'outlineLvl' && Number(value) < 9) line.level ??= levelOf(Number(value) + 1);
    if (name === 'numPr') line.item = true;
  }

  private openTable(name: string): void {
    if (name === 'tbl') this.tables.push({ rows: [], tag: null, cell: null });
    const table = this.tables.at(-1);
    if (name === 'tr') table?.rows.push([]);
    if (name === 'tc' && table) table.cell = [];
  }

  close(name: string): void {
    if (name === 'p') this.end();
    else if (name === 't') this.saying = false;
    else if (name === 'pPr') this.inProperties = false;
    else if (hidden.has(name)) this.deleted -= 1;
    else this.closeTable(name);
  }

  private closeTable(name: string): void {
    const table = this.tables.at(-1);
    if (name === 'tc' && table?.cell) {
      table.rows.at(-1)?.push(table.cell.join('\n'));
      table.cell = null;
    }
    if (name !== 'tbl' || !table) return;
    this.tables.pop();
    const rows = table.rows.filter((row) => row.length > 0);
    const around = this.tables.at(-1)?.cell;
    if (around) around.push(...rows.map((row) => row.join(' | ')));
    else if (rows.length > 0) this.blocks.push({ type: 'table', rows, tag: table.tag });
  }

  text(words: string): void {
    if (this.saying) this.say(words);
  }

  private say(words: string): void {
    if (this.deleted === 0) this.lines.at(-1)?.words.push(words);
  }

  /** A mark before the paragraph or inside it belongs to the paragraph; in a table, to the table. */
  private mark(name: string): void {
    const table = this.tables.at(-1);
    if (table) table.tag ??= name;
    else this.tag = name;
  }

  private end(): void {
    const line = this.lines.pop();
    if (!line || this.deleted > 0) return;
    const { words, ...shape } = line;
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.push(words.join(''));
    else {
      this.blocks.push({ type: 'line', text: words.join(''), ...shape, tag: this.tag });
      this.tag = null;
    }
  }
}

/** Custom properties: texts by name. */
class Properties implements Listener {
  readonly found: Record<string, string> = {};
  private name = '';

  open({ name, attribute }: Opened): void {
    if (name === 'property') this.name = attribute('name');
  }

  close(name: string): void {
    if (name === 'property') this.name = '';
  }

  text(words: string): void {
    if (this.name) this.found[this.name] = ((this.found[this.name] ?? '') + words).trim();
  }
}

const withoutLeading = (name: string): string => name.replace(/^_+/, '');

/** What a letter in Word's format says. Refused with OFFICE_UNREADABLE or OFFICE_TOO_LONG. */
export async function readWord(file: CheckedFile): Promise<Answer<WordText>> {
  const parts = OfficeParts.open(file);
  if (parts.refused) return parts;
  const texts: string[] = [];
  for (const part of ['word/styles.xml', 'word/document.xml', 'docProps/custom.xml']) {
    const text = await parts.value.text(part);
    if (text.refused) return text;
    texts.push(text.value);
  }
  const [style = '', document = '', custom = ''] = texts;
  const [styles, properties] = [new Styles(), new Properties()];
  const body = new Body(styles.levels);
  const read = (style === '' || readXml(style, styles)) && readXml(document, body) && (custom === '' || readXml(custom, properties));
  if (!read) return parts.value.unreadable();
  const blocks = body.blocks.map((block) => (block.tag === null ? block : { ...block, tag: withoutLeading(block.tag) }));
  return accepted({ blocks, properties: properties.found });
}
