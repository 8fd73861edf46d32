import { accepted, refused, type Answer } from '#kernel';
import type { Ctx, MovableLegalClock, ReadTx, Work } from '#platform';

/** How far ahead of the machine the stored legal clock is, in milliseconds; 0 when it was never moved. */
export async function storedOffset(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ offset_milliseconds: string }>('select offset_milliseconds from legal_clock where id = 1');
  return Number(row?.offset_milliseconds ?? 0);
}

/** Stores the offset of the demo's clock and sets it. It only moves forward: what was done stays done (decisions.md, « Two clocks »). */
export async function moveDemoClock(parts: { work: Work; clock: MovableLegalClock }, ctx: Ctx, to: Date): Promise<Answer<Date>> {
  const { work, clock } = parts;
  const moved = await work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
    if (to <= clock.now()) return refused('DEMO_CLOCK_ONLY_FORWARD');
    const offset = Math.round(to.getTime() - tx.recordedAt().getTime());
    await tx.query('insert into legal_clock (id, offset_milliseconds) values (1, $1) on conflict (id) do update set offset_milliseconds = $1', [offset]);
    tx.tell({ kind: 'DemoClockMoved', partnershipId: null, subject: { kind: 'legalClock', id: '00000000-0000-0000-0000-000000000001' }, data: { to: to.toISOString() } });
    return accepted(offset);
  });
  if (moved.refused) return moved;
  clock.setOffset(moved.value);
  return accepted(clock.now());
}
