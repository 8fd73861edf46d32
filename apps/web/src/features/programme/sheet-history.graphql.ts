import { markFields, type EnteredMark } from './entered.graphql.ts';
import type { LocalMoment } from '../../base/dates.tsx';
import { mayFields, type May } from '../../base/may.ts';
import { wordsFields, type Axis, type SheetWords } from './sheet.graphql.ts';
import type { SheetState } from './plan-board.graphql.ts';

export type VersionKind = 'FIRST' | 'FOUND' | 'SAVED' | 'RESTORED' | 'ASIDE' | 'SUBMITTED';

/** A version, or words set aside: `reference` is its number, or their id. */
export interface Version {
  readonly reference: string;
  readonly kind: VersionKind;
  readonly version: number | null;
  readonly baseVersion: number | null;
  readonly person: { readonly id: string; readonly displayName: string };
  readonly at: string;
  readonly moment: LocalMoment;
  readonly submittedAt: string | null;
  readonly parts: readonly string[];
}

/** Two versions, and where they differ. */
export interface SheetDifference {
  readonly parts: readonly string[];
  readonly before: SheetWords;
  readonly after: SheetWords;
}

export interface SheetNamed {
  readonly id: string;
  readonly title: string;
  readonly state: SheetState;
  readonly version: number;
  readonly submittedAt: string | null;
  readonly authorParty: { readonly id: string };
  /** What was entered for somebody on it. */
  readonly enteredActs?: readonly EnteredMark[];
}

export interface VersionsAnswer {
  readonly projectSheet: SheetNamed | null;
  readonly sheetVersions: { readonly versions: readonly Version[]; readonly mayRestore: May } | null;
  readonly partnership: { readonly agreement: { readonly axes: readonly Axis[] } | null } | null;
}

const named = 'id title state version submittedAt authorParty { id }';

/** Every version of a fiche that the reader may see. */
export const sheetVersions = `query SheetVersions($id: ID!, $partnershipId: ID!) {
  projectSheet(id: $id) { ${named} enteredActs { ${markFields} } }
  sheetVersions(sheetId: $id) {
    versions { reference kind version baseVersion person { id displayName } at moment { city civilDate time } submittedAt parts }
    mayRestore { ${mayFields} }
  }
  partnership(id: $partnershipId) { agreement { axes { id kind number title active } } }
}`;

export interface DifferenceAnswer {
  readonly sheetDifference: SheetDifference | null;
}

/** Two of them beside each other. */
export const sheetDifference = `query SheetDifference($id: ID!, $from: ID!, $to: ID!) {
  sheetDifference(sheetId: $id, from: $from, to: $to) { parts before { ${wordsFields} } after { ${wordsFields} } }
}`;
