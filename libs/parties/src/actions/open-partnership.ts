import { accepted, type Answer } from '#kernel';
import { Work, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { memberCategories, type SeatCategory } from '../domain/seat.js';
import { MandateRow, OrganisationRow, PartnershipRow, PartyRow, SeatRow, TerritoryRow } from '../store/parties.entity.js';

export interface SeatInput {
  readonly category: SeatCategory;
  readonly office: string;
  readonly officeAr: string;
  readonly personId: string;
  /** First civil day of the mandate. */
  readonly from: string;
}

export interface PartyInput {
  readonly territory: { name: string; country: string; zone: string; locale: string; currency: string; hierarchy: string };
  readonly organisation: { name: string; kind: string };
  readonly shortName: string;
  readonly presidentTitle: string;
  readonly presidentTitleAr: string;
  readonly seats: readonly SeatInput[];
}

export interface OpenPartnershipInput {
  readonly partnershipId: string;
  readonly name: string;
  /** N ≥ 2 parties, in the order documents print them. */
  readonly parties: readonly PartyInput[];
}

/** A partnership with its parties, seats and mandates. Needs an instance ctx that names the new partnership. */
@Injectable()
export class OpenPartnership {
  constructor(private readonly work: Work) {}

  run(ctx: Ctx, input: OpenPartnershipInput): Promise<Answer<{ partyIds: string[] }>> {
    return this.work.run(ctx, async (tx) => {
      const { partnershipId, name } = input;
      await tx.manager.insert(PartnershipRow, { id: partnershipId, name, recordedAt: tx.recordedAt() });
      const partyIds: string[] = [];
      for (const [index, party] of input.parties.entries()) partyIds.push(await this.addParty(tx, party, { partnershipId, place: index + 1 }));
      tx.tell({ kind: 'PartnershipOpened', partnershipId, subject: { kind: 'partnership', id: partnershipId }, data: { name, parties: partyIds } });
      return accepted({ partyIds });
    });
  }

  private async addParty(tx: Tx, party: PartyInput, at: { partnershipId: string; place: number }): Promise<string> {
    const [territoryId, organisationId, id] = [tx.newId(), tx.newId(), tx.newId()];
    await tx.manager.insert(TerritoryRow, { id: territoryId, ...party.territory });
    await tx.manager.insert(OrganisationRow, { id: organisationId, ...party.organisation, territoryId });
    const { shortName, presidentTitle, presidentTitleAr } = party;
    await tx.manager.insert(PartyRow, { ...at, id, organisationId, shortName, presidentTitle, presidentTitleAr });
    for (const seat of party.seats) await this.addSeat(tx, seat, { partnershipId: at.partnershipId, partyId: id });
    return id;
  }

  private async addSeat(tx: Tx, seat: SeatInput, at: { partnershipId: string; partyId: string }): Promise<void> {
    const { category, office, officeAr, personId, from } = seat;
    const seatId = tx.newId();
    await tx.manager.insert(SeatRow, { ...at, id: seatId, category, office, officeAr, member: memberCategories.includes(category) });
    await tx.manager.insert(MandateRow, { partnershipId: at.partnershipId, id: tx.newId(), seatId, personId, from, until: null });
  }
}
