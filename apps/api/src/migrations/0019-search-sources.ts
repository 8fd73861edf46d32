import type { SearchSource } from '#platform';

/** What was told of each row on the day migration 0019 was written: frozen with it. The rooms' own sources go on changing with their tables. */
export const searchSources: readonly SearchSource[] = [
  {
    kind: 'projectSheet',
    rows: `
      select partnership_id, id::text as id, case when state = 'ADOPTED' then 'PARTNERSHIP' when submitted_at is not null then 'PREPARING' else 'PARTY' end as audience,
             author_party_id as party_id, id::text as page_id, title,
             concat_ws(E'\\n', sections ->> 'context', sections ->> 'objectives', sections ->> 'activities', sections ->> 'reciprocity', sections ->> 'carried',
                       (select string_agg(value, E'\\n' order by key) from jsonb_each_text(transversal_answers)), outside_axes_reason, (select string_agg(line ->> 'label', E'\\n') from jsonb_array_elements(indicators) line), (select string_agg(line ->> 'label', E'\\n') from jsonb_array_elements(budget) line)) as text,
             starts_on as said_on
      from project_sheet`,
  },
  {
    kind: 'meeting',
    rows: `
      select partnership_id, id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, id::text as page_id, place as title,
             concat_ws(E'\\n', (select string_agg(item.title, E'\\n' order by item.place) from agenda_item item where item.partnership_id = meeting.partnership_id and item.meeting_id = meeting.id),
                       turn_reason, cancel_reason) as text,
             civil_date as said_on
      from meeting`,
  },
  {
    kind: 'decision',
    rows: `
      select decision.partnership_id, decision.id::text as id,
             case when decision.state = 'ADOPTED' and exists (select from minutes where minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.executory_at is not null)
                  then 'PUBLIC' else 'PARTNERSHIP' end as audience,
             null::uuid as party_id, decision.meeting_id::text as page_id, decision.title, decision.text, meeting.civil_date as said_on
      from decision join meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id`,
  },
  {
    kind: 'minutes',
    rows: `
      select minutes.partnership_id, minutes.id::text as id,
             case when minutes.state in ('FINAL', 'PARTIALLY_SIGNED', 'EXECUTORY') then 'PARTNERSHIP' when minutes.state = 'REVIEW' or minutes.version > 1 then 'PREPARING' else 'KEEPING' end as audience,
             null::uuid as party_id, minutes.id::text as page_id, minutes.number as title,
             (select string_agg(section.value, E'\\n' order by language.key, section.key) from jsonb_each(minutes.prose) language, jsonb_each_text(language.value) section) as text,
             meeting.civil_date as said_on
      from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id`,
  },
  {
    kind: 'article',
    rows: `
      select partnership_id, id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, number as page_id,
             case when number = title then number else concat_ws(' — ', number, title) end as title, text, null::date as said_on
      from article`,
  },
  {
    kind: 'axis',
    rows: `
      select partnership_id, id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, id::text as page_id, concat_ws(' — ', number, title) as title,
             concat_ws(E'\\n', nullif(title_ar, ''), text, (select string_agg(concat_ws(' ', operation.number, operation.title), E'\\n' order by operation.number) from operation
               where operation.partnership_id = axis.partnership_id and operation.axis_id = axis.id)) as text,
             null::date as said_on
      from axis`,
  },
  {
    kind: 'actionLead',
    rows: `
      select lead.partnership_id, lead.id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, axis.id::text as page_id, concat_ws(' ', lead.number, lead.title) as title,
             concat_ws(' — ', axis.number, axis.title, operation.title) as text, null::date as said_on
      from action_lead lead
      join operation on operation.partnership_id = lead.partnership_id and operation.id = lead.operation_id
      join axis on axis.partnership_id = operation.partnership_id and axis.id = operation.axis_id`,
  },
  {
    kind: 'rule',
    rows: `
      select partnership_id, agreement_id || ':' || key as id, 'PARTNERSHIP' as audience, null::uuid as party_id, key as page_id, '' as title,
             concat_ws(E'\\n', source_reference, quote) as text, null::date as said_on
      from rule`,
  },
];
