import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { openDemoHouse, type Client, type DemoHouse } from '../../../../test/world/demo-house.js';

interface Shown {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly pdfs: readonly { language: string; sha256: string; url: string }[];
  readonly signedPdfs: readonly { language: string; url: string }[];
}

let demo: DemoHouse;
let minutes: readonly Shown[];

/** A GET with the cookie of a persona, or of nobody. */
async function get(path: string, persona: string | null, headers: Record<string, string> = {}): Promise<Response> {
  const entered = persona ? await fetch(`${demo.url}/demo/${persona}`, { redirect: 'manual' }) : null;
  const cookie = (entered?.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return fetch(`${demo.url}${path}`, { headers: { ...(cookie && { cookie }), ...headers } });
}

async function minutesSeenBy(client: Client): Promise<readonly Shown[]> {
  const { viewer } = await client.ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
  const document = 'query($id: ID!) { minutesList(partnershipId: $id) { id number state version pdfs { language sha256 url } signedPdfs { language url } } }';
  return (await client.ask<{ minutesList: Shown[] }>(document, { id: viewer.seats[0]!.partnership.id })).minutesList;
}

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  minutes = await minutesSeenBy(await demo.as('maire'));
}, 120_000);
afterAll(() => demo.close());

describe('the files of minutes', () => {
  it('are the very bytes that were sealed, under their hash', async () => {
    for (const { pdfs } of minutes) {
      expect(pdfs).toHaveLength(2);
      for (const { url, sha256 } of pdfs) {
        const response = await get(url, 'technicien-tiznit');
        expect(response.status).toBe(200);
        expect(createHash('sha256').update(Buffer.from(await response.arrayBuffer())).digest('hex')).toBe(sha256);
        expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', etag: `"${sha256}"`, 'cache-control': 'private, no-cache' });
        expect(response.headers.get('content-security-policy')).toContain('sandbox');
        expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="PV-\d{4}-\d+-v\d+-(fr|ar)\.pdf"$/);
        expect((await get(url, 'technicien-tiznit', { 'if-none-match': `"${sha256}"` })).status).toBe(304);
      }
    }
  }, 60_000);

  it('have a sheet of signatures from the first one on, the same bytes each time', async () => {
    const executory = minutes.find(({ state }) => state === 'EXECUTORY');
    expect(executory?.signedPdfs.map(({ language }) => language)).toEqual(['fr', 'ar']);
    for (const { url } of executory!.signedPdfs) {
      const [first, second] = [await get(url, 'president'), await get(url, 'maire')];
      expect([first.status, second.status, second.headers.get('etag')]).toEqual([200, 200, first.headers.get('etag')]);
      expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
    }
  }, 60_000);

  it('answer the same « not found » to a stranger, a wrong version, a wrong language and a wrong id', async () => {
    const { id, pdfs } = minutes[0]!;
    const wrong = [
      [pdfs[0]!.url, null],
      [`/files/minutes/${id}/signed/fr.pdf`, null],
      [`/files/minutes/${id}/99/fr.pdf`, 'maire'],
      [`/files/minutes/${id}/1/en.pdf`, 'maire'],
      [`/files/minutes/${id}/1e3/fr.pdf`, 'maire'],
      [`/files/minutes/${id}/1/constructor`, 'maire'],
      ['/files/minutes/00000000-0000-7000-8000-000000000000/1/fr.pdf', 'maire'],
      ['/files/minutes/not-an-id/signed/fr.pdf', 'maire'],
    ] as const;
    const answers = [];
    for (const [path, persona] of wrong) {
      const response = await get(path, persona);
      answers.push([response.status, await response.text()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]![0]).toBe(404);
  }, 60_000);
});
