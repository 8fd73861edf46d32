import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Answer, accepted, canonicalJson, refused, type Refusal } from '#kernel';
import { fontFiles } from './fonts.js';
import { missingGlyphsIn } from './missing-glyphs.js';
import { Press, type PressOrder } from './press.js';

/** 1 MiB of JSON is some 250 pages and 3 s. A running compile cannot be interrupted, so the order is bounded instead. */
const longestData = 1_048_576;
/** Where the engine believes it works. Nothing is there: only the files of the order exist for a template. */
const workspace = resolve('/passerelle-press');

interface Printed {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly pages?: number;
  readonly fault?: string;
  readonly missing?: string;
}

/** Texts of the order reach the template as files only: the preamble holds nothing that a user wrote. */
const preamble = `#let order = json("/order.json")
#set document(date: datetime(year: order.year, month: order.month, day: order.day), keywords: order.keywords)
#set text(fallback: false, font: ("Noto Sans", "Amiri", "Noto Sans Tifinagh"))
#for file in order.attachments { pdf.attach("/attached/" + file.name, relationship: file.relationship, mime-type: file.mimeType, description: file.description) }
`;

function filesOf(order: PressOrder, data: string): { path: string; content: string | Uint8Array }[] {
  const [year, month, day] = order.date.split('-').map(Number);
  const attachments = (order.attachments ?? []).map(({ content: _content, ...file }) => file);
  const files: Record<string, string | Uint8Array> = { 'data.json': data, 'order.json': JSON.stringify({ year, month, day, keywords: order.keywords ?? [], attachments }) };
  for (const { name, content } of order.attachments ?? []) files[`attached/${name}`] = content;
  for (const [name, content] of Object.entries(order.pictures ?? {})) files[name] = content;
  return Object.entries(files).map(([path, content]) => ({ path: resolve(workspace, path), content }));
}

/** What has no form of its own is named by its number: U+0007. */
const named = (character: string): string =>
  character.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\ufeff]/gu, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
const glyphMissing = (character: string, count: number): Refusal => refused('GLYPH_MISSING', { character: named(character), count });

/** The engine's own words for a character it cannot draw: ``the text `\"😀\"` could not be displayed``, ``disallowed codepoint `\"\\u{0}\"` ``. */
function refusalOf(fault: string): Refusal | undefined {
  const written = /(?:text|codepoint) `\\?"(.+?)\\?"`/u.exec(fault)?.[1];
  const character = written?.replace(/\\+u\{([0-9a-f]+)\}/gu, (_escape, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return character === undefined ? undefined : glyphMissing(character, 1);
}

/** `Press` by Typst, in one thread started at the first order and started again should it die. */
export class TypstPress extends Press {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private printedSoFar = 0;

  /** `engine`: the module of the native compiler; another name shows what happens where it has no binary. */
  constructor(private readonly engine = '@myriaddreamin/typst-ts-node-compiler') {
    super();
  }

  async render(order: PressOrder): Promise<Answer<Uint8Array>> {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(order.date)) throw new Error(`not a civil date: ${order.date}`);
    const [character, ...others] = missingGlyphsIn(order.data);
    if (character !== undefined) return glyphMissing(character, others.length + 1);
    const data = canonicalJson(order.data);
    if (data.length > longestData) return refused('DOCUMENT_TOO_LARGE', { length: data.length, maximum: longestData });
    const mine = this.last.then(() => this.print({ main: preamble + order.template, files: filesOf(order, data), standard: order.standard }));
    this.last = mine.catch(() => undefined);
    const printed = await mine;
    if (printed.missing !== undefined) return refused('PRESS_MISSING', { platform: `${process.platform}-${process.arch}`, cause: printed.missing });
    if (printed.pdf) return accepted(printed.pdf);
    const refusal = refusalOf(printed.fault ?? '');
    if (refusal) return refusal;
    throw new Error(`the template does not compile: ${printed.fault}`);
  }

  /** Ends the thread, once the order being printed is done. The next order starts a new one. */
  async close(): Promise<void> {
    await this.last;
    const worker = this.worker;
    this.worker = undefined;
    await worker?.terminate();
  }

  /** Called by Nest when the process stops. */
  onModuleDestroy(): Promise<void> {
    return this.close();
  }

  private print(job: { main: string; files: { path: string; content: string | Uint8Array }[]; standard: string }): Promise<Printed> {
    const worker = (this.worker ??= this.start());
    const id = (this.printedSoFar += 1);
    return new Promise((fulfil, reject) => {
      const done = (settle: () => void) => {
        worker.off('message', heard).off('error', died).off('exit', left);
        worker.unref();
        settle();
      };
      const heard = (printed: Printed) => printed.id === id && done(() => fulfil(printed));
      const died = (cause: unknown) => done(() => ((this.worker = undefined), reject(new Error('the press stopped while printing', { cause }))));
      const left = (code: number) => died(`exit ${code}`);
      worker.on('message', heard).on('error', died).on('exit', left);
      worker.ref();
      worker.postMessage({ id, ...job });
    });
  }

  private start(): Worker {
    const entry = fileURLToPath(new URL('./typst-worker.mjs', import.meta.url));
    const worker = new Worker(entry, { workerData: { engine: this.engine, fonts: fontFiles(), workspace } });
    // An error between two orders must not end the process: the next order starts another thread.
    worker.on('error', () => (this.worker = this.worker === worker ? undefined : this.worker));
    worker.on('exit', () => (this.worker = this.worker === worker ? undefined : this.worker));
    return worker;
  }
}
