import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate, territoryKept, WorkCalendar, type Answer } from '#kernel';
import { PostgresWork, type Ctx, type HeldSeat, type Tx } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, type Who, type World } from '../../../../test/world/world.js';
import { heldSeats } from '../store/actor.store.js';
import { partyKnown, revisionsOf } from '../store/party-facts.store.js';
import { partiesOf } from '../views/parties.reader.js';
import { UpdatePartyFacts, type UpdatePartyFactsInput } from './update-party-facts.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-22T09:00:00Z');
});
afterAll(() => world.close());

async function as(who: Who | null): Promise<Ctx> {
  const personId = who ? (world.people.get(who) ?? '') : '00000000-0000-7000-8000-00000000dead';
  const seats: HeldSeat[] = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: world.legal.now(), zones: world.zones }));
  return ctxOf({ personId, seats, partyIds: seats.map(({ partyId }) => partyId), stepUpAt: null });
}
const stand = async (partyId = world.parties.fr) => (await world.app.read(await as('fr-coordinator'), (tx) => partyKnown(tx, partyId)))!;
const told = async (partyId = world.parties.fr) => world.app.read(await as('ma-coordinator'), (tx) => revisionsOf(tx, { partnershipId: world.partnershipId, partyId }));
async function update(who: Who | null, more: Partial<UpdatePartyFactsInput> = {}, partyId = world.parties.fr): Promise<string> {
  const { facts, version } = await stand(partyId);
  const input = { ...facts, networks: [...facts.networks], workWeek: facts.workWeek && [...facts.workWeek], closedDays: [...facts.closedDays], workedDays: [...facts.workedDays], partyId, expectedVersion: version, ...more } as UpdatePartyFactsInput;
  const answer: Answer<string> = await new UpdatePartyFacts(world.app).run(await as(who), input);
  return answer.refused ? answer.code : 'ACCEPTED';
}
const rows = async <Row>(sql: string): Promise<Row[]> => (await world.owner.query(sql)) as Row[];

describe('a party’s facts', () => {
  it('are its own coordinator’s to change; another party’s, an elected member and a stranger change nothing', async () => {
    expect(await update('ma-coordinator', { contact: 'Pas à nous' })).toBe('OWN_PARTY_ONLY');
    expect(await update('fr-elected', { contact: 'Pas à nous' })).toBe('NOT_ALLOWED');
    expect(await update(null, { contact: 'Pas à nous' })).toBe('NOT_FOUND');
    expect(await stand()).toMatchObject({ version: 0, facts: { contact: null } });
    expect(await update('fr-coordinator', { contact: 'Service des relations internationales', population: 24_000, populationYear: 2021, workWeek: [1, 2, 3, 4] })).toBe('ACCEPTED');
    expect(await stand()).toMatchObject({ version: 1, facts: { contact: 'Service des relations internationales', population: 24_000, workWeek: [1, 2, 3, 4] } });
  });

  it('keep every change: who, when, before, after; the journal knows which; the same facts again are no change', async () => {
    expect(await update('fr-coordinator')).toBe('ACCEPTED');
    expect(await update('fr-coordinator', { population: 24_500 })).toBe('ACCEPTED');
    expect(await told()).toMatchObject([
      { version: 2, by: expect.any(String), at: world.legal.now(), changes: [{ fact: 'population', before: '24000', after: '24500' }] },
      { version: 1, changes: [{ fact: 'contact', before: '' }, { fact: 'population' }, { fact: 'populationYear', after: '2021' }, { fact: 'workWeek', before: '', after: '1 ; 2 ; 3 ; 4' }] },
    ]);
    expect(await rows(`select data->>'version' as version from journal where kind = 'PartyFactsChanged' order by sequence`)).toMatchObject([{ version: '1' }, { version: '2' }]);
    await expect(world.app.run(await as('fr-coordinator'), async (tx) => tx.query(`update party_revision set changes = '[]'`) as never)).rejects.toThrow(/permission denied/);
  });

  it('read at one version and written at another are compared again first; of two at once, one is told so', async () => {
    expect(await update('fr-coordinator', { expectedVersion: 0, population: 1 })).toBe('PARTY_FACTS_CHANGED');
    const { version } = await stand();
    const both = await Promise.all([25_000, 26_000].map((population) => update('fr-coordinator', { population, expectedVersion: version })));
    expect(both.sort()).toEqual(['ACCEPTED', 'PARTY_FACTS_CHANGED']);
  });

  it('planted: a change that takes no lock overwrites the other, and is seen', async () => {
    // Without the lock, each waits until the other has read what it is about to overwrite, however the machine runs.
    let met = (): void => undefined;
    const both = new Promise<void>((done) => (met = done));
    let readers = 0;
    const unlocked = (tx: Tx): Tx => {
      let skipped = false;
      const query = async (sql: string, values: unknown[]): Promise<object[]> => {
        if (sql.includes('for update')) return (skipped = true) && [];
        const found = await tx.query(sql, values);
        if (skipped && (readers += 1) === 2) met();
        if (skipped) await both;
        return found;
      };
      return { ...tx, query } as Tx;
    };
    const blind = Object.assign(Object.create(world.app) as PostgresWork, {
      run: (ctx: Ctx, act: (tx: Tx) => Promise<Answer<string>>) => world.app.run(ctx, (tx) => act(unlocked(tx))),
    });
    const { facts, version } = await stand();
    const input = (population: number) => ({ ...facts, networks: [...facts.networks], workWeek: null, closedDays: [], workedDays: [], partyId: world.parties.fr, expectedVersion: version, population }) as UpdatePartyFactsInput;
    const ctx = await as('fr-coordinator');
    const outcomes = await Promise.all([27_000, 28_000].map((population) => new UpdatePartyFacts(blind).run(ctx, input(population)).then((answer) => (answer.refused ? answer.code : 'ACCEPTED'), () => 'BROKEN')));
    expect(outcomes.sort()).not.toEqual(['ACCEPTED', 'PARTY_FACTS_CHANGED']);
  });

  it('a SIREN is French, its key right, and one organisation’s', async () => {
    expect(await update('fr-coordinator', { siren: '219200780' })).toBe('SIREN_KEY_WRONG');
    expect(await update('ma-coordinator', { siren: '219200789' }, world.parties.ma)).toBe('SIREN_IS_FRENCH');
    await rows(`insert into organisation (id, name, kind, territory_id, siren) select '00000000-0000-7000-8000-0000000000e1', 'Ailleurs', 'MUNICIPALITY', territory_id, '219200789' from organisation limit 1`);
    expect(await update('fr-coordinator', { siren: '219200789' })).toBe('SIREN_TAKEN');
    expect(await update('fr-coordinator', { siren: '219200466' })).toBe('ACCEPTED');
  });

  it('a day declared closed, or a holiday worked, is kept with its change and read by whoever plans', async () => {
    expect(await update('ma-coordinator', { closedDays: ['2026-12-28'], workedDays: ['2027-01-11'] }, world.parties.ma)).toBe('ACCEPTED');
    expect((await stand(world.parties.ma)).facts).toMatchObject({ closedDays: ['2026-12-28'], workedDays: ['2027-01-11'] });
    expect((await told(world.parties.ma))[0]).toMatchObject({ changes: [{ fact: 'closedDays', before: '', after: '2026-12-28' }, { fact: 'workedDays', after: '2027-01-11' }] });
    const parties = (await world.app.read(await as('fr-coordinator'), (tx) => partiesOf(tx, [world.partnershipId]))).get(world.partnershipId)!;
    const calendar = new WorkCalendar(territoryKept(parties.find(({ id }) => id === world.parties.ma)!.territory));
    expect(['2026-12-28', '2027-01-11', '2026-11-18'].map((day) => calendar.isWorkingDay(civilDate(day)))).toEqual([false, true, false]);
  });

  it('change neither its country nor its zone: nothing a legal day hangs on', async () => {
    const before = await rows('select country, zone from territory order by id');
    expect(await update('fr-coordinator', { country: 'MA', zone: 'Pacific/Apia', hierarchy: 'Île-de-France' } as never)).toBe('ACCEPTED');
    expect(await rows('select country, zone from territory order by id')).toEqual(before);
  });
});
