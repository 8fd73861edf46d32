/** Anything that claims to know offsets: ours, the machine's `Intl`, PostgreSQL. Minutes, east positive; may throw when it does not know the zone. */
export type OffsetReader = (instant: Date, zone: string) => number;

/** An offset established from the published IANA release, written here by hand: a second source, so that data cannot vouch for themselves. */
export interface ZoneSentinel {
  readonly zone: string;
  readonly at: string;
  readonly minutes: number;
}

/**
 * Morocco: UTC+1, suspended in Ramadan (décret 2-18-855), until UTC+0 for good on 20 September 2026 (IANA 2026c).
 * A machine whose data are older says +60 on the two last Moroccan lines.
 */
export const zoneSentinels: readonly ZoneSentinel[] = [
  { zone: 'Africa/Casablanca', at: '2025-02-23T01:59:00Z', minutes: 60 },
  { zone: 'Africa/Casablanca', at: '2025-02-23T02:00:00Z', minutes: 0 },
  { zone: 'Africa/Casablanca', at: '2025-04-06T01:59:00Z', minutes: 0 },
  { zone: 'Africa/Casablanca', at: '2025-04-06T02:00:00Z', minutes: 60 },
  { zone: 'Africa/Casablanca', at: '2025-12-30T23:30:00Z', minutes: 60 },
  { zone: 'Africa/Casablanca', at: '2026-02-15T02:00:00Z', minutes: 0 },
  { zone: 'Africa/Casablanca', at: '2026-03-22T02:00:00Z', minutes: 60 },
  { zone: 'Africa/Casablanca', at: '2026-11-21T12:00:00Z', minutes: 0 },
  { zone: 'Africa/Casablanca', at: '2026-12-31T12:00:00Z', minutes: 0 },
  { zone: 'Europe/Paris', at: '2026-07-01T12:00:00Z', minutes: 120 },
  { zone: 'Europe/Paris', at: '2026-12-31T12:00:00Z', minutes: 60 },
  { zone: 'Asia/Hebron', at: '2026-12-31T12:00:00Z', minutes: 120 },
  { zone: 'Africa/Algiers', at: '2026-12-31T12:00:00Z', minutes: 60 },
  { zone: 'Africa/Bamako', at: '2026-12-31T12:00:00Z', minutes: 0 },
];

/** One sentinel a source gets wrong. `found` is null when the source does not know the zone. */
export interface ZoneDisagreement extends ZoneSentinel {
  readonly source: string;
  readonly found: number | null;
}

/**
 * Which sources are stale, and where: pure, the readers are handed in.
 * `versioned` is ours: its disagreements forbid to start; the others' are only reported, since no legal instant is read from them.
 */
export const staleZoneSources = (
  sources: { readonly versioned: OffsetReader } & Readonly<Record<string, OffsetReader>>,
  sentinels: readonly ZoneSentinel[] = zoneSentinels,
): readonly ZoneDisagreement[] =>
  Object.entries(sources).flatMap(([source, read]) =>
    sentinels.map((sentinel) => ({ ...sentinel, source, found: readOrNull(read, sentinel) })).filter(({ minutes, found }) => found !== minutes),
  );

const readOrNull = (read: OffsetReader, { at, zone }: ZoneSentinel): number | null => {
  try {
    return read(new Date(at), zone);
  } catch {
    return null;
  }
};
