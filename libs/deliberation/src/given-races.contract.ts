import type { GivenCommittee } from './given-committee.contract.js';

/** As many final minutes of as many meetings as asked, each like the first: sealed by the owner's own hand, since sealing is not what races here. */
export async function finalMinutesLike(given: GivenCommittee, prototype: string, count: number): Promise<string[]> {
  const lines = (await given.owner.query(
    `with born as (select gen_random_uuid() as meeting_id, gen_random_uuid() as id, n from generate_series(1, $2) as n),
       met as (
         insert into meeting (partnership_id, id, agreement_id, kind, mode, host_party_id, civil_date, time, zone, place, state, turn_reason, cancel_reason,
                              convened_by_seat_id, convened_at, opened_at, closed_at, sequence, version)
         select m.partnership_id, born.meeting_id, m.agreement_id, m.kind, m.mode, m.host_party_id, m.civil_date, m.time, m.zone, m.place, m.state, m.turn_reason, m.cancel_reason,
                m.convened_by_seat_id, m.convened_at, m.opened_at, m.closed_at, m.sequence, m.version
         from meeting m join minutes p on p.meeting_id = m.id and p.id = $1 cross join born returning id),
       kept as (
         insert into minutes (partnership_id, id, meeting_id, number, version, state, prose, prose_version, content_hash, drafted_at, finalised_at, executory_at)
         select p.partnership_id, born.id, born.meeting_id, 'PV-1999-' || (select count(*) from minutes) + born.n, p.version, p.state, p.prose, p.prose_version, p.content_hash, p.drafted_at, p.finalised_at, null
         from minutes p cross join born where p.id = $1 and (select count(*) from met) = $2 returning id)
     insert into minutes_version (partnership_id, minutes_id, version, content, content_hash, pdfs, finalised_at, voided_at, void_reason)
     select v.partnership_id, born.id, v.version, v.content, v.content_hash, v.pdfs, v.finalised_at, null, null
     from minutes_version v cross join born where v.minutes_id = $1 and (select count(*) from kept) = $2 returning minutes_id`,
    [prototype, count],
  )) as { minutes_id: string }[];
  return lines.map((line) => line.minutes_id);
}

/** Runs `race` over all, a few at a time, so that the pool is full and nobody waits for a connection too long. */
export async function each(ids: readonly string[], race: (id: string) => Promise<unknown>): Promise<void> {
  const waiting = [...ids];
  const runner = async (): Promise<void> => {
    for (let id = waiting.pop(); id; id = waiting.pop()) await race(id);
  };
  await Promise.all([runner(), runner(), runner(), runner()]);
}

/** What stands of minutes after a race. */
export interface Outcome {
  id: string;
  state: string;
  signatures: number;
  executories: number;
}
export const outcomesOf = (given: GivenCommittee, ids: readonly string[]): Promise<Outcome[]> =>
  given.owner.query(
    `select id, state, (select count(*)::int from signature where minutes_id = minutes.id) as signatures,
            (select count(*)::int from journal where subject_id = minutes.id and kind = 'MinutesBecameExecutory') as executories
     from minutes where id = any ($1::uuid[])`,
    [ids],
  ) as Promise<Outcome[]>;
