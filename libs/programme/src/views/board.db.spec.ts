import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Language } from '#kernel';
import type { ReadTx } from '#platform';
import { putToVote, signMinutes } from '../committee.contract.js';
import { openWorld, partnershipId, planUntil, sheetUntil, value, type Who, type World } from '../world.contract.js';
import { boardOf } from './board.reader.js';
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
    expect(board.coverage[4]?.sentence).toBe('Axe V : aucune fiche, aucune piste d’action.');
    // 23 Nov to 30 Dec 2026: 28 days of the week, less Christmas in France.
    expect(board.deadline).toMatchObject({ day: '2026-12-31', lastDay: '2026-12-30', daysLeft: 38, workingDaysLeft: 27, zone: 'Europe/Paris' });
    expect(board.deadline?.sentence).toBe('Le plan 2027 est à valider par le comité de pilotage avant le 31 décembre 2026 (Art. 3) : le dernier jour utile est le mercredi 30 décembre 2026.');
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
    expect((await look()).board).toMatchObject({ colour: 'GREEN', blockers: [], colourSentence: 'Le plan 2027 est exécutoire : le procès-verbal porte toutes les signatures.' });
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
