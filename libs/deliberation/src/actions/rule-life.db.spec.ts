import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecideRule } from '#agreement';
import type { Json } from '#kernel';
import { AgreeRuleCorrection } from '../../../agreement/src/actions/agree-rule-correction.js';
import { CloseRuleAsking } from '../../../agreement/src/actions/close-rule-asking.js';
import { ConfirmService } from '../../../agreement/src/actions/confirm-service.js';
import { CorrectRule } from '../../../agreement/src/actions/correct-rule.js';
import { ProposeRuleChange } from '../../../agreement/src/actions/propose-rule-change.js';
import { SetRule } from '../../../agreement/src/actions/set-rule.js';
import { bookAt, ruleAt } from '../../../agreement/src/store/rule-book.store.js';
import { ruleBookView } from '../../../agreement/src/views/rule-book.reader.js';
import { GivenCommittee, refusalOf, valueOf, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes } from '../given-minutes.contract.js';

let given: GivenCommittee;
let ours: GivenPartnership;
let story: GivenMinutes;
let foreign: GivenPartnership;

beforeAll(async () => {
  given = await GivenCommittee.open();
  given.decidables.register(new DecideRule());
  ours = await given.partnership({ members: 1 });
  foreign = await given.partnership({ members: 1 });
  story = new GivenMinutes(given, ours);
});
afterAll(() => given.close());

const one = (word: string) => [{ name: 'value', values: [word] }];
const rule = (key: string, word: string) => ({ partnershipId: ours.id, key, parts: one(word) });
const byProcedure = { kind: 'RULES_OF_PROCEDURE', adoptedOn: '2026-10-01' as never } as const;
const coordinator = (side: 'fr' | 'ma', over: { stale?: boolean } = {}) => given.as(ours, `${side}-coordinator`, over);
const edition = async (): Promise<number> => (await given.work.read(await coordinator('fr'), (tx) => bookAt(tx, ours.id)))?.edition ?? 0;
const confirm = async (side: 'fr' | 'ma', read: number, over: { stale?: boolean } = {}) => new ConfirmService(given.work).run(await coordinator(side, over), { partnershipId: ours.id, edition: read });
const inForce = async (key: string): Promise<Json> => ((await given.owner.query('select value from rule where partnership_id = $1 and key = $2', [ours.id, key])) as { value: Json }[])[0]?.value ?? null;
const ballotsRules = async (): Promise<unknown[]> => ((await given.owner.query(`select rules -> 'abstention' ->> 'value' as word from ballot where partnership_id = $1 order by opened_at, id`, [ours.id])) as { word: string }[]).map(({ word }) => word);

describe('the life of a rule (C5 Q25)', () => {
  it('is set by a coordinator of either party during the set-up, with its source; never by others', async () => {
    const set = new SetRule(given.work);
    await valueOf(set.run(await coordinator('ma'), { ...rule('remote', 'NONE'), source: byProcedure }));
    expect(await inForce('remote')).toBe('NONE');
    expect(await given.facts('RuleSet')).toMatchObject([{ data: { key: 'remote', value: 'NONE', partyId: ours.morocco } }]);
    expect(await refusalOf(set.run(await coordinator('fr'), { ...rule('remote', 'MAYBE'), source: byProcedure }))).toMatchObject({ code: 'RULE_VALUE_UNFIT' });
    expect(await refusalOf(set.run(await coordinator('fr'), { ...rule('remote', 'NONE'), source: { kind: 'PRODUCT_DEFAULT' } }))).toMatchObject({ code: 'RULE_NOT_OUR_DEFAULT' });
    expect(await refusalOf(set.run(await given.as(ours, 'fr-president'), { ...rule('remote', 'HYBRID'), source: byProcedure }))).toMatchObject({ code: 'RULES_BY_COORDINATORS', source: 'C5 Q25' });
    expect(await refusalOf(set.run(await given.as(foreign, 'fr-coordinator'), { ...rule('remote', 'HYBRID'), source: byProcedure }))).toMatchObject({ code: 'NOT_FOUND' });
    await valueOf(set.run(await coordinator('fr'), { ...rule('remote', 'HYBRID'), source: { kind: 'PRODUCT_DEFAULT' } }));
  });

  it('enters service when each party has confirmed the same edition, each with a fresh proof', async () => {
    const read = await edition();
    expect(await refusalOf(confirm('fr', read, { stale: true }))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(await valueOf(confirm('fr', read))).toBe(false);
    expect(await refusalOf(confirm('fr', read))).toMatchObject({ code: 'SERVICE_ALREADY_CONFIRMED' });
    await valueOf(new SetRule(given.work).run(await coordinator('ma'), { ...rule('frequency', 'ONCE_PER_CIVIL_YEAR'), source: byProcedure }));
    expect(await refusalOf(confirm('ma', read))).toMatchObject({ code: 'RULES_READ_HAVE_CHANGED' });
    expect(await valueOf(confirm('ma', read + 1))).toBe(false);
    expect(await valueOf(confirm('fr', read + 1))).toBe(true);
    expect(await given.facts('RulesEnteredService')).toHaveLength(1);
  });

  it('is no longer set by anybody alone, and the refusal names Q25', async () => {
    const answer = new SetRule(given.work).run(await coordinator('fr'), { ...rule('abstention', 'NEUTRAL'), source: byProcedure });
    expect(await refusalOf(answer)).toEqual({ code: 'RULES_IN_SERVICE', source: 'C5 Q25', args: {} });
    expect(await inForce('abstention')).toBe('BLOCKS');
  });

  it('changes when the decision’s minutes are executory; the ballots of before keep their own (AT-13)', async () => {
    const propose = new ProposeRuleChange(given.work);
    const wish = { ...rule('abstention', 'NEUTRAL'), motive: 'Une abstention ne doit plus tout arrêter.' };
    expect(await refusalOf(propose.run(await coordinator('fr', { stale: true }), wish))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const versionId = await valueOf(propose.run(await coordinator('fr'), wish));
    expect(await refusalOf(propose.run(await coordinator('ma'), wish))).toMatchObject({ code: 'RULE_ALREADY_AWAITS' });
    const meetingId = await story.heldMeeting({ subjectKind: 'rule', subjectId: versionId });
    const [ballot] = (await given.owner.query('select text from ballot where partnership_id = $1', [ours.id])) as { text: string }[];
    expect(ballot?.text).toBe('Le comité de pilotage change une règle de l’accord, «\u00a0Abstention\u00a0». La règle devient\u00a0: Une abstention ne compte pas\u00a0: seuls comptent les votes pour et contre. Jusqu’ici\u00a0: Une abstention empêche l’unanimité.');
    expect(await inForce('abstention')).toBe('BLOCKS');
    const minutesId = await story.final(meetingId);
    await valueOf(story.sign(minutesId, 'fr'));
    expect(await inForce('abstention')).toBe('BLOCKS');
    given.later(1);
    await valueOf(story.sign(minutesId, 'ma'));
    expect(await inForce('abstention')).toBe('NEUTRAL');
    expect(await given.facts('RuleChanged')).toMatchObject([{ subject_id: versionId, data: { key: 'abstention', value: 'NEUTRAL', executoryAt: given.clock.now().toISOString() } }]);
    given.later(1);
    await story.heldMeeting();
    expect(await ballotsRules()).toEqual(['BLOCKS', 'NEUTRAL']);
    const then = new Date(given.clock.now().getTime() - 90_000);
    const was = await given.work.read(await coordinator('fr'), (tx) => ruleAt(tx, ours.id, { key: 'abstention', at: then }));
    expect(was?.value).toBe('BLOCKS');
  });

  it('is put right as a typing error by two parties, never by one alone', async () => {
    const motive = 'Le règlement intérieur dit « en présence ».';
    const correction = { ...rule('remote', 'NONE'), source: byProcedure, motive };
    expect(await refusalOf(new CorrectRule(given.work).run(await coordinator('fr'), { ...correction, motive: ' ' }))).toMatchObject({ code: 'RULE_MOTIVE_REQUIRED' });
    const versionId = await valueOf(new CorrectRule(given.work).run(await coordinator('fr'), correction));
    const agree = new AgreeRuleCorrection(given.work);
    expect(await refusalOf(agree.run(await coordinator('fr'), { versionId }))).toEqual({ code: 'CORRECTION_BY_ANOTHER_PARTY', source: 'C5 Q25', args: {} });
    expect(await refusalOf(agree.run(await given.as(foreign, 'ma-coordinator'), { versionId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(agree.run(await coordinator('ma', { stale: true }), { versionId }))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(await inForce('remote')).toBe('HYBRID');
    await valueOf(agree.run(await coordinator('ma'), { versionId }));
    expect(await inForce('remote')).toBe('NONE');
    expect(await given.facts('RuleCorrectionAsked')).toMatchObject([{ data: { key: 'remote', motive } }]);
    expect(await ballotsRules()).toEqual(['BLOCKS', 'NEUTRAL']);
    // Planted: even a store that forgets the second party is stopped by the table itself.
    const alone = given.owner.query('update rule_version set agreed_party = party_id where id = $1', [versionId]);
    await expect(alone).rejects.toThrow('rule_version_correction_by_another');
  });

  it('keeps what was asked and withdrawn, and forgets nothing', async () => {
    const versionId = await valueOf(new ProposeRuleChange(given.work).run(await coordinator('fr'), { ...rule('abstention', 'BLOCKS'), motive: 'Revenir en arrière.' }));
    await valueOf(new CloseRuleAsking(given.work).run(await coordinator('ma'), { versionId }));
    expect(await refusalOf(new CloseRuleAsking(given.work).run(await coordinator('ma'), { versionId }))).toMatchObject({ code: 'RULE_AWAITS_NOTHING' });
    const book = await given.work.read(await coordinator('fr'), (tx) => ruleBookView(tx, ours.id));
    const states = book?.rules.find(({ key }) => key === 'abstention')?.versions.map(({ act, state }) => `${act} ${state}`);
    expect(states).toEqual(['DECISION CLOSED', 'DECISION IN_EFFECT', 'RECORDED PAST']);
    const drift = await given.owner.query(
      `select key from rule where value is distinct from (select version.value from rule_version version where version.partnership_id = rule.partnership_id and version.key = rule.key
         and version.in_effect_at is not null order by version.in_effect_at desc, version.id desc limit 1)`,
    );
    expect(drift).toEqual([]);
  });

  it('shows an outside reader what was in force, never what is being asked', async () => {
    const versionId = await valueOf(new ProposeRuleChange(given.work).run(await coordinator('fr'), { ...rule('abstention', 'BLOCKS'), motive: 'Encore.' }));
    const guest = { ...(await coordinator('fr')) };
    const outside = { ...guest, actor: guest.actor && { ...guest.actor, seats: guest.actor.seats.map((seat) => ({ ...seat, persona: 'GUEST' as const })) } };
    const book = await given.work.read(outside, (tx) => ruleBookView(tx, ours.id));
    const versions = book?.rules.flatMap((shown) => shown.versions) ?? [];
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.map(({ id }) => id)).not.toContain(versionId);
    expect(await given.work.read(await given.as(foreign, 'fr-coordinator'), (tx) => ruleBookView(tx, ours.id))).toBeNull();
  });
});
