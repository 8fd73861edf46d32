import { describe, expect, it } from '@jest/globals';
import { emptyAttendance } from './attendance.js';
import { conclude, type Choice, type Outcome, type Voice } from './decision-engine.js';
import { morning, seat, withRules } from './given.contract.js';
import { callRoll, type CommitteeAt, type Roll } from './roll.js';
import type { CommitteeRules } from './rules.js';
import type { Party, Seat } from './seat.js';

/**
 * The engine beside a model written apart from it, for at most five members of two or three parties. The engine has two halves, and the
 * second sees nothing of the first but the roll: every sheet under every reading gives the model's roll, and every roll there is, with every
 * vote under every reading, the model's answer. Together: all votes, absences, powers and settings.
 */
const party = (id: string, country: string): Party => ({ id, shortName: id, country });
const parties: readonly Party[] = [party('vlg', 'FR'), party('tiz', 'MA'), party('nab', 'PS')];
const member = (id: string, category: Seat['category'], more: Partial<Seat> = {}): Seat => seat(id, category, { partyId: id.slice(0, 3), ...more });

interface House {
  readonly name: string;
  readonly parties: readonly Party[];
  readonly seats: readonly Seat[];
}
const houses: readonly House[] = [
  { name: 'two parties', parties: parties.slice(0, 2), seats: [member('vlg-1', 'CO_PRESIDENT'), member('tiz-1', 'CO_PRESIDENT'), member('vlg-2', 'ELECTED'), member('vlg-3', 'TECHNICIAN'), member('tiz-2', 'ELECTED')] },
  { name: 'two parties, a seat without a vote', parties: parties.slice(0, 2), seats: [member('vlg-1', 'CO_PRESIDENT'), member('vlg-2', 'ELECTED'), member('vlg-3', 'ELECTED', { votes: false }), member('tiz-1', 'CO_PRESIDENT'), member('tiz-2', 'TECHNICIAN')] },
  { name: 'three parties', parties, seats: [member('vlg-1', 'CO_PRESIDENT'), member('tiz-1', 'CO_PRESIDENT'), member('nab-1', 'CO_PRESIDENT'), member('vlg-2', 'ELECTED'), member('nab-2', 'TECHNICIAN')] },
  { name: 'three parties, one without a co-president', parties, seats: [member('vlg-1', 'CO_PRESIDENT'), member('vlg-2', 'TECHNICIAN'), member('tiz-2', 'ELECTED'), member('nab-1', 'CO_PRESIDENT'), member('nab-2', 'ELECTED')] },
];

/** Of each member: there, away, or away with a power to the member of that place. */
type Place = 'THERE' | 'AWAY' | number;

function* product<T>(choices: readonly (readonly T[])[]): Generator<T[]> {
  if (choices.length === 0) return yield [];
  const [first = [], ...rest] = choices;
  for (const one of first) for (const more of product(rest)) yield [one, ...more];
}

const sheetsOf = (count: number): Generator<Place[]> =>
  product(Array.from({ length: count }, (_, self): Place[] => ['THERE', 'AWAY', ...Array.from({ length: count }, (__, at) => at).filter((at) => at !== self)]));

const rollReadings = [...product<string>([['ALL_MEMBERS', 'ELECTED', 'PARTY'], ['EVERY_CO_PRESIDENT', 'EVERY_PARTY', 'NONE'], ['PRESENT', 'SEATED'], ['OFF', 'ONE_PER_MEMBER', 'TWO_PER_MEMBER']])].map(
  ([voters, quorum, basis, proxies]) => withRules({ voters, quorum, basis, proxies } as Parameters<typeof withRules>[0]),
);

/** What a roll comes to: « vlg-3 by vlg-1 », who is missing. */
interface Called {
  readonly electors: readonly string[];
  readonly missing: readonly string[];
}
type Caller = (committee: CommitteeAt, rules: CommitteeRules) => Roll;

function called(call: Caller, house: House, { seats, sheet, rules }: { seats: readonly Seat[]; sheet: readonly Place[]; rules: CommitteeRules }): Called {
  const bySeat = Object.fromEntries(seats.map(({ id }, at) => [id, sheet[at] === 'THERE' ? ('PRESENT' as const) : ('ABSENT' as const)]));
  const proxies = seats.flatMap(({ id }, at) => (typeof sheet[at] === 'number' ? [{ seatId: id, holderSeatId: seats[sheet[at]]!.id }] : []));
  const roll = call({ at: morning, parties: house.parties, seats, attendance: { ...emptyAttendance, bySeat, proxies } }, rules);
  return { electors: roll.electors.map(({ seatId, heldBy }) => (heldBy ? `${seatId} by ${heldBy.seatId}` : seatId)), missing: roll.quorumMissing };
}

const elected = ({ category }: Seat): boolean => ['CO_PRESIDENT', 'ELECTED'].includes(category);

/** In plain words (Art. 5; C5 Q1, Q4, Q5). A power: to somebody there, of one's own side, with a vote; so many each; never for the quorum. */
function modelRoll(house: House, { seats, sheet, rules }: { seats: readonly Seat[]; sheet: readonly Place[]; rules: CommitteeRules }): Called {
  const { voters, quorum, basis, proxies } = rules;
  const voice = (one: Seat): boolean => ({ ALL_MEMBERS: one.votes, ELECTED: one.votes && elected(one), PARTY: one.category === 'CO_PRESIDENT' })[voters.value];
  const room = { OFF: 0, ONE_PER_MEMBER: 1, TWO_PER_MEMBER: 2 }[proxies.value];
  const load = seats.map(() => 0);
  const electors: string[] = [];
  seats.forEach((one, at) => {
    if (!voice(one)) return;
    const place = sheet[at]!;
    if (place === 'THERE') return void electors.push(one.id);
    const holder = typeof place === 'number' ? seats[place]! : null;
    const fit = holder && sheet[place as number] === 'THERE' && holder.partyId === one.partyId && holder.votes && (voters.value !== 'ELECTED' || elected(holder));
    if (fit && load[place as number]! < room) {
      load[place as number]! += 1;
      electors.push(`${one.id} by ${holder.id}`);
    } else if (basis.value === 'SEATED') electors.push(one.id);
  });
  const comes = (side: Party, test: (one: Seat) => boolean): boolean => seats.some((one, at) => one.partyId === side.id && sheet[at] === 'THERE' && test(one));
  const sits = { NONE: () => true, EVERY_PARTY: (side: Party) => comes(side, ({ votes }) => votes), EVERY_CO_PRESIDENT: (side: Party) => comes(side, ({ category }) => category === 'CO_PRESIDENT') }[quorum.value];
  return { electors, missing: house.parties.filter((side) => !sits(side)).map(({ id }) => id) };
}

/** Sheets on which a caller of the roll and the model part, under any reading; the first few. */
function rollMistakes(call: Caller, counts: readonly number[] = [0, 1, 2, 3, 4, 5]): string[] {
  const found: string[] = [];
  for (const house of houses)
    for (const count of counts) {
      const seats = house.seats.slice(0, count);
      for (const sheet of sheetsOf(count))
        for (const rules of rollReadings) {
          const world = { seats, sheet, rules };
          if (JSON.stringify(called(call, house, world)) !== JSON.stringify(modelRoll(house, world))) found.push(`${house.name}: ${sheet.join(' ')}`);
          if (found.length > 3) return found;
        }
    }
  return found;
}

type Engine = (rules: CommitteeRules, roll: Roll, voices: readonly Voice[]) => Outcome;
const answers = ['SILENT', 'FOR', 'AGAINST', 'ABSTAIN'] as const;
const readings = [...product<string | boolean>([['BLOCKS', 'NEUTRAL'], [true, false]])].map(([abstention, everyPartyMustConcur]) => withRules({ abstention, everyPartyMustConcur } as Parameters<typeof withRules>[0]));

/** Unanimity: somebody, nobody missing, nobody silent or against, one yes at least, and one of each party where the parties must concur. */
function modelAdopts(roll: Roll, said: readonly (typeof answers)[number][], { abstention, everyPartyMustConcur }: CommitteeRules): boolean {
  if (roll.quorumMissing.length > 0 || !said.includes('FOR') || said.includes('SILENT') || said.includes('AGAINST')) return false;
  if (said.includes('ABSTAIN') && abstention.value === 'BLOCKS') return false;
  const agreeing = roll.electors.filter((_, at) => said[at] === 'FOR').map(({ partyId }) => partyId);
  return !everyPartyMustConcur.value || roll.parties.every(({ id }) => agreeing.includes(id));
}

/** Rolls and votes on which an engine and the model part; the first few. Every subset of members and of missing parties is a roll. */
function outcomeMistakes(engine: Engine): string[] {
  const found: string[] = [];
  const subsets = <T>(list: readonly T[]): T[][] => [...product(list.map((one) => [[one], []] as T[][]))].map((parts) => parts.flat());
  for (const house of houses)
    for (const members of subsets(house.seats))
      for (const quorumMissing of [[], house.parties.slice(0, 1).map(({ id }) => id), house.parties.map(({ id }) => id)]) {
        const electors = members.map(({ id, partyId, personId, name }) => ({ seatId: id, partyId, personId, name, presence: 'PRESENT' as const }));
        const roll: Roll = { electors, parties: house.parties, quorumMissing };
        for (const said of product(electors.map(() => answers))) {
          const voices = electors.flatMap(({ seatId }, at): Voice[] => (said[at] === 'SILENT' ? [] : [{ seatId, choice: said[at] as Choice, words: 'Motif' }]));
          for (const rules of readings) {
            const { adopted, reasons, tally } = engine(rules, roll, voices);
            const whole = tally.for + tally.against + tally.abstentions + tally.notCast === electors.length;
            if (adopted !== modelAdopts(roll, said, rules) || adopted === reasons.length > 0 || !whole) found.push(`${house.name}: ${said.join(' ')}`);
            if (found.length > 3) return found;
          }
        }
      }
  return found;
}

describe('the decision engine beside an independent model, up to five members of two or three parties', () => {
  it('calls the model’s roll: every absence, every power, under every reading', () => expect(rollMistakes(callRoll)).toEqual([]));
  it('adopts what the model adopts, and says why it does not: every roll, every vote, under every reading', () => expect(outcomeMistakes(conclude)).toEqual([]));

  const sheetWith = (change: (committee: CommitteeAt) => Partial<CommitteeAt>): Caller => (committee, rules) => callRoll({ ...committee, ...change(committee) }, rules);
  it.each<[string, Caller]>([
    ['powers forgotten', sheetWith(({ attendance }) => ({ attendance: { ...attendance, proxies: [] } }))],
    ['a holder who is away counted', (committee, rules) => {
      const { attendance } = committee;
      const holders = attendance.proxies.map(({ holderSeatId }) => [holderSeatId, 'PRESENT'] as const);
      const roll = callRoll({ ...committee, attendance: { ...attendance, bySeat: { ...attendance.bySeat, ...Object.fromEntries(holders) } } }, rules);
      return { ...roll, quorumMissing: callRoll(committee, rules).quorumMissing, electors: roll.electors.filter(({ seatId, heldBy }) => heldBy || attendance.bySeat[seatId] === 'PRESENT' || rules.basis.value === 'SEATED') };
    }],
    ['as many powers as one likes', (committee, rules) => callRoll(committee, rules.proxies.value === 'ONE_PER_MEMBER' ? withRules({ ...valuesOf(rules), proxies: 'TWO_PER_MEMBER' }) : rules)],
    ['the quorum forgotten', (committee, rules) => ({ ...callRoll(committee, rules), quorumMissing: [] })],
    ['a power across parties', (committee, rules) => callRoll({ ...committee, seats: committee.seats.map((one) => ({ ...one, partyId: 'vlg' })) }, rules)],
  ])('sees the planted defect: %s', (_, call) => expect(rollMistakes(call, [3, 4])).not.toEqual([]));

  it.each<[string, Engine]>([
    ['silence counted as a yes', (rules, roll, voices) => conclude(rules, roll, roll.electors.map(({ seatId }) => voices.find((voice) => voice.seatId === seatId) ?? { seatId, choice: 'FOR', words: null }))],
    ['a majority taken for unanimity', (rules, roll, voices) => ({ ...conclude(rules, roll, voices), adopted: voices.filter(({ choice }) => choice === 'FOR').length * 2 > roll.electors.length })],
    ['a party that need not concur', (rules, roll, voices) => conclude({ ...rules, everyPartyMustConcur: { ...rules.everyPartyMustConcur, value: false } }, roll, voices)],
  ])('sees the planted defect: %s', (_, engine) => expect(outcomeMistakes(engine)).not.toEqual([]));
});

function valuesOf({ voters, quorum, basis, proxies }: CommitteeRules): Parameters<typeof withRules>[0] {
  return { voters: voters.value, quorum: quorum.value, basis: basis.value, proxies: proxies.value };
}
