import { randomUUID } from 'node:crypto';
import { openSessions } from '../access/ground.js';
import { Client } from '../access/client.js';
import { Snapshot } from '../access/snapshot.js';
import type { Who, World } from '../world/world.js';

export type StepName =
  | 'scheduleMeeting' | 'addAgendaItem' | 'conveneMeeting' | 'recordAttendance' | 'openMeeting' | 'openBallot' | 'castVote' | 'closeBallot'
  | 'closeMeeting' | 'draftMinutes' | 'editMinutes' | 'reviewMinutes' | 'finaliseMinutes' | 'signMinutes';

/** What stands of this play's session, as rows say it. */
interface Standing {
  readonly meeting: string;
  readonly decision: string | null;
  readonly ballot: string | null;
  readonly textHash: string | null;
  readonly minutes: string | null;
  readonly contentHash: string | null;
  readonly proseVersion: number | null;
}

export interface Step {
  readonly name: StepName;
  readonly who: Who;
  /** Facts that the journal gains, in their order (a draft is written without one), and letters that the desk then owes: rule and number of readers. */
  readonly facts: readonly string[];
  readonly owes: Readonly<Record<string, number>>;
}

const voters: readonly Who[] = ['fr-president', 'fr-elected', 'fr-technician', 'ma-president', 'ma-elected', 'ma-technician'];
const by = (who: Who, name: StepName, { facts = [], owes = {} }: Partial<Pick<Step, 'facts' | 'owes'>>): Step => ({ name, who, facts, owes });

/** One session from its date to its executory PV: six voices, two signatures, four moments at which people are written to. */
export const steps: readonly Step[] = [
  by('fr-coordinator', 'scheduleMeeting', { facts: ['MeetingScheduled'] }),
  by('fr-coordinator', 'addAgendaItem', { facts: ['DecisionPutOnAgenda'] }),
  by('fr-president', 'conveneMeeting', { facts: ['MeetingConvened'], owes: { CONVOCATION: 8 } }),
  by('fr-coordinator', 'recordAttendance', { facts: Array<string>(6).fill('AttendanceMarked') }),
  by('fr-coordinator', 'openMeeting', { facts: ['MeetingOpened'] }),
  by('fr-coordinator', 'openBallot', { facts: ['BallotOpened'] }),
  ...voters.map((who) => by(who, 'castVote', { facts: ['VoteCast'] })),
  by('ma-coordinator', 'closeBallot', { facts: ['BallotClosed', 'DecisionAdopted'] }),
  by('fr-coordinator', 'closeMeeting', { facts: ['MeetingClosed'] }),
  by('fr-coordinator', 'draftMinutes', { facts: ['MinutesDrafted'] }),
  by('fr-coordinator', 'editMinutes', {}),
  by('fr-coordinator', 'reviewMinutes', { facts: ['MinutesSubmitted'], owes: { OBSERVATIONS_ASKED: 6 } }),
  by('ma-coordinator', 'finaliseMinutes', { facts: ['MinutesFinalised', 'SignatureRequested', 'SignatureRequested', 'MeetingMinuted'], owes: { SIGNATURE_REQUESTED: 2 } }),
  by('ma-president', 'signMinutes', { facts: ['MinutesSigned'] }),
  by('fr-president', 'signMinutes', { facts: ['MinutesSigned', 'MinutesBecameExecutory'], owes: { EXECUTORY: 8 } }),
];

/** A session of everybody in the world; their cookies. */
export async function signEverybodyIn(world: World): Promise<ReadonlyMap<Who, string>> {
  const beside = await Snapshot.beside(world.database.superuser);
  const cookies = await openSessions(beside, world.people);
  await beside.close();
  return new Map([...cookies].map(([who, cookie]) => [who, `__Host-${cookie}`]));
}

/** One play of the chain, by people who send again what was not answered: the same words under the same key. */
export class Chain {
  private meeting: string | null = null;
  private readonly before = new Set<string>();
  private asked: { readonly key: string; readonly input: object } | null = null;

  private constructor(
    readonly world: World,
    private readonly cookies: ReadonlyMap<Who, string>,
    private readonly url: () => string,
  ) {}

  static async begin(world: World, cookies: ReadonlyMap<Who, string>, url: () => string): Promise<Chain> {
    const chain = new Chain(world, cookies, url);
    for (const { id } of (await world.owner.query('select id from meeting')) as { id: string }[]) chain.before.add(id);
    return chain;
  }

  /** Meetings and PV of this play, whoever made them. */
  async objects(): Promise<string[]> {
    const rows = (await this.world.owner.query('select id, array(select minutes.id from minutes where meeting_id = meeting.id) as minutes from meeting where not (id = any ($1))', [[...this.before]])) as { id: string; minutes: string[] }[];
    return rows.flatMap(({ id, minutes }) => [id, ...minutes]);
  }

  /** Sends the step, or sends it again; says how it was answered. A refusal is no answer of this chain. @throws Error with its code */
  async send(step: Step): Promise<'DONE' | 'LOST'> {
    this.asked ??= { key: randomUUID(), input: await this.inputOf(step) };
    const { key, input } = this.asked;
    const name = `${step.name.charAt(0).toUpperCase()}${step.name.slice(1)}`;
    const client = new Client(this.url(), this.cookies.get(step.who) ?? '');
    const told = await client.ask(`mutation ($input: ${name}Input!) { done: ${step.name}(input: $input) { __typename ... on Refused { code } } }`, { input }, { 'idempotency-key': key }).catch(() => null);
    const done = told?.data?.['done'] as { __typename: string; code?: string } | null | undefined;
    if (done?.code) throw new Error(`${step.name}: ${done.code}`);
    return done ? 'DONE' : 'LOST';
  }

  /** The next step is another request. */
  answered(): void {
    this.asked = null;
  }

  private async standing(): Promise<Standing> {
    const [row] = (await this.world.owner.query(
      `select meeting.id as meeting, decision.id as decision, ballot.id as ballot, ballot.text_hash as "textHash", minutes.id as minutes, minutes.content_hash as "contentHash", minutes.prose_version as "proseVersion"
       from meeting left join decision on decision.meeting_id = meeting.id left join ballot on ballot.decision_id = decision.id left join minutes on minutes.meeting_id = meeting.id
       where not (meeting.id = any ($1)) limit 1`,
      [[...this.before]],
    )) as Standing[];
    if (!row) throw new Error('this play has no meeting yet');
    return row;
  }

  private async inputOf({ name }: Step): Promise<object> {
    const { world } = this;
    // However slow the machine: whoever signs has just proved who they are.
    await world.owner.query('update session set step_up_at = now(), last_seen_at = now()');
    if (name === 'scheduleMeeting') return { partnershipId: world.partnershipId, hostPartyId: world.parties.fr, kind: 'EXTRAORDINARY', mode: 'HYBRID', civilDate: '2026-11-22', time: '18:30', place: 'Hôtel de ville' };
    const { meeting: meetingId, decision: decisionId, ballot: ballotId, textHash, minutes: minutesId, contentHash, proseVersion } = await this.standing();
    if (name === 'recordAttendance') return { meetingId, entries: (await this.members()).map((seatId) => ({ seatId, presence: 'PRESENT' })) };
    const inputs: Readonly<Partial<Record<StepName, object>>> = {
      addAgendaItem: { meetingId, title: 'Une décision', text: 'Le comité décide.' },
      openBallot: { decisionId },
      castVote: { ballotId, choice: 'FOR', textHash },
      closeBallot: { ballotId },
      editMinutes: { minutesId, expectedVersion: proseVersion, prose: [{ language: 'fr', discussion: 'Échanges' }, { language: 'ar', discussion: 'مناقشة' }] },
      reviewMinutes: { minutesId },
      finaliseMinutes: { minutesId },
      signMinutes: { minutesId, contentHash, place: 'ici' },
    };
    return inputs[name] ?? { meetingId };
  }

  private async members(): Promise<string[]> {
    const rows = (await this.world.owner.query(`select id from seat where category in ('CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN')`)) as { id: string }[];
    return rows.map(({ id }) => id);
  }
}
