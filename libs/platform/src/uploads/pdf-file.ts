import { unpack } from './unpack.js';

/** Why a PDF is not taken. `PROTECTED`: part of it cannot be read here, so nobody can say what it would do. */
export type PdfFault = 'BROKEN' | 'PROGRAM' | 'PROTECTED' | 'TOO_LARGE';

/** Names of ISO 32000-2 that run something, start another program, or send what is typed elsewhere. */
const runs = /\/(JavaScript|Launch|RichMedia|XFA|ImportData|SubmitForm|GoToE)(?![A-Za-z0-9])/;
/** A file carried inside (7.11.4). */
const carries = /\/EmbeddedFiles?(?![A-Za-z0-9])/;
/** How a carried file is called, in plain letters or in hexadecimal. */
const called = /\/U?F\s*(?:\(((?:[^()\\]|\\.){0,500})\)|<(?!<))/g;
const data = /\.(json|xml|csv|txt)$/i;

/** PDF/A-3 carries the data it was made from, as our own minutes do (ISO 19005-3): data are let through, anything else is a hidden file. */
function carriesOnlyData(names: string): boolean {
  const files = [...names.matchAll(called)].map(([, name = '']) => name);
  return files.length > 0 && files.every((name) => data.test(name));
}
/** A name may write any of its letters as #hex (7.3.5). */
const plainNames = (text: string): string => text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** Bytes that all object streams together may unpack to; streams of any sort in one file; characters of a dictionary. */
const most = { unpacked: 32 * 1_048_576, streams: 50_000, dictionary: 2_000 } as const;

/** Every stream's dictionary with the place of its data. One pass, whatever the bytes are. */
function* streamsOf(text: string): Generator<{ dictionary: string; begin: number }> {
  let from = 0;
  for (let at = text.indexOf('stream', 0); at !== -1; at = text.indexOf('stream', at + 6)) {
    const begin = text[at + 6] === '\n' ? at + 7 : text.startsWith('\r\n', at + 6) ? at + 8 : 0;
    if (begin === 0 || text.startsWith('end', at - 3)) continue;
    yield { dictionary: text.slice(Math.max(from, at - most.dictionary), at), begin };
    from = begin;
  }
}

/** Object streams (7.5.7) hide objects in packed data: each is unpacked and read like the rest. */
async function hiddenFault(bytes: Buffer, text: string): Promise<PdfFault | null> {
  let left: number = most.unpacked;
  let streams = 0;
  for (const { dictionary, begin } of streamsOf(text)) {
    if ((streams += 1) > most.streams) return 'TOO_LARGE';
    const names = plainNames(dictionary.slice(Math.max(0, dictionary.lastIndexOf('endobj'))));
    if (!names.includes('/ObjStm') || !names.includes('/Filter')) continue;
    const end = text.indexOf('endstream', begin);
    const simply = /\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(names) && !names.includes('/Predictor');
    const unpacked = simply && end !== -1 ? await unpack(bytes.subarray(begin, end), { raw: false, most: left, keep: left }) : null;
    if (!unpacked) return 'PROTECTED';
    left -= unpacked.length;
    const hidden = plainNames(unpacked.kept.toString('latin1'));
    if (runs.test(hidden) || carries.test(hidden)) return 'PROGRAM';
  }
  return null;
}

/** Is this a whole PDF without anything that runs or hides? `null` is yes. */
export async function pdfFault(bytes: Buffer): Promise<PdfFault | null> {
  const text = bytes.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text.slice(0, 16))) return 'BROKEN';
  // Nothing but white space after the end: another file hidden there makes two files of one.
  if (!/\bstartxref\s+\d+\s+%%EOF\s*$/.test(text.slice(-400))) return 'BROKEN';
  const names = plainNames(text);
  if (runs.test(names) || (carries.test(names) && !carriesOnlyData(names))) return 'PROGRAM';
  return /\/Encrypt(?![A-Za-z])/.test(names) ? 'PROTECTED' : hiddenFault(bytes, text);
}
