import { AttachmentType, PartyType } from '#parties';
import { CivilDateScalar, MayType } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const HandStateEnum = { ENTERED: 'ENTERED', CONFIRMED: 'CONFIRMED', DECLINED: 'DECLINED', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(HandStateEnum, { name: 'HandSignatureState', description: 'Déposée, confirmée par une autre partie, déclinée, reprise.' });

@ObjectType('HandSignatureMay')
export class HandSignatureMayType {
  @Field(() => MayType, { description: 'Confirmer ou décliner.' }) answer: MayType;
  @Field(() => MayType) withdraw: MayType;
}

@ObjectType('HandSignature', { description: 'Une signature donnée à la main sur le PV imprimé : déposée par une coordination, comptée quand une autre partie l’a vue.' })
export class HandSignatureType {
  @Field(() => ID) id: string;
  @Field(() => ID) minutesId: string;
  @Field(() => Int) version: number;
  @Field(() => PartyType) party: PartyType;
  @Field(() => String, { description: 'La qualité, telle qu’elle valait le jour que porte le papier.' }) office: string;
  @Field(() => String) person: string;
  @Field(() => String, { description: '« Fait à … »' }) place: string;
  @Field(() => CivilDateScalar, { description: 'Le jour que porte le papier.' }) signedOn: string;
  @Field(() => String, { description: 'L’empreinte imprimée sur le PV signé : à renvoyer en confirmant.' }) contentHash: string;
  @Field(() => String, { description: 'SHA-256 du scan : à renvoyer en confirmant.' }) scanSha256: string;
  @Field(() => AttachmentType, { nullable: true }) scan: AttachmentType | null;
  @Field(() => HandStateEnum) state: keyof typeof HandStateEnum;
  @Field(() => Boolean, { description: 'Attend-elle encore une confirmation : même version, partie qui n’a pas signé autrement ?' }) awaited: boolean;
  @Field(() => String, { description: 'Qui l’a déposée, quand.' }) enteredSentence: string;
  @Field(() => String, { nullable: true, description: 'Qui l’a confirmée ou déclinée, quand ; le motif.' }) answeredSentence: string | null;
  @Field(() => HandSignatureMayType) viewerMay: HandSignatureMayType;
}
