import type { Printed } from './speaker.js';

/** What the template draws: one language, no rule, no lookup. Every kind is one function of `official-page.typ`. */
export type Block =
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly values: readonly Printed[] }[] }
  | { readonly kind: 'text'; readonly paragraphs: readonly Printed[] }
  | { readonly kind: 'quote'; readonly text: Printed; readonly source: string }
  | { readonly kind: 'notice'; readonly tone: 'plain' | 'good' | 'bad'; readonly text: string }
  | { readonly kind: 'numbered'; readonly items: readonly Printed[] }
  | { readonly kind: 'roster'; readonly columns: readonly RosterColumn[] }
  | { readonly kind: 'decision'; readonly decision: DecisionCard }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly { readonly title: Printed; readonly hash: string }[] }
  | { readonly kind: 'boxes'; readonly boxes: readonly SignatureBox[] }
  | { readonly kind: 'hashes'; readonly rows: readonly { readonly label: string; readonly hash: string }[] }
  | { readonly kind: 'address'; readonly text: string; readonly url: string; readonly alt: string };

export type RosterColumn = {
  readonly title: Printed;
  readonly nobody: string;
  readonly groups: readonly { readonly label: string; readonly lines: readonly { readonly name: Printed; readonly office: Printed | null; readonly note: string }[] }[];
};

export type BallotCard = {
  readonly title: string;
  readonly badge: string;
  readonly adopted: boolean;
  readonly verdict: Printed;
  readonly reasons: readonly Printed[];
  readonly head: readonly string[];
  readonly rows: readonly { readonly choice: string; readonly count: string; readonly voters: string }[];
};

export type DecisionCard = {
  readonly label: string;
  readonly title: Printed;
  readonly badge: string;
  readonly adopted: boolean;
  readonly paragraphs: readonly Printed[];
  readonly textHash: { readonly label: string; readonly hash: string };
  readonly ballots: readonly BallotCard[];
  readonly annexes: { readonly head: readonly string[]; readonly rows: readonly { readonly title: Printed; readonly hash: string }[] } | null;
};

export type SignatureBox = {
  readonly title: Printed;
  readonly rows: readonly { readonly label: string; readonly value: Printed | null }[];
  /** The signature's own line: what was signed, or what is awaited. */
  readonly state: 'empty' | 'signed' | 'missing';
  readonly seal: string;
  readonly hash: string | null;
};

export type Section = {
  readonly title: string;
  readonly blocks: readonly Block[];
};

export type OfficialPage = {
  readonly language: 'fr' | 'ar';
  readonly title: string;
  readonly overline: string;
  readonly subtitle: string;
  readonly number: string;
  readonly stamp: string | null;
  readonly running: string;
  readonly pageWord: string;
  readonly parties: readonly { readonly name: Printed; readonly country: Printed; readonly role: string | null }[];
  readonly notices: readonly string[];
  readonly sections: readonly Section[];
};
