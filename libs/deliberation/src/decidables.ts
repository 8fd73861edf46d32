import { accepted, type Answer, type Decidable } from '#kernel';
import type { Tx } from '#platform';
import type { Minutes } from './domain/minutes.js';
import { subjectNotDecidable, textComesFromSubject } from './domain/refusals.js';
import { longest, worded } from './domain/wording.js';
import { decisionsOfMeetings, textHashOf, type LockedDecision } from './store/ballot.store.js';
import type { DecisionRow } from './store/decision.entity.js';

/** The words of a round and their hash: what its votes bind to. */
export interface FrozenText {
  readonly text: string;
  readonly textHash: string;
}

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

  /** The words of this round: those the subject's own room freezes now, or the decision's own, amended or not. */
  async frozenText(tx: Tx, { row, decision }: LockedDecision, amended: string | null): Promise<Answer<FrozenText>> {
    const { subjectKind, subjectId } = row;
    if (!subjectKind || !subjectId) {
      const text = worded(amended ?? decision.text, longest.text);
      return text.refused ? text : accepted({ text: text.value, textHash: textHashOf(text.value, null) });
    }
    if (amended !== null && amended.trim() !== '') return textComesFromSubject();
    const decidable = this.of(subjectKind);
    if (!decidable) return subjectNotDecidable();
    const frozen = await decidable.freeze(tx, subjectId);
    if (frozen.refused) return frozen;
    const { text, data } = frozen.value;
    return accepted({ text, textHash: textHashOf(text, data) });
  }

  /** Tells the subject's own room, in this transaction, that the committee adopted it. */
  async tellAdopted(tx: Tx, { id: decisionId, subjectKind, subjectId }: DecisionRow, adoptedAt: Date): Promise<void> {
    if (!subjectKind || !subjectId) return;
    const decidable = this.of(subjectKind);
    if (!decidable) throw new Error(`nobody decides on ${subjectKind} any more, yet a decision about one was adopted`);
    await decidable.onAdopted(tx, subjectId, { decisionId, adoptedAt });
  }

  /** Every adopted decision of a meeting takes effect with its PV, whatever its subject, in the last signature's transaction; rectifying minutes change the effect of none. */
  async takeEffect(tx: Tx, { meetingId, rectifiesMinutesId }: Pick<Minutes, 'meetingId' | 'rectifiesMinutesId'>, executoryAt: Date): Promise<void> {
    if (rectifiesMinutesId !== null) return;
    for (const { id: decisionId, state, subjectKind, subjectId } of await decisionsOfMeetings(tx, [meetingId])) {
      if (state === 'ADOPTED' && subjectId) await this.of(subjectKind)?.onExecutory(tx, subjectId, { decisionId, executoryAt });
    }
  }
}
