import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fileClaims } from '#deliberation';
import { plainlyWritten } from '#platform';
import { verifyCommand } from '../cli/verify.command.js';
import { openDemoHouse, type Client, type DemoHouse } from '../../../../test/world/demo-house.js';

interface Shown {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly pdfs: readonly { language: string; sha256: string; url: string }[];
  readonly signedPdfs: readonly { language: string; url: string }[];
  readonly extracts: readonly { number: string; url: string }[];
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
  const document = 'query($id: ID!) { minutesList(partnershipId: $id) { id number state version pdfs { language sha256 url } signedPdfs { language url } extracts { number url } } }';
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

  it('print one decision alone once the minutes are executory, and none before', async () => {
    const { extracts } = minutes.find(({ state }) => state === 'EXECUTORY')!;
    expect(extracts.length).toBeGreaterThan(0);
    const extract = await get(extracts[0]!.url, 'technicien-tiznit');
    expect([extract.status, extract.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^inline; filename="PV-\d{4}-\d+-extrait-1.pdf"$/)]);
    const waiting = minutes.find(({ state }) => state !== 'EXECUTORY')!;
    expect(waiting.extracts).toEqual([]);
    for (const path of [`/files/minutes/${waiting.id}/extract/1.pdf`, extracts[0]!.url.replace('/1.pdf', '/99.pdf')]) expect((await get(path, 'maire')).status).toBe(404);
    expect((await get(extracts[0]!.url, null)).status).toBe(404);
  }, 60_000);
});

interface Told {
  readonly code?: string;
  readonly verdict?: string;
  readonly minutes?: { readonly kind: string; readonly language: string | null; readonly number: string; readonly standing: string; readonly parties: readonly string[]; readonly record: { readonly id: string } | null } | null;
}

describe('what anybody is told of a file', () => {
  const document = `query($hash: String!, $claims: [String!]!) { told: documentVerification(hash: $hash, claims: $claims) {
    ... on Refused { code } ... on DocumentVerification { verdict minutes { kind language number standing parties record { id } } } } }`;
  const verified = async (asked: { hash: string; claims: readonly string[] }): Promise<Told> => {
    const response = await fetch(`${demo.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: document, variables: asked }) });
    const { data, errors } = (await response.json()) as { data: { told: Told }; errors?: object[] };
    expect(errors).toBeUndefined();
    return data.told;
  };
  const bytesAt = async (url: string, persona: string | null): Promise<Buffer> => Buffer.from(await (await get(url, persona)).arrayBuffer());
  const altered = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte, place) => (place === Math.floor(bytes.length / 2) ? byte ^ 1 : byte)));

  it('is « valid » of the very bytes that were printed: minutes, sheet of signatures, public copy, extract', async () => {
    const { id, number, pdfs, signedPdfs, extracts } = minutes.find(({ state }) => state === 'EXECUTORY')!;
    const printed = [[pdfs[1]!.url, 'maire', 'MINUTES', 'ar'], [signedPdfs[0]!.url, 'maire', 'SIGNATURES', 'fr'], [`/files/public/${id}/fr.pdf`, null, 'PUBLIC_COPY', 'fr'], [extracts[0]!.url, 'president', 'EXTRACT', 'fr']] as const;
    for (const [url, persona, kind, language] of printed) {
      const told = await verified(await fileClaims(await bytesAt(url, persona)));
      expect([url, told]).toEqual([url, { verdict: 'VALID', minutes: expect.objectContaining({ kind, language, number, standing: 'EXECUTORY', record: { id } }) }]);
    }
  }, 60_000);

  it('is « altered » with one byte changed, of each; « unknown » of a stranger’s file', async () => {
    const { id, number, pdfs } = minutes.find(({ state }) => state === 'EXECUTORY')!;
    for (const [url, persona] of [[pdfs[0]!.url, 'maire'], [`/files/public/${id}/ar.pdf`, null]] as const) {
      expect(await verified(await fileClaims(altered(await bytesAt(url, persona))))).toMatchObject({ verdict: 'ALTERED', minutes: { kind: 'CONTENT', number } });
    }
    expect(await verified(await fileClaims(Buffer.from('%PDF-1.7\nProcès-verbal PV-2026-1\n%%EOF')))).toEqual({ verdict: 'UNKNOWN', minutes: null });
  }, 60_000);

  it('is number, day and parties alone while the minutes are not public; by the content’s hash as well', async () => {
    const { number, pdfs } = minutes.find(({ state }) => state === 'PARTIALLY_SIGNED')!;
    const { hash, claims } = await fileClaims(await bytesAt(pdfs[0]!.url, 'maire'));
    const known = { number, standing: 'AWAITING', parties: expect.any(Array), record: null };
    expect(await verified({ hash, claims })).toEqual({ verdict: 'VALID', minutes: { kind: 'MINUTES', language: 'fr', ...known } });
    expect(await verified({ hash: claims[0]!, claims: [] })).toEqual({ verdict: 'VALID', minutes: { kind: 'CONTENT', language: null, ...known } });
  }, 60_000);

  it('is the same at the terminal: `passerelle verify FICHIER.pdf`, with its exit code', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verify-'));
    const bytes = await bytesAt(minutes.find(({ state }) => state === 'EXECUTORY')!.pdfs[0]!.url, 'maire');
    const heard: string[] = [];
    const results: object[] = [];
    const play = async (name: string, content: Buffer | null): Promise<number> => {
      const file = join(folder, name);
      if (content) writeFileSync(file, content);
      const { owner } = demo.database;
      const line = { words: [file], json: false, say: (sentence: string) => void heard.push(sentence), result: (value: object) => void results.push(value), databases: async () => ({ owner }) };
      return verifyCommand.run(line as unknown as Parameters<typeof verifyCommand.run>[0]);
    };
    try {
      const codes = [await play('pv.pdf', bytes), await play('changed.PDF', altered(bytes)), await play('other.pdf', Buffer.from('%PDF-1.7')), await play('absent.pdf', null)];
      expect(codes).toEqual([0, 1, 1, 2]);
      expect(heard.map((sentence) => sentence.split(' ')[0])).toEqual(['AUTHENTIQUE', 'MODIFIÉ', 'INCONNU', join(folder, 'absent.pdf')]);
      expect(results.map((result) => (result as { verdict: string }).verdict)).toEqual(['VALID', 'ALTERED', 'UNKNOWN']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('rests on a register that strangers add to for a public copy of executory minutes alone', async () => {
    const [signed, waiting] = [minutes.find(({ state }) => state === 'EXECUTORY')!, minutes.find(({ state }) => state === 'PARTIALLY_SIGNED')!];
    const client = new pg.Client({ connectionString: demo.database.app });
    await client.connect();
    const adds = async (kind: string, { id, version }: Shown, sha256: string): Promise<boolean> => {
      await client.query('begin');
      await client.query(`select set_config('app.audience', 'PUBLIC', true)`);
      const added = client.query(`insert into printed_copy select partnership_id, $3, id, $2, $4, 'fr', now() from (select $5::uuid as partnership_id, $1::uuid as id) of_it`, [id, version, sha256, kind, partnershipId]);
      return added.then(() => true, () => false).finally(() => client.query('rollback'));
    };
    const { viewer } = await (await demo.as('maire')).ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
    const partnershipId = viewer.seats[0]!.partnership.id;
    try {
      const hash = 'f'.repeat(64);
      expect([await adds('PUBLIC_COPY', signed, hash), await adds('PUBLIC_COPY', waiting, hash), await adds('EXTRACT', signed, hash), await adds('PUBLIC_COPY', signed, 'no hash')]).toEqual([true, false, false, false]);
      expect((await client.query('select from printed_copy')).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('is nothing for what is no hash, and an end for who asks without end', async () => {
    expect(await verified({ hash: 'PV-2026-1', claims: [] })).toEqual({ code: 'VERIFICATION_HASH_UNREADABLE' });
    const answers = [];
    for (let asked = 0; asked < 125; asked += 1) answers.push((await verified({ hash: '0'.repeat(64), claims: [] })).code);
    expect(new Set(answers)).toEqual(new Set([undefined, 'VERIFICATION_TOO_MANY']));
    expect(answers.at(-1)).toBe('VERIFICATION_TOO_MANY');
  }, 60_000);
});

describe('the convocation as a file', () => {
  const bytesOf = async (url: string): Promise<Buffer> => Buffer.from(await (await get(url, 'maire')).arrayBuffer());

  it('is printed in both languages once it left, the same bytes each time; before, for a stranger, and for a wrong id there is none', async () => {
    const maire = await demo.as('maire');
    const { viewer } = await maire.ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
    const { meetings } = await maire.ask<{ meetings: { id: string; state: string; convocationPdfs: { url: string }[] }[] }>('query($id: ID!) { meetings(partnershipId: $id) { id state convocationPdfs { url } } }', { id: viewer.seats[0]!.partnership.id });
    const sent = meetings.filter(({ convocationPdfs }) => convocationPdfs.length === 2);
    const unsent = meetings.find(({ state }) => state === 'SCHEDULED');
    expect(sent.length).toBeGreaterThan(0);
    const carried = await plainlyWritten(await bytesOf(sent[0]!.convocationPdfs[0]!.url));
    expect(Buffer.from(carried, 'latin1').toString('utf8')).toContain('convoqué par le représentant du pays hôte');
    for (const { url } of sent[0]!.convocationPdfs) {
      const [one, other] = [await get(url, 'maire'), await get(url, 'technicien-tiznit')];
      expect([one.status, other.status, one.headers.get('etag'), one.headers.get('cache-control')]).toEqual([200, 200, other.headers.get('etag'), 'private, no-cache']);
      expect((await get(url, null)).status).toBe(404);
    }
    const absent = ['00000000-0000-7000-8000-000000000000', ...(unsent ? [unsent.id] : [])].map((id) => `/files/meetings/${id}/fr.pdf`);
    for (const path of [...absent, sent[0]!.convocationPdfs[0]!.url.replace('fr.pdf', 'en.pdf')]) expect((await get(path, 'maire')).status).toBe(404);
  }, 60_000);
});
