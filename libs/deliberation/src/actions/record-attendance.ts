import { accepted, Zones, type Answer, type Decided } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { markAttendance, type Attendance, type Presence } from '../domain/attendance.js';
import { giveProxy } from '../domain/proxy.js';
import type { Meeting } from '../domain/meeting.js';
import { notFound, notSeated } from '../domain/refusals.js';
import type { Seat } from '../domain/seat.js';
import { holdsSitting } from '../domain/stewards.js';
import { attendanceOf, keepSheet, lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt, officeOf, type Committee } from '../views/committee.reader.js';
import { PresenceEnum } from '../views/deliberation.enums.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class AttendanceEntryInput {
  @Field(() => ID) seatId: string;
  @Field(() => PresenceEnum) presence: Presence;
  @Field(() => ID, { nullable: true, description: 'Absent, pouvoir à ce siège. Nul le retire ; absent n’y change rien.' }) proxyToSeatId?: string | null;
}

@InputType()
export class RecordAttendanceInput {
  @Field(() => ID) meetingId: string;
  @Field(() => [AttendanceEntryInput]) entries: readonly AttendanceEntryInput[];
}

export const RecordAttendanceAnswer = answerUnion('RecordAttendanceAnswer', () => MeetingType);
allow('Mutation.recordAttendance', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Writes the attendance sheet, many seats at once: all of the entries, or none. A ballot already open keeps its roll. */
@Resolver()
export class RecordAttendance {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => RecordAttendanceAnswer)
  async recordAttendance(@Args('input') input: RecordAttendanceInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: RecordAttendanceInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.record(tx, input));
  }

  private async record(tx: Tx, input: RecordAttendanceInput): Promise<Answer<string>> {
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(committee.seats, tx.ctx.actor?.personId ?? null, committee.at);
    if (steward.refused) return steward;
    const before = await attendanceOf(tx, row.id);
    const decided = markAll({ meeting: meetingOf(row, this.zones), attendance: before, committee }, input.entries);
    if (decided.refused) return decided;
    const { state, facts } = decided.value;
    if (facts.length === 0) return accepted(row.id);
    await keepSheet(tx, row, { before, after: state });
    await touchMeeting(tx, row);
    tx.tell(...facts);
    return accepted(row.id);
  }
}

interface World {
  readonly meeting: Meeting;
  readonly attendance: Attendance;
  readonly committee: Committee;
}

/** Every entry by the rule, one after another; the first refusal refuses the sheet. */
function markAll(world: World, entries: readonly AttendanceEntryInput[]): Answer<Decided<Attendance>> {
  const { meeting, committee } = world;
  let state = world.attendance;
  const facts: Decided<Attendance>['facts'][number][] = [];
  for (const { seatId, presence, proxyToSeatId } of entries) {
    const seat = committee.seats.find(({ id }) => id === seatId);
    if (!seat) return vacant(committee, seatId);
    const decided = markAttendance({ meeting, attendance: state, rules: committee.rules }, { seat, presence, at: committee.at });
    if (decided.refused) return decided;
    facts.push(...decided.value.facts);
    const given = powerOf({ ...world, attendance: decided.value.state }, { seat, proxyToSeatId });
    if (given.refused) return given;
    state = given.value.state;
    facts.push(...given.value.facts);
  }
  return accepted({ state, facts });
}

/** The power an entry gives, moves or takes back. */
function powerOf({ meeting, attendance, committee }: World, { seat, proxyToSeatId }: { readonly seat: Seat; readonly proxyToSeatId: string | null | undefined }): Answer<Decided<Attendance>> {
  if (proxyToSeatId === undefined) return accepted({ state: attendance, facts: [] });
  const holder = proxyToSeatId === null ? null : committee.seats.find(({ id }) => id === proxyToSeatId);
  if (holder === undefined) return vacant(committee, proxyToSeatId ?? '');
  return giveProxy({ meeting, attendance, rules: committee.rules }, { seat, holder, at: committee.at });
}

/** A seat nobody holds today is named; one of elsewhere is not found. */
function vacant({ shownSeats, shownParties }: Committee, seatId: string): Answer<never> {
  const seat = shownSeats.find((line) => line.seatId === seatId);
  return seat ? notSeated(officeOf(seat.office, shownParties.find(({ id }) => id === seat.partyId)?.shortName ?? '')) : notFound();
}
