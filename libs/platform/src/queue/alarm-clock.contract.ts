import { afterEach, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '../clock/machine-clock.js';
import { BullAlarmClock, type AlarmClockOptions } from './bull-alarm-clock.js';
import type { QueueBackend } from './queue-backend.js';

/** A real server under test, and the two accidents the contract asks it to suffer. */
export interface QueueServer {
  backend(onTrouble: (error: Error) => void): QueueBackend;
  /** Ends every connection of the queue, as a restart of the server would. */
  cutConnections(): Promise<void>;
  /** Takes the next wake like a worker killed in the middle of it: never finished, its lock never renewed. */
  claimAndDie(): Promise<string | undefined>;
}

const clock = new SystemClock();
const soon = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);

/** Waits until `seen` holds. @throws Error after `limit` milliseconds, saying what was seen instead. */
async function until(seen: () => boolean, told: () => unknown, limit = 20_000): Promise<void> {
  const end = clock.now().getTime() + limit;
  while (!seen()) {
    if (clock.now().getTime() > end) throw new Error(`not seen in time: ${JSON.stringify(told())}`);
    await pause(10);
  }
}

/** One process's alarm clock with what it rang and what it suffered. */
class Station {
  readonly rung: string[] = [];
  readonly troubles: string[] = [];
  readonly alarm: BullAlarmClock;

  constructor(server: QueueServer, options: Partial<AlarmClockOptions> = {}) {
    const onTrouble = (error: Error, during = 'connection'): void => void this.troubles.push(`${during}: ${error.message}`);
    this.alarm = new BullAlarmClock({ backend: server.backend(onTrouble), clock, onTrouble, ...options });
  }

  rings(name: string, handler: (id: string) => Promise<void> = async () => {}): this {
    this.alarm.onWake(name, async (id) => {
      this.rung.push(id);
      await handler(id);
    });
    return this;
  }

  reaches(count: number, limit?: number): Promise<void> {
    return until(() => this.rung.length >= count, () => ({ rung: this.rung, troubles: this.troubles }), limit);
  }
}

/** What every backend of the alarm clock must do; called inside a `describe`, with a server of its own. */
export function alarmClockContract(server: () => QueueServer): void {
  const stations: Station[] = [];
  const station = (options: Partial<AlarmClockOptions> = {}): Station => {
    const made = new Station(server(), options);
    stations.push(made);
    return made;
  };
  afterEach(async () => {
    await Promise.all(stations.splice(0).map((one) => one.alarm.stop()));
    const sweeper = new Station(server());
    await sweeper.alarm.clear();
    await sweeper.alarm.stop();
  });

  itRings(station);
  itCoalesces(station);
  itSurvives(station, server);
}

type MakeStation = (options?: Partial<AlarmClockOptions>) => Station;

function itRings(station: MakeStation): void {
  it('rings at once, or at its instant and not before', async () => {
    const one = station().rings('remind');
    await one.alarm.start();
    expect(await one.alarm.wake('remind', 'now')).toBe(true);
    await one.reaches(1);
    const at = soon(700);
    expect(await one.alarm.wake('remind', 'later', { at })).toBe(true);
    await pause(350);
    expect(one.rung).toEqual(['now']);
    await one.reaches(2);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(at.getTime());
    expect(one.troubles).toEqual([]);
  });

  it('keeps an instant more than a year away, and one already past rings at once', async () => {
    const one = station().rings('remind');
    await one.alarm.start();
    expect(await one.alarm.wake('remind', 'far', { at: soon(400 * 86_400_000) })).toBe(true);
    expect(await one.alarm.wake('remind', 'past', { at: soon(-86_400_000) })).toBe(true);
    await one.reaches(1);
    await pause(300);
    expect([one.rung, one.troubles]).toEqual([['past'], []]);
  });

  it('serves a sign-in code before the reminders that wait', async () => {
    const one = station({ concurrency: 1 }).rings('send');
    for (let n = 1; n <= 20; n += 1) await one.alarm.wake('send', `reminder-${n}`);
    await one.alarm.wake('send', 'digest', { priority: 'LATER' });
    await one.alarm.wake('send', 'code', { priority: 'SIGN_IN' });
    await one.alarm.start();
    await one.reaches(22);
    expect([one.rung[0], one.rung[21]]).toEqual(['code', 'digest']);
  });

  it('refuses a word it cannot carry and an instant that is none', async () => {
    const one = station().rings('remind');
    await expect(one.alarm.wake('remind', 'a:b')).rejects.toThrow(/cannot be a wake/);
    await expect(one.alarm.wake('remind', '')).rejects.toThrow(/cannot be a wake/);
    await expect(one.alarm.wake('remind', 'a', { at: new Date(Number.NaN) })).rejects.toThrow(/no valid instant/);
    expect(() => one.rings('remind')).toThrow(/two handlers/);
  });
}

function itCoalesces(station: MakeStation): void {
  it('rings once for many wakes that wait, and again for one that comes while the handler runs', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const one = station().rings('sweep', async () => {
      if (one.rung.length === 1) await held;
    });
    for (let n = 0; n < 30; n += 1) await one.alarm.wake('sweep', 'outbox');
    await one.alarm.start();
    await one.reaches(1);
    for (let n = 0; n < 5; n += 1) await one.alarm.wake('sweep', 'outbox');
    await pause(200);
    expect(one.rung).toEqual(['outbox']);
    release();
    await one.reaches(2);
    await pause(300);
    expect(one.rung).toEqual(['outbox', 'outbox']);
    await one.alarm.wake('sweep', 'outbox');
    await one.reaches(3);
  });

  it('does not let a later instant swallow an earlier one', async () => {
    const one = station().rings('remind');
    await one.alarm.start();
    await one.alarm.wake('remind', 'x', { at: soon(3_600_000) });
    await one.alarm.wake('remind', 'x', { at: soon(200) });
    await one.reaches(1, 5_000);
  });

  it('shares 200 wakes between two processes, each rung exactly once', async () => {
    const [one, two] = [station().rings('send'), station().rings('send')];
    await Promise.all([one.alarm.start(), two.alarm.start()]);
    await Promise.all(Array.from({ length: 200 }, (_, n) => one.alarm.wake('send', `id-${n}`)));
    await until(() => one.rung.length + two.rung.length >= 200, () => [one.rung.length, two.rung.length]);
    expect(new Set([...one.rung, ...two.rung]).size).toBe(200);
    expect(one.rung.length + two.rung.length).toBe(200);
  });
}

function itSurvives(station: MakeStation, server: () => QueueServer): void {
  it('rings again a handler that threw, while the others go on', async () => {
    let failures = 0;
    const one = station().rings('send', async (id) => {
      if (id === 'poison' && (failures += 1) === 1) throw new Error('the relay said no');
    });
    await one.alarm.start();
    await one.alarm.wake('send', 'poison');
    await one.alarm.wake('send', 'good');
    await one.reaches(3);
    expect(one.rung.filter((id) => id === 'poison')).toHaveLength(2);
    expect(one.troubles).toEqual(['ring send: the relay said no']);
  });

  it('reports a wake nobody handles here and stays alive', async () => {
    const one = station().rings('known');
    await one.alarm.start();
    await one.alarm.wake('unknown', 'a');
    await until(() => one.troubles.length > 0, () => one.troubles);
    await one.alarm.wake('known', 'b');
    await one.reaches(1);
    expect(one.troubles[0]).toMatch(/ring unknown: no handler here/);
  });

  it('forgets everything on clear, then rings anew', async () => {
    const one = station().rings('remind');
    for (let n = 0; n < 10; n += 1) await one.alarm.wake('remind', `lost-${n}`);
    await one.alarm.wake('remind', 'lost-later', { at: soon(300) });
    await one.alarm.clear();
    await one.alarm.start();
    await one.alarm.wake('remind', 'lost-1');
    await one.reaches(1);
    await pause(500);
    expect(one.rung).toEqual(['lost-1']);
  });

  it('lets the handler under way finish when it stops, and takes no wake afterwards', async () => {
    let finished = false;
    const one = station().rings('send', async () => {
      await pause(400);
      finished = true;
    });
    await one.alarm.start();
    await one.alarm.wake('send', 'a');
    await one.reaches(1);
    await one.alarm.stop();
    expect(finished).toBe(true);
    expect(await one.alarm.wake('send', 'b')).toBe(false);
  });

  it('goes on after all its connections were cut', async () => {
    const one = station().rings('send');
    await one.alarm.start();
    await one.alarm.wake('send', 'before');
    await one.reaches(1);
    await server().cutConnections();
    await until(() => one.troubles.length > 0 || one.rung.length > 1, () => one.troubles, 5_000).catch(() => undefined);
    for (let attempt = 0; attempt < 50 && !(await one.alarm.wake('send', 'after')); attempt += 1) await pause(100);
    await one.reaches(2);
    expect(one.rung).toContain('after');
  });

  it('rings again what a killed process had taken', async () => {
    const one = station().rings('send');
    await one.alarm.wake('send', 'orphan');
    expect(await server().claimAndDie()).toBe('send');
    await one.alarm.start();
    await one.reaches(1, 30_000);
    expect(one.rung).toEqual(['orphan']);
    await one.alarm.wake('send', 'orphan');
    await one.reaches(2);
  });

  it('says whether its server answers: yes while it does, through a cut, and no once closed', async () => {
    const one = station().rings('send');
    expect(await one.alarm.answers()).toBe(true);
    await server().cutConnections();
    let again = await one.alarm.answers();
    for (let tries = 0; !again && tries < 20; tries += 1) {
      await pause(250);
      again = await one.alarm.answers();
    }
    expect(again).toBe(true);
    await one.alarm.stop();
    expect(await one.alarm.answers()).toBe(false);
  });
}
