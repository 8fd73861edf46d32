import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '#kernel';
import { attachedFile } from '#parties';
import { CheckedFile, UploadLimits, type Ctx, type Tx } from '#platform';
import { GivenCommittee, refusalOf, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press, type MinutesActions } from '../given-minutes.contract.js';
import { each, finalMinutesLike, outcomesOf, type Outcome } from '../given-races.contract.js';
import type { MinutesRow } from '../store/minutes.entity.js';
import { MinutesStore } from '../store/minutes.store.js';
import { personalDuties } from '../views/personal-duties.js';

/** Pairs of signatures, and pairs of an act on a final text and a signature on it: in every run, and in a soak. */
const [pairs, edits] = process.env['SOAK'] ? [2_000, 1_000] : [200, 60];

/** Planted: reads the row where it should lock it. */
class StoreThatForgetsToLock extends MinutesStore {
  override lock(tx: Tx, id: string): Promise<MinutesRow | null> {
    return this.find(tx, id);
  }
}

let given: GivenCommittee;
let ours: GivenPartnership;
let minutes: GivenMinutes;
let prototype: string;
let mayor: Ctx;
let president: Ctx;
let coordinator: Ctx;
let contentHash: string;

beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 1 });
  minutes = new GivenMinutes(given, ours);
  prototype = await minutes.final();
  contentHash = (await minutes.seen(prototype)).contentHash!;
  [mayor, president, coordinator] = await Promise.all([minutes.as('fr-president'), minutes.as('ma-president'), minutes.as('fr-coordinator')]);
}, 60_000);
afterAll(async () => {
  await given.close();
  await press.close();
});

const finalMinutes = (count: number): Promise<string[]> => finalMinutesLike(given, prototype, count);

const signTogether = (actions: MinutesActions, id: string): Promise<Answer<string>[]> =>
  Promise.all([
    actions.sign.run(mayor, { minutesId: id, contentHash, place: 'Villeneuve-la-Garenne' }),
    actions.sign.run(president, { minutesId: id, contentHash, place: 'Tiznit' }),
  ]);

const outcomes = (ids: readonly string[]): Promise<Outcome[]> => outcomesOf(given, ids);
const once = (outcome: Outcome): boolean => outcome.state === 'EXECUTORY' && outcome.signatures === 2 && outcome.executories === 1;

describe('two presidents at the same instant', () => {
  it(`sign ${pairs} times: each PV becomes executory exactly once, and nothing is printed again`, async () => {
    const ids = await finalMinutes(pairs);
    await each(ids, async (id) => expect((await signTogether(minutes.actions, id)).map(({ refused }) => refused)).toEqual([false, false]));
    const ended = await outcomes(ids);
    expect(ended).toHaveLength(pairs);
    expect(ended.filter((outcome) => !once(outcome))).toEqual([]);
    expect(await given.owner.query('select count(*)::int as kept from blob where partnership_id = $1', [ours.id])).toEqual([{ kept: 2 }]);
  }, pairs * 1_000);

  it('would leave a PV that nobody makes executory, were the row not locked', async () => {
    const planted = new GivenMinutes(given, ours, { store: new StoreThatForgetsToLock() }).actions;
    let broken = 0;
    for (let round = 0; broken === 0 && round < 20; round += 1) {
      const ids = await finalMinutes(20);
      await each(ids, (id) => signTogether(planted, id));
      broken = (await outcomes(ids)).filter((outcome) => !once(outcome)).length;
    }
    expect(broken).toBeGreaterThan(0);
  }, 120_000);

  it('and one president twice: one signature, one « already signed »', async () => {
    const ids = await finalMinutes(20);
    await each(ids, async (id) => {
      const input = { minutesId: id, contentHash, place: 'Tiznit' };
      const answers = await Promise.all([minutes.actions.sign.run(president, input), minutes.actions.sign.run(president, input)]);
      expect(answers.map((answer) => (answer.refused ? answer.code : 'SIGNED')).sort()).toEqual(['ALREADY_SIGNED', 'SIGNED']);
    });
    expect((await outcomes(ids)).every(({ signatures, state }) => signatures === 1 && state === 'PARTIALLY_SIGNED')).toBe(true);
  }, 60_000);
});

/** Minutes whose state says more than their live version and its signatures do, or whose void signatures nobody was told of. */
const torn = (ids: readonly string[]): Promise<unknown[]> =>
  given.owner.query(
    `select minutes.id from minutes
     left join minutes_version live on live.minutes_id = minutes.id and live.version = minutes.version and live.content_hash = minutes.content_hash and live.voided_at is null
     where minutes.id = any ($1::uuid[]) and (
       (minutes.state in ('FINAL', 'PARTIALLY_SIGNED', 'EXECUTORY') and live.version is null)
       or exists (select from signature where signature.minutes_id = minutes.id and signature.version = minutes.version and signature.content_hash is distinct from minutes.content_hash)
       or (select count(*) from signature join minutes_version void on void.minutes_id = signature.minutes_id and void.version = signature.version
           where signature.minutes_id = minutes.id and void.voided_at is not null)
          <> (select count(*) from journal where subject_id = minutes.id and kind = 'SignatureVoided')
       or (minutes.state = 'DRAFT' and exists (select from minutes_version other where other.minutes_id = minutes.id and other.voided_at is null)))`,
    [ids],
  ) as Promise<unknown[]>;

describe('an edit and a signature at the same instant', () => {
  const race = (actions: MinutesActions, id: string, expectedVersion: number): Promise<PromiseSettledResult<unknown>[]> =>
    Promise.allSettled([
      actions.sign.run(president, { minutesId: id, contentHash, place: 'Tiznit' }),
      actions.edit.run(coordinator, { minutesId: id, expectedVersion, prose: [{ language: 'fr', discussion: 'Un autre texte.' }] }),
    ]);

  it('never leave a signature on another text', async () => {
    const ids = await finalMinutes(edits);
    const { proseVersion } = await minutes.seen(prototype);
    await each(ids, async (id) => expect((await race(minutes.actions, id, proseVersion)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']));
    expect(await torn(ids)).toEqual([]);
    expect((await outcomes(ids)).every(({ state }) => state === 'DRAFT')).toBe(true);
  }, edits * 1_000);

  it('nor does a return to draft, or the other president’s refusal: the signature falls with its version, or comes too late', async () => {
    const ids = await finalMinutes(edits / 2);
    const back = new Map(ids.map((id, place) => [id, place % 2 === 0 ? 'RETURNED' : 'REFUSED']));
    await each(ids, async (id) => {
      const [signed, undone] = await Promise.all([
        minutes.actions.sign.run(president, { minutesId: id, contentHash, place: 'Tiznit' }),
        back.get(id) === 'RETURNED' ? minutes.actions.returnToDraft.run(coordinator, { minutesId: id, reason: 'Une faute' }) : minutes.actions.refuse.run(mayor, { minutesId: id, contentHash, motive: 'Un motif' }),
      ]);
      const told = `${back.get(id)}: ${signed.refused ? signed.code : 'SIGNED'}, ${undone.refused ? undone.code : 'UNDONE'}`;
      expect(['RETURNED: SIGNED, MINUTES_ALREADY_SIGNED', 'RETURNED: MINUTES_NOT_FINAL, UNDONE', 'REFUSED: SIGNED, UNDONE', 'REFUSED: MINUTES_NOT_FINAL, UNDONE']).toContain(told);
    });
    expect(await torn(ids)).toEqual([]);
    const stands = (await outcomes(ids)).map(({ id, state }) => `${back.get(id)} ${state}`);
    expect(['RETURNED DRAFT', 'RETURNED PARTIALLY_SIGNED', 'REFUSED DRAFT']).toEqual(expect.arrayContaining([...new Set(stands)]));
  }, edits * 1_000);

  it('would, were the row not locked', async () => {
    const planted = new GivenMinutes(given, ours, { store: new StoreThatForgetsToLock() }).actions;
    const ids = await finalMinutes(20);
    const { proseVersion } = await minutes.seen(prototype);
    let stopped = 0;
    await each(ids, async (id) => {
      stopped += (await race(planted, id, proseVersion)).filter(({ status }) => status === 'rejected').length;
    });
    expect((await torn(ids)).length + stopped).toBeGreaterThan(0);
  }, 60_000);
});

describe('two coordinators at the same instant', () => {
  it('seal one version of one PV, and give two PVs two numbers', async () => {
    for (let round = 1; round <= 4; round += 1) {
      const [one, two] = [await minutes.drafted(), await minutes.drafted()];
      for (const minutesId of [one, two]) {
        await minutes.write(minutesId, { fr: `Tour ${round}.` });
        await minutes.actions.review.run(coordinator, { minutesId });
      }
      const answers = await Promise.all([one, one, two].map((minutesId) => minutes.actions.finalise.run(coordinator, { minutesId })));
      expect(answers.map((answer) => (answer.refused ? answer.code : 'SEALED')).sort()).toEqual(['MINUTES_STATE_FORBIDS', 'SEALED', 'SEALED']);
      const numbers = [await minutes.seen(one), await minutes.seen(two)].map(({ number }) => number);
      expect(new Set(numbers).size).toBe(2);
      for (const id of [one, two]) expect(await minutes.facts('MinutesFinalised', id)).toHaveLength(1);
    }
    const [sealed] = (await given.owner.query(`select count(*)::int as versions, (select count(*)::int from blob) as blobs from minutes_version where content ->> 'number' not like 'PV-1999-%'`)) as { versions: number; blobs: number }[];
    expect(sealed!.blobs).toBe(2 * 9);
  }, 60_000);
});

/** A picture of one point. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const file = async (name: string, bytes: Buffer = picture): Promise<CheckedFile> => {
  const checked = await CheckedFile.check({ name, bytes }, new UploadLimits());
  if (checked.refused) throw new Error(checked.code);
  return checked.value;
};
const bring = async (key: string, minutesId: string, more: object = {}) =>
  minutes.actions.bringHand.run(await minutes.as(key), { minutesId, file: await file('pv-signe.png'), place: 'Tiznit', signedOn: '2026-11-16', ...more });
const handOf = async (minutesId: string) => (await given.work.read(coordinator, (tx) => minutes.actions.hands.shown(tx, minutesId)))[0]!;
const confirm = async (ctx: Ctx, minutesId: string, { actions = minutes.actions, ...more }: { actions?: MinutesActions; contentHash?: string } = {}) => {
  const { id, scanSha256 } = await handOf(minutesId);
  return actions.confirmHand.run(ctx, { id, contentHash, scanSha256, ...more });
};
const owed = async (key: string) => given.work.read(await minutes.as(key), async (tx) => (await personalDuties(tx, tx.ctx.actor!, zones)).filter(({ kind }) => kind === 'CONFIRM_HAND_SIGNATURE').map(({ href }) => href));

describe('a PV signed by hand', () => {
  it('is brought by one coordination, counts for nothing until another party has seen it, then mixes with a signature by code', async () => {
    const [id = ''] = await finalMinutes(1);
    expect(await refusalOf(bring('ma-president', id))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await refusalOf(bring('ma-coordinator', id, { file: await file('pv.txt', Buffer.from('signé')) }))).toMatchObject({ code: 'HAND_SCAN_EXPECTED', source: 'C5 Q12' });
    expect(await refusalOf(bring('ma-coordinator', id, { signedOn: '2026-11-15' }))).toMatchObject({ code: 'HAND_SIGNED_BEFORE', args: { finalOn: '2026-11-16' } });
    expect(await refusalOf(bring('ma-coordinator', id, { signedOn: '31/02' }))).toMatchObject({ code: 'NO_SUCH_DATE' });
    const first = await valueOf(bring('ma-coordinator', id));
    expect(await refusalOf(bring('ma-coordinator', id))).toMatchObject({ code: 'HAND_WAITS' });
    expect(await minutes.seen(id)).toMatchObject({ state: 'FINAL', signatures: [] });
    expect([await owed('ma-coordinator'), await owed('fr-coordinator')]).toEqual([[], [`/minutes/${id}/hand`]]);
    expect(await refusalOf(confirm(await minutes.as('ma-coordinator'), id))).toMatchObject({ code: 'HAND_BY_OTHER' });
    expect(await refusalOf(confirm(await minutes.as('fr-member-1'), id))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await refusalOf(confirm(coordinator, id, { contentHash: 'x' }))).toMatchObject({ code: 'HAND_CHANGED' });
    const { id: handId } = await handOf(id);
    expect(await refusalOf(minutes.actions.declineHand.run(coordinator, { id: handId, reason: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED' });
    await valueOf(minutes.actions.declineHand.run(coordinator, { id: handId, reason: 'La page de l’empreinte manque' }));
    expect(await handOf(id)).toMatchObject({ state: 'DECLINED', awaited: false, answeredSentence: expect.stringContaining('La page de l’empreinte manque') });
    expect([await owed('fr-coordinator'), (await minutes.seen(id)).state]).toEqual([[], 'FINAL']);
    await valueOf(minutes.sign(id, 'fr'));
    const second = await valueOf(bring('ma-coordinator', id));
    await valueOf(confirm(coordinator, id));
    const done = await minutes.seen(id, 'fr-member-1');
    expect(done).toMatchObject({ state: 'EXECUTORY', signatures: [{ method: 'DEMO' }, { method: 'PAPER', place: 'Tiznit', civilDate: '2026-11-16', person: 'ma-president', level: 'SIMPLE' }] });
    expect([await minutes.facts('MinutesSigned', id), await minutes.facts('MinutesBecameExecutory', id)].map(({ length }) => length)).toEqual([2, 1]);
    // Whoever reads the PV reads its scans, the one that was declined too.
    for (const scan of [first, second]) expect(await given.work.read(await minutes.as('fr-member-1'), (tx) => attachedFile(tx, scan))).toMatchObject({ bytes: picture });
    expect(await refusalOf(confirm(coordinator, id))).toMatchObject({ code: 'HAND_STATE_FORBIDS' });
  }, 60_000);

  it('the tables hold it too: nobody alone, never changed, no signature on paper that nobody saw', async () => {
    const [id = '', other = ''] = await finalMinutes(2);
    await valueOf(bring('ma-coordinator', id));
    const alone = `update hand_signature set state = 'CONFIRMED', answered_at = now(), answered_party = party_id, answered_by = entered_by where minutes_id = $1`;
    await expect(given.owner.query(alone, [id])).rejects.toThrow('hand_signature_by_two');
    await valueOf(confirm(coordinator, id));
    await expect(given.owner.query(`update hand_signature set place = 'ailleurs' where minutes_id = $1`, [id])).rejects.toThrow('never changes');
    const copied = `insert into signature (partnership_id, id, minutes_id, version, party_id, seat_id, person_id, office, content_hash, pdf_sha256, statement, method, level, place, civil_date, signed_at)
      select partnership_id, gen_random_uuid(), $2, version, party_id, seat_id, person_id, office, content_hash, pdf_sha256, statement, method, level, place, civil_date, signed_at from signature where minutes_id = $1`;
    await expect(given.owner.query(copied, [id, other])).rejects.toThrow('once another party has seen it');
  }, 60_000);

  /** The same president's: seen by the other side, and given by code, at once. */
  const twice = async (actions: MinutesActions, id: string): Promise<PromiseSettledResult<Answer<string>>[]> => {
    await valueOf(bring('ma-coordinator', id));
    return Promise.allSettled([confirm(coordinator, id, { actions }), actions.sign.run(president, { minutesId: id, contentHash, place: 'Tiznit' })]);
  };

  it('confirmed at the instant its president signs by code: one counts', async () => {
    const ids = await finalMinutes(10);
    await each(ids, async (id) => {
      const ended = (await twice(minutes.actions, id)).map((one) => (one.status === 'rejected' ? 'THROWN' : one.value.refused ? one.value.code : 'COUNTED'));
      expect(ended.sort()).toEqual(['ALREADY_SIGNED', 'COUNTED']);
    });
    expect((await outcomes(ids)).every(({ signatures, state }) => signatures === 1 && state === 'PARTIALLY_SIGNED')).toBe(true);
  }, 60_000);

  it('would count twice, or break, were the row not locked', async () => {
    const planted = new GivenMinutes(given, ours, { store: new StoreThatForgetsToLock() }).actions;
    let broken = 0;
    // Two that never meet break nothing: on a busy machine they meet the second time, or the tenth.
    for (let round = 0; broken === 0 && round < 20; round += 1) {
      await each(await finalMinutes(10), async (id) => {
        broken += (await twice(planted, id)).filter(({ status }) => status === 'rejected').length;
      });
    }
    expect(broken).toBeGreaterThan(0);
  }, 120_000);

  it('confirmed at the instant the other president signs: executory once', async () => {
    const ids = await finalMinutes(10);
    await each(ids, async (id) => {
      await valueOf(bring('ma-coordinator', id));
      await Promise.all([valueOf(confirm(coordinator, id)), valueOf(minutes.actions.sign.run(mayor, { minutesId: id, contentHash, place: 'Villeneuve-la-Garenne' }))]);
    });
    expect((await outcomes(ids)).filter((outcome) => !once(outcome))).toEqual([]);
  }, 60_000);

  it('waits for an office nobody holds any more: both coordinations read it on their turn, until it is held again', async () => {
    const [id = ''] = await finalMinutes(1);
    const named = async (key: string) => given.work.read(await minutes.as(key), async (tx) => (await personalDuties(tx, tx.ctx.actor!, zones)).filter(({ kind, subjectId }) => kind === 'NAME_PRESIDENCY' && subjectId.startsWith(id)).map(({ values }) => values['party']));
    expect(await Promise.all(['fr-coordinator', 'ma-coordinator', 'fr-president'].map(named))).toEqual([[], [], []]);
    const [mandate] = (await given.owner.query(`update mandate set "until" = '2026-11-16' where seat_id = $1 returning id`, [ours.seats.get('ma-president')])) as [{ id: string }[], number];
    given.later(48 * 60);
    expect(await Promise.all(['fr-coordinator', 'ma-coordinator', 'fr-president'].map(named))).toEqual([['Tiznit'], ['Tiznit'], []]);
    await given.owner.query(`insert into mandate (partnership_id, id, seat_id, person_id, "from", "until") values ($1, gen_random_uuid(), $2, $3, '2026-11-18', null)`, [ours.id, ours.seats.get('ma-president'), ours.people.get('ma-member-1')]);
    expect(mandate).toHaveLength(1);
    expect(await named('fr-coordinator')).toEqual([]);
  }, 60_000);
});
