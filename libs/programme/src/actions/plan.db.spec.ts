import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#kernel';
import { planOf } from '../views/plan.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { closeBallots, putToVote } from '../committee.contract.js';
import { axisId, completion, openWorld, partnershipId, planUntil, refusal, sheetUntil, value, type Who, type World } from '../world.contract.js';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const see = async (planId: string, who: Who = 'frCoordinator') => world.work.read(world.ctx[who], (tx) => planOf(tx, planId));
const countOf = async (sql: string, id: string): Promise<number> => Number((await world.owner.query(`select count(*) from ${sql}`, [id]))[0].count);

describe('openPlan', () => {
  it('opens one plan a year, whoever comes at once (a dropped unique key would let two in)', async () => {
    const { act, ctx } = world;
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => act.open.run(n % 2 ? ctx.frCoordinator : ctx.maCoordinator, { partnershipId, year: 2027 })));
    expect(answers.filter((answer) => !answer.refused)).toHaveLength(1);
    expect(answers.filter((answer) => answer.refused).every((answer) => answer.refused && answer.code === 'PLAN_ALREADY_OPEN')).toBe(true);
    expect((await refusal(act.open.run(ctx.frTechnician, { partnershipId, year: 2028 }))).code).toBe('PLAN_BY_COORDINATORS');
    expect((await refusal(act.open.run(ctx.stranger, { partnershipId, year: 2028 }))).code).toBe('NOT_FOUND');
    expect((await refusal(act.open.run(ctx.frCoordinator, { partnershipId, year: 1 }))).code).toBe('YEAR_OUT_OF_RANGE');
  });
});

describe('addToPlan', () => {
  it('takes co-validated sheets of the same year only', async () => {
    const { act, ctx } = world;
    const planId = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
    const codeOf = async (sheetId: string) => (await refusal(act.add.run(ctx.frCoordinator, { planId, sheetId }))).code;
    expect(await codeOf(await sheetUntil(world, 'DRAFT'))).toBe('SHEET_NOT_CO_VALIDATED');
    expect(await codeOf(await sheetUntil(world, 'SUBMITTED'))).toBe('SHEET_NOT_CO_VALIDATED');
    expect(await codeOf('00000000-0000-7000-8000-00000000dead')).toBe('NOT_FOUND');
    const ready = await sheetUntil(world, 'CO_VALIDATED');
    expect((await refusal(act.add.run(ctx.frTechnician, { planId, sheetId: ready }))).code).toBe('PLAN_BY_COORDINATORS');
    expect((await refusal(act.add.run(ctx.stranger, { planId, sheetId: ready }))).code).toBe('NOT_FOUND');
    await world.owner.query('update project_sheet set year = 2028 where id = $1', [ready]);
    expect(await codeOf(ready)).toBe('SHEET_OF_OTHER_YEAR');
  });

  it('keeps out an axis that no executory decision has opened (AT-13)', async () => {
    const { act, ctx } = world;
    const planId = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
    const sheetId = await sheetUntil(world, 'CO_VALIDATED');
    await world.owner.query('update axis set active = false where id = $1', [axisId(world, 'I')]);
    expect(await refusal(act.add.run(ctx.frCoordinator, { planId, sheetId }))).toMatchObject({ code: 'AXIS_NOT_OPEN', args: { number: 'I' }, source: { reference: 'Art. 3' } });
    await world.owner.query('update axis set active = true where id = $1', [axisId(world, 'I')]);
    await value(act.add.run(ctx.frCoordinator, { planId, sheetId }));
  });

  it('adds a sheet once, in one place, when twenty try at once', async () => {
    const { act, ctx } = world;
    const planId = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
    const sheets = [await sheetUntil(world, 'CO_VALIDATED'), await sheetUntil(world, 'CO_VALIDATED', '2.1.1')];
    const tries = Array.from({ length: 20 }, (_, n) => act.add.run(n % 2 ? ctx.frCoordinator : ctx.maCoordinator, { planId, sheetId: sheets[n % 4 < 2 ? 0 : 1] ?? '' }));
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => !answer.refused)).toHaveLength(2);
    expect((await see(planId))?.actions.map(({ place }) => place)).toEqual([1, 2]);
  });

  it('never lets a sheet be both retained and withdrawn, whoever comes first', async () => {
    const { act, ctx } = world;
    const planId = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
    for (let round = 0; round < 8; round += 1) {
      const sheetId = await sheetUntil(world, 'CO_VALIDATED');
      const [added, gone] = await Promise.all([act.add.run(ctx.maCoordinator, { planId, sheetId }), act.withdraw.run(ctx.frTechnician, { sheetId })]);
      expect([added.refused, gone.refused].filter(Boolean)).toHaveLength(1);
    }
    expect(await countOf(`planned_action action join project_sheet sheet on sheet.id = action.sheet_id where action.plan_id = $1 and sheet.state <> 'CO_VALIDATED'`, planId)).toBe(0);
  });

  it('holds its sheets: no return and no withdrawal while they are in', async () => {
    const { act, ctx } = world;
    const { sheetId, planId } = await planUntil(world, 'COMPOSED');
    expect((await refusal(act.returnSheet.run(ctx.maTechnician, { sheetId, reason: 'Non' }))).code).toBe('SHEET_IN_PLAN');
    expect((await refusal(act.withdraw.run(ctx.frTechnician, { sheetId }))).code).toBe('SHEET_IN_PLAN');
    await value(act.remove.run(ctx.maCoordinator, { planId, sheetId }));
    await value(act.returnSheet.run(ctx.maTechnician, { sheetId, reason: 'Non' }));
    expect((await refusal(act.remove.run(ctx.maCoordinator, { planId, sheetId }))).code).toBe('SHEET_NOT_IN_PLAN');
  });
});

describe('validatePlan', () => {
  it('counts one validation per party and co-validates with the last, when twenty try at once', async () => {
    const { act, ctx } = world;
    const { planId } = await planUntil(world, 'COMPOSED');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => act.validate.run(n % 2 ? ctx.frCoordinator : ctx.maCoordinator, { planId })));
    expect(answers.filter((answer) => !answer.refused)).toHaveLength(2);
    expect(await see(planId)).toMatchObject({ state: 'CO_VALIDATED', validations: [{}, {}] });
    expect(await countOf(`journal where subject_id = $1 and kind = 'ActionPlanCoValidated'`, planId)).toBe(1);
  });

  it('falls when the actions change, and is refused on a list that was not read', async () => {
    const { act, ctx } = world;
    const { planId, sheetId } = await planUntil(world, 'CO_VALIDATED');
    const read = (await see(planId))?.actionsHash ?? '';
    await value(act.add.run(ctx.maCoordinator, { planId, sheetId: await sheetUntil(world, 'CO_VALIDATED', '2.1.1') }));
    expect(await see(planId)).toMatchObject({ state: 'DRAFT', validations: [] });
    expect((await refusal(act.validate.run(ctx.frCoordinator, { planId, actionsHash: read }))).code).toBe('PLAN_ACTIONS_CHANGED');
    await value(act.validate.run(ctx.frCoordinator, { planId, actionsHash: (await see(planId))?.actionsHash ?? '' }));
    await value(act.remove.run(ctx.maCoordinator, { planId, sheetId }));
    expect(await see(planId)).toMatchObject({ state: 'DRAFT', validations: [] });
  });

  it('leaves a plan co-validated only on the actions both saw, while others add and validate', async () => {
    const { act, ctx } = world;
    const { planId } = await planUntil(world, 'COMPOSED');
    const more = [await sheetUntil(world, 'CO_VALIDATED', '2.1.1'), await sheetUntil(world, 'CO_VALIDATED', '2.1.2')];
    await Promise.all([...more.map((sheetId) => act.add.run(ctx.frCoordinator, { planId, sheetId })), ...Array.from({ length: 18 }, (_, n) => act.validate.run(n % 2 ? ctx.frCoordinator : ctx.maCoordinator, { planId }))]);
    const plan = await see(planId);
    expect(plan?.actions).toHaveLength(3);
    expect(plan?.state === 'CO_VALIDATED').toBe(plan?.validations.length === 2);
  });

  it('needs an action, and a coordinator', async () => {
    const { act, ctx } = world;
    const planId = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
    expect((await refusal(act.validate.run(ctx.frCoordinator, { planId }))).code).toBe('PLAN_IS_EMPTY');
    expect((await refusal(act.validate.run(ctx.frElected, { planId }))).code).toBe('PLAN_BY_COORDINATORS');
  });
});

describe('freezePlan', () => {
  it('waits for both validations', async () => {
    const { act, ctx } = world;
    const { planId } = await planUntil(world, 'COMPOSED');
    await value(act.validate.run(ctx.frCoordinator, { planId }));
    expect(await refusal(act.freeze.run(ctx.frCoordinator, { planId }))).toMatchObject({ code: 'PLAN_STATE_FORBIDS', args: { state: 'DRAFT', wanted: 'FREEZE' } });
  });

  it('refuses an action without a budget line, and names it (AT-15)', async () => {
    const { act, ctx } = world;
    const planId = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
    const sheetId = await sheetUntil(world, 'DRAFT');
    await value(act.edit.run(ctx.frTechnician, { ...completion(world, sheetId), title: 'Sans budget', budget: [] }));
    await value(act.submit.run(ctx.frTechnician, { sheetId }));
    await value(act.coValidate.run(ctx.maTechnician, { sheetId, version: 2 }));
    await value(act.add.run(ctx.frCoordinator, { planId, sheetId }));
    await value(act.validate.run(ctx.frCoordinator, { planId }));
    await value(act.validate.run(ctx.maCoordinator, { planId }));
    expect(await refusal(act.freeze.run(ctx.frCoordinator, { planId }))).toMatchObject({ code: 'ACTION_NOT_READY', args: { title: 'Sans budget', budget: 'MISSING', startsOn: 'GIVEN' } });
  });

  it('AT-15: no plan is frozen over an action without indicator, calendar or both transversal answers; outside the axes a reason is asked for, and is enough', async () => {
    const { act, ctx, owner } = world;
    const { planId, sheetId } = await planUntil(world, 'CO_VALIDATED');
    const [whole] = await owner.query('select starts_on::text, ends_on::text, indicators, transversal_answers, axis_id, action_lead_id from project_sheet where id = $1', [sheetId]);
    const one = Object.fromEntries(Object.entries(whole.transversal_answers as Record<string, string>).slice(0, 1));
    const emptied: readonly (readonly [item: string, reference: string, change: string, value: unknown])[] = [
      ['indicators', 'Annexe I, Évaluation', 'indicators', '[]'],
      ['startsOn', 'Art. 4-1', 'starts_on', null],
      ['endsOn', 'Art. 4-1', 'ends_on', null],
      ['transversal', 'Art. 3', 'transversal_answers', JSON.stringify(one)],
    ];
    for (const [item, reference, column, emptyValue] of emptied) {
      await owner.query(`update project_sheet set ${column} = $2 where id = $1`, [sheetId, emptyValue]);
      expect(await refusal(act.freeze.run(ctx.frCoordinator, { planId }))).toMatchObject({ code: 'ACTION_NOT_READY', args: { [item]: 'MISSING' }, source: { reference } });
      const kept = whole[column];
      await owner.query(`update project_sheet set ${column} = $2 where id = $1`, [sheetId, typeof kept === 'string' ? kept : JSON.stringify(kept)]);
    }
    await owner.query('update project_sheet set axis_id = null, action_lead_id = null where id = $1', [sheetId]);
    expect(await refusal(act.freeze.run(ctx.frCoordinator, { planId }))).toMatchObject({ code: 'ACTION_NOT_READY', args: { axis: 'MISSING' }, source: { reference: 'C5 Q21' } });
    await owner.query(`update project_sheet set outside_axes_reason = 'Demande commune des deux maires.' where id = $1`, [sheetId]);
    await value(act.freeze.run(ctx.frCoordinator, { planId }));
  });

  it('keeps the whole content under its SHA-256, and nothing moves any more', async () => {
    const { act, ctx } = world;
    const { planId, sheetId } = await planUntil(world, 'FROZEN');
    const [row] = await world.owner.query('select content, content_hash from action_plan where id = $1', [planId]);
    expect(createHash('sha256').update(canonicalJson(row.content as Json)).digest('hex')).toBe(row.content_hash);
    expect(row.content).toMatchObject({ year: 2027, actions: [{ place: 1, axisNumber: 'I', sheetVersion: 2, startsOn: '2027-01-11' }], totals: [{ amountMinor: '123456', currency: 'EUR' }, { amountMinor: '2640000000', currency: 'MAD' }] });
    expect((await refusal(act.remove.run(ctx.frCoordinator, { planId, sheetId }))).code).toBe('PLAN_STATE_FORBIDS');
    expect((await refusal(act.add.run(ctx.frCoordinator, { planId, sheetId }))).code).toBe('PLAN_STATE_FORBIDS');
    expect((await refusal(act.freeze.run(ctx.frCoordinator, { planId }))).code).toBe('PLAN_STATE_FORBIDS');
  });
});

describe('reopenPlan', () => {
  it('is refused while the committee votes, and otherwise forgets content, hash and validations', async () => {
    const { act, ctx } = world;
    const { planId } = await planUntil(world, 'FROZEN');
    const { decisionId } = await putToVote(world, planId, 'OPEN');
    expect((await refusal(act.reopen.run(ctx.frCoordinator, { planId }))).code).toBe('PLAN_ON_OPEN_BALLOT');
    await closeBallots(world, decisionId);
    await value(act.reopen.run(ctx.frCoordinator, { planId }));
    expect(await see(planId)).toMatchObject({ state: 'DRAFT', contentHash: null, frozenAt: null, validations: [] });
    expect((await refusal(act.reopen.run(ctx.frCoordinator, { planId }))).code).toBe('PLAN_STATE_FORBIDS');
  });
});

describe('a revised plan', () => {
  it('starts with the adopted actions and keeps the version before', async () => {
    const { act, ctx, work } = world;
    const { planId, sheetId } = await planUntil(world, 'FROZEN');
    const { decisionId } = await putToVote(world, planId, 'CLOSED');
    await value(work.run(ctx.frElected, async (tx) => (await act.decide.onAdopted(tx, planId, { decisionId, adoptedAt: world.clock.now() }), { refused: false, value: true as const })));
    const revised = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
    expect(await see(revised)).toMatchObject({ version: 2, state: 'DRAFT', actions: [{ place: 1, sheet: { id: sheetId } }] });
    await value(act.remove.run(ctx.frCoordinator, { planId: revised, sheetId }));
    await value(act.add.run(ctx.frCoordinator, { planId: revised, sheetId }));
    expect(await see(planId)).toMatchObject({ version: 1, state: 'ADOPTED', actions: [{}] });
    expect(await work.read(ctx.frTechnician, (tx) => sheetOf(tx, sheetId))).toMatchObject({ state: 'ADOPTED' });
  });
});
