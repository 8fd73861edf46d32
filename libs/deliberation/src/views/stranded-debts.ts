import { presidenciesOf } from '#parties';
import type { CivilDate, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import type { MeetingState } from '../domain/meeting.js';
import type { MinutesState } from '../domain/minutes.js';
import { nextOfMeeting, nextOfMinutes, stranded, type NextStep } from '../domain/next-step.js';
import type { CommitteeRules } from '../domain/rules.js';
import { isFollowed, stoppedOn, vacantSince } from '../domain/vacancy.js';
import { committeeAt, partyOf, type Committee } from './committee.reader.js';

/** A meeting or a PV that waits for a presidency nobody holds, and that nobody is named to take up (F33). */
export interface StrandedDebt {
  readonly partnershipId: string;
  readonly chainId: string;
  readonly verb: NextStep['verb'];
  /** The party whose presidency is empty. */
  readonly partyId: string;
  readonly party: string;
  /** Of a PV. */
  readonly number: string | null;
  /** Civil day of the meeting, in the host's zone. */
  readonly day: CivilDate;
  /** The civil day on which the chain stopped: the office emptied, or the step came to an empty office. */
  readonly since: CivilDate;
  /** Does somebody coordinate that party, who may name? */
  readonly hasDesk: boolean;
  readonly rules: CommitteeRules;
}

interface ChainLine {
  readonly kind: 'MEETING' | 'MINUTES';
  readonly id: string;
  readonly state: string;
  readonly host: string;
  readonly day: CivilDate;
  readonly zone: string;
  readonly number: string | null;
  /** Parties that have not signed the PV's version. */
  readonly missing: readonly string[];
  /** When its step came: put on the calendar, final in this version. */
  readonly since: Date | null;
}

/** Only a presidency is one party's alone. Where each is held for sure today, in whatever zone, no chain is looked at: $2 is the civil day in UTC. */
const anyEmpty = (chain: string): string => `exists (
    select from party where party.partnership_id = ${chain}.partnership_id and not exists (
      select from seat join mandate on mandate.partnership_id = seat.partnership_id and mandate.seat_id = seat.id
      where seat.partnership_id = party.partnership_id and seat.party_id = party.id and seat.category = 'CO_PRESIDENT'
        and mandate."from" <= $2::date - 1 and (mandate."until" is null or mandate."until" > $2::date + 1)))`;

const chains = `
  select 'MEETING' as kind, meeting.id, meeting.state, meeting.host_party_id as host, meeting.civil_date::text as day, meeting.zone, null as number, array[]::uuid[] as missing,
         (select min(journal.occurred_at) from journal where journal.partnership_id = meeting.partnership_id and journal.kind = 'MeetingScheduled' and journal.subject_id = meeting.id) as since
  from meeting where meeting.partnership_id = $1 and meeting.state = 'SCHEDULED' and ${anyEmpty('meeting')}
  union all
  select 'MINUTES', minutes.id, minutes.state, meeting.host_party_id, meeting.civil_date::text, meeting.zone, minutes.number, array(
           select party.id from party where party.partnership_id = minutes.partnership_id and not exists (
             select from signature where signature.partnership_id = minutes.partnership_id and signature.minutes_id = minutes.id
               and signature.version = minutes.version and signature.party_id = party.id) order by party.place), minutes.finalised_at
  from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
  where minutes.partnership_id = $1 and minutes.state in ('FINAL', 'PARTIALLY_SIGNED') and ${anyEmpty('minutes')}
  order by day, kind, id`;

const stepsOf = ({ kind, state, host: hostPartyId, missing }: ChainLine): readonly NextStep[] =>
  kind === 'MEETING' ? nextOfMeeting({ state: state as MeetingState, hostPartyId }) : nextOfMinutes({ state: state as MinutesState, missing });

/** A meeting whose day has passed is convened no more: whoever runs it cancels it, or gives it another day. */
const isOver = ({ kind, day, zone }: ChainLine, at: Date, zones: Zones): boolean => kind === 'MEETING' && day < zones.civilAt(at, zone).date;

type Presidencies = Awaited<ReturnType<typeof presidenciesOf>>;

function debtsOf(chain: ChainLine, committee: Committee, { presidencies, zones }: { presidencies: Presidencies; zones: Zones }): Omit<StrandedDebt, 'partnershipId'>[] {
  return stranded(stepsOf(chain), committee.seats, committee.at).flatMap(({ verb, partyId }) => {
    // Whoever reads this holds the pen and the sitting: what any side may do is not stranded.
    if (partyId === null) return [];
    const { shortName: party, territory } = partyOf(committee.shownParties, partyId);
    const today = zones.civilAt(committee.at, territory.zone).date;
    const terms = presidencies.filter((one) => one.partyId === partyId);
    if (isFollowed(terms, today)) return [];
    const since = stoppedOn(chain.since && zones.civilAt(chain.since, territory.zone).date, vacantSince(terms, today)) ?? chain.day;
    const hasDesk = committee.seats.some((seat) => seat.category === 'COORDINATOR' && seat.partyId === partyId);
    return [{ chainId: chain.id, verb, partyId, party, number: chain.number, day: chain.day, since, hasDesk, rules: committee.rules }];
  });
}

/** What nobody can carry on in a partnership, office by office: asked each day, and by whoever coordinates. */
export async function strandedDebts(tx: ReadTx, zones: Zones, partnershipId: string): Promise<StrandedDebt[]> {
  const lines = await tx.query<ChainLine>(chains, [partnershipId, zones.civilAt(tx.now(), 'UTC').date]);
  const open = lines.filter((line) => !isOver(line, tx.now(), zones));
  if (open.length === 0) return [];
  const committee = await committeeAt(tx, partnershipId, { instant: tx.now(), zones });
  const presidencies = await presidenciesOf(tx, partnershipId);
  return open.flatMap((chain) => debtsOf(chain, committee, { presidencies, zones })).map((debt) => ({ partnershipId, ...debt }));
}
