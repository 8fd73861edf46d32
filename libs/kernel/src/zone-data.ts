import moment from 'moment-timezone';

/** Offsets of one zone: `offsets[i]` (minutes, east positive) holds until `untils[i]` (milliseconds since 1970, exclusive); the last `until` is Infinity. */
export interface ZonePeriods {
  readonly untils: readonly number[];
  readonly offsets: readonly number[];
}

/** Versioned zone data. Kept apart from the service so that a test can hand it stale data and see the sentinels fall. */
export interface ZoneSource {
  /** IANA release, « 2026f ». */
  readonly version: string;
  find(zone: string): ZonePeriods | null;
}

/**
 * The IANA data that travel with the program (npm `moment-timezone`, exact version in package.json): the same on every machine,
 * whatever its Node, its PostgreSQL or its TZ say. They list transitions until the end of 2037; afterwards the last offset holds.
 */
export const shippedZoneSource: ZoneSource = {
  version: moment.tz.dataVersion,
  find(zone) {
    const found = moment.tz.zone(zone);
    // moment also accepts « EUROPE/paris »: two spellings of one zone would become two keys.
    if (!found || found.name !== zone) return null;
    return { untils: found.untils, offsets: found.offsets.map((westward) => Math.round(-westward) + 0) };
  },
};
