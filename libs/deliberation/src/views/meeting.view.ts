import { whyLacking } from '#agreement';
import { accepted, dateInWords, Zones } from '#kernel';
import { PartnershipType } from '#parties';
import { say } from '#phrases';
import { allow, mayView, type GraphqlRequest, type ReadTx } from '#platform';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { runsMeetings } from '../domain/stewards.js';
import { lastTurn, nextTurn } from '../domain/turn.js';
import { meetingOf, meetingsOfPartnership } from '../store/meeting.store.js';
import { isUuid } from '../store/uuid.js';
import { committeeAt, partyOf } from './committee.reader.js';
import { meetingDueOf } from './meeting-due.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingType, NextHostType } from './meeting.types.js';

allow('Query.meeting', 'SIGNED_IN');
allow('Query.meetings', 'SIGNED_IN');

@Resolver(() => MeetingType)
export class MeetingView {
  constructor(private readonly reader: MeetingReader) {}

  @Query(() => MeetingType, { nullable: true })
  async meeting(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<MeetingType | null> {
    return this.reader.among(await request.read(), id);
  }

  @Query(() => [MeetingType])
  async meetings(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<MeetingType[]> {
    return isUuid(partnershipId) ? this.reader.list(await request.read(), partnershipId) : [];
  }
}

/** Adds to the partnership whose turn it is to host: `partnership { nextHost { … } }`. */
@Resolver(() => PartnershipType)
export class NextHostView {
  constructor(private readonly zones: Zones) {}

  @ResolveField('nextHost', () => NextHostType, { nullable: true, description: 'Nul quand l’accord n’a pas de comité.' })
  async nextHost(@Parent() { id }: PartnershipType, @Context() request: GraphqlRequest): Promise<NextHostType | null> {
    const tx = await request.read();
    if (await whyLacking(tx, id, 'COMMITTEE')) return null;
    const { language, actor } = tx.ctx;
    const committee = await committeeAt(tx, id, { instant: tx.now(), zones: this.zones });
    const meetings = (await meetingsOfPartnership(tx, id)).map((row) => meetingOf(row, this.zones));
    const last = lastTurn(meetings);
    const party = partyOf(committee.shownParties, nextTurn(committee.parties, meetings).hostPartyId);
    const sentence = last
      ? say(language, 'deliberation.nextHostTurn', { last: partyOf(committee.shownParties, last.hostPartyId).shortName, next: party.shortName })
      : say(language, 'deliberation.nextHostAny');
    const steward = runsMeetings(committee.seats, actor?.personId ?? null, committee.at);
    return { party, sentence, due: await this.due(tx, id), source: { ...committee.rules.alternation.source }, viewerMaySchedule: mayView(steward.refused ? steward : accepted(true)) };
  }

  private async due(tx: ReadTx, partnershipId: string): Promise<NextHostType['due']> {
    const due = await meetingDueOf(tx, partnershipId, this.zones);
    if (!due) return null;
    const sentence = say(tx.ctx.language, 'deliberation.meetingDue', { frequency: due.rule.value, day: dateInWords(due.by, tx.ctx.language, 'LONG') });
    return { on: due.by, sentence, source: { ...due.rule.source } };
  }
}
