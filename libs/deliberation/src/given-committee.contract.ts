import { readFileSync } from 'node:fs';
import * as agreement from '#agreement';
import * as identity from '#identity';
import { FixedClock, VersionedZones, type Answer } from '#kernel';
import * as parties from '#parties';
import * as platform from '#platform';
import { databaseOf, PostgresWork, UuidIds, type Ctx, type Work } from '#platform';
import type { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../test/database.js';
import { ctxOf } from '../../../test/world/ctx.js';
import { AddAgendaItem } from './actions/add-agenda-item.js';
import { AnswerConvocation } from './actions/answer-convocation.js';
import { CallSilentAgain } from './actions/call-silent-again.js';
import { KeepSafetySheet } from './actions/keep-safety-sheet.js';
import { LogIncident } from './actions/log-incident.js';
import { PlanAgendaItem } from './actions/plan-agenda-item.js';
import { ProposeAgendaItem } from './actions/propose-agenda-item.js';
import { RescheduleMeeting } from './actions/reschedule-meeting.js';
import { SettleAgendaProposal } from './actions/settle-agenda-proposal.js';
import { ConveningReader } from './views/convening.reader.js';
import { CancelMeeting } from './actions/cancel-meeting.js';
import { CastVote } from './actions/cast-vote.js';
import { CloseBallot } from './actions/close-ballot.js';
import { CloseMeeting } from './actions/close-meeting.js';
import { ConveneMeeting } from './actions/convene-meeting.js';
import { ConfirmHands } from './actions/confirm-hands.js';
import { ContestHands } from './actions/contest-hands.js';
import { NoteGuest } from './actions/note-guest.js';
import { NoteMovement } from './actions/note-movement.js';
import { NoteHands } from './actions/note-hands.js';
import { TakeBackMovement } from './actions/take-back-movement.js';
import { TakeGuestOff } from './actions/take-guest-off.js';
import { WithdrawHands } from './actions/withdraw-hands.js';
import { OpenBallot } from './actions/open-ballot.js';
import { OpenMeeting } from './actions/open-meeting.js';
import { RecordAttendance } from './actions/record-attendance.js';
import { RecordReading } from './actions/record-reading.js';
import { ScheduleMeeting } from './actions/schedule-meeting.js';
import { Decidables } from './decidables.js';
import * as rows from './store/rows.js';
import { MeetingReader } from './views/meeting.reader.js';

type RowClass = new () => object;
/** The rows of the rooms a committee stands on. */
export const entities = [platform, identity, parties, agreement, rows].flatMap((face) =>
  Object.entries(face)
    .filter(([name]) => name.endsWith('Row'))
    .map(([, row]) => row as unknown as RowClass),
);
const rules = JSON.parse(readFileSync(new URL('../../../fixtures/villeneuve-tiznit/rules.json', import.meta.url), 'utf8')) as agreement.RuleInput[];

export const zones = new VersionedZones();
/** A morning of November: 09:00 UTC is 10:00 in Villeneuve and, with the data in use, 09:00 in Tiznit. */
export const today = new Date('2026-11-16T09:00:00Z');

type Category = parties.SeatInput['category'];
const france = { name: 'Villeneuve-la-Garenne', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Hauts-de-Seine' };
const morocco = { name: 'Tiznit', country: 'MA', zone: 'Africa/Casablanca', locale: 'ar-MA', currency: 'MAD', hierarchy: 'Souss-Massa' };

/** Who sits on each side, by key: « fr-president », « ma-member-2 »… */
export interface Composition {
  /** Voting members of each side besides the co-president. */
  readonly members: number;
  readonly rules?: readonly agreement.RuleInput[];
}

/** A partnership as it was made: ids by key. */
export interface GivenPartnership {
  readonly id: string;
  readonly france: string;
  readonly morocco: string;
  readonly people: ReadonlyMap<string, string>;
  readonly seats: ReadonlyMap<string, string>;
}

/** Every action of the first half of the room, over one unit of work. */
export const actionsOver = (work: Work, decidables: Decidables, clock: FixedClock) => {
  const reader = new MeetingReader(zones, clock);
  return {
    reader,
    schedule: new ScheduleMeeting(work, zones, reader),
    addAgendaItem: new AddAgendaItem(work, zones, decidables, reader),
    convene: new ConveneMeeting(work, zones, reader),
    cancel: new CancelMeeting(work, zones, reader),
    attendance: new RecordAttendance(work, zones, reader),
    open: new OpenMeeting(work, zones, reader),
    openBallot: new OpenBallot(work, zones, decidables, reader),
    cast: new CastVote(work, zones, reader),
    closeBallot: new CloseBallot(work, zones, decidables, reader),
    close: new CloseMeeting(work, zones, reader),
    noteGuest: new NoteGuest(work, zones, reader),
    takeGuestOff: new TakeGuestOff(work, zones, reader),
    noteMovement: new NoteMovement(work, zones, reader),
    takeBackMovement: new TakeBackMovement(work, zones, reader),
    noteHands: new NoteHands(work, zones, decidables, reader),
    confirmHands: new ConfirmHands(work, zones, decidables, reader),
    withdrawHands: new WithdrawHands(work, zones, reader),
    contestHands: new ContestHands(work, zones, reader),
    read: new RecordReading(work),
    answer: new AnswerConvocation(work, zones, reader),
    again: new CallSilentAgain(work, zones, reader),
    move: new RescheduleMeeting(work, zones, reader),
    planItem: new PlanAgendaItem(work, zones, reader),
    propose: new ProposeAgendaItem(work, zones, reader),
    settle: new SettleAgendaProposal(work, zones, reader),
    keepSafety: new KeepSafetySheet(work, zones, reader),
    logIncident: new LogIncident(work, zones, reader),
    convening: new ConveningReader(zones, clock),
  };
};

/** A work that forgets to lock: planted, to see the races turn red. */
export const withoutLocks = (work: Work): Work =>
  Object.assign(Object.create(work) as Work, {
    run: <T>(ctx: Ctx, act: Parameters<Work['run']>[1]) =>
      work.run(ctx, (tx) => act({ ...tx, query: (sql, parameters) => tx.query(sql.startsWith('select sequence') ? sql : sql.replace(' for update', ''), parameters) })) as Promise<Answer<T>>,
  });

/** A real database with two partnerships of the same two towns: theirs, and one that must stay foreign. */
export class GivenCommittee {
  readonly clock = new FixedClock(today);
  readonly decidables = new Decidables();
  readonly work: PostgresWork;
  readonly actions: ReturnType<typeof actionsOver>;
  private written = 0;

  constructor(
    private readonly app: DataSource,
    readonly owner: DataSource,
    readonly database: FreshDatabase,
  ) {
    this.work = new PostgresWork(app, { legal: this.clock, machine: this.clock, ids: new UuidIds({ now: () => new Date(today.getTime() + (this.written += 1)) }) });
    this.actions = actionsOver(this.work, this.decidables, this.clock);
  }

  static async open(): Promise<GivenCommittee> {
    const database = await freshDatabase();
    const app = await databaseOf(database.app, entities, 12).initialize();
    const owner = await databaseOf(database.owner, [], 1).initialize();
    return new GivenCommittee(app, owner, database);
  }

  async close(): Promise<void> {
    await this.app.destroy();
    await this.owner.destroy();
    await this.database.drop();
  }

  async partnership({ members, rules: inForce = rules }: Composition): Promise<GivenPartnership> {
    const id = new UuidIds(this.clock).next();
    const ctx = ctxOf({ partnershipIds: [id] }, { audience: 'INSTANCE' });
    const people = new Map<string, string>();
    const side = async (key: 'fr' | 'ma', territory: parties.PartyInput['territory']): Promise<parties.PartyInput> => {
      const seats: parties.SeatInput[] = [];
      for (const [place, category] of categories(members)) {
        const person = await valueOf(new identity.RegisterPerson(this.work).run(ctx, { displayName: `${key}-${place}`, mailAddress: `${key}-${place}-${id.slice(-12)}@${id.slice(0, 8)}.example`, language: 'fr' }));
        people.set(`${key}-${place}`, person);
        seats.push({ category, office: `${place} de ${territory.name}`, officeAr: `${place} ${territory.name}`, personId: person, from: '2026-01-01' });
      }
      return { territory, organisation: { name: `Commune de ${territory.name}`, kind: 'COMMUNE' }, shortName: territory.name, presidentTitle: 'Maire', presidentTitleAr: 'عمدة', seats };
    };
    const input = { partnershipId: id, name: 'Villeneuve-la-Garenne – Tiznit', parties: [await side('fr', france), await side('ma', morocco)] };
    const { partyIds } = await valueOf(new parties.OpenPartnership(this.work).run(ctx, input));
    await valueOf(new agreement.RecordAgreement(this.work).run(ctx, { partnershipId: id, kind: 'CONVENTION', displayName: 'Convention', effectiveOn: '2026-01-01', articles: [], axes: [], rules: inForce }));
    const lines = (await this.owner.query('select seat_id, person_id from mandate where partnership_id = $1', [id])) as { seat_id: string; person_id: string }[];
    const keyOf = new Map([...people].map(([key, person]) => [person, key]));
    const seats = new Map(lines.map((line) => [keyOf.get(line.person_id) ?? '', line.seat_id]));
    return { id, france: partyIds[0] ?? '', morocco: partyIds[1] ?? '', people, seats };
  }

  /** The ctx of a person of that partnership, as the door would build it now. */
  async as(partnership: GivenPartnership, key: string, over: Partial<Ctx> & { stale?: boolean } = {}): Promise<Ctx> {
    const { stale = false, ...ctx } = over;
    const personId = partnership.people.get(key) ?? '';
    const stepUpAt = stale ? new Date(this.clock.now().getTime() - 5 * 60_000) : this.clock.now();
    const seats = await this.work.read(ctxOf({ personId }), (tx) => parties.heldSeats(tx, personId, { instant: this.clock.now(), zones }));
    return ctxOf(parties.actorOf({ personId, sessionId: null, stepUpAt }, seats), ctx);
  }

  later(minutes: number): void {
    this.clock.moveTo(new Date(this.clock.now().getTime() + minutes * 60_000));
  }

  facts(kind: string): Promise<{ data: Record<string, unknown>; subject_id: string; sequence: string }[]> {
    // Free text stands beside the chain, under the key at which the fact commits to it.
    const words = `select jsonb_object_agg(substr(path, 6), words) from journal_words kept where kept.chain = journal.chain and kept.sequence = journal.sequence and path ~ '^data[.][a-zA-Z]+$'`;
    return this.owner.query(`select data || coalesce((${words}), '{}') as data, subject_id, sequence from journal where kind = $1 order by sequence`, [kind]) as Promise<never>;
  }
}

function* categories(members: number): Generator<[string, Category]> {
  yield ['president', 'CO_PRESIDENT'];
  for (let place = 1; place <= members; place += 1) yield [`member-${place}`, place % 2 === 0 ? 'TECHNICIAN' : 'ELECTED_MEMBER'];
  yield ['coordinator', 'COORDINATOR'];
}

/** The value of an accepted answer. @throws Error naming the refusal. */
export async function valueOf<T>(answer: Promise<Answer<T>> | Answer<T>): Promise<T> {
  const given = await answer;
  if (given.refused) throw new Error(`refused: ${given.code} ${JSON.stringify(given.args)}`);
  return given.value;
}

/** Code, article and arguments of a refusal; `null` when it was accepted. */
export async function refusalOf(answer: Promise<Answer<unknown>>): Promise<{ code: string; source: string | null; args: object } | null> {
  const given = await answer;
  return given.refused ? { code: given.code, source: given.source?.reference ?? null, args: given.args } : null;
}

