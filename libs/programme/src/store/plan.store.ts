import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { Plan, PlanCase } from '../domain/plan.js';
import type { Sheet } from '../domain/sheet.js';
import { ActionPlanRow, ActionPlanValidationRow, PlannedActionRow } from './programme.entity.js';
import { penOf } from './entered.store.js';
import { sheetSource } from './sheet.searchable.js';
import { sheetColumns } from './sheet.store.js';
import { isUuid } from './uuid.js';

/** A plan's row as its state, but for the frozen content, which is long: asked for by those who need it. */
export const planHead = `
  plan.partnership_id as "partnershipId", plan.id, plan.agreement_id as "agreementId", plan.year, plan.version, plan.state,
  plan.content_hash as "contentHash", plan.frozen_at as "frozenAt", plan.decision_id as "decisionId", plan.adopted_at as "adoptedAt", plan.on_time as "onTime"`;
const planColumns = `${planHead}, plan.content`;

/** The plan, locked until the end of the act; `null` when absent or foreign. */
export async function lockPlan(tx: Tx, id: string): Promise<Plan | null> {
  if (!isUuid(id)) return null;
  const [plan] = await tx.query<Plan>(`select ${planColumns} from action_plan plan where plan.id = $1 for update`, [id]);
  return plan ?? null;
}

const actionsOf = (tx: ReadTx, { partnershipId, id }: Plan): Promise<Sheet[]> =>
  tx.query<Sheet>(
    `select ${sheetColumns} from planned_action action
     join project_sheet sheet on sheet.partnership_id = action.partnership_id and sheet.id = action.sheet_id
     where action.partnership_id = $1 and action.plan_id = $2 order by action.place`,
    [partnershipId, id],
  );

/** The plan locked, then its actions in order and its validations. */
export async function lockPlanCase(tx: Tx, id: string): Promise<PlanCase | null> {
  const plan = await lockPlan(tx, id);
  if (!plan) return null;
  const validations = await tx.query<PlanCase['validations'][number]>(
    `select party_id as "partyId", person_id as "personId", ${penOf('actionPlan', 'plan_id')} as pen from action_plan_validation validation where partnership_id = $1 and plan_id = $2`,
    [plan.partnershipId, id],
  );
  return { plan, actions: await actionsOf(tx, plan), validations };
}

/** Opens version `version` of the year's plan; false when somebody opened it first (unique key, no error raised). */
export async function insertPlan(tx: Tx, plan: Plan): Promise<boolean> {
  const opened = await tx.query(
    `insert into action_plan (partnership_id, id, agreement_id, year, version, state) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint action_plan_version_once do nothing returning id`,
    [plan.partnershipId, plan.id, plan.agreementId, plan.year, plan.version, plan.state],
  );
  return opened.length > 0;
}

/** The newest version of that year's plan. */
export async function lastPlanOf(tx: ReadTx, partnershipId: string, at: { agreementId: string; year: number }): Promise<Plan | null> {
  const [plan] = await tx.query<Plan>(
    `select ${planColumns} from action_plan plan where partnership_id = $1 and agreement_id = $2 and year = $3 order by version desc limit 1`,
    [partnershipId, at.agreementId, at.year],
  );
  return plan ?? null;
}

/** A revised plan starts with the actions of the version before, in their order. */
export async function carryActions(tx: Tx, from: Plan, to: Plan): Promise<void> {
  for (const [index, sheet] of (await actionsOf(tx, from)).entries()) await keepAction(tx, to, { sheetId: sheet.id, place: index + 1 });
}

export async function keepPlan(tx: Tx, plan: Plan): Promise<void> {
  const { partnershipId, id, content, ...plain } = plan;
  await tx.manager.update(ActionPlanRow, { partnershipId, id }, { ...plain, content: content as object });
}

/** Places grow and are not filled again: the order in which actions were retained. */
export async function nextPlace(tx: ReadTx, { partnershipId, id }: Plan): Promise<number> {
  const [row] = await tx.query<{ place: number }>('select coalesce(max(place), 0) + 1 as place from planned_action where partnership_id = $1 and plan_id = $2', [partnershipId, id]);
  return row?.place ?? 1;
}

export async function keepAction(tx: Tx, { partnershipId, id: planId }: Plan, { sheetId, place }: { sheetId: string; place: number }): Promise<void> {
  await tx.manager.insert(PlannedActionRow, { partnershipId, id: tx.newId(), planId, sheetId, place });
}

export async function dropAction(tx: Tx, { partnershipId, id: planId }: Plan, sheetId: string): Promise<void> {
  await tx.manager.delete(PlannedActionRow, { partnershipId, planId, sheetId });
}

/** A plan that changes is validated again by everybody. */
export async function clearValidations(tx: Tx, { partnershipId, id: planId }: Plan): Promise<void> {
  await tx.manager.delete(ActionPlanValidationRow, { partnershipId, planId });
}

export const keepPlanValidation = (tx: Tx, plan: Plan, partyId: string): Promise<void> => keepPlanValidationOf(tx, plan, { partyId, personId: tx.ctx.actor?.personId ?? '', validatedAt: tx.now() });

/** A party's validation of the plan, by whose word it is; its instant is the one of the act that entered it. */
export async function keepPlanValidationOf(tx: Tx, { partnershipId, id: planId }: Plan, given: { readonly partyId: string; readonly personId: string; readonly validatedAt: Date }): Promise<void> {
  await tx.manager.insert(ActionPlanValidationRow, { partnershipId, planId, ...given });
}

/** Is the committee voting on this plan at this moment? */
export async function isOnOpenBallot(tx: ReadTx, { partnershipId, id }: Plan): Promise<boolean> {
  const open = await tx.query(
    `select from ballot join decision on decision.partnership_id = ballot.partnership_id and decision.id = ballot.decision_id
     where decision.partnership_id = $1 and decision.subject_kind = 'actionPlan' and decision.subject_id = $2 and ballot.closed_at is null limit 1`,
    [partnershipId, id],
  );
  return open.length > 0;
}

/** The actions of an adopted plan are adopted with it. */
export async function adoptActions(tx: Tx, { partnershipId, id }: Plan): Promise<void> {
  const adopted = await tx.query<{ id: string }>(
    `update project_sheet sheet set state = 'ADOPTED' from planned_action action
     where action.partnership_id = $1 and action.plan_id = $2 and sheet.partnership_id = action.partnership_id and sheet.id = action.sheet_id returning sheet.id`,
    [partnershipId, id],
  );
  await keepSearchable(tx, sheetSource, { partnershipId, ids: adopted.map((sheet) => sheet.id) });
}
