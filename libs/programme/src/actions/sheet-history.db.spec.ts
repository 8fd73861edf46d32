import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '#kernel';
import type { Ctx, ReadTx, Work } from '#platform';
import { commentsOf } from '../store/comment.store.js';
import { sheetById } from '../store/sheet.store.js';
import { differenceOf, versionsOf } from '../views/sheet-versions.reader.js';
import { openWorld, partnershipId, refusal, sheetUntil, value, type Who, type World } from '../world.contract.js';
import { EditSheet } from './edit-sheet.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const read = <T>(who: Who, look: (tx: ReadTx) => Promise<T>): Promise<T> => world.work.read(world.ctx[who], look);
const sheetAs = (who: Who, id: string) => read(who, (tx) => sheetById(tx, id));
const versionsAs = (who: Who, id: string) => read(who, async (tx) => {
  const sheet = (await sheetById(tx, id))!;
  return versionsOf(tx, sheet, { author: world.programme.parties.find((party) => party.id === sheet.authorPartyId)!, zones: world.zones });
});
const differenceAs = (who: Who, id: string, [from, to]: readonly [string, string]) => read(who, async (tx) => differenceOf(tx, (await sheetById(tx, id))!, { from, to }));
const write = (id: string, context: string, { who = 'frTechnician' as Who, on = 0 } = {}) =>
  (async () => world.act.edit.run(world.ctx[who], { sheetId: id, expectedVersion: on || (await sheetAs(who, id))!.version, sections: { context } }))();
const remark = (who: Who, sheetId: string, more: object = {}) => world.act.comment.run(world.ctx[who], { sheetId, field: 'section.context', text: 'Une remarque.', ...more });
const remarksAs = (who: Who, id: string) => read(who, (tx) => commentsOf(tx, { partnershipId, id }));
const personOf = (who: Who): string => world.ctx[who].actor?.personId ?? '';

describe('versions of a sheet', () => {
  it('are kept saving by saving, with who wrote them and what changed; a submitted one says so', async () => {
    const id = await sheetUntil(world, 'SUBMITTED');
    expect(await versionsAs('frSecond', id)).toMatchObject([
      { reference: '2', kind: 'SAVED', person: { displayName: 'frTechnician' }, submittedAt: expect.any(Date), parts: expect.arrayContaining(['section.context', 'budget', 'startsOn']) },
      { reference: '1', kind: 'FIRST', submittedAt: null, parts: expect.arrayContaining(['title', 'indicator']) },
    ]);
  });

  it('differ part by part, any two of them', async () => {
    const id = await sheetUntil(world, 'DRAFT');
    for (const words of ['Un.', 'Un, deux.', 'Trois.']) await value(write(id, words));
    expect(await differenceAs('frTechnician', id, ['2', '4'])).toMatchObject({ parts: ['section.context'], before: { sections: { context: 'Un.' } }, after: { sections: { context: 'Trois.' } } });
    expect(await differenceAs('frTechnician', id, ['4', '1'])).toMatchObject({ parts: ['section.context'], after: { sections: { context: '' } } });
    expect(await differenceAs('frTechnician', id, ['2', '9'])).toBeNull();
  });

  it('are taken up again as a new version; nothing is overwritten, and nothing of a version ever changes', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    const [second] = await versionsAs('frTechnician', id);
    await value(write(id, 'Tout autre chose.'));
    const back = (reference: string, expectedVersion: number, who: Who = 'frSecond') => world.act.restore.run(world.ctx[who], { sheetId: id, reference, expectedVersion });
    expect((await refusal(back('2', 2))).code).toBe('VERSION_CHANGED');
    expect((await refusal(back('7', 3))).code).toBe('SHEET_VERSION_UNKNOWN');
    expect((await refusal(back('2', 3, 'maTechnician'))).code).toBe('NOT_FOUND');
    await value(back('2', 3));
    expect(await differenceAs('frTechnician', id, ['2', '4'])).toMatchObject({ parts: [] });
    const versions = await versionsAs('frTechnician', id);
    expect(versions.map(({ reference, kind, baseVersion }) => [reference, kind, baseVersion])).toEqual([['4', 'RESTORED', 2], ['3', 'SAVED', null], ['2', 'SAVED', null], ['1', 'FIRST', null]]);
    expect(versions[2]).toEqual(second);
    await value(world.act.submit.run(world.ctx.frTechnician, { sheetId: id }));
    expect((await refusal(back('3', 4))).code).toBe('SHEET_STATE_FORBIDS');
    await expect(world.owner.query(`update project_sheet_revision set parts = '{}' where sheet_id = $1`, [id])).rejects.toThrow('never changed');
  });

  it('of a draft stay its party’s, once submitted too; the other side sees what was submitted, and compares that', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    expect(await sheetAs('maTechnician', id)).toBeNull();
    await value(write(id, 'Secret de brouillon.'));
    await value(write(id, 'Ce qui est soumis.'));
    await value(world.act.submit.run(world.ctx.frTechnician, { sheetId: id }));
    expect((await versionsAs('maTechnician', id)).map(({ reference, kind }) => [reference, kind])).toEqual([['4', 'SUBMITTED']]);
    expect(await differenceAs('maTechnician', id, ['3', '4'])).toBeNull();
    expect(await differenceAs('frCoordinator', id, ['3', '4'])).toMatchObject({ parts: ['section.context'] });
    const seen = await read('maTechnician', (tx) => tx.query('select parts from project_sheet_revision where sheet_id = $1', [id]));
    expect(seen).toEqual([]);
  });

  it('planted: a policy that opens savings with their sheet shows a draft’s words, and is seen', async () => {
    const id = await sheetUntil(world, 'SUBMITTED');
    await world.owner.query('create policy planted on project_sheet_revision for select to passerelle_app using (true)');
    const leaked = await versionsAs('maTechnician', id);
    await world.owner.query('drop policy planted on project_sheet_revision');
    expect(leaked.map(({ reference }) => reference)).toEqual(['2', '1']);
    expect((await versionsAs('maTechnician', id)).map(({ reference }) => reference)).toEqual(['2']);
  });

  it('begin with the sheet as it was found, when it is older than they are', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    await world.owner.query('alter table project_sheet_revision disable trigger project_sheet_revision_for_ever');
    await world.owner.query('delete from project_sheet_revision where sheet_id = $1', [id]);
    await world.owner.query('alter table project_sheet_revision enable trigger project_sheet_revision_for_ever');
    await value(write(id, 'Écrit depuis.'));
    expect((await versionsAs('frTechnician', id)).map(({ reference, kind }) => [reference, kind])).toEqual([['3', 'SAVED'], ['2', 'FOUND']]);
    expect(await differenceAs('frTechnician', id, ['2', '3'])).toMatchObject({ parts: ['section.context'], before: { startsOn: '2027-01-11' } });
  });
});

describe('words overtaken', () => {
  const aside = (id: string, [on, context]: readonly [number, string], who: Who = 'frSecond') => world.act.setAside.run(world.ctx[who], { sheetId: id, expectedVersion: on, sections: { context } });
  const asides = async (id: string) => (await versionsAs('frTechnician', id)).filter(({ kind }) => kind === 'ASIDE');

  it('are kept beside once, compared, and taken up alone; what nobody else changed is not set aside', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    await value(write(id, 'Les mots de la première.', { on: 2 }));
    expect((await refusal(write(id, 'Les mots de la seconde.', { who: 'frSecond', on: 2 }))).code).toBe('VERSION_CHANGED');
    for (let again = 0; again < 2; again += 1) await value(aside(id, [2, 'Les mots de la seconde.']));
    await value(aside(id, [2, 'Les mots de la première.']));
    await value(world.act.setAside.run(world.ctx.frSecond, { sheetId: id, expectedVersion: 2, sections: { activities: 'Personne d’autre ne l’écrit.' } }));
    const [copy, ...others] = await asides(id);
    expect([copy?.baseVersion, copy?.parts, others]).toEqual([2, ['section.context'], []]);
    expect(await differenceAs('frTechnician', id, ['3', copy!.reference])).toMatchObject({ parts: ['section.context'], after: { sections: { context: 'Les mots de la seconde.' } } });
    await value(world.act.edit.run(world.ctx.frTechnician, { sheetId: id, expectedVersion: 3, sections: { activities: 'Des ateliers.' } }));
    await value(world.act.restore.run(world.ctx.frTechnician, { sheetId: id, reference: copy!.reference, expectedVersion: 4 }));
    expect(await sheetAs('frTechnician', id)).toMatchObject({ version: 5, sections: { context: 'Les mots de la seconde.', activities: 'Des ateliers.' } });
  });

  it('written offline, of a sheet submitted meanwhile, are kept too; never by the other side', async () => {
    const id = await sheetUntil(world, 'SUBMITTED');
    expect((await refusal(write(id, 'Un dernier mot.', { on: 2 }))).code).toBe('SHEET_STATE_FORBIDS');
    await value(aside(id, [2, 'Un dernier mot.'], 'frTechnician'));
    expect(await asides(id)).toHaveLength(1);
    expect((await refusal(aside(id, [2, 'Pas les leurs.'], 'maTechnician'))).code).toBe('SHEET_OF_OTHER_PARTY');
    expect((await versionsAs('maTechnician', id)).map(({ kind }) => kind)).toEqual(['SUBMITTED']);
  });
});

describe('remarks beside a part', () => {
  it('are answered, settled and opened again; blank, misplaced and foreign ones are refused', async () => {
    const id = await sheetUntil(world, 'SUBMITTED');
    await value(remark('maTechnician', id));
    const [first] = await remarksAs('frTechnician', id);
    await value(remark('frSecond', id, { answersId: first!.id, text: 'Oui.', field: 'title' }));
    const answer = (await remarksAs('maCoordinator', id)).find(({ answersId }) => answersId !== null);
    expect(answer).toMatchObject({ answersId: first!.id, field: 'section.context', displayName: 'frSecond' });
    const settle = (commentId: string, settled: boolean, who: Who = 'frSecond') => world.act.settle.run(world.ctx[who], { commentId, settled });
    await value(settle(first!.id, true));
    expect((await remarksAs('maTechnician', id)).find(({ id: known }) => known === first!.id)?.resolvedAt).toBeInstanceOf(Date);
    await value(settle(first!.id, false));
    expect((await remarksAs('maTechnician', id)).find(({ id: known }) => known === first!.id)?.resolvedAt).toBeNull();
    expect((await refusal(settle(answer!.id, true))).code).toBe('COMMENT_ANSWERS_ANSWER');
    expect((await refusal(settle(first!.id, true, 'stranger'))).code).toBe('NOT_FOUND');
    const codeOf = async (more: object, who: Who = 'frTechnician') => (await refusal(remark(who, id, more))).code;
    expect(await codeOf({ text: ' \u202e ' })).toBe('BLANK_TEXT');
    expect(await codeOf({ text: 'é'.repeat(2_001) })).toBe('TEXT_TOO_LONG');
    expect(await codeOf({ field: 'section.nothing' })).toBe('COMMENT_FIELD_UNKNOWN');
    expect(await codeOf({ answersId: answer!.id })).toBe('COMMENT_ANSWERS_ANSWER');
    expect(await codeOf({}, 'frElected')).toBe('NOT_ALLOWED');
    expect(await codeOf({}, 'stranger')).toBe('NOT_FOUND');
  });

  it('of a draft never reach the other side, nor do answers to them after it was submitted', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    await value(remark('frSecond', id, { text: 'Entre nous.' }));
    await value(world.act.submit.run(world.ctx.frTechnician, { sheetId: id }));
    const [inner] = await remarksAs('frTechnician', id);
    await value(remark('frCoordinator', id, { answersId: inner!.id, text: 'Entre nous encore.' }));
    await value(remark('frTechnician', id, { text: 'Pour tous.' }));
    expect((await remarksAs('maTechnician', id)).map(({ text }) => text)).toEqual(['Pour tous.']);
    expect((await refusal(remark('maTechnician', id, { answersId: inner!.id }))).code).toBe('NOT_FOUND');
    expect((await refusal(remark('frTechnician', id, { answersId: inner!.id, mentions: [personOf('maTechnician')] }))).code).toBe('MENTION_OUT_OF_REACH');
    const told = await world.owner.query(`select data from journal where subject_id = $1 and kind = 'SheetCommented'`, [id]);
    expect([told.length, JSON.stringify(told)]).toEqual([1, expect.not.stringContaining('nous')]);
  });

  it('planted: a policy that forgets the draft’s remarks shows them to the other side, and is seen', async () => {
    const id = await sheetUntil(world, 'COMPLETE');
    await value(remark('frSecond', id, { text: 'Entre nous.' }));
    await value(world.act.submit.run(world.ctx.frTechnician, { sheetId: id }));
    await world.owner.query('create policy planted on sheet_comment for select to passerelle_app using (true)');
    const leaked = await remarksAs('maTechnician', id);
    await world.owner.query('drop policy planted on sheet_comment');
    expect([leaked.length, (await remarksAs('maTechnician', id)).length]).toEqual([1, 0]);
  });
});

describe('a sheet taken up again', () => {
  it('carries every text, target and line of budget, its days a year later; a draft of the other side is nothing', async () => {
    const from = await sheetUntil(world, 'SUBMITTED');
    const again = (who: Who, year = 2028) => world.act.draft.run(world.ctx[who], { partnershipId, year, kind: 'MISSION', fromSheetId: from });
    const [older, newer] = [(await sheetAs('maTechnician', from))!, (await sheetAs('maTechnician', await value(again('maTechnician'))))!];
    const { title, kind, axisId, actionLeadId, sections, transversalAnswers, indicators, budget } = older;
    expect(newer).toMatchObject({ title, kind, axisId, actionLeadId, sections, transversalAnswers, indicators, budget, state: 'DRAFT', version: 1, year: 2028, startsOn: '2028-01-11', endsOn: '2028-11-30', submittedAt: null });
    expect(newer.authorPartyId).not.toBe(older.authorPartyId);
    const draft = await sheetUntil(world, 'DRAFT');
    expect((await refusal(world.act.draft.run(world.ctx.maTechnician, { partnershipId, year: 2028, kind: 'PROJECT', fromSheetId: draft }))).code).toBe('NOT_FOUND');
  });
});

/** A seeded generator: the same rounds at each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('two editors of one sheet', () => {
  const parts = ['context', 'objectives', 'activities'] as const;
  type Section = (typeof parts)[number];
  interface Editor {
    readonly ctx: Ctx;
    version: number;
    typed: { readonly section: Section; readonly text: string } | null;
  }

  /** As the page does: saves; overtaken, sets aside what is in dispute, reads again, and saves what is not. */
  async function save(id: string, editor: Editor): Promise<void> {
    if (!editor.typed) return;
    const input = { sheetId: id, expectedVersion: editor.version, sections: { [editor.typed.section]: editor.typed.text } };
    const answer: Answer<string> = await world.act.edit.run(editor.ctx, input);
    if (!answer.refused) {
      editor.version += 1;
      editor.typed = null;
      return;
    }
    expect(answer.code).toBe('VERSION_CHANGED');
    await value(world.act.setAside.run(editor.ctx, input));
    editor.version = (await world.work.read(editor.ctx, (tx) => sheetById(tx, id)))!.version;
    if ((await lost(id, [editor.typed.text])).length === 0) editor.typed = null;
  }
  const savedParts = (id: string): Promise<{ parts: object }[]> => world.owner.query('select parts from project_sheet_revision where sheet_id = $1', [id]);
  const lost = async (id: string, written: readonly string[]): Promise<string[]> => {
    const kept = JSON.stringify(await savedParts(id));
    return written.filter((text) => !kept.includes(text));
  };

  // Three hundred are played over the API (apps/e2e/sheet-history.e2e.ts).
  const rounds = process.env['SOAK'] ? 3_000 : 90;
  it(`${rounds} interleavings of their savings: every text is in a version or beside them`, async () => {
    const random = seeded(20_261_122);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const counts = { saved: 0, overtaken: 0 };
    for (let sheet = 0; sheet < rounds / 30; sheet += 1) {
      const id = await sheetUntil(world, 'DRAFT');
      const editors: Editor[] = (['frTechnician', 'frSecond'] as const).map((who) => ({ ctx: world.ctx[who], version: 1, typed: null }));
      const written: string[] = [];
      for (let round = 0; round < 30; round += 1) {
        const [one, other] = editors as [Editor, Editor];
        for (const editor of random() < 0.7 ? [one, other] : [pick(editors)]) {
          if (!editor.typed) written.push((editor.typed = { section: pick(parts), text: `texte ${sheet}-${round}-${editors.indexOf(editor)}.` }).text);
        }
        if (random() < 0.2) await Promise.all([save(id, one), save(id, other)]);
        else for (const editor of random() < 0.5 ? [one, other] : [other, one]) if (random() < 0.8) await save(id, editor);
      }
      for (const editor of editors) while (editor.typed) await save(id, editor);
      expect(await lost(id, written)).toEqual([]);
      const kinds = await world.owner.query(`select count(*) filter (where kind = 'SAVED')::int as saved, count(*) filter (where kind = 'ASIDE')::int as aside from project_sheet_revision where sheet_id = $1`, [id]);
      counts.saved += kinds[0].saved;
      counts.overtaken += kinds[0].aside;
    }
    expect(counts.saved).toBeGreaterThan(rounds * 0.8);
    expect(counts.overtaken).toBeGreaterThan(rounds * 0.05);
  });

  it('planted: a saving that overwrites without looking loses a text, and is seen', async () => {
    const id = await sheetUntil(world, 'DRAFT');
    await value(write(id, 'Les mots de la première.'));
    const blind: Work = Object.assign(Object.create(world.work) as Work, {
      run: (ctx: Ctx, act: (tx: ReadTx) => Promise<Answer<string>>) =>
        world.work.run(ctx, (tx) => act({ ...tx, manager: Object.assign(Object.create(tx.manager) as typeof tx.manager, { insert: async () => undefined }) } as ReadTx)),
    });
    await value(new EditSheet(blind).run(world.ctx.frSecond, { sheetId: id, expectedVersion: 2, sections: { context: 'Les mots de la seconde.' } }));
    await value(write(id, 'Les mots d’une troisième.'));
    expect(await lost(id, ['Les mots de la première.', 'Les mots de la seconde.'])).toEqual(['Les mots de la seconde.']);
  });
});
