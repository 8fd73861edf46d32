import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppointAdmin } from '#parties';
import { Work } from '#platform';
import type { Browser, Page } from 'playwright-core';
import { openDemoHouse, type DemoHouse } from '../../test/world/demo-house.js';
import { asking } from '../../test/upgrade/rows.js';
import { ctxOf } from '../../test/world/ctx.js';
import { audit, horizontalScroll, hydrated, openBrowser, smallTargets, troublesOf, type Device } from './browser.js';
import { signedIn } from './demo-story.js';

jest.setTimeout(180_000);

/** A folder for pictures, when somebody wants to look. */
const pictures = process.env['PICTURES'];
let demo: DemoHouse;
let browser: Browser;

/** What a restore leaves (the drill itself: apps/api/src/backup/drill.db.spec.ts). */
const restored = (): Promise<unknown> =>
  asking(demo.database.owner, `insert into epoch (id, number, restored_at, backup_taken_at, backup_id) select gen_random_uuid(), coalesce(max(number), 0) + 1, now(), '2026-11-20T18:30:00Z', $1 from epoch`, ['a'.repeat(64)]);

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00', web: true });
  browser = await openBrowser();
  await restored();
  // Ten partnerships live here: whoever runs the instance agrees for all of them.
  const [person] = await asking<{ id: string }>(demo.database.superuser, `select id from person where mail_address = 'coordinateur@villeneuve-la-garenne.example'`);
  expect(await new AppointAdmin(demo.house.app.get(Work)).run(ctxOf(null, { audience: 'INSTANCE' }), { personId: person?.id ?? '' })).toMatchObject({ refused: false });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

async function enter(persona: string, device: Device = {}): Promise<Page> {
  const page = await signedIn(browser, persona, { at: demo.url, speaks: null, ...device });
  await page.goto('/');
  return page;
}

const faultsOf = async (page: Page): Promise<unknown[]> => [...(await audit(page)), ...(await horizontalScroll(page)), ...(await smallTargets(page)), ...troublesOf(page)];
const devices: Device[] = [390, 1280].flatMap((width) => (['fr-FR', 'ar-MA'] as const).map((language) => ({ width: width as 390 | 1280, language, dark: width === 390 && language === 'ar-MA' })));

describe('after a restore', () => {
  it.each(devices)('the banner and the agreement read well on %j', async (device) => {
    const page = await enter('coordinateur', device);
    if (device.language === 'ar-MA') await page.getByRole('link', { name: 'العربية' }).first().click();
    if (device.language === 'ar-MA') await page.locator('html[dir=rtl]').waitFor({ state: 'attached' });
    const faults: unknown[] = [];
    for (const path of ['/', '/resume-sending']) {
      await page.goto(path);
      await hydrated(page);
      if (pictures) await page.screenshot({ path: `${pictures}/hold${path.replace('/', '-')}-${device.width}-${device.language}.png`, fullPage: path !== '/' });
      faults.push(...(await faultsOf(page)));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('who may not agree reads why it is silent, and is offered no button', async () => {
    const page = await enter('technicienne');
    const banner = page.getByRole('region', { name: 'Les envois attendent un accord' });
    expect(await banner.textContent()).toContain('avant l’accord de l’administrateur de cette instance');
    expect(await banner.getByRole('link').count()).toBe(0);
    await page.goto('/resume-sending');
    expect(await page.getByRole('button', { name: 'Reprendre les envois' }).count()).toBe(0);
    await page.context().close();
  });

  it('nothing leaves until whoever runs the instance agrees, without JavaScript too; then mails leave', async () => {
    const [{ before } = { before: -1 }] = await asking<{ before: number }>(demo.database.superuser, 'select count(*)::int as before from mailbox_message');
    const page = await enter('coordinateur', { javaScript: false });
    demo.house.legalClock.run(new Date('2026-12-01T12:00:00Z'));
    await demo.tick();
    expect(await asking(demo.database.superuser, 'select count(*)::int as before from mailbox_message')).toEqual([{ before }]);
    await page.getByRole('link', { name: 'Vérifier et reprendre les envois' }).click();
    await page.getByRole('button', { name: 'Reprendre les envois' }).click();
    await page.waitForURL(`${demo.url}/`);
    expect(await page.getByRole('region', { name: 'Les envois attendent un accord' }).count()).toBe(0);
    await demo.tick();
    const [{ after } = { after: -1 }] = await asking<{ after: number }>(demo.database.superuser, 'select count(*)::int as after from mailbox_message');
    expect(after).toBeGreaterThan(before);
    await page.context().close();
  });
});
