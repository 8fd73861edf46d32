import type { Ground } from '../access/ground.js';
import { members, type ModelWorld, type Tried } from './session-model.js';

const seen = `query ($id: ID!) { meeting(id: $id) { state decisions { id state executoryAt ballots { id textHash closedAt } } minutes { id state version proseVersion contentHash executoryAt signatures { party { id } } } } }`;
interface Seen {
  readonly state: ModelWorld['meeting'];
  readonly decisions: readonly { readonly id: string; readonly state: string; readonly executoryAt: string | null; readonly ballots: readonly { readonly id: string; readonly textHash: string; readonly closedAt: string | null }[] }[];
  readonly minutes: { readonly id: string; readonly state: string; readonly version: number; readonly proseVersion: number; readonly contentHash: string | null; readonly executoryAt: string | null; readonly signatures: readonly { readonly party: { readonly id: string } }[] } | null;
}
/** What shows of a session, in the words of the model. */
export interface Shown {
  readonly meeting: string;
  readonly decisions: readonly string[];
  readonly minutes: { readonly state: string; readonly version: number; readonly signed: readonly string[]; readonly executory: boolean } | null;
  /** Decisions that are executory. */
  readonly executory: readonly boolean[];
}

/** The same of the model. */
export const shownOf = ({ meeting, decisions, minutes }: ModelWorld): Shown => ({
  meeting,
  decisions: decisions.map(({ state }) => state),
  minutes: minutes && { state: minutes.state, version: minutes.version, signed: [...minutes.signed].sort(), executory: minutes.state === 'EXECUTORY' },
  executory: decisions.map(({ state }) => state === 'ADOPTED' && minutes?.state === 'EXECUTORY'),
});

/** A session of the real house, played over its API by the people of the ground. */
export class SessionHouse {
  private last: Seen | null = null;
  private words = 0;

  private constructor(
    private readonly ground: Ground,
    private readonly meetingId: string,
    private readonly seats: ReadonlyMap<string, string>,
  ) {}

  static async begin(ground: Ground): Promise<SessionHouse> {
    const { partnershipId, parties } = ground;
    const { id } = await ground.as('own-C').act('scheduleMeeting', { partnershipId, hostPartyId: parties.own, kind: 'EXTRAORDINARY', mode: 'HYBRID', civilDate: '2026-10-01', time: '18:30', place: 'Hôtel de ville' });
    const told = await ground.as('own-C').ask('query ($id: ID!) { partnership(id: $id) { seats { id category party { id } holder { id } } } }', { id: partnershipId });
    const people = new Map(members.map((who) => [ground.people.get(who), who]));
    const { seats } = told.data?.['partnership'] as { seats: { id: string; holder: { id: string } | null }[] };
    const house = new SessionHouse(ground, id, new Map(seats.flatMap((seat) => (people.has(seat.holder?.id) ? [[String(people.get(seat.holder?.id)), seat.id] as const] : []))));
    await house.shown();
    return house;
  }

  async shown(): Promise<Shown> {
    const told = await this.ground.as('own-C').ask(seen, { id: this.meetingId });
    const now = told.data?.['meeting'] as Seen;
    this.last = now;
    const sides = new Map(Object.entries(this.ground.parties).map(([side, id]) => [id, side]));
    return {
      meeting: now.state,
      decisions: now.decisions.map(({ state }) => state),
      minutes: now.minutes && { state: now.minutes.state, version: now.minutes.version, signed: now.minutes.signatures.map(({ party }) => sides.get(party.id) ?? '?').sort(), executory: now.minutes.executoryAt !== null },
      executory: now.decisions.map(({ executoryAt }) => executoryAt !== null),
    };
  }

  /** Tries it as that person. @returns null when done, else the code of the refusal */
  async try(tried: Tried): Promise<string | null> {
    const { mutation, input } = this.callOf(tried);
    const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const told = await this.ground.as(tried.who).ask(`mutation ($input: ${name}Input!) { done: ${mutation}(input: $input) { __typename ... on Refused { code } } }`, { input });
    const done = told.data?.['done'] as { code?: string } | undefined;
    return told.codes[0] ?? done?.code ?? null;
  }

  private callOf(tried: Tried): { mutation: string; input: object } {
    const { meetingId } = this;
    const minutesId = this.last?.minutes?.id ?? meetingId;
    const contentHash = this.last?.minutes?.contentHash ?? 'none';
    const ballot = this.last?.decisions.flatMap(({ ballots }) => ballots).find(({ closedAt }) => closedAt === null);
    const entry = (who: string, presence: string) => ({ seatId: this.seats.get(who), presence });
    switch (tried.does) {
      case 'addItem': return { mutation: 'addAgendaItem', input: { meetingId, title: 'Une décision', text: 'Le comité décide.' } };
      case 'convene': return { mutation: 'conveneMeeting', input: { meetingId } };
      case 'attendAll': return { mutation: 'recordAttendance', input: { meetingId, entries: members.map((who) => entry(who, 'PRESENT')) } };
      case 'attend': return { mutation: 'recordAttendance', input: { meetingId, entries: [entry(tried.member, tried.presence)] } };
      case 'open': return { mutation: 'openMeeting', input: { meetingId } };
      case 'openBallot': return { mutation: 'openBallot', input: { decisionId: this.last?.decisions[tried.place]?.id ?? meetingId } };
      case 'vote': return { mutation: 'castVote', input: { ballotId: ballot?.id ?? meetingId, choice: tried.choice, textHash: ballot?.textHash ?? 'none', reason: tried.choice === 'AGAINST' ? 'Trop tôt' : null } };
      case 'closeBallot': return { mutation: 'closeBallot', input: { ballotId: ballot?.id ?? meetingId } };
      case 'closeMeeting': return { mutation: 'closeMeeting', input: { meetingId } };
      case 'cancel': return { mutation: 'cancelMeeting', input: { meetingId, reason: 'Un empêchement' } };
      case 'draft': return { mutation: 'draftMinutes', input: { meetingId } };
      case 'write': return { mutation: 'editMinutes', input: { minutesId, expectedVersion: this.last?.minutes?.proseVersion ?? 0, prose: [{ language: 'fr', discussion: `Échanges ${(this.words += 1)}` }] } };
      case 'review': return { mutation: 'reviewMinutes', input: { minutesId } };
      case 'back': return { mutation: 'returnMinutesToDraft', input: { minutesId, reason: 'Une erreur' } };
      case 'finalise': return { mutation: 'finaliseMinutes', input: { minutesId } };
      case 'sign': return { mutation: 'signMinutes', input: { minutesId, contentHash, place: 'ici' } };
      case 'refuse': return { mutation: 'refuseMinutes', input: { minutesId, contentHash, motive: 'Un motif' } };
    }
  }
}
