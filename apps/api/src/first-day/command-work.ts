import { LegalClock, VersionedZones, type Zones } from '#kernel';
import { databaseOf, MovableLegalClock, PostgresWork, SystemClock, UuidIds, type Ctx, type Work } from '#platform';
import { storedOffset } from '../demo/demo-clock.js';
import { strangerCtx } from '../door/house-context-source.js';
import { entities } from '../entities.js';

/** What an administrator's command acts with: the rooms' own unit of work, over one small pool, as the role `app`, on the instance's own legal clock. */
export interface CommandTools {
  readonly work: Work;
  readonly clock: LegalClock;
  readonly zones: Zones;
}

/** Lends the tools for the time of `use`. */
export async function withCommandTools<T>(appUrl: string, use: (tools: CommandTools) => Promise<T>): Promise<T> {
  const database = await databaseOf(appUrl, entities, 2).initialize();
  const machine = new SystemClock();
  const clock = new MovableLegalClock(machine, 0);
  try {
    const work = new PostgresWork(database, { legal: clock, machine, ids: new UuidIds(machine) });
    // A demonstration's clock stands where its bar put it: an act dated otherwise would be told in its future.
    clock.setOffset(await work.read(strangerCtx('fr', 'command'), storedOffset));
    return await use({ work, clock, zones: new VersionedZones() });
  } finally {
    await database.destroy();
  }
}

/** The command itself acts, on nobody's behalf; its request is named after it in the journal. */
export const commandCtx = (name: string): Ctx => ({ ...strangerCtx('fr', `command ${name}`), audience: 'INSTANCE' });
