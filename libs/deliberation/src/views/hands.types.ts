import { PartyType, SeatType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { HandsExceptionChoiceEnum } from './deliberation.enums.js';

@ObjectType('HandsException', { description: '« Sauf… » : un votant présent qui n’était pas pour.' })
export class HandsExceptionType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => HandsExceptionChoiceEnum) choice: keyof typeof HandsExceptionChoiceEnum;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType('HandsContest', { description: 'Un membre conteste la voix notée pour lui ; le vote clos ne change pas.' })
export class HandsContestType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => String) reason: string;
  @Field(() => InstantScalar) contestedAt: Date;
}

@ObjectType('HandsRound')
export class HandsRoundType {
  @Field(() => ID) decisionId: string;
  @Field(() => ID, { nullable: true, description: 'Le vote qu’elle est devenue ; nul avant la confirmation.' }) ballotId: string | null;
  @Field(() => Int, { description: 'Combien de votants présents.' }) voters: number;
  @Field(() => [HandsExceptionType]) exceptions: HandsExceptionType[];
  @Field(() => [HandsContestType]) contests: HandsContestType[];
  @Field(() => CivilDateScalar, { nullable: true, description: 'Dernier jour pour contester, chez la partie du lecteur.' }) contestUntil: string | null;
  @Field(() => MayType) viewerMayContest: MayType;
}

@ObjectType('HandsMay')
export class HandsMayType {
  @Field(() => MayType) confirm: MayType;
  @Field(() => MayType) withdraw: MayType;
}

@ObjectType('Hands', { description: 'Votes à main levée : constatés par une coordination, confirmés par une autre.' })
export class HandsType {
  @Field(() => ID) id: string;
  @Field(() => Boolean) confirmed: boolean;
  @Field(() => PartyType) enteredParty: PartyType;
  @Field(() => InstantScalar) enteredAt: Date;
  @Field(() => PartyType, { nullable: true }) confirmedParty: PartyType | null;
  @Field(() => InstantScalar, { nullable: true }) confirmedAt: Date | null;
  @Field(() => [HandsRoundType]) rounds: HandsRoundType[];
  @Field(() => HandsMayType) viewerMay: HandsMayType;
}
