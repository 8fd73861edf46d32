import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type Answer, type Decided } from '#kernel';
import { edit, reopen, submit } from './drafting.js';
import { assignNumber, finalise } from './finalising.js';
import { draftMinutes, later, mayor, president, rules, seat, seats } from './given.contract.js';
import { minutesMoves, nextActors, type Minutes } from './minutes.js';
import { contentOf } from './minutes-content.js';
import type { Seat } from './seat.js';
import { refuseToSign, sign } from './signature.js';
import { followMandates } from './succession.js';

/**
 * All interleavings of a small world: two presidents who sign or refuse, on the text they see or on an earlier one, a coordinator who edits,
 * submits, finalises and reopens, and a succession at one town hall. Every state reachable in 8 acts is visited once.
 */
const depth = 8;
const successor = seat('vlg-8', 'CO_PRESIDENT', { from: later(0) });
const afterElection = seats.map((each) => (each.id === mayor.id ? { ...each, until: later(0) } : each)).concat(successor);

interface World {
  readonly minutes: Minutes;
  readonly elected: boolean;
}
type Act = readonly [name: string, play: (world: World) => Answer<Decided<Minutes>> | null, elects?: boolean];
interface Reducers {
  readonly sign: typeof sign;
  readonly edit: typeof edit;
  readonly refuseToSign: typeof refuseToSign;
  readonly followMandates: typeof followMandates;
}
const honest: Reducers = { sign, edit, refuseToSign, followMandates };

const seatsIn = (world: World): readonly Seat[] => (world.elected ? afterElection : seats);
const hashOf = (minutes: Minutes): string => canonicalJson(contentOf(minutes));
const at = later(300);

function seal(minutes: Minutes, members: readonly Seat[]): Answer<Decided<Minutes>> {
  const numbered = assignNumber(minutes, { year: 2026, sequence: 1 }, rules);
  if (numbered.refused) return numbered;
  const contentHash = hashOf(numbered.value);
  return finalise(numbered.value, { contentHash, pdfSha256: `pdf of ${contentHash}`, seats: members, at }, rules);
}

function actsOf(by: Reducers): Act[] {
  const signing = (signatory: Seat, seen: (minutes: Minutes) => { version: number; seal: Minutes['seal'] } | undefined): Act[1] => (world) => {
    const text = seen(world.minutes);
    if (!text?.seal) return null;
    const { contentHash, pdfSha256 } = text.seal;
    const command = { seat: signatory, personId: signatory.personId, version: text.version, contentHash, pdfSha256, method: 'PASSKEY' as const, place: 'Ici', at, stepUpAt: at, machineNow: at };
    return by.sign(world.minutes, command, { seats: seatsIn(world), rules });
  };
  const refusing = (signatory: Seat): Act[1] => (world) =>
    by.refuseToSign(world.minutes, { seat: signatory, personId: signatory.personId, at, motive: 'Non' }, { seats: seatsIn(world), rules });
  return [
    ...[mayor, president, successor].flatMap((who): Act[] => [
      [`${who.id} signs`, signing(who, (minutes) => minutes)],
      [`${who.id} signs an old text`, signing(who, (minutes) => minutes.replaced.at(-1))],
      [`${who.id} refuses`, refusing(who)],
    ]),
    ['edit', ({ minutes }) => by.edit(minutes, { language: 'fr', section: 'discussions', text: `Version ${minutes.version} corrigée`, at }, rules)],
    ['submit', ({ minutes }) => submit(minutes, { at })],
    ['finalise', (world) => seal(world.minutes, seatsIn(world))],
    ['reopen', ({ minutes }) => reopen(minutes, { reason: 'Erreur', at })],
    ['election', ({ minutes }) => by.followMandates(minutes, { seats: afterElection, at }), true],
  ];
}

/** What must hold in every state, and of every step; the first broken sentence is returned with the acts that lead to it. */
function broken(before: World, after: World): string | null {
  const { minutes } = after;
  const sealHash = minutes.seal?.contentHash;
  if (before.minutes.state === 'EXECUTORY' && canonicalText(before.minutes) !== canonicalText(minutes)) return 'an executory PV changed';
  if (minutes.state === 'EXECUTORY' && !['vlg', 'tiz'].every((id) => minutes.signatures.some(({ partyId, contentHash }) => partyId === id && contentHash === sealHash))) return 'executory without every signature on its hash';
  if ((minutes.state === 'EXECUTORY') !== (minutes.executoryAt !== null)) return 'executory and its date part ways';
  if (minutes.seal && hashOf(minutes) !== sealHash) return 'the sealed text is not the text';
  if (minutes.signatures.some(({ contentHash, version }) => contentHash !== sealHash || version !== minutes.version)) return 'a signature on another text counts';
  if (new Set(minutes.signatures.map(({ partyId }) => partyId)).size !== minutes.signatures.length) return 'a party signed twice';
  if (minutes.version < before.minutes.version || minutes.replaced.length < before.minutes.replaced.length) return 'history went backwards';
  if (minutes.state !== 'EXECUTORY' && nextActors(minutes).length === 0) return 'nobody is next';
  if (nextActors(minutes).some((next) => next.who === 'CO_PRESIDENT' && after.elected && next.seatId === mayor.id)) return 'a former mayor is still asked';
  if (minutes.state !== before.minutes.state && !(minutesMoves[before.minutes.state] as readonly string[]).includes(minutes.state)) return `a move outside the table: ${before.minutes.state} to ${minutes.state}`;
  return null;
}

const canonicalText = (minutes: Minutes): string => JSON.stringify(minutes);
const keyOf = ({ minutes, elected }: World): string => `${elected} ${canonicalText(minutes)}`;

function explore(by: Reducers): { states: Set<string>; visited: number; steps: number; fault: string | null; moves: Set<string> } {
  const acts = actsOf(by);
  const seen = new Set<string>();
  const found = { states: new Set<string>(), visited: 0, steps: 0, fault: null as string | null, moves: new Set<string>() };
  let frontier: { world: World; path: string[] }[] = [{ world: { minutes: draftMinutes(), elected: false }, path: [] }];
  for (let step = 0; step <= depth && frontier.length > 0; step += 1) {
    const next: typeof frontier = [];
    for (const { world, path } of frontier) {
      found.states.add(world.minutes.state);
      for (const [name, play, elects] of step < depth ? acts : []) {
        const answer = play(world);
        if (!answer || answer.refused) continue;
        const after = { minutes: answer.value.state, elected: world.elected || elects === true };
        const fault = broken(world, after);
        found.steps += 1;
        found.moves.add(`${world.minutes.state} > ${after.minutes.state}`);
        if (fault) return { ...found, fault: `${fault}: ${[...path, name].join(', ')}` };
        if (seen.has(keyOf(after))) continue;
        seen.add(keyOf(after));
        next.push({ world: after, path: [...path, name] });
      }
    }
    frontier = next;
  }
  return { ...found, visited: seen.size };
}

describe('every interleaving of two presidents, an editor and a succession, to depth 8', () => {
  it('breaks no promise, and reaches every state and every move of the table but those named', () => {
    const { states, fault, visited, steps, moves } = explore(honest);
    expect(fault).toBeNull();
    expect([...states].sort()).toEqual(Object.keys(minutesMoves).sort());
    const drawn = Object.entries(minutesMoves).flatMap(([from, tos]) => tos.map((to) => `${from} > ${to}`));
    // One party alone goes straight from FINAL to EXECUTORY; REVIEW goes back by sendBack, which this world has not.
    expect(drawn.filter((move) => !moves.has(move)).sort()).toEqual(['FINAL > EXECUTORY', 'REVIEW > DRAFT']);
    expect(visited).toBeGreaterThan(100);
    expect(steps).toBeGreaterThan(visited);
  });

  const then = (answer: Answer<Decided<Minutes>>, change: (minutes: Minutes) => Minutes): Answer<Decided<Minutes>> =>
    answer.refused ? answer : { refused: false, value: { ...answer.value, state: change(answer.value.state) } };
  const planted: [string, string, Partial<Reducers>][] = [
    ['an edit that keeps the signatures', 'a signature on another text counts', { edit: (minutes, command, given) => then(edit(minutes, command, given), (state) => ({ ...state, signatures: minutes.signatures })) }],
    ['an edit under the seal', 'the sealed text is not the text', { edit: (minutes, command, given) => (minutes.state === 'EXECUTORY' ? edit(minutes, command, given) : then(edit({ ...minutes, state: 'DRAFT' }, command, given), (state) => ({ ...state, state: minutes.state }))) }],
    ['an edit of an executory PV', 'an executory PV changed', { edit: (minutes, command, given) => edit(minutes.state === 'EXECUTORY' ? { ...minutes, state: 'FINAL' } : minutes, command, given) }],
    ['one signature is enough', 'executory without every signature on its hash', { sign: (minutes, command, world) => then(sign(minutes, command, world), (state) => ({ ...state, state: 'EXECUTORY', executoryAt: at })) }],
    ['a stale page signs', 'a signature on another text counts', {
      sign: (minutes, command, world) =>
        then(sign(minutes, { ...command, version: minutes.version, contentHash: minutes.seal?.contentHash ?? '', pdfSha256: minutes.seal?.pdfSha256 ?? '' }, world), (state) => ({
          ...state,
          signatures: state.signatures.map((each) => (each.seatId === command.seat.id ? { ...each, contentHash: command.contentHash, version: command.version } : each)),
        })),
    }],
    ['a refusal that forgets the signatures', 'history went backwards', { refuseToSign: (minutes, command, world) => then(refuseToSign(minutes, command, world), (state) => ({ ...state, version: 0 })) }],
    ['a succession nobody follows', 'a former mayor is still asked', { followMandates: (minutes) => ({ refused: false, value: { state: minutes, facts: [] } }) }],
  ];

  it.each(planted)('sees the planted defect: %s', (_, sentence, defect) => {
    expect(explore({ ...honest, ...defect }).fault).toContain(sentence);
  });
});
