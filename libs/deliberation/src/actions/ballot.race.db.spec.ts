import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { isCrowded, type Ctx, type Work } from '#platform';
import { conclude, type Outcome, type Voice } from '../domain/decision-engine.js';
import type { Roll } from '../domain/roll.js';
import type { CommitteeRules } from '../domain/rules.js';
import { actionsOver, GivenCommittee, valueOf, withoutLocks, type GivenPartnership } from '../given-committee.contract.js';

const voices = 200;
let given: GivenCommittee;
let ours: GivenPartnership;
let members: { key: string; ctx: Ctx }[];
let coordinator: Ctx;
beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: voices / 2 - 1 });
  coordinator = await given.as(ours, 'fr-coordinator');
  members = [];
  for (const key of ours.seats.keys()) if (!key.endsWith('coordinator')) members.push({ key, ctx: await given.as(ours, key) });
}, 120_000);
afterAll(() => given.close());

/** A ballot open on a text in a meeting where everybody is present. */
async function ballotFor(): Promise<{ ballotId: string; textHash: string }> {
  const { schedule, convene, attendance, open, addAgendaItem, openBallot } = given.actions;
  const plan = { partnershipId: ours.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: ours.france, civilDate: '2026-12-04' as CivilDate, time: '10:00', place: 'Mairie' } as const;
  const meetingId = await valueOf(schedule.run(coordinator, plan));
  await valueOf(convene.run(await given.as(ours, 'fr-president'), { meetingId }));
  const entries = members.map(({ key }) => ({ seatId: ours.seats.get(key)!, presence: 'PRESENT' as const }));
  await valueOf(attendance.run(coordinator, { meetingId, entries }));
  await valueOf(open.run(coordinator, { meetingId }));
  const { decisionId } = await valueOf(addAgendaItem.run(coordinator, { meetingId, title: 'Plan', text: 'Le comité valide le plan.' }));
  const { ballotId } = await valueOf(openBallot.run(coordinator, { decisionId: decisionId! }));
  const [row] = (await given.owner.query('select text_hash from ballot where id = $1', [ballotId])) as { text_hash: string }[];
  return { ballotId, textHash: row!.text_hash };
}

interface Kept {
  readonly rules: CommitteeRules;
  readonly roll: Roll;
  readonly outcome: Outcome;
  readonly votes: Voice[];
}

async function keptOf(ballotId: string): Promise<Kept> {
  const [row] = (await given.owner.query('select rules, roll, outcome from ballot where id = $1', [ballotId])) as Omit<Kept, 'votes'>[];
  const votes = (await given.owner.query('select seat_id as "seatId", choice, reason as words from vote where ballot_id = $1', [ballotId])) as Voice[];
  return { ...row!, votes };
}

/** On a slow machine a wait for a lock or for a connection is given up and nothing is written: a person is told so, and presses again. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 20 || !isCrowded(error)) throw error;
    }
  }
}

/** Two hundred votes against one closing; what is wrong afterwards, in words. */
async function race(work: Work): Promise<string[]> {
  const ballot = await ballotFor();
  const { cast, closeBallot } = actionsOver(work, given.decidables, given.clock);
  const codes: string[] = [];
  const said = async (ctx: Ctx): Promise<void> => {
    const answer = await patiently(() => cast.run(ctx, { ...ballot, choice: 'FOR' }));
    codes.push(answer.refused ? answer.code : 'CAST');
  };
  const acts = members.map(({ ctx }) => () => said(ctx));
  acts.splice(Math.trunc(voices / 3), 0, async () => void (await valueOf(patiently(() => closeBallot.run(coordinator, { ballotId: ballot.ballotId })))));
  const problems = (await Promise.allSettled(acts.map((act) => act()))).flatMap((end) => (end.status === 'rejected' ? [`an act failed: ${String(end.reason)}`] : []));
  return [...problems, ...(await faults(ballot.ballotId, codes))];
}

async function faults(ballotId: string, codes: readonly string[]): Promise<string[]> {
  const { rules, roll, outcome, votes } = await keptOf(ballotId);
  const order = (await given.owner.query(
    `select kind from journal where subject_id = $1 and kind in ('VoteCast', 'BallotClosed') order by sequence`, [ballotId])) as { kind: string }[];
  const afterClosing = order.slice(order.findIndex(({ kind }) => kind === 'BallotClosed') + 1);
  const castAnswers = codes.filter((code) => code === 'CAST').length;
  return [
    ...(votes.length === castAnswers ? [] : [`${castAnswers} votes were acknowledged, ${votes.length} are kept`]),
    ...(outcome.tally.for === votes.length ? [] : [`the outcome counts ${outcome.tally.for} voices, ${votes.length} are kept`]),
    ...(JSON.stringify(sorted(conclude(rules, roll, votes))) === JSON.stringify(sorted(outcome)) ? [] : ['the outcome is not that of the votes kept']),
    ...(afterClosing.length === 0 ? [] : [`${afterClosing.length} votes stand in the journal after the closing`]),
    ...(codes.every((code) => code === 'CAST' || code === 'BALLOT_CLOSED') ? [] : [`other answers: ${[...new Set(codes)].join(', ')}`]),
  ];
}

/** jsonb forgets the order of keys. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
};

describe('votes racing the closing', () => {
  it('records no vote after the closing, and the outcome is that of the votes recorded', async () => {
    const rounds = Number(process.env['SOAK'] ? 20 : 2);
    for (let round = 0; round < rounds; round += 1) expect(await race(given.work)).toEqual([]);
  }, 120_000);

  it('turns red when the rows are not locked', async () => {
    const problems: string[] = [];
    for (let round = 0; round < 5 && problems.length === 0; round += 1) problems.push(...(await race(withoutLocks(given.work))));
    expect(problems).not.toEqual([]);
  }, 120_000);
});

describe('a double click', () => {
  const click = async (work: Work): Promise<{ votes: number; facts: number; failed: number }> => {
    const ballot = await ballotFor();
    const { cast } = actionsOver(work, given.decidables, given.clock);
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => valueOf(cast.run(members[0]!.ctx, { ...ballot, choice: 'FOR' }))));
    const votes = (await given.owner.query('select from vote where ballot_id = $1', [ballot.ballotId])) as unknown[];
    const facts = (await given.facts('VoteCast')).filter((fact) => fact.subject_id === ballot.ballotId);
    return { votes: votes.length, facts: facts.length, failed: ends.filter(({ status }) => status === 'rejected').length };
  };

  it('is one vote and one fact, and five times the same answer', async () => {
    expect(await click(given.work)).toEqual({ votes: 1, facts: 1, failed: 0 });
  }, 60_000);

  it('turns red when the rows are not locked', async () => {
    const facts: number[] = [];
    for (let round = 0; round < 5 && !facts.some((count) => count > 1); round += 1) facts.push((await click(withoutLocks(given.work))).facts);
    expect(Math.max(...facts)).toBeGreaterThan(1);
  }, 60_000);
});
