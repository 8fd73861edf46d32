import { MachineClock } from '#kernel';
import { allow, type GraphqlRequest } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { isSessionLive, SessionLimits } from '../domain/session.js';
import { isStepUpFresh } from '../domain/sign-in-code.js';
import { passkeysOf, type Passkey } from '../store/passkey.store.js';
import { sessionsOf, type SessionShown } from '../store/session.store.js';
import { DeviceSessionType, MyDevices, PasskeyType } from './passkey.types.js';

allow('Query.myDevices', 'SIGNED_IN');

const keyShown = ({ id, browser, platform, synced, addedAt, lastUsedAt, signsAfter }: Passkey, now: Date): PasskeyType => ({
  id, browser, platform, synced, addedAt, lastUsedAt, signsAfter, signsNow: signsAfter <= now,
});
const sessionShown = ({ id, method, browser, platform, startedAt, lastSeenAt }: SessionShown, current: string | null): DeviceSessionType => ({
  id, method, browser, platform, startedAt, lastSeenAt, current: id === current,
});

/** The reader's own devices: where she is signed in, and her keys. */
@Resolver()
export class DevicesView {
  constructor(
    private readonly machine: MachineClock,
    private readonly limits: SessionLimits,
  ) {}

  @Query(() => MyDevices)
  async myDevices(@Context() request: GraphqlRequest): Promise<MyDevices> {
    const { actor } = request.ctx;
    if (!actor) throw new Error('the policy lets nobody without a session in');
    const tx = await request.read();
    const now = this.machine.now();
    const live = (await sessionsOf(tx, actor.personId)).filter((session) => isSessionLive(session, this.limits, now));
    const keys = await passkeysOf(tx, actor.personId);
    return {
      sessions: live.map((session) => sessionShown(session, actor.sessionId)),
      passkeys: keys.map((key) => keyShown(key, now)),
      mayChangeKeys: isStepUpFresh(actor.stepUpAt, now),
    };
  }
}
