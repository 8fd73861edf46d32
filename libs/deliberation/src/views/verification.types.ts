import { CivilDateScalar } from '#platform';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PublicMinutesType } from './public-record.types.js';

export const VerdictEnum = { VALID: 'VALID', ALTERED: 'ALTERED', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(VerdictEnum, { name: 'VerificationVerdict', description: 'Authentique, modifié, inconnu ici.' });

export const RegisteredKindEnum = { CONTENT: 'CONTENT', MINUTES: 'MINUTES', SIGNATURES: 'SIGNATURES', PUBLIC_COPY: 'PUBLIC_COPY', EXTRACT: 'EXTRACT' } as const;
registerEnumType(RegisteredKindEnum, { name: 'RegisteredKind', description: 'Ce que l’empreinte désigne : un contenu, le PV arrêté, sa feuille de signatures, sa copie publique, un extrait.' });

export const StandingEnum = { AWAITING: 'AWAITING', EXECUTORY: 'EXECUTORY', REPLACED: 'REPLACED' } as const;
registerEnumType(StandingEnum, { name: 'MinutesStanding', description: 'Signatures attendues, exécutoire, ou version remplacée.' });

@ObjectType('VerifiedMinutes', { description: 'Le PV que l’empreinte désigne : rien de son contenu, sauf ce qui est public.' })
export class VerifiedMinutesType {
  @Field(() => RegisteredKindEnum) kind: keyof typeof RegisteredKindEnum;
  @Field(() => String, { nullable: true, description: 'fr ou ar ; nul pour un contenu.' }) language: string | null;
  @Field(() => String) number: string;
  @Field(() => Int) version: number;
  @Field(() => CivilDateScalar, { description: 'Jour de la séance, chez l’hôte.' }) meetingOn: string;
  @Field(() => [String]) parties: string[];
  @Field(() => StandingEnum) standing: keyof typeof StandingEnum;
  @Field(() => PublicMinutesType, { nullable: true, description: 'Ce que chacun peut lire de ce PV, quand il est exécutoire.' }) record: PublicMinutesType | null;
}

@ObjectType('DocumentVerification', { description: 'Ce qui peut être dit d’un fichier, ou d’une empreinte, à qui la tient.' })
export class DocumentVerificationType {
  @Field(() => String, { description: 'L’empreinte SHA-256 vérifiée.' }) hash: string;
  @Field(() => VerdictEnum) verdict: keyof typeof VerdictEnum;
  @Field(() => VerifiedMinutesType, { nullable: true }) minutes: VerifiedMinutesType | null;
}
