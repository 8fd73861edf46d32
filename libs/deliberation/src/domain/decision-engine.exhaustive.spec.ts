import { describe, expect, it } from '@jest/globals';
import { conclude, type Choice, type Outcome, type Voice } from './decision-engine.js';
import { attended, morning, rules, seat, towns, withRules } from './given.contract.js';
import { callRoll, type Roll } from './roll.js';
import type { CommitteeRules } from './rules.js';
import type { Seat } from './seat.js';

/** Small scope, whole: at most 5 members of two parties, each absent, silent or voting, under every reading of the rules. */
const cast: readonly Seat[] = [seat('vlg-1', 'CO_PRESIDENT'), seat('tiz-1', 'CO_PRESIDENT'), seat('vlg-2', 'ELECTED'), seat('tiz-2', 'TECHNICIAN'), seat('vlg-4', 'TECHNICIAN')];
const conducts = ['AWAY', 'SILENT', 'FOR', 'AGAINST', 'ABSTAIN'] as const;
type Conduct = (typeof conducts)[number];

interface Case {
  readonly members: readonly Seat[];
  readonly conduct: readonly Conduct[];
}

function* everyCase(): Generator<Case> {
  for (let size = 0; size <= cast.length; size += 1)
    for (let code = 0; code < conducts.length ** size; code += 1) {
      const conduct = Array.from({ length: size }, (_, index) => conducts[Math.floor(code / conducts.length ** index) % conducts.length] as Conduct);
      yield { members: cast.slice(0, size), conduct };
    }
}

const cases = [...everyCase()];
const readings: CommitteeRules[] = (['ALL_MEMBERS', 'ELECTED', 'PARTY'] as const).flatMap((voters) =>
  (['BLOCKS', 'NEUTRAL'] as const).flatMap((abstention) =>
    [true, false].flatMap((everyPartyMustConcur) =>
      (['EVERY_CO_PRESIDENT', 'EVERY_PARTY', 'NONE'] as const).flatMap((quorum) =>
        (['PRESENT', 'SEATED'] as const).map((basis) => withRules({ voters, abstention, everyPartyMustConcur, quorum, basis })),
      ),
    ),
  ),
);

type Engine = (rules: CommitteeRules, roll: Roll, voices: readonly Voice[]) => Outcome;

function play({ members, conduct }: Case, reading: CommitteeRules, engine: Engine): Outcome {
  const attendance = attended(Object.fromEntries(members.map(({ id }, index) => [id, conduct[index] === 'AWAY' ? 'ABSENT' : 'PRESENT'])));
  const voices = members.flatMap(({ id }, index): Voice[] => {
    const choice = conduct[index] as Conduct;
    return choice === 'AWAY' || choice === 'SILENT' ? [] : [{ seatId: id, choice: choice as Choice, words: choice }];
  });
  return engine(reading, callRoll({ at: morning, parties: towns, seats: members, attendance }, reading), voices);
}

/** Art. 5 in plain words, written apart from the engine: everyone there says yes, both towns speak, both presidents are there. */
function unanimous({ members, conduct }: Case): boolean {
  const there = members.filter((_, index) => conduct[index] !== 'AWAY');
  const presidents = there.filter(({ category }) => category === 'CO_PRESIDENT').length;
  return presidents === 2 && conduct.every((said) => said === 'FOR' || said === 'AWAY');
}

const label = ({ conduct }: Case): string => conduct.join(' ');
const strictMistakes = (engine: Engine): string[] => cases.filter((each) => play(each, rules, engine).adopted !== unanimous(each)).map(label);

/** Cases the strict reading adopts and another reading does not. */
const unsafe = (others: readonly CommitteeRules[], engine: Engine): string[] =>
  cases.filter((each) => play(each, rules, engine).adopted && others.some((reading) => !play(each, reading, engine).adopted)).map(label);

describe('every vote of at most five members', () => {
  it('covers the whole scope', () => {
    expect(cases.length).toBe(1 + 5 + 25 + 125 + 625 + 3125);
    expect(readings.length).toBe(72);
  });

  it('strictly: adopted exactly when everyone present is for, every party has a yes, and the quorum is met', () => {
    expect(strictMistakes(conclude)).toEqual([]);
    expect(cases.filter(unanimous).length).toBe(1 + 2 + 4 + 8);
  });

  it('safe harbour (A0.2): adopted under the strict default, adopted under every reading that counts the members present', () => {
    expect(unsafe(readings.filter(({ basis }) => basis.value === 'PRESENT'), conclude)).toEqual([]);
  });

  it('the safe harbour has one open side: a reading that counts every seated member (C5 Q4) falls with any absence, and only then', () => {
    const seated = unsafe(readings.filter(({ basis }) => basis.value === 'SEATED'), conclude);
    expect(seated).not.toEqual([]);
    expect(seated.every((conduct) => conduct.includes('AWAY'))).toBe(true);
  });

  it('says why, or adopts, under every reading: never both, never neither', () => {
    const torn = cases.filter((each) => readings.some((reading) => { const { adopted, reasons } = play(each, reading, conclude); return adopted === reasons.length > 0; }));
    expect(torn.map(label)).toEqual([]);
  });

  it.each<[string, Engine]>([
    ['silence counted as a yes', (given, roll, voices) => conclude(given, roll, [...roll.electors.filter(({ seatId }) => !voices.some((voice) => voice.seatId === seatId)).map(({ seatId }): Voice => ({ seatId, choice: 'FOR', words: null })), ...voices])],
    ['abstention counted as a yes', (given, roll, voices) => conclude(given, roll, voices.map((voice) => (voice.choice === 'ABSTAIN' ? { ...voice, choice: 'FOR' } : voice)))],
    ['quorum forgotten', (given, roll, voices) => conclude(given, { ...roll, quorumMissing: [] }, voices)],
    ['a majority taken for unanimity', (given, roll, voices) => ({ ...conclude(given, roll, voices), adopted: voices.filter(({ choice }) => choice === 'FOR').length * 2 > roll.electors.length })],
  ])('sees the planted defect: %s', (_, engine) => {
    expect(strictMistakes(engine)).not.toEqual([]);
  });

  it('sees a planted defect in the safe harbour: a reading stricter than the default', () => {
    const stricter: Engine = (given, roll, voices) => (given.voters.value === 'ELECTED' && voices.length < 3 ? conclude(given, { ...roll, electors: [] }, []) : conclude(given, roll, voices));
    expect(unsafe(readings.filter(({ basis }) => basis.value === 'PRESENT'), stricter)).not.toEqual([]);
  });
});
