import type { Fields } from './form-parts.ts';

/** What was written in this browser and has not reached the server: the form as it was read, and as it stands. */
export interface KeptDraft {
  /** Whose words they are: the seats of who wrote them. Another person at this device neither sees nor sends them. */
  readonly whose: string;
  readonly version: number;
  readonly base: Fields;
  readonly mine: Fields;
}

const start = 'passerelle.draft.';
const keyOf = (sheetId: string): string => start + sheetId;

/** A browser may refuse to keep anything, or be full: then the page alone keeps the words, and says that it must stay open. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** The words kept for this fiche, if they are this person's. */
export function keptDraft(sheetId: string, whose: string): KeptDraft | null {
  const text = quietly(() => localStorage.getItem(keyOf(sheetId)), null);
  const kept = text === null ? null : quietly(() => JSON.parse(text) as KeptDraft, null);
  return kept?.whose === whose ? kept : null;
}

export function keepDraft(sheetId: string, draft: KeptDraft): void {
  quietly(() => localStorage.setItem(keyOf(sheetId), JSON.stringify(draft)), undefined);
}

export function forgetDraft(sheetId: string): void {
  quietly(() => localStorage.removeItem(keyOf(sheetId)), undefined);
}

/** Does this browser keep words of this fiche that have not been sent? */
export const hasKeptDraft = (sheetId: string): boolean => quietly(() => localStorage.getItem(keyOf(sheetId)) !== null, false);
