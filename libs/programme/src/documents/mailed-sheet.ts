import type { Zones } from '#kernel';
import { say } from '#phrases';
import { writeWord, type ReadTx } from '#platform';
import { mailedParts, type MailedParts } from '../views/mailed-sheet.reader.js';
import type { PrintedLanguage } from '../views/office-words.js';
import { sheetLetter } from './sheet-letter.js';

/** A fiche as a letter carries it: who sends it, where an answer goes, and the Word file. */
export interface MailedSheet extends Pick<MailedParts, 'by' | 'party' | 'address'> {
  readonly sheetId: string;
  readonly title: string;
  readonly file: { readonly name: string; readonly bytes: Buffer };
}

/** For the letter; `null` when there is nothing left to send. */
export async function mailedSheet(tx: ReadTx, of: Parameters<typeof mailedParts>[1] & { readonly language: PrintedLanguage }, zones: Zones): Promise<MailedSheet | null> {
  const parts = await mailedParts(tx, of, zones);
  if (!parts) return null;
  const { sheet, programme, by, party, address } = parts;
  const bytes = await writeWord(sheetLetter({ sheet, programme, language: of.language }), of.language);
  const name = `${say(of.language, 'entered.fileName', { year: String(sheet.year) })} ${sheet.title}`;
  return { sheetId: sheet.id, title: sheet.title, by, party, address, file: { name, bytes } };
}
