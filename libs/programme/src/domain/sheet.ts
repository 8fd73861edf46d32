import type { CivilDate, Currency, Json, Subject } from '#kernel';

/** C4. ADOPTED comes with the plan's decision. */
export const sheetStates = ['DRAFT', 'SUBMITTED', 'RETURNED', 'CO_VALIDATED', 'ADOPTED', 'REJECTED', 'POSTPONED', 'WITHDRAWN'] as const;
export type SheetState = (typeof sheetStates)[number];

/** Art. 5: « fiches techniques des initiatives, projets et missions ». */
export const sheetKinds = ['INITIATIVE', 'PROJECT', 'MISSION'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** B5. `carried` holds what a file said and no section took: nobody's words are lost on their way in. */
export const sectionNames = ['context', 'objectives', 'activities', 'reciprocity', 'carried'] as const;
export type SectionName = (typeof sectionNames)[number];

/** People aimed at on one territory. */
export interface Target {
  readonly partyId: string;
  readonly people: number;
}

/** What will be measured, how, and who answers for it (Annexe I). `total`, when written, equals the sum of the targets. */
export interface Indicator {
  readonly label: string;
  readonly method: string;
  readonly responsible: string;
  readonly targets: readonly Target[];
  readonly total: number | null;
}

export const budgetKinds = ['CASH', 'IN_KIND'] as const;

/** One line of the forecast budget, paid by a party or by a funder. `amountMinor` is a whole number in minor units, as text. */
export interface BudgetLine {
  readonly label: string;
  readonly partyId: string | null;
  readonly funder: string | null;
  readonly kind: (typeof budgetKinds)[number];
  readonly amountMinor: string;
  readonly currency: Currency;
}

/** A fiche technique. Civil dates have no zone; `version` grows at each saving and each return. */
export interface Sheet {
  readonly id: string;
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly year: number;
  readonly kind: SheetKind;
  readonly state: SheetState;
  readonly authorPartyId: string;
  readonly authorPersonId: string;
  readonly axisId: string | null;
  readonly actionLeadId: string | null;
  readonly outsideAxesReason: string | null;
  readonly title: string;
  readonly sections: Readonly<Partial<Record<SectionName, string>>>;
  /** By the id of the transversal axis. */
  readonly transversalAnswers: Readonly<Record<string, string>>;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly indicators: readonly Indicator[];
  readonly budget: readonly BudgetLine[];
  readonly version: number;
  readonly submittedAt: Date | null;
  readonly returnReason: string | null;
}

/** What a sheet or a frozen version of it says. */
export type SheetContent = Pick<
  Sheet,
  'title' | 'kind' | 'axisId' | 'actionLeadId' | 'outsideAxesReason' | 'startsOn' | 'endsOn' | 'sections' | 'transversalAnswers' | 'indicators' | 'budget'
>;

/** The pen of a validation said by somebody else: who entered it, and whether the paper is joined. */
export interface Pen {
  readonly personId: string;
  readonly proven: boolean;
}

/** A party's validation of one submitted version. */
export interface SheetValidation {
  readonly version: number;
  readonly partyId: string;
  readonly personId: string;
  /** Who held the pen, when it was entered for her; null or absent by her own hand. */
  readonly pen?: Pen | null;
}

/** Is this validation by that human: hers, or written down by her without the paper that would show whose it is? */
export const isByHand = ({ personId, pen }: { readonly personId: string; readonly pen?: Pen | null }, human: string): boolean =>
  personId === human || (pen !== undefined && pen !== null && !pen.proven && pen.personId === human);

/** An axis of the agreement, with its leads under it. */
export interface Axis {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly active: boolean;
  readonly leads: readonly Lead[];
}

/** « Piste d’action », 1.1.1, with the targets its words give. */
export interface Lead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly targets: readonly Target[];
}

/** Whose fact it is, and about what. */
export const aboutSheet = (sheet: { partnershipId: string; id: string }): { partnershipId: string; subject: Subject } => ({
  partnershipId: sheet.partnershipId,
  subject: { kind: 'projectSheet', id: sheet.id },
});

/** What a submission freezes, and what a frozen plan carries of each action. */
export const contentOf = (sheet: Sheet): { readonly [key: string]: Json } => ({
  title: sheet.title,
  kind: sheet.kind,
  year: sheet.year,
  authorPartyId: sheet.authorPartyId,
  axisId: sheet.axisId,
  actionLeadId: sheet.actionLeadId,
  outsideAxesReason: sheet.outsideAxesReason,
  sections: { ...sheet.sections },
  transversalAnswers: { ...sheet.transversalAnswers },
  startsOn: sheet.startsOn,
  endsOn: sheet.endsOn,
  indicators: sheet.indicators.map((indicator) => ({ ...indicator, targets: indicator.targets.map((target) => ({ ...target })) })),
  budget: sheet.budget.map((line) => ({ ...line })),
});
