import { MachineClock, Zones, type CivilDate } from '#kernel';
import { attachmentsOf, attachmentView } from '#parties';
import type { ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { presenceNow, presenceOf, takesPart, type Attendance, type Presence } from '../domain/attendance.js';
import type { Meeting } from '../domain/meeting.js';
import type { Ballot } from '../domain/ballot.js';
import type { Guest } from '../domain/guest.js';
import { powersThatCount, proxiesPerHolder } from '../domain/proxy.js';
import { callRoll } from '../domain/roll.js';
import { agendaOfMeeting, type AgendaLine } from '../store/agenda-item.store.js';
import { ballotOf, ballotsOfMeetings, decisionsOfMeetings, votesOf } from '../store/ballot.store.js';
import { guestsOf } from '../store/guest.store.js';
import { contestsOfMeeting, handsOfMeeting } from '../store/hands.store.js';
import { attendanceOf, isOnPaper, meetingOf, meetingsById, meetingsOfPartnership } from '../store/meeting.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { movementsOf } from '../store/movement.store.js';
import { committeeAt, partyOf, shownSeat, type Committee } from './committee.reader.js';
import { convocationHash } from './convocation-act.js';
import { decisionViews, type DecisionRows } from './decision.reader.js';
import { handsViews } from './hands.reader.js';
import type { BallotType, DecisionType } from './decision.types.js';
import { meetingMay, type Standing } from './meeting-may.js';
import type { AgendaItemType, AttendanceType, LocalTimeType, MeetingType, MovementType } from './meeting.types.js';

/** Builds what is shown of meetings, decisions and ballots: a page of it is one call. */
@Injectable()
export class MeetingReader {
  constructor(
    private readonly zones: Zones,
    private readonly machine: MachineClock,
  ) {}

  /** A meeting; `null` when absent or not the reader's. */
  async one(tx: ReadTx, id: string): Promise<MeetingType | null> {
    const [row] = await meetingsById(tx, [id]);
    return row ? this.view(tx, row, await this.committeeNow(tx, row.partnershipId)) : null;
  }

  /** The meetings of a partnership by date; none when it is not the reader's. */
  async list(tx: ReadTx, partnershipId: string): Promise<MeetingType[]> {
    const rows = (await meetingsOfPartnership(tx, partnershipId)).filter((row) => !isOnPaper(row));
    if (rows.length === 0) return [];
    const committee = await this.committeeNow(tx, partnershipId);
    const views: MeetingType[] = [];
    for (const row of rows) views.push(await this.view(tx, row, committee));
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

  private committeeNow(tx: ReadTx, partnershipId: string): Promise<Committee> {
    return committeeAt(tx, partnershipId, { instant: tx.now(), zones: this.zones });
  }

  private async view(tx: ReadTx, row: MeetingRow, committee: Committee): Promise<MeetingType> {
    const meeting = meetingOf(row, this.zones);
    const attendance = await attendanceOf(tx, row.id);
    const rows = await decisionRows(tx, row.id);
    const { actor } = tx.ctx;
    const openBallots = rows.ballots.filter(({ closedAt }) => closedAt === null).length;
    const hands = await handsOfMeeting(tx, row.id);
    const noted = hands.filter(({ state }) => state === 'ENTERED').flatMap(({ rounds: kept }) => kept.map(({ decisionId }) => decisionId));
    const stepUp = { at: actor?.stepUpAt ?? null, machineNow: this.machine.now() };
    const standing: Standing = { meeting, committee, attendance, openBallots, noted, personId: actor?.personId ?? null, stepUp };
    // A meeting that was held keeps the members it had that day.
    const shown = row.openedAt ? await committeeAt(tx, row.partnershipId, { instant: row.openedAt, zones: this.zones }) : committee;
    const decisions = decisionViews(tx, standing, { rows, shown });
    const items = await agendaOfMeeting(tx, row.id);
    return {
      ...facts(row, meeting),
      localTimes: this.localTimes(meeting, committee),
      hostParty: partyOf(committee.shownParties, row.hostPartyId),
      convenedBy: row.convenedBySeatId ? shownSeat(tx, shown, row.convenedBySeatId) : null,
      agenda: await agendaOf(tx, row, { items, decisions, shown }),
      attendance: attendanceView(tx, attendance, shown),
      movements: await this.movements(tx, row, shown),
      ...sittingView(tx, attendance, { shown, guests: await guestsOf(tx, row.id) }),
      hands: handsViews(tx, hands, { committee, shown, personId: standing.personId, ballots: ballotsIn(row.id, rows), contests: await contestsOfMeeting(tx, row.id), zones: this.zones }),
      decisions,
      convocationHash: convocationHash({ row, agenda: items, decisions: rows.decisions }),
      viewerMay: meetingMay(standing),
    };
  }

  private async movements(tx: ReadTx, { id, zone }: MeetingRow, shown: Committee): Promise<MovementType[]> {
    const all = await movementsOf(tx, id);
    return all.map(({ id: movementId, seatId, kind, place, notedAt }) => {
      const last = all.findLast((other) => other.seatId === seatId)?.id === movementId;
      return { id: movementId, seat: shownSeat(tx, shown, seatId), kind, place, time: this.zones.civilAt(notedAt, zone).time, last };
    });
  }

  private localTimes({ startsAt }: Meeting, { shownParties }: Committee): LocalTimeType[] {
    return shownParties.map((party) => {
      const { date: civilDate, time } = this.zones.civilAt(startsAt, party.territory.zone);
      return { party, civilDate: civilDate as CivilDate, time, zone: party.territory.zone };
    });
  }
}

type OwnFacts = 'id' | 'partnershipId' | 'kind' | 'mode' | 'state' | 'civilDate' | 'time' | 'zone' | 'place' | 'startsAt' | 'turnReason' | 'cancelReason' | 'convenedAt' | 'openedAt' | 'closedAt' | 'sequence' | 'version';

function facts(row: MeetingRow, { kind, mode, state, startsAt }: Meeting): Pick<MeetingType, OwnFacts> {
  const { id, partnershipId, civilDate, time, zone, place, turnReason, cancelReason, convenedAt, openedAt, closedAt, sequence, version } = row;
  return { id, partnershipId, kind, mode, state, civilDate, time, zone, place, startsAt, turnReason, cancelReason, convenedAt, openedAt, closedAt, sequence, version };
}

async function decisionRows(tx: ReadTx, meetingId: string): Promise<DecisionRows> {
  const decisions = await decisionsOfMeetings(tx, [meetingId]);
  const ballots = await ballotsOfMeetings(tx, [meetingId]);
  const votes = await votesOf(tx, ballots.map(({ id }) => id));
  const [minutes] = await tx.query<{ executory_at: Date | null }>('select executory_at from minutes where meeting_id = $1 and rectifies_minutes_id is null', [meetingId]);
  return { decisions, ballots, votes, executoryAt: minutes?.executory_at ?? null };
}

type AgendaParts = { readonly items: readonly AgendaLine[]; readonly decisions: readonly (DecisionType & { agendaItemId: string })[]; readonly shown: Committee };

async function agendaOf(tx: ReadTx, { convenedAt: sharedAt }: MeetingRow, { items, decisions, shown }: AgendaParts): Promise<AgendaItemType[]> {
  const joined = items.length > 0 ? await attachmentsOf(tx, 'agendaItem', items.map(({ id }) => id)) : [];
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
function sittingView(tx: ReadTx, attendance: Attendance, { shown, guests }: { shown: Committee; guests: readonly Guest[] }): Pick<MeetingType, 'quorum' | 'guests' | 'proxyTerms' | 'votersNow'> {
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
