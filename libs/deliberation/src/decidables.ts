import type { Decidable } from '#kernel';
import type { Tx } from '#platform';

/** The subjects the committee can decide on, by kind: upper rooms put theirs in; this room knows none of them. */
export class Decidables {
  private readonly byKind = new Map<string, Decidable<Tx>>();

  /** @throws Error when the kind is taken: two rooms would act on one decision. */
  register(decidable: Decidable<Tx>): void {
    if (this.byKind.has(decidable.kind)) throw new Error(`${decidable.kind} is already decidable`);
    this.byKind.set(decidable.kind, decidable);
  }

  of(kind: string | null): Decidable<Tx> | null {
    return (kind && this.byKind.get(kind)) || null;
  }
}
