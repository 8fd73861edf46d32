import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { borrowedWords, namesAnArticle } from './others-words.contract.js';
import { openTwoPartnerships, secondId, type Refused, type TwoPartnerships, type Who } from './second-partnership.contract.js';

/** Beside Villeneuve-la-Garenne – Tiznit stands a partnership without any article: nothing of hers may say a word of theirs. */
let two: TwoPartnerships;
/** Every answer and letter of hers, with where it was read. */
const read: { readonly where: string; readonly text: string }[] = [];
const refused = new Map<string, Refused>();

const theirs = (text: string): string[] => [
  ...borrowedWords(text),
  ...(namesAnArticle(text) ? ['an article'] : []),
  ...(/Tiznit|Villeneuve|تيزنيت|"ARTICLE"/.exec(text) ?? []),
];
const leaks = (): string[] => read.flatMap(({ where, text }) => theirs(text).map((words) => `${where}: ${words}`));

async function see(who: Who, where: string, [document, variables]: readonly [document: string, variables: object]): Promise<Readonly<Record<string, unknown>>> {
  const french = await two.ask(who, document, { variables });
  for (const answer of [french, await two.ask(who, document, { variables, language: 'ar' })]) read.push({ where, text: JSON.stringify(answer) });
  return french;
}

/** Does what must be refused, and keeps the refusal. */
async function no(who: Who, mutation: string, input: object): Promise<void> {
  const answer = (await two.act(who, mutation, input)) as unknown as Refused & { __typename: string };
  if (answer.__typename !== 'Refused') throw new Error(`${mutation} was accepted`);
  refused.set(answer.code, answer);
  read.push({ where: answer.code, text: JSON.stringify(answer) });
}

async function yes<Shown>(who: Who, mutation: string, input: object): Promise<Shown> {
  const answer = await two.act(who, mutation, input);
  if (answer['__typename'] === 'Refused') throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
  read.push({ where: mutation, text: JSON.stringify(answer) });
  return answer as Shown;
}

interface Sheet { readonly id: string; readonly version: number }
interface Plan { readonly id: string; readonly actionsHash: string }
interface Axis { readonly id: string; readonly number: string }
let axes: Record<string, string>;

const draft = (year = 2027): Promise<Sheet> => yes('fr-technician', 'draftSheet', { partnershipId: secondId, year, kind: 'PROJECT', title: 'Forage' });
const completion = (sheet: Sheet, over: object = {}) => ({
  sheetId: sheet.id, expectedVersion: sheet.version, axisId: axes['I'], sections: { context: 'Peu d’eau.', objectives: 'Un forage.' }, transversalAnswers: [{ axisId: axes['T1'], text: 'Pompe solaire.' }],
  startsOn: '2027-02-01', endsOn: '2027-09-30', indicators: [{ label: 'Litres', method: 'Compteur', responsible: 'Fontainier' }], budget: [{ label: 'Pompe', amountMinor: '500000', currency: 'XOF', partyId: two.parties.sn }], ...over,
});
async function coValidated(year = 2027, over: object = {}): Promise<Sheet> {
  const sheet = await yes<Sheet>('fr-technician', 'editSheet', completion(await draft(year), over));
  await yes('fr-technician', 'submitSheet', { sheetId: sheet.id });
  return yes('sn-technician', 'coValidateSheet', { sheetId: sheet.id, version: sheet.version });
}

const source = 'source { kind reference quote }';
const may = `{ allowed refusal { code sentence ${source} } }`;
const sheetPage = `query ($id: ID!) { projectSheet(id: $id) { title missing { field sentence ${source} } viewerMay { edit ${may} attachDocument ${may} submit ${may} coValidate ${may} return ${may} withdraw ${may} } } }`;
const boardPage = `query ($id: ID!) { planBoard(partnershipId: $id, year: 2027) { colourSentence deadline { sentence ${source} } columns { title sheets { title missing { sentence ${source} } } } coverage { axis { title text } sentence }
  moves { label may ${may} } backPlan { milestones { title stateSentence owes note ${source} } mayMove ${may} } uncoveredSentence blockers { sentence } plan { onTimeSentence onTimeSource { kind reference quote } viewerMay { addSheet ${may} validate ${may} freeze ${may} reopen ${may} } } } }`;
const partnershipPage = `query ($id: ID!) { partnership(id: $id) { name agreement { displayName articles { title text } rules { key value ${source} } axes { id number title text } } } }`;
const turnPage = `{ myTurn { kind title dueOn href ${source} } }`;

beforeAll(async () => {
  two = await openTwoPartnerships();
  const { partnership } = (await see('fr-coordinator', 'the agreement’s page', [partnershipPage, { id: secondId }])) as unknown as { partnership: { agreement: { axes: Axis[] } } };
  axes = Object.fromEntries(partnership.agreement.axes.map(({ id, number }) => [number, id]));
}, 60_000);
afterAll(() => two.close());

describe('a partnership without any article, beside one that has many', () => {
  it('is refused on its sheets by our default', async () => {
    const sheet = await draft();
    await no('fr-technician', 'submitSheet', { sheetId: sheet.id });
    await see('fr-technician', 'a sheet’s page', [sheetPage, { id: sheet.id }]);
    await no('fr-technician', 'editSheet', { sheetId: sheet.id, expectedVersion: sheet.version, startsOn: '2027-03-01', endsOn: '2027-02-01' });
    await no('fr-technician', 'editSheet', { sheetId: sheet.id, expectedVersion: sheet.version, axisId: axes['T1'] });
    const ready = await yes<Sheet>('fr-technician', 'editSheet', completion(sheet));
    await yes('fr-technician', 'submitSheet', { sheetId: ready.id });
    await no('fr-technician', 'coValidateSheet', { sheetId: ready.id, version: ready.version });
    await no('sn-technician', 'editSheet', completion(ready));
    await see('sn-technician', 'the other side’s page', [sheetPage, { id: sheet.id }]);
  });

  it('owes what it owes by our default, on its own day', async () => {
    const unfinished = await draft();
    const mine = (await see('fr-technician', 'the technician’s turn', [turnPage, {}])) as unknown as { myTurn: { kind: string; dueOn: string; source: { kind: string } }[] };
    expect(mine.myTurn).toContainEqual(expect.objectContaining({ kind: 'FINISH_SHEET', dueOn: '2026-10-16', source: { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, validation par chaque partie', quote: null } }));
    await two.sql(`update project_sheet set state = 'RETURNED', return_reason = 'Revoir.' where id = $1`, [unfinished.id]);
    const kinds = [(await see('fr-technician', 'the sheet that came back', [turnPage, {}])), (await see('sn-technician', 'the other technician’s turn', [turnPage, {}])), (await see('sn-coordinator', 'the coordinator’s turn', [turnPage, {}]))];
    for (const kind of ['REVISE_SHEET', 'CO_VALIDATE_SHEET', 'ADOPT_PLAN']) expect(JSON.stringify(kinds)).toContain(kind);
  });

  it('is refused on its plan by our default', async () => {
    const plan = await yes<Plan>('fr-coordinator', 'openPlan', { partnershipId: secondId, year: 2027 });
    await no('fr-coordinator', 'validatePlan', { planId: plan.id });
    await no('fr-coordinator', 'addToPlan', { planId: plan.id, sheetId: (await yes<Sheet>('fr-technician', 'submitSheet', { sheetId: (await yes<Sheet>('fr-technician', 'editSheet', completion(await draft()))).id })).id });
    await no('fr-coordinator', 'addToPlan', { planId: plan.id, sheetId: (await coValidated(2028)).id });
    const onSecondAxis = await coValidated(2027, { axisId: axes['II'] });
    await two.sql('update axis set active = false where id = $1', [axes['II']]);
    await no('fr-coordinator', 'addToPlan', { planId: plan.id, sheetId: onSecondAxis.id });
    await yes('fr-coordinator', 'addToPlan', { planId: plan.id, sheetId: (await coValidated(2027, { budget: [] })).id });
    await no('fr-coordinator', 'validatePlan', { planId: plan.id, actionsHash: plan.actionsHash });
    await yes('fr-coordinator', 'validatePlan', { planId: plan.id });
    await no('fr-coordinator', 'validatePlan', { planId: plan.id });
    await yes('sn-coordinator', 'validatePlan', { planId: plan.id });
    await no('sn-coordinator', 'freezePlan', { planId: plan.id });
    for (const who of ['fr-coordinator', 'sn-president'] as const) await see(who, 'the board’s page', [boardPage, { id: secondId }]);
  });

  it('meets and convenes by our default', async () => {
    const meeting = await yes<{ id: string }>('fr-coordinator', 'scheduleMeeting', { partnershipId: secondId, kind: 'ORDINARY', mode: 'IN_PERSON', civilDate: '2026-12-15', time: '10:00', place: 'Mairie', hostPartyId: two.parties.fr });
    await no('sn-president', 'conveneMeeting', { meetingId: meeting.id });
    await no('fr-coordinator', 'conveneMeeting', { meetingId: meeting.id });
    await yes('fr-president', 'conveneMeeting', { meetingId: meeting.id });
    await see('sn-president', 'the meeting’s page', [`query ($id: ID!) { meeting(id: $id) { place quorum { met ${source} } viewerMay { convene ${may} open ${may} close ${may} } } }`, { id: meeting.id }]);
  });

  it('met every refusal of the programme that quotes a rule, each as our default', () => {
    const programme = ['SHEET_INCOMPLETE', 'ENDS_BEFORE_START', 'AXIS_NOT_STRATEGIC', 'OWN_PARTY_HAS_VALIDATED', 'SHEET_OF_OTHER_PARTY', 'PLAN_IS_EMPTY', 'SHEET_NOT_CO_VALIDATED', 'SHEET_OF_OTHER_YEAR', 'AXIS_NOT_OPEN', 'PLAN_ACTIONS_CHANGED', 'PLAN_VALIDATED_BY_PARTY', 'ACTION_NOT_READY'];
    expect([...refused.keys()]).toEqual(expect.arrayContaining([...programme, 'CONVENER_NOT_HOST_SIDE', 'CONVENER_NOT_REPRESENTATIVE']));
    for (const { source: said } of refused.values()) expect(said).toMatchObject({ kind: 'PRODUCT_DEFAULT', quote: null });
  });

  it('receives letters, and neither they nor any answer above says a word of the other convention', async () => {
    two.demo.house.legalClock.run(new Date('2026-12-02T10:00:00Z'));
    const letters = await two.letters();
    expect(letters.join()).toMatch(/plan d’action 2027|Plan d’action 2027/);
    expect(letters.join()).toContain(`/plans/2027?partnership=${secondId}`);
    expect(letters.length).toBeGreaterThanOrEqual(8);
    for (const text of letters) read.push({ where: 'a letter', text });
    expect(read.length).toBeGreaterThan(60);
    expect(leaks()).toEqual([]);
  });
});

describe('the other partnership keeps its own words', () => {
  it('its technician is still refused by its convention', async () => {
    const technician = await two.demo.as('technicienne');
    const { viewer } = await technician.ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
    const sheet = await technician.act<{ id: string }>('draftSheet', { partnershipId: viewer.seats[0]!.partnership.id, year: 2027, kind: 'PROJECT', title: 'Ateliers' }, 'id');
    const answer = await technician.act('submitSheet', { sheetId: sheet.id });
    expect(answer.source).toMatchObject({ reference: 'Annexe I, Évaluation' });
    expect(theirs(JSON.stringify(answer))).not.toEqual([]);
    const { myTurn } = await technician.ask<{ myTurn: { kind: string; source: { reference: string } }[] }>(turnPage);
    expect(myTurn).toContainEqual(expect.objectContaining({ kind: 'FINISH_SHEET', source: expect.objectContaining({ reference: 'Art. 4-1' }) }));
  });
});

/** Each plants their words as one of her rules, where a constant or a mixed-up read would put them, and must be seen. */
describe('planted: a word of theirs is found', () => {
  const plant = (key: string) =>
    two.sql(
      `insert into rule (partnership_id, agreement_id, key, value, source_kind, source_reference, quote)
       select $1, (select id from agreement where partnership_id = $1), key, value, source_kind, source_reference, quote from rule where partnership_id <> $1 and key = $2
       on conflict (partnership_id, agreement_id, key) do update set source_kind = excluded.source_kind, source_reference = excluded.source_reference, quote = excluded.quote`,
      [secondId, key],
    );
  const uproot = async (key: string): Promise<void> => {
    await two.sql(`delete from rule where partnership_id = $1 and key = $2 and key <> 'deadline'`, [secondId, key]);
    await two.sql(`update rule set source_kind = 'PRODUCT_DEFAULT', source_reference = 'C5 Q8', quote = null where partnership_id = $1 and key = 'deadline'`, [secondId]);
  };

  it.each([
    { key: 'jointly', place: 'on her turn', who: 'fr-technician', page: turnPage, variables: {} },
    { key: 'calendar', place: 'on a sheet of her board', who: 'fr-technician', page: boardPage, variables: { id: secondId } },
    { key: 'deadline', place: 'in the countdown', who: 'sn-coordinator', page: boardPage, variables: { id: secondId } },
    { key: 'sheetsByCommittee', place: 'among her rules', who: 'fr-coordinator', page: partnershipPage, variables: { id: secondId } },
  ] as const)('$key, $place', async ({ key, who, page, variables }) => {
    const found = async (): Promise<string[]> => theirs(JSON.stringify(await two.ask(who, page, { variables })));
    expect(await found()).toEqual([]);
    await plant(key);
    const after = await found();
    await uproot(key);
    expect(after).not.toEqual([]);
  });

  it('in a letter', async () => {
    const before = new Set(await two.letters());
    await plant('deadline');
    two.demo.house.legalClock.run(new Date('2026-12-28T10:00:00Z'));
    const fresh = (await two.letters()).filter((text) => !before.has(text));
    await uproot('deadline');
    expect(fresh.flatMap(theirs)).not.toEqual([]);
    expect([...before].flatMap(theirs)).toEqual([]);
  });
});
