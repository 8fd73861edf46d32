/** Where a failed question carries what people wrote: its parameters, and the row that PostgreSQL quotes. */
const wordy = ['parameters', 'detail', 'where'] as const;

/** The same error, whose values a log no longer prints: they stay readable by name for who must decide on them. */
export function withoutWords(error: unknown): unknown {
  const driver = error instanceof Error && 'driverError' in error ? error.driverError : undefined;
  for (const one of [error, driver]) {
    if (!(one instanceof Error)) continue;
    for (const name of wordy.filter((wanted) => wanted in one)) Object.defineProperty(one, name, { enumerable: false });
  }
  return error;
}
