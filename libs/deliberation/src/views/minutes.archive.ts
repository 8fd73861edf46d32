import { Zones } from '#kernel';
import { attachmentsOf } from '#parties';
import { DemoMode, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { atOpening } from '../domain/movement.js';
import type { Wordings } from '../domain/languages.js';
import type { Meeting } from '../domain/meeting.js';
import type { Minutes } from '../domain/minutes.js';
import type { MinutesFacts } from '../domain/minutes-content.js';
import { gatherFacts, type JoinedDocument, type MeetingRecord } from '../domain/minutes-facts.js';
import type { MinutesDocument } from '../domain/minutes-document.js';
import { callRoll } from '../domain/roll.js';
import { nextTurn } from '../domain/turn.js';
import { decidedPoints } from '../store/agenda-item.store.js';
import { ballotOf, ballotsOfMeetings, decisionOf, decisionsOfMeetings, votesOf } from '../store/ballot.store.js';
import { guestsOf } from '../store/guest.store.js';
import { contestsOfMeeting, handsOfMeeting } from '../store/hands.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { attendanceOf, meetingOf, meetingsById, meetingsOfPartnership } from '../store/meeting.store.js';
import { movementsOf } from '../store/movement.store.js';
import type { MinutesRow } from '../store/minutes.entity.js';
import { liveVersion, minutesOf, requestsOf, type MinutesRows } from '../store/minutes.records.js';
import { MinutesStore } from '../store/minutes.store.js';
import { committeeAt, type Committee } from './committee.reader.js';
import { MinutesAddress } from './minutes-address.js';
import { recordOf } from './minutes-record.js';

/** One meeting as it was held: its row, its facts, and the committee of that day. */
export interface Sitting {
  readonly row: MeetingRow;
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly record: MeetingRecord;
  readonly facts: MinutesFacts;
}

/** The minutes with everything they come from. */
export interface LoadedMinutes extends MinutesRows {
  readonly minutes: Minutes;
  readonly sitting: Sitting;
}

/** Documents joined to the agenda's points, in its order. */
async function joinedTo(tx: ReadTx, meetingId: string): Promise<JoinedDocument[]> {
  const points = await decidedPoints(tx, meetingId);
  const joined = await attachmentsOf(tx, 'agendaItem', points.map(({ id }) => id));
  return points.flatMap(({ id, decisionId }) => joined.filter(({ subjectId }) => subjectId === id).map(({ name, sha256 }) => ({ decisionId, name, sha256 })));
}

/** Gathers minutes and what they tell of, in one transaction. */
@Injectable()
export class MinutesArchive {
  constructor(
    private readonly store: MinutesStore,
    private readonly zones: Zones,
    private readonly demo: DemoMode,
    private readonly address: MinutesAddress,
  ) {}

  /** What a closed meeting leaves behind; `null` while it is not closed, absent or foreign. */
  async sitting(tx: ReadTx, meetingId: string): Promise<Sitting | null> {
    const [row] = await meetingsById(tx, [meetingId]);
    const meeting = row && meetingOf(row, this.zones);
    if (!row || !meeting?.openedAt || !meeting.closedAt) return null;
    const { openedAt, closedAt } = meeting;
    const committee = await committeeAt(tx, row.partnershipId, { instant: openedAt, zones: this.zones });
    const { parties, seats, rules } = committee;
    const attendance = await attendanceOf(tx, row.id);
    const movements = await movementsOf(tx, row.id);
    const openingRoll = callRoll({ at: openedAt, parties, seats, attendance: atOpening(attendance, movements) }, rules);
    const decisions = await this.decided(tx, row.id);
    const record: MeetingRecord = { meeting: { ...meeting, openedAt, closedAt }, parties, seats, attendance, openingRoll, rules, decisions, movements, ...(await this.noted(tx, row.id)) };
    return { row, meeting, committee, record, facts: gatherFacts(record) };
  }

  /** The minutes of a row. @throws Error when their meeting is out of reach: the foreign key forbids it. */
  async load(tx: ReadTx, row: MinutesRow): Promise<LoadedMinutes> {
    const sitting = await this.sitting(tx, row.meetingId);
    if (!sitting) throw new Error(`the meeting of minutes ${row.id} is out of reach`);
    const rows: MinutesRows = {
      row,
      versions: await this.store.versions(tx, row.id),
      signatures: await this.store.signatures(tx, row.id),
      requests: await requestsOf(tx, row),
    };
    return { ...rows, sitting, minutes: minutesOf(rows, sitting.facts) };
  }

  /** What the PV says: as it was sealed, or as it would be sealed at `at`. */
  async record(tx: ReadTx, { minutes, sitting, ...rows }: LoadedMinutes, at: Date): Promise<MinutesDocument> {
    const live = liveVersion(rows);
    if (live) return live.content.record;
    const [names] = await tx.query<{ partnership: string; agreement: string }>(
      `select partnership.name as partnership, agreement.display_name as agreement
       from partnership join agreement on agreement.partnership_id = partnership.id and agreement.id = $2 where partnership.id = $1`,
      [minutes.partnershipId, sitting.row.agreementId],
    );
    const agenda = await tx.query<{ title: string }>('select title from agenda_item where meeting_id = $1 order by place', [minutes.meetingId]);
    return recordOf(minutes, sitting, {
      date: this.zones.civilAt(at, sitting.row.zone).date,
      partnership: names?.partnership ?? '',
      agreement: names?.agreement ?? '',
      agenda: agenda.map(({ title }) => title),
      nextHostPartyId: await this.nextHost(tx, sitting),
      moments: (instant) => this.moments(instant, sitting),
      verificationUrl: `${this.address.publicUrl}/verify`,
      rectifies: await this.rectified(tx, rows.row),
      wordings: (rows.row.wording ?? {}) as Wordings,
      demo: this.demo.on,
    });
  }

  private async rectified(tx: ReadTx, { rectifiesMinutesId, rectifiesReason }: MinutesRow): Promise<{ number: string; reason: string } | null> {
    const row = rectifiesMinutesId && (await this.store.find(tx, rectifiesMinutesId));
    return row ? { number: row.number ?? '', reason: rectifiesReason ?? '' } : null;
  }

  /** Whose turn comes after this meeting; later meetings change nothing to what its PV says. */
  private async nextHost(tx: ReadTx, { meeting, committee }: Sitting): Promise<string> {
    const meetings = (await meetingsOfPartnership(tx, meeting.partnershipId)).map((row) => meetingOf(row, this.zones));
    return nextTurn(committee.parties, meetings.filter(({ startsAt }) => startsAt <= meeting.startsAt)).hostPartyId;
  }

  /** An instant as each party's city lived it, the host's first. */
  moments(instant: Date, { row, committee }: Pick<Sitting, 'row' | 'committee'>): MinutesDocument['meeting']['opened'] {
    const host = committee.shownParties.filter(({ id }) => id === row.hostPartyId);
    const others = committee.shownParties.filter(({ id }) => id !== row.hostPartyId);
    return [...host, ...others].map(({ shortName, territory }) => {
      const { date, time } = this.zones.civilAt(instant, territory.zone);
      return { city: { fr: shortName, ar: null }, date, time };
    });
  }

  /** Who was heard, what was joined to the agenda, and what was voted by show of hands. */
  private async noted(tx: ReadTx, meetingId: string): Promise<Pick<MeetingRecord, 'guests' | 'documents' | 'hands' | 'contests'>> {
    return { guests: await guestsOf(tx, meetingId), documents: await joinedTo(tx, meetingId), hands: await handsOfMeeting(tx, meetingId), contests: await contestsOfMeeting(tx, meetingId) };
  }

  private async decided(tx: ReadTx, meetingId: string): Promise<MeetingRecord['decisions']> {
    const decisions = await decisionsOfMeetings(tx, [meetingId]);
    const ballots = await ballotsOfMeetings(tx, [meetingId]);
    const votes = await votesOf(tx, ballots.map(({ id }) => id));
    return decisions.map((row) => {
      const held = ballots.filter(({ decisionId }) => decisionId === row.id);
      const rounds = held.map((ballot) => ballotOf(ballot, meetingId, votes.filter(({ ballotId }) => ballotId === ballot.id)));
      return { decision: decisionOf(row, held.length), ballots: rounds };
    });
  }
}
