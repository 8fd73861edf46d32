import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { RestingOnAgreement } from '#agreement';
import { Decidables } from '#deliberation';
import { Zones, type Language } from '#kernel';
import { ContextSource, GraphqlExecutor, GraphqlFloorModule, policyRows, PolicyTable, Work } from '#platform';
import { DetachFromSheet } from '../actions/detach-from-sheet.js';
import { ProgrammeModule } from '../index.js';
import { openWorld, partnershipId, planUntil, sheetUntil, type Who, type World } from '../world.contract.js';
import { PlanView } from './plan.view.js';
import { SheetView } from './sheet.view.js';

/** What the composition root gives this room. */
@Global()
@Module({})
class Ground {
  static of({ work, zones }: World): DynamicModule {
    const providers = [{ provide: Work, useValue: work }, { provide: Zones, useValue: zones }, { provide: ContextSource, useValue: {} }];
    return { module: Ground, providers, exports: [Work, Zones, ContextSource] };
  }
}

/** Only this room is built here, so only its rows are asked for: the house itself refuses a row without its operation. */
const read = /^Query\..*(Sheet|Plan(?!Table)|planBoard)/;
const done = ({ name }: Type<unknown>): string => `Mutation.${name.charAt(0).toLowerCase()}${name.slice(1)}`;

let world: World;
let app: NestFastifyApplication;
beforeAll(async () => {
  world = await openWorld();
  const doors = [...Object.values(world.act).map((action) => action.constructor as Type<unknown>), DetachFromSheet];
  const building = Test.createTestingModule({ imports: [Ground.of(world), GraphqlFloorModule], providers: [...doors, SheetView, PlanView] });
  const rows = policyRows().filter(({ operation }) => read.test(operation) || doors.some((door) => done(door) === operation));
  app = (await building.overrideProvider(PolicyTable).useValue({ rows: () => rows }).compile()).createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
});
afterAll(async () => {
  await app.close();
  await world.close();
});

interface Answered {
  readonly data?: Record<string, Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}
const ask = async (who: Who, document: string, { variables = {}, language = 'fr' }: { variables?: object; language?: Language } = {}): Promise<Answered> =>
  (await app.get(GraphqlExecutor).execute({ ...world.ctx[who], language }, document, variables as never)) as Answered;

describe('the programme through GraphQL', () => {
  it('tells why not by the rule the action applies, with its source, in the reader’s language', async () => {
    const id = await sheetUntil(world, 'DRAFT');
    const look = `query ($id: ID!) { projectSheet(id: $id) { title missing { field sentence source { reference quote } } viewerMay { edit { allowed } submit { allowed refusal { code sentence source { reference quote } } } coValidate { allowed refusal { code sentence } } } } }`;
    const { data } = await ask('frTechnician', look, { variables: { id } });
    const missing = data?.['projectSheet']?.['missing'] as { field: string }[];
    expect(missing.map(({ field }) => field)).toEqual(['context', 'objectives', 'methods', 'responsibles', 'transversal', 'startsOn', 'endsOn']);
    const may = data?.['projectSheet']?.['viewerMay'] as Record<string, { allowed: boolean; refusal?: { code: string; sentence: string; source: { quote: string } } }>;
    expect(may['edit']).toEqual({ allowed: true });
    expect(may['submit']).toMatchObject({ allowed: false, refusal: { code: 'SHEET_INCOMPLETE', source: { reference: 'Annexe I, Évaluation' } } });
    expect(may['submit']?.refusal?.sentence).toContain('Il manque\u00a0: · le contexte · les objectifs · la méthode de collecte d’un indicateur · la personne responsable');
    const submit = `mutation ($id: ID!) { submitSheet(input: { sheetId: $id }) { ... on Refused { code sentence } } }`;
    const refusedBoth = await ask('frTechnician', submit, { variables: { id } });
    expect(refusedBoth.data?.['submitSheet']).toEqual({ code: 'SHEET_INCOMPLETE', sentence: may['submit']?.refusal?.sentence });
    expect((await ask('frTechnician', submit, { variables: { id }, language: 'ar' })).data?.['submitSheet']?.['sentence']).toContain('السياق');
  });

  it('drafts, saves and shows a sheet; a date that does not exist and a foreign id are refused, never a stack', async () => {
    const drafted = await ask('frTechnician', `mutation ($p: ID!) { draftSheet(input: { partnershipId: $p, year: 2027, kind: MISSION, title: "Mission" }) { __typename ... on ProjectSheet { id version kind } } }`, { variables: { p: partnershipId } });
    expect(drafted.data?.['draftSheet']).toMatchObject({ __typename: 'ProjectSheet', version: 1, kind: 'MISSION' });
    const id = drafted.data?.['draftSheet']?.['id'];
    const save = `mutation ($id: ID!, $start: CivilDate, $budget: [BudgetLineInput!]) { editSheet(input: { sheetId: $id, expectedVersion: 1, startsOn: $start, budget: $budget }) { ... on ProjectSheet { version startsOn budgetTotals { currency amountMinor } } ... on Refused { code } } }`;
    const budget = [{ label: 'Billets', amountMinor: '26400000000', currency: 'MAD' }];
    expect((await ask('frTechnician', save, { variables: { id, start: '2027-02-29', budget } })).errors?.[0]?.extensions['code']).toBe('NO_SUCH_DATE');
    expect((await ask('frTechnician', save, { variables: { id, start: '2027-02-28', budget } })).data?.['editSheet']).toEqual({ version: 2, startsOn: '2027-02-28', budgetTotals: [{ currency: 'MAD', amountMinor: '26400000000' }] });
    for (const foreign of ['abc', '00000000-0000-7000-8000-00000000dead']) {
      expect((await ask('maTechnician', save, { variables: { id: foreign, start: null } })).data?.['editSheet']).toEqual({ code: 'NOT_FOUND' });
      expect((await ask('maTechnician', `query ($id: ID!) { projectSheet(id: $id) { id } actionPlan(id: $id) { id } actionPlans(partnershipId: $id) { id } planBoard(partnershipId: $id, year: 2027) { year } projectSheets(partnershipId: $id, year: 2027) { id } }`, { variables: { id: foreign } })).data)
        .toEqual({ projectSheet: null, actionPlan: null, actionPlans: [], planBoard: null, projectSheets: [] });
    }
    expect((await ask('maTechnician', save, { variables: { id, start: null } })).data?.['editSheet']).toEqual({ code: 'NOT_FOUND' });
  });

  it('shuts each door to whom its row does not name (a row too wide would be seen)', async () => {
    const denied = async (who: Who, body: string) => Object.values((await ask(who, `mutation { ${body} { ... on Refused { code } } }`)).data ?? {})[0]?.['code'];
    const sheet = '(input: { sheetId: "x" })';
    const plan = '(input: { planId: "x" })';
    const both = '(input: { planId: "x", sheetId: "y" })';
    const bySheet = [`submitSheet${sheet}`, `withdrawSheet${sheet}`, 'coValidateSheet(input: { sheetId: "x", version: 1 })', 'returnSheet(input: { sheetId: "x", reason: "y" })', 'editSheet(input: { sheetId: "x", expectedVersion: 1 })', `draftSheet(input: { partnershipId: "${partnershipId}", year: 2027, kind: PROJECT })`];
    const byPlan = [`addToPlan${both}`, `removeFromPlan${both}`, `validatePlan${plan}`, `freezePlan${plan}`, `reopenPlan${plan}`, `openPlan(input: { partnershipId: "${partnershipId}", year: 2027 })`];
    for (const body of [...bySheet, ...byPlan]) expect([body, await denied('frElected', body)]).toEqual([body, 'NOT_ALLOWED']);
    for (const body of byPlan) expect([body, await denied('frTechnician', body)]).toEqual([body, 'NOT_ALLOWED']);
  });

  it('serves the whole board in one request, and the plan’s own answers', async () => {
    const { planId } = await planUntil(world, 'COMPOSED');
    const { data, errors } = await ask('maCoordinator', `query ($p: ID!) { planBoard(partnershipId: $p, year: 2027) {
      year colour colourSentence deadline { day lastDay closesAt daysLeft workingDaysLeft sentence source { reference quote } }
      columns { state title sheets { id title state axis { number } viewerMay { coValidate { allowed } } } }
      coverage { axis { number title } covered leads uncovered sentence } blockers { code sentence href subjectKind subjectId } totals { currency amountMinor }
      plan { id version state actionsHash validations { party { shortName } person { displayName } validatedAt } actions { place sheet { id lead { number } } } viewerMay { addSheet { allowed } validate { allowed } freeze { allowed refusal { code sentence } } reopen { allowed } } } } }`, { variables: { p: partnershipId } });
    expect(errors).toBeUndefined();
    expect(data?.['planBoard']).toMatchObject({ colour: 'RED', plan: { id: planId, state: 'DRAFT', viewerMay: { addSheet: { allowed: true }, validate: { allowed: true }, freeze: { allowed: false, refusal: { code: 'PLAN_STATE_FORBIDS' } }, reopen: { allowed: false } } } });
    const hash = (data?.['planBoard']?.['plan'] as { actionsHash: string }).actionsHash;
    const validated = await ask('maCoordinator', `mutation ($id: ID!, $hash: String) { validatePlan(input: { planId: $id, actionsHash: $hash }) { ... on ActionPlan { state validations { party { shortName } } } ... on Refused { code } } }`, { variables: { id: planId, hash } });
    expect(validated.data?.['validatePlan']).toEqual({ state: 'DRAFT', validations: [{ party: { shortName: 'Tiznit' } }] });
  });

  it('is known to the committee as something it can decide on', () => {
    const decidables = new Decidables();
    new ProgrammeModule(decidables, world.act.decide, new RestingOnAgreement()).onModuleInit();
    expect(decidables.of('actionPlan')).toBe(world.act.decide);
  });
});
