import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Who } from './cast.js';
import type { Aim } from './case.js';
import type { Ground } from './ground.js';

/** One persona of each class of visitor: nobody, two members, somebody of another partnership, a session that was ended. */
export const visitors = ['nobody', 'own-C', 'own-G', 'foreign-C', 'revoked-C'] as const satisfies readonly Who[];
export type Visitor = (typeof visitors)[number];

interface BuiltRoute {
  readonly path?: string;
  readonly parentId?: string;
  readonly index?: boolean;
  readonly id: string;
}

/** The addresses of the web, read from what was built: `/minutes/:id`. */
export function pagesOf(routes: Readonly<Record<string, BuiltRoute | undefined>>): string[] {
  const address = ({ path = '', parentId }: BuiltRoute): string => {
    const parent = parentId === undefined ? undefined : routes[parentId];
    return [parent ? address(parent) : '', path].filter(Boolean).join('/');
  };
  return Object.values(routes).filter((route) => route !== undefined).filter(({ path, index }) => path || index).map((route) => `/${address(route)}`).sort();
}

/** @throws Error when the web has not been built */
export async function builtPages(directory: string): Promise<string[]> {
  const { routes } = (await import(pathToFileURL(join(directory, 'server', 'index.js')).href)) as { routes: Record<string, BuiltRoute> };
  return pagesOf(routes);
}

type Way = (aim: Aim) => string;
const nowhere = '00000000-0000-7000-8000-000000000000';

/** Pages whose address names a thing, and the thing asked for. Others are asked by their own address. */
const named: Readonly<Record<string, Way>> = {
  '/minutes/:id': ({ things }) => `/minutes/${things.minutes.final}`,
  '/minutes/:id/sign': ({ things }) => `/minutes/${things.minutes.final}/sign`,
  '/minutes/:id/refuse': ({ things }) => `/minutes/${things.minutes.final}/refuse`,
  '/minutes/:id/hand': ({ things }) => `/minutes/${things.minutes.final}/hand`,
  '/minutes/:id/hand/new': ({ things }) => `/minutes/${things.minutes.final}/hand/new`,
  '/minutes/:id/edit': ({ things }) => `/minutes/${things.minutes.draft}/edit`,
  '/minutes/:id/save': ({ things }) => `/minutes/${things.minutes.draft}/save`,
  '/minutes/:id/observations': ({ things }) => `/minutes/${things.minutes.review}/observations`,
  '/minutes/:id/rectify': ({ things }) => `/minutes/${things.minutes.executory}/rectify`,
  '/minutes/:id/return': ({ things }) => `/minutes/${things.minutes.review}/return`,
  '/plans/:year': () => '/plans/2027',
  '/plans/:year/calendar': () => '/plans/2027/calendar',
  '/plans/:year/import': () => '/plans/2027/import',
  '/sheets/:sheetId': ({ things }) => `/sheets/${things.sheets.submitted}`,
  '/sheets/:sheetId/save': ({ things }) => `/sheets/${things.sheets.draft}/save`,
  '/sheets/:sheetId/refill': ({ things }) => `/sheets/${things.sheets.draft}/refill`,
  '/sheets/:sheetId/versions': ({ things }) => `/sheets/${things.sheets.submitted}/versions`,
  '/sheets/:sheetId/remarks': ({ things }) => `/sheets/${things.sheets.submitted}/remarks?field=title`,
  '/sheets/:sheetId/mail': ({ things }) => `/sheets/${things.sheets.submitted}/mail`,
  '/enter/:subjectId': ({ things }) => `/enter/${things.sheets.submitted}`,
  '/entered/:entryId': ({ things }) => `/entered/${things.entered}`,
  '/sheets/:sheetId/attach': ({ things }) => `/sheets/${things.sheets.draft}/attach`,
  '/actions/:id': ({ things }) => `/actions/${things.actionId}`,
  '/meetings/:meetingId': ({ things }) => `/meetings/${things.meetings.convened}`,
  '/meetings/:meetingId/sitting': ({ things }) => `/meetings/${things.meetings.convened}/sitting`,
  '/meetings/:meetingId/hands': ({ things }) => `/meetings/${things.meetings.convened}/hands`,
  '/meetings/:meetingId/items/:itemId/attach': ({ things }) => `/meetings/${things.meetings.convened}/items/${nowhere}/attach`,
  '/parties/:partyId': ({ parties }) => `/parties/${parties.own}`,
  '/people/mandates/:mandateId/attach': () => `/people/mandates/${nowhere}/attach`,
  '/agreement/resolutions/:resolutionId/attach': () => `/agreement/resolutions/${nowhere}/attach`,
  '/rules/:key': () => '/rules/abstention',
  '/joining/minutes/:id': ({ things }) => `/joining/minutes/${things.paperId}`,
  '/joining/minutes/:id/attach': ({ things }) => `/joining/minutes/${things.paperId}/attach`,
  '/joining/plan/:year': () => '/joining/plan/2027',
  '/setup/:step?': () => '/setup/text',
  '/public/minutes/:id': ({ things }) => `/public/minutes/${things.minutes.executory}`,
  '/verify/:hash': () => `/verify/${'0'.repeat(64)}`,
  '/invitation/:id': ({ things }) => `/invitation/${things.people.invitation}`,
  '/passkey/:step': () => '/passkey/ask',
  '/mailbox/:messageId': () => '/mailbox/no-message',
  '/mailbox/:messageId/html': () => '/mailbox/no-message/html',
  '/mailbox/:messageId/attachments/:place': () => '/mailbox/no-message/attachments/0',
  '/reminders/rows/:rule': () => '/reminders/rows/PLAN_J-60',
  '/why/:id': () => `/why/${nowhere}`,
  '/unsubscribe/:token': () => `/unsubscribe/${nowhere}.x`,
  '/*': () => '/nowhere-at-all',
};

/** Pages that name a thing nobody told how to ask for. */
export const unknownPages = (pages: readonly string[]): string[] => pages.filter((page) => /[:*]/.test(page) && !named[page]);

export interface SeenPage {
  readonly page: string;
  readonly cells: Readonly<Record<Visitor, string>>;
  /** What a visitor from outside was told of the partnership. */
  readonly told: readonly string[];
}

/** What only the partnership knows: ids of its things but those that are public, and its people's names. */
export interface Secrets {
  readonly ids: ReadonlySet<string>;
  readonly words: RegExp;
}

/** Secrets in a text, but for those that the question itself held. */
export function secretsIn(text: string, sent: string, { ids, words }: Secrets): string[] {
  const found = (text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []).filter((id) => ids.has(id) && !sent.includes(id));
  return [...new Set([...found, ...(words.exec(text) ?? [])])];
}

const outcome = (response: Response): string => [String(response.status), response.headers.get('location')?.replace(/\?.*/, '')].filter(Boolean).join(' ');

/** A page as each visitor is answered, and its data as the browser asks for them on the way from another page. */
export async function observePage(ground: Ground, page: string, at: { aim: Aim; secrets: Secrets }): Promise<SeenPage> {
  const path = (named[page] ?? (() => page))(at.aim);
  const told: string[] = [];
  const cell = async (who: Visitor): Promise<readonly [Visitor, string]> => {
    const [response, data] = [await ground.as(who).get(path), await ground.as(who).get(path === '/' ? '/_.data' : `${path}.data`)];
    const texts = [await response.text(), await data.text()];
    if (!who.startsWith('own-')) for (const text of texts) told.push(...secretsIn(text, path + (ground.people.get(who) ?? ''), at.secrets).map((secret) => `${page} to ${who}: ${secret}`));
    if (response.status >= 500 || data.status >= 500) told.push(`${page} to ${who}: failed`);
    return [who, outcome(response)];
  };
  const cells = await Promise.all(visitors.map(cell));
  return { page, cells: Object.fromEntries(cells) as SeenPage['cells'], told };
}

export const pageLine = ({ page, cells }: SeenPage): string => `| ${[`GET ${page}`, ...visitors.map((who) => cells[who])].join(' | ')} |`;
