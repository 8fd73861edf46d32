import { accepted, refused, type Answer, type Decidable, type Json } from '#kernel';
import { say } from '#phrases';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { adoptAxis, openAxis, stateOfAxis, type Axis } from '../domain/axis-life.js';
import { keepAxis, lockAxis, newAxisSource } from '../store/axis.store.js';

/** The committee decides on a new axis: frozen before the vote, open with the last signature, each in deliberation's own transaction (4-19). */
@Injectable()
export class DecideAxis implements Decidable<Tx> {
  readonly kind = 'axis';

  /** The text put to the vote, in the official language. */
  async freeze(tx: Tx, id: string): Promise<Answer<{ text: string; data: Json }>> {
    const held = await lockAxis(tx, id);
    if (!held) return refused('NOT_FOUND');
    const { number, title, titleAr, text, partnershipId } = held.axis;
    if (stateOfAxis(held.axis) !== 'AWAITING') return refused('AXIS_AWAITS_NOTHING', {}, await newAxisSource(tx, partnershipId));
    return accepted({ text: say('fr', 'axes.decision', { number, title, text }), data: { kind: 'axis', axisId: id, number, title, titleAr, text } });
  }

  async onAdopted(tx: Tx, id: string, decision: { decisionId: string; adoptedAt: Date }): Promise<void> {
    const { axis, axes } = await this.locked(tx, id);
    await keepAxis(tx, adoptAxis(axis, axes, decision));
  }

  async onExecutory(tx: Tx, id: string, decision: { decisionId: string; executoryAt: Date }): Promise<void> {
    const { axis } = await this.locked(tx, id);
    const { state, facts } = openAxis(axis, decision);
    await keepAxis(tx, state);
    tx.tell(...facts);
  }

  private async locked(tx: Tx, id: string): Promise<{ axis: Axis; axes: readonly Axis[] }> {
    const held = await lockAxis(tx, id);
    if (!held) throw new Error(`the axis ${id} was decided on and is not there`);
    return held;
  }
}
