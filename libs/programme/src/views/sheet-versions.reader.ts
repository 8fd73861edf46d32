import type { Zones } from '#kernel';
import type { PartyType } from '#parties';
import type { ReadTx } from '#platform';
import type { Sheet } from '../domain/sheet.js';
import { changedNames, saying, type Parts } from '../domain/versions.js';
import { wordsOf } from '../store/revision.store.js';
import { localMoment } from './local-moment.js';
import { programmeOf, type Programme } from './programme.reader.js';
import { sheetView } from './sheet.reader.js';
import type { SheetDifferenceType, SheetVersionType, SheetWordsType, VersionKindEnum } from './sheet-history.types.js';

interface VersionLine {
  readonly id: string | null;
  readonly version: number | null;
  readonly kind: keyof typeof VersionKindEnum;
  readonly baseVersion: number | null;
  readonly parts: readonly string[];
  readonly personId: string;
  readonly displayName: string | null;
  readonly at: Date;
  readonly submittedAt: Date | null;
}

/** Savings are their party's by row-level security; what was submitted is whoever's who sees the sheet. */
const versionLines = `
  select saving.id, coalesce(saving.version, submitted.version) as version, coalesce(saving.kind, 'SUBMITTED') as kind, saving.base_version as "baseVersion",
    coalesce((select json_agg(name) from jsonb_object_keys(saving.parts) as name), '[]'::json) as parts,
    coalesce(saving.person_id, submitted.person_id) as "personId", person.display_name as "displayName",
    coalesce(saving.saved_at, submitted.submitted_at) as at, submitted.submitted_at as "submittedAt"
  from (select * from project_sheet_revision where partnership_id = $1 and sheet_id = $2) saving
  full join (select * from project_sheet_version where partnership_id = $1 and sheet_id = $2) submitted on submitted.version = saving.version
  left join person on person.id = coalesce(saving.person_id, submitted.person_id)
  order by coalesce(saving.saved_at, submitted.submitted_at) desc, coalesce(saving.version, submitted.version) desc nulls last`;

/** Every version of a sheet that the reader may see, the latest first; told in the city of the party that writes it. */
export async function versionsOf(tx: ReadTx, { partnershipId, id }: Sheet, { author, zones }: { author: PartyType; zones: Zones }): Promise<SheetVersionType[]> {
  const lines = await tx.query<VersionLine>(versionLines, [partnershipId, id]);
  return lines.map(({ id: asideId, personId, displayName, parts, ...line }) => ({
    ...line,
    reference: line.version === null ? (asideId ?? '') : String(line.version),
    moment: localMoment(zones, author, line.at),
    parts: [...parts],
    person: { id: personId, displayName: displayName ?? '' },
  }));
}

function wordsView(sheet: Sheet, words: Parts, programme: Programme): SheetWordsType {
  const { title, kind, axis, lead, outsideAxesReason, sections, transversalAnswers, startsOn, endsOn, indicators, budget } = sheetView({ ...saying(sheet, words), validations: [], inPlan: false }, programme);
  return { title, kind, axis, lead, outsideAxesReason, sections, transversalAnswers, startsOn, endsOn, indicators, budget };
}

/** Two versions beside each other; `null` when one of them is not there for this reader. */
export async function differenceOf(tx: ReadTx, sheet: Sheet, { from, to }: { from: string; to: string }): Promise<SheetDifferenceType | null> {
  const [before, after, programme] = [await wordsOf(tx, sheet, from), await wordsOf(tx, sheet, to), await programmeOf(tx, sheet.partnershipId)];
  if (!before || !after || !programme) return null;
  return { parts: changedNames(before.whole, after.whole), before: wordsView(sheet, before.whole, programme), after: wordsView(sheet, after.whole, programme) };
}
