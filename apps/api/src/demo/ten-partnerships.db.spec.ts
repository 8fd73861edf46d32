import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDemoHouse, type Client, type DemoHouse } from '../../../../test/world/demo-house.js';

/** The partnerships of the five public texts, as the demo opens them, through GraphQL over HTTP, on Monday 23 November 2026. */
let demo: DemoHouse;
const people: Record<string, Client> = {};
const as = async (persona: string): Promise<Client> => (people[persona] ??= await demo.as(persona));

interface Seated {
  readonly id: string;
  readonly name: string;
  readonly capabilities: string[];
  readonly agreement: { kind: string; since: string | null };
  readonly parties: { id: string; shortName: string; kind: string; siren: string | null; territory: { country: string; supervision: string | null; population: number | null; populationYear: number | null; populationApproximate: boolean } }[];
  readonly nextHost: { party: { shortName: string } } | null;
}
const partnershipFields = `id name capabilities agreement { kind since } nextHost { party { shortName } }
  parties { id shortName kind siren territory { country supervision population populationYear populationApproximate } }`;
/** Where this persona sits. */
async function seated(persona: string): Promise<Seated[]> {
  const { viewer } = await (await as(persona)).ask<{ viewer: { seats: { partnership: Seated }[] } }>(`{ viewer { seats { partnership { ${partnershipFields} } } } }`);
  return viewer.seats.map(({ partnership }) => partnership);
}

async function asOwner<Row = object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: demo.database.superuser });
  await client.connect();
  return client.query(text, [...values]).then(({ rows }) => rows as Row[]).finally(() => client.end());
}
const remindersOf = async (persona: string, id: string): Promise<object[]> =>
  (await (await as(persona)).ask<{ reminders: object[] }>('query($id: ID!) { reminders(partnershipId: $id, first: 500) { rule } }', { id })).reminders;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
}, 60_000);
afterAll(() => demo.close());

describe('the ten partnerships of the five texts', () => {
  it('are all there, made by the same actions, and one organisation is one row in six of them', async () => {
    const rows = await asOwner<{ parties: number; kind: string; since: string | null }>(
      `select (select count(*)::int from party where partnership_id = partnership.id) as parties, kind, since
       from partnership join agreement on agreement.partnership_id = partnership.id order by kind, since nulls first`);
    expect(rows).toEqual([
      { parties: 2, kind: 'CONVENTION', since: null },
      { parties: 5, kind: 'CONVENTION', since: '1999' },
      { parties: 3, kind: 'CONVENTION', since: '2012' },
      { parties: 2, kind: 'MUTUAL_COMMITMENT', since: '2026' },
      ...[null, '1962', '1964', '2002', '2003', '2005'].map((since) => ({ parties: 2, kind: 'TWINNING', since })),
    ]);
    const bagnolet = await asOwner<{ count: number }>(`select count(distinct organisation_id)::int as count from party where short_name = 'Bagnolet'`);
    expect(bagnolet).toEqual([{ count: 1 }]);
  });

  it('say of each party and place what the texts say', async () => {
    const twins = (await seated('coordination-bagnolet')).map(({ parties }) => parties[1]!);
    const of = (name: string) => twins.find(({ shortName }) => shortName === name)!;
    expect(of('Massala').territory).toMatchObject({ population: 6547, populationYear: 2009, populationApproximate: true });
    expect(of('Sesto Fiorentino').territory).toMatchObject({ population: 47_587, populationApproximate: false });
    expect(of('Chatila')).toMatchObject({ kind: 'POPULAR_COMMITTEE', territory: { supervision: 'UNRWA', population: 18_000, populationYear: null } });
    const [malakoff] = await seated('coordination-malakoff');
    expect(malakoff!.parties[0]).toMatchObject({ siren: '219200466' });
  });

  it('a year of theirs kept on time asks nobody more than is enough for the office: 12 mails for a mayor, 15 for a technician, 60 for a coordination', async () => {
    const played = new Map<string, { office: string; count: number; ceiling: number | null }[]>();
    for (const persona of ['coordinateur', 'coordination-bagnolet', 'coordination-malakoff', 'coordination-ivry', 'coordination-val-de-marne']) {
      for (const { id, name } of await seated(persona)) {
        const { playedYear } = await (await as(persona)).ask<{ playedYear: { people: { office: string; count: number; ceiling: number | null }[] } }>('query($id: ID!) { playedYear(partnershipId: $id, year: 2027) { people { office count ceiling } } }', { id });
        played.set(name, playedYear.people);
      }
    }
    expect(played.size).toBe(10);
    expect([...played].flatMap(([name, people]) => people.filter(({ count, ceiling }) => ceiling !== null && count > ceiling).map((one) => ({ name, ...one })))).toEqual([]);
    expect(Math.max(...[...played.values()].flat().map(({ count }) => count))).toBeGreaterThan(10);
  });

  it('nobody of one sees another', async () => {
    const [malakoff] = await seated('coordination-malakoff');
    const { partnership } = await (await as('coordination-bagnolet')).ask<{ partnership: null }>('query($id: ID!) { partnership(id: $id) { id } }', { id: malakoff!.id });
    expect(partnership).toBeNull();
  });
});

describe('AT-18: a twinning and a mutual commitment', () => {
  const without = ['coordination-bagnolet', 'coordination-malakoff'];

  it('have neither committee, nor plan, nor term; Le Robert is a twin of the same country', async () => {
    const twinnings = await seated('coordination-bagnolet');
    expect(twinnings).toHaveLength(6);
    for (const { capabilities, nextHost, agreement } of twinnings) expect({ capabilities, nextHost, kind: agreement.kind }).toEqual({ capabilities: [], nextHost: null, kind: 'TWINNING' });
    const robert = twinnings.find(({ name }) => name.includes('Le Robert'))!;
    expect(robert.parties.map(({ territory }) => territory.country)).toEqual(['FR', 'FR']);
    expect(await seated('coordination-malakoff')).toMatchObject([{ capabilities: ['STATE_ACTS'], nextHost: null }]);
  });

  it('refuse a meeting, a plan and a fiche, each by name and with its source', async () => {
    for (const persona of without) {
      const client = await as(persona);
      const [{ id: partnershipId, agreement }] = (await seated(persona)) as [Seated];
      const meeting = await client.act('scheduleMeeting', { partnershipId, kind: 'ORDINARY', mode: 'REMOTE', civilDate: '2027-01-20', time: '10:00', place: 'À distance' });
      const plan = await client.act('openPlan', { partnershipId, year: 2027 });
      const sheet = await client.act('draftSheet', { partnershipId, year: 2027, kind: 'PROJECT', title: 'Échange de classes' });
      for (const refused of [meeting, plan, sheet]) expect(refused).toMatchObject({ code: 'AGREEMENT_LACKS', source: { reference: 'Passerelle, ce que chaque forme d’accord comporte' } });
      expect(meeting.sentence).toContain(agreement.kind === 'TWINNING' ? 'un jumelage\u00a0: il n’a pas de comité' : 'un accord d’engagement mutuel\u00a0: il n’a pas de comité');
      const { planBoard } = await client.ask<{ planBoard: null }>('query($id: ID!) { planBoard(partnershipId: $id) { year } }', { id: partnershipId });
      expect(planBoard).toBeNull();
    }
  });

  it('owe nothing and are reminded of nothing through the end of the year; a convention with the same rule is', async () => {
    // Planted below the API: a deadline in a twinning, and the same in a convention. Only the form of the agreement tells them apart.
    const [{ id: twinning }] = (await seated('coordination-bagnolet')) as [Seated];
    const [{ id: convention }] = (await seated('coordination-ivry')) as [Seated];
    for (const id of [twinning, convention]) {
      await asOwner(`insert into rule (partnership_id, agreement_id, key, value, source_kind, source_reference)
        select partnership_id, id, 'deadline', '{"day":"12-31","inclusive":false,"event":"ADOPTION","zoneRule":"EARLIEST"}', 'PRODUCT_DEFAULT', 'C5 Q8' from agreement where partnership_id = $1`, [id]);
      await asOwner(`update agreement set effective_on = '2012-01-01' where partnership_id = $1`, [id]);
    }
    demo.house.legalClock.run(new Date('2026-12-28T11:00:00Z'));
    await demo.tick();
    expect((await remindersOf('coordination-ivry', convention)).length).toBeGreaterThan(0);
    for (const persona of without) {
      // What is owed of no form of agreement but of an act of Malakoff's: « Publié le » was left blank (AT-11).
      const published = (owed: readonly object[]): object[] => owed.filter((one) => !/PUBLICATION/.test(JSON.stringify(one)));
      for (const { id } of await seated(persona)) expect(published(await remindersOf(persona, id))).toEqual([]);
      const { myTurn } = await (await as(persona)).ask<{ myTurn: object[] }>('{ myTurn { kind } }');
      expect(published(myTurn)).toEqual([]);
      expect(myTurn).toHaveLength(persona === 'coordination-malakoff' ? 1 : 0);
    }
    const letters = await asOwner(`select to_address from mailbox_message where to_address ~ '(bagnolet|malakoff|sesto|chatila|akbou|massala|robert|oranienburg|faraa)' and subject not like 'Publication manquante%'`);
    expect(letters).toEqual([]);
  });
});

describe('AT-17: five parties of two countries', () => {
  const presidents = ['presidence-val-de-marne', 'presidence-seine-saint-denis', 'presidence-tulkarem', 'presidence-qalqilya', 'presidence-jenine'];
  let five: Seated;
  const partyId = (name: string): string => five.parties.find(({ shortName }) => shortName === name)!.id;
  const nextHost = async (): Promise<string | undefined> => (await seated('coordination-jenine'))[0]?.nextHost?.party.shortName;

  interface Hosting {
    readonly town: string;
    readonly slug: string;
    readonly day: string;
    readonly item?: string;
  }
  const schedule = async ({ town, slug, day }: Hosting) =>
    (await as(`coordination-${slug}`)).act<{ id: string; code?: string }>('scheduleMeeting', { partnershipId: five.id, hostPartyId: partyId(town), kind: 'ORDINARY', mode: 'IN_PERSON', civilDate: day, time: '10:00', place: town }, 'id');

  /** Scheduled, convened by its host, everybody there, opened. */
  async function open(hosting: Hosting): Promise<string> {
    const { id } = await schedule(hosting);
    const desk = await as(`coordination-${hosting.slug}`);
    if (hosting.item) await desk.act('addAgendaItem', { meetingId: id, title: hosting.item, text: hosting.item });
    expect(await (await as(`presidence-${hosting.slug}`)).act('conveneMeeting', { meetingId: id })).toMatchObject({ __typename: 'Meeting' });
    demo.house.legalClock.run(new Date(`${hosting.day}T10:05:00Z`));
    const { partnership } = await desk.ask<{ partnership: { seats: { id: string; category: string }[] } }>('query($id: ID!) { partnership(id: $id) { seats { id category } } }', { id: five.id });
    const entries = partnership.seats.filter(({ category }) => category === 'CO_PRESIDENT').map((seat) => ({ seatId: seat.id, presence: 'PRESENT' }));
    expect(entries).toHaveLength(5);
    await desk.act('recordAttendance', { meetingId: id, entries });
    expect(await desk.act('openMeeting', { meetingId: id })).toMatchObject({ __typename: 'Meeting' });
    return id;
  }

  /** One ballot on the meeting's decision, everybody for but `choices`; NONE casts nothing. */
  async function ballot(meetingId: string, choices: Readonly<Record<string, string>> = {}): Promise<{ state: string; because: (string | undefined)[] }> {
    const desk = await as('coordination-val-de-marne');
    const sitting = 'query($id: ID!) { meeting(id: $id) { decisions { id state ballots { id textHash closedAt outcome { reasons { party { shortName } } } } } } }';
    interface Sitting { meeting: { decisions: { id: string; state: string; ballots: { id: string; textHash: string; closedAt: string | null; outcome: { reasons: { party: { shortName: string } | null }[] } | null }[] }[] } }
    const decisionId = (await desk.ask<Sitting>(sitting, { id: meetingId })).meeting.decisions[0]!.id;
    await desk.act('openBallot', { decisionId });
    const opened = (await desk.ask<Sitting>(sitting, { id: meetingId })).meeting.decisions[0]!.ballots.find(({ closedAt }) => closedAt === null)!;
    for (const persona of presidents.filter((one) => choices[one] !== 'NONE')) {
      const choice = choices[persona] ?? 'FOR';
      await (await as(persona)).act('castVote', { ballotId: opened.id, choice, textHash: opened.textHash, ...(choice === 'AGAINST' ? { reason: 'Calendrier' } : {}) });
    }
    await desk.act('closeBallot', { ballotId: opened.id });
    const { state, ballots } = (await desk.ask<Sitting>(sitting, { id: meetingId })).meeting.decisions[0]!;
    return { state, because: ballots.find(({ id }) => id === opened.id)?.outcome?.reasons.map(({ party }) => party?.shortName) ?? [] };
  }

  let meetingId: string;
  beforeAll(async () => {
    [five] = (await seated('presidence-tulkarem')) as [Seated];
  });

  it('five co-presidents; four for and one missing, silent or against, adopt nothing; five for do', async () => {
    expect(five.parties).toHaveLength(5);
    meetingId = await open({ town: 'Val-de-Marne', slug: 'val-de-marne', day: '2027-02-10', item: 'Schéma directeur de l’eau' });
    const against = await ballot(meetingId, { 'presidence-jenine': 'AGAINST' });
    expect(against).toMatchObject({ state: 'NOT_ADOPTED', because: expect.arrayContaining(['Jenine']) });
    const silent = await ballot(meetingId, { 'presidence-qalqilya': 'NONE' });
    expect(silent).toMatchObject({ state: 'NOT_ADOPTED', because: expect.arrayContaining(['Qalqilya']) });
    expect((await ballot(meetingId)).state).toBe('ADOPTED');
    expect(await (await as('coordination-val-de-marne')).act('closeMeeting', { meetingId })).toMatchObject({ __typename: 'Meeting' });
  });

  it('five signatures: executory at the fifth, not before', async () => {
    const desk = await as('coordination-val-de-marne');
    const drafted = await desk.act<{ id: string; proseVersion: number }>('draftMinutes', { meetingId }, 'id proseVersion');
    await desk.act('editMinutes', { minutesId: drafted.id, expectedVersion: drafted.proseVersion, prose: [{ language: 'fr', discussion: 'Les cinq collectivités font le bilan.' }] });
    await desk.act('reviewMinutes', { minutesId: drafted.id });
    const { contentHash } = await desk.act<{ contentHash: string }>('finaliseMinutes', { minutesId: drafted.id }, 'contentHash');
    const states: string[] = [];
    let executoryAt: string | null = null;
    for (const persona of presidents) {
      const signed = await (await as(persona)).act<{ state: string; executoryAt: string | null }>('signMinutes', { minutesId: drafted.id, contentHash, place: 'Créteil' }, 'state executoryAt');
      states.push(signed.state);
      if (persona !== presidents.at(-1)) expect(signed.executoryAt).toBeNull();
      else ({ executoryAt } = signed);
    }
    expect(states).toEqual(['PARTIALLY_SIGNED', 'PARTIALLY_SIGNED', 'PARTIALLY_SIGNED', 'PARTIALLY_SIGNED', 'EXECUTORY']);
    expect(executoryAt).not.toBeNull();
  });

  it('the host turns over two countries, then over the parties of each', async () => {
    expect(await nextHost()).toBe('Tulkarem');
    expect(await schedule({ town: 'Seine-Saint-Denis', slug: 'seine-saint-denis', day: '2027-09-15' })).toMatchObject({ code: 'TURN_BREAK_NEEDS_REASON' });
    const second = await open({ town: 'Tulkarem', slug: 'tulkarem', day: '2027-10-13' });
    await (await as('coordination-tulkarem')).act('closeMeeting', { meetingId: second });
    expect(await nextHost()).toBe('Seine-Saint-Denis');
  });
});
