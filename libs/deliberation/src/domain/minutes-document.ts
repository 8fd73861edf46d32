import type { Language } from '#kernel';
import type { SeatCategory } from './seat.js';
/** What a procès-verbal says (by analogy with L. 2121-15 CGCT), ready to print: data alone, no clock, no identifier to look up. */

/** A text in French and, when it was translated, in Arabic. */
export type Said = { readonly fr: string; readonly ar: string | null };

/** One instant as one city lives it, computed by the kernel's zone service: YYYY-MM-DD and HH:MM. */
export type LocalMoment = { readonly city: Said; readonly date: string; readonly time: string };

/** The rule behind a statement: « Art. 5 » and its words, or a setting of the partnership (then without words). */
export type PrintedSource = { readonly reference: string; readonly quote: string | null };

export type MinutesParty = { readonly id: string; readonly name: Said; readonly shortName: Said; readonly country: Said };

/** A member as the PV prints her, on the meeting's day (domain.md B6). */
export type MinutesMember = {
  readonly seatId: string;
  readonly partyId: string;
  readonly name: Said;
  /** `null` when the name already is the office. */
  readonly office: Said | null;
  readonly category: SeatCategory;
  readonly presence: 'PRESENT' | 'REMOTE' | 'EXCUSED' | 'ABSENT' | 'NO_ANSWER';
  /** Who held this member's written power, if any. */
  readonly representedBy: Said | null;
  /** False: sits without a vote. */
  readonly votes: boolean;
  /** Came after the opening, left before the close: at which point of the agenda, at what hour at the host's; absent from who did neither. */
  readonly movements?: readonly { readonly kind: 'ARRIVED' | 'LEFT'; readonly item: number | null; readonly time: string }[];
};

/** One voice of one ballot, by office. */
export type MinutesVoice = {
  readonly seatId: string;
  readonly choice: 'FOR' | 'AGAINST' | 'ABSTAIN' | 'NOT_CAST';
  /** The reason given, required of a vote against. */
  readonly words: Said | null;
  /** Who carried this absent member's voice. */
  readonly heldBy?: Said;
};

/** A closed ballot with its outcome and its voices. */
export type MinutesBallot = {
  readonly ordinal: number;
  readonly adopted: boolean;
  /** The verdict as the decision rule says it: « Adoptée à l’unanimité ». */
  readonly verdict: Said;
  /** Why not, one sentence each; empty when adopted. */
  readonly reasons: readonly Said[];
  /** One per member of the roll. */
  readonly voices: readonly MinutesVoice[];
  /** How it was voted, when it was by show of hands, and who contests what was noted; absent from a vote on phones. */
  readonly notes?: readonly Said[];
};

/** A file adopted or shown with the text, named by its hash (SHA-256, hexadecimal). */
export type MinutesAnnex = { readonly title: Said; readonly sha256: string };

/** A numbered decision: its text, the ballots held on it, what became of it. */
export type MinutesDecision = {
  /** « 1 », « 2 » in the meeting's order. */
  readonly number: string;
  readonly title: Said;
  readonly text: Said;
  /** SHA-256 of the text that was voted. */
  readonly textHash: string;
  readonly adopted: boolean;
  readonly ballots: readonly MinutesBallot[];
  readonly annexes: readonly MinutesAnnex[];
};

/**
 * The words of the PV in a language it has no edition in: part of every edition, under its number and its hash. French makes law (Art. 8).
 * `day`: the session's, written out in that language.
 */
export type MinutesVersion = { readonly language: Exclude<Language, 'fr' | 'ar'>; readonly day: string; readonly text: string };

/** Everything the PV prints, in each language at once: nothing is computed while printing (domain.md B6). */
export type MinutesDocument = {
  /** « PV-2027-3 »; `null` while it is a draft. */
  readonly number: string | null;
  readonly version: number;
  /** The document's own date, YYYY-MM-DD: of finalisation, or of the meeting for a draft. */
  readonly date: string;
  readonly partnership: Said;
  /** The agreement's whole title. */
  readonly agreement: Said;
  readonly parties: readonly MinutesParty[];
  readonly meeting: {
    readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
    readonly mode: 'IN_PERSON' | 'HYBRID' | 'REMOTE';
    readonly place: Said;
    readonly hostPartyId: string;
    /** The host's first. */
    readonly opened: readonly LocalMoment[];
    readonly closed: readonly LocalMoment[];
    readonly convokedOn: string | null;
    readonly presidents: readonly Said[];
    readonly secretary: Said | null;
  };
  readonly members: readonly MinutesMember[];
  readonly guests: readonly { readonly name: Said; readonly capacity: Said | null }[];
  /** `reached` is null where no rule asks for a quorum. */
  readonly quorum: { readonly reached: boolean | null; readonly rule: Said; readonly source: PrintedSource };
  readonly agenda: readonly Said[];
  readonly decisions: readonly MinutesDecision[];
  /** Discussions, reservations, declarations: paragraphs are parted by a line break. */
  readonly prose: readonly { readonly heading: Said; readonly text: Said }[];
  /** Absent when nobody wrote in another language. */
  readonly versions?: readonly MinutesVersion[];
  /** Languages whose words no speaker had read by the document's date; absent when there is none. */
  readonly unread?: readonly Language[];
  readonly next: { readonly host: Said; readonly when: Said } | null;
  readonly annexes: readonly MinutesAnnex[];
  /** What the agreement says of signatures (Art. 5) and of its official language (Art. 8). */
  readonly executoryClause: PrintedSource;
  readonly languageClause: PrintedSource | null;
  /** SHA-256 of the canonical JSON of facts and every language (RFC 8785); `null` before FINAL. */
  readonly contentHash: string | null;
  /** Where anyone compares a hash or sees the state of today. */
  readonly verificationUrl: string;
  readonly demo: boolean;
};

/** A signature as the sheet of signatures lists it: office, place, local date, hash, method and level. */
export type MinutesSignature = {
  readonly partyId: string;
  /** `null` on the public copy, which names offices alone. */
  readonly name: Said | null;
  readonly office: Said | null;
  /** The act by which it was given for an interim, and the day it bears; absent from a full mandate. */
  readonly interim?: { readonly reference: string; readonly dated: string };
  readonly place: Said;
  /** In the signatory's own city: when it was given; of a paper, when it was counted. */
  readonly moment: LocalMoment;
  /** The day a paper bears, YYYY-MM-DD; absent from a signature given here. */
  readonly signedOn?: string;
  /** The day its own side contested a signature by code, YYYY-MM-DD in its city; absent from one that nobody contests. */
  readonly contestedOn?: string;
  readonly method: 'PASSKEY' | 'MAIL_CODE' | 'PAPER' | 'DEMO';
  /** What the signature is, never more (eIDAS; law 43-20). */
  readonly level: 'SIMPLE' | 'ADVANCED' | 'QUALIFIED';
  /** SHA-256 signed, of the frozen French PDF. */
  readonly pdfSha256: string;
};

/** What every page of the committee says of itself: parties, meeting, number, language. */
export type Masthead = Pick<MinutesDocument, 'number' | 'version' | 'partnership' | 'agreement' | 'parties' | 'meeting' | 'languageClause' | 'demo'>;

/** Executory minutes as anybody may have them: adopted texts, offices, hashes. No member is listed; a signature tells its office, never a name. */
export type PublicCopy = Masthead & Pick<MinutesDocument, 'decisions' | 'executoryClause' | 'contentHash' | 'verificationUrl'> & {
  readonly signatures: readonly MinutesSignature[];
  /** The instant of the last signature, in each party's city. */
  readonly executoryAt: readonly LocalMoment[];
  /** SHA-256 of the frozen French PDF that was signed. */
  readonly signedPdf: string | null;
};

/** The frozen PV and what happened to it since. */
export type SignedMinutes = {
  readonly minutes: MinutesDocument;
  /** SHA-256 of the stored PDF bytes, by language. */
  readonly pdfs: { readonly fr: string; readonly ar: string | null };
  readonly signatures: readonly MinutesSignature[];
  /** The instant of the last signature, in each party's city; empty while one is missing. */
  readonly executoryAt: readonly LocalMoment[];
};
