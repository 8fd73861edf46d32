import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One saving of a sheet, for ever: what it changed, by whom, when. Its author's party's alone, whatever becomes of the sheet. */
@Entity('project_sheet_revision')
@ForeignKey('project_sheet', ['partnershipId', 'sheetId'], ['partnershipId', 'id'], { name: 'project_sheet_revision_sheet' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'project_sheet_revision_party' })
@Unique('project_sheet_revision_version_once', ['partnershipId', 'sheetId', 'version'])
@Index('project_sheet_revision_by_sheet', ['partnershipId', 'sheetId'])
@Check('project_sheet_revision_kind_known', `kind in ('FIRST', 'FOUND', 'SAVED', 'RESTORED', 'ASIDE')`)
@Check('project_sheet_revision_aside_unversioned', `(kind = 'ASIDE') = (version is null)`)
export class ProjectSheetRevisionRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sheetId: string;
  /** The version it made; null for words set aside. */
  @Column('integer', { nullable: true }) version: number | null;
  @Column('text') kind: string;
  /** The version it took up again (RESTORED), or was typed on (ASIDE). */
  @Column('integer', { nullable: true }) baseVersion: number | null;
  /** { [part]: what it says }: the changed parts alone. */
  @Column('jsonb') parts: unknown;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') savedAt: Date;
}

/** A remark on one part of a sheet, or an answer to one. Nothing but its being settled ever changes. */
@Entity('sheet_comment')
@ForeignKey('project_sheet', ['partnershipId', 'sheetId'], ['partnershipId', 'id'], { name: 'sheet_comment_sheet' })
@ForeignKey('sheet_comment', ['partnershipId', 'answersId'], ['partnershipId', 'id'], { name: 'sheet_comment_answers' })
@ForeignKey('party', ['partnershipId', 'partyId'], ['partnershipId', 'id'], { name: 'sheet_comment_party' })
@Index('sheet_comment_by_sheet', ['partnershipId', 'sheetId'])
@Check('sheet_comment_text_bounded', 'char_length(text) between 1 and 2000')
@Check('sheet_comment_settled_by', '(resolved_at is null) = (resolved_by is null)')
export class SheetCommentRow {
  @PrimaryColumn('uuid') partnershipId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sheetId: string;
  @Column('uuid', { nullable: true }) answersId: string | null;
  /** The part it stands beside, under the name of the form. */
  @Column('text') field: string;
  @Column('text') text: string;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  /** Written before the sheet was first submitted: never the other party's to read. */
  @Column('boolean') partyOnly: boolean;
  @Column('integer') version: number;
  /** [personId]: who was called to it. */
  @Column('jsonb') mentions: unknown;
  @Column('timestamptz') writtenAt: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('uuid', { nullable: true }) resolvedBy: string | null;
}
