import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { RegisterPerson } from '#identity';
import { OpenPartnership } from '#parties';
import { writeGrid, writeWord } from '#platform';
import { ctxOf } from '../../test/world/ctx.js';
import { openInstanceHouse, type InstanceHouse } from '../../test/world/instance-house.js';
import { valueOf } from '../../test/world/world.js';
import { audit, horizontalScroll, newPage, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';

/** A partnership of one year joins mid-life: its convention, its last PV on paper, its plan under way and forty projects of the past. */
const people = { camille: 'camille.roux@ville-du-nord.example', salma: 'salma.idrissi@ville-du-sud.example' } as const;
const partnershipId = '00000000-0000-7000-8000-0000000000bb';
let instance: InstanceHouse;
let browser: Browser;
let camille: Page;
let salma: Page;
/** What hands did: a press, a choice, a text, a file. */
let gestures = 0;
let [began, cpu] = [0, 0];

const sides = [
  { territory: { name: 'Ville-du-Nord', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Val-de-Marne' }, name: 'Camille Roux', mailAddress: people.camille },
  { territory: { name: 'Ville-du-Sud', country: 'MA', zone: 'Africa/Casablanca', locale: 'ar-MA', currency: 'MAD', hierarchy: 'Souss-Massa' }, name: 'Salma Idrissi', mailAddress: people.salma },
] as const;

/** As the admin's page opens it (`first-day.e2e.ts`), with both coordinations at their desks. */
async function openTwoCities(): Promise<void> {
  const ctx = ctxOf({ partnershipIds: [partnershipId] }, { audience: 'INSTANCE' });
  const parties = [];
  for (const { territory, name: displayName, mailAddress } of sides) {
    const personId = await valueOf(instance.house.app.get(RegisterPerson).run(ctx, { displayName, mailAddress, language: 'fr' }));
    const seats = [{ category: 'COORDINATOR' as const, office: 'Coordination', officeAr: 'التنسيق', personId, from: '2024-01-01' }];
    parties.push({ territory, organisation: { name: `Commune de ${territory.name}`, kind: 'MUNICIPALITY' }, shortName: territory.name, presidentTitle: 'Maire', presidentTitleAr: 'عمدة', seats });
  }
  await valueOf(instance.house.app.get(OpenPartnership).run(ctx, { partnershipId, name: 'Ville-du-Nord – Ville-du-Sud', parties }));
}

async function signIn(address: string, device: Device = { javaScript: false, width: 390 }): Promise<Page> {
  const page = await newPage(browser, { ...device, at: instance.url });
  await page.goto('/sign-in?lang=fr');
  await page.getByLabel('Votre adresse de courriel').fill(address);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await page.getByLabel('Code à six chiffres').waitFor();
  await page.getByLabel('Code à six chiffres').fill(/\b\d{3}\s?\d{3}\b/.exec(await instance.letter(address, 'Votre code'))?.[0] ?? '');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in/code'));
  return page;
}

const press = (page: Page, name: string | RegExp): Promise<void> => ((gestures += 1), page.getByRole('button', { name }).first().click());
const follow = (page: Page, name: string | RegExp): Promise<void> => ((gestures += 1), page.getByRole('link', { name }).first().click());
async function write(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    gestures += 1;
    await page.locator(`[name="${name}"]`).first().fill(value);
  }
}
async function send(page: Page, file: { name: string; mimeType: string; buffer: Buffer }, name: string): Promise<void> {
  gestures += 1;
  await page.locator('input[type="file"]').first().setInputFiles(file);
  gestures += 1;
  await page.locator('form:has(input[type="file"])').getByRole('button', { name }).click();
}
async function reads(page: Page, words: string | RegExp): Promise<string> {
  await page.locator('main').getByText(words).first().waitFor();
  return page.locator('main').innerText();
}

const scan = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const table = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const themes = ['Eau et assainissement', 'Jeunesse', 'Sport', 'Culture', 'Petite enfance', 'Handicap'];
const line = (index: number): string => `Projet ${index + 1} : ${themes[index % 6]};${2004 + (index % 20)};${2004 + (index % 20) + (index % 3)};Ville-du-Sud;${themes[index % 6]};${8 + index} 500,00;EUR;Rapport d'activité`;
const forty = ['Titre;Début;Fin;Lieu;Domaine;Montant;Devise;Source', ...Array.from({ length: 40 }, (_, index) => line(index))].join('\r\n');
const csv = (text: string) => ({ name: 'projets.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });
/** A letter as a town hall writes one. */
const letter = (title: string): Promise<Buffer> => {
  const said = (text: string, level: 0 | 1 | null = null) => ({ type: 'line' as const, text, level, tag: null, item: false });
  return writeWord({ blocks: [said(title, 0), said('Contexte', 1), said('Une demande des habitants.'), said('Objectifs', 1), said('Trois ateliers.')], properties: {} }, 'fr');
};

beforeAll(async () => {
  instance = await openInstanceHouse({ displayName: 'Amina Benali', mailAddress: 'admin@instance.example' });
  browser = await openBrowser();
  await openTwoCities();
  [camille, salma] = [await signIn(people.camille), await signIn(people.salma)];
  [began, cpu] = [performance.now(), process.cpuUsage().user];
}, 120_000);
afterAll(async () => {
  process.stdout.write(`Reprise d’une année : ${gestures} gestes, ${Math.round((performance.now() - began) / 1000)} s à la machine, ${Math.round((process.cpuUsage().user - cpu) / 1e6)} s de processeur.\n`);
  await browser?.close();
  await instance?.close();
});

const whole: Device[] = [{ width: 390, language: 'fr-FR' }, { width: 1280, language: 'ar-MA' }, { width: 390, language: 'ar-MA' }, { width: 1280, language: 'fr-FR' }];
const looks = process.env['SOAK'] || process.env['PICTURES'] ? whole : whole.slice(0, 2);

/** What axe, the width and the targets say against a screen; its picture, when pictures are asked for. */
async function faultsOn(page: Page, path: string, look: Device): Promise<string[]> {
  await page.goto(`${path}?lang=${look.language?.slice(0, 2)}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('load');
  const faults = [...(await audit(page)).map(({ rule, places }) => `${rule} ${places[0]}`), ...(await horizontalScroll(page)), ...(await smallTargets(page)), ...troublesOf(page)];
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${path.replaceAll(/[^a-z]/gi, '_').slice(0, 24)}-${look.width}-${look.language}.png`, fullPage: true });
  return faults.map((fault) => `${path} ${look.width} ${look.language}: ${fault}`);
}

/** The year under way, as the house counts it. */
const yearUnderWay = async (page: Page): Promise<number> => Number(/\d{4}/.exec((await page.locator('#plan a[href^="/joining/plan/"]').getAttribute('href')) ?? '')?.[0]);

describe('what existed before Passerelle, without JavaScript', () => {
  let year: number;

  it('begins with the convention, and says what remains', async () => {
    await camille.goto('/setup/agreement');
    await camille.locator('[name="template"][value="COOPERATION"]').check();
    await write(camille, { displayName: 'Convention de coopération', effectiveOn: '2024-03-01' });
    await press(camille, 'Commencer');
    await camille.goto('/minutes');
    await follow(camille, 'Saisir un procès-verbal signé');
    expect(await camille.locator('h1').innerText()).toBe('Saisir un procès-verbal signé sur papier');
    await camille.goto('/joining');
    expect(await reads(camille, 'Enregistrée : Convention de coopération.')).toContain('Aucun procès-verbal repris');
    year = await yearUnderWay(camille);
  });

  it('takes the last PV on paper; it counts nowhere before the other side has confirmed it', async () => {
    await follow(camille, 'Saisir un procès-verbal signé');
    await write(camille, { number: 'PV n° 2', heldOn: `${year - 1}-11-20`, place: 'Hôtel de ville', 'title.1': `Plan d’action ${year}`, 'text.1': `Le comité adopte le plan ${year}.` });
    gestures += 1;
    await camille.locator('[name="hostPartyId"]').selectOption({ label: 'Ville-du-Sud' });
    for (const [place, office] of ['Maire de Ville-du-Nord', 'Président de Ville-du-Sud'].entries()) {
      gestures += 2;
      await camille.locator('[name^="office."]').nth(place).fill(office);
      await camille.locator('[name^="signedOn."]').nth(place).fill(`${year - 1}-12-0${place + 1}`);
    }
    await press(camille, 'Enregistrer ce procès-verbal');
    await reads(camille, 'Repris du papier, sans scan');
    await follow(camille, 'Joindre le scan');
    await send(camille, { name: 'pv-2.png', mimeType: 'image/png', buffer: scan }, 'Joindre');
    const entered = await reads(camille, 'à confirmer par une autre partie');
    expect(entered).toContain('Une autre personne, de la coordination d’une autre partie');
    await salma.goto('/meetings');
    expect(await salma.locator('main').innerText()).not.toContain('Hôtel de ville');
    await salma.goto(`/joining/plan/${year}`);
    await reads(salma, 'Aucun procès-verbal repris et confirmé ne porte de décision adoptée.');
    await salma.goto('/public');
    expect(await salma.locator('main').innerText()).not.toContain('PV n° 2');
  });

  it('is confirmed by the other coordination, and then gives the turn to the other city', async () => {
    await salma.goto('/joining');
    await follow(salma, 'Lire ce procès-verbal');
    await press(salma, 'Confirmer : c’est le papier que nous détenons');
    const confirmed = await reads(salma, 'Repris, signé sur papier. Une autre partie a confirmé');
    expect(confirmed).toMatch(/Exécutoire depuis le 2 décembre \d{4}, dernière signature portée par le papier/);
    await salma.goto('/meetings');
    expect(await reads(salma, /Ville-du-Nord/)).not.toContain('Hôtel de ville');
    const [made] = await instance.ask<{ count: number }>('select (select count(*) from ballot)::int + (select count(*) from signature)::int as count');
    expect(made?.count).toBe(0);
    const publicPage = await newPage(browser, { at: instance.url, javaScript: false });
    await publicPage.goto('/public?lang=fr');
    await publicPage.getByRole('link', { name: /PV n° 2/ }).first().click();
    expect(await reads(publicPage, 'Repris, signé sur papier avant Passerelle')).toContain(`Plan d’action ${year}`);
    await publicPage.context().close();
  });

  it('takes three Word fiches and a table, and the plan they make, adopted by that paper', async () => {
    for (const title of ['Jardins partagés', 'Échange de jeunes', 'Bibliothèque bilingue']) {
      await camille.goto(`/sheets/import?year=${year}`);
      await send(camille, { name: `${title}.docx`, mimeType: word, buffer: await letter(title) }, 'Créer la fiche');
      expect(new URL(camille.url()).pathname).toMatch(/^\/sheets\/[0-9a-f-]{36}$/);
    }
    await camille.goto(`/plans/${year}/import`);
    const plan = await writeGrid({ name: 'Plan', heads: ['Titre', 'Début', 'Fin'], rows: [['Puits communaux', `01/03/${year}`, `30/06/${year}`], ['Tournoi de football', '', '']], widths: [30, 12, 12] }, 'fr');
    await send(camille, { name: 'plan.xlsx', mimeType: table, buffer: plan }, 'Vérifier le tableau');
    await press(camille, 'Créer les 2 fiches');
    await camille.goto(`/joining/plan/${year}`);
    expect(await camille.locator('[name="sheetIds"]').count()).toBe(5);
    await press(camille, 'Proposer ce plan, adopté sur papier');
    expect(await reads(camille, 'Rien n’est adopté tant que')).toContain('Une autre personne, de la coordination d’une autre partie');
    await salma.goto('/');
    await reads(salma, `Confirmer le plan ${year}, repris du papier et proposé par Ville-du-Nord`);
    await salma.locator(`main a[href$="/joining/plan/${year}"]`).first().click();
    expect(await reads(salma, 'Rien n’est adopté tant que')).toContain('Bibliothèque bilingue (Ville-du-Nord)');
    expect(await instance.ask('select from action_plan')).toEqual([]);
    for (const look of looks) {
      const page = await signIn(people.salma, look);
      expect(await faultsOn(page, `/joining/plan/${year}`, look)).toEqual([]);
      await page.context().close();
    }
    await press(salma, 'Confirmer : c’est le plan que le papier a adopté');
    expect(new URL(salma.url()).pathname).toBe(`/plans/${year}`);
    await salma.goto('/joining');
    expect(await reads(salma, /Repris\s: adopté sur papier par le procès-verbal PV n° 2/)).toContain('Camille Roux');
    await salma.goto(`/plans/${year}`);
    await salma.getByRole('link', { name: 'Jardins partagés' }).first().click();
    await reads(salma, 'Reprise : fiche du plan');
    const [adopted] = await instance.ask<{ state: string; sheets: number }>(`select state, (select count(*)::int from project_sheet where state = 'ADOPTED') as sheets from action_plan where year = $1`, [year]);
    expect(adopted).toEqual({ state: 'ADOPTED', sheets: 5 });
  });

  it('takes forty projects of the past at once; a bad line takes none, and says where', async () => {
    await camille.goto('/joining/projects');
    await send(camille, csv(forty.replace(';2010;', ';vers 2010;')), 'Lire ce tableau');
    expect(await reads(camille, '« vers 2010 » n’est pas une année')).toContain('8');
    await send(camille, csv(forty), 'Lire ce tableau');
    await press(camille, 'Reprendre ces 40 projets');
    await reads(camille, '40 projets sont repris.');
    await salma.goto('/history');
    const thread = await reads(salma, 'Projet 1 : Eau et assainissement');
    for (const told of ['Procès-verbal PV n° 2', `Plan d’action ${year}`, 'Convention de coopération', '2004', '2023']) expect(thread).toContain(told);
    await salma.goto('/search?text=assainissement');
    await reads(salma, 'Projets passés');
  });

  it('lets the next year’s plan be opened, in less than thirty minutes of hands', async () => {
    await salma.goto(`/plans/${year + 1}`);
    await press(salma, /Ouvrir le plan/);
    const [opened] = await instance.ask<{ state: string }>('select state from action_plan where year = $1', [year + 1]);
    expect(opened?.state).toBe('DRAFT');
    // Fifteen seconds a gesture, reading included.
    expect((gestures * 15) / 60).toBeLessThan(30);
  });
});

describe('the screens', () => {
  it('pass axe, fit the page and give large targets, in both languages', async () => {
    const [paper] = await instance.ask<{ id: string }>('select id from paper_minutes');
    const found: string[] = [];
    for (const look of looks) {
      const page = await signIn(people.camille, look);
      for (const path of ['/joining', '/joining/minutes/new', `/joining/minutes/${paper?.id}`, '/joining/projects', '/history']) found.push(...(await faultsOn(page, path, look)));
      await page.context().close();
    }
    expect(found).toEqual([]);
  }, 120_000);
});
