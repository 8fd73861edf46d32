-- Printed by npm run print from a migrated database's own catalogue; to read, not to run. Migrations make the schema.

-- role passerelle_app: login; idle_in_transaction_session_timeout = 10s, lock_timeout = 2s, statement_timeout = 5s
-- role passerelle_auditor: login; default_transaction_read_only = on, idle_in_transaction_session_timeout = 10s, statement_timeout = 60s
-- role passerelle_owner: login; lock_timeout = 10s
-- role passerelle_queue: login; idle_in_transaction_session_timeout = 10s
-- role passerelle_worker: login; idle_in_transaction_session_timeout = 10s, lock_timeout = 2s, statement_timeout = 5s

create extension btree_gist;

CREATE OR REPLACE FUNCTION public.answered_hand_never_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.state <> 'ENTERED' then
       raise exception 'a signature on paper that was answered never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function answered_hand_never_changes() to public;

CREATE OR REPLACE FUNCTION public.closed_ballot_is_immutable()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.closed_at is not null then
       raise exception 'a closed ballot never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function closed_ballot_is_immutable() to public;

CREATE OR REPLACE FUNCTION public.columns_of(line jsonb, columns text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
     select coalesce(jsonb_object_agg(key, value), '{}'::jsonb) from jsonb_each(line) where key = any (string_to_array(columns, ',')) $function$;
grant execute on function columns_of(jsonb,text) to public;

CREATE OR REPLACE FUNCTION public.confirmed_paper_never_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.state <> 'ENTERED' and (to_jsonb(new) - 'notes') is distinct from (to_jsonb(old) - 'notes') then
       raise exception 'a confirmed paper never changes: a note stands beside it' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function confirmed_paper_never_changes() to public;

CREATE OR REPLACE FUNCTION public.coordination_desks(admin uuid)
 RETURNS TABLE(partnership_id uuid, partnership text, party_id uuid, party text, place integer, zone text, locale text, seat_id uuid, office text, office_ar text, person_id uuid, display_name text, answers boolean, "from" date, until date, invited text, invited_until timestamp with time zone, invited_state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select party.partnership_id, partnership.name, party.id, party.short_name, party.place, territory.zone, territory.locale,
            seat.id, seat.office, seat.office_ar, person.id, person.display_name,
            person.mail_address not like '%@import.invalid'
              and (not exists (select from public.invitation again
                               where again.partnership_id = mandate.partnership_id and again.seat_id = mandate.seat_id and again.person_id = mandate.person_id
                                 and again.begun_at is null and again.withdrawn_at is null and (mandate."until" is null or again."from" < mandate."until"))
                   or exists (select from public.invitation once where once.person_id = mandate.person_id and once.accepted_at is not null)),
            mandate."from", mandate."until",
            waiting.display_name, waiting.expires_at,
            case when waiting.declined_at is not null then 'DECLINED' when waiting.accepted_at is not null then 'ACCEPTED' when waiting.id is not null then 'INVITED' end
     from public.party
     join public.partnership on partnership.id = party.partnership_id
     join public.organisation on organisation.id = party.organisation_id
     join public.territory on territory.id = organisation.territory_id
     left join (public.seat join public.mandate on mandate.partnership_id = seat.partnership_id and mandate.seat_id = seat.id
                            join public.person on person.id = mandate.person_id)
       on seat.partnership_id = party.partnership_id and seat.party_id = party.id and seat.category = 'COORDINATOR'
     left join lateral (select invitation.* from public.invitation
                        where invitation.partnership_id = party.partnership_id and invitation.party_id = party.id and invitation.category = 'COORDINATOR'
                          and invitation.begun_at is null and invitation.withdrawn_at is null
                        order by invitation.invited_at desc, invitation.id desc limit 1) waiting on true
     where is_instance_admin($1)
     order by partnership.name, party.partnership_id, party.place, mandate."from", mandate.id $function$;
grant execute on function coordination_desks(uuid) to passerelle_app;

CREATE OR REPLACE FUNCTION public.epoch_resumes_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.sending_resumed_at is not null then
       raise exception 'an epoch that sends again never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function epoch_resumes_once() to public;

CREATE OR REPLACE FUNCTION public.executory_minutes_are_immutable()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.executory_at is not null then
       raise exception 'executory minutes never change: only rectifying minutes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function executory_minutes_are_immutable() to public;

CREATE OR REPLACE FUNCTION public.invitations_of_person(person_id uuid)
 RETURNS TABLE(partnership_id uuid, id uuid, partnership text, party text, zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select invitation.partnership_id, invitation.id, partnership.name, party.short_name, territory.zone
     from public.invitation
     join public.partnership on partnership.id = invitation.partnership_id
     join public.party on party.partnership_id = invitation.partnership_id and party.id = invitation.party_id
     join public.organisation on organisation.id = party.organisation_id
     join public.territory on territory.id = organisation.territory_id
     where invitation.person_id = $1 $function$;
grant execute on function invitations_of_person(uuid) to passerelle_app;

CREATE OR REPLACE FUNCTION public.is_instance_admin(person_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select exists (select from public.instance_admin where instance_admin.person_id = $1 and "until" is null) $function$;
grant execute on function is_instance_admin(uuid) to passerelle_app;

CREATE OR REPLACE FUNCTION public.kept_row(name text, line jsonb, chain text, key text, columns text, words text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
     select jsonb_build_object('chain', line ->> chain, 'table', name, 'key', columns_of(line, key), 'row', columns_of(line, columns), 'words', columns_of(line, words)) $function$;
grant execute on function kept_row(text,jsonb,text,text,text,text) to public;

CREATE OR REPLACE FUNCTION public.last_migration()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select name from public.migrations order by timestamp desc limit 1 $function$;
grant execute on function last_migration() to passerelle_app;

CREATE OR REPLACE FUNCTION public.late_letters(admin uuid, before timestamp with time zone)
 RETURNS TABLE(waiting integer, since timestamp with time zone, problem text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select count(*)::int, min(send_at),
            (select last_problem from public.reminder where is_instance_admin($1) and state in ('PLANNED', 'SENDING') and send_at <= $2 and last_problem is not null order by send_at desc limit 1)
     from public.reminder
     where is_instance_admin($1) and state in ('PLANNED', 'SENDING') and send_at <= $2 and planned_at <= $2
       and not exists (select from public.epoch where sending_resumed_at is null) $function$;
grant execute on function late_letters(uuid,timestamp with time zone) to passerelle_app;

CREATE OR REPLACE FUNCTION public.paper_signature_was_seen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if new.method = 'PAPER' and not exists (
       select from hand_signature where partnership_id = new.partnership_id and minutes_id = new.minutes_id and version = new.version
         and party_id = new.party_id and state = 'CONFIRMED') then
       raise exception 'a signature on paper counts once another party has seen it' using errcode = 'restrict_violation';
     end if;
     return null;
   end $function$;
grant execute on function paper_signature_was_seen() to public;

CREATE OR REPLACE FUNCTION public.person_by_mail_address(mail_address text)
 RETURNS TABLE(person_id uuid, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select person.id, person.language from public.person where person.mail_address = $1 $function$;
grant execute on function person_by_mail_address(text) to passerelle_app;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     raise exception '% rows are never changed nor removed', tg_table_name using errcode = 'restrict_violation';
   end $function$;
grant execute on function refuse_change() to public;

CREATE OR REPLACE FUNCTION public.registered_under(asked text[])
 RETURNS TABLE(hash text, kind text, language text, minutes_id uuid, version integer, number text, content_hash text, meeting_on date, parties text[], replaced_at timestamp with time zone, executory_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     with known as (
       select sealed.partnership_id, sealed.minutes_id, sealed.version, sealed.content_hash as hash, 'CONTENT' as kind, null as language
       from public.minutes_version sealed where sealed.content_hash = any (asked)
       union all
       select sealed.partnership_id, sealed.minutes_id, sealed.version, pdf.value, 'MINUTES', pdf.key
       from public.minutes_version sealed, jsonb_each_text(sealed.pdfs) pdf
       where array[sealed.pdfs ->> 'fr', sealed.pdfs ->> 'ar'] && asked and pdf.value = any (asked)
       union all
       select copy.partnership_id, copy.minutes_id, copy.version, copy.sha256, copy.kind, copy.language
       from public.printed_copy copy where copy.sha256 = any (asked)
     )
     select known.hash, known.kind, known.language, minutes.id, known.version, sealed.content ->> 'number', sealed.content_hash, meeting.civil_date,
            array(select party.value -> 'shortName' ->> 'fr' from jsonb_array_elements(sealed.content -> 'record' -> 'parties') party),
            sealed.voided_at, case when minutes.version = known.version then minutes.executory_at end
     from known
     join public.minutes_version sealed on sealed.partnership_id = known.partnership_id and sealed.minutes_id = known.minutes_id and sealed.version = known.version
     join public.minutes on minutes.partnership_id = known.partnership_id and minutes.id = known.minutes_id
     join public.meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
     where cardinality(asked) <= 8
     order by known.hash, known.kind $function$;
grant execute on function registered_under(text[]) to passerelle_app;
grant execute on function registered_under(text[]) to passerelle_auditor;

CREATE OR REPLACE FUNCTION public.search_candidates(asked tsquery, most integer)
 RETURNS TABLE(partnership_id uuid, kind text, id text, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     begin
       return query execute 'select document.partnership_id, document.kind, document.id, ts_rank(document.tsv, $1)
         from (select * from public.search_document found
               where found.tsv @@ $1
                 and (found.audience = ''PUBLIC'' and $3 = ''PUBLIC''
                   or found.partnership_id = any ($4) and found.audience in (''PUBLIC'', ''PARTNERSHIP'')
                   or found.partnership_id = any ($4) and found.partnership_id = any ($5)
                     and (found.audience = ''PREPARING'' or found.audience = ''PARTY'' and found.party_id = any ($6))
                   or found.partnership_id = any ($4) and found.partnership_id = any ($7) and found.audience = ''KEEPING'')
               limit $2) document'
       using asked, most, current_setting('app.audience', true),
         nullif(current_setting('app.partnerships', true), '')::uuid[], nullif(current_setting('app.preparing', true), '')::uuid[],
         nullif(current_setting('app.parties', true), '')::uuid[], nullif(current_setting('app.keeping', true), '')::uuid[];
     end $function$;
grant execute on function search_candidates(tsquery,integer) to passerelle_app;

CREATE OR REPLACE FUNCTION public.seats_of_person(person_id uuid)
 RETURNS TABLE(partnership_id uuid, seat_id uuid, party_id uuid, category text, member boolean, zone text, "from" date, until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select seat.partnership_id, seat.id, seat.party_id, seat.category, seat.member, territory.zone, mandate."from", mandate."until"
     from public.mandate
     join public.seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
     join public.party on party.partnership_id = seat.partnership_id and party.id = seat.party_id
     join public.organisation on organisation.id = party.organisation_id
     join public.territory on territory.id = organisation.territory_id
     where mandate.person_id = $1 $function$;
grant execute on function seats_of_person(uuid) to passerelle_app;

CREATE OR REPLACE FUNCTION public.seen_since(people uuid[], since timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select exists (select from public.session where person_id = any ($1) and last_seen_at >= $2) $function$;
grant execute on function seen_since(uuid[],timestamp with time zone) to passerelle_app;

CREATE OR REPLACE FUNCTION public.session_by_token(token_hash bytea)
 RETURNS TABLE(session_id uuid, person_id uuid, language text, step_up_at timestamp with time zone, expires_at timestamp with time zone, last_seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select session.id, session.person_id, person.language, session.step_up_at, session.expires_at, session.last_seen_at
     from public.session join public.person on person.id = session.person_id
     where session.token_hash = $1 and session.ended_at is null $function$;
grant execute on function session_by_token(bytea) to passerelle_app;

CREATE OR REPLACE FUNCTION public.settled_hands_are_immutable()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.state <> 'ENTERED' or new.rounds <> old.rounds then
       raise exception 'votes noted by show of hands never change: they are confirmed or withdrawn, once' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function settled_hands_are_immutable() to public;

CREATE OR REPLACE FUNCTION public.signature_only_on_live_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     perform from minutes_version
       where partnership_id = new.partnership_id and minutes_id = new.minutes_id and version = new.version and voided_at is null;
     if not found then
       raise exception 'a void version takes no signature' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function signature_only_on_live_version() to public;

CREATE OR REPLACE FUNCTION public.taken_up_plan_settled_for_ever()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   declare settling constant text[] := array['withdrawn_at', 'plan_id', 'confirmed_party', 'confirmed_person', 'confirmed_at'];
   begin
     if old.withdrawn_at is not null or old.confirmed_at is not null or (to_jsonb(new) - settling) is distinct from (to_jsonb(old) - settling) then
       raise exception 'a plan taken up is confirmed or withdrawn once, and never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function taken_up_plan_settled_for_ever() to public;

CREATE OR REPLACE FUNCTION public.tell_row()
 RETURNS trigger
 LANGUAGE plpgsql
 SET "TimeZone" TO 'UTC'
AS $function$
   declare
     line jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
     told jsonb := kept_row(tg_table_name, line, tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3]);
   begin
     if tg_op = 'DELETE' then
       told := told || '{"row": null, "words": null}'::jsonb;
     elsif tg_op = 'UPDATE' and told = kept_row(tg_table_name, to_jsonb(old), tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3]) then
       return null;
     end if;
     perform set_config('app.rows', coalesce(current_setting('app.rows', true), '') || told::text || E'\n', true);
     return null;
   end $function$;
grant execute on function tell_row() to public;

CREATE OR REPLACE FUNCTION public.vote_only_while_open()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     perform from ballot where partnership_id = new.partnership_id and id = new.ballot_id and closed_at is null;
     if not found then
       raise exception 'a closed ballot takes no vote' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;
grant execute on function vote_only_while_open() to public;

CREATE OR REPLACE FUNCTION public.waiting_facts(among uuid[], before timestamp with time zone)
 RETURNS TABLE(waiting integer, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
     select count(*)::int, min(occurred_at) from public.outbox
     where occurred_at <= $2 and (partnership_id = any ($1) and partnership_id = any ((coalesce(nullif(current_setting('app.partnerships', true), ''), '{}'))::uuid[]) or public.is_instance_admin(nullif(current_setting('app.person', true), '')::uuid)) $function$;
grant execute on function waiting_facts(uuid[],timestamp with time zone) to passerelle_app;

-- access_stamp, owned by passerelle_owner
create table access_stamp (
  id integer not null,
  hash text not null,
  constraint access_stamp_pkey PRIMARY KEY (id)
);
alter table access_stamp enable row level security;
alter table access_stamp force row level security;
create policy access_stamp_app_select on access_stamp for select to passerelle_app using (false);
create policy access_stamp_auditor on access_stamp for select to passerelle_auditor using (true);
create policy access_stamp_owner on access_stamp for all to passerelle_owner using (true) with check (true);
create policy access_stamp_worker on access_stamp for all to passerelle_worker using (true) with check (true);
grant select on access_stamp to passerelle_app;
grant select on access_stamp to passerelle_auditor;
grant select on access_stamp to passerelle_worker;

-- action_lead, owned by passerelle_owner
create table action_lead (
  partnership_id uuid not null,
  id uuid not null,
  operation_id uuid not null,
  number text not null,
  title text not null,
  targets jsonb not null,
  constraint action_lead_pkey PRIMARY KEY (partnership_id, id),
  constraint action_lead_number_once UNIQUE (partnership_id, operation_id, number),
  constraint action_lead_operation FOREIGN KEY (partnership_id, operation_id) REFERENCES operation(partnership_id, id)
);
alter table action_lead enable row level security;
alter table action_lead force row level security;
create policy action_lead_app_delete on action_lead for delete to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy action_lead_app_insert on action_lead for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy action_lead_app_select on action_lead for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy action_lead_auditor on action_lead for select to passerelle_auditor using (true);
create policy action_lead_owner on action_lead for all to passerelle_owner using (true) with check (true);
create policy action_lead_worker on action_lead for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on action_lead to passerelle_app;
grant select on action_lead to passerelle_auditor;
grant select on action_lead to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON action_lead FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,operation_id,number,title,targets', '');

-- action_plan, owned by passerelle_owner
create table action_plan (
  partnership_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  year integer not null,
  version integer not null,
  state text not null,
  content jsonb,
  content_hash text,
  frozen_at timestamp with time zone,
  decision_id uuid,
  adopted_at timestamp with time zone,
  on_time boolean,
  constraint action_plan_pkey PRIMARY KEY (partnership_id, id),
  constraint action_plan_version_once UNIQUE (partnership_id, agreement_id, year, version),
  constraint action_plan_adopted_by_decision CHECK ((state = 'ADOPTED'::text) = (decision_id IS NOT NULL AND adopted_at IS NOT NULL)),
  constraint action_plan_state_known CHECK (state = ANY (ARRAY['DRAFT'::text, 'CO_VALIDATED'::text, 'FROZEN'::text, 'ADOPTED'::text])),
  constraint action_plan_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id),
  constraint action_plan_decision FOREIGN KEY (partnership_id, decision_id) REFERENCES decision(partnership_id, id)
);
alter table action_plan enable row level security;
alter table action_plan force row level security;
create policy action_plan_app_insert on action_plan for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy action_plan_app_select on action_plan for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((state = 'ADOPTED'::text) OR (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (state = 'ADOPTED'::text) AND (EXISTS ( SELECT
   FROM decision told
  WHERE ((told.partnership_id = action_plan.partnership_id) AND (told.id = action_plan.decision_id) AND (told.state = 'ADOPTED'::text)))))));
create policy action_plan_app_update on action_plan for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy action_plan_auditor on action_plan for select to passerelle_auditor using (true);
create policy action_plan_owner on action_plan for all to passerelle_owner using (true) with check (true);
create policy action_plan_worker on action_plan for all to passerelle_worker using (true) with check (true);
grant insert, select, update on action_plan to passerelle_app;
grant select on action_plan to passerelle_auditor;
grant select on action_plan to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON action_plan FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,agreement_id,year,version,state,content,content_hash,frozen_at,decision_id,adopted_at,on_time', '');

-- action_plan_validation, owned by passerelle_owner
create table action_plan_validation (
  partnership_id uuid not null,
  plan_id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  validated_at timestamp with time zone not null,
  constraint action_plan_validation_pkey PRIMARY KEY (partnership_id, plan_id, party_id),
  constraint action_plan_validation_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint action_plan_validation_plan FOREIGN KEY (partnership_id, plan_id) REFERENCES action_plan(partnership_id, id)
);
alter table action_plan_validation enable row level security;
alter table action_plan_validation force row level security;
create policy action_plan_validation_app_delete on action_plan_validation for delete to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy action_plan_validation_app_insert on action_plan_validation for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy action_plan_validation_app_select on action_plan_validation for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM action_plan parent
  WHERE ((parent.partnership_id = action_plan_validation.partnership_id) AND (parent.id = action_plan_validation.plan_id))))));
create policy action_plan_validation_auditor on action_plan_validation for select to passerelle_auditor using (true);
create policy action_plan_validation_owner on action_plan_validation for all to passerelle_owner using (true) with check (true);
create policy action_plan_validation_worker on action_plan_validation for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on action_plan_validation to passerelle_app;
grant select on action_plan_validation to passerelle_auditor;
grant select on action_plan_validation to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON action_plan_validation FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,plan_id,party_id', 'partnership_id,plan_id,party_id,person_id,validated_at', '');

-- address_change, owned by passerelle_owner
create table address_change (
  id uuid not null,
  person_id uuid not null,
  new_address text not null,
  old_address text not null,
  tries integer not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  constraint address_change_pkey PRIMARY KEY (id),
  constraint address_change_tries_bounded CHECK (tries >= 0 AND tries <= 5),
  constraint address_change_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX address_change_by_person ON public.address_change USING btree (person_id, asked_at);
alter table address_change enable row level security;
alter table address_change force row level security;
create policy address_change_app_delete on address_change for delete to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy address_change_app_insert on address_change for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy address_change_app_select on address_change for select to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy address_change_app_update on address_change for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy address_change_auditor on address_change for select to passerelle_auditor using (true);
create policy address_change_owner on address_change for all to passerelle_owner using (true) with check (true);
create policy address_change_worker on address_change for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on address_change to passerelle_app;
grant select on address_change to passerelle_auditor;
grant select on address_change to passerelle_worker;
grant update (tries) on address_change to passerelle_app;
grant update (confirmed_at) on address_change to passerelle_app;

-- agenda_item, owned by passerelle_owner
create table agenda_item (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  place integer not null,
  title text not null,
  subject_kind text,
  subject_id uuid,
  duration_minutes integer,
  presenter_seat_id uuid,
  constraint agenda_item_pkey PRIMARY KEY (partnership_id, id),
  constraint agenda_item_duration_bounded CHECK (duration_minutes >= 1 AND duration_minutes <= 480),
  constraint agenda_item_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint agenda_item_presenter FOREIGN KEY (partnership_id, presenter_seat_id) REFERENCES seat(partnership_id, id)
);
CREATE UNIQUE INDEX agenda_item_place_once ON public.agenda_item USING btree (partnership_id, meeting_id, place);
alter table agenda_item enable row level security;
alter table agenda_item force row level security;
create policy agenda_item_app_insert on agenda_item for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy agenda_item_app_select on agenda_item for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy agenda_item_app_update on agenda_item for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy agenda_item_auditor on agenda_item for select to passerelle_auditor using (true);
create policy agenda_item_owner on agenda_item for all to passerelle_owner using (true) with check (true);
create policy agenda_item_worker on agenda_item for all to passerelle_worker using (true) with check (true);
grant insert, select on agenda_item to passerelle_app;
grant select on agenda_item to passerelle_auditor;
grant select on agenda_item to passerelle_worker;
grant update (place) on agenda_item to passerelle_app;
grant update (title) on agenda_item to passerelle_app;
grant update (duration_minutes) on agenda_item to passerelle_app;
grant update (presenter_seat_id) on agenda_item to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON agenda_item FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,place,title,subject_kind,subject_id,duration_minutes,presenter_seat_id', '');

-- agenda_proposal, owned by passerelle_owner
create table agenda_proposal (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  title text not null,
  why text not null,
  state text not null,
  reason text,
  agenda_item_id uuid,
  settled_by uuid,
  proposed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint agenda_proposal_pkey PRIMARY KEY (partnership_id, id),
  constraint agenda_proposal_item_once UNIQUE (partnership_id, agenda_item_id),
  constraint agenda_proposal_settled_whole CHECK ((state = 'PROPOSED'::text) = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL) AND (state = 'TAKEN_UP'::text) = (agenda_item_id IS NOT NULL) AND (state = 'DECLINED'::text) = (reason IS NOT NULL)),
  constraint agenda_proposal_state_known CHECK (state = ANY (ARRAY['PROPOSED'::text, 'TAKEN_UP'::text, 'DECLINED'::text])),
  constraint agenda_proposal_item FOREIGN KEY (partnership_id, agenda_item_id) REFERENCES agenda_item(partnership_id, id),
  constraint agenda_proposal_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint agenda_proposal_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint agenda_proposal_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id),
  constraint agenda_proposal_settled_by FOREIGN KEY (settled_by) REFERENCES person(id)
);
CREATE INDEX agenda_proposal_by_meeting ON public.agenda_proposal USING btree (partnership_id, meeting_id);
alter table agenda_proposal enable row level security;
alter table agenda_proposal force row level security;
create policy agenda_proposal_app_insert on agenda_proposal for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy agenda_proposal_app_select on agenda_proposal for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy agenda_proposal_app_update on agenda_proposal for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy agenda_proposal_auditor on agenda_proposal for select to passerelle_auditor using (true);
create policy agenda_proposal_owner on agenda_proposal for all to passerelle_owner using (true) with check (true);
create policy agenda_proposal_worker on agenda_proposal for all to passerelle_worker using (true) with check (true);
grant insert, select on agenda_proposal to passerelle_app;
grant select on agenda_proposal to passerelle_auditor;
grant select on agenda_proposal to passerelle_worker;
grant update (state) on agenda_proposal to passerelle_app;
grant update (reason) on agenda_proposal to passerelle_app;
grant update (agenda_item_id) on agenda_proposal to passerelle_app;
grant update (settled_by) on agenda_proposal to passerelle_app;
grant update (settled_at) on agenda_proposal to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON agenda_proposal FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,seat_id,person_id,title,state,agenda_item_id,settled_by,proposed_at,settled_at', 'why,reason');

-- agreement, owned by passerelle_owner
create table agreement (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  display_name text not null,
  authoritative_language text not null,
  effective_on date,
  since text,
  constraint agreement_pkey PRIMARY KEY (partnership_id, id),
  constraint agreement_kind_known CHECK (kind = ANY (ARRAY['CONVENTION'::text, 'TWINNING'::text, 'MUTUAL_COMMITMENT'::text, 'LETTER_OF_INTENT'::text, 'FRIENDSHIP_PACT'::text])),
  constraint agreement_partnership FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy agreement_app_insert on agreement for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy agreement_app_select on agreement for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = agreement.partnership_id)))))));
create policy agreement_app_update on agreement for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy agreement_auditor on agreement for select to passerelle_auditor using (true);
create policy agreement_owner on agreement for all to passerelle_owner using (true) with check (true);
create policy agreement_worker on agreement for all to passerelle_worker using (true) with check (true);
grant insert, select on agreement to passerelle_app;
grant select on agreement to passerelle_auditor;
grant select on agreement to passerelle_worker;
grant update (kind) on agreement to passerelle_app;
grant update (display_name) on agreement to passerelle_app;
grant update (effective_on) on agreement to passerelle_app;
grant update (since) on agreement to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,kind,display_name,authoritative_language,effective_on,since', '');

-- article, owned by passerelle_owner
create table article (
  partnership_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  number text not null,
  place integer not null,
  title text not null,
  text text not null,
  constraint article_pkey PRIMARY KEY (partnership_id, id),
  constraint article_number_once UNIQUE (partnership_id, agreement_id, number),
  constraint article_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id)
);
alter table article enable row level security;
alter table article force row level security;
create policy article_app_delete on article for delete to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy article_app_insert on article for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy article_app_select on article for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy article_auditor on article for select to passerelle_auditor using (true);
create policy article_owner on article for all to passerelle_owner using (true) with check (true);
create policy article_worker on article for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on article to passerelle_app;
grant select on article to passerelle_auditor;
grant select on article to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON article FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,agreement_id,number,place,title,text', '');

-- attachment, owned by passerelle_owner
create table attachment (
  partnership_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  name text not null,
  content_type text not null,
  sha256 text not null,
  size integer not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint attachment_pkey PRIMARY KEY (partnership_id, id),
  constraint attachment_name_bounded CHECK (char_length(name) >= 1 AND char_length(name) <= 120),
  constraint attachment_size_positive CHECK (size > 0),
  constraint attachment_subject_known CHECK (subject_kind = ANY (ARRAY['projectSheet'::text, 'agendaItem'::text, 'councilResolution'::text, 'mandate'::text, 'paperMinutes'::text, 'enteredAct'::text, 'handSignature'::text])),
  constraint attachment_blob FOREIGN KEY (partnership_id, sha256) REFERENCES blob(partnership_id, sha256),
  constraint attachment_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint attachment_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX attachment_by_subject ON public.attachment USING btree (partnership_id, subject_kind, subject_id);
alter table attachment enable row level security;
alter table attachment force row level security;
create policy attachment_app_insert on attachment for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy attachment_app_select on attachment for select to passerelle_app using ((((subject_kind = ANY (ARRAY['councilResolution'::text, 'mandate'::text])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((subject_kind = 'enteredAct'::text) AND ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) OR ((subject_kind = 'handSignature'::text) AND (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM hand_signature parent
  WHERE ((parent.partnership_id = attachment.partnership_id) AND (parent.id = attachment.subject_id))))))) OR ((subject_kind = 'paperMinutes'::text) AND ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM paper_minutes parent
  WHERE ((parent.partnership_id = attachment.partnership_id) AND (parent.id = attachment.subject_id)))))) OR ((subject_kind = 'projectSheet'::text) AND ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = attachment.partnership_id) AND (parent.id = attachment.subject_id)))))) OR ((subject_kind = 'agendaItem'::text) AND (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM ( SELECT item.partnership_id,
            item.id
           FROM (agenda_item item
             JOIN meeting ON (((meeting.partnership_id = item.partnership_id) AND (meeting.id = item.meeting_id))))
          WHERE (meeting.convened_at IS NOT NULL)) parent
  WHERE ((parent.partnership_id = attachment.partnership_id) AND (parent.id = attachment.subject_id)))))))));
create policy attachment_app_update on attachment for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy attachment_auditor on attachment for select to passerelle_auditor using (true);
create policy attachment_owner on attachment for all to passerelle_owner using (true) with check (true);
create policy attachment_worker on attachment for all to passerelle_worker using (true) with check (true);
grant insert, select on attachment to passerelle_app;
grant select on attachment to passerelle_auditor;
grant select on attachment to passerelle_worker;
grant update (removed_at) on attachment to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id,subject_kind,subject_id', 'partnership_id,id,subject_kind,subject_id,party_id,person_id,name,content_type,sha256,size,occurred_at,recorded_at,removed_at', '');

-- attendance, owned by passerelle_owner
create table attendance (
  partnership_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  presence text not null,
  recorded_at timestamp with time zone not null,
  constraint attendance_pkey PRIMARY KEY (partnership_id, meeting_id, seat_id),
  constraint attendance_presence_known CHECK (presence = ANY (ARRAY['PRESENT'::text, 'REMOTE'::text, 'ABSENT'::text, 'EXCUSED'::text, 'NO_ANSWER'::text])),
  constraint attendance_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint attendance_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
alter table attendance enable row level security;
alter table attendance force row level security;
create policy attendance_app_insert on attendance for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy attendance_app_select on attendance for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy attendance_app_update on attendance for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy attendance_auditor on attendance for select to passerelle_auditor using (true);
create policy attendance_owner on attendance for all to passerelle_owner using (true) with check (true);
create policy attendance_worker on attendance for all to passerelle_worker using (true) with check (true);
grant insert, select, update on attendance to passerelle_app;
grant select on attendance to passerelle_auditor;
grant select on attendance to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,meeting_id,seat_id', 'partnership_id,meeting_id,seat_id,presence,recorded_at', '');

-- attendance_movement, owned by passerelle_owner
create table attendance_movement (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  kind text not null,
  agenda_item_id uuid,
  was text not null,
  noted_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  constraint attendance_movement_pkey PRIMARY KEY (partnership_id, id),
  constraint attendance_movement_kind_known CHECK (kind = ANY (ARRAY['ARRIVED'::text, 'LEFT'::text])),
  constraint attendance_movement_was_known CHECK (was = ANY (ARRAY['PRESENT'::text, 'REMOTE'::text, 'ABSENT'::text, 'EXCUSED'::text, 'NO_ANSWER'::text])),
  constraint attendance_movement_item FOREIGN KEY (partnership_id, agenda_item_id) REFERENCES agenda_item(partnership_id, id),
  constraint attendance_movement_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint attendance_movement_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
CREATE INDEX attendance_movement_by_meeting ON public.attendance_movement USING btree (partnership_id, meeting_id);
alter table attendance_movement enable row level security;
alter table attendance_movement force row level security;
create policy attendance_movement_app_insert on attendance_movement for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy attendance_movement_app_select on attendance_movement for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy attendance_movement_app_update on attendance_movement for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy attendance_movement_auditor on attendance_movement for select to passerelle_auditor using (true);
create policy attendance_movement_owner on attendance_movement for all to passerelle_owner using (true) with check (true);
create policy attendance_movement_worker on attendance_movement for all to passerelle_worker using (true) with check (true);
grant insert, select on attendance_movement to passerelle_app;
grant select on attendance_movement to passerelle_auditor;
grant select on attendance_movement to passerelle_worker;
grant update (taken_back_at) on attendance_movement to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON attendance_movement FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,seat_id,kind,agenda_item_id,was,noted_at,taken_back_at', '');

-- axis, owned by passerelle_owner
create table axis (
  partnership_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  number text not null,
  place integer not null,
  title text not null,
  title_ar text not null,
  text text not null,
  active boolean not null,
  proposed_party uuid,
  proposed_at timestamp with time zone,
  decision_id uuid,
  adopted_at timestamp with time zone,
  opened_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint axis_pkey PRIMARY KEY (partnership_id, id),
  constraint axis_kind_known CHECK (kind = ANY (ARRAY['STRATEGIC'::text, 'TRANSVERSAL'::text])),
  constraint axis_open_was_decided CHECK (opened_at IS NULL OR active AND decision_id IS NOT NULL AND adopted_at IS NOT NULL),
  constraint axis_proposed_is_closed CHECK (proposed_at IS NULL OR active = (opened_at IS NOT NULL)),
  constraint axis_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id),
  constraint axis_proposed_party FOREIGN KEY (partnership_id, proposed_party) REFERENCES party(partnership_id, id)
);
CREATE UNIQUE INDEX axis_number_once ON public.axis USING btree (partnership_id, agreement_id, number) WHERE (withdrawn_at IS NULL);
alter table axis enable row level security;
alter table axis force row level security;
create policy axis_app_delete on axis for delete to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy axis_app_insert on axis for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy axis_app_select on axis for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR (active AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND active AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = axis.partnership_id)))))));
create policy axis_app_update on axis for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy axis_auditor on axis for select to passerelle_auditor using (true);
create policy axis_owner on axis for all to passerelle_owner using (true) with check (true);
create policy axis_worker on axis for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on axis to passerelle_app;
grant select on axis to passerelle_auditor;
grant select on axis to passerelle_worker;
grant update (number) on axis to passerelle_app;
grant update (active) on axis to passerelle_app;
grant update (decision_id) on axis to passerelle_app;
grant update (adopted_at) on axis to passerelle_app;
grant update (opened_at) on axis to passerelle_app;
grant update (withdrawn_at) on axis to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON axis FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,agreement_id,kind,number,place,title,title_ar,text,active,proposed_party,proposed_at,decision_id,adopted_at,opened_at,withdrawn_at', '');

-- ballot, owned by passerelle_owner
create table ballot (
  partnership_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  place integer not null,
  text text not null,
  text_hash text not null,
  roll jsonb not null,
  rules jsonb not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome jsonb,
  constraint ballot_pkey PRIMARY KEY (partnership_id, id),
  constraint ballot_place_once UNIQUE (partnership_id, decision_id, place),
  constraint ballot_text UNIQUE (partnership_id, id, text_hash),
  constraint ballot_decision FOREIGN KEY (partnership_id, decision_id) REFERENCES decision(partnership_id, id)
);
CREATE UNIQUE INDEX ballot_one_open ON public.ballot USING btree (partnership_id, decision_id) WHERE (closed_at IS NULL);
alter table ballot enable row level security;
alter table ballot force row level security;
create policy ballot_app_insert on ballot for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy ballot_app_select on ballot for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy ballot_app_update on ballot for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy ballot_auditor on ballot for select to passerelle_auditor using (true);
create policy ballot_owner on ballot for all to passerelle_owner using (true) with check (true);
create policy ballot_worker on ballot for all to passerelle_worker using (true) with check (true);
grant insert, select on ballot to passerelle_app;
grant select on ballot to passerelle_auditor;
grant select on ballot to passerelle_worker;
grant update (closed_at) on ballot to passerelle_app;
grant update (outcome) on ballot to passerelle_app;
CREATE TRIGGER ballot_not_removed BEFORE DELETE ON ballot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER closed_ballot_is_immutable BEFORE UPDATE ON ballot FOR EACH ROW EXECUTE FUNCTION closed_ballot_is_immutable();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON ballot FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,decision_id,place,text,text_hash,roll,rules,opened_at,closed_at,outcome', '');

-- blob, owned by passerelle_owner
create table blob (
  partnership_id uuid not null,
  sha256 text not null,
  content_type text not null,
  bytes bytea not null,
  recorded_at timestamp with time zone not null,
  constraint blob_pkey PRIMARY KEY (partnership_id, sha256)
);
alter table blob enable row level security;
alter table blob force row level security;
create policy blob_app_insert on blob for insert to passerelle_app with check ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy blob_app_select on blob for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy blob_auditor on blob for select to passerelle_auditor using (true);
create policy blob_owner on blob for all to passerelle_owner using (true) with check (true);
create policy blob_worker on blob for all to passerelle_worker using (true) with check (true);
grant insert, select on blob to passerelle_app;
grant select on blob to passerelle_auditor;
grant select on blob to passerelle_worker;

-- calendar_feed, owned by passerelle_owner
create table calendar_feed (
  id uuid not null,
  person_id uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint calendar_feed_pkey PRIMARY KEY (id),
  constraint calendar_feed_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX calendar_feed_one_open ON public.calendar_feed USING btree (person_id) WHERE (closed_at IS NULL);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy calendar_feed_app_delete on calendar_feed for delete to passerelle_app using ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid));
create policy calendar_feed_app_insert on calendar_feed for insert to passerelle_app with check ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid));
create policy calendar_feed_app_select on calendar_feed for select to passerelle_app using (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy calendar_feed_app_update on calendar_feed for update to passerelle_app using ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid)) with check ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid));
create policy calendar_feed_auditor on calendar_feed for select to passerelle_auditor using (true);
create policy calendar_feed_owner on calendar_feed for all to passerelle_owner using (true) with check (true);
create policy calendar_feed_worker on calendar_feed for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on calendar_feed to passerelle_app;
grant select on calendar_feed to passerelle_auditor;
grant select on calendar_feed to passerelle_worker;
grant update (closed_at) on calendar_feed to passerelle_app;

-- convocation_answer, owned by passerelle_owner
create table convocation_answer (
  partnership_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  reply text not null,
  note text not null,
  sequence integer not null,
  answered_at timestamp with time zone not null,
  constraint convocation_answer_pkey PRIMARY KEY (partnership_id, meeting_id, seat_id),
  constraint convocation_answer_note_bounded CHECK (char_length(note) <= 2000),
  constraint convocation_answer_reply_known CHECK (reply = ANY (ARRAY['COMING'::text, 'REMOTE'::text, 'NOT_COMING'::text])),
  constraint convocation_answer_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint convocation_answer_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint convocation_answer_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
alter table convocation_answer enable row level security;
alter table convocation_answer force row level security;
create policy convocation_answer_app_insert on convocation_answer for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy convocation_answer_app_select on convocation_answer for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy convocation_answer_app_update on convocation_answer for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy convocation_answer_auditor on convocation_answer for select to passerelle_auditor using (true);
create policy convocation_answer_owner on convocation_answer for all to passerelle_owner using (true) with check (true);
create policy convocation_answer_worker on convocation_answer for all to passerelle_worker using (true) with check (true);
grant insert, select, update on convocation_answer to passerelle_app;
grant select on convocation_answer to passerelle_auditor;
grant select on convocation_answer to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON convocation_answer FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,meeting_id,seat_id', 'partnership_id,meeting_id,seat_id,person_id,reply,sequence,answered_at', 'note');

-- convocation_call, owned by passerelle_owner
create table convocation_call (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null,
  sequence integer not null,
  person_id uuid not null,
  called integer,
  reason text,
  was_date date,
  was_time text,
  was_place text,
  called_at timestamp with time zone not null,
  constraint convocation_call_pkey PRIMARY KEY (partnership_id, id),
  constraint convocation_call_kind_known CHECK (kind = ANY (ARRAY['MOVED'::text, 'AGAIN'::text])),
  constraint convocation_call_moved_whole CHECK ((kind = 'MOVED'::text) = (reason IS NOT NULL AND was_date IS NOT NULL AND was_time IS NOT NULL AND was_place IS NOT NULL)),
  constraint convocation_call_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint convocation_call_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX convocation_call_by_meeting ON public.convocation_call USING btree (partnership_id, meeting_id, called_at);
alter table convocation_call enable row level security;
alter table convocation_call force row level security;
create policy convocation_call_app_insert on convocation_call for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy convocation_call_app_select on convocation_call for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy convocation_call_auditor on convocation_call for select to passerelle_auditor using (true);
create policy convocation_call_owner on convocation_call for all to passerelle_owner using (true) with check (true);
create policy convocation_call_worker on convocation_call for all to passerelle_worker using (true) with check (true);
grant insert, select on convocation_call to passerelle_app;
grant select on convocation_call to passerelle_auditor;
grant select on convocation_call to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON convocation_call FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,kind,sequence,person_id,called,was_date,was_time,was_place,called_at', 'reason');

-- decision, owned by passerelle_owner
create table decision (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  agenda_item_id uuid not null,
  place integer not null,
  title text not null,
  text text not null,
  text_hash text not null,
  subject_kind text,
  subject_id uuid,
  state text not null,
  adopted_at timestamp with time zone,
  constraint decision_pkey PRIMARY KEY (partnership_id, id),
  constraint decision_place_once UNIQUE (partnership_id, meeting_id, place),
  constraint decision_state_known CHECK (state = ANY (ARRAY['ON_AGENDA'::text, 'OPEN'::text, 'ADOPTED'::text, 'NOT_ADOPTED'::text, 'DEFERRED'::text, 'WITHDRAWN'::text])),
  constraint decision_agenda_item FOREIGN KEY (partnership_id, agenda_item_id) REFERENCES agenda_item(partnership_id, id),
  constraint decision_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id)
);
CREATE INDEX decision_by_subject ON public.decision USING btree (partnership_id, subject_kind, subject_id);
alter table decision enable row level security;
alter table decision force row level security;
create policy decision_app_insert on decision for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy decision_app_select on decision for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (state = 'ADOPTED'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = decision.partnership_id) AND (signed.meeting_id = decision.meeting_id)))))));
create policy decision_app_update on decision for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy decision_auditor on decision for select to passerelle_auditor using (true);
create policy decision_owner on decision for all to passerelle_owner using (true) with check (true);
create policy decision_worker on decision for all to passerelle_worker using (true) with check (true);
grant insert, select on decision to passerelle_app;
grant select on decision to passerelle_auditor;
grant select on decision to passerelle_worker;
grant update (text) on decision to passerelle_app;
grant update (text_hash) on decision to passerelle_app;
grant update (state) on decision to passerelle_app;
grant update (adopted_at) on decision to passerelle_app;
CREATE TRIGGER decision_not_removed BEFORE DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,agenda_item_id,place,title,text,text_hash,subject_kind,subject_id,state,adopted_at', '');

-- entered_act, owned by passerelle_owner
create table entered_act (
  partnership_id uuid not null,
  id uuid not null,
  act text not null,
  subject_kind text not null,
  subject_id uuid not null,
  version integer not null,
  party_id uuid not null,
  person_id uuid not null,
  office text not null,
  office_ar text not null,
  by_party_id uuid not null,
  by_person_id uuid not null,
  channel text not null,
  said_on date not null,
  note text not null,
  proof_sha256 text,
  state_before text not null,
  entered_at timestamp with time zone not null,
  contest_until date not null,
  contested_at timestamp with time zone,
  contested_by uuid,
  contest_reason text,
  undone boolean,
  constraint entered_act_pkey PRIMARY KEY (partnership_id, id),
  constraint entered_act_channel_known CHECK (channel = ANY (ARRAY['PAPER'::text, 'MAIL'::text, 'TELEPHONE'::text, 'IN_PERSON'::text])),
  constraint entered_act_contested_whole CHECK ((contested_at IS NULL) = (contested_by IS NULL) AND (contested_at IS NULL) = (contest_reason IS NULL) AND (contested_at IS NULL) = (undone IS NULL)),
  constraint entered_act_known CHECK (act = ANY (ARRAY['SUBMIT_SHEET'::text, 'CO_VALIDATE_SHEET'::text, 'RETURN_SHEET'::text, 'VALIDATE_PLAN'::text])),
  constraint entered_act_note_bounded CHECK (char_length(note) <= 2000),
  constraint entered_act_other_side_proven CHECK (party_id = by_party_id OR proof_sha256 IS NOT NULL),
  constraint entered_act_subject_known CHECK ((act = 'VALIDATE_PLAN'::text) = (subject_kind = 'actionPlan'::text) AND (subject_kind = ANY (ARRAY['projectSheet'::text, 'actionPlan'::text]))),
  constraint entered_act_two_persons CHECK (person_id <> by_person_id),
  constraint entered_act_by_party FOREIGN KEY (partnership_id, by_party_id) REFERENCES party(partnership_id, id),
  constraint entered_act_by_person FOREIGN KEY (by_person_id) REFERENCES person(id),
  constraint entered_act_contested_by FOREIGN KEY (contested_by) REFERENCES person(id),
  constraint entered_act_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint entered_act_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX entered_act_by_subject ON public.entered_act USING btree (partnership_id, subject_kind, subject_id);
alter table entered_act enable row level security;
alter table entered_act force row level security;
create policy entered_act_app_insert on entered_act for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy entered_act_app_select on entered_act for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((subject_kind = 'projectSheet'::text) AND ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = entered_act.partnership_id) AND (parent.id = entered_act.subject_id)))))) OR ((subject_kind = 'actionPlan'::text) AND ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM action_plan parent
  WHERE ((parent.partnership_id = entered_act.partnership_id) AND (parent.id = entered_act.subject_id))))))));
create policy entered_act_app_update on entered_act for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy entered_act_auditor on entered_act for select to passerelle_auditor using (true);
create policy entered_act_owner on entered_act for all to passerelle_owner using (true) with check (true);
create policy entered_act_worker on entered_act for all to passerelle_worker using (true) with check (true);
grant insert, select on entered_act to passerelle_app;
grant select on entered_act to passerelle_auditor;
grant select on entered_act to passerelle_worker;
grant update (contested_at) on entered_act to passerelle_app;
grant update (contested_by) on entered_act to passerelle_app;
grant update (contest_reason) on entered_act to passerelle_app;
grant update (undone) on entered_act to passerelle_app;
CREATE TRIGGER entered_act_not_removed BEFORE DELETE ON entered_act FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON entered_act FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,act,subject_kind,subject_id,version,party_id,person_id,office,office_ar,by_party_id,by_person_id,channel,said_on,proof_sha256,state_before,entered_at,contest_until,contested_at,contested_by,undone', 'note,contest_reason');

-- epoch, owned by passerelle_owner
create table epoch (
  id uuid not null,
  number integer not null,
  restored_at timestamp with time zone not null,
  backup_taken_at timestamp with time zone not null,
  backup_id text not null,
  sending_resumed_at timestamp with time zone,
  resumed_by uuid,
  constraint epoch_pkey PRIMARY KEY (id),
  constraint epoch_number_once UNIQUE (number),
  constraint epoch_number_counts CHECK (number > 0)
);
alter table epoch enable row level security;
alter table epoch force row level security;
create policy epoch_app_select on epoch for select to passerelle_app using (true);
create policy epoch_app_update on epoch for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy epoch_auditor on epoch for select to passerelle_auditor using (true);
create policy epoch_owner on epoch for all to passerelle_owner using (true) with check (true);
create policy epoch_worker on epoch for all to passerelle_worker using (true) with check (true);
grant select on epoch to passerelle_app;
grant select on epoch to passerelle_auditor;
grant select on epoch to passerelle_worker;
grant update (sending_resumed_at) on epoch to passerelle_app;
grant update (resumed_by) on epoch to passerelle_app;
CREATE TRIGGER epoch_not_removed BEFORE DELETE ON epoch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER epoch_resumes_once BEFORE UPDATE ON epoch FOR EACH ROW EXECUTE FUNCTION epoch_resumes_once();

-- exchange_rate, owned by passerelle_owner
create table exchange_rate (
  partnership_id uuid not null,
  id uuid not null,
  from_currency text not null,
  to_currency text not null,
  pair text not null,
  value numeric not null,
  day date not null,
  source text not null,
  party_id uuid not null,
  person_id uuid not null,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint exchange_rate_pkey PRIMARY KEY (partnership_id, id),
  constraint exchange_rate_pair_of_two CHECK (from_currency <> to_currency AND (pair = ((from_currency || '-'::text) || to_currency) OR pair = ((to_currency || '-'::text) || from_currency))),
  constraint exchange_rate_source_bounded CHECK (char_length(source) >= 1 AND char_length(source) <= 200),
  constraint exchange_rate_value_bounded CHECK (value > 0::numeric AND value < 1000000000::numeric AND scale(value) <= 10),
  constraint exchange_rate_withdrawn_by_someone CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  constraint exchange_rate_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id)
);
CREATE UNIQUE INDEX exchange_rate_once_a_day ON public.exchange_rate USING btree (partnership_id, pair, day) WHERE (withdrawn_at IS NULL);
alter table exchange_rate enable row level security;
alter table exchange_rate force row level security;
create policy exchange_rate_app_insert on exchange_rate for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy exchange_rate_app_select on exchange_rate for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy exchange_rate_app_update on exchange_rate for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy exchange_rate_auditor on exchange_rate for select to passerelle_auditor using (true);
create policy exchange_rate_owner on exchange_rate for all to passerelle_owner using (true) with check (true);
create policy exchange_rate_worker on exchange_rate for all to passerelle_worker using (true) with check (true);
grant insert, select on exchange_rate to passerelle_app;
grant select on exchange_rate to passerelle_auditor;
grant select on exchange_rate to passerelle_worker;
grant update (withdrawn_at) on exchange_rate to passerelle_app;
grant update (withdrawn_by) on exchange_rate to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON exchange_rate FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,from_currency,to_currency,pair,value,day,source,party_id,person_id,recorded_at,withdrawn_at,withdrawn_by', '');

-- followed_action, owned by passerelle_owner
create table followed_action (
  partnership_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  sheet_id uuid,
  year integer not null,
  title text not null,
  starts_on date,
  planned_end date,
  state text not null,
  percent integer not null,
  opened_at timestamp with time zone not null,
  constraint followed_action_pkey PRIMARY KEY (partnership_id, id),
  constraint followed_action_sheet_once UNIQUE (partnership_id, sheet_id),
  constraint followed_action_percent_bounded CHECK (percent >= 0 AND percent <= 100),
  constraint followed_action_state_known CHECK (state = ANY (ARRAY['PLANNED'::text, 'STARTED'::text, 'ON_TRACK'::text, 'AT_RISK'::text, 'BLOCKED'::text, 'COMPLETED'::text, 'REPORTED'::text, 'EVALUATED'::text, 'CANCELLED'::text, 'RESCHEDULED'::text])),
  constraint followed_action_decision FOREIGN KEY (partnership_id, decision_id) REFERENCES decision(partnership_id, id),
  constraint followed_action_sheet FOREIGN KEY (partnership_id, sheet_id) REFERENCES project_sheet(partnership_id, id)
);
CREATE INDEX followed_action_by_decision ON public.followed_action USING btree (partnership_id, decision_id);
CREATE INDEX followed_action_by_year ON public.followed_action USING btree (partnership_id, year);
alter table followed_action enable row level security;
alter table followed_action force row level security;
create policy followed_action_app_insert on followed_action for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy followed_action_app_select on followed_action for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (sheet_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM decision told
  WHERE ((told.partnership_id = followed_action.partnership_id) AND (told.id = followed_action.decision_id) AND (told.state = 'ADOPTED'::text)))))));
create policy followed_action_app_update on followed_action for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy followed_action_auditor on followed_action for select to passerelle_auditor using (true);
create policy followed_action_owner on followed_action for all to passerelle_owner using (true) with check (true);
create policy followed_action_worker on followed_action for all to passerelle_worker using (true) with check (true);
grant insert, select on followed_action to passerelle_app;
grant select on followed_action to passerelle_auditor;
grant select on followed_action to passerelle_worker;
grant update (decision_id) on followed_action to passerelle_app;
grant update (state) on followed_action to passerelle_app;
grant update (percent) on followed_action to passerelle_app;
CREATE TRIGGER followed_action_not_removed BEFORE DELETE ON followed_action FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON followed_action FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,decision_id,sheet_id,year,title,starts_on,planned_end,state,percent,opened_at', '');

-- followed_action_entry, owned by passerelle_owner
create table followed_action_entry (
  partnership_id uuid not null,
  action_id uuid not null,
  place integer not null,
  kind text not null,
  content jsonb not null,
  note text not null,
  party_id uuid,
  person_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint followed_action_entry_pkey PRIMARY KEY (partnership_id, action_id, place),
  constraint followed_action_entry_kind_known CHECK (kind = ANY (ARRAY['OPENED'::text, 'OWNER'::text, 'MILESTONE'::text, 'MILESTONE_DONE'::text, 'MILESTONE_DROPPED'::text, 'STARTED'::text, 'REPORT'::text, 'BLOCKER'::text, 'BLOCKER_LIFTED'::text, 'COMPLETED'::text, 'MOVED'::text, 'RESCHEDULED'::text, 'CANCELLED'::text])),
  constraint followed_action_entry_note_bounded CHECK (char_length(note) <= 2000),
  constraint followed_action_entry_action FOREIGN KEY (partnership_id, action_id) REFERENCES followed_action(partnership_id, id),
  constraint followed_action_entry_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id)
);
alter table followed_action_entry enable row level security;
alter table followed_action_entry force row level security;
create policy followed_action_entry_app_insert on followed_action_entry for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy followed_action_entry_app_select on followed_action_entry for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy followed_action_entry_auditor on followed_action_entry for select to passerelle_auditor using (true);
create policy followed_action_entry_owner on followed_action_entry for all to passerelle_owner using (true) with check (true);
create policy followed_action_entry_worker on followed_action_entry for all to passerelle_worker using (true) with check (true);
grant insert, select on followed_action_entry to passerelle_app;
grant select on followed_action_entry to passerelle_auditor;
grant select on followed_action_entry to passerelle_worker;
CREATE TRIGGER followed_action_entry_for_ever BEFORE DELETE OR UPDATE ON followed_action_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON followed_action_entry FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,action_id,place', 'partnership_id,action_id,place,kind,content,party_id,person_id,occurred_at,recorded_at', 'note');

-- hand_signature, owned by passerelle_owner
create table hand_signature (
  partnership_id uuid not null,
  id uuid not null,
  minutes_id uuid not null,
  version integer not null,
  content_hash text not null,
  party_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  office text not null,
  place text not null,
  signed_on date not null,
  scan_id uuid not null,
  scan_sha256 text not null,
  state text not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  answered_party uuid,
  answered_by uuid,
  answered_at timestamp with time zone,
  decline_reason text,
  constraint hand_signature_pkey PRIMARY KEY (partnership_id, id),
  constraint hand_signature_answered_then CHECK ((state = ANY (ARRAY['CONFIRMED'::text, 'DECLINED'::text])) = (answered_at IS NOT NULL)),
  constraint hand_signature_by_two CHECK (answered_at IS NULL OR answered_party IS NOT NULL AND answered_by IS NOT NULL AND answered_party <> party_id AND answered_by <> entered_by AND answered_by <> person_id),
  constraint hand_signature_declined_why CHECK ((state = 'DECLINED'::text) = (decline_reason IS NOT NULL)),
  constraint hand_signature_state_known CHECK (state = ANY (ARRAY['ENTERED'::text, 'CONFIRMED'::text, 'DECLINED'::text, 'WITHDRAWN'::text])),
  constraint hand_signature_answered_by FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint hand_signature_answered_party FOREIGN KEY (partnership_id, answered_party) REFERENCES party(partnership_id, id),
  constraint hand_signature_entered_by FOREIGN KEY (entered_by) REFERENCES person(id),
  constraint hand_signature_minutes_version FOREIGN KEY (partnership_id, minutes_id, version, content_hash) REFERENCES minutes_version(partnership_id, minutes_id, version, content_hash),
  constraint hand_signature_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint hand_signature_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint hand_signature_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
CREATE UNIQUE INDEX hand_signature_one_waits ON public.hand_signature USING btree (partnership_id, minutes_id, version, party_id) WHERE (state = ANY (ARRAY['ENTERED'::text, 'CONFIRMED'::text]));
alter table hand_signature enable row level security;
alter table hand_signature force row level security;
create policy hand_signature_app_insert on hand_signature for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy hand_signature_app_select on hand_signature for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM minutes parent
  WHERE ((parent.partnership_id = hand_signature.partnership_id) AND (parent.id = hand_signature.minutes_id))))));
create policy hand_signature_app_update on hand_signature for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy hand_signature_auditor on hand_signature for select to passerelle_auditor using (true);
create policy hand_signature_owner on hand_signature for all to passerelle_owner using (true) with check (true);
create policy hand_signature_worker on hand_signature for all to passerelle_worker using (true) with check (true);
grant insert, select on hand_signature to passerelle_app;
grant select on hand_signature to passerelle_auditor;
grant select on hand_signature to passerelle_worker;
grant update (state) on hand_signature to passerelle_app;
grant update (answered_party) on hand_signature to passerelle_app;
grant update (answered_by) on hand_signature to passerelle_app;
grant update (answered_at) on hand_signature to passerelle_app;
grant update (decline_reason) on hand_signature to passerelle_app;
CREATE TRIGGER answered_hand_never_changes BEFORE UPDATE ON hand_signature FOR EACH ROW EXECUTE FUNCTION answered_hand_never_changes();
CREATE TRIGGER hand_signature_not_removed BEFORE DELETE ON hand_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON hand_signature FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,minutes_id,version,content_hash,party_id,seat_id,person_id,office,place,signed_on,scan_id,scan_sha256,state,entered_by,entered_at,answered_party,answered_by,answered_at', 'decline_reason');

-- hands, owned by passerelle_owner
create table hands (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  rounds jsonb not null,
  state text not null,
  entered_by uuid not null,
  entered_party uuid not null,
  entered_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_party uuid,
  confirmed_at timestamp with time zone,
  withdraw_reason text,
  constraint hands_pkey PRIMARY KEY (partnership_id, id),
  constraint hands_confirmed_whole CHECK ((state = 'CONFIRMED'::text) = (confirmed_at IS NOT NULL) AND (confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL) = (confirmed_party IS NULL)),
  constraint hands_state_known CHECK (state = ANY (ARRAY['ENTERED'::text, 'CONFIRMED'::text, 'WITHDRAWN'::text])),
  constraint hands_two_parties CHECK (confirmed_party <> entered_party AND confirmed_by <> entered_by),
  constraint hands_withdrawn_whole CHECK ((state = 'WITHDRAWN'::text) = (withdraw_reason IS NOT NULL)),
  constraint hands_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES person(id),
  constraint hands_confirmed_party FOREIGN KEY (partnership_id, confirmed_party) REFERENCES party(partnership_id, id),
  constraint hands_entered_by FOREIGN KEY (entered_by) REFERENCES person(id),
  constraint hands_entered_party FOREIGN KEY (partnership_id, entered_party) REFERENCES party(partnership_id, id),
  constraint hands_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id)
);
CREATE INDEX hands_by_meeting ON public.hands USING btree (partnership_id, meeting_id);
alter table hands enable row level security;
alter table hands force row level security;
create policy hands_app_insert on hands for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy hands_app_select on hands for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((confirmed_at IS NOT NULL) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])))));
create policy hands_app_update on hands for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy hands_auditor on hands for select to passerelle_auditor using (true);
create policy hands_owner on hands for all to passerelle_owner using (true) with check (true);
create policy hands_worker on hands for all to passerelle_worker using (true) with check (true);
grant insert, select on hands to passerelle_app;
grant select on hands to passerelle_auditor;
grant select on hands to passerelle_worker;
grant update (state) on hands to passerelle_app;
grant update (confirmed_by) on hands to passerelle_app;
grant update (confirmed_party) on hands to passerelle_app;
grant update (confirmed_at) on hands to passerelle_app;
grant update (withdraw_reason) on hands to passerelle_app;
CREATE TRIGGER hands_not_removed BEFORE DELETE ON hands FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER settled_hands_are_immutable BEFORE UPDATE ON hands FOR EACH ROW EXECUTE FUNCTION settled_hands_are_immutable();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON hands FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,rounds,state,entered_by,entered_party,entered_at,confirmed_by,confirmed_party,confirmed_at', 'withdraw_reason');

-- hands_contest, owned by passerelle_owner
create table hands_contest (
  partnership_id uuid not null,
  hands_id uuid not null,
  ballot_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  reason text not null,
  contested_at timestamp with time zone not null,
  constraint hands_contest_pkey PRIMARY KEY (partnership_id, hands_id, ballot_id, seat_id),
  constraint hands_contest_bounded CHECK (char_length(reason) >= 1 AND char_length(reason) <= 2000),
  constraint hands_contest_hands FOREIGN KEY (partnership_id, hands_id) REFERENCES hands(partnership_id, id),
  constraint hands_contest_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint hands_contest_vote FOREIGN KEY (partnership_id, ballot_id, seat_id) REFERENCES vote(partnership_id, ballot_id, seat_id)
);
alter table hands_contest enable row level security;
alter table hands_contest force row level security;
create policy hands_contest_app_insert on hands_contest for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy hands_contest_app_select on hands_contest for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy hands_contest_auditor on hands_contest for select to passerelle_auditor using (true);
create policy hands_contest_owner on hands_contest for all to passerelle_owner using (true) with check (true);
create policy hands_contest_worker on hands_contest for all to passerelle_worker using (true) with check (true);
grant insert, select on hands_contest to passerelle_app;
grant select on hands_contest to passerelle_auditor;
grant select on hands_contest to passerelle_worker;
CREATE TRIGGER hands_contest_for_ever BEFORE DELETE OR UPDATE ON hands_contest FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON hands_contest FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,hands_id,ballot_id,seat_id', 'partnership_id,hands_id,ballot_id,seat_id,person_id,contested_at', 'reason');

-- idempotency, owned by passerelle_owner
create table idempotency (
  person_id uuid not null,
  key text not null,
  request_hash text not null,
  outcome jsonb,
  recorded_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (person_id, key)
);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy idempotency_app_delete on idempotency for delete to passerelle_app using ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid));
create policy idempotency_app_insert on idempotency for insert to passerelle_app with check ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid));
create policy idempotency_app_select on idempotency for select to passerelle_app using ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid));
create policy idempotency_app_update on idempotency for update to passerelle_app using ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid)) with check ((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid));
create policy idempotency_auditor on idempotency for select to passerelle_auditor using (true);
create policy idempotency_owner on idempotency for all to passerelle_owner using (true) with check (true);
create policy idempotency_worker on idempotency for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on idempotency to passerelle_app;
grant select on idempotency to passerelle_auditor;
grant select on idempotency to passerelle_worker;
grant update (outcome) on idempotency to passerelle_app;

-- instance_admin, owned by passerelle_owner
create table instance_admin (
  person_id uuid not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint instance_admin_pkey PRIMARY KEY (person_id),
  constraint instance_admin_person FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table instance_admin enable row level security;
alter table instance_admin force row level security;
create policy instance_admin_app_insert on instance_admin for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy instance_admin_app_select on instance_admin for select to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy instance_admin_app_update on instance_admin for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy instance_admin_auditor on instance_admin for select to passerelle_auditor using (true);
create policy instance_admin_owner on instance_admin for all to passerelle_owner using (true) with check (true);
create policy instance_admin_worker on instance_admin for all to passerelle_worker using (true) with check (true);
grant insert, select on instance_admin to passerelle_app;
grant select on instance_admin to passerelle_auditor;
grant select on instance_admin to passerelle_worker;
grant update (until) on instance_admin to passerelle_app;

-- invitation, owned by passerelle_owner
create table invitation (
  partnership_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  category text not null,
  seat_id uuid,
  office text not null,
  office_ar text not null,
  person_id uuid not null,
  display_name text not null,
  from date not null,
  until date,
  interim_document text,
  confirmation text,
  resembles text,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  sent integer not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  begun_at timestamp with time zone,
  declined_at timestamp with time zone,
  declined_motive text,
  interim_dated date,
  constraint invitation_pkey PRIMARY KEY (partnership_id, id),
  constraint invitation_confirmation_known CHECK (confirmation = ANY (ARRAY['PRESIDENCY'::text, 'NAME_CLASH'::text])),
  constraint invitation_interval_forward CHECK (until IS NULL OR until > "from"),
  constraint invitation_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint invitation_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint invitation_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
CREATE INDEX invitation_by_person ON public.invitation USING btree (person_id);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_app_insert on invitation for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy invitation_app_select on invitation for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid)));
create policy invitation_app_update on invitation for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy invitation_auditor on invitation for select to passerelle_auditor using (true);
create policy invitation_owner on invitation for all to passerelle_owner using (true) with check (true);
create policy invitation_worker on invitation for all to passerelle_worker using (true) with check (true);
grant insert, select on invitation to passerelle_app;
grant select on invitation to passerelle_auditor;
grant select on invitation to passerelle_worker;
grant update (sent) on invitation to passerelle_app;
grant update (expires_at) on invitation to passerelle_app;
grant update (accepted_at) on invitation to passerelle_app;
grant update (confirmed_by) on invitation to passerelle_app;
grant update (confirmed_at) on invitation to passerelle_app;
grant update (withdrawn_at) on invitation to passerelle_app;
grant update (begun_at) on invitation to passerelle_app;
grant update (declined_at) on invitation to passerelle_app;
grant update (declined_motive) on invitation to passerelle_app;

-- journal, owned by passerelle_owner
create table journal (
  chain uuid not null,
  sequence bigint not null,
  partnership_id uuid,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  data jsonb not null,
  person_id uuid,
  request_id text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  salt bytea not null,
  leaf_hash bytea not null,
  hash bytea not null,
  format smallint not null default 1,
  rows jsonb,
  constraint journal_pkey PRIMARY KEY (chain, sequence)
);
CREATE INDEX journal_by_subject ON public.journal USING btree (subject_kind, subject_id);
alter table journal enable row level security;
alter table journal force row level security;
create policy journal_app_insert on journal for insert to passerelle_app with check (((partnership_id IS NULL) OR (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy journal_app_select on journal for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy journal_auditor on journal for select to passerelle_auditor using (true);
create policy journal_owner on journal for all to passerelle_owner using (true) with check (true);
create policy journal_worker on journal for all to passerelle_worker using (true) with check (true);
grant insert, select on journal to passerelle_app;
grant select on journal to passerelle_auditor;
grant insert, select on journal to passerelle_worker;
CREATE TRIGGER journal_for_ever BEFORE DELETE OR UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- journal_head, owned by passerelle_owner
create table journal_head (
  chain uuid not null,
  sequence bigint not null,
  hash bytea not null,
  constraint journal_head_pkey PRIMARY KEY (chain)
);
alter table journal_head enable row level security;
alter table journal_head force row level security;
create policy journal_head_app_insert on journal_head for insert to passerelle_app with check (((chain = '00000000-0000-0000-0000-000000000000'::uuid) OR (chain = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy journal_head_app_select on journal_head for select to passerelle_app using (((chain = '00000000-0000-0000-0000-000000000000'::uuid) OR (chain = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy journal_head_app_update on journal_head for update to passerelle_app using (((chain = '00000000-0000-0000-0000-000000000000'::uuid) OR (chain = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((chain = '00000000-0000-0000-0000-000000000000'::uuid) OR (chain = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy journal_head_auditor on journal_head for select to passerelle_auditor using (true);
create policy journal_head_owner on journal_head for all to passerelle_owner using (true) with check (true);
create policy journal_head_worker on journal_head for all to passerelle_worker using (true) with check (true);
grant insert, select on journal_head to passerelle_app;
grant select on journal_head to passerelle_auditor;
grant insert, select on journal_head to passerelle_worker;
grant update (sequence) on journal_head to passerelle_app;
grant update (sequence) on journal_head to passerelle_worker;
grant update (hash) on journal_head to passerelle_app;
grant update (hash) on journal_head to passerelle_worker;

-- journal_words, owned by passerelle_owner
create table journal_words (
  chain uuid not null,
  sequence bigint not null,
  path text not null,
  partnership_id uuid,
  salt bytea not null,
  words text not null,
  constraint journal_words_pkey PRIMARY KEY (chain, sequence, path),
  constraint journal_words_fact FOREIGN KEY (chain, sequence) REFERENCES journal(chain, sequence)
);
alter table journal_words enable row level security;
alter table journal_words force row level security;
create policy journal_words_app_delete on journal_words for delete to passerelle_app using (((partnership_id IS NULL) OR (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy journal_words_app_insert on journal_words for insert to passerelle_app with check (((partnership_id IS NULL) OR (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy journal_words_app_select on journal_words for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy journal_words_auditor on journal_words for select to passerelle_auditor using (true);
create policy journal_words_owner on journal_words for all to passerelle_owner using (true) with check (true);
create policy journal_words_worker on journal_words for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on journal_words to passerelle_app;
grant select on journal_words to passerelle_auditor;
grant insert, select on journal_words to passerelle_worker;

-- legal_clock, owned by passerelle_owner
create table legal_clock (
  id integer not null,
  offset_milliseconds bigint not null,
  constraint legal_clock_pkey PRIMARY KEY (id)
);
alter table legal_clock enable row level security;
alter table legal_clock force row level security;
create policy legal_clock_app_insert on legal_clock for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy legal_clock_app_select on legal_clock for select to passerelle_app using (true);
create policy legal_clock_app_update on legal_clock for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy legal_clock_auditor on legal_clock for select to passerelle_auditor using (true);
create policy legal_clock_owner on legal_clock for all to passerelle_owner using (true) with check (true);
create policy legal_clock_worker on legal_clock for all to passerelle_worker using (true) with check (true);
grant insert, select, update on legal_clock to passerelle_app;
grant select on legal_clock to passerelle_auditor;
grant select on legal_clock to passerelle_worker;

-- life_entry, owned by passerelle_owner
create table life_entry (
  partnership_id uuid not null,
  id uuid not null,
  version integer not null,
  agreement_id uuid not null,
  kind text not null,
  party_id uuid,
  content jsonb not null,
  motive text,
  person_id uuid,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint life_entry_pkey PRIMARY KEY (partnership_id, id, version),
  constraint life_entry_kind_known CHECK (kind = ANY (ARRAY['RESOLUTION'::text, 'SIGNATURE'::text, 'TRANSMISSION'::text, 'VISA'::text, 'ORIGINALS'::text, 'NOTICE'::text, 'REVIEW'::text, 'DECLARED'::text])),
  constraint life_entry_party_named CHECK ((party_id IS NULL) = (kind = ANY (ARRAY['ORIGINALS'::text, 'REVIEW'::text, 'DECLARED'::text]))),
  constraint life_entry_version_positive CHECK (version > 0),
  constraint life_entry_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id),
  constraint life_entry_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint life_entry_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX life_entry_by_agreement ON public.life_entry USING btree (partnership_id, agreement_id);
CREATE UNIQUE INDEX life_entry_once ON public.life_entry USING btree (partnership_id, agreement_id, kind, version) WHERE (kind = ANY (ARRAY['ORIGINALS'::text, 'DECLARED'::text]));
CREATE UNIQUE INDEX life_entry_once_per_party ON public.life_entry USING btree (partnership_id, agreement_id, kind, party_id, version) WHERE (kind = ANY (ARRAY['RESOLUTION'::text, 'SIGNATURE'::text, 'TRANSMISSION'::text, 'VISA'::text]));
alter table life_entry enable row level security;
alter table life_entry force row level security;
create policy life_entry_app_insert on life_entry for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy life_entry_app_select on life_entry for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy life_entry_auditor on life_entry for select to passerelle_auditor using (true);
create policy life_entry_owner on life_entry for all to passerelle_owner using (true) with check (true);
create policy life_entry_worker on life_entry for all to passerelle_worker using (true) with check (true);
grant insert, select on life_entry to passerelle_app;
grant select on life_entry to passerelle_auditor;
grant select on life_entry to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON life_entry FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id,version', 'partnership_id,id,version,agreement_id,kind,party_id,content,person_id,occurred_at,recorded_at', 'motive');

-- mailbox_message, owned by passerelle_owner
create table mailbox_message (
  message_id text not null,
  to_address text not null,
  subject text not null,
  language text not null,
  html text not null,
  text text not null,
  attachments jsonb not null,
  deliveries integer not null,
  content_hash text not null,
  received_at timestamp with time zone not null,
  constraint mailbox_message_pkey PRIMARY KEY (message_id)
);
CREATE INDEX mailbox_by_arrival ON public.mailbox_message USING btree (received_at);
alter table mailbox_message enable row level security;
alter table mailbox_message force row level security;
create policy mailbox_message_app_select on mailbox_message for select to passerelle_app using (true);
create policy mailbox_message_auditor on mailbox_message for select to passerelle_auditor using (true);
create policy mailbox_message_owner on mailbox_message for all to passerelle_owner using (true) with check (true);
create policy mailbox_message_worker on mailbox_message for all to passerelle_worker using (true) with check (true);
grant select on mailbox_message to passerelle_app;
grant select on mailbox_message to passerelle_auditor;
grant insert, select on mailbox_message to passerelle_worker;
grant update (deliveries) on mailbox_message to passerelle_worker;

-- mandate, owned by passerelle_owner
create table mandate (
  partnership_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  from date not null,
  until date,
  ended_motive text,
  interim_document text,
  interim_dated date,
  constraint mandate_pkey PRIMARY KEY (partnership_id, id),
  constraint mandate_one_holder_per_day EXCLUDE USING gist (partnership_id WITH =, seat_id WITH =, daterange("from", until) WITH &&),
  constraint mandate_interval_forward CHECK (until IS NULL OR until > "from"),
  constraint mandate_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint mandate_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
CREATE INDEX mandate_by_person ON public.mandate USING btree (person_id);
alter table mandate enable row level security;
alter table mandate force row level security;
create policy mandate_app_insert on mandate for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy mandate_app_select on mandate for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy mandate_app_update on mandate for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy mandate_auditor on mandate for select to passerelle_auditor using (true);
create policy mandate_owner on mandate for all to passerelle_owner using (true) with check (true);
create policy mandate_worker on mandate for all to passerelle_worker using (true) with check (true);
grant insert, select on mandate to passerelle_app;
grant select on mandate to passerelle_auditor;
grant select on mandate to passerelle_worker;
grant update (until) on mandate to passerelle_app;
grant update (ended_motive) on mandate to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON mandate FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,seat_id,person_id,from,until,interim_dated', 'ended_motive,interim_document');

-- meeting, owned by passerelle_owner
create table meeting (
  partnership_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  mode text not null,
  host_party_id uuid not null,
  civil_date date not null,
  time text not null,
  zone text not null,
  place text not null,
  state text not null,
  turn_reason text,
  cancel_reason text,
  convened_by_seat_id uuid,
  convened_at timestamp with time zone,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  sequence integer not null,
  version integer not null,
  constraint meeting_pkey PRIMARY KEY (partnership_id, id),
  constraint meeting_kind_known CHECK (kind = ANY (ARRAY['ORDINARY'::text, 'EXTRAORDINARY'::text])),
  constraint meeting_mode_known CHECK (mode = ANY (ARRAY['IN_PERSON'::text, 'HYBRID'::text, 'REMOTE'::text])),
  constraint meeting_state_known CHECK (state = ANY (ARRAY['SCHEDULED'::text, 'CONVENED'::text, 'OPEN'::text, 'CLOSED'::text, 'MINUTED'::text, 'NO_QUORUM'::text, 'CANCELLED'::text, 'POSTPONED'::text])),
  constraint meeting_time_shape CHECK ("time" ~ '^[0-2][0-9]:[0-5][0-9]$'::text),
  constraint meeting_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id),
  constraint meeting_host FOREIGN KEY (partnership_id, host_party_id) REFERENCES party(partnership_id, id)
);
CREATE INDEX meeting_by_date ON public.meeting USING btree (partnership_id, civil_date);
alter table meeting enable row level security;
alter table meeting force row level security;
create policy meeting_app_insert on meeting for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy meeting_app_select on meeting for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = meeting.partnership_id) AND (signed.meeting_id = meeting.id)))))));
create policy meeting_app_update on meeting for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy meeting_auditor on meeting for select to passerelle_auditor using (true);
create policy meeting_owner on meeting for all to passerelle_owner using (true) with check (true);
create policy meeting_worker on meeting for all to passerelle_worker using (true) with check (true);
grant insert, select, update on meeting to passerelle_app;
grant select on meeting to passerelle_auditor;
grant select on meeting to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,agreement_id,kind,mode,host_party_id,civil_date,time,zone,place,state,convened_by_seat_id,convened_at,opened_at,closed_at,sequence,version', 'turn_reason,cancel_reason');

-- meeting_guest, owned by passerelle_owner
create table meeting_guest (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  name text not null,
  capacity text not null,
  noted_at timestamp with time zone not null,
  taken_off_at timestamp with time zone,
  constraint meeting_guest_pkey PRIMARY KEY (partnership_id, id),
  constraint meeting_guest_bounded CHECK (char_length(name) >= 1 AND char_length(name) <= 300 AND char_length(capacity) <= 300),
  constraint meeting_guest_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id)
);
CREATE INDEX meeting_guest_by_meeting ON public.meeting_guest USING btree (partnership_id, meeting_id);
alter table meeting_guest enable row level security;
alter table meeting_guest force row level security;
create policy meeting_guest_app_insert on meeting_guest for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy meeting_guest_app_select on meeting_guest for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy meeting_guest_app_update on meeting_guest for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy meeting_guest_auditor on meeting_guest for select to passerelle_auditor using (true);
create policy meeting_guest_owner on meeting_guest for all to passerelle_owner using (true) with check (true);
create policy meeting_guest_worker on meeting_guest for all to passerelle_worker using (true) with check (true);
grant insert, select on meeting_guest to passerelle_app;
grant select on meeting_guest to passerelle_auditor;
grant select on meeting_guest to passerelle_worker;
grant update (taken_off_at) on meeting_guest to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON meeting_guest FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,noted_at,taken_off_at', 'name,capacity');

-- meeting_incident, owned by passerelle_owner
create table meeting_incident (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  civil_date date not null,
  time text not null,
  zone text not null,
  place text not null,
  what text not null,
  done text not null,
  corrects_id uuid,
  noted_at timestamp with time zone not null,
  constraint meeting_incident_pkey PRIMARY KEY (partnership_id, id),
  constraint meeting_incident_corrected_once UNIQUE (partnership_id, corrects_id),
  constraint meeting_incident_bounded CHECK (char_length(place) >= 1 AND char_length(place) <= 300 AND char_length(what) >= 1 AND char_length(what) <= 2000 AND char_length(done) <= 2000),
  constraint meeting_incident_corrects_other CHECK (corrects_id <> id),
  constraint meeting_incident_corrects FOREIGN KEY (partnership_id, corrects_id) REFERENCES meeting_incident(partnership_id, id),
  constraint meeting_incident_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint meeting_incident_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint meeting_incident_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
CREATE INDEX meeting_incident_by_meeting ON public.meeting_incident USING btree (partnership_id, meeting_id);
alter table meeting_incident enable row level security;
alter table meeting_incident force row level security;
create policy meeting_incident_app_insert on meeting_incident for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy meeting_incident_app_select on meeting_incident for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy meeting_incident_auditor on meeting_incident for select to passerelle_auditor using (true);
create policy meeting_incident_owner on meeting_incident for all to passerelle_owner using (true) with check (true);
create policy meeting_incident_worker on meeting_incident for all to passerelle_worker using (true) with check (true);
grant insert, select on meeting_incident to passerelle_app;
grant select on meeting_incident to passerelle_auditor;
grant select on meeting_incident to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON meeting_incident FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,seat_id,person_id,civil_date,time,zone,corrects_id,noted_at', 'place,what,done');

-- migrations, owned by passerelle_owner
create table migrations (
  id integer not null default nextval('migrations_id_seq'::regclass),
  timestamp bigint not null,
  name character varying not null,
  constraint migrations_pkey PRIMARY KEY (id)
);

-- milestone_move, owned by passerelle_owner
create table milestone_move (
  partnership_id uuid not null,
  id uuid not null,
  milestone text not null,
  days_before integer,
  party_id uuid not null,
  person_id uuid not null,
  moved_at timestamp with time zone not null,
  constraint milestone_move_pkey PRIMARY KEY (partnership_id, id),
  constraint milestone_move_days CHECK (days_before >= 1 AND days_before <= 330),
  constraint milestone_move_known CHECK (milestone = ANY (ARRAY['SHEETS_DUE'::text, 'CO_VALIDATION'::text, 'CONVOCATION'::text, 'FREEZE'::text, 'MEETING'::text])),
  constraint milestone_move_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint milestone_move_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX milestone_move_last ON public.milestone_move USING btree (partnership_id, milestone, moved_at);
alter table milestone_move enable row level security;
alter table milestone_move force row level security;
create policy milestone_move_app_insert on milestone_move for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy milestone_move_app_select on milestone_move for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy milestone_move_auditor on milestone_move for select to passerelle_auditor using (true);
create policy milestone_move_owner on milestone_move for all to passerelle_owner using (true) with check (true);
create policy milestone_move_worker on milestone_move for all to passerelle_worker using (true) with check (true);
grant insert, select on milestone_move to passerelle_app;
grant select on milestone_move to passerelle_auditor;
grant select on milestone_move to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON milestone_move FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,milestone,days_before,party_id,person_id,moved_at', '');

-- minutes, owned by passerelle_owner
create table minutes (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  number text,
  version integer not null,
  state text not null,
  prose jsonb not null,
  prose_version integer not null,
  content_hash text,
  drafted_at timestamp with time zone not null,
  finalised_at timestamp with time zone,
  executory_at timestamp with time zone,
  observations_until date,
  rectifies_minutes_id uuid,
  rectifies_reason text,
  wording jsonb,
  constraint minutes_pkey PRIMARY KEY (partnership_id, id),
  constraint minutes_number_once UNIQUE (partnership_id, number),
  constraint minutes_executory_has_instant CHECK ((state = 'EXECUTORY'::text) = (executory_at IS NOT NULL)),
  constraint minutes_final_has_hash CHECK ((state = ANY (ARRAY['DRAFT'::text, 'REVIEW'::text])) OR content_hash IS NOT NULL),
  constraint minutes_rectifies_with_reason CHECK ((rectifies_minutes_id IS NULL) = (rectifies_reason IS NULL)),
  constraint minutes_state_known CHECK (state = ANY (ARRAY['DRAFT'::text, 'REVIEW'::text, 'FINAL'::text, 'PARTIALLY_SIGNED'::text, 'EXECUTORY'::text])),
  constraint minutes_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint minutes_rectifies FOREIGN KEY (partnership_id, rectifies_minutes_id) REFERENCES minutes(partnership_id, id)
);
CREATE UNIQUE INDEX minutes_one_per_meeting ON public.minutes USING btree (partnership_id, meeting_id) WHERE (rectifies_minutes_id IS NULL);
CREATE UNIQUE INDEX minutes_rectified_once ON public.minutes USING btree (partnership_id, rectifies_minutes_id) WHERE (rectifies_minutes_id IS NOT NULL);
alter table minutes enable row level security;
alter table minutes force row level security;
create policy minutes_app_insert on minutes for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy minutes_app_select on minutes for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((state = ANY (ARRAY['FINAL'::text, 'PARTIALLY_SIGNED'::text, 'EXECUTORY'::text])) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((state = 'REVIEW'::text) OR (version > 1))) OR (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.keeping'::text, true), ''::text) AS "nullif"))::uuid[])))) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (executory_at IS NOT NULL))));
create policy minutes_app_update on minutes for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy minutes_auditor on minutes for select to passerelle_auditor using (true);
create policy minutes_owner on minutes for all to passerelle_owner using (true) with check (true);
create policy minutes_worker on minutes for all to passerelle_worker using (true) with check (true);
grant insert, select, update on minutes to passerelle_app;
grant select on minutes to passerelle_auditor;
grant select on minutes to passerelle_worker;
grant update (id) on minutes to passerelle_worker;
CREATE TRIGGER executory_minutes_are_immutable BEFORE UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION executory_minutes_are_immutable();
CREATE TRIGGER minutes_not_removed BEFORE DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,meeting_id,number,version,state,content_hash,drafted_at,finalised_at,executory_at,observations_until,rectifies_minutes_id', 'rectifies_reason');

-- minutes_observation, owned by passerelle_owner
create table minutes_observation (
  partnership_id uuid not null,
  id uuid not null,
  minutes_id uuid not null,
  version integer not null,
  prose_version integer not null,
  kind text not null,
  passage text not null,
  quoted text,
  text text,
  party_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  taken_up boolean,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint minutes_observation_pkey PRIMARY KEY (partnership_id, id),
  constraint minutes_observation_answered CHECK ((taken_up IS NULL) = (answered_at IS NULL) AND (taken_up IS NULL) = (answered_by IS NULL)),
  constraint minutes_observation_kind_known CHECK (kind = ANY (ARRAY['AGREE'::text, 'REMARK'::text, 'CHANGE'::text])),
  constraint minutes_observation_says_something CHECK (kind = 'AGREE'::text OR text IS NOT NULL),
  constraint minutes_observation_answered_by FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint minutes_observation_minutes FOREIGN KEY (partnership_id, minutes_id) REFERENCES minutes(partnership_id, id),
  constraint minutes_observation_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint minutes_observation_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint minutes_observation_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
CREATE INDEX minutes_observation_by_minutes ON public.minutes_observation USING btree (partnership_id, minutes_id);
alter table minutes_observation enable row level security;
alter table minutes_observation force row level security;
create policy minutes_observation_app_insert on minutes_observation for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy minutes_observation_app_select on minutes_observation for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM minutes parent
  WHERE ((parent.partnership_id = minutes_observation.partnership_id) AND (parent.id = minutes_observation.minutes_id)))))));
create policy minutes_observation_app_update on minutes_observation for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy minutes_observation_auditor on minutes_observation for select to passerelle_auditor using (true);
create policy minutes_observation_owner on minutes_observation for all to passerelle_owner using (true) with check (true);
create policy minutes_observation_worker on minutes_observation for all to passerelle_worker using (true) with check (true);
grant insert, select on minutes_observation to passerelle_app;
grant select on minutes_observation to passerelle_auditor;
grant select on minutes_observation to passerelle_worker;
grant update (taken_up) on minutes_observation to passerelle_app;
grant update (answer) on minutes_observation to passerelle_app;
grant update (answered_by) on minutes_observation to passerelle_app;
grant update (answered_at) on minutes_observation to passerelle_app;
CREATE TRIGGER minutes_observation_not_removed BEFORE DELETE ON minutes_observation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON minutes_observation FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,minutes_id,version,prose_version,kind,passage,party_id,seat_id,person_id,made_at,taken_up,answered_by,answered_at', 'quoted,text,answer');

-- minutes_version, owned by passerelle_owner
create table minutes_version (
  partnership_id uuid not null,
  minutes_id uuid not null,
  version integer not null,
  content jsonb not null,
  content_hash text not null,
  pdfs jsonb not null,
  finalised_at timestamp with time zone not null,
  voided_at timestamp with time zone,
  void_reason text,
  constraint minutes_version_pkey PRIMARY KEY (partnership_id, minutes_id, version),
  constraint minutes_version_hash UNIQUE (partnership_id, minutes_id, version, content_hash),
  constraint minutes_version_minutes FOREIGN KEY (partnership_id, minutes_id) REFERENCES minutes(partnership_id, id)
);
CREATE INDEX minutes_version_by_content ON public.minutes_version USING btree (content_hash);
CREATE INDEX minutes_version_by_pdf ON public.minutes_version USING gin ((ARRAY[(pdfs ->> 'fr'::text), (pdfs ->> 'ar'::text)]));
alter table minutes_version enable row level security;
alter table minutes_version force row level security;
create policy minutes_version_app_insert on minutes_version for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy minutes_version_app_select on minutes_version for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM minutes parent
  WHERE ((parent.partnership_id = minutes_version.partnership_id) AND (parent.id = minutes_version.minutes_id))))));
create policy minutes_version_app_update on minutes_version for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy minutes_version_auditor on minutes_version for select to passerelle_auditor using (true);
create policy minutes_version_owner on minutes_version for all to passerelle_owner using (true) with check (true);
create policy minutes_version_worker on minutes_version for all to passerelle_worker using (true) with check (true);
grant insert, select on minutes_version to passerelle_app;
grant select on minutes_version to passerelle_auditor;
grant select on minutes_version to passerelle_worker;
grant update (voided_at) on minutes_version to passerelle_app;
grant update (void_reason) on minutes_version to passerelle_app;
CREATE TRIGGER minutes_version_not_removed BEFORE DELETE ON minutes_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON minutes_version FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,minutes_id,version', 'partnership_id,minutes_id,version,content,content_hash,pdfs,finalised_at,voided_at', 'void_reason');

-- operation, owned by passerelle_owner
create table operation (
  partnership_id uuid not null,
  id uuid not null,
  axis_id uuid not null,
  number text not null,
  title text not null,
  constraint operation_pkey PRIMARY KEY (partnership_id, id),
  constraint operation_number_once UNIQUE (partnership_id, axis_id, number),
  constraint operation_axis FOREIGN KEY (partnership_id, axis_id) REFERENCES axis(partnership_id, id)
);
alter table operation enable row level security;
alter table operation force row level security;
create policy operation_app_delete on operation for delete to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy operation_app_insert on operation for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy operation_app_select on operation for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy operation_auditor on operation for select to passerelle_auditor using (true);
create policy operation_owner on operation for all to passerelle_owner using (true) with check (true);
create policy operation_worker on operation for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on operation to passerelle_app;
grant select on operation to passerelle_auditor;
grant select on operation to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON operation FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,axis_id,number,title', '');

-- organisation, owned by passerelle_owner
create table organisation (
  id uuid not null,
  name text not null,
  kind text not null,
  territory_id uuid not null,
  siren text,
  networks text[] not null default '{}'::text[],
  authority_note text,
  authority_source text,
  contact text,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_note_has_source CHECK (authority_note IS NULL OR authority_source IS NOT NULL),
  constraint organisation_territory FOREIGN KEY (territory_id) REFERENCES territory(id)
);
CREATE INDEX organisation_by_siren ON public.organisation USING btree (siren);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_app_insert on organisation for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy organisation_app_select on organisation for select to passerelle_app using (true);
create policy organisation_app_update on organisation for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy organisation_auditor on organisation for select to passerelle_auditor using (true);
create policy organisation_owner on organisation for all to passerelle_owner using (true) with check (true);
create policy organisation_worker on organisation for all to passerelle_worker using (true) with check (true);
grant insert, select on organisation to passerelle_app;
grant select on organisation to passerelle_auditor;
grant select on organisation to passerelle_worker;
grant update (siren) on organisation to passerelle_app;
grant update (networks) on organisation to passerelle_app;
grant update (authority_note) on organisation to passerelle_app;
grant update (authority_source) on organisation to passerelle_app;
grant update (contact) on organisation to passerelle_app;

-- outbox, owned by passerelle_owner
create table outbox (
  id uuid not null,
  partnership_id uuid,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  data jsonb not null,
  occurred_at timestamp with time zone not null,
  constraint outbox_pkey PRIMARY KEY (id)
);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_app_insert on outbox for insert to passerelle_app with check (((partnership_id IS NULL) OR (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy outbox_app_select on outbox for select to passerelle_app using (false);
create policy outbox_auditor on outbox for select to passerelle_auditor using (true);
create policy outbox_owner on outbox for all to passerelle_owner using (true) with check (true);
create policy outbox_worker on outbox for all to passerelle_worker using (true) with check (true);
grant insert, select on outbox to passerelle_app;
grant select on outbox to passerelle_auditor;
grant delete, insert, select on outbox to passerelle_worker;
grant update (id) on outbox to passerelle_worker;

-- paper_minutes, owned by passerelle_owner
create table paper_minutes (
  partnership_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  number text not null,
  held_on date not null,
  kind text not null,
  host_party_id uuid not null,
  place text not null,
  decisions jsonb not null,
  signatures jsonb not null,
  content_hash text not null,
  state text not null,
  entered_party uuid not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  confirmed_party uuid,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  scan_id uuid,
  scan_sha256 text,
  withdraw_reason text,
  notes jsonb not null,
  constraint paper_minutes_pkey PRIMARY KEY (partnership_id, id),
  constraint paper_minutes_by_two CHECK (confirmed_at IS NULL OR confirmed_party IS NOT NULL AND confirmed_by IS NOT NULL AND confirmed_party <> entered_party AND confirmed_by <> entered_by),
  constraint paper_minutes_confirmed_then CHECK ((state = 'CONFIRMED'::text) = (confirmed_at IS NOT NULL)),
  constraint paper_minutes_kind_known CHECK (kind = ANY (ARRAY['ORDINARY'::text, 'EXTRAORDINARY'::text])),
  constraint paper_minutes_state_known CHECK (state = ANY (ARRAY['ENTERED'::text, 'CONFIRMED'::text, 'WITHDRAWN'::text])),
  constraint paper_minutes_with_scan CHECK (confirmed_at IS NULL OR scan_id IS NOT NULL AND scan_sha256 IS NOT NULL),
  constraint paper_minutes_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id),
  constraint paper_minutes_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES person(id),
  constraint paper_minutes_confirmed_party FOREIGN KEY (partnership_id, confirmed_party) REFERENCES party(partnership_id, id),
  constraint paper_minutes_entered_by FOREIGN KEY (entered_by) REFERENCES person(id),
  constraint paper_minutes_entered_party FOREIGN KEY (partnership_id, entered_party) REFERENCES party(partnership_id, id),
  constraint paper_minutes_host FOREIGN KEY (partnership_id, host_party_id) REFERENCES party(partnership_id, id)
);
CREATE UNIQUE INDEX paper_minutes_number_once ON public.paper_minutes USING btree (partnership_id, number) WHERE (state <> 'WITHDRAWN'::text);
alter table paper_minutes enable row level security;
alter table paper_minutes force row level security;
create policy paper_minutes_app_insert on paper_minutes for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy paper_minutes_app_select on paper_minutes for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((state = 'CONFIRMED'::text) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])))));
create policy paper_minutes_app_update on paper_minutes for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy paper_minutes_auditor on paper_minutes for select to passerelle_auditor using (true);
create policy paper_minutes_owner on paper_minutes for all to passerelle_owner using (true) with check (true);
create policy paper_minutes_worker on paper_minutes for all to passerelle_worker using (true) with check (true);
grant insert, select, update on paper_minutes to passerelle_app;
grant select on paper_minutes to passerelle_auditor;
grant select on paper_minutes to passerelle_worker;
CREATE TRIGGER confirmed_paper_never_changes BEFORE UPDATE ON paper_minutes FOR EACH ROW EXECUTE FUNCTION confirmed_paper_never_changes();
CREATE TRIGGER paper_minutes_not_removed BEFORE DELETE ON paper_minutes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON paper_minutes FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,agreement_id,number,held_on,kind,host_party_id,place,decisions,signatures,content_hash,state,entered_party,entered_by,entered_at,confirmed_party,confirmed_by,confirmed_at,scan_id,scan_sha256,notes', 'withdraw_reason');

-- partnership, owned by passerelle_owner
create table partnership (
  id uuid not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  constraint partnership_pkey PRIMARY KEY (id)
);
alter table partnership enable row level security;
alter table partnership force row level security;
create policy partnership_app_insert on partnership for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy partnership_app_select on partnership for select to passerelle_app using (((id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = partnership.id)))))));
create policy partnership_auditor on partnership for select to passerelle_auditor using (true);
create policy partnership_owner on partnership for all to passerelle_owner using (true) with check (true);
create policy partnership_worker on partnership for all to passerelle_worker using (true) with check (true);
grant insert, select on partnership to passerelle_app;
grant select on partnership to passerelle_auditor;
grant select on partnership to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON partnership FOR EACH ROW EXECUTE FUNCTION tell_row('id', 'id', 'id,name,recorded_at', '');

-- party, owned by passerelle_owner
create table party (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  short_name text not null,
  president_title text not null,
  president_title_ar text not null,
  place integer not null,
  constraint party_pkey PRIMARY KEY (partnership_id, id),
  constraint party_organisation_once UNIQUE (partnership_id, organisation_id),
  constraint party_place_once UNIQUE (partnership_id, place),
  constraint party_organisation FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint party_partnership FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);
alter table party enable row level security;
alter table party force row level security;
create policy party_app_insert on party for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy party_app_select on party for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = party.partnership_id)))))));
create policy party_app_update on party for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy party_auditor on party for select to passerelle_auditor using (true);
create policy party_owner on party for all to passerelle_owner using (true) with check (true);
create policy party_worker on party for all to passerelle_worker using (true) with check (true);
grant insert, select on party to passerelle_app;
grant select on party to passerelle_auditor;
grant select on party to passerelle_worker;
grant update (president_title) on party to passerelle_app;
grant update (president_title_ar) on party to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON party FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,organisation_id,short_name,president_title,president_title_ar,place', '');

-- party_revision, owned by passerelle_owner
create table party_revision (
  partnership_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  version integer not null,
  changes jsonb not null,
  person_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint party_revision_pkey PRIMARY KEY (partnership_id, id),
  constraint party_revision_version_once UNIQUE (partnership_id, party_id, version),
  constraint party_revision_version_positive CHECK (version > 0),
  constraint party_revision_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint party_revision_person FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table party_revision enable row level security;
alter table party_revision force row level security;
create policy party_revision_app_insert on party_revision for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy party_revision_app_select on party_revision for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy party_revision_auditor on party_revision for select to passerelle_auditor using (true);
create policy party_revision_owner on party_revision for all to passerelle_owner using (true) with check (true);
create policy party_revision_worker on party_revision for all to passerelle_worker using (true) with check (true);
grant insert, select on party_revision to passerelle_app;
grant select on party_revision to passerelle_auditor;
grant select on party_revision to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON party_revision FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,party_id,version,changes,person_id,occurred_at,recorded_at', '');

-- passkey, owned by passerelle_owner
create table passkey (
  id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  aaguid text not null,
  synced boolean not null,
  browser text,
  platform text,
  added_how text not null,
  added_at timestamp with time zone not null,
  signs_after timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_once UNIQUE (credential_id),
  constraint passkey_added_how CHECK (added_how = ANY (ARRAY['SESSION'::text, 'RECOVERY'::text])),
  constraint passkey_counter_forward CHECK (counter >= 0),
  constraint passkey_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX passkey_by_person ON public.passkey USING btree (person_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy passkey_app_insert on passkey for insert to passerelle_app with check (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy passkey_app_select on passkey for select to passerelle_app using (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy passkey_app_update on passkey for update to passerelle_app using (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text))) with check (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy passkey_auditor on passkey for select to passerelle_auditor using (true);
create policy passkey_owner on passkey for all to passerelle_owner using (true) with check (true);
create policy passkey_worker on passkey for all to passerelle_worker using (true) with check (true);
grant insert, select on passkey to passerelle_app;
grant select on passkey to passerelle_auditor;
grant select on passkey to passerelle_worker;
grant update (counter) on passkey to passerelle_app;
grant update (aaguid) on passkey to passerelle_app;
grant update (browser) on passkey to passerelle_app;
grant update (platform) on passkey to passerelle_app;
grant update (last_used_at) on passkey to passerelle_app;
grant update (revoked_at) on passkey to passerelle_app;

-- passkey_challenge, owned by passerelle_owner
create table passkey_challenge (
  id uuid not null,
  purpose text not null,
  person_id uuid,
  session_id uuid,
  challenge bytea not null,
  browser_hash bytea not null,
  origin_hash bytea,
  statement jsonb,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_challenge_pkey PRIMARY KEY (id),
  constraint passkey_challenge_act_of_step_up CHECK ((purpose = 'STEP_UP'::text) = (statement IS NOT NULL)),
  constraint passkey_challenge_purpose_known CHECK (purpose = ANY (ARRAY['REGISTER'::text, 'SIGN_IN'::text, 'STEP_UP'::text])),
  constraint passkey_challenge_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint passkey_challenge_session FOREIGN KEY (session_id) REFERENCES session(id)
);
CREATE INDEX passkey_challenge_by_browser ON public.passkey_challenge USING btree (browser_hash);
CREATE INDEX passkey_challenge_by_origin ON public.passkey_challenge USING btree (origin_hash, asked_at);
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy passkey_challenge_app_delete on passkey_challenge for delete to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy passkey_challenge_app_insert on passkey_challenge for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy passkey_challenge_app_select on passkey_challenge for select to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy passkey_challenge_app_update on passkey_challenge for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy passkey_challenge_auditor on passkey_challenge for select to passerelle_auditor using (true);
create policy passkey_challenge_owner on passkey_challenge for all to passerelle_owner using (true) with check (true);
create policy passkey_challenge_worker on passkey_challenge for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on passkey_challenge to passerelle_app;
grant select on passkey_challenge to passerelle_auditor;
grant select on passkey_challenge to passerelle_worker;
grant update (used_at) on passkey_challenge to passerelle_app;

-- past_import, owned by passerelle_owner
create table past_import (
  partnership_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  sha256 text not null,
  file_name text,
  count integer not null,
  imported_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint past_import_pkey PRIMARY KEY (partnership_id, id),
  constraint past_import_holds_some CHECK (count > 0),
  constraint past_import_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint past_import_person FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table past_import enable row level security;
alter table past_import force row level security;
create policy past_import_app_insert on past_import for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy past_import_app_select on past_import for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy past_import_app_update on past_import for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy past_import_auditor on past_import for select to passerelle_auditor using (true);
create policy past_import_owner on past_import for all to passerelle_owner using (true) with check (true);
create policy past_import_worker on past_import for all to passerelle_worker using (true) with check (true);
grant insert, select on past_import to passerelle_app;
grant select on past_import to passerelle_auditor;
grant select on past_import to passerelle_worker;
grant update (withdrawn_at) on past_import to passerelle_app;
CREATE TRIGGER past_import_not_removed BEFORE DELETE ON past_import FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON past_import FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,party_id,person_id,sha256,count,imported_at,withdrawn_at', 'file_name');

-- past_project, owned by passerelle_owner
create table past_project (
  partnership_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  line integer not null,
  title text not null,
  starts_year integer not null,
  ends_year integer not null,
  place text not null,
  domain text not null,
  description text not null,
  amount_minor bigint,
  currency text,
  source text not null,
  constraint past_project_pkey PRIMARY KEY (partnership_id, id),
  constraint past_project_line_once UNIQUE (partnership_id, import_id, line),
  constraint past_project_amount_with_currency CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  constraint past_project_years_forward CHECK (ends_year >= starts_year AND starts_year >= 1900 AND starts_year <= 2200),
  constraint past_project_import FOREIGN KEY (partnership_id, import_id) REFERENCES past_import(partnership_id, id)
);
CREATE INDEX past_project_by_year ON public.past_project USING btree (partnership_id, starts_year);
alter table past_project enable row level security;
alter table past_project force row level security;
create policy past_project_app_insert on past_project for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy past_project_app_select on past_project for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy past_project_auditor on past_project for select to passerelle_auditor using (true);
create policy past_project_owner on past_project for all to passerelle_owner using (true) with check (true);
create policy past_project_worker on past_project for all to passerelle_worker using (true) with check (true);
grant insert, select on past_project to passerelle_app;
grant select on past_project to passerelle_auditor;
grant select on past_project to passerelle_worker;
CREATE TRIGGER past_project_for_ever BEFORE UPDATE ON past_project FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER past_project_not_removed BEFORE DELETE ON past_project FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON past_project FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,import_id,line,title,starts_year,ends_year,place,domain,description,amount_minor,currency,source', '');

-- person, owned by passerelle_owner
create table person (
  id uuid not null,
  display_name text not null,
  mail_address text not null,
  language text not null,
  recorded_at timestamp with time zone not null,
  recovered_at timestamp with time zone,
  mail_rhythm text not null default 'IMMEDIATE'::text,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_mail_address_once UNIQUE (mail_address),
  constraint person_language_known CHECK (language = ANY (ARRAY['fr'::text, 'ar'::text, 'zgh'::text, 'en'::text])),
  constraint person_mail_rhythm_known CHECK (mail_rhythm = ANY (ARRAY['IMMEDIATE'::text, 'DAILY'::text, 'WEEKLY'::text]))
);
alter table person enable row level security;
alter table person force row level security;
create policy person_app_insert on person for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy person_app_select on person for select to passerelle_app using (((id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (EXISTS ( SELECT
   FROM mandate
  WHERE ((mandate.person_id = person.id) AND (mandate.partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[]))))) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy person_app_update on person for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy person_auditor on person for select to passerelle_auditor using (true);
create policy person_owner on person for all to passerelle_owner using (true) with check (true);
create policy person_worker on person for all to passerelle_worker using (true) with check (true);
grant insert, select on person to passerelle_app;
grant select on person to passerelle_auditor;
grant select on person to passerelle_worker;
grant update (display_name) on person to passerelle_app;
grant update (mail_address) on person to passerelle_app;
grant update (language) on person to passerelle_app;
grant update (recovered_at) on person to passerelle_app;
grant update (mail_rhythm) on person to passerelle_app;

-- planned_action, owned by passerelle_owner
create table planned_action (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  sheet_id uuid not null,
  place integer not null,
  constraint planned_action_pkey PRIMARY KEY (partnership_id, id),
  constraint planned_action_sheet_once UNIQUE (partnership_id, plan_id, sheet_id),
  constraint planned_action_plan FOREIGN KEY (partnership_id, plan_id) REFERENCES action_plan(partnership_id, id),
  constraint planned_action_sheet FOREIGN KEY (partnership_id, sheet_id) REFERENCES project_sheet(partnership_id, id)
);
alter table planned_action enable row level security;
alter table planned_action force row level security;
create policy planned_action_app_delete on planned_action for delete to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy planned_action_app_insert on planned_action for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy planned_action_app_select on planned_action for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM action_plan parent
  WHERE ((parent.partnership_id = planned_action.partnership_id) AND (parent.id = planned_action.plan_id))))));
create policy planned_action_auditor on planned_action for select to passerelle_auditor using (true);
create policy planned_action_owner on planned_action for all to passerelle_owner using (true) with check (true);
create policy planned_action_worker on planned_action for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on planned_action to passerelle_app;
grant select on planned_action to passerelle_auditor;
grant select on planned_action to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON planned_action FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,plan_id,sheet_id,place', '');

-- printed_copy, owned by passerelle_owner
create table printed_copy (
  partnership_id uuid not null,
  sha256 text not null,
  minutes_id uuid not null,
  version integer not null,
  kind text not null,
  language text not null,
  printed_at timestamp with time zone not null,
  constraint printed_copy_pkey PRIMARY KEY (partnership_id, sha256),
  constraint printed_copy_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint printed_copy_kind_known CHECK (kind = ANY (ARRAY['SIGNATURES'::text, 'PUBLIC_COPY'::text, 'EXTRACT'::text])),
  constraint printed_copy_version FOREIGN KEY (partnership_id, minutes_id, version) REFERENCES minutes_version(partnership_id, minutes_id, version)
);
CREATE INDEX printed_copy_by_hash ON public.printed_copy USING btree (sha256);
alter table printed_copy enable row level security;
alter table printed_copy force row level security;
create policy printed_copy_app_insert on printed_copy for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (kind = 'PUBLIC_COPY'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.partnership_id = printed_copy.partnership_id) AND (signed.id = printed_copy.minutes_id) AND (signed.executory_at IS NOT NULL)))))));
create policy printed_copy_app_select on printed_copy for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy printed_copy_auditor on printed_copy for select to passerelle_auditor using (true);
create policy printed_copy_owner on printed_copy for all to passerelle_owner using (true) with check (true);
create policy printed_copy_worker on printed_copy for all to passerelle_worker using (true) with check (true);
grant insert, select on printed_copy to passerelle_app;
grant select on printed_copy to passerelle_auditor;
grant select on printed_copy to passerelle_worker;

-- project_sheet, owned by passerelle_owner
create table project_sheet (
  partnership_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  year integer not null,
  kind text not null,
  state text not null,
  author_party_id uuid not null,
  author_person_id uuid not null,
  axis_id uuid,
  action_lead_id uuid,
  outside_axes_reason text,
  title text not null,
  sections jsonb not null,
  transversal_answers jsonb not null,
  starts_on date,
  ends_on date,
  indicators jsonb not null,
  budget jsonb not null,
  version integer not null,
  submitted_at timestamp with time zone,
  return_reason text,
  constraint project_sheet_pkey PRIMARY KEY (partnership_id, id),
  constraint project_sheet_dates_forward CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on),
  constraint project_sheet_kind_known CHECK (kind = ANY (ARRAY['INITIATIVE'::text, 'PROJECT'::text, 'MISSION'::text])),
  constraint project_sheet_state_known CHECK (state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'CO_VALIDATED'::text, 'ADOPTED'::text, 'REJECTED'::text, 'POSTPONED'::text, 'WITHDRAWN'::text])),
  constraint project_sheet_action_lead FOREIGN KEY (partnership_id, action_lead_id) REFERENCES action_lead(partnership_id, id),
  constraint project_sheet_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id),
  constraint project_sheet_author_party FOREIGN KEY (partnership_id, author_party_id) REFERENCES party(partnership_id, id),
  constraint project_sheet_axis FOREIGN KEY (partnership_id, axis_id) REFERENCES axis(partnership_id, id)
);
CREATE INDEX project_sheet_by_year ON public.project_sheet USING btree (partnership_id, year);
alter table project_sheet enable row level security;
alter table project_sheet force row level security;
create policy project_sheet_app_insert on project_sheet for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((submitted_at IS NOT NULL) OR (author_party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[])))));
create policy project_sheet_app_select on project_sheet for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((state = 'ADOPTED'::text) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((submitted_at IS NOT NULL) OR (author_party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[])))))));
create policy project_sheet_app_update on project_sheet for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((submitted_at IS NOT NULL) OR (author_party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((submitted_at IS NOT NULL) OR (author_party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[])))));
create policy project_sheet_auditor on project_sheet for select to passerelle_auditor using (true);
create policy project_sheet_owner on project_sheet for all to passerelle_owner using (true) with check (true);
create policy project_sheet_worker on project_sheet for all to passerelle_worker using (true) with check (true);
grant insert, select, update on project_sheet to passerelle_app;
grant select on project_sheet to passerelle_auditor;
grant select on project_sheet to passerelle_worker;

-- project_sheet_revision, owned by passerelle_owner
create table project_sheet_revision (
  partnership_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  version integer,
  kind text not null,
  base_version integer,
  parts jsonb not null,
  party_id uuid not null,
  person_id uuid not null,
  saved_at timestamp with time zone not null,
  constraint project_sheet_revision_pkey PRIMARY KEY (partnership_id, id),
  constraint project_sheet_revision_version_once UNIQUE (partnership_id, sheet_id, version),
  constraint project_sheet_revision_aside_unversioned CHECK ((kind = 'ASIDE'::text) = (version IS NULL)),
  constraint project_sheet_revision_kind_known CHECK (kind = ANY (ARRAY['FIRST'::text, 'FOUND'::text, 'SAVED'::text, 'RESTORED'::text, 'ASIDE'::text])),
  constraint project_sheet_revision_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint project_sheet_revision_sheet FOREIGN KEY (partnership_id, sheet_id) REFERENCES project_sheet(partnership_id, id)
);
CREATE INDEX project_sheet_revision_by_sheet ON public.project_sheet_revision USING btree (partnership_id, sheet_id);
alter table project_sheet_revision enable row level security;
alter table project_sheet_revision force row level security;
create policy project_sheet_revision_app_insert on project_sheet_revision for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy project_sheet_revision_app_select on project_sheet_revision for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy project_sheet_revision_auditor on project_sheet_revision for select to passerelle_auditor using (true);
create policy project_sheet_revision_owner on project_sheet_revision for all to passerelle_owner using (true) with check (true);
create policy project_sheet_revision_worker on project_sheet_revision for all to passerelle_worker using (true) with check (true);
grant insert, select on project_sheet_revision to passerelle_app;
grant select on project_sheet_revision to passerelle_auditor;
grant select on project_sheet_revision to passerelle_worker;
CREATE TRIGGER project_sheet_revision_for_ever BEFORE DELETE OR UPDATE ON project_sheet_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- project_sheet_validation, owned by passerelle_owner
create table project_sheet_validation (
  partnership_id uuid not null,
  sheet_id uuid not null,
  version integer not null,
  party_id uuid not null,
  person_id uuid not null,
  validated_at timestamp with time zone not null,
  constraint project_sheet_validation_pkey PRIMARY KEY (partnership_id, sheet_id, version, party_id),
  constraint project_sheet_validation_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint project_sheet_validation_version FOREIGN KEY (partnership_id, sheet_id, version) REFERENCES project_sheet_version(partnership_id, sheet_id, version)
);
alter table project_sheet_validation enable row level security;
alter table project_sheet_validation force row level security;
create policy project_sheet_validation_app_insert on project_sheet_validation for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy project_sheet_validation_app_select on project_sheet_validation for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = project_sheet_validation.partnership_id) AND (parent.id = project_sheet_validation.sheet_id))))));
create policy project_sheet_validation_auditor on project_sheet_validation for select to passerelle_auditor using (true);
create policy project_sheet_validation_owner on project_sheet_validation for all to passerelle_owner using (true) with check (true);
create policy project_sheet_validation_worker on project_sheet_validation for all to passerelle_worker using (true) with check (true);
grant insert, select on project_sheet_validation to passerelle_app;
grant select on project_sheet_validation to passerelle_auditor;
grant select on project_sheet_validation to passerelle_worker;
CREATE TRIGGER project_sheet_validation_for_ever BEFORE DELETE OR UPDATE ON project_sheet_validation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON project_sheet_validation FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,sheet_id,version,party_id', 'partnership_id,sheet_id,version,party_id,person_id,validated_at', '');

-- project_sheet_version, owned by passerelle_owner
create table project_sheet_version (
  partnership_id uuid not null,
  sheet_id uuid not null,
  version integer not null,
  content jsonb not null,
  person_id uuid not null,
  submitted_at timestamp with time zone not null,
  constraint project_sheet_version_pkey PRIMARY KEY (partnership_id, sheet_id, version),
  constraint project_sheet_version_sheet FOREIGN KEY (partnership_id, sheet_id) REFERENCES project_sheet(partnership_id, id)
);
alter table project_sheet_version enable row level security;
alter table project_sheet_version force row level security;
create policy project_sheet_version_app_insert on project_sheet_version for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy project_sheet_version_app_select on project_sheet_version for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = project_sheet_version.partnership_id) AND (parent.id = project_sheet_version.sheet_id))))));
create policy project_sheet_version_auditor on project_sheet_version for select to passerelle_auditor using (true);
create policy project_sheet_version_owner on project_sheet_version for all to passerelle_owner using (true) with check (true);
create policy project_sheet_version_worker on project_sheet_version for all to passerelle_worker using (true) with check (true);
grant insert, select on project_sheet_version to passerelle_app;
grant select on project_sheet_version to passerelle_auditor;
grant select on project_sheet_version to passerelle_worker;
CREATE TRIGGER project_sheet_version_for_ever BEFORE DELETE OR UPDATE ON project_sheet_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON project_sheet_version FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,sheet_id,version', 'partnership_id,sheet_id,version,content,person_id,submitted_at', '');

-- proxy, owned by passerelle_owner
create table proxy (
  partnership_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  holder_seat_id uuid,
  recorded_at timestamp with time zone not null,
  constraint proxy_pkey PRIMARY KEY (partnership_id, meeting_id, seat_id),
  constraint proxy_two_seats CHECK (seat_id <> holder_seat_id),
  constraint proxy_holder FOREIGN KEY (partnership_id, holder_seat_id) REFERENCES seat(partnership_id, id),
  constraint proxy_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint proxy_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
alter table proxy enable row level security;
alter table proxy force row level security;
create policy proxy_app_insert on proxy for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy proxy_app_select on proxy for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy proxy_app_update on proxy for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy proxy_auditor on proxy for select to passerelle_auditor using (true);
create policy proxy_owner on proxy for all to passerelle_owner using (true) with check (true);
create policy proxy_worker on proxy for all to passerelle_worker using (true) with check (true);
grant insert, select, update on proxy to passerelle_app;
grant select on proxy to passerelle_auditor;
grant select on proxy to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON proxy FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,meeting_id,seat_id', 'partnership_id,meeting_id,seat_id,holder_seat_id,recorded_at', '');

-- reading, owned by passerelle_owner
create table reading (
  partnership_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid not null,
  first_read_at timestamp with time zone not null,
  constraint reading_pkey PRIMARY KEY (partnership_id, subject_kind, subject_id, person_id),
  constraint reading_partnership FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint reading_person FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table reading enable row level security;
alter table reading force row level security;
create policy reading_app_insert on reading for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid)));
create policy reading_app_select on reading for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy reading_auditor on reading for select to passerelle_auditor using (true);
create policy reading_owner on reading for all to passerelle_owner using (true) with check (true);
create policy reading_worker on reading for all to passerelle_worker using (true) with check (true);
grant insert, select on reading to passerelle_app;
grant select on reading to passerelle_auditor;
grant select on reading to passerelle_worker;

-- recovery, owned by passerelle_owner
create table recovery (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  mail_address text,
  reason text not null,
  asked_by uuid not null,
  asked_party uuid not null,
  asked_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_party uuid,
  confirmed_at timestamp with time zone,
  stopped_at timestamp with time zone,
  applied_at timestamp with time zone,
  constraint recovery_pkey PRIMARY KEY (partnership_id, id),
  constraint recovery_by_two_people CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by),
  constraint recovery_by_two_sides CHECK (confirmed_party IS NULL OR confirmed_party <> asked_party),
  constraint recovery_asked_party FOREIGN KEY (partnership_id, asked_party) REFERENCES party(partnership_id, id),
  constraint recovery_confirmed_party FOREIGN KEY (partnership_id, confirmed_party) REFERENCES party(partnership_id, id),
  constraint recovery_partnership FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint recovery_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX recovery_one_at_a_time ON public.recovery USING btree (person_id) WHERE ((stopped_at IS NULL) AND (applied_at IS NULL));
alter table recovery enable row level security;
alter table recovery force row level security;
create policy recovery_app_insert on recovery for insert to passerelle_app with check ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy recovery_app_select on recovery for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy recovery_app_update on recovery for update to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid)))) with check ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy recovery_auditor on recovery for select to passerelle_auditor using (true);
create policy recovery_owner on recovery for all to passerelle_owner using (true) with check (true);
create policy recovery_worker on recovery for all to passerelle_worker using (true) with check (true);
grant insert, select on recovery to passerelle_app;
grant select on recovery to passerelle_auditor;
grant select on recovery to passerelle_worker;
grant update (mail_address) on recovery to passerelle_app;
grant update (confirmed_by) on recovery to passerelle_app;
grant update (confirmed_party) on recovery to passerelle_app;
grant update (confirmed_at) on recovery to passerelle_app;
grant update (stopped_at) on recovery to passerelle_app;
grant update (applied_at) on recovery to passerelle_app;

-- reminder, owned by passerelle_owner
create table reminder (
  id uuid not null,
  partnership_id uuid,
  rule text not null,
  object_kind text not null,
  object_id uuid not null,
  period text not null,
  person_id uuid not null,
  occurrence integer not null,
  channel text not null,
  due_on date not null,
  send_at timestamp with time zone not null,
  state text not null,
  priority integer not null,
  attempts integer not null,
  message_id text not null,
  details jsonb not null,
  lease_until timestamp with time zone,
  last_problem text,
  sent_at timestamp with time zone,
  planned_at timestamp with time zone not null,
  constraint reminder_pkey PRIMARY KEY (id),
  constraint reminder_message_once UNIQUE (message_id),
  constraint reminder_once UNIQUE (rule, object_kind, object_id, period, person_id, occurrence, channel),
  constraint reminder_sent_has_instant CHECK ((state = 'SENT'::text) = (sent_at IS NOT NULL)),
  constraint reminder_state_known CHECK (state = ANY (ARRAY['PLANNED'::text, 'SENDING'::text, 'SENT'::text, 'FAILED'::text, 'SUPERSEDED'::text, 'CANCELLED'::text, 'GATHERED'::text])),
  constraint reminder_partnership FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint reminder_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX reminder_by_object ON public.reminder USING btree (partnership_id, object_kind, object_id);
CREATE INDEX reminder_next ON public.reminder USING btree (send_at) WHERE (state = ANY (ARRAY['PLANNED'::text, 'SENDING'::text]));
alter table reminder enable row level security;
alter table reminder force row level security;
create policy reminder_app_select on reminder for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid)));
create policy reminder_auditor on reminder for select to passerelle_auditor using (true);
create policy reminder_owner on reminder for all to passerelle_owner using (true) with check (true);
create policy reminder_worker on reminder for all to passerelle_worker using (true) with check (true);
grant select on reminder to passerelle_app;
grant select on reminder to passerelle_auditor;
grant insert, select, update on reminder to passerelle_worker;

-- reminder_row_move, owned by passerelle_owner
create table reminder_row_move (
  partnership_id uuid not null,
  id uuid not null,
  rule text not null,
  days integer,
  party_id uuid not null,
  person_id uuid not null,
  moved_at timestamp with time zone not null,
  constraint reminder_row_move_pkey PRIMARY KEY (partnership_id, id),
  constraint reminder_row_move_days CHECK (days >= '-330'::integer AND days <= 330 AND days <> 0),
  constraint reminder_row_move_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint reminder_row_move_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX reminder_row_move_last ON public.reminder_row_move USING btree (partnership_id, rule, moved_at);
alter table reminder_row_move enable row level security;
alter table reminder_row_move force row level security;
create policy reminder_row_move_app_insert on reminder_row_move for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy reminder_row_move_app_select on reminder_row_move for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy reminder_row_move_auditor on reminder_row_move for select to passerelle_auditor using (true);
create policy reminder_row_move_owner on reminder_row_move for all to passerelle_owner using (true) with check (true);
create policy reminder_row_move_worker on reminder_row_move for all to passerelle_worker using (true) with check (true);
grant insert, select on reminder_row_move to passerelle_app;
grant select on reminder_row_move to passerelle_auditor;
grant select on reminder_row_move to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON reminder_row_move FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,rule,days,party_id,person_id,moved_at', '');

-- rule, owned by passerelle_owner
create table rule (
  partnership_id uuid not null,
  agreement_id uuid not null,
  key text not null,
  value jsonb not null,
  source_kind text not null,
  source_reference text not null,
  quote text,
  constraint rule_pkey PRIMARY KEY (partnership_id, agreement_id, key),
  constraint rule_source_known CHECK (source_kind = ANY (ARRAY['ARTICLE'::text, 'RULES_OF_PROCEDURE'::text, 'LAW'::text, 'PRODUCT_DEFAULT'::text])),
  constraint rule_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id)
);
alter table rule enable row level security;
alter table rule force row level security;
create policy rule_app_insert on rule for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy rule_app_select on rule for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = rule.partnership_id)))))));
create policy rule_app_update on rule for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy rule_auditor on rule for select to passerelle_auditor using (true);
create policy rule_owner on rule for all to passerelle_owner using (true) with check (true);
create policy rule_worker on rule for all to passerelle_worker using (true) with check (true);
grant insert, select on rule to passerelle_app;
grant select on rule to passerelle_auditor;
grant select on rule to passerelle_worker;
grant update (value) on rule to passerelle_app;
grant update (source_kind) on rule to passerelle_app;
grant update (source_reference) on rule to passerelle_app;
grant update (quote) on rule to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON rule FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,agreement_id,key', 'partnership_id,agreement_id,key,value,source_kind,source_reference,quote', '');

-- rule_book, owned by passerelle_owner
create table rule_book (
  partnership_id uuid not null,
  agreement_id uuid not null,
  in_service_at timestamp with time zone,
  text_edition integer not null default 0,
  constraint rule_book_pkey PRIMARY KEY (partnership_id, agreement_id),
  constraint rule_book_agreement FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement(partnership_id, id)
);
alter table rule_book enable row level security;
alter table rule_book force row level security;
create policy rule_book_app_insert on rule_book for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy rule_book_app_select on rule_book for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy rule_book_app_update on rule_book for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy rule_book_auditor on rule_book for select to passerelle_auditor using (true);
create policy rule_book_owner on rule_book for all to passerelle_owner using (true) with check (true);
create policy rule_book_worker on rule_book for all to passerelle_worker using (true) with check (true);
grant insert, select on rule_book to passerelle_app;
grant select on rule_book to passerelle_auditor;
grant select on rule_book to passerelle_worker;
grant update (in_service_at) on rule_book to passerelle_app;
grant update (text_edition) on rule_book to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON rule_book FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,agreement_id', 'partnership_id,agreement_id,in_service_at,text_edition', '');

-- rule_version, owned by passerelle_owner
create table rule_version (
  partnership_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  key text not null,
  value jsonb not null,
  source_kind text not null,
  source_reference text not null,
  quote text,
  act text not null,
  party_id uuid,
  person_id uuid,
  motive text,
  asked_at timestamp with time zone not null,
  agreed_party uuid,
  agreed_by uuid,
  decision_id uuid,
  adopted_at timestamp with time zone,
  in_effect_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint rule_version_pkey PRIMARY KEY (partnership_id, id),
  constraint rule_version_act_known CHECK (act = ANY (ARRAY['RECORDED'::text, 'SET'::text, 'DECISION'::text, 'CORRECTION'::text])),
  constraint rule_version_correction_by_another CHECK (act <> 'CORRECTION'::text OR in_effect_at IS NULL OR agreed_party <> party_id AND agreed_by <> person_id AND motive IS NOT NULL),
  constraint rule_version_decision_adopted CHECK (act <> 'DECISION'::text OR in_effect_at IS NULL OR decision_id IS NOT NULL AND adopted_at IS NOT NULL),
  constraint rule_version_source_known CHECK (source_kind = ANY (ARRAY['ARTICLE'::text, 'RULES_OF_PROCEDURE'::text, 'LAW'::text, 'PRODUCT_DEFAULT'::text])),
  constraint rule_version_agreed_by FOREIGN KEY (agreed_by) REFERENCES person(id),
  constraint rule_version_agreed_party FOREIGN KEY (partnership_id, agreed_party) REFERENCES party(partnership_id, id),
  constraint rule_version_book FOREIGN KEY (partnership_id, agreement_id) REFERENCES rule_book(partnership_id, agreement_id),
  constraint rule_version_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint rule_version_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX rule_version_one_awaits ON public.rule_version USING btree (partnership_id, agreement_id, key) WHERE ((in_effect_at IS NULL) AND (closed_at IS NULL) AND (adopted_at IS NULL));
alter table rule_version enable row level security;
alter table rule_version force row level security;
create policy rule_version_app_insert on rule_version for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy rule_version_app_select on rule_version for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((in_effect_at IS NOT NULL) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])))));
create policy rule_version_app_update on rule_version for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy rule_version_auditor on rule_version for select to passerelle_auditor using (true);
create policy rule_version_owner on rule_version for all to passerelle_owner using (true) with check (true);
create policy rule_version_worker on rule_version for all to passerelle_worker using (true) with check (true);
grant insert, select on rule_version to passerelle_app;
grant select on rule_version to passerelle_auditor;
grant select on rule_version to passerelle_worker;
grant update (agreed_party) on rule_version to passerelle_app;
grant update (agreed_by) on rule_version to passerelle_app;
grant update (decision_id) on rule_version to passerelle_app;
grant update (adopted_at) on rule_version to passerelle_app;
grant update (in_effect_at) on rule_version to passerelle_app;
grant update (closed_at) on rule_version to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON rule_version FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,agreement_id,key,value,source_kind,source_reference,quote,act,party_id,person_id,asked_at,agreed_party,agreed_by,decision_id,adopted_at,in_effect_at,closed_at', 'motive');

-- safety_sheet, owned by passerelle_owner
create table safety_sheet (
  partnership_id uuid not null,
  meeting_id uuid not null,
  host_contact text not null,
  emergency text not null,
  insurance text not null,
  advice text,
  advice_on date,
  notes text not null,
  person_id uuid not null,
  version integer not null,
  kept_at timestamp with time zone not null,
  constraint safety_sheet_pkey PRIMARY KEY (partnership_id, meeting_id),
  constraint safety_sheet_advice_known CHECK (advice = ANY (ARRAY['NORMAL'::text, 'REINFORCED'::text, 'UNLESS_NECESSARY'::text, 'AGAINST'::text])),
  constraint safety_sheet_bounded CHECK (char_length(host_contact) >= 1 AND char_length(host_contact) <= 2000 AND char_length(emergency) <= 2000 AND char_length(insurance) <= 2000 AND char_length(notes) <= 2000),
  constraint safety_sheet_meeting FOREIGN KEY (partnership_id, meeting_id) REFERENCES meeting(partnership_id, id),
  constraint safety_sheet_person FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table safety_sheet enable row level security;
alter table safety_sheet force row level security;
create policy safety_sheet_app_insert on safety_sheet for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy safety_sheet_app_select on safety_sheet for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy safety_sheet_app_update on safety_sheet for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy safety_sheet_auditor on safety_sheet for select to passerelle_auditor using (true);
create policy safety_sheet_owner on safety_sheet for all to passerelle_owner using (true) with check (true);
create policy safety_sheet_worker on safety_sheet for all to passerelle_worker using (true) with check (true);
grant insert, select, update on safety_sheet to passerelle_app;
grant select on safety_sheet to passerelle_auditor;
grant select on safety_sheet to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON safety_sheet FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,meeting_id', 'partnership_id,meeting_id,advice,advice_on,person_id,version,kept_at', 'host_contact,emergency,insurance,notes');

-- search_document, owned by passerelle_owner
create table search_document (
  partnership_id uuid not null,
  kind text not null,
  id text not null,
  audience text not null,
  party_id uuid,
  page_id text not null,
  title text not null,
  text text not null,
  said_on date,
  tsv tsvector not null,
  constraint search_document_pkey PRIMARY KEY (partnership_id, kind, id),
  constraint search_document_audience_known CHECK (audience = ANY (ARRAY['PUBLIC'::text, 'PARTNERSHIP'::text, 'PREPARING'::text, 'KEEPING'::text, 'PARTY'::text])),
  constraint search_document_party_named CHECK (audience <> 'PARTY'::text OR party_id IS NOT NULL),
  constraint search_document_partnership FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);
CREATE INDEX search_document_words ON public.search_document USING gin (tsv);
alter table search_document enable row level security;
alter table search_document force row level security;
create policy search_document_app_delete on search_document for delete to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy search_document_app_insert on search_document for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy search_document_app_select on search_document for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((audience = ANY (ARRAY['PUBLIC'::text, 'PARTNERSHIP'::text])) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((audience = 'PREPARING'::text) OR ((audience = 'PARTY'::text) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))))) OR ((audience = 'KEEPING'::text) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.keeping'::text, true), ''::text) AS "nullif"))::uuid[]))))) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (audience = 'PUBLIC'::text))));
create policy search_document_app_update on search_document for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy search_document_auditor on search_document for select to passerelle_auditor using (true);
create policy search_document_owner on search_document for all to passerelle_owner using (true) with check (true);
create policy search_document_worker on search_document for all to passerelle_worker using (true) with check (true);
grant delete, insert, select, update on search_document to passerelle_app;
grant select on search_document to passerelle_auditor;
grant select on search_document to passerelle_worker;

-- seat, owned by passerelle_owner
create table seat (
  partnership_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  category text not null,
  office text not null,
  office_ar text not null,
  member boolean not null,
  constraint seat_pkey PRIMARY KEY (partnership_id, id),
  constraint seat_category_known CHECK (category = ANY (ARRAY['CO_PRESIDENT'::text, 'ELECTED_MEMBER'::text, 'TECHNICIAN'::text, 'COORDINATOR'::text, 'SESSION_SECRETARY'::text, 'CABINET'::text, 'GUEST'::text, 'PROJECT_CARRIER'::text, 'EVALUATION_ACTOR'::text, 'STATE_OBSERVER'::text])),
  constraint seat_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id)
);
CREATE UNIQUE INDEX seat_one_presidency_per_party ON public.seat USING btree (partnership_id, party_id) WHERE (category = 'CO_PRESIDENT'::text);
alter table seat enable row level security;
alter table seat force row level security;
create policy seat_app_insert on seat for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy seat_app_select on seat for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (EXISTS ( SELECT
   FROM signature given
  WHERE ((given.partnership_id = seat.partnership_id) AND (given.seat_id = seat.id)))))));
create policy seat_app_update on seat for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy seat_auditor on seat for select to passerelle_auditor using (true);
create policy seat_owner on seat for all to passerelle_owner using (true) with check (true);
create policy seat_worker on seat for all to passerelle_worker using (true) with check (true);
grant insert, select on seat to passerelle_app;
grant select on seat to passerelle_auditor;
grant select on seat to passerelle_worker;
grant update (office) on seat to passerelle_app;
grant update (office_ar) on seat to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON seat FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,party_id,category,office,office_ar,member', '');

-- service_confirmation, owned by passerelle_owner
create table service_confirmation (
  partnership_id uuid not null,
  agreement_id uuid not null,
  party_id uuid not null,
  edition integer not null,
  person_id uuid not null,
  confirmed_at timestamp with time zone not null,
  constraint service_confirmation_pkey PRIMARY KEY (partnership_id, agreement_id, party_id, edition),
  constraint service_confirmation_book FOREIGN KEY (partnership_id, agreement_id) REFERENCES rule_book(partnership_id, agreement_id),
  constraint service_confirmation_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint service_confirmation_person FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table service_confirmation enable row level security;
alter table service_confirmation force row level security;
create policy service_confirmation_app_insert on service_confirmation for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy service_confirmation_app_select on service_confirmation for select to passerelle_app using ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy service_confirmation_auditor on service_confirmation for select to passerelle_auditor using (true);
create policy service_confirmation_owner on service_confirmation for all to passerelle_owner using (true) with check (true);
create policy service_confirmation_worker on service_confirmation for all to passerelle_worker using (true) with check (true);
grant insert, select on service_confirmation to passerelle_app;
grant select on service_confirmation to passerelle_auditor;
grant select on service_confirmation to passerelle_worker;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON service_confirmation FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,agreement_id,party_id,edition', 'partnership_id,agreement_id,party_id,edition,person_id,confirmed_at', '');

-- session, owned by passerelle_owner
create table session (
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  method text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  step_up_at timestamp with time zone,
  ended_at timestamp with time zone,
  browser text,
  platform text,
  step_up_method text,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_once UNIQUE (token_hash),
  constraint session_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX session_by_person ON public.session USING btree (person_id);
alter table session enable row level security;
alter table session force row level security;
create policy session_app_insert on session for insert to passerelle_app with check (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy session_app_select on session for select to passerelle_app using (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy session_app_update on session for update to passerelle_app using (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text))) with check (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy session_auditor on session for select to passerelle_auditor using (true);
create policy session_owner on session for all to passerelle_owner using (true) with check (true);
create policy session_worker on session for all to passerelle_worker using (true) with check (true);
grant insert, select on session to passerelle_app;
grant select on session to passerelle_auditor;
grant select on session to passerelle_worker;
grant update (token_hash) on session to passerelle_app;
grant update (last_seen_at) on session to passerelle_app;
grant update (step_up_at) on session to passerelle_app;
grant update (ended_at) on session to passerelle_app;
grant update (browser) on session to passerelle_app;
grant update (platform) on session to passerelle_app;
grant update (step_up_method) on session to passerelle_app;

-- sheet_comment, owned by passerelle_owner
create table sheet_comment (
  partnership_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  answers_id uuid,
  field text not null,
  text text not null,
  party_id uuid not null,
  person_id uuid not null,
  party_only boolean not null,
  version integer not null,
  mentions jsonb not null,
  written_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  constraint sheet_comment_pkey PRIMARY KEY (partnership_id, id),
  constraint sheet_comment_settled_by CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
  constraint sheet_comment_text_bounded CHECK (char_length(text) >= 1 AND char_length(text) <= 2000),
  constraint sheet_comment_answers FOREIGN KEY (partnership_id, answers_id) REFERENCES sheet_comment(partnership_id, id),
  constraint sheet_comment_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint sheet_comment_sheet FOREIGN KEY (partnership_id, sheet_id) REFERENCES project_sheet(partnership_id, id)
);
CREATE INDEX sheet_comment_by_sheet ON public.sheet_comment USING btree (partnership_id, sheet_id);
alter table sheet_comment enable row level security;
alter table sheet_comment force row level security;
create policy sheet_comment_app_insert on sheet_comment for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = sheet_comment.partnership_id) AND (parent.id = sheet_comment.sheet_id)))) AND ((NOT party_only) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))))));
create policy sheet_comment_app_select on sheet_comment for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = sheet_comment.partnership_id) AND (parent.id = sheet_comment.sheet_id)))) AND ((NOT party_only) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))))));
create policy sheet_comment_app_update on sheet_comment for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = sheet_comment.partnership_id) AND (parent.id = sheet_comment.sheet_id)))) AND ((NOT party_only) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[])))))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM project_sheet parent
  WHERE ((parent.partnership_id = sheet_comment.partnership_id) AND (parent.id = sheet_comment.sheet_id)))) AND ((NOT party_only) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND (party_id = ANY ((( SELECT NULLIF(current_setting('app.parties'::text, true), ''::text) AS "nullif"))::uuid[]))))));
create policy sheet_comment_auditor on sheet_comment for select to passerelle_auditor using (true);
create policy sheet_comment_owner on sheet_comment for all to passerelle_owner using (true) with check (true);
create policy sheet_comment_worker on sheet_comment for all to passerelle_worker using (true) with check (true);
grant insert, select on sheet_comment to passerelle_app;
grant select on sheet_comment to passerelle_auditor;
grant select on sheet_comment to passerelle_worker;
grant update (resolved_at) on sheet_comment to passerelle_app;
grant update (resolved_by) on sheet_comment to passerelle_app;
CREATE TRIGGER sheet_comment_not_removed BEFORE DELETE ON sheet_comment FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- sign_in_code, owned by passerelle_owner
create table sign_in_code (
  id uuid not null,
  person_id uuid,
  mail_address text not null,
  browser_hash bytea not null,
  tries integer not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  origin_hash bytea,
  constraint sign_in_code_pkey PRIMARY KEY (id),
  constraint sign_in_code_tries_bounded CHECK (tries >= 0 AND tries <= 5),
  constraint sign_in_code_person FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX sign_in_code_by_address ON public.sign_in_code USING btree (mail_address, asked_at);
CREATE INDEX sign_in_code_by_origin ON public.sign_in_code USING btree (origin_hash, asked_at);
alter table sign_in_code enable row level security;
alter table sign_in_code force row level security;
create policy sign_in_code_app_delete on sign_in_code for delete to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy sign_in_code_app_insert on sign_in_code for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy sign_in_code_app_select on sign_in_code for select to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy sign_in_code_app_update on sign_in_code for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy sign_in_code_auditor on sign_in_code for select to passerelle_auditor using (true);
create policy sign_in_code_owner on sign_in_code for all to passerelle_owner using (true) with check (true);
create policy sign_in_code_worker on sign_in_code for all to passerelle_worker using (true) with check (true);
grant delete, insert, select on sign_in_code to passerelle_app;
grant select on sign_in_code to passerelle_auditor;
grant select on sign_in_code to passerelle_worker;
grant update (tries) on sign_in_code to passerelle_app;
grant update (used_at) on sign_in_code to passerelle_app;

-- signature, owned by passerelle_owner
create table signature (
  partnership_id uuid not null,
  id uuid not null,
  minutes_id uuid not null,
  version integer not null,
  party_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  office text not null,
  content_hash text not null,
  pdf_sha256 text not null,
  statement jsonb not null,
  method text not null,
  level text not null,
  place text not null,
  civil_date date not null,
  signed_at timestamp with time zone not null,
  constraint signature_pkey PRIMARY KEY (partnership_id, id),
  constraint signature_once_per_party UNIQUE (partnership_id, minutes_id, version, party_id),
  constraint signature_method_known CHECK (method = ANY (ARRAY['MAIL_CODE'::text, 'PASSKEY'::text, 'PAPER'::text, 'DEMO'::text])),
  constraint signature_minutes_version FOREIGN KEY (partnership_id, minutes_id, version, content_hash) REFERENCES minutes_version(partnership_id, minutes_id, version, content_hash),
  constraint signature_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint signature_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint signature_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
CREATE INDEX signature_by_minutes ON public.signature USING btree (partnership_id, minutes_id, version);
alter table signature enable row level security;
alter table signature force row level security;
create policy signature_app_insert on signature for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy signature_app_select on signature for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM minutes parent
  WHERE ((parent.partnership_id = signature.partnership_id) AND (parent.id = signature.minutes_id))))) OR ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'PUBLIC'::text) AND (EXISTS ( SELECT
   FROM minutes signed
  WHERE ((signed.executory_at IS NOT NULL) AND (signed.partnership_id = signature.partnership_id) AND (signed.id = signature.minutes_id) AND (signed.version = signature.version)))))));
create policy signature_auditor on signature for select to passerelle_auditor using (true);
create policy signature_owner on signature for all to passerelle_owner using (true) with check (true);
create policy signature_worker on signature for all to passerelle_worker using (true) with check (true);
grant insert, select on signature to passerelle_app;
grant select on signature to passerelle_auditor;
grant select on signature to passerelle_worker;
CREATE CONSTRAINT TRIGGER paper_signature_was_seen AFTER INSERT ON signature DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION paper_signature_was_seen();
CREATE TRIGGER signature_for_ever BEFORE DELETE OR UPDATE ON signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signature_only_on_live_version BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION signature_only_on_live_version();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON signature FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,minutes_id,version,party_id,seat_id,person_id,office,content_hash,pdf_sha256,statement,method,level,place,civil_date,signed_at', '');

-- signature_contest, owned by passerelle_owner
create table signature_contest (
  partnership_id uuid not null,
  signature_id uuid not null,
  minutes_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  reason text not null,
  contested_at timestamp with time zone not null,
  constraint signature_contest_pkey PRIMARY KEY (partnership_id, signature_id),
  constraint signature_contest_bounded CHECK (char_length(reason) >= 1 AND char_length(reason) <= 2000),
  constraint signature_contest_minutes FOREIGN KEY (partnership_id, minutes_id) REFERENCES minutes(partnership_id, id),
  constraint signature_contest_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint signature_contest_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id),
  constraint signature_contest_signature FOREIGN KEY (partnership_id, signature_id) REFERENCES signature(partnership_id, id)
);
CREATE INDEX signature_contest_by_minutes ON public.signature_contest USING btree (partnership_id, minutes_id);
alter table signature_contest enable row level security;
alter table signature_contest force row level security;
create policy signature_contest_app_insert on signature_contest for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy signature_contest_app_select on signature_contest for select to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])) AND ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM minutes parent
  WHERE ((parent.partnership_id = signature_contest.partnership_id) AND (parent.id = signature_contest.minutes_id)))))));
create policy signature_contest_auditor on signature_contest for select to passerelle_auditor using (true);
create policy signature_contest_owner on signature_contest for all to passerelle_owner using (true) with check (true);
create policy signature_contest_worker on signature_contest for all to passerelle_worker using (true) with check (true);
grant insert, select on signature_contest to passerelle_app;
grant select on signature_contest to passerelle_auditor;
grant select on signature_contest to passerelle_worker;
CREATE TRIGGER signature_contest_for_ever BEFORE DELETE OR UPDATE ON signature_contest FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON signature_contest FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,signature_id', 'partnership_id,signature_id,minutes_id,seat_id,person_id,contested_at', 'reason');

-- step_up, owned by passerelle_owner
create table step_up (
  id uuid not null,
  challenge_id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  passkey_id uuid not null,
  challenge bytea not null,
  statement jsonb not null,
  assertion jsonb not null,
  proved_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint step_up_pkey PRIMARY KEY (id),
  constraint step_up_once_per_challenge UNIQUE (challenge_id),
  constraint step_up_passkey FOREIGN KEY (passkey_id) REFERENCES passkey(id),
  constraint step_up_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint step_up_session FOREIGN KEY (session_id) REFERENCES session(id)
);
CREATE INDEX step_up_by_session ON public.step_up USING btree (session_id);
alter table step_up enable row level security;
alter table step_up force row level security;
create policy step_up_app_insert on step_up for insert to passerelle_app with check (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy step_up_app_select on step_up for select to passerelle_app using (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy step_up_app_update on step_up for update to passerelle_app using (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text))) with check (((person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid) OR (( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)));
create policy step_up_auditor on step_up for select to passerelle_auditor using (true);
create policy step_up_owner on step_up for all to passerelle_owner using (true) with check (true);
create policy step_up_worker on step_up for all to passerelle_worker using (true) with check (true);
grant insert, select on step_up to passerelle_app;
grant select on step_up to passerelle_auditor;
grant select on step_up to passerelle_worker;
grant update (used_at) on step_up to passerelle_app;

-- taken_up_plan, owned by passerelle_owner
create table taken_up_plan (
  partnership_id uuid not null,
  id uuid not null,
  year integer not null,
  decision_id uuid not null,
  sheets jsonb not null,
  party_id uuid not null,
  person_id uuid not null,
  taken_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  plan_id uuid,
  confirmed_party uuid,
  confirmed_person uuid,
  confirmed_at timestamp with time zone,
  constraint taken_up_plan_pkey PRIMARY KEY (partnership_id, id),
  constraint taken_up_plan_by_two CHECK (confirmed_at IS NULL OR confirmed_party <> party_id AND confirmed_person <> person_id),
  constraint taken_up_plan_confirmed_whole CHECK ((plan_id IS NULL) = (confirmed_at IS NULL) AND (confirmed_party IS NULL) = (confirmed_at IS NULL) AND (confirmed_person IS NULL) = (confirmed_at IS NULL)),
  constraint taken_up_plan_holds_some CHECK (jsonb_array_length(sheets) > 0),
  constraint taken_up_plan_settled_once CHECK (withdrawn_at IS NULL OR confirmed_at IS NULL),
  constraint taken_up_plan_confirmed_party FOREIGN KEY (partnership_id, confirmed_party) REFERENCES party(partnership_id, id),
  constraint taken_up_plan_confirmed_person FOREIGN KEY (confirmed_person) REFERENCES person(id),
  constraint taken_up_plan_decision FOREIGN KEY (partnership_id, decision_id) REFERENCES decision(partnership_id, id),
  constraint taken_up_plan_party FOREIGN KEY (partnership_id, party_id) REFERENCES party(partnership_id, id),
  constraint taken_up_plan_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint taken_up_plan_plan FOREIGN KEY (partnership_id, plan_id) REFERENCES action_plan(partnership_id, id)
);
CREATE UNIQUE INDEX taken_up_plan_decision_once ON public.taken_up_plan USING btree (partnership_id, decision_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX taken_up_plan_waiting_once ON public.taken_up_plan USING btree (partnership_id, year) WHERE ((withdrawn_at IS NULL) AND (confirmed_at IS NULL));
alter table taken_up_plan enable row level security;
alter table taken_up_plan force row level security;
create policy taken_up_plan_app_insert on taken_up_plan for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy taken_up_plan_app_select on taken_up_plan for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((confirmed_at IS NOT NULL) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])))));
create policy taken_up_plan_app_update on taken_up_plan for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy taken_up_plan_auditor on taken_up_plan for select to passerelle_auditor using (true);
create policy taken_up_plan_owner on taken_up_plan for all to passerelle_owner using (true) with check (true);
create policy taken_up_plan_worker on taken_up_plan for all to passerelle_worker using (true) with check (true);
grant insert, select on taken_up_plan to passerelle_app;
grant select on taken_up_plan to passerelle_auditor;
grant select on taken_up_plan to passerelle_worker;
grant update (withdrawn_at) on taken_up_plan to passerelle_app;
grant update (plan_id) on taken_up_plan to passerelle_app;
grant update (confirmed_party) on taken_up_plan to passerelle_app;
grant update (confirmed_person) on taken_up_plan to passerelle_app;
grant update (confirmed_at) on taken_up_plan to passerelle_app;
CREATE TRIGGER taken_up_plan_not_removed BEFORE DELETE ON taken_up_plan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER taken_up_plan_settled_for_ever BEFORE UPDATE ON taken_up_plan FOR EACH ROW EXECUTE FUNCTION taken_up_plan_settled_for_ever();
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON taken_up_plan FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,id', 'partnership_id,id,year,decision_id,sheets,party_id,person_id,taken_at,withdrawn_at,plan_id,confirmed_party,confirmed_person,confirmed_at', '');

-- territory, owned by passerelle_owner
create table territory (
  id uuid not null,
  name text not null,
  country text not null,
  zone text not null,
  locale text not null,
  currency text not null,
  hierarchy text not null,
  supervision text,
  population integer,
  population_year integer,
  population_approximate boolean not null default false,
  work_week smallint[],
  closed_days date[] not null default '{}'::date[],
  worked_days date[] not null default '{}'::date[],
  constraint territory_pkey PRIMARY KEY (id)
);
alter table territory enable row level security;
alter table territory force row level security;
create policy territory_app_insert on territory for insert to passerelle_app with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy territory_app_select on territory for select to passerelle_app using (true);
create policy territory_app_update on territory for update to passerelle_app using ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text)) with check ((( SELECT NULLIF(current_setting('app.audience'::text, true), ''::text) AS "nullif") = 'INSTANCE'::text));
create policy territory_auditor on territory for select to passerelle_auditor using (true);
create policy territory_owner on territory for all to passerelle_owner using (true) with check (true);
create policy territory_worker on territory for all to passerelle_worker using (true) with check (true);
grant insert, select on territory to passerelle_app;
grant select on territory to passerelle_auditor;
grant select on territory to passerelle_worker;
grant update (currency) on territory to passerelle_app;
grant update (hierarchy) on territory to passerelle_app;
grant update (supervision) on territory to passerelle_app;
grant update (population) on territory to passerelle_app;
grant update (population_year) on territory to passerelle_app;
grant update (population_approximate) on territory to passerelle_app;
grant update (work_week) on territory to passerelle_app;
grant update (closed_days) on territory to passerelle_app;
grant update (worked_days) on territory to passerelle_app;

-- vote, owned by passerelle_owner
create table vote (
  partnership_id uuid not null,
  ballot_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  choice text not null,
  reason text,
  text_hash text not null,
  cast_at timestamp with time zone not null,
  constraint vote_pkey PRIMARY KEY (partnership_id, ballot_id, seat_id),
  constraint vote_choice_known CHECK (choice = ANY (ARRAY['FOR'::text, 'AGAINST'::text, 'ABSTAIN'::text])),
  constraint vote_ballot FOREIGN KEY (partnership_id, ballot_id, text_hash) REFERENCES ballot(partnership_id, id, text_hash),
  constraint vote_person FOREIGN KEY (person_id) REFERENCES person(id),
  constraint vote_seat FOREIGN KEY (partnership_id, seat_id) REFERENCES seat(partnership_id, id)
);
alter table vote enable row level security;
alter table vote force row level security;
create policy vote_app_insert on vote for insert to passerelle_app with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy vote_app_select on vote for select to passerelle_app using ((((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))) OR ((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (EXISTS ( SELECT
   FROM ( SELECT ballot.partnership_id,
            ballot.id
           FROM ballot
          WHERE (ballot.closed_at IS NOT NULL)) parent
  WHERE ((parent.partnership_id = vote.partnership_id) AND (parent.id = vote.ballot_id)))))));
create policy vote_app_update on vote for update to passerelle_app using (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[])))) with check (((partnership_id = ANY ((( SELECT NULLIF(current_setting('app.partnerships'::text, true), ''::text) AS "nullif"))::uuid[])) AND (partnership_id = ANY ((( SELECT NULLIF(current_setting('app.preparing'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy vote_auditor on vote for select to passerelle_auditor using (true);
create policy vote_owner on vote for all to passerelle_owner using (true) with check (true);
create policy vote_worker on vote for all to passerelle_worker using (true) with check (true);
grant insert, select on vote to passerelle_app;
grant select on vote to passerelle_auditor;
grant select on vote to passerelle_worker;
grant update (person_id) on vote to passerelle_app;
grant update (choice) on vote to passerelle_app;
grant update (reason) on vote to passerelle_app;
grant update (cast_at) on vote to passerelle_app;
CREATE TRIGGER told_to_journal AFTER INSERT OR DELETE OR UPDATE ON vote FOR EACH ROW EXECUTE FUNCTION tell_row('partnership_id', 'partnership_id,ballot_id,seat_id', 'partnership_id,ballot_id,seat_id,person_id,choice,text_hash,cast_at', 'reason');
CREATE TRIGGER vote_not_removed BEFORE DELETE ON vote FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER vote_only_while_open BEFORE INSERT OR UPDATE ON vote FOR EACH ROW EXECUTE FUNCTION vote_only_while_open();
