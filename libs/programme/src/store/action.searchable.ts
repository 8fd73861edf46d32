import type { SearchSource } from '#platform';

/** Followed actions, by their title and everything that was written of them: every registered actor reads them (Annexe I, « transparence »). */
export const actionSource: SearchSource = {
  kind: 'followedAction',
  rows: `
    select partnership_id, id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, id::text as page_id, title,
           coalesce((select string_agg(entry.note, E'\\n' order by entry.place) from followed_action_entry entry
                     where entry.partnership_id = followed_action.partnership_id and entry.action_id = followed_action.id and entry.note <> ''), '') as text,
           starts_on as said_on
    from followed_action`,
};
