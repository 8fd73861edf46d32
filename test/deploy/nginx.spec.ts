import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { readSettings } from '#platform';
import { missingOracle } from '../oracle.js';

const name = 'cooperation.ville.example';
let folder: string;
let house: FastifyInstance;
let nginx: ChildProcess | undefined;
let port: number;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });

/** The example file as it stands, but for its ports and its certificate. */
function configured(text: string, ports: { https: number; http: number; house: number }): string {
  const server = text
    .replace(/listen \[::\].*\n/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${ports.http};`)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${ports.https} ssl;`)
    .replace('127.0.0.1:3000', `127.0.0.1:${ports.house}`)
    .replace(/\/etc\/letsencrypt\/live\/[^/]+\//g, `${folder}/`);
  // As root, nginx gives its children to an account that cannot read a test's own folder.
  const asRoot = process.getuid?.() === 0 ? 'user root; ' : '';
  return `${asRoot}daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1; events {} http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s; ${server} }`;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds until the first bytes of the body. */
  readonly firstBytes: number;
}

function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', headers: { host: name, ...headers }, servername: name, rejectUnauthorized: false }, (response) => {
      let text = '';
      let firstBytes = 0;
      response.on('data', (part: Buffer) => {
        firstBytes ||= performance.now() - begun;
        text += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, firstBytes }));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}


const there = spawnSync('nginx', ['-v']).status === 0 && spawnSync('openssl', ['version']).status === 0;
if (!there) missingOracle('nginx');

async function start(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-nginx-'));
  mkdirSync(join(folder, 'body'));
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  // As house.ts makes its adapter, with the setting that `passerelle init` writes.
  const read = readSettings({ DEMO: '1', TRUST_PROXY: 'loopback' });
  house = fastify({ trustProxy: 'settings' in read ? (read.settings.trustProxy ?? false) : false, bodyLimit: 20_000_000 });
  house.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  house.all('/seen', async ({ ip, protocol, host, body }) => ({ ip, protocol, host, bytes: (body as Buffer | undefined)?.length ?? 0 }));
  house.get('/live/x', (_request, reply) => {
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    reply.raw.write('data: 1\n\n');
    setTimeout(() => reply.raw.end('data: 2\n\n'), 1_500);
  });
  house.get('/health/ready', async () => ({ status: 'ok' }));
  await house.listen({ port: 0, host: '127.0.0.1' });
  port = await freePort();
  const text = configured(readFileSync('deploy/nginx.conf', 'utf8'), { https: port, http: await freePort(), house: (house.server.address() as AddressInfo).port });
  writeFileSync(join(folder, 'nginx.conf'), text);
  nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ask('/seen').then(() => true, () => false)) return;
    await pause(50);
  }
  throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'));
}

(there ? describe : describe.skip)('deploy/nginx.conf, in a real nginx', () => {
  beforeAll(start, 60_000);
  afterAll(async () => {
    nginx?.kill('SIGTERM');
    await house?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells the house who asks, by which name, over TLS; a visitor cannot give himself another address', async () => {
    const seen = JSON.parse((await ask('/seen')).text) as object;
    expect(seen).toEqual({ ip: '127.0.0.1', protocol: 'https', host: name, bytes: 0 });
    const forged = JSON.parse((await ask('/seen', { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'http' })).text) as object;
    expect(forged).toMatchObject({ ip: '127.0.0.1', protocol: 'https' });
  });

  it('lets live pages through as they come', async () => {
    const { status, text, firstBytes } = await ask('/live/x');
    expect({ status, text }).toEqual({ status: 200, text: 'data: 1\n\ndata: 2\n\n' });
    expect(firstBytes).toBeLessThan(1_200);
  });

  it('takes a document of 10 MB, and refuses one of 13', async () => {
    expect(JSON.parse((await ask('/seen', { 'content-type': 'application/pdf' }, 'x'.repeat(10_500_000))).text)).toMatchObject({ bytes: 10_500_000 });
    expect(await ask('/seen', { 'content-type': 'application/pdf' }, 'x'.repeat(13_000_000)).then(({ status }) => status, () => 413)).toBe(413);
  });

  it('keeps the health of the house to this machine', async () => {
    expect((await ask('/health/ready')).status).toBe(200);
    expect(readFileSync('deploy/nginx.conf', 'utf8')).toMatch(/location \/health\/ \{[^}]*deny all;/);
  });
});

describe('the other examples', () => {
  it('name the port, the proxy setting and the folder that init writes', () => {
    expect(readFileSync('deploy/Caddyfile', 'utf8')).toContain('reverse_proxy 127.0.0.1:3000');
    expect(readFileSync('deploy/passerelle.service', 'utf8')).toMatch(/ReadWritePaths=\/srv\/passerelle\/instance/);
  });
});
