import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Client } from '../../test/access/client.js';
import { openInstanceHouse, type InstanceHouse } from '../../test/world/instance-house.js';
import { audit, horizontalScroll, hydrated, newPage, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';
import { signed } from './set-up-text.js';

/** A sixth partnership, of three parties on two continents, set up by its coordinations through the wizard alone; then it decides by its own rules. */
const parties = [
  { shortName: 'Val-d’Aubance', country: 'FR', kind: 'DEPARTMENT', organisation: 'Département du Val-d’Aubance' },
  { shortName: 'Aït-Ourir', country: 'MA', kind: 'MUNICIPALITY', organisation: 'Commune d’Aït-Ourir' },
  { shortName: 'Keur-Samba', country: 'SN', kind: 'MUNICIPALITY', organisation: 'Commune de Keur-Samba' },
] as const;
const coordinators = ['coordination@aubance.example', 'coordination@ourir.example', 'coordination@samba.example'] as const;
const presidents = ['presidence@aubance.example', 'presidence@ourir.example', 'presidence@samba.example'] as const;

let instance: InstanceHouse;
let browser: Browser;
let admin: Client;
const clients = new Map<string, Client>();
let partnershipId = '';
let partyIds: string[] = [];
/** What the first coordinator typed, chose or pressed in the wizard. */
let gestures = 0;

/** Signs in by the code that was mailed; the session's cookie is the person. */
async function enter(address: string): Promise<Client> {
  const cookieOf = (response: Response): string => response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const post = (query: string, input: object, cookie = ''): Promise<Response> =>
    fetch(`${instance.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, body: JSON.stringify({ query, variables: { input } }) });
  const waiting = cookieOf(await post('mutation($input: AskSignInCodeInput!) { askSignInCode(input: $input) { __typename } }', { mailAddress: address }));
  const code = /\b\d{3}\s?\d{3}\b/.exec(await instance.letter(address, 'Votre code'))?.[0] ?? '';
  const client = new Client(instance.url, cookieOf(await post('mutation($input: SignInInput!) { signIn(input: $input) { __typename ... on Refused { code } } }', { code: code.replace(/\s/, '') }, waiting)));
  clients.set(address, client);
  return client;
}
const as = (address: string): Client => clients.get(address)!;

async function seatIn(address: string): Promise<Client> {
  const [found] = await instance.ask<{ id: string }>('select invitation.id from invitation join person on person.id = invitation.person_id where person.mail_address = $1', [address]);
  const client = await enter(address);
  await client.act('acceptInvitation', { invitationId: found?.id }, '__typename');
  return client;
}

async function pageOf(address: string, device: Device): Promise<Page> {
  const page = await newPage(browser, { ...device, at: instance.url });
  const cookies = as(address).cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: instance.url }));
  await page.context().addCookies(cookies);
  return page;
}

const main = (page: Page): Promise<string> => page.locator('main').innerText();
async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('main').getByText(words).first().waitFor({ timeout: 15_000 }).catch(async () => {
    throw new Error(`« ${words} » is not on ${page.url()}:\n${await main(page)}`);
  });
}
const counted = async (gesture: Promise<unknown>): Promise<void> => {
  gestures += 1;
  await gesture;
};
const press = (page: Page, name: string | RegExp): Promise<void> => counted(page.getByRole('button', { name }).first().click());
const write = (page: Page, label: string | RegExp, words: string): Promise<void> => counted(page.getByLabel(label).first().fill(words));

/** Sets a rule where it stands in the list, and quotes the article it comes from. */
async function fix(page: Page, title: string, { choose, article, quote }: { choose?: (page: Page) => Promise<void>; article: string; quote: string }): Promise<void> {
  await counted(page.getByRole('link', { name: `Fixer : ${title}` }).click());
  await page.locator('form[method=post] [name=quote]').waitFor({ state: 'attached' });
  await hydrated(page);
  await choose?.(page);
  await counted(page.getByLabel('Un article de l’accord').check());
  await counted(page.getByLabel('Article', { exact: true }).selectOption(article));
  await write(page, 'Ses mots, recopiés', quote);
  await press(page, 'Enregistrer la règle');
  await page.locator('form[method=post] [name=quote]').waitFor({ state: 'detached', timeout: 10_000 }).catch(async () => {
    throw new Error(`the rule was not set:\n${await main(page)}`);
  });
}

beforeAll(async () => {
  instance = await openInstanceHouse({ displayName: 'Administration de l’instance', mailAddress: 'admin@instance.example' });
  browser = await openBrowser();
  admin = await enter('admin@instance.example');
  const named = parties.map((party, place) => ({
    ...party, presidentTitle: 'Présidence', presidentTitleAr: 'الرئاسة',
    coordinator: { displayName: ['Coordination Nord', 'Coordination Atlas', 'Coordination Sahel'][place], mailAddress: coordinators[place], language: 'fr', office: 'Coordination', officeAr: 'التنسيق' },
  }));
  partnershipId = (await admin.act('openPartnership', { name: 'Aubance – Ourir – Samba', parties: named })).id;
  for (const address of coordinators) await seatIn(address);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

const pictures = process.env['PICTURES'];
async function look(page: Page, name: string): Promise<void> {
  expect([name, await audit(page), await horizontalScroll(page), await smallTargets(page), troublesOf(page)]).toEqual([name, [], [], [], []]);
  if (pictures) await page.screenshot({ path: `${pictures}/set-up-${name}.png`, fullPage: true });
}

describe('the set-up of a sixth partnership', () => {
  it('begins where the first coordinator is told that it is hers to begin', async () => {
    const page = await pageOf(coordinators[0], { width: 1280 });
    await page.goto('/?lang=fr');
    await sees(page, 'Écrire l’accord de votre partenariat');
    await page.goto('/meetings');
    await sees(page, 'Aucun accord n’est encore écrit ici');
    await page.context().close();
  });

  it('goes through the wizard alone: agreement, text, axes, rules, people', async () => {
    const page = await pageOf(coordinators[0], { width: 1280 });
    await page.goto('/?lang=fr');
    const started = performance.now();
    await hydrated(page);
    await counted(page.locator('main').getByRole('link', { name: 'Ouvrir' }).first().click());
    await sees(page, 'Ce qui vous lie');
    await hydrated(page);
    await look(page, 'agreement');
    await counted(page.getByLabel('Convention à plusieurs parties').check());
    await write(page, /Nom que lui donnent/, 'Convention de coopération Aubance – Ourir – Samba');
    await write(page, /Ou depuis l’année/, '2026');
    await press(page, 'Commencer');
    await sees(page, 'Collez le texte signé');
    await write(page, 'Texte de l’accord', signed);
    await press(page, 'Voir le découpage');
    await sees(page, '8 articles reconnus');
    for (const heading of ['Art. 1 — Objet', 'Art. 5 — Durée', 'Annexe I — Budget']) await sees(page, heading);
    await look(page, 'text');
    await press(page, 'Enregistrer et continuer');
    await sees(page, 'Ceux de votre texte, dans son ordre');
    await write(page, 'Titre en français', 'L’eau et l’assainissement');
    await counted(page.getByText('Texte et opérations').first().click());
    await write(page, 'Opérations et pistes d’action', '1.1 Eau potable\n- Trente bornes-fontaines\n- Deux ateliers');
    await press(page, 'Ajouter un axe');
    await sees(page, 'Axe I');
    await hydrated(page);
    await counted(page.getByLabel('Titre en français').nth(1).fill('La jeunesse'));
    await counted(page.getByLabel('Titre en français').nth(2).fill('L’égalité entre les femmes et les hommes'));
    await look(page, 'axes');
    await press(page, 'Enregistrer et continuer');
    await sees(page, 'Ce que Passerelle appliquera');
    await rules(page);
    await counted(page.getByRole('link', { name: 'Continuer' }).click());
    await sees(page, /Présidence à proposer\s: Val-d’Aubance, Aït-Ourir et Keur-Samba/);
    await counted(page.getByRole('link', { name: 'Proposer un siège' }).click());
    await page.getByLabel('Fonction, en français').waitFor();
    await hydrated(page);
    await counted(page.getByLabel('Coprésidence').check());
    await write(page, 'Fonction, en français', 'Présidence du Val-d’Aubance');
    await write(page, 'Fonction, en arabe', 'رئاسة فال دوبانس');
    await write(page, 'Prénom et nom', 'Présidence Nord');
    await write(page, 'Adresse de courriel', presidents[0]);
    await press(page, 'Envoyer l’invitation');
    await sees(page, 'Attend sa réponse');
    const seconds = (performance.now() - started) / 1000;
    process.stderr.write(`set-up by the wizard: ${gestures} gestures, ${seconds.toFixed(1)} s of the browser\n`);
    expect(gestures).toBeLessThan(60);
    expect(seconds).toBeLessThan(600);
    expect(troublesOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  async function rules(page: Page): Promise<void> {
    const text = await main(page);
    expect(text.indexOf('À relire d’abord')).toBeGreaterThan(-1);
    expect(text).toContain('Chaque partie');
    await fix(page, 'Échéance du plan', { choose: june, article: 'Art. 4', quote: 'au plus tard le 30 juin' });
    await fix(page, 'Qui vote', { article: 'Art. 3', quote: 'Chaque partie dispose d’une voix.' });
    await fix(page, 'Abstention', { choose: (at) => counted(at.locator('input[name="part.value"][value=NEUTRAL]').check()), article: 'Art. 3', quote: 'l’abstention n’est pas une voix' });
    const clash = page.locator('main li').filter({ hasText: 'L’abstention bloque donc la décision' });
    await clash.nth(1).waitFor();
    expect((await clash.locator('p:first-child').allInnerTexts()).filter((title) => /^(Accord de chaque partie|Abstention)$/.test(title))).toHaveLength(2);
    await fix(page, 'Accord de chaque partie', { choose: (at) => counted(at.locator('input[name="part.value"][value=NO]').check()), article: 'Art. 3', quote: 'l’unanimité des voix exprimées' });
    expect(await main(page)).not.toContain('L’abstention bloque donc la décision');
    await fix(page, 'Fréquence des réunions', { choose: (at) => counted(at.locator('input[name="part.value"][value=ONCE_PER_TWO_CIVIL_YEARS]').check()), article: 'Art. 3', quote: 'au moins une fois tous les deux ans' });
    await look(page, 'rules');
  }

  async function june(page: Page): Promise<void> {
    await write(page, 'Jour du mois', '30');
    await counted(page.getByLabel('Mois', { exact: true }).selectOption('06'));
    await counted(page.locator('input[name="part.inclusive"][value=YES]').check());
  }

  it('is taken up by another coordinator without a script, on a phone: nothing is lost, nothing covered', async () => {
    const page = await pageOf(coordinators[1], { width: 390, javaScript: false });
    await page.goto('/setup/axes?lang=fr');
    await page.getByLabel('Titre en arabe').first().fill('الماء والتطهير');
    const meanwhile = await pageOf(coordinators[2], { width: 390, javaScript: false });
    await meanwhile.goto('/setup/text?lang=fr');
    await page.getByRole('navigation', { name: 'Étapes' }).getByRole('button', { name: 'Le texte' }).click();
    await sees(page, 'Collez le texte signé');
    await meanwhile.getByLabel('Texte de l’accord').fill('Article 1 – Objet\nTout autre chose.');
    await meanwhile.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await meanwhile.getByRole('alert').getByText('Une autre coordination a enregistré').waitFor();
    expect(await meanwhile.getByLabel('Texte de l’accord').inputValue()).toContain('Tout autre chose.');
    await page.getByLabel('Texte de l’accord').fill(signed.replace('au plus tard le 30 juin', 'au plus tard le 30 novembre'));
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await page.getByRole('alert').getByText('Une règle cite Art. 4').waitFor();
    const arabic = await pageOf(coordinators[1], { width: 390 });
    for (const [path, name] of [['/setup/axes?lang=ar', 'arabic'], ['/setup/text', 'arabic-text'], ['/setup/rules?rule=quorum', 'arabic-rules']] as const) {
      await arabic.goto(path);
      await hydrated(arabic);
      if (name === 'arabic') expect(await arabic.locator('input[lang=ar]').first().inputValue()).toBe('الماء والتطهير');
      await look(arabic, name);
    }
    for (const one of [page, meanwhile, arabic]) await one.context().close();
  }, 60_000);

  it('is put in service by each side, and then no page corrects it any more', async () => {
    const { data } = await admin.ask('{ viewer { isAdmin } }');
    expect(data).toEqual({ viewer: { isAdmin: true } });
    for (const address of coordinators.slice(1)) {
      const { ruleBook } = (await as(address).ask('query($id: ID!) { ruleBook(partnershipId: $id) { edition } }', { id: partnershipId })).data as { ruleBook: { edition: number } };
      await as(address).act('confirmService', { partnershipId, edition: ruleBook.edition }, 'edition');
    }
    const page = await pageOf(coordinators[0], { width: 1280 });
    await page.goto('/?lang=fr');
    await sees(page, 'Relire l’accord et confirmer sa mise en service');
    await page.goto('/setup/service');
    await sees(page, 'Présidence à proposer : Aït-Ourir et Keur-Samba.');
    await look(page, 'service');
    await page.getByRole('link', { name: 'Reprendre l’existant' }).click();
    await page.locator('main').getByRole('link', { name: 'Ouvrir la mise en place' }).click();
    await page.waitForURL('**/setup/**');
    await page.goto('/setup/service');
    await hydrated(page);
    await page.getByRole('button', { name: 'Confirmer ces règles pour ma partie' }).click();
    await sees(page, 'L’accord est en service');
    await page.goto('/setup/text');
    await sees(page, 'ne se corrigent plus ici');
    await page.context().close();
  }, 60_000);
});

describe('the rules it was given are those it decides by', () => {
  beforeAll(async () => {
    const { partnership } = (await as(coordinators[0]).ask('query($id: ID!) { partnership(id: $id) { parties { id } } }', { id: partnershipId })).data as { partnership: { parties: { id: string }[] } };
    partyIds = partnership.parties.map(({ id }) => id);
    for (const place of [1, 2]) {
      const seat = { partnershipId, partyId: partyIds[place], category: 'CO_PRESIDENT', office: 'Présidence', officeAr: 'الرئاسة', displayName: ['', 'Présidence Atlas', 'Présidence Sahel'][place], mailAddress: presidents[place], language: 'fr', from: new Date(instance.house.machineNow()).toISOString().slice(0, 10) };
      await as(coordinators[place]!).act('inviteToSeat', seat);
    }
    for (const [place, address] of presidents.entries()) {
      await seatIn(address);
      const [found] = await instance.ask<{ id: string }>('select invitation.id from invitation join person on person.id = invitation.person_id where person.mail_address = $1', [address]);
      await as(coordinators[(place + 1) % 3]!).act('confirmInvitation', { invitationId: found?.id }, '__typename');
    }
  }, 60_000);

  it('its plan is due on 30 June, and no meeting is asked for in the year it began', async () => {
    const asked = 'query($id: ID!) { planBoard(partnershipId: $id, year: 2030) { deadline { lastDay } } partnership(id: $id) { nextHost { due { on sentence source { kind reference } } } } myTurn { kind } }';
    const { data } = await as(coordinators[0]).ask(asked, { id: partnershipId });
    const since = instance.house.machineNow().getUTCFullYear();
    expect(data).toEqual({
      planBoard: { deadline: { lastDay: '2029-06-30' } },
      partnership: { nextHost: { due: { on: `${since + 2}-12-31`, sentence: expect.stringContaining('toutes les deux années civiles'), source: { kind: 'ARTICLE', reference: 'Art. 3' } } } },
      myTurn: [],
    });
  });

  it('two parties for and one abstaining: adopted, by the voices expressed', async () => {
    const coordinator = as(coordinators[0]);
    const day = new Date(instance.house.machineNow()).toISOString().slice(0, 10);
    const { id: meetingId } = await coordinator.act('scheduleMeeting', { partnershipId, hostPartyId: partyIds[0], kind: 'ORDINARY', mode: 'HYBRID', civilDate: day, time: '23:30', place: 'Hôtel du Département' });
    await coordinator.act('addAgendaItem', { meetingId, title: 'Ouvrir trente bornes-fontaines', text: 'Le comité décide d’ouvrir trente bornes-fontaines.' });
    await as(presidents[0]).act('conveneMeeting', { meetingId });
    const look = async () => (await coordinator.ask('query($id: ID!) { meeting(id: $id) { attendance { seat { id } } decisions { id ballots { id textHash } } } }', { id: meetingId })).data?.['meeting'] as { attendance: { seat: { id: string } }[]; decisions: { id: string; ballots: { id: string; textHash: string }[] }[] };
    await coordinator.act('recordAttendance', { meetingId, entries: (await look()).attendance.map(({ seat }) => ({ seatId: seat.id, presence: 'PRESENT' })) });
    await coordinator.act('openMeeting', { meetingId });
    await coordinator.act('openBallot', { decisionId: (await look()).decisions[0]?.id }, '__typename');
    const { id: ballotId, textHash } = (await look()).decisions[0]!.ballots[0]!;
    for (const [place, choice] of (['FOR', 'FOR', 'ABSTAIN'] as const).entries()) await as(presidents[place]!).act('castVote', { ballotId, choice, textHash }, '__typename');
    await coordinator.act('closeBallot', { ballotId }, '__typename');
    const [kept] = await instance.ask<{ state: string; voters: string; abstention: string }>(`select decision.state, ballot.rules #>> '{voters,value}' as voters, ballot.rules #>> '{abstention,value}' as abstention from ballot join decision on decision.id = ballot.decision_id where ballot.id = $1`, [ballotId]);
    expect(kept).toEqual({ state: 'ADOPTED', voters: 'PARTY', abstention: 'NEUTRAL' });
  }, 60_000);
});
