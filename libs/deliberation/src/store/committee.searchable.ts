import type { SearchSource } from '#platform';

/** A meeting, by its place, its agenda and why it was moved or cancelled. */
export const meetingSource: SearchSource = {
  kind: 'meeting',
  rows: `
    select partnership_id, id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, id::text as page_id, place as title,
           concat_ws(E'\\n', (select string_agg(item.title, E'\\n' order by item.place) from agenda_item item where item.partnership_id = meeting.partnership_id and item.meeting_id = meeting.id),
                     turn_reason, cancel_reason) as text,
           civil_date as said_on
    from meeting`,
};

/** A decision of the committee, read on its meeting's page; everybody's once it is adopted and executory (Art. 5, F51). */
export const decisionSource: SearchSource = {
  kind: 'decision',
  rows: `
    select decision.partnership_id, decision.id::text as id,
           case when decision.state = 'ADOPTED' and exists (select from minutes where minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null and minutes.executory_at is not null)
                then 'PUBLIC' else 'PARTNERSHIP' end as audience,
           null::uuid as party_id, decision.meeting_id::text as page_id, decision.title, decision.text, meeting.civil_date as said_on
    from decision join meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id`,
};

/** The words of a PV. As the row: a first draft is its keepers', a version in review those who prepare's, a final one everybody's in the partnership. */
export const minutesSource: SearchSource = {
  kind: 'minutes',
  rows: `
    select minutes.partnership_id, minutes.id::text as id,
           case when minutes.state in ('FINAL', 'PARTIALLY_SIGNED', 'EXECUTORY') then 'PARTNERSHIP' when minutes.state = 'REVIEW' or minutes.version > 1 then 'PREPARING' else 'KEEPING' end as audience,
           null::uuid as party_id, minutes.id::text as page_id, minutes.number as title,
           (select string_agg(section.value, E'\\n' order by language.key, section.key) from jsonb_each(minutes.prose) language, jsonb_each_text(language.value) section) as text,
           meeting.civil_date as said_on
    from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id`,
};
