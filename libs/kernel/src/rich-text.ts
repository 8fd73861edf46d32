import { accepted, refused, type Answer, type Refusal, type RuleSource } from './answer.js';
import { plainText } from './plain-text.js';

/** A piece of a line. `link` is an absolute https or mailto address. */
export interface RichRun {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly link?: string;
}
/** A line broken inside its paragraph. */
export interface RichBreak {
  readonly type: 'hardBreak';
}
export type RichInline = RichRun | RichBreak;
/** A paragraph: its own direction is that of its first letter. */
export interface RichParagraph {
  readonly type: 'paragraph';
  readonly content: readonly RichInline[];
}
/** Level 2 or 3: the page keeps level 1 for its own title. */
export interface RichHeading {
  readonly type: 'heading';
  readonly level: 2 | 3;
  readonly content: readonly RichInline[];
}
/** A list: an item holds blocks, so that lists stand inside lists. */
export interface RichList {
  readonly type: 'bulletList' | 'orderedList';
  readonly items: readonly (readonly RichBlock[])[];
}
export type RichBlock = RichParagraph | RichHeading | RichList;

/** A written text with its form: a tree of ours, never HTML (threat X). What is stored is this, and nothing a browser could run. */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichBlock[];
}

/** Our own bounds: nested lists, nodes of every sort, characters (code points) of all texts together, and of one address. */
export const richTextLimits = { depth: 8, nodes: 5_000, characters: 50_000, address: 2_000 } as const;

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Saisie' };
/** Where reading stopped, as a value: the walk is deep, its refusal has one way out. */
class Stop extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
const stop = (code: string, args: Refusal['args'] = {}): never => {
  throw new Stop(refused(code, args, source));
};

type Given = Readonly<Record<string, unknown>>;
/** Only own properties are read: nothing comes from a prototype. */
const own = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && Object.hasOwn(given, name) ? (given as Given)[name] : undefined;

/** An absolute https or mailto address as it is kept, without credentials; refused for any other scheme, relative, or over-long. */
export function readRichLink(raw: unknown): Answer<string> {
  if (typeof raw !== 'string' || raw.length > richTextLimits.address || plainText(raw) !== raw.normalize('NFC') || !URL.canParse(raw)) return refused('RICH_TEXT_LINK', {}, source);
  const url = new URL(raw);
  const safe = (url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '') || (url.protocol === 'mailto:' && !/[\r\n]|%0[ad]/i.test(raw));
  return safe ? accepted(url.href) : refused('RICH_TEXT_LINK', {}, source);
}

/** Walks what an editor sends (the JSON shape of ProseMirror documents) and builds a tree of its own: unknown attributes are left behind, unknown nodes refused. */
class Reader {
  private nodes = 0;
  private characters = 0;

  doc(given: unknown): RichText {
    if (own(given, 'type') !== 'doc') stop('RICH_TEXT_SHAPE');
    return { type: 'doc', content: this.children(given).map((block) => this.block(block, 1)) };
  }

  private children(given: unknown): readonly unknown[] {
    const content = own(given, 'content') ?? [];
    if (!Array.isArray(content)) return stop('RICH_TEXT_SHAPE');
    this.nodes += content.length;
    if (this.nodes > richTextLimits.nodes) stop('RICH_TEXT_TOO_LARGE', { maximum: richTextLimits.characters });
    return content;
  }

  private block(given: unknown, depth: number): RichBlock {
    if (depth > richTextLimits.depth) stop('RICH_TEXT_TOO_DEEP', { maximum: richTextLimits.depth });
    const type = own(given, 'type');
    if (type === 'paragraph') return { type, content: this.line(given) };
    if (type === 'heading') return { type, level: own(own(given, 'attrs'), 'level') === 3 ? 3 : 2, content: this.line(given) };
    if (type === 'bulletList' || type === 'orderedList') return { type, items: this.children(given).map((item) => this.item(item, depth)) };
    return stop('RICH_TEXT_SHAPE');
  }

  private item(given: unknown, depth: number): readonly RichBlock[] {
    if (own(given, 'type') !== 'listItem') stop('RICH_TEXT_SHAPE');
    return this.children(given).map((block) => this.block(block, depth + 1));
  }

  private line(given: unknown): readonly RichInline[] {
    return this.children(given).map((inline) => this.inline(inline));
  }

  private inline(given: unknown): RichInline {
    if (own(given, 'type') === 'hardBreak') return { type: 'hardBreak' };
    const raw = own(given, 'text');
    if (own(given, 'type') !== 'text' || typeof raw !== 'string') return stop('RICH_TEXT_SHAPE');
    const text = plainText(raw);
    this.characters += text.length;
    if (this.characters > richTextLimits.characters) stop('RICH_TEXT_TOO_LARGE', { maximum: richTextLimits.characters });
    return { type: 'text', text, ...this.marks(own(given, 'marks') ?? []) };
  }

  private marks(given: unknown): Pick<RichRun, 'bold' | 'italic' | 'link'> {
    if (!Array.isArray(given) || given.length > 5) return stop('RICH_TEXT_SHAPE');
    return Object.assign({}, ...given.map((mark: unknown) => this.mark(mark))) as Pick<RichRun, 'bold' | 'italic' | 'link'>;
  }

  private mark(given: unknown): Pick<RichRun, 'bold' | 'italic' | 'link'> {
    const type = own(given, 'type');
    if (type === 'bold') return { bold: true };
    if (type === 'italic') return { italic: true };
    if (type !== 'link') return stop('RICH_TEXT_SHAPE');
    const link = readRichLink(own(own(given, 'attrs'), 'href'));
    return link.refused ? stop(link.code) : { link: link.value };
  }
}

/** What an editor sends, as the tree that is kept. Refused with RICH_TEXT_SHAPE, RICH_TEXT_TOO_LARGE, RICH_TEXT_TOO_DEEP or RICH_TEXT_LINK. */
export function readRichText(given: unknown): Answer<RichText> {
  try {
    return accepted(new Reader().doc(given));
  } catch (error) {
    if (error instanceof Stop) return error.refusal;
    throw error;
  }
}

const lineOf = (content: readonly RichInline[]): string => content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
const blockOf = (block: RichBlock): string => {
  if (block.type === 'paragraph' || block.type === 'heading') return lineOf(block.content);
  return block.items.map((item, place) => `${block.type === 'bulletList' ? '•' : `${place + 1}.`} ${item.map(blockOf).join('\n').replace(/\n/g, '\n  ')}`).join('\n');
};

/** The words alone, for search, mails and lengths: blocks apart by an empty line, items by their mark. */
export const plainTextOf = ({ content }: RichText): string => content.map(blockOf).join('\n\n');
