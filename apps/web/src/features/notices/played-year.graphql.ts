import type { Source } from '../../ui/source.tsx';

/** A mail that would leave, as the API plays it. */
export interface PlayedMail {
  readonly day: string;
  readonly personId: string;
  readonly rule: string;
  /** « J-60 »; `null` for what is told at once. */
  readonly row: string | null;
  readonly matter: string;
  readonly source: Source | null;
}

export interface PlayedPerson {
  readonly personId: string;
  readonly displayName: string;
  readonly office: string;
  readonly party: string;
  readonly count: number;
  readonly ceiling: number | null;
}

export type Pace = 'ON_TIME' | 'LATE';

export interface PlayedYear {
  readonly year: number;
  readonly mails: readonly PlayedMail[];
  readonly people: readonly PlayedPerson[];
}

export const playedYearDocument = `query PlayedYear($id: ID!, $year: Int, $pace: Pace!) {
  playedYear(partnershipId: $id, year: $year, pace: $pace) {
    year mails { day personId rule row matter source { kind reference quote } } people { personId displayName office party count ceiling }
  }
}`;

export const playedYearPath = '/reminders/year';

/** What the address asks for; a year that is none is left to the API, which plays the next one. */
export function askedYear(address: URLSearchParams): { year: number | null; pace: Pace } {
  const year = /^\d{4}$/.test(address.get('year') ?? '') ? Number(address.get('year')) : null;
  return { year, pace: address.get('pace') === 'LATE' ? 'LATE' : 'ON_TIME' };
}
