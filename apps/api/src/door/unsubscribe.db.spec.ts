import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { GatherWeekly, unsubscribeToken } from '#identity';
import { openWorld, type World } from '../../../../test/world/world.js';
import { mountUnsubscribe } from './mount-unsubscribe.js';

const secret = { value: 'the secret of the tests, long enough' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const oneClick = 'List-Unsubscribe=One-Click';

let world: World;
let door: FastifyInstance;
let address: string;
let token: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
  door = Fastify({ trustProxy: true });
  const gather = new GatherWeekly(world.app, secret, world.machine);
  await mountUnsubscribe(door, { gather: () => gather, publicUrl: 'https://passerelle.example' });
  address = await door.listen({ port: 0, host: '127.0.0.1' });
  token = unsubscribeToken(secret.value, { personId: id(), mailAddress: 'president@ma.example' });
}, 60_000);
afterAll(async () => {
  await door.close();
  await world.close();
});

const id = (): string => world.people.get('ma-president') ?? '';
const rhythms = async (): Promise<string[]> => ((await world.owner.query('select mail_rhythm as rhythm from person order by id')) as { rhythm: string }[]).map(({ rhythm }) => rhythm);
const mine = async (): Promise<string> => ((await world.owner.query('select mail_rhythm as rhythm from person where id = $1', [id()])) as { rhythm: string }[])[0]!.rhythm;
const told = async (): Promise<number> => ((await world.owner.query(`select count(*)::int as count from journal where kind = 'MailRhythmChosen'`)) as { count: number }[])[0]!.count;
const set = (column: 'mail_rhythm' | 'mail_address', value: string): Promise<unknown> => world.owner.query(`update person set ${column} = $2 where id = $1`, [id(), value]);
const ask = (to: string, init: RequestInit): Promise<Response> => fetch(`${address}/unsubscribe/${to}`, { redirect: 'manual', ...init });
const post = (to: string, body: string, headers: Record<string, string> = form): Promise<Response> => ask(to, { method: 'POST', body, headers });

describe('one-click unsubscribing (RFC 8058)', () => {
  it('is posted by a mail provider without cookie or Origin, and gathers that person’s reminders, once', async () => {
    const before = await rhythms();
    const [first, second] = [await post(token, oneClick), await post(token, oneClick)];
    expect([first.status, second.status, first.headers.get('location'), first.headers.get('set-cookie')]).toEqual([200, 200, null, null]);
    expect(await first.text()).toContain('dir="rtl"');
    expect([await mine(), await told()]).toEqual(['WEEKLY', 1]);
    expect((await rhythms()).filter((rhythm) => rhythm === 'WEEKLY')).toHaveLength(before.filter((rhythm) => rhythm === 'WEEKLY').length + 1);
  });

  it('comes as either kind of form, and from our own page it leads back there', async () => {
    await set('mail_rhythm', 'DAILY');
    const part = `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`;
    expect((await post(token, part, { 'content-type': 'multipart/form-data; boundary=b' })).status).toBe(200);
    expect(await mine()).toBe('WEEKLY');
    const back = await post(token, `${oneClick}&from=page`);
    expect([back.status, back.headers.get('location')]).toEqual([303, `/unsubscribe/${token}?done=weekly`]);
  });

  it.each([
    ['nothing', ''],
    ['another form', 'a=b'],
    ['the words inside others', 'x=List-Unsubscribe=One-Clicker'],
  ])('a scanner that posts %s changes nothing', async (_what, payload) => {
    await set('mail_rhythm', 'IMMEDIATE');
    expect((await post(token, payload)).status).toBe(400);
    expect(await mine()).toBe('IMMEDIATE');
  });

  it('followed rather than posted, the address is not this door’s: it acts on no GET, HEAD or PUT', async () => {
    await set('mail_rhythm', 'IMMEDIATE');
    for (const method of ['GET', 'HEAD', 'PUT'] as const) expect((await ask(token, { method, ...(method === 'PUT' ? { body: oneClick, headers: form } : {}) })).status).toBe(404);
    expect(await mine()).toBe('IMMEDIATE');
  });

  it('is sealed for one person at one address: no other text, no other seal, and dead when the address changes', async () => {
    const before = await rhythms();
    const other = world.people.get('fr-president') ?? '';
    const [, seal = ''] = token.split('.');
    expect(Buffer.from(seal, 'base64url')).toHaveLength(32);
    const strange = unsubscribeToken('another instance’s secret, long enough', { personId: id(), mailAddress: 'president@ma.example' });
    for (const one of [`${other}.${seal}`, id(), `${id()}.`, strange, 'x', '%00']) expect((await post(one, oneClick)).status).toBe(404);
    await set('mail_address', 'new@ma.example');
    expect((await post(token, oneClick)).status).toBe(404);
    await set('mail_address', 'president@ma.example');
    expect(await rhythms()).toEqual(before);
  });

  it('is asked so often from one network, and then no more for a while', async () => {
    const from = { ...form, 'x-forwarded-for': '198.51.100.7' };
    const asked = await Promise.all(Array.from({ length: 301 }, () => post('x', oneClick, from).then(({ status }) => status)));
    expect([asked.filter((status) => status === 404).length, asked.filter((status) => status === 429).length]).toEqual([300, 1]);
    expect((await post('x', oneClick, { ...form, 'x-forwarded-for': '198.51.100.8' })).status).toBe(404);
  });
});
