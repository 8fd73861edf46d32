import { accepted, type Answer } from '#kernel';
import { say } from '#phrases';
import { Work, writeWord, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { notFound } from '../domain/refusals.js';
import type { PrintedLanguage } from '../views/office-words.js';
import { sheetLetter } from '../documents/sheet-letter.js';
import { sheetById } from '../store/sheet.store.js';
import { programmeOf } from '../views/programme.reader.js';

/** A file as it is handed over. */
export interface OfficeCopy {
  /** Without its extension. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** A fiche as a letter that one may write on in Word; to whoever sees the fiche. It is a copy, never the text of record. */
@Injectable()
export class PrintSheet {
  constructor(private readonly work: Work) {}

  async run(ctx: Ctx, { sheetId, language }: { readonly sheetId: string; readonly language: PrintedLanguage }): Promise<Answer<OfficeCopy>> {
    const letter = await this.work.read(ctx, async (tx) => {
      const sheet = await sheetById(tx, sheetId);
      const programme = sheet && (await programmeOf(tx, sheet.partnershipId));
      return programme && { text: sheetLetter({ sheet, programme, language }), name: `${say('fr', 'sheetFile.fileName', { year: String(sheet.year) })} ${sheet.title}` };
    });
    return letter ? accepted({ name: letter.name, bytes: await writeWord(letter.text, language) }) : notFound();
  }
}
