import type { Language } from '#kernel';

/** What GraphQL answers, over HTTP or in process. */
export interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/**
 * Runs one GraphQL document in process, as the person of this request, under the same policy and limits as `/graphql`.
 * The same `idempotencyKey` with the same document and variables acts once and answers alike.
 */
export type GraphqlCall = (document: string, variables?: Readonly<Record<string, unknown>>, idempotencyKey?: string) => Promise<GraphqlAnswer>;

/** What a document is joined to. */
export interface Joined {
  readonly kind: 'projectSheet' | 'agendaItem' | 'councilResolution' | 'mandate' | 'paperMinutes' | 'handSignature';
  readonly id: string;
}

/** What a file is read as: of Word or Excel a new fiche of a partnership, the words of a fiche, a table; any file, to say whether it is ours. */
export type ReadAs = { readonly kind: 'newSheet' | 'sheet' | 'planTable'; readonly id: string } | { readonly kind: 'verification' };

/** What an entry for somebody came to; refused, with everything that was written. */
export type EnteredFor = { readonly answer: string } | { readonly refusal: FileRefusal; readonly values: Readonly<Record<string, readonly string[]>> };

/** What was written beside a file that was refused. */
export interface WrittenBeside {
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Why a file was not taken: the server's own sentence. */
export interface FileRefusal {
  readonly code: string;
  readonly sentence: string;
  readonly source: { readonly kind: string; readonly reference: string; readonly quote: string | null } | null;
}

/** What a page chose to look like: `undefined` follows the device. */
export type Theme = 'light' | 'dark' | undefined;

/** What the server gives every loader and action; `apps/api/src/web/mount-web.ts` makes one per request. */
export interface WebContext {
  readonly graphql: GraphqlCall;
  /** Takes the file of the form that was posted, as it comes: never through the page's own reading. `null`: it is joined. */
  sendFile(to: Joined): Promise<(FileRefusal & WrittenBeside) | null>;
  /** Reads the file of the form that was posted: the fiche's id, the table as a text, or where its verdict is read. */
  readFile(as: ReadAs): Promise<{ readonly answer: string } | { readonly refusal: FileRefusal }>;
  /** Takes somebody's word, and her paper when the form carries it, on a fiche or a plan: the entry's id. */
  enterFor(subjectId: string): Promise<EnteredFor>;
  /** Megabytes a file may have. */
  readonly megabytes: number;
  /** The only scripts this page may run carry it. */
  readonly nonce: string;
  /** The whole style sheet, written into the page: on a weak line asking for it would double the wait. Empty while developing. */
  readonly styles: string;
  readonly language: Language;
  readonly theme: Theme;
  /** The partnership this device last chose: a hint, for a reader with several. */
  readonly partnership: string | undefined;
  readonly demo: boolean;
  /** Printed on error pages, so that a person can name what happened. */
  readonly requestId: string;
  /** A new idempotency key for a form about to be rendered. */
  newKey(): string;
  /** Keeps an unexpected error for the operators; nothing of it is shown. */
  report(error: unknown): void;
}

declare module 'react-router' {
  interface AppLoadContext extends WebContext {}
}
