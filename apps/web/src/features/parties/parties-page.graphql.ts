import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import { here } from '../../base/here.ts';
import { notFound } from '../../base/not-found.ts';

/** What an agreement may give; in the order in which it is told. */
export const capabilities = ['COMMITTEE', 'PLAN', 'PLAN_DEADLINE', 'TERM', 'STATE_ACTS'] as const;
export type Capability = (typeof capabilities)[number];
export type AgreementKind = 'CONVENTION' | 'TWINNING' | 'MUTUAL_COMMITMENT' | 'LETTER_OF_INTENT' | 'FRIENDSHIP_PACT';
export type OrganisationKind = 'MUNICIPALITY' | 'INTERCOMMUNAL' | 'DEPARTMENT' | 'REGION' | 'VILLAGE' | 'POPULAR_COMMITTEE' | 'FOREIGN_AUTHORITY' | 'OTHER';

/** A party as its card and its own page ask for it. */
export interface PartyAsked {
  readonly id: string;
  readonly organisation: string;
  readonly kind: OrganisationKind | null;
  readonly siren: string | null;
  readonly networks: readonly string[] | null;
  readonly authorityNote: string | null;
  readonly authoritySource: string | null;
  readonly contact: string | null;
  readonly territory: {
    readonly country: string;
    readonly currency: string;
    /** Days worked, 1 (Monday) to 7; null: its country's usual week. */
    readonly workWeek: readonly number[] | null;
    /** Closed and worked otherwise than the calendar says; asked on the party's own page. */
    readonly closedDays?: readonly string[] | null;
    readonly workedDays?: readonly string[] | null;
    readonly hierarchy: string;
    readonly supervision: string | null;
    readonly population: number | null;
    readonly populationYear: number | null;
    readonly populationApproximate: boolean | null;
  };
}

interface Asked {
  readonly partnership: {
    readonly name: string;
    readonly capabilities: readonly Capability[];
    readonly agreement: {
      readonly kind: AgreementKind;
      readonly displayName: string;
      readonly effectiveOn: string | null;
      readonly since: string | null;
      readonly articles: readonly { readonly number: string }[];
    } | null;
    readonly parties: readonly PartyAsked[];
    readonly seats: readonly { readonly id: string; readonly category: string; readonly office: string; readonly party: { readonly id: string }; readonly holder: object | null }[];
  } | null;
}

/** A party as its card shows it; `country` in words. */
export interface PartyShown extends PartyAsked {
  readonly country: string;
  /** Offices held today. */
  readonly president: string | null;
  readonly desk: string | null;
  /** Is it the reader's own, and hers to keep up to date? */
  readonly mine: boolean;
}

export interface PartiesShown {
  readonly name: string;
  readonly capabilities: readonly Capability[];
  readonly agreement: NonNullable<Asked['partnership']>['agreement'];
  readonly parties: readonly PartyShown[];
}

const document = `query Parties($id: ID!) {
  partnership(id: $id) {
    name capabilities
    agreement { kind displayName effectiveOn since articles { number } }
    parties { id organisation kind siren networks authorityNote authoritySource contact territory { country currency workWeek hierarchy supervision population populationYear populationApproximate } }
    seats { id category office party { id } holder { id } }
  }
}`;

/** Who is bound, and by what. @throws Response to the sign-in page; 404 for who holds no seat */
export async function readParties(args: LoaderFunctionArgs): Promise<PartiesShown> {
  const { partnershipId: id, myPartyIds, myCategories } = await here(args);
  const { partnership } = await ask<Asked>(args, document, { id });
  if (!partnership) throw notFound(args);
  const { seats, parties, ...rest } = partnership;
  const names = new Intl.DisplayNames([args.context.language === 'ar' ? 'ar-MA' : 'fr-FR'], { type: 'region' });
  const held = (partyId: string, wanted: string): string | null => seats.find(({ party, category, holder }) => party.id === partyId && category === wanted && holder)?.office ?? null;
  const shown = parties.map((party) => ({ ...party, country: names.of(party.territory.country) ?? party.territory.country, president: held(party.id, 'CO_PRESIDENT'), desk: held(party.id, 'COORDINATOR'), mine: myCategories.includes('COORDINATOR') && myPartyIds.includes(party.id) }));
  return { ...rest, parties: shown };
}
