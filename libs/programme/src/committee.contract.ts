import { randomUUID } from 'node:crypto';
import { partnershipId, type World } from './world.contract.js';

/** Rows of the committee around a plan, as the room above the plan's port would have written them. */
export interface CommitteeRows {
  readonly meetingId: string;
  readonly decisionId: string;
}

/** A meeting with one decision on the plan, and a ballot that is open or closed. */
export async function putToVote({ owner, programme }: World, planId: string, ballot: 'OPEN' | 'CLOSED'): Promise<CommitteeRows> {
  const [meetingId, itemId, decisionId] = [randomUUID(), randomUUID(), randomUUID()];
  const [agreement] = await owner.query('select id from agreement where partnership_id = $1', [partnershipId]);
  await owner.query(
    `insert into meeting (partnership_id, id, agreement_id, kind, mode, host_party_id, civil_date, time, zone, place, state, sequence, version)
     values ($1, $2, $3, 'ORDINARY', 'IN_PERSON', $4, '2026-12-10', '10:00', 'Europe/Paris', 'Mairie', 'OPEN', 0, 1)`,
    [partnershipId, meetingId, agreement.id, programme.parties[0]?.id],
  );
  await owner.query(`insert into agenda_item (partnership_id, id, meeting_id, place, title, subject_kind, subject_id) values ($1, $2, $3, 1, 'Plan', 'actionPlan', $4)`, [partnershipId, itemId, meetingId, planId]);
  await owner.query(
    `insert into decision (partnership_id, id, meeting_id, agenda_item_id, place, title, text, text_hash, subject_kind, subject_id, state)
     values ($1, $2, $3, $4, 1, 'Plan', 'Texte', 'hash', 'actionPlan', $5, 'OPEN')`,
    [partnershipId, decisionId, meetingId, itemId, planId],
  );
  await owner.query(
    `insert into ballot (partnership_id, id, decision_id, place, text, text_hash, roll, rules, opened_at, closed_at) values ($1, $2, $3, 1, 'Texte', 'hash', '[]', '{}', now(), $4)`,
    [partnershipId, randomUUID(), decisionId, ballot === 'OPEN' ? null : '2026-12-10T10:00:00Z'],
  );
  return { meetingId, decisionId };
}

/** Closes every ballot on the decision. */
export const closeBallots = ({ owner }: World, decisionId: string): Promise<unknown> =>
  owner.query(`update ballot set closed_at = now() where decision_id = $1 and closed_at is null`, [decisionId]);

/** Minutes of that meeting that every party has signed. */
export const signMinutes = ({ owner }: World, meetingId: string, executoryAt: Date): Promise<unknown> =>
  owner.query(
    `insert into minutes (partnership_id, id, meeting_id, number, version, state, prose, prose_version, content_hash, drafted_at, finalised_at, executory_at)
     values ($1, $2, $3, 'PV-2026-1', 1, 'EXECUTORY', '{}', 1, 'hash', $4, $4, $4)`,
    [partnershipId, randomUUID(), meetingId, executoryAt],
  );
