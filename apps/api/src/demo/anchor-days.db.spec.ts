import { afterEach, describe, expect, it } from '@jest/globals';
import { openDemoHouse, type DemoHouse } from '../../../../test/world/demo-house.js';

/** The table of docs/demo.md: what the demo must show on each anchor day, in Paris. */
const anchors = [
  { clock: '2026-11-22T12:00', plan: 2027, daysLeft: 38, workingDaysLeft: 27, lastSent: 'PLAN_J-60', neverSent: 'PLAN_J-30' },
  { clock: '2027-01-01T09:30', plan: 2028, daysLeft: 363, workingDaysLeft: null, lastSent: null, neverSent: 'PLAN_J-30' },
  { clock: '2028-02-29T12:00', plan: 2029, daysLeft: 305, workingDaysLeft: null, lastSent: null, neverSent: 'PLAN_J-30' },
  { clock: '2026-12-30T23:59', plan: 2027, daysLeft: 0, workingDaysLeft: null, lastSent: 'PLAN_J-1', neverSent: 'PLAN_J' },
  { clock: '2026-12-31T10:30', plan: 2027, daysLeft: -1, workingDaysLeft: null, lastSent: 'PLAN_J', neverSent: 'PLAN_J+1' },
] as const;

let demo: DemoHouse | undefined;
afterEach(async () => {
  await demo?.close();
  demo = undefined;
});

interface Shown {
  planBoard: { colour: string; deadline: { lastDay: string; daysLeft: number; workingDaysLeft: number; late?: boolean } };
  myTurn: { kind: string; title: string; daysLeft?: number; late: boolean }[];
  reminders: { rule: string; period: string; state: string }[];
}

describe('the demo on its anchor days', () => {
  it.each(anchors)('$clock', async ({ clock, plan, daysLeft, workingDaysLeft, lastSent, neverSent }) => {
    demo = await openDemoHouse({ clock });
    const coordinateur = await demo.as('coordinateur');
    const { viewer } = await coordinateur.ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
    const id = viewer.seats[0]!.partnership.id;
    const shown = await coordinateur.ask<Shown>(
      'query($id: ID!, $year: Int!) { planBoard(partnershipId: $id, year: $year) { colour deadline { lastDay daysLeft workingDaysLeft } } myTurn { kind title daysLeft late } reminders(partnershipId: $id, first: 500) { rule period state } }',
      { id, year: plan },
    );
    expect(shown.planBoard).toMatchObject({ colour: 'RED', deadline: { lastDay: `${plan - 1}-12-30`, daysLeft } });
    if (workingDaysLeft !== null) expect(shown.planBoard.deadline.workingDaysLeft).toBe(workingDaysLeft);
    const sent = shown.reminders.filter(({ period, state }) => period === String(plan) && state === 'SENT').map(({ rule }) => rule);
    if (lastSent) expect(sent).toContain(lastSent);
    expect(sent).not.toContain(neverSent);
    // One count everywhere: the board's and « Mon tour »'s.
    expect(shown.myTurn.find(({ kind, title }) => kind === 'ADOPT_PLAN' && title.includes(String(plan)))).toMatchObject({ daysLeft, late: daysLeft < 0 });
    const { myTurn } = await (await demo.as('maire')).ask<Shown>('{ myTurn { kind title late } }');
    expect(myTurn.map(({ kind }) => kind)).toContain('SIGN_MINUTES');
  }, 180_000);
});
