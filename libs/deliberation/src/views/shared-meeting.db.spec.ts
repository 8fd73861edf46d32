import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import type { Ctx, ReadTx } from '#platform';
import { access } from '../../../../apps/api/src/migrations/access.js';
import { GivenCommittee, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { readMeeting } from './meeting-read.js';
import { MeetingReader } from './meeting.reader.js';
import type { MeetingType } from './meeting.types.js';

let given: GivenCommittee;
let ours: GivenPartnership;
let theirs: GivenPartnership;
let meetingId: string;
let ballot: { ballotId: string; textHash: string };

const vote = async (key: string, choice: 'FOR' | 'ABSTAIN'): Promise<unknown> => valueOf(given.actions.cast.run(await given.as(ours, key), { ...ballot, choice, reason: null }));

beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 2 });
  theirs = await given.partnership({ members: 0 });
  const coordinator = await given.as(ours, 'fr-coordinator');
  meetingId = await valueOf(given.actions.schedule.run(coordinator, { partnershipId: ours.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: ours.france, civilDate: '2026-12-04' as CivilDate, time: '10:00', place: 'Mairie' }));
  const { decisionId } = await valueOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: 'Le plan', text: 'Le comité valide le plan.' }));
  await valueOf(given.actions.convene.run(await given.as(ours, 'fr-president'), { meetingId }));
  const members = [...ours.seats].filter(([key]) => !key.endsWith('coordinator'));
  await valueOf(given.actions.attendance.run(coordinator, { meetingId, entries: members.map(([, seatId]) => ({ seatId, presence: 'PRESENT' as const })) }));
  await valueOf(given.actions.open.run(coordinator, { meetingId }));
  const { ballotId } = await valueOf(given.actions.openBallot.run(coordinator, { decisionId: decisionId!, text: null }));
  const [row] = (await given.owner.query('select text_hash from ballot where id = $1', [ballotId])) as { text_hash: string }[];
  ballot = { ballotId, textHash: row!.text_hash };
  await vote('fr-president', 'FOR');
}, 60_000);
afterAll(() => given.close());

/** A person who is only invited to follow: what is being prepared is not hers. */
const asGuest = ({ actor, ...ctx }: Ctx): Ctx => ({ ...ctx, actor: actor && { ...actor, seats: actor.seats.map((seat) => ({ ...seat, persona: 'GUEST' })) } });

/** Those who keep the minutes, those who prepare, one of them in Arabic, a guest, and somebody of another committee. */
async function room(): Promise<Ctx[]> {
  const ours7 = await Promise.all(['fr-president', 'ma-president', 'fr-coordinator', 'fr-member-1', 'fr-member-2', 'ma-member-1', 'ma-member-2'].map((key) => given.as(ours, key)));
  return [...ours7, await given.as(ours, 'ma-member-1', { language: 'ar' }), asGuest(await given.as(ours, 'ma-member-2')), await given.as(theirs, 'fr-president')];
}

const alone = (readers: readonly Ctx[]): Promise<(MeetingType | null)[]> => Promise.all(readers.map((ctx) => given.work.read(ctx, (tx) => new MeetingReader(zones, given.clock).one(tx, meetingId))));

/** All of them at once: nobody's reading goes past its first statement before everybody is at the door. Answers too how many readings there were. */
async function together(reader: MeetingReader, readers: readonly Ctx[]): Promise<{ seen: (MeetingType | null)[]; readings: number }> {
  let [asked, readings] = [0, 0];
  let open = (): void => undefined;
  const everybody = new Promise<void>((resolve) => (open = resolve));
  const watched = (tx: ReadTx): ReadTx => ({
    ...tx,
    query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) => {
      const first = sql.includes('journal_head');
      if (sql.includes('from attendance ') || sql.includes('from attendance\n')) readings += 1;
      if (!first) await everybody;
      const rows = await tx.query<Row>(sql, parameters);
      if (first && (asked += 1) === readers.length) open();
      return rows;
    },
  });
  const seen = await Promise.all(readers.map((ctx) => given.work.read(ctx, (tx) => reader.among(watched(tx), meetingId))));
  return { seen, readings };
}

const castIn = (meeting: MeetingType | null): number | undefined => meeting?.decisions[0]?.ballots[0]?.cast;
const myVoteIn = (meeting: MeetingType | null): string | undefined => meeting?.decisions[0]?.ballots[0]?.myVote?.choice;

it('each of a room that reads at once sees exactly what she would see alone; one reading serves all of the same rights and language', async () => {
  const readers = await room();
  const { seen, readings } = await together(new MeetingReader(zones, given.clock), readers);
  expect(seen).toEqual(await alone(readers));
  expect(readings).toBe(4);
  expect(seen.map(myVoteIn)).toEqual(['FOR', ...Array.from({ length: 9 }, () => undefined)]);
  expect(seen.at(-1)).toBeNull();
});

it('what is shared does differ from one right to another, so that a key too wide would show', async () => {
  const [keeper, , , member, , , , , guest] = await room();
  const rows = (ctx: Ctx): Promise<unknown> => given.work.read(ctx, (tx) => readMeeting(tx, meetingId, zones));
  expect(await rows(member!)).toEqual(await rows(keeper!));
  expect(await rows(guest!)).not.toEqual(await rows(member!));
});

it('a voice given after a room has read is in the very next reading, late-comers’ too', async () => {
  const [readers, reader] = [await room(), new MeetingReader(zones, given.clock)];
  const before = await together(reader, readers);
  await vote('ma-president', 'ABSTAIN');
  const after = await together(reader, readers);
  expect([castIn(before.seen[0]!), castIn(after.seen[0]!)]).toEqual([1, 2]);
  expect(after.seen).toEqual(await alone(readers));
  expect(after.seen.map(myVoteIn).slice(0, 2)).toEqual(['FOR', 'ABSTAIN']);
});

it('a reading that fails is its own reader’s trouble: the others read again', async () => {
  const [readers, reader] = [(await room()).slice(3, 7), new MeetingReader(zones, given.clock)];
  let cuts = 0;
  const cut = (tx: ReadTx): ReadTx => ({ ...tx, query: (sql, parameters) => (sql.includes('from decision') && (cuts += 1) === 1 ? Promise.reject(new Error('the line is cut')) : tx.query(sql, parameters)) });
  const seen = await Promise.allSettled(readers.map((ctx) => given.work.read(ctx, (tx) => reader.among(cut(tx), meetingId))));
  expect(seen.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(seen.filter((one) => one.status === 'fulfilled' && one.value?.id === meetingId)).toHaveLength(3);
});

it('every table of a shared reading is read by rights alone: none of its policies asks who reads, or for which party', async () => {
  const statements: string[] = [];
  await given.work.read(await given.as(ours, 'fr-president'), (tx) => readMeeting({ ...tx, query: (sql, parameters) => (statements.push(sql), tx.query(sql, parameters)) }, meetingId, zones));
  const read = access.filter(({ table }) => statements.some((sql) => new RegExp(`\\b(from|join) ${table}\\b`).test(sql)));
  const personal = read.filter((row) => /'app\.(person|parties)'/.test(row.read)).map(({ table }) => table);
  expect(read.map(({ table }) => table)).toEqual(expect.arrayContaining(['meeting', 'decision', 'ballot', 'vote', 'attendance', 'hands', 'seat', 'mandate', 'rule']));
  // One's own row too; whose seat is shown has a mandate here, and is seen by every reader of this partnership. Mandates likewise: only this partnership's are asked.
  expect(personal.sort()).toEqual(['mandate', 'person']);
});
