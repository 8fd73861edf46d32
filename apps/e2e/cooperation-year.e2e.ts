import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { audit, horizontalScroll, hydrated, openBrowser, troublesOf, type Device } from './browser.js';
import { enter, signedIn } from './demo-story.js';

/** One cooperation year in real Chromium: from a fiche to an executory PV, each person in a browser of their own. */
let demo: DemoHouse;
let browser: Browser;
const open = new Map<string, Page>();
/** `SCREENSHOTS=docs/screenshots` renews the pictures of the README. */
const pictures = process.env['SCREENSHOTS'];

const devices: Record<string, Device> = {
  maire: { width: 390 },
  president: { width: 390, language: 'ar-MA' },
};
const members = ['maire', 'adjointe', 'conseiller', 'technicienne', 'technicien', 'president', 'vice-presidente', 'conseillere', 'homologue', 'technicien-tiznit'];

/** The page of a person, signed in by her demo link, in French but for the president of Tiznit. */
async function as(persona: string): Promise<Page> {
  const known = open.get(persona);
  if (known) return known;
  const page = await signedIn(browser, persona, { width: 1280, at: demo.url, ...devices[persona] });
  open.set(persona, page);
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  expect(await audit(page)).toEqual([]);
  expect(await horizontalScroll(page)).toEqual([]);
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(process.cwd(), pictures, `${name}.png`) });
}

/** Presses a button whose form posts, and waits until the page says what came of it. */
async function press(page: Page, name: string | RegExp, until: string | RegExp): Promise<void> {
  await hydrated(page);
  await page.getByRole('button', { name }).first().click({ timeout: 10_000 }).catch(async () => {
    throw new Error(`no button « ${name} » at ${page.url()}:\n${await page.locator('main').innerText()}`);
  });
  await sees(page, until);
}
const follow = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('link', { name }).first().click();
  await page.waitForLoadState('networkidle');
};
async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 20_000 }).catch(async () => {
    throw new Error(`« ${text} » is not on ${page.url()}:\n${await page.locator('main').innerText()}`);
  });
}

let sheetPath: string;
let meetingPath: string;
let minutesPath: string;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

describe('a cooperation year', () => {
  it('begins with what each one owes', async () => {
    const maire = await as('maire');
    await maire.goto('/');
    await sees(maire, 'Signer le procès-verbal PV-2026-1');
    await look(maire, 'mon-tour-fr');
  });

  it('a technician writes a fiche from piste 1.1.1 (90 + 30 = 120) and submits it; her counterpart validates it', async () => {
    const page = await as('technicienne');
    await page.goto('/sheets/new?year=2027');
    await press(page, /120 personnes en situation de handicap/, 'Cette fiche est un brouillon');
    await page.waitForURL(/\/sheets\/[0-9a-f-]{36}/);
    sheetPath = new URL(page.url()).pathname;
    const body = await page.locator('main').innerText();
    expect(body).toContain('Brouillon');
    await page.getByLabel('Contexte').fill('Peu de jeunes en situation de handicap accèdent à l’emploi, dans les deux villes.');
    await page.getByLabel('Objectifs').fill('Accompagner 120 personnes vers l’école et l’emploi.');
    await page.getByLabel('Méthode de collecte').first().fill('Suivi individuel');
    await page.getByLabel('Responsable').first().fill('Service social de chaque commune');
    for (const title of [/Femme\/Homme/, /Amazigh/]) await page.getByLabel(title).first().fill('La fiche y répond par des ateliers ouverts à toutes et à tous.');
    await page.locator('[name=startsOn]').fill('2027-02-01');
    await page.locator('[name=endsOn]').fill('2027-12-15');
    await page.getByLabel('Dépense').first().fill('Accompagnement');
    await page.getByLabel('Montant').first().fill('25 000,00');
    await sees(page, 'Tout y est');
    await press(page, 'Soumettre la fiche', 'Cette fiche est soumise');
    await look(page, 'fiche-fr');
    const counterpart = await as('homologue');
    await counterpart.goto(sheetPath);
    await press(counterpart, 'Valider la fiche pour ma partie', 'Chaque partie a validé cette fiche');
  });

  it('both coordinators assemble the plan and freeze it', async () => {
    const coordinateur = await as('coordinateur');
    await coordinateur.goto('/plans/2027');
    await look(coordinateur, 'plan-fr');
    await hydrated(coordinateur);
    const card = coordinateur.locator('article, li').filter({ hasText: '120 personnes' }).last();
    await card.getByText('Déplacer vers…').click();
    await card.getByRole('button', { name: /Retenir au plan/ }).click();
    await sees(coordinateur, 'Aucune fiche validée par les deux parties n’attend.');
    await press(coordinateur, 'Valider le plan pour ma partie', /^Validé$/);
    const coordinatrice = await as('coordinatrice');
    await coordinatrice.goto('/plans/2027');
    await press(coordinatrice, 'Valider le plan pour ma partie', /il reste à l’arrêter pour le comité/);
    await press(coordinatrice, 'Arrêter le plan pour le comité', /Le plan est arrêté/);
  });

  it('the guest side may not convene, Art. 5 says why; the host’s president convenes', async () => {
    const coordinatrice = await as('coordinatrice');
    await coordinatrice.goto('/meetings');
    await follow(coordinatrice, 'Voir la réunion');
    await coordinatrice.waitForURL(/\/meetings\/[0-9a-f-]{36}/);
    meetingPath = new URL(coordinatrice.url()).pathname;
    await sees(coordinatrice, /convoqué par le représentant du pays hôte/);
    const maire = await as('maire');
    await enter(maire, 'maire');
    await maire.goto(meetingPath);
    await press(maire, /Convoquer le comité/, /La convocation est envoyée à tous les membres/);
    await demo.tick();
    await maire.goto('/mailbox');
    await sees(maire, /Convocation du comité de pilotage, jeudi 10 décembre 2026/);
  });

  it('a member answers from the page of the convocation; those who prepare it see her answer, and the sheet proposes it', async () => {
    const conseillere = await as('conseillere');
    await conseillere.goto(meetingPath);
    await press(conseillere, 'Je ne pourrai pas venir', 'Votre réponse : vous ne pourrez pas venir');
    await conseillere.getByText('Changer ma réponse…').click();
    await press(conseillere, 'Je viens', 'Votre réponse : vous venez');
    const page = await as('coordinateur');
    await page.goto(meetingPath);
    await sees(page, /^1 vient · 9 sans réponse$/);
    const own = page.getByRole('group', { name: 'Conseillère communale', exact: true });
    await own.getByRole('radio', { name: 'Présent', exact: true, checked: true }).waitFor({ state: 'attached' });
    await look(page, 'convocation-fr');
  });

  it('the session opens; one abstention blocks and is named; a second vote is unanimous', async () => {
    demo.house.legalClock.run(new Date('2026-12-10T13:05:00Z'));
    const page = await as('coordinateur');
    await page.goto(meetingPath);
    for (const present of await page.getByRole('radio', { name: 'Présent', exact: true }).all()) await present.check({ force: true });
    await press(page, 'Enregistrer les présences', 'Quorum atteint');
    await press(page, 'Ouvrir la séance', /La séance est ouverte/);
    await press(page, 'Ouvrir le vote', 'Clore le vote');
    await vote('conseillere');
    await page.goto(meetingPath);
    await look(page, 'seance-fr');
    await press(page, 'Clore le vote', 'Non adoptée');
    await sees(page, /abstention de Conseillère communale/);
    await press(page, /Ouvrir un nouveau vote/, 'Clore le vote');
    await voteFrom('maire', 'conseillere', 'president');
    await page.goto(meetingPath);
    await press(page, 'Clore le vote', /^Adoptée$/);
  }, 240_000);

  it('hands round the table: who has left is not counted; « unanimité constatée, sauf … », confirmed by the other coordination, contested by its member', async () => {
    const meetingId = meetingPath.split('/').pop();
    await (await demo.as('coordinateur')).act('addAgendaItem', { meetingId, title: 'Accueil des stagiaires', text: 'Six stagiaires sont accueillis.' });
    const page = await as('coordinateur');
    await page.goto(meetingPath);
    await press(page, 'Départ : Chargée de mission insertion et handicap', /départ\s: Chargée de mission insertion et handicap, au point/);
    await page.goto(`${meetingPath}/hands`);
    await sees(page, '9 votants présents');
    await hydrated(page);
    await page.getByText('Sauf…', { exact: true }).click();
    await page.getByLabel(/^Voix de Conseillère communale/).selectOption('ABSTAIN');
    await press(page, 'Transmettre à l’autre coordination', /En attente de la coordination d’une autre partie/);
    const coordinatrice = await as('coordinatrice');
    await coordinatrice.goto(meetingPath);
    await press(coordinatrice, 'Confirmer ces votes', /À main levée\s: constaté par Villeneuve-la-Garenne, confirmé par Tiznit/);
    const conseillere = await as('conseillere');
    await conseillere.goto(`${meetingPath}?lang=fr`);
    await hydrated(conseillere);
    await conseillere.getByText('Contester la voix notée pour moi…').click();
    await conseillere.getByLabel('Ce que vous avez dit').fill('J’étais pour.');
    await press(conseillere, /^Contester/, /Conseillère communale.* conteste la voix notée/);
    await page.goto(meetingPath);
    await press(page, 'Clore la séance', /La séance est close/);
  }, 120_000);

  it('the PV is written, reviewed, and made final', async () => {
    const page = await as('coordinateur');
    await page.goto(meetingPath);
    await press(page, 'Rédiger le PV', /procès-verbal/i);
    await page.waitForURL(/\/minutes\/[0-9a-f-]{36}/);
    minutesPath = new URL(page.url()).pathname.replace(/\/edit$/, '');
    await page.goto(`${minutesPath}/edit`);
    await page.getByLabel(/Échanges/).first().fill('Le comité a débattu du plan et salué le travail des services.');
    await press(page, 'Enregistrer le texte', 'Le texte est enregistré.');
    await page.goto(minutesPath);
    await press(page, 'Soumettre à la relecture', 'Le PV est soumis à la relecture');
    await press(page, 'Rendre définitif', /PV-2026-2/);
  });

  it('the mayor signs in three taps: not executory; the president signs in Arabic on his phone: executory, in time', async () => {
    const maire = await as('maire');
    await enter(maire, 'maire');
    await maire.goto(minutesPath);
    await follow(maire, 'Signer le PV');
    await look(maire, 'pv-signature-fr');
    await press(maire, 'Je signe', 'Votre signature est enregistrée.');
    const coordinateur = await as('coordinateur');
    await coordinateur.goto('/plans/2027');
    await sees(coordinateur, 'Adopté, à signer');
    const president = await as('president');
    await enter(president, 'president');
    await president.goto(minutesPath);
    expect(await president.locator('html').getAttribute('dir')).toBe('rtl');
    await follow(president, 'توقيع المحضر');
    await look(president, 'pv-signature-ar');
    await press(president, /^أوقّع$|أوقع/, /قابل للتنفيذ/);
    await look(president, 'pv-executoire-ar');
    await coordinateur.goto('/plans/2027');
    await sees(coordinateur, 'Exécutoire');
    await sees(coordinateur, /Dans les délais/);
  });

  it('reminders that were due before stop; no page complained on the way', async () => {
    demo.house.legalClock.run(new Date('2026-12-28T10:00:00Z'));
    await demo.tick();
    const page = await as('maire');
    await page.goto('/mailbox');
    await sees(page, /PV-2026-2 est exécutoire/);
    expect(await page.getByText(/Plan d’action 2027\s: J-3/).count()).toBe(0);
    expect([...open.values()].flatMap((one) => troublesOf(one))).toEqual([]);
  });
});

interface Sitting {
  readonly meeting: { readonly decisions: readonly { readonly ballots: readonly { readonly id: string; readonly textHash: string; readonly closedAt: string | null }[] }[] };
}
/** Everyone votes for: these on their own phones, the others as their phones would ask. */
async function voteFrom(...phones: readonly string[]): Promise<void> {
  const { meeting } = await (await demo.as('coordinateur')).ask<Sitting>('query($id: ID!) { meeting(id: $id) { decisions { ballots { id textHash closedAt } } } }', { id: meetingPath.split('/').pop() });
  const ballot = meeting.decisions.flatMap(({ ballots }) => ballots).find(({ closedAt }) => closedAt === null);
  for (const persona of members.filter((one) => !phones.includes(one))) await (await demo.as(persona)).act('castVote', { ballotId: ballot?.id, choice: 'FOR', textHash: ballot?.textHash });
  await vote(null, phones);
}
/** Everyone votes for, on her own phone, but `abstainer`. */
async function vote(abstainer: string | null, phones: readonly string[] = members): Promise<void> {
  for (const persona of phones) {
    const page = await as(persona);
    await page.goto(`${meetingPath}?lang=fr`);
    await press(page, persona === abstainer ? 'Abstention' : 'Pour', /Votre vote\s: (pour|abstention)/);
    // A page that is left open would read itself again at each voice that follows.
    await page.goto(persona === 'president' ? '/?lang=ar' : 'about:blank');
  }
}
