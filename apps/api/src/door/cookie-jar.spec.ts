import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { CookieJar } from './cookie-jar.js';
import { passkeySiteOf } from './passkey-site.js';

/** What a server of ours sets, and what it reads back, over a real exchange. */
async function exchanged(secure: boolean, cookie = ''): Promise<{ set: string[]; read: string | null }> {
  const server = fastify();
  let read: string | null = null;
  server.get('/', (request, reply) => {
    const jar = new CookieJar(request, reply, secure);
    read = jar.get('session');
    jar.set('session', 'token', 60);
    return reply.send('');
  });
  const { headers } = await fetch(await server.listen({ port: 0, host: '127.0.0.1' }), { headers: { cookie } });
  await server.close();
  return { set: headers.getSetCookie(), read };
}

describe('a session’s cookie', () => {
  it('on https is this host’s only, out of reach of scripts and of other sites', async () => {
    const { set } = await exchanged(true);
    expect(set).toEqual(['__Host-passerelle-session=token; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure']);
    expect(set.join()).not.toContain('Domain');
  });

  it('on http loopback is a plain one, which browsers that refuse __Host- keep', async () => {
    expect((await exchanged(false)).set).toEqual(['passerelle-session=token; Path=/; Max-Age=60; HttpOnly; SameSite=Lax']);
  });

  it('on https a plain cookie, which a neighbouring host can plant, is not read', async () => {
    expect((await exchanged(true, 'passerelle-session=planted')).read).toBeNull();
    expect((await exchanged(true, '__Host-passerelle-session=ours')).read).toBe('ours');
  });
});

describe('the site of keys', () => {
  it('is the host of the public address, at that very origin', () => {
    expect(passkeySiteOf('https://cooperation.ville.example')).toEqual({ id: 'cooperation.ville.example', origin: 'https://cooperation.ville.example', name: 'Passerelle' });
    expect(passkeySiteOf('http://localhost:3000')).toMatchObject({ id: 'localhost', origin: 'http://localhost:3000' });
  });
});
