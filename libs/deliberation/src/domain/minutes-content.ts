import type { Language, RuleSource } from '#kernel';

/** The parts people write. Everything else in a PV is a fact, taken from the meeting and locked. */
export const proseSections = ['discussions', 'reservations', 'nextMeeting'] as const;
export type ProseSection = (typeof proseSections)[number];
export type Prose = Readonly<Partial<Record<Language, Readonly<Partial<Record<ProseSection, string>>>>>>;

type Said = { readonly code: string; readonly args: { readonly [name: string]: string | number | boolean } };

/** One round as the PV tells it: who was on the roll, what each said, what came of it. */
export type BallotFacts = {
  readonly round: number;
  readonly textHash: string;
  readonly openedAt: string;
  readonly closedAt: string;
  readonly votes: readonly { readonly seatId: string; readonly name: string; readonly choice: string; readonly words: string | null }[];
  readonly tally: { readonly for: number; readonly against: number; readonly abstentions: number; readonly notCast: number };
  readonly adopted: boolean;
  readonly sentence: Said;
  readonly reasons: readonly Said[];
  /** Noted by show of hands: which parties' coordinations noted and confirmed it, and who contests. Absent from a vote on phones. */
  readonly hands?: { readonly notedBy: string; readonly confirmedBy: string; readonly contests: readonly { readonly seatId: string; readonly reason: string; readonly at: string }[] };
};

/** One item of the agenda as the PV tells it: the last text, and every round voted on it. */
export type DecisionFacts = {
  /** Its place in the PV, from 1. */
  readonly order: number;
  readonly id: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  readonly state: string;
  readonly correctsDecisionId: string | null;
  readonly ballots: readonly BallotFacts[];
};

/** The facts of a PV (B6), plain JSON. Instants are UTC ISO 8601; the press prints both local times. */
export type MinutesFacts = {
  readonly meeting: {
    readonly id: string;
    readonly kind: string;
    readonly mode: string;
    readonly place: string;
    readonly hostPartyId: string;
    readonly turnBreakReason: string | null;
    readonly convenedAt: string | null;
    readonly openedAt: string;
    readonly closedAt: string;
  };
  readonly parties: readonly { readonly id: string; readonly shortName: string; readonly country: string }[];
  readonly members: readonly { readonly seatId: string; readonly partyId: string; readonly name: string; readonly category: string; readonly presence: string }[];
  readonly delegations: readonly { readonly documentId: string; readonly fromSeatId: string; readonly toSeatId: string }[];
  /** Powers noted on the sheet, and guests heard; absent where there was none. */
  readonly proxies?: readonly { readonly seatId: string; readonly holderSeatId: string; readonly counts: boolean }[];
  readonly guests?: readonly { readonly name: string; readonly capacity: string }[];
  /** Who came after the opening or left before the close, at which point of the agenda; absent where nobody did. */
  readonly movements?: readonly { readonly seatId: string; readonly kind: string; readonly item: number | null; readonly at: string }[];
  /** Documents joined to points of the agenda, with the SHA-256 of their bytes; absent where there was none. */
  readonly documents?: readonly { readonly decisionId: string | null; readonly name: string; readonly sha256: string }[];
  readonly quorum: { readonly rule: string; readonly missingPartyIds: readonly string[]; readonly source: { readonly kind: string; readonly reference: string } };
  readonly decisions: readonly DecisionFacts[];
};

/** The part of the minutes that is hashed: identity, number, facts and words. */
export interface WordedMinutes {
  readonly id: string;
  readonly partnershipId: string;
  readonly meetingId: string;
  /** The executory PV that these ones rectify. */
  readonly rectifiesMinutesId: string | null;
  /** From 1; goes up each time a final version is replaced. */
  readonly version: number;
  /** PV-YYYY-n, given at the first FINAL and kept by every later version. */
  readonly number: string | null;
  readonly facts: MinutesFacts;
  readonly prose: Prose;
}

/** What is signed, of one version: SHA-256 of its RFC 8785 text is the PV's `contentHash` (computed by the action). */
export type MinutesContent = {
  readonly format: 'PASSERELLE-PV/1';
  readonly minutesId: string;
  readonly partnershipId: string;
  readonly meetingId: string;
  readonly rectifiesMinutesId: string | null;
  readonly version: number;
  readonly number: string | null;
  readonly facts: MinutesFacts;
  readonly languages: readonly Language[];
  readonly prose: Prose;
};

const isWritten = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
const languageOrder: readonly Language[] = ['fr', 'ar', 'zgh', 'en'];

/** Languages in which something is written, French first. */
export const languagesOf = (prose: Prose): Language[] => languageOrder.filter((language) => Object.values(prose[language] ?? {}).some(isWritten));

/** Sections that the authoritative language lacks: the discussions always, and whatever another language already says (Art. 8). */
export function sectionsMissingIn(authoritative: Language, prose: Prose): ProseSection[] {
  const told = languagesOf(prose);
  return proseSections.filter((section) => {
    const expected = section === 'discussions' || told.some((language) => isWritten(prose[language]?.[section]));
    return expected && !isWritten(prose[authoritative]?.[section]);
  });
}

/** The canonical object of this version: facts and every language together, so that no language can change alone. */
export function contentOf(minutes: WordedMinutes): MinutesContent {
  const { id: minutesId, partnershipId, meetingId, rectifiesMinutesId, version, number, facts, prose } = minutes;
  const languages = languagesOf(prose);
  const written = languages.map((language) => [language, Object.fromEntries(Object.entries(prose[language] ?? {}).filter(([, text]) => isWritten(text)))]);
  return {
    format: 'PASSERELLE-PV/1',
    minutesId,
    partnershipId,
    meetingId,
    rectifiesMinutesId,
    version,
    number,
    facts,
    languages,
    prose: Object.fromEntries(written) as Prose,
  };
}

/** A source without its quotation, as facts carry it. */
export const briefSource = (source: RuleSource): { kind: string; reference: string } => ({ kind: source.kind, reference: source.reference });
