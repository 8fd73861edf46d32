import { ActionLeadType, AxisType } from '#agreement';
import { PersonType } from '#identity';
import { PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SheetKindEnum } from './programme.enums.js';
import { BudgetLineType, IndicatorType, SheetSectionsType, TransversalAnswerType, ValidationMomentType } from './sheet.types.js';

export const VersionKindEnum = { FIRST: 'FIRST', FOUND: 'FOUND', SAVED: 'SAVED', RESTORED: 'RESTORED', ASIDE: 'ASIDE', SUBMITTED: 'SUBMITTED' } as const;
registerEnumType(VersionKindEnum, {
  name: 'SheetVersionKind',
  valuesMap: {
    FIRST: { description: 'La fiche commencée.' },
    FOUND: { description: 'La fiche telle qu’elle était avant que ses versions soient gardées.' },
    SAVED: { description: 'Un enregistrement.' },
    RESTORED: { description: 'Une version ancienne, reprise comme nouvelle.' },
    ASIDE: { description: 'Des mots dépassés par un autre enregistrement : gardés à côté, dans aucune version.' },
    SUBMITTED: { description: 'Une version soumise, telle que l’autre partie la voit.' },
  },
});

@ObjectType('SheetVersion', { description: 'Un état de la fiche, que rien ne change plus.' })
export class SheetVersionType {
  @Field(() => ID, { description: 'Le numéro de la version, ou l’identifiant de mots mis de côté.' }) reference: string;
  @Field(() => VersionKindEnum) kind: keyof typeof VersionKindEnum;
  @Field(() => Int, { nullable: true }) version: number | null;
  @Field(() => Int, { nullable: true, description: 'La version reprise, ou celle sur laquelle les mots mis de côté ont été écrits.' }) baseVersion: number | null;
  @Field(() => PersonType) person: PersonType;
  @Field(() => InstantScalar) at: Date;
  @Field(() => ValidationMomentType, { description: 'Le jour et l’heure, tels que les a vécus la partie.' }) moment: ValidationMomentType;
  @Field(() => InstantScalar, { nullable: true }) submittedAt: Date | null;
  @Field(() => [String], { description: 'Ce qui change : title, section.context, transversal.<axe>, indicator, budget…' }) parts: string[];
}

@ObjectType('SheetVersions')
export class SheetVersionsType {
  @Field(() => [SheetVersionType], { description: 'La plus récente d’abord.' }) versions: SheetVersionType[];
  @Field(() => MayType, { description: 'Reprendre une version ancienne.' }) mayRestore: MayType;
}

@ObjectType('SheetWords', { description: 'Ce que dit une version.' })
export class SheetWordsType {
  @Field(() => String) title: string;
  @Field(() => SheetKindEnum) kind: keyof typeof SheetKindEnum;
  @Field(() => AxisType, { nullable: true }) axis: AxisType | null;
  @Field(() => ActionLeadType, { nullable: true }) lead: ActionLeadType | null;
  @Field(() => String, { nullable: true }) outsideAxesReason: string | null;
  @Field(() => SheetSectionsType) sections: SheetSectionsType;
  @Field(() => [TransversalAnswerType]) transversalAnswers: TransversalAnswerType[];
  @Field(() => CivilDateScalar, { nullable: true }) startsOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) endsOn: string | null;
  @Field(() => [IndicatorType]) indicators: IndicatorType[];
  @Field(() => [BudgetLineType]) budget: BudgetLineType[];
}

@ObjectType('SheetDifference', { description: 'Deux versions, et les parties où elles diffèrent.' })
export class SheetDifferenceType {
  @Field(() => [String]) parts: string[];
  @Field(() => SheetWordsType) before: SheetWordsType;
  @Field(() => SheetWordsType) after: SheetWordsType;
}

@ObjectType('SheetCallable', { description: 'Quelqu’un que l’on peut appeler dans une remarque.' })
export class SheetCallableType {
  @Field(() => PersonType) person: PersonType;
  @Field(() => String) office: string;
  @Field(() => PartyType) party: PartyType;
}

@ObjectType('SheetComment', { description: 'Une remarque sur une partie de la fiche, ou la réponse à une remarque.' })
export class SheetCommentType {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true, description: 'La remarque à laquelle elle répond.' }) answersId: string | null;
  @Field(() => String) field: string;
  @Field(() => String) text: string;
  @Field(() => PersonType) person: PersonType;
  @Field(() => PartyType) party: PartyType;
  @Field(() => Boolean, { description: 'Écrite avant la première soumission : réservée à la partie qui écrit la fiche.' }) partyOnly: boolean;
  @Field(() => Int) version: number;
  @Field(() => [PersonType]) mentions: PersonType[];
  @Field(() => InstantScalar) writtenAt: Date;
  @Field(() => ValidationMomentType) moment: ValidationMomentType;
  @Field(() => InstantScalar, { nullable: true }) resolvedAt: Date | null;
}

@ObjectType('SheetComments')
export class SheetCommentsType {
  @Field(() => [SheetCommentType], { description: 'La plus ancienne d’abord.' }) comments: SheetCommentType[];
  @Field(() => [SheetCallableType]) callable: SheetCallableType[];
  @Field(() => MayType) mayComment: MayType;
}
