import Papa from 'papaparse';
import { accepted, refused, type Answer, type Grid } from '#kernel';
import type { CheckedFile } from '../uploads/index.js';

/** UTF-8, or the Windows letters that spreadsheets of this country still write. */
function lettersOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A CSV file (RFC 4180), its cells parted by semicolons, commas or tabs, whichever its lines agree on. Refused with CSV_QUOTES, which names the line. */
export function readCsv(file: CheckedFile): Answer<Grid> {
  const { data, errors } = Papa.parse<string[]>(lettersOf(file.bytes).replace(/^\ufeff/, ''), { delimitersToGuess: [';', ',', '\t'] });
  const broken = errors.find(({ type }) => type === 'Quotes');
  return broken ? refused('CSV_QUOTES', { name: file.name, line: String((broken.row ?? 0) + 1) }) : accepted(data);
}
