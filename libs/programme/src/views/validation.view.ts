import { Zones } from '#kernel';
import type { GraphqlRequest } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { enteredLoaders } from './entered.reader.js';
import { EnteredActType } from './entered.types.js';
import { localMoment } from './local-moment.js';
import { ValidationMomentType, ValidationType } from './sheet.types.js';

/** Adds to a validation its moment in the city of the party that gave it, and by whom it was entered when it was. */
@Resolver(() => ValidationType)
export class ValidationView {
  private readonly loaders: ReturnType<typeof enteredLoaders>;

  constructor(private readonly zones: Zones) {
    this.loaders = enteredLoaders(zones);
  }

  @ResolveField('moment', () => ValidationMomentType)
  moment(@Parent() { party, validatedAt }: ValidationType): ValidationMomentType {
    return localMoment(this.zones, party, validatedAt);
  }

  @ResolveField('entered', () => EnteredActType, { nullable: true, description: 'Quand elle a été saisie pour la personne, d’après sa parole.' })
  async entered(@Parent() { enteredId }: ValidationType, @Context() request: GraphqlRequest): Promise<EnteredActType | null> {
    return enteredId === null ? null : this.loaders.byId(request).load(enteredId);
  }
}
