import { CivilDateScalar, InstantScalar } from '#platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Une question à poser à la clé d’accès, dans ce navigateur, pendant cinq minutes, une fois.' })
export class PasskeyAsked {
  @Field(() => String, { description: 'Le JSON attendu par navigator.credentials (WebAuthn niveau 3).' }) options: string;
}

@ObjectType('Passkey', { description: 'Une clé d’accès : sa moitié publique.' })
export class PasskeyType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'D’où elle a été ajoutée.' }) browser: string | null;
  @Field(() => String, { nullable: true }) platform: string | null;
  @Field(() => Boolean, { description: 'Partagée entre plusieurs appareils par son fabricant.' }) synced: boolean;
  @Field(() => InstantScalar) addedAt: Date;
  @Field(() => InstantScalar, { nullable: true }) lastUsedAt: Date | null;
  @Field(() => InstantScalar, { description: 'À partir de quand elle peut signer.' }) signsAfter: Date;
  @Field(() => CivilDateScalar, { description: 'Les mêmes jours et cette heure, là où siège la personne.' }) addedOn: string;
  @Field(() => CivilDateScalar, { nullable: true }) lastUsedOn: string | null;
  @Field(() => CivilDateScalar) signsOn: string;
  @Field(() => String, { description: 'HH:MM' }) signsFrom: string;
  @Field(() => Boolean, { description: 'Peut-elle signer maintenant ?' }) signsNow: boolean;
}

@ObjectType('DeviceSession', { description: 'Une connexion ouverte.' })
export class DeviceSessionType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'MAIL_CODE, PASSKEY ou DEMO_LINK.' }) method: string;
  @Field(() => String, { nullable: true }) browser: string | null;
  @Field(() => String, { nullable: true }) platform: string | null;
  @Field(() => InstantScalar) startedAt: Date;
  @Field(() => InstantScalar) lastSeenAt: Date;
  @Field(() => CivilDateScalar, { description: 'Les mêmes jours, là où siège la personne.' }) startedOn: string;
  @Field(() => CivilDateScalar) lastSeenOn: string;
  @Field(() => Boolean, { description: 'Celle de cette page.' }) current: boolean;
}

@ObjectType({ description: 'Mes appareils : connexions ouvertes et clés d’accès.' })
export class MyDevices {
  @Field(() => [DeviceSessionType]) sessions: DeviceSessionType[];
  @Field(() => [PasskeyType]) passkeys: PasskeyType[];
  @Field(() => Boolean, { description: 'Une preuve récente permet-elle d’ajouter ou d’ôter une clé ?' }) mayChangeKeys: boolean;
}
