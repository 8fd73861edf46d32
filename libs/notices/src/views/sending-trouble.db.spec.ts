import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, ReadTx } from '#platform';
import { askSignatures, finalMinutes } from '../../../../test/world/committee-rows.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, type Who, type World } from '../../../../test/world/world.js';
import { deskOver, ledger } from '../desk.contract.js';
import { sendingTroubleOf } from './sending-trouble.view.js';

let world: World;
beforeEach(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
  await askSignatures(world, await finalMinutes(world));
});
afterEach(() => world.close());

const personaOf = { president: 'CO_PRESIDENT', elected: 'ELECTED_MEMBER', technician: 'TECHNICIAN', coordinator: 'COORDINATOR' } as const;
function look(who: Who, partnershipId = world.partnershipId, spoil: (sql: string) => string = (sql) => sql) {
  const [side, office] = who.split('-') as ['fr' | 'ma', keyof typeof personaOf];
  const actor: Partial<Actor> = { personId: world.people.get(who)!, seats: [{ seatId: 's', partnershipId, partyId: world.parties[side], persona: personaOf[office], votes: false }] };
  const ctx = ctxOf({ ...actor, partnershipIds: [partnershipId] });
  return world.app.read(ctx, (tx) => sendingTroubleOf({ ...tx, query: (sql, parameters) => tx.query(spoil(sql), parameters) } as ReadTx, ctx.actor));
}
/** Letters planned by a desk whose letters cannot leave: their hour is put at this many minutes ago. */
async function waitingSince(minutes: number, problem: string | null): Promise<void> {
  await deskOver(world).desk.tick();
  expect((await ledger(world)).length).toBeGreaterThan(0);
  await world.owner.query(
    `update reminder set state = 'PLANNED', sent_at = null, last_problem = $2, send_at = $1, planned_at = $1 where partnership_id is not null`,
    [new Date(world.legal.now().getTime() - minutes * 60_000), problem],
  );
}

describe('letters that should have left', () => {
  it('are told after a quarter of an hour to who coordinates, with what the last try met', async () => {
    expect(await look('fr-coordinator')).toBeNull();
    await waitingSince(14, 'connect ECONNREFUSED');
    expect(await look('fr-coordinator')).toBeNull();
    await waitingSince(16, 'connect ECONNREFUSED');
    expect(await look('fr-coordinator')).toMatchObject({ cause: 'MAIL_SERVER', problem: 'connect ECONNREFUSED', since: new Date('2026-11-23T08:44:00Z') });
    await waitingSince(16, null);
    expect(await look('ma-coordinator')).toMatchObject({ cause: 'NOT_TRIED', problem: null });
  }, 60_000);

  it('are nobody else’s affair, nor another partnership’s; an agreement awaited after a restore has its own banner', async () => {
    await waitingSince(60, null);
    for (const who of ['fr-president', 'fr-technician'] as const) expect(await look(who)).toBeNull();
    expect(await look('fr-coordinator', '018f0000-0000-7000-8000-0000000000ff')).toBeNull();
    await world.owner.query('insert into epoch (id, number, restored_at, backup_taken_at, backup_id) values (gen_random_uuid(), 1, $1, $1, $2)', ['2026-11-23T08:00:00Z', 'a'.repeat(64)]);
    expect(await look('fr-coordinator')).toBeNull();
  }, 60_000);

  it('that are not even prepared are told too: facts that nobody has heard for a quarter of an hour, to the same readers', async () => {
    await deskOver(world).desk.tick();
    expect(await look('fr-coordinator')).toBeNull();
    const waiting = (minutes: number): Promise<unknown> =>
      world.owner.query(`insert into outbox (id, partnership_id, kind, subject_kind, subject_id, data, occurred_at) values (gen_random_uuid(), $1, 'MeetingConvened', 'meeting', gen_random_uuid(), '{}', $2)`, [world.partnershipId, new Date(world.legal.now().getTime() - minutes * 60_000)]);
    await waiting(14);
    expect(await look('fr-coordinator')).toBeNull();
    await waiting(16);
    expect(await look('fr-coordinator')).toEqual({ cause: 'NOT_HEARD', waiting: 1, since: new Date('2026-11-23T08:44:00Z'), problem: null });
    for (const who of ['fr-president', 'fr-technician'] as const) expect(await look(who)).toBeNull();
    expect(await look('fr-coordinator', '018f0000-0000-7000-8000-0000000000ff')).toBeNull();
    // Another partnership's facts are not counted by naming it: the function asks the transaction whose it is.
    const ctx = ctxOf({ personId: world.people.get('fr-coordinator')!, partnershipIds: [] });
    expect(await world.app.read(ctx, (tx) => tx.query('select waiting from waiting_facts($1, $2)', [[world.partnershipId], world.legal.now()]))).toEqual([{ waiting: 0 }]);
    await world.owner.query('insert into instance_admin (person_id, since) values ($1, now())', [world.people.get('ma-elected')]);
    const admin = ctxOf({ personId: world.people.get('ma-elected')!, isAdmin: true });
    expect(await world.app.read(admin, (tx) => sendingTroubleOf(tx, admin.actor))).toMatchObject({ cause: 'NOT_HEARD', waiting: 1 });
  }, 60_000);

  it('are told to who runs the instance, whatever partnership they belong to; a stranger who says she does hears nothing', async () => {
    await waitingSince(60, 'connect ECONNREFUSED');
    const asAdmin = () => {
      const ctx = ctxOf({ personId: world.people.get('ma-elected')!, isAdmin: true });
      return world.app.read(ctx, (tx) => sendingTroubleOf(tx, ctx.actor));
    };
    expect(await asAdmin()).toBeNull();
    await world.owner.query('insert into instance_admin (person_id, since) values ($1, now())', [world.people.get('ma-elected')]);
    expect(await asAdmin()).toMatchObject({ cause: 'MAIL_SERVER', problem: 'connect ECONNREFUSED' });
    await world.owner.query(`update instance_admin set "until" = now()`);
    expect(await asAdmin()).toBeNull();
  }, 60_000);

  it.each([
    ['the hour', (sql: string) => sql.replaceAll('send_at <= $1', '$1::timestamptz is not null').replaceAll('planned_at <= $1', 'true'), 1],
    ['the state', (sql: string) => sql.replaceAll(`state in ('PLANNED', 'SENDING')`, `state = 'SENT'`), 60],
  ])('a planted defect is seen: %s forgotten', async (_what, spoil, minutes) => {
    await waitingSince(minutes, null);
    const [sound, spoilt] = [await look('fr-coordinator'), await look('fr-coordinator', world.partnershipId, spoil)];
    expect(sound === null).not.toBe(spoilt === null);
  }, 60_000);
});
