import { unpack } from '../uploads/unpack.js';

/** Bytes that one carried file may unpack to, and how many are looked at: a stranger chose the file. */
const most = { unpacked: 4 * 1_048_576, files: 8, dictionary: 500 } as const;

/** Where the data of each carried file stand (ISO 32000-2, 7.11.4), as far as the bytes say it in plain. */
function* carriedFiles(text: string): Generator<{ begin: number; end: number }> {
  let looked = 0;
  for (let at = text.indexOf('/EmbeddedFile'); at !== -1 && looked < most.files; at = text.indexOf('/EmbeddedFile', at + 13)) {
    // Never searched for beyond its dictionary: a file of nothing but this word would be read whole for each.
    const stream = text.slice(at, at + most.dictionary).indexOf('stream');
    if (stream === -1) continue;
    const begin = at + stream + (text[at + stream + 6] === '\r' ? 8 : 7);
    const end = text.indexOf('endstream', begin);
    if (end === -1) return;
    looked += 1;
    yield { begin, end };
  }
}

/**
 * What a PDF says without being drawn: its bytes as they stand (its metadata are not packed) and the data files it carries, unpacked.
 * Nothing is run, and whatever the bytes are, it ends: a stranger's file is only searched.
 */
export async function plainlyWritten(pdf: Buffer): Promise<string> {
  const text = pdf.toString('latin1');
  const parts = [text];
  for (const { begin, end } of carriedFiles(text)) {
    const packed = pdf.subarray(begin, end);
    const carried = await unpack(packed, { raw: false, most: most.unpacked, keep: most.unpacked });
    if (carried) parts.push(carried.kept.toString('latin1'));
  }
  return parts.join('\n');
}
