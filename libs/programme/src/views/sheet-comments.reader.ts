import type { Language, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { mayBeCalled } from '../domain/comment.js';
import type { Sheet } from '../domain/sheet.js';
import { commentsOf } from '../store/comment.store.js';
import { localMoment } from './local-moment.js';
import { programmeOf } from './programme.reader.js';
import type { SheetCallableType, SheetCommentType } from './sheet-history.types.js';
import { sittingIn } from './sitting.reader.js';

/** The remarks of a sheet as shown: who was called is named as far as the reader may see that person. */
export async function commentViews(tx: ReadTx, sheet: Sheet, zones: Zones): Promise<SheetCommentType[]> {
  const lines = await commentsOf(tx, sheet);
  const parties = (await programmeOf(tx, sheet.partnershipId))?.parties ?? [];
  const called = [...new Set(lines.flatMap(({ mentions }) => mentions))];
  const people = called.length === 0 ? [] : await tx.query<{ id: string; displayName: string }>('select id, display_name as "displayName" from person where id = any ($1::uuid[])', [called]);
  return lines.flatMap(({ partyId, personId, displayName, mentions, ...line }) => {
    const party = parties.find(({ id }) => id === partyId);
    const mentioned = mentions.flatMap((id) => people.filter((person) => person.id === id));
    return party ? [{ ...line, party, moment: localMoment(zones, party, line.writtenAt), person: { id: personId, displayName: displayName ?? '' }, mentions: mentioned }] : [];
  });
}

/** Whom the reader may call to a new remark of this sheet, herself left out. */
export async function callableOf(tx: ReadTx, sheet: Sheet, { zones, language }: { zones: Zones; language: Language }): Promise<SheetCallableType[]> {
  const parties = (await programmeOf(tx, sheet.partnershipId))?.parties ?? [];
  const people = await sittingIn(tx, sheet.partnershipId, zones);
  return people.flatMap(({ personId, displayName, office, officeAr, partyIds }) => {
    const party = parties.find(({ id }) => id === partyIds[0]);
    const isReader = personId === tx.ctx.actor?.personId;
    const reached = mayBeCalled({ personId, partyIds }, sheet, sheet.submittedAt === null);
    return party && reached && !isReader ? [{ person: { id: personId, displayName }, office: language === 'ar' ? officeAr : office, party }] : [];
  });
}
