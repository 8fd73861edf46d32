import { accepted, type Answer } from '#kernel';
import { attachmentsHeld, keepAttachment, roomForAttachment } from '#parties';
import { say } from '#phrases';
import { readWord, Work, type CheckedFile, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { draftFromFile, titleFromFile, withCarried } from '../domain/draft-from-file.js';
import { told } from '../domain/facts.js';
import { wordExpected } from '../domain/refusals.js';
import { aboutSheet, type Sheet } from '../domain/sheet.js';
import { documentJoined } from '../domain/sheet-documents.js';
import { readSheetFile } from '../domain/sheet-file.js';
import { officeWordsOf } from '../views/office-words.js';
import { hiddenNames } from '../documents/sheet-letter.js';
import { handOf } from '../store/hand.store.js';
import { keepRevision } from '../store/revision.store.js';
import { insertSheet } from '../store/sheet.store.js';
import { draftingGround } from '../views/drafting.reader.js';

export interface ImportSheetInput {
  readonly partnershipId: string;
  readonly year: number;
  readonly file: CheckedFile;
}

/** A new fiche from a letter, ours or anybody's: what stands under known titles is put there, the rest waits under « Texte repris », and the letter itself is joined. */
@Injectable()
export class ImportSheet {
  constructor(private readonly work: Work) {}

  /** Answers the fiche's id. Refused as a file, a draft or an edition is. */
  async run(ctx: Ctx, { partnershipId, year, file }: ImportSheetInput): Promise<Answer<string>> {
    if (file.kind !== 'docx') return wordExpected(file.name);
    const letter = await readWord(file);
    if (letter.refused) return letter;
    return this.work.run(ctx, async (tx) => {
      const ground = await draftingGround(tx, partnershipId, year);
      if (ground.refused) return ground;
      const { programme } = ground.value;
      const ours = letter.value.properties[hiddenNames.sheet] !== undefined;
      const read = readSheetFile(letter.value, officeWordsOf(programme), ours);
      const origin = ours ? null : say(ctx.language, 'sheetFile.origin', { file: file.name });
      const command = { partnershipId, agreementId: ground.value.agreementId, year: ground.value.year, id: tx.newId(), kind: read.kind ?? 'PROJECT', axisId: null, actionLeadId: read.actionLeadId, title: titleFromFile(read, file.name), from: null, hand: handOf(ctx, partnershipId), peopleLabel: say('fr', 'programme.draftSheet.peopleIndicator') } as const;
      const drafted = draftFromFile(command, withCarried(read, origin), programme.world);
      if (drafted.refused) return drafted;
      return this.keep(tx, drafted.value, file);
    });
  }

  private async keep(tx: Tx, sheet: Sheet, file: CheckedFile): Promise<Answer<string>> {
    await insertSheet(tx, sheet);
    await keepRevision(tx, { before: null, after: sheet }, { kind: 'FIRST' });
    const { partnershipId, id, year, kind, authorPartyId } = sheet;
    const to = { partnershipId, subject: { kind: 'projectSheet', id }, partyId: authorPartyId };
    const room = roomForAttachment(await attachmentsHeld(tx, to), file.bytes.length);
    if (room.refused) return room;
    tx.tell(told('SheetDrafted', aboutSheet(sheet), { year, kind, authorPartyId }), documentJoined(sheet, await keepAttachment(tx, to, file)));
    return accepted(id);
  }
}
