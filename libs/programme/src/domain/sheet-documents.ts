import { accepted, type Answer, type Fact } from '#kernel';
import { mayEdit, type SheetWorld } from './edit.js';
import { told } from './facts.js';
import { writesFor, type Hand } from './hand.js';
import { aboutSheet, type Sheet } from './sheet.js';

/** A document joined to a sheet, as its fact tells it: never its name, which is the author's party's alone before the sheet is shared. */
export interface JoinedDocument {
  readonly id: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Documents are joined like words are written: by the author's party, until the sheet is submitted and again once returned. Answers that party. */
export function mayJoinDocument(sheet: Sheet, hand: Hand, world: SheetWorld): Answer<string> {
  const edits = mayEdit(sheet, hand, world);
  return edits.refused ? edits : accepted(writesFor(hand).find((partyId) => partyId === sheet.authorPartyId) ?? sheet.authorPartyId);
}

export const documentJoined = (sheet: Sheet, { id, sha256, size }: JoinedDocument): Fact => told('DocumentAttached', aboutSheet(sheet), { attachmentId: id, sha256, size });
export const documentTakenBack = (sheet: Sheet, { id, sha256 }: Pick<JoinedDocument, 'id' | 'sha256'>): Fact => told('DocumentRemoved', aboutSheet(sheet), { attachmentId: id, sha256 });
