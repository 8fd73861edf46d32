import { accepted, type Answer, type Fact } from '#kernel';
import { told } from './facts.js';
import { coordinatesFor, nameOf, writesFor, type Hand, type PartyWorld } from './hand.js';
import { mailOutOfReach, notAllowed, sheetOfOtherParty, sheetStateForbids } from './refusals.js';
import { aboutSheet, type Sheet } from './sheet.js';

/** Somebody who may be written to: she sits in an administration today and has an address. */
export interface Addressee {
  readonly personId: string;
  readonly partyIds: readonly string[];
}

/** A fiche goes out by mail as long as it lives: a draft at its own party's word, to the other side at its coordinator's alone. */
export function mayMail(sheet: Sheet, hand: Hand, { parties, sources }: PartyWorld): Answer<true> {
  if (writesFor(hand).length === 0) return notAllowed();
  if (sheet.state === 'WITHDRAWN' || sheet.state === 'REJECTED') return sheetStateForbids(sheet.state, 'MAIL');
  const shared = sheet.submittedAt !== null || writesFor(hand).includes(sheet.authorPartyId);
  return shared ? accepted(true) : sheetOfOtherParty(nameOf(parties, sheet.authorPartyId), sources.sheetsByCommittee);
}

/** Tells that the fiche is to leave, to whom and at whose word: the letter takes its words as they are then. */
export function mail(sheet: Sheet, command: { readonly hand: Hand; readonly to: Addressee | undefined; readonly at: Date }, world: PartyWorld): Answer<Fact> {
  const { hand, to, at } = command;
  const may = mayMail(sheet, hand, world);
  if (may.refused) return may;
  if (!to || to.personId === hand.personId) return mailOutOfReach();
  const stays = sheet.submittedAt !== null || to.partyIds.includes(sheet.authorPartyId);
  if (!stays && coordinatesFor(hand).length === 0) return mailOutOfReach();
  return accepted(told('SheetMailed', aboutSheet(sheet), { version: sheet.version, personId: to.personId, byPersonId: hand.personId, at: at.toISOString() }));
}
