import { MachineClock, Zones } from '#kernel';
import { attachmentView } from '#parties';
import { SharedReading, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { presenceNow, presenceOf, takesPart, type Attendance, type Presence } from '../domain/attendance.js';
import type { Meeting } from '../domain/meeting.js';
import type { Ballot } from '../domain/ballot.js';
import { powersThatCount, proxiesPerHolder } from '../domain/proxy.js';
import { callRoll } from '../domain/roll.js';
import { ballotOf } from '../store/ballot.store.js';
import { isOnPaper, meetingOf, meetingsOfPartnership } from '../store/meeting.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { committeeAt, partyOf, shownSeat, type Committee } from './committee.reader.js';
import { convocationHash } from './convocation-act.js';
import { decisionViews, type DecisionRows } from './decision.reader.js';
import { handsViews } from './hands.reader.js';
import type { BallotType, DecisionType } from './decision.types.js';
import { meetingMay, type Standing } from './meeting-may.js';
import { readBeside, readMeeting, sharedBy, type MeetingRead } from './meeting-read.js';
import { localTimesOf } from './local-times.js';
import type { AgendaItemType, AttendanceType, MeetingType, MovementType } from './meeting.types.js';

/** Builds what is shown of meetings, decisions and ballots: a page of it is one call. */
@Injectable()
export class MeetingReader {
  private readonly room = new SharedReading<MeetingRead | null>();

  constructor(
    private readonly zones: Zones,
    private readonly machine: MachineClock,
  ) {}

  /** A meeting; `null` when absent or not the reader's. */
  async one(tx: ReadTx, id: string): Promise<MeetingType | null> {
    const read = await readMeeting(tx, id, this.zones);
    return read && this.view(tx, read);
  }

  /** The same for a whole room that asks at once: one reading for all of the same rights. Never inside an act, whose rows are not yet anybody's. */
  async among(tx: ReadTx, id: string): Promise<MeetingType | null> {
    const key = await sharedBy(tx, id);
    if (!key) return this.one(tx, id);
    const read = await this.room.of(key, () => readMeeting(tx, id, this.zones));
    return read && this.view(tx, read);
  }

  /** The meetings of a partnership by date; none when it is not the reader's. */
  async list(tx: ReadTx, partnershipId: string): Promise<MeetingType[]> {
    const rows = (await meetingsOfPartnership(tx, partnershipId)).filter((row) => !isOnPaper(row));
    if (rows.length === 0) return [];
    const committee = await committeeAt(tx, partnershipId, { instant: tx.now(), zones: this.zones });
    const views: MeetingType[] = [];
    for (const row of rows) views.push(this.view(tx, await readBeside(tx, row, { committee, zones: this.zones })));
    return views;
  }

  /** A meeting that is known to be there. @throws Error when it is out of reach. */
  async present(tx: ReadTx, id: string): Promise<MeetingType> {
    const meeting = await this.one(tx, id);
    if (!meeting) throw new Error(`meeting ${id} is out of reach`);
    return meeting;
  }

  /** One decision of a meeting that is known to be there. */
  async decision(tx: ReadTx, at: { meetingId: string; decisionId: string }): Promise<DecisionType> {
    const found = (await this.present(tx, at.meetingId)).decisions.find(({ id }) => id === at.decisionId);
    if (!found) throw new Error(`decision ${at.decisionId} is out of reach`);
    return found;
  }

  /** One ballot of a meeting that is known to be there. */
  async ballot(tx: ReadTx, at: { meetingId: string; ballotId: string }): Promise<BallotType> {
    const found = (await this.present(tx, at.meetingId)).decisions.flatMap(({ ballots }) => ballots).find(({ id }) => id === at.ballotId);
    if (!found) throw new Error(`ballot ${at.ballotId} is out of reach`);
    return found;
  }

  /** The meeting as this reader sees it: whose voice is told, and what she may do, is worked out for her alone. */
  private view(tx: ReadTx, read: MeetingRead): MeetingType {
    const { row, committee, shown, attendance, decided, hands, contests, items } = read;
    const meeting = meetingOf(row, this.zones);
    const { actor } = tx.ctx;
    const openBallots = decided.ballots.filter(({ closedAt }) => closedAt === null).length;
    const noted = hands.filter(({ state }) => state === 'ENTERED').flatMap(({ rounds: kept }) => kept.map(({ decisionId }) => decisionId));
    const stepUp = { at: actor?.stepUpAt ?? null, machineNow: this.machine.now() };
    const standing: Standing = { meeting, committee, attendance, openBallots, noted, personId: actor?.personId ?? null, stepUp };
    const decisions = decisionViews(tx, standing, { rows: decided, shown });
    return {
      ...facts(row, meeting),
      localTimes: localTimesOf(meeting.startsAt, committee, this.zones),
      hostParty: partyOf(committee.shownParties, row.hostPartyId),
      convenedBy: row.convenedBySeatId ? shownSeat(tx, shown, row.convenedBySeatId) : null,
      agenda: agendaOf(tx, read, decisions),
      attendance: attendanceView(tx, attendance, shown),
      movements: this.movements(tx, read),
      ...sittingView(tx, read),
      hands: handsViews(tx, hands, { committee, shown, personId: standing.personId, ballots: ballotsIn(row.id, decided), contests, zones: this.zones }),
      decisions,
      convocationHash: convocationHash({ row, agenda: items, decisions: decided.decisions }),
      viewerMay: meetingMay(standing),
    };
  }

  private movements(tx: ReadTx, { row, shown, movements }: MeetingRead): MovementType[] {
    return movements.map(({ id, seatId, kind, place, notedAt }) => {
      const last = movements.findLast((other) => other.seatId === seatId)?.id === id;
      return { id, seat: shownSeat(tx, shown, seatId), kind, place, time: this.zones.civilAt(notedAt, row.zone).time, last };
    });
  }
}

type OwnFacts = 'id' | 'partnershipId' | 'kind' | 'mode' | 'state' | 'civilDate' | 'time' | 'zone' | 'place' | 'startsAt' | 'turnReason' | 'cancelReason' | 'convenedAt' | 'openedAt' | 'closedAt' | 'sequence' | 'version';

function facts(row: MeetingRow, { kind, mode, state, startsAt }: Meeting): Pick<MeetingType, OwnFacts> {
  const { id, partnershipId, civilDate, time, zone, place, turnReason, cancelReason, convenedAt, openedAt, closedAt, sequence, version } = row;
  return { id, partnershipId, kind, mode, state, civilDate, time, zone, place, startsAt, turnReason, cancelReason, convenedAt, openedAt, closedAt, sequence, version };
}

function agendaOf(tx: ReadTx, { row: { convenedAt: sharedAt }, items, joined, shown }: MeetingRead, decisions: readonly (DecisionType & { agendaItemId: string })[]): AgendaItemType[] {
  return items.map((item) => ({
    ...item,
    decision: decisions.find(({ agendaItemId }) => agendaItemId === item.id) ?? null,
    attachments: joined.filter(({ subjectId }) => subjectId === item.id).map((line) => attachmentView(tx, line, { parties: shown.shownParties, sharedAt })),
    presenter: shown.shownSeats.some(({ seatId }) => seatId === item.presenterSeatId) ? shownSeat(tx, shown, item.presenterSeatId!) : null,
  }));
}

/** Every seat that sits in the committee, and what the sheet says of it. */
function attendanceView(tx: ReadTx, attendance: Attendance, shown: Committee): AttendanceType[] {
  const counting = powersThatCount({ at: shown.at, seats: shown.seats, attendance }, shown.rules);
  return shown.shownSeats
    .filter(({ holder, member, seatId }) => (holder !== null && member) || attendance.bySeat[seatId] !== undefined)
    .map(({ seatId }) => {
      const power = attendance.proxies.find((given) => given.seatId === seatId);
      const proxy = power ? { holder: shownSeat(tx, shown, power.holderSeatId), counts: counting.has(seatId) } : null;
      return { seat: shownSeat(tx, shown, seatId), presence: presenceOf(attendance, seatId) as Presence, there: takesPart(presenceNow(attendance, seatId)), proxy };
    });
}

/** What the sheet makes of the meeting: who would vote now, who is heard, who is missing. */
function sittingView(tx: ReadTx, { attendance, shown, guests }: MeetingRead): Pick<MeetingType, 'quorum' | 'guests' | 'proxyTerms' | 'votersNow'> {
  const { at, parties, seats, rules, shownParties } = shown;
  const { quorumMissing, electors } = callRoll({ at, parties, seats, attendance }, rules);
  return {
    quorum: { met: quorumMissing.length === 0, required: rules.quorum.value !== 'NONE', missing: quorumMissing.map((id) => partyOf(shownParties, id)), source: { ...rules.quorum.source } },
    guests: guests.map(({ id, name, capacity }) => ({ id, name, capacity })),
    proxyTerms: { perHolder: proxiesPerHolder(rules), source: { ...rules.proxies.source } },
    votersNow: electors.map(({ seatId }) => shownSeat(tx, shown, seatId)),
  };
}

const ballotsIn = (meetingId: string, { ballots, votes }: DecisionRows): Ballot[] => ballots.map((line) => ballotOf(line, meetingId, votes.filter(({ ballotId }) => ballotId === line.id)));
