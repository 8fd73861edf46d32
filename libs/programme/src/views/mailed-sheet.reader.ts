import { receivesMail } from '#identity';
import type { Zones } from '#kernel';
import { seatsAt } from '#parties';
import { outsidePersonas, type ReadTx } from '#platform';
import type { Addressee } from '../domain/mail-sheet.js';
import type { Sheet } from '../domain/sheet.js';
import { sheetColumns } from '../store/sheet.store.js';
import { programmeOf, type Programme } from './programme.reader.js';

/** Somebody who may be written to, as she is named. */
export interface AddresseeLine extends Addressee {
  readonly displayName: string;
  readonly office: string;
}

/** Whoever sits in an administration of the partnership today and has an address. */
export async function addresseesOf(tx: ReadTx, partnershipId: string, zones: Zones): Promise<AddresseeLine[]> {
  const people = new Map<string, AddresseeLine>();
  for (const { holder, partyId, category, office } of await seatsAt(tx, partnershipId, { instant: tx.now(), zones })) {
    if (!holder || !receivesMail(holder.mailAddress) || outsidePersonas.some((persona) => persona === category)) continue;
    const { personId, displayName } = holder;
    const known = people.get(personId);
    people.set(personId, known ? { ...known, partyIds: [...known.partyIds, partyId] } : { personId, displayName, office, partyIds: [partyId] });
  }
  return [...people.values()];
}

/** A fiche on its way by mail: its words as they are when the letter leaves, and who sends it. */
export interface MailedParts {
  readonly sheet: Sheet;
  readonly programme: Programme;
  readonly by: string;
  readonly party: string;
  /** Where an answer goes. */
  readonly address: string;
}

/** `null` once the fiche was given up, or its sender is not known any more. */
export async function mailedParts(tx: ReadTx, of: { readonly partnershipId: string; readonly sheetId: string; readonly byPersonId: string }, zones: Zones): Promise<MailedParts | null> {
  const [sheet] = await tx.query<Sheet>(`select ${sheetColumns} from project_sheet sheet where sheet.partnership_id = $1 and sheet.id = $2`, [of.partnershipId, of.sheetId]);
  const programme = sheet && sheet.state !== 'WITHDRAWN' ? await programmeOf(tx, of.partnershipId) : null;
  const [by] = await tx.query<{ name: string; address: string }>('select display_name as name, mail_address as address from person where id = $1', [of.byPersonId]);
  if (!programme || !by || !sheet) return null;
  const seats = await seatsAt(tx, of.partnershipId, { instant: tx.now(), zones });
  const partyId = seats.find(({ holder }) => holder?.personId === of.byPersonId)?.partyId;
  const party = programme.parties.find(({ id }) => id === partyId)?.shortName ?? '';
  return { sheet, programme, by: by.name, party, address: receivesMail(by.address) ? by.address : '' };
}
