import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityModule } from '#identity';
import { PartiesModule } from '#parties';
import { databaseOf, GraphqlExecutor, GraphqlFloorModule, MovableLegalClock, Press, SystemClock, TypstPress, type Ctx } from '#platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { MachinesModule } from '../../../apps/api/src/machines.module.js';
import { entities, GivenCommittee, withoutLocks, zones, type GivenPartnership } from '../../deliberation/src/given-committee.contract.js';
import { DeliberationModule } from '../../deliberation/src/deliberation.module.js';
import { AgreementModule } from './agreement.module.js';
import { RecordTransmission } from './actions/record-transmission.js';
import { saysAmount } from './domain/compliance.js';
import { lifeDebts } from './views/life-debts.js';
import { lifeDuties } from './views/life-duties.js';
import { ForecastAmounts } from './store/forecast-amounts.js';
import { LifeDesk } from './views/life.desk.js';
import { LifeReader } from './views/life.reader.js';

@Module({})
class FloorsBelow {}

let given: GivenCommittee;
let house: NestFastifyApplication;
let legal: MovableLegalClock;
let ours: GivenPartnership;
let theirs: GivenPartnership;
let agreementId: string;
beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 1 });
  theirs = await given.partnership({ members: 1 });
  house = await openFloors();
  agreementId = (await lives('fr-coordinator'))[0]!['id'] as string;
}, 60_000);
afterAll(async () => {
  await house.close();
  await given.close();
});

/** This room and those below it, over the real machines of the composition root. */
async function openFloors(): Promise<NestFastifyApplication> {
  const app = await databaseOf(given.database.app, entities, 4).initialize();
  const worker = await databaseOf(given.database.worker, entities, 1).initialize();
  legal = new MovableLegalClock(new SystemClock());
  legal.freezeAt(given.clock.now());
  const machines = MachinesModule.with({ app, worker, legalClock: legal, publicUrl: 'http://localhost:3000', secret: 'x'.repeat(32), demo: false, providers: [{ provide: Press, useFactory: () => new TypstPress() }] });
  const imports = [machines, GraphqlFloorModule, IdentityModule, PartiesModule, AgreementModule, DeliberationModule];
  const opened = await NestFactory.create<NestFastifyApplication>({ module: FloorsBelow, imports }, new FastifyAdapter(), { logger: ['error'], abortOnError: false });
  await opened.init();
  const close = opened.close.bind(opened);
  return Object.assign(opened, { close: async () => (await close(), await Promise.all([app.destroy(), worker.destroy()]), undefined) });
}

type Shown = Record<string, unknown>;
async function ask<Data = Record<string, Shown>>(ctx: Ctx, document: string, variables: Shown): Promise<Data> {
  const said = JSON.parse(JSON.stringify(await house.get(GraphqlExecutor).execute(ctx, document, variables as never))) as { data: Data; errors?: { message: string }[] };
  if (said.errors) throw new Error(said.errors.map(({ message }) => message).join('; '));
  return said.data;
}

const life = `id state effect { on origin source { reference } } period { ordinal from until } renewal { on reviewOn lastNoticeOn } ifNoticeToday endsOn originals
  awaited { what party { shortName } } warnings { code party { shortName } source { kind reference } } notices { id motive receivedOn endsOn withdrawal }
  parties { party { shortName } resolution { id body number } transmission { actId state executoryOn controlEndsOn source { reference } } viewerMayRegister { allowed } }
  register { kind version motive by changes { field before after } }`;
const lives = async (who: string): Promise<Shown[]> => (await ask<{ agreementLives: Shown[] }>(await given.as(ours, who), `query ($id: ID!) { agreementLives(partnershipId: $id) { ${life} } }`, { id: ours.id })).agreementLives;
const standing = async (): Promise<Shown> => (await lives('ma-member-1'))[0]!;

/** An act through the API; answers the life after it, or the refusal's code. */
async function act(who: string, mutation: string, input: Shown): Promise<Shown> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { __typename ... on AgreementLife { ${life} } ... on Refused { code source { reference } } } }`;
  return (await ask<{ done: Shown }>(await proved(who), document, { input: { agreementId, ...input } })).done;
}
/** As somebody who has just proved who she is, by the machine's clock; `false`: a while ago. */
async function proved(who: string, fresh = true): Promise<Ctx> {
  const ctx = await given.as(ours, who);
  return { ...ctx, actor: ctx.actor && { ...ctx.actor, stepUpAt: new Date(new SystemClock().now().getTime() - (fresh ? 0 : 5 * 60_000)) } };
}
const french = (mutation: string, input: Shown): Promise<Shown> => act('fr-coordinator', mutation, { partyId: ours.france, ...input });
const moroccan = (mutation: string, input: Shown): Promise<Shown> => act('ma-coordinator', mutation, { partyId: ours.morocco, ...input });
const now = (iso: string): void => {
  given.clock.moveTo(new Date(iso));
  legal.freezeAt(new Date(iso));
};

describe('AT-10 over the API: the identifier of a French act', () => {
  it('refuses the damaged one, keeps the good one as the prefecture wrote it, and warns of a wrong key', async () => {
    expect(await french('recordTransmission', { actId: '03-19-200789-2022-218-215-13' })).toMatchObject({ code: 'ACT_ID_UNREADABLE', source: { reference: 'protocole ACTES, IDActe' } });
    expect((await standing())['register']).toEqual([]);
    const doubtful = await french('recordTransmission', { actId: '092-219200466-20251023-DEL2025\\_130-DE' });
    expect(doubtful['parties']).toMatchObject([{ transmission: { actId: '092-219200466-20251023-DEL2025_130-DE', state: 'TO_SEND' } }, { transmission: null }]);
    expect(await french('recordTransmission', { actId: '092-219200788-20221215-2022121514-DE', motive: 'Erreur de recopie' })).toMatchObject({ warnings: [{ code: 'ACT_SIREN_KEY', source: { kind: 'LAW' } }, { code: 'AMOUNT_MISSING' }] });
    expect(await french('recordTransmission', { actId: '092-219200789-20221215-2022121514-DE', motive: 'Chiffre repris' })).toMatchObject({ warnings: [{ code: 'AMOUNT_MISSING' }] });
  });

  it('shows what a pasted stamp says, both layouts, before anything is kept', async () => {
    const read = async (text: string): Promise<Shown> => (await ask(await given.as(ours, 'fr-coordinator'), 'query ($id: ID!, $text: String!) { readStamps(partnershipId: $id, text: $text) { actId sentOn receivedOn publishedOn publicationLeftBlank unreadable } }', { id: ours.id, text }))['readStamps']!;
    const page = 'Accusé de réception en préfecture\n092-219200789-20221215-2022121514-DE\nDate de télétransmission : 03/01/2023\nDate de réception préfecture : 03/01/2023';
    expect(await read(`Accusé de réception en préfecture\n03-19-200789-2022-218-215-13\n${page}`)).toEqual({ actId: '092-219200789-20221215-2022121514-DE', sentOn: '2023-01-03', receivedOn: '2023-01-03', publishedOn: null, publicationLeftBlank: false, unreadable: ['03-19-200789-2022-218-215-13'] });
    expect(await read('Envoyé en préfecture le 28/10/2025\nReçu en préfecture le 28/10/2025\nPublié le\nID : 092-219200466-20251023-DEL2025\\_130-DE')).toMatchObject({ actId: '092-219200466-20251023-DEL2025_130-DE', publicationLeftBlank: true });
  });
});

describe('AT-11 over the API: « Publié le » left blank', () => {
  const owed = async () => given.work.read(await given.as(ours, 'fr-coordinator'), (tx) => lifeDebts(tx, zones));
  const turn = async (who: string) => given.work.read(await given.as(ours, who), async (tx) => (await lifeDuties(tx, tx.ctx.actor!, zones)).map(({ kind, values }) => [kind, values]));

  it('is not executory, is said so with the law, and is owed by the French coordination alone', async () => {
    const received = await french('recordTransmission', { actId: '092-219200789-20221215-2022121514-DE', sentOn: '2023-01-03', receivedOn: '2023-01-03' });
    expect(received).toMatchObject({ parties: [{ transmission: { state: 'PUBLICATION_MISSING', executoryOn: null, controlEndsOn: '2023-03-03', source: { reference: 'L. 2131-1 CGCT' } } }, {}] });
    expect(received['warnings']).toMatchObject([{ code: 'PUBLICATION_MISSING', party: { shortName: 'Villeneuve-la-Garenne' } }, { code: 'AMOUNT_MISSING' }]);
    expect((await owed()).filter(({ kind }) => kind === 'PUBLICATION')).toMatchObject([{ receivedOn: '2023-01-03', since: '2026-11-16', debtorIds: [ours.people.get('fr-coordinator')] }]);
    expect(await turn('fr-coordinator')).toEqual([['RECORD_PUBLICATION', { party: 'Villeneuve-la-Garenne' }]]);
    expect(await turn('ma-coordinator')).toEqual([]);
    expect(await turn('fr-member-1')).toEqual([]);
  });

  it('is owed no more once it is published, and then executory', async () => {
    const known = { actId: '092-219200789-20221215-2022121514-DE', sentOn: '2023-01-03', receivedOn: '2023-01-03' };
    expect(await french('recordTransmission', { ...known, publishedOn: '2026-11-17' })).toMatchObject({ code: 'DATE_TO_COME' });
    expect(await french('recordTransmission', { ...known, publishedOn: '2023-01-05' })).toMatchObject({ parties: [{ transmission: { state: 'EXECUTORY', executoryOn: '2023-01-05' } }, {}] });
    expect((await owed()).filter(({ kind }) => kind === 'PUBLICATION')).toEqual([]);
    expect(await turn('fr-coordinator')).toEqual([]);
  });
});

describe('AT-30: the amount a convention is expected to cost', () => {
  const codes = async () => ((await standing())['warnings'] as { code: string }[]).map(({ code }) => code);
  const annex = (text: string) => given.owner.query(`insert into article (partnership_id, id, agreement_id, number, place, title, text) values ($1, gen_random_uuid(), $2, 'Annexe financière', 99, 'Annexe financière', $3)`, [ours.id, agreementId, text]);
  const withoutAnnex = () => given.owner.query(`delete from article where number = 'Annexe financière' and partnership_id = $1`, [ours.id]);

  it('is missed, with the law, until an annex says it; a number that is no money says nothing', async () => {
    expect((await standing())['warnings']).toContainEqual({ code: 'AMOUNT_MISSING', party: null, source: { kind: 'LAW', reference: 'L. 1115-1 CGCT' } });
    await annex('Les 12 élèves partent le 3 mars 2027, à 40 km.');
    expect(await codes()).toContain('AMOUNT_MISSING');
    await withoutAnnex();
    await annex('La commune inscrit 12 000 euros par an à son budget.');
    expect(await codes()).not.toContain('AMOUNT_MISSING');
    await withoutAnnex();
    expect(await codes()).toContain('AMOUNT_MISSING');
  });

  it.each(['12 000,00 €', '26 400 000 dirhams', '1.5 million d’euros', '150 000 MAD', '٥٠ ألف درهم', '50 DH.'])('is read in « %s »', (text) => expect(saysAmount(`Au plus ${text} par an.`)).toBe(true));
  it.each(['12 élèves', 'euros', '3 mois', '2027', '10 madrassas'])('is not read in « %s »', (text) => expect(saysAmount(`Au plus ${text} par an.`)).toBe(false));
});

describe('AT-12 over the API: effect, periods and notice', () => {
  it('keeps the day it was recorded with until every act is there, then derives it', async () => {
    await french('recordCouncilResolution', { body: 'Conseil municipal', decidedOn: '2022-12-15', number: '2022121514' });
    await moroccan('recordCouncilResolution', { body: 'Conseil communal', decidedOn: '2021-09-20' });
    await moroccan('recordAgreementSignature', { office: 'Président', place: 'Tiznit', signedOn: '2023-03-01' });
    const signed = await french('recordAgreementSignature', { office: 'Maire', place: 'Villeneuve-la-Garenne', signedOn: '2023-03-15' });
    expect(signed).toMatchObject({ effect: { on: '2026-01-01', origin: 'DECLARED' }, awaited: [{ what: 'FOREIGN_VISA', party: { shortName: 'Tiznit' } }], warnings: [{ code: 'RESOLUTION_OLD', party: { shortName: 'Tiznit' } }, { code: 'AMOUNT_MISSING' }] });
    const visa = { authority: 'Gouverneur', submittedOn: '2023-03-20' };
    expect(await moroccan('recordVisa', { ...visa, decision: 'GRANTED' })).toMatchObject({ code: 'VISA_HALF_DECIDED' });
    const granted = await moroccan('recordVisa', { ...visa, decision: 'GRANTED', decidedOn: '2023-04-10' });
    expect(granted).toMatchObject({ state: 'IN_FORCE', effect: { on: '2023-04-10', origin: 'EVENTS' }, period: { ordinal: 2, from: '2026-04-10', until: '2029-04-10' }, awaited: [] });
    expect(await given.owner.query('select effective_on::text from agreement where id = $1', [agreementId])).toEqual([{ effective_on: '2023-04-10' }]);
  });

  it('a notice received on 31 January 2027 ends it on 30 April 2027; taken back, it goes on', async () => {
    now('2027-02-01T09:00:00Z');
    expect(await moroccan('giveTerminationNotice', { sentOn: '2027-01-20' })).toMatchObject({ code: 'NOTICE_NEEDS_MOTIVE' });
    const stale = 'mutation ($input: GiveTerminationNoticeInput!) { done: giveTerminationNotice(input: $input) { ... on Refused { code } } }';
    expect((await ask<{ done: Shown }>(await proved('ma-coordinator', false), stale, { input: { agreementId, partyId: ours.morocco, sentOn: '2027-01-20', motive: 'Désaccord' } })).done).toEqual({ code: 'STEP_UP_REQUIRED' });
    const sent = await moroccan('giveTerminationNotice', { sentOn: '2027-01-20', motive: 'Désaccord sur le programme' });
    expect(sent).toMatchObject({ state: 'IN_FORCE', awaited: [{ what: 'NOTICE_RECEIPT' }] });
    const [{ id: noticeId }] = sent['notices'] as [{ id: string }];
    expect(await moroccan('giveTerminationNotice', { sentOn: '2027-01-25', motive: 'Encore' })).toMatchObject({ code: 'NOTICE_ALREADY_GIVEN' });
    const received = await moroccan('giveTerminationNotice', { noticeId, sentOn: '2027-01-20', receivedOn: '2027-01-31' });
    expect(received).toMatchObject({ state: 'NOTICE_GIVEN', endsOn: '2027-04-30', notices: [{ motive: 'Désaccord sur le programme', endsOn: '2027-04-30' }] });
    expect(await act('fr-coordinator', 'withdrawTerminationNotice', { noticeId, withdrawnOn: '2027-02-01', motive: 'Accord retrouvé' })).toMatchObject({ code: 'REGISTER_OF_ANOTHER_PARTY' });
    now('2027-04-30T09:00:00Z');
    expect(await standing()).toMatchObject({ state: 'TERMINATED', endsOn: '2027-04-30' });
    expect(await act('ma-coordinator', 'withdrawTerminationNotice', { noticeId, withdrawnOn: '2027-04-30', motive: 'Trop tard' })).toMatchObject({ code: 'NOTICE_HAS_ENDED' });
    now('2027-02-01T09:00:00Z');
    expect(await act('ma-coordinator', 'withdrawTerminationNotice', { noticeId, withdrawnOn: '2027-02-01', motive: 'Accord retrouvé' })).toMatchObject({ state: 'IN_FORCE', endsOn: null, ifNoticeToday: '2027-05-01', notices: [{ withdrawal: 'Accord retrouvé' }] });
  });

  it('owes the parties a choice six months before the renewal, until it is recorded', async () => {
    const owed = async () => given.work.read(await given.as(ours, 'ma-president'), async (tx) => (await lifeDuties(tx, tx.ctx.actor!, zones)).map(({ kind, dueOn }) => [kind, dueOn]));
    now('2028-10-09T12:00:00Z');
    expect(await owed()).toEqual([]);
    now('2028-10-10T12:00:00Z');
    expect(await owed()).toEqual([['REVIEW_RENEWAL', '2029-01-10']]);
    expect(await act('fr-coordinator', 'recordRenewalReview', { ordinal: 2, reviewedOn: '2028-10-10', outcome: 'AMEND' })).toMatchObject({ awaited: [] });
    expect(await owed()).toEqual([]);
    now('2026-11-16T09:00:00Z');
  });
});

describe('the register', () => {
  it('corrects a typed date only with its reason, and keeps the old one readable', async () => {
    const wrong = { office: 'Président', place: 'Tiznit', signedOn: '2023-03-02' };
    expect(await moroccan('recordAgreementSignature', wrong)).toMatchObject({ code: 'CORRECTION_NEEDS_MOTIVE' });
    const corrected = await moroccan('recordAgreementSignature', { ...wrong, motive: 'Date lue sur l’original' });
    expect((corrected['register'] as Shown[]).find(({ kind, version }) => kind === 'SIGNATURE' && version === 2)).toMatchObject({ motive: 'Date lue sur l’original', by: 'ma-coordinator', changes: [{ field: 'signedOn', before: '2023-03-01', after: '2023-03-02' }] });
    expect(await given.facts('AgreementSignatureRecorded')).toHaveLength(3);
  });

  it('is written by each party’s coordination for its own acts, by nobody else, and is not there for another partnership', async () => {
    const signature = { partyId: ours.morocco, office: 'Président', place: 'ici', signedOn: '2023-03-03' };
    expect(await act('fr-coordinator', 'recordAgreementSignature', signature)).toMatchObject({ code: 'REGISTER_OF_ANOTHER_PARTY' });
    expect(await act('ma-president', 'recordAgreementSignature', signature)).toMatchObject({ code: 'NOT_ALLOWED' });
    const foreign = await given.as(theirs, 'fr-coordinator');
    const document = 'mutation ($input: RecordOriginalCopiesInput!) { done: recordOriginalCopies(input: $input) { ... on Refused { code } } }';
    expect(await ask(foreign, document, { input: { agreementId, holders: ['Moi'] } })).toEqual({ done: { code: 'NOT_FOUND' } });
    expect(await ask(foreign, 'query ($id: ID!) { agreementLives(partnershipId: $id) { id } }', { id: ours.id })).toEqual({ agreementLives: [] });
  });

  it('notes who holds the four originals, for any coordination', async () => {
    const holders = ['Commune de Tiznit', 'Commune de Villeneuve-la-Garenne', 'Préfecture', 'Province'];
    expect(await act('ma-coordinator', 'recordOriginalCopies', { holders: [...holders, '  '] })).toMatchObject({ originals: holders });
  });

  it('keeps one version of two written at once, by its lock; without it the key lets one in', async () => {
    const ctx = await given.as(theirs, 'fr-coordinator');
    const [other] = (await given.owner.query('select id from agreement where partnership_id = $1', [theirs.id])) as { id: string }[];
    const at = (place: number) => ({ agreementId: other!.id, partyId: theirs.france, sentOn: `2023-01-0${place}` as never, motive: 'Deux mains' });
    const over = (work: typeof given.work) => new RecordTransmission(work, new LifeDesk(zones), new LifeReader(zones, new ForecastAmounts()));
    const safe = await Promise.all([1, 2, 3].map((place) => over(given.work).run(ctx, at(place))));
    expect(safe.map(({ refused }) => refused)).toEqual([false, false, false]);
    const versions = async (): Promise<unknown[]> => given.owner.query(`select version from life_entry where partnership_id = $1 and kind = 'TRANSMISSION' order by version`, [theirs.id]);
    expect(await versions()).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }]);
    const raced = await Promise.allSettled([4, 5, 6].map((place) => over(withoutLocks(given.work) as typeof given.work).run(ctx, at(place))));
    expect(raced.some(({ status }) => status === 'rejected')).toBe(true);
  });
});
