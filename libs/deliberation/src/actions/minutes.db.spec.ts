import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, canonicalJson, dateInWords, type Answer, type CivilDate, type Decidable, type Json } from '#kernel';
import { databaseOf, loadBlob, PostgresWork, sha256Hex, UuidIds, type Ctx, type Tx } from '#platform';
import { entities, GivenCommittee, refusalOf, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press } from '../given-minutes.contract.js';
import { decisionsOn, frozenMinutesPdf } from '../deliberation.face.js';
import { MinutesStore, type SealedContent } from '../store/minutes.store.js';
import { MinutesArchive } from '../views/minutes.archive.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { personalDuties } from '../views/personal-duties.js';
import { FollowOffices } from './follow-offices.js';

/** A subject of an upper room that takes effect with the minutes, in their very transaction. */
class Axis implements Decidable<Tx> {
  readonly kind = 'axis';
  freeze(): Promise<Answer<{ text: string; data: Json }>> {
    return Promise.resolve(accepted({ text: 'Axe VII : climat.', data: null }));
  }
  onAdopted(): Promise<void> {
    return Promise.resolve();
  }
  onExecutory(tx: Tx, id: string, { decisionId, executoryAt }: { decisionId: string; executoryAt: Date }): Promise<void> {
    tx.tell({ kind: 'AxisOpened', partnershipId: ours.id, subject: { kind: 'axis', id }, data: { decisionId, executoryAt: executoryAt.toISOString() } });
    return Promise.resolve();
  }
}

let given: GivenCommittee;
let ours: GivenPartnership;
let theirs: GivenPartnership;
let minutes: GivenMinutes;

beforeAll(async () => {
  given = await GivenCommittee.open();
  given.decidables.register(new Axis());
  ours = await given.partnership({ members: 2 });
  theirs = await given.partnership({ members: 1 });
  minutes = new GivenMinutes(given, ours);
}, 60_000);
afterAll(async () => {
  await given.close();
  await press.close();
});

const versionsOf = (id: string): Promise<{ version: number; voided_at: Date | null; content: Json; content_hash: string }[]> =>
  given.owner.query('select version, voided_at, content, content_hash from minutes_version where minutes_id = $1 order by version', [id]) as Promise<never>;

describe('minutes', () => {
  it('AT-01: one signature makes nothing executory; the second, on the same hash, makes the PV and its decisions executory at its own instant', async () => {
    const meetingId = await minutes.heldMeeting({ subjectKind: 'axis', subjectId: ours.id });
    const id = await minutes.final(meetingId);
    await valueOf(minutes.sign(id, 'fr'));
    const half = await minutes.seen(id, 'ma-president');
    expect(half).toMatchObject({ state: 'PARTIALLY_SIGNED', executoryAt: null, executorySentence: 'Non exécutoire\u00a0: il ne manque que la vôtre.', missing: [{ id: ours.morocco }] });
    expect(await given.facts('AxisOpened')).toHaveLength(0);
    given.later(17);
    await valueOf(minutes.sign(id, 'ma'));
    const done = await minutes.seen(id, 'fr-member-1');
    expect(done).toMatchObject({ state: 'EXECUTORY', executoryAt: given.clock.now(), missing: [], executorySource: { reference: 'Art. 5' } });
    expect(done.signatures.map(({ contentHash, pdfSha256, level }) => [contentHash, pdfSha256, level])).toEqual(Array(2).fill([done.contentHash, done.pdfs[0]!.sha256, 'SIMPLE']));
    expect(await given.facts('AxisOpened')).toMatchObject([{ data: { executoryAt: given.clock.now().toISOString() } }]);
    expect(await minutes.facts('MinutesBecameExecutory', id)).toHaveLength(1);
    const meeting = await given.work.read(await minutes.as('fr-member-1'), (tx) => given.actions.reader.present(tx, meetingId));
    expect(meeting).toMatchObject({ state: 'MINUTED', decisions: [{ executoryAt: given.clock.now() }] });
  }, 60_000);

  it('AT-02: any change after a signature voids it, asks both again, and leaves the old version readable', async () => {
    const id = await minutes.final();
    await valueOf(minutes.sign(id, 'ma'));
    const before = await minutes.seen(id);
    await minutes.write(id, { fr: 'Les parties se félicitent du travail accompli, et le disent.' });
    const after = await minutes.seen(id);
    expect(after).toMatchObject({ state: 'DRAFT', version: 2, number: before.number, contentHash: null, signatures: [], pdfs: [] });
    expect(after.voided).toMatchObject([{ version: 1, contentHash: before.contentHash, voidReason: 'Le texte a été modifié.', signatures: [{ party: { id: ours.morocco } }] }]);
    expect(await minutes.facts('SignatureVoided', id)).toHaveLength(1);
    const old = await given.work.read(await minutes.as('ma-member-1'), (tx) => frozenMinutesPdf(tx, { minutesId: id, version: 1, language: 'ar' }));
    expect(old?.sha256).toBe(before.pdfs[1]!.sha256);
    expect(await refusalOf(minutes.actions.sign.run(await minutes.as('ma-president'), { minutesId: id, contentHash: before.contentHash!, place: 'Tiznit' }))).toMatchObject({ code: 'MINUTES_NOT_FINAL' });
    await valueOf(minutes.actions.review.run(await minutes.as('fr-coordinator'), { minutesId: id }));
    await valueOf(minutes.actions.finalise.run(await minutes.as('fr-coordinator'), { minutesId: id }));
    expect(await refusalOf(minutes.actions.sign.run(await minutes.as('ma-president'), { minutesId: id, contentHash: before.contentHash!, place: 'Tiznit' }))).toMatchObject({ code: 'SIGNED_TEXT_CHANGED', args: { version: 2 } });
    expect((await minutes.facts('SignatureRequested', id)).map((data) => data['version'])).toEqual([1, 1, 2, 2]);
    await valueOf(minutes.sign(id, 'ma'));
    await valueOf(minutes.sign(id, 'fr'));
    expect((await minutes.seen(id)).state).toBe('EXECUTORY');
  }, 60_000);

  /** Minutes signed by Tiznit only, in a partnership whose mayor then leaves office: « fr-member-1 » holds it from the next day. */
  async function succession() {
    const other = new GivenMinutes(given, await given.partnership({ members: 1 }));
    const id = await other.final();
    await valueOf(other.sign(id, 'ma'));
    const seatId = other.ours.seats.get('fr-president')!;
    const tomorrow = new Date(given.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    await given.owner.query('update mandate set "until" = $2 where seat_id = $1', [seatId, tomorrow]);
    await given.owner.query('insert into mandate (partnership_id, id, seat_id, person_id, "from", "until") values ($1, gen_random_uuid(), $2, $3, $4, null)', [other.ours.id, seatId, other.ours.people.get('fr-member-1'), tomorrow]);
    const former = await other.as('fr-president');
    given.later(24 * 60);
    const { contentHash } = await other.seen(id, 'ma-president');
    return { other, id, former, input: { minutesId: id, contentHash: contentHash!, place: 'Villeneuve-la-Garenne' } };
  }
  async function followed(other: GivenMinutes, id: string): Promise<void> {
    expect(await other.facts('SignatureRequestLapsed', id)).toMatchObject([{ cause: 'MANDATE_ENDED', personId: other.ours.people.get('fr-president') }]);
    expect((await other.facts('SignatureRequested', id)).map((data) => data['personId']).slice(2)).toEqual([other.ours.people.get('fr-member-1')]);
  }

  it('AT-23: a mayor whose mandate ends before signing is replaced by the successor; the signature already given stays', async () => {
    const { other, id, former, input } = await succession();
    expect(await refusalOf(other.actions.sign.run(former, input))).toMatchObject({ code: 'NOT_THE_CO_PRESIDENT' });
    expect((await other.seen(id, 'ma-president')).signatures).toHaveLength(1);
    await valueOf(other.actions.sign.run(await other.as('fr-member-1'), input));
    await followed(other, id);
    expect(await other.seen(id, 'ma-president')).toMatchObject({ state: 'EXECUTORY', signatures: [{ party: { id: other.ours.morocco } }, { party: { id: other.ours.france } }] });
  }, 60_000);

  it('AT-23: the worker’s watch asks the successor on the day of the change, by its own clock and role; the duty is the successor’s; the signature given stays', async () => {
    const { other, id, former } = await succession();
    const app = await databaseOf(given.database.worker, entities, 2).initialize();
    const worker = new PostgresWork(app, { legal: given.clock, machine: given.clock, ids: new UuidIds(given.clock) });
    const store = new MinutesStore();
    const archive = new MinutesArchive(store, zones, { on: true }, { publicUrl: 'https://passerelle.example' });
    const watch = new FollowOffices(worker, zones, new MinutesDesk(store, archive, zones));
    try {
      expect(await watch.run()).toContain(id);
      expect(await watch.run()).toEqual([]);
    } finally {
      await app.destroy();
    }
    await followed(other, id);
    const duties = async (ctx: Promise<Ctx> | Ctx) => given.work.read(await ctx, async (tx) => (await personalDuties(tx, tx.ctx.actor!, zones)).filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind));
    expect(await duties(other.as('fr-member-1'))).toEqual(['SIGN_MINUTES']);
    expect(await duties(other.as('ma-president'))).toEqual([]);
    expect(await refusalOf(other.actions.sign.run(former, { minutesId: id, contentHash: (await other.seen(id, 'ma-president')).contentHash!, place: 'Ici' }))).toMatchObject({ code: 'NOT_THE_CO_PRESIDENT' });
    expect((await other.seen(id, 'ma-president')).signatures).toMatchObject([{ party: { id: other.ours.morocco } }]);
  }, 60_000);

  it('are sealed with the hash of all they say, and with PDFs printed once', async () => {
    const id = await minutes.final();
    const [version] = await versionsOf(id);
    expect(sha256Hex(canonicalJson(version!.content))).toBe(version!.content_hash);
    const shown = await minutes.seen(id);
    expect(shown.number).toMatch(/^PV-2026-\d+$/);
    for (const { language, sha256 } of shown.pdfs) {
      const blob = await given.work.read(await minutes.as('fr-member-2'), (tx) => loadBlob(tx, ours.id, sha256!));
      expect(blob?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(sha256Hex(blob!.bytes)).toBe(sha256);
      expect(await given.work.read(await given.as(theirs, 'fr-president'), (tx) => frozenMinutesPdf(tx, { minutesId: id, version: 1, language: language as 'fr' }))).toBeNull();
    }
  }, 60_000);

  it('are refused where they must be', async () => {
    const id = await minutes.drafted();
    const { proseVersion } = await minutes.seen(id);
    const coordinator = await minutes.as('fr-coordinator');
    const edit = (discussion: string, expectedVersion = proseVersion, language = 'fr') => refusalOf(minutes.actions.edit.run(coordinator, { minutesId: id, expectedVersion, prose: [{ language, discussion }] }));
    expect(await edit('Merci 😀')).toMatchObject({ code: 'GLYPH_MISSING', args: { character: '😀' } });
    expect(await edit('x'.repeat(1_000_000))).toMatchObject({ code: 'TEXT_TOO_LONG' });
    expect(await edit('Autre', proseVersion + 1)).toMatchObject({ code: 'VERSION_CHANGED' });
    expect(await edit('Hello', proseVersion, 'en')).toMatchObject({ code: 'LANGUAGE_NOT_ALLOWED', source: 'Art. 8' });
    expect(await edit('Hello', proseVersion, 'tlh')).toMatchObject({ code: 'LANGUAGE_NOT_ALLOWED' });
    expect(await refusalOf(minutes.actions.finalise.run(coordinator, { minutesId: id }))).toMatchObject({ code: 'MINUTES_STATE_FORBIDS' });
    await valueOf(minutes.actions.review.run(coordinator, { minutesId: id }));
    await minutes.write(id, { ar: 'نوه الطرفان بالعمل المنجز.' });
    expect(await refusalOf(minutes.actions.finalise.run(coordinator, { minutesId: id }))).toMatchObject({ code: 'FRENCH_VERSION_MISSING', source: 'Art. 8' });
    const technician = await minutes.as('ma-member-2');
    expect(await refusalOf(minutes.actions.edit.run(technician, { minutesId: id, expectedVersion: 1, prose: [] }))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await refusalOf(minutes.actions.draft.run(coordinator, { meetingId: (await minutes.seen(id)).meetingId }))).toMatchObject({ code: 'MEETING_NOT_CLOSED' });
    const stranger = await given.as(theirs, 'fr-president');
    for (const refused of [
      minutes.actions.edit.run(stranger, { minutesId: id, expectedVersion: 1, prose: [] }),
      minutes.actions.review.run(stranger, { minutesId: id }),
      minutes.actions.finalise.run(stranger, { minutesId: id }),
      minutes.actions.returnToDraft.run(stranger, { minutesId: id, reason: 'Non' }),
      minutes.actions.sign.run(stranger, { minutesId: id, contentHash: 'x', place: 'Ailleurs' }),
      minutes.actions.refuse.run(stranger, { minutesId: id, contentHash: 'x', motive: 'Non' }),
      minutes.actions.sign.run(stranger, { minutesId: 'no id', contentHash: 'x', place: 'Ailleurs' }),
    ]) expect(await refusalOf(refused)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await given.work.read(stranger, (tx) => minutes.actions.reader.one(tx, id))).toBeNull();
  }, 60_000);
});

describe('a signature', () => {
  it('asks for the co-president, a fresh identity, a place, and the very hash', async () => {
    const id = await minutes.final();
    const { contentHash } = await minutes.seen(id);
    const sign = async (key: string, over: { contentHash?: string; place?: string } = {}, ctx = minutes.as(key)) =>
      refusalOf(minutes.actions.sign.run(await ctx, { minutesId: id, contentHash: contentHash!, place: 'Tiznit', ...over }));
    expect(await sign('ma-member-2')).toMatchObject({ code: 'NOT_THE_CO_PRESIDENT', source: 'Art. 5' });
    expect(await sign('ma-coordinator')).toMatchObject({ code: 'NOT_THE_CO_PRESIDENT' });
    const early = await minutes.as('ma-president');
    given.later(6);
    expect(await sign('ma-president', {}, Promise.resolve(early))).toMatchObject({ code: 'STEP_UP_REQUIRED', args: { minutes: 5 } });
    const tampered = contentHash!.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    expect(await sign('ma-president', { contentHash: tampered })).toMatchObject({ code: 'SIGNED_TEXT_CHANGED', args: { version: 1 } });
    expect(await sign('ma-president', { place: '  ' })).toMatchObject({ code: 'PLACE_REQUIRED' });
    expect(await sign('ma-president')).toBeNull();
    expect(await sign('ma-president')).toMatchObject({ code: 'ALREADY_SIGNED' });
    expect(await given.owner.query('select count(*)::int as held from signature where minutes_id = $1', [id])).toEqual([{ held: 1 }]);
  }, 60_000);
});

describe('the life of a PV', () => {
  const reviewed = async (): Promise<string> => {
    const id = await minutes.drafted();
    await minutes.write(id, { fr: 'Les parties se félicitent du travail accompli.', ar: 'نوه الطرفان بالعمل المنجز.' });
    await valueOf(minutes.actions.review.run(await minutes.as('ma-coordinator'), { minutesId: id }));
    return id;
  };
  const observe = async (id: string, key: string, kind: 'AGREE' | 'REMARK' | 'CHANGE') =>
    minutes.actions.observe.run(await minutes.as(key), { minutesId: id, kind, passage: 'discussions', quoted: 'travail accompli', text: 'Ajouter la date' });

  it('keeps observations beside it: a request without answer holds FINAL back, an answer or an agreement does not, the days still running neither', async () => {
    const id = await reviewed();
    const coordinator = await minutes.as('fr-coordinator');
    await valueOf(observe(id, 'ma-member-2', 'CHANGE'));
    await valueOf(observe(id, 'ma-president', 'AGREE'));
    await valueOf(observe(id, 'ma-president', 'AGREE'));
    expect(await refusalOf(observe(id, 'fr-coordinator', 'REMARK'))).toMatchObject({ code: 'OBSERVER_NOT_PRESENT', source: 'C3, S+8' });
    expect(await refusalOf(minutes.actions.finalise.run(coordinator, { minutesId: id }))).toMatchObject({ code: 'OBSERVATIONS_UNANSWERED', args: { count: 1 } });
    const seen = await minutes.seen(id, 'fr-coordinator');
    expect(seen.viewerMay.finalise).toMatchObject({ allowed: false });
    expect(seen.observations).toMatchObject({ isOpen: true, unanswered: 1, list: [{ kind: 'CHANGE', passage: 'discussions', quoted: 'travail accompli', answer: null }, { kind: 'AGREE' }] });
    expect(seen.observations!.until! > given.clock.now().toISOString().slice(0, 10)).toBe(true);
    expect(seen.observations!.silent).toHaveLength(ours.seats.size - 2 - 2);
    const duties = async (key: string) => given.work.read(await minutes.as(key), async (tx) => (await personalDuties(tx, tx.ctx.actor!, zones)).filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind));
    expect([await duties('fr-president'), await duties('ma-member-2')]).toEqual([['OBSERVE_MINUTES'], []]);
    const [change] = seen.observations!.list;
    const stranger = await given.as(theirs, 'fr-president');
    expect(await refusalOf(minutes.actions.answerObservation.run(stranger, { observationId: change!.id, takenUp: true }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(minutes.actions.answerObservation.run(await minutes.as('ma-member-2'), { observationId: change!.id, takenUp: true }))).toMatchObject({ code: 'NOT_ALLOWED' });
    await valueOf(minutes.actions.answerObservation.run(coordinator, { observationId: change!.id, takenUp: false, text: 'Elle est déjà en tête.' }));
    await valueOf(minutes.actions.finalise.run(coordinator, { minutesId: id }));
    const [sealed] = await versionsOf(id);
    expect(JSON.stringify(sealed!.content)).not.toContain('Ajouter la date');
    expect((await minutes.seen(id)).observations).toMatchObject({ isOpen: false, unanswered: 0, list: [{ answer: { takenUp: false, text: 'Elle est déjà en tête.' } }, {}] });
  }, 60_000);

  it('is saved silently while it is a draft alone: what comes after FINAL voids nothing; it goes back to draft until the first signature', async () => {
    const id = await minutes.final();
    const coordinator = await minutes.as('fr-coordinator');
    const { proseVersion } = await minutes.seen(id);
    const silent = { minutesId: id, expectedVersion: proseVersion, prose: [{ language: 'fr', discussion: 'Venu trop tard' }], onlyInDraft: true };
    expect(await refusalOf(minutes.actions.edit.run(coordinator, silent))).toMatchObject({ code: 'MINUTES_STATE_FORBIDS' });
    expect(await minutes.seen(id)).toMatchObject({ state: 'FINAL', version: 1 });
    await valueOf(minutes.actions.returnToDraft.run(coordinator, { minutesId: id, reason: 'Une faute' }));
    await valueOf(minutes.actions.review.run(coordinator, { minutesId: id }));
    await valueOf(minutes.actions.finalise.run(coordinator, { minutesId: id }));
    await valueOf(minutes.sign(id, 'fr'));
    expect(await refusalOf(minutes.actions.returnToDraft.run(coordinator, { minutesId: id, reason: 'Une autre' }))).toMatchObject({ code: 'MINUTES_ALREADY_SIGNED' });
    expect(await minutes.seen(id)).toMatchObject({ state: 'PARTIALLY_SIGNED', version: 2 });
  }, 60_000);

  it('says of each language who wrote it, and which speaker has read it; no name of theirs is hashed, that nobody has read it is printed', async () => {
    const id = await reviewed();
    await minutes.write(id, { zgh: 'ⴰⵎⵙⴰⵡⴰⵍ' });
    const { proseVersion: expectedVersion, prose } = await minutes.seen(id, 'ma-member-2');
    expect(prose.map(({ language, standing, readBy }) => [language, standing, readBy])).toEqual([['fr', null, null], ['ar', 'Version non relue par un locuteur.', null], ['zgh', 'Version non relue par un locuteur.', null]]);
    const read = (key: string, language: string, version = expectedVersion) => minutes.as(key).then((ctx) => minutes.actions.readAsSpeaker.run(ctx, { minutesId: id, language, expectedVersion: version }));
    expect(await refusalOf(read('fr-coordinator', 'ar'))).toMatchObject({ code: 'LANGUAGE_READ_BY_ANOTHER' });
    expect(await refusalOf(read('ma-member-2', 'ar', 1))).toMatchObject({ code: 'VERSION_CHANGED' });
    await valueOf(read('ma-member-2', 'ar'));
    expect((await minutes.seen(id)).prose.map(({ readBy, mayRead }) => [readBy !== null, mayRead.allowed])).toEqual([[false, false], [true, true], [false, true]]);
    await minutes.write(id, { ar: 'نوه الطرفان.' });
    expect((await minutes.seen(id)).prose[1]).toMatchObject({ readBy: null });
    await valueOf(minutes.actions.finalise.run(await minutes.as('fr-coordinator'), { minutesId: id }));
    const { record, ...content } = (await versionsOf(id))[0]!.content as unknown as SealedContent;
    expect(JSON.stringify([record, content])).not.toContain('wording');
    expect([record.versions, record.unread]).toEqual([[{ language: 'zgh', day: dateInWords(record.meeting.opened[0]!.date as CivilDate, 'zgh'), text: 'ⴰⵎⵙⴰⵡⴰⵍ' }], ['ar', 'zgh']]);
  }, 60_000);

  it('is rectified by another PV once executory: own number, own signatures; the first keeps its effect and says by which it is rectified', async () => {
    const subject = { subjectKind: 'axis', subjectId: crypto.randomUUID() };
    const id = await minutes.final(await minutes.heldMeeting(subject));
    const coordinator = await minutes.as('fr-coordinator');
    const rectify = (reason: string) => minutes.actions.rectify.run(coordinator, { minutesId: id, reason });
    expect(await refusalOf(rectify('Le lieu'))).toMatchObject({ code: 'MINUTES_NOT_EXECUTORY' });
    await valueOf(minutes.sign(id, 'fr'));
    await valueOf(minutes.sign(id, 'ma'));
    const first = await minutes.seen(id);
    expect(await refusalOf(rectify('Merci 😀'))).toMatchObject({ code: 'GLYPH_MISSING' });
    const opened = await valueOf(rectify('Le lieu était la médiathèque'));
    expect(await refusalOf(rectify('Encore'))).toMatchObject({ code: 'MINUTES_ALREADY_RECTIFIED' });
    const told = await given.facts('AxisOpened');
    await minutes.write(opened, { fr: 'Réunies à la médiathèque, les parties se félicitent du travail accompli.' });
    await valueOf(minutes.actions.review.run(coordinator, { minutesId: opened }));
    await valueOf(minutes.actions.finalise.run(coordinator, { minutesId: opened }));
    given.later(30);
    await valueOf(minutes.sign(opened, 'ma'));
    await valueOf(minutes.sign(opened, 'fr'));
    const [old, rectifying] = [await minutes.seen(id), await minutes.seen(opened)];
    expect(rectifying).toMatchObject({ state: 'EXECUTORY', rectifies: { id, number: first.number }, rectifiesReason: 'Le lieu était la médiathèque', signatures: [{}, {}] });
    expect(rectifying.number).not.toBe(first.number);
    expect(old).toMatchObject({ state: 'EXECUTORY', contentHash: first.contentHash, rectifiedBy: { id: opened, number: rectifying.number, state: 'EXECUTORY' } });
    expect(JSON.stringify((await versionsOf(opened))[0]!.content)).toContain(first.number!);
    expect(await given.facts('AxisOpened')).toHaveLength(told.length);
    const [decision, ...more] = await given.work.read(coordinator, (tx) => decisionsOn(tx, 'axis', [subject.subjectId]));
    expect([decision?.executoryAt, more]).toEqual([first.executoryAt, []]);
    expect((await given.work.read(coordinator, (tx) => minutes.actions.reader.ofMeeting(tx, first.meetingId)))?.id).toBe(id);
  }, 60_000);
});
