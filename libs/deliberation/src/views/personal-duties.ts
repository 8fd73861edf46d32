import { rulesInForce } from '#agreement';
import { addDays, type CivilDate, type RuleSource, type Zones } from '#kernel';
import type { Actor, ReadTx } from '#platform';
import { committeeRules } from '../domain/committee-rules.js';
import type { CommitteeRules } from '../domain/rules.js';
import { waitingHands } from '../store/hand-signature.store.js';
import { answerDebts } from './answer-debts.js';
import { meetingDueOf } from './meeting-due.js';
import { toConfirmHands } from './hands-duty.js';
import { toObserve } from './observation-call.js';
import type { PersonalDuty } from './personal-duty.js';
import { scansOf } from './paper-minutes.reader.js';
import { strandedChains } from './stranded-chains.js';

export type { PersonalDuty } from './personal-duty.js';

/** Fifteen days after the meeting the minutes should be final, and signatures come with them (design C3, product default). */
const delaySource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3' };
/** What existed before Passerelle: no text of the partners speaks of it. */
const takenUp: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, reprise de l’existant' };

/** Members need time to free the day; the text says nothing (design C3, product default). */
const convocationDays = 15;

/** What a row of these lists becomes; the rule it rests on is that of its own partnership. */
interface Owed {
  readonly partnership_id: string;
  readonly id: string;
}
type Shape<Line> = Pick<PersonalDuty, 'kind' | 'phrase'> & {
  readonly told: (line: Line) => Pick<PersonalDuty, 'values' | 'dueOn' | 'href'>;
  readonly source: (rules: CommitteeRules) => RuleSource;
};

async function dutiesOf<Line extends Owed>(tx: ReadTx, lines: readonly Line[], { kind, phrase, told, source }: Shape<Line>): Promise<PersonalDuty[]> {
  const rules = new Map<string, CommitteeRules>();
  for (const id of new Set(lines.map((line) => line.partnership_id))) rules.set(id, committeeRules(await rulesInForce(tx, id)));
  return lines.map((line) => ({ kind, phrase, partnershipId: line.partnership_id, subjectId: line.id, source: source(rules.get(line.partnership_id)!), ...told(line) }));
}

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
  return dutiesOf(tx, lines, {
    kind: 'SIGN_MINUTES',
    phrase: 'signMinutes',
    source: ({ executory }) => executory.source,
    told: ({ id, number, finalised_at: at, zone }) => ({ values: { number }, dueOn: addDays(zones.civilAt(at, zone).date, 14), href: `/minutes/${id}` }),
  });
}

async function toVote(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnership_id: string; id: string; title: string; meeting_id: string; civil_date: string }>(
    `select ballot.partnership_id, ballot.id, decision.title, decision.meeting_id, meeting.civil_date::text
     from ballot join decision on decision.partnership_id = ballot.partnership_id and decision.id = ballot.decision_id
     join meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id
     where ballot.closed_at is null and meeting.state = 'OPEN'
       and exists (select from jsonb_path_query(ballot.roll, '$.electors[*] ? (!exists (@.heldBy)).seatId') as elector(seat) where elector.seat #>> '{}' = any ($1::text[]))
       and not exists (select from vote where vote.partnership_id = ballot.partnership_id and vote.ballot_id = ballot.id and vote.seat_id = any ($2::uuid[]))`,
    [actor.seats.map(({ seatId }) => seatId), actor.seats.map(({ seatId }) => seatId)],
  );
  return dutiesOf(tx, lines, {
    kind: 'CAST_VOTE',
    phrase: 'castVote',
    source: ({ majority }) => majority.source,
    told: ({ title, civil_date: dueOn, meeting_id: meetingId }) => ({ values: { title }, dueOn, href: `/meetings/${meetingId}` }),
  });
}

async function toConvene(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnership_id: string; id: string; civil_date: string }>(
    `select partnership_id, id, civil_date::text from meeting where state = 'SCHEDULED' and host_party_id = any ($1::uuid[])`,
    [partiesPresidedBy(actor)],
  );
  return dutiesOf(tx, lines, {
    kind: 'CONVENE_MEETING',
    phrase: 'conveneMeeting',
    source: ({ convening }) => convening.source,
    told: ({ id, civil_date: day }) => ({ values: { day }, dueOn: addDays(day as CivilDate, -convocationDays), href: `/meetings/${id}` }),
  });
}

/** A member called says whether she comes, until the meeting begins (F20, F21). */
async function toAnswer(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const owed = (await answerDebts(tx, zones, actor.partnershipIds)).filter(({ debtorIds }) => debtorIds.includes(actor.personId));
  return dutiesOf(tx, owed.map(({ partnershipId, meetingId: id, day }) => ({ partnership_id: partnershipId, id, day })), {
    kind: 'ANSWER_CONVOCATION',
    phrase: 'answerConvocation',
    source: () => delaySource,
    told: ({ id, day }) => ({ values: { day }, dueOn: day, href: `/meetings/${id}#answer` }),
  });
}

async function toFinalise(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<{ partnership_id: string; id: string; civil_date: string; rectifies: boolean }>(
    `select minutes.partnership_id, minutes.id, meeting.civil_date::text, minutes.rectifies_minutes_id is not null as rectifies
     from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
     where minutes.state in ('DRAFT', 'REVIEW') and minutes.partnership_id = any ($1::uuid[])`,
    [coordinatedBy(actor)],
  );
  return dutiesOf(tx, lines, {
    kind: 'FINALISE_MINUTES',
    phrase: 'finaliseMinutes',
    source: () => delaySource,
    // The fifteen days are the meeting's PV's: no day is set for one that rectifies it.
    told: ({ id, civil_date: day, rectifies }) => ({ values: { day }, dueOn: rectifies ? null : addDays(day as CivilDate, 15), href: `/minutes/${id}` }),
  });
}

/** A coordinator plans the meeting that its agreement's frequency asks for (4-43). */
async function toHold(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const duties: PersonalDuty[] = [];
  for (const partnershipId of new Set(coordinatedBy(actor))) {
    const due = await meetingDueOf(tx, partnershipId, zones);
    if (due?.owed) duties.push({ kind: 'HOLD_MEETING', phrase: 'holdMeeting', values: { day: due.by }, partnershipId, subjectId: partnershipId, source: due.rule.source, dueOn: due.by, href: '/meetings' });
  }
  return duties;
}

/** A PV on paper that another party's coordination entered, its scan joined: she reads both and confirms (product default, « repris »). */
async function toConfirmPaper(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const desks = actor.seats.filter(({ persona }) => persona === 'COORDINATOR');
  const lines = await tx.query<{ partnership_id: string; id: string; number: string; entered_party: string }>(
    `select paper.partnership_id, paper.id, paper.number, paper.entered_party from paper_minutes paper
     where paper.state = 'ENTERED' and paper.partnership_id = any ($1::uuid[]) and paper.entered_by <> $2`,
    [coordinatedBy(actor), actor.personId],
  );
  const others = lines.filter((line) => desks.some(({ partnershipId, partyId }) => partnershipId === line.partnership_id && partyId !== line.entered_party));
  const scans = await scansOf(tx, others.map(({ id }) => id));
  return dutiesOf(tx, others.filter(({ id }) => scans.has(id)), {
    kind: 'CONFIRM_PAPER_MINUTES',
    phrase: 'confirmPaperMinutes',
    source: () => takenUp,
    told: ({ id, number }) => ({ values: { number }, dueOn: null, href: `/joining/minutes/${id}` }),
  });
}

/** A PV signed by hand, of which another party's coordination brought the scan: she says whether she sees the signature (F35). */
async function toConfirmHand(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const desks = actor.seats.filter(({ persona }) => persona === 'COORDINATOR');
  const isAnothers = (line: { partnership_id: string; party_id: string; entered_by: string }): boolean =>
    line.entered_by !== actor.personId && desks.some(({ partnershipId, partyId }) => partnershipId === line.partnership_id && partyId !== line.party_id);
  const lines = desks.length > 0 ? (await waitingHands(tx)).filter(isAnothers) : [];
  return dutiesOf(tx, lines, {
    kind: 'CONFIRM_HAND_SIGNATURE',
    phrase: 'confirmHandSignature',
    source: ({ executory }) => executory.source,
    told: ({ minutes_id: minutesId, number, party }) => ({ values: { number, party }, dueOn: null, href: `/minutes/${minutesId}/hand` }),
  });
}

/** What this person owes the committee now: minutes to sign, to finish or to confirm from their paper, a meeting to hold, to convene or to answer for, a vote to cast. */
export async function personalDuties(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  return [...(await toSign(tx, actor, zones)), ...(await toConvene(tx, actor)), ...(await toAnswer(tx, actor, zones)), ...(await toVote(tx, actor)), ...(await toConfirmHands(tx, actor)), ...(await toFinalise(tx, actor)), ...(await toConfirmPaper(tx, actor)), ...(await toConfirmHand(tx, actor)), ...(await toHold(tx, actor, zones)), ...(await strandedChains(tx, actor, zones)), ...(await toObserve(tx, actor.seats.map(({ seatId }) => seatId), zones))];
}
