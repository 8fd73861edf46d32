import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GivenCommittee, refusalOf, valueOf, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press } from '../given-minutes.contract.js';
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

const reason = 'Il était en vol et n’a pas ouvert sa messagerie.';
const partyOf = (side: 'fr' | 'ma'): string => (side === 'fr' ? ours.france : ours.morocco);
const contest = async (minutesId: string, by: string, side: 'fr' | 'ma' = 'ma') => story.actions.contest.run(await story.as(by), { minutesId, partyId: partyOf(side), reason });
const rows = async <Row>(sql: string, ...values: unknown[]): Promise<Row[]> => (await given.owner.query(sql, values)) as Row[];
const told = (minutesId: string) => rows<{ kind: string }>(`select kind from journal where subject_id = $1 and kind in ('SignatureContested', 'MinutesVersionReplaced', 'SignatureVoided', 'MinutesBecameExecutory') order by sequence`, minutesId);

describe('a signature by code that its own side contests', () => {
  it('before the last one: a draft again, read so by both sides, and signed anew by both', async () => {
    const minutesId = await story.final();
    await valueOf(story.sign(minutesId, 'ma'));
    const offered = async (key: string) => (await story.seen(minutesId, key)).signatures[0]!;
    expect((await offered('ma-coordinator')).viewerMayContest.allowed).toBe(true);
    expect((await offered('ma-coordinator')).contestableUntil).toMatch(/^Contestable jusqu’au /);
    expect((await offered('fr-coordinator')).viewerMayContest.refusal?.code).toBe('SIGNATURE_NOT_YOURS');
    expect(await refusalOf(contest(minutesId, 'fr-coordinator'))).toMatchObject({ code: 'SIGNATURE_NOT_YOURS', source: 'Passerelle, signature par code' });
    await valueOf(contest(minutesId, 'ma-coordinator'));
    const { state, version, signatures, voided } = await story.seen(minutesId, 'fr-president');
    expect({ state, version, signatures }).toEqual({ state: 'DRAFT', version: 2, signatures: [] });
    expect(voided).toMatchObject([{ version: 1, voidReason: reason, signatures: [{ contest: { reason }, contestableUntil: null }] }]);
    expect((await told(minutesId)).map(({ kind }) => kind)).toEqual(['SignatureContested', 'MinutesVersionReplaced', 'SignatureVoided']);
    await valueOf(story.actions.review.run(await story.as('ma-coordinator'), { minutesId }));
    await valueOf(story.actions.finalise.run(await story.as('fr-coordinator'), { minutesId }));
    await valueOf(story.sign(minutesId, 'ma'));
    await valueOf(story.sign(minutesId, 'fr'));
    expect((await story.seen(minutesId)).state).toBe('EXECUTORY');
  }, 60_000);

  it('once the PV is executory: it stays so, the contestation stands beside the signature, once, and nobody takes it away', async () => {
    const minutesId = await story.final();
    await valueOf(story.sign(minutesId, 'ma'));
    await valueOf(story.sign(minutesId, 'fr'));
    await valueOf(contest(minutesId, 'ma-president'));
    const { state, signatures } = await story.seen(minutesId, 'fr-coordinator');
    expect(state).toBe('EXECUTORY');
    expect(signatures.map(({ contest: said }) => said?.reason ?? null).sort()).toEqual([null, reason].sort());
    expect(await refusalOf(contest(minutesId, 'ma-coordinator'))).toMatchObject({ code: 'SIGNATURE_ALREADY_CONTESTED' });
    for (const sql of ['delete from signature_contest where minutes_id = $1', `update signature_contest set reason = 'rien' where minutes_id = $1`]) await expect(given.owner.query(sql, [minutesId])).rejects.toThrow(/signature_contest|never|change/);
    expect((await told(minutesId)).map(({ kind }) => kind)).toEqual(['MinutesBecameExecutory', 'SignatureContested']);
  }, 60_000);

  it('48 hours later, no more', async () => {
    const minutesId = await story.final();
    await valueOf(story.sign(minutesId, 'ma'));
    given.later(48 * 60 + 1);
    expect(await refusalOf(contest(minutesId, 'ma-coordinator'))).toMatchObject({ code: 'SIGNATURE_CONTEST_TOO_LATE' });
  }, 60_000);

  it('the last signature and the contestation at the same instant: executory and contested, or a draft that nobody signed; never both', async () => {
    const model = await story.final();
    const outcomes = new Set<string>();
    const minutesIds = await finalMinutesLike(given, model, 30);
    for (const [turn, minutesId] of minutesIds.entries()) {
      await valueOf(story.sign(minutesId, 'ma'));
      const pair = [() => story.sign(minutesId, 'fr'), () => contest(minutesId, 'ma-coordinator')];
      await Promise.all((turn % 2 ? pair : pair.toReversed()).map((act) => act()));
      const [stands] = await rows<{ state: string; executory: boolean; contests: number; live: number }>(
        `select state, executory_at is not null as executory, (select count(*)::int from signature_contest where minutes_id = minutes.id) as contests,
                (select count(*)::int from signature where minutes_id = minutes.id and signature.version = minutes.version) as live from minutes where id = $1`,
        minutesId,
      );
      outcomes.add(JSON.stringify(stands));
    }
    const allowed = [{ state: 'EXECUTORY', executory: true, contests: 1, live: 2 }, { state: 'DRAFT', executory: false, contests: 1, live: 0 }].map((one) => JSON.stringify(one));
    expect([...outcomes].filter((outcome) => !allowed.includes(outcome))).toEqual([]);
  }, 120_000);
});
