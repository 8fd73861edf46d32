import { openDemoHouse, type DemoHouse } from '../../../test/world/demo-house.js';
import { ctxOf } from '../../../test/world/ctx.js';
import { valueOf } from '../../../test/world/world.js';
import { RecordAgreement, type RuleInput } from '#agreement';
import { RegisterPerson } from '#identity';
import { Zones, type Language } from '#kernel';
import { actorOf, heldSeats, OpenPartnership, type SeatCategory } from '#parties';
import { GraphqlExecutor, Work, type Ctx } from '#platform';
import pg from 'pg';

export const secondId = '00000000-0000-7000-8000-0000000000bb';

export type Side = 'fr' | 'sn';
export type Office = 'president' | 'technician' | 'coordinator';
export type Who = `${Side}-${Office}`;

const offices: readonly (readonly [Office, SeatCategory])[] = [['president', 'CO_PRESIDENT'], ['technician', 'TECHNICIAN'], ['coordinator', 'COORDINATOR']];
const sides = {
  fr: { language: 'fr', territory: { name: 'Rochebelle', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Gard' } },
  sn: { language: 'ar', territory: { name: 'Ndioum', country: 'SN', zone: 'Africa/Dakar', locale: 'fr-SN', currency: 'XOF', hierarchy: 'Saint-Louis' } },
} as const;

/** An agreement that holds no article: three axes, and one deadline that is our default reading and says so. */
const deadline: RuleInput = { key: 'deadline', value: { day: '12-31', inclusive: false, event: 'ADOPTION', zoneRule: 'EARLIEST' }, source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q8' } };
const axis = (kind: 'STRATEGIC' | 'TRANSVERSAL', number: string, title: string) => ({ kind, number, title, titleAr: 'محور', text: '', operations: [] });
const axes = [axis('STRATEGIC', 'I', 'Eau'), axis('STRATEGIC', 'II', 'Lecture'), axis('TRANSVERSAL', 'T1', 'Climat')];

const [sheet, plan] = ['... on ProjectSheet { id version }', '... on ActionPlan { id actionsHash }'];
/** What is asked back of each mutation's success. */
const made: Readonly<Record<string, string>> = {
  draftSheet: sheet, editSheet: sheet, submitSheet: sheet, coValidateSheet: sheet, openPlan: plan, addToPlan: plan, validatePlan: plan, freezePlan: plan,
  scheduleMeeting: '... on Meeting { id }', conveneMeeting: '... on Meeting { id }',
};

export interface Said {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** A refusal as the API says it. */
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly source: { readonly kind: string; readonly reference: string; readonly quote: string | null } | null;
}

/** The demo's house, its partnership of two towns, and beside it another one without any article. */
export interface TwoPartnerships {
  readonly demo: DemoHouse;
  readonly parties: Readonly<Record<Side, string>>;
  ask(who: Who, document: string, given?: { variables?: object; language?: Language }): Promise<Readonly<Record<string, unknown>>>;
  /** One mutation, by its name; its refusal, or what it made. */
  act(who: Who, mutation: string, input: object): Promise<Readonly<Record<string, unknown>>>;
  /** The mails that reached her people, in full. */
  letters(): Promise<string[]>;
  /** Plants a defect, or changes a state, below the API. */
  sql(text: string, values?: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

async function found(demo: DemoHouse): Promise<{ people: ReadonlyMap<Who, string>; parties: Record<Side, string> }> {
  const { app } = demo.house;
  const instance = ctxOf({ partnershipIds: [secondId] }, { audience: 'INSTANCE' });
  const people = new Map<Who, string>();
  for (const side of ['fr', 'sn'] as const) {
    for (const [office] of offices) people.set(`${side}-${office}`, await valueOf(app.get(RegisterPerson).run(instance, { displayName: `${office} ${side}`, mailAddress: `${office}@${side}.example`, language: sides[side].language })));
  }
  const party = (side: Side) => ({
    territory: sides[side].territory,
    organisation: { name: `Commune de ${sides[side].territory.name}`, kind: 'MUNICIPALITY' },
    shortName: sides[side].territory.name,
    presidentTitle: 'Maire',
    presidentTitleAr: 'عمدة',
    seats: offices.map(([office, category]) => ({ category, office, officeAr: office, personId: people.get(`${side}-${office}`) ?? '', from: '2024-01-01' })),
  });
  const { partyIds: [fr = '', sn = ''] } = await valueOf(app.get(OpenPartnership).run(instance, { partnershipId: secondId, name: 'Rochebelle – Ndioum', parties: [party('fr'), party('sn')] }));
  await valueOf(app.get(RecordAgreement).run(instance, { partnershipId: secondId, kind: 'CONVENTION', displayName: 'Convention d’amitié', effectiveOn: '2026-01-10', articles: [], axes, rules: [deadline] }));
  return { people, parties: { fr, sn } };
}

async function ctxFor({ house }: DemoHouse, personId: string, language: Language): Promise<Ctx> {
  const at = { instant: house.legalClock.now(), zones: house.app.get<Zones>(Zones) };
  const seats = await house.app.get(Work).read(ctxOf(null), (tx) => heldSeats(tx, personId, at));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: house.machineNow() }, seats), { language });
}

/** Opens both, on Monday 23 November 2026. */
export async function openTwoPartnerships(): Promise<TwoPartnerships> {
  const demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  const { people, parties } = await found(demo);
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  const ask: TwoPartnerships['ask'] = async (who, document, { variables = {}, language = 'fr' } = {}) => {
    const ctx = await ctxFor(demo, people.get(who) ?? '', language);
    const { data, errors } = (await demo.house.app.get(GraphqlExecutor).execute(ctx, document, variables as never)) as Said;
    if (errors?.length || !data) throw new Error(`${who}: ${errors?.map(({ message }) => message).join('; ')}`);
    return data;
  };
  const act: TwoPartnerships['act'] = async (who, mutation, input) => {
    const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
    const document = `mutation ($input: ${name}Input!) { done: ${mutation}(input: $input) { __typename ${made[mutation]} ... on Refused { code sentence source { kind reference quote } } } }`;
    return (await ask(who, document, { variables: { input } }))['done'] as Readonly<Record<string, unknown>>;
  };
  const letters = async (): Promise<string[]> => {
    await demo.tick();
    const { rows } = await client.query<{ words: string }>(`select subject || E'\\n' || text || E'\\n' || html as words from mailbox_message where to_address ~ '@(fr|sn)\\.example$'`);
    return rows.map(({ words }) => words);
  };
  const close = async (): Promise<void> => {
    await client.end();
    await demo.close();
  };
  return { demo, parties, ask, act, letters, sql: (text, values = []) => client.query(text, [...values]), close };
}
