import { Zones } from '#kernel';
import { allow, type GraphqlRequest, type ReadTx } from '#platform';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { lateFrom } from '../domain/lateness.js';
import { remindLate, type LateWith } from '../domain/remind-late.js';
import { toldBetween } from '../store/timeline.store.js';
import { matterNamed } from './matter.js';
import { mattersOf } from './timeline-matters.js';
import { lateFacts, quarter, timelineStage, type TimelineStage } from './timeline.stage.js';
import { LatePersonType, ReminderTimelineType, TimelineMatterType } from './timeline.types.js';
import { ReminderWorld } from './reminder-world.js';

allow('Query.reminderTimeline', ['COORDINATOR', 'CO_PRESIDENT'], { partnershipOf: (args) => args['partnershipId'] });
allow('Query.toldAbout', ['COORDINATOR', 'CO_PRESIDENT'], { partnershipOf: (args) => args['partnershipId'] });
allow('Query.latePeople', ['COORDINATOR'], { partnershipOf: (args) => args['partnershipId'] });

@ArgsType()
class ToldAboutArgs {
  @Field(() => ID) partnershipId: string;
  @Field(() => String, { description: 'Le chemin de la page de la chose, sans question ni ancre : /minutes/…, /meetings/…, /plans/2027.' }) page: string;
}

const day = 86_400_000;
/** How far back the page of one thing looks. */
const wholeYear = 366;

/** The coordinator's quarter: what is due, by whom, what was told and what will be; and who is late. */
@Resolver()
export class TimelineView {
  constructor(
    private readonly zones: Zones,
    private readonly world: ReminderWorld,
  ) {}

  /** `null` when the partnership is not the reader's: no seat of it shows. */
  @Query(() => ReminderTimelineType, { nullable: true })
  async reminderTimeline(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<ReminderTimelineType | null> {
    return this.timeline(await request.read(), { partnershipId, back: quarter });
  }

  @Query(() => [TimelineMatterType], { description: 'Qui a été prévenu, quand, de la chose qu’une page montre : ce que l’échéancier en dit, sur une année.' })
  async toldAbout(@Args() { partnershipId, page }: ToldAboutArgs, @Context() request: GraphqlRequest): Promise<TimelineMatterType[]> {
    const timeline = await this.timeline(await request.read(), { partnershipId, back: wholeYear });
    return timeline?.matters.filter(({ href }) => href.replace(/[?#].*$/, '') === page) ?? [];
  }

  private async timeline(tx: ReadTx, { partnershipId, back }: { partnershipId: string; back: number }): Promise<ReminderTimelineType | null> {
    const stage = await timelineStage(tx, { partnershipId, actor: tx.ctx.actor, zones: this.zones, world: this.world });
    if (stage.people.size === 0) return null;
    const now = tx.now().getTime();
    const lines = await toldBetween(tx, partnershipId, { from: new Date(now - back * day), to: new Date(now + quarter * day) });
    return { today: stage.today, until: stage.until, matters: mattersOf({ ...stage, lines, language: tx.ctx.language }) };
  }

  @Query(() => [LatePersonType], { description: 'Qui recevrait une relance, et qui n’en recevra pas, avec la raison : l’aperçu de « relancer les retardataires ».' })
  async latePeople(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<LatePersonType[]> {
    const tx = await request.read();
    const { actor } = request.ctx;
    if (!actor) return [];
    const stage = await timelineStage(tx, { partnershipId, actor, zones: this.zones, world: this.world });
    const { letters, leftOut } = remindLate(await lateFacts(tx, stage, { partnershipId, actor }));
    const shown = (late: LateWith): Omit<LatePersonType, 'leftOut' | 'until'> => this.personOf(late, stage, tx.ctx.language);
    return [...letters.map((late) => ({ ...shown(late), leftOut: null, until: null })), ...leftOut.map((late) => ({ ...shown(late), leftOut: late.why, until: late.until }))];
  }

  private personOf({ personId, debt }: LateWith, { people }: TimelineStage, language: Parameters<typeof matterNamed>[2]): Omit<LatePersonType, 'leftOut' | 'until'> {
    const known = people.get(personId);
    return { personId, displayName: known?.displayName ?? '', party: known?.party ?? null, matter: matterNamed(debt.kind, debt.details, language), since: lateFrom(debt) };
  }
}
