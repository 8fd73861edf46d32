import { accepted, civilDate, isWallTime, Zones, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { logIncident, mayLogIncident, type Incident } from '../domain/incident.js';
import { noSuchTime, notFound } from '../domain/refusals.js';
import { safetySource } from '../domain/safety-source.js';
import { longest, worded } from '../domain/wording.js';
import { addIncident, incidentsOf } from '../store/incident.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class LogIncidentInput {
  @Field(() => ID) meetingId: string;
  @Field(() => CivilDateScalar, { description: 'Le jour où c’est arrivé, chez l’hôte.' }) civilDate: CivilDate;
  @Field(() => String, { description: 'HH:MM, heure de l’hôte.' }) time: string;
  @Field(() => String, { description: 'Où.' }) place: string;
  @Field(() => String, { description: 'Ce qui est arrivé.' }) what: string;
  @Field(() => String, { nullable: true, description: 'Ce qui a été fait.' }) done?: string | null;
  @Field(() => ID, { nullable: true, description: 'L’entrée que celle-ci corrige ; celle-là reste telle quelle.' }) correctsId?: string | null;
}

export const LogIncidentAnswer = answerUnion('LogIncidentAnswer', () => MeetingType);
allow('Mutation.logIncident', ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY']);

/** Writes an entry in the incident log of a session (Art. 6, 4-50); read with the safety sheet, by the same people. Nothing written there changes. */
@Resolver()
export class LogIncident {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => LogIncidentAnswer)
  async logIncident(@Args('input') input: LogIncidentInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: LogIncidentInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.log(tx, input));
  }

  private async log(tx: Tx, input: LogIncidentInput): Promise<Answer<string>> {
    const said = saidOf(input);
    if (said.refused) return said;
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const meeting = meetingOf(row, this.zones);
    const by = mayLogIncident(meeting, { seats, personId: tx.ctx.actor?.personId ?? null, at }, safetySource);
    if (by.refused) return by;
    const entries = await incidentsOf(tx, row.id);
    const correctsId = input.correctsId || null;
    if (correctsId && !entries.some(({ id }) => id === correctsId)) return notFound();
    const occurredAt = this.zones.instantOf(civilDate(input.civilDate), said.value.time, row.zone);
    const entry = { ...said.value, id: tx.newId(), zone: row.zone, correctsId, occurredAt, at };
    const decided = logIncident(meeting, { entries, source: safetySource }, { ...entry, by: by.value });
    if (decided.refused) return decided;
    await addIncident(tx, row, decided.value.state);
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}

/** The texts of the input as they are kept. */
function saidOf(input: LogIncidentInput): Answer<Pick<Incident, 'civilDate' | 'time' | 'place' | 'what' | 'done'>> {
  if (!isWallTime(input.time)) return noSuchTime(input.time.slice(0, 40).toWellFormed());
  const place = worded(input.place, longest.place);
  if (place.refused) return place;
  const what = worded(input.what, longest.reason);
  if (what.refused) return what;
  const done = worded(input.done, longest.reason);
  if (done.refused) return done;
  return accepted({ civilDate: civilDate(input.civilDate), time: input.time, place: place.value, what: what.value, done: done.value });
}
