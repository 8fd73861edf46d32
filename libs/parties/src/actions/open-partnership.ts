import { accepted, type Answer } from '#kernel';
import { Work, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { readOrganisation, readTerritory } from '../domain/organisation.js';
import { addParty, addPartnership, addSeat, type PartyWords, type SeatWords } from '../store/partnership.store.js';

export type SeatInput = SeatWords;

export interface PartyInput extends PartyWords {
  readonly seats: readonly SeatInput[];
}

export interface OpenPartnershipInput {
  readonly partnershipId: string;
  readonly name: string;
  /** N ≥ 2 parties, in the order documents print them. */
  readonly parties: readonly PartyInput[];
}

/** A partnership whose seats are held from the start, by people known already: a demo's, an import's. Needs an instance ctx that names the new partnership. */
@Injectable()
export class OpenPartnership {
  constructor(private readonly work: Work) {}

  run(ctx: Ctx, input: OpenPartnershipInput): Promise<Answer<{ partyIds: string[] }>> {
    return this.work.run(ctx, async (tx) => {
      const { partnershipId, name } = input;
      await addPartnership(tx, { id: partnershipId, name });
      const partyIds: string[] = [];
      for (const [index, party] of input.parties.entries()) {
        const added = await addWhole(tx, party, { partnershipId, place: index + 1 });
        if (added.refused) return added;
        partyIds.push(added.value);
      }
      tx.tell({ kind: 'PartnershipOpened', partnershipId, subject: { kind: 'partnership', id: partnershipId }, data: { name, parties: partyIds } });
      return accepted({ partyIds });
    });
  }
}

/** A party with its seats, each held from its first day. */
async function addWhole(tx: Tx, party: PartyInput, at: { partnershipId: string; place: number }): Promise<Answer<string>> {
  const { country } = party.territory;
  const organisation = readOrganisation({ country, ...party.organisation });
  const territory = readTerritory(party.territory);
  if (organisation.refused || territory.refused) return organisation.refused ? organisation : (territory as Answer<never>);
  const added = await addParty(tx, { ...party, organisation: { ...party.organisation, ...organisation.value }, territory: { ...party.territory, ...territory.value } }, at);
  if (added.refused) return added;
  for (const seat of party.seats) await addSeat(tx, seat, { partnershipId: at.partnershipId, partyId: added.value });
  return added;
}
