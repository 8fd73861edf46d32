import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Answer, type CivilDate } from '#kernel';
import { actorOf, AttachToMandate, heldSeats } from '#parties';
import { CheckedFile, UploadLimits, type Ctx, type Work } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { AcceptInvitation } from '../../../parties/src/actions/accept-invitation.js';
import { ConfirmInvitation } from '../../../parties/src/actions/confirm-invitation.js';
import { EndMandate } from '../../../parties/src/actions/end-mandate.js';
import { InviteToSeat } from '../../../parties/src/actions/invite-to-seat.js';
import { peopleView } from '../../../parties/src/views/people.reader.js';
import { GivenCommittee, refusalOf, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press, type MinutesActions } from '../given-minutes.contract.js';
import { finalMinutesLike } from '../given-races.contract.js';

let given: GivenCommittee;
let ours: GivenPartnership;
let story: GivenMinutes;

beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 1 });
  story = new GivenMinutes(given, ours);
}, 60_000);
afterAll(async () => {
  await given.close();
  await press.close();
});

/** Whoever holds that seat now, as the door would know her. */
async function ctxOfPerson(personId: string): Promise<Ctx> {
  const seats = await given.work.read(ctxOf({ personId }), (tx) => heldSeats(tx, personId, { instant: given.clock.now(), zones }));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: given.clock.now() }, seats));
}
const rowOf = async (sql: string, ...values: unknown[]): Promise<Record<string, string>> => ((await given.owner.query(sql, values)) as Record<string, string>[])[0] ?? {};
const paper = async (): Promise<CheckedFile> => valueOf(CheckedFile.check({ name: 'arrete-2026-118.txt', bytes: Buffer.from('Arrêté portant délégation par intérim.') }, new UploadLimits(1_048_576)));
const attach = async (key: string, mandateId: string) => new AttachToMandate(given.work).run(await story.as(key), { mandateId, file: await paper() });

/** The mayor leaves tonight; from tomorrow her deputy acts for an interim, offered, confirmed and accepted. Answers the deputy and her mandate. */
async function interim(): Promise<{ personId: string; mandateId: string; first: string }> {
  const today = zones.civilAt(given.clock.now(), 'Europe/Paris').date;
  const { id: mayorMandate = '' } = await rowOf('select id from mandate where seat_id = $1', ours.seats.get('fr-president'));
  await valueOf(new EndMandate(given.work, zones).run(await story.as('fr-coordinator'), { mandateId: mayorMandate, lastDay: today, motive: 'Démission' }));
  given.later(24 * 60);
  const first = zones.civilAt(given.clock.now(), 'Europe/Paris').date;
  const offer = { partnershipId: ours.id, partyId: ours.france, category: 'CO_PRESIDENT' as const, office: 'Maire', officeAr: 'عمدة', displayName: 'Jeanne Durand', mailAddress: 'deputy@fr.example', language: 'fr', from: first, isInterim: true };
  const invite = async (over: object) => new InviteToSeat(given.work, zones).run(await story.as('fr-coordinator'), { ...offer, ...over });
  const act = { interimDocument: 'Arrêté 2026-118', interimDated: today };
  expect(await refusalOf(invite({ interimDocument: 'Arrêté 2026-118' }))).toMatchObject({ code: 'INTERIM_NEEDS_DOCUMENT' });
  expect(await refusalOf(invite({ ...act, interimDated: '2030-01-01' as CivilDate }))).toMatchObject({ code: 'INTERIM_ACT_TOO_LATE' });
  const invitationId = await valueOf(invite(act));
  await valueOf(new ConfirmInvitation(given.work, zones).run(await story.as('ma-coordinator'), { invitationId }));
  const { person_id: personId = '' } = await rowOf('select person_id from invitation where id = $1', invitationId);
  await valueOf(new AcceptInvitation(given.work, zones).run(await ctxOfPerson(personId), { invitationId }));
  const { id: mandateId = '' } = await rowOf('select id from mandate where person_id = $1', personId);
  return { personId, mandateId, first };
}

/** Mandates that end at the instant their holder signs: in every run, and in a soak. */
const endings = process.env['SOAK'] ? 1_000 : 40;

/** What they race for: a final PV each, of one text, and one mandate. */
interface Office {
  readonly contentHash: string;
  readonly mandateId: string;
}
const office = async (minutesId: string): Promise<Office> => {
  const [{ contentHash }, { id: mandateId = '' }] = [await story.seen(minutesId, 'ma-president'), await rowOf('select id from mandate where seat_id = $1', ours.seats.get('ma-president'))];
  return { contentHash: contentHash!, mandateId };
};

/** The president signs while her own coordination ends her mandate as of yesterday, one a little before the other; then she is in office again. Answers what stands, and what the journal tells first. */
async function signAndEnd({ sign }: Pick<MinutesActions, 'sign'>, { minutesId, contentHash, mandateId }: Office & { minutesId: string }, lead: number): Promise<string> {
  const [president, coordinator] = [await story.as('ma-president'), await story.as('ma-coordinator')];
  const yesterday = addDays(zones.civilAt(given.clock.now(), 'Africa/Casablanca').date, -1);
  const later = (delay: number) => new Promise((resume) => setTimeout(resume, delay));
  const [signed] = await Promise.all([
    later(Math.max(0, -lead)).then(() => sign.run(president, { minutesId, contentHash, place: 'Tiznit' })),
    later(Math.max(0, lead)).then(() => valueOf(new EndMandate(given.work, zones).run(coordinator, { mandateId, lastDay: yesterday, motive: 'Départ' }))),
  ]);
  const { signatures, order } = await rowOf(
    `select (select count(*) from signature where minutes_id = $1) as signatures,
            (select string_agg(kind, ' ' order by sequence) from journal where kind in ('MinutesSigned', 'MandateEnded') and (subject_id = $1
              or sequence = (select max(sequence) from journal where kind = 'MandateEnded' and subject_id = $2))) as "order"`,
    minutesId, mandateId,
  );
  await given.owner.query('update mandate set "until" = null, ended_motive = null where id = $1', [mandateId]);
  return `${signed.refused ? signed.code : 'SIGNED'} ${signatures} ${order}`;
}

const stands = new Set(['SIGNED 1 MinutesSigned MandateEnded', 'NOT_THE_CO_PRESIDENT 0 MandateEnded']);

/** A work that forgets to hold the offices of who acts: planted. */
const withoutOffices = (work: Work): Work =>
  Object.assign(Object.create(work) as Work, {
    run: <T>(ctx: Ctx, act: Parameters<Work['run']>[1]) => work.run(ctx, (tx) => act({ ...tx, query: async (sql, parameters) => (sql.includes('lock_shared') ? [] : tx.query(sql, parameters)) })) as Promise<Answer<T>>,
  });

describe('a mandate that ends at the instant its holder signs', () => {
  let prototype: string;
  beforeAll(async () => {
    prototype = await story.final();
  }, 60_000);

  it(`${endings} times: the signature stands, given in office, or is refused; never is it given after the end`, async () => {
    const ids = await finalMinutesLike(given, prototype, endings);
    const held = await office(prototype);
    const ended = new Map<string, number>();
    for (const [place, minutesId] of ids.entries()) {
      const outcome = await signAndEnd(story.actions, { ...held, minutesId }, (place % 9) - 4);
      ended.set(outcome, (ended.get(outcome) ?? 0) + 1);
    }
    if (process.env['SOAK']) console.info([...ended].map(([outcome, times]) => `${times} × ${outcome}`).join('; '));
    expect([...ended.keys()].filter((outcome) => !stands.has(outcome))).toEqual([]);
  }, endings * 1_000);

  it('would be, were the offices not held', async () => {
    const { actions } = new GivenMinutes(given, ours, { work: withoutOffices(given.work) });
    const held = await office(prototype);
    let outcome = '';
    for (let round = 0; round < 100 && outcome !== 'SIGNED 1 MandateEnded MinutesSigned'; round += 1) {
      const [minutesId = ''] = await finalMinutesLike(given, prototype, 1);
      outcome = await signAndEnd(actions, { ...held, minutesId }, (round % 9) - 4);
    }
    expect(outcome).toBe('SIGNED 1 MandateEnded MinutesSigned');
  }, 120_000);
});

describe('AT-24: a co-president replaced by an acting deputy', () => {
  it('signs only once the dated act is joined; the block names it; the first signature stays (AT-23)', async () => {
    const minutesId = await story.final();
    await valueOf(story.sign(minutesId, 'ma'));
    const { personId, mandateId, first } = await interim();
    const { contentHash } = await story.seen(minutesId, 'ma-president');
    const sign = async () => story.actions.sign.run(await ctxOfPerson(personId), { minutesId, contentHash: contentHash!, place: 'Villeneuve-la-Garenne' });
    expect(await refusalOf(sign())).toEqual({ code: 'INTERIM_ACT_MISSING', source: 'C5 Q12', args: { act: 'Arrêté 2026-118' } });

    expect(await refusalOf(attach('ma-coordinator', mandateId))).toMatchObject({ code: 'OWN_PARTY_ONLY' });
    expect(await refusalOf(attach('fr-member-1', mandateId))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(attach('fr-coordinator', 'no-mandate'))).toMatchObject({ code: 'NOT_FOUND' });
    const { id: full = '' } = await rowOf('select id from mandate where seat_id = $1', ours.seats.get('fr-member-1'));
    expect(await refusalOf(attach('fr-coordinator', full))).toMatchObject({ code: 'NOT_AN_INTERIM' });
    await valueOf(attach('fr-coordinator', mandateId));

    // Planted: an act whose document was taken away is no act.
    await given.owner.query(`update attachment set removed_at = now() where subject_id = $1`, [mandateId]);
    expect(await refusalOf(sign())).toMatchObject({ code: 'INTERIM_ACT_MISSING' });
    await given.owner.query(`update attachment set removed_at = null where subject_id = $1`, [mandateId]);

    await valueOf(sign());
    const seen = await story.seen(minutesId, 'ma-president');
    expect(seen).toMatchObject({ state: 'EXECUTORY', signatures: [{ interim: null }, { interim: 'Arrêté 2026-118, du 16 novembre 2026' }] });
    const { sha256 } = await rowOf('select sha256 from attachment where subject_id = $1', mandateId);
    const [kept] = (await given.owner.query('select statement from signature where minutes_id = $1 and person_id = $2', [minutesId, personId])) as { statement: object }[];
    expect(kept?.statement).toMatchObject({ interim: { reference: 'Arrêté 2026-118', dated: '2026-11-16', sha256 } });
    const printed = await valueOf(story.actions.print.run(await story.as('ma-president'), { minutesId, language: 'fr' }));
    expect(printed.bytes.subarray(0, 5).toString()).toBe('%PDF-');

    const reader = await story.as('ma-coordinator');
    const presidentOn = async (day: string) => {
      const people = await given.work.read(reader, (tx) => peopleView(tx, { partnershipId: ours.id, on: day as CivilDate }, zones));
      return people?.parties.find(({ party }) => party.id === ours.france)?.mandates.find(({ category }) => category === 'CO_PRESIDENT');
    };
    expect(await presidentOn('2026-11-16')).toMatchObject({ person: { displayName: 'fr-president' }, interimDocument: null, attachments: [] });
    expect(await presidentOn(first)).toMatchObject({ person: { displayName: 'Jeanne Durand' }, interimDocument: 'Arrêté 2026-118', interimDated: '2026-11-16', attachments: [{ name: 'arrete-2026-118.txt', sha256 }] });
  }, 60_000);
});
