import { useEffect, useReducer, useRef, type RefObject } from 'react';
import { useRevalidator } from 'react-router';
import { DraftKeeper } from './draft-keeper.ts';
import { fieldsOf, putFields, readFields } from './form-parts.ts';
import { forgetWords, keepDrafts, pageKeyOf, stayOpen, wordsLeft, type Draft } from './kept-draft.ts';
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
    const key = pageKeyOf(sheetId);
    const keep = (drafts: readonly Draft[]): void => keepDrafts(key, whose, drafts);
    const kept = new DraftKeeper({ ...desk, keep }, version, fieldsOf(first.current));
    keeper.current = kept;
    const close = stayOpen(key);
    void wordsLeft(sheetId, whose).then((all) => {
      const left = all.filter((words) => words.key !== key);
      kept.takeUp(left.flatMap(({ drafts }) => drafts));
      for (const { key: taken } of left) forgetWords(taken);
    });
    const leave = (event: BeforeUnloadEvent): void => void (kept.unsaved && event.preventDefault());
    const hide = (): void => void (document.hidden && kept.save());
    window.addEventListener('beforeunload', leave);
    document.addEventListener('visibilitychange', hide);
    changed();
    return () => {
      kept.stop();
      close();
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [holder, whose]);
  useEffect(() => {
    keeper.current?.loaded(sheet.version, fieldsOf(sheet));
  }, [sheet]);
  return keeper.current;
}
