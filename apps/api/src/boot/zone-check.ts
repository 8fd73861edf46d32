import { staleZoneSources, type OffsetReader, type ZoneDisagreement, type Zones } from '#kernel';

/** Where the boot says what it found: Nest's Logger fits. */
export interface BootLog {
  log(message: string): void;
  warn(message: string): void;
}

/** What was found at boot, for the health page as well. */
export interface ZoneReport {
  /** IANA release every legal instant is computed with. */
  readonly dataVersion: string;
  /** IANA release the machine's Node carries; not used for legal instants. */
  readonly nodeDataVersion: string;
  readonly disagreements: readonly ZoneDisagreement[];
}

/** What Node's own ICU answers: read to be compared, never to be believed. */
export const intlOffset: OffsetReader = (instant, zone) => {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (text === 'GMT') return 0;
  const match = /^GMT([+-])(\d{2}):(\d{2})$/.exec(text);
  if (!match) throw new RangeError(`no offset in ${text}`);
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};

/** Compares every source with the sentinels. Pure but for `Intl`; `others` may add a reader of what PostgreSQL answered. */
export const zoneReport = (zones: Zones, others: Readonly<Record<string, OffsetReader>> = { intl: intlOffset }): ZoneReport => ({
  dataVersion: zones.dataVersion,
  nodeDataVersion: process.versions['tz'] ?? 'unknown',
  disagreements: staleZoneSources({ ...others, versioned: (instant, zone) => zones.offsetMinutes(instant, zone) }),
});

const sentence = ({ zone, at, minutes, found }: ZoneDisagreement): string =>
  `${zone} at ${at} is ${String(minutes)} minutes from UTC, found ${found === null ? 'no such zone' : String(found)}`;

/**
 * Says which zone data are in use, and which other sources of this machine are stale.
 * @throws Error when OUR data miss a sentinel: no deadline can be trusted, the process must not start. A stale machine is only reported.
 */
export const checkZones = (zones: Zones, log: BootLog, others?: Readonly<Record<string, OffsetReader>>): ZoneReport => {
  const report = zoneReport(zones, others);
  const ours = report.disagreements.filter(({ source }) => source === 'versioned');
  if (ours.length > 0) {
    throw new Error(`Zone data ${report.dataVersion} cannot date legal deadlines: ${ours.map(sentence).join('; ')}. Install the version of moment-timezone that package.json names.`);
  }
  log.log(`Legal instants use IANA zone data ${report.dataVersion}, carried by the program.`);
  for (const source of new Set(report.disagreements.map((found) => found.source))) {
    const [first] = report.disagreements.filter((found) => found.source === source);
    const release = source === 'intl' ? ` (Node carries ${report.nodeDataVersion})` : '';
    if (first) log.warn(`Zone data of ${source} are stale${release}: ${sentence(first)}. They are not used for any legal instant.`);
  }
  return report;
};
