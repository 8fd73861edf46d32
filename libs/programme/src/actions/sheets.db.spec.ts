import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import type { ReadTx } from '#platform';
import { sheetOf } from '../views/sheet.reader.js';
import { axisId, completion, leadId, openWorld, partnershipId, refusal, sheetUntil, value, type Who, type World } from '../world.contract.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const see = async (who: Who, id: string) => world.work.read(world.ctx[who], (tx: ReadTx) => sheetOf(tx, id));
const factsOf = async (id: string): Promise<string[]> => (await world.owner.query('select kind from journal where subject_id = $1 order by sequence', [id])).map(({ kind }: { kind: string }) => kind);

describe('draftSheet', () => {
  it('starts from lead 1.1.1 with its title, its axis and 90 + 30 = 120 (AT-16; a dropped target would show)', async () => {
    const sheet = await see('frTechnician', await sheetUntil(world, 'DRAFT'));
    expect(sheet).toMatchObject({ state: 'DRAFT', version: 1, axis: { number: 'I' }, lead: { number: '1.1.1' }, authorParty: { shortName: 'Villeneuve-la-Garenne' } });
    expect(sheet?.title).toContain('Accompagnement de 120 personnes');
    expect(sheet?.indicators).toMatchObject([{ total: 120, targets: [{ party: { shortName: 'Tiznit' }, people: 90 }, { party: { shortName: 'Villeneuve-la-Garenne' }, people: 30 }] }]);
  });

  it('refuses what is blank, unknown, foreign, transversal, out of range, and an elected member', async () => {
    const { act, ctx } = world;
    const input = { partnershipId, year: 2027, kind: 'PROJECT' as const };
    const codeOf = async (over: object, who: Who = 'frTechnician') => (await refusal(act.draft.run(ctx[who], { ...input, title: 'Titre', ...over }))).code;
    expect(await codeOf({ title: ' \u202e ' })).toBe('BLANK_TEXT');
    expect(await codeOf({ title: 'x'.repeat(201) })).toBe('TEXT_TOO_LONG');
    expect(await codeOf({ year: 20_270 })).toBe('YEAR_OUT_OF_RANGE');
    expect(await codeOf({ axisId: axisId(world, 'T1') })).toBe('AXIS_NOT_STRATEGIC');
    expect(await codeOf({ axisId: axisId(world, 'II'), actionLeadId: leadId(world, '1.1.1') })).toBe('LEAD_OUTSIDE_AXIS');
    expect(await codeOf({ actionLeadId: '00000000-0000-7000-8000-00000000dead' })).toBe('NOT_FOUND');
    expect(await codeOf({ partnershipId: 'not an id' })).toBe('NOT_FOUND');
    expect(await codeOf({}, 'stranger')).toBe('NOT_FOUND');
    expect(await codeOf({}, 'frElected')).toBe('NOT_ALLOWED');
  });

  it('is invisible to the other party, by row-level security alone, and so are its facts’ words', async () => {
    const id = await sheetUntil(world, 'DRAFT');
    expect(await world.work.read(world.ctx.maTechnician, (tx) => tx.query('select from project_sheet where id = $1', [id]))).toHaveLength(0);
    expect(await world.work.read(world.ctx.frSecond, (tx) => tx.query('select from project_sheet where id = $1', [id]))).toHaveLength(1);
    expect(await see('maTechnician', id)).toBeNull();
    expect((await refusal(world.act.edit.run(world.ctx.maTechnician, completion(world, id)))).code).toBe('NOT_FOUND');
    const told = await world.owner.query('select data from journal where subject_id = $1', [id]);
    expect(JSON.stringify(told)).not.toContain('Accompagnement');
  });

  it('stays invisible once withdrawn without ever having been submitted', async () => {
    const id = await sheetUntil(world, 'DRAFT');
    await value(world.act.withdraw.run(world.ctx.frTechnician, { sheetId: id }));
    expect(await see('frTechnician', id)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await see('maTechnician', id)).toBeNull();
  });
});

describe('editSheet', () => {
  it('lets one of two editors at once through; the other is told VERSION_CHANGED and overwrites nothing', async () => {
    const { act, ctx } = world;
    const id = await sheetUntil(world, 'DRAFT');
    const typed = (context: string) => ({ sheetId: id, expectedVersion: 1, sections: { context } });
    const answers = await Promise.all([act.edit.run(ctx.frTechnician, typed('les mots de la première')), act.edit.run(ctx.frSecond, typed('les mots de la seconde'))]);
    const lost = answers.filter((answer) => answer.refused);
    expect(lost).toMatchObject([{ code: 'VERSION_CHANGED', args: { expected: 1, current: 2 } }]);
    const kept = answers[0]?.refused ? 'les mots de la seconde' : 'les mots de la première';
    expect(await see('frTechnician', id)).toMatchObject({ version: 2, sections: { context: kept } });
  });

  it('saves by section, keeps what is not sent, writes no fact', async () => {
    const { act, ctx } = world;
    const id = await sheetUntil(world, 'COMPLETE');
    await value(act.edit.run(ctx.frTechnician, { sheetId: id, expectedVersion: 2, sections: { activities: 'Ateliers' }, axisId: null, outsideAxesReason: 'Urgence' }));
    const sheet = await see('frTechnician', id);
    expect(sheet).toMatchObject({ version: 3, axis: null, lead: null, outsideAxesReason: 'Urgence', sections: { objectives: 'Accompagner 120 personnes.', activities: 'Ateliers' }, startsOn: '2027-01-11' });
    expect(sheet?.budgetTotals).toEqual([{ currency: 'EUR', amountMinor: 123_456n }, { currency: 'MAD', amountMinor: 2_640_000_000n }]);
    expect(await factsOf(id)).toEqual(['SheetDrafted']);
  });

  it('keeps hostile texts harmless: NUL, lone surrogates, direction overrides, decomposed letters', async () => {
    const { act, ctx } = world;
    const id = await sheetUntil(world, 'DRAFT');
    await value(act.edit.run(ctx.frTechnician, { sheetId: id, expectedVersion: 1, title: 'E\u0301le\u0300ve\u0000\u202e\ud800', sections: { context: 'a\u0000b\ud800\u2066c' } }));
    expect(await see('frTechnician', id)).toMatchObject({ title: 'Élève\ufffd', sections: { context: 'ab\ufffdc' } });
  });

  it('refuses what does not add up, runs backwards, is negative, foreign or too long, and writes nothing', async () => {
    const { act, ctx } = world;
    const id = await sheetUntil(world, 'DRAFT');
    const good = completion(world, id);
    const [indicator] = good.indicators ?? [];
    const [line] = good.budget ?? [];
    const codeOf = async (over: object) => (await refusal(act.edit.run(ctx.frTechnician, { ...good, ...over }))).code;
    expect(await codeOf({ indicators: [{ ...indicator, total: 121 }] })).toBe('TARGETS_DO_NOT_ADD_UP');
    expect(await codeOf({ indicators: [{ ...indicator, targets: [{ partyId: axisId(world, 'I'), people: 120 }] }] })).toBe('NOT_FOUND');
    expect(await codeOf({ indicators: Array.from({ length: 51 }, () => indicator) })).toBe('TOO_MANY_LINES');
    expect(await codeOf({ endsOn: '2027-01-10' as CivilDate })).toBe('ENDS_BEFORE_START');
    expect(await codeOf({ budget: [{ ...line, amountMinor: -1n }] })).toBe('AMOUNT_OUT_OF_RANGE');
    expect(await codeOf({ budget: [{ ...line, currency: 'XXX' }] })).toBe('CURRENCY_UNKNOWN');
    expect(await codeOf({ sections: { context: 'é'.repeat(20_001) } })).toBe('TEXT_TOO_LONG');
    expect(await codeOf({ sections: { context: 'x'.repeat(1_000_000) } })).toBe('TEXT_TOO_LONG');
    expect(await see('frTechnician', id)).toMatchObject({ version: 1, sections: { context: '' } });
  });
});

describe('submitSheet (AT-15)', () => {
  it('names every missing item of a first draft, with the article that asks for it', async () => {
    const id = await sheetUntil(world, 'DRAFT');
    const no = await refusal(world.act.submit.run(world.ctx.frTechnician, { sheetId: id }));
    expect(no).toMatchObject({ code: 'SHEET_INCOMPLETE', source: { kind: 'ARTICLE' }, args: { context: 'MISSING', objectives: 'MISSING', methods: 'MISSING', responsibles: 'MISSING', transversal: 'MISSING', startsOn: 'MISSING', endsOn: 'MISSING', indicators: 'GIVEN', axis: 'GIVEN', budget: 'GIVEN' } });
  });

  it.each([
    { what: 'indicator', change: () => ({ indicators: [] }), item: 'indicators', reference: 'Annexe I, Évaluation' },
    { what: 'one transversal answer', change: () => ({ transversalAnswers: [{ axisId: axisId(world, 'T2'), text: ' ' }] }), item: 'transversal', reference: 'Art. 3' },
    { what: 'calendar', change: () => ({ endsOn: null }), item: 'endsOn', reference: 'Art. 4-1' },
    { what: 'axis or reason', change: () => ({ axisId: null }), item: 'axis', reference: 'C5 Q21' },
  ])('refuses a sheet without $what, quoting its source', async ({ change, item, reference }) => {
    const id = await sheetUntil(world, 'COMPLETE');
    const emptied = change();
    await value(world.act.edit.run(world.ctx.frTechnician, { sheetId: id, expectedVersion: 2, ...emptied }));
    const no = await refusal(world.act.submit.run(world.ctx.frTechnician, { sheetId: id }));
    expect(no.args[item]).toBe('MISSING');
    expect(Object.values(no.args).filter((mark) => mark === 'MISSING')).toHaveLength(1);
    expect(no.source?.reference).toBe(reference);
    expect(no.source?.quote).toBeTruthy();
  });

  it('freezes the version, counts the author’s party, opens the sheet to the other side, and cannot be edited any more', async () => {
    const id = await sheetUntil(world, 'SUBMITTED');
    expect(await see('maTechnician', id)).toMatchObject({ state: 'SUBMITTED', validations: [{ party: { shortName: 'Villeneuve-la-Garenne' } }] });
    const frozen = await world.owner.query('select version, content from project_sheet_version where sheet_id = $1', [id]);
    expect(frozen).toMatchObject([{ version: 2, content: { startsOn: '2027-01-11', indicators: [{ total: 120 }] } }]);
    expect((await refusal(world.act.edit.run(world.ctx.frTechnician, completion(world, id, 2)))).code).toBe('SHEET_STATE_FORBIDS');
    expect((await refusal(world.act.submit.run(world.ctx.frTechnician, { sheetId: id }))).code).toBe('SHEET_STATE_FORBIDS');
    expect(await factsOf(id)).toEqual(['SheetDrafted', 'SheetSubmitted']);
  });

  it('does not submit a version that was not read', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    expect((await refusal(world.act.submit.run(world.ctx.frSecond, { sheetId: id, version: 1 }))).code).toBe('VERSION_CHANGED');
  });
});

describe('coValidateSheet', () => {
  it('needs another party, the version read, and happens once however many try', async () => {
    const { act, ctx } = world;
    const id = await sheetUntil(world, 'SUBMITTED');
    expect((await refusal(act.coValidate.run(ctx.frSecond, { sheetId: id, version: 2 }))).code).toBe('OWN_PARTY_HAS_VALIDATED');
    expect((await refusal(act.coValidate.run(ctx.maTechnician, { sheetId: id, version: 1 }))).code).toBe('VERSION_CHANGED');
    expect((await refusal(act.coValidate.run(ctx.stranger, { sheetId: id, version: 2 }))).code).toBe('NOT_FOUND');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => act.coValidate.run(n % 2 ? ctx.maTechnician : ctx.maCoordinator, { sheetId: id, version: 2 })));
    expect(answers.filter((answer) => !answer.refused)).toHaveLength(1);
    expect(await see('frTechnician', id)).toMatchObject({ state: 'CO_VALIDATED' });
    expect((await factsOf(id)).slice(2)).toEqual(['SheetValidated', 'SheetCoValidated']);
  });

  it('starts again after a return: the old validation does not count for the new version', async () => {
    const { act, ctx } = world;
    const id = await sheetUntil(world, 'CO_VALIDATED');
    expect((await refusal(act.returnSheet.run(ctx.maTechnician, { sheetId: id, reason: ' ' }))).code).toBe('REASON_REQUIRED');
    await value(act.returnSheet.run(ctx.maTechnician, { sheetId: id, reason: 'Le budget a changé.' }));
    expect(await see('frTechnician', id)).toMatchObject({ state: 'RETURNED', returnReason: 'Le budget a changé.', validations: [] });
    await value(act.submit.run(ctx.frTechnician, { sheetId: id }));
    expect(await see('frTechnician', id)).toMatchObject({ state: 'SUBMITTED', version: 3, returnReason: null, validations: [{ party: { shortName: 'Villeneuve-la-Garenne' } }] });
    expect(await world.owner.query('select version from project_sheet_version where sheet_id = $1 order by version', [id])).toEqual([{ version: 2 }, { version: 3 }]);
  });
});
