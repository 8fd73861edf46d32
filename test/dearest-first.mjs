// Which test files begin first: with two or three workers, a long file that begins last is waited for alone. Jest would know it from
// its last run; a fresh clone has none. A file that is not named here has few seconds, and follows in order of its size.

/**
 * In this order: the longest first, but of the first three only one waits for the demonstration to be told, for all the others. Each with
 * its seconds in a whole run on two quiet cores (22 November 2026). A file that has gone is named by `dearest-first.spec.ts`.
 */
export const seconds = {
  'test/access/matrix.db.spec.ts': 93,
  'test/faults/chain.db.spec.ts': 75,
  'libs/notices/src/jobs/faults.db.spec.ts': 75,
  'test/compose/production.spec.ts': 35,
  'apps/e2e/cooperation-year.e2e.ts': 80,
  'test/access/unguarded.db.spec.ts': 69,
  'apps/e2e/write-sheet.e2e.ts': 67,
  'apps/e2e/hostile-text.e2e.ts': 53,
  'apps/api/src/demo/anchor-days.db.spec.ts': 47,
  'test/upgrade/upgrade.db.spec.ts': 42,
  'test/access/pages.db.spec.ts': 37,
  'apps/e2e/crawler.e2e.ts': 32,
  'apps/e2e/attachments.e2e.ts': 30,
  'apps/api/src/demo/start-over.db.spec.ts': 30,
  'apps/e2e/first-day.e2e.ts': 28,
  'libs/notices/src/jobs/queues.db.spec.ts': 27,
  'apps/e2e/duties.e2e.ts': 26,
  'libs/platform/src/postgres/server.db.spec.ts': 25,
  'apps/e2e/door.e2e.ts': 24,
  'apps/api/src/cli/sign-in-code.db.spec.ts': 24,
  'apps/api/src/backup/process.db.spec.ts': 24,
  'test/access/pool.db.spec.ts': 23,
  'test/access/older-postgres.db.spec.ts': 23,
  'apps/e2e/web-shell.e2e.ts': 22,
  'apps/e2e/partnerships.e2e.ts': 22,
  'apps/e2e/looks.e2e.ts': 22,
  'apps/e2e/passkey.e2e.ts': 21,
  'apps/api/src/first-day/init/init.db.spec.ts': 21,
  'apps/e2e/public.e2e.ts': 20,
  'apps/api/src/backup/kills.db.spec.ts': 19,
  'test/access/fuzz.db.spec.ts': 18,
  'libs/platform/src/queue/redis-alarm-clock.spec.ts': 18,
  'libs/deliberation/src/actions/minutes.race.db.spec.ts': 18,
  'apps/e2e/resume-sending.e2e.ts': 18,
  'test/scripts/print.db.spec.ts': 17,
  'test/journal/tampering.spec.ts': 17,
  'libs/notices/src/jobs/kills.db.spec.ts': 30,
  'apps/e2e/sheet-history.e2e.ts': 17,
  'apps/api/src/backup/drill.db.spec.ts': 17,
  'test/scripts/whole-start.db.spec.ts': 16,
  'test/house/check.spec.ts': 16,
  'libs/programme/src/actions/plan.db.spec.ts': 16,
  'libs/platform/src/queue/postgres-alarm-clock.db.spec.ts': 16,
  'apps/e2e/agreement-life.e2e.ts': 16,
  'libs/deliberation/src/actions/ballot.race.db.spec.ts': 14,
  'libs/notices/src/jobs/ledger.db.spec.ts': 12,
  'libs/platform/src/mail/smtp-mailer.spec.ts': 11,
  'libs/programme/src/documents/sheet-letter.spec.ts': 10,
  'libs/notices/src/jobs/outcomes.db.spec.ts': 10,
  'test/journal/database-tampering.db.spec.ts': 9,
  'test/house/lint.spec.ts': 9,
  'test/first-day/whole-first-day.db.spec.ts': 9,
  'apps/api/src/health/health.db.spec.ts': 9,
  'apps/api/src/first-day/doctor/doctor.db.spec.ts': 9,
  'test/journal/hostile-archive.db.spec.ts': 8,
  'test/house/rooms.spec.ts': 8,
};

const listed = Object.keys(seconds);
/** Its place in the list; -1 for the short ones. */
const placeOf = ({ path }) => listed.findIndex((file) => path.replaceAll('\\', '/').endsWith(`/${file}`));
const sizeOf = ({ path, context }) => context.hasteFS.getSize(path) ?? 0;

/** The order of the run, for Jest's `testSequencer`. */
export default class DearestFirst {
  sort(tests) {
    const places = new Map(tests.map((test) => [test, placeOf(test)]));
    const long = tests.filter((test) => places.get(test) >= 0).sort((one, other) => places.get(one) - places.get(other));
    const short = tests.filter((test) => places.get(test) < 0).sort((one, other) => sizeOf(other) - sizeOf(one));
    return [...long, ...short];
  }

  /** `--onlyFailures` remembers nothing here: all are asked. */
  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
