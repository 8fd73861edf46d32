/** Milliseconds for which a crowd's reading still serves those of it who were late at the door. */
const lateBy = 500;

interface Going<T> {
  readonly reading: Promise<T>;
  readers: number;
}

/**
 * Readers who ask for the same at the same moment share one reading; nothing is kept for whoever comes alone. What is the same is the
 * caller's to say in the key: the version that is read, and everything on which the answer depends (`rightsIn`). What is shared is read only.
 */
export class SharedReading<T> {
  private readonly going = new Map<string, Going<T>>();

  /** The reading under way for this key, or a new one. Whose reading fails is told so; the others read again. */
  of(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.going.get(key);
    if (known) {
      known.readers += 1;
      return known.reading.catch(() => this.of(key, read));
    }
    const going: Going<T> = { reading: read().then((value) => this.done(key, going, value), (error: unknown) => this.failed(key, error)), readers: 1 };
    this.going.set(key, going);
    return going.reading;
  }

  private done(key: string, going: Going<T>, value: T): T {
    if (going.readers === 1) this.going.delete(key);
    else setTimeout(() => this.going.delete(key), lateBy).unref();
    return value;
  }

  private failed(key: string, error: unknown): never {
    this.going.delete(key);
    throw error;
  }
}
