import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OrganisationKind } from '../domain/country.js';

export const OrganisationKindEnum = { MUNICIPALITY: 'MUNICIPALITY', INTERCOMMUNAL: 'INTERCOMMUNAL', DEPARTMENT: 'DEPARTMENT', REGION: 'REGION', OTHER: 'OTHER' } as const;
registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'Ce qu’est une partie.',
  valuesMap: {
    MUNICIPALITY: { description: 'Une commune.' },
    INTERCOMMUNAL: { description: 'Un groupement de communes.' },
    DEPARTMENT: { description: 'Un département, une province, un cercle.' },
    REGION: { description: 'Une région.' },
    OTHER: { description: 'Une autre autorité locale.' },
  },
});

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
