import { keptStart } from './kept-here.ts';

/** A form as names and texts. */
export type Fields = Readonly<Record<string, string>>;

/** A form as it was read, and as it stands: words that have not reached the server. */
export interface Draft {
  readonly version: number;
  readonly base: Fields;
  readonly mine: Fields;
}

/** What one page of this browser keeps. */
interface Kept {
  /** Whose words they are: the seats of who wrote them. Another person at this device neither sees nor sends them. */
  readonly whose: string;
  readonly drafts: readonly Draft[];
}

/** Words of one draft, as some page of this browser left them. */
export interface KeptWords {
  readonly key: string;
  /** A fiche's id, or `minutes-` and a PV's. */
  readonly draftId: string;
  readonly drafts: readonly Draft[];
}

const start = keptStart;
const fewHexes = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The name under which one page keeps words of one draft: two tabs never write over each other. */
export const pageKeyOf = (draftId: string): string => `${start}${draftId}.${fewHexes(crypto.getRandomValues(new Uint8Array(8)))}`;

/** A browser may refuse to keep anything, or be full: then the page alone keeps the words, and says that it must stay open. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const keys = (): string[] => quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(start)), []);

function read(key: string): Kept | null {
  const text = quietly(() => localStorage.getItem(key), null);
  return text === null ? null : quietly(() => JSON.parse(text) as Kept, null);
}

const wordsAt = (key: string): KeptWords => ({ key, draftId: key.slice(start.length).split('.')[0] ?? '', drafts: read(key)?.drafts ?? [] });

/** The words of this draft that pages of this browser keep for this person. */
export const keptWords = (draftId: string, whose: string): KeptWords[] => keys().filter((key) => key.startsWith(`${start}${draftId}.`) && read(key)?.whose === whose).map(wordsAt);

/** The words of any draft that were written from these seats. */
export const wordsFrom = (seatIds: readonly string[]): KeptWords[] => keys().filter((key) => read(key)?.whose.split(' ').every((seat) => seatIds.includes(seat))).map(wordsAt);

/** Keeps under this name what the server does not have; nothing to keep: the name is forgotten. */
export function keepDrafts(key: string, whose: string, drafts: readonly Draft[]): void {
  quietly(() => (drafts.length > 0 ? localStorage.setItem(key, JSON.stringify({ whose, drafts } satisfies Kept)) : localStorage.removeItem(key)), undefined);
}

export const forgetWords = (key: string): void => quietly(() => localStorage.removeItem(key), undefined);

/** Does this browser keep words of this draft that have not been sent? */
export const hasKeptDraft = (draftId: string): boolean => keys().some((key) => key.startsWith(`${start}${draftId}.`));

/** Says to the other tabs that this page is open, until the answered function is called or the page ends. */
export function stayOpen(key: string): () => void {
  let leave = (): void => undefined;
  const open = new Promise<void>((resolve) => (leave = resolve));
  void navigator.locks?.request(key, () => open).catch(() => undefined);
  return () => leave();
}

/**
 * The words left by pages that are closed: those of a tab still open are its own to send. Where the browser cannot tell (an address without
 * TLS), all of them: words sent twice are kept once.
 */
export async function wordsLeft(draftId: string, whose: string): Promise<KeptWords[]> {
  const held = (await navigator.locks?.query().catch(() => undefined))?.held ?? [];
  const open = new Set(held.map(({ name }) => name));
  return keptWords(draftId, whose).filter(({ key }) => !open.has(key));
}

const ofMinutes = 'minutes-';

/** The name of a PV's draft in this browser; a fiche's is its id alone. */
export const minutesDraft = (minutesId: string): string => `${ofMinutes}${minutesId}`;

/** What a draft is of, and where it is written and sent. */
export function placeOf(draftId: string): { readonly of: 'sheet' | 'minutes'; readonly page: string; readonly save: string } {
  const id = draftId.startsWith(ofMinutes) ? draftId.slice(ofMinutes.length) : null;
  return id === null ? { of: 'sheet', page: `/sheets/${draftId}`, save: `/sheets/${draftId}/save` } : { of: 'minutes', page: `/minutes/${id}/edit`, save: `/minutes/${id}/save` };
}
