import type { Who } from '../access/cast.js';

/**
 * What the convention and the product defaults say of one session, from its date to its executory PV, written from the texts and not from
 * the rooms: the house is played beside it and must never say otherwise.
 */
export const members = ['own-P', 'own-E', 'own-T', 'other-P', 'other-E', 'other-T'] as const satisfies readonly Who[];
export type Member = (typeof members)[number];
export const actors = [...members, 'own-C', 'other-C', 'own-S', 'foreign-P', 'former-P', 'own-G'] as const satisfies readonly Who[];
export type Actor = (typeof actors)[number];

export type Choice = 'FOR' | 'AGAINST' | 'ABSTAIN';
export type Presence = 'PRESENT' | 'REMOTE' | 'ABSENT';

interface Vote {
  readonly who: Member;
  readonly choice: Choice;
}
export interface ModelDecision {
  state: 'ON_AGENDA' | 'OPEN' | 'ADOPTED' | 'NOT_ADOPTED';
  /** Of the ballot that is open, if one is. */
  electors: readonly Member[];
  votes: readonly Vote[];
}
export interface ModelMinutes {
  state: 'DRAFT' | 'REVIEW' | 'FINAL' | 'PARTIALLY_SIGNED' | 'EXECUTORY';
  version: number;
  french: boolean;
  signed: readonly string[];
}
export interface ModelWorld {
  meeting: 'SCHEDULED' | 'CONVENED' | 'OPEN' | 'CLOSED' | 'MINUTED' | 'CANCELLED';
  presence: Readonly<Partial<Record<Member, Presence>>>;
  decisions: readonly ModelDecision[];
  minutes: ModelMinutes | null;
}

/** One thing somebody tries. */
export type Command =
  | { readonly does: 'addItem' | 'convene' | 'attendAll' | 'open' | 'closeBallot' | 'closeMeeting' | 'draft' | 'write' | 'review' | 'back' | 'finalise' | 'sign' | 'refuse' | 'cancel' }
  | { readonly does: 'attend'; readonly member: Member; readonly presence: Presence }
  | { readonly does: 'openBallot'; readonly place: number }
  | { readonly does: 'vote'; readonly choice: Choice };
export type Tried = Command & { readonly who: Actor };

export const firstWorld: ModelWorld = { meeting: 'SCHEDULED', presence: {}, decisions: [], minutes: null };

const seatOf = (who: Actor): string => who.slice(-1);
const sideOf = (who: Actor): string => who.slice(0, -2);
const seated = (who: Actor): boolean => ['own', 'other'].includes(sideOf(who));
/** Coordinators and co-presidents of either side run a meeting (product default, C4). */
const steward = (who: Actor): boolean => seated(who) && 'PC'.includes(seatOf(who));
/** The session's secretary holds the sitting and the pen with them (product default, C4). */
const keeper = (who: Actor): boolean => seated(who) && 'PCS'.includes(seatOf(who));
const presiding = (who: Actor): boolean => seated(who) && seatOf(who) === 'P';
const there = (world: ModelWorld, who: Member): boolean => ['PRESENT', 'REMOTE'].includes(world.presence[who] ?? '');
const polled = (world: ModelWorld): number => world.decisions.findIndex(({ state }) => state === 'OPEN');

/** Art. 5: unanimous. An abstention, a silence, a party without a voice each block (product defaults, C5 Q1 to Q4). */
const unanimous = ({ electors, votes }: ModelDecision): boolean =>
  electors.every((who) => votes.some((vote) => vote.who === who && vote.choice === 'FOR')) && ['own', 'other'].every((side) => electors.some((who) => sideOf(who) === side));

const meetingIs = (world: ModelWorld, ...states: readonly ModelWorld['meeting'][]): boolean => states.includes(world.meeting);
const minutesAre = (world: ModelWorld, ...states: readonly ModelMinutes['state'][]): boolean => world.minutes !== null && states.includes(world.minutes.state);
const withDecision = (world: ModelWorld, place: number, change: Partial<ModelDecision>): ModelWorld => ({ ...world, decisions: world.decisions.map((one, index) => (index === place ? { ...one, ...change } : one)) });
const withMinutes = (world: ModelWorld, change: Partial<ModelMinutes>): ModelWorld => ({ ...world, minutes: world.minutes && { ...world.minutes, ...change } });
const newVersion = (world: ModelWorld): ModelWorld => withMinutes(world, { state: 'DRAFT', version: (world.minutes?.version ?? 0) + 1, signed: [] });

type Rule = (world: ModelWorld, tried: Tried) => ModelWorld | null;
const when = (allowed: boolean, next: () => ModelWorld): ModelWorld | null => (allowed ? next() : null);

function ballotClosed(world: ModelWorld): ModelWorld {
  const place = polled(world);
  const decision = world.decisions[place];
  return decision ? withDecision(world, place, { state: unanimous(decision) ? 'ADOPTED' : 'NOT_ADOPTED', electors: [], votes: [] }) : world;
}

function voted(world: ModelWorld, who: Actor, choice: Choice): ModelWorld | null {
  const place = polled(world);
  const decision = world.decisions[place];
  const elector = decision?.electors.find((one) => one === who);
  return decision && elector ? withDecision(world, place, { votes: [...decision.votes.filter((vote) => vote.who !== elector), { who: elector, choice }] }) : null;
}

function signedBy(world: ModelWorld, who: Actor): ModelWorld {
  const signed = [...(world.minutes?.signed ?? []), sideOf(who)];
  return withMinutes(world, { signed, state: signed.length === 2 ? 'EXECUTORY' : 'PARTIALLY_SIGNED' });
}

const rules: { readonly [Does in Command['does']]: Rule } = {
  // No text closes the agenda before the sitting does: an item may come up at the table (ours).
  addItem: (world, { who }) => when(steward(who) && meetingIs(world, 'SCHEDULED', 'CONVENED', 'OPEN'), () => ({ ...world, decisions: [...world.decisions, { state: 'ON_AGENDA', electors: [], votes: [] }] })),
  // Art. 5: « convoqué par le représentant du pays hôte ». Said twice, it is one convocation.
  convene: (world, { who }) => when(who === 'own-P' && meetingIs(world, 'SCHEDULED', 'CONVENED'), () => ({ ...world, meeting: 'CONVENED' })),
  attendAll: (world, { who }) => when(keeper(who) && meetingIs(world, 'CONVENED', 'OPEN'), () => ({ ...world, presence: Object.fromEntries(members.map((member) => [member, 'PRESENT'])) })),
  attend: (world, tried) => when(tried.does === 'attend' && keeper(tried.who) && meetingIs(world, 'CONVENED', 'OPEN'), () => ({ ...world, presence: { ...world.presence, ...(tried.does === 'attend' && { [tried.member]: tried.presence }) } })),
  // Product default, C5 Q4: every co-president is there.
  open: (world, { who }) => when(keeper(who) && meetingIs(world, 'CONVENED') && there(world, 'own-P') && there(world, 'other-P'), () => ({ ...world, meeting: 'OPEN' })),
  openBallot: (world, tried) => {
    const place = tried.does === 'openBallot' ? tried.place : -1;
    const ready = ['ON_AGENDA', 'NOT_ADOPTED'].includes(world.decisions[place]?.state ?? '') && polled(world) === -1;
    return when(keeper(tried.who) && meetingIs(world, 'OPEN') && ready, () => withDecision(world, place, { state: 'OPEN', electors: members.filter((who) => there(world, who)), votes: [] }));
  },
  vote: (world, tried) => (tried.does === 'vote' ? voted(world, tried.who, tried.choice) : null),
  closeBallot: (world, { who }) => when(keeper(who) && polled(world) !== -1, () => ballotClosed(world)),
  closeMeeting: (world, { who }) => when(keeper(who) && meetingIs(world, 'OPEN') && polled(world) === -1, () => ({ ...world, meeting: 'CLOSED' })),
  draft: (world, { who }) => when(keeper(who) && meetingIs(world, 'CLOSED') && world.minutes === null, () => ({ ...world, minutes: { state: 'DRAFT', version: 1, french: false, signed: [] } })),
  // A change of a final text opens version n+1, without signatures (Art. 5, AT-02).
  write: (world, { who }) => when(keeper(who) && minutesAre(world, 'DRAFT', 'REVIEW', 'FINAL', 'PARTIALLY_SIGNED'), () => withMinutes(minutesAre(world, 'FINAL', 'PARTIALLY_SIGNED') ? newVersion(world) : world, { french: true })),
  review: (world, { who }) => when(keeper(who) && minutesAre(world, 'DRAFT'), () => withMinutes(world, { state: 'REVIEW' })),
  // Until the first signature (decisions.md).
  back: (world, { who }) => when(steward(who) && minutesAre(world, 'REVIEW', 'FINAL'), () => (minutesAre(world, 'FINAL') ? newVersion(world) : withMinutes(world, { state: 'DRAFT' }))),
  // Art. 8: the French version first.
  finalise: (world, { who }) => when(steward(who) && minutesAre(world, 'REVIEW') && world.minutes?.french === true, () => withMinutes({ ...world, meeting: 'MINUTED' }, { state: 'FINAL', signed: [] })),
  // Art. 5: « qu’après signature respective ».
  sign: (world, { who }) => when(presiding(who) && minutesAre(world, 'FINAL', 'PARTIALLY_SIGNED') && !world.minutes?.signed.includes(sideOf(who)), () => signedBy(world, who)),
  refuse: (world, { who }) => when(presiding(who) && minutesAre(world, 'FINAL', 'PARTIALLY_SIGNED') && !world.minutes?.signed.includes(sideOf(who)), () => newVersion(world)),
  cancel: (world, { who }) => when(steward(who) && meetingIs(world, 'SCHEDULED', 'CONVENED'), () => ({ ...world, meeting: 'CANCELLED' })),
};

/** What becomes of the world; `null` where the texts refuse. */
export const after = (world: ModelWorld, tried: Tried): ModelWorld | null => rules[tried.does](world, tried);

const tries: readonly Command[] = [
  ...(['addItem', 'convene', 'attendAll', 'open', 'closeBallot', 'closeMeeting', 'draft', 'write', 'review', 'back', 'finalise', 'sign', 'refuse', 'cancel'] as const).map((does) => ({ does })),
  ...members.flatMap((member) => (['PRESENT', 'REMOTE', 'ABSENT'] as const).map((presence) => ({ does: 'attend' as const, member, presence }))),
  ...[0, 1, 2].map((place) => ({ does: 'openBallot' as const, place })),
  ...(['FOR', 'FOR', 'FOR', 'AGAINST', 'ABSTAIN'] as const).map((choice) => ({ does: 'vote' as const, choice })),
];
export const everyTry: readonly Tried[] = tries.flatMap((command) => actors.map((who) => ({ ...command, who })));

/** What leads on; what leads back or stays where it is, is tried more rarely, else no history would reach its end. */
function leadsOn(world: ModelWorld, tried: Tried): boolean {
  const { does } = tried;
  const ballot = world.decisions[polled(world)];
  if (does === 'addItem') return world.decisions.length === 0;
  if (does === 'write') return world.minutes?.french === false;
  if (does === 'attendAll') return !there(world, 'own-P') || !there(world, 'other-P');
  if (tried.does === 'vote') return tried.choice === 'FOR' && !ballot?.votes.some((vote) => vote.who === tried.who);
  if (does === 'closeBallot') return ballot?.votes.length === ballot?.electors.length;
  if (does === 'closeMeeting') return world.decisions.some(({ state }) => state === 'ADOPTED');
  return !['cancel', 'back', 'refuse', 'attend'].includes(does);
}

/** The next try, by two numbers of chance: mostly something the texts allow here, else anything. */
export function tryFrom(world: ModelWorld, { kind, pick }: { readonly kind: number; readonly pick: number }): Tried {
  const allowed = everyTry.filter((tried) => tried.does !== 'cancel' && after(world, tried) !== null);
  const wished = kind < 2 ? everyTry : kind < 4 ? allowed : allowed.filter((tried) => leadsOn(world, tried));
  const among = wished.length > 0 ? byDeed(wished, pick) : everyTry;
  return among[pick % among.length] ?? everyTry[0]!;
}

/** One deed first, then who and how: a deed that many may do is no likelier than one that a single person may. */
function byDeed(allowed: readonly Tried[], pick: number): readonly Tried[] {
  const deeds = [...new Set(allowed.map(({ does }) => does))];
  return allowed.filter(({ does }) => does === deeds[(pick >>> 8) % deeds.length]);
}
