import type { Fact, Json, Subject } from '#kernel';

/** Every fact this room tells, in the past tense, with what it carries. Instants travel as UTC ISO 8601 text; a draft's words never do. */
export type FactData = {
  SheetDrafted: { year: number; kind: string; authorPartyId: string };
  SheetSubmitted: { version: number; year: number; title: string; partyId: string };
  SheetValidated: { version: number; partyId: string };
  SheetCoValidated: { version: number; year: number; title: string };
  SheetReturned: { version: number; reason: string; title: string };
  SheetWithdrawn: { year: number; wasSubmitted: boolean };
  /** Who is called to it, and its words, are in its own row: a remark of a draft is its party's alone. */
  SheetCommented: { commentId: string };
  /** Both persons: whose word it is, and who entered it. Instants and days as text. */
  ActEnteredFor: { kind: string; subjectKind: string; subjectId: string; version: number; partyId: string; personId: string; byPartyId: string; byPersonId: string; channel: string; saidOn: string; proofSha256: string | null; at: string };
  EntryContested: { kind: string; subjectKind: string; subjectId: string; partyId: string; personId: string; undone: boolean; at: string };
  SheetMailed: { version: number; personId: string; byPersonId: string; at: string };
  DocumentAttached: { attachmentId: string; sha256: string; size: number };
  DocumentRemoved: { attachmentId: string; sha256: string };
  /** `code` names the step; no days: back to the default. */
  MilestoneMoved: { code: string; daysBefore: number | null; partyId: string };
  /** Proposed by one coordination (`partyId`), or taken back by one, before another confirmed it. */
  ActionPlanTakeUpProposed: { year: number; decisionId: string; partyId: string; count: number };
  ActionPlanTakeUpWithdrawn: { year: number; decisionId: string; partyId: string };
  /** Adopted on paper before Passerelle (« repris »), and confirmed by another party than the one that proposed it. */
  ActionPlanTakenUp: { year: number; version: number; decisionId: string; adoptedAt: string; executoryAt: string | null; onTime: boolean | null; count: number };
  PastProjectsTaken: { partyId: string; sha256: string; count: number };
  PastProjectsWithdrawn: { count: number };
  ActionPlanOpened: { year: number; version: number };
  ActionAddedToPlan: { sheetId: string; year: number };
  ActionRemovedFromPlan: { sheetId: string; year: number };
  ActionPlanValidated: { partyId: string; year: number };
  ActionPlanCoValidated: { year: number; version: number };
  ActionPlanFrozen: { year: number; version: number; contentHash: string };
  ActionPlanReopened: { year: number; version: number };
  ActionPlanAdopted: { year: number; version: number; decisionId: string; adoptedAt: string; onTime: boolean | null };
  /** `code`: the pair of currencies, « EUR-MAD »; what else it says is in its own row. */
  ExchangeRateRecorded: { code: string; day: string };
  ExchangeRateWithdrawn: { code: string; day: string };
  ActionPlanBecameExecutory: { year: number; version: number; decisionId: string; executoryAt: string; onTime: boolean | null };
  /** One more line of an action's story: which, where, and how the action stands after it. Its words are in its own row. */
  ActionFollowed: { kind: string; line: number; state: string; percent: number };
};

/** Tells a fact; its data must be those of its kind. */
export const told = <Kind extends keyof FactData>(kind: Kind, about: { partnershipId: string; subject: Subject }, data: FactData[Kind]): Fact => ({
  kind,
  partnershipId: about.partnershipId,
  subject: about.subject,
  data: data as { readonly [key: string]: Json },
});
