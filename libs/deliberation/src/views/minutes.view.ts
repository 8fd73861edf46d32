import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '../store/uuid.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingType } from './meeting.types.js';
import { MinutesReader } from './minutes.reader.js';
import { MinutesType } from './minutes.types.js';

allow('Query.minutes', 'SIGNED_IN');
allow('Query.minutesList', 'SIGNED_IN');

@Resolver(() => MinutesType)
export class MinutesView {
  constructor(
    private readonly reader: MinutesReader,
    private readonly meetings: MeetingReader,
  ) {}

  @Query(() => MinutesType, { nullable: true })
  async minutes(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<MinutesType | null> {
    return this.reader.one(await request.read(), id);
  }

  @Query(() => [MinutesType], { description: 'Les PV d’un partenariat, le plus récent d’abord.' })
  async minutesList(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<MinutesType[]> {
    return isUuid(partnershipId) ? this.reader.list(await request.read(), partnershipId) : [];
  }

  @ResolveField(() => MeetingType)
  async meeting(@Parent() { meetingId }: MinutesType, @Context() request: GraphqlRequest): Promise<MeetingType> {
    return this.meetings.present(await request.read(), meetingId);
  }
}

/** Adds its minutes to a meeting: `meeting { minutes { … } }`. */
@Resolver(() => MeetingType)
export class MeetingMinutesView {
  constructor(private readonly reader: MinutesReader) {}

  @ResolveField('minutes', () => MinutesType, { nullable: true })
  async minutes(@Parent() { id }: MeetingType, @Context() request: GraphqlRequest): Promise<MinutesType | null> {
    return this.reader.ofMeeting(await request.read(), id);
  }
}
