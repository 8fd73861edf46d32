import { MachineClock, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { expectedPresence, mayTakePartFromAfar, stillSpeaks, type ConvocationAnswer } from '../domain/answering.js';
import { safetySource } from '../domain/safety-source.js';
import type { Seat } from '../domain/seat.js';
import { holdsSitting } from '../domain/stewards.js';
import { agendaOfMeeting } from '../store/agenda-item.store.js';
import { answersOf, callsOf, openedBy, proposalsOf, safetyOf, type ConvocationCall } from '../store/convening.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { meetingOf, meetingsById } from '../store/meeting.store.js';
import { committeeAt, shownSeat, type Committee } from './committee.reader.js';
import { conveningMay, type Preparing } from './convening-may.js';
import type { AgendaProposalType, ConvenedMemberType, ConveningType, ConvocationCallType, MyConvocationAnswerType } from './convening.types.js';
import { incidentsShown } from './incident.reader.js';
import { itemsDueOn } from './items-due.reader.js';

/** The members called, the answers that still speak, and when each was last called. */
export interface Called {
  readonly seats: readonly Seat[];
  readonly answers: readonly ConvocationAnswer[];
  /** Persons, each once, who hold a member's seat and have not answered this convocation. */
  readonly silent: readonly string[];
  /** Of the last letter to everybody, and of the last one to anybody. */
  readonly issuedAt: Date | null;
  readonly lastCalledAt: Date | null;
}

const latest = (instants: readonly (Date | null)[]): Date | null => instants.reduce((one, other) => (one && other && one >= other ? one : (other ?? one)), null);

/** Who is called to this meeting and who has answered: asked by the page and by the act that calls again. */
export async function calledTo(tx: ReadTx, row: MeetingRow, { committee, calls }: { committee: Committee; calls: readonly ConvocationCall[] }): Promise<Called> {
  const seats = committee.seats.filter(({ votes }) => votes);
  const answers = (await answersOf(tx, row.id)).filter((answer) => seats.some(({ id, personId }) => id === answer.seatId && stillSpeaks(answer, { personId, sequence: row.sequence })));
  const silent = seats.filter(({ id }) => !answers.some(({ seatId }) => seatId === id)).map(({ personId }) => personId);
  const of = (kind?: string): (Date | null)[] => calls.filter((call) => kind === undefined || call.kind === kind).map(({ calledAt }) => calledAt);
  return { seats, answers, silent: [...new Set(silent)], issuedAt: latest([row.convenedAt, ...of('MOVED')]), lastCalledAt: latest([row.convenedAt, ...of()]) };
}

/** Builds what is shown of a convocation beside the meeting itself. */
@Injectable()
export class ConveningReader {
  constructor(
    private readonly zones: Zones,
    private readonly machine: MachineClock,
  ) {}

  /** @throws Error when the meeting is out of reach: it is asked for a meeting that was shown. */
  async of(tx: ReadTx, meetingId: string): Promise<ConveningType> {
    const [row] = await meetingsById(tx, [meetingId]);
    if (!row) throw new Error(`meeting ${meetingId} is out of reach`);
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const calls = await callsOf(tx, row.id);
    const called = await calledTo(tx, row, { committee, calls });
    const standing = this.standing(tx, row, committee);
    const safety = await safetyOf(tx, row.id);
    const prepares = !holdsSitting(committee.seats, standing.personId, committee.at).refused;
    return {
      meetingId: row.id,
      issuedAt: called.issuedAt,
      mine: await mineOf(tx, row, called),
      fromAfar: mayTakePartFromAfar(standing.meeting, committee.rules),
      members: prepares ? await membersOf(tx, row, { committee, called }) : null,
      calls: calls.map(callOf),
      proposals: (await proposalsOf(tx, row.id)).map((proposal) => proposalOf(tx, committee, proposal)),
      due: await itemsDueOn(tx, { row, agenda: await agendaOfMeeting(tx, row.id) }, this.zones),
      safety: safety && { ...safety },
      safetySource: { ...safetySource },
      incidents: await incidentsShown(tx, row.id, { committee, zones: this.zones }),
      viewerMay: conveningMay(standing, called),
    };
  }

  private standing(tx: ReadTx, row: MeetingRow, committee: Committee): Preparing {
    const { actor } = tx.ctx;
    const stepUp = { at: actor?.stepUpAt ?? null, machineNow: this.machine.now() };
    return { meeting: meetingOf(row, this.zones), committee, personId: actor?.personId ?? null, stepUp };
  }
}

/** The reader's own answer, from the first of her seats; `null` when she is not called. */
async function mineOf(tx: ReadTx, row: MeetingRow, { seats, answers }: Called): Promise<MyConvocationAnswerType | null> {
  const mine = seats.find(({ personId }) => personId === tx.ctx.actor?.personId);
  if (!mine || !row.convenedAt) return null;
  const answer = answers.find(({ seatId }) => seatId === mine.id);
  const before = answer ?? (await answersOf(tx, row.id)).find(({ seatId, personId }) => seatId === mine.id && personId === mine.personId);
  return { reply: before?.reply ?? null, note: before?.note ?? '', answeredAt: before?.answeredAt ?? null, outdated: !answer && before !== undefined };
}

async function membersOf(tx: ReadTx, row: MeetingRow, { committee, called }: { committee: Committee; called: Called }): Promise<ConvenedMemberType[]> {
  if (!row.convenedAt) return [];
  const opened = await openedBy(tx, row);
  return called.seats.map((seat) => {
    const answer = called.answers.find(({ seatId }) => seatId === seat.id);
    const openedAt = opened.get(seat.personId) ?? null;
    const receipt = answer ? 'ANSWERED' : openedAt ? 'OPENED' : 'CALLED';
    const { reply = null, note = '', answeredAt = null } = answer ?? {};
    return { seat: shownSeat(tx, committee, seat.id), receipt, openedAt, reply, note, answeredAt, expected: expectedPresence(answer, meetingMode(row)) };
  });
}

const meetingMode = ({ mode }: MeetingRow): Preparing['meeting']['mode'] => mode as Preparing['meeting']['mode'];

const callOf = ({ kind, ...call }: ConvocationCall): ConvocationCallType => ({ ...call, kind: kind as ConvocationCallType['kind'] });

function proposalOf(tx: ReadTx, committee: Committee, { id, seatId, title, why, state, reason }: Awaited<ReturnType<typeof proposalsOf>>[number]): AgendaProposalType {
  const known = committee.shownSeats.some((line) => line.seatId === seatId);
  return { id, title, why, state, reason, seat: known ? shownSeat(tx, committee, seatId) : null };
}
