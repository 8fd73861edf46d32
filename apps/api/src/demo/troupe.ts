import { accepted, type CivilDate, MachineClock, Zones } from '#kernel';
import { deviceOf, openSession, RegisterPerson, sessionByToken, usualSessionLimits } from '#identity';
import { NoticesDesk } from '#notices';
import { actorOf, heldSeats } from '#parties';
import { GraphqlExecutor, Work, type Ctx } from '#platform';
import type { House } from '../house.js';
import { strangerCtx } from '../door/house-context-source.js';
import type { CastMember } from './cast.js';
import { memberOf } from './company.js';

const instanceCtx = (partnershipId: string | null = null): Ctx => ({
  ...strangerCtx('fr', 'demo'),
  actor: partnershipId === null ? null : { personId: '00000000-0000-0000-0000-000000000000', sessionId: null, seats: [], partnershipIds: [partnershipId], partyIds: [], stepUpAt: null, isAdmin: false },
  audience: 'INSTANCE',
});

/** The actors of the demo's story: each plays through the very API that people call, at an instant of the frozen legal clock. */
export class Troupe {
  private readonly sessions = new Map<string, { token: string; personId: string }>();
  private readonly work: Work;
  private readonly executor: GraphqlExecutor;
  private readonly desk: NoticesDesk;
  readonly zones: Zones;

  constructor(private readonly house: House) {
    this.work = house.app.get(Work);
    this.executor = house.app.get(GraphqlExecutor);
    this.desk = house.app.get(NoticesDesk);
    this.zones = house.app.get<Zones>(Zones);
  }

  get instanceCtx(): (partnershipId?: string | null) => Ctx {
    return instanceCtx;
  }

  /** Moves the story to an instant; what was due on the way leaves at its own hour. */
  async moveTo(instant: Date): Promise<void> {
    const clock = this.house.legalClock;
    await this.desk.tick();
    while (clock.now() < instant) {
      const month = new Date(clock.now().getTime() + 30 * 86_400_000);
      const next = await this.desk.nextAt(instant);
      const stops = [instant, month, ...(next && next > clock.now() ? [next] : [])];
      clock.freezeAt(new Date(Math.min(...stops.map((stop) => stop.getTime()))));
      await this.desk.tick();
    }
  }

  /** Registers people; answers person ids by key. */
  async register(members: readonly CastMember[]): Promise<Map<string, string>> {
    const register = this.house.app.get(RegisterPerson);
    const ids = new Map<string, string>();
    for (const { key, office, mailAddress, language } of members) {
      const answer = await register.run(instanceCtx(), { displayName: office, mailAddress, language });
      if (answer.refused) throw new Error(`the demo could not register ${key}: ${answer.code}`);
      ids.set(key, answer.value);
    }
    return ids;
  }

  /**
   * One act by one person: `finaliseMinutes`, or `finaliseMinutes { id contentHash }` to see more of its success than the id.
   * @throws Error with the refusal's sentence: a story that is refused is a wrong story.
   */
  async play<Shown>(key: CastMember['key'], act: string, input: object): Promise<Shown> {
    const [, mutation = '', selection = 'id'] = /^(\w+)(?: \{ (.+) \})?$/.exec(act) ?? [];
    const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const success = await this.successOf(name);
    const document = `mutation($input: ${name}Input!) { done: ${mutation}(input: $input) { __typename ... on ${success} { ${selection} } ... on Refused { code sentence } } }`;
    const { data, errors } = await this.executor.execute(await this.ctxOf(key), document, { input });
    const done = (data as { done?: { __typename: string; sentence?: string } } | null)?.done;
    if (errors?.length || !done) throw new Error(`${key}, ${mutation}: ${errors?.map(({ message }) => message).join('; ')}`);
    if (done.__typename === 'Refused') throw new Error(`${key}, ${mutation}: ${done.sentence}`);
    return done as Shown;
  }

  async ask<Shown>(key: CastMember['key'], document: string, variables: Record<string, unknown> = {}): Promise<Shown> {
    const { data, errors } = await this.executor.execute(await this.ctxOf(key), document, variables);
    if (errors?.length) throw new Error(`${key}: ${errors.map(({ message }) => message).join('; ')}`);
    return data as Shown;
  }

  /** A wall time on a civil day, in Paris. */
  at(date: CivilDate, time: string, zone = 'Europe/Paris'): Date {
    return this.zones.instantOf(date, time, zone);
  }

  private async successOf(name: string): Promise<string> {
    const { data } = await this.executor.execute(strangerCtx('fr', 'demo'), 'query($name: String!) { __type(name: $name) { possibleTypes { name } } }', { name: `${name}Answer` });
    const types = (data as { __type: { possibleTypes: { name: string }[] } | null }).__type?.possibleTypes ?? [];
    const success = types.find(({ name: type }) => type !== 'Refused');
    if (!success) throw new Error(`the API has no mutation ${name}`);
    return success.name;
  }

  private async ctxOf(key: string): Promise<Ctx> {
    const known = this.sessions.get(key) ?? (await this.signIn(key));
    this.sessions.set(key, known);
    const machine = this.house.app.get<MachineClock>(MachineClock);
    return this.work.read(strangerCtx('fr', 'demo'), async (tx) => {
      const session = await sessionByToken(tx, known.token, { now: machine.now(), limits: usualSessionLimits });
      if (!session) throw new Error(`the session of ${key} is over`);
      const seats = await heldSeats(tx, known.personId, { instant: tx.now(), zones: this.zones });
      return { ...strangerCtx('fr', 'demo'), actor: { ...actorOf(session, seats), stepUpAt: machine.now() }, audience: 'MEMBER' as const };
    });
  }

  private async signIn(key: string): Promise<{ token: string; personId: string }> {
    const member = memberOf(key);
    if (!member) throw new Error(`nobody in the cast is called ${key}`);
    const answer = await this.work.run(instanceCtx(), async (tx) => {
      const [person] = await tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [member.mailAddress]);
      if (!person) throw new Error(`${key} is not registered`);
      return accepted({ token: await openSession(tx, { personId: person.person_id, method: 'DEMO_LINK', device: deviceOf(null) }, usualSessionLimits), personId: person.person_id });
    });
    if (answer.refused) throw new Error(answer.code);
    return answer.value;
  }
}
