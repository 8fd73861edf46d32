/** An office, and its town where the office does not say it. */
export const seatName = ({ office, party }: { readonly office: string; readonly party: { readonly shortName: string } }): string => (office.includes(party.shortName) ? office : `${office} (${party.shortName})`);
