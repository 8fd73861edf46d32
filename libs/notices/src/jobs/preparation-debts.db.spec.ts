import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { accepted, type CivilDate } from '#kernel';
import { putToVote, signMinutes } from '../../../programme/src/committee.contract.js';
import { CompleteAction } from '../../../programme/src/actions/complete-action.js';
import { SetActionMilestone } from '../../../programme/src/actions/set-action-milestone.js';
import { StartAction } from '../../../programme/src/actions/start-action.js';
import { actionsOf } from '../../../programme/src/store/action.store.js';
import { ActionDesk } from '../../../programme/src/views/action.desk.js';
import { ActionReader } from '../../../programme/src/views/action.reader.js';
import { openWorld, partnershipId, planUntil, sheetUntil, value, type Who, type World } from '../../../programme/src/world.contract.js';
import type { DebtKind } from '../domain/ladder.js';
import type { Debt } from '../domain/planning.js';
import { debtsOf } from './debts.js';

jest.setTimeout(60_000);

/** J-121 of the plan of 2027: its campaign opens tomorrow. */
let world: World;
beforeEach(async () => {
  world = await openWorld('2026-09-01T09:00:00Z');
});
afterEach(() => world.close());

const debts = (...kinds: DebtKind[]): Promise<Debt[]> =>
  world.work.read(world.ctx.frCoordinator, (tx) => debtsOf(tx, world.zones, { partnershipId, kinds }).then((all) => all.filter(({ kind, period }) => kinds.includes(kind) && !period.startsWith('2026'))));
const whose = ({ debtors }: Debt): Who[] => (Object.keys(world.ctx) as Who[]).filter((who) => debtors.includes(world.ctx[who].actor?.personId ?? '')).sort();
const said = async (kind: DebtKind) => (await debts(kind)).map((debt) => [debt.base, whose(debt)]);
const at = (instant: string): void => world.clock.moveTo(new Date(instant));

/** The rows of C2 are tried on debts made by hand (`rows.spec`); here the plan's room says them, of real acts, and stops saying them when the act is done. */
describe('what a plan in preparation owes, as its room says it', () => {
  it('C2 J-120 to J-65, SHEETS: the technicians of each side that has submitted nothing, from the partners’ own day, until co-validation has passed', async () => {
    expect(await said('SHEETS')).toEqual([['2026-10-17', ['frSecond', 'frTechnician', 'maTechnician']]]);
    await sheetUntil(world, 'COMPLETE');
    expect((await said('SHEETS'))[0]?.[1]).toEqual(['frSecond', 'frTechnician', 'maTechnician']);
    await sheetUntil(world, 'SUBMITTED', '1.1.2');
    expect(await said('SHEETS')).toEqual([['2026-10-17', ['maTechnician']]]);
    await value(world.act.moveMilestone.run(world.ctx.maCoordinator, { partnershipId, milestone: 'SHEETS_DUE', daysBefore: 80 }));
    expect(await said('SHEETS')).toEqual([['2026-10-12', ['maTechnician']]]);
    at('2026-11-02T09:00:00Z');
    expect(await said('SHEETS')).toEqual([]);
  });

  it('C2 J-45, FREEZE: from the day a plan is begun until it is frozen, and again once it is reopened', async () => {
    expect(await said('FREEZE')).toEqual([]);
    const { planId } = await planUntil(world, 'CO_VALIDATED');
    expect((await debts('FREEZE')).map(({ base, debtors, sides }) => [base, debtors, sides])).toEqual([['2026-11-16', [], undefined]]);
    await value(world.act.freeze.run(world.ctx.maCoordinator, { planId }));
    expect(await said('FREEZE')).toEqual([]);
    await value(world.act.reopen.run(world.ctx.frCoordinator, { planId }));
    expect(await said('FREEZE')).toHaveLength(1);
    at('2026-12-02T09:00:00Z');
    expect(await said('FREEZE')).toEqual([]);
  });

  it('C2 action +1, +7, +21, ACTION: each day that was promised, until it is said done', async () => {
    const { planId } = await planUntil(world, 'FROZEN');
    const { meetingId, decisionId } = await putToVote(world, planId, 'CLOSED');
    await value(world.work.run(world.ctx.frElected, async (tx) => accepted(await world.act.decide.onAdopted(tx, planId, { decisionId, adoptedAt: tx.now() }))));
    await world.owner.query(`update decision set state = 'ADOPTED', adopted_at = now() where id = $1`, [decisionId]);
    await signMinutes(world, meetingId, new Date('2026-09-01T08:00:00Z'));
    const [action] = await value(world.work.run(world.ctx.frTechnician, async (tx) => accepted(await actionsOf(tx, partnershipId, {}))));
    const actionId = action!.id;
    const over = [new ActionDesk(world.work, world.zones), new ActionReader(world.zones)] as const;
    expect(await said('ACTION')).toEqual([]);
    await value(new StartAction(...over).run(world.ctx.frTechnician, { actionId }));
    await value(new SetActionMilestone(...over).run(world.ctx.frTechnician, { actionId, label: 'Former', dueOn: '2026-10-05' as CivilDate }));
    expect(await said('ACTION')).toEqual([['2026-10-05', ['frCoordinator', 'maCoordinator']], ['2027-11-30', ['frCoordinator', 'maCoordinator']]]);
    await value(new CompleteAction(...over).run(world.ctx.frTechnician, { actionId, completedOn: '2026-09-01' as CivilDate }));
    expect(await said('ACTION')).toEqual([]);
  });
});
