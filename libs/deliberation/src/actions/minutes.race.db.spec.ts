import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '#kernel';
import type { Ctx, Tx } from '#platform';
import { GivenCommittee, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press, type MinutesActions } from '../given-minutes.contract.js';
import type { MinutesRow } from '../store/minutes.entity.js';
import { MinutesStore } from '../store/minutes.store.js';

/** Pairs of signatures: two hundred in every run, two thousand in a soak. */
const pairs = process.env['SOAK'] ? 2_000 : 200;

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

/** As many final minutes of as many meetings as asked, each like the first: sealed by the owner's own hand, since sealing is not what races here. */
async function finalMinutes(count: number): Promise<string[]> {
  const lines = (await given.owner.query(
    `with born as (select gen_random_uuid() as meeting_id, gen_random_uuid() as id, n from generate_series(1, $2) as n),
       met as (
         insert into meeting (partnership_id, id, agreement_id, kind, mode, host_party_id, civil_date, time, zone, place, state, turn_reason, cancel_reason,
                              convened_by_seat_id, convened_at, opened_at, closed_at, sequence, version)
         select m.partnership_id, born.meeting_id, m.agreement_id, m.kind, m.mode, m.host_party_id, m.civil_date, m.time, m.zone, m.place, m.state, m.turn_reason, m.cancel_reason,
                m.convened_by_seat_id, m.convened_at, m.opened_at, m.closed_at, m.sequence, m.version
         from meeting m join minutes p on p.meeting_id = m.id and p.id = $1 cross join born returning id),
       kept as (
         insert into minutes (partnership_id, id, meeting_id, number, version, state, prose, prose_version, content_hash, drafted_at, finalised_at, executory_at)
         select p.partnership_id, born.id, born.meeting_id, 'PV-1999-' || (select count(*) from minutes) + born.n, p.version, p.state, p.prose, p.prose_version, p.content_hash, p.drafted_at, p.finalised_at, null
         from minutes p cross join born where p.id = $1 and (select count(*) from met) = $2 returning id)
     insert into minutes_version (partnership_id, minutes_id, version, content, content_hash, pdfs, finalised_at, voided_at, void_reason)
     select v.partnership_id, born.id, v.version, v.content, v.content_hash, v.pdfs, v.finalised_at, null, null
     from minutes_version v cross join born where v.minutes_id = $1 and (select count(*) from kept) = $2 returning minutes_id`,
    [prototype, count],
  )) as { minutes_id: string }[];
  return lines.map((line) => line.minutes_id);
}

/** Runs `race` over all, a few at a time, so that the pool is full and nobody waits for a connection too long. */
async function each(ids: readonly string[], race: (id: string) => Promise<unknown>): Promise<void> {
  const waiting = [...ids];
  const runner = async (): Promise<void> => {
    for (let id = waiting.pop(); id; id = waiting.pop()) await race(id);
  };
  await Promise.all([runner(), runner(), runner(), runner()]);
}

const signTogether = (actions: MinutesActions, id: string): Promise<Answer<string>[]> =>
  Promise.all([
    actions.sign.run(mayor, { minutesId: id, contentHash, place: 'Villeneuve-la-Garenne' }),
    actions.sign.run(president, { minutesId: id, contentHash, place: 'Tiznit' }),
  ]);

interface Outcome {
  id: string;
  state: string;
  signatures: number;
  executories: number;
}
const outcomes = (ids: readonly string[]): Promise<Outcome[]> =>
  given.owner.query(
    `select id, state, (select count(*)::int from signature where minutes_id = minutes.id) as signatures,
            (select count(*)::int from journal where subject_id = minutes.id and kind = 'MinutesBecameExecutory') as executories
     from minutes where id = any ($1::uuid[])`,
    [ids],
  ) as Promise<Outcome[]>;
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
    const ids = await finalMinutes(20);
    await each(ids, (id) => signTogether(planted, id));
    expect((await outcomes(ids)).filter((outcome) => !once(outcome)).length).toBeGreaterThan(0);
  }, 60_000);

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
    const ids = await finalMinutes(60);
    const { proseVersion } = await minutes.seen(prototype);
    await each(ids, async (id) => expect((await race(minutes.actions, id, proseVersion)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']));
    expect(await torn(ids)).toEqual([]);
    expect((await outcomes(ids)).every(({ state }) => state === 'DRAFT')).toBe(true);
  }, 60_000);

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
