import { randomUUID } from 'node:crypto';
import { accessSql, databaseOf, partnershipRow, PostgresWork, SystemClock, UuidIds, type Ctx, type Work } from '#platform';
import pg from 'pg';

/** The partnership every request of the bench reads. */
export const partnershipId = '018f0000-0000-7000-8000-000000000001';
const plans = 50;
const actionsPerPlan = 8;

const tables = `
  create table bench_person (partnership_id uuid, id uuid, name text not null, office text not null, primary key (partnership_id, id));
  create table bench_plan (partnership_id uuid, id uuid, year int not null, title text not null, status text not null, due_on date not null, primary key (partnership_id, id));
  create table bench_action (partnership_id uuid, id uuid, plan_id uuid not null, lead_id uuid not null, number int not null, title text not null,
    axis text not null, target int not null, amount_minor bigint not null, primary key (partnership_id, id));
  create index bench_action_plan on bench_action (partnership_id, plan_id);`;

/** Three tables under row-level security as the house writes it, twenty partnerships, of which one is read. */
export async function layGround(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(tables);
    for (const table of ['bench_person', 'bench_plan', 'bench_action']) {
      for (const statement of accessSql({ table, read: partnershipRow, app: [] })) await owner.query(statement);
    }
    for (let other = 0; other < 20; other += 1) await fill(owner, other === 0 ? partnershipId : randomUUID());
    await owner.query('analyze');
  } finally {
    await owner.end();
  }
}

async function fill(owner: pg.Client, partnership: string): Promise<void> {
  await owner.query(`insert into bench_person select $1, gen_random_uuid(), 'Personne ' || n, 'Chargée de coopération, service ' || n from generate_series(1, 12) n`, [partnership]);
  await owner.query(`insert into bench_plan select $1, gen_random_uuid(), 1976 + n, 'Plan d’action annuel ' || (1976 + n), 'EXECUTORY', make_date(1975 + n, 12, 31) from generate_series(1, ${plans}) n`, [partnership]);
  await owner.query(
    `insert into bench_action select $1, gen_random_uuid(), p.id, (select id from bench_person where partnership_id = $1 order by id offset n % 12 limit 1), n,
       'Action ' || n || ' : formation des agents', 'AXE_' || (1 + n % 6), 30 * n, 1250000 * n
     from bench_plan p, generate_series(1, ${actionsPerPlan}) n where p.partnership_id = $1`,
    [partnership],
  );
}

/** The viewer of the bench: a technician of the partnership. */
export const benchCtx = (): Ctx => ({
  actor: {
    personId: partnershipId,
    sessionId: null,
    seats: [{ seatId: 'seat', partnershipId, partyId: partnershipId, persona: 'TECHNICIAN', votes: false }],
    partnershipIds: [partnershipId],
    partyIds: [partnershipId],
    stepUpAt: null, isAdmin: false,
  },
  language: 'fr',
  requestId: 'bench',
  idempotencyKey: null,
  requestHash: null,
  cookies: null,
  audience: 'MEMBER',
});

/** The house's own unit of work over the bench's database. */
export async function benchWork(appUrl: string): Promise<Work> {
  const clock = new SystemClock();
  const database = await databaseOf(appUrl, [], 10).initialize();
  return new PostgresWork(database, { legal: clock, machine: clock, ids: new UuidIds(clock) });
}

/** The whole answer in one statement: what GraphQL is compared with. */
export const rawAnswer = `
  select json_build_object('data', json_build_object('benchPlans', coalesce(json_agg(json_build_object(
    'id', p.id, 'year', p.year, 'title', p.title, 'status', p.status, 'dueOn', p.due_on::text,
    'actions', (select json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.title, 'axis', a.axis, 'target', a.target, 'amountMinor', a.amount_minor::text,
        'lead', json_build_object('id', l.id, 'name', l.name, 'office', l.office)) order by a.number)
      from bench_action a join bench_person l on l.partnership_id = a.partnership_id and l.id = a.lead_id
      where a.partnership_id = p.partnership_id and a.plan_id = p.id)) order by p.year), '[]')))::text as answer
  from bench_plan p where p.partnership_id = $1`;

/** The plan board as the web asks for it. */
export const boardQuery = `query Board($partnershipId: ID!) {
  benchPlans(partnershipId: $partnershipId) { id year title status dueOn
    actions { id number title axis target amountMinor lead { id name office } } } }`;
