import { dateInWords, yearOf, Zones, type Language } from '#kernel';
import { allow, CivilDateScalar, RuleSourceView, type GraphqlRequest } from '#platform';
import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { playYear } from '../domain/played-year.js';
import type { Pace } from '../domain/year-script.js';
import { matterOf, rowOf } from './matter.js';
import { ReminderWorld } from './reminder-world.js';

allow('Query.playedYear', ['COORDINATOR', 'CO_PRESIDENT'], { partnershipOf: (args) => args['partnershipId'] });

const PaceEnum = { ON_TIME: 'ON_TIME', LATE: 'LATE' } as const;
registerEnumType(PaceEnum, { name: 'Pace', description: 'Tout est fait à temps ; ou rien ne l’est.' });

@ObjectType('PlayedMail', { description: 'Un courriel qui partirait.' })
export class PlayedMailType {
  @Field(() => CivilDateScalar, { description: 'Le jour, chez la personne.' }) day: string;
  @Field(() => String, { description: '« mars 2027 », dans la langue du lecteur.' }) month: string;
  @Field(() => ID) personId: string;
  @Field(() => String, { description: 'Ligne du calendrier des rappels : PLAN_J-60, CONVOCATION…' }) rule: string;
  @Field(() => String, { nullable: true, description: 'J-60, P+7 ; nul pour ce qui se dit aussitôt.' }) row: string | null;
  @Field(() => String, { description: 'De quoi il parle, dans la langue du lecteur.' }) matter: string;
  @Field(() => RuleSourceView, { nullable: true }) source: RuleSourceView | null;
}

@ObjectType('PlayedPerson', { description: 'Une personne de l’année jouée, et ce qu’elle recevrait.' })
export class PlayedPersonType {
  @Field(() => ID) personId: string;
  @Field(() => String) displayName: string;
  @Field(() => String) office: string;
  @Field(() => String) party: string;
  @Field(() => Int) count: number;
  @Field(() => Int, { nullable: true, description: 'Ce qu’on s’est promis de ne pas dépasser dans une année tenue à temps.' }) ceiling: number | null;
}

@ObjectType('PlayedYear', { description: 'Une année de rappels, jouée sans rien envoyer ni rien écrire.' })
export class PlayedYearType {
  @Field(() => Int) year: number;
  @Field(() => [PlayedMailType]) mails: PlayedMailType[];
  @Field(() => [PlayedPersonType]) people: PlayedPersonType[];
}

@ArgsType()
class PlayedYearArgs {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int, { nullable: true, description: 'L’année prochaine, si rien n’est dit.' }) year: number | null;
  @Field(() => PaceEnum, { defaultValue: 'ON_TIME' }) pace: Pace;
}

/** Years that the calendars of the parties know. */
const isKnown = (year: number): boolean => year >= 2024 && year <= 2060;

/** « Qui recevrait quoi en 2027 ? »: the planner over a year written in advance, for those who coordinate. Nothing leaves, nothing is kept. */
@Resolver()
export class PlayedYearView {
  constructor(
    private readonly zones: Zones,
    private readonly world: ReminderWorld,
  ) {}

  @Query(() => PlayedYearType, { nullable: true })
  async playedYear(
    @Args() { partnershipId, year: asked, pace }: PlayedYearArgs,
    @Context() request: GraphqlRequest,
  ): Promise<PlayedYearType | null> {
    const tx = await request.read();
    const year = asked ?? yearOf(this.zones.civilAt(tx.now(), 'UTC').date) + 1;
    const company = isKnown(year) ? await this.world.company(tx, { partnershipId, year }) : null;
    if (!company) return null;
    const { mails, tallies } = playYear(company, pace, this.zones);
    const { language } = tx.ctx;
    const zoneOf = new Map(company.players.map(({ personId, partyId }) => [personId, company.territories.get(partyId)?.zone ?? 'UTC']));
    return {
      year,
      mails: mails.map(({ personId, rule, debt, leavesAt, details, beside }) => ({
        ...this.dayOf(leavesAt, { zone: zoneOf.get(personId) ?? 'UTC', language }),
        personId,
        rule,
        row: rowOf(rule, {}, company.rowDays),
        matter: [{ rule, details }, ...beside].map((one) => matterOf(one.rule, one.details, language)).join(' + '),
        source: (debt && company.sources.get(debt)) ?? null,
      })),
      people: tallies.map(({ personId, count, ceiling }) => {
        const { displayName = '', office = '', officeAr = '', party = '' } = company.names.get(personId) ?? {};
        return { personId, displayName, office: language === 'ar' ? officeAr : office, party, count, ceiling };
      }),
    };
  }

  private dayOf(at: Date, { zone, language }: { zone: string; language: Language }): { day: string; month: string } {
    const day = this.zones.civilAt(at, zone).date;
    return { day, month: dateInWords(day, language, 'MONTH') };
  }
}
