import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';

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

/** Words kept in this browser are sent or deleted before their writer leaves a device that others may use: `path` asks her. */
export function useLeaving(seatIds: readonly string[], path: string): (event: FormEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    if (!keepsWordsOf(seatIds)) return;
    event.preventDefault();
    event.stopPropagation();
    void navigate(path);
  };
}
