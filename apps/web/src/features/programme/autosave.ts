import { useMemo, type RefObject } from 'react';
import { useKeeper } from '../../base/autosave.ts';
import type { DraftKeeper } from '../../base/draft-keeper.ts';
import { fieldsOf } from './form-parts.ts';
import type { Sheet } from './sheet.graphql.ts';

/** The keeper of a fiche's form. */
export function useAutosave(holder: RefObject<HTMLElement | null>, sheet: Sheet, whose: string): DraftKeeper | null {
  const draft = useMemo(() => ({ id: sheet.id, version: sheet.version, fields: fieldsOf(sheet) }), [sheet]);
  return useKeeper(holder, draft, whose);
}
