import { describe, expect, it } from '@jest/globals';
import { FixedClock, VersionedZones } from '#kernel';
import { adopt, colourOf, deadlineSetting } from './adoption.js';
import { items, missingInAction, missingInSheet, sourceOfItem } from './completeness.js';
import { edit } from './edit.js';
import { codeOf, hand, nobody, plan, planCase, sheet, sheetCase, world } from './given.contract.js';
import { openNext } from './open-plan.js';
import { addSheet, freeze, mayFreeze, planStates, removeSheet, reopen, validate } from './plan.js';
import { sheetStates, type Sheet } from './sheet.js';
import { coValidate, returnToAuthor, submit, withdraw } from './sheet-life.js';

const at = new FixedClock(new Date('2026-11-22T09:00:00Z')).now();
const author = hand('vlg');
const other = hand('tiznit');
const coordinator = hand('vlg', 'COORDINATOR');

describe('what a sheet may lack', () => {
  const emptied: Readonly<Record<(typeof items)[number], Partial<Sheet>>> = {
    context: { sections: { objectives: 'x' } },
    objectives: { sections: { context: 'x', objectives: ' ' } },
    indicators: { indicators: [] },
    methods: { indicators: [{ ...sheet().indicators[0]!, method: '' }] },
    responsibles: { indicators: [{ ...sheet().indicators[0]!, responsible: ' ' }] },
    transversal: { transversalAnswers: { T1: 'Oui' } },
    startsOn: { startsOn: null },
    endsOn: { endsOn: null },
    axis: { axisId: null },
    budget: { budget: [] },
  };

  it.each(items)('%s alone is named, and nothing else, with a source', (item) => {
    const lacking = sheet(emptied[item]);
    expect(item === 'budget' ? missingInAction(lacking, world.axes) : missingInSheet(lacking, world.axes)).toEqual([item]);
    expect(sourceOfItem(world.sources)[item].reference).not.toBe('');
  });

  it('is nothing for a complete sheet, nor for one outside the axes with its reason (C5 Q21)', () => {
    expect(missingInSheet(sheet(), world.axes)).toEqual([]);
    expect(missingInSheet(sheet({ axisId: null, outsideAxesReason: 'Séisme' }), world.axes)).toEqual([]);
    expect(missingInSheet(sheet({ budget: [] }), world.axes)).toEqual([]);
  });

  it('asks for the answer of every active transversal axis, however many', () => {
    const third = { id: 'T3', kind: 'TRANSVERSAL', number: 'T3', active: true, leads: [] };
    expect(missingInSheet(sheet(), [...world.axes, third])).toEqual(['transversal']);
    expect(missingInSheet(sheet(), [...world.axes, { ...third, active: false }])).toEqual([]);
  });
});

/** From which states each verb is possible; every other state must be refused with a code that names it. */
describe('the states of a sheet (C4)', () => {
  const verbs: readonly (readonly [verb: string, from: readonly string[], act: (state: Sheet['state']) => { refused: boolean; code?: string }])[] = [
    ['edit', ['DRAFT', 'RETURNED'], (state) => edit(sheet({ state }), { hand: author, expectedVersion: 3, change: {} }, world)],
    ['submit', ['DRAFT', 'RETURNED'], (state) => submit(sheetCase({ state }), { hand: author, version: null, at }, world)],
    ['coValidate', ['SUBMITTED'], (state) => coValidate(sheetCase({ state }), { hand: other, version: 3 }, world)],
    ['return', ['SUBMITTED', 'CO_VALIDATED'], (state) => returnToAuthor(sheetCase({ state }), { hand: other, reason: 'Motif' })],
    ['withdraw', ['DRAFT', 'SUBMITTED', 'RETURNED', 'CO_VALIDATED'], (state) => withdraw(sheetCase({ state }), author, world)],
  ];
  it.each(verbs)('%s only from %j', (_verb, from, act) => {
    expect(sheetStates.filter((state) => codeOf(act(state)) === 'OK')).toEqual(from);
    for (const state of sheetStates.filter((one) => !from.includes(one))) expect(codeOf(act(state))).toBe('SHEET_STATE_FORBIDS');
  });

  it('lets nobody act for a party that is not theirs, nor a person for two parties', () => {
    expect(codeOf(edit(sheet(), { hand: other, expectedVersion: 3, change: {} }, world))).toBe('SHEET_OF_OTHER_PARTY');
    expect(codeOf(edit(sheet(), { hand: nobody, expectedVersion: 3, change: {} }, world))).toBe('NOT_ALLOWED');
    expect(codeOf(withdraw(sheetCase(), other, world))).toBe('SHEET_OF_OTHER_PARTY');
    const both = { personId: 'author', seats: [{ partyId: 'vlg', persona: 'TECHNICIAN' }, { partyId: 'tiznit', persona: 'TECHNICIAN' }] };
    const submitted = sheetCase({ state: 'SUBMITTED' }, { validations: [{ version: 3, partyId: 'vlg', personId: 'author' }] });
    expect(codeOf(coValidate(submitted, { hand: both, version: 3 }, world))).toBe('OWN_PARTY_HAS_VALIDATED');
    expect(codeOf(coValidate(submitted, { hand: other, version: 3 }, world))).toBe('OK');
  });

  it('is co-validated by the last party only, also with three (counting two would be seen)', () => {
    const three = { ...world, parties: [...world.parties, { id: 'third', shortName: 'Troisième' }] };
    const one = { version: 3, partyId: 'vlg', personId: 'a' };
    const step = (validations: readonly (typeof one)[], by: string) => coValidate(sheetCase({ state: 'SUBMITTED' }, { validations }), { hand: hand(by), version: 3 }, three);
    expect(step([one], 'tiznit')).toMatchObject({ value: { state: { state: 'SUBMITTED' } } });
    expect(step([one, { version: 3, partyId: 'tiznit', personId: 'b' }], 'third')).toMatchObject({ value: { state: { state: 'CO_VALIDATED' } } });
  });
});

describe('the states of a plan (C4)', () => {
  const addable = sheet({ id: 'new', state: 'CO_VALIDATED' });
  const frozen = { hand: coordinator, content: {}, contentHash: 'h', at };
  const verbs: readonly (readonly [verb: string, from: readonly string[], act: (state: (typeof planStates)[number]) => { refused: boolean; code?: string }])[] = [
    ['add', ['DRAFT', 'CO_VALIDATED'], (state) => addSheet(planCase({ state }), { hand: coordinator, sheet: addable }, world)],
    ['remove', ['DRAFT', 'CO_VALIDATED'], (state) => removeSheet(planCase({ state }), { hand: coordinator, sheetId: 'sheet' })],
    ['validate', ['DRAFT'], (state) => validate(planCase({ state }), { hand: coordinator, read: null, current: 'h' }, world)],
    ['freeze', ['CO_VALIDATED'], (state) => freeze(planCase({ state }), frozen, world)],
    ['reopen', ['FROZEN'], (state) => reopen(planCase({ state }), coordinator, false)],
  ];
  it.each(verbs)('%s only from %j, and by a coordinator', (_verb, from, act) => {
    expect(planStates.filter((state) => codeOf(act(state)) === 'OK')).toEqual(from);
    for (const state of planStates.filter((one) => !from.includes(one))) expect(codeOf(act(state))).toBe('PLAN_STATE_FORBIDS');
  });

  it('falls back to DRAFT when an action comes or goes', () => {
    expect(addSheet(planCase({ state: 'CO_VALIDATED' }), { hand: coordinator, sheet: addable }, world)).toMatchObject({ value: { state: { state: 'DRAFT' } } });
    expect(removeSheet(planCase({ state: 'CO_VALIDATED' }), { hand: coordinator, sheetId: 'sheet' })).toMatchObject({ value: { state: { state: 'DRAFT' } } });
  });

  it('is not frozen with an axis that has since been closed, nor empty, nor by a technician', () => {
    const closed = { ...world, axes: world.axes.map((axis) => ({ ...axis, active: axis.id !== 'I' })) };
    expect(codeOf(mayFreeze(planCase({ state: 'CO_VALIDATED' }), coordinator, closed))).toBe('AXIS_NOT_OPEN');
    expect(codeOf(mayFreeze(planCase({ state: 'CO_VALIDATED' }, { actions: [] }), coordinator, world))).toBe('PLAN_IS_EMPTY');
    expect(codeOf(mayFreeze(planCase({ state: 'CO_VALIDATED' }), author, world))).toBe('PLAN_BY_COORDINATORS');
  });

  it('opens again as a new version after adoption only', () => {
    const command = { id: 'next', partnershipId: 'p', agreementId: 'a', year: 2027, hand: coordinator };
    for (const state of planStates) expect(codeOf(openNext(command, plan({ state })))).toBe(state === 'ADOPTED' ? 'OK' : 'PLAN_ALREADY_OPEN');
    expect(openNext(command, plan({ state: 'ADOPTED', version: 4 }))).toMatchObject({ value: { state: { version: 5, state: 'DRAFT', contentHash: null } } });
  });
});

describe('adoption', () => {
  const setting = { day: '12-31', inclusive: false, event: 'ADOPTION', zoneRule: 'EARLIEST' } as const;
  const judged = (adoptedAt: string, over: object = {}, zonesOfParties = ['Europe/Paris', 'Africa/Casablanca']) =>
    adopt(plan({ state: 'FROZEN' }), { decisionId: 'd', adoptedAt: new Date(adoptedAt) }, { setting: deadlineSetting({ ...setting, ...over }), zonesOfParties, zones: new VersionedZones() });

  it('is on time strictly before the earliest 31 December, inclusively at the other setting (AT-07, AT-08)', () => {
    expect(judged('2026-12-30T22:59:59Z')).toMatchObject({ value: { state: { onTime: true } } });
    expect(judged('2026-12-30T23:00:00Z')).toMatchObject({ value: { state: { onTime: false } } });
    expect(judged('2026-12-30T23:30:00Z', {}, ['Africa/Casablanca'])).toMatchObject({ value: { state: { onTime: true } } });
    expect(judged('2026-12-31T22:59:59Z', { inclusive: true })).toMatchObject({ value: { state: { onTime: true } } });
    expect(judged('2026-12-31T23:00:00Z', { inclusive: true })).toMatchObject({ value: { state: { onTime: false } } });
  });

  it('refuses a plan that is not frozen, and a rule of another shape is a bug', () => {
    const nothing = { setting: null, zonesOfParties: [], zones: new VersionedZones() };
    for (const state of planStates) expect(codeOf(adopt(plan({ state }), { decisionId: 'd', adoptedAt: at }, nothing))).toBe(state === 'FROZEN' ? 'OK' : 'PLAN_STATE_FORBIDS');
    expect(() => deadlineSetting('31 décembre')).toThrow(TypeError);
  });

  it('colours: green executory, amber adopted, red neither (C5 Q8)', () => {
    expect(colourOf(plan({ state: 'ADOPTED' }), at)).toBe('GREEN');
    expect(colourOf(plan({ state: 'ADOPTED' }), null)).toBe('AMBER');
    expect(colourOf(plan({ state: 'FROZEN' }), null)).toBe('RED');
    expect(colourOf(null, null)).toBe('RED');
  });
});
