import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CivilDate } from '#kernel';
import { seatsAt } from '#parties';
import { findDocuments } from '#platform';
import { putToVote, signMinutes } from '../committee.contract.js';
import { actionsOf } from '../store/action.store.js';
import { actionDebts } from '../views/action-debts.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { personalDuties } from '../views/personal-duties.js';
import { openWorld, partnershipId, planUntil, refusal, value, type Who, type World } from '../world.contract.js';
import { CancelAction } from './cancel-action.js';
import { NameActionOwner } from './name-action-owner.js';
import { OpenAction } from './open-action.js';
import { RaiseBlocker } from './raise-blocker.js';
import { ReportAction } from './report-action.js';
import { SetActionMilestone } from './set-action-milestone.js';
import { StartAction } from './start-action.js';

let world: World;
let act: ReturnType<typeof actsOver>;
let actionId: string;
let meetingId: string;
let decisionId: string;
const day = (text: string): CivilDate => text as CivilDate;

function actsOver({ work, zones }: World) {
  const [desk, reader] = [new ActionDesk(work, zones), new ActionReader(zones)];
  return {
    reader, open: new OpenAction(work, reader, zones), owner: new NameActionOwner(desk, reader, zones), milestone: new SetActionMilestone(desk, reader), start: new StartAction(desk, reader),
    report: new ReportAction(desk, reader), block: new RaiseBlocker(desk, reader), cancel: new CancelAction(desk, reader),
  };
}

const stories = async () => value(world.work.run(world.ctx.frTechnician, async (tx) => accepted(await actionsOf(tx, partnershipId, {}))));
const story = async () => (await stories()).find(({ id }) => id === actionId)!;
const shown = (who: Who = 'frTechnician') => world.work.read(world.ctx[who], (tx) => act.reader.actionOf(tx, actionId));

beforeAll(async () => {
  world = await openWorld();
  act = actsOver(world);
  const { planId } = await planUntil(world, 'FROZEN');
  ({ meetingId, decisionId } = await putToVote(world, planId, 'CLOSED'));
  await value(world.work.run(world.ctx.frElected, async (tx) => accepted(await world.act.decide.onAdopted(tx, planId, { decisionId, adoptedAt: tx.now() }))));
  await world.owner.query(`update decision set state = 'ADOPTED', adopted_at = now() where id = $1`, [decisionId]);
  actionId = (await stories())[0]!.id;
});
afterAll(() => world.close());

describe('actions follow the plan', () => {
  it('are there with its adoption, under the id of their place in it, and wait for the signatures', async () => {
    expect(await story()).toMatchObject({ state: 'PLANNED', percent: 0, year: 2027, executoryAt: null, decisionId });
    expect(await world.owner.query('select id from planned_action where id = $1', [actionId])).toHaveLength(1);
    expect(await refusal(act.start.run(world.ctx.frTechnician, { actionId }))).toMatchObject({ code: 'ACTION_NOT_EXECUTORY', source: { kind: 'ARTICLE', reference: expect.stringContaining('Art. 5') } });
    expect(await refusal(act.start.run(world.ctx.frTechnician, { actionId, reason: 'Urgent' }))).toMatchObject({ code: 'ACTION_BY_COORDINATORS' });
    expect(await shown()).toMatchObject({ executoryAt: null, late: false, executorySentence: expect.stringContaining('ne peut pas encore commencer') });
    await signMinutes(world, meetingId, new Date('2026-12-14T16:05:00Z'));
    await value(act.start.run(world.ctx.frTechnician, { actionId }));
    expect(await shown()).toMatchObject({ state: 'STARTED', earlySentence: null, executorySentence: expect.stringContaining('14 décembre 2026') });
  });

  it('keep both reports when two sides write at once, in their order, and nothing of them changes again', async () => {
    const before = (await story()).entries.length;
    const reports = Array.from({ length: 6 }, (_, index) => act.report.run(world.ctx[index % 2 ? 'maTechnician' : 'frTechnician'], { actionId, percent: 10 + index, note: `Point ${index}` }));
    for (const answer of await Promise.all(reports)) expect(answer.refused).toBe(false);
    const { entries, percent } = await story();
    expect(entries).toHaveLength(before + 6);
    expect(new Set(entries.slice(-6).map(({ note }) => note)).size).toBe(6);
    expect(entries.map(({ place }) => place)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.at(-1)).toMatchObject({ kind: 'REPORT', content: { percent } });
    for (const change of [`update followed_action_entry set note = 'autre'`, 'delete from followed_action_entry', 'delete from followed_action']) await expect(world.owner.query(change)).rejects.toThrow();
  });

  it('would lose one without the row’s lock: planted, two lines at the same place are refused by the key', async () => {
    const line = `insert into followed_action_entry select partnership_id, action_id, place, kind, content, note, party_id, person_id, occurred_at, recorded_at from followed_action_entry where action_id = $1 and place = 1`;
    await expect(world.owner.query(line, [actionId])).rejects.toThrow(/followed_action_entry_pkey/);
  });

  it('are found by what was written of them, by those who may read them', async () => {
    await value(act.block.run(world.ctx.maTechnician, { actionId, what: 'Gymnase en travaux', since: day('2026-11-20') }));
    expect((await story()).state).toBe('BLOCKED');
    const found = (who: Who) => world.work.read(world.ctx[who], (tx) => findDocuments(tx, 'gymnase', { partnershipIds: [partnershipId], first: 5, after: 0 }));
    expect((await found('frElected')).results).toMatchObject([{ kind: 'followedAction', pageId: actionId }]);
    expect((await found('stranger')).results).toEqual([]);
    expect(await world.work.read(world.ctx.stranger, (tx) => act.reader.actionOf(tx, actionId))).toBeNull();
    expect(await refusal(act.report.run(world.ctx.stranger, { actionId, percent: 1 }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('owe a word once a day they promised has passed: the named owner, else the coordination', async () => {
    await value(act.milestone.run(world.ctx.frTechnician, { actionId, label: 'Former', dueOn: day('2026-11-10') }));
    const seats = await world.work.read(world.ctx.frTechnician, (tx) => seatsAt(tx, partnershipId, { instant: tx.now(), zones: world.zones }));
    const seatOf = (office: string): string => seats.find((seat) => seat.office === office)!.seatId;
    expect(await refusal(act.owner.run(world.ctx.frTechnician, { actionId, seatId: seatOf('maTechnician') }))).toMatchObject({ code: 'OWNER_NOT_SEATED' });
    await value(act.owner.run(world.ctx.frCoordinator, { actionId, seatId: seatOf('frSecond') }));
    const duties = (who: Who) => world.work.read(world.ctx[who], async (tx) => (await personalDuties(tx, world.ctx[who].actor!, world.zones)).filter(({ kind }) => kind === 'UPDATE_ACTION'));
    expect(await duties('frSecond')).toMatchObject([{ phrase: 'updateAction', values: { label: 'Former' }, dueOn: '2026-11-10', href: `/actions/${actionId}` }]);
    expect([await duties('frTechnician'), await duties('frCoordinator')]).toEqual([[], []]);
    expect(await duties('maCoordinator')).toHaveLength(1);
    const debts = await world.work.read(world.ctx.frTechnician, (tx) => actionDebts(tx, world.zones, partnershipId));
    expect(debts.map(({ dueOn, past }) => [dueOn, past])).toEqual([['2026-11-10', true], ['2027-11-30', false]]);
    expect(await shown('frSecond')).toMatchObject({ mine: true, late: true, lateSentence: expect.stringContaining('Former') });
  });

  it('end by another decision of the committee only', async () => {
    expect(await refusal(act.cancel.run(world.ctx.frCoordinator, { actionId, reason: 'Motif' }))).toMatchObject({ code: 'ACTION_NEEDS_DECISION' });
    expect(await refusal(act.cancel.run(world.ctx.frCoordinator, { actionId, reason: 'Motif', decisionId }))).toMatchObject({ code: 'ACTION_NEEDS_DECISION' });
  });
});

describe('a decision outside any plan', () => {
  it('is followed up by a coordination, and its action says which decision and which minutes', async () => {
    const input = { decisionId, title: 'Déposer la candidature', endsOn: day('2026-12-20') };
    expect(await refusal(act.open.run(world.ctx.frTechnician, input))).toMatchObject({ code: 'ACTION_BY_COORDINATORS' });
    expect(await refusal(act.open.run(world.ctx.stranger, input))).toMatchObject({ code: 'NOT_FOUND' });
    const opened = await value(act.open.run(world.ctx.maCoordinator, input));
    const followUp = await world.work.read(world.ctx.frTechnician, (tx) => act.reader.actionOf(tx, opened));
    expect(followUp).toMatchObject({ year: 2026, sheetId: null, state: 'PLANNED', decision: { id: decisionId, meetingId, minutesNumber: 'PV-2026-1' } });
    const year = await world.work.read(world.ctx.frElected, (tx) => act.reader.yearOf(tx, { partnershipId, year: null }));
    expect(year).toMatchObject({ year: 2026, years: [2027, 2026], actions: [{ id: opened }] });
  });
});
