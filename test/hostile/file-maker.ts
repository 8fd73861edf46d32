import { crc32 } from 'node:zlib';
import { deflateRawSync, deflateSync } from 'node:zlib';

/** A part of an archive under construction; the lies are written into its directory. */
export interface Part {
  readonly name: string | Buffer;
  readonly body: string | Buffer;
  readonly stored?: boolean;
  readonly flags?: number;
  /** The size the directory announces, when it lies. */
  readonly says?: number;
  /** Shares the bytes of the first part. */
  readonly sharing?: boolean;
}

const header = (layout: readonly (readonly [2 | 4, number])[]): Buffer =>
  Buffer.concat(layout.map(([width, value]) => {
    const bytes = Buffer.alloc(width);
    if (width === 2) bytes.writeUInt16LE(value & 0xffff);
    else bytes.writeUInt32LE(value >>> 0);
    return bytes;
  }));

/** An archive (APPNOTE 6.3), honest or not. */
export function zip(parts: readonly Part[], { before = '', comment = '' } = {}): Buffer {
  const bodies: Buffer[] = [Buffer.from(before)];
  const directory: Buffer[] = [];
  let at = before.length;
  for (const { name: called, body, stored = false, flags = 0x800, says, sharing = false } of parts) {
    const [name, plain] = [Buffer.from(called), Buffer.from(body)];
    const packed = stored ? plain : deflateRawSync(plain);
    const size = says ?? plain.length;
    const both = [[2, 20], [2, flags], [2, stored ? 0 : 8], [4, 0], [4, crc32(plain)], [4, packed.length], [4, size], [2, name.length], [2, 0]] as const;
    const place = sharing ? before.length : at;
    directory.push(header([[4, 0x02014b50], [2, 20], ...both, [2, 0], [2, 0], [2, 0], [4, 0], [4, place]]), name);
    if (sharing) continue;
    const local = Buffer.concat([header([[4, 0x04034b50], ...both]), name, packed]);
    bodies.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = header([[4, 0x06054b50], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, listing.length], [4, at], [2, comment.length]]);
  return Buffer.concat([...bodies, listing, end, Buffer.from(comment)]);
}

const types = (extra = ''): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${extra}</Types>`;
/** The parts of a letter in Word's format. */
export const docxParts = (extra = ''): Part[] => [
  { name: '[Content_Types].xml', body: types(extra) },
  { name: '_rels/.rels', body: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' },
  { name: 'word/document.xml', body: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Bonjour</w:t></w:r></w:p></w:body></w:document>' },
];
export const docx = (...more: Part[]): Buffer => zip([...docxParts(), ...more]);
export const xlsx = (): Buffer => zip([{ name: '[Content_Types].xml', body: types() }, { name: 'xl/workbook.xml', body: '<workbook/>' }]);
export const odt = (...more: Part[]): Buffer => zip([{ name: 'mimetype', body: 'application/vnd.oasis.opendocument.text', stored: true }, { name: 'content.xml', body: '<office/>' }, ...more]);
export const ods = (): Buffer => zip([{ name: 'mimetype', body: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', body: '<office/>' }]);

/** A PDF (ISO 32000) of one empty page; `extra` are further objects, `catalog` further keys of the catalogue. */
export function pdf({ extra = '', catalog = '', tail = '' }: { extra?: string | Buffer; catalog?: string; tail?: string } = {}): Buffer {
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n`;
  const body = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(extra)]);
  return Buffer.concat([body, Buffer.from(`\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n${body.length + 1}\n%%EOF\n${tail}`, 'latin1')]);
}
/** An object stream that hides an object in packed data. */
export const objectStream = (hidden: string, filter = '/FlateDecode'): Buffer => {
  const packed = deflateSync(Buffer.from(hidden, 'latin1'));
  return Buffer.concat([Buffer.from(`7 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>\nstream\n`, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n')]);
};

const chunk = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
};
/** A PNG of one grey line; `width` and `height` are what its header says. */
export function png({ width = 1, height = 1, more = [] as readonly (readonly [string, string])[], tail = '', idat = true } = {}): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr[8] = 8;
  const data = idat ? [chunk('IDAT', deflateSync(Buffer.from([0, 128])))] : [];
  const texts = more.map(([type, body]) => chunk(type, Buffer.from(body, 'latin1')));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', ihdr), ...texts, ...data, chunk('IEND', Buffer.alloc(0)), Buffer.from(tail)]);
}

const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
/** EXIF of a telephone: the way up, and where the picture was taken. */
export const exif = (orientation: number, place = '34.0522N 6.8498W'): Buffer =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]), Buffer.from(place)]));
/** The smallest grey JPEG there is (8 × 8), with what is put in front of its frame. */
export function jpeg({ before = [] as readonly Buffer[], width = 8, height = 8, tail = '', cut = 0 } = {}): Buffer {
  const quantisation = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]));
  const frame = segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]));
  const table = (kind: number): Buffer => segment(0xc4, Buffer.concat([Buffer.from([kind, 1]), Buffer.alloc(15), Buffer.from([0])]));
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x3f])]);
  const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
  const whole = Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, ...before, quantisation, frame, table(0), table(0x10), scan, Buffer.from([0xff, 0xd9])]);
  return Buffer.concat([whole.subarray(0, whole.length - cut), Buffer.from(tail)]);
}
export const comment = (text: string): Buffer => segment(0xfe, Buffer.from(text));
