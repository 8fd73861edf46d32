import type { Kept } from '../../base/act.ts';
import { compare, differingParts, pick, type Fields } from './form-parts.ts';

/** What the saving line says. */
export type Saving =
  | { readonly phase: 'idle' | 'saving' | 'away' | 'signedOut' | 'reading' }
  /** `at`: the device's own clock, milliseconds since 1970: for « Enregistré à 14:02 » and nothing else. */
  | { readonly phase: 'saved'; readonly at: number }
  | { readonly phase: 'refused'; readonly kept: Kept }
  /** Parts that two people wrote, each in their own way: both stay until one is chosen. */
  | { readonly phase: 'disputed'; readonly parts: readonly string[]; readonly mine: Fields; readonly theirs: Fields };

/** Milliseconds after the last key before saving, before another try when the line is down, and between two looks. */
const pauses = { typing: 1_000, retry: 5_000, look: 50 } as const;
/** Phases that do not end by waiting a moment. */
const troubles = new Set<Saving['phase']>(['away', 'signedOut', 'refused', 'disputed']);

type Outcome = { readonly version: number } | { readonly kept: Kept } | 'away' | 'signedOut';

/** What the keeper needs of its page. */
export interface Desk {
  readonly sheetId: string;
  read(): Fields;
  put(fields: Fields): void;
  /** Asks the page to load the fiche again; `loaded` is called when it has. */
  reload(): void;
  changed(): void;
}

const deviceNow = (): number => performance.timeOrigin + performance.now();

async function send(sheetId: string, body: URLSearchParams): Promise<Outcome> {
  const answer = await fetch(`/sheets/${sheetId}/save`, { method: 'POST', body, keepalive: true }).catch(() => undefined);
  if (!answer || answer.status >= 500) return 'away';
  return answer.headers.get('content-type')?.startsWith('application/json') && (answer.ok || answer.status === 422) ? ((await answer.json()) as Outcome) : 'signedOut';
}

/**
 * Keeps a draft while it is being written: saves its changed parts a second after the last key, and again until they have arrived.
 * Two editors never overwrite each other: a part that only the other one changed is taken over, a part that both changed waits for a choice.
 */
export class DraftKeeper {
  saving: Saving = { phase: 'idle' };
  private busy = false;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly desk: Desk,
    public version: number,
    private base: Fields,
  ) {}

  /** Is there anything that the server does not have yet? */
  get unsaved(): boolean {
    return this.busy || differingParts(this.base, this.desk.read()).length > 0;
  }

  typed(pause: number = pauses.typing): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), pause);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  async save(): Promise<void> {
    if (this.busy) {
      this.again = true;
      return;
    }
    const written = this.desk.read();
    const parts = differingParts(this.base, written);
    if (parts.length === 0 || this.saving.phase === 'disputed') return;
    this.busy = true;
    this.again = false;
    this.say({ phase: 'saving' });
    const fields = { ...pick(written, parts), sheetId: this.desk.sheetId, expectedVersion: String(this.version) };
    const outcome = await send(this.desk.sheetId, new URLSearchParams(fields));
    this.busy = false;
    this.heard(outcome, written);
  }

  /** The page has loaded the fiche again: what to do with what the other one wrote. */
  loaded(version: number, theirs: Fields): void {
    if (this.busy || this.saving.phase === 'disputed' || version <= this.version) return;
    const mine = this.desk.read();
    const { taken, disputed } = compare({ base: this.base, mine, theirs });
    this.desk.put(pick(theirs, taken));
    this.version = version;
    this.base = theirs;
    if (disputed.length > 0) return this.say({ phase: 'disputed', parts: disputed, mine, theirs });
    if (this.saving.phase === 'reading') this.say({ phase: 'idle' });
    void this.save();
  }

  /** The button: saves at once, and says so even when everything was saved already. */
  async saveNow(): Promise<void> {
    clearTimeout(this.timer);
    if (this.unsaved) return this.save();
    this.say({ phase: 'saved', at: deviceNow() });
  }

  /** Waits until everything has arrived; `false` when it cannot: the saving line says why. */
  async settled(): Promise<boolean> {
    await this.saveNow();
    while (this.unsaved && !troubles.has(this.saving.phase)) await new Promise((resolve) => setTimeout(resolve, pauses.look));
    return !this.unsaved;
  }

  /** The choice between two texts. */
  choose(whose: 'mine' | 'theirs'): void {
    if (this.saving.phase !== 'disputed') return;
    if (whose === 'theirs') this.desk.put(pick(this.saving.theirs, this.saving.parts));
    this.say({ phase: 'idle' });
    void this.save();
  }

  private heard(outcome: Outcome, written: Fields): void {
    if (outcome === 'away' || outcome === 'signedOut') {
      this.say({ phase: outcome });
      return this.typed(pauses.retry);
    }
    if ('kept' in outcome && outcome.kept.refusal.code === 'SIGN_IN_REQUIRED') return this.heard('signedOut', written);
    if ('kept' in outcome) {
      const overtaken = outcome.kept.refusal.code === 'VERSION_CHANGED';
      this.say(overtaken ? { phase: 'reading' } : { phase: 'refused', kept: outcome.kept });
      if (overtaken) this.desk.reload();
      return;
    }
    this.base = written;
    this.version = outcome.version;
    this.say({ phase: 'saved', at: deviceNow() });
    if (this.again) this.typed(0);
    this.desk.reload();
  }

  private say(saving: Saving): void {
    this.saving = saving;
    this.desk.changed();
  }
}
