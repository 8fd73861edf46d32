import type { Kept } from './act.ts';
import { bothOf, compare, differingParts, pick } from './draft-parts.ts';
import type { Draft, Fields } from './kept-draft.ts';
import { sendDraft, type Outcome } from './send-draft.ts';

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

/** What the keeper needs of its page. */
export interface Desk {
  /** As `kept-draft.ts` names it. */
  readonly draftId: string;
  read(): Fields;
  put(fields: Fields): void;
  /** Asks the page to load the draft again; `loaded` is called when it has. */
  reload(): void;
  changed(): void;
  /** Keeps in this browser what has not reached the server; empty: everything has. */
  keep(drafts: readonly Draft[]): void;
}

const deviceNow = (): number => performance.timeOrigin + performance.now();

/**
 * Keeps a draft while it is being written: saves its changed parts a second after the last key, and again until they have arrived.
 * Two editors never overwrite each other: a part that only the other one changed is taken over, a part that both changed waits for a choice.
 */
export class DraftKeeper {
  saving: Saving = { phase: 'idle' };
  private busy = false;
  private again = false;
  private stopped = false;
  /** Words of pages that were closed, not sent yet: they stay kept as they are. */
  private earlier: readonly Draft[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private laterTimer: ReturnType<typeof setTimeout> | undefined;
  /** The form as it last stood; the page may be gone when an answer comes. */
  private last: Fields;
  /** What the dispute began from: kept until it is settled, so that a page opened anew asks again. */
  private beforeDispute: Omit<Draft, 'mine'> | undefined;

  constructor(
    private readonly desk: Desk,
    public version: number,
    private base: Fields,
  ) {
    this.last = base;
  }

  /** Is there anything that the server does not have yet? */
  get unsaved(): boolean {
    return this.busy || differingParts(this.base, this.desk.read()).length > 0;
  }

  typed(pause: number = pauses.typing): void {
    this.remember();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), pause);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.laterTimer);
  }

  /** Words that closed pages left in this browser: sent one after the other, as they were written, on the version they were written on. */
  takeUp(drafts: readonly Draft[]): void {
    this.earlier = [...this.earlier, ...drafts];
    this.remember();
    void this.sendEarlier();
  }

  private async sendEarlier(): Promise<void> {
    const [draft] = this.earlier;
    if (!draft || this.stopped) return;
    // What is being typed, or chosen, comes first.
    if (this.unsaved || this.saving.phase === 'disputed' || this.saving.phase === 'reading') return this.later(pauses.typing);
    const parts = differingParts(draft.base, draft.mine);
    this.busy = true;
    this.say({ phase: 'saving' });
    const outcome = await sendDraft(this.desk.draftId, { fields: pick(draft.mine, parts), version: draft.version });
    this.busy = false;
    if (outcome === 'away' || outcome === 'signedOut') {
      this.say({ phase: outcome });
      return this.later(pauses.retry);
    }
    this.earlier = this.earlier.slice(1);
    this.arrived(draft, outcome);
    this.later(pauses.typing);
  }

  /** What became of words left by a closed page: refused, they stand in the form, as if this page had written them. */
  private arrived(draft: Draft, outcome: Exclude<Outcome, string>): void {
    if ('version' in outcome) {
      this.remember();
      this.say({ phase: 'saved', at: deviceNow() });
      return this.desk.reload();
    }
    const page = { version: this.version, theirs: this.base };
    const touched = differingParts(this.base, this.desk.read());
    this.desk.put(pick(draft.mine, differingParts(draft.base, draft.mine).filter((part) => !touched.includes(part))));
    this.version = draft.version;
    this.base = draft.base;
    this.remember();
    this.heard(outcome, draft.mine);
    if (page.version > draft.version) this.loaded(page.version, page.theirs);
  }

  private later(pause: number): void {
    clearTimeout(this.laterTimer);
    if (this.earlier.length > 0) this.laterTimer = setTimeout(() => void this.sendEarlier(), pause);
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
    const outcome = await sendDraft(this.desk.draftId, { fields: pick(written, parts), version: this.version });
    this.busy = false;
    this.heard(outcome, written);
  }

  /** The page has loaded the draft again: what to do with what the other one wrote. */
  loaded(version: number, theirs: Fields): void {
    if (this.busy || this.saving.phase === 'disputed' || version <= this.version) return;
    const mine = this.desk.read();
    const { taken, disputed } = compare({ base: this.base, mine, theirs });
    this.desk.put(pick(theirs, taken));
    if (disputed.length > 0) this.beforeDispute = { version: this.version, base: this.base };
    this.version = version;
    this.base = theirs;
    if (disputed.length > 0) return this.say({ phase: 'disputed', parts: disputed, mine, theirs });
    this.remember();
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

  /** The choice between two texts. Words are only left once the server keeps them aside. */
  async choose(whose: 'mine' | 'theirs' | 'both'): Promise<void> {
    if (this.saving.phase !== 'disputed') return;
    const { parts, theirs } = this.saving;
    const version = this.beforeDispute?.version ?? this.version;
    if (whose === 'theirs' && !(await this.setAside(pick(this.desk.read(), parts), version))) return;
    if (whose === 'theirs') this.desk.put(pick(theirs, parts));
    if (whose === 'both') this.desk.put(bothOf(parts, { mine: this.desk.read(), theirs }));
    this.beforeDispute = undefined;
    this.say({ phase: 'idle' });
    this.remember();
    void this.save();
  }

  /** Sends words on the version they were written on, which another saving has overtaken: the server keeps them beside. Is it done? */
  private async setAside(fields: Fields, version: number): Promise<boolean> {
    const outcome = await sendDraft(this.desk.draftId, { fields, version });
    return outcome !== 'away' && outcome !== 'signedOut';
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
    this.remember();
    this.say({ phase: 'saved', at: deviceNow() });
    if (this.again) this.typed(0);
    this.desk.reload();
  }

  /** Keeps in this browser what the server does not have. */
  private remember(): void {
    if (!this.stopped) this.last = this.desk.read();
    const { version, base } = this.beforeDispute ?? { version: this.version, base: this.base };
    const own: readonly Draft[] = differingParts(base, this.last).length > 0 ? [{ version, base, mine: this.last }] : [];
    this.desk.keep([...own, ...this.earlier]);
  }

  private say(saving: Saving): void {
    this.saving = saving;
    this.desk.changed();
  }
}
