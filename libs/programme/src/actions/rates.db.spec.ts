import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { convertMoney, decimalsIn, money, type CivilDate, type Currency } from '#kernel';
import type { GraphqlRequest } from '#platform';
import { budgetTable } from '../domain/budget-table.js';
import { openWorld, partnershipId, planUntil, refusal, sheetUntil, value, type Who, type World } from '../world.contract.js';
import { budgetParties } from '../views/budget.reader.js';
import { PlanBudgetView, SheetBudgetView } from '../views/budget.view.js';
import { planOf } from '../views/plan.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ratesInForce } from '../store/rate.store.js';
import { RecordRate } from './record-rate.js';
import { WithdrawRate } from './withdraw-rate.js';

let world: World;
let record: RecordRate;
let withdraw: WithdrawRate;
beforeAll(async () => {
  world = await openWorld();
  record = new RecordRate(world.work, world.zones);
  withdraw = new WithdrawRate(world.work);
});
afterAll(() => world.close());

const typed = (over: object = {}) => ({ partnershipId, from: 'EUR', to: 'MAD', value: '10,8534', day: '2026-11-20' as CivilDate, source: 'Banque centrale, cours de référence', ...over });
/** What a page asks for, in one read of its own. */
const looking = <T>(who: Who, look: (request: GraphqlRequest) => Promise<T>): Promise<T> => world.work.read({ ...world.ctx[who], language: 'fr' }, (tx) => look({ ctx: { ...world.ctx[who], language: 'fr' }, read: async () => tx }));
const ofPlan = (id: string, who: Who = 'frCoordinator') => looking(who, async (request) => new PlanBudgetView().budgetTable((await planOf(await request.read(), id))!, request));
const ofSheet = (id: string, who: Who = 'frCoordinator') => looking(who, async (request) => new SheetBudgetView().budgetTable((await sheetOf(await request.read(), id))!, request));
const said = ({ conversions }: Awaited<ReturnType<typeof ofPlan>>) => Object.fromEntries(conversions.map(({ currency, total }) => [currency, total?.amountMinor ?? null]));

describe('a dated rate', () => {
  it('is written by a coordination once a pair and a day, whichever way it is said and whoever comes at once', async () => {
    const { ctx } = world;
    const codes = async (who: Who, over: object = {}) => (await refusal(record.run(ctx[who], typed(over)))).code;
    expect(await Promise.all([codes('frTechnician'), codes('stranger'), codes('frCoordinator', { day: '2026-11-23' }), codes('frCoordinator', { value: '1.2.3' })])).toEqual(['PLAN_BY_COORDINATORS', 'NOT_FOUND', 'RATE_DAY_AHEAD', 'NOT_A_RATE']);
    const day = { day: '2026-10-01' };
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => record.run(n % 2 ? ctx.frCoordinator : ctx.maCoordinator, typed(n % 3 ? day : { ...day, from: 'MAD', to: 'EUR', value: '0,0921' }))));
    expect(answers.filter(({ refused }) => !refused)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.refused ? [answer.code] : []))).toEqual(Array.from({ length: 7 }, () => 'RATE_ALREADY_THAT_DAY'));
    const [written] = answers.flatMap((answer) => (answer.refused ? [] : [answer.value]));
    expect((await refusal(withdraw.run(ctx.stranger, { rateId: written! }))).code).toBe('NOT_FOUND');
    await value(withdraw.run(ctx.maCoordinator, { rateId: written! }));
    expect((await refusal(withdraw.run(ctx.maCoordinator, { rateId: written! }))).code).toBe('RATE_WITHDRAWN');
    // Withdrawn, it makes room; it stays for ever, with who withdrew it.
    await value(withdraw.run(ctx.frCoordinator, { rateId: await value(record.run(ctx.frCoordinator, typed(day))) }));
    expect(await world.owner.query(`select pair, withdrawn_by is not null as gone from exchange_rate`)).toEqual([{ pair: 'EUR-MAD', gone: true }, { pair: 'EUR-MAD', gone: true }]);
    await expect(world.work.run(ctx.frCoordinator, async (tx) => (await tx.query(`update exchange_rate set value = 1`), { refused: false, value: true } as const))).rejects.toThrow(/permission denied/);
  });

  it('counts in every plan not frozen, is kept by the one frozen with it, and no other total moves then', async () => {
    const { act, ctx } = world;
    const { planId, sheetId } = await planUntil(world, 'CO_VALIDATED');
    const bare = await ofPlan(planId);
    expect(bare.conversions.map(({ total, sentence }) => [total, sentence])).toEqual([
      [null, 'En EUR\u00a0: il manque un cours entre EUR et MAD. Une coordination l’écrit sur le plan d’action, sous «\u00a0Budget du plan\u00a0».'],
      [null, 'En MAD\u00a0: il manque un cours entre MAD et EUR. Une coordination l’écrit sur le plan d’action, sous «\u00a0Budget du plan\u00a0».'],
    ]);
    expect([bare.recordRate.allowed, (await ofPlan(planId, 'frTechnician')).recordRate.allowed]).toEqual([true, false]);
    const rateId = await value(record.run(ctx.frCoordinator, typed()));
    // 1 234,56 € and 26 400 000,00 MAD at 10,8534: 26 400 000 / 10,8534 = 2 432 417,4912… and 1 234,56 × 10,8534 = 13 399,1735…
    const expected = { EUR: 123_456n + 243_241_749n, MAD: 1_339_917n + 2_640_000_000n };
    const [plan, sheet] = [await ofPlan(planId), await ofSheet(sheetId, 'maTechnician')];
    expect([said(plan), said(sheet)]).toEqual([expected, expected]);
    expect(plan.rates).toMatchObject([{ id: rateId, equation: '1 EUR = 10,8534 MAD', sentence: 'Cours du 20 novembre 2026. Source\u00a0: Banque centrale, cours de référence.', withdraw: { allowed: true } }]);
    expect(plan.rows.map(({ name, sums }) => [name, sums.converted.map(({ amountMinor }) => amountMinor)])).toEqual([['Villeneuve-la-Garenne', [123_456n, 1_339_917n]], ['Tiznit', [243_241_749n, 2_640_000_000n]]]);
    await value(act.freeze.run(ctx.maCoordinator, { planId }));
    const [{ content }] = await world.owner.query('select content from action_plan where id = $1', [planId]);
    expect(content).toMatchObject({ rates: [{ id: rateId, from: 'EUR', to: 'MAD', value: '10.8534', day: '2026-11-20', source: 'Banque centrale, cours de référence' }], converted: [{ currency: 'EUR', amountMinor: '243365205' }, { currency: 'MAD', amountMinor: '2641339917' }] });
    expect(await refusal(withdraw.run(ctx.frCoordinator, { rateId }))).toMatchObject({ code: 'RATE_USED_BY_PLAN', args: { year: '2027' } });
    // Another rate comes the day after: the frozen plan and its fiche stay; a fiche of no plan follows.
    await value(record.run(ctx.maCoordinator, typed({ from: 'MAD', to: 'EUR', value: '0,1', day: '2026-11-21' })));
    expect([said(await ofPlan(planId)), said(await ofSheet(sheetId))]).toEqual([expected, expected]);
    expect((await ofPlan(planId)).recordRate).toMatchObject({ allowed: false, refusal: { code: 'PLAN_STATE_FORBIDS' } });
    expect(said(await ofSheet(await sheetUntil(world, 'SUBMITTED', '2.1.1')))).toEqual({ EUR: 123_456n + 264_000_000n, MAD: 1_234_560n + 2_640_000_000n });
    await value(act.reopen.run(ctx.frCoordinator, { planId }));
    expect(said(await ofPlan(planId))).toEqual({ EUR: 123_456n + 264_000_000n, MAD: 1_234_560n + 2_640_000_000n });
  });

  it('is either withdrawn first or frozen with, never both, whoever is faster', async () => {
    const { act, ctx } = world;
    const [{ id: planId }] = await world.owner.query('select id from action_plan');
    for (let round = 0; round < 6; round += 1) {
      const rateId = await value(record.run(ctx.frCoordinator, typed({ day: `2026-11-22`, value: `11,${round}` })));
      await value(act.validate.run(ctx.frCoordinator, { planId }));
      await value(act.validate.run(ctx.maCoordinator, { planId }));
      const [frozen, gone] = await Promise.all([act.freeze.run(ctx.frCoordinator, { planId }), withdraw.run(ctx.maCoordinator, { rateId })]);
      const [{ content }] = await world.owner.query('select content from action_plan where id = $1', [planId]);
      const kept = (content as { rates: { id: string }[] }).rates.some(({ id }) => id === rateId);
      expect([frozen.refused, gone.refused]).toEqual([false, kept]);
      await value(act.reopen.run(ctx.frCoordinator, { planId }));
      if (kept) await value(withdraw.run(ctx.maCoordinator, { rateId }));
    }
    const [rate] = await world.work.read(ctx.frCoordinator, (tx) => ratesInForce(tx, [partnershipId]));
    expect(rate).toMatchObject({ day: '2026-11-21', usedIn: null });
  });
});

describe('PostgreSQL as the oracle', () => {
  it('converts and adds as its exact numbers do, over five hundred lines of seven currencies', async () => {
    const codes: readonly Currency[] = ['EUR', 'MAD', 'TND', 'KWD', 'XOF', 'JPY', 'USD'];
    let seed = 20_261_122;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const rates = codes.slice(1).map((to, n) => ({ id: to, from: 'EUR' as Currency, to, value: ['10.8534', '3.375', '0.33', '655.957', '161.27', '1.0861'][n]!, day: '2026-11-20' as CivilDate, source: 'x' }));
    const lines = Array.from({ length: 500 }, (_, n) => ({ label: String(n), partyId: null, funder: `F${next(5)}`, kind: next(2) ? ('CASH' as const) : ('IN_KIND' as const), amountMinor: String(BigInt(next(2_000_000_000)) * BigInt(next(400_000))), currency: codes[next(codes.length)]! }));
    const rows = lines.map((line) => ({ ...line, places: decimalsIn(line.currency), rate: rates.find(({ to }) => to === line.currency)?.value ?? '1' }));
    const [found] = (await world.owner.query(
      `with told as (select "amountMinor"::numeric * 100 as n, rate::numeric * power(10::numeric, places) as d, funder from jsonb_to_recordset($1) as line("amountMinor" text, rate text, places int, funder text)),
         near as (select funder, div(n, d) as whole, mod(n, d) * 2 as twice, d from told),
         lines as (select funder, whole + case when twice > d or (twice = d and mod(whole, 2) = 1) then 1 else 0 end as cents from near)
       select sum(cents)::text as total, (select jsonb_object_agg(funder, cents) from (select funder, sum(cents)::text as cents from lines group by funder) each) as funders from lines`,
      [JSON.stringify(rows)],
    )) as { total: string; funders: Record<string, string> }[];
    const table = budgetTable(lines, { parties: budgetParties([{ id: 'fr', shortName: 'FR', territory: { currency: 'EUR' } }] as never), rates });
    expect(table.conversions).toMatchObject([{ currency: 'EUR', total: money(BigInt(found!.total), 'EUR') }]);
    expect(Object.fromEntries(table.rows.map(({ payer, converted }) => [payer.name, converted[0]!.amountMinor.toString()]))).toEqual(found!.funders);
    // The other way, a product: PostgreSQL's own rounding differs on exact halves only, and there ours is even.
    const [{ xof }] = await world.owner.query(`select round(0.25 * 655.957 * 8)::text as xof`);
    expect(convertMoney(money(200n, 'EUR'), 'XOF', rates[3]!).amountMinor).toBe(BigInt(xof));
  });
});
