/** How one part stands: `wrong` makes this process unfit to serve, `attention` asks for a person while it goes on serving. */
export type Standing = 'ok' | 'attention' | 'wrong';

/** What was measured just now; `null` where a measure could not be taken. Counts and ages only: nothing about anybody. */
export interface Measures {
  readonly databaseAnswers: boolean;
  readonly queueAnswers: boolean;
  /** Wrong offsets of the zone data that legal instants are computed with (trust.md 0.1); 0 when right. */
  readonly zoneDisagreements: number;
  /** Seconds since the oldest letter that should have left was due; 0 when none waits. */
  readonly oldestUnsentSeconds: number | null;
  /** Letters of the last seven days that were given up. */
  readonly failedLetters: number | null;
  /** Free bytes where the embedded data are; `null` with an external database. */
  readonly diskFreeBytes: number | null;
}

export interface Health {
  readonly status: Standing;
  readonly checks: Readonly<Record<string, Standing>>;
}

/** Reminders stopped for any cause show within 15 minutes (trust.md, Q). */
const lateSeconds = 15 * 60;
/** Under this, PostgreSQL may stop in the middle of an act; under the second, a person has days. */
const diskBytes = { wrong: 100_000_000, attention: 1_000_000_000 } as const;

const wrongUnless = (fine: boolean): Standing => (fine ? 'ok' : 'wrong');

function diskStanding(free: number | null): Standing {
  if (free === null) return 'ok';
  if (free < diskBytes.wrong) return 'wrong';
  return free < diskBytes.attention ? 'attention' : 'ok';
}

/**
 * The whole from its parts. A relay that is down is nobody's reason to close the doors: people still read, vote and sign, so late
 * letters ask for attention and do not make the process unready. The limits are our own defaults.
 */
export function judgeHealth(measures: Measures): Health {
  const late = measures.oldestUnsentSeconds;
  const checks = {
    database: wrongUnless(measures.databaseAnswers),
    queue: wrongUnless(measures.queueAnswers),
    zones: wrongUnless(measures.zoneDisagreements === 0),
    disk: diskStanding(measures.diskFreeBytes),
    letters: late === null || late > lateSeconds || (measures.failedLetters ?? 0) > 0 ? 'attention' : 'ok',
  } as const;
  const standings: Standing[] = Object.values(checks);
  return { status: standings.includes('wrong') ? 'wrong' : standings.includes('attention') ? 'attention' : 'ok', checks };
}
