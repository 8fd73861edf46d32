import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '#identity';
import type { CivilDate, IsoWeekday } from '#kernel';
import { CivilDateScalar, InstantScalar } from '#platform';
import type { OrganisationKind } from '../domain/organisation.js';

export const SeatCategoryEnum = {
  CO_PRESIDENT: 'CO_PRESIDENT',
  ELECTED_MEMBER: 'ELECTED_MEMBER',
  TECHNICIAN: 'TECHNICIAN',
  COORDINATOR: 'COORDINATOR',
  SESSION_SECRETARY: 'SESSION_SECRETARY',
  CABINET: 'CABINET',
  GUEST: 'GUEST',
  PROJECT_CARRIER: 'PROJECT_CARRIER',
  EVALUATION_ACTOR: 'EVALUATION_ACTOR',
  STATE_OBSERVER: 'STATE_OBSERVER',
} as const;
registerEnumType(SeatCategoryEnum, {
  name: 'SeatCategory',
  description: 'Ce que l’on est au comité de pilotage (Art. 5) ou auprès de lui.',
  valuesMap: {
    CO_PRESIDENT: { description: 'Coprésident(e) : un par partie.' },
    ELECTED_MEMBER: { description: 'Élu(e) membre.' },
    TECHNICIAN: { description: 'Technicien(ne) membre.' },
    COORDINATOR: { description: 'Coordinateur/-trice d’une partie ; n’est pas membre du comité.' },
    SESSION_SECRETARY: { description: 'Secrétaire de séance : tient la séance et le projet de PV, ne vote pas.' },
    CABINET: { description: 'Cabinet ou direction générale : lit ce que son administration prépare, ne vote pas.' },
    GUEST: { description: 'Invité(e), pour un temps : sans voix.' },
    PROJECT_CARRIER: { description: 'Porteur d’un projet (association, école…) : lit ce qui est arrêté et suit ses actions.' },
    EVALUATION_ACTOR: { description: 'Acteur de l’évaluation.' },
    STATE_OBSERVER: { description: 'Observateur de l’État : lit ce qui est arrêté.' },
  },
});

export const OrganisationKindEnum = {
  MUNICIPALITY: 'MUNICIPALITY',
  INTERCOMMUNAL: 'INTERCOMMUNAL',
  DEPARTMENT: 'DEPARTMENT',
  REGION: 'REGION',
  VILLAGE: 'VILLAGE',
  POPULAR_COMMITTEE: 'POPULAR_COMMITTEE',
  FOREIGN_AUTHORITY: 'FOREIGN_AUTHORITY',
  OTHER: 'OTHER',
} as const satisfies { readonly [Kind in OrganisationKind]: Kind };
registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'Ce qu’est une partie.',
  valuesMap: {
    MUNICIPALITY: { description: 'Une commune.' },
    INTERCOMMUNAL: { description: 'Un groupement de communes.' },
    DEPARTMENT: { description: 'Un département, une province, un cercle.' },
    REGION: { description: 'Une région.' },
    VILLAGE: { description: 'Un village.' },
    POPULAR_COMMITTEE: { description: 'Le comité populaire d’un camp.' },
    FOREIGN_AUTHORITY: { description: 'Une autre autorité locale étrangère.' },
    OTHER: { description: 'Une autre organisation.' },
  },
});

@ObjectType('ZoneOffset', { description: 'L’heure légale d’un fuseau, depuis un instant : minutes à ajouter à UTC.' })
export class ZoneOffsetType {
  @Field(() => InstantScalar) since: Date;
  @Field(() => Int) minutes: number;
}

@ObjectType('Territory')
export class TerritoryType {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' }) country: string;
  @Field(() => String, { description: 'Fuseau IANA.' }) zone: string;
  @Field(() => String, { description: 'BCP 47.' }) locale: string;
  @Field(() => String, { description: 'ISO 4217.' }) currency: string;
  @Field(() => String) hierarchy: string;
  @Field(() => String, { nullable: true, description: 'Organisme qui protège ou administre le lieu, s’il y en a un.' }) supervision?: string | null;
  @Field(() => Int, { nullable: true }) population?: number | null;
  @Field(() => Int, { nullable: true, description: 'Année du compte des habitants.' }) populationYear?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Vrai quand le compte est approché.' }) populationApproximate?: boolean;
  @Field(() => [Int], { nullable: true, description: 'Jours travaillés, 1 (lundi) à 7 ; absent : la semaine usuelle du pays.' }) workWeek?: IsoWeekday[] | null;
  @Field(() => [CivilDateScalar], { nullable: true, description: 'Jours déclarés fermés, en plus du calendrier du pays.' }) closedDays?: CivilDate[];
  @Field(() => [CivilDateScalar], { nullable: true, description: 'Jours fériés du pays où l’on travaille.' }) workedDays?: CivilDate[];
}

@ObjectType('Party', { description: 'Une collectivité, comme partie d’un partenariat.' })
export class PartyType {
  @Field(() => ID) id: string;
  @Field(() => String) shortName: string;
  @Field(() => String, { description: 'Le titre que porte son président : maire, président de commune…' }) presidentTitle: string;
  @Field(() => Int) place: number;
  @Field(() => String) organisation: string;
  @Field(() => OrganisationKindEnum, { nullable: true }) kind?: OrganisationKind;
  @Field(() => String, { nullable: true, description: 'D’une organisation française.' }) siren?: string | null;
  @Field(() => [String], { nullable: true, description: 'Réseaux et associations dont elle est membre.' }) networks?: string[];
  @Field(() => String, { nullable: true, description: 'Ce que l’on sait de sa qualité d’autorité locale (CGCT, L. 1115-1).' }) authorityNote?: string | null;
  @Field(() => String, { nullable: true, description: 'D’où vient cette note.' }) authoritySource?: string | null;
  @Field(() => String, { nullable: true, description: 'Où joindre son service.' }) contact?: string | null;
  @Field(() => TerritoryType) territory: TerritoryType;
}

@ObjectType('Seat', { description: 'Un siège du comité, et qui l’occupe aujourd’hui.' })
export class SeatType {
  @Field(() => ID) id: string;
  @Field(() => PartyType) party: PartyType;
  @Field(() => SeatCategoryEnum) category: keyof typeof SeatCategoryEnum;
  @Field(() => String, { description: 'La fonction, dans la langue du lecteur.' }) office: string;
  @Field(() => Boolean) member: boolean;
  @Field(() => PersonType, { nullable: true }) holder: PersonType | null;
}

@ObjectType('Partnership')
export class PartnershipType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => [PartyType]) parties: PartyType[];
  @Field(() => [SeatType]) seats: SeatType[];
}

@ObjectType('ViewerSeat')
export class ViewerSeatType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => PartnershipType) partnership: PartnershipType;
}

@ObjectType('Viewer', { description: 'La personne connectée, et ses sièges du jour.' })
export class ViewerType {
  @Field(() => PersonType) person: PersonType;
  @Field(() => String) language: string;
  @Field(() => [ViewerSeatType]) seats: ViewerSeatType[];
  @Field(() => Boolean, { description: 'Administre cette instance : ouvre les partenariats, ne voit les données d’aucun à ce seul titre.' }) isAdmin: boolean;
  @Field(() => Boolean, { description: 'Vrai quand l’identité vient d’être prouvée (moins de 5 minutes) : signer et convoquer le demandent.' })
  stepUpFresh: boolean;
}
