import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, refused, type Answer, type CivilDate, type Decidable, type Json } from '#kernel';
import type { Tx } from '#platform';
import { GivenCommittee, refusalOf, valueOf, type GivenPartnership } from '../given-committee.contract.js';
import type { Choice } from '../domain/decision-engine.js';
import type { DecisionType } from '../views/decision.types.js';

let given: GivenCommittee;
let ours: GivenPartnership;
let neutral: GivenPartnership;
let theirs: GivenPartnership;

/** A subject of an upper room: its text can change or be refused; what it is told it tells, in the same transaction. */
class Charter implements Decidable<Tx> {
  readonly kind = 'charter';
  text = 'La charte, version 1.';
  refusal: Answer<never> | null = null;
  broken = false;

  freeze(): Promise<Answer<{ text: string; data: Json }>> {
    return Promise.resolve(this.refusal ?? accepted({ text: this.text, data: { articles: 3 } }));
  }

  onAdopted(tx: Tx, id: string, decision: { decisionId: string; adoptedAt: Date }): Promise<void> {
    tx.tell({ kind: 'CharterAdopted', partnershipId: ours.id, subject: { kind: 'charter', id }, data: { decisionId: decision.decisionId } });
    return this.broken ? Promise.reject(new Error('the charter cannot be adopted')) : Promise.resolve();
  }

  onExecutory(): Promise<void> {
    return Promise.resolve();
  }
}
const charter = new Charter();

beforeAll(async () => {
  given = await GivenCommittee.open();
  given.decidables.register(charter);
  ours = await given.partnership({ members: 3 });
  neutral = await given.partnership({ members: 3, rules: [{ key: 'abstention', value: 'NEUTRAL', source: { kind: 'RULES_OF_PROCEDURE', reference: 'Règlement intérieur, art. 4' } }] });
  theirs = await given.partnership({ members: 1 });
}, 60_000);
afterAll(() => given.close());

const voters = (partnership: GivenPartnership) => [...partnership.seats.keys()].filter((key) => !key.endsWith('coordinator'));
const sheet = (partnership: GivenPartnership, absent: readonly string[] = []) =>
  voters(partnership).map((key) => ({ seatId: partnership.seats.get(key)!, presence: absent.includes(key) ? ('ABSENT' as const) : ('PRESENT' as const) }));

/** A meeting open in Villeneuve, everybody there but those named. */
async function openMeeting(partnership: GivenPartnership, absent: readonly string[] = []): Promise<string> {
  const coordinator = await given.as(partnership, 'fr-coordinator');
  const plan = { partnershipId: partnership.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: partnership.france, civilDate: '2026-12-04' as CivilDate, time: '10:00', place: 'Mairie' } as const;
  const meetingId = await valueOf(given.actions.schedule.run(coordinator, plan));
  await valueOf(given.actions.convene.run(await given.as(partnership, 'fr-president'), { meetingId }));
  await valueOf(given.actions.attendance.run(coordinator, { meetingId, entries: sheet(partnership, absent) }));
  await valueOf(given.actions.open.run(coordinator, { meetingId }));
  return meetingId;
}

async function decisionIn(partnership: GivenPartnership, meetingId: string, more: { text?: string; subjectKind?: string; subjectId?: string } = { text: 'Le comité valide le plan.' }): Promise<string> {
  const item = await valueOf(given.actions.addAgendaItem.run(await given.as(partnership, 'ma-coordinator'), { meetingId, title: 'Plan 2027', ...more }));
  return item.decisionId!;
}

interface OpenBallot {
  readonly of: GivenPartnership;
  readonly ballotId: string;
  readonly textHash: string;
}

/** A ballot open on a decision, with the hash its voters must quote. */
async function ballotOn(of: GivenPartnership, decisionId: string, text: string | null = null): Promise<OpenBallot> {
  const { ballotId } = await valueOf(given.actions.openBallot.run(await given.as(of, 'fr-coordinator'), { decisionId, text }));
  const [row] = (await given.owner.query('select text_hash from ballot where id = $1', [ballotId])) as { text_hash: string }[];
  return { of, ballotId, textHash: row!.text_hash };
}

/** A choice, and its reason when there is one. */
type Said = readonly [choice: Choice, reason?: string];

async function vote(key: string, { of, ballotId, textHash }: OpenBallot, [choice, reason]: Said = ['FOR']) {
  return given.actions.cast.run(await given.as(of, key), { ballotId, textHash, choice, reason: reason ?? null });
}

async function everybodyVotes(ballot: OpenBallot, otherwise: Record<string, Said | null> = {}): Promise<void> {
  for (const key of voters(ballot.of)) {
    const said: Said | null | undefined = key in otherwise ? otherwise[key] : ['FOR'];
    if (said) await valueOf(vote(key, ballot, said));
  }
}

const close = async ({ of, ballotId }: OpenBallot) => given.actions.closeBallot.run(await given.as(of, 'ma-coordinator'), { ballotId });
async function seen(partnership: GivenPartnership, key: string, { language = 'fr', ...at }: { meetingId: string; decisionId: string; language?: 'fr' | 'ar' }): Promise<DecisionType> {
  return given.work.read(await given.as(partnership, key, { language }), (tx) => given.actions.reader.decision(tx, at));
}

describe('a decision', () => {
  it('AT-03: seven for and one abstention is not adopted and names the abstention; a second, unanimous ballot adopts', async () => {
    const meetingId = await openMeeting(ours);
    const decisionId = await decisionIn(ours, meetingId);
    const first = await ballotOn(ours, decisionId);
    await everybodyVotes(first, { 'ma-member-2': ['ABSTAIN'] });
    expect(await valueOf(close(first))).toMatchObject({ adopted: false });
    const [ballot] = (await seen(ours, 'fr-member-1', { meetingId, decisionId })).ballots;
    expect(ballot!.outcome).toMatchObject({ adopted: false, sentence: 'Non adoptée\u00a0: abstention de member-2 de Tiznit.', tally: { for: 7, abstentions: 1, against: 0, notCast: 0 } });
    expect(ballot!.outcome!.reasons).toMatchObject([{ kind: 'ABSTENTION', seat: { id: ours.seats.get('ma-member-2') }, source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q3' } }]);
    expect((await seen(ours, 'ma-president', { meetingId, decisionId, language: 'ar' })).ballots[0]!.outcome!.sentence).toContain('member-2 Tiznit');
    const second = await ballotOn(ours, decisionId);
    await everybodyVotes(second);
    expect(await valueOf(close(second))).toMatchObject({ adopted: true });
    const decision = await seen(ours, 'fr-member-1', { meetingId, decisionId });
    expect(decision).toMatchObject({ state: 'ADOPTED', executoryAt: null, ballots: [{ place: 1 }, { place: 2, outcome: { sentence: 'Adoptée à l’unanimité (8 voix pour).' } }] });
  });

  it('AT-03: where an abstention is neutral, the text is adopted by the votes cast', async () => {
    const meetingId = await openMeeting(neutral);
    const decisionId = await decisionIn(neutral, meetingId);
    const ballot = await ballotOn(neutral, decisionId);
    await everybodyVotes(ballot, { 'ma-member-2': ['ABSTAIN'] });
    expect(await valueOf(close(ballot))).toMatchObject({ adopted: true });
    expect((await seen(neutral, 'fr-president', { meetingId, decisionId })).ballots[0]!.outcome!.sentence).toBe('Adoptée à l’unanimité des suffrages exprimés (1 abstention).');
  });

  it('AT-04: one voice against, or one silence, is not adopted and says whose; only a new decision corrects what was adopted', async () => {
    const meetingId = await openMeeting(ours);
    const against = await decisionIn(ours, meetingId);
    const first = await ballotOn(ours, against);
    await everybodyVotes(first, { 'fr-member-3': ['AGAINST', 'Budget non chiffré'] });
    await valueOf(close(first));
    expect((await seen(ours, 'fr-member-1', { meetingId, decisionId: against })).ballots[0]!.outcome!.sentence).toBe('Non adoptée\u00a0: vote contre de member-3 de Villeneuve-la-Garenne\u00a0: Budget non chiffré.');
    const second = await ballotOn(ours, against);
    await everybodyVotes(second, { 'ma-president': null });
    await valueOf(close(second));
    expect((await seen(ours, 'fr-member-1', { meetingId, decisionId: against })).ballots[1]!.outcome!.sentence).toBe('Non adoptée\u00a0: president de Tiznit n’a pas voté.');
    const third = await ballotOn(ours, against);
    await everybodyVotes(third);
    await valueOf(close(third));
    expect(await refusalOf(given.actions.openBallot.run(await given.as(ours, 'fr-coordinator'), { decisionId: against }))).toMatchObject({ code: 'CORRECTION_NEEDS_NEW_DECISION' });
  });

  it('AT-04: a co-president absent without a delegate breaks the quorum: the meeting does not open, and says who is missing', async () => {
    const coordinator = await given.as(ours, 'fr-coordinator');
    const plan = { partnershipId: ours.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: ours.france, civilDate: '2026-12-05' as CivilDate, time: '10:00', place: 'Mairie' } as const;
    const meetingId = await valueOf(given.actions.schedule.run(coordinator, plan));
    await valueOf(given.actions.convene.run(await given.as(ours, 'fr-president'), { meetingId }));
    await valueOf(given.actions.attendance.run(coordinator, { meetingId, entries: sheet(ours, ['ma-president']) }));
    expect(await refusalOf(given.actions.open.run(coordinator, { meetingId }))).toMatchObject({ code: 'QUORUM_NOT_MET', args: { missing: 'Tiznit' } });
    const meeting = await given.work.read(coordinator, (tx) => given.actions.reader.present(tx, meetingId));
    expect(meeting.quorum).toMatchObject({ met: false, missing: [{ shortName: 'Tiznit' }], source: { reference: 'C5 Q4' } });
  });

  it('AT-04: a co-president who leaves before the ballot opens: the ballot says the quorum is not there', async () => {
    const meetingId = await openMeeting(ours);
    await valueOf(given.actions.attendance.run(await given.as(ours, 'fr-coordinator'), { meetingId, entries: [{ seatId: ours.seats.get('ma-president')!, presence: 'ABSENT' }] }));
    const decisionId = await decisionIn(ours, meetingId);
    const ballot = await ballotOn(ours, decisionId);
    await everybodyVotes(ballot, { 'ma-president': null });
    await valueOf(close(ballot));
    expect((await seen(ours, 'fr-member-1', { meetingId, decisionId })).ballots[0]!.outcome!.sentence).toBe('Non adoptée\u00a0: quorum non atteint\u00a0: personne ne représente la coprésidence de Tiznit.');
  });

  it('says who has voted while the ballot is open, and what only once it is closed', async () => {
    const meetingId = await openMeeting(ours);
    const decisionId = await decisionIn(ours, meetingId);
    const ballot = await ballotOn(ours, decisionId);
    await valueOf(vote('fr-member-1', ballot, ['AGAINST', 'Non chiffré']));
    const [other] = (await seen(ours, 'ma-member-1', { meetingId, decisionId })).ballots;
    expect(other).toMatchObject({ votes: null, myVote: null, cast: 1, expected: 8, voted: [{ id: ours.seats.get('fr-member-1') }] });
    expect(other!.missing).toHaveLength(7);
    expect((await seen(ours, 'fr-member-1', { meetingId, decisionId })).ballots[0]!.myVote).toMatchObject({ choice: 'AGAINST', reason: 'Non chiffré' });
    await valueOf(close(ballot));
    expect((await seen(ours, 'ma-member-1', { meetingId, decisionId })).ballots[0]!.votes).toMatchObject([{ choice: 'AGAINST', seat: { office: 'member-1 de Villeneuve-la-Garenne' } }]);
  });

  it('takes a vote from its own seat only, on the text that is put to the vote, with a reason when against', async () => {
    const meetingId = await openMeeting(ours, ['ma-member-3']);
    const decisionId = await decisionIn(ours, meetingId);
    const ballot = await ballotOn(ours, decisionId);
    const seatId = ours.seats.get('ma-member-1')!;
    expect(await refusalOf(vote('fr-coordinator', ballot))).toMatchObject({ code: 'NOT_ON_ROLL' });
    expect(await refusalOf(vote('ma-member-3', ballot))).toMatchObject({ code: 'NOT_ON_ROLL' });
    expect(await refusalOf(given.actions.cast.run(await given.as(ours, 'fr-member-1'), { ...ballot, choice: 'FOR', seatId }))).toMatchObject({ code: 'NOT_ON_ROLL' });
    expect(await refusalOf(vote('fr-member-1', { ...ballot, textHash: 'f'.repeat(64) }))).toMatchObject({ code: 'VOTED_TEXT_CHANGED' });
    expect(await refusalOf(vote('fr-member-1', ballot, ['AGAINST', ' ']))).toMatchObject({ code: 'AGAINST_NEEDS_REASON' });
    expect(await refusalOf(vote('fr-president', { ...ballot, of: theirs }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await given.owner.query('select from vote where ballot_id = $1', [ballot.ballotId])).toHaveLength(0);
    const abstention = vote('fr-member-1', ballot, ['ABSTAIN']);
    await valueOf(abstention);
    expect(await given.owner.query('select choice from vote where ballot_id = $1', [ballot.ballotId])).toEqual([{ choice: 'ABSTAIN' }]);
  });

  it('keeps the roll of its opening: who arrives later votes in the next ballot', async () => {
    const meetingId = await openMeeting(ours, ['fr-member-2']);
    const decisionId = await decisionIn(ours, meetingId);
    const ballot = await ballotOn(ours, decisionId);
    await valueOf(given.actions.attendance.run(await given.as(ours, 'fr-coordinator'), { meetingId, entries: [{ seatId: ours.seats.get('fr-member-2')!, presence: 'REMOTE' }] }));
    expect(await refusalOf(vote('fr-member-2', ballot))).toMatchObject({ code: 'NOT_ON_ROLL' });
    await valueOf(close(ballot));
    await valueOf(vote('fr-member-2', await ballotOn(ours, decisionId)));
  });

  it('lets a voice change until the ballot closes, and never after', async () => {
    const meetingId = await openMeeting(ours);
    const decisionId = await decisionIn(ours, meetingId);
    const ballot = await ballotOn(ours, decisionId);
    await valueOf(vote('fr-president', ballot, ['ABSTAIN']));
    await valueOf(vote('fr-president', ballot, ['FOR']));
    expect((await given.facts('VoteCast')).at(-1)!.data).toMatchObject({ choice: 'FOR', replacesChoice: 'ABSTAIN' });
    expect(await refusalOf(given.actions.close.run(await given.as(ours, 'fr-coordinator'), { meetingId }))).toMatchObject({ code: 'BALLOT_STILL_OPEN' });
    await valueOf(close(ballot));
    expect(await refusalOf(vote('fr-president', ballot, ['ABSTAIN']))).toMatchObject({ code: 'BALLOT_CLOSED' });
    expect(await refusalOf(close(ballot))).toMatchObject({ code: 'BALLOT_CLOSED' });
    await expect(given.owner.query(`update vote set choice = 'AGAINST' where ballot_id = $1`, [ballot.ballotId])).rejects.toThrow('a closed ballot takes no vote');
  });

  it('votes one text at a time, only in an open meeting', async () => {
    const meetingId = await openMeeting(ours);
    const [one, two] = [await decisionIn(ours, meetingId), await decisionIn(ours, meetingId)];
    const coordinator = await given.as(ours, 'fr-coordinator');
    const ballot = await ballotOn(ours, one);
    expect(await refusalOf(given.actions.openBallot.run(coordinator, { decisionId: two }))).toMatchObject({ code: 'ANOTHER_BALLOT_OPEN' });
    await valueOf(close(ballot));
    await valueOf(given.actions.close.run(coordinator, { meetingId }));
    expect(await refusalOf(given.actions.openBallot.run(coordinator, { decisionId: two }))).toMatchObject({ code: 'CORRECTION_NEEDS_NEW_DECISION' });
    expect(await refusalOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: 'Trop tard', text: 'x' }))).toMatchObject({ code: 'MEETING_NOT_OPEN' });
    expect(await refusalOf(given.actions.openBallot.run(await given.as(ours, 'fr-member-1'), { decisionId: two }))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('may be amended between two ballots: the next one binds to other words', async () => {
    const meetingId = await openMeeting(ours);
    const decisionId = await decisionIn(ours, meetingId);
    const first = await ballotOn(ours, decisionId);
    await valueOf(close(first));
    const second = await ballotOn(ours, decisionId, 'Le comité valide le plan, budget chiffré.');
    expect(second.textHash).not.toBe(first.textHash);
    expect(await refusalOf(vote('fr-member-1', { ...second, textHash: first.textHash }))).toMatchObject({ code: 'VOTED_TEXT_CHANGED' });
    expect((await seen(ours, 'fr-member-1', { meetingId, decisionId })).ballots.map(({ text }) => text)).toEqual(['Le comité valide le plan.', 'Le comité valide le plan, budget chiffré.']);
  });
});

describe('a ballot', () => {
  it('is opened and closed by coordinators and co-presidents of this partnership only', async () => {
    const meetingId = await openMeeting(ours);
    const decisionId = await decisionIn(ours, meetingId);
    const ballot = await ballotOn(ours, decisionId);
    const member = await given.as(ours, 'fr-member-1');
    const stranger = await given.as(theirs, 'fr-president');
    // A member here who coordinates another partnership: the door lets them in, the rule does not.
    const both = { ...member, actor: { ...member.actor!, seats: [...member.actor!.seats, { ...stranger.actor!.seats[0]!, persona: 'COORDINATOR' as const }] } };
    const { openBallot, closeBallot } = given.actions;
    for (const ctx of [member, both]) expect(await refusalOf(closeBallot.run(ctx, { ballotId: ballot.ballotId }))).toMatchObject({ code: 'NOT_ALLOWED', source: 'C4' });
    for (const id of [ballot.ballotId, 'no-id']) expect(await refusalOf(closeBallot.run(stranger, { ballotId: id }))).toMatchObject({ code: 'NOT_FOUND' });
    for (const id of [decisionId, 'no-id']) expect(await refusalOf(openBallot.run(stranger, { decisionId: id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await given.owner.query('select from ballot where id = $1 and closed_at is null', [ballot.ballotId])).toHaveLength(1);
  });
});

describe('a subject of another room', () => {
  const subjectId = '00000000-0000-7000-8000-0000000000c1';

  it('is frozen by its own room when the ballot opens, and told in the closing’s transaction when adopted', async () => {
    const meetingId = await openMeeting(ours);
    const decisionId = await decisionIn(ours, meetingId, { subjectKind: 'charter', subjectId });
    const coordinator = await given.as(ours, 'fr-coordinator');
    expect(await refusalOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: 'Deux fois', subjectKind: 'charter', subjectId }))).toMatchObject({ code: 'SUBJECT_ALREADY_ON_AGENDA' });
    charter.refusal = refused('NOT_FOUND') as Answer<never>;
    expect(await refusalOf(given.actions.openBallot.run(coordinator, { decisionId }))).toMatchObject({ code: 'NOT_FOUND' });
    charter.refusal = null;
    charter.text = 'La charte, version 2.';
    expect(await refusalOf(given.actions.openBallot.run(coordinator, { decisionId, text: 'Autre chose' }))).toMatchObject({ code: 'TEXT_COMES_FROM_SUBJECT' });
    const ballot = await ballotOn(ours, decisionId);
    charter.text = 'La charte, version 3.';
    expect((await seen(ours, 'fr-member-1', { meetingId, decisionId })).ballots[0]).toMatchObject({ text: 'La charte, version 2.', textHash: ballot.textHash });
    await everybodyVotes(ballot);
    charter.broken = true;
    await expect(close(ballot)).rejects.toThrow('the charter cannot be adopted');
    expect((await seen(ours, 'fr-member-1', { meetingId, decisionId })).state).toBe('OPEN');
    expect(await given.facts('CharterAdopted')).toHaveLength(0);
    charter.broken = false;
    await valueOf(close(ballot));
    expect((await given.facts('CharterAdopted')).map((fact) => fact.data)).toEqual([{ decisionId }]);
  });

  it('is told nothing when it is not adopted', async () => {
    const meetingId = await openMeeting(ours);
    const decisionId = await decisionIn(ours, meetingId, { subjectKind: 'charter', subjectId: '00000000-0000-7000-8000-0000000000c2' });
    const before = (await given.facts('CharterAdopted')).length;
    await valueOf(close(await ballotOn(ours, decisionId)));
    expect(await given.facts('CharterAdopted')).toHaveLength(before);
  });

  it('must be of a kind some room decides on', async () => {
    const meetingId = await openMeeting(ours);
    const coordinator = await given.as(ours, 'fr-coordinator');
    expect(await refusalOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: 'x', subjectKind: 'weather', subjectId }))).toMatchObject({ code: 'SUBJECT_NOT_DECIDABLE' });
    expect(await refusalOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: ' ', text: 'x' }))).toMatchObject({ code: 'DECISION_TEXT_BLANK' });
    const information = await valueOf(given.actions.addAgendaItem.run(coordinator, { meetingId, title: 'Questions diverses' }));
    expect(information.decisionId).toBeNull();
  });
});
