import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isOnPaper, meetingOf, meetingsOfPartnership } from '../../../deliberation/src/store/meeting.store.js';
import { nextTurn } from '../../../deliberation/src/domain/turn.js';
import { AttachToPaperMinutes } from '../../../deliberation/src/actions/attach-to-paper-minutes.js';
import { ConfirmPaperMinutes } from '../../../deliberation/src/actions/confirm-paper-minutes.js';
import { EnterPaperMinutes } from '../../../deliberation/src/actions/enter-paper-minutes.js';
import { NotePaperMinutes } from '../../../deliberation/src/actions/note-paper-minutes.js';
import { MinutesStore } from '../../../deliberation/src/store/minutes.store.js';
import { committeeAt } from '../../../deliberation/src/views/committee.reader.js';
import { PaperDesk } from '../../../deliberation/src/views/paper-minutes.desk.js';
import { personalDuties as ofCommittee } from '../../../deliberation/src/views/personal-duties.js';
import { checked } from '../documents/office.contract.js';
import { historyOf } from '../views/history.reader.js';
import { personalDuties } from '../views/personal-duties.js';
import { planOf } from '../views/plan.reader.js';
import { takeUpOf } from '../views/take-up.reader.js';
import { openWorld, partnershipId, refusal, value, type Who, type World } from '../world.contract.js';
import { ConfirmTakenUpPlan } from './confirm-taken-up-plan.js';
import { ImportPastProjects } from './import-past-projects.js';
import { ReadPlanFile } from './read-plan-file.js';
import { TakeUpPlan } from './take-up-plan.js';
import { WithdrawPastImport } from './withdraw-past-import.js';
import { WithdrawTakeUp } from './withdraw-take-up.js';

/** A picture of one point. */
const scan = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
let world: World;
let fr: string;
let ma: string;
let paperId: string;
beforeAll(async () => {
  world = await openWorld();
  [fr = '', ma = ''] = world.programme.parties.map(({ id }) => id);
});
afterAll(() => world.close());

const desk = () => new PaperDesk(world.zones);
const one = async (sql: string): Promise<Record<string, unknown>> => (await world.owner.query(sql))[0];
/** Everything that what is decided, held or signed would stand in. */
const counted = () => one(`select (select count(*)::int from meeting) as meetings, (select count(*)::int from decision) as decisions, (select count(*)::int from minutes) as minutes,
  (select count(*)::int from ballot) as ballots, (select count(*)::int from signature) as signatures, (select count(*)::int from search_document where kind in ('decision', 'meeting', 'minutes')) as found`);
const content = () => ({
  number: 'PV n° 3', heldOn: '2025-11-20', kind: 'ORDINARY' as const, hostPartyId: ma, place: 'Tiznit',
  decisions: [{ title: 'Plan d’action 2026', result: 'ADOPTED' as const }, { title: 'Adhésion', result: 'NOT_ADOPTED' as const }],
  signatures: [{ partyId: fr, office: 'Maire', signedOn: '2025-12-10' }, { partyId: ma, office: 'Président', signedOn: '2025-11-20' }],
});
const entering = (who: Who) => new EnterPaperMinutes(world.work, world.zones, desk(), new MinutesStore()).run(world.ctx[who], { partnershipId, content: content() });
const paper = () => one(`select state, content_hash, scan_sha256, (select sha256 from attachment where subject_id = paper_minutes.id order by occurred_at desc limit 1) as scan from paper_minutes`);
const confirming = async (who: Who, more: object = {}) => {
  const { content_hash: contentHash, scan: scanSha256 } = await paper();
  const input = { id: paperId, contentHash: String(contentHash), scanSha256: String(scanSha256), ...more };
  return new ConfirmPaperMinutes(world.work, world.zones, desk(), new MinutesStore()).run(world.ctx[who], input);
};

describe('a PV signed on paper', () => {
  const owed = async () => Promise.all((['frCoordinator', 'maCoordinator', 'maTechnician'] as const).map((who) =>
    world.work.read(world.ctx[who], async (tx) => (await ofCommittee(tx, world.ctx[who].actor!, world.zones)).filter(({ kind }) => kind === 'CONFIRM_PAPER_MINUTES').map(({ href }) => href))));

  it('entered, counts nowhere', async () => {
    const before = await counted();
    expect((await refusal(entering('frTechnician'))).code).toBe('NOT_ALLOWED');
    paperId = await value(entering('frCoordinator'));
    expect(await counted()).toEqual(before);
    expect((await refusal(entering('maCoordinator'))).code).toBe('PAPER_NUMBER_TAKEN');
    expect(await owed()).toEqual([[], [], []]);
  });

  it('is confirmed by nobody of its own side, nor without its scan; the tables hold it too', async () => {
    expect((await refusal(confirming('maCoordinator'))).code).toBe('PAPER_NEEDS_SCAN');
    const attach = new AttachToPaperMinutes(world.work, desk());
    expect((await refusal(attach.run(world.ctx.maCoordinator, { paperId, file: await checked('pv.png', scan) }))).code).toBe('PAPER_BY_ITS_SIDE');
    await value(attach.run(world.ctx.frCoordinator, { paperId, file: await checked('pv.png', scan) }));
    expect((await refusal(confirming('frCoordinator'))).code).toBe('PAPER_BY_OTHER');
    expect((await refusal(confirming('maCoordinator', { contentHash: 'what she did not read' }))).code).toBe('PAPER_CHANGED');
    expect(await owed()).toEqual([[], [`/joining/minutes/${paperId}`], []]);
    const alone = `update paper_minutes set state = 'CONFIRMED', confirmed_at = now(), confirmed_party = entered_party, confirmed_by = entered_by, scan_id = id, scan_sha256 = 'x'`;
    await expect(world.owner.query(alone)).rejects.toThrow('paper_minutes_by_two');
  });

  it('confirmed, counts as the paper it is: no ballot, no signature of ours, executory on its own day', async () => {
    const before = await counted();
    await value(confirming('maCoordinator'));
    expect(await owed()).toEqual([[], [], []]);
    const after = await counted();
    expect(after).toEqual({ ...before, meetings: Number(before['meetings']) + 1, decisions: Number(before['decisions']) + 2, minutes: Number(before['minutes']) + 1, found: Number(before['found']) + 4 });
    expect(await one(`select executory_at, finalised_at, state from minutes where id = '${paperId}'`)).toEqual({ executory_at: new Date('2025-12-10T11:00:00Z'), finalised_at: null, state: 'EXECUTORY' });
    await expect(world.owner.query(`update paper_minutes set place = 'ailleurs'`)).rejects.toThrow('never changes');
    await value(new NotePaperMinutes(world.work, world.zones, desk()).run(world.ctx.frCoordinator, { id: paperId, words: 'Le lieu se lit « salle des fêtes ».' }));
    const told = await world.owner.query(`select distinct kind from outbox where subject_id = $1`, [paperId]);
    expect(told.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['PaperMinutesConfirmed', 'PaperMinutesEntered', 'PaperMinutesNoted', 'PaperScanAttached']);
  });

  it('gives the turn to the other country, and is no meeting nor PV of ours', async () => {
    await world.work.read(world.ctx.frCoordinator, async (tx) => {
      const committee = await committeeAt(tx, partnershipId, { instant: tx.now(), zones: world.zones });
      const rows = await meetingsOfPartnership(tx, partnershipId);
      expect(nextTurn(committee.parties, rows.map((row) => meetingOf(row, world.zones))).hostPartyId).toBe(fr);
      expect(rows.map(isOnPaper)).toEqual([true]);
      expect(await new MinutesStore().ofPartnership(tx, partnershipId)).toEqual([]);
      expect(await new MinutesStore().find(tx, paperId)).toBeNull();
    });
  });
});

describe('a plan under way', () => {
  const sheetIds: string[] = [];
  let decisions: { id: string }[];
  let waiting: string;
  const take = (who: Who, place: number) => new TakeUpPlan(world.work, world.zones).run(world.ctx[who], { partnershipId, year: 2026, decisionId: decisions[place]!.id, sheetIds });
  const confirm = (who: Who) => new ConfirmTakenUpPlan(world.work, world.zones).run(world.ctx[who], { id: waiting });
  const withdraw = (who: Who) => new WithdrawTakeUp(world.work, world.zones).run(world.ctx[who], { id: waiting });
  const made = () => one(`select (select count(*)::int from action_plan) as plans, (select count(*)::int from planned_action) as planned, (select count(*)::int from followed_action) as followed,
    (select count(*)::int from project_sheet where state = 'ADOPTED') as adopted`);
  const duties = (who: Who) => world.work.read(world.ctx[who], async (tx) => (await personalDuties(tx, world.ctx[who].actor!, world.zones)).filter(({ kind }) => kind === 'CONFIRM_TAKE_UP').map(({ href }) => href));

  it('is proposed with its fiches, which all may read then; it counts nowhere', async () => {
    const { act, ctx } = world;
    for (const title of ['École inclusive', 'Coopérative']) sheetIds.push(await value(act.draft.run(ctx.frTechnician, { partnershipId, year: 2026, kind: 'PROJECT', title })));
    decisions = await world.owner.query(`select id, state from decision order by place`);
    expect((await refusal(take('frTechnician', 0))).code).toBe('PLAN_BY_COORDINATORS');
    expect((await refusal(take('frCoordinator', 1))).code).toBe('NOT_FOUND');
    expect((await refusal(take('maCoordinator', 0))).code).toBe('NOT_FOUND');
    waiting = await value(take('frCoordinator', 0));
    expect(await made()).toEqual({ plans: 0, planned: 0, followed: 0, adopted: 0 });
    expect((await refusal(take('frCoordinator', 0))).code).toBe('TAKE_UP_DECISION_TAKEN');
    const seen = await world.work.read(ctx.maCoordinator, async (tx) => takeUpOf(tx, waiting, world.zones));
    expect(seen).toMatchObject({ viewerMayConfirm: { allowed: true }, viewerMayWithdraw: { allowed: true } });
    expect(seen?.sheets.map(({ title }) => title)).toEqual(['École inclusive', 'Coopérative']);
    expect([await duties('maCoordinator'), await duties('frCoordinator'), await duties('maTechnician')]).toEqual([['/joining/plan/2026'], [], []]);
  });

  it('is confirmed by nobody of its own side, nor by who proposed it; the tables hold it too', async () => {
    expect((await refusal(confirm('frCoordinator'))).code).toBe('TAKE_UP_BY_OTHER');
    expect((await refusal(confirm('maTechnician'))).code).toBe('PLAN_BY_COORDINATORS');
    const alone = (party: string, person: string) => `update taken_up_plan set plan_id = id, confirmed_at = now(), confirmed_party = ${party}, confirmed_person = ${person}`;
    const others = '(select id from person where id <> taken_up_plan.person_id limit 1)';
    await expect(world.owner.query(alone('party_id', others))).rejects.toThrow('taken_up_plan_by_two');
    await expect(world.owner.query(alone(`'${ma}'`, 'person_id'))).rejects.toThrow('taken_up_plan_by_two');
    await expect(world.owner.query('update taken_up_plan set confirmed_at = now()')).rejects.toThrow('taken_up_plan_confirmed_whole');
    await expect(world.owner.query(`update taken_up_plan set sheets = '[{}]'`)).rejects.toThrow('never changes');
    await expect(world.owner.query('delete from taken_up_plan')).rejects.toThrow();
  });

  it('is not confirmed once a fiche has changed: taken back, it is proposed again', async () => {
    const { act, ctx } = world;
    const [changed = ''] = sheetIds;
    await value(act.edit.run(ctx.frTechnician, { sheetId: changed, expectedVersion: 1, title: 'École ouverte' }));
    expect(await refusal(confirm('maCoordinator'))).toMatchObject({ code: 'TAKE_UP_SHEET_CHANGED', args: { title: 'École ouverte' } });
    await value(withdraw('maCoordinator'));
    expect((await refusal(confirm('maCoordinator'))).args).toEqual({ state: 'WITHDRAWN' });
    expect(await duties('maCoordinator')).toEqual([]);
    waiting = await value(take('frCoordinator', 0));
    expect(await made()).toEqual({ plans: 0, planned: 0, followed: 0, adopted: 0 });
  });

  it('confirmed, enters adopted and executory by the paper, with its actions to follow, once', async () => {
    const { act, ctx, work } = world;
    const planId = await value(confirm('maCoordinator'));
    const plan = await work.read(ctx.maCoordinator, (tx) => planOf(tx, planId));
    expect(plan).toMatchObject({ state: 'ADOPTED', colour: 'GREEN', onTime: true, validations: [] });
    expect(plan?.executoryAt).toEqual(new Date('2025-12-10T11:00:00Z'));
    expect(plan?.actions.map(({ sheet }) => [sheet.title, sheet.state])).toEqual([['École ouverte', 'ADOPTED'], ['Coopérative', 'ADOPTED']]);
    expect(await made()).toEqual({ plans: 1, planned: 2, followed: 2, adopted: 2 });
    expect((await refusal(confirm('maCoordinator'))).args).toEqual({ state: 'CONFIRMED' });
    expect((await refusal(withdraw('frCoordinator'))).code).toBe('TAKE_UP_SETTLED');
    await expect(world.owner.query('update taken_up_plan set withdrawn_at = now()')).rejects.toThrow('never changes');
    expect((await refusal(take('frCoordinator', 0))).code).toBe('PLAN_ALREADY_OPEN');
    await value(act.open.run(ctx.maCoordinator, { partnershipId, year: 2027 }));
  });
});

const forty = (line: (index: number) => string): string => ['Titre;Début;Fin;Lieu;Domaine;Montant;Devise;Source', ...Array.from({ length: 40 }, (_, index) => line(index))].join('\r\n');
const past = forty((index) => `Réseau d'eau n° ${index + 1};${2004 + (index % 20)};;Tulkarem;Eau et assainissement;1 ${200 + index},50;EUR;Rapport ${2004 + index}`);

describe('past projects', () => {
  const taking = async (text: Buffer) => {
    const table = await value(new ReadPlanFile().run(await checked('projets.csv', text)));
    return new ImportPastProjects(world.work).run(world.ctx.frCoordinator, { partnershipId, table, fileName: 'projets.csv' });
  };
  const held = async () => Number((await one('select count(*)::int as count from past_project'))['count']);
  const history = () => world.work.read(world.ctx.maTechnician, (tx) => historyOf(tx, partnershipId, world.zones));

  it('of a file with one bad line, none enters', async () => {
    expect(await refusal(taking(Buffer.from(past.replace(';2010;;', ';vers 2010;;'))))).toMatchObject({ code: 'TABLE_HAS_FAULTS', args: { line: '8', column: 'Début' } });
    expect(await held()).toBe(0);
  });

  it('of forty lines in Windows letters, all enter in one act; sent again, nothing does', async () => {
    expect(await value(taking(Buffer.from(past, 'latin1')))).toBe('40');
    expect((await refusal(taking(Buffer.from(past)))).args).toMatchObject({ count: 1 });
    expect(await held()).toBe(40);
    const thread = await history();
    expect(thread?.pastProjects).toBe(40);
    expect(thread?.years.map(({ year }) => year)).toEqual([2025, ...Array.from({ length: 20 }, (_, index) => 2023 - index)]);
    expect(thread?.years.flatMap(({ moments }) => moments).filter(({ kind }) => kind !== 'PAST_PROJECT').map(({ kind, takenUp }) => [kind, takenUp])).toEqual([['PAPER_MINUTES', true], ['PLAN', true], ['AGREEMENT', false]]);
    expect(await one(`select count(*)::int as count from search_document where kind = 'pastProject' and title <> ''`)).toEqual({ count: 40 });
  });

  it('are taken back whole, by the side that took them', async () => {
    const { id } = await one('select id from past_import');
    const withdraw = (who: Who) => new WithdrawPastImport(world.work).run(world.ctx[who], { importId: String(id) });
    expect((await refusal(withdraw('maCoordinator'))).code).toBe('PAST_IMPORT_OF_ANOTHER');
    await value(withdraw('frCoordinator'));
    expect((await history())?.pastProjects).toBe(0);
    expect(await one(`select count(*)::int as count from search_document where kind = 'pastProject' and title <> ''`)).toEqual({ count: 0 });
    expect((await refusal(withdraw('frCoordinator'))).code).toBe('PAST_IMPORT_WITHDRAWN');
  });
});
