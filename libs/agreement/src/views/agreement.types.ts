import { PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Capability } from '../domain/capabilities.js';

export const CapabilityEnum = { COMMITTEE: 'COMMITTEE', PLAN: 'PLAN', PLAN_DEADLINE: 'PLAN_DEADLINE', TERM: 'TERM', STATE_ACTS: 'STATE_ACTS' } as const satisfies { readonly [One in Capability]: One };
registerEnumType(CapabilityEnum, {
  name: 'Capability',
  description: 'Ce qu’un accord donne à ses parties, selon sa forme : un jumelage n’a ni comité, ni plan, ni terme.',
  valuesMap: {
    COMMITTEE: { description: 'Un comité qui se réunit, décide et signe ses PV.' },
    PLAN: { description: 'Un plan d’action annuel, et ses fiches.' },
    PLAN_DEADLINE: { description: 'Une échéance pour ce plan, quand son texte en fixe une.' },
    TERM: { description: 'Une durée, sa reconduction, son préavis.' },
    STATE_ACTS: { description: 'Des actes de l’État avant de prendre effet : transmission, visas.' },
  },
});

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

@ObjectType('AxisWarning')
export class AxisWarningType {
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('Axis', { description: 'Axe stratégique ou transversal de coopération.' })
export class AxisType {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => String) text: string;
  @Field(() => Boolean, { description: 'Faux : proposé, et pas encore ouvert ; ni fiche ni plan ne s’en servent.' }) active: boolean;
  @Field(() => String, { description: 'RECORDED (venu avec l’accord), AWAITING, ADOPTED ou OPEN.' }) state: string;
  @Field(() => PartyType, { nullable: true }) proposedBy: PartyType | null;
  @Field(() => InstantScalar, { nullable: true }) openedAt: Date | null;
  @Field(() => AxisWarningType, { nullable: true, description: 'Ouvert par une décision du comité : un avenant reste à conclure.' }) warning: AxisWarningType | null;
  @Field(() => MayType) viewerMayWithdraw: MayType;
  @Field(() => [OperationType]) operations: OperationType[];
}

@ObjectType('Agreement', { description: 'Ce qui lie les parties : convention, protocole…' })
export class AgreementType {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String) displayName: string;
  @Field(() => CivilDateScalar, { nullable: true }) effectiveOn: string | null;
  @Field(() => String, { nullable: true, description: 'Depuis quelle année, quand le texte ne dit pas le jour.' }) since: string | null;
  @Field(() => [ArticleType]) articles: ArticleType[];
  @Field(() => [RuleInForceType]) rules: RuleInForceType[];
  @Field(() => [AxisType]) axes: AxisType[];
  @Field(() => MayType) viewerMayProposeAxis: MayType;
}
