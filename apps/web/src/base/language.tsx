import { createContext, useContext, type ReactNode } from 'react';
import type { Language } from '#kernel';
import type { PhraseKey, PhraseValues } from '#phrases';
import type { Theme } from './load-context.ts';

/** Says a sentence in the page's language. */
export type Say = (key: PhraseKey, values?: PhraseValues) => string;

/** What is settled before the first component renders, on the server and again in the browser. */
export interface Voice {
  readonly language: Language;
  readonly theme: Theme;
  readonly say: Say;
  /** The request that rendered the page: the reference to give when something goes wrong. */
  readonly requestId: string;
  /** The style sheet that stands in the page. */
  readonly styles: string;
  /** On the server only: browsers hide it from scripts. */
  readonly nonce?: string;
  /** On the server only: the scripts that hold what the page says. */
  readonly sentenceFiles?: readonly string[];
}

const Spoken = createContext<Voice | null>(null);

/** Which way a language is written. (The kernel's own would bring the zone data of the world into the browser.) */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** Wraps the whole application; the two entry files choose where sentences come from. */
export function Speaking({ voice, children }: { voice: Voice; children: ReactNode }) {
  return <Spoken.Provider value={voice}>{children}</Spoken.Provider>;
}

/** The voice of the page. @throws Error outside `<Speaking>`: a component rendered without a language is a bug. */
export function useVoice(): Voice {
  const voice = useContext(Spoken);
  if (!voice) throw new Error('no voice: render inside <Speaking>');
  return voice;
}

/** `const say = useSay(); say('web.home.title')`. */
export const useSay = (): Say => useVoice().say;

/** A passage in another language than the page's: screen readers change voice, direction follows the script. */
export function Foreign({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <div lang={language} dir={directionOf(language)}>
      {children}
    </div>
  );
}
