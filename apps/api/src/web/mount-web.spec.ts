import { readdirSync, readFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveWeb, type ServedWeb } from '../../../e2e/web-server.js';

let web: ServedWeb;
beforeAll(async () => {
  web = await serveWeb();
}, 30_000);
afterAll(() => web?.close());

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
});
const ours = (): Record<string, string> => ({ origin: web.url });

describe('a form posted without JavaScript', () => {
  it('is answered by the page, 422 with the reason or 303 onwards, beside an API that parses bodies its own way', async () => {
    const refused = await fetch(`${web.url}/ui-kit`, form({ text: '<b>eau</b>', choice: 'guest' }, ours()));
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Seul le représentant du pays hôte');
    expect(page).toContain('value="&lt;b&gt;eau&lt;/b&gt;"');
    const done = await fetch(`${web.url}/ui-kit`, form({ text: 'eau', choice: 'host' }, ours()));
    expect([done.status, done.headers.get('location')]).toEqual([303, '/ui-kit?done=eau']);
  });

  it.each([
    ['no proof of where it comes from', {}],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['another origin said to be ours by a proxy header', { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' }],
    ['a neighbour site', { 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
  ])('is refused with %s', async (_name, headers) => {
    const refused = await fetch(`${web.url}/ui-kit`, form({ text: 'eau', choice: 'host' }, headers));
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Rien n’a été enregistré');
  });

  it('is taken on the browser’s word when the origin is withheld', async () => {
    const taken = await fetch(`${web.url}/ui-kit`, form({ text: 'eau', choice: 'host' }, { origin: 'null', 'sec-fetch-site': 'same-origin' }));
    expect(taken.status).toBe(303);
  });

  it('over 1 MB is refused with a sentence in the reader’s language', async () => {
    const refused = await fetch(`${web.url}/ui-kit`, form({ text: 'x'.repeat(1_100_000) }, { ...ours(), cookie: 'lang=ar' }));
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('lang="ar" dir="rtl"');
  });

  it('keeps a failure to itself: a reference, no stack', async () => {
    const broken = await fetch(`${web.url}/ui-kit`, form({ text: 'break' }, ours()));
    const page = await broken.text();
    expect(broken.status).toBe(500);
    expect(page).toContain('Un imprévu est survenu');
    expect(page).toMatch(/donnez cette référence\u00a0: [0-9a-f-]{36}/);
    expect(page).not.toMatch(/secret|trying|at .*\.js/);
    expect(String(web.reports.at(-1))).toContain('broken on purpose');
  });

  it('reports nobody who leaves just as the page begins to be sent', async () => {
    let isGone = (): void => undefined;
    const gone = new Promise<void>((resolve) => (isGone = resolve));
    const left = await serveWeb({
      graphqlFor: (_request, reply) => {
        reply.raw.once('pipe', () => reply.raw.destroy()).once('close', () => setImmediate(isGone));
        return async () => ({ data: { __typename: 'Query', publicRecord: [] } });
      },
    });
    try {
      await expect(fetch(`${left.url}/ui-kit`, form({ text: '', choice: 'guest' }, { origin: left.url }))).rejects.toThrow('fetch failed');
      await gone;
      expect(left.reports).toEqual([]);
    } finally {
      await left.close();
    }
  });
});

describe('headers', () => {
  it('hold every page to its own files and scripts, with a nonce of its own each time', async () => {
    const [one, other] = await Promise.all([fetch(web.url), fetch(web.url)]);
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    for (const rule of ["default-src 'none'", "'strict-dynamic'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe');
    expect(other.headers.get('content-security-policy')).not.toBe(policy);
    const scripts = (await one.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    expect(one.headers.get('referrer-policy')).toBe('same-origin');
    expect(one.headers.has('strict-transport-security')).toBe(false);
  });

  it('promise transport security when there is some, and take its address for the page’s whatever the proxy says', async () => {
    const secure = await serveWeb({ publicUrl: 'https://passerelle.example' });
    const answered = await fetch(`${secure.url}/?lang=ar`, { headers: { 'x-forwarded-host': 'elsewhere.example' } });
    expect(answered.headers.get('strict-transport-security')).toContain('max-age=');
    expect(answered.headers.get('set-cookie')).toContain('lang=ar; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure');
    const posted = await fetch(`${secure.url}/ui-kit`, form({ text: 'eau', choice: 'host' }, { origin: 'https://passerelle.example' }));
    expect(posted.status).toBe(303);
    await secure.close();
  });

  it('let one style sheet stand in the page, whole, its layers in the order that tokens.css settles', async () => {
    const page = await (await fetch(web.url)).text();
    const [sheet = ''] = /(?<=<style nonce="[^"]+">)[^]*?(?=<\/style>)/.exec(page) ?? [];
    const tokens = readFileSync('apps/web/src/styles/tokens.css', 'utf8');
    expect(sheet.split(';')[0]).toBe(tokens.split(';')[0]);
    expect(new Set(sheet.match(/(?<=@layer )[a-z]+(?=\{)/g))).toEqual(new Set(['tokens', 'base', 'ui', 'page', 'print']));
    expect(sheet).not.toContain('&');
    expect(page).not.toContain('rel="stylesheet"');
    expect(page).not.toMatch(/ style="/);
  });

  it('let a built file be kept for ever and compressed, a page not', async () => {
    const page = await fetch(web.url);
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
    const asset = /href="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
    const file = await fetch(web.url + asset, { headers: { 'accept-encoding': 'br' } });
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('content-encoding')).toBe('br');
  });
});

describe('addresses', () => {
  it.each(['/nowhere', '/.vite/manifest.json', '/../server/index.js', '/assets/../../server/index.js', '/..%2fserver/index.js', '//elsewhere.example/x'])('%s is not found, in words', async (path) => {
    const { status, body } = await raw(path);
    expect(status).toBe(404);
    expect(body).toContain('Page introuvable');
    expect(body).not.toContain('node_modules');
  });

  it('show the living page in a demo only', async () => {
    const real = await serveWeb({ demo: false });
    expect((await fetch(`${real.url}/ui-kit`)).status).toBe(404);
    expect((await fetch(`${web.url}/ui-kit`)).status).toBe(200);
    await real.close();
  });

  it('show the explorer of the API, its files too, to a demonstration and to whoever is signed in, to nobody else', async () => {
    const [asset = ''] = readdirSync('dist/web/graphiql/assets');
    const statuses = async (served: ServedWeb): Promise<number[]> => Promise.all(['/graphiql', '/graphiql/index.html', `/graphiql/assets/${asset}`].map(async (path) => (await fetch(served.url + path)).status));
    const [nobody, member] = [await serveWeb({ demo: false }), await serveWeb({ demo: false, isSignedIn: async () => true })];
    const found = { nobody: await statuses(nobody), member: await statuses(member), demo: await statuses(web) };
    await Promise.all([nobody.close(), member.close()]);
    expect(found.nobody).toEqual([404, 404, 404]);
    expect([found.member, found.demo]).toEqual([[200, 200, 200], [200, 200, 200]]);
  });

  it.each([
    ['SIGN_IN_REQUIRED', 303, ''],
    ['NOT_ALLOWED', 403, 'Page réservée'],
    ['NOT_FOUND', 404, 'Page introuvable'],
    ['TOO_BUSY', 503, 'Trop de monde'],
    ['INTERNAL', 500, 'Un imprévu'],
  ])('GraphQL error %s becomes %i', async (code, status, words) => {
    const failing = await serveWeb({ graphqlFor: () => async () => ({ errors: [{ message: 'SELECT secret', extensions: { code } }] }) });
    const answered = await fetch(`${failing.url}/ui-kit?x=1`, { redirect: 'manual' });
    const body = await answered.text();
    expect(answered.status).toBe(status);
    expect(body).toContain(words);
    expect(body).not.toContain('SELECT');
    if (status === 303) expect(answered.headers.get('location')).toBe('/sign-in?next=%2Fui-kit%3Fx%3D1');
    await failing.close();
  });

  it('leave the API its own bodies', async () => {
    const answered = await fetch(`${web.url}/graphql`, { method: 'POST', body: '{"query":"{ __typename }"}', headers: { 'content-type': 'application/json' } });
    expect(await answered.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

/** A request whose path is sent as it is written: `fetch` would tidy it first. */
function raw(path: string): Promise<{ status: number | undefined; body: string }> {
  const { port } = new URL(web.url);
  return new Promise((resolve, reject) => {
    rawRequest({ host: '127.0.0.1', port, path }, (response) => {
      let body = '';
      response.on('data', (part) => (body += part)).on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}
