import { proofOfAct } from '#identity';
import { accepted, civilDate, isWallTime, Zones, type Answer, type CivilDate, type Decided } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { Meeting } from '../domain/meeting.js';
import { moveConvened } from '../domain/moving.js';
import { reschedule } from '../domain/planning.js';
import { meetingPlaceBlank, noSuchTime, notFound } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { agendaOfMeeting } from '../store/agenda-item.store.js';
import { decisionsOfMeetings } from '../store/ballot.store.js';
import { keepCall } from '../store/convening.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { keepMoved, lockMeeting, meetingOf } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { mayMove, type Preparing } from '../views/convening-may.js';
import { movingAct, type MovedTo } from '../views/convocation-act.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType({ description: 'Convoquée, la séance se déplace par un code récent, ou par une clé d’accès : acte « rescheduleMeeting », version = sequence, contentHash = SHA-256 de la liste JSON [convocationHash, civilDate, time, place, reason].' })
export class RescheduleMeetingInput {
  @Field(() => ID) meetingId: string;
  @Field(() => CivilDateScalar) civilDate: CivilDate;
  @Field(() => String, { description: 'HH:MM, heure de l’hôte.' }) time: string;
  @Field(() => String) place: string;
  @Field(() => String, { description: 'Pourquoi : tous les convoqués le liront.' }) reason: string;
}

export const RescheduleMeetingAnswer = answerUnion('RescheduleMeetingAnswer', () => MeetingType);
// Coordinators of both sides come through the door, so that the rule itself answers them with its article.
allow('Mutation.rescheduleMeeting', ['CO_PRESIDENT', 'COORDINATOR']);

interface Wish {
  readonly startsAt: Date;
  readonly place: string;
  readonly reason: string;
}

/**
 * Another day, hour or place, with a reason; the host and so the turn are kept. Once convened, it is a convocation again: who may convene may
 * move, by a fresh proof (Art. 5: a key's word on this very move, or a code), everyone is told, and calendars hear SEQUENCE + 1 under the same UID (RFC 5546).
 */
@Resolver()
export class RescheduleMeeting {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => RescheduleMeetingAnswer)
  async rescheduleMeeting(@Args('input') input: RescheduleMeetingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: RescheduleMeetingInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.move(tx, input));
  }

  private async move(tx: Tx, input: RescheduleMeetingInput): Promise<Answer<string>> {
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const wish = this.wishOf(row, input);
    if (wish.refused) return wish;
    const standing = await this.standingOf(tx, row, input);
    const decided = decide(standing, wish.value);
    if (decided.refused) return decided;
    const isConvened = row.state === 'CONVENED';
    const sequence = row.sequence + (isConvened ? 1 : 0);
    await keepMoved(tx, row, { state: decided.value.state, sequence, civilDate: civilDate(input.civilDate), time: input.time });
    if (isConvened && standing.personId) {
      const was = { wasDate: row.civilDate, wasTime: row.time, wasPlace: row.place };
      await keepCall(tx, row, { id: tx.newId(), kind: 'MOVED', sequence, personId: standing.personId, called: null, reason: wish.value.reason, calledAt: standing.committee.at, ...was });
    }
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }

  private async standingOf(tx: Tx, row: MeetingRow, wish: MovedTo): Promise<Preparing> {
    const convoked = { row, agenda: await agendaOfMeeting(tx, row.id), decisions: await decisionsOfMeetings(tx, [row.id]) };
    const { method, at } = await proofOfAct(tx, movingAct(convoked, wish));
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const stepUp = { method, at, machineNow: tx.recordedAt() };
    return { meeting: meetingOf(row, this.zones), committee, personId: tx.ctx.actor?.personId ?? null, stepUp };
  }

  private wishOf(row: MeetingRow, input: RescheduleMeetingInput): Answer<Wish> {
    if (!isWallTime(input.time)) return noSuchTime(input.time.slice(0, 40).toWellFormed());
    const place = worded(input.place, longest.place);
    if (place.refused) return place;
    if (place.value === '') return meetingPlaceBlank();
    const reason = worded(input.reason, longest.reason);
    if (reason.refused) return reason;
    return accepted({ startsAt: this.zones.instantOf(civilDate(input.civilDate), input.time, row.zone), place: place.value, reason: reason.value });
  }
}

function decide(standing: Preparing, wish: Wish): Answer<Decided<Meeting>> {
  const may = mayMove(standing);
  if (may.refused) return may;
  const { meeting, committee: { at } } = standing;
  return may.value ? moveConvened(meeting, { ...may.value[1], ...wish }, may.value[2]) : reschedule(meeting, { ...wish, at });
}
