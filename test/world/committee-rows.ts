import { randomUUID } from 'node:crypto';
import { tell, type Side, type World } from './world.js';

/** Rows of the committee as its room would have written them: states to remind of, made by the owner in one stroke. */
const insert = async ({ owner, partnershipId }: World, table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
  const all = { partnership_id: partnershipId, ...row };
  const names = Object.keys(all);
  await owner.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(all));
};

/** A meeting on the calendar of its host. Answers its id. */
export async function scheduleMeeting(world: World, civilDate: string, state = 'SCHEDULED'): Promise<string> {
  const id = randomUUID();
  const place = { host_party_id: world.parties.fr, civil_date: civilDate, time: '14:00', zone: 'Europe/Paris', place: 'Hôtel de ville' };
  await insert(world, 'meeting', { id, agreement_id: world.agreementId, kind: 'ORDINARY', mode: 'HYBRID', ...place, state, sequence: 0, version: 1 });
  return id;
}

export const moveMeeting = ({ owner }: World, id: string, civilDate: string): Promise<unknown> => owner.query('update meeting set civil_date = $2 where id = $1', [id, civilDate]);

/** The convocation, told as the action tells it. */
export async function convene(world: World, id: string): Promise<void> {
  await world.owner.query(`update meeting set state = 'CONVENED', convened_at = $2, sequence = sequence + 1 where id = $1`, [id, world.legal.now()]);
  await tell(world, { kind: 'MeetingConvened', partnershipId: world.partnershipId, subject: { kind: 'meeting', id }, data: { at: world.legal.now().toISOString() } });
}

/** Minutes final now, waiting for both signatures; nobody has been asked yet. */
export async function finalMinutes(world: World, number = 'PV-2026-1'): Promise<string> {
  const id = randomUUID();
  const now = world.legal.now();
  const meetingId = await scheduleMeeting(world, '2026-11-10', 'MINUTED');
  const text = { prose: '{}', prose_version: 1, content_hash: 'hash', drafted_at: now, finalised_at: now };
  await insert(world, 'minutes', { id, meeting_id: meetingId, number, version: 1, state: 'FINAL', ...text });
  await insert(world, 'minutes_version', { minutes_id: id, version: 1, content: '{}', content_hash: 'hash', pdfs: '{"fr":"hash"}', finalised_at: now });
  return id;
}

/** The facts by which each co-president is asked to sign. */
export const askSignatures = (world: World, minutesId: string): Promise<unknown> =>
  tell(world, ...(['fr', 'ma'] as const).map((side) => ({
    kind: 'SignatureRequested',
    partnershipId: world.partnershipId,
    subject: { kind: 'minutes', id: minutesId },
    data: { version: 1, partyId: world.parties[side], personId: world.people.get(`${side}-president`) ?? '', at: world.legal.now().toISOString() },
  })));

/** One side signs; the second signature makes the minutes executory. */
export async function sign(world: World, minutesId: string, side: Side): Promise<void> {
  const { owner, legal, people, parties } = world;
  const [seat] = (await owner.query(`select id from seat where party_id = $1 and category = 'CO_PRESIDENT'`, [parties[side]])) as { id: string }[];
  const who = { party_id: parties[side], seat_id: seat?.id, person_id: people.get(`${side}-president`), office: 'president' };
  const what = { content_hash: 'hash', pdf_sha256: 'hash', statement: '{}', method: 'MAIL_CODE', level: 'SIMPLE', place: 'ici', civil_date: '2026-11-20', signed_at: legal.now() };
  await insert(world, 'signature', { id: randomUUID(), minutes_id: minutesId, version: 1, ...who, ...what });
  const [{ given }] = (await owner.query('select count(*)::int as given from signature where minutes_id = $1', [minutesId])) as [{ given: number }];
  if (given < 2) return void (await owner.query(`update minutes set state = 'PARTIALLY_SIGNED' where id = $1`, [minutesId]));
  await owner.query(`update minutes set state = 'EXECUTORY', executory_at = $2 where id = $1`, [minutesId, legal.now()]);
  await tell(world, { kind: 'MinutesBecameExecutory', partnershipId: world.partnershipId, subject: { kind: 'minutes', id: minutesId }, data: { version: 1 } });
}

/** The plan of a year, adopted by the committee now: its minutes are still to be signed. Answers the meeting's id. */
export async function adoptPlan(world: World, year: number): Promise<string> {
  const { agreementId, legal } = world;
  const meetingId = await scheduleMeeting(world, '2026-12-01', 'CLOSED');
  const [itemId, decisionId, planId] = [randomUUID(), randomUUID(), randomUUID()];
  const subject = { subject_kind: 'actionPlan', subject_id: planId };
  await insert(world, 'agenda_item', { id: itemId, meeting_id: meetingId, place: 1, title: 'Plan', ...subject });
  await insert(world, 'decision', { id: decisionId, meeting_id: meetingId, agenda_item_id: itemId, place: 1, title: 'Plan', text: 'Texte', text_hash: 'hash', ...subject, state: 'ADOPTED', adopted_at: legal.now() });
  await insert(world, 'action_plan', { id: planId, agreement_id: agreementId, year, version: 1, state: 'ADOPTED', content: '{}', content_hash: 'hash', frozen_at: legal.now(), decision_id: decisionId, adopted_at: legal.now(), on_time: true });
  return meetingId;
}

/** A person of the world asks for a sign-in code. Answers the code's id. */
export async function askCode(world: World, personId: string): Promise<string> {
  const id = randomUUID();
  await tell(world, { kind: 'SignInCodeAsked', partnershipId: null, subject: { kind: 'signInCode', id }, data: { personId } });
  return id;
}

/** The office of a person passes to another, from a civil day on. */
export async function succeed(world: World, from: string, to: { personId: string; day: string }): Promise<void> {
  const [mandate] = (await world.owner.query('select seat_id from mandate where person_id = $1', [from])) as { seat_id: string }[];
  await world.owner.query('update mandate set "until" = $2 where person_id = $1', [from, to.day]);
  await insert(world, 'mandate', { id: randomUUID(), seat_id: mandate?.seat_id, person_id: to.personId, '"from"': to.day });
}
