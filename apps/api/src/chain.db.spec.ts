import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { canonicalJson, type Json } from '#kernel';
import { boardQuery } from '../../../test/bench/ground.js';
import { listenIn, statementsDuring } from '../../../test/bench/listen-in.js';
import { multiply } from '../../../test/bench/many.js';
import { openDemoHouse, type Client, type DemoHouse } from '../../../test/world/demo-house.js';

/** The whole chain, through GraphQL over HTTP, by persona, on the demo as it stands on Monday 23 November 2026. */
let demo: DemoHouse;
const people: Record<string, Client> = {};
const as = async (persona: string): Promise<Client> => (people[persona] ??= await demo.as(persona));
let partnershipId: string;
let parties: { id: string; shortName: string }[];
let plan: { id: string };
let meetingId: string;

const members = ['maire', 'adjointe', 'conseiller', 'technicienne', 'technicien', 'president', 'vice-presidente', 'conseillere', 'homologue', 'technicien-tiznit'];
const partyId = (name: string): string => parties.find(({ shortName }) => shortName === name)!.id;

beforeAll(async () => {
  listenIn();
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  const { viewer } = await (await as('coordinateur')).ask<{ viewer: { seats: { partnership: { id: string; parties: typeof parties } }[] } }>('{ viewer { seats { partnership { id parties { id shortName } } } } }');
  ({ id: partnershipId, parties } = viewer.seats[0]!.partnership);
  expect(await (await as('maire')).act('correctMyData', { displayName: 'Claude Petain', language: 'fr' })).toMatchObject({ __typename: 'MyDataCorrected' });
}, 60_000);
afterAll(() => demo.close());

describe('the house', () => {
  it('answers a stranger over HTTP, and shows nothing', async () => {
    const query = '{ viewer { person { id } } }';
    const response = await fetch(`${demo.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    expect(await response.json()).toEqual({ data: { viewer: null } });
  });
});

describe('the chain, from a fiche to an executory plan', () => {
  it('a technician drafts a fiche from piste 1.1.1: 90 + 30 = 120', async () => {
    const technicienne = await as('technicienne');
    const axesOf = '($id: ID!) { partnership(id: $id) { agreement { axes { id kind number operations { leads { id number } } } } } }';
    const { partnership } = await technicienne.ask<{ partnership: { agreement: { axes: { id: string; kind: string; operations: { leads: { id: string; number: string }[] }[] }[] } } }>(`query${axesOf}`, { id: partnershipId });
    const { axes } = partnership.agreement;
    const lead = axes.flatMap(({ operations }) => operations.flatMap(({ leads }) => leads)).find(({ number }) => number === '1.1.1')!;
    const sheet = await technicienne.act<{ id: string; version: number; indicators: { total: number; targets: { people: number }[] }[] }>(
      'draftSheet', { partnershipId, year: 2027, kind: 'PROJECT', actionLeadId: lead.id }, 'id version indicators { total targets { people } }');
    expect(sheet.indicators[0]).toMatchObject({ total: 120, targets: [{ people: 90 }, { people: 30 }] });
    const incomplete = await technicienne.act('submitSheet', { sheetId: sheet.id });
    expect(incomplete).toMatchObject({ __typename: 'Refused', code: 'SHEET_INCOMPLETE' });
    const transversal = axes.filter(({ kind }) => kind === 'TRANSVERSAL').map(({ id }) => ({ axisId: id, text: 'Répondu dans la fiche.' }));
    const edited = await technicienne.act<{ version: number }>('editSheet', {
      sheetId: sheet.id, expectedVersion: sheet.version, sections: { context: 'Peu de jeunes en situation de handicap accèdent à l’emploi.', objectives: 'Accompagner 120 personnes.' },
      transversalAnswers: transversal, startsOn: '2027-02-01', endsOn: '2027-12-15',
      indicators: [{ label: 'Personnes accompagnées', method: 'Suivi individuel', responsible: 'Service social', targets: [{ partyId: partyId('Tiznit'), people: 90 }, { partyId: partyId('Villeneuve-la-Garenne'), people: 30 }], total: 120 }],
      budget: [{ label: 'Accompagnement', partyId: partyId('Villeneuve-la-Garenne'), kind: 'CASH', amountMinor: '2500000', currency: 'EUR' }],
    }, 'version');
    expect(edited.version).toBeGreaterThan(sheet.version);
    const submitted = await technicienne.act<{ __typename: string; state: string; version: number }>('submitSheet', { sheetId: sheet.id }, 'state version');
    expect(submitted).toMatchObject({ __typename: 'ProjectSheet', state: 'SUBMITTED' });
    const validated = await (await as('homologue')).act<{ state: string }>('coValidateSheet', { sheetId: sheet.id, version: submitted.version }, 'state');
    expect(validated.state).toBe('CO_VALIDATED');
    const board = await (await as('coordinateur')).ask<{ planBoard: { plan: { id: string } } }>('query($id: ID!) { planBoard(partnershipId: $id, year: 2027) { plan { id } } }', { id: partnershipId });
    plan = board.planBoard.plan;
    expect(await (await as('coordinateur')).act('addToPlan', { planId: plan.id, sheetId: sheet.id })).toMatchObject({ __typename: 'ActionPlan' });
  });

  it('both coordinators assemble and freeze the plan', async () => {
    expect(await (await as('coordinateur')).act('validatePlan', { planId: plan.id })).toMatchObject({ __typename: 'ActionPlan' });
    expect(await (await as('coordinateur')).act('freezePlan', { planId: plan.id })).toMatchObject({ __typename: 'Refused' });
    expect(await (await as('coordinatrice')).act('validatePlan', { planId: plan.id })).toMatchObject({ __typename: 'ActionPlan' });
    expect(await (await as('coordinatrice')).act<{ state: string }>('freezePlan', { planId: plan.id }, 'state')).toMatchObject({ state: 'FROZEN' });
  });

  it('AT-05: the guest side is refused, Art. 5 quoted; the host’s president convenes; members receive the convocation with its .ics', async () => {
    const { meetings } = await (await as('coordinateur')).ask<{ meetings: { id: string; state: string }[] }>('query($id: ID!) { meetings(partnershipId: $id) { id state } }', { id: partnershipId });
    meetingId = meetings.find(({ state }) => state === 'SCHEDULED')!.id;
    const refused = await (await as('president')).act('conveneMeeting', { meetingId });
    expect(refused).toMatchObject({ __typename: 'Refused', source: { reference: 'Art. 5', quote: 'Le Comité de Pilotage est convoqué par le représentant du pays hôte.' } });
    expect(await (await as('maire')).act('conveneMeeting', { meetingId })).toMatchObject({ __typename: 'Meeting' });
    await demo.tick();
    const { mailbox } = await (await as('maire')).ask<{ mailbox: { toAddress: string; language: string; deliveries: number; attachments: { contentType: string; content: string }[] }[] }>('{ mailbox(first: 500) { toAddress language deliveries attachments { contentType content } } }');
    const convocations = mailbox.filter(({ attachments }) => attachments.some(({ content }) => Buffer.from(content, 'base64').toString().includes(meetingId)));
    expect(new Set(convocations.map(({ toAddress }) => toAddress)).size).toBe(12);
    expect(convocations).toHaveLength(12);
    expect(convocations.find(({ toAddress }) => toAddress.startsWith('president@'))).toMatchObject({ language: 'ar', deliveries: 1 });
  });

  it('AT-03: one abstention and it is not adopted, the reason names it; a second ballot in the same meeting is unanimous', async () => {
    const coordinateur = await as('coordinateur');
    const { meeting } = await coordinateur.ask<{ meeting: { civilDate: string; decisions: { id: string }[] } }>('query($id: ID!) { meeting(id: $id) { civilDate decisions { id } } }', { id: meetingId });
    demo.house.legalClock.run(new Date(`${meeting.civilDate}T13:05:00Z`));
    const { partnership } = await coordinateur.ask<{ partnership: { seats: { id: string; member: boolean }[] } }>('query($id: ID!) { partnership(id: $id) { seats { id member } } }', { id: partnershipId });
    const entries = partnership.seats.filter(({ member }) => member).map(({ id }) => ({ seatId: id, presence: 'PRESENT' }));
    expect(await coordinateur.act('recordAttendance', { meetingId, entries })).toMatchObject({ __typename: 'Meeting' });
    expect(await coordinateur.act('openMeeting', { meetingId })).toMatchObject({ __typename: 'Meeting' });
    const first = await ballot(meeting.decisions[0]!.id, 'conseillere');
    expect(first).toMatchObject({ state: 'NOT_ADOPTED', adopted: false });
    expect(first.sentences.join(' ')).toContain('Conseillère communale');
    const second = await ballot(meeting.decisions[0]!.id, null);
    expect(second).toMatchObject({ state: 'ADOPTED', adopted: true });
    expect(await coordinateur.act('closeMeeting', { meetingId })).toMatchObject({ __typename: 'Meeting' });
  });

  it('AT-01: the mayor signs and nothing is executory; the president signs the same hash: PV and plan are, in time', async () => {
    const coordinateur = await as('coordinateur');
    const minutes = await coordinateur.act<{ id: string; proseVersion: number }>('draftMinutes', { meetingId }, 'id proseVersion');
    await coordinateur.act('editMinutes', { minutesId: minutes.id, expectedVersion: minutes.proseVersion, prose: [{ language: 'fr', discussion: 'Le comité a débattu du plan.' }] });
    await coordinateur.act('reviewMinutes', { minutesId: minutes.id });
    const final = await coordinateur.act<{ id: string; contentHash: string; state: string; number: string }>('finaliseMinutes', { minutesId: minutes.id }, 'id contentHash state number');
    expect(final).toMatchObject({ state: 'FINAL' });
    const sign = async (persona: string, place: string) => (await as(persona)).act<{ state: string; executoryAt: string | null }>('signMinutes', { minutesId: minutes.id, contentHash: final.contentHash, place }, 'state executoryAt');
    expect(await sign('maire', 'Villeneuve-la-Garenne')).toMatchObject({ state: 'PARTIALLY_SIGNED', executoryAt: null });
    expect(await planState()).toMatchObject({ executoryAt: null, colour: 'AMBER' });
    const signed = await sign('president', 'Tiznit');
    expect(signed).toMatchObject({ state: 'EXECUTORY' });
    expect(await planState()).toMatchObject({ executoryAt: signed.executoryAt, onTime: true, colour: 'GREEN' });
  });

  it('AT-09: reminders that were due before stop; one notice per person says it is executory', async () => {
    demo.house.legalClock.run(new Date('2027-01-02T10:00:00Z'));
    await demo.tick();
    const { reminders } = await (await as('coordinateur')).ask<{ reminders: { rule: string; period: string; state: string; recipient: { id: string } | null }[] }>(
      'query($id: ID!) { reminders(partnershipId: $id, first: 500) { rule period state recipient { id } } }', { id: partnershipId });
    const planned = reminders.filter(({ rule, period }) => rule.startsWith('PLAN_') && period === '2027');
    expect(planned.some(({ state }) => state === 'CANCELLED')).toBe(true);
    expect(planned.filter(({ rule, state }) => ['PLAN_J-7', 'PLAN_J-3', 'PLAN_J-1', 'PLAN_J'].includes(rule) && state === 'SENT')).toEqual([]);
    const told = reminders.filter(({ rule, state }) => rule === 'EXECUTORY' && state === 'SENT').map(({ recipient }) => recipient?.id);
    expect(told.length).toBeGreaterThanOrEqual(12);
  });
  it('AT-27: a name corrected after the signature changes no signed hash, text nor paper; `refugie` finds « réfugié·e·s »', async () => {
    const owner = new pg.Client({ connectionString: demo.database.owner });
    await owner.connect();
    const signed = async () => (await owner.query(
      `select version.content, version.content_hash, version.pdfs, signature.content_hash as signed_hash, signature.pdf_sha256, signature.statement, signature.office, person.display_name as name
       from signature join minutes_version version using (partnership_id, minutes_id, version) join person on person.id = signature.person_id
       where signature.partnership_id = $1 order by signature.signed_at, signature.id`, [partnershipId])).rows as { content: Json; content_hash: string; signed_hash: string; name: string }[];
    const before = await signed();
    expect(before.map(({ name }) => name)).toContain('Claude Petain');
    expect(await (await as('maire')).act('correctMyData', { displayName: 'Claude Pelain', language: 'fr' })).toMatchObject({ __typename: 'MyDataCorrected' });
    const after = await signed();
    await owner.end();
    expect(after.map(({ name }) => name)).toContain('Claude Pelain');
    const kept = (rows: typeof before) => rows.map(({ name: _name, ...row }) => row);
    expect(kept(after)).toEqual(kept(before));
    for (const { content, content_hash: hash, signed_hash: under } of after) expect([under, createHash('sha256').update(canonicalJson(content)).digest('hex')]).toEqual([hash, hash]);
    const draft = await (await as('technicienne')).act<{ id: string }>('draftSheet', { partnershipId, year: 2028, kind: 'PROJECT', title: 'Accueil des réfugié·e·s' }, 'id');
    const { search } = await (await as('technicienne')).ask<{ search: { results: { id: string }[] } }>('{ search(text: "refugie") { results { id } } }');
    expect(search.results.map(({ id }) => id)).toContain(draft.id);
  });

  it('asks PostgreSQL as often beside twelve more partnerships as beside none: the plan’s page, and a fiche’s', async () => {
    const technicienne = await as('technicienne');
    const { planBoard } = await technicienne.ask<{ planBoard: { columns: { sheets: { id: string }[] }[] } }>(boardQuery, { partnershipId, year: 2027 });
    const [fiche] = planBoard.columns.flatMap(({ sheets }) => sheets);
    const counted = async (): Promise<number[]> => {
      const plan = await statementsDuring(() => technicienne.ask(boardQuery, { partnershipId, year: 2027 }));
      const sheet = await statementsDuring(() => technicienne.ask(ficheQuery, { id: fiche!.id }));
      return [plan.statements.length, sheet.statements.length];
    };
    const [before, many] = [await counted(), new pg.Client({ connectionString: demo.database.superuser })];
    expect(Math.min(...before)).toBeGreaterThan(5);
    await many.connect();
    await multiply(many, partnershipId, { from: 1, to: 12 });
    expect((await many.query('select count(*)::int as n from project_sheet where title = (select title from project_sheet where id = $1)', [fiche!.id])).rows).toEqual([{ n: 13 }]);
    await many.end();
    expect(await counted()).toEqual(before);
    // Planted: asked twice, it counts twice.
    const twice = await statementsDuring(async () => Promise.all([1, 2].map(() => technicienne.ask(ficheQuery, { id: fiche!.id }))));
    expect(twice.statements).toHaveLength(2 * before[1]!);
  });
});

/** What a fiche's page rests on. */
const ficheQuery = `query($id: ID!) { projectSheet(id: $id) { title budget { label party { id } } budgetTable { rows { name } rates { id } } validations { party { id } person { displayName } } attachments { id } missing { field } viewerMay { edit { allowed } } } sheetComments(sheetId: $id) { comments { id } } }`;

async function planState(): Promise<{ executoryAt: string | null; onTime: boolean; colour: string }> {
  const { planBoard } = await (await as('coordinateur')).ask<{ planBoard: { colour: string; plan: { executoryAt: string | null; onTime: boolean } } }>(
    'query($id: ID!) { planBoard(partnershipId: $id, year: 2027) { colour plan { executoryAt onTime } } }', { id: partnershipId });
  return { ...planBoard.plan, colour: planBoard.colour };
}

/** Opens a ballot, everyone votes for but `abstainer`, closes it; answers what became of the decision. */
async function ballot(decisionId: string, abstainer: string | null): Promise<{ state: string; adopted: boolean; sentences: string[] }> {
  const coordinateur = await as('coordinateur');
  expect(await coordinateur.act('openBallot', { decisionId })).not.toMatchObject({ __typename: 'Refused' });
  const shown = 'query($id: ID!) { meeting(id: $id) { decisions { id state ballots { id textHash closedAt outcome { adopted sentence reasons { sentence } } } } } }';
  type Shown = { meeting: { decisions: { id: string; state: string; ballots: { id: string; textHash: string; closedAt: string | null; outcome: { adopted: boolean; sentence: string; reasons: { sentence: string }[] } | null }[] }[] } };
  const find = async () => (await coordinateur.ask<Shown>(shown, { id: meetingId })).meeting.decisions.find(({ id }) => id === decisionId)!;
  const open = (await find()).ballots.find(({ closedAt }) => closedAt === null)!;
  for (const persona of members) {
    const choice = persona === abstainer ? 'ABSTAIN' : 'FOR';
    expect(await (await as(persona)).act('castVote', { ballotId: open.id, choice, textHash: open.textHash })).not.toMatchObject({ __typename: 'Refused' });
  }
  expect(await coordinateur.act('closeBallot', { ballotId: open.id })).not.toMatchObject({ __typename: 'Refused' });
  const closed = await find();
  const { outcome } = closed.ballots.find(({ id }) => id === open.id)!;
  return { state: closed.state, adopted: outcome!.adopted, sentences: [outcome!.sentence, ...outcome!.reasons.map(({ sentence }) => sentence)] };
}
