import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { containerOf, kindOfName } from '#kernel';
import { CheckedFile, receiveUpload, TypstPress, UploadLimits } from '#platform';
import { docx, exif, comment, jpeg, ods, odt, pdf, png, objectStream, xlsx } from './file-maker.js';
import { hostileUploads, mark, type Hostile } from './uploads.js';

const limits = new UploadLimits();
type Judge = (file: Pick<Hostile, 'name' | 'bytes'>) => Promise<string>;
const fate: Judge = async ({ name, bytes }) => {
  const answer = await CheckedFile.check({ name, bytes }, limits);
  return answer.refused ? answer.code : 'HARMLESS';
};

/** Hostile files that a judge lets through, or takes for others. */
async function misjudged(judge: Judge): Promise<string[]> {
  const wrong: string[] = [];
  for (const file of hostileUploads) if ((await judge(file)) !== file.becomes) wrong.push(file.what);
  return wrong;
}

describe('a careless judge is found out', () => {
  const bare = (file: Pick<Hostile, 'name' | 'bytes'>, seen: Partial<Pick<Hostile, 'name' | 'bytes'>>): Promise<string> => fate({ ...file, ...seen });
  const careless: readonly (readonly [string, Judge, string])[] = [
    ['goes by the name alone', async ({ name }) => (kindOfName(name) ? 'HARMLESS' : 'FILE_KIND_UNKNOWN'), 'a web page under a PDF’s name'],
    ['goes by the first bytes alone', async ({ bytes }) => (containerOf(bytes) === 'other' ? 'FILE_KIND_UNKNOWN' : 'HARMLESS'), 'a letter with macros'],
    ['goes by the first extension', (file) => bare(file, { name: file.name.replace(/(\.[a-z]+)\..*$/, '$1') }), 'two extensions, a program last'],
    ['does not read packed objects', (file) => bare(file, { bytes: Buffer.from(file.bytes.toString('latin1').replaceAll('/ObjStm', '/Stream'), 'latin1') }), 'the same in packed objects'],
    ['looks no further than the end of a PDF', (file) => bare(file, { bytes: file.bytes.subarray(0, file.name.endsWith('.pdf') ? file.bytes.lastIndexOf('%%EOF') + 5 || file.bytes.length : file.bytes.length) }), 'a PDF that is also a web page, behind'],
  ];
  it.each(careless)('one that %s', async (_how, judge, example) => {
    expect(await misjudged(judge)).toContain(example);
  });

  it('ours misjudges none', async () => expect(await misjudged(fate)).toEqual([]));
});

describe('hostile files', () => {
  it('are at least forty', () => expect(hostileUploads.length).toBeGreaterThanOrEqual(40));

  it.each(hostileUploads.map((file) => [file.what, file] as const))('%s is stopped, or harmless, in less than two seconds', async (_what, file) => {
    const begun = performance.now();
    expect(await fate(file)).toBe(file.becomes);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('harmless pictures keep nothing of what was hidden in them', async () => {
    for (const file of hostileUploads.filter(({ becomes, name }) => becomes === 'HARMLESS' && /\.(png|jpg)$/.test(name))) {
      const answer = await CheckedFile.check(file, limits);
      if (answer.refused) throw new Error(answer.code);
      const kept = answer.value.bytes.toString('latin1');
      for (const secret of [mark, '<script', '34.0522N', 'Comment']) expect(kept).not.toContain(secret);
    }
  });

  it('a photograph of a telephone stays the right way up', async () => {
    const answer = await CheckedFile.check({ name: 'photo.jpg', bytes: jpeg({ before: [exif(6), comment('Rabat')] }) }, limits);
    if (answer.refused) throw new Error(answer.code);
    const again = await CheckedFile.check({ name: 'photo.jpg', bytes: answer.value.bytes }, limits);
    if (again.refused) throw new Error(again.code);
    expect(again.value.bytes.equals(answer.value.bytes)).toBe(true);
    expect(answer.value.bytes.toString('hex')).toContain('011200030000000100060000');
    const plain = await CheckedFile.check({ name: 'photo.jpg', bytes: jpeg() }, limits);
    expect(!plain.refused && plain.value.bytes.equals(jpeg())).toBe(true);
  });

  it('memory stays within bounds over all of them', async () => {
    for (const file of hostileUploads) await fate(file);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 3; round += 1) for (const file of hostileUploads) await fate(file);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
  });

  it.each([
    ['names without an end', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('stream\n'.repeat(1_400_000)), Buffer.from('startxref\n1\n%%EOF')]), 'a.pdf'],
    ['object streams without an end', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('/ObjStm '.repeat(1_200_000)), Buffer.from('startxref\n1\n%%EOF')]), 'a.pdf'],
    ['a photograph of marks', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(9_000_000, 0xff)]), 'a.jpg'],
    ['a table of spaces', Buffer.alloc(9_000_000, 0x20), 'a.csv'],
    ['a picture of nothing', Buffer.concat([png().subarray(0, 33), Buffer.alloc(9_000_000)]), 'a.png'],
  ])('ten megabytes of %s are judged in less than two seconds', async (_what, bytes, name) => {
    const begun = performance.now();
    expect(await fate({ name, bytes })).toMatch(/^FILE_|^HARMLESS$/);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('honest files', () => {
  it.each([
    ['délibération.pdf', pdf()], ['compte rendu.pdf', pdf({ extra: objectStream('<< /Type /Font /BaseFont /Amiri >>') })], ['lettre.docx', docx()], ['budget.xlsx', xlsx()], ['lettre.odt', odt()], ['budget.ods', ods()],
    ['plan.png', png()], ['photo.JPG', jpeg()], ['liste.csv', Buffer.from('Nom;Montant\r\nÉcole;1 250,00\r\n')], ['liste.csv', Buffer.from('Nom;Montant\r\n\xc9cole;1250\r\n', 'latin1')], ['notes.txt', Buffer.from('محضر الاجتماع')],
    ['lettre.docx', docx({ name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', body: xlsx() }, { name: 'word/media/image1.svg', body: '<svg/>' })],
  ])('%s is taken', async (name, bytes) => {
    expect(await fate({ name, bytes })).toBe('HARMLESS');
  });

  it('minutes printed by ourselves, which carry their facts, are taken', async () => {
    const press = new TypstPress();
    const facts = { name: 'faits.json', mimeType: 'application/json', description: 'Les faits', relationship: 'source', content: '{"a":1}' } as const;
    const printed = await press.render({ template: '#set document(title: "Essai")\n#set text(lang: "fr")\n= Essai', data: {}, date: '2026-11-14', standard: 'a-3a', attachments: [facts] });
    await press.close();
    if (printed.refused) throw new Error(printed.code);
    expect(await fate({ name: 'PV-2027-1.pdf', bytes: Buffer.from(printed.value) })).toBe('HARMLESS');
  });

  it('one byte over the size allowed is refused, the size itself is not', async () => {
    const small = new UploadLimits(1_000);
    const text = (length: number) => CheckedFile.check({ name: 'a.txt', bytes: Buffer.alloc(length, 'a') }, small);
    expect([(await text(1_000)).refused, await text(1_001)]).toMatchObject([false, { code: 'FILE_TOO_LARGE' }]);
  });
});

describe('a posted form', () => {
  const boundary = 'edge';
  const type = `multipart/form-data; boundary=${boundary}`;
  const part = (disposition: string, body: string | Buffer): Buffer => Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);
  const closed = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  const codeOf = async (body: Buffer, contentType = type, size = 1_000): Promise<string> => {
    const pieces = Array.from({ length: Math.ceil(body.length / 700) }, (_, at) => body.subarray(at * 700, at * 700 + 700));
    const answer = await receiveUpload(Readable.from(pieces), contentType, new UploadLimits(size));
    return answer.refused ? answer.code : `${answer.value.file.name} ${answer.value.file.bytes.length} ${[...answer.value.fields].join()}`;
  };

  it('gives its file and its texts', async () => {
    expect(await codeOf(closed(part('name="key"', 'k1'), part('name="file"; filename="été.pdf"', 'x'.repeat(1_000))))).toBe('été.pdf 1000 key,k1');
  });

  it.each([
    ['a file too long', closed(part('name="file"; filename="a.pdf"', 'x'.repeat(1_001))), 'FILE_TOO_LARGE'],
    ['a file far too long', closed(part('name="file"; filename="a.pdf"', 'x'.repeat(20_000))), 'FILE_TOO_LARGE'],
    ['a file without end', closed(part('name="file"; filename="a.pdf"', 'x'.repeat(200_000))), 'FILE_TOO_LARGE'],
    ['no file chosen', closed(part('name="file"; filename=""', '')), 'FILE_MISSING'],
    ['no file at all', closed(part('name="key"', 'k1')), 'FILE_MISSING'],
    ['two files', closed(part('name="file"; filename="a.pdf"', 'x'), part('name="file"; filename="b.pdf"', 'x')), 'UPLOAD_UNREADABLE'],
    ['a hundred fields', closed(...Array.from({ length: 100 }, (_, at) => part(`name="f${at}"`, 'x')), part('name="file"; filename="a.pdf"', 'x')), 'UPLOAD_UNREADABLE'],
    ['a body cut short', closed(part('name="file"; filename="a.pdf"', 'x'.repeat(900))).subarray(0, 500), 'UPLOAD_UNREADABLE'],
    ['not a form', Buffer.from('hello'), 'UPLOAD_UNREADABLE'],
    ['nothing', Buffer.alloc(0), 'UPLOAD_UNREADABLE'],
  ])('%s is refused', async (_what, body, code) => {
    expect(await codeOf(body)).toBe(code);
  });

  it.each(['', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=', `multipart/mixed; boundary=${boundary}`])('of type %j is refused', async (contentType) => {
    expect(await codeOf(closed(part('name="file"; filename="a.pdf"', 'x')), contentType)).toBe('UPLOAD_UNREADABLE');
  });
});
