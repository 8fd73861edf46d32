import type { FastifyInstance } from 'fastify';
import type { Who } from './cast.js';
import type { Aim } from './case.js';
import type { Ground } from './ground.js';
import type { Observed } from './matrix.js';

interface RouteCase {
  readonly state: string;
  /** What is sent, where it is not merely read. */
  readonly post?: string;
  readonly path: (aim: Aim) => string;
}

const nowhere = '00000000-0000-7000-8000-000000000000';
const pdf = (state: string, path: RouteCase['path']): RouteCase => ({ state, path });

/** Every route that is not GraphQL's, and how the table asks for it. Outcomes are HTTP statuses. */
export const routeCases: Readonly<Record<string, readonly RouteCase[]>> = {
  '/live/:partnershipId': [{ state: 'stream', path: ({ partnershipId }) => `/live/${partnershipId}` }],
  '/live/:partnershipId/version': [{ state: '', path: ({ partnershipId }) => `/live/${partnershipId}/version` }],
  '/files/partnership.zip': [{ state: '', path: ({ partnershipId }) => `/files/partnership.zip?partnership=${partnershipId}` }],
  '/calendar/:file': [{ state: 'unknown', path: () => `/calendar/${nowhere}.x.ics` }],
  '/unsubscribe/:token': [{ state: 'unknown', post: 'List-Unsubscribe=One-Click', path: () => `/unsubscribe/${nowhere}.x` }],
  '/health/live': [{ state: '', path: () => '/health/live' }],
  '/health/ready': [{ state: '', path: () => '/health/ready' }],
  '/files/attachments/:id or :kind': [{ state: 'absent', path: () => `/files/attachments/${nowhere}` }],
  '/files/attachments/:id or :kind/:id': [{ state: 'absent', path: () => `/files/attachments/sheet/${nowhere}` }],
  '/files/office/:kind/:id': [{ state: 'absent', path: () => `/files/office/sheet/${nowhere}` }],
  '/files/sheets/:id/:file': [pdf('draft', ({ things }) => `/files/sheets/${things.sheets.draft}/fr.docx`), pdf('submitted', ({ things }) => `/files/sheets/${things.sheets.submitted}/ar.docx`)],
  '/files/plans/:partnershipId/:year/:file': [pdf('', ({ partnershipId }) => `/files/plans/${partnershipId}/2027/fr.xlsx`)],
  '/files/public/:id/:file': [pdf('final', ({ things }) => `/files/public/${things.minutes.final}/fr.pdf`), pdf('executory', ({ things }) => `/files/public/${things.minutes.executory}/fr.pdf`)],
  '/files/minutes/:id/signed/:file': [pdf('executory', ({ things }) => `/files/minutes/${things.minutes.executory}/signed/fr.pdf`)],
  '/files/minutes/:id/extract/:file': [pdf('final', ({ things }) => `/files/minutes/${things.minutes.final}/extract/1.pdf`), pdf('executory', ({ things }) => `/files/minutes/${things.minutes.executory}/extract/1.pdf`)],
  '/files/meetings/:id/:file': [pdf('scheduled', ({ things }) => `/files/meetings/${things.meetings.scheduled}/fr.pdf`), pdf('convened', ({ things }) => `/files/meetings/${things.meetings.convened}/ar.pdf`)],
  '/files/minutes/:id/:version/:file': [
    pdf('draft', ({ things }) => `/files/minutes/${things.minutes.draft}/1/fr.pdf`),
    pdf('final', ({ things }) => `/files/minutes/${things.minutes.final}/1/fr.pdf`),
  ],
};

/** GraphQL's own address has a row per operation; the web's catch-all has a row per page. */
const elsewhere = new Set(['/graphql', '/*', '*', '/']);

/** The addresses a Fastify serves, read from its own tree. */
export function addressesOf(server: Pick<FastifyInstance, 'printRoutes'>): string[] {
  const above: string[] = [];
  const found: string[] = [];
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const read = /^((?:│ {3}| {4})*)(?:├|└)── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!read) continue;
    const depth = (read[1] ?? '').length / 4;
    above.length = depth;
    above.push(read[2] ?? '');
    if (read[3]) found.push(above.join('').replaceAll('|', ' or '));
  }
  return [...new Set(found)].filter((address) => !elsewhere.has(address)).sort();
}

/** Addresses that no case asks for. */
export const unasked = (server: Pick<FastifyInstance, 'printRoutes'>): string[] => addressesOf(server).filter((address) => !routeCases[address]);

export async function observeRoute(ground: Ground, address: string, at: { aim: Aim; who: readonly Who[] }): Promise<Observed[]> {
  const observed: Observed[] = [];
  for (const { state, path, post } of routeCases[address] ?? []) {
    const cells = await Promise.all(at.who.map(async (one): Promise<[Who, string]> => {
      const response = await ground.as(one).get(path(at.aim), post === undefined ? {} : { method: 'POST', body: post });
      await response.body?.cancel();
      return [one, String(response.status)];
    }));
    observed.push({ name: `${post === undefined ? 'GET' : 'POST'} ${address}`, state, cells: Object.fromEntries(cells) as Observed['cells'] });
  }
  return observed;
}
