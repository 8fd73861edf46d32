import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { deviceOf, openSession, usualSessionLimits } from '#identity';
import { accepted, canonicalJson } from '#kernel';
import { AttachmentRow } from '#parties';
import { keepBlob, type Ctx } from '#platform';
import { GivenCommittee, refusalOf, valueOf, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press } from '../given-minutes.contract.js';

let given: GivenCommittee;
let ours: GivenPartnership;
let minutes: GivenMinutes;

beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 2 });
  minutes = new GivenMinutes(given, ours);
}, 60_000);
afterAll(async () => {
  await given.close();
  await press.close();
});

const look = async (id: string, key: string) => given.work.read(await minutes.as(key), (tx) => minutes.actions.reader.one(tx, id));

describe('minutes as they are read', () => {
  it('tell the meeting without the PDF, in the reader’s language', async () => {
    const id = await minutes.drafted();
    const { facts, languageSource, languageNotice, executorySentence } = await minutes.seen(id, 'fr-coordinator');
    expect(facts).toMatchObject({
      kind: 'EXTRAORDINARY', mode: 'HYBRID', place: 'Mairie', hostParty: { id: ours.france }, convokedOn: '2026-11-16', secretary: null,
      opened: [{ city: 'Villeneuve-la-Garenne', civilDate: '2026-11-16', time: '10:00' }, { city: 'Tiznit', civilDate: '2026-11-16', time: '09:00' }],
      agenda: ['Plan 2027'], quorum: { reached: true, source: { reference: 'C5 Q4' } }, excused: [], absent: [],
      nextMeeting: { when: 'Date à convenir entre les parties.' },
    });
    expect(facts.presidents).toHaveLength(2);
    expect([facts.present.length, facts.remote.map(({ seatId }) => seatId)]).toEqual([5, [ours.seats.get('ma-member-2')]]);
    const [decision] = facts.decisions;
    expect(decision).toMatchObject({ number: '1', adopted: true, ballots: [{ ordinal: 1, verdict: 'Adoptée à l’unanimité (6 voix pour)', reasons: [] }] });
    expect(decision!.ballots[0]!.voices.map(({ office, choice }) => `${office} ${choice}`)).toContain('president de Tiznit FOR');
    expect([languageSource.reference, executorySentence]).toEqual(['Art. 8', 'Projet\u00a0: ce texte n’est pas arrêté et ne peut pas être signé.']);
    expect(languageNotice).toMatch(/^Le texte français fait foi\s\(Art\.\s8\)\.$/);
    const arabic = await minutes.seen(id, 'ma-coordinator', { language: 'ar' });
    expect(arabic.facts.decisions[0]!.ballots[0]!.voices.map(({ office }) => office)).toContain('president Tiznit');
    expect(arabic.executorySentence).toContain('مشروع');
    expect(arabic.languageNotice).toMatch(/المادة\s8/);
  }, 60_000);

  it('name the session secretary who was there, and every document that was joined, by its hash', async () => {
    const id = await minutes.drafted();
    const ctx = await minutes.as('fr-coordinator');
    const { meetingId } = await given.work.read(ctx, (tx) => minutes.actions.reader.present(tx, id));
    const [item] = (await given.owner.query('select id, partnership_id from agenda_item where meeting_id = $1', [meetingId])) as { id: string; partnership_id: string }[];
    const sha256 = await valueOf(
      given.work.run(ctx, async (tx) => {
        const hash = await keepBlob(tx, { partnershipId: item!.partnership_id, contentType: 'text/plain', bytes: Buffer.from('Le plan.') });
        const file = { name: 'plan.txt', contentType: 'text/plain', sha256: hash, size: 8, occurredAt: tx.now(), recordedAt: tx.recordedAt(), removedAt: null };
        await tx.manager.insert(AttachmentRow, { partnershipId: item!.partnership_id, id: tx.newId(), subjectKind: 'agendaItem', subjectId: item!.id, partyId: ours.france, personId: ctx.actor!.personId, ...file });
        return accepted(hash);
      }),
    );
    const desk = ours.seats.get('fr-coordinator')!;
    const [secretary, mandate] = [randomUUID(), randomUUID()];
    const alike = (table: string, where: string, more: object): Promise<unknown> => given.owner.query(`insert into ${table} select (jsonb_populate_record(${table}, $1)).* from ${table} where ${where}`, [JSON.stringify(more)]);
    await alike('seat', `id = '${desk}'`, { id: secretary, category: 'SESSION_SECRETARY', office: 'Secrétaire', office_ar: 'كاتب' });
    await alike('mandate', `seat_id = '${desk}'`, { id: mandate, seat_id: secretary });
    await given.owner.query(`insert into attendance select (jsonb_populate_record(attendance, $1)).* from attendance where meeting_id = $2 limit 1`, [JSON.stringify({ seat_id: secretary, presence: 'PRESENT' }), meetingId]);
    const { facts } = await minutes.seen(id, 'ma-coordinator');
    expect([facts.secretary, facts.decisions[0]?.annexes, facts.annexes]).toEqual(['Secrétaire', [{ title: 'plan.txt', sha256 }], []]);
  }, 60_000);

  it('are a draft for those who keep them, and open to every seat from review on', async () => {
    const id = await minutes.drafted();
    expect(await look(id, 'ma-member-2')).toBeNull();
    expect(await look(id, 'fr-president')).not.toBeNull();
    await valueOf(minutes.actions.review.run(await minutes.as('fr-coordinator'), { minutesId: id }));
    expect(await look(id, 'ma-member-2')).toMatchObject({ state: 'REVIEW' });
    await valueOf(minutes.actions.returnToDraft.run(await minutes.as('ma-coordinator'), { minutesId: id, reason: 'Une phrase manque.' }));
    expect(await look(id, 'ma-member-2')).toBeNull();
  }, 60_000);

  it('show beside each button the very refusal its action gives', async () => {
    const id = await minutes.final();
    const { contentHash } = await minutes.seen(id);
    const acts = (ctx: Ctx) => ({
      sign: minutes.actions.sign.run(ctx, { minutesId: id, contentHash: contentHash!, place: '' }),
      refuse: minutes.actions.refuse.run(ctx, { minutesId: id, contentHash: contentHash!, motive: '' }),
      returnToDraft: minutes.actions.returnToDraft.run(ctx, { minutesId: id, reason: '' }),
      review: minutes.actions.review.run(ctx, { minutesId: id }),
      finalise: minutes.actions.finalise.run(ctx, { minutesId: id }),
    });
    /** What only the reader's own words decide. */
    const wordless = new Set(['PLACE_REQUIRED', 'MOTIVE_REQUIRED', 'REASON_REQUIRED']);
    for (const key of ['fr-president', 'ma-member-2', 'fr-coordinator']) {
      const ctx = await minutes.as(key);
      const { viewerMay } = await given.work.read(ctx, (tx) => minutes.actions.reader.present(tx, id));
      for (const [verb, act] of Object.entries(acts(ctx))) {
        const refusal = await refusalOf(act);
        const said = viewerMay[verb as 'sign'].refusal?.refusal.code ?? null;
        expect([key, verb, said]).toEqual([key, verb, refusal && wordless.has(refusal.code) ? null : (refusal?.code ?? null)]);
      }
    }
  }, 60_000);
});

describe('going back', () => {
  it('from final to a new version, until the first signature', async () => {
    const id = await minutes.final();
    const coordinator = await minutes.as('fr-coordinator');
    expect(await refusalOf(minutes.actions.returnToDraft.run(coordinator, { minutesId: id, reason: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED' });
    await valueOf(minutes.actions.returnToDraft.run(coordinator, { minutesId: id, reason: 'Un chiffre est faux.' }));
    expect(await minutes.seen(id, 'ma-member-2')).toMatchObject({ state: 'DRAFT', version: 2, prose: [], voided: [{ version: 1, voidReason: 'Un chiffre est faux.' }] });
    await valueOf(minutes.actions.review.run(coordinator, { minutesId: id }));
    await valueOf(minutes.actions.finalise.run(coordinator, { minutesId: id }));
    await valueOf(minutes.sign(id, 'fr'));
    expect(await refusalOf(minutes.actions.returnToDraft.run(coordinator, { minutesId: id, reason: 'Trop tard.' }))).toMatchObject({ code: 'MINUTES_ALREADY_SIGNED' });
  }, 60_000);

  it('by a president who refuses, with a motive told to all; the other signature is void but kept', async () => {
    const id = await minutes.final();
    await valueOf(minutes.sign(id, 'fr'));
    const { contentHash } = await minutes.seen(id);
    const refuse = async (over: object) => refusalOf(minutes.actions.refuse.run(await minutes.as('ma-president'), { minutesId: id, contentHash: contentHash!, motive: 'Le budget manque.', ...over }));
    expect(await refuse({ motive: '' })).toMatchObject({ code: 'MOTIVE_REQUIRED' });
    expect(await refuse({ contentHash: 'autre' })).toMatchObject({ code: 'SIGNED_TEXT_CHANGED' });
    expect(await refuse({})).toBeNull();
    expect(await minutes.seen(id)).toMatchObject({ state: 'DRAFT', version: 2, signatures: [], voided: [{ voidReason: 'Le budget manque.', signatures: [{ party: { id: ours.france } }] }] });
    expect(await minutes.facts('SignatureRefused', id)).toMatchObject([{ motive: 'Le budget manque.', partyId: ours.morocco }]);
  }, 60_000);
});

describe('how a signature was given', () => {
  /** A session just opened by this person in this way; `null` ends it at once. */
  async function session(key: string, method: 'MAIL_CODE' | 'DEMO_LINK'): Promise<Ctx> {
    const ctx = await minutes.as(key);
    const personId = ctx.actor!.personId;
    await valueOf(given.work.run(ctx, async (tx) => accepted(await openSession(tx, { personId, method, device: deviceOf(null) }, usualSessionLimits))));
    const [line] = (await given.owner.query('select id from session where person_id = $1 order by started_at desc, id desc limit 1', [personId])) as { id: string }[];
    return { ...ctx, actor: { ...ctx.actor!, sessionId: line!.id } };
  }
  const signing = async (id: string, ctx: Ctx, actions = minutes.actions) => refusalOf(actions.sign.run(ctx, { minutesId: id, contentHash: (await minutes.seen(id)).contentHash!, place: 'Ici' }));

  it('comes from the session: a mail code, or a demo link that only a demo takes', async () => {
    const id = await minutes.final();
    const [mayor, president] = [await session('fr-president', 'MAIL_CODE'), await session('ma-president', 'DEMO_LINK')];
    const inService = new GivenMinutes(given, ours, { demo: false }).actions;
    expect(await signing(id, president, inService)).toMatchObject({ code: 'SIGNING_METHOD_NOT_ACCEPTED' });
    expect(await signing(id, await minutes.as('ma-president'), inService)).toMatchObject({ code: 'SIGNING_METHOD_NOT_ACCEPTED' });
    expect(await signing(id, mayor, inService)).toBeNull();
    expect(await signing(id, president)).toBeNull();
    expect((await minutes.seen(id)).signatures.map(({ method }) => method)).toEqual(['MAIL_CODE', 'DEMO']);
  }, 60_000);

  it('is refused to a session that ended, whatever the request still believes', async () => {
    const id = await minutes.final();
    const mayor = await session('fr-president', 'MAIL_CODE');
    await given.owner.query('update session set ended_at = now() where id = $1', [mayor.actor!.sessionId]);
    expect(await signing(id, mayor)).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  }, 60_000);

  it('is kept with the words consented to; the same request sent again signs nothing more', async () => {
    const id = await minutes.final();
    const ctx = await minutes.as('ma-president', { language: 'ar' });
    const { contentHash, number } = await minutes.seen(id);
    const send = () => minutes.actions.sign.run({ ...ctx, idempotencyKey: 'one', requestHash: 'h' }, { minutesId: id, contentHash: contentHash!, place: 'Tiznit' });
    expect([await valueOf(send()), await valueOf(send())]).toEqual([id, id]);
    const [kept] = (await given.owner.query('select statement, civil_date::text as day, place, office from signature where minutes_id = $1', [id])) as { statement: Record<string, string>; day: string; place: string; office: string }[];
    expect(kept).toMatchObject({ day: '2026-11-16', place: 'Tiznit', office: 'president de Tiznit' });
    expect(kept!.statement).toMatchObject({ format: 'PASSERELLE-PV-SIGN/1', contentHash, language: 'ar', personId: ours.people.get('ma-president') });
    expect(kept!.statement['intent']).toContain(number!);
    expect(canonicalJson(kept!.statement)).toContain(contentHash!);
  }, 60_000);
});
