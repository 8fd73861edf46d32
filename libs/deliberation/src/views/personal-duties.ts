import type { RuleSource, Zones } from '#kernel';
import { addDays, type CivilDate } from '#kernel';
import type { Actor, ReadTx } from '#platform';

/** Something a person owes, as a code and its values; whoever shows it finds the sentence. */
export interface PersonalDuty {
  readonly kind: string;
  /** Name under `notices.duty`. */
  readonly phrase: string;
  readonly values: Readonly<Record<string, string>>;
  readonly partnershipId: string;
  readonly subjectId: string;
  readonly dueOn: string | null;
  readonly href: string;
  readonly source: RuleSource | null;
}

const executorySource: RuleSource = { kind: 'ARTICLE', reference: 'Art. 5' };
/** Fifteen days after the meeting the minutes should be final, and signatures come with them (design C3, product default). */
const delaySource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3' };

/** Members need time to free the day; the text says nothing (design C3, product default). */
const convocationDays = 15;

const partiesPresidedBy = (actor: Actor): string[] => actor.seats.filter(({ persona }) => persona === 'CO_PRESIDENT').map(({ partyId }) => partyId);
const coordinatedBy = (actor: Actor): string[] => actor.seats.filter(({ persona }) => persona === 'COORDINATOR').map(({ partnershipId }) => partnershipId);

async function toSign(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnership_id: string; id: string; number: string; finalised_at: Date; zone: string }>(
    `select minutes.partnership_id, minutes.id, minutes.number, minutes.finalised_at, meeting.zone
     from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
     join party on party.partnership_id = minutes.partnership_id and party.id = any ($1::uuid[])
     where minutes.state in ('FINAL', 'PARTIALLY_SIGNED') and not exists (
       select from signature where signature.partnership_id = minutes.partnership_id and signature.minutes_id = minutes.id
         and signature.version = minutes.version and signature.party_id = party.id)`,
    [partiesPresidedBy(actor)],
  );
  return lines.map((line) => ({
    kind: 'SIGN_MINUTES',
    phrase: 'signMinutes',
    values: { number: line.number },
    partnershipId: line.partnership_id,
    subjectId: line.id,
    dueOn: addDays(zones.civilAt(line.finalised_at, line.zone).date, 14),
    href: `/minutes/${line.id}`,
    source: executorySource,
  }));
}

async function toVote(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnership_id: string; id: string; title: string; meeting_id: string; civil_date: string }>(
    `select ballot.partnership_id, ballot.id, decision.title, decision.meeting_id, meeting.civil_date::text
     from ballot join decision on decision.partnership_id = ballot.partnership_id and decision.id = ballot.decision_id
     join meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id
     where ballot.closed_at is null and meeting.state = 'OPEN'
       and exists (select from jsonb_path_query(ballot.roll, '$.**.seatId') as elector(seat) where elector.seat #>> '{}' = any ($1::text[]))
       and not exists (select from vote where vote.partnership_id = ballot.partnership_id and vote.ballot_id = ballot.id and vote.seat_id = any ($2::uuid[]))`,
    [actor.seats.map(({ seatId }) => seatId), actor.seats.map(({ seatId }) => seatId)],
  );
  return lines.map((line) => ({
    kind: 'CAST_VOTE',
    phrase: 'castVote',
    values: { title: line.title },
    partnershipId: line.partnership_id,
    subjectId: line.id,
    dueOn: line.civil_date,
    href: `/meetings/${line.meeting_id}`,
    source: executorySource,
  }));
}

async function toConvene(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnership_id: string; id: string; civil_date: string }>(
    `select partnership_id, id, civil_date::text from meeting where state = 'SCHEDULED' and host_party_id = any ($1::uuid[])`,
    [partiesPresidedBy(actor)],
  );
  return lines.map((line) => ({
    kind: 'CONVENE_MEETING',
    phrase: 'conveneMeeting',
    values: { day: line.civil_date },
    partnershipId: line.partnership_id,
    subjectId: line.id,
    dueOn: addDays(line.civil_date as CivilDate, -convocationDays),
    href: `/meetings/${line.id}`,
    source: executorySource,
  }));
}

async function toFinalise(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnership_id: string; id: string; civil_date: string }>(
    `select minutes.partnership_id, minutes.id, meeting.civil_date::text
     from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
     where minutes.state in ('DRAFT', 'REVIEW') and minutes.partnership_id = any ($1::uuid[])`,
    [coordinatedBy(actor)],
  );
  return lines.map((line) => ({
    kind: 'FINALISE_MINUTES',
    phrase: 'finaliseMinutes',
    values: { day: line.civil_date },
    partnershipId: line.partnership_id,
    subjectId: line.id,
    dueOn: addDays(line.civil_date as CivilDate, 15),
    href: `/minutes/${line.id}`,
    source: delaySource,
  }));
}

/** What this person owes the committee now: minutes to sign or to finish, a meeting to convene, a vote to cast. */
export async function personalDuties(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  return [...(await toSign(tx, actor, zones)), ...(await toConvene(tx, actor)), ...(await toVote(tx, actor)), ...(await toFinalise(tx, actor))];
}
