import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OrganisationKind } from '../domain/organisation.js';
import { OrganisationKindEnum } from './parties.types.js';

@InputType({ description: 'La première personne d’une partie : elle compose ensuite la sienne.' })
export class FirstCoordinatorInput {
  @Field(() => String) displayName: string;
  @Field(() => String) mailAddress: string;
  @Field(() => String, { description: 'fr ou ar.' }) language: string;
  @Field(() => String) office: string;
  @Field(() => String) officeAr: string;
}

@InputType()
export class NewPartyInput {
  @Field(() => String, { description: 'Le nom complet : « Commune de Tiznit ».' }) organisation: string;
  @Field(() => OrganisationKindEnum) kind: OrganisationKind;
  @Field(() => String, { description: 'Le nom court, celui des tableaux : « Tiznit ».' }) shortName: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' }) country: string;
  @Field(() => String, { nullable: true, description: 'Fuseau IANA ; celui du pays sinon.' }) zone?: string | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 ; celle du pays sinon.' }) locale?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217 ; celle du pays sinon.' }) currency?: string | null;
  @Field(() => String, { nullable: true, description: 'Région, province… comme le pays les nomme.' }) hierarchy?: string | null;
  @Field(() => String) presidentTitle: string;
  @Field(() => String) presidentTitleAr: string;
  @Field(() => String, { nullable: true, description: 'D’une organisation française : neuf chiffres, clé vérifiée.' }) siren?: string | null;
  @Field(() => [String], { nullable: true, description: 'Réseaux et associations dont elle est membre.' }) networks?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Ce que l’on sait de sa qualité d’autorité locale (CGCT, L. 1115-1) : noté, jamais jugé.' }) authorityNote?: string | null;
  @Field(() => String, { nullable: true, description: 'D’où vient cette note ; obligatoire avec elle.' }) authoritySource?: string | null;
  @Field(() => String, { nullable: true, description: 'Organisme qui protège ou administre le lieu, s’il y en a un.' }) supervision?: string | null;
  @Field(() => Int, { nullable: true }) population?: number | null;
  @Field(() => Int, { nullable: true, description: 'Année du compte des habitants.' }) populationYear?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Vrai quand le compte est approché.' }) populationApproximate?: boolean | null;
  @Field(() => FirstCoordinatorInput) coordinator: FirstCoordinatorInput;
}

@InputType('OpenPartnershipInput')
export class NewPartnershipInput {
  @Field(() => String) name: string;
  @Field(() => [NewPartyInput], { description: 'Deux parties ou davantage, dans l’ordre des documents.' }) parties: NewPartyInput[];
}

@ObjectType('PartnershipOpened')
export class PartnershipOpenedType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType('CountryCustom', { description: 'Ce qu’est d’ordinaire une partie de ce pays : proposé, jamais imposé.' })
export class CountryCustomType {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' }) country: string;
  @Field(() => String, { description: 'Le nom du pays, dans la langue du lecteur.' }) name: string;
  @Field(() => String) zone: string;
  @Field(() => String) locale: string;
  @Field(() => String) currency: string;
  @Field(() => String) title: string;
  @Field(() => String) titleAr: string;
  @Field(() => String) language: string;
}
