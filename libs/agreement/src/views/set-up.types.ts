import { CivilDateScalar, InstantScalar, MayType } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AgreementKind } from '../domain/capabilities.js';
import type { AxisTyped } from '../domain/axis-list.js';

export const AgreementKindEnum = { CONVENTION: 'CONVENTION', TWINNING: 'TWINNING', MUTUAL_COMMITMENT: 'MUTUAL_COMMITMENT', LETTER_OF_INTENT: 'LETTER_OF_INTENT', FRIENDSHIP_PACT: 'FRIENDSHIP_PACT' } as const satisfies { readonly [One in AgreementKind]: One };
registerEnumType(AgreementKindEnum, { name: 'AgreementKind' });
export const AxisKindEnum = { STRATEGIC: 'STRATEGIC', TRANSVERSAL: 'TRANSVERSAL' } as const satisfies { readonly [One in AxisTyped['kind']]: One };
registerEnumType(AxisKindEnum, { name: 'AxisKind' });

@ObjectType('SetUpStep', { description: 'Une étape de la mise en place, et où elle en est.' })
export class SetUpStepType {
  @Field(() => String, { description: 'AGREEMENT, TEXT, AXES, RULES, PEOPLE ou SERVICE.' }) key: string;
  @Field(() => String) title: string;
  @Field(() => String) lead: string;
  @Field(() => Boolean) done: boolean;
  @Field(() => String, { description: 'Ce qui est fait, ou ce qui reste à faire.' }) summary: string;
}

@ObjectType('SetUpChoice')
export class SetUpChoiceType {
  @Field(() => String) code: string;
  @Field(() => String) title: string;
  @Field(() => String) lead: string;
}

@ObjectType('SetUpArticle', { description: 'Un article tel que le texte a été coupé.' })
export class SetUpArticleType {
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Ses premiers mots.' }) opening: string;
  @Field(() => Int) characters: number;
}

@ObjectType('SetUpAxis')
export class SetUpAxisType {
  @Field(() => AxisKindEnum) kind: AxisTyped['kind'];
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => String) titleAr: string;
  @Field(() => String) text: string;
  @Field(() => String, { description: 'Une opération par ligne, ses pistes dessous.' }) operations: string;
}

@ObjectType('SetUp', { description: 'La mise en place d’un partenariat : son accord, tel qu’il est écrit jusqu’ici, et ce qui reste à faire.' })
export class SetUpType {
  @Field(() => ID, { nullable: true, description: 'Nul tant qu’aucun accord n’est commencé.' }) agreementId: string | null;
  @Field(() => AgreementKindEnum, { nullable: true }) kind: AgreementKind | null;
  @Field(() => String, { nullable: true }) displayName: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) effectiveOn: string | null;
  @Field(() => String, { nullable: true }) since: string | null;
  @Field(() => Int, { description: 'À rendre avec chaque étape : ce qu’un autre a écrit entre-temps n’est jamais recouvert.' }) textEdition: number;
  @Field(() => String, { description: 'Le texte entier, comme il se colle.' }) text: string;
  @Field(() => [SetUpArticleType]) articles: SetUpArticleType[];
  @Field(() => [SetUpAxisType]) axes: SetUpAxisType[];
  @Field(() => [SetUpAxisType], { description: 'Des axes à reprendre, s’ils sont aussi ceux de votre texte.' }) offeredAxes: SetUpAxisType[];
  @Field(() => [SetUpChoiceType]) templates: SetUpChoiceType[];
  @Field(() => [SetUpChoiceType]) kinds: SetUpChoiceType[];
  @Field(() => [SetUpStepType]) steps: SetUpStepType[];
  @Field(() => InstantScalar, { nullable: true }) inServiceAt: Date | null;
  @Field(() => MayType) viewerMayWrite: MayType;
  @Field(() => MayType) viewerMayWriteAxes: MayType;
}
