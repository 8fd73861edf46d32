import { MachineClock, Zones, type CivilDate } from '#kernel';
import { allow, type GraphqlRequest, type ReadTx } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { isSessionLive, SessionLimits } from '../domain/session.js';
import { isStepUpFresh } from '../domain/sign-in-code.js';
import { passkeysOf, type Passkey } from '../store/passkey.store.js';
import { sessionsOf, type SessionShown } from '../store/session.store.js';
import { DeviceSessionType, MyDevices, PasskeyType } from './passkey.types.js';

allow('Query.myDevices', 'SIGNED_IN');

/** The civil day of an instant where the reader lives. */
type DayOf = (instant: Date) => CivilDate;
/** Where nobody has said where she lives. */
const usualZone = 'Europe/Paris';

const keyShown = ({ id, browser, platform, synced, addedAt, lastUsedAt, signsAfter }: Passkey, now: Date, dayOf: DayOf): Omit<PasskeyType, 'signsOn' | 'signsFrom'> => ({
  id, browser, platform, synced, addedAt, lastUsedAt, signsAfter, signsNow: signsAfter <= now, addedOn: dayOf(addedAt), lastUsedOn: lastUsedAt && dayOf(lastUsedAt),
});
const sessionShown = ({ id, method, browser, platform, startedAt, lastSeenAt }: SessionShown, current: string | null, dayOf: DayOf): DeviceSessionType => ({
  id, method, browser, platform, startedAt, lastSeenAt, current: id === current, startedOn: dayOf(startedAt), lastSeenOn: dayOf(lastSeenAt),
});

/** The zone of the reader's own seats, asked of the door that names them: this room knows no party. */
async function zoneOf(tx: ReadTx, personId: string): Promise<string> {
  const [seat] = await tx.query<{ zone: string }>('select zone from seats_of_person($1) order by "until" desc nulls first, "from" desc limit 1', [personId]);
  return seat?.zone ?? usualZone;
}

/** The reader's own devices: where she is signed in, and her keys. */
@Resolver()
export class DevicesView {
  constructor(
    private readonly machine: MachineClock,
    private readonly limits: SessionLimits,
    private readonly zones: Zones,
  ) {}

  @Query(() => MyDevices)
  async myDevices(@Context() request: GraphqlRequest): Promise<MyDevices> {
    const { actor } = request.ctx;
    if (!actor) throw new Error('the policy lets nobody without a session in');
    const tx = await request.read();
    const now = this.machine.now();
    const live = (await sessionsOf(tx, actor.personId)).filter((session) => isSessionLive(session, this.limits, now));
    const keys = await passkeysOf(tx, actor.personId);
    const zone = await zoneOf(tx, actor.personId);
    const local = (instant: Date): { date: CivilDate; time: string } => this.zones.civilAt(instant, zone);
    const dayOf: DayOf = (instant) => local(instant).date;
    return {
      sessions: live.map((session) => sessionShown(session, actor.sessionId, dayOf)),
      passkeys: keys.map((key) => ({ ...keyShown(key, now, dayOf), signsOn: dayOf(key.signsAfter), signsFrom: local(key.signsAfter).time })),
      mayChangeKeys: isStepUpFresh(actor.stepUpAt, now),
    };
  }
}
