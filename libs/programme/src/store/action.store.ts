import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { DecisionTaken } from '../domain/action-life.js';
import { followed, type ActionHead, type Entry, type FollowedAction } from '../domain/followed-action.js';
import type { Plan } from '../domain/plan.js';
import { actionSource } from './action.searchable.js';
import { FollowedActionEntryRow, FollowedActionRow } from './followed-action.entity.js';
import { isUuid } from './uuid.js';

/** Being executory is read from the minutes, never stored here. */
const headColumns = `
  action.id, action.partnership_id as "partnershipId", action.decision_id as "decisionId", action.sheet_id as "sheetId", action.year, action.title,
  action.starts_on::text as "startsOn", action.planned_end::text as "plannedEnd", case when decision.state = 'ADOPTED' then minutes.executory_at end as "executoryAt"`;
const withDecision = `
  join decision on decision.partnership_id = action.partnership_id and decision.id = action.decision_id
  left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null`;

/** A line of the story as it is kept, with who wrote it and when. */
export type EntryLine = Entry & { readonly actionId: string; readonly personId: string; readonly occurredAt: Date };

/** The story of an action as this store read it. */
export const linesOf = ({ entries }: FollowedAction): readonly EntryLine[] => entries as readonly EntryLine[];

const entriesOf = (tx: ReadTx, partnershipId: string, actionIds: readonly string[]): Promise<EntryLine[]> =>
  tx.query<EntryLine>(
    `select action_id as "actionId", place, kind, content, note, party_id as "partyId", person_id as "personId", occurred_at as "occurredAt"
     from followed_action_entry where partnership_id = $1 and action_id = any ($2::uuid[]) order by action_id, place`,
    [partnershipId, [...actionIds]],
  );

async function told(tx: ReadTx, partnershipId: string, heads: readonly ActionHead[]): Promise<FollowedAction[]> {
  const entries = heads.length === 0 ? [] : await entriesOf(tx, partnershipId, heads.map(({ id }) => id));
  return heads.map((head) => followed(head, entries.filter(({ actionId }) => actionId === head.id)));
}

/** Which actions of a partnership; all of them without a condition. */
export interface ActionsAsked {
  readonly ids?: readonly string[];
  readonly year?: number;
  readonly decisionIds?: readonly string[];
  readonly sheetIds?: readonly string[];
}

/** Actions with their stories, two statements. */
export async function actionsOf(tx: ReadTx, partnershipId: string, { ids, year, decisionIds, sheetIds }: ActionsAsked): Promise<FollowedAction[]> {
  const heads = await tx.query<ActionHead>(
    `select ${headColumns} from followed_action action ${withDecision}
     where action.partnership_id = $1 and ($2::uuid[] is null or action.id = any ($2::uuid[])) and ($3::int is null or action.year = $3)
       and ($4::uuid[] is null or action.decision_id = any ($4::uuid[])) and ($5::uuid[] is null or action.sheet_id = any ($5::uuid[]))
     order by action.id`,
    [partnershipId, ids ?? null, year ?? null, decisionIds ?? null, sheetIds ?? null],
  );
  return told(tx, partnershipId, heads);
}

/** The partnership of an action in the reader's reach. */
export async function partnershipOfAction(tx: ReadTx, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<{ partnershipId: string }>('select partnership_id as "partnershipId" from followed_action where id = $1', [id]);
  return row?.partnershipId ?? null;
}

/** The action, locked until the end of the act, with its story; `null` when absent or foreign. */
export async function lockAction(tx: Tx, id: string): Promise<FollowedAction | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<{ partnershipId: string }>('select partnership_id as "partnershipId" from followed_action where id = $1 for update', [id]);
  const [action] = row ? await actionsOf(tx, row.partnershipId, { ids: [id] }) : [];
  return action ?? null;
}

const takenDecision = `
  select decision.id, decision.partnership_id as "partnershipId", decision.state, case when decision.state = 'ADOPTED' then minutes.executory_at end as "executoryAt"
  from decision left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null where decision.id = $1`;

/** A decision as it stands; `null` when absent or foreign. */
export async function decisionTaken(tx: ReadTx, id: string | null): Promise<(DecisionTaken & { partnershipId: string; state: string }) | null> {
  if (id === null || !isUuid(id)) return null;
  const [decision] = await tx.query<DecisionTaken & { partnershipId: string; state: string }>(takenDecision, [id]);
  return decision ?? null;
}

export async function insertAction(tx: Tx, { id, partnershipId, decisionId, sheetId, year, title, startsOn, plannedEnd, state, percent }: FollowedAction): Promise<void> {
  await tx.manager.insert(FollowedActionRow, { id, partnershipId, decisionId, sheetId, year, title, startsOn, plannedEnd, state, percent, openedAt: tx.now() });
}

/** Writes one more line, and what the story makes of the action. */
export async function keepEntry(tx: Tx, { id: actionId, partnershipId, state, percent }: FollowedAction, { place, kind, content, note, partyId }: Entry): Promise<void> {
  const personId = tx.ctx.actor?.personId;
  await tx.manager.insert(FollowedActionEntryRow, { partnershipId, actionId, place, kind, content: content as object, note, partyId, personId, occurredAt: tx.now(), recordedAt: tx.recordedAt() });
  await tx.manager.update(FollowedActionRow, { partnershipId, id: actionId }, { state, percent });
  await keepSearchable(tx, actionSource, { partnershipId, ids: [actionId] });
}

/**
 * The actions of a plan are followed from its adoption on, each under the id of its place in the plan. A revised plan takes over
 * those whose first decision never became executory; the others go on under it.
 */
export async function followPlan(tx: Tx, { partnershipId, id }: Plan, decision: { decisionId: string; adoptedAt: Date }): Promise<void> {
  const born = await tx.query<{ id: string }>(
    `insert into followed_action (partnership_id, id, decision_id, sheet_id, year, title, starts_on, planned_end, state, percent, opened_at)
     select action.partnership_id, action.id, $3, sheet.id, sheet.year, sheet.title, sheet.starts_on, sheet.ends_on, 'PLANNED', 0, $4
     from planned_action action join project_sheet sheet on sheet.partnership_id = action.partnership_id and sheet.id = action.sheet_id
     where action.partnership_id = $1 and action.plan_id = $2
     on conflict on constraint followed_action_sheet_once do update set decision_id = excluded.decision_id
       where not exists (select from decision first join minutes on minutes.partnership_id = first.partnership_id and minutes.meeting_id = first.meeting_id and minutes.rectifies_minutes_id is null
                         where first.partnership_id = followed_action.partnership_id and first.id = followed_action.decision_id and minutes.executory_at is not null)
     returning id`,
    [partnershipId, id, decision.decisionId, decision.adoptedAt],
  );
  await keepSearchable(tx, actionSource, { partnershipId, ids: born.map((action) => action.id) });
}
