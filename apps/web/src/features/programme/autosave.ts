import { useEffect, useReducer, useRef, type RefObject } from 'react';
import { useRevalidator } from 'react-router';
import { DraftKeeper, type Draft } from './draft-keeper.ts';
import { fieldsOf, putFields, readFields } from './form-parts.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';
import type { Sheet } from './sheet.graphql.ts';

/** The keeper of the form inside `holder`, for the person `whose` words it keeps; `null` on the server and until JavaScript is there. */
export function useAutosave(holder: RefObject<HTMLElement | null>, sheet: Sheet, whose: string): DraftKeeper | null {
  const { revalidate } = useRevalidator();
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const keeper = useRef<DraftKeeper | null>(null);
  const reload = useRef(revalidate);
  const first = useRef(sheet);
  useEffect(() => {
    reload.current = revalidate;
  });
  useEffect(() => {
    const form = (): HTMLFormElement | null | undefined => holder.current?.querySelector('form');
    const { id: sheetId, version } = first.current;
    const desk = { sheetId, read: () => readFields(form()), put: (fields: Readonly<Record<string, string>>) => putFields(form(), fields), reload: () => void reload.current(), changed };
    const keep = (draft: Draft | null): void => (draft ? keepDraft(sheetId, { whose, ...draft }) : forgetDraft(sheetId));
    const kept = new DraftKeeper({ ...desk, keep }, version, fieldsOf(first.current));
    keeper.current = kept;
    const earlier = keptDraft(sheetId, whose);
    if (earlier) void kept.begin(earlier);
    const leave = (event: BeforeUnloadEvent): void => void (kept.unsaved && event.preventDefault());
    const hide = (): void => void (document.hidden && kept.save());
    window.addEventListener('beforeunload', leave);
    document.addEventListener('visibilitychange', hide);
    changed();
    return () => {
      kept.stop();
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [holder, whose]);
  useEffect(() => {
    keeper.current?.loaded(sheet.version, fieldsOf(sheet));
  }, [sheet]);
  return keeper.current;
}
