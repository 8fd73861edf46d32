import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '#identity';

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

@ObjectType('Territory')
export class TerritoryType {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' }) country: string;
  @Field(() => String, { description: 'Fuseau IANA.' }) zone: string;
  @Field(() => String, { description: 'BCP 47.' }) locale: string;
  @Field(() => String, { description: 'ISO 4217.' }) currency: string;
  @Field(() => String) hierarchy: string;
}

@ObjectType('Party', { description: 'Une collectivité, comme partie d’un partenariat.' })
export class PartyType {
  @Field(() => ID) id: string;
  @Field(() => String) shortName: string;
  @Field(() => String, { description: 'Le titre que porte son président : maire, président de commune…' }) presidentTitle: string;
  @Field(() => Int) place: number;
  @Field(() => String) organisation: string;
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
