import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Answer, type CivilDate } from '#kernel';
import type { Ctx, HeldSeat } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, type Who, type World } from '../../../../test/world/world.js';
import { heldSeats } from '../store/actor.store.js';
import { AcceptInvitation } from './accept-invitation.js';
import { ApplyRecovery } from './apply-recovery.js';
import { AskRecovery } from './ask-recovery.js';
import { ConfirmInvitation } from './confirm-invitation.js';
import { ConfirmRecovery } from './confirm-recovery.js';
import { EndMandate } from './end-mandate.js';
import { InviteToSeat, type InviteToSeatInput } from './invite-to-seat.js';
import { ResendInvitation } from './resend-invitation.js';
import { StopRecovery } from './stop-recovery.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

const today = '2026-11-22' as CivilDate;
let world: World;
let count = 0;

beforeAll(async () => {
  world = await openWorld('2026-11-22T09:00:00Z');
});
afterAll(() => world.close());

const codeOf = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'ACCEPTED');
const valueOf = <T>(answer: Answer<T>): T => {
  if (answer.refused) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.args)}`);
  return answer.value;
};
/** As somebody whose code was asked `minutes` ago; without it, just now. */
async function ctxOfPerson(personId: string, minutes = 0): Promise<Ctx> {
  const seats: HeldSeat[] = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: world.legal.now(), zones: world.zones }));
  return ctxOf({ personId, seats, partyIds: seats.map(({ partyId }) => partyId), stepUpAt: new Date(world.machine.now().getTime() - minutes * 60_000) });
}
const as = (who: Who, minutes = 0): Promise<Ctx> => ctxOfPerson(world.people.get(who) ?? '', minutes);
/** Letters, so that two names made here never resemble one another. */
const another = (): string => [...String((count += 1))].map((figure) => 'abcdefghjk'[Number(figure)]).join('');
const offerOf = (over: Partial<InviteToSeatInput> = {}): InviteToSeatInput => {
  const name = another();
  return {
    partnershipId: world.partnershipId, partyId: world.parties.fr, category: 'ELECTED_MEMBER', office: 'Conseillère', officeAr: 'مستشارة',
    displayName: `Jeanne ${name}`, mailAddress: `${name}@fr.example`, language: 'fr', from: today, ...over,
  };
};
const invite = async (who: Who, over: Partial<InviteToSeatInput> = {}) => new InviteToSeat(world.app, world.zones).run(await as(who), offerOf(over));
const personOf = async (invitationId: string): Promise<string> => {
  const [row] = (await world.owner.query('select person_id from invitation where id = $1', [invitationId])) as { person_id: string }[];
  return row?.person_id ?? '';
};
const accept = async (invitationId: string, by?: string) => new AcceptInvitation(world.app, world.zones).run(await ctxOfPerson(by ?? (await personOf(invitationId))), { invitationId });
const confirm = async (who: Who, invitationId: string) => new ConfirmInvitation(world.app, world.zones).run(await as(who), { invitationId });
const mandateOf = async (personId: string): Promise<{ id: string; from: string; until: string | null } | undefined> => {
  const rows = (await world.owner.query('select id, "from"::text, "until"::text from mandate where person_id = $1 order by "from" desc', [personId])) as { id: string; from: string; until: string | null }[];
  return rows[0];
};
const end = async (who: Who, mandateId: string, lastDay: CivilDate) => new EndMandate(world.app, world.zones).run(await as(who), { mandateId, lastDay, motive: 'Fin de fonctions' });
const pass = (hours: number): void => world.legal.moveTo(new Date(world.legal.now().getTime() + hours * 3_600_000));

describe('a seat offered', () => {
  it('is nobody’s until the person herself accepts; then she sees the partnership, and nothing before', async () => {
    const id = valueOf(await invite('fr-coordinator'));
    const personId = await personOf(id);
    expect((await ctxOfPerson(personId)).actor?.seats).toEqual([]);
    expect(codeOf(await accept(id, world.people.get('fr-elected')))).toBe('NOT_FOUND');
    expect(codeOf(await accept(id))).toBe('ACCEPTED');
    expect((await ctxOfPerson(personId)).actor?.seats).toMatchObject([{ persona: 'ELECTED_MEMBER', partyId: world.parties.fr }]);
    expect(codeOf(await accept(id))).toBe('INVITATION_BEGUN');
  });

  it('is offered by the coordinator of that party alone', async () => {
    expect(codeOf(await invite('ma-coordinator'))).toBe('OWN_PARTY_ONLY');
    expect(codeOf(await invite('fr-president'))).toBe('OWN_PARTY_ONLY');
    expect(codeOf(await invite('fr-coordinator', { partnershipId: '00000000-0000-7000-8000-0000000000ff' }))).toBe('OWN_PARTY_ONLY');
  });

  it('refuses a guest without end, reversed dates, an interim without its act, strange names and addresses', async () => {
    const tries: [Partial<InviteToSeatInput>, string][] = [
      [{ category: 'GUEST' }, 'GUEST_NEEDS_END'],
      [{ lastDay: '2026-11-20' as CivilDate }, 'MANDATE_DATES_REVERSED'],
      [{ isInterim: true }, 'INTERIM_NEEDS_DOCUMENT'],
      [{ displayName: 'Аbdellah Ghazi' }, 'NAME_LETTERS'],
      [{ office: 'Mai\u202ere' }, 'LINE_UNSEEN_SIGN'],
      [{ mailAddress: 'Maire <a@b.example>, c@d.example' }, 'MAIL_ADDRESS_REFUSED'],
    ];
    for (const [over, code] of tries) expect(codeOf(await invite('fr-coordinator', over))).toBe(code);
  });

  it('is withdrawn, expires after thirty days, and lives thirty more when sent again', async () => {
    const [taken, late] = [valueOf(await invite('fr-coordinator')), valueOf(await invite('fr-coordinator'))];
    const withdrawn = async (who: Who) => new WithdrawInvitation(world.app, world.zones).run(await as(who), { invitationId: taken });
    expect(codeOf(await withdrawn('ma-coordinator'))).toBe('OWN_PARTY_ONLY');
    expect(codeOf(await withdrawn('fr-coordinator'))).toBe('ACCEPTED');
    expect(codeOf(await accept(taken))).toBe('INVITATION_WITHDRAWN');
    pass(30 * 24);
    expect(codeOf(await accept(late))).toBe('INVITATION_EXPIRED');
    expect(codeOf(await new ResendInvitation(world.app, world.zones).run(await as('fr-coordinator'), { invitationId: late }))).toBe('ACCEPTED');
    expect(codeOf(await accept(late))).toBe('ACCEPTED');
    expect((await mandateOf(await personOf(late)))?.from).toBe('2026-12-22');
  });

  it('blocks a name that passes for another until the other side has confirmed it, the inviting side cannot', async () => {
    valueOf(await accept(valueOf(await invite('ma-coordinator', { partyId: world.parties.ma, displayName: 'Ali Oumlil' }))));
    const id = valueOf(await invite('fr-coordinator', { displayName: 'AIi Oumlil' }));
    expect(codeOf(await accept(id))).toBe('ACCEPTED');
    expect(await mandateOf(await personOf(id))).toBeUndefined();
    expect(codeOf(await confirm('fr-coordinator', id))).toBe('CONFIRMATION_BY_ANOTHER_PARTY');
    expect(codeOf(await confirm('ma-coordinator', id))).toBe('ACCEPTED');
    expect(await mandateOf(await personOf(id))).toBeDefined();
  });

  it('lets nobody coordinate two sides', async () => {
    const both = { category: 'COORDINATOR' as const, mailAddress: 'coordinator@ma.example', displayName: 'Coordinator ma' };
    expect(codeOf(await invite('fr-coordinator', both))).toBe('COORDINATES_ANOTHER_PARTY');
  });
});

describe('a mayor', () => {
  let next: string;

  it('follows another only from the day after, once the mandate has an end that does not rewrite the past', async () => {
    expect(codeOf(await invite('fr-coordinator', { category: 'CO_PRESIDENT' }))).toBe('SEAT_HELD');
    const held = await mandateOf(world.people.get('fr-president') ?? '');
    const now = world.zones.civilAt(world.legal.now(), 'Europe/Paris').date;
    expect(codeOf(await end('fr-coordinator', held!.id, addDays(now, -2)))).toBe('MANDATE_PAST_KEPT');
    expect(codeOf(await end('ma-coordinator', held!.id, now))).toBe('OWN_PARTY_ONLY');
    expect(codeOf(await end('fr-coordinator', held!.id, now))).toBe('ACCEPTED');
    expect((await as('fr-president')).actor?.seats).toHaveLength(1);
    expect(codeOf(await invite('fr-coordinator', { category: 'CO_PRESIDENT', from: now }))).toBe('SEAT_HELD_UNTIL');
    next = valueOf(await invite('fr-coordinator', { category: 'CO_PRESIDENT', from: addDays(now, 1) }));
  });

  it('is never self-appointed: accepted or not, nothing begins before the other side’s word', async () => {
    expect(codeOf(await accept(next))).toBe('ACCEPTED');
    expect(await mandateOf(await personOf(next))).toBeUndefined();
    expect(codeOf(await confirm('fr-coordinator', next))).toBe('CONFIRMATION_BY_ANOTHER_PARTY');
    expect(codeOf(await confirm('ma-technician', next))).toBe('NOT_ALLOWED');
    expect(codeOf(await confirm('ma-coordinator', next))).toBe('ACCEPTED');
    expect(codeOf(await confirm('ma-coordinator', next))).toBe('INVITATION_BEGUN');
    pass(24);
    expect((await as('fr-president')).actor?.seats).toEqual([]);
    expect((await ctxOfPerson(await personOf(next))).actor?.seats).toMatchObject([{ persona: 'CO_PRESIDENT' }]);
  });

  it('gives the seat for an interim by an act that is kept', async () => {
    const mandate = await mandateOf(await personOf(next));
    const now = world.zones.civilAt(world.legal.now(), 'Europe/Paris').date;
    valueOf(await end('fr-coordinator', mandate!.id, now));
    const id = valueOf(await invite('fr-coordinator', { category: 'CO_PRESIDENT', from: addDays(now, 1), isInterim: true, interimDocument: 'Arrêté 2026-118', interimDated: now }));
    valueOf(await confirm('ma-coordinator', id));
    valueOf(await accept(id));
    expect(await world.owner.query('select interim_document from mandate where person_id = $1', [await personOf(id)])).toEqual([{ interim_document: 'Arrêté 2026-118' }]);
  });

  it('loses every session with the last mandate, at once when it ended yesterday; the last coordinator stays', async () => {
    const id = valueOf(await invite('fr-coordinator'));
    valueOf(await accept(id));
    pass(48);
    const personId = await personOf(id);
    await world.owner.query(
      `insert into session (id, person_id, token_hash, method, started_at, last_seen_at, expires_at) values (gen_random_uuid(), $1, '\\x01', 'MAIL_CODE', now(), now(), now() + interval '1 day')`,
      [personId],
    );
    const yesterday = addDays(world.zones.civilAt(world.legal.now(), 'Europe/Paris').date, -1);
    expect(codeOf(await end('fr-coordinator', (await mandateOf(personId))!.id, yesterday))).toBe('ACCEPTED');
    expect(await world.owner.query('select count(*)::int as open from session where person_id = $1 and ended_at is null', [personId])).toEqual([{ open: 0 }]);
    const desk = await mandateOf(world.people.get('fr-coordinator') ?? '');
    expect(codeOf(await end('fr-coordinator', desk!.id, addDays(yesterday, 1)))).toBe('LAST_COORDINATOR');
  });
});

describe('one president per side at any instant', () => {
  const overlaps = async (): Promise<number> => {
    const [row] = (await world.owner.query(
      `select count(*)::int as pairs from mandate one join mandate other on one.seat_id = other.seat_id and one.id < other.id
       where daterange(one."from", one."until") && daterange(other."from", other."until")`,
    )) as { pairs: number }[];
    return row?.pairs ?? -1;
  };
  /** Four at once offer themselves the same days of one seat, over connections of their own. */
  const race = async (seatId: string, day: number, locks: boolean): Promise<number> => {
    const from = addDays('2030-01-01' as CivilDate, day * 3);
    const ctx = await as('fr-coordinator');
    const tries = await Promise.allSettled(
      [0, 0, 1, 2].map((shift) =>
        world.app.run(ctx, async (tx) => {
          if (locks) await tx.query('select 1 from seat where id = $1 for update', [seatId]);
          await tx.query('insert into mandate (partnership_id, id, seat_id, person_id, "from", "until") values ($1, $2, $3, $4, $5, $6)', [
            world.partnershipId, tx.newId(), seatId, ctx.actor?.personId, addDays(from, shift), addDays(from, 3),
          ]);
          return { refused: false, value: null };
        }),
      ),
    );
    return tries.filter(({ status }) => status === 'fulfilled').length;
  };
  const presidency = async (): Promise<string> => ((await world.owner.query(`select id from seat where category = 'CO_PRESIDENT' and party_id = $1`, [world.parties.ma])) as { id: string }[])[0]!.id;

  it('stands through 200 races of four: one wins each, and never two, even when nobody locks the seat first', async () => {
    await world.owner.query(`update mandate set "until" = '2029-12-31' where seat_id = $1`, [await presidency()]);
    const seatId = await presidency();
    const winners = { locked: new Set<number>(), unlocked: new Set<number>() };
    for (let day = 0; day < 200; day += 2) {
      winners.locked.add(await race(seatId, day, true));
      winners.unlocked.add(await race(seatId, day + 1, false));
    }
    expect([...winners.locked]).toEqual([1]);
    // Without the lock, four that wait for one another may all be sent away.
    expect(Math.max(...winners.unlocked)).toBe(1);
    expect(await overlaps()).toBe(0);
  });

  it('falls without the exclusion constraint: the checker sees two presidents', async () => {
    const constraint = 'EXCLUDE USING gist (partnership_id WITH =, seat_id WITH =, daterange("from", "until") WITH &&)';
    await world.owner.query('alter table mandate drop constraint mandate_one_holder_per_day');
    expect(await race(await presidency(), 300, false)).toBeGreaterThan(1);
    expect(await overlaps()).toBeGreaterThan(0);
    await world.owner.query(`delete from mandate where "from" >= '2030-01-01'`);
    await world.owner.query(`alter table mandate add constraint mandate_one_holder_per_day ${constraint}`);
  });
});

describe('an access given back', () => {
  const ask = async (who: Who, personId: string, mailAddress: string | null = `nouvelle-${another()}@ma.example`) =>
    new AskRecovery(world.app, world.zones).run(await as(who), { partnershipId: world.partnershipId, personId, mailAddress, reason: 'Boîte fermée' });
  const agree = async (who: Who, recoveryId: string) => new ConfirmRecovery(world.app).run(await as(who), { recoveryId });
  const apply = async (who: Who, recoveryId: string) => new ApplyRecovery(world.app).run(await as(who), { recoveryId });
  const lost = (): string => world.people.get('ma-elected') ?? '';

  it('needs two coordinators, one of each side, and 72 hours; then the address is new and the sessions are over', async () => {
    const id = valueOf(await ask('ma-coordinator', lost(), 'retrouvee@ma.example'));
    expect(codeOf(await agree('ma-coordinator', id))).toBe('RECOVERY_BY_TWO_SIDES');
    expect(codeOf(await apply('ma-coordinator', id))).toBe('RECOVERY_BY_TWO_SIDES');
    expect(codeOf(await agree('fr-technician', id))).toBe('NOT_ALLOWED');
    expect(codeOf(await agree('fr-coordinator', id))).toBe('ACCEPTED');
    pass(71.99);
    expect(codeOf(await apply('fr-coordinator', id))).toBe('RECOVERY_TOO_EARLY');
    pass(0.01);
    expect(codeOf(await apply('fr-coordinator', id))).toBe('ACCEPTED');
    expect(await world.owner.query('select mail_address, recovered_at is not null as marked from person where id = $1', [lost()])).toEqual([{ mail_address: 'retrouvee@ma.example', marked: true }]);
    expect(codeOf(await apply('fr-coordinator', id))).toBe('RECOVERY_OVER');
  });

  it('is not for oneself, for a stranger, nor towards somebody else’s address; a co-president stops it, not just anybody seated', async () => {
    expect(codeOf(await ask('ma-coordinator', world.people.get('ma-coordinator') ?? ''))).toBe('RECOVERY_OF_ONESELF');
    expect(codeOf(await ask('ma-coordinator', '00000000-0000-7000-8000-0000000000ff'))).toBe('NOT_FOUND');
    expect(codeOf(await ask('ma-coordinator', lost(), 'coordinator@fr.example'))).toBe('MAIL_ADDRESS_TAKEN');
    const both = await Promise.all([ask('ma-coordinator', lost(), null), ask('fr-coordinator', lost(), null)]);
    expect(both.map(codeOf).sort()).toEqual(['ACCEPTED', 'RECOVERY_UNDER_WAY']);
    expect(codeOf(await ask('fr-coordinator', lost()))).toBe('RECOVERY_UNDER_WAY');
    const id = valueOf(both.find(({ refused }) => !refused) ?? both[0]);
    expect(codeOf(await new StopRecovery(world.app).run(await as('ma-technician'), { recoveryId: id }))).toBe('NOT_ALLOWED');
    expect(codeOf(await new StopRecovery(world.app).run(await as('ma-president'), { recoveryId: id }))).toBe('ACCEPTED');
    expect(codeOf(await agree('fr-coordinator', id))).toBe('RECOVERY_OVER');
  });
});
