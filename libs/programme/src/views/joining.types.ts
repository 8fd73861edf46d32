import { PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, Refused } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MoneyTotalType } from './sheet.types.js';

@ObjectType('PastTableLine', { description: 'Un projet passé que le tableau donnerait.' })
export class PastTableLineType {
  @Field(() => Int) line: number;
  @Field(() => String) title: string;
  @Field(() => Int) startsYear: number;
  @Field(() => Int) endsYear: number;
  @Field(() => String) place: string;
  @Field(() => String) domain: string;
  @Field(() => MoneyTotalType, { nullable: true }) amount: MoneyTotalType | null;
}

@ObjectType('PastTableFault', { description: 'Ce qui ne se lit pas, où, et comment y remédier.' })
export class PastTableFaultType {
  @Field(() => Int, { nullable: true }) line: number | null;
  @Field(() => String, { nullable: true, description: 'La tête de la colonne, comme le fichier l’écrit.' }) column: string | null;
  @Field(() => Refused) refusal: Refused;
}

@ObjectType('PastTable', { description: 'Un tableau lu comme des projets passés ; rien n’est écrit. Avec une faute, il n’en donne aucun.' })
export class PastTableType {
  @Field(() => [PastTableLineType]) lines: PastTableLineType[];
  @Field(() => [PastTableFaultType]) faults: PastTableFaultType[];
  @Field(() => Int, { description: 'Les lignes qui sont déjà là, mot pour mot : elles sont laissées.' }) unchanged: number;
}

@ObjectType('PastImport', { description: 'Un tableau de projets passés, repris d’un bloc.' })
export class PastImportType {
  @Field(() => ID) id: string;
  @Field(() => Int) count: number;
  @Field(() => String, { description: 'Qui, quand, de quel fichier.' }) sentence: string;
  @Field(() => MayType) viewerMayWithdraw: MayType;
}

export const HistoryKindEnum = { PAST_PROJECT: 'PAST_PROJECT', PAPER_MINUTES: 'PAPER_MINUTES', MINUTES: 'MINUTES', PLAN: 'PLAN', AGREEMENT: 'AGREEMENT' } as const;
registerEnumType(HistoryKindEnum, { name: 'HistoryKind' });

@ObjectType('HistoryMoment', { description: 'Un moment de la coopération.' })
export class HistoryMomentType {
  @Field(() => ID) id: string;
  @Field(() => HistoryKindEnum) kind: keyof typeof HistoryKindEnum;
  @Field(() => String) title: string;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Nul quand seule l’année est connue.' }) on: string | null;
  @Field(() => Boolean, { description: 'Repris : d’avant Passerelle.' }) takenUp: boolean;
  @Field(() => String, { description: 'Ce qui s’en dit en une ligne.' }) detail: string;
  @Field(() => String, { nullable: true, description: 'Où le lire.' }) href: string | null;
}

@ObjectType('HistoryYear')
export class HistoryYearType {
  @Field(() => Int) year: number;
  @Field(() => [HistoryMomentType]) moments: HistoryMomentType[];
}

@ObjectType('History', { description: 'Le fil de la coopération, l’année la plus récente d’abord.' })
export class HistoryType {
  @Field(() => Int, { description: 'Combien de projets passés.' }) pastProjects: number;
  @Field(() => [HistoryYearType]) years: HistoryYearType[];
  @Field(() => [PastImportType]) imports: PastImportType[];
}

@ObjectType('TakeUpDecision', { description: 'Une décision qu’un papier confirmé a adoptée.' })
export class TakeUpDecisionType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) number: string;
  @Field(() => CivilDateScalar) heldOn: string;
}

@ObjectType('TakeUpSheet', { description: 'Une fiche que le plan repris peut tenir.' })
export class TakeUpSheetType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => PartyType) authorParty: PartyType;
}

@ObjectType('TakeUpProposal', { description: 'Un plan repris du papier, tel qu’une coordination le propose : rien n’est adopté avant la confirmation d’une autre partie.' })
export class TakeUpProposalType {
  @Field(() => ID) id: string;
  @Field(() => Int) year: number;
  @Field(() => String, { description: 'Qui, quand, de quelle décision.' }) sentence: string;
  @Field(() => [TakeUpSheetType], { description: 'Les fiches, dans leur ordre.' }) sheets: TakeUpSheetType[];
  @Field(() => MayType) viewerMayConfirm: MayType;
  @Field(() => MayType) viewerMayWithdraw: MayType;
}

@ObjectType('TakeUpOffer', { description: 'De quoi reprendre le plan d’une année adopté sur papier.' })
export class TakeUpOfferType {
  @Field(() => Int) year: number;
  @Field(() => [TakeUpDecisionType]) decisions: TakeUpDecisionType[];
  @Field(() => [TakeUpSheetType]) sheets: TakeUpSheetType[];
  @Field(() => TakeUpProposalType, { nullable: true, description: 'Ce qui attend d’être confirmé, s’il y en a.' }) waiting: TakeUpProposalType | null;
  @Field(() => MayType) viewerMay: MayType;
}

@ObjectType('TakenUpPlan', { description: 'D’où vient un plan repris.' })
export class TakenUpPlanType {
  @Field(() => ID, { description: 'Le PV repris qui l’a adopté.' }) paperMinutesId: string;
  @Field(() => InstantScalar) takenAt: Date;
  @Field(() => String) sentence: string;
}
