import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { RegisterPerson } from '#identity';
import { LegalClock, MachineClock, Zones } from '#kernel';
import { actorOf, heldSeats, OpenPartnership, type PartyInput, type SeatCategory } from '#parties';
import { Work, type Ctx } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { AskRecovery } from '../../libs/parties/src/actions/ask-recovery.js';
import { DeclineInvitation } from '../../libs/parties/src/actions/decline-invitation.js';
import { InviteToSeat } from '../../libs/parties/src/actions/invite-to-seat.js';
import { ctxOf } from '../../test/world/ctx.js';
import { openInstanceHouse, type InstanceHouse } from '../../test/world/instance-house.js';
import { valueOf } from '../../test/world/world.js';
import { audit, horizontalScroll, newPage, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';

/** The screens of the first real day, with something in each state, as a phone shows them: people, invitations, accesses, devices, sending. */
const pictures = process.env['PICTURES'];
const lookOf: readonly Device[] = [{ width: 390, language: 'fr-FR' }, { width: 390, language: 'ar-MA', dark: true }];
/** Asked for with `PICTURES`: what an eye should judge besides. */
const others: readonly Device[] = pictures ? [{ width: 1280, language: 'fr-FR', dark: true }, { width: 1280, language: 'ar-MA' }] : [];
const towns = { fr: ['Ville-du-Nord', 'FR', 'Europe/Paris', 'EUR'], ma: ['Ville-du-Sud', 'MA', 'Africa/Casablanca', 'MAD'] } as const;
type Side = keyof typeof towns;
const offices: readonly (readonly [SeatCategory, string, string])[] = [['CO_PRESIDENT', 'Maire', 'عمدة'], ['TECHNICIAN', 'Technicienne', 'تقنية'], ['COORDINATOR', 'Coordination', 'تنسيقية']];
let instance: InstanceHouse;
let browser: Browser;
let ids: { readonly partnershipId: string; readonly fr: string; readonly ma: string; readonly invitation: string };
const people = new Map<string, string>();
let desk: { readonly partyId: string; readonly personId: string };

function partyWords(side: Side): Omit<PartyInput, 'seats'> {
  const [name, country, zone, currency] = towns[side];
  return { territory: { name, country, zone, locale: side === 'fr' ? 'fr-FR' : 'ar-MA', currency, hierarchy: name }, organisation: { name: `Commune de ${name}`, kind: 'MUNICIPALITY' }, shortName: name, presidentTitle: 'Maire', presidentTitleAr: 'عمدة' };
}

async function partyOf(side: Side): Promise<PartyInput> {
  const [name] = towns[side];
  const seats = [];
  for (const [category, office, officeAr] of offices) {
    const personId = await valueOf(instance.house.app.get(RegisterPerson).run(ctxOf(null, { audience: 'INSTANCE' }), { displayName: `${office} ${name}`, mailAddress: `${category.toLowerCase().replace('_', '.')}@${side}.example`, language: 'fr' }));
    people.set(`${side}-${category}`, personId);
    seats.push({ category, office, officeAr, personId, from: '2024-01-01' });
  }
  return { ...partyWords(side), seats };
}

async function as(who: string): Promise<Ctx> {
  const { app } = instance.house;
  const personId = people.get(who) ?? who;
  const seats = await app.get(Work).read(ctxOf(null), (tx) => heldSeats(tx, personId, { instant: app.get(LegalClock).now(), zones: app.get(Zones) }));
  return ctxOf(actorOf({ personId, sessionId: null, stepUpAt: app.get(MachineClock).now() }, seats));
}

async function invite(side: Side, displayName: string, category: SeatCategory): Promise<{ id: string; personId: string }> {
  const { app } = instance.house;
  const mailAddress = `${displayName.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${side}.example`;
  const input = { partnershipId: ids.partnershipId, partyId: ids[side], category, office: 'Adjointe à la coopération', officeAr: 'نائبة مكلفة بالتعاون', displayName, mailAddress, language: 'fr', from: '2026-01-01' as never };
  const id = await valueOf(new InviteToSeat(app.get(Work), app.get(Zones)).run(await as(`${side}-COORDINATOR`), input));
  const [row] = await instance.ask<{ person_id: string }>('select person_id from invitation where id = $1', [id]);
  return { id, personId: row?.person_id ?? '' };
}

/** Invitations waiting, declined, and to confirm; an access to give back; somebody without address; letters that do not leave. */
async function fill(): Promise<void> {
  const { app } = instance.house;
  const partnershipId = randomUUID();
  const { partyIds: [fr = '', ma = ''] } = await valueOf(app.get(OpenPartnership).run(ctxOf({ partnershipIds: [partnershipId] }, { audience: 'INSTANCE' }), { partnershipId, name: 'Ville-du-Nord – Ville-du-Sud', parties: [await partyOf('fr'), await partyOf('ma')] }));
  ids = { partnershipId, fr, ma, invitation: '' };
  const waiting = await invite('fr', 'Nadia Perrin', 'ELECTED_MEMBER');
  const declined = await invite('fr', 'Jeanne Morel', 'ELECTED_MEMBER');
  await valueOf(new DeclineInvitation(app.get(Work), app.get(Zones)).run(await as(declined.personId), { invitationId: declined.id, motive: 'Je quitte le conseil municipal en janvier' }));
  await invite('ma', 'Technicienne Ville-du-N0rd'.replace('0', 'o'), 'ELECTED_MEMBER');
  await valueOf(new AskRecovery(app.get(Work), app.get(Zones)).run(await as('ma-COORDINATOR'), { partnershipId, personId: people.get('ma-TECHNICIAN') ?? '', mailAddress: 'nouvelle.adresse.de.la.technicienne@ville-du-sud.example', reason: 'Boîte fermée' }));
  await instance.ask(`update person set mail_address = id || '@import.invalid' where id = $1`, [people.get('fr-TECHNICIAN')]);
  people.set('invited', waiting.personId);
  ids = { ...ids, invitation: waiting.id };
}

/** A partnership that came in an archive: nobody has an address there, and one side's admin has invited somebody. */
async function fillArchived(): Promise<void> {
  const { app } = instance.house;
  const partnershipId = randomUUID();
  const parties = await Promise.all(
    (['fr', 'ma'] as const).map(async (side): Promise<PartyInput> => {
      const [personId, town] = [randomUUID(), side === 'fr' ? 'Ville-du-Lac' : 'مدينة الواحة'];
      await instance.ask(`insert into person (id, display_name, mail_address, language, recorded_at) values ($1::uuid, $2, $1::text || '@import.invalid', 'fr', now())`, [personId, side === 'fr' ? 'Claire Fontaine' : 'سلمى الإدريسي']);
      const seats = [{ category: 'COORDINATOR' as const, office: 'Coordination', officeAr: 'تنسيقية', personId, from: '2024-01-01' }];
      return { ...partyWords(side), organisation: { name: town, kind: 'MUNICIPALITY' }, shortName: town, seats };
    }),
  );
  const { partyIds: [lake = ''] } = await valueOf(app.get(OpenPartnership).run(ctxOf({ partnershipIds: [partnershipId] }, { audience: 'INSTANCE' }), { partnershipId, name: 'Ville-du-Lac – مدينة الواحة', parties }));
  const [seat] = await instance.ask<{ personId: string }>(`select mandate.person_id as "personId" from mandate join seat on seat.id = mandate.seat_id where seat.party_id = $1`, [lake]);
  desk = { partyId: lake, personId: seat?.personId ?? '' };
}

/** A page of somebody signed in, whose code is so many minutes old. */
async function enter(who: string, device: Device, minutes = 0): Promise<Page> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await instance.ask(
    `insert into session (id, person_id, token_hash, method, browser, platform, started_at, last_seen_at, expires_at, step_up_at, step_up_method)
     select gen_random_uuid(), $1, $2, 'MAIL_CODE', 'Firefox', 'Android', now(), now(), now() + interval '1 day', now() - $3::int * interval '1 minute', 'MAIL_CODE'`,
    [people.get(who), hash, minutes],
  );
  const page = await newPage(browser, { ...device, at: instance.url });
  await page.context().addCookies([{ name: 'passerelle-session', value: token, url: instance.url }]);
  return page;
}

/** What is wrong on a page: axe, width, targets, errors; and a last button that the bar at the bottom of a phone lies over. */
async function faultsOf(page: Page, path: string, device: Device): Promise<string[]> {
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${device.language?.slice(0, 2)}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('load');
  if (pictures) await page.screenshot({ path: `${pictures}/${path.replaceAll(/[0-9a-f-]{36}/g, 'x').replaceAll(/[^a-z]/gi, '_')}-${device.width}-${device.language}.png`, fullPage: true });
  const covered = await page.evaluate<string[]>(coveredAtTheEnd);
  const found = [...(await audit(page)).map(({ rule, places }) => `${rule} ${places[0]}`), ...(await horizontalScroll(page)), ...(await smallTargets(page)), ...covered, ...troublesOf(page)];
  return found.map((fault) => `${path} ${device.width} ${device.language}: ${fault}`);
}
const coveredAtTheEnd = `(() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const bar = [...document.querySelectorAll('nav')].find((nav) => getComputedStyle(nav).position === 'fixed');
  const top = bar ? bar.getBoundingClientRect().top : innerHeight;
  return [...document.querySelectorAll('main a, main button, footer a')].filter((one) => !bar?.contains(one) && one.getBoundingClientRect().bottom > top + 1 && one.getBoundingClientRect().height > 0).map((one) => 'under the bar: ' + one.textContent);
})()`;

beforeAll(async () => {
  instance = await openInstanceHouse({ displayName: 'Amina Benali', mailAddress: 'admin@instance.example' });
  browser = await openBrowser();
  await fill();
  await fillArchived();
  const [admin] = await instance.ask<{ id: string }>(`select id from person where mail_address = 'admin@instance.example'`);
  people.set('admin', admin?.id ?? '');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

const readers: readonly { readonly who: string; readonly minutes?: number; readonly paths: () => readonly string[] }[] = [
  { who: 'fr-COORDINATOR', paths: () => ['/people', '/people/invite', `/people/recover?person=${people.get('fr-TECHNICIAN')}`, '/who-may', '/devices', '/'] },
  { who: 'fr-COORDINATOR', minutes: 6, paths: () => ['/people?on='] },
  { who: 'invited', paths: () => [`/invitation/${ids.invitation}`, '/'] },
  { who: 'admin', paths: () => ['/', `/partnerships/coordinator?party=${desk.partyId}&person=${desk.personId}`, `/partnerships/coordinator?party=${desk.partyId}`, '/partnerships/new', '/partnerships/new?country=FR&country=MA'] },
];

describe('the screens of the first real day', () => {
  it.each([...lookOf, ...others])('pass axe, fit the page, give large targets that nothing covers: %j', async (device) => {
    const found: string[] = [];
    for (const { who, minutes, paths } of readers) {
      const page = await enter(who, device, minutes);
      for (const path of paths()) found.push(...(await faultsOf(page, path, device)));
      await page.context().close();
    }
    expect(found).toEqual([]);
  }, 90_000);

  it('planted defects are seen: a page that ends under the bar, a small target, an overflow', async () => {
    const page = await enter('fr-COORDINATOR', { width: 390 });
    await page.goto('/devices');
    expect(await page.evaluate<string[]>(coveredAtTheEnd)).toEqual([]);
    await page.evaluate(`document.querySelector('footer').parentElement.style.paddingBlockEnd = '0'; document.querySelector('footer').style.padding = '0'`);
    expect(await page.evaluate<string[]>(coveredAtTheEnd)).not.toEqual([]);
    await page.evaluate(`document.querySelectorAll('footer a').forEach(({ style }) => { style.minBlockSize = '0'; style.blockSize = '20px'; }); document.querySelector('h1').style.inlineSize = '900px'`);
    expect([(await smallTargets(page)).length > 0, (await horizontalScroll(page)).length > 0]).toEqual([true, true]);
    await page.context().close();
  });

  it('an act that binds leads first to prove who is there, and back to the act', async () => {
    const page = await enter('fr-COORDINATOR', { width: 390, javaScript: false }, 6);
    await page.goto('/people');
    expect(await page.getByRole('button', { name: 'Confirmer cette personne' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Confirmer mon identité' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/confirm');
    await instance.ask('update session set step_up_at = now() where ended_at is null');
    await page.reload();
    expect(new URL(page.url()).pathname).toBe('/people');
    await page.getByRole('button', { name: 'Confirmer cette personne' }).click();
    await page.getByText('Confirmée par une autre partie').first().waitFor();
    await page.context().close();
  });
});
