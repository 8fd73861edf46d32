import type { Zones } from '#kernel';
import type { ReadTx } from '#platform';

/** What an invitation, a notice or a list needs of a meeting. */
export interface MeetingCard {
  readonly partnershipId: string;
  readonly meetingId: string;
  readonly kind: string;
  readonly mode: string;
  readonly state: string;
  readonly hostShortName: string;
  readonly hostPartyId: string;
  readonly civilDate: string;
  readonly time: string;
  readonly zone: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly sequence: number;
  readonly agenda: readonly string[];
  /** Minutes planned for each item of the agenda; `null` where nobody said. */
  readonly durations: readonly (number | null)[];
  /** Wall time of the beginning in each party's zone. */
  readonly localTimes: readonly { readonly shortName: string; readonly date: string; readonly time: string }[];
}

interface CardLine {
  partnership_id: string;
  id: string;
  kind: string;
  mode: string;
  state: string;
  host_party_id: string;
  civil_date: string;
  time: string;
  zone: string;
  place: string;
  sequence: number;
  agenda: string[];
  durations: (number | null)[];
  parties: { id: string; shortName: string; zone: string }[];
}

const cards = `
  select meeting.partnership_id, meeting.id, meeting.kind, meeting.mode, meeting.state, meeting.host_party_id, meeting.civil_date::text, meeting.time,
         meeting.zone, meeting.place, meeting.sequence,
         (select coalesce(json_agg(item.title order by item.place), '[]') from agenda_item item
          where item.partnership_id = meeting.partnership_id and item.meeting_id = meeting.id) as agenda,
         (select coalesce(json_agg(item.duration_minutes order by item.place), '[]') from agenda_item item
          where item.partnership_id = meeting.partnership_id and item.meeting_id = meeting.id) as durations,
         (select json_agg(json_build_object('id', party.id, 'shortName', party.short_name, 'zone', territory.zone) order by party.place)
          from party join organisation on organisation.id = party.organisation_id join territory on territory.id = organisation.territory_id
          where party.partnership_id = meeting.partnership_id) as parties
  from meeting where meeting.id = $1`;

/** The card of a meeting; `null` when absent or out of reach. */
export async function meetingCard(tx: ReadTx, meetingId: string, zones: Zones): Promise<MeetingCard | null> {
  const [line] = await tx.query<CardLine>(cards, [meetingId]);
  if (!line) return null;
  const startsAt = zones.instantOf(line.civil_date as never, line.time, line.zone);
  const { id, partnership_id: partnershipId, host_party_id: hostPartyId, civil_date: civilDate, parties, ...rest } = line;
  return {
    ...rest,
    meetingId: id,
    partnershipId,
    hostPartyId,
    civilDate,
    startsAt,
    hostShortName: parties.find((party) => party.id === hostPartyId)?.shortName ?? '',
    localTimes: parties.map(({ shortName, zone }) => ({ shortName, ...zones.civilAt(startsAt, zone) })),
  };
}
