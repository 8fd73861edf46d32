import { PartyType } from '#parties';
import { CivilDateScalar, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Article')
export class ArticleType {
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => String) text: string;
}

@ObjectType('RuleInForce', { description: 'Une règle en vigueur, et le texte dont elle vient.' })
export class RuleInForceType {
  @Field(() => String) key: string;
  @Field(() => String, { description: 'La valeur, en JSON.' }) value: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('LeadTarget')
export class LeadTargetType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => Int, { description: 'Nombre de personnes visées sur ce territoire.' }) people: number;
}

@ObjectType('ActionLead', { description: 'Piste d’action (Annexe II).' })
export class ActionLeadType {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => [LeadTargetType]) targets: LeadTargetType[];
}

@ObjectType('Operation', { description: 'Opération (Annexe II).' })
export class OperationType {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => [ActionLeadType]) leads: ActionLeadType[];
}

@ObjectType('Axis', { description: 'Axe stratégique ou transversal de coopération.' })
export class AxisType {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => String) text: string;
  @Field(() => Boolean) active: boolean;
  @Field(() => [OperationType]) operations: OperationType[];
}

@ObjectType('Agreement', { description: 'Ce qui lie les parties : convention, protocole…' })
export class AgreementType {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String) displayName: string;
  @Field(() => CivilDateScalar, { nullable: true }) effectiveOn: string | null;
  @Field(() => [ArticleType]) articles: ArticleType[];
  @Field(() => [RuleInForceType]) rules: RuleInForceType[];
  @Field(() => [AxisType]) axes: AxisType[];
}
