import type { SearchSource } from '#platform';

const labels = (list: string): string => `(select string_agg(line ->> 'label', E'\\n') from jsonb_array_elements(${list}) line)`;
const words = (object: string): string => `(select string_agg(value, E'\\n' order by key) from jsonb_each_text(${object}))`;

/** Fiches, and with them the actions of a plan. A draft is found by its author's party alone (F59), like the row itself. */
export const sheetSource: SearchSource = {
  kind: 'projectSheet',
  rows: `
    select partnership_id, id::text as id, case when state = 'ADOPTED' then 'PARTNERSHIP' when submitted_at is not null then 'PREPARING' else 'PARTY' end as audience,
           author_party_id as party_id, id::text as page_id, title,
           concat_ws(E'\\n', sections ->> 'context', sections ->> 'objectives', sections ->> 'activities', sections ->> 'reciprocity', sections ->> 'carried',
                     ${words('transversal_answers')}, outside_axes_reason, ${labels('indicators')}, ${labels('budget')}) as text,
           starts_on as said_on
    from project_sheet`,
};
