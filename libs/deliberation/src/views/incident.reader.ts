import { civilDate, type Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { incidentsOf } from '../store/incident.store.js';
import { shownSeat, type Committee } from './committee.reader.js';
import type { IncidentType } from './incident.types.js';
import { localTimesOf } from './local-times.js';

/** The incident log as this reader sees it, oldest entry first. */
export async function incidentsShown(tx: ReadTx, meetingId: string, { committee, zones }: { readonly committee: Committee; readonly zones: Zones }): Promise<IncidentType[]> {
  const entries = await incidentsOf(tx, meetingId);
  return entries.map(({ id, civilDate: day, time, zone, seatId, place, what, done, correctsId, notedAt }, index) => {
    const occurredAt = zones.instantOf(civilDate(day), time, zone);
    const known = committee.shownSeats.some((line) => line.seatId === seatId);
    return {
      id, number: index + 1, occurredAt, localTimes: localTimesOf(occurredAt, committee, zones), place, what, done, correctsId,
      correctedById: entries.find((other) => other.correctsId === id)?.id ?? null,
      seat: known ? shownSeat(tx, committee, seatId) : null,
      notedAt,
    };
  });
}
