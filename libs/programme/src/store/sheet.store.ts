import { keepSearchable, type ReadTx, type Tx } from '#platform';
import { contentOf, type Sheet, type SheetValidation } from '../domain/sheet.js';
import type { SheetCase } from '../domain/sheet-life.js';
import { ProjectSheetRow, ProjectSheetValidationRow, ProjectSheetVersionRow } from './programme.entity.js';
import { penOf } from './entered.store.js';
import { sheetSource } from './sheet.searchable.js';
import { isUuid } from './uuid.js';

/** A sheet's row as its state: civil dates as text, never as an instant of the driver's zone. */
export const sheetColumns = `
  sheet.partnership_id as "partnershipId", sheet.id, sheet.agreement_id as "agreementId", sheet.year, sheet.kind, sheet.state,
  sheet.author_party_id as "authorPartyId", sheet.author_person_id as "authorPersonId", sheet.axis_id as "axisId",
  sheet.action_lead_id as "actionLeadId", sheet.outside_axes_reason as "outsideAxesReason", sheet.title, sheet.sections,
  sheet.transversal_answers as "transversalAnswers", sheet.starts_on::text as "startsOn", sheet.ends_on::text as "endsOn",
  sheet.indicators, sheet.budget, sheet.version, sheet.submitted_at as "submittedAt", sheet.return_reason as "returnReason"`;

/**
 * Row-level security hides the other side's DRAFT; a sheet withdrawn before it was ever submitted is as private,
 * whatever its state says. `$1` is the list of the reader's parties.
 */
export const openToReader = '(sheet.submitted_at is not null or sheet.author_party_id = any ($1::uuid[]))';
export const partiesOfReader = (tx: ReadTx): string[] => [...(tx.ctx.actor?.partyIds ?? [])];

/** The sheet, locked until the end of the act; `null` when absent or not the actor's to see. */
export async function lockSheet(tx: Tx, id: string): Promise<Sheet | null> {
  if (!isUuid(id)) return null;
  const [sheet] = await tx.query<Sheet>(`select ${sheetColumns} from project_sheet sheet where ${openToReader} and sheet.id = $2 for update`, [partiesOfReader(tx), id]);
  return sheet ?? null;
}

/** A sheet, read and not locked; `null` when absent or not the reader's to see. */
export async function sheetById(tx: ReadTx, id: string): Promise<Sheet | null> {
  if (!isUuid(id)) return null;
  const [sheet] = await tx.query<Sheet>(`select ${sheetColumns} from project_sheet sheet where ${openToReader} and sheet.id = $2`, [partiesOfReader(tx), id]);
  return sheet ?? null;
}

/** Validations of the sheet's current version. */
const validationsOf = (tx: ReadTx, { partnershipId, id, version }: Sheet): Promise<SheetValidation[]> =>
  tx.query<SheetValidation>(
    `select version, party_id as "partyId", person_id as "personId", ${penOf('projectSheet', 'sheet_id')} as pen from project_sheet_validation validation
     where partnership_id = $1 and sheet_id = $2 and version = $3 order by validated_at`,
    [partnershipId, id, version],
  );

/** The sheet locked, then what its rules ask about it. */
export async function lockSheetCase(tx: Tx, id: string): Promise<SheetCase | null> {
  const sheet = await lockSheet(tx, id);
  if (!sheet) return null;
  const plans = await tx.query('select from planned_action where partnership_id = $1 and sheet_id = $2 limit 1', [sheet.partnershipId, id]);
  return { sheet, validations: await validationsOf(tx, sheet), inPlan: plans.length > 0 };
}

const rowOf = (sheet: Sheet): object => {
  const { sections, transversalAnswers, indicators, budget, ...plain } = sheet;
  return { ...plain, sections: { ...sections }, transversalAnswers: { ...transversalAnswers }, indicators: [...indicators], budget: [...budget] };
};

export async function insertSheet(tx: Tx, sheet: Sheet): Promise<void> {
  await tx.manager.insert(ProjectSheetRow, rowOf(sheet));
  await keepSearchable(tx, sheetSource, { partnershipId: sheet.partnershipId, ids: [sheet.id] });
}

export async function keepSheet(tx: Tx, sheet: Sheet): Promise<void> {
  const { partnershipId, id } = sheet;
  await tx.manager.update(ProjectSheetRow, { partnershipId, id }, rowOf(sheet));
  await keepSearchable(tx, sheetSource, { partnershipId, ids: [id] });
}

/** What was submitted, for ever; by `sayer` when it was entered for her. A version that a plan proposed from its paper has frozen already stays as it is: its words are the same. */
export async function freezeVersion(tx: Tx, sheet: Sheet, sayer?: string): Promise<void> {
  const { partnershipId, id: sheetId, version } = sheet;
  const row = { partnershipId, sheetId, version, content: contentOf(sheet) as object, personId: sayer ?? tx.ctx.actor?.personId ?? '', submittedAt: tx.now() };
  await tx.manager.createQueryBuilder().insert().into(ProjectSheetVersionRow).values(row).orIgnore().execute();
}

export const keepValidation = (tx: Tx, sheet: Sheet, partyId: string): Promise<void> => keepValidationOf(tx, sheet, { partyId, personId: tx.ctx.actor?.personId ?? '', validatedAt: tx.now() });

/** A party's validation, by whose word it is; its instant is the one of the act that entered it. */
export async function keepValidationOf(tx: Tx, { partnershipId, id: sheetId, version }: Sheet, given: { readonly partyId: string; readonly personId: string; readonly validatedAt: Date }): Promise<void> {
  await tx.manager.insert(ProjectSheetValidationRow, { partnershipId, sheetId, version, ...given });
}
