import { describe, expect, it } from '@jest/globals';
import { FixedClock, type Json, type RuleSource } from '#kernel';
import { mayStart } from './action-life.js';
import { items, sourceOfItem } from './completeness.js';
import { strategicAxis } from './draft.js';
import { edit, type SheetWorld } from './edit.js';
import { followed } from './followed-action.js';
import { hand, plan, planCase, sheet, sheetCase, world } from './given.contract.js';
import { addSheet, mayFreeze, validate } from './plan.js';
import { sourcesOf, type ProgrammeRule } from './sources.js';
import { coValidate, submit } from './sheet-life.js';

const silent = sourcesOf(new Map());
const keys = Object.keys(silent) as ProgrammeRule[];
const at = new FixedClock(new Date('2026-11-22T09:00:00Z')).now();

/** An agreement that settles every rule of this room, each in words of its own. */
const ownText = (key: string): RuleSource => ({ kind: 'RULES_OF_PROCEDURE', reference: `RI ${key}`, quote: `Nos mots : ${key}.` });
const settling: SheetWorld = { ...world, sources: Object.fromEntries(keys.map((key) => [key, ownText(key)])) as SheetWorld['sources'] };

type Refusing = (of: SheetWorld) => { readonly refused: boolean; readonly code?: string; readonly source?: RuleSource | null };

const coordinator = hand('vlg', 'COORDINATOR');
const ready = sheet({ id: 'new', state: 'CO_VALIDATED' });
const closed = (of: SheetWorld): SheetWorld => ({ ...of, axes: of.axes.map((axis) => ({ ...axis, active: false })) });
const submitted = sheetCase({ state: 'SUBMITTED' }, { validations: [{ version: 3, partyId: 'vlg', personId: 'author' }] });

const planned = followed({ id: 'a', partnershipId: 'p', decisionId: 'd', executoryAt: null, sheetId: 's', year: 2027, title: 'Titre', startsOn: null, plannedEnd: null }, []);

/** Every refusal that quotes a rule an agreement may settle: which rule, and how it is met. */
const refusals: readonly (readonly [code: string, rule: ProgrammeRule, met: Refusing])[] = [
  ['ENDS_BEFORE_START', 'calendar', (of) => edit(sheet(), { hand: hand('vlg'), expectedVersion: 3, change: { endsOn: '2027-01-01' as never } }, of)],
  ['AXIS_NOT_STRATEGIC', 'transversalAxes', (of) => strategicAxis('T1', of)],
  ['SHEET_OF_OTHER_PARTY', 'sheetsByCommittee', (of) => edit(sheet(), { hand: hand('tiznit'), expectedVersion: 3, change: {} }, of)],
  ['OWN_PARTY_HAS_VALIDATED', 'jointly', (of) => coValidate(submitted, { hand: hand('vlg'), version: 3 }, of)],
  ['SHEET_INCOMPLETE', 'indicators', (of) => submit(sheetCase({ indicators: [] }), { hand: hand('vlg'), version: null, at }, of)],
  ['SHEET_INCOMPLETE', 'transversalAxes', (of) => submit(sheetCase({ transversalAnswers: {} }), { hand: hand('vlg'), version: null, at }, of)],
  ['SHEET_INCOMPLETE', 'calendar', (of) => submit(sheetCase({ startsOn: null }), { hand: hand('vlg'), version: null, at }, of)],
  ['SHEET_INCOMPLETE', 'outsideAxes', (of) => submit(sheetCase({ axisId: null }), { hand: hand('vlg'), version: null, at }, of)],
  ['SHEET_NOT_CO_VALIDATED', 'jointly', (of) => addSheet(planCase(), { hand: coordinator, sheet: sheet({ id: 'new' }) }, of)],
  ['SHEET_OF_OTHER_YEAR', 'planByCommittee', (of) => addSheet(planCase(), { hand: coordinator, sheet: { ...ready, year: 2028 } }, of)],
  ['AXIS_NOT_OPEN', 'newAxis', (of) => addSheet(planCase(), { hand: coordinator, sheet: ready }, closed(of))],
  ['AXIS_NOT_OPEN', 'newAxis', (of) => mayFreeze(planCase({ state: 'CO_VALIDATED' }), coordinator, closed(of))],
  ['PLAN_IS_EMPTY', 'planByCommittee', (of) => validate(planCase({}, { actions: [] }), { hand: coordinator, read: null, current: 'h' }, of)],
  ['PLAN_IS_EMPTY', 'planByCommittee', (of) => mayFreeze(planCase({ state: 'CO_VALIDATED' }, { actions: [] }), coordinator, of)],
  ['PLAN_VALIDATED_BY_PARTY', 'jointly', (of) => validate(planCase({}, { validations: [{ partyId: 'vlg', personId: 'x' }] }), { hand: coordinator, read: null, current: 'h' }, of)],
  ['PLAN_ACTIONS_CHANGED', 'jointly', (of) => validate({ ...planCase(), plan: plan() }, { hand: coordinator, read: 'old', current: 'h' }, of)],
  ['ACTION_NOT_READY', 'calendar', (of) => mayFreeze(planCase({ state: 'CO_VALIDATED' }, { actions: [sheet({ endsOn: null })] }), coordinator, of)],
  ['ACTION_NOT_EXECUTORY', 'executory', (of) => mayStart(planned, { hand: hand('vlg'), sources: of.sources })],
];

describe('where the programme’s rules come from', () => {
  it.each(refusals)('%s is said by the agreement’s own words on %s, or by our default where it is silent', (code, rule, met) => {
    expect(met(settling)).toMatchObject({ refused: true, code, source: ownText(rule) });
    expect(met({ ...world, sources: silent })).toMatchObject({ refused: true, code, source: silent[rule] });
  });

  it('meets every rule an agreement may settle (one nobody quotes would be seen)', () => {
    expect([...new Set(refusals.map(([, rule]) => rule))].sort()).toEqual([...keys].sort());
  });

  it('is ours, without a word or an article of anybody, where an agreement is silent', () => {
    for (const source of [...Object.values(silent), ...items.map((item) => sourceOfItem(silent)[item])]) {
      expect(source.kind).toBe('PRODUCT_DEFAULT');
      expect(source.quote).toBeUndefined();
      expect(source.reference).not.toMatch(/\bArt|Annexe/);
    }
  });

  it('takes each rule from its own key, one by one, and leaves the others ours', () => {
    const values: Readonly<Record<ProgrammeRule, Json>> = {
      planByCommittee: 'YEARLY', jointly: 'EVERY_PARTY_VALIDATES', sheetsByCommittee: 'EACH_PARTY_WRITES_ITS_OWN', transversalAxes: 'EACH_ANSWERED',
      newAxis: 'JOINT_VALIDATION_FIRST', calendar: 'START_AND_END', indicators: 'WITH_METHOD_AND_PERSON', outsideAxes: 'ALLOWED_WITH_REASON', executory: 'EVERY_PARTY_SIGNED',
    };
    for (const key of keys) expect(sourcesOf(new Map([[key, { value: values[key], source: ownText(key) }]]))).toEqual({ ...silent, [key]: ownText(key) });
  });

  it.each([['indicators', 'OPTIONAL'], ['jointly', 'ONE_PARTY'], ['outsideAxes', false], ['calendar', { start: true }]] as const)('refuses to guess: %s cannot be %j', (key, value) => {
    expect(() => sourcesOf(new Map([[key, { value, source: ownText(key) }]]))).toThrow(RangeError);
  });

  it('would be seen quoting a constant: planted, one source that is not the partnership’s', () => {
    const planted: SheetWorld = { ...settling, sources: { ...settling.sources, jointly: silent.jointly } };
    const wrong = refusals.filter(([, rule, met]) => JSON.stringify(met(planted).source) !== JSON.stringify(ownText(rule)));
    expect(new Set(wrong.map(([, rule]) => rule))).toEqual(new Set(['jointly']));
  });
});
