import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { GivenCommittee, refusalOf, today, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { toConfirmHands } from '../views/hands-duty.js';
import { handsContestLetter, handsLetter } from '../views/hands-letter.js';
import type { MeetingType } from '../views/meeting.types.js';
import type { HandsExceptionInput } from './note-hands.js';

/** Fourteen members of two towns, where one power a member is allowed: a table that shows its hands. */
let given: GivenCommittee;
let ours: GivenPartnership;
beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 6, rules: [{ key: 'proxies', value: 'ONE_PER_MEMBER', source: { kind: 'RULES_OF_PROCEDURE', reference: 'Règlement intérieur, art. 6' } }] });
}, 60_000);
afterAll(() => given.close());

const members = () => [...ours.seats.keys()].filter((key) => !key.endsWith('coordinator'));
const seat = (key: string): string => ours.seats.get(key) ?? '';
const as = (key: string) => given.as(ours, key);
const seen = async (meetingId: string, key = 'fr-member-1'): Promise<MeetingType> => given.work.read(await as(key), (tx) => given.actions.reader.present(tx, meetingId));
const rows = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => (await given.owner.query(sql, [...parameters])) as Row[];

/** A meeting under way, everybody there, with so many decisions on its agenda. */
async function sitting(count: number): Promise<{ meetingId: string; decisionIds: string[] }> {
  const plan = { partnershipId: ours.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: ours.france, civilDate: '2026-12-04' as CivilDate, time: '10:00', place: 'Mairie' } as const;
  const meetingId = await valueOf(given.actions.schedule.run(await as('fr-coordinator'), plan));
  await valueOf(given.actions.convene.run(await as('fr-president'), { meetingId }));
  await valueOf(given.actions.attendance.run(await as('fr-coordinator'), { meetingId, entries: members().map((key) => ({ seatId: seat(key), presence: 'PRESENT' as const })) }));
  await valueOf(given.actions.open.run(await as('fr-coordinator'), { meetingId }));
  const decisionIds: string[] = [];
  for (let place = 1; place <= count; place += 1)
    decisionIds.push((await valueOf(given.actions.addAgendaItem.run(await as('ma-coordinator'), { meetingId, title: `Point ${place}`, text: `Le comité adopte le point ${place}.` }))).decisionId!);
  return { meetingId, decisionIds };
}
const note = async (by: string, { meetingId, decisionIds }: { meetingId: string; decisionIds: readonly string[] }, exceptions: Record<string, readonly HandsExceptionInput[]> = {}) =>
  given.actions.noteHands.run(await as(by), { meetingId, rounds: decisionIds.map((decisionId) => ({ decisionId, exceptions: exceptions[decisionId] ?? [] })) });
const handsIn = async (meetingId: string) => (await seen(meetingId, 'ma-coordinator')).hands.at(-1)!;
const confirm = async (by: string, handsId: string) => given.actions.confirmHands.run(await as(by), { handsId });

describe('hands round a table', () => {
  it('fourteen members and five decisions are one noting and one confirmation; nothing is decided before the second', async () => {
    const table = await sitting(5);
    const [, second] = table.decisionIds as [string, string];
    await valueOf(note('fr-coordinator', table, { [second]: [{ seatId: seat('ma-member-2'), choice: 'AGAINST', reason: 'Le budget manque' }, { seatId: seat('fr-member-3'), choice: 'ABSTAIN' }] }));
    const before = await seen(table.meetingId);
    expect(before.decisions.map(({ state, ballots }) => [state, ballots.length])).toEqual(Array.from({ length: 5 }, () => ['ON_AGENDA', 0]));
    expect(before.hands).toMatchObject([{ confirmed: false, rounds: [{ voters: 14, ballotId: null }, { exceptions: [{ choice: 'AGAINST', reason: 'Le budget manque' }, { choice: 'ABSTAIN' }] }, {}, {}, {}] }]);
    const { id } = before.hands[0]!;
    expect(await refusalOf(given.actions.close.run(await as('fr-coordinator'), { meetingId: table.meetingId }))).toMatchObject({ code: 'HANDS_AWAITING' });
    expect(await refusalOf(note('ma-coordinator', table))).toMatchObject({ code: 'HANDS_ALREADY_NOTED' });
    expect(await refusalOf(given.actions.openBallot.run(await as('ma-coordinator'), { decisionId: second }))).toMatchObject({ code: 'HANDS_ALREADY_NOTED' });
    const dutyOf = async (key: string) => given.work.read(await as(key), async (tx) => (await toConfirmHands(tx, (await as(key)).actor!)).map(({ href }) => href));
    expect([await dutyOf('ma-coordinator'), await dutyOf('fr-coordinator'), await dutyOf('ma-president')]).toEqual([[`/meetings/${table.meetingId}#hands`], [], []]);
    for (const [by, code] of [['fr-coordinator', 'HANDS_BY_OTHER_PARTY'], ['ma-president', 'HANDS_BY_COORDINATOR']] as const) expect(await refusalOf(confirm(by, id))).toMatchObject({ code });
    await valueOf(confirm('ma-coordinator', id));
    expect(await refusalOf(confirm('ma-coordinator', id))).toMatchObject({ code: 'HANDS_STATE_FORBIDS' });
    const after = await seen(table.meetingId);
    expect(after.decisions.map(({ state }) => state)).toEqual(['ADOPTED', 'NOT_ADOPTED', 'ADOPTED', 'ADOPTED', 'ADOPTED']);
    expect(after.decisions[1]!.ballots[0]!.outcome!.sentence).toBe('Non adoptée\u00a0: abstention de member-3 de Villeneuve-la-Garenne\u00a0; vote contre de member-2 de Tiznit\u00a0: Le budget manque.');
    expect(after.decisions[0]!.ballots[0]!.outcome!.tally).toEqual({ for: 14, against: 0, abstentions: 0, notCast: 0 });
    const people = await rows<{ own: boolean }>('select vote.person_id = mandate.person_id as own from vote join mandate on mandate.seat_id = vote.seat_id where vote.partnership_id = $1', [ours.id]);
    expect(people.length).toBe(70);
    expect(people.every(({ own }) => own)).toBe(true);
    await valueOf(given.actions.close.run(await as('fr-coordinator'), { meetingId: table.meetingId }));
    const told = (await given.facts('HandsTold')).map(({ data }) => data['personIds'] as string[]);
    expect(told.map((people) => [...people].sort())).toEqual([members().map((key) => ours.people.get(key)).sort()]);
    const letterOf = async (key: string) => given.work.read(await as('fr-coordinator'), (tx) => handsLetter(tx, { meetingId: table.meetingId, personId: ours.people.get(key)!, zones }));
    expect(await letterOf('ma-member-2')).toMatchObject({ noted: 'Villeneuve-la-Garenne', confirmed: 'Tiznit', until: '2026-12-01', lines: [{ choice: 'FOR' }, { title: 'Point 2', choice: 'AGAINST' }, {}, {}, {}] });
    expect(await letterOf('ma-coordinator')).toBeNull();
  });

  it('confirmed by ten at once, it is confirmed once, and each decision has one ballot', async () => {
    const table = await sitting(2);
    await valueOf(note('ma-coordinator', table));
    const { id } = await handsIn(table.meetingId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm('fr-coordinator', id)));
    expect(answers.filter(({ refused }) => !refused)).toHaveLength(1);
    expect((await seen(table.meetingId)).decisions.map(({ ballots }) => ballots.length)).toEqual([1, 1]);
  });

  it('is refused whole when somebody left since, and can be withdrawn with its reason by either coordination', async () => {
    const table = await sitting(2);
    await valueOf(note('fr-coordinator', table));
    const { id } = await handsIn(table.meetingId);
    await valueOf(given.actions.attendance.run(await as('fr-coordinator'), { meetingId: table.meetingId, entries: [{ seatId: seat('fr-member-5'), presence: 'ABSENT' }] }));
    expect(await refusalOf(confirm('ma-coordinator', id))).toMatchObject({ code: 'HANDS_OUTDATED' });
    expect(await rows('select from ballot join decision on decision.id = ballot.decision_id where meeting_id = $1', [table.meetingId])).toEqual([]);
    expect(await refusalOf(given.actions.withdrawHands.run(await as('ma-coordinator'), { handsId: id, reason: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED' });
    await valueOf(given.actions.withdrawHands.run(await as('ma-coordinator'), { handsId: id, reason: 'Une voix est partie.' }));
    expect((await seen(table.meetingId)).hands).toEqual([]);
    await valueOf(note('ma-coordinator', table));
    await valueOf(confirm('fr-coordinator', (await handsIn(table.meetingId)).id));
  });

  it('is contested by the member whose vote it is, for fifteen days; the closed ballot stays, the database holds it', async () => {
    const table = await sitting(1);
    await valueOf(note('fr-coordinator', table, { [table.decisionIds[0]!]: [{ seatId: seat('ma-member-2'), choice: 'ABSTAIN' }] }));
    const { id } = await handsIn(table.meetingId);
    await valueOf(confirm('ma-coordinator', id));
    const [round] = (await seen(table.meetingId, 'ma-member-2')).hands.at(-1)!.rounds;
    expect(round).toMatchObject({ contestUntil: '2026-12-01', viewerMayContest: { allowed: true } });
    const contest = async (by: string, ballotId = round!.ballotId!) => given.actions.contestHands.run(await as(by), { handsId: id, ballotId, reason: 'J’étais pour.' });
    expect(await refusalOf(contest('fr-coordinator'))).toMatchObject({ code: 'HANDS_VOICE_NOT_YOURS' });
    expect(await refusalOf(contest('ma-member-2', '00000000-0000-7000-8000-000000000000'))).toMatchObject({ code: 'HANDS_VOICE_NOT_YOURS' });
    await valueOf(contest('ma-member-2'));
    const letter = await given.work.read(await as('fr-coordinator'), (tx) => handsContestLetter(tx, { meetingId: table.meetingId, language: 'fr', zones }));
    expect(letter).toEqual({ contests: [{ office: 'member-2 de Tiznit', title: 'Point 1', reason: 'J’étais pour.' }] });
    expect(await refusalOf(contest('ma-member-2'))).toMatchObject({ code: 'HANDS_ALREADY_CONTESTED' });
    given.later(16 * 24 * 60);
    expect(await refusalOf(contest('fr-member-1'))).toMatchObject({ code: 'CONTEST_TOO_LATE' });
    given.clock.moveTo(today);
    const meeting = await seen(table.meetingId);
    expect(meeting.hands.at(-1)!.rounds[0]!.contests).toMatchObject([{ seat: { id: seat('ma-member-2') }, reason: 'J’étais pour.' }]);
    expect(meeting.decisions[0]).toMatchObject({ state: 'NOT_ADOPTED', viewerMay: { openBallot: { allowed: false } } });
    expect((await seen(table.meetingId, 'fr-coordinator')).decisions[0]!.viewerMay.openBallot.allowed).toBe(true);
    for (const sql of [`update hands set state = 'ENTERED', confirmed_at = null, confirmed_by = null, confirmed_party = null where id = $1`, 'delete from hands where id = $1', 'delete from hands_contest where hands_id = $1'])
      await expect(given.owner.query(sql, [id])).rejects.toThrow(/never change/);
  });
});

describe('a power, on the sheet and in the vote', () => {
  it('gives the absent a voice in her colleague’s hand, on phones too; it falls when she is back', async () => {
    const { meetingId, decisionIds } = await sitting(1);
    const record = async (entry: object) => given.actions.attendance.run(await as('fr-coordinator'), { meetingId, entries: [{ seatId: seat('fr-member-1'), presence: 'ABSENT', ...entry }] });
    expect(await refusalOf(record({ proxyToSeatId: seat('ma-member-1') }))).toMatchObject({ code: 'PROXY_HOLDER_UNFIT', source: 'Règlement intérieur, art. 6' });
    await valueOf(record({ proxyToSeatId: seat('fr-member-2') }));
    const { attendance, votersNow, proxyTerms } = await seen(meetingId);
    expect(attendance.find((entry) => entry.seat.id === seat('fr-member-1'))).toMatchObject({ presence: 'ABSENT', proxy: { holder: { id: seat('fr-member-2') }, counts: true } });
    expect(votersNow.map(({ id }) => id)).toContain(seat('fr-member-1'));
    expect(proxyTerms).toMatchObject({ perHolder: 1, source: { reference: 'Règlement intérieur, art. 6' } });
    const { ballotId } = await valueOf(given.actions.openBallot.run(await as('fr-coordinator'), { decisionId: decisionIds[0]! }));
    const [{ text_hash: textHash }] = (await rows<{ text_hash: string }>('select text_hash from ballot where id = $1', [ballotId])) as [{ text_hash: string }];
    const cast = async (by: string, key: string) => given.actions.cast.run(await as(by), { ballotId, textHash, choice: 'FOR', seatId: seat(key) });
    expect(await refusalOf(cast('fr-member-1', 'fr-member-1'))).toMatchObject({ code: 'NOT_ON_ROLL' });
    expect(await refusalOf(cast('fr-member-3', 'fr-member-1'))).toMatchObject({ code: 'NOT_ON_ROLL' });
    await valueOf(cast('fr-member-2', 'fr-member-1'));
    const [ballot] = (await seen(meetingId, 'fr-member-2')).decisions[0]!.ballots;
    expect(ballot).toMatchObject({ onRoll: true, myVote: null, carried: [{ seat: { id: seat('fr-member-1') }, vote: { choice: 'FOR' } }] });
    await valueOf(given.actions.closeBallot.run(await as('fr-coordinator'), { ballotId }));
    await valueOf(record({ presence: 'PRESENT' }));
    expect((await seen(meetingId)).attendance.find((entry) => entry.seat.id === seat('fr-member-1'))).toMatchObject({ presence: 'PRESENT', proxy: null });
    expect((await given.facts('ProxyRevoked')).map(({ data }) => data['holderSeatId'])).toEqual([seat('fr-member-2')]);
  });

  it('who leaves at a point is called for no further ballot, whoever is asked; back, or her leaving taken back, she is', async () => {
    const { meetingId, decisionIds } = await sitting(2);
    const [item] = (await seen(meetingId)).agenda;
    const move = async (by: string, kind: 'ARRIVED' | 'LEFT', more: object = {}) => given.actions.noteMovement.run(await as(by), { meetingId, seatId: seat('fr-member-1'), kind, agendaItemId: item!.id, ...more });
    expect(await refusalOf(move('fr-member-2', 'LEFT'))).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const more of [{ seatId: '00000000-0000-7000-8000-000000000000' }, { agendaItemId: '00000000-0000-7000-8000-000000000000' }]) expect(await refusalOf(move('ma-coordinator', 'LEFT', more))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await Promise.all([move('ma-coordinator', 'LEFT'), move('fr-coordinator', 'LEFT')].map(refusalOf))).map((no) => no?.code ?? 'noted').sort()).toEqual(['MEMBER_ALREADY_AWAY', 'noted']);
    const stands = async () => { const { movements, votersNow, attendance } = await seen(meetingId); return { movements: movements.map(({ kind, place, last }) => `${kind} ${place} ${last}`), votes: votersNow.some(({ id }) => id === seat('fr-member-1')), there: attendance.find((entry) => entry.seat.id === seat('fr-member-1')) }; };
    expect(await stands()).toMatchObject({ movements: ['LEFT 1 true'], votes: false, there: { presence: 'PRESENT', there: false } });
    const { ballotId } = await valueOf(given.actions.openBallot.run(await as('fr-coordinator'), { decisionId: decisionIds[0]! }));
    const rolled = async () => ((await seen(meetingId)).decisions.flatMap(({ ballots }) => ballots).find(({ id }) => id === ballotId)?.roll ?? []).map((elector) => elector.seat.id);
    expect(await rolled()).not.toContain(seat('fr-member-1'));
    await valueOf(move('fr-coordinator', 'ARRIVED'));
    expect([await rolled().then((ids) => ids.includes(seat('fr-member-1'))), (await stands()).votes]).toEqual([false, true]);
    await valueOf(given.actions.closeBallot.run(await as('fr-coordinator'), { ballotId }));
    const [first, second] = (await seen(meetingId)).movements;
    const back = async (movementId: string) => refusalOf(given.actions.takeBackMovement.run(await as('ma-coordinator'), { movementId }));
    expect([(await back(first!.id))?.code, await back(second!.id), (await stands()).votes, (await back(second!.id))?.code]).toEqual(['MOVEMENT_OVERTAKEN', null, false, 'MOVEMENT_TAKEN_BACK']);
    expect([await back(first!.id), await stands()]).toMatchObject([null, { movements: [], votes: true }]);
    await valueOf(given.actions.close.run(await as('fr-coordinator'), { meetingId }));
    expect(await refusalOf(move('fr-coordinator', 'LEFT'))).toMatchObject({ code: 'MOVEMENTS_CLOSED' });
  });

  it('a guest is on the sheet without a voice, until taken off', async () => {
    const { meetingId } = await sitting(0);
    expect(await refusalOf(given.actions.noteGuest.run(await as('fr-member-1'), { meetingId, name: 'Association' }))).toMatchObject({ code: 'NOT_ALLOWED' });
    await valueOf(given.actions.noteGuest.run(await as('fr-coordinator'), { meetingId, name: ' Association des parents ', capacity: 'scolarité' }));
    const { guests, votersNow } = await seen(meetingId);
    expect(guests).toMatchObject([{ name: 'Association des parents', capacity: 'scolarité' }]);
    expect(votersNow).toHaveLength(14);
    await valueOf(given.actions.takeGuestOff.run(await as('ma-coordinator'), { guestId: guests[0]!.id }));
    expect((await seen(meetingId)).guests).toEqual([]);
  });
});
