import { Zones } from '#kernel';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { localMoment } from './local-moment.js';
import { ValidationMomentType, ValidationType } from './sheet.types.js';

/** Adds to a validation its moment in the city of the party that gave it. */
@Resolver(() => ValidationType)
export class ValidationView {
  constructor(private readonly zones: Zones) {}

  @ResolveField('moment', () => ValidationMomentType)
  moment(@Parent() { party, validatedAt }: ValidationType): ValidationMomentType {
    return localMoment(this.zones, party, validatedAt);
  }
}
