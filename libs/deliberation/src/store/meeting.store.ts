import { civilDate, type Zones } from '#kernel';
import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { Attendance, Presence, Proxy } from '../domain/attendance.js';
import type { Meeting, MeetingKind, MeetingMode, MeetingState } from '../domain/meeting.js';
import { meetingSource } from './committee.searchable.js';
import { AgendaItemRow, AttendanceRow, MeetingRow, ProxyRow, ReadingRow } from './meeting.entity.js';
import { isUuid } from './uuid.js';

const columns = `
  partnership_id as "partnershipId", id, agreement_id as "agreementId", kind, mode, host_party_id as "hostPartyId", civil_date::text as "civilDate", time, zone,
  place, state, turn_reason as "turnReason", cancel_reason as "cancelReason", convened_by_seat_id as "convenedBySeatId", convened_at as "convenedAt",
  opened_at as "openedAt", closed_at as "closedAt", sequence, version`;

/** The rule's meeting of a row: its beginning is worked out now, never stored (trust.md 0.1). */
export const meetingOf = (row: MeetingRow, zones: Zones): Meeting => ({
  id: row.id,
  partnershipId: row.partnershipId,
  state: row.state as MeetingState,
  hostPartyId: row.hostPartyId,
  kind: row.kind as MeetingKind,
  mode: row.mode as MeetingMode,
  startsAt: zones.instantOf(civilDate(row.civilDate), row.time, row.zone),
  place: row.place,
  turnBreakReason: row.turnReason,
  convenedAt: row.convenedAt,
  openedAt: row.openedAt,
  closedAt: row.closedAt,
  stateReason: row.cancelReason,
});

/** A meeting told of by a paper (« repris ») counts for the turn; nothing is done about it here, and its page is the paper's. */
export const isOnPaper = ({ state, openedAt }: Pick<MeetingRow, 'state' | 'openedAt'>): boolean => state === 'MINUTED' && openedAt === null;
const heldHere = `(state <> 'MINUTED' or opened_at is not null)`;

/** Locks the meeting: the first lock of every act about it, its agenda, its decisions and its ballots. `null` when absent or foreign. */
export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<MeetingRow>(`select ${columns} from meeting where id = $1 and ${heldHere} for update`, [id]);
  return row ?? null;
}

/** These meetings, in reach of the reader, in the order of their dates. */
export const meetingsById = (tx: ReadTx, ids: readonly string[]): Promise<MeetingRow[]> =>
  tx.query<MeetingRow>(`select ${columns} from meeting where id = any ($1::uuid[]) and ${heldHere} order by civil_date, time, id`, [ids.filter(isUuid)]);

/** Every meeting of a partnership, in the order of their dates. */
export const meetingsOfPartnership = (tx: ReadTx, partnershipId: string): Promise<MeetingRow[]> =>
  tx.query<MeetingRow>(`select ${columns} from meeting where partnership_id = $1 order by civil_date, time, id`, [partnershipId]);

/** The civil side of a new meeting: what the rule does not need and the row keeps. */
export type NewMeeting = Pick<MeetingRow, 'agreementId' | 'civilDate' | 'time' | 'zone'>;

export async function addMeeting(tx: Tx, meeting: Meeting, civil: NewMeeting): Promise<void> {
  const { id, partnershipId, kind, mode, hostPartyId, place, state, turnBreakReason: turnReason } = meeting;
  const blank = { cancelReason: null, convenedBySeatId: null, convenedAt: null, openedAt: null, closedAt: null };
  await tx.manager.insert(MeetingRow, { partnershipId, id, kind, mode, hostPartyId, place, state, turnReason, ...civil, ...blank, sequence: 0, version: 1 });
  await keepSearchable(tx, meetingSource, { partnershipId, ids: [id] });
}

/** Keeps the meeting's new state; its version goes up, so that open pages know. */
export async function keepMeeting(tx: Tx, row: MeetingRow, change: { state: Meeting; convenedBySeatId?: string; sequence?: number }): Promise<void> {
  const { state, convenedAt, openedAt, closedAt, stateReason: cancelReason } = change.state;
  const { convenedBySeatId = row.convenedBySeatId, sequence = row.sequence } = change;
  const values = { state, convenedAt, openedAt, closedAt, cancelReason, convenedBySeatId, sequence, version: row.version + 1 };
  await tx.manager.update(MeetingRow, { partnershipId: row.partnershipId, id: row.id }, values);
  await keepSearchable(tx, meetingSource, { partnershipId: row.partnershipId, ids: [row.id] });
}

/** Keeps a meeting moved to another day, hour or place; its zone is its host's, and stays. */
export async function keepMoved(tx: Tx, row: MeetingRow, change: { state: Meeting; sequence: number } & Pick<MeetingRow, 'civilDate' | 'time'>): Promise<void> {
  const { state, civilDate: day, time, sequence } = change;
  await tx.manager.update(MeetingRow, { partnershipId: row.partnershipId, id: row.id }, { civilDate: day, time, place: state.place });
  await keepMeeting(tx, row, { state, sequence });
}

/** Something of the meeting changed that is not in its row (attendance, agenda, votes): its version goes up. */
export async function touchMeeting(tx: Tx, row: MeetingRow): Promise<void> {
  await tx.manager.update(MeetingRow, { partnershipId: row.partnershipId, id: row.id }, { version: row.version + 1 });
}

/** The attendance sheet. Written delegations are not kept yet: nobody is represented. */
export async function attendanceOf(tx: ReadTx, meetingId: string): Promise<Attendance> {
  const lines = await tx.query<{ seat_id: string; presence: Presence }>('select seat_id, presence from attendance where meeting_id = $1', [meetingId]);
  const proxies = await tx.query<Proxy>('select seat_id as "seatId", holder_seat_id as "holderSeatId" from proxy where meeting_id = $1 and holder_seat_id is not null order by seat_id', [meetingId]);
  const moved = await tx.query<{ seat_id: string; kind: string }>('select distinct on (seat_id) seat_id, kind from attendance_movement where meeting_id = $1 and taken_back_at is null order by seat_id, noted_at desc, id desc', [meetingId]);
  const away = moved.flatMap(({ seat_id: seatId, kind }) => (kind === 'LEFT' ? [seatId] : []));
  return { bySeat: Object.fromEntries(lines.map((line) => [line.seat_id, line.presence])), delegations: [], proxies, away };
}

/** Writes the powers that changed: given, moved to another holder, or taken back. */
export async function keepProxies(tx: Tx, { partnershipId, id: meetingId }: MeetingRow, { before, after }: { before: readonly Proxy[]; after: readonly Proxy[] }): Promise<void> {
  const holderIn = (list: readonly Proxy[], seatId: string): string | null => list.find((power) => power.seatId === seatId)?.holderSeatId ?? null;
  const seats = [...new Set([...before, ...after].map(({ seatId }) => seatId))].filter((seatId) => holderIn(before, seatId) !== holderIn(after, seatId));
  const rows = seats.map((seatId) => ({ partnershipId, meetingId, seatId, holderSeatId: holderIn(after, seatId), recordedAt: tx.now() }));
  if (rows.length > 0) await tx.manager.upsert(ProxyRow, rows, ['partnershipId', 'meetingId', 'seatId']);
}

/** Writes what changed between two sheets of one meeting: presences and powers. */
export async function keepSheet(tx: Tx, row: MeetingRow, { before, after }: { before: Attendance; after: Attendance }): Promise<void> {
  const marks = Object.entries(after.bySeat).filter(([seatId, presence]) => before.bySeat[seatId] !== presence);
  await keepAttendance(tx, row, marks.map(([seatId, presence]) => ({ seatId, presence })));
  await keepProxies(tx, row, { before: before.proxies, after: after.proxies });
}

/** Writes what the sheet says of these seats. */
export async function keepAttendance(tx: Tx, row: MeetingRow, marks: readonly { seatId: string; presence: Presence }[]): Promise<void> {
  const { partnershipId, id: meetingId } = row;
  const rows = marks.map((mark) => ({ partnershipId, meetingId, ...mark, recordedAt: tx.now() }));
  if (rows.length > 0) await tx.manager.upsert(AttendanceRow, rows, ['partnershipId', 'meetingId', 'seatId']);
}

/** Ballots still open in this meeting. Asked under the meeting's lock. */
export async function openBallotsIn(tx: ReadTx, meetingId: string): Promise<number> {
  const [line] = await tx.query<{ open: number }>(
    `select count(*)::int as open from ballot join decision on decision.partnership_id = ballot.partnership_id and decision.id = ballot.decision_id
     where decision.meeting_id = $1 and ballot.closed_at is null`,
    [meetingId],
  );
  return line?.open ?? 0;
}

export type AgendaItemToAdd = Pick<AgendaItemRow, 'title' | 'subjectKind' | 'subjectId'> & Partial<Pick<AgendaItemRow, 'durationMinutes' | 'presenterSeatId'>>;

/** Adds an item at the end of the agenda; answers its id. */
export async function addAgendaRow(tx: Tx, row: MeetingRow, item: AgendaItemToAdd): Promise<{ id: string; place: number }> {
  const [last] = await tx.query<{ place: number }>('select coalesce(max(place), 0) as place from agenda_item where meeting_id = $1', [row.id]);
  const place = (last?.place ?? 0) + 1;
  const id = tx.newId();
  await tx.manager.insert(AgendaItemRow, { partnershipId: row.partnershipId, id, meetingId: row.id, place, ...item });
  await keepSearchable(tx, meetingSource, { partnershipId: row.partnershipId, ids: [row.id] });
  return { id, place };
}

/** The first time this person opened that page; later readings change nothing. Answers that first instant (UTC). */
export async function keepReading(tx: Tx, reading: Omit<ReadingRow, 'firstReadAt'>): Promise<Date> {
  const { partnershipId, subjectKind, subjectId, personId } = reading;
  await tx.query(
    `insert into reading (partnership_id, subject_kind, subject_id, person_id, first_read_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [partnershipId, subjectKind, subjectId, personId, tx.now()],
  );
  const [line] = await tx.query<{ first_read_at: Date }>(
    'select first_read_at from reading where partnership_id = $1 and subject_kind = $2 and subject_id = $3 and person_id = $4',
    [partnershipId, subjectKind, subjectId, personId],
  );
  if (!line) throw new Error(`the reading of ${subjectKind} ${subjectId} is out of reach`);
  return line.first_read_at;
}

/** Where a page of this room stands; `null` when absent, foreign, or no page of this room. */
export async function partnershipOfReadable(tx: ReadTx, kind: string, id: string): Promise<string | null> {
  const readable = { meeting: 'meeting', decision: 'decision', minutes: 'minutes' } as const;
  const table = Object.hasOwn(readable, kind) ? readable[kind as keyof typeof readable] : null;
  if (!table || !isUuid(id)) return null;
  const [line] = await tx.query<{ partnership_id: string }>(`select partnership_id from ${table} where id = $1`, [id]);
  return line?.partnership_id ?? null;
}
