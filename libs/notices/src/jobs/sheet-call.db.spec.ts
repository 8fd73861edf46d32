import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heldSeats, actorOf } from '#parties';
import type { Ctx, Work } from '#platform';
import { CommentSheet, DraftSheet, SettleSheetComment, SubmitSheet, EditSheet } from '#programme';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { deskOver } from '../desk.contract.js';
import { linesOfPartnership } from '../store/record.store.js';

/** Whoever a remark calls is told at once, once, in her language; nobody else, and nobody who may not read it. */
let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
});
afterAll(() => world.close());

const personOf = (who: Who): string => world.people.get(who) ?? '';
async function as(who: Who): Promise<Ctx> {
  const personId = personOf(who);
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: null }, seats));
}
const draft = async (title: string): Promise<string> =>
  valueOf(new DraftSheet(world.app).run(await as('fr-technician'), { partnershipId: world.partnershipId, year: 2027, kind: 'PROJECT', title }));
async function submitted(title: string): Promise<string> {
  const sheetId = await draft(title);
  const indicators = [{ label: 'Personnes', method: 'Registre', responsible: 'Service', targets: [], total: 10 }];
  await valueOf(new EditSheet(world.app).run(await as('fr-technician'), { sheetId, expectedVersion: 1, sections: { context: 'C', objectives: 'O' }, outsideAxesReason: 'Urgence', startsOn: '2027-01-11' as never, endsOn: '2027-11-30' as never, indicators }));
  await valueOf(new SubmitSheet(world.app).run(await as('fr-technician'), { sheetId }));
  return sheetId;
}
const remark = async (sheetId: string, mentions: readonly Who[], over: Work = world.app) =>
  new CommentSheet(over, world.zones).run(await as('fr-technician'), { sheetId, field: 'title', text: 'Quarante ateliers ?', mentions: mentions.map(personOf) });
async function letters(title: string): Promise<{ to: string; subject: string; text: string }[]> {
  for (let tick = 0; tick < 2; tick += 1) await deskOver(world).desk.tick();
  return world.owner.query('select to_address as to, subject, text from mailbox_message where position($1 in subject) > 0 order by to_address', [title]);
}

describe('a call to a remark', () => {
  it('leaves at once, one letter each however often the desk works, in the reader’s language, to the remark itself', async () => {
    const id = await submitted('Ateliers');
    await valueOf(remark(id, ['ma-technician', 'fr-coordinator', 'ma-technician']));
    const told = await letters('Ateliers');
    expect(told.map(({ to, subject }) => [to, subject])).toEqual([
      ['coordinator@fr.example', 'On vous appelle sur la fiche «\u00a0Ateliers\u00a0»'],
      ['technician@ma.example', expect.stringContaining('نودي عليكم')],
    ]);
    for (const { text } of told) expect([text.includes('Quarante ateliers ?'), text.includes(`/sheets/${id}/remarks?field=title`)]).toEqual([true, true]);
    expect(await letters('Ateliers')).toHaveLength(2);
    await valueOf(remark(id, ['ma-technician']));
    expect(await letters('Ateliers')).toHaveLength(3);
  });

  it('does not leave for a remark settled meanwhile, nor for one that calls nobody', async () => {
    const id = await submitted('Réglée');
    await valueOf(remark(id, []));
    await valueOf(remark(id, ['ma-technician']));
    const remarks = (await world.owner.query('select id from sheet_comment where sheet_id = $1 and mentions <> $2::jsonb', [id, '[]'])) as { id: string }[];
    await valueOf(new SettleSheetComment(world.app).run(await as('fr-coordinator'), { commentId: remarks[0]!.id, settled: true }));
    expect(await letters('Réglée')).toEqual([]);
  });

  it('of a draft reaches its own party alone, and leaves no line in what the other side reads of letters sent', async () => {
    const id = await draft('Brouillon');
    expect(await remark(id, ['ma-technician'])).toMatchObject({ refused: true, code: 'MENTION_OUT_OF_REACH' });
    await valueOf(remark(id, ['fr-coordinator']));
    expect((await letters('Brouillon')).map(({ to }) => to)).toEqual(['coordinator@fr.example']);
    const record = await world.app.read(await as('ma-coordinator'), (tx) => linesOfPartnership(tx, world.partnershipId, 500));
    expect(record.filter(({ rule }) => rule === 'SHEET_CALL')).toEqual([]);
  });

  it('planted: a remark that names the other side in a draft, whatever wrote it, sends it nothing', async () => {
    const id = await draft('Planté');
    await valueOf(remark(id, ['fr-coordinator']));
    await world.owner.query('update sheet_comment set mentions = $2::jsonb where sheet_id = $1', [id, JSON.stringify([personOf('ma-technician'), personOf('ma-president')])]);
    expect(await letters('Planté')).toEqual([]);
    await world.owner.query('update project_sheet set submitted_at = now() where id = $1', [id]);
    await world.owner.query(`update sheet_comment set party_only = false where sheet_id = $1`, [id]);
    await valueOf(remark(id, ['ma-technician']));
    expect((await letters('Planté')).map(({ to }) => to)).toContain('technician@ma.example');
  });
});
