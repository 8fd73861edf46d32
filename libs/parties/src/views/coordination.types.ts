import { CivilDateScalar } from '#platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { FirstCoordinatorInput } from './opening.types.js';
import { InvitationStateEnum } from './people.types.js';

@InputType({ description: 'Qui coordonnera une partie dont plus personne ne répond.' })
export class InviteCoordinatorInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => ID) partyId: string;
  @Field(() => ID, { nullable: true, description: 'Une personne de ce bureau que personne ne peut joindre (archive importée) : elle garde son nom, son siège et son mandat.' }) personId?: string | null;
  @Field(() => FirstCoordinatorInput, { description: 'Pour une personne déjà connue, seules l’adresse et la langue comptent.' }) coordinator: FirstCoordinatorInput;
}

@ObjectType('CoordinatorInvited')
export class CoordinatorInvitedType {
  @Field(() => ID, { description: 'L’invitation.' }) id: string;
}

@ObjectType('UnreachedCoordinator', { description: 'Une personne en fonction, venue d’une archive, sans adresse.' })
export class UnreachedCoordinatorType {
  @Field(() => ID) id: string;
  @Field(() => String) displayName: string;
  @Field(() => String) office: string;
}

@ObjectType('VacantDesk', { description: 'Une partie sans coordination joignable : l’administration de l’instance peut y inviter.' })
export class VacantDeskType {
  @Field(() => ID) partnershipId: string;
  @Field(() => String) partnership: string;
  @Field(() => ID) partyId: string;
  @Field(() => String) party: string;
  @Field(() => String, { description: 'Langue usuelle de la partie : fr ou ar.' }) language: string;
  @Field(() => [UnreachedCoordinatorType]) unreached: UnreachedCoordinatorType[];
  @Field(() => String, { nullable: true, description: 'Qui est invité à la coordination et n’a pas encore pris sa fonction.' }) invited: string | null;
  @Field(() => InvitationStateEnum, { nullable: true }) invitedState: keyof typeof InvitationStateEnum | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Dernier jour pour accepter.' }) invitedUntil: string | null;
}
