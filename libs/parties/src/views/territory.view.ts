import { Zones } from '#kernel';
import type { GraphqlRequest } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TerritoryType, ZoneOffsetType } from './parties.types.js';

/** Years before and after today for which a browser is told the legal hour; beyond, it shows UTC and says so. */
const [before, after] = [6, 2];

const inYears = (instant: Date, years: number): Date => new Date(Date.UTC(instant.getUTCFullYear() + years, 0, 1));

/** Legal hours of a territory, from our own zone data: a browser's may be wrong (trust.md 0.1). */
@Resolver(() => TerritoryType)
export class TerritoryView {
  constructor(private readonly zones: Zones) {}

  @ResolveField(() => [ZoneOffsetType], { description: 'Décalages de l’heure légale, de six ans avant aujourd’hui à deux ans après, le plus ancien d’abord.' })
  async offsets(@Parent() { zone }: TerritoryType, @Context() request: GraphqlRequest): Promise<ZoneOffsetType[]> {
    const now = (await request.read()).now();
    return this.zones.offsetsBetween(inYears(now, -before), inYears(now, after + 1), zone);
  }
}
