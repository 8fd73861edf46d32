import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, CivilDate } from '#kernel';
import type { Ctx } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { actorOf, heldSeats } from '../store/actor.store.js';
import { peopleDuties } from '../views/people-duties.js';
import { AcceptInvitation } from './accept-invitation.js';
import { ApplyRecovery } from './apply-recovery.js';
import { AskRecovery } from './ask-recovery.js';
import { ConfirmInvitation } from './confirm-invitation.js';
import { ConfirmRecovery } from './confirm-recovery.js';
import { DeclineInvitation } from './decline-invitation.js';
import { EndMandate } from './end-mandate.js';
import { InviteToSeat, type InviteToSeatInput } from './invite-to-seat.js';
import { ResendInvitation } from './resend-invitation.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

const today = '2026-11-22' as CivilDate;
let world: World;

beforeAll(async () => {
  world = await openWorld('2026-11-22T09:00:00Z');
});
afterAll(() => world.close());

const codeOf = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'ACCEPTED');
const idOf = (who: Who): string => world.people.get(who) ?? '';
/** Somebody in a session of her own, opened by a passkey or by a code so many minutes ago. */
async function signedIn(personId: string, method: 'PASSKEY' | 'MAIL_CODE', minutes = 0): Promise<Ctx> {
  const [sessionId, at] = [randomUUID(), new Date(world.machine.now().getTime() - minutes * 60_000)];
  await world.owner.query(
    `insert into session (id, person_id, token_hash, method, started_at, last_seen_at, expires_at, step_up_at, step_up_method) values ($1, $2, decode($7, 'hex'), $3, $4::timestamptz, $4::timestamptz, $4::timestamptz + interval '1 day', $5, $6)`,
    [sessionId, personId, method, at, method === 'PASSKEY' ? null : at, method === 'PASSKEY' ? null : method, sessionId.replaceAll('-', '')],
  );
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId, sessionId, stepUpAt: null }, seats));
}
const as = (who: Who): Promise<Ctx> => signedIn(idOf(who), 'MAIL_CODE');
const journaled = async (kind: string): Promise<Record<string, unknown>[]> =>
  ((await world.owner.query('select data from journal where kind = $1 order by recorded_at', [kind])) as { data: Record<string, unknown> }[]).map(({ data }) => data);

const offerOf = (name: string, over: Partial<InviteToSeatInput> = {}): InviteToSeatInput => ({
  partnershipId: world.partnershipId, partyId: world.parties.fr, category: 'ELECTED_MEMBER', office: 'Conseillère', officeAr: 'مستشارة',
  displayName: `Jeanne ${name}`, mailAddress: `${name.toLowerCase()}@fr.example`, language: 'fr', from: today, ...over,
});
const invite = async (name: string, over: Partial<InviteToSeatInput> = {}): Promise<string> => valueOf(new InviteToSeat(world.app, world.zones).run(await as('fr-coordinator'), offerOf(name, over)));
const invited = async (id: string): Promise<string> => ((await world.owner.query('select person_id from invitation where id = $1', [id])) as { person_id: string }[])[0]?.person_id ?? '';

describe('an act that binds somebody else’s mandate or access', () => {
  /** Each of the four, ready to be done by this coordinator, so that nothing but the proof is missing. */
  const acts = {
    confirmInvitation: async () => {
      const invitationId = await invite(`Perrin${randomUUID().replaceAll(/[^a-f]/g, '')}`, { category: 'ELECTED_MEMBER', displayName: 'President ma' });
      return (ctx: Ctx) => new ConfirmInvitation(world.app, world.zones).run(ctx, { invitationId });
    },
    confirmRecovery: async () => {
      const recoveryId = await asked('fr-elected');
      return (ctx: Ctx) => new ConfirmRecovery(world.app).run(ctx, { recoveryId });
    },
    applyRecovery: async () => {
      const recoveryId = await asked('fr-technician');
      await valueOf(new ConfirmRecovery(world.app).run(await as('ma-coordinator'), { recoveryId }));
      await world.owner.query(`update recovery set confirmed_at = confirmed_at - interval '72 hours' where id = $1`, [recoveryId]);
      return (ctx: Ctx) => new ApplyRecovery(world.app).run(ctx, { recoveryId });
    },
    endMandate: async () => {
      const [mandate] = (await world.owner.query('select id from mandate where person_id = $1', [idOf('ma-technician')])) as { id: string }[];
      return (ctx: Ctx) => new EndMandate(world.app, world.zones).run(ctx, { mandateId: mandate?.id ?? '', lastDay: today, motive: 'Départ' });
    },
  };
  const asked = async (who: Who): Promise<string> =>
    valueOf(new AskRecovery(world.app, world.zones).run(await as('fr-coordinator'), { partnershipId: world.partnershipId, personId: idOf(who), mailAddress: null, reason: 'Clé perdue' }));

  it.each(Object.keys(acts) as (keyof typeof acts)[])('%s asks who is there: neither an old code nor a key’s sign-in is enough, a fresh code is', async (name) => {
    const act = await acts[name]();
    expect(codeOf(await act(await signedIn(idOf('ma-coordinator'), 'MAIL_CODE', 5)))).toBe('STEP_UP_REQUIRED');
    expect(codeOf(await act(await signedIn(idOf('ma-coordinator'), 'PASSKEY')))).toBe('STEP_UP_REQUIRED');
    expect(codeOf(await act(await signedIn(idOf('ma-coordinator'), 'MAIL_CODE', 4.9)))).toBe('ACCEPTED');
  });

  it('is written down with the level of its proof; who may not act is not asked to prove anything', async () => {
    for (const kind of ['InvitationConfirmed', 'RecoveryConfirmed', 'RecoveryApplied', 'MandateEnded']) expect((await journaled(kind)).at(-1)).toMatchObject({ method: 'MAIL_CODE' });
    const act = await acts.confirmInvitation();
    expect(codeOf(await act(await signedIn(idOf('fr-coordinator'), 'PASSKEY')))).toBe('CONFIRMATION_BY_ANOTHER_PARTY');
  });
});

describe('a seat declined', () => {
  const decline = async (invitationId: string, motive: string | null, by?: string) =>
    new DeclineInvitation(world.app, world.zones).run(await signedIn(by ?? (await invited(invitationId)), 'MAIL_CODE'), { invitationId, motive });
  const accept = async (invitationId: string) => new AcceptInvitation(world.app, world.zones).run(await signedIn(await invited(invitationId), 'MAIL_CODE'), { invitationId });
  const dutiesOf = async (who: Who): Promise<string[]> => {
    const ctx = await as(who);
    return world.app.read(ctx, async (tx) => (ctx.actor ? await peopleDuties(tx, ctx.actor) : []).filter(({ kind }) => kind === 'OFFER_AGAIN').map(({ values }) => values['name'] ?? ''));
  };

  it('is the person’s own word, and the last one', async () => {
    const id = await invite('Morel');
    expect(codeOf(await decline(id, null, idOf('fr-elected')))).toBe('NOT_FOUND');
    expect(codeOf(await decline(id, 'Trop\u202e'))).toBe('LINE_UNSEEN_SIGN');
    expect(codeOf(await decline(id, 'Je quitte le conseil'))).toBe('ACCEPTED');
    expect(codeOf(await accept(id))).toBe('INVITATION_DECLINED');
    expect(codeOf(await decline(id, null))).toBe('INVITATION_DECLINED');
    expect(codeOf(await new ResendInvitation(world.app, world.zones).run(await as('fr-coordinator'), { invitationId: id }))).toBe('INVITATION_DECLINED');
    expect(await world.owner.query('select 1 from mandate where person_id = $1', [await invited(id)])).toEqual([]);
    expect(await journaled('InvitationDeclined')).toEqual([{ personId: await invited(id) }]);
  });

  it('stands in « Mon tour » of her coordinator alone, until the invitation is filed; the seat may be offered to her again', async () => {
    expect([await dutiesOf('fr-coordinator'), await dutiesOf('ma-coordinator'), await dutiesOf('fr-technician')]).toEqual([['Jeanne Morel'], [], []]);
    const [first] = (await world.owner.query('select id from invitation where declined_at is not null')) as { id: string }[];
    const again = await invite('Morel');
    expect(codeOf(await new WithdrawInvitation(world.app, world.zones).run(await as('fr-coordinator'), { invitationId: first?.id ?? '' }))).toBe('ACCEPTED');
    expect(await dutiesOf('fr-coordinator')).toEqual([]);
    expect(codeOf(await accept(again))).toBe('ACCEPTED');
    expect(codeOf(await decline(again, null))).toBe('INVITATION_BEGUN');
  });
});

describe('somebody known from an archive, without an address', () => {
  const imported = async (who: Who): Promise<{ personId: string; seatId: string }> => {
    await world.owner.query(`update person set mail_address = id || '@import.invalid' where id = $1`, [idOf(who)]);
    const [seat] = (await world.owner.query('select seat_id from mandate where person_id = $1 and "until" is null', [idOf(who)])) as { seat_id: string }[];
    return { personId: idOf(who), seatId: seat?.seat_id ?? '' };
  };
  const again = async (who: { personId: string; seatId: string }, over: Partial<InviteToSeatInput> = {}) =>
    new InviteToSeat(world.app, world.zones).run(await as('fr-coordinator'), offerOf('Retrouvee', { ...who, ...over }));

  it('is invited again as the same person, in the same seat, under the mandate she has', async () => {
    const known = await imported('fr-elected');
    const people = await world.owner.query('select count(*)::int as people from person');
    expect(codeOf(await again(known, { mailAddress: 'coordinator@fr.example' }))).toBe('MAIL_ADDRESS_TAKEN');
    const id = await valueOf(again(known));
    expect(await world.owner.query('select mail_address as address from person where id = $1', [known.personId])).toEqual([{ address: 'retrouvee@fr.example' }]);
    const mandates = await world.owner.query('select id, seat_id from mandate where person_id = $1', [known.personId]);
    expect(codeOf(await new AcceptInvitation(world.app, world.zones).run(await signedIn(known.personId, 'MAIL_CODE'), { invitationId: id }))).toBe('ACCEPTED');
    expect(await world.owner.query('select id, seat_id from mandate where person_id = $1', [known.personId])).toEqual(mandates);
    expect(await world.owner.query('select count(*)::int as people from person')).toEqual(people);
  });

  it('gets no address over the one she has, none from another party, and a presidency only by both sides', async () => {
    const known = { personId: idOf('fr-elected'), seatId: (await imported('fr-technician')).seatId };
    expect(codeOf(await again({ ...known, seatId: (await seatOf('fr-elected')) }))).toBe('PERSON_HAS_ADDRESS');
    const other = await imported('ma-elected');
    expect(codeOf(await again(other, { seatId: null, category: 'TECHNICIAN' }))).toBe('NOT_FOUND');
    const president = await imported('fr-president');
    expect(codeOf(await again(president, { category: 'CO_PRESIDENT' }))).toBe('PRESIDENCY_BY_RECOVERY');
  });
  const seatOf = async (who: Who): Promise<string> => ((await world.owner.query('select seat_id from mandate where person_id = $1', [idOf(who)])) as { seat_id: string }[])[0]?.seat_id ?? '';
});
