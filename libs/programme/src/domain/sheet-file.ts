import { withPlainLines, type Answer, type WordBlock, type WordLine, type WordTable, type WordText } from '#kernel';
import { folded, readAxisCell, readDayCell, readKindCell, readLeadCell, type FactName, type OfficeWords, type Place } from './office-cells.js';
import { listOf, readListRows } from './office-lists.js';
import type { SheetChange } from './edit.js';
import type { BudgetLine, Indicator, SectionName, SheetKind } from './sheet.js';

/** A fiche as a file tells it: what could be read, and the lines that nothing of ours could take. */
export interface SheetFile {
  readonly title: string | null;
  readonly kind: SheetKind | null;
  readonly actionLeadId: string | null;
  readonly change: SheetChange;
  /** In the order of the file, each under its title. */
  readonly unplaced: readonly string[];
}

/** Marks of ours in a file, by the place they mark. Word keeps marks of 40 letters, figures and underscores. */
export const tagOf = (place: Place): string => {
  if (place.at === 'transversal') return `psl_x_${place.axisId.replaceAll('-', '')}`;
  return `psl_${place.at}_${place.name}`;
};

/** Everything said under one title. */
interface Said {
  readonly place: Place;
  readonly heading: string;
  readonly lines: string[];
}

const keyOf = (place: Place): string => tagOf(place);
const isBlank = (text: string): boolean => text.trim() === '';
/** Longer than any title of ours. */
const longestTitle = 90;
const rowText = (row: readonly string[]): string => row.map((cell) => cell.trim()).filter(Boolean).join(' | ');

/** Walks a file from its first line to its last, and puts each where its title says. */
class Walk {
  readonly said = new Map<string, Said>();
  readonly unplaced: string[] = [];
  indicators: readonly Indicator[] | null = null;
  budget: readonly BudgetLine[] | null = null;
  title: string | null = null;
  private current: { said: Said; level: number | null } | null = null;
  private readonly tags: ReadonlyMap<string, Place>;

  constructor(
    private readonly words: OfficeWords,
    /** Our own file: only titles are titles. In another's, a bold line or « Contexte : … » may be one. */
    private readonly ours: boolean,
  ) {
    this.tags = new Map([...words.places.values()].map((place) => [tagOf(place), place]));
  }

  block(block: WordBlock): void {
    if (block.type === 'table') this.table(block);
    else this.line(block);
  }

  private line(line: WordLine): void {
    const titles = line.level === 0 && this.title === null && !isBlank(line.text);
    const place = titles ? null : this.placeOf(line);
    if (titles) this.title = line.text;
    else if (place) this.enter(place, line);
    else if (line.level !== null && !isBlank(line.text) && this.leaves(line.level)) this.strange(line.text);
    else if (this.ours || !this.inline(line.text)) this.put(line.item ? `• ${line.text}` : line.text);
  }

  private placeOf({ text, level, tag, item }: WordLine): Place | null {
    const marked = tag === null ? undefined : this.tags.get(tag);
    if (marked) return marked;
    if (item || text.length > longestTitle || isBlank(text) || (this.ours && level === null)) return null;
    return this.words.places.get(folded(text)) ?? null;
  }

  private enter(place: Place, { text, level }: WordLine): void {
    const key = keyOf(place);
    const known = this.said.get(key);
    if (known) known.lines.push(text);
    const said = known ?? { place, heading: text.trim(), lines: [] };
    this.said.set(key, said);
    this.current = { said, level };
  }

  /** A title below the one we are under is part of its text. */
  private leaves(level: number): boolean {
    return this.current === null || this.current.level === null || level <= this.current.level;
  }

  private strange(text: string): void {
    this.current = null;
    if (this.unplaced.length > 0) this.unplaced.push('');
    this.unplaced.push(text.trim());
  }

  /** « Contexte : une rue sans arbres ». */
  private inline(text: string): boolean {
    const [, before = '', after = ''] = /^([^:]{2,60})\s*[::]\s*(\S.*)$/su.exec(text) ?? [];
    const place = before ? this.words.places.get(folded(before)) : undefined;
    if (!place) return false;
    this.enter(place, { type: 'line', text: before, level: null, tag: null, item: false });
    this.put(after);
    return true;
  }

  private put(text: string): void {
    (this.current?.said.lines ?? this.unplaced).push(text);
  }

  private table({ rows }: WordTable): void {
    const list = listOf(rows, this.words);
    if (list) {
      this.list(list, rows);
      return;
    }
    for (const row of rows) this.formRow(row);
  }

  /** A row that names a thing of ours and gives its value; any other is text. */
  private formRow(row: readonly string[]): void {
    const [name = '', ...values] = row;
    const place = row.length >= 2 && name.length <= longestTitle ? this.words.places.get(folded(name)) : undefined;
    if (!place) {
      this.put(rowText(row));
      return;
    }
    const key = keyOf(place);
    const said = this.said.get(key) ?? { place, heading: name.trim(), lines: [] };
    this.said.set(key, said);
    said.lines.push(...values.filter((value) => !isBlank(value)));
  }

  private list(list: 'indicators' | 'budget', rows: WordTable['rows']): void {
    const read = readListRows(list, rows, this.words);
    if (read.list === 'indicators') this.indicators = [...(this.indicators ?? []), ...read.rows];
    else this.budget = [...(this.budget ?? []), ...read.rows];
    if (read.unread.length > 0) this.unplaced.push('', rowText(rows[0] ?? []), ...read.unread.map(rowText));
  }
}

type Facts = Omit<SheetFile, 'change' | 'unplaced'> & { readonly change: SheetChange };
const textOf = ({ lines }: Said): string => withPlainLines(lines.join('\n')).replace(/^\n+|\s+$/g, '');

/** Facts printed to be read: the file of a fiche says them, and they are not taken back from it. */
const printed: readonly FactName[] = ['year', 'author', 'state', 'retained'];

/** One fact read, or nothing when its words are not understood. */
function factOf(name: FactName, text: string, words: OfficeWords): Answer<Partial<Facts>> {
  const as = <T>(read: Answer<T>, made: (value: T) => Partial<Facts>): Answer<Partial<Facts>> => (read.refused ? read : { refused: false, value: made(read.value) });
  if (name === 'title') return { refused: false, value: { title: text } };
  if (name === 'kind') return as(readKindCell(text, words), (kind) => ({ kind, change: { kind } }));
  if (name === 'axis') return as(readAxisCell(text, words), (axisId) => ({ change: { axisId } }));
  if (name === 'lead') return as(readLeadCell(text, words), (actionLeadId) => ({ actionLeadId }));
  if (name === 'outsideAxesReason') return { refused: false, value: { change: { outsideAxesReason: text || null } } };
  if (name === 'startsOn') return as(readDayCell(text), (startsOn) => ({ change: { startsOn } }));
  if (name === 'endsOn') return as(readDayCell(text), (endsOn) => ({ change: { endsOn } }));
  return { refused: false, value: {} };
}

function factsOf(all: readonly Said[], words: OfficeWords, { ours, unplaced }: { ours: boolean; unplaced: string[] }): Facts {
  let facts: Facts = { title: null, kind: null, actionLeadId: null, change: {} };
  for (const said of all) {
    if (said.place.at !== 'fact') continue;
    const { name } = said.place;
    const text = textOf(said);
    const read = factOf(name, text, words);
    const strange = read.refused || (printed.includes(name) && !ours);
    if (strange && text !== '') unplaced.push('', `${said.heading} : ${text}`);
    if (read.refused) continue;
    facts = { ...facts, ...read.value, change: { ...facts.change, ...read.value.change } };
  }
  return facts;
}

/**
 * Reads a letter as a fiche. Our own file comes back whole; of any other, what stands under titles we know (B5) is put in its place, and
 * every other line is kept, in its order. No word is dropped.
 */
export function readSheetFile({ blocks }: Pick<WordText, 'blocks'>, words: OfficeWords, ours: boolean): SheetFile {
  const walk = new Walk(words, ours);
  for (const block of blocks) walk.block(block);
  const all = [...walk.said.values()];
  const unplaced = [...walk.unplaced];
  const facts = factsOf(all, words, { ours, unplaced });
  const sections: Partial<Record<SectionName, string>> = {};
  const transversalAnswers: { axisId: string; text: string }[] = [];
  for (const said of all) {
    const { place } = said;
    if (place.at === 'section') sections[place.name] = textOf(said);
    if (place.at === 'transversal') transversalAnswers.push({ axisId: place.axisId, text: textOf(said) });
    if (place.at === 'list' && textOf(said) !== '') unplaced.push('', said.heading, textOf(said));
  }
  const lists = { ...(walk.indicators && { indicators: walk.indicators }), ...(walk.budget && { budget: walk.budget.map((line) => ({ ...line, amountMinor: BigInt(line.amountMinor) })) }) };
  if (facts.title !== null && walk.title !== null && facts.title !== walk.title) unplaced.unshift(walk.title);
  const title = facts.title ?? walk.title;
  return { ...facts, title, change: { ...facts.change, ...(Object.keys(sections).length > 0 && { sections }), ...(transversalAnswers.length > 0 && { transversalAnswers }), ...lists }, unplaced };
}
