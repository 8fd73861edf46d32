export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a row or a fact speaks about: `{kind: 'minutes', id}`. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/**
 * Something that happened, named in the past tense (« MinutesBecameExecutory »).
 * Written to the journal and to the outbox in the act's own transaction (law 4).
 */
export interface Fact {
  readonly kind: string;
  /** `null` for a fact of the whole instance (sign-in, settings). */
  readonly partnershipId: string | null;
  readonly subject: Subject;
  readonly data: { readonly [key: string]: Json };
}

/** What a pure rule decides: the next state and the facts that tell of it. */
export interface Decided<S> {
  readonly state: S;
  readonly facts: readonly Fact[];
}
