import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lifeDuties } from '#agreement';
import { actorOf, heldSeats } from '#parties';
import type { Ctx } from '#platform';
import { AgreeRuleCorrection } from '../../../agreement/src/actions/agree-rule-correction.js';
import { CorrectRule } from '../../../agreement/src/actions/correct-rule.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { deskOver } from '../desk.contract.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
  await world.owner.query('update rule_book set in_service_at = now()');
});
afterAll(() => world.close());

async function as(who: Who): Promise<Ctx> {
  const personId = world.people.get(who) ?? '';
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: world.machine.now() }, seats));
}
async function owed(who: Who): Promise<string[]> {
  const ctx = await as(who);
  const duties = await world.app.read(ctx, (tx) => lifeDuties(tx, ctx.actor!, world.zones));
  return duties.filter(({ kind }) => kind === 'AGREE_CORRECTION').map(({ href }) => href);
}
async function letters(): Promise<{ to: string; text: string }[]> {
  for (let tick = 0; tick < 2; tick += 1) await deskOver(world).desk.tick();
  return world.owner.query(`select to_address as to, text from mailbox_message where position('erreur de saisie' in text) > 0 or position('خطأ في الإدخال' in text) > 0`);
}
const correct = async (motive: string) =>
  valueOf(new CorrectRule(world.app).run(await as('fr-coordinator'), { partnershipId: world.partnershipId, key: 'remote', parts: [{ name: 'value', values: ['NONE'] }], source: { kind: 'RULES_OF_PROCEDURE', adoptedOn: '2026-10-01' as never }, motive }));

describe('a correction that waits for another party', () => {
  it('is the other coordination’s duty, and one letter; never the asker’s; settled, nobody’s', async () => {
    const versionId = await correct('Le règlement dit non.');
    expect([await owed('ma-coordinator'), await owed('fr-coordinator'), await owed('ma-president')]).toEqual([['/rules/remote'], [], []]);
    const [address] = (await world.owner.query('select mail_address from person where id = $1', [world.people.get('ma-coordinator')])) as { mail_address: string }[];
    const sent = await letters();
    expect(sent.map(({ to }) => to)).toEqual([address?.mail_address]);
    expect(sent[0]?.text).toContain('Le règlement dit non.');
    expect(await letters()).toHaveLength(1);
    await valueOf(new AgreeRuleCorrection(world.app).run(await as('ma-coordinator'), { versionId }));
    expect(await owed('ma-coordinator')).toEqual([]);
  });

  it('answered before the letter leaves, no letter leaves', async () => {
    const versionId = await valueOf(new CorrectRule(world.app).run(await as('ma-coordinator'), { partnershipId: world.partnershipId, key: 'remote', parts: [{ name: 'value', values: ['HYBRID'] }], source: { kind: 'RULES_OF_PROCEDURE', adoptedOn: '2026-10-01' as never }, motive: 'Mal lu.' }));
    expect(await owed('fr-coordinator')).toEqual(['/rules/remote']);
    await valueOf(new AgreeRuleCorrection(world.app).run(await as('fr-coordinator'), { versionId }));
    expect(await letters()).toHaveLength(1);
  });
});
