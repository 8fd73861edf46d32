/** The civil day `days` after a civil day (YYYY-MM-DD). Counted in UTC, where every day has 24 hours. */
export function dayAfter(civil: string, days: number): string {
  const midnight = new Date(`${civil}T00:00:00Z`);
  return new Date(midnight.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The next 28 December after this civil day: three days before the plan's deadline. */
export function nextYearEnd(civil: string): string {
  const year = Number(civil.slice(0, 4));
  const thisYear = `${year}-12-28`;
  return civil < thisYear ? thisYear : `${year + 1}-12-28`;
}
