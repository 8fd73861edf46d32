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
  DocumentAttached: { attachmentId: string; sha256: string; size: number };
  DocumentRemoved: { attachmentId: string; sha256: string };
  ActionPlanOpened: { year: number; version: number };
  ActionAddedToPlan: { sheetId: string; year: number };
  ActionRemovedFromPlan: { sheetId: string; year: number };
  ActionPlanValidated: { partyId: string; year: number };
  ActionPlanCoValidated: { year: number; version: number };
  ActionPlanFrozen: { year: number; version: number; contentHash: string };
  ActionPlanReopened: { year: number; version: number };
  ActionPlanAdopted: { year: number; version: number; decisionId: string; adoptedAt: string; onTime: boolean | null };
  ActionPlanBecameExecutory: { year: number; version: number; decisionId: string; executoryAt: string; onTime: boolean | null };
};

/** Tells a fact; its data must be those of its kind. */
export const told = <Kind extends keyof FactData>(kind: Kind, about: { partnershipId: string; subject: Subject }, data: FactData[Kind]): Fact => ({
  kind,
  partnershipId: about.partnershipId,
  subject: about.subject,
  data: data as { readonly [key: string]: Json },
});
