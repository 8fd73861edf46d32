import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { actorOf, AttachToMandate, heldSeats } from '#parties';
import { CheckedFile, UploadLimits, type Ctx } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { AcceptInvitation } from '../../../parties/src/actions/accept-invitation.js';
import { ConfirmInvitation } from '../../../parties/src/actions/confirm-invitation.js';
import { EndMandate } from '../../../parties/src/actions/end-mandate.js';
import { InviteToSeat } from '../../../parties/src/actions/invite-to-seat.js';
import { peopleView } from '../../../parties/src/views/people.reader.js';
import { GivenCommittee, refusalOf, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press } from '../given-minutes.contract.js';

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
