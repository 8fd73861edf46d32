/** An act of an agreement's life, as a public text tells it; `quote` its words, `invented` what the text leaves blank. */
export interface ActFixture {
  /** Who writes it in the register: a key of the cast. */
  readonly by: string;
  /** Whose act it is, by short name; absent for what belongs to the agreement as a whole. */
  readonly party?: string;
  readonly act: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly quote?: string;
  readonly invented?: readonly string[];
}
