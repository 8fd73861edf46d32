import type { Source } from '../../ui/source.tsx';

/** A mail that would leave, as the API plays it. */
export interface PlayedMail {
  readonly day: string;
  /** « mars 2027 », in the page's language. */
  readonly month: string;
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
    year mails { day month personId rule row matter source { kind reference quote } } people { personId displayName office party count ceiling }
  }
}`;

export const playedYearPath = '/reminders/year';

/** What the address asks for; a year that is none is left to the API, which plays the next one. */
export function askedYear(address: URLSearchParams): { year: number | null; pace: Pace } {
  const year = /^\d{4}$/.test(address.get('year') ?? '') ? Number(address.get('year')) : null;
  return { year, pace: address.get('pace') === 'LATE' ? 'LATE' : 'ON_TIME' };
}

/** One thing told on one day, to everybody it is told to. */
export interface PlayedLetter {
  readonly id: string;
  readonly mail: PlayedMail;
  readonly personIds: readonly string[];
}

/** The year month by month (« mars 2027 »), what is told to several on one day gathered in one line. */
export function monthsOf(mails: readonly PlayedMail[]): readonly { readonly month: string; readonly count: number; readonly letters: readonly PlayedLetter[] }[] {
  const months = new Map<string, Map<string, { id: string; mail: PlayedMail; personIds: string[] }>>();
  for (const mail of mails) {
    const { month } = mail;
    const letters = months.get(month) ?? new Map<string, { id: string; mail: PlayedMail; personIds: string[] }>();
    const id = [mail.day, mail.rule, mail.matter].join('|');
    const letter = letters.get(id) ?? { id, mail, personIds: [] };
    letter.personIds.push(mail.personId);
    months.set(month, letters.set(id, letter));
  }
  return [...months].map(([month, letters]) => ({ month, count: [...letters.values()].reduce((sum, { personIds }) => sum + personIds.length, 0), letters: [...letters.values()] }));
}
