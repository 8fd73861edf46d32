import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { contest, mayContest, sheetUndone, undoesOnPlan, undoOnSheet, type SheetSince } from './contest.js';
import { enteringBounds, mayEnter, partySaidFor, pensOf, type EnteredAct, type Entering } from './entered.js';
import { codeOf, hand, plan, planCase, sheet, sheetCase, world } from './given.contract.js';
import { validate } from './plan.js';
import { sheetSaidBy } from './said-sheet.js';
import { coValidate } from './sheet-life.js';

const on = (text: string): CivilDate => text as CivilDate;
const entering = (over: Partial<Entering> = {}): Entering => ({
  act: 'CO_VALIDATE_SHEET', by: hand('tiznit', 'COORDINATOR'), sayer: hand('tiznit'), partyId: 'tiznit', saidOn: on('2026-11-18'), today: on('2026-11-20'),
  since: on('2026-11-10'), proof: false, answers: true, pens: [], parties: world.parties, ...over,
});
const otherSide = { by: hand('vlg', 'COORDINATOR'), answers: false } as const;

describe('who may enter for whom', () => {
  it('is a coordinator of the same party, without a paper, whether or not she was here lately', () => {
    expect(mayEnter(entering())).toEqual({ refused: false, value: 'tiznit' });
    expect(codeOf(mayEnter(entering({ answers: false })))).toBe('OK');
  });

  it.each<[string, Partial<Entering>, string]>([
    ['a technician', { by: hand('tiznit', 'TECHNICIAN', 'other') }, 'ENTERED_BY_COORDINATOR'],
    ['the person herself', { sayer: hand('tiznit', 'COORDINATOR') }, 'ENTERED_FOR_ONESELF'],
    ['for somebody without the office that day', { partyId: null }, 'ENTERED_FOR_NO_OFFICE'],
    ['a word of tomorrow', { saidOn: on('2026-11-21') }, 'SAID_IN_FUTURE'],
    ['a word older than what it speaks of', { saidOn: on('2026-11-09') }, 'SAID_BEFORE'],
    ['another side’s coordinator, while that side answers', { ...otherSide, answers: true, proof: true }, 'ENTERED_PARTY_ANSWERS'],
    ['another side’s coordinator, without the paper', otherSide, 'ENTERED_PROOF_REQUIRED'],
    ['one hand for both sides, without the paper', { pens: ['COORDINATOR-tiznit'] }, 'ENTERED_PROOF_REQUIRED'],
  ])('is not %s', (_who, over, code) => {
    const answer = mayEnter(entering(over));
    expect(codeOf(answer)).toBe(code);
    expect(answer.refused && answer.source?.kind).toBe('PRODUCT_DEFAULT');
  });

  it('becomes the other side’s coordinator where nobody answers, and one hand for both, with the paper alone', () => {
    expect(mayEnter(entering({ ...otherSide, proof: true }))).toEqual({ refused: false, value: 'tiznit' });
    expect(codeOf(mayEnter(entering({ pens: ['COORDINATOR-tiznit'], proof: true })))).toBe('OK');
  });

  it('sees a rule that forgot the paper (planted)', () => {
    const forgetful = (given: Entering) => mayEnter({ ...given, proof: true });
    expect(codeOf(forgetful(entering(otherSide)))).not.toBe(codeOf(mayEnter(entering(otherSide))));
  });
});

describe('for which party a word stands', () => {
  const two = { personId: 'both', seats: [{ partyId: 'vlg', persona: 'TECHNICIAN' }, { partyId: 'tiznit', persona: 'TECHNICIAN' }] };
  it('is hers: the author’s for a submission, another for a co-validation, the desk’s for the plan', () => {
    expect([partySaidFor('SUBMIT_SHEET', two, 'vlg'), partySaidFor('CO_VALIDATE_SHEET', two, 'vlg'), partySaidFor('VALIDATE_PLAN', two, null)]).toEqual(['vlg', 'tiznit', null]);
    expect(partySaidFor('CO_VALIDATE_SHEET', hand('tiznit', 'ELECTED_MEMBER'), 'vlg')).toBeNull();
  });
});

describe('one human does not hold the pen for two parties without a paper', () => {
  const validated = (proven: boolean) => [{ version: 3, partyId: 'vlg', personId: 'author', pen: { personId: 'TECHNICIAN-tiznit', proven } }];
  const submitted = (proven: boolean) => sheetCase({ state: 'SUBMITTED' }, { validations: validated(proven) });
  it('on a fiche: who wrote the author’s word without a paper does not then validate for the other side', () => {
    expect(codeOf(coValidate(submitted(false), { hand: hand('tiznit'), version: 3 }, world))).toBe('OWN_PARTY_HAS_VALIDATED');
    expect(codeOf(coValidate(submitted(true), { hand: hand('tiznit'), version: 3 }, world))).toBe('OK');
    expect(pensOf(validated(true), 'tiznit')).toEqual(['TECHNICIAN-tiznit']);
  });

  it('on the plan alike', () => {
    const held = (proven: boolean) => planCase({}, { validations: [{ partyId: 'vlg', personId: 'somebody', pen: { personId: 'COORDINATOR-tiznit', proven } }] });
    const command = { hand: hand('tiznit', 'COORDINATOR'), read: null, current: '' };
    expect([codeOf(validate(held(false), command, world)), codeOf(validate(held(true), command, world))]).toEqual(['PLAN_VALIDATED_BY_PARTY', 'OK']);
  });
});

describe('a fiche typed from a paper', () => {
  const saying = { by: hand('vlg', 'COORDINATOR'), personId: 'x', partyId: 'tiznit' };
  it('is a draft of whoever types it, and becomes the sayer’s as it is submitted for her', () => {
    expect(sheetSaidBy(sheet(), saying, world)).toMatchObject({ value: { authorPartyId: 'tiznit', authorPersonId: 'x' } });
  });
  it('is nobody else’s draft, and never changes sides once submitted', () => {
    expect(codeOf(sheetSaidBy(sheet({ authorPartyId: 'tiznit' }), saying, world))).toBe('SHEET_OF_OTHER_PARTY');
    expect(codeOf(sheetSaidBy(sheet({ submittedAt: new Date(0) }), saying, world))).toBe('SHEET_OF_OTHER_PARTY');
    expect(codeOf(sheetSaidBy(sheet({ submittedAt: new Date(0), authorPartyId: 'tiznit' }), saying, world))).toBe('OK');
  });
});

const enteredAt = new Date('2026-11-20T10:00:00.000Z');
const entered = (over: Partial<EnteredAct> = {}): EnteredAct => ({
  id: 'entered', partnershipId: 'partnership', act: 'CO_VALIDATE_SHEET', subjectKind: 'projectSheet', subjectId: 'sheet', version: 3, partyId: 'tiznit', personId: 'x', office: 'Ingénieure', officeAr: 'مهندسة',
  byPartyId: 'vlg', byPersonId: 'y', channel: 'PAPER', saidOn: on('2026-11-18'), note: '', proofSha256: 'a', stateBefore: 'SUBMITTED', enteredAt, contestUntil: on('2026-12-05'),
  contestedAt: null, contestedBy: null, contestReason: null, undone: null, ...over,
});
const x = hand('tiznit', 'TECHNICIAN', 'x');

describe('contesting', () => {
  it('is hers, or her own coordination’s, once, and until the last day included', () => {
    expect(enteringBounds.contestDays).toBe(15);
    expect(codeOf(mayContest(entered(), x, on('2026-12-05')))).toBe('OK');
    expect(codeOf(mayContest(entered(), hand('tiznit', 'COORDINATOR', 'z'), on('2026-12-05')))).toBe('OK');
    expect(codeOf(mayContest(entered(), x, on('2026-12-06')))).toBe('CONTEST_TOO_LATE');
    expect(codeOf(mayContest(entered(), hand('vlg', 'COORDINATOR', 'y'), on('2026-11-21')))).toBe('ENTERED_NOT_YOURS');
    expect(codeOf(mayContest(entered({ byPartyId: 'tiznit' }), hand('tiznit', 'COORDINATOR', 'y'), on('2026-11-21')))).toBe('ENTERED_NOT_YOURS');
    expect(codeOf(mayContest(entered({ contestedAt: enteredAt }), x, on('2026-11-21')))).toBe('ENTERED_ALREADY_CONTESTED');
  });

  it('asks for words, and keeps them clean', () => {
    const command = { hand: x, today: on('2026-11-21'), at: enteredAt };
    expect(codeOf(contest(entered(), { ...command, reason: ' \u200b ' }, true))).toBe('REASON_REQUIRED');
    expect(contest(entered(), { ...command, reason: ' Non.\u202e ' }, true)).toMatchObject({ value: { contestReason: 'Non.', contestedBy: 'x', undone: true } });
  });

  const stands = { partyId: 'tiznit', version: 3, validatedAt: enteredAt };
  const since = (over: Parameters<typeof sheet>[0] = {}, beside: Partial<SheetSince> = {}): SheetSince => ({ sheet: sheet({ state: 'CO_VALIDATED', ...over }), given: [stands], plans: [], ...beside });

  it('takes a co-validation back while nothing settled came after: the fiche waits again, the other party’s word stands', () => {
    const undo = undoOnSheet(entered(), since());
    expect(undo).toEqual({ state: 'SUBMITTED', fromVersion: 3, falls: 'tiznit' });
    expect(sheetUndone(sheet({ state: 'CO_VALIDATED' }), undo!, 'Non')).toMatchObject({ state: 'SUBMITTED', version: 4, returnReason: null });
    expect(undoOnSheet(entered(), since({}, { plans: ['DRAFT', 'CO_VALIDATED'] }))).not.toBeNull();
  });

  it('leaves the chain alone once a plan that holds it is frozen or adopted, or once it was left behind', () => {
    for (const state of ['FROZEN', 'ADOPTED'] as const) expect(undoOnSheet(entered(), since({}, { plans: ['DRAFT', state] }))).toBeNull();
    expect(undoOnSheet(entered(), since({ state: 'RETURNED', version: 4 }))).toBeNull();
    expect(undoOnSheet(entered(), since({ version: 5 }))).toBeNull();
    // Somebody of her party validated since, by her own hand: that word is not the contested one.
    expect(undoOnSheet(entered(), since({}, { given: [{ ...stands, validatedAt: new Date(0) }] }))).toBeNull();
  });

  it('sees a way back that forgot the frozen plan (planted)', () => {
    const forgetful = (given: SheetSince) => undoOnSheet(entered(), { ...given, plans: [] });
    expect(forgetful(since({}, { plans: ['FROZEN'] }))).not.toEqual(undoOnSheet(entered(), since({}, { plans: ['FROZEN'] })));
  });

  it('sends a submission back to writing, and gives a returned fiche its place again', () => {
    const submission = entered({ act: 'SUBMIT_SHEET', stateBefore: 'DRAFT' });
    expect(undoOnSheet(submission, since({ state: 'SUBMITTED' }))).toMatchObject({ state: 'RETURNED', falls: 'ALL' });
    const returned = entered({ act: 'RETURN_SHEET', stateBefore: 'CO_VALIDATED' });
    expect(undoOnSheet(returned, since({ state: 'RETURNED', version: 4 }))).toEqual({ state: 'CO_VALIDATED', fromVersion: 3, falls: null });
    expect(undoOnSheet(returned, since({ state: 'RETURNED', version: 5 }))).toBeNull();
  });

  it('takes a validation of the plan back until the plan is frozen', () => {
    const ofPlan = entered({ act: 'VALIDATE_PLAN', subjectKind: 'actionPlan', subjectId: 'plan' });
    expect(undoesOnPlan(ofPlan, plan({ state: 'CO_VALIDATED' }), [stands])).toBe(true);
    expect(undoesOnPlan(ofPlan, plan({ state: 'FROZEN' }), [stands])).toBe(false);
    expect(undoesOnPlan(ofPlan, plan({ state: 'DRAFT' }), [])).toBe(false);
  });
});
