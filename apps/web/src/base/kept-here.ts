/** Under this name's start a browser keeps words of fiches that the server does not have yet. */
export const keptStart = 'passerelle.draft.';

/** Does this browser keep words written from one of these seats? The little that every page must know of it. */
export function keepsWordsOf(seatIds: readonly string[]): boolean {
  try {
    return Object.entries(localStorage).some(([key, text]) => key.startsWith(keptStart) && seatIds.some((id) => String(text).includes(id)));
  } catch {
    return false;
  }
}
