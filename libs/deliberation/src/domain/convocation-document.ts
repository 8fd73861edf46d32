import type { LocalMoment, MinutesParty, PrintedSource, Said } from './minutes-document.js';

/** A convocation as it is printed: what the mail says, for a wall, a file or a reader without a screen. */
export type ConvocationDocument = {
  readonly partnership: Said;
  readonly agreement: Said;
  readonly parties: readonly MinutesParty[];
  readonly meeting: {
    readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
    readonly mode: 'IN_PERSON' | 'HYBRID' | 'REMOTE';
    readonly place: Said;
    readonly hostPartyId: string;
    /** The host's first. */
    readonly starts: readonly LocalMoment[];
  };
  /** The day on which it was sent, at the host's, YYYY-MM-DD. */
  readonly convokedOn: string;
  /** The office that convenes, and the party for which it does. */
  readonly convener: { readonly office: Said; readonly party: Said };
  /** Why the turn was broken, when it was. */
  readonly turnReason: Said | null;
  /** `minutes`: how long the point is planned to take; `presenter`: the office that presents it. */
  readonly agenda: readonly { readonly title: Said; readonly minutes: number | null; readonly presenter: Said | null }[];
  /** What the agreement says of convening (Art. 5) and of its official language (Art. 8). */
  readonly conveningClause: PrintedSource;
  readonly languageClause: PrintedSource | null;
  /** Where members answer and read the documents. */
  readonly address: string;
  readonly demo: boolean;
};
