import { documentFields, type JoinedDocument } from '../../base/documents.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';
import { budgetFields, type Amount, type BudgetTable } from './budget.graphql.ts';
import { markFields, type EnteredMark } from './entered.graphql.ts';
import { remarksFields, type Remarks } from './sheet-remarks.graphql.ts';
import type { SheetKind, SheetState, Validation } from './plan-board.graphql.ts';

export const sectionNames = ['context', 'objectives', 'activities', 'reciprocity', 'carried'] as const;
export type SectionName = (typeof sectionNames)[number];
export const sheetKinds: readonly SheetKind[] = ['INITIATIVE', 'PROJECT', 'MISSION'];
/** What a fiche may lack, in the order of the form; each is also the place of the page where it is written. */
export const missingFields = ['context', 'objectives', 'indicators', 'methods', 'responsibles', 'transversal', 'startsOn', 'endsOn', 'axis', 'budget'] as const;

interface PartyNamed {
  readonly id: string;
  readonly shortName: string;
}

export interface Axis {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly active: boolean;
  /** An amendment is still to be concluded. */
  readonly warning?: { readonly sentence: string; readonly source: Source } | null;
}

export interface Indicator {
  readonly label: string;
  readonly method: string;
  readonly responsible: string;
  readonly targets: readonly { readonly party: PartyNamed; readonly people: number }[];
  readonly total: number | null;
}

export interface BudgetLine extends Amount {
  readonly label: string;
  readonly party: PartyNamed | null;
  readonly funder: string | null;
  readonly kind: 'CASH' | 'IN_KIND';
}

/** A fiche, whole. */
export interface Sheet {
  readonly id: string;
  readonly partnershipId: string;
  readonly year: number;
  readonly kind: SheetKind;
  readonly state: SheetState;
  readonly title: string;
  readonly axis: Axis | null;
  readonly lead: { readonly number: string; readonly title: string } | null;
  readonly outsideAxesReason: string | null;
  readonly authorParty: PartyNamed;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly transversalAnswers: readonly { readonly axis: Axis; readonly text: string }[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly indicators: readonly Indicator[];
  readonly budget: readonly BudgetLine[];
  readonly budgetTable: BudgetTable;
  readonly version: number;
  /** Adopted on paper before Passerelle. */
  readonly takenUp: string | null;
  readonly submittedAt: string | null;
  readonly returnReason: string | null;
  readonly validations: readonly Validation[];
  /** What was entered for somebody on it, in order. */
  readonly enteredActs: readonly EnteredMark[];
  readonly attachments: readonly JoinedDocument[];
  readonly missing: readonly { readonly field: string; readonly sentence: string; readonly source: Source }[];
  readonly viewerMay: { readonly edit: May; readonly attachDocument: May; readonly submit: May; readonly coValidate: May; readonly return: May; readonly withdraw: May };
}

/** What a fiche says, and every version of it. */
export type SheetWords = Pick<Sheet, 'title' | 'kind' | 'outsideAxesReason' | 'startsOn' | 'endsOn' | 'axis' | 'lead' | 'sections' | 'transversalAnswers' | 'indicators' | 'budget'>;

export interface SheetAnswer {
  readonly projectSheet: Sheet | null;
  readonly sheetComments: Remarks | null;
  readonly partnership: { readonly agreement: { readonly axes: readonly Axis[] } | null } | null;
}

const axis = 'axis { id kind number title active warning { sentence source { kind reference quote } } }';

/** What a fiche says, and every version of it. */
export const wordsFields = `title kind outsideAxesReason startsOn endsOn ${axis} lead { number title }
    sections { context objectives activities reciprocity carried }
    transversalAnswers { ${axis} text }
    indicators { label method responsible total targets { party { id shortName } people } }
    budget { label party { id shortName } funder kind amountMinor currency }`;

/** A fiche, with the axes its form chooses from. */
export const projectSheet = `query ProjectSheet($id: ID!, $partnershipId: ID!) {
  projectSheet(id: $id) {
    id partnershipId year state version submittedAt returnReason ${wordsFields} authorParty { id shortName }
    ${budgetFields}
    takenUp
    validations { party { id shortName } person { displayName } moment { city civilDate time } entered { ${markFields} } }
    enteredActs { ${markFields} }
    ${documentFields}
    missing { field sentence source { kind reference quote } }
    viewerMay { edit { ${mayFields} } attachDocument { ${mayFields} } submit { ${mayFields} } coValidate { ${mayFields} } return { ${mayFields} } withdraw { ${mayFields} } }
  }
  ${remarksFields}
  partnership(id: $partnershipId) { agreement { axes { id kind number title active } } }
}`;
