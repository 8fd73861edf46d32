import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A dated exchange rate that a coordination wrote down, with the text it was read in. It is withdrawn, never changed. */
@Entity('exchange_rate')
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'exchange_rate_party' })
@Check('exchange_rate_value_bounded', 'value > 0 and value < 1000000000 and scale(value) <= 10')
@Check('exchange_rate_pair_of_two', `from_currency <> to_currency and pair in (from_currency || '-' || to_currency, to_currency || '-' || from_currency)`)
@Check('exchange_rate_withdrawn_by_someone', '(withdrawn_at is null) = (withdrawn_by is null)')
@Check('exchange_rate_source_bounded', 'char_length(source) between 1 and 200')
@Index('exchange_rate_once_a_day', ['partnershipId', 'pair', 'day'], { unique: true, where: 'withdrawn_at is null' })
export class ExchangeRateRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  /** One unit of it … */
  @Column('text') fromCurrency: string;
  /** … is worth `value` of that. */
  @Column('text') toCurrency: string;
  /** Both currencies in the order of the alphabet, « EUR-MAD »: a rate serves both ways. */
  @Column('text') pair: string;
  @Column('numeric') value: string;
  @Column('date') day: string;
  @Column('text') source: string;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
}
