import type { ReadTx, Tx } from '#platform';
import type { TakeUpProposal } from '../domain/take-up.js';
import { TakenUpPlanRow } from './joining.entity.js';
import { isUuid } from './uuid.js';

const proposals = `
  select taken.partnership_id as "partnershipId", taken.id, taken.year, taken.decision_id as "decisionId", taken.sheets, taken.party_id as "partyId", taken.person_id as "personId",
         case when taken.withdrawn_at is not null then 'WITHDRAWN' when taken.confirmed_at is not null then 'CONFIRMED' else 'WAITING' end as state
  from taken_up_plan taken`;

/** Keeps what was proposed; false when its decision is taken, or when another of that year waits (unique keys, no error raised). */
export async function addTakeUp(tx: Tx, { partnershipId, id, year, decisionId, sheets, partyId, personId }: TakeUpProposal): Promise<boolean> {
  const added = await tx.query(
    `insert into taken_up_plan (partnership_id, id, year, decision_id, sheets, party_id, person_id, taken_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing returning id`,
    [partnershipId, id, year, decisionId, JSON.stringify(sheets), partyId, personId, tx.now()],
  );
  return added.length > 0;
}

/** The proposal, locked until the end of the act; `null` when absent or foreign. */
export async function lockTakeUp(tx: Tx, id: string): Promise<TakeUpProposal | null> {
  if (!isUuid(id)) return null;
  const [proposal] = await tx.query<TakeUpProposal>(`${proposals} where taken.id = $1 for update`, [id]);
  return proposal ?? null;
}

/** By whom it was confirmed, for which party, and the plan it became. */
export async function keepConfirmation(tx: Tx, { partnershipId, id }: TakeUpProposal, by: { readonly planId: string; readonly confirmedParty: string; readonly confirmedPerson: string }): Promise<void> {
  await tx.manager.update(TakenUpPlanRow, { partnershipId, id }, { ...by, confirmedAt: tx.now() });
}

export async function keepTakeUpWithdrawal(tx: Tx, { partnershipId, id }: TakeUpProposal): Promise<void> {
  await tx.manager.update(TakenUpPlanRow, { partnershipId, id }, { withdrawnAt: tx.now() });
}

/** Decisions that a plan was taken up from, or is proposed from. */
export const takenDecisions = async (tx: ReadTx, partnershipId: string): Promise<Set<string>> =>
  new Set((await tx.query<{ id: string }>('select decision_id as id from taken_up_plan where partnership_id = $1 and withdrawn_at is null', [partnershipId])).map(({ id }) => id));

const onPaper = `
  join decision on decision.partnership_id = taken.partnership_id and decision.id = taken.decision_id
  join paper_minutes paper on paper.partnership_id = decision.partnership_id and paper.id = decision.meeting_id`;

/** A proposal with what is said of it. */
export interface TakeUpLine extends TakeUpProposal {
  readonly personName: string | null;
  readonly takenAt: Date;
  readonly title: string;
  readonly number: string;
  readonly heldOn: string;
}

const told = `
  select taken.*, person.display_name as "personName", kept.taken_at as "takenAt", decision.title, paper.number, paper.held_on::text as "heldOn"
  from (${proposals}) taken
  join taken_up_plan kept on kept.partnership_id = taken."partnershipId" and kept.id = taken.id
  join decision on decision.partnership_id = kept.partnership_id and decision.id = kept.decision_id
  join paper_minutes paper on paper.partnership_id = decision.partnership_id and paper.id = decision.meeting_id
  left join person on person.id = kept.person_id`;

/** Proposals of these partnerships that nobody has confirmed yet. */
export const waitingTakeUps = (tx: ReadTx, partnershipIds: readonly string[]): Promise<TakeUpLine[]> =>
  tx.query<TakeUpLine>(`${told} where kept.partnership_id = any ($1::uuid[]) and taken.state = 'WAITING' order by kept.taken_at, kept.id`, [[...partnershipIds]]);

/** A proposal as it stands; `null` when absent or foreign. */
export async function takeUpById(tx: ReadTx, id: string): Promise<TakeUpLine | null> {
  const [line] = await tx.query<TakeUpLine>(`${told} where kept.id = $1`, [id]);
  return line ?? null;
}

/** How a plan came in: the paper's number, who proposed it and who confirmed it, for which party. */
export interface TakenUpLine {
  readonly planId: string;
  readonly partyId: string;
  readonly personName: string | null;
  readonly takenAt: Date;
  readonly confirmedParty: string;
  readonly confirmerName: string | null;
  readonly confirmedAt: Date;
  readonly paperId: string;
  readonly number: string;
  readonly heldOn: string;
}

/** The paper whose plan holds this fiche, or would once confirmed (`waits`); `null` for one adopted here, or not at all. */
export async function takenUpWith(tx: ReadTx, sheetId: string): Promise<{ readonly year: number; readonly number: string; readonly heldOn: string; readonly waits: boolean } | null> {
  const [line] = await tx.query<{ year: number; number: string; heldOn: string; waits: boolean }>(
    `select taken.year, paper.number, paper.held_on::text as "heldOn", taken.confirmed_at is null as waits
     from project_sheet sheet
     join taken_up_plan taken on taken.partnership_id = sheet.partnership_id and taken.withdrawn_at is null
       and taken.sheets @> jsonb_build_array(jsonb_build_object('sheetId', sheet.id))
       and (taken.confirmed_at is not null or taken.sheets @> jsonb_build_array(jsonb_build_object('sheetId', sheet.id, 'version', sheet.version)))
     ${onPaper}
     where sheet.id = $1 limit 1`,
    [sheetId],
  );
  return line ?? null;
}

/** Of these plans, those taken up from a paper. */
export const takenUpPlans = (tx: ReadTx, planIds: readonly string[]): Promise<TakenUpLine[]> =>
  tx.query<TakenUpLine>(
    `select taken.plan_id as "planId", taken.party_id as "partyId", person.display_name as "personName", taken.taken_at as "takenAt",
            taken.confirmed_party as "confirmedParty", confirmer.display_name as "confirmerName", taken.confirmed_at as "confirmedAt",
            paper.id as "paperId", paper.number, paper.held_on::text as "heldOn"
     from taken_up_plan taken ${onPaper}
     left join person on person.id = taken.person_id
     left join person confirmer on confirmer.id = taken.confirmed_person
     where taken.plan_id = any ($1::uuid[])`,
    [[...planIds]],
  );
