import { accepted, type Answer } from '#kernel';
import { readWord, Work, type CheckedFile, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { inSheetOrder, mayRefill, withCarried } from '../domain/draft-from-file.js';
import { edit, mayEdit } from '../domain/edit.js';
import { notFound, wordExpected } from '../domain/refusals.js';
import { readSheetFile } from '../domain/sheet-file.js';
import { officeWordsOf } from '../views/office-words.js';
import { hiddenNames } from '../documents/sheet-letter.js';
import { handOf } from '../store/hand.store.js';
import { keepRevision } from '../store/revision.store.js';
import { keepSheet, lockSheet } from '../store/sheet.store.js';
import { programmeOf } from '../views/programme.reader.js';

export interface RefillSheetInput {
  readonly sheetId: string;
  readonly file: CheckedFile;
  /** The fiche was saved here since the file was made, and the file's words are wanted all the same. */
  readonly evenOlder: boolean;
}

/** A fiche written on in Word comes back into its draft: one more version, and the one before is kept. */
@Injectable()
export class RefillSheet {
  constructor(private readonly work: Work) {}

  /** Answers the fiche's id. Refused with SHEET_FILE_OF_ANOTHER, SHEET_FILE_OLDER, or as a file or an edition is. */
  async run(ctx: Ctx, { sheetId, file, evenOlder }: RefillSheetInput): Promise<Answer<string>> {
    if (file.kind !== 'docx') return wordExpected(file.name);
    const letter = await readWord(file);
    if (letter.refused) return letter;
    const { blocks, properties } = letter.value;
    return this.work.run(ctx, async (tx) => {
      const sheet = await lockSheet(tx, sheetId);
      const programme = sheet && (await programmeOf(tx, sheet.partnershipId));
      if (!programme) return notFound();
      const hand = handOf(ctx, sheet.partnershipId);
      const edits = mayEdit(sheet, hand, programme.world);
      if (edits.refused) return edits;
      const may = mayRefill(sheet, { sheetId: properties[hiddenNames.sheet], version: properties[hiddenNames.version] }, evenOlder);
      if (may.refused) return may;
      const read = readSheetFile({ blocks }, officeWordsOf(programme), true);
      const change = { ...inSheetOrder(sheet, withCarried(read, null)), ...(read.title !== null && { title: read.title }) };
      const edited = edit(sheet, { hand, expectedVersion: sheet.version, change }, programme.world);
      if (edited.refused) return edited;
      await keepSheet(tx, edited.value);
      await keepRevision(tx, { before: sheet, after: edited.value }, { kind: 'SAVED' });
      return accepted(sheet.id);
    });
  }
}
