import { accepted, type Answer } from '#kernel';
import { nameOf, writesOn, type Hand, type PartyWorld } from './hand.js';
import { sheetOfOtherParty } from './refusals.js';
import type { Sheet } from './sheet.js';

/** Whose sheet it becomes as it is submitted in her name. */
export interface Saying {
  readonly by: Hand;
  readonly personId: string;
  readonly partyId: string;
}

/**
 * The sheet as the sayer's own. What was typed from her paper is a draft of whoever typed it, and becomes hers, and her party's, when it is
 * submitted for her; a sheet submitted once keeps its party for ever.
 */
export function sheetSaidBy(sheet: Sheet, { by, personId, partyId }: Saying, world: PartyWorld): Answer<Sheet> {
  if (sheet.submittedAt === null) {
    const writes = writesOn(by, sheet.authorPartyId, world);
    if (writes.refused) return writes;
  } else if (sheet.authorPartyId !== partyId) {
    return sheetOfOtherParty(nameOf(world.parties, sheet.authorPartyId), world.sources.sheetsByCommittee);
  }
  return accepted({ ...sheet, authorPartyId: partyId, authorPersonId: personId });
}
