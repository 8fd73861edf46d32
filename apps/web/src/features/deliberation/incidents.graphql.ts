/** An entry of a session's incident log: never altered, corrected by another. */
export interface Incident {
  readonly id: string;
  readonly number: number;
  readonly localTimes: readonly { readonly party: { readonly id: string; readonly shortName: string }; readonly civilDate: string; readonly time: string }[];
  readonly place: string;
  readonly what: string;
  readonly done: string;
  readonly correctsId: string | null;
  readonly correctedById: string | null;
  readonly seat: { readonly id: string; readonly office: string } | null;
  readonly notedAt: string;
}

export const incidentFields = 'id number localTimes { party { id shortName } civilDate time } place what done correctsId correctedById seat { id office } notedAt';
