import type { Kept } from './act.ts';
import { placeOf, type Fields } from './kept-draft.ts';

/** What became of words sent. Refused ones of a fiche that would be lost are set aside by the server in the same breath. */
export type Outcome = { readonly version: number } | { readonly kept: Kept } | 'away' | 'signedOut';

/** Sends parts of a draft, written on a version of it. */
export async function sendDraft(draftId: string, { fields, version }: { readonly fields: Fields; readonly version: number }): Promise<Outcome> {
  const body = new URLSearchParams({ ...fields, sheetId: draftId, expectedVersion: String(version) });
  // A browser refuses to outlive its page with more than 64 KiB: a long text in Arabic letters is three times its length on the way.
  const keepalive = body.toString().length < 60_000;
  const answer = await fetch(placeOf(draftId).save, { method: 'POST', body, keepalive }).catch(() => undefined);
  if (!answer || answer.status >= 500) return 'away';
  return answer.headers.get('content-type')?.startsWith('application/json') && (answer.ok || answer.status === 422) ? ((await answer.json()) as Outcome) : 'signedOut';
}
