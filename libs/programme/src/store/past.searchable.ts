import type { SearchSource } from '#platform';

/** Projects of the past. Those of a table taken back have no words left to be found by. */
export const pastSource: SearchSource = {
  kind: 'pastProject',
  rows: `
    select past.partnership_id, past.id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id,
           past.starts_year::text as page_id, case when import.withdrawn_at is null then past.title else '' end as title,
           case when import.withdrawn_at is null then concat_ws(E'\\n', past.place, past.domain, past.description, past.source) else '' end as text,
           make_date(past.starts_year, 1, 1) as said_on
    from past_project past join past_import import on import.partnership_id = past.partnership_id and import.id = past.import_id`,
};
