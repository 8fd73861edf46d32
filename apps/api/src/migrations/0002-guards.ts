/** Frozen with migration 0002: a changed guard or door is a new migration (`create or replace`). */
/** Triggers behind the rules: they hold even when the application is wrong (trust.md, threats K and M). */
export const guards: readonly string[] = [
  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception '% rows are never changed nor removed', tg_table_name using errcode = 'restrict_violation';
   end $$`,
  ...['journal', 'signature', 'project_sheet_version', 'project_sheet_validation'].map(
    (table) => `create trigger ${table}_for_ever before update or delete on ${table} for each row execute function refuse_change()`,
  ),
  ...['vote', 'ballot', 'minutes_version', 'decision', 'minutes'].map(
    (table) => `create trigger ${table}_not_removed before delete on ${table} for each row execute function refuse_change()`,
  ),
  `create function vote_only_while_open() returns trigger language plpgsql as $$
   begin
     perform from ballot where partnership_id = new.partnership_id and id = new.ballot_id and closed_at is null;
     if not found then
       raise exception 'a closed ballot takes no vote' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  `create trigger vote_only_while_open before insert or update on vote for each row execute function vote_only_while_open()`,
  `create function closed_ballot_is_immutable() returns trigger language plpgsql as $$
   begin
     if old.closed_at is not null then
       raise exception 'a closed ballot never changes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  `create trigger closed_ballot_is_immutable before update on ballot for each row execute function closed_ballot_is_immutable()`,
  `create function executory_minutes_are_immutable() returns trigger language plpgsql as $$
   begin
     if old.executory_at is not null then
       raise exception 'executory minutes never change: only rectifying minutes' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  `create trigger executory_minutes_are_immutable before update on minutes for each row execute function executory_minutes_are_immutable()`,
  `create function signature_only_on_live_version() returns trigger language plpgsql as $$
   begin
     perform from minutes_version
       where partnership_id = new.partnership_id and minutes_id = new.minutes_id and version = new.version and voided_at is null;
     if not found then
       raise exception 'a void version takes no signature' using errcode = 'restrict_violation';
     end if;
     return new;
   end $$`,
  `create trigger signature_only_on_live_version before insert on signature for each row execute function signature_only_on_live_version()`,
];

/** Look-ups before it is known what somebody may see: three doors, nothing else (decisions.md, « Data »). */
export const doors: readonly string[] = [
  `create function session_by_token(token_hash bytea)
     returns table (session_id uuid, person_id uuid, language text, step_up_at timestamptz, expires_at timestamptz, last_seen_at timestamptz)
     language sql stable security definer set search_path = pg_catalog, public as $$
     select session.id, session.person_id, person.language, session.step_up_at, session.expires_at, session.last_seen_at
     from public.session join public.person on person.id = session.person_id
     where session.token_hash = $1 and session.ended_at is null $$`,
  `create function person_by_mail_address(mail_address text) returns table (person_id uuid, language text)
     language sql stable security definer set search_path = pg_catalog, public as $$
     select person.id, person.language from public.person where person.mail_address = $1 $$`,
  `create function seats_of_person(person_id uuid)
     returns table (partnership_id uuid, seat_id uuid, party_id uuid, category text, member boolean, zone text, "from" date, "until" date)
     language sql stable security definer set search_path = pg_catalog, public as $$
     select seat.partnership_id, seat.id, seat.party_id, seat.category, seat.member, territory.zone, mandate."from", mandate."until"
     from public.mandate
     join public.seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
     join public.party on party.partnership_id = seat.partnership_id and party.id = seat.party_id
     join public.organisation on organisation.id = party.organisation_id
     join public.territory on territory.id = organisation.territory_id
     where mandate.person_id = $1 $$`,
  ...['session_by_token(bytea)', 'person_by_mail_address(text)', 'seats_of_person(uuid)'].flatMap((door) => [
    `revoke all on function ${door} from public`,
    `grant execute on function ${door} to passerelle_app`,
  ]),
];
