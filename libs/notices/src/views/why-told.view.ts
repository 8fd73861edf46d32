import { Zones, type Language } from '#kernel';
import { hasPhrase, say, type PhraseKey } from '#phrases';
import { seatsAt } from '#parties';
import { allow, CivilDateScalar, RuleSourceView, type GraphqlRequest, type ReadTx } from '#platform';
import { Args, Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { stepOf } from '../domain/ladder.js';
import { silenceLimit } from '../domain/silence.js';
import { sourceIn } from '../domain/source-in.js';
import { placeOf } from './matter.js';
import { ownMatter, type OwnMatter } from './own-matter.js';
import { lineShown } from './timeline-matters.js';
import { ToldLineType } from './timeline.types.js';
import { ReminderWorld } from './reminder-world.js';

allow('Query.whyTold', 'SIGNED_IN');

@ObjectType('WhyTold', { description: 'Pourquoi j’ai reçu ceci : quelle règle, quel article, quelle fonction, quand cela cesse.' })
export class WhyToldType {
  @Field(() => ToldLineType) line: ToldLineType;
  @Field(() => String, { nullable: true, description: 'La fonction qui fait que ce message vous est adressé.' }) office: string | null;
  @Field(() => String, { description: 'Quand cela cesse.' }) stops: string;
  @Field(() => RuleSourceView, { nullable: true }) source: RuleSourceView | null;
  @Field(() => String, { description: 'Chemin de la page où agir.' }) href: string;
  @Field(() => Boolean, { description: 'Est-ce encore à vous d’agir ?' }) owed: boolean;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le dernier jour jusqu’auquel un silence peut être demandé ; nul si cela ne se peut pas.' }) silenceUntil: string | null;
}

const stopsOf = (rule: string, language: Language): string => {
  const key = `notices.stops.${stepOf(rule)?.debt ?? 'once'}`;
  return say(language, (hasPhrase(key) ? key : 'notices.stops.other') as PhraseKey);
};

/** « Pourquoi ai-je reçu ceci ? », where each mail leads: its reader's own letter only. */
@Resolver()
export class WhyToldView {
  constructor(
    private readonly zones: Zones,
    private readonly world: ReminderWorld,
  ) {}

  @Query(() => WhyToldType, { nullable: true })
  async whyTold(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<WhyToldType | null> {
    const tx = await request.read();
    const seen = await ownMatter(tx, this.world, { reminderId: id, zones: this.zones });
    if (!seen) return null;
    const { line, debt, today } = seen;
    const source = sourceIn(debt?.details ?? line.details);
    return {
      line: lineShown({ ...line, details: { ...line.details, ...debt?.details } }, tx.ctx.language),
      office: await this.officeOf(tx, seen),
      stops: stopsOf(line.rule, tx.ctx.language),
      source,
      href: placeOf(line),
      owed: debt !== null,
      silenceUntil: debt && silenceLimit(debt, today),
    };
  }

  private async officeOf(tx: ReadTx, { line }: OwnMatter): Promise<string | null> {
    if (line.partnershipId === null) return null;
    const seats = await seatsAt(tx, line.partnershipId, { instant: tx.now(), zones: this.zones });
    const mine = seats.find(({ holder }) => holder?.personId === line.personId);
    return mine ? (tx.ctx.language === 'ar' ? mine.officeAr : mine.office) : null;
  }
}
