import { agreementIdOf, rulesInForce, whyLacking } from '#agreement';
import type { CivilDate, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { committeeRules } from '../domain/committee-rules.js';
import { isMeetingOwed, nextMeetingBy } from '../domain/frequency.js';
import type { CommitteeRules } from '../domain/rules.js';

/** By when a committee meets again, and whether somebody still has to plan it. */
export interface MeetingDue {
  readonly by: CivilDate;
  readonly owed: boolean;
  readonly rule: CommitteeRules['frequency'];
}

const held = ['CLOSED', 'MINUTED'];
const over = [...held, 'CANCELLED', 'NO_QUORUM', 'POSTPONED'];

/** `null` where the agreement has no committee, or nothing is recorded yet. */
export async function meetingDueOf(tx: ReadTx, partnershipId: string, zones: Zones): Promise<MeetingDue | null> {
  if (!(await agreementIdOf(tx, partnershipId)) || (await whyLacking(tx, partnershipId, 'COMMITTEE'))) return null;
  const meetings = await tx.query<{ on: CivilDate; state: string }>('select civil_date::text as on, state from meeting where partnership_id = $1', [partnershipId]);
  const [recorded] = await tx.query<{ at: Date | null }>(`select min(occurred_at) as at from journal where subject_kind = 'agreement' and subject_id in (select id from agreement where partnership_id = $1) and kind = 'AgreementRecorded'`, [partnershipId]);
  const today = zones.civilAt(tx.now(), 'UTC').date;
  const since = recorded?.at ? zones.civilAt(recorded.at, 'UTC').date : today;
  const rule = committeeRules(await rulesInForce(tx, partnershipId)).frequency;
  const heldOn = meetings.filter(({ state }) => held.includes(state)).map(({ on }) => on);
  const by = nextMeetingBy(rule.value, { heldOn, since: Number(since.slice(0, 4)) });
  return { by, owed: isMeetingOwed(by, { today, ahead: meetings.filter(({ state }) => !over.includes(state)).map(({ on }) => on) }), rule };
}
