import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CivilDate } from '#kernel';
import type { Tx } from '#platform';
import { GivenCommittee, refusalOf, today, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { LogIncident } from './log-incident.js';
import type { ScheduleMeetingInput } from './schedule-meeting.js';

let given: GivenCommittee;
let ours: GivenPartnership;
let theirs: GivenPartnership;
beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 3 });
  theirs = await given.partnership({ members: 1 });
}, 60_000);
afterAll(() => given.close());

const planOf = (hostPartyId: string | null, more: Partial<ScheduleMeetingInput> = {}): ScheduleMeetingInput => ({
  partnershipId: ours.id, kind: 'ORDINARY', mode: 'HYBRID', hostPartyId, civilDate: '2026-12-04' as CivilDate, time: '10:00', place: 'Hôtel de ville', ...more,
});
const schedule = async (hostPartyId: string | null, more: Partial<ScheduleMeetingInput> = {}) => given.actions.schedule.run(await given.as(ours, 'fr-coordinator'), planOf(hostPartyId, more));
const stateOf = async (id: string): Promise<string> => ((await given.owner.query('select state from meeting where id = $1', [id])) as { state: string }[])[0]?.state ?? 'none';
const allPresent = () => [...ours.seats].filter(([key]) => !key.endsWith('coordinator')).map(([, seatId]) => ({ seatId, presence: 'PRESENT' as const }));

const fall = { civilDate: '2026-11-15' as CivilDate, time: '18:40', place: 'Gare routière', what: 'Une chute sur le quai' };

/** A meeting convened by its host, whose members are all there. */
async function convened(host: 'fr' | 'ma', more: Partial<ScheduleMeetingInput> = {}): Promise<string> {
  const meetingId = await valueOf(schedule(host === 'fr' ? ours.france : ours.morocco, { turnReason: 'Accord des deux parties', ...more }));
  await valueOf(given.actions.convene.run(await given.as(ours, `${host}-president`), { meetingId }));
  await valueOf(given.actions.attendance.run(await given.as(ours, 'ma-coordinator'), { meetingId, entries: allPresent() }));
  return meetingId;
}

/** A meeting held from beginning to end. */
async function held(host: 'fr' | 'ma', more: Partial<ScheduleMeetingInput> = {}): Promise<string> {
  const meetingId = await convened(host, more);
  const coordinator = await given.as(ours, 'fr-coordinator');
  await valueOf(given.actions.open.run(coordinator, { meetingId }));
  await valueOf(given.actions.close.run(coordinator, { meetingId }));
  return meetingId;
}

describe('a meeting', () => {
  it('AT-05: the guest’s coordinator is refused with Art. 5, the host’s representative convenes, once however often asked', async () => {
    const meetingId = await valueOf(schedule(ours.morocco));
    const guest = given.actions.convene.run(await given.as(ours, 'fr-coordinator'), { meetingId });
    expect(await refusalOf(guest)).toEqual({ code: 'CONVENER_NOT_HOST_SIDE', source: 'Art. 5', args: { host: 'Tiznit' } });
    expect((await guest) as object).toMatchObject({ source: { kind: 'ARTICLE', quote: 'Le Comité de Pilotage est convoqué par le représentant du pays hôte.' } });
    expect(await refusalOf(given.actions.convene.run(await given.as(ours, 'fr-president'), { meetingId }))).toMatchObject({ code: 'CONVENER_NOT_HOST_SIDE' });
    expect(await refusalOf(given.actions.convene.run(await given.as(ours, 'ma-coordinator'), { meetingId }))).toMatchObject({ code: 'CONVENER_NOT_REPRESENTATIVE' });
    const stale = await given.as(ours, 'fr-coordinator', { stale: true });
    expect(await refusalOf(given.actions.convene.run(stale, { meetingId }))).toMatchObject({ code: 'CONVENER_NOT_HOST_SIDE' });
    const president = await given.as(ours, 'ma-president');
    await Promise.all([1, 2, 3].map(() => valueOf(given.actions.convene.run(president, { meetingId }))));
    expect((await given.facts('MeetingConvened')).filter((fact) => fact.subject_id === meetingId)).toHaveLength(1);
    expect(await stateOf(meetingId)).toBe('CONVENED');
    expect(await refusalOf(given.actions.convene.run(await given.as(ours, 'fr-president'), { meetingId }))).toMatchObject({ code: 'CONVENER_NOT_HOST_SIDE' });
  });

  it('is convened only by somebody who has just proved who they are', async () => {
    const meetingId = await valueOf(schedule(ours.morocco));
    expect(await refusalOf(given.actions.convene.run(await given.as(ours, 'ma-president', { stale: true }), { meetingId }))).toMatchObject({ code: 'STEP_UP_REQUIRED', args: { minutes: 5 } });
    expect(await stateOf(meetingId)).toBe('SCHEDULED');
  });

  it('AT-06: proposes the next host by turn, asks why when it is broken, and does not count an extraordinary meeting', async () => {
    await held('ma');
    expect(await refusalOf(schedule(ours.morocco))).toEqual({ code: 'TURN_BREAK_NEEDS_REASON', source: 'Art. 5', args: { expected: 'FR', chosen: 'MA' } });
    expect(await refusalOf(schedule(ours.morocco, { turnReason: '   ' }))).toMatchObject({ code: 'TURN_BREAK_NEEDS_REASON' });
    await held('fr', { kind: 'EXTRAORDINARY' });
    const byTurn = await valueOf(schedule(null));
    const broken = await valueOf(schedule(ours.morocco, { turnReason: 'Travaux à l’hôtel de ville' }));
    const extraordinary = await valueOf(schedule(ours.morocco, { kind: 'EXTRAORDINARY' }));
    const hosts = (await given.owner.query('select id, host_party_id, turn_reason from meeting where id = any ($1)', [[byTurn, broken, extraordinary]])) as { id: string; host_party_id: string; turn_reason: string | null }[];
    const hostOf = (id: string) => hosts.find((row) => row.id === id);
    expect(hostOf(byTurn)).toMatchObject({ host_party_id: ours.france, turn_reason: null });
    expect(hostOf(broken)).toMatchObject({ host_party_id: ours.morocco, turn_reason: 'Travaux à l’hôtel de ville' });
    expect(hostOf(extraordinary)).toMatchObject({ turn_reason: null });
  });

  it('stands at its host’s hour, and says each party’s own', async () => {
    const id = await valueOf(schedule(ours.morocco, { civilDate: '2026-12-04' as CivilDate, time: '10:00', turnReason: 'Accord' }));
    const meeting = await given.work.read(await given.as(ours, 'fr-member-1'), (tx) => given.actions.reader.present(tx, id));
    expect(meeting.startsAt).toEqual(zones.instantOf('2026-12-04' as CivilDate, '10:00', 'Africa/Casablanca'));
    expect(meeting.localTimes.map(({ party, time }) => [party.shortName, time])).toEqual([['Villeneuve-la-Garenne', '11:00'], ['Tiznit', '10:00']]);
    expect(meeting.viewerMay.convene).toMatchObject({ allowed: false, refusal: { refusal: { code: 'CONVENER_NOT_HOST_SIDE' } } });
    expect(meeting.viewerMay.cancel).toMatchObject({ allowed: false, refusal: { refusal: { code: 'NOT_ALLOWED' } } });
  });

  it('opens only convened and with its quorum, closes only open: each refusal leaves it as it was', async () => {
    const coordinator = await given.as(ours, 'fr-coordinator');
    const meetingId = await valueOf(schedule(ours.france, { turnReason: 'Accord' }));
    expect(await refusalOf(given.actions.open.run(coordinator, { meetingId }))).toMatchObject({ code: 'MEETING_STATE_FORBIDS', args: { state: 'SCHEDULED', wanted: 'OPEN' } });
    expect(await refusalOf(given.actions.attendance.run(coordinator, { meetingId, entries: allPresent() }))).toMatchObject({ code: 'ATTENDANCE_CLOSED' });
    await valueOf(given.actions.convene.run(await given.as(ours, 'fr-president'), { meetingId }));
    expect(await refusalOf(given.actions.open.run(coordinator, { meetingId }))).toMatchObject({ code: 'QUORUM_NOT_MET', source: 'C5 Q4', args: { missing: 'Villeneuve-la-Garenne, Tiznit' } });
    expect(await refusalOf(given.actions.close.run(coordinator, { meetingId }))).toMatchObject({ code: 'MEETING_STATE_FORBIDS' });
    expect(await stateOf(meetingId)).toBe('CONVENED');
    await valueOf(given.actions.attendance.run(coordinator, { meetingId, entries: allPresent() }));
    await valueOf(given.actions.open.run(coordinator, { meetingId }));
    expect(await refusalOf(given.actions.cancel.run(coordinator, { meetingId, reason: 'Trop tard' }))).toMatchObject({ code: 'MEETING_STATE_FORBIDS' });
    await valueOf(given.actions.close.run(coordinator, { meetingId }));
    expect(await stateOf(meetingId)).toBe('CLOSED');
  });

  it('is cancelled with a reason, and the turn is kept', async () => {
    const coordinator = await given.as(ours, 'ma-coordinator');
    const meetingId = await valueOf(schedule(null));
    expect(await refusalOf(given.actions.cancel.run(coordinator, { meetingId, reason: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED' });
    const before = (await given.work.read(coordinator, (tx) => given.actions.reader.present(tx, meetingId))).version;
    await valueOf(given.actions.cancel.run(coordinator, { meetingId, reason: 'Crue de la Seine' }));
    const meeting = await given.work.read(coordinator, (tx) => given.actions.reader.present(tx, meetingId));
    expect(meeting).toMatchObject({ state: 'CANCELLED', cancelReason: 'Crue de la Seine', version: before + 1 });
  });

  it('writes the whole attendance sheet or none of it', async () => {
    const meetingId = await convened('fr');
    const coordinator = await given.as(ours, 'fr-coordinator');
    const entries = [{ seatId: ours.seats.get('fr-member-1')!, presence: 'ABSENT' as const }, { seatId: theirs.seats.get('fr-member-1')!, presence: 'PRESENT' as const }];
    expect(await refusalOf(given.actions.attendance.run(coordinator, { meetingId, entries }))).toMatchObject({ code: 'NOT_FOUND' });
    const absent = await given.owner.query(`select from attendance where meeting_id = $1 and presence = 'ABSENT'`, [meetingId]);
    expect(absent).toHaveLength(0);
    const facts = (await given.facts('AttendanceMarked')).length;
    await valueOf(given.actions.attendance.run(coordinator, { meetingId, entries: allPresent() }));
    expect(await given.facts('AttendanceMarked')).toHaveLength(facts);
  });

  it('is not found by another partnership, nor under an id that is none', async () => {
    const meetingId = await convened('fr');
    const stranger = await given.as(theirs, 'fr-president');
    const { convene, cancel, open, close, attendance, addAgendaItem, read, logIncident } = given.actions;
    for (const id of [meetingId, 'no-id', '00000000-0000-7000-8000-000000000000']) {
      const ctx = id === meetingId ? stranger : await given.as(ours, 'fr-president');
      const answers = [
        convene.run(ctx, { meetingId: id }), cancel.run(ctx, { meetingId: id, reason: 'x' }), open.run(ctx, { meetingId: id }), close.run(ctx, { meetingId: id }),
        attendance.run(ctx, { meetingId: id, entries: [] }), addAgendaItem.run(ctx, { meetingId: id, title: 'Point', text: 'Texte' }), read.run(ctx, { subjectKind: 'meeting', subjectId: id }),
        logIncident.run(ctx, { meetingId: id, ...fall }),
      ];
      for (const answer of answers) expect(await refusalOf(answer)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await given.work.read(ctx, (tx) => given.actions.reader.one(tx, id))).toBeNull();
    }
    expect(await refusalOf(given.actions.schedule.run(stranger, planOf(ours.france)))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is run by coordinators and co-presidents of this partnership, not by a member who coordinates elsewhere', async () => {
    const meetingId = await convened('fr');
    const member = await given.as(ours, 'fr-member-1');
    const { open, close, cancel, attendance, addAgendaItem } = given.actions;
    const answers = [open.run(member, { meetingId }), close.run(member, { meetingId }), cancel.run(member, { meetingId, reason: 'x' }), attendance.run(member, { meetingId, entries: [] }), addAgendaItem.run(member, { meetingId, title: 'Point' })];
    for (const answer of answers) expect(await refusalOf(answer)).toMatchObject({ code: 'NOT_ALLOWED', source: 'C4' });
    expect(await refusalOf(given.actions.schedule.run(member, planOf(null)))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it.each([
    [{ time: '24:00' }, 'NO_SUCH_TIME'],
    [{ place: '  ' }, 'MEETING_PLACE_BLANK'],
    [{ place: 'x'.repeat(1_000_000) }, 'TEXT_TOO_LONG'],
    [{ hostPartyId: 'nobody' }, 'NOT_FOUND'],
    [{ partnershipId: 'none' }, 'NOT_FOUND'],
  ] as const)('refuses the plan %#', async (more, code) => {
    expect(await refusalOf(schedule(null, more))).toMatchObject({ code });
  });

  it('keeps the first reading of its page, whoever reads it again', async () => {
    const meetingId = await convened('fr');
    const reader = await given.as(ours, 'ma-member-2');
    const first = await valueOf(given.actions.read.run(reader, { subjectKind: 'meeting', subjectId: meetingId }));
    given.later(7);
    expect(await valueOf(given.actions.read.run(reader, { subjectKind: 'meeting', subjectId: meetingId }))).toEqual(first);
    expect(await refusalOf(given.actions.read.run(reader, { subjectKind: 'partnership', subjectId: ours.id }))).toMatchObject({ code: 'NOT_FOUND' });
    given.clock.moveTo(today);
  });
});

describe('the incident log', () => {
  type Log = Partial<Parameters<typeof given.actions.logIncident.run>[1]>;
  const log = async (who: string, meetingId: string, more: Log = {}) => given.actions.logIncident.run(await given.as(ours, who), { meetingId, ...fall, ...more });
  const shown = async (meetingId: string, who = 'fr-coordinator') => (await given.work.read(await given.as(ours, who), (tx) => given.actions.convening.of(tx, meetingId))).incidents;

  it('is written by whoever is called and by both coordinations, in both towns’ hours, and told without its words', async () => {
    const meetingId = await held('ma');
    await valueOf(log('fr-member-1', meetingId));
    await valueOf(log('ma-coordinator', meetingId, { done: 'Le médecin est venu' }));
    expect((await shown(meetingId, 'ma-member-2')).map(({ number, seat, done }) => [number, seat?.id, done])).toEqual([[1, ours.seats.get('fr-member-1'), ''], [2, ours.seats.get('ma-coordinator'), 'Le médecin est venu']]);
    const [first] = await shown(meetingId);
    expect(first).toMatchObject({ place: fall.place, what: fall.what, occurredAt: zones.instantOf(fall.civilDate, fall.time, 'Africa/Casablanca') });
    expect(first!.localTimes.map(({ party, civilDate, time }) => [party.shortName, civilDate, time])).toEqual([['Villeneuve-la-Garenne', '2026-11-15', '19:40'], ['Tiznit', '2026-11-15', '18:40']]);
    const [told] = (await given.owner.query(`select data::text as data from journal where kind = 'IncidentLogged' order by sequence`)) as { data: string }[];
    expect(JSON.parse(told!.data)).toMatchObject({ incidentId: first!.id, occurredAt: '2026-11-15T18:40:00.000Z', correctsIncidentId: null });
    expect(told!.data).not.toContain('chute');
  });

  it('keeps what it corrects, and takes one correction of an entry, whoever is asked at the same time', async () => {
    const meetingId = await convened('fr');
    await valueOf(log('fr-member-1', meetingId));
    const correctsId = (await shown(meetingId))[0]!.id;
    const both = await Promise.all(['fr-member-1', 'ma-coordinator'].map((who) => refusalOf(log(who, meetingId, { correctsId, time: '18:20' }))));
    expect(both.map((no) => no?.code ?? 'kept').sort()).toEqual(['INCIDENT_CORRECTED', 'kept']);
    const [first, second] = await shown(meetingId);
    expect([first, second]).toMatchObject([{ what: fall.what, correctedById: second!.id, localTimes: [{ time: '18:40' }, {}] }, { correctsId, correctedById: null, localTimes: [{ time: '18:20' }, {}] }]);
    expect(await refusalOf(log('fr-member-1', await convened('fr'), { correctsId }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [{ time: '24:00' }, 'NO_SUCH_TIME'], [{ what: ' ' }, 'INCIDENT_BLANK'], [{ done: 'x'.repeat(2_001) }, 'TEXT_TOO_LONG'],
    [{ civilDate: '2026-11-16' as CivilDate, time: '10:01' }, 'INCIDENT_OUTSIDE'], [{ correctsId: 'no-id' }, 'NOT_FOUND'],
  ] satisfies [Log, string][])('refuses the entry %#, and any before the convocation', async (more, code) => {
    expect(await refusalOf(log('fr-member-1', await convened('fr'), more))).toMatchObject({ code });
    expect(await refusalOf(log('fr-member-1', await valueOf(schedule(ours.france, { turnReason: 'Accord' }))))).toMatchObject({ code: 'INCIDENTS_NOT_YET', source: 'C3, S-2' });
  });

  it('is never altered nor taken away by the house itself, and seen by nobody beside the administrations', async () => {
    const meetingId = await convened('fr');
    await valueOf(log('fr-member-1', meetingId));
    const ctx = await given.as(ours, 'fr-coordinator');
    const statements = [`update meeting_incident set what = 'Rien'`, 'delete from meeting_incident'];
    for (const sql of statements) await expect(given.work.run(ctx, async (tx) => accepted(await tx.query(sql)))).rejects.toThrow(/permission denied/);
    const beside = { ...ctx, actor: ctx.actor && { ...ctx.actor, seats: ctx.actor.seats.map((seat) => ({ ...seat, persona: 'STATE_OBSERVER' as const })) } };
    const counted = (who: typeof ctx) => given.work.read(who, (tx) => tx.query('select from meeting_incident where meeting_id = $1', [meetingId]));
    expect([(await counted(ctx)).length, (await counted(beside)).length, (await counted(await given.as(theirs, 'fr-president'))).length]).toEqual([1, 0, 0]);
  });

  it('planted defects: a house that is let alter an entry alters it; one that does not look for an earlier correction is stopped by the table', async () => {
    const meetingId = await convened('fr');
    await valueOf(log('fr-member-1', meetingId));
    await given.owner.query('grant update on meeting_incident to public; create policy planted on meeting_incident for update using (true)');
    const ctx = await given.as(ours, 'fr-coordinator');
    await valueOf(given.work.run(ctx, async (tx) => accepted(await tx.query(`update meeting_incident set what = 'Rien' where meeting_id = $1`, [meetingId]))));
    expect((await shown(meetingId))[0]?.what).toBe('Rien');
    await given.owner.query('revoke update on meeting_incident from public; drop policy planted on meeting_incident');
    const correctsId = (await shown(meetingId))[0]!.id;
    const forgetful = Object.assign(Object.create(given.work) as typeof given.work, {
      run: (who: typeof ctx, act: (tx: Tx) => Promise<never>) => given.work.run(who, (tx) => act({ ...tx, query: (sql, parameters) => tx.query(sql.includes('from meeting_incident') ? sql.replace('order by', 'and corrects_id is null order by') : sql, parameters) })),
    });
    await valueOf(log('fr-member-1', meetingId, { correctsId }));
    await expect(new LogIncident(forgetful, zones, given.actions.reader).run(ctx, { meetingId, ...fall, correctsId })).rejects.toThrow(/meeting_incident_corrected_once/);
  });
});
