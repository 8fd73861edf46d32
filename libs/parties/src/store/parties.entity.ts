import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A place with its own time, working week, holidays, currency and locale. Global. */
@Entity('territory')
export class TerritoryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** ISO 3166-1 alpha-2. */
  @Column('text') country: string;
  /** IANA zone. */
  @Column('text') zone: string;
  /** BCP 47, for example ar-MA. */
  @Column('text') locale: string;
  /** ISO 4217. */
  @Column('text') currency: string;
  /** Region, province … as the country words it. */
  @Column('text') hierarchy: string;
  /** Who protects or supervises the place, where its country does not: « UNRWA » (3-04). */
  @Column('text', { nullable: true }) supervision: string | null;
  /** Inhabitants, in the year of the count; `approximate` where the text says « environ » (3-03). */
  @Column('integer', { nullable: true }) population: number | null;
  @Column('integer', { nullable: true }) populationYear: number | null;
  @Column('boolean', { default: false }) populationApproximate: boolean;
  /** Days worked, 1 (Monday) to 7; null: its country's usual week. */
  @Column('smallint', { array: true, nullable: true }) workWeek: number[] | null;
  /** Declared closed, and holidays declared worked: civil days of the place. */
  @Column('date', { array: true, default: [] }) closedDays: string[];
  @Column('date', { array: true, default: [] }) workedDays: string[];
}

/** A local authority or another kind of partner. Global: it may be in several partnerships. */
@Entity('organisation')
@ForeignKey('territory', ['territoryId'], ['id'], { name: 'organisation_territory' })
@Check('organisation_note_has_source', 'authority_note is null or authority_source is not null')
@Index('organisation_by_siren', ['siren'])
export class OrganisationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: string;
  @Column('uuid') territoryId: string;
  /** Of a French organisation: nine digits, key checked. */
  @Column('text', { nullable: true }) siren: string | null;
  /** Associations of towns and movements it belongs to (0-04). */
  @Column('text', { array: true, default: [] }) networks: string[];
  /** What is known of its being a « local authority » under L. 1115-1 (B1): noted with its source, never judged. */
  @Column('text', { nullable: true }) authorityNote: string | null;
  @Column('text', { nullable: true }) authoritySource: string | null;
  /** Where to reach its service, in a line; never a person's own address. */
  @Column('text', { nullable: true }) contact: string | null;
}

@Entity('partnership')
export class PartnershipRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('timestamptz') recordedAt: Date;
}

/** An organisation as a side of a partnership. `title` is its president's own title: never hard-coded. */
@Entity('party')
@ForeignKey('partnership', ['partnershipId'], ['id'], { name: 'party_partnership' })
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'party_organisation' })
@Unique('party_organisation_once', ['partnershipId', 'organisationId'])
@Unique('party_place_once', ['partnershipId', 'place'])
export class PartyRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') shortName: string;
  @Column('text') presidentTitle: string;
  @Column('text') presidentTitleAr: string;
  /** Order in documents, from 1. */
  @Column('integer') place: number;
}

/** A seat of the steering committee, or a coordinator's desk beside it. */
@Entity('seat')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'seat_party' })
@Check(
  'seat_category_known',
  `category in ('CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER')`,
)
@Index('seat_one_presidency_per_party', ['partnershipId', 'partyId'], { unique: true, where: `category = 'CO_PRESIDENT'` })
export class SeatRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('text') category: string;
  /** The office as documents print it, in French and in Arabic. */
  @Column('text') office: string;
  @Column('text') officeAr: string;
  /** Member of the committee (a coordinator's desk is not): agreement rule Q1 says whether it votes. */
  @Column('boolean') member: boolean;
}

/** A person in a seat, over a half-open interval of civil dates [from, until). Nobody shares a seat on a day. */
@Entity('mandate')
@ForeignKey('seat', ['partnershipId', 'seatId'], ['partnershipId', 'id'], { name: 'mandate_seat' })
@ForeignKey('person', ['personId'], ['id'], { name: 'mandate_person' })
@Check('mandate_interval_forward', '"until" is null or "until" > "from"')
@Exclusion('mandate_one_holder_per_day', 'USING gist (partnership_id WITH =, seat_id WITH =, daterange("from", "until") WITH &&)')
@Index('mandate_by_person', ['personId'])
export class MandateRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') seatId: string;
  @Column('uuid') personId: string;
  @Column('date') from: string;
  @Column('date', { nullable: true }) until: string | null;
  /** Why it ended before its term, in the words of who ended it. */
  @Column('text', { nullable: true }) endedMotive: string | null;
  /** The act that gives the seat for an interim; empty for a full mandate. */
  @Column('text', { nullable: true }) interimDocument: string | null;
  /** The day that act bears. */
  @Column('date', { nullable: true }) interimDated: string | null;
}

/** Who runs the instance, from when (machine clock) and until when. Rights over the machine, none over a partnership. */
@Entity('instance_admin')
@ForeignKey('person', ['personId'], ['id'], { name: 'instance_admin_person' })
export class InstanceAdminRow {
  @PrimaryColumn('uuid') personId: string;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
}
