import type { RuleSource, Zones } from '#kernel';
import type { Actor, ReadTx } from '#platform';
import type { MeetingState } from '../domain/meeting.js';
import type { MinutesState } from '../domain/minutes.js';
import { nextOfMeeting, nextOfMinutes, stranded, type NextStep } from '../domain/next-step.js';
import { committeeAt, partyOf, type Committee } from './committee.reader.js';
import type { PersonalDuty } from './personal-duty.js';

interface ChainLine {
  readonly kind: 'MEETING' | 'MINUTES';
  readonly id: string;
  readonly state: string;
  readonly host: string;
  readonly day: string;
  readonly number: string | null;
  /** Parties that have not signed the PV's version. */
  readonly missing: readonly string[];
}

const chains = `
  select 'MEETING' as kind, id, state, host_party_id as host, civil_date::text as day, null as number, array[]::uuid[] as missing
  from meeting where partnership_id = $1 and state not in ('MINUTED', 'CANCELLED')
  union all
  select 'MINUTES', minutes.id, minutes.state, meeting.host_party_id, meeting.civil_date::text, minutes.number, array(
           select party.id from party where party.partnership_id = minutes.partnership_id and not exists (
             select from signature where signature.partnership_id = minutes.partnership_id and signature.minutes_id = minutes.id
               and signature.version = minutes.version and signature.party_id = party.id) order by party.place)
  from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
  where minutes.partnership_id = $1 and minutes.state <> 'EXECUTORY'
  order by day, kind, id`;

const stepsOf = ({ kind, state, host: hostPartyId, missing }: ChainLine): readonly NextStep[] =>
  kind === 'MEETING' ? nextOfMeeting({ state: state as MeetingState, hostPartyId }) : nextOfMinutes({ state: state as MinutesState, missing });

function dutyOf({ verb, partyId }: NextStep, chain: ChainLine, { partnershipId, committee }: { partnershipId: string; committee: Committee }): PersonalDuty[] {
  // Those who hold the pen and the sitting are whoever reads this: only an office of one party can be empty here.
  if (partyId === null) return [];
  const party = partyOf(committee.shownParties, partyId).shortName;
  const { convening, executory } = committee.rules;
  const source: RuleSource = verb === 'SIGN' ? executory.source : convening.source;
  const values: Readonly<Record<string, string>> = verb === 'SIGN' ? { party, number: chain.number ?? '' } : { party, day: chain.day };
  return [{ kind: 'NAME_PRESIDENCY', phrase: verb === 'SIGN' ? 'namePresidencyToSign' : 'namePresidencyToConvene', values, partnershipId, subjectId: `${chain.id}:${partyId}`, dueOn: null, href: '/people', source }];
}

/** Meetings and PVs of the partnerships she coordinates that wait for an office nobody holds: either coordination reads it, whichever side's office it is (F33). */
export async function strandedChains(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const duties: PersonalDuty[] = [];
  const coordinated = new Set(actor.seats.filter(({ persona }) => persona === 'COORDINATOR').map(({ partnershipId }) => partnershipId));
  for (const partnershipId of coordinated) {
    const lines = await tx.query<ChainLine>(chains, [partnershipId]);
    if (lines.length === 0) continue;
    const committee = await committeeAt(tx, partnershipId, { instant: tx.now(), zones });
    for (const chain of lines) for (const step of stranded(stepsOf(chain), committee.seats, committee.at)) duties.push(...dutyOf(step, chain, { partnershipId, committee }));
  }
  return duties;
}
