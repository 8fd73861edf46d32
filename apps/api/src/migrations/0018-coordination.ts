import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What who runs the instance may know of partnerships she has no seat in: who answers for each side, and that letters do not leave. */
export class Coordination1795000000018 implements MigrationInterface {
  readonly name = 'Coordination1795000000018';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

/** Both answer nothing to whoever does not run the instance. */
const statements: readonly string[] = [
  `create function coordination_desks(admin uuid)
     returns table (partnership_id uuid, partnership text, party_id uuid, party text, place integer, zone text, locale text,
                    seat_id uuid, office text, office_ar text, person_id uuid, display_name text, answers boolean, "from" date, "until" date,
                    invited text, invited_until timestamptz, invited_state text)
     language sql stable security definer set search_path = pg_catalog, public as $$
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
     order by partnership.name, party.partnership_id, party.place, mandate."from", mandate.id $$`,
  'revoke all on function coordination_desks(uuid) from public',
  'grant execute on function coordination_desks(uuid) to passerelle_app',
  `create function late_letters(admin uuid, before timestamptz)
     returns table (waiting integer, since timestamptz, problem text)
     language sql stable security definer set search_path = pg_catalog, public as $$
     select count(*)::int, min(send_at),
            (select last_problem from public.reminder where is_instance_admin($1) and state in ('PLANNED', 'SENDING') and send_at <= $2 and last_problem is not null order by send_at desc limit 1)
     from public.reminder
     where is_instance_admin($1) and state in ('PLANNED', 'SENDING') and send_at <= $2 and planned_at <= $2
       and not exists (select from public.epoch where sending_resumed_at is null) $$`,
  'revoke all on function late_letters(uuid, timestamptz) from public',
  'grant execute on function late_letters(uuid, timestamptz) to passerelle_app',
];
