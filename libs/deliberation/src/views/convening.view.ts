import type { GraphqlRequest } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConveningReader } from './convening.reader.js';
import { ConveningType } from './convening.types.js';
import { MeetingType } from './meeting.types.js';

/** Adds its convocation to a meeting: `meeting { convening { … } }`. */
@Resolver(() => MeetingType)
export class MeetingConveningView {
  constructor(private readonly reader: ConveningReader) {}

  @ResolveField('convening', () => ConveningType)
  async convening(@Parent() { id }: MeetingType, @Context() request: GraphqlRequest): Promise<ConveningType> {
    return this.reader.of(await request.read(), id);
  }
}
