/**
 * A run of text inside a sentence. An `id` (PV-2027-3, a date in figures, an address) is isolated left to right; a `name`
 * (a person, a commune, a title given by people) takes its own direction and does not disturb its neighbours.
 */
export type Run = string | { readonly id: string } | { readonly name: string };

/** A sentence. */
export type Runs = readonly Run[];

/** Status is always an icon, a word and a colour (experience.md 2.4). */
export type Tone = 'DONE' | 'LATE' | 'ATTENTION';

/** What a letter may hold, top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly text: Runs }
  | { readonly kind: 'paragraph'; readonly text: Runs }
  | { readonly kind: 'status'; readonly tone: Tone; readonly text: Runs }
  /** Of several values, each stands on a line of its own. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly values: readonly Runs[] }[] }
  | { readonly kind: 'list'; readonly items: readonly Runs[] }
  /** The words of a text, in the language they were written in, and where they stand. */
  | { readonly kind: 'quote'; readonly text: string; readonly language: string; readonly direction: 'ltr' | 'rtl'; readonly source: string }
  /** A code to be typed: large, in Latin figures, easy to copy. */
  | { readonly kind: 'code'; readonly code: string };
