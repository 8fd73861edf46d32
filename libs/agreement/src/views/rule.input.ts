import type { CivilDate, RuleSource } from '#kernel';
import { CivilDateScalar, RuleSourceKind } from '#platform';
import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Une partie de la valeur d’une règle : son nom, et ce qui est choisi ou saisi.' })
export class RulePartInput {
  @Field(() => String) name: string;
  @Field(() => [String]) values: string[];
}

@InputType({ description: 'Le texte dont vient une règle.' })
export class RuleSourceInput {
  @Field(() => RuleSourceKind) kind: RuleSource['kind'];
  @Field(() => String, { nullable: true, description: 'ARTICLE : son numéro dans l’accord, « Art. 5 ».' }) articleNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'LAW : « L. 1115-1 CGCT ».' }) reference?: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'RULES_OF_PROCEDURE : le jour de leur adoption.' }) adoptedOn?: CivilDate | null;
  @Field(() => String, { nullable: true, description: 'Les mots du texte ; pour un article, ils doivent s’y trouver.' }) quote?: string | null;
}

/** A value asked for a rule; each act on a value extends it. */
@InputType()
export class RuleValueInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => String) key: string;
  @Field(() => [RulePartInput]) parts: RulePartInput[];
}
