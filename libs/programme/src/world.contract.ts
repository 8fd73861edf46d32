import { conventionOf } from '../../../apps/api/src/demo/convention.js';
import { freshDatabase } from '../../../test/database.js';
import { ctxOf } from '../../../test/world/ctx.js';
import * as agreement from '#agreement';
import { RecordAgreement } from '#agreement';
import * as deliberation from '#deliberation';
import * as identity from '#identity';
import { RegisterPerson } from '#identity';
import { FixedClock, VersionedZones, type Answer, type CivilDate, type Refusal } from '#kernel';
import * as parties from '#parties';
import { actorOf, heldSeats, OpenPartnership, type SeatCategory } from '#parties';
import * as platform from '#platform';
import { databaseOf, PostgresWork, UuidIds, type Ctx } from '#platform';
import type { DataSource } from 'typeorm';
import { MoveMilestone } from './actions/move-milestone.js';
import type { EditSheetInput } from './views/sheet-change.input.js';
import { AddToPlan, CommentSheet, CoValidateSheet, DecidePlan, DraftSheet, EditSheet, FreezePlan, OpenPlan, RemoveFromPlan, ReopenPlan, RestoreSheet, ReturnSheet, SetSheetAside, SettleSheetComment, SubmitSheet, ValidatePlan, WithdrawSheet } from './index.js';
import * as rows from './store/programme.entity.js';
import * as joiningRows from './store/joining.entity.js';
import * as rateRows from './store/rate.entity.js';
import * as followedRows from './store/followed-action.entity.js';
import * as historyRows from './store/sheet-history.entity.js';
import { programmeOf, type Programme } from './views/programme.reader.js';

/** Rows of this room and of the rooms below that it touches; no room above is needed. */
const entities = [platform, identity, parties, agreement, deliberation, rows, historyRows, followedRows, rateRows, joiningRows].flatMap((face) =>
  Object.entries(face).filter(([name]) => name.endsWith('Row')).map(([, row]) => row as unknown as new () => object),
);

const zones = new VersionedZones();
export const partnershipId = '00000000-0000-7000-8000-0000000000aa';

/** Who stands in the tests' convention: two technicians, two coordinators, two elected members, one stranger. */
export type Who = 'frTechnician' | 'frSecond' | 'maTechnician' | 'frCoordinator' | 'maCoordinator' | 'frElected' | 'stranger';
const cast: readonly (readonly [who: Who, side: 'FR' | 'MA', category: SeatCategory])[] = [
  ['frTechnician', 'FR', 'TECHNICIAN'],
  ['frSecond', 'FR', 'TECHNICIAN'],
  ['frCoordinator', 'FR', 'COORDINATOR'],
  ['frElected', 'FR', 'ELECTED_MEMBER'],
  ['maTechnician', 'MA', 'TECHNICIAN'],
  ['maCoordinator', 'MA', 'COORDINATOR'],
];

/** The convention Villeneuve-la-Garenne – Tiznit in a database of its own, and every action of the room over it. */
export interface World {
  readonly clock: FixedClock;
  readonly zones: VersionedZones;
  readonly work: PostgresWork;
  readonly owner: DataSource;
  readonly programme: Programme;
  readonly ctx: Readonly<Record<Who, Ctx>>;
  readonly act: ReturnType<typeof actionsOver>;
  close(): Promise<void>;
}

const actionsOver = (work: PostgresWork) => ({
  draft: new DraftSheet(work), edit: new EditSheet(work), submit: new SubmitSheet(work), coValidate: new CoValidateSheet(work), returnSheet: new ReturnSheet(work), withdraw: new WithdrawSheet(work),
  restore: new RestoreSheet(work), setAside: new SetSheetAside(work), comment: new CommentSheet(work, zones), settle: new SettleSheetComment(work),
  open: new OpenPlan(work), add: new AddToPlan(work), remove: new RemoveFromPlan(work), validate: new ValidatePlan(work), freeze: new FreezePlan(work), reopen: new ReopenPlan(work), moveMilestone: new MoveMilestone(work, zones), decide: new DecidePlan(zones),
});

/** The value of an answer that must not be refused. */
export async function value<T>(answer: Promise<Answer<T>> | Answer<T>): Promise<T> {
  const settled = await answer;
  if (settled.refused) throw new Error(`refused: ${settled.code} ${JSON.stringify(settled.args)}`);
  return settled.value;
}

/** The refusal of an answer that must be one. */
export async function refusal(answer: Promise<Answer<unknown>> | Answer<unknown>): Promise<Refusal> {
  const settled = await answer;
  if (!settled.refused) throw new Error('accepted');
  return settled;
}

const territories = {
  FR: { name: 'Villeneuve-la-Garenne', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Hauts-de-Seine' },
  MA: { name: 'Tiznit', country: 'MA', zone: 'Africa/Casablanca', locale: 'ar-MA', currency: 'MAD', hierarchy: 'Souss-Massa' },
} as const;

type Persons = ReadonlyMap<Who, string>;

async function peopleOf(work: PostgresWork, instance: Ctx): Promise<Persons> {
  const register = new RegisterPerson(work);
  const persons = new Map<Who, string>();
  for (const who of [...cast.map(([name]) => name), 'stranger' as const]) {
    persons.set(who, await value(register.run(instance, { displayName: who, mailAddress: `${who.toLowerCase()}@ville.example`, language: 'fr' })));
  }
  return persons;
}

async function openConvention(work: PostgresWork, instance: Ctx, persons: Persons): Promise<void> {
  const party = (side: 'FR' | 'MA') => ({
    territory: territories[side],
    organisation: { name: `Commune de ${territories[side].name}`, kind: 'MUNICIPALITY' },
    shortName: territories[side].name,
    presidentTitle: 'Maire',
    presidentTitleAr: 'عمدة',
    seats: cast.filter(([, of]) => of === side).map(([who, , category]) => ({ category, office: who, officeAr: who, personId: persons.get(who) ?? '', from: '2022-01-01' })),
  });
  const { partyIds } = await value(new OpenPartnership(work).run(instance, { partnershipId, name: 'Villeneuve-la-Garenne – Tiznit', parties: [party('FR'), party('MA')] }));
  const byName = new Map([['Villeneuve-la-Garenne', partyIds[0] ?? ''], ['Tiznit', partyIds[1] ?? '']]);
  await value(new RecordAgreement(work).run(instance, await conventionOf(partnershipId, byName, '2023-04-10')));
}

async function ctxFor(work: PostgresWork, personId: string, instant: Date): Promise<Ctx> {
  const seats = await work.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant, zones }));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: null }, seats));
}

/** Opens the world at an instant (UTC); 22 November 2026 is J-39 of the plan of 2027. */
export async function openWorld(at = '2026-11-22T09:00:00.000Z'): Promise<World> {
  const databases = await freshDatabase();
  const app = await databaseOf(databases.app, entities, 20).initialize();
  const owner = await databaseOf(databases.owner, [], 1).initialize();
  const clock = new FixedClock(new Date(at));
  const work = new PostgresWork(app, { legal: clock, machine: clock, ids: new UuidIds(clock) });
  const instance = ctxOf({ partnershipIds: [partnershipId] }, { audience: 'INSTANCE' });
  const persons = await peopleOf(work, instance);
  await openConvention(work, instance, persons);
  const ctx = Object.fromEntries(await Promise.all([...persons].map(async ([who, id]) => [who, await ctxFor(work, id, clock.now())]))) as Record<Who, Ctx>;
  const programme = await work.read(ctx.frTechnician, (tx) => programmeOf(tx, partnershipId));
  if (!programme) throw new Error('no programme');
  const close = async (): Promise<void> => {
    await Promise.all([app.destroy(), owner.destroy()]);
    await databases.drop();
  };
  return { clock, zones, work, owner, programme, ctx, act: actionsOver(work), close };
}

/** The id of a lead of Annexe II, « 1.1.1 ». */
export const leadId = ({ programme }: World, number: string): string =>
  programme.axes.flatMap(({ operations }) => operations.flatMap(({ leads }) => leads)).find((lead) => lead.number === number)?.id ?? 'absent';

export const axisId = ({ programme }: World, number: string): string => programme.axes.find((axis) => axis.number === number)?.id ?? 'absent';

/** Everything a sheet started from lead 1.1.1 still needs before it can be submitted and then frozen in a plan. */
export function completion(world: World, sheetId: string, expectedVersion = 1): EditSheetInput {
  const [fr, ma] = world.programme.parties.map(({ id }) => id);
  return {
    sheetId,
    expectedVersion,
    sections: { context: 'Peu d’élèves en situation de handicap vont au bout de leur scolarité.', objectives: 'Accompagner 120 personnes.' },
    transversalAnswers: ['T1', 'T2'].map((number) => ({ axisId: axisId(world, number), text: `Réponse à ${number}.` })),
    startsOn: '2027-01-11' as CivilDate,
    endsOn: '2027-11-30' as CivilDate,
    indicators: [{ label: 'Personnes bénéficiaires', method: 'Registre des suivis', responsible: 'Chargée de mission', targets: [{ partyId: ma ?? '', people: 90 }, { partyId: fr ?? '', people: 30 }], total: 120 }],
    budget: [
      { label: 'Accompagnement', partyId: fr ?? '', kind: 'CASH', amountMinor: 1_234_56n, currency: 'EUR' },
      { label: 'Locaux', partyId: ma ?? '', kind: 'IN_KIND', amountMinor: 2_640_000_000n, currency: 'MAD' },
    ],
  };
}

/** A sheet of the plan of 2027, as far as `until` says. Answers its id. */
export async function sheetUntil(world: World, until: 'DRAFT' | 'COMPLETE' | 'SUBMITTED' | 'CO_VALIDATED', lead = '1.1.1'): Promise<string> {
  const { act, ctx } = world;
  const id = await value(act.draft.run(ctx.frTechnician, { partnershipId, year: 2027, kind: 'PROJECT', actionLeadId: leadId(world, lead) }));
  if (until === 'DRAFT') return id;
  await value(act.edit.run(ctx.frTechnician, completion(world, id)));
  if (until === 'COMPLETE') return id;
  await value(act.submit.run(ctx.frTechnician, { sheetId: id, version: 2 }));
  if (until === 'SUBMITTED') return id;
  await value(act.coValidate.run(ctx.maTechnician, { sheetId: id, version: 2 }));
  return id;
}

/** A plan of 2027 with one action, as far as `until` says. Answers its id and its sheet's. */
export async function planUntil(world: World, until: 'COMPOSED' | 'CO_VALIDATED' | 'FROZEN'): Promise<{ planId: string; sheetId: string }> {
  const { act, ctx } = world;
  const sheetId = await sheetUntil(world, 'CO_VALIDATED');
  const planId = await value(act.open.run(ctx.frCoordinator, { partnershipId, year: 2027 }));
  await value(act.add.run(ctx.frCoordinator, { planId, sheetId }));
  if (until === 'COMPOSED') return { planId, sheetId };
  await value(act.validate.run(ctx.frCoordinator, { planId }));
  await value(act.validate.run(ctx.maCoordinator, { planId }));
  if (until === 'FROZEN') await value(act.freeze.run(ctx.maCoordinator, { planId }));
  return { planId, sheetId };
}
