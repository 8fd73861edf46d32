import { PersonType } from '#identity';
import { InstantScalar, MayType } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PartyType } from './parties.types.js';

@ObjectType('Attachment', { description: 'Un document joint à une fiche ou à un point de l’ordre du jour.' })
export class AttachmentType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Nom du fichier, au plus 120 caractères.' }) name: string;
  @Field(() => String, { description: 'Type de média (IANA).' }) contentType: string;
  @Field(() => Int, { description: 'En octets.' }) size: number;
  @Field(() => String, { description: 'SHA-256 des octets, en hexadécimal.' }) sha256: string;
  @Field(() => PartyType) party: PartyType;
  @Field(() => PersonType) person: PersonType;
  @Field(() => InstantScalar) attachedAt: Date;
  @Field(() => String, { description: 'Où le télécharger.' }) url: string;
  @Field(() => MayType) viewerMayRemove: MayType;
}
