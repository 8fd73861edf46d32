import { RecordAgreement } from '#agreement';
import { Ids } from '#kernel';
import { OpenPartnership } from '#parties';
import type { House } from '../house.js';
import { playActs } from './life-acts.js';
import { partners, partnershipFixtures } from './partners.js';
import type { Troupe } from './troupe.js';

/** Opens each of them by the same actions as the convention: parties with their seats, the agreement, and the acts its text tells of. */
export async function openPartnerships(house: House, troupe: Troupe, { from, year }: { from: string; year: number }): Promise<void> {
  const personIds = await troupe.register(partners());
  const idOf = (key: string): string => {
    const id = personIds.get(key);
    if (!id) throw new Error(`nobody is called ${key}`);
    return id;
  };
  for (const { name, parties, agreement, acts = [] } of partnershipFixtures()) {
    const partnershipId = house.app.get<Ids>(Ids).next();
    const ctx = troupe.instanceCtx(partnershipId);
    const seated = parties.map((party) => ({ ...party, seats: party.seats.map(({ key, category, office, officeAr }) => ({ category, office, officeAr, personId: idOf(key), from })) }));
    const opened = await house.app.get(OpenPartnership).run(ctx, { partnershipId, name, parties: seated });
    if (opened.refused) throw new Error(`${name}: ${opened.code}`);
    const recorded = await house.app.get(RecordAgreement).run(ctx, { partnershipId, ...agreement });
    if (recorded.refused) throw new Error(`${name}: ${recorded.code}`);
    const partyIds = new Map(parties.map(({ shortName }, place) => [shortName, opened.value.partyIds[place] ?? '']));
    await playActs(troupe, { agreementId: recorded.value, partyIds, year }, acts);
  }
}
