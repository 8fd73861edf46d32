/** Bytes that no list and no letter has: controls but tab, line ends and form feed. */
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** What a browser or a system would rather run than read, whatever its name says. */
const runsInstead = /^\s*(<(!doctype|html|svg|script|\?xml|\?php|head|body|iframe|img|meta|style)|#!|%!PS|GIF8)/i;

/**
 * Is this plain writing? In UTF-8, or in the Windows letters that spreadsheets of this country still write.
 * UTF-16 is not taken: its readers disagree on where a line ends.
 */
export function isWriting(bytes: Buffer): boolean {
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  return text.trim() !== '' && !controls.test(text) && !runsInstead.test(text);
}
