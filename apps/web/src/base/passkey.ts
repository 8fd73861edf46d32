import { useState, useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** Can this browser hold keys? False on the server and in the first rendering: without a script, the code by mail does everything. */
export const useKeysHere = (): boolean =>
  useSyncExternalStore(never, () => typeof window.PublicKeyCredential === 'function', () => false);

/** One act on one version of one document: what a key answers for. */
export interface ActProved {
  readonly kind: string;
  readonly subjectId: string;
  readonly version: number;
  readonly contentHash: string;
}

/** What a key is asked for: to be made, to open the door, or to answer for one act. */
export type KeyErrand = { readonly to: 'register' | 'sign-in' } | { readonly to: 'step-up'; readonly act: ActProved };

/** What came of it: done, given up by the person (or no key here), or refused, with the server's sentence. */
export type KeyOutcome = { readonly done: true } | { readonly done: false; readonly sentence: string | null };

interface Told {
  readonly options?: string | null;
  readonly sentence?: string;
}

async function post(step: string, fields: Readonly<Record<string, string>>): Promise<Told> {
  const answer = await fetch(`/passkey/${step}`, { method: 'POST', body: new URLSearchParams(fields) });
  return (await answer.json()) as Told;
}

/** The browser's own dialogue with the key. @throws Error when the person closes it, or has no key here */
async function answerOf(to: KeyErrand['to'], options: string): Promise<object> {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON: unknown = JSON.parse(options);
  if (to === 'register') return startRegistration({ optionsJSON: optionsJSON as Parameters<typeof startRegistration>[0]['optionsJSON'] });
  return startAuthentication({ optionsJSON: optionsJSON as Parameters<typeof startAuthentication>[0]['optionsJSON'] });
}

/** Asks the server for the question, the key for its answer, the server for its verdict. Never throws. */
export async function askKey(errand: KeyErrand): Promise<KeyOutcome> {
  const fields = errand.to === 'step-up' ? { ...errand.act, version: String(errand.act.version) } : {};
  try {
    const asked = await post(`ask-${errand.to}`, fields);
    if (!asked.options) return { done: false, sentence: asked.sentence ?? null };
    const response = JSON.stringify(await answerOf(errand.to, asked.options));
    const { sentence } = await post(errand.to, { response });
    return sentence === undefined ? { done: true } : { done: false, sentence };
  } catch {
    return { done: false, sentence: null };
  }
}

/** An errand under way: ask, wait, and what to say when it did not succeed. */
export function useKey(): { readonly busy: boolean; readonly failed: KeyOutcome | null; readonly run: (errand: KeyErrand) => Promise<boolean> } {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<KeyOutcome | null>(null);
  const run = async (errand: KeyErrand): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    const outcome = await askKey(errand);
    setBusy(false);
    setFailed(outcome.done ? null : outcome);
    return outcome.done;
  };
  return { busy, failed, run };
}
