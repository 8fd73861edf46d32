import { useEffect, useReducer, useRef, type RefObject } from 'react';
import { useRevalidator } from 'react-router';
import { DraftKeeper } from './draft-keeper.ts';
import { putFields, readFields } from './draft-parts.ts';
import { forgetWords, keepDrafts, pageKeyOf, stayOpen, wordsLeft, type Draft, type Fields } from './kept-draft.ts';

/** A draft as the page loaded it: the same object until it is loaded again. */
export interface Loaded {
  readonly id: string;
  readonly version: number;
  readonly fields: Fields;
}

/** The keeper of the form inside `holder`, for the person `whose` words it keeps; `null` on the server and until JavaScript is there. */
export function useKeeper(holder: RefObject<HTMLElement | null>, draft: Loaded, whose: string): DraftKeeper | null {
  const { revalidate } = useRevalidator();
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const keeper = useRef<DraftKeeper | null>(null);
  const reload = useRef(revalidate);
  const first = useRef(draft);
  useEffect(() => {
    reload.current = revalidate;
  });
  useEffect(() => {
    const form = (): HTMLFormElement | null | undefined => holder.current?.querySelector('form');
    const { id: draftId, version, fields: loaded } = first.current;
    const desk = { draftId, read: () => readFields(form()), put: (fields: Fields) => putFields(form(), fields), reload: () => void reload.current(), changed };
    const key = pageKeyOf(draftId);
    const keep = (drafts: readonly Draft[]): void => keepDrafts(key, whose, drafts);
    const kept = new DraftKeeper({ ...desk, keep }, version, loaded);
    keeper.current = kept;
    const close = stayOpen(key);
    void wordsLeft(draftId, whose).then((all) => {
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
    keeper.current?.loaded(draft.version, draft.fields);
  }, [draft]);
  return keeper.current;
}
