import { Injectable } from '@nestjs/common';
import { LegalClock, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, DemoMode, InstantScalar, MovableLegalClock, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { personas } from './company.js';
import { moveDemoClock } from './demo-clock.js';

/** The zone in which the demo's bar shows and takes its dates. */
export const demoZone = 'Europe/Paris';

/** What follows a move of the clock: the sweeper runs at once, so that reminders are seen to fire. */
export abstract class AfterClockMove {
  abstract run(): Promise<void>;
}

@ObjectType('DemoPersona')
class DemoPersonaType {
  @Field(() => String) key: string;
  @Field(() => String) label: string;
  @Field(() => String) side: string;
  @Field(() => String) href: string;
}

@ObjectType('Demo', { description: 'La démonstration : son horloge et ses personnages.' })
class DemoType {
  @Field(() => InstantScalar) now: Date;
  @Field(() => CivilDateScalar) today: string;
  @Field(() => [DemoPersonaType]) personas: DemoPersonaType[];
}

@InputType()
class MoveDemoClockInput {
  @Field(() => CivilDateScalar) to: string;
  @Field(() => String, { nullable: true, description: 'HH:MM, 09:05 si absent.' }) time?: string | null;
}

const MoveDemoClockAnswer = answerUnion('MoveDemoClockAnswer', () => DemoType);
allow('Query.demo', 'ANYONE');
allow('Mutation.moveDemoClock', 'ANYONE');

/** Outside a demonstration there is nothing to show and the clock does not move. */
@Injectable()
@Resolver()
export class DemoView {
  constructor(
    private readonly work: Work,
    private readonly clock: LegalClock,
    private readonly zones: Zones,
    private readonly after: AfterClockMove,
    private readonly mode: DemoMode,
  ) {}

  @Query(() => DemoType, { nullable: true })
  demo(@Context() request: GraphqlRequest): DemoType | null {
    if (!this.mode.on) return null;
    const { language } = request.ctx;
    const now = this.clock.now();
    const offered = personas().map(({ key, side, office, officeAr }) => ({ key, side, label: language === 'ar' ? officeAr : office, href: `/demo/${key}` }));
    return { now, today: this.zones.civilAt(now, demoZone).date, personas: offered };
  }

  @Mutation(() => MoveDemoClockAnswer)
  async moveDemoClock(@Args('input') input: MoveDemoClockInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), () => this.demo(request));
  }

  async run(ctx: Ctx, input: MoveDemoClockInput): Promise<Answer<Date>> {
    if (!this.mode.on || !(this.clock instanceof MovableLegalClock)) return refused('DEMO_ONLY');
    const to = this.zones.instantOf(input.to as never, input.time ?? '09:05', demoZone);
    const moved = await moveDemoClock({ work: this.work, clock: this.clock }, ctx, to);
    if (!moved.refused) await this.after.run();
    return moved;
  }
}
