/** A tree of ICU MessageFormat sentences. */
export interface SentenceTree {
  readonly [key: string]: string | SentenceTree;
}

/** The same tree in another language: a missing or extra key does not compile. */
export type Sentences<French> = { readonly [Key in keyof French]: French[Key] extends string ? string : Sentences<French[Key]> };

/** Dotted paths to every sentence: `deliberation.signMinutes.button`. */
export type PathOf<Tree> = Tree extends string ? never : { [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${PathOf<Tree[Key]>}` }[keyof Tree & string];
