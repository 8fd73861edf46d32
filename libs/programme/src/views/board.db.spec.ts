import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Language } from '#kernel';
import type { ReadTx } from '#platform';
import { putToVote, signMinutes } from '../committee.contract.js';
import { openWorld, partnershipId, planUntil, refusal, sheetUntil, value, type Who, type World } from '../world.contract.js';
import { boardOf } from './board.reader.js';
import { calendarOf } from './calendar.reader.js';
import type { PlanBoardType } from './plan.types.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function look(who: Who = 'frCoordinator', language: Language = 'fr'): Promise<{ board: PlanBoardType; statements: number }> {
  let statements = 0;
  const board = await world.work.read({ ...world.ctx[who], language }, (tx) => {
    const counting: ReadTx = { ...tx, query: (sql, parameters) => ((statements += 1), tx.query(sql, parameters)) };
    return boardOf(counting, { partnershipId, year: 2027 }, world.zones);
  });
  if (!board) throw new Error('no board');
  return { board, statements };
}
const codes = ({ blockers }: PlanBoardType): string[] => blockers.map(({ code }) => code);
const sizes = ({ columns }: PlanBoardType) => Object.fromEntries(columns.map(({ state, sheets }) => [state, sheets.length]));

describe('the board of the plan', () => {
  it('shows an empty year: V and VI uncovered, 13 leads, the countdown of both countries (AT-16)', async () => {
    const { board } = await look();
    expect(board.coverage.map(({ axis, leads }) => [axis.number, leads])).toEqual([['I', 3], ['II', 4], ['III', 3], ['IV', 3], ['V', 0], ['VI', 0]]);
    expect(board.coverage.filter(({ uncovered }) => uncovered).map(({ axis }) => axis.number)).toEqual(['V', 'VI']);
    expect(board.coverage[4]?.sentence).toBe('Axe V\u00a0: aucune fiche, aucune piste d’action.');
    // 23 Nov to 30 Dec 2026: 28 days of the week, less Christmas in France.
    expect(board.deadline).toMatchObject({ day: '2026-12-31', lastDay: '2026-12-30', daysLeft: 38, workingDaysLeft: 27, zone: 'Europe/Paris' });
    expect(board.deadline?.sentence).toBe('Le plan 2027 est à valider par le comité de pilotage avant le 31 décembre 2026 (Art. 3)\u00a0: le dernier jour utile est le mercredi 30 décembre 2026.');
    expect(board.uncoveredSentence).toBe('Les axes V et VI n’ont ni piste ni fiche.');
    expect(board).toMatchObject({ plan: null, colour: 'RED', totals: [] });
    expect(codes(board)).toEqual(['NO_PLAN']);
  });

  it('places each sheet in its column, names what blocks and where to go, in at most ten statements', async () => {
    const draft = await sheetUntil(world, 'DRAFT', '4.1.1');
    const submitted = await sheetUntil(world, 'SUBMITTED', '3.2.1');
    const ready = await sheetUntil(world, 'CO_VALIDATED', '2.1.1');
    const { planId, sheetId } = await planUntil(world, 'COMPOSED');
    const { board, statements } = await look();
    expect(statements).toBeLessThanOrEqual(10);
    expect(sizes(board)).toEqual({ PROPOSED: 2, EXAMINED: 1, RETAINED: 1, VALIDATED: 0 });
    expect(board.columns.map(({ title }) => title)).toEqual(['Proposée', 'Instruite', 'Retenue', 'Validée']);
    // The tests' clock stands still: sheets of one millisecond have no order among them.
    expect(board.blockers.map(({ code, subjectId, href }) => `${code} ${subjectId} ${href}`).sort()).toEqual([
      `PARTY_TO_VALIDATE ${planId} /plans/2027#acts`,
      `PARTY_TO_VALIDATE ${planId} /plans/2027#acts`,
      `SHEET_TO_CO_VALIDATE ${submitted} /sheets/${submitted}#next`,
      // The field that is asked for first.
      `SHEET_TO_FINISH ${draft} /sheets/${draft}#context`,
      `SHEET_TO_RETAIN ${ready} /plans/2027#sheet-${ready}`,
    ]);
    expect(board.blockers.map(({ sentence }) => sentence).join()).toContain('attend la validation de Tiznit');
    expect(board.totals).toEqual([{ currency: 'EUR', amountMinor: 123_456n }, { currency: 'MAD', amountMinor: 2_640_000_000n }]);
    expect(board.plan?.actions.map(({ sheet }) => sheet.id)).toEqual([sheetId]);
  });

  it('AT-16: Annexe II came in as 6 axes, 6 operations and 13 leads; 1.1.1 aims at 90 + 30 = 120', async () => {
    const strategic = world.programme.axes.filter(({ kind }) => kind === 'STRATEGIC');
    const operations = strategic.flatMap((axis) => axis.operations);
    const leads = operations.flatMap((operation) => operation.leads);
    expect([strategic.length, operations.length, leads.length]).toEqual([6, 6, 13]);
    const targets = leads.find(({ number }) => number === '1.1.1')?.targets.map(({ party, people }) => [party.shortName, people]);
    expect(new Map(targets as [string, number][])).toEqual(new Map([['Tiznit', 90], ['Villeneuve-la-Garenne', 30]]));
    const sheetId = await sheetUntil(world, 'DRAFT');
    const [row] = await world.owner.query('select indicators from project_sheet where id = $1', [sheetId]);
    expect(row.indicators[0]).toMatchObject({ total: 120 });
    await value(world.act.withdraw.run(world.ctx.frTechnician, { sheetId }));
  });

  it('counts the steps back from the deadline, for whoever still owes; each move is offered or says why not', async () => {
    const { board } = await look();
    const steps = board.backPlan?.milestones.map(({ name, day, state }) => `${name} ${day} ${state}`);
    expect(steps).toEqual(['SHEETS_DUE 2026-10-16 LATE', 'CO_VALIDATION 2026-10-30 LATE', 'CONVOCATION 2026-10-30 LATE', 'FREEZE 2026-11-16 LATE', 'MEETING 2026-12-01 DUE', 'ADOPTION 2026-12-30 DUE']);
    const of = (name: string) => board.backPlan?.milestones.find((step) => step.name === name);
    expect(of('SHEETS_DUE')).toMatchObject({ owes: 'Aux équipes techniques\u00a0: Villeneuve-la-Garenne', daysBefore: 75, source: { kind: 'PRODUCT_DEFAULT' } });
    expect(of('ADOPTION')).toMatchObject({ daysBefore: null, source: board.deadline?.source });
    expect(board.backPlan?.mayMove.allowed).toBe(true);
    const [ready] = board.columns[1]?.sheets ?? [];
    const offered = board.moves.filter(({ sheetId }) => sheetId === ready?.id).map(({ to, act, may }) => [to, act, may.allowed || may.refusal?.code]);
    expect(offered).toEqual([['PROPOSED', 'RETURN', true], ['RETAINED', 'ADD_TO_PLAN', true], ['VALIDATED', null, 'COMMITTEE_VALIDATES']]);
    // The other side's drafts are not the reader's to count.
    const other = (await look('maCoordinator')).board.backPlan?.milestones.find(({ name }) => name === 'SHEETS_DUE');
    expect(other).toMatchObject({ state: 'DONE', owes: null });
  });

  it('a step moved by one side is seen by both, with who and when; nobody else moves it, and two at once keep the order', async () => {
    const { act, ctx } = world;
    const move = (who: Who, milestone: 'FREEZE' | 'MEETING' | 'SHEETS_DUE', daysBefore: number | null) => act.moveMilestone.run(ctx[who], { partnershipId, milestone, daysBefore });
    await value(move('maCoordinator', 'SHEETS_DUE', 100));
    const seen = (await look('frCoordinator')).board.backPlan?.milestones.find(({ name }) => name === 'SHEETS_DUE');
    expect(seen).toMatchObject({ day: '2026-09-22', note: 'Placé à J-100 par maCoordinator (Tiznit) le 22 novembre 2026, au lieu de J-75.' });
    expect((await look('frElected')).board.backPlan?.mayMove).toMatchObject({ allowed: false, refusal: { code: 'PLAN_BY_COORDINATORS' } });
    expect((await refusal(move('frElected', 'FREEZE', 40))).code).toBe('PLAN_BY_COORDINATORS');
    expect((await refusal(move('stranger', 'FREEZE', 40))).code).toBe('NOT_FOUND');
    // Freeze at J-35 and meeting at J-40 are each possible alone, never both.
    const answers = await Promise.all([...Array.from({ length: 5 }, () => move('frCoordinator', 'FREEZE', 35)), ...Array.from({ length: 5 }, () => move('maCoordinator', 'MEETING', 40))]);
    expect(new Set(answers.flatMap((answer) => (answer.refused ? [answer.code] : [])))).toEqual(new Set(['MILESTONE_OUT_OF_ORDER']));
    await value(move('frCoordinator', 'SHEETS_DUE', null));
    expect((await look()).board.backPlan?.milestones.find(({ name }) => name === 'SHEETS_DUE')).toMatchObject({ day: '2026-10-16', note: 'Remis à J-75 par frCoordinator (Villeneuve-la-Garenne) le 22 novembre 2026.' });
    const [rows] = await world.owner.query('select count(*)::int as moves from milestone_move where partnership_id = $1', [partnershipId]);
    expect(rows.moves).toBe(2 + answers.filter((answer) => !answer.refused).length);
  });

  it('draws the year: bars by axis, the days off of each country, the next plan’s steps, and a hint where a start finds nobody', async () => {
    const calendar = await world.work.read(world.ctx.frCoordinator, (tx) => calendarOf(tx, { partnershipId, year: 2027 }, world.zones));
    expect(calendar?.months.map(({ days }) => days).reduce((sum, days) => sum + days)).toBe(365);
    const entries = calendar?.months.flatMap((month) => month.entries) ?? [];
    const said = (day: string): string[] => entries.filter((entry) => entry.day === day).map(({ kind, sentence }) => `${kind} ${sentence}`);
    expect(said('2027-05-01')).toEqual(['HOLIDAY Fête du travail (France et Maroc)']);
    expect(said('2027-07-14')).toEqual(['HOLIDAY Fête nationale (France)']);
    expect(entries.filter(({ warning }) => warning).map(({ day }) => day)).toContain('2027-03-09');
    expect(said('2027-12-30')).toEqual(['DEADLINE Plan 2028\u00a0: Plan validé par le comité\u00a0: dernier jour utile.']);
    const actions = calendar?.axes.flatMap((axis) => axis.actions) ?? [];
    expect(actions.find(({ startsOn }) => startsOn === '2027-01-11')?.hints).toEqual(['Début le lundi 11 janvier 2027\u00a0: jour férié, Manifeste de l’indépendance (Maroc). Rien ne l’empêche\u00a0; vérifiez qui sera là.']);
    expect(calendar?.notes.join(' ')).toContain('Ramadan, à confirmer\u00a0: du 8 février 2027 au 8 mars 2027.');
    for (const at of [{ partnershipId, year: 99_999 }, { partnershipId: 'x', year: 2027 }]) expect(await world.work.read(world.ctx.frCoordinator, (tx) => calendarOf(tx, at, world.zones))).toBeNull();
    expect(await world.work.read(world.ctx.stranger, (tx) => calendarOf(tx, { partnershipId, year: 2027 }, world.zones))).toBeNull();
  });

  it('does not show the other side’s draft, and speaks Arabic to whom reads it', async () => {
    const { board } = await look('maCoordinator', 'ar');
    expect(sizes(board)).toMatchObject({ PROPOSED: 1 });
    expect(codes(board)).not.toContain('SHEET_TO_FINISH');
    expect(board.columns[3]?.title).toBe('مصادق عليها');
    expect(board.coverage[4]?.axis.title).toBe('الرقمنة والتحول الرقمي');
  });

  it('turns amber with the decision and green with the last signature only', async () => {
    const planId = (await look()).board.plan?.id ?? '';
    const { act, ctx, work } = world;
    await value(act.validate.run(ctx.frCoordinator, { planId }));
    await value(act.validate.run(ctx.maCoordinator, { planId }));
    expect(codes((await look()).board)).toContain('PLAN_TO_FREEZE');
    await value(act.freeze.run(ctx.frCoordinator, { planId }));
    expect((await look()).board).toMatchObject({ colour: 'RED', blockers: [{ code: 'PLAN_TO_DECIDE' }] });
    const { decisionId, meetingId } = await putToVote(world, planId, 'CLOSED');
    await value(work.run(ctx.frElected, async (tx) => (await act.decide.onAdopted(tx, planId, { decisionId, adoptedAt: tx.now() }), { refused: false, value: true as const })));
    const amber = (await look()).board;
    expect(amber).toMatchObject({ colour: 'AMBER', blockers: [{ code: 'MINUTES_TO_SIGN' }], plan: { onTime: true } });
    expect(sizes(amber)).toMatchObject({ VALIDATED: 1, RETAINED: 0 });
    await signMinutes(world, meetingId, new Date('2026-11-25T09:00:00Z'));
    expect((await look()).board).toMatchObject({ colour: 'GREEN', blockers: [], colourSentence: 'Le plan 2027 est exécutoire\u00a0: le procès-verbal porte toutes les signatures.' });
  });

  it('without a year, is the one in preparation: next year’s, from the first of January on', async () => {
    const yearAt = async (instant: string): Promise<number | undefined> => {
      world.clock.moveTo(new Date(instant));
      return (await world.work.read(world.ctx.frElected, (tx) => boardOf(tx, { partnershipId, year: null }, world.zones)))?.year;
    };
    // 31 December 23:30 UTC is 2027 already in Villeneuve.
    expect([await yearAt('2026-12-31T10:00:00Z'), await yearAt('2026-12-31T23:30:00Z'), await yearAt('2026-11-22T09:00:00Z')]).toEqual([2027, 2028, 2027]);
  });

  it('counts to the last valid day: none left on the 30th of December, late on the 31st', async () => {
    const left = async (instant: string) => {
      world.clock.moveTo(new Date(instant));
      const { deadline } = (await look()).board;
      return [deadline?.daysLeft, deadline?.sentence.includes('hors délai')];
    };
    expect([await left('2026-12-29T09:00:00Z'), await left('2026-12-30T22:59:00Z'), await left('2026-12-30T23:00:00Z')]).toEqual([[1, false], [0, false], [-1, true]]);
    world.clock.moveTo(new Date('2026-11-22T09:00:00Z'));
  });

  it('counts past the deadline without failing, and answers a stranger nothing', async () => {
    world.clock.moveTo(new Date('2027-01-02T09:00:00Z'));
    const { board } = await look();
    expect(board.deadline).toMatchObject({ daysLeft: -3, workingDaysLeft: 0 });
    expect(board.deadline?.sentence).toContain('hors délai');
    world.clock.moveTo(new Date('2026-11-22T09:00:00Z'));
    for (const at of [{ partnershipId, year: 2027 }, { partnershipId: 'x', year: 2027 }]) {
      expect(await world.work.read(world.ctx.stranger, (tx) => boardOf(tx, at, world.zones))).toBeNull();
    }
    expect(await world.work.read(world.ctx.frElected, (tx) => boardOf(tx, { partnershipId, year: 2_147_483_647 }, world.zones))).toBeNull();
  });
});
