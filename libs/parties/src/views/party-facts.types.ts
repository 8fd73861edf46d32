import { InstantScalar, MayType } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PartyType } from './parties.types.js';

@ObjectType('PartyFactChange', { description: 'Un fait, avant et après ; vide quand il n’est pas connu.' })
export class PartyFactChangeType {
  @Field(() => String) fact: string;
  @Field(() => String) before: string;
  @Field(() => String) after: string;
}

@ObjectType('PartyRevision', { description: 'Un changement de la fiche d’une partie : qui, quand, avant, après.' })
export class PartyRevisionType {
  @Field(() => Int) version: number;
  @Field(() => String) by: string;
  @Field(() => InstantScalar) at: Date;
  @Field(() => [PartyFactChangeType]) changes: PartyFactChangeType[];
}

@ObjectType('PartyFacts', { description: 'La fiche d’une partie, telle que sa coordination la tient à jour.' })
export class PartyFactsType {
  @Field(() => ID, { description: 'Celui de la partie.' }) id: string;
  @Field(() => PartyType) party: PartyType;
  @Field(() => String) presidentTitleFr: string;
  @Field(() => String) presidentTitleAr: string;
  @Field(() => Int, { description: 'Combien de fois elle a été changée ici.' }) version: number;
  @Field(() => [PartyRevisionType]) revisions: PartyRevisionType[];
  @Field(() => MayType) viewerMayUpdate: MayType;
}
