import type { ReadTx, Tx } from '#platform';
import type { Given } from '../domain/contest.js';
import type { EnteredAct } from '../domain/entered.js';
import type { Plan } from '../domain/plan.js';
import type { Sheet } from '../domain/sheet.js';
import { EnteredActRow } from './entered.entity.js';
import { isUuid } from './uuid.js';

/** An entered act as its state: civil days as text. */
export const enteredColumns = `
  entered.partnership_id as "partnershipId", entered.id, entered.act, entered.subject_kind as "subjectKind", entered.subject_id as "subjectId", entered.version,
  entered.party_id as "partyId", entered.person_id as "personId", entered.office, entered.office_ar as "officeAr", entered.by_party_id as "byPartyId",
  entered.by_person_id as "byPersonId", entered.channel, entered.said_on::text as "saidOn", entered.note, entered.proof_sha256 as "proofSha256",
  entered.state_before as "stateBefore", entered.entered_at as "enteredAt", entered.contest_until::text as "contestUntil", entered.contested_at as "contestedAt",
  entered.contested_by as "contestedBy", entered.contest_reason as "contestReason", entered.undone`;

/** The pen of a validation that was entered for somebody, as JSON; null for one given by her own hand. `validation` has party and instant. */
export const penOf = (subjectKind: EnteredAct['subjectKind'], subjectColumn: string): string => `
  (select json_build_object('personId', entered.by_person_id, 'proven', entered.proof_sha256 is not null, 'enteredId', entered.id)
   from entered_act entered where entered.partnership_id = validation.partnership_id and entered.subject_kind = '${subjectKind}' and entered.subject_id = validation.${subjectColumn}
     and entered.party_id = validation.party_id and entered.person_id = validation.person_id and entered.entered_at = validation.validated_at limit 1)`;

export async function keepEntered(tx: Tx, entered: EnteredAct): Promise<void> {
  await tx.manager.insert(EnteredActRow, { ...entered });
}

export async function keepContest(tx: Tx, { partnershipId, id, contestedAt, contestedBy, contestReason, undone }: EnteredAct): Promise<void> {
  await tx.manager.update(EnteredActRow, { partnershipId, id }, { contestedAt, contestedBy, contestReason, undone });
}

/** What a contestation must know of an act before it takes its locks; `null` when absent or not the viewer's. */
export async function enteredById(tx: ReadTx, id: string): Promise<EnteredAct | null> {
  if (!isUuid(id)) return null;
  const [entered] = await tx.query<EnteredAct>(`select ${enteredColumns} from entered_act entered where entered.id = $1`, [id]);
  return entered ?? null;
}

/** The same, locked: contested once. */
export async function lockEntered(tx: Tx, id: string): Promise<EnteredAct | null> {
  const [entered] = await tx.query<EnteredAct>(`select ${enteredColumns} from entered_act entered where entered.id = $1 for update`, [id]);
  return entered ?? null;
}

/** The plans that hold a sheet, in one order for everybody. */
export async function plansHolding(tx: ReadTx, { partnershipId, subjectId }: Pick<EnteredAct, 'partnershipId' | 'subjectId'>): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select plan_id as id from planned_action where partnership_id = $1 and sheet_id = $2 order by plan_id', [partnershipId, subjectId]);
  return rows.map(({ id }) => id);
}

/** Every validation of a sheet, of all its versions. */
export const givenOnSheet = (tx: ReadTx, { partnershipId, id }: Sheet): Promise<Given[]> =>
  tx.query<Given>('select party_id as "partyId", version, validated_at as "validatedAt" from project_sheet_validation where partnership_id = $1 and sheet_id = $2', [partnershipId, id]);

export const givenOnPlan = (tx: ReadTx, { partnershipId, id }: Plan): Promise<Omit<Given, 'version'>[]> =>
  tx.query<Omit<Given, 'version'>>('select party_id as "partyId", validated_at as "validatedAt" from action_plan_validation where partnership_id = $1 and plan_id = $2', [partnershipId, id]);

/** One party's validation of the plan falls. */
export const dropPlanValidation = (tx: Tx, { partnershipId, id }: Plan, partyId: string): Promise<object[]> =>
  tx.query('delete from action_plan_validation where partnership_id = $1 and plan_id = $2 and party_id = $3', [partnershipId, id, partyId]);

/** The same words stand again as version `to`, with the validations that still hold: nothing that was submitted is rewritten. */
export async function carryVersion(tx: Tx, { partnershipId, id }: Sheet, { from, to, falls }: { readonly from: number; readonly to: number; readonly falls: string | null }): Promise<void> {
  await tx.query(
    `insert into project_sheet_version (partnership_id, sheet_id, version, content, person_id, submitted_at)
     select partnership_id, sheet_id, $4, content, person_id, submitted_at from project_sheet_version where partnership_id = $1 and sheet_id = $2 and version = $3`,
    [partnershipId, id, from, to],
  );
  await tx.query(
    `insert into project_sheet_validation (partnership_id, sheet_id, version, party_id, person_id, validated_at)
     select partnership_id, sheet_id, $4, party_id, person_id, validated_at from project_sheet_validation
     where partnership_id = $1 and sheet_id = $2 and version = $3 and party_id is distinct from $5::uuid`,
    [partnershipId, id, from, to, falls],
  );
}

/** Has one of these persons been here since then (machine clock)? Answered by a door of its own: nobody's sessions are read. */
export async function haveBeenHere(tx: ReadTx, personIds: readonly string[], since: Date): Promise<boolean> {
  const [row] = await tx.query<{ here: boolean }>('select seen_since($1::uuid[], $2) as here', [[...personIds], since]);
  return row?.here === true;
}
