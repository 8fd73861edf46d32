import type { PartyType } from '#parties';
import type { ReadTx } from '#platform';
import { budgetTotals } from '../domain/budget.js';
import type { Indicator, Pen, Sheet, SheetValidation } from '../domain/sheet.js';
import { penOf } from '../store/entered.store.js';
import { openToReader, partiesOfReader, sheetColumns } from '../store/sheet.store.js';
import { isUuid } from '../store/uuid.js';
import { programmeOf, type Programme } from './programme.reader.js';
import type { IndicatorType, ProjectSheetType, TransversalAnswerType, ValidationType } from './sheet.types.js';

/** A validation as a row of JSON: its instant is text. */
export interface ValidationLine extends SheetValidation {
  readonly displayName: string | null;
  readonly validatedAt: string;
  /** Set when it was entered for her. */
  readonly pen?: (Pen & { readonly enteredId: string }) | null;
}

/** A sheet with what is shown and judged beside it. */
export type SheetLine = Sheet & { readonly validations: readonly ValidationLine[]; readonly inPlan: boolean };

const sheetLines = `
  select ${sheetColumns},
    coalesce((select json_agg(json_build_object('version', validation.version, 'partyId', validation.party_id, 'personId', validation.person_id,
                                                'displayName', person.display_name, 'validatedAt', validation.validated_at, 'pen', ${penOf('projectSheet', 'sheet_id')}) order by validation.validated_at)
              from project_sheet_validation validation left join person on person.id = validation.person_id
              where validation.partnership_id = sheet.partnership_id and validation.sheet_id = sheet.id and validation.version = sheet.version), '[]'::json) as validations,
    exists (select from planned_action action where action.partnership_id = sheet.partnership_id and action.sheet_id = sheet.id) as "inPlan"
  from project_sheet sheet where ${openToReader}`;

/** Every sheet of a year that is open to the reader, oldest first. One statement. */
export const sheetsOfYear = (tx: ReadTx, partnershipId: string, year: number): Promise<SheetLine[]> =>
  tx.query<SheetLine>(`${sheetLines} and sheet.partnership_id = $2 and sheet.year = $3 order by sheet.id`, [partiesOfReader(tx), partnershipId, year]);

/** The sheets of these ids that are open to the reader. One statement. */
export const sheetsById = (tx: ReadTx, ids: readonly string[]): Promise<SheetLine[]> =>
  tx.query<SheetLine>(`${sheetLines} and sheet.id = any ($2::uuid[]) order by sheet.id`, [partiesOfReader(tx), [...ids]]);

function partyOf(parties: readonly PartyType[], id: string): PartyType {
  const party = parties.find((candidate) => candidate.id === id);
  if (!party) throw new Error(`party ${id} is not in reach`);
  return party;
}

const indicatorView = ({ targets, ...indicator }: Indicator, parties: readonly PartyType[]): IndicatorType => ({
  ...indicator,
  targets: targets.map(({ partyId, people }) => ({ party: partyOf(parties, partyId), people })),
});

/** A validation with its party and the name of who gave it. */
export const validationView = (line: Omit<ValidationLine, 'version'>, parties: readonly PartyType[]): ValidationType => ({
  party: partyOf(parties, line.partyId),
  person: { id: line.personId, displayName: line.displayName ?? '' },
  validatedAt: new Date(line.validatedAt),
  enteredId: line.pen?.enteredId ?? null,
});

/** Every transversal axis asks for its answer, blank as long as none is written. */
const transversalView = (sheet: Sheet, { axes }: Programme): TransversalAnswerType[] =>
  axes.filter(({ kind }) => kind === 'TRANSVERSAL').map((axis) => ({ axis, text: sheet.transversalAnswers[axis.id] ?? '' }));

/** A sheet as shown. */
export function sheetView(line: SheetLine, programme: Programme): ProjectSheetType {
  const { validations, inPlan, ...sheet } = line;
  const { parties, axes, world } = programme;
  const { context = '', objectives = '', activities = '', reciprocity = '', carried = '' } = sheet.sections;
  const leads = axes.flatMap(({ operations }) => operations.flatMap((operation) => operation.leads));
  return {
    ...sheet,
    held: { sheet, validations, inPlan },
    world,
    parties,
    axis: axes.find(({ id }) => id === sheet.axisId) ?? null,
    lead: leads.find(({ id }) => id === sheet.actionLeadId) ?? null,
    authorParty: partyOf(parties, sheet.authorPartyId),
    sections: { context, objectives, activities, reciprocity, carried },
    transversalAnswers: transversalView(sheet, programme),
    indicators: sheet.indicators.map((indicator) => indicatorView(indicator, parties)),
    budget: sheet.budget.map(({ partyId, amountMinor, ...budgetLine }) => ({ ...budgetLine, amountMinor: BigInt(amountMinor), party: partyId === null ? null : partyOf(parties, partyId) })),
    budgetTotals: budgetTotals([sheet.budget]).map((total) => ({ ...total })),
    validations: validations.map((validation) => validationView(validation, parties)),
  };
}

/** One sheet; `null` when absent or not the reader's to see. */
export async function sheetOf(tx: ReadTx, id: string): Promise<ProjectSheetType | null> {
  const [line] = isUuid(id) ? await sheetsById(tx, [id]) : [];
  const programme = line ? await programmeOf(tx, line.partnershipId) : null;
  return line && programme ? sheetView(line, programme) : null;
}
