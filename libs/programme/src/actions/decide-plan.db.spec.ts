import { afterEach, describe, expect, it } from '@jest/globals';
import { accepted, type Answer } from '#kernel';
import { ForecastAmounts } from '#agreement';
import type { Tx } from '#platform';
import { LifeReader } from '../../../agreement/src/views/life.reader.js';
import { SayPlanAmount } from './say-plan-amount.js';
import { planOf } from '../views/plan.reader.js';
import { putToVote, signMinutes, type CommitteeRows } from '../committee.contract.js';
import { openWorld, partnershipId, planUntil, value, type World } from '../world.contract.js';

let world: World;
afterEach(() => world.close());

const inTx = <T>(act: (tx: Tx) => Promise<T>): Promise<Answer<T>> => world.work.run(world.ctx.frElected, async (tx) => accepted(await act(tx)));
const see = (planId: string) => world.work.read(world.ctx.frElected, (tx) => planOf(tx, planId));

async function adoptedAt(instant: string): Promise<{ planId: string } & CommitteeRows> {
  const { planId } = await planUntil(world, 'FROZEN');
  const rows = await putToVote(world, planId, 'CLOSED');
  await value(inTx((tx) => world.act.decide.onAdopted(tx, planId, { decisionId: rows.decisionId, adoptedAt: new Date(instant) })));
  return { planId, ...rows };
}

describe('the plan as a decision of the committee', () => {
  it('cannot be put to the vote before it is frozen, and then is put with its very content', async () => {
    world = await openWorld();
    const { planId } = await planUntil(world, 'CO_VALIDATED');
    const tooEarly = await world.work.run(world.ctx.frElected, (tx) => world.act.decide.freeze(tx, planId));
    expect(tooEarly).toMatchObject({ refused: true, code: 'PLAN_STATE_FORBIDS', args: { wanted: 'DECIDE' } });
    await value(world.act.freeze.run(world.ctx.frCoordinator, { planId }));
    const { text, data } = await value(world.work.run(world.ctx.frElected, (tx) => world.act.decide.freeze(tx, planId)));
    const plan = await see(planId);
    expect(text).toContain('valide le plan d’action 2027');
    expect(text).toContain(plan?.contentHash);
    expect(data).toMatchObject({ contentHash: plan?.contentHash, content: { actions: [{ place: 1 }] } });
    expect(await world.work.run(world.ctx.stranger, (tx) => world.act.decide.freeze(tx, planId))).toMatchObject({ refused: true, code: 'NOT_FOUND' });
  });

  it.each([
    { instant: '2026-12-30T22:59:00.000Z', where: '30 Dec 23:59 in Paris', onTime: true, words: 'Dans les délais' },
    { instant: '2026-12-30T23:30:00.000Z', where: '31 Dec 00:30 in Paris, 30 Dec 23:30 in Tiznit', onTime: false, words: 'Hors délai' },
  ])('judges adoption at $where from the rule (AT-07, AT-08): on time $onTime', async ({ instant, onTime, words }) => {
    world = await openWorld();
    const { planId } = await adoptedAt(instant);
    const plan = await see(planId);
    expect(plan).toMatchObject({ state: 'ADOPTED', onTime, colour: 'AMBER', executoryAt: null, onTimeSource: { reference: 'Art. 3, C5 Q8' } });
    expect(plan?.onTimeSentence).toContain(words);
    expect(plan?.onTimeSource?.quote).toContain('avant le 31 décembre');
    expect(await world.owner.query(`select data from outbox where kind = 'ActionPlanAdopted'`)).toMatchObject([{ data: { onTime } }]);
  });

  it('says, once adopted with its budget, what the convention is expected to cost: no line « montant prévisionnel absent » any more (AT-30)', async () => {
    world = await openWorld();
    const amounts = new ForecastAmounts();
    new SayPlanAmount(amounts).onModuleInit();
    const missing = () => world.work.read(world.ctx.frElected, async (tx) => (await new LifeReader(world.zones, amounts).all(tx, partnershipId)).flatMap(({ warnings }) => warnings.filter(({ code }) => code === 'AMOUNT_MISSING')));
    expect(await missing()).toMatchObject([{ party: null, source: { kind: 'LAW', reference: 'L. 1115-1 CGCT' } }]);
    const { planId } = await planUntil(world, 'FROZEN');
    expect(await missing()).toHaveLength(1);
    const rows = await putToVote(world, planId, 'CLOSED');
    await value(inTx((tx) => world.act.decide.onAdopted(tx, planId, { decisionId: rows.decisionId, adoptedAt: new Date('2026-12-10T10:00:00.000Z') })));
    expect(await missing()).toEqual([]);
    // Planted: a budget that comes to nothing says nothing.
    await world.owner.query(`update action_plan set content = jsonb_set(content, '{totals}', '[{"amountMinor": "0", "currency": "EUR"}]')`);
    expect(await missing()).toHaveLength(1);
  });

  it('is executory by the minutes alone: one signature less and it stays amber (AT-01)', async () => {
    world = await openWorld();
    const { planId, meetingId, decisionId } = await adoptedAt('2026-12-10T10:00:00.000Z');
    expect(await see(planId)).toMatchObject({ colour: 'AMBER' });
    const executoryAt = new Date('2026-12-12T09:00:00.000Z');
    await signMinutes(world, meetingId, executoryAt);
    await value(inTx((tx) => world.act.decide.onExecutory(tx, planId, { decisionId, executoryAt })));
    expect(await see(planId)).toMatchObject({ colour: 'GREEN', executoryAt, onTime: true });
    expect(await world.owner.query(`select data from outbox where kind = 'ActionPlanBecameExecutory'`)).toMatchObject([{ data: { executoryAt: executoryAt.toISOString(), decisionId } }]);
    const columns = await world.owner.query(`select column_name from information_schema.columns where table_name = 'action_plan' and column_name like '%executory%'`);
    expect(columns).toEqual([]);
  });

  it('judges at the last signature when the partners count to it, and keeps a rule changed later out of it', async () => {
    world = await openWorld();
    const setting = { day: '12-31', inclusive: false, event: 'EXECUTORY', zoneRule: 'EARLIEST' };
    await world.owner.query(`update rule set value = $1 where key = 'deadline'`, [JSON.stringify(setting)]);
    await world.owner.query(`update rule_version set value = $1 where key = 'deadline'`, [JSON.stringify(setting)]);
    const { planId, meetingId, decisionId } = await adoptedAt('2026-12-10T10:00:00.000Z');
    expect(await see(planId)).toMatchObject({ onTime: null, onTimeSentence: null });
    const executoryAt = new Date('2027-01-04T09:00:00.000Z');
    await signMinutes(world, meetingId, executoryAt);
    await value(inTx((tx) => world.act.decide.onExecutory(tx, planId, { decisionId, executoryAt })));
    expect(await see(planId)).toMatchObject({ onTime: false });
    await world.owner.query(`update rule set value = $1 where key = 'deadline'`, [JSON.stringify({ ...setting, inclusive: true, event: 'ADOPTION' })]);
    expect(await see(planId)).toMatchObject({ onTime: false });
  });

  it('has no deadline to miss without a rule (AT-18)', async () => {
    world = await openWorld();
    await world.owner.query(`delete from rule where key = 'deadline'`);
    await world.owner.query(`delete from rule_version where key = 'deadline'`);
    const { planId } = await adoptedAt('2027-06-01T10:00:00.000Z');
    expect(await see(planId)).toMatchObject({ state: 'ADOPTED', onTime: null, onTimeSentence: null });
  });
});
