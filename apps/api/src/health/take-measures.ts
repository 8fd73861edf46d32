import { statfs } from 'node:fs/promises';
import type { Zones } from '#kernel';
import { workerCtx, type AlarmClock, type Work, type WorkerWork } from '#platform';
import { strangerCtx } from '../door/house-context-source.js';
import { zoneReport } from '../boot/zone-check.js';
import type { Measures } from './judge-health.js';

/** What the measures are taken with. */
export interface HealthTools {
  readonly work: Work;
  readonly workerWork: WorkerWork;
  readonly queue: AlarmClock;
  readonly zones: Zones;
  /** Where the embedded data are; `null` with an external database. */
  readonly dataDir: string | null;
}

/** Milliseconds a measure may take: a hung database must not hang the answer that says so. */
const patience = 3_000;

/** `other` when the measure fails or takes too long. */
async function orElse<T>(measure: Promise<T>, other: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((settle) => {
    timer = setTimeout(() => settle(other), patience);
  });
  return Promise.race([measure.catch(() => other), late]).finally(() => clearTimeout(timer));
}

const unsent = `select extract(epoch from $1 - min(send_at) filter (where state in ('PLANNED', 'SENDING')))::float8 as age,
  count(*) filter (where state = 'FAILED')::int as failed
  from reminder where (state in ('PLANNED', 'SENDING') and send_at <= $1) or (state = 'FAILED' and send_at > $1::timestamptz - interval '7 days')`;

async function letters({ workerWork }: HealthTools): Promise<{ age: number | null; failed: number | null }> {
  const [row] = await workerWork.read(workerCtx('health'), (tx) => tx.query<{ age: number | null; failed: number }>(unsent, [tx.now()]));
  return { age: Math.round(row?.age ?? 0), failed: row?.failed ?? 0 };
}

/** Free bytes of the disk that holds a folder. @throws Error when it cannot be read */
export async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize;
}

/** Measures everything at the same time; what fails is part of the answer, never thrown. */
export async function takeMeasures(tools: HealthTools): Promise<Measures> {
  const { work, queue, zones, dataDir } = tools;
  const [databaseAnswers, queueAnswers, { age, failed }, diskFreeBytes] = await Promise.all([
    orElse(work.read(strangerCtx('fr', 'health'), (tx) => tx.query('select 1')).then(() => true), false),
    orElse(queue.answers(), false),
    orElse(letters(tools), { age: null, failed: null }),
    dataDir === null ? null : orElse<number | null>(freeBytes(dataDir), null),
  ]);
  const zoneDisagreements = zoneReport(zones, {}).disagreements.length;
  return { databaseAnswers, queueAnswers, zoneDisagreements, oldestUnsentSeconds: age, failedLetters: failed, diskFreeBytes };
}
