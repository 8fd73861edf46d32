import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readGrid, readWord, writeWord, type Ctx } from '#platform';
import { checked } from '../documents/office.contract.js';
import { gridOf, tableText } from '../domain/table-text.js';
import { ImportPlanTable } from './import-plan-table.js';
import { ImportSheet } from './import-sheet.js';
import { PrintPlan } from './print-plan.js';
import { PrintSheet } from './print-sheet.js';
import { ReadPlanFile } from './read-plan-file.js';
import { RefillSheet } from './refill-sheet.js';
import { sheetOf } from '../views/sheet.reader.js';
import { openWorld, partnershipId, refusal, sheetUntil, value, type Who, type World } from '../world.contract.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const see = (who: Who, id: string) => world.work.read(world.ctx[who], (tx) => sheetOf(tx, id));
const counted = async (): Promise<readonly number[]> => {
  const [row] = await world.owner.query(`select (select count(*)::int from project_sheet) as sheets, (select count(*)::int from project_sheet_revision) as revisions, (select count(*)::int from journal) as facts, (select count(*)::int from outbox) as told, (select count(*)::int from attachment) as documents`);
  return Object.values(row as Record<string, number>);
};
const importTable = (table: string, who: Who = 'frTechnician', ctx: Ctx = world.ctx[who]) => new ImportPlanTable(world.work).run(ctx, { partnershipId, year: 2027, table });

describe('importPlanTable', () => {
  const good = 'Titre\tAxe\tDébut\tMontant\tDevise\tDépense\nJardins\tI\t01/03/2027\t12 500,00\tMAD\tPlants\n\t\t\t300\tEUR\tOutils\nÉchanges\tII\t\t\t\t';

  it('makes a draft of each line, told like any other, and gives back the same table', async () => {
    const before = await counted();
    expect(await value(importTable(good))).toBe('2');
    expect((await counted()).map((count, place) => count - (before[place] ?? 0))).toEqual([2, 2, 2, 2, 0]);
    const copy = await value(new PrintPlan(world.work).run(world.ctx.frTechnician, { partnershipId, year: 2027, language: 'ar' }));
    const grid = await value(readGrid(await checked('plan.xlsx', copy.bytes)));
    expect(grid.map((row) => row[0])).toEqual(['العنوان', 'Jardins', '', 'Échanges'].map((title) => title || undefined).map((title, place) => (place === 2 ? grid[2]?.[0] : title)));
    expect(tableText(grid)).toContain('12500');
    // What is a draft of one side is not in the other side's file.
    const theirs = await value(new PrintPlan(world.work).run(world.ctx.maTechnician, { partnershipId, year: 2027, language: 'fr' }));
    expect(tableText(await value(readGrid(await checked('plan.xlsx', theirs.bytes))))).not.toContain('Jardins');
    expect(await value(new ReadPlanFile().run(await checked('plan.xlsx', copy.bytes)))).toBe(tableText(grid));
  });

  it('writes nothing at all when one line of a hundred is wrong (all or nothing)', async () => {
    const lines = Array.from({ length: 100 }, (_, at) => `Fiche ${at}\tI\t01/03/2027\t\t\t`);
    const table = (bad: string) => [good.split('\n')[0], ...lines.slice(0, 99), bad].join('\n');
    const before = await counted();
    expect(await refusal(importTable(table('Fiche 99\tI\t31/02/2027\t\t\t')))).toMatchObject({ code: 'TABLE_HAS_FAULTS', args: { count: 1, line: '101', column: 'Début', where: 'CELL' } });
    expect(await counted()).toEqual(before);
  });

  it('leaves nothing behind when the house breaks half-way (planted: the fifth row is refused by the database)', async () => {
    await world.owner.query(`create function planted() returns trigger language plpgsql as $$ begin if new.title = 'Ligne 5' then raise exception 'planted'; end if; return new; end $$`);
    await world.owner.query('create trigger planted before insert on project_sheet for each row execute function planted()');
    const before = await counted();
    await expect(importTable(`Titre\n${Array.from({ length: 8 }, (_, at) => `Ligne ${at}`).join('\n')}`)).rejects.toThrow('planted');
    expect(await counted()).toEqual(before);
    await world.owner.query('drop trigger planted on project_sheet; drop function planted()');
  });

  it('answers alike when it is sent twice, and refuses titles that are there', async () => {
    const once: Ctx = { ...world.ctx.frTechnician, idempotencyKey: 'the same', requestHash: 'the same' };
    const before = await counted();
    const both = [await value(importTable('Titre\nUne fois', 'frTechnician', { ...once })), await value(importTable('Titre\nUne fois', 'frTechnician', { ...once }))];
    expect(both).toEqual(['1', '1']);
    expect((await counted())[0]).toBe((before[0] ?? 0) + 1);
    expect((await refusal(importTable('Titre\tAxe\nune FOIS\tII'))).code).toBe('TABLE_HAS_FAULTS');
  });

  it('is refused to whoever writes no fiche, and to strangers as absent', async () => {
    expect((await refusal(importTable('Titre\nX', 'stranger'))).code).toBe('NOT_FOUND');
    expect((await refusal(importTable('Titre\nX', 'frElected'))).code).toBe('NOT_ALLOWED');
    expect((await refusal(new ImportPlanTable(world.work).run(world.ctx.frTechnician, { partnershipId, year: 1812, table: 'Titre\nX' }))).code).toBe('YEAR_OUT_OF_RANGE');
  });
});

describe('a fiche that went to Word', () => {
  const printed = async (sheetId: string, who: Who = 'frTechnician') => (await value(new PrintSheet(world.work).run(world.ctx[who], { sheetId, language: 'fr' }))).bytes;
  const refill = async (sheetId: string, bytes: Buffer, { who = 'frTechnician' as Who, evenOlder = false } = {}) => new RefillSheet(world.work).run(world.ctx[who], { sheetId, file: await checked('fiche.docx', bytes), evenOlder });

  it('comes back as one more version with what was changed there, and nothing else', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    const before = await see('frTechnician', id);
    const letter = await value(readWord(await checked('fiche.docx', await printed(id))));
    const blocks = letter.blocks.map((block) => (block.type === 'line' && block.text.startsWith('Peu d’élèves') ? { ...block, text: 'Beaucoup d’élèves réussissent.' } : block));
    await value(refill(id, await writeWord({ ...letter, blocks }, 'fr')));
    const after = await see('frTechnician', id);
    expect(after).toMatchObject({ version: (before?.version ?? 0) + 1, sections: { ...before?.sections, context: 'Beaucoup d’élèves réussissent.' } });
    expect({ ...after, version: 0, sections: 0, held: 0 }).toEqual({ ...before, version: 0, sections: 0, held: 0 });
  });

  it('does not take the place of another fiche, nor of what was saved since, nor of what is submitted', async () => {
    const [one, other] = [await sheetUntil(world, 'COMPLETE', '1.1.1'), await sheetUntil(world, 'SUBMITTED', '1.1.1')];
    const bytes = await printed(one);
    expect((await refusal(refill(other, bytes))).code).toBe('SHEET_STATE_FORBIDS');
    const third = await sheetUntil(world, 'COMPLETE', '1.1.1');
    expect((await refusal(refill(third, bytes))).code).toBe('SHEET_FILE_OF_ANOTHER');
    await value(world.act.edit.run(world.ctx.frSecond, { sheetId: one, expectedVersion: 2, sections: { context: 'Écrit entre-temps' } }));
    expect(await refusal(refill(one, bytes))).toMatchObject({ code: 'SHEET_FILE_OLDER', args: { made: 2, current: 3 } });
    expect((await see('frTechnician', one))?.sections.context).toBe('Écrit entre-temps');
    await value(refill(one, bytes, { evenOlder: true }));
    expect((await see('frTechnician', one))?.version).toBe(4);
    expect((await refusal(refill(one, bytes, { who: 'maTechnician' }))).code).toBe('NOT_FOUND');
    expect((await refusal(new PrintSheet(world.work).run(world.ctx.maTechnician, { sheetId: one, language: 'fr' }))).code).toBe('NOT_FOUND');
  });

  it('becomes a new fiche when it is somebody’s own letter: placed, kept, joined, and named', async () => {
    const line = (text: string, level: 1 | null = null) => ({ type: 'line', text, level, tag: null, item: false }) as const;
    const bytes = await writeWord({ blocks: [line('Contexte', 1), line('Une rue sans arbres.'), line('Risques', 1), line('La pluie.')], properties: {} }, 'fr');
    const id = await value(new ImportSheet(world.work).run(world.ctx.frTechnician, { partnershipId, year: 2027, file: await checked('Projet jardin.docx', bytes) }));
    const sheet = await see('frTechnician', id);
    expect(sheet).toMatchObject({ title: 'Projet jardin', state: 'DRAFT', version: 1, sections: { context: 'Une rue sans arbres.', carried: 'Repris du fichier «\u00a0Projet jardin.docx\u00a0».\n\nRisques\nLa pluie.' } });
    const kinds = await world.owner.query('select kind from journal where subject_id = $1 order by sequence', [id]);
    expect(kinds).toEqual([{ kind: 'SheetDrafted' }, { kind: 'DocumentAttached' }]);
    expect(await see('maTechnician', id)).toBeNull();
    expect((await refusal(new ImportSheet(world.work).run(world.ctx.frElected, { partnershipId, year: 2027, file: await checked('Projet.docx', bytes) }))).code).toBe('NOT_ALLOWED');
    expect((await refusal(new ImportSheet(world.work).run(world.ctx.frTechnician, { partnershipId, year: 2027, file: await checked('note.txt', Buffer.from('mots')) }))).code).toBe('OFFICE_WORD_EXPECTED');
    expect(gridOf('')).toEqual([['']]);
  });
});
