import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who may find a document: everybody; registered actors; those who prepare; who keeps the minutes; one party alone. */
export const searchAudiences = ['PUBLIC', 'PARTNERSHIP', 'PREPARING', 'KEEPING', 'PARTY'] as const;
export type SearchAudience = (typeof searchAudiences)[number];

/** What can be found of a thing, kept in the very transaction of the act that changed it. Made again from the thing's own row at any time. */
@Entity('search_document')
@ForeignKey('partnership', ['partnershipId'], ['id'], { name: 'search_document_partnership' })
@Check('search_document_audience_known', `audience in ('PUBLIC', 'PARTNERSHIP', 'PREPARING', 'KEEPING', 'PARTY')`)
@Check('search_document_party_named', `audience <> 'PARTY' or party_id is not null`)
@Index('search_document_words', ['tsv'], { type: 'gin' })
export class SearchDocumentRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('text') kind: string;
  @PrimaryColumn('text') id: string;
  @Column('text') audience: string;
  @Column('uuid', { nullable: true }) partyId: string | null;
  /** The thing on whose page it is read: a decision, on its meeting's. */
  @Column('text') pageId: string;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('date', { nullable: true }) saidOn: string | null;
  /** Every form of every word, and whose they are (`lexemes.ts`). */
  @Column('tsvector') tsv: string;
}
