import { civilDate, dateInWords, type Zones } from '#kernel';
import { partiesOf } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { mayConfirmTakeUp, mayWithdrawTakeUp } from '../domain/take-up.js';
import { handOf } from '../store/hand.store.js';
import { takeUpById, type TakeUpLine } from '../store/take-up.store.js';
import type { TakeUpProposalType } from './joining.types.js';
import { sheetsById } from './sheet.reader.js';

/** A proposal as it is shown: what it says, its fiches in their order, and what the reader may do about it. */
export async function takeUpView(tx: ReadTx, line: TakeUpLine, zones: Zones): Promise<TakeUpProposalType> {
  const { id, year, partnershipId, partyId, personName, takenAt, title, number, heldOn } = line;
  const { language } = tx.ctx;
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const known = await sheetsById(tx, line.sheets.map(({ sheetId }) => sheetId));
  const sheets = line.sheets.flatMap(({ sheetId }) => known.filter((sheet) => sheet.id === sheetId));
  const party = parties.find((candidate) => candidate.id === partyId);
  const takenOn = dateInWords(zones.civilAt(takenAt, party?.territory.zone ?? 'UTC').date, language, 'LONG');
  const hand = handOf(tx.ctx, partnershipId);
  return {
    id, year,
    sentence: say(language, 'history.takeUpProposal', { takenOn, person: personName ?? '', party: party?.shortName ?? '', title, number, day: dateInWords(civilDate(heldOn), language, 'LONG') }),
    sheets: sheets.flatMap((sheet) => parties.filter((author) => author.id === sheet.authorPartyId).map((authorParty) => ({ id: sheet.id, title: sheet.title, authorParty }))),
    viewerMayConfirm: mayView(mayConfirmTakeUp(line, hand, sheets)),
    viewerMayWithdraw: mayView(mayWithdrawTakeUp(line, hand)),
  };
}

/** The same by its id; `null` when absent or foreign. */
export async function takeUpOf(tx: ReadTx, id: string, zones: Zones): Promise<TakeUpProposalType | null> {
  const line = await takeUpById(tx, id);
  return line && takeUpView(tx, line, zones);
}
