import type { FileKind } from '#kernel';
import { readEntry } from './unpack.js';
import { listZip, type ZipEntry } from './zip-listing.js';

/** Why an office file is not taken. */
export type OfficeFault = 'BROKEN' | 'TOO_LARGE' | 'TWISTED' | 'PROGRAM' | 'OTHER_KIND';

type OfficeKind = Extract<FileKind, 'docx' | 'xlsx' | 'odt' | 'ods'>;

/** What may stand inside: texts, pictures, fonts, printer settings, a chart's own sheet. A macro, an OLE object or a program is none of these. */
const inside = /\.(xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|svm|wdp|odttf|fntdata|vml|xlsx|docx|rdf|txt)$|(^|\/)(mimetype|layout-cache)$|^objectreplacements\/[^/.]+$|printersettings\d*\.bin$|\/$/i;
/** Where macros and scripts live (OOXML, OpenDocument). */
const programs = /(^|\/)(vbaproject|vbadata|activex|basic|scripts|customui|embeddings\/oleobject)/i;
/** The part that makes the file what its name says. */
const heart: Readonly<Record<OfficeKind, string>> = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', odt: 'content.xml', ods: 'content.xml' };
const openDocument: Partial<Record<OfficeKind, string>> = { odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet' };

/** Bytes of a part that is read as text: a list of types or of relations is small. */
const readable = 1_048_576;

/** A template, an object or a frame fetched from elsewhere when the file is opened: code by another door. */
const fetchedFromElsewhere = /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?=[^>]*Type\s*=\s*["'][^"']*\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)["'])/i;
const runsInType = /macroEnabled|vbaProject|activeX|oleObject/i;

async function faultOfPart(bytes: Buffer, entry: ZipEntry): Promise<OfficeFault | null> {
  const spoken = entry.name === '[Content_Types].xml' || /\.rels$/i.test(entry.name);
  const read = await readEntry(bytes, entry, spoken ? readable : 0);
  if (!read) return 'BROKEN';
  if (!spoken) return null;
  if (entry.size > readable) return 'TOO_LARGE';
  // A part in UTF-16 would say the same in other bytes.
  const said = read.toString('utf8').replaceAll('\0', '');
  return fetchedFromElsewhere.test(said) || (entry.name === '[Content_Types].xml' && runsInType.test(said)) ? 'PROGRAM' : null;
}

async function isKind(bytes: Buffer, entries: readonly ZipEntry[], kind: OfficeKind): Promise<boolean> {
  if (!entries.some(({ name }) => name === heart[kind])) return false;
  const type = openDocument[kind];
  if (type === undefined) return entries.some(({ name }) => name === '[Content_Types].xml');
  const first = entries.find(({ at }) => at === 0);
  return first?.name === 'mimetype' && first.method === 0 && (await readEntry(bytes, first, 200))?.toString('latin1') === type;
}

/** Is this really that office file, whole, within bounds, and without anything that runs? `null` is yes. Every part is unpacked once, and none is kept. */
export async function officeFault(bytes: Buffer, kind: OfficeKind): Promise<OfficeFault | null> {
  const entries = listZip(bytes);
  if (typeof entries === 'string') return entries;
  if (!(await isKind(bytes, entries, kind))) return 'OTHER_KIND';
  if (entries.some(({ name }) => programs.test(name) || !inside.test(name))) return 'PROGRAM';
  for (const entry of entries) {
    const fault = await faultOfPart(bytes, entry);
    if (fault) return fault;
  }
  return null;
}
