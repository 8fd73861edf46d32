import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MachineClock } from '#kernel';
import { AgreementModule } from '#agreement';
import { IdentityModule } from '#identity';
import { PartiesModule } from '#parties';
import { databaseOf, GraphqlExecutor, GraphqlFloorModule, MovableLegalClock, Press, SystemClock, TypstPress, type Ctx } from '#platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { MachinesModule } from '../../../apps/api/src/machines.module.js';
import { DeliberationModule } from './deliberation.module.js';
import { entities, GivenCommittee, type GivenPartnership } from './given-committee.contract.js';

@Module({})
class FloorsBelow {}

let given: GivenCommittee;
let house: NestFastifyApplication;
let ours: GivenPartnership;
let theirs: GivenPartnership;
beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 1 });
  theirs = await given.partnership({ members: 1 });
  house = await openFloors();
}, 60_000);
afterAll(async () => {
  await house.close();
  await given.close();
});

/** This room and those below it, over the real machines of the composition root. */
async function openFloors(): Promise<NestFastifyApplication> {
  const app = await databaseOf(given.database.app, entities, 4).initialize();
  const worker = await databaseOf(given.database.worker, entities, 1).initialize();
  const legalClock = new MovableLegalClock(new SystemClock());
  legalClock.freezeAt(given.clock.now());
  const machines = MachinesModule.with({ app, worker, legalClock, publicUrl: 'http://localhost:3000', secret: 'x'.repeat(32), demo: false, providers: [{ provide: Press, useFactory: () => new TypstPress() }] });
  const imports = [machines, GraphqlFloorModule, IdentityModule, PartiesModule, AgreementModule, DeliberationModule];
  const opened = await NestFactory.create<NestFastifyApplication>({ module: FloorsBelow, imports }, new FastifyAdapter(), { logger: ['error'], abortOnError: false });
  await opened.init();
  const close = opened.close.bind(opened);
  return Object.assign(opened, { close: async () => (await close(), await Promise.all([app.destroy(), worker.destroy()]), undefined) });
}

interface Said {
  readonly data: Record<string, Record<string, never>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function ask(ctx: Ctx, document: string, variables: Record<string, unknown> = {}): Promise<Said> {
  const machineNow = house.get(MachineClock).now();
  const actor = ctx.actor && { ...ctx.actor, stepUpAt: machineNow };
  return JSON.parse(JSON.stringify(await house.get(GraphqlExecutor).execute({ ...ctx, actor }, document, variables as never))) as Said;
}

const refusedWith = '... on Refused { code sentence source { kind reference quote } }';
const mutation = (name: string, success: string): string => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on ${success} ${refusedWith} } }`;

describe('the committee, through the API', () => {
  let meetingId: string;
  let decisionId: string;
  let ballot: { id: string; textHash: string };

  it('says whose turn it is to host, and schedules', async () => {
    const coordinator = await given.as(ours, 'fr-coordinator');
    const host = await ask(coordinator, 'query ($id: ID!) { partnership(id: $id) { nextHost { party { shortName } sentence source { reference quote } viewerMaySchedule { allowed } } } }', { id: ours.id });
    expect(host).toMatchObject({ data: { partnership: { nextHost: { party: { shortName: 'Villeneuve-la-Garenne' }, source: { reference: 'Art. 5' }, viewerMaySchedule: { allowed: true } } } } });
    const input = { partnershipId: ours.id, kind: 'ORDINARY', mode: 'HYBRID', civilDate: '2026-12-04', time: '10:00', place: 'Hôtel de ville' };
    const said = await ask(coordinator, mutation('scheduleMeeting', 'Meeting { id state startsAt localTimes { party { shortName } civilDate time } viewerMay { convene { allowed refusal { code } } open { allowed refusal { code } } } }'), { input });
    expect(said).toMatchObject({ data: { scheduleMeeting: { state: 'SCHEDULED', startsAt: '2026-12-04T09:00:00.000Z', viewerMay: { convene: { allowed: false, refusal: { code: 'CONVENER_NOT_REPRESENTATIVE' } }, open: { allowed: false } } } } });
    meetingId = said.data!['scheduleMeeting']!['id']!;
  });

  it('AT-05: quotes Art. 5 to the guest, in French and in Arabic, and lets the host’s president convene', async () => {
    const french = await ask(await given.as(ours, 'ma-coordinator'), mutation('conveneMeeting', 'Meeting { id }'), { input: { meetingId } });
    expect(french).toMatchObject({ data: { conveneMeeting: { __typename: 'Refused', code: 'CONVENER_NOT_HOST_SIDE', source: { kind: 'ARTICLE', reference: 'Art. 5', quote: 'Le Comité de Pilotage est convoqué par le représentant du pays hôte.' } } } });
    const arabic = await ask(await given.as(ours, 'ma-president', { language: 'ar' }), mutation('conveneMeeting', 'Meeting { id }'), { input: { meetingId } });
    expect(arabic.data!['conveneMeeting']!['sentence']).toMatch(/\p{Script=Arabic}/u);
    expect(await ask(await given.as(ours, 'fr-member-1'), mutation('conveneMeeting', 'Meeting { id }'), { input: { meetingId } })).toMatchObject({ data: { conveneMeeting: { code: 'NOT_ALLOWED' } } });
    const president = await given.as(ours, 'fr-president');
    expect(await ask(president, mutation('conveneMeeting', 'Meeting { state sequence convenedBy { office } }'), { input: { meetingId } })).toMatchObject({
      data: { conveneMeeting: { state: 'CONVENED', sequence: 1, convenedBy: { office: 'president de Villeneuve-la-Garenne' } } },
    });
  });

  it('takes attendance, opens, and puts a text to the vote', async () => {
    const coordinator = await given.as(ours, 'fr-coordinator');
    const entries = [...ours.seats].filter(([key]) => !key.endsWith('coordinator')).map(([, seatId]) => ({ seatId, presence: 'PRESENT' }));
    expect(await ask(coordinator, mutation('recordAttendance', 'Meeting { quorum { met } attendance { seat { office } presence } }'), { input: { meetingId, entries } })).toMatchObject({ data: { recordAttendance: { quorum: { met: true } } } });
    expect(await ask(coordinator, mutation('openMeeting', 'Meeting { state }'), { input: { meetingId } })).toMatchObject({ data: { openMeeting: { state: 'OPEN' } } });
    const item = await ask(coordinator, mutation('addAgendaItem', 'Meeting { agenda { title decision { id state } } decisions { id } }'), { input: { meetingId, title: 'Plan 2027', text: 'Le comité valide le plan.' } });
    expect(item).toMatchObject({ data: { addAgendaItem: { agenda: [{ title: 'Plan 2027', decision: { state: 'ON_AGENDA' } }] } } });
    decisionId = (item.data!['addAgendaItem']!['decisions']! as { id: string }[])[0]!.id;
    const opened = await ask(coordinator, mutation('openBallot', 'Decision { ballots { id textHash expected cast missing { office } votes { choice } } viewerMay { vote { allowed refusal { code } } closeBallot { allowed } openBallot { allowed } } }'), { input: { decisionId } });
    expect(opened).toMatchObject({ data: { openBallot: { ballots: [{ expected: 4, cast: 0, votes: null }], viewerMay: { vote: { allowed: false, refusal: { code: 'NOT_ON_ROLL' } }, closeBallot: { allowed: true }, openBallot: { allowed: false } } } } });
    ballot = (opened.data!['openBallot']!['ballots']! as (typeof ballot)[])[0]!;
  });

  it('shows who has voted and not what, then the verdict with its reason', async () => {
    const input = { ballotId: ballot.id, textHash: ballot.textHash, choice: 'FOR' };
    for (const key of ['fr-president', 'fr-member-1', 'ma-president']) {
      expect(await ask(await given.as(ours, key), mutation('castVote', 'Ballot { myVote { choice } votes { choice } }'), { input })).toMatchObject({ data: { castVote: { myVote: { choice: 'FOR' }, votes: null } } });
    }
    await ask(await given.as(ours, 'ma-member-1'), mutation('castVote', 'Ballot { id }'), { input: { ...input, choice: 'ABSTAIN' } });
    const other = await ask(await given.as(ours, 'fr-member-1'), 'query ($id: ID!) { meeting(id: $id) { decisions { ballots { voted { office } votes { choice } myVote { choice } } } } }', { id: meetingId });
    expect(JSON.stringify(other)).not.toContain('ABSTAIN');
    const closed = await ask(await given.as(ours, 'ma-coordinator'), mutation('closeBallot', 'Decision { state ballots { outcome { adopted sentence source { reference } reasons { kind sentence source { reference } } } votes { choice seat { office } } } }'), { input: { ballotId: ballot.id } });
    expect(closed).toMatchObject({ data: { closeBallot: { state: 'NOT_ADOPTED', ballots: [{ outcome: { adopted: false, sentence: 'Non adoptée\u00a0: abstention de member-1 de Tiznit.', source: { reference: 'Art. 5' }, reasons: [{ kind: 'ABSTENTION', source: { reference: 'C5 Q3' } }] } }] } } });
    expect(JSON.stringify(closed)).toContain('ABSTAIN');
  });

  it('closes, reads back by date, and tells nothing to strangers and to other partnerships', async () => {
    const coordinator = await given.as(ours, 'fr-coordinator');
    expect(await ask(coordinator, mutation('closeMeeting', 'Meeting { state viewerMay { close { allowed refusal { code } } } }'), { input: { meetingId } })).toMatchObject({ data: { closeMeeting: { state: 'CLOSED', viewerMay: { close: { allowed: false } } } } });
    expect(await ask(coordinator, mutation('recordReading', 'ReadingRecorded { firstReadAt }'), { input: { subjectKind: 'meeting', subjectId: meetingId } })).toMatchObject({ data: { recordReading: { __typename: 'ReadingRecorded' } } });
    expect(await ask(coordinator, 'query ($id: ID!) { meetings(partnershipId: $id) { id } }', { id: ours.id })).toEqual({ data: { meetings: [{ id: meetingId }] } });
    const stranger = await given.as(theirs, 'fr-president');
    expect(await ask(stranger, 'query ($id: ID!, $p: ID!) { meeting(id: $id) { id } meetings(partnershipId: $p) { id } }', { id: meetingId, p: ours.id })).toEqual({ data: { meeting: null, meetings: [] } });
    const nobody = await ask({ ...stranger, actor: null }, 'query ($id: ID!) { meeting(id: $id) { id } }', { id: meetingId });
    expect(nobody.errors?.[0]?.extensions.code).toBe('SIGN_IN_REQUIRED');
    expect(await ask(coordinator, '{ meeting(id: "not an id") { id } }')).toEqual({ data: { meeting: null } });
  });
});
