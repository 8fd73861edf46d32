/** PostgreSQL's words for « too many at once »: no session left, a lock waited for too long, two acts in each other's way. */
const crowded = new Set(['53300', '55P03', '40001', '40P01']);

/**
 * Did this fail only because too many came at once? Nothing was written, and the same act a moment later goes through.
 * The pool that had no connection free in time has no code, only these words.
 */
export function isCrowded(cause: unknown): boolean {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return crowded.has(String(code)) || message === 'timeout exceeded when trying to connect';
}
