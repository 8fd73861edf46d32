/** A lead of Annexe II. */
export interface Lead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly targets: readonly { readonly party: { readonly shortName: string }; readonly people: number }[];
}

export interface AxisWithLeads {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly operations: readonly { readonly id: string; readonly number: string; readonly title: string; readonly leads: readonly Lead[] }[];
}

export interface LeadsAnswer {
  readonly partnership: { readonly agreement: { readonly axes: readonly AxisWithLeads[] } | null } | null;
}

/** Every lead of the agreement, by axis and operation. */
export const leadsOfAgreement = `query Leads($partnershipId: ID!) {
  partnership(id: $partnershipId) {
    agreement { axes { id kind number title operations { id number title leads { id number title targets { party { shortName } people } } } } }
  }
}`;
