import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { axesOf, DecideAxis } from '#agreement';
import type { Decidable } from '#kernel';
import { partiesOf } from '#parties';
import { findDocuments, type Tx } from '#platform';
import { ProposeAxis } from '../../../agreement/src/actions/propose-axis.js';
import { WithdrawAxis } from '../../../agreement/src/actions/withdraw-axis.js';
import { entities, GivenCommittee, refusalOf, valueOf, type GivenPartnership } from '../../../deliberation/src/given-committee.contract.js';
import { GivenMinutes, press } from '../../../deliberation/src/given-minutes.contract.js';
import * as rows from '../store/programme.entity.js';
import * as historyRows from '../store/sheet-history.entity.js';
import { AddToPlan, CoValidateSheet, DraftSheet, EditSheet, OpenPlan, SubmitSheet } from '../index.js';

/** Planted: opens the axis when the committee has voted, before anybody has signed. */
class TooEarly extends DecideAxis {
  override async onAdopted(tx: Tx, id: string, decision: { decisionId: string; adoptedAt: Date }): Promise<void> {
    await super.onAdopted(tx, id, decision);
    await super.onExecutory(tx, id, { decisionId: decision.decisionId, executoryAt: decision.adoptedAt });
  }
}

const climate = { title: 'Climat', titleAr: 'المناخ', text: 'Adapter les deux villes à la chaleur.' };
let given: GivenCommittee;
let ours: GivenPartnership;
let foreign: GivenPartnership;
let story: GivenMinutes;
let decideAxis: Decidable<Tx>;

beforeAll(async () => {
  entities.push(...[rows, historyRows].flatMap((face) => Object.entries(face).filter(([name]) => name.endsWith('Row')).map(([, row]) => row as unknown as new () => object)));
  given = await GivenCommittee.open();
  decideAxis = new DecideAxis();
  // Whoever decides is looked up at each call, so that the planted one can take the place of the real one.
  given.decidables.register({
    kind: 'axis',
    freeze: (tx, id) => decideAxis.freeze(tx, id),
    onAdopted: (tx, id, decision) => decideAxis.onAdopted(tx, id, decision),
    onExecutory: (tx, id, decision) => decideAxis.onExecutory(tx, id, decision),
  });
  ours = await given.partnership({ members: 1 });
  foreign = await given.partnership({ members: 1 });
  story = new GivenMinutes(given, ours);
}, 60_000);
afterAll(async () => {
  await given.close();
  await press.close();
});

const propose = async (key: string, over: Partial<typeof climate> = {}, of = ours) => new ProposeAxis(given.work).run(await given.as(of, key), { partnershipId: ours.id, ...climate, ...over });
const withdraw = async (key: string, axisId: string, of = ours) => new WithdrawAxis(given.work).run(await given.as(of, key), { axisId });
const draft = async (axisId: string | null) => new DraftSheet(given.work).run(await story.as('fr-coordinator'), { partnershipId: ours.id, year: 2027, kind: 'PROJECT', axisId, title: 'Des arbres' });
const shown = async (key = 'fr-coordinator') => given.work.read(await story.as(key), async (tx) => axesOf(tx, ours.id, (await partiesOf(tx, [ours.id])).get(ours.id) ?? []));

/** Who finds a word: those who prepare, or also a guest. */
async function finders(word: string): Promise<string[]> {
  const coordinator = await story.as('fr-coordinator');
  const guest = { ...coordinator, actor: coordinator.actor && { ...coordinator.actor, seats: coordinator.actor.seats.map((seat) => ({ ...seat, persona: 'GUEST' as const })) } };
  const found = async (ctx: typeof coordinator) => (await given.work.read(ctx, (tx) => findDocuments(tx, word, { partnershipIds: [ours.id], first: 5, after: 0 }))).results.some(({ kind }) => kind === 'axis');
  return [...((await found(coordinator)) ? ['coordinator'] : []), ...((await found(guest)) ? ['guest'] : [])];
}

/** A fiche of that axis, as far as it can be retained in a plan. */
async function ready(axisId: string): Promise<string> {
  const [mine, theirs] = [await story.as('fr-coordinator'), await story.as('ma-coordinator')];
  const sheetId = await valueOf(draft(axisId));
  const words = { sections: { context: 'Il fait chaud.', objectives: 'De l’ombre.' }, startsOn: '2027-01-11' as never, endsOn: '2027-11-30' as never };
  const indicators = [{ label: 'Arbres', method: 'Comptage', responsible: 'Service', targets: [], total: 40 }];
  await valueOf(new EditSheet(given.work).run(mine, { sheetId, expectedVersion: 1, ...words, indicators, budget: [{ label: 'Plants', partyId: ours.france, kind: 'CASH', amountMinor: 100n, currency: 'EUR' }] }));
  await valueOf(new SubmitSheet(given.work).run(mine, { sheetId, version: 2 }));
  await valueOf(new CoValidateSheet(given.work).run(theirs, { sheetId, version: 2 }));
  return sheetId;
}

describe('AT-13: a new axis', () => {
  it('is proposed by a coordinator, with its words, and by nobody else', async () => {
    expect(await refusalOf(propose('fr-president'))).toMatchObject({ code: 'AXES_BY_COORDINATORS', source: 'Art. 3' });
    expect(await refusalOf(propose('fr-coordinator', {}, foreign))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(propose('fr-coordinator', { titleAr: ' ' }))).toMatchObject({ code: 'AXIS_WORDS_BLANK', args: { field: 'titleAr' } });
    const axisId = await valueOf(propose('ma-coordinator'));
    expect(await shown()).toMatchObject([{ id: axisId, number: 'I', active: false, state: 'AWAITING', warning: null, proposedBy: { id: ours.morocco } }]);
    expect(await refusalOf(withdraw('fr-coordinator', axisId, foreign))).toMatchObject({ code: 'NOT_FOUND' });
    await valueOf(withdraw('fr-coordinator', axisId));
    expect(await refusalOf(withdraw('fr-coordinator', axisId))).toMatchObject({ code: 'AXIS_AWAITS_NOTHING' });
    expect(await shown()).toEqual([]);
    expect((await given.facts('AxisProposed')).map(({ data }) => data)).toEqual([{ number: 'I', partyId: ours.morocco }]);
  });

  it('serves no fiche before the last signature of the minutes that opened it, then serves fiche and plan, with « avenant à conclure »', async () => {
    const axisId = await valueOf(propose('fr-coordinator'));
    expect(await refusalOf(draft(axisId))).toEqual({ code: 'AXIS_NOT_OPEN', source: 'Art. 3', args: { number: 'I' } });
    const bare = await valueOf(draft(null));
    const toThere = async () => new EditSheet(given.work).run(await story.as('fr-coordinator'), { sheetId: bare, expectedVersion: 1, axisId });
    expect(await refusalOf(toThere())).toMatchObject({ code: 'AXIS_NOT_OPEN', source: 'Art. 3' });
    const meetingId = await story.heldMeeting({ subjectKind: 'axis', subjectId: axisId });
    const [ballot] = (await given.owner.query('select text from ballot where partnership_id = $1', [ours.id])) as { text: string }[];
    expect(ballot?.text).toBe('Le comité de pilotage ouvre un nouvel axe de coopération, l’axe I, «\u00a0Climat\u00a0».\n\nAdapter les deux villes à la chaleur.');
    expect(await shown()).toMatchObject([{ state: 'ADOPTED', active: false }]);
    expect(await refusalOf(withdraw('fr-coordinator', axisId))).toMatchObject({ code: 'AXIS_AWAITS_NOTHING' });
    const minutesId = await story.final(meetingId);
    await valueOf(story.sign(minutesId, 'fr'));
    expect(await refusalOf(draft(axisId))).toMatchObject({ code: 'AXIS_NOT_OPEN' });
    given.later(1);
    await valueOf(story.sign(minutesId, 'ma'));
    expect(await shown()).toMatchObject([{ state: 'OPEN', active: true, openedAt: given.clock.now(), warning: { source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q20' } } }]);
    expect(await given.facts('AxisOpened')).toMatchObject([{ subject_id: axisId, data: { number: 'I', executoryAt: given.clock.now().toISOString() } }]);
    const sheetId = await ready(axisId);
    const planId = await valueOf(new OpenPlan(given.work).run(await story.as('fr-coordinator'), { partnershipId: ours.id, year: 2027 }));
    await valueOf(new AddToPlan(given.work).run(await story.as('fr-coordinator'), { planId, sheetId }));
  }, 60_000);

  it('is kept from whoever does not prepare the committee until it is open', async () => {
    const axisId = await valueOf(propose('fr-coordinator', { title: 'Mémoire' }));
    expect(await finders('memoire')).toEqual(['coordinator']);
    const coordinator = await story.as('fr-coordinator');
    const guest = { ...coordinator, actor: coordinator.actor && { ...coordinator.actor, seats: coordinator.actor.seats.map((seat) => ({ ...seat, persona: 'GUEST' as const })) } };
    const seen = await given.work.read(guest, (tx) => axesOf(tx, ours.id, []));
    expect(seen.map(({ id }) => id)).not.toContain(axisId);
    expect(seen).toHaveLength(1);
    await valueOf(withdraw('ma-coordinator', axisId));
    // Taken back it is found by nobody; the one that minutes opened, by everybody (an axis kept out of the index would be found by none).
    expect(await finders('memoire')).toEqual([]);
    expect(await finders('climat')).toEqual(['coordinator', 'guest']);
  });

  it('planted: opened at the vote, without a signature, it would serve a fiche; the table refuses it when nobody voted', async () => {
    decideAxis = new TooEarly();
    const axisId = await valueOf(propose('fr-coordinator', { title: 'Hâte' }));
    expect(await refusalOf(draft(axisId))).toMatchObject({ code: 'AXIS_NOT_OPEN' });
    const undecided = given.owner.query('update axis set active = true, opened_at = now() where id = $1', [axisId]);
    await expect(undecided).rejects.toThrow('axis_open_was_decided');
    await expect(given.owner.query('update axis set active = true where id = $1', [axisId])).rejects.toThrow('axis_proposed_is_closed');
    await story.heldMeeting({ subjectKind: 'axis', subjectId: axisId });
    // Red for the guard above: nobody has signed these minutes.
    expect(await refusalOf(draft(axisId))).toBeNull();
    decideAxis = new DecideAxis();
  }, 60_000);

});
