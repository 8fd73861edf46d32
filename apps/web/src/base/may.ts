import type { RefusalShown } from './act.ts';

/** What the server says the reader may do now; if not, why. */
export interface May {
  readonly allowed: boolean;
  readonly refusal: RefusalShown | null;
}

/** The fields of a `May`, to be written in a document: `viewerMay { open { ${mayFields} } }`. */
export const mayFields = 'allowed refusal { code sentence source { kind reference quote } }';
