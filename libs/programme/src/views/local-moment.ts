import type { Zones } from '#kernel';
import type { PartyType } from '#parties';
import type { ValidationMomentType } from './sheet.types.js';

/** An instant as a party's city lived it. */
export function localMoment(zones: Zones, { territory }: PartyType, instant: Date): ValidationMomentType {
  const { date: civilDate, time } = zones.civilAt(instant, territory.zone);
  return { city: territory.name, civilDate, time };
}
