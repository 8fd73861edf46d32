import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { audit, horizontalScroll, hydrated, newPage, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';
import { firstLoadBytes, sentenceFiles } from './client-build.js';
import { serveWeb, type ServedWeb } from './web-server.js';

jest.setTimeout(60_000);

let browser: Browser;
let web: ServedWeb;
beforeAll(async () => {
  [browser, web] = await Promise.all([openBrowser(), serveWeb()]);
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});

async function opened(path: string, device: Device = {}): Promise<Page> {
  const page = await newPage(browser, { ...device, at: web.url });
  await page.goto(path);
  if (device.javaScript !== false) await hydrated(page);
  return page;
}

/** Screenshots are kept when SCREENSHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const darkToo = process.env['SOAK'] ? [false, true] : [false];
const devices = (['fr-FR', 'ar-MA'] as const).flatMap((language) => ([320, 390, 1280] as const).flatMap((width) => darkToo.map((dark) => ({ language, width, dark }))));

describe('every component', () => {
  it.each([...devices, { language: 'ar-MA', width: 390, dark: true } as const])('$language, $width px, dark: $dark', async (device) => {
    const page = await opened('/ui-kit', device);
    await shot(page, `kit-${device.language}-${device.width}-${device.dark ? 'dark' : 'light'}`);
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual(device.language === 'ar-MA' ? ['ar', 'rtl'] : ['fr', 'ltr']);
    expect(troublesOf(page)).toEqual([]);
    expect(await horizontalScroll(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await audit(page)).toEqual([]);
    await page.context().close();
  });

  it('the three measures see a planted fault', async () => {
    const page = await opened('/ui-kit', { width: 320 });
    await page.evaluate(`{
      const wide = document.createElement('div');
      wide.className = 'planted-wide';
      wide.style.inlineSize = '900px';
      wide.append(Object.assign(document.createElement('button'), { textContent: 'x' }));
      document.querySelector('main').append(wide, Object.assign(document.createElement('img'), { src: '/mark.svg' }));
    }`);
    expect((await horizontalScroll(page)).join()).toContain('planted-wide');
    expect((await smallTargets(page)).join()).toContain('BUTTON « x »');
    expect((await audit(page)).map(({ rule }) => rule)).toContain('image-alt');
    await page.context().close();
  });
});

describe('the content security policy', () => {
  it('lets the page hydrate, and stops a script that does not carry the nonce', async () => {
    const page = await opened('/ui-kit');
    expect(troublesOf(page)).toEqual([]);
    // Trusted Types refuse the first two as they are written; the policy refuses the third when it is followed.
    for (const plant of [
      `document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.planted = true">')`,
      `document.body.append(Object.assign(document.createElement('script'), { text: 'window.planted = true' }))`,
      `{ const link = Object.assign(document.createElement('a'), { href: 'javascript:window.planted = true' }); document.body.append(link); link.click(); }`,
    ]) await page.evaluate(plant).catch((error: Error) => expect(error.message).toMatch(/Trusted/));
    await page.waitForTimeout(200);
    expect(await page.evaluate('window.planted === true')).toBe(false);
    expect(troublesOf(page).join()).toContain('Content Security Policy');
    await page.context().close();
  });

  it('lets GraphiQL run from our own files alone', async () => {
    const page = await newPage(browser, { at: web.url });
    const elsewhere: string[] = [];
    page.on('request', (request) => !request.url().startsWith(web.url) && !request.url().startsWith('data:') && elsewhere.push(request.url()));
    await page.goto('/graphiql');
    await page.locator('.CodeMirror', { hasText: 'displayName' }).waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.CodeMirror', { hasText: '"__typename": "Query"' }).waitFor();
    await shot(page, 'graphiql');
    expect(elsewhere).toEqual([]);
    expect(troublesOf(page).filter((trouble) => /Content Security Policy/.test(trouble))).toEqual([]);
    await page.context().close();
  });
});

describe.each([true, false])('a form, with JavaScript: %s', (javaScript) => {
  it('refused, it comes back with the reason, its source and the words; done, it leads on', async () => {
    const page = await opened('/ui-kit', { javaScript, width: 390 });
    const firstKey = await page.locator('input[name=idempotencyKey]').inputValue();
    await page.getByLabel('Objet de la réunion').fill('Réunion de l’axe 1 & « eau »');
    await page.getByLabel('Le représentant du pays invité').check();
    await page.getByRole('button', { name: 'Convoquer le comité' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('Seul le représentant du pays hôte convoque le comité.');
    expect(await alert.innerText()).toContain('Convention, Art. 5');
    expect(await page.getByLabel('Objet de la réunion').inputValue()).toBe('Réunion de l’axe 1 & « eau »');
    expect(await page.getByLabel('Le représentant du pays invité').isChecked()).toBe(true);
    expect(await page.locator('input[name=idempotencyKey]').inputValue()).not.toBe(firstKey);
    if (javaScript) expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    await page.getByLabel('Le représentant du pays hôte').check();
    await page.getByRole('button', { name: 'Convoquer le comité' }).click();
    await page.getByText('C’est fait : Réunion de l’axe 1 & « eau »').waitFor();
    expect(new URL(page.url()).searchParams.get('done')).toBe('Réunion de l’axe 1 & « eau »');
    await page.context().close();
  });
});

it('the keyboard goes straight to the content, and a navigation brings focus and title there', async () => {
  const page = await opened('/ui-kit');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('content');
  await page.getByRole('link', { name: 'Passerelle' }).click();
  await page.getByRole('heading', { name: 'Piloter ensemble' }).waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('content');
  expect(await page.locator('[aria-live=polite]').textContent()).toBe('Piloter ensemble une coopération entre collectivités — Passerelle');
  await page.context().close();
});

it('the language changes by a link, with the sentences, and is remembered', async () => {
  const page = await opened('/');
  await page.getByRole('link', { name: 'العربية' }).click();
  await page.getByRole('heading', { name: 'قيادة مشتركة' }).waitFor();
  await page.goto('/ui-kit');
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
  await hydrated(page);
  expect(troublesOf(page)).toEqual([]);
  await page.context().close();
});

describe('a first visit', () => {
  /** Thousands of bytes of JavaScript, gzipped: 109 are React's and its router's. */
  const limits = { home: 140, plan: 150, minutes: 140, sheet: 155 };
  it.each(Object.entries(limits).flatMap(([route, limit]) => [[route, 'fr', limit] as const, [route, 'ar', limit] as const]))('to %s in %s loads at most %i kB', async (route, language, limit) => {
    const bytes = await firstLoadBytes('dist/web/client', route, language);
    process.stdout.write(`first load of ${route}, ${language}: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped\n`);
    expect(bytes).toBeLessThan(limit * 1_000);
  });

  it('asks for what the page says with the page, and for nothing that others say', async () => {
    const page = await newPage(browser, { at: web.url });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/');
    await hydrated(page);
    const files = await sentenceFiles('dist/web/client');
    const own = [files.get('fr/root'), files.get('fr/routes/home')];
    for (const file of own) expect(await page.locator(`link[rel=modulepreload][href="${file}"]`).count()).toBe(1);
    expect(asked.filter((path) => [...files.values()].includes(path)).sort()).toEqual(own.sort());
    await page.context().close();
  });
});
