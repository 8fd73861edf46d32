import { HouseContextSource } from '../../apps/api/src/door/house-context-source.js';

const door = HouseContextSource.prototype;
const really = { known: door['known'], stayed: door['stayed'] };
type Known = ReturnType<typeof really.known>;
interface Remembered {
  readonly known: Known;
  readonly by: HouseContextSource;
}

/** Who somebody is, but for their last sign of life: a slow run is seen again meanwhile. */
const told = (known: Awaited<Known>): string => JSON.stringify(known, (name, value: unknown) => (name === 'lastSeenAt' ? undefined : value));

/**
 * Who stands at the door, read from the database once for each session until it is forgotten: fifty people who ask three hundred things, each
 * after what another did was undone, are the same fifty. Half of the statements of such a run were this one reading, again.
 */
export class RememberedDoor {
  private readonly sessions = new Map<string, Remembered>();
  private readonly stays = new Map<object, Known>();

  /** Time has passed: everybody is read again. */
  forget(): void {
    this.sessions.clear();
    this.stays.clear();
  }

  /** The house remembers while `ask` lasts, and no longer. */
  async during<T>(ask: () => Promise<T>): Promise<T> {
    const { sessions, stays } = this;
    door['known'] = function remembering(this: HouseContextSource, token, requestId) {
      if (!token) return really.known.call(this, token, requestId);
      const remembered = sessions.get(token) ?? { known: really.known.call(this, token, requestId), by: this };
      sessions.set(token, remembered);
      return remembered.known;
    };
    door['stayed'] = function remembering(this: HouseContextSource, known, requestId) {
      if (!known) return really.stayed.call(this, known, requestId);
      const remembered = stays.get(known) ?? really.stayed.call(this, known, requestId);
      stays.set(known, remembered);
      return remembered;
    };
    return ask().finally(() => Object.assign(door, really));
  }

  /** Those who are no longer who is remembered, read anew: none, or a cell was answered to somebody else. */
  async strangers(): Promise<string[]> {
    const found: string[] = [];
    for (const [token, { known, by }] of this.sessions) {
      const [before, now] = [await known, await really.known.call(by, token, 'again')];
      if (told(before) !== told(now)) found.push((before ?? now)?.actor.personId ?? '');
    }
    return found;
  }
}
