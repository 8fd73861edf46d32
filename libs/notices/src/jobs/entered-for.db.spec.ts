import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, CivilDate } from '#kernel';
import { actorOf, heldSeats } from '#parties';
import { readWord, Work, type CheckedFile, type Ctx, type ReadTx, type Tx } from '#platform';
import { AddToPlan, ContestEntry, CoValidateSheet, DraftSheet, EditSheet, EnterFor, FreezePlan, frozenPlanLetter, MailSheet, OpenPlan, personalDuties, ReopenPlan, SubmitSheet, ValidatePlan, type EnterForInput } from '#programme';
import { checked } from '../../../programme/src/documents/office.contract.js';
import { enteredOf } from '../../../programme/src/views/entered.reader.js';
import { deskOf } from '../../../programme/src/views/entering-desk.reader.js';
import { sheetOf } from '../../../programme/src/views/sheet.reader.js';
import { docx } from '../../../../test/hostile/file-maker.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { deskOver } from '../desk.contract.js';

/** One side works on paper: nobody of it ever signs in, and the chain goes on. */
let world: World;
let paper: CheckedFile;
beforeAll(async () => {
  world = await openWorld('2026-11-22T09:00:00Z');
  paper = await checked('lettre.docx', docx());
});
afterAll(() => world.close());

const personOf = (who: Who): string => world.people.get(who) ?? '';
async function as(who: Who): Promise<Ctx> {
  const personId = personOf(who);
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: null }, seats));
}
const today = '2026-11-22' as CivilDate;
type Word = Partial<EnterForInput> & { readonly on: string; readonly of: Who };
const word = (act: EnterForInput['act'], { on, of, ...more }: Word): EnterForInput => ({ act, subjectId: on, personId: personOf(of), channel: 'PAPER', saidOn: today, ...more });
const enter = async (by: Who, input: EnterForInput, file: CheckedFile | null = paper) => new EnterFor(new Ticking(), world.zones).run(await as(by), input, file);
/** Time goes on inside a transaction, as it does outside tests. */
class Ticking extends Work {
  private ticks = 0;
  run<T>(ctx: Ctx, act: (tx: Tx) => Promise<Answer<T>>): Promise<Answer<T>> {
    return world.app.run(ctx, (tx) => act({ ...tx, now: () => new Date(world.legal.now().getTime() + (this.ticks += 1)) }));
  }
  read<T>(ctx: Ctx, look: (tx: ReadTx) => Promise<T>): Promise<T> {
    return world.app.read(ctx, look);
  }
  open(ctx: Ctx): ReturnType<Work['open']> {
    return world.app.open(ctx);
  }
}

const contest = async (by: Who, entryId: string, reason = 'Je n’ai pas dit cela.') => new ContestEntry(world.app, world.zones).run(await as(by), { entryId, reason });

async function drafted(title: string): Promise<string> {
  const sheetId = await valueOf(new DraftSheet(world.app).run(await as('fr-coordinator'), { partnershipId: world.partnershipId, year: 2027, kind: 'PROJECT', title }));
  const indicators = [{ label: 'Personnes', method: 'Registre', responsible: 'Service', targets: [], total: 10 }];
  const budget = [{ label: 'Ateliers', partyId: world.parties.ma, kind: 'CASH' as const, amountMinor: 100n, currency: 'MAD' }];
  await valueOf(new EditSheet(world.app).run(await as('fr-coordinator'), { sheetId, expectedVersion: 1, sections: { context: 'C', objectives: 'O' }, outsideAxesReason: 'Urgence', startsOn: '2027-01-11' as never, endsOn: '2027-11-30' as never, indicators, budget } as never));
  return sheetId;
}
async function submitted(title: string): Promise<string> {
  const sheetId = await drafted(title);
  await valueOf(new SubmitSheet(world.app).run(await as('fr-coordinator'), { sheetId }));
  return sheetId;
}
const stateOf = async (sheetId: string) => (await world.owner.query('select state, version, author_party_id as party, author_person_id as person from project_sheet where id = $1', [sheetId]))[0] as { state: string; version: number; party: string; person: string };
const seen = async (who: Who, id: string) => { const ctx = await as(who); return world.app.read(ctx, (tx) => enteredOf(tx, id, world.zones)); };
async function letters(like: string): Promise<{ to: string; subject: string; text: string; attachments: { filename: string; content: string }[] }[]> {
  for (let tick = 0; tick < 2; tick += 1) await deskOver(world).desk.tick();
  return world.owner.query('select to_address as to, subject, text, attachments from mailbox_message where position($1 in subject || text) > 0 order by received_at, to_address', [like]);
}
async function planWith(...sheets: string[]): Promise<string> {
  const planId = await valueOf(new OpenPlan(world.app).run(await as('fr-coordinator'), { partnershipId: world.partnershipId, year: 2027 }));
  for (const sheetId of sheets) await valueOf(new AddToPlan(world.app).run(await as('fr-coordinator'), { planId, sheetId }));
  return planId;
}

describe('a side on paper', () => {
  it('is refused to the other side without its paper, and told why with its source', async () => {
    const sheetId = await submitted('Sans papier');
    for (const [by, file] of [['fr-technician', paper], ['fr-coordinator', null]] as const) {
      const answer = await enter(by, word('CO_VALIDATE_SHEET', { on: sheetId, of: 'ma-technician' }), file);
      expect(answer).toMatchObject({ refused: true, code: file ? 'ENTERED_BY_COORDINATOR' : 'ENTERED_PROOF_REQUIRED', source: { kind: 'PRODUCT_DEFAULT' } });
    }
    expect(await enter('fr-coordinator', word('CO_VALIDATE_SHEET', { on: sheetId, of: 'ma-president' }))).toMatchObject({ code: 'ENTERED_FOR_NO_OFFICE' });
    expect(await enter('fr-coordinator', word('CO_VALIDATE_SHEET', { on: sheetId, of: 'ma-technician', saidOn: '2023-12-31' as CivilDate }))).toMatchObject({ code: 'ENTERED_FOR_NO_OFFICE' });
    expect(await stateOf(sheetId)).toMatchObject({ state: 'SUBMITTED', version: 2 });
  });

  it('writes a fiche, validates another, and the plan, while nobody of it ever signs in; the plan is frozen', async () => {
    const theirs = await drafted('Leur fiche');
    const own = await submitted('Notre fiche');
    const ids = [
      await valueOf(enter('fr-coordinator', word('SUBMIT_SHEET', { on: theirs, of: 'ma-technician', version: 2, note: 'Original au bureau 12.' }))),
      await valueOf(enter('fr-coordinator', word('CO_VALIDATE_SHEET', { on: own, of: 'ma-technician', channel: 'MAIL' }))),
    ];
    expect(await stateOf(theirs)).toEqual({ state: 'SUBMITTED', version: 2, party: world.parties.ma, person: personOf('ma-technician') });
    expect(await stateOf(own)).toMatchObject({ state: 'CO_VALIDATED' });
    await valueOf(new CoValidateSheet(world.app).run(await as('fr-technician'), { sheetId: theirs, version: 2 }));
    const planId = await planWith(theirs, own);
    ids.push(await valueOf(enter('fr-coordinator', word('VALIDATE_PLAN', { on: planId, of: 'ma-coordinator' }))));
    await valueOf(new ValidatePlan(world.app).run(await as('fr-coordinator'), { planId }));
    await valueOf(new FreezePlan(world.app).run(await as('fr-coordinator'), { planId }));
    expect((await world.owner.query('select state from action_plan where id = $1', [planId]))[0].state).toBe('FROZEN');
    expect((await world.owner.query('select count(*)::int as sessions from session'))[0].sessions).toBe(0);

    // Both persons are in the journal, and in the trail.
    const facts = (await world.owner.query(`select person_id as by, data from journal where kind = 'ActEnteredFor' order by sequence`)) as { by: string; data: Record<string, string> }[];
    expect(facts.map(({ by, data }) => [by, data['personId'], data['kind'], data['channel']])).toEqual([
      [personOf('fr-coordinator'), personOf('ma-technician'), 'SUBMIT_SHEET', 'PAPER'],
      [personOf('fr-coordinator'), personOf('ma-technician'), 'CO_VALIDATE_SHEET', 'MAIL'],
      [personOf('fr-coordinator'), personOf('ma-coordinator'), 'VALIDATE_PLAN', 'PAPER'],
    ]);
    const trail = await world.app.read(await as('fr-elected'), (tx) => sheetOf(tx, own));
    expect(trail?.validations.map(({ enteredId }) => enteredId)).toEqual([null, ids[1]]);
    expect((await seen('fr-elected', ids[1] ?? ''))?.sentence).toBe('Saisi pour technician ma (technician) par coordinator fr, le dimanche 22 novembre 2026, d’après un courriel du dimanche 22 novembre 2026.');

    // Told at once, each once, in their own language, with one link; and in « Mon tour ».
    const told = (await letters('/entered/')).filter(({ text }) => ids.some((id) => text.includes(id)));
    expect(told.map(({ to }) => to).sort()).toEqual(['coordinator@ma.example', 'technician@ma.example', 'technician@ma.example']);
    for (const { subject } of told) expect(subject).toContain('أُدخل باسمكم');
    const ctx = await as('ma-technician');
    const duties = await world.app.read(ctx, (tx) => personalDuties(tx, ctx.actor!, world.zones));
    expect(duties.filter(({ kind }) => kind === 'CHECK_ENTRY').map(({ href, dueOn }) => [href, dueOn])).toEqual(expect.arrayContaining(ids.slice(0, 2).map((id) => [`/entered/${id}`, '2026-12-07'])));

    // Contested after the freeze: it stands beside, both coordinations are told, the committee decides.
    await valueOf(contest('ma-technician', ids[1] ?? ''));
    expect(await stateOf(own)).toMatchObject({ state: 'CO_VALIDATED', version: 2 });
    expect(await seen('fr-coordinator', ids[1] ?? '')).toMatchObject({ undone: false, contestReason: 'Je n’ai pas dit cela.', outcome: expect.stringContaining('le comité décide') });
    expect((await letters('Je n’ai pas dit cela.')).map(({ to }) => to).sort()).toEqual(['coordinator@fr.example', 'coordinator@ma.example']);
    expect(await contest('ma-technician', ids[1] ?? '')).toMatchObject({ code: 'ENTERED_ALREADY_CONTESTED' });
    expect(await contest('fr-technician', ids[0] ?? '')).toMatchObject({ code: 'ENTERED_NOT_YOURS' });

    // The frozen plan is read before the session: once each, by when and why; nothing is left to say of it once it is reopened.
    const read = (await letters('/plans/2027')).filter(({ subject }) => /arrêté, à lire|حُصر/.test(subject));
    expect(read.map(({ to }) => to).sort()).toEqual(['coordinator@fr.example', 'coordinator@ma.example', 'elected@fr.example', 'elected@ma.example']);
    expect(read.find(({ to }) => to === 'elected@fr.example')?.text).toMatch(/mercredi 30 décembre 2026 au plus tard.*avant le 31 décembre/s);
    const left = async () => world.app.read(await as('fr-coordinator'), (tx) => frozenPlanLetter(tx, world.zones, { planId, version: 1 }));
    expect((await left())?.year).toBe(2027);
    await valueOf(new ReopenPlan(world.app).run(await as('fr-coordinator'), { planId }));
    expect(await left()).toBeNull();
  });

  it('takes a contested word back before anything is settled: the fiche waits again, leaves the draft plan, and is validated anew', async () => {
    const sheetId = await submitted('Contestée');
    const entryId = await valueOf(enter('fr-coordinator', word('CO_VALIDATE_SHEET', { on: sheetId, of: 'ma-technician' })));
    expect(await stateOf(sheetId)).toMatchObject({ state: 'CO_VALIDATED', version: 2 });
    await valueOf(contest('ma-coordinator', entryId));
    expect(await stateOf(sheetId)).toMatchObject({ state: 'SUBMITTED', version: 3 });
    expect(await seen('ma-technician', entryId)).toMatchObject({ undone: true });
    const given = await world.owner.query('select version, party_id as party from project_sheet_validation where sheet_id = $1 order by version, validated_at', [sheetId]);
    expect(given).toEqual([{ version: 2, party: world.parties.fr }, { version: 2, party: world.parties.ma }, { version: 3, party: world.parties.fr }]);
    await valueOf(new CoValidateSheet(world.app).run(await as('ma-technician'), { sheetId, version: 3 }));
    expect(await stateOf(sheetId)).toMatchObject({ state: 'CO_VALIDATED', version: 3 });
  });

  it('sends a contested submission back to its author, and gives a fiche returned in somebody’s name its place again', async () => {
    const theirs = await drafted('Pas la mienne');
    const submission = await valueOf(enter('fr-coordinator', word('SUBMIT_SHEET', { on: theirs, of: 'ma-technician' })));
    await valueOf(contest('ma-technician', submission));
    expect(await stateOf(theirs)).toMatchObject({ state: 'RETURNED', version: 3 });
    const own = await submitted('Renvoyée');
    const returned = await valueOf(enter('ma-coordinator', word('RETURN_SHEET', { on: own, of: 'ma-technician', reason: 'Trop cher', channel: 'TELEPHONE' }), null));
    expect(await stateOf(own)).toMatchObject({ state: 'RETURNED', version: 3 });
    await valueOf(contest('ma-technician', returned));
    expect(await stateOf(own)).toMatchObject({ state: 'SUBMITTED', version: 4 });
  });

  it('is its own coordinator’s once she is here: the other side is told to ask her', async () => {
    const sheetId = await submitted('Elle répond');
    const sessions = (at: string) => world.owner.query(`insert into session (id, person_id, token_hash, method, started_at, last_seen_at, expires_at) values (gen_random_uuid(), $1, $2, 'MAIL_CODE', $3, $3, $3)`, [personOf('ma-coordinator'), Buffer.from(at), at]);
    await sessions('2026-10-20T09:00:00Z');
    expect((await world.app.read(await as('fr-coordinator'), (tx) => deskOf(tx, { subjectId: sheetId, hand: () => ({ personId: personOf('fr-coordinator'), seats: [{ partyId: world.parties.fr, persona: 'COORDINATOR' }] }), machineNow: world.machine.now() }, world.zones)))?.options.map(({ act, people }) => [act, people.map(({ party, proofRequired }) => [party.id, proofRequired])])).toContainEqual(['CO_VALIDATE_SHEET', [[world.parties.ma, true], [world.parties.ma, true]]]);
    await sessions(world.machine.now().toISOString());
    expect(await enter('fr-coordinator', word('CO_VALIDATE_SHEET', { on: sheetId, of: 'ma-technician' }))).toMatchObject({ code: 'ENTERED_PARTY_ANSWERS', args: { party: 'Tiznit' } });
    expect((await enter('ma-coordinator', word('CO_VALIDATE_SHEET', { on: sheetId, of: 'ma-technician', channel: 'TELEPHONE' }), null)).refused).toBe(false);
  });

  it('gets a fiche by mail, in its language, with the file that comes back to it; nobody else does', async () => {
    const sheetId = await drafted('Par courriel');
    const mailed = async (by: Who, to: Who) => new MailSheet(world.app, world.zones).run(await as(by), { sheetId, personId: personOf(to) });
    expect(await mailed('ma-coordinator', 'ma-technician')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mailed('fr-technician', 'ma-technician')).toMatchObject({ code: 'MAIL_OUT_OF_REACH' });
    await valueOf(mailed('fr-coordinator', 'ma-technician'));
    const sent = await letters('Par courriel');
    expect(sent.map(({ to, text }) => [to, text.includes('coordinator@fr.example')])).toEqual([['technician@ma.example', true]]);
    const [file] = sent[0]?.attachments ?? [];
    const read = await readWord(await checked(file?.filename ?? '', Buffer.from(file?.content ?? '', 'base64')));
    expect(read.refused ? read.code : read.value.properties).toMatchObject({ PasserelleSheet: sheetId, PasserelleVersion: '2' });
  });
});
