import type { SearchSource } from '#platform';

/** An article, under its number and in its own words. */
export const articleSource: SearchSource = {
  kind: 'article',
  rows: `
    select partnership_id, id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, number as page_id,
           case when number = title then number else concat_ws(' — ', number, title) end as title, text, null::date as said_on
    from article`,
};

/** An axis, with the operations of Annexe II. One the committee is asked for is found by those who prepare; one taken back says nothing any more. */
export const axisSource: SearchSource = {
  kind: 'axis',
  rows: `
    select partnership_id, id::text as id, case when active then 'PARTNERSHIP' else 'PREPARING' end as audience, null::uuid as party_id, id::text as page_id,
           case when withdrawn_at is null then concat_ws(' — ', number, title) end as title,
           case when withdrawn_at is null then concat_ws(E'\\n', nullif(title_ar, ''), text, (select string_agg(concat_ws(' ', operation.number, operation.title), E'\\n' order by operation.number) from operation
             where operation.partnership_id = axis.partnership_id and operation.axis_id = axis.id)) end as text,
           null::date as said_on
    from axis`,
};

/** A « piste d’action » of Annexe II, under the operation and the axis it belongs to. */
export const leadSource: SearchSource = {
  kind: 'actionLead',
  rows: `
    select lead.partnership_id, lead.id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, axis.id::text as page_id, concat_ws(' ', lead.number, lead.title) as title,
           concat_ws(' — ', axis.number, axis.title, operation.title) as text, null::date as said_on
    from action_lead lead
    join operation on operation.partnership_id = lead.partnership_id and operation.id = lead.operation_id
    join axis on axis.partnership_id = operation.partnership_id and axis.id = operation.axis_id`,
};

/** A rule in force, by where it comes from; whoever shows it says its name in the reader's language. */
export const ruleSource: SearchSource = {
  kind: 'rule',
  rows: `
    select partnership_id, agreement_id || ':' || key as id, 'PARTNERSHIP' as audience, null::uuid as party_id, key as page_id, '' as title,
           concat_ws(E'\\n', source_reference, quote) as text, null::date as said_on
    from rule`,
};
