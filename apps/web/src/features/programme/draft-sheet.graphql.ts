import type { SheetState } from './plan-board.graphql.ts';

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
  /** Open: a proposed one serves no fiche yet. */
  readonly active: boolean;
  readonly number: string;
  readonly title: string;
  readonly operations: readonly { readonly id: string; readonly number: string; readonly title: string; readonly leads: readonly Lead[] }[];
}

export interface LeadsAnswer {
  readonly partnership: { readonly agreement: { readonly axes: readonly AxisWithLeads[] } | null } | null;
}

/** A fiche that may be taken up again. */
export interface OlderSheet {
  readonly id: string;
  readonly title: string;
  readonly state: SheetState;
  readonly authorParty: { readonly shortName: string };
}

export interface OlderAnswer {
  readonly projectSheets: readonly OlderSheet[];
}

/** The fiches of a year that the reader may see. */
export const sheetsOfYear = `query SheetsOfYear($partnershipId: ID!, $year: Int!) { projectSheets(partnershipId: $partnershipId, year: $year) { id title state authorParty { shortName } } }`;

/** Every lead of the agreement, by axis and operation. */
export const leadsOfAgreement = `query Leads($partnershipId: ID!) {
  partnership(id: $partnershipId) {
    agreement { axes { id kind active number title operations { id number title leads { id number title targets { party { shortName } people } } } } }
  }
}`;
