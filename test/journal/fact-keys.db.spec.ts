import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { accepted, type Json } from '#kernel';
import { databaseOf, eraseWords, sealData, Work } from '#platform';
import { DatabaseEvidence } from '../../apps/api/src/archive/database-evidence.js';
import { verify } from '../../apps/api/src/verify/verify.js';
import { ctxOf } from '../world/ctx.js';
import { openDemoHouse, type DemoHouse } from '../world/demo-house.js';
import { factKeys } from './fact-keys.js';

interface Told {
  readonly kind: string;
  readonly chain: string;
  readonly sequence: string;
  readonly data: Record<string, Json>;
}
let demo: DemoHouse;
let owner: DataSource;
let journal: Told[];
beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  owner = await databaseOf(demo.database.owner, [], 1).initialize();
  journal = (await owner.query('select kind, chain, sequence::text, data from journal order by chain, sequence')) as Told[];
}, 120_000);
afterAll(async () => {
  await owner.destroy();
  await demo.close();
});

/** Texts that stand open in a fact's data, with the key under which they stand. */
function openTexts(value: Json, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => openTexts(item, key));
  if (value === null || typeof value !== 'object' || 'sealed' in value) return [];
  return Object.entries(value).flatMap(([name, item]) => openTexts(item as Json, name));
}
const machineText = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?|[A-Za-z][A-Za-z0-9_.+-]*)$/;

/** Everything in the facts that the chain should not hold: addresses, people's names, prose, unreviewed keys. */
function faults(facts: readonly Told[], names: readonly string[]): string[] {
  return facts.flatMap(({ kind, data }) => {
    const unknown = Object.keys(data).filter((key) => !factKeys[kind]?.includes(key)).map((key) => `${kind}.${key} is not reviewed`);
    const texts = openTexts(data).filter(([, text]) => !machineText.test(text) || names.some((name) => text.includes(name))).map(([key, text]) => `${kind}.${key} says « ${text} »`);
    return [...unknown, ...texts];
  });
}
const namesOfPeople = async (): Promise<string[]> => ((await owner.query(`select display_name, mail_address from person`)) as { display_name: string; mail_address: string }[]).flatMap((person) => [person.display_name, person.mail_address]);
const verdict = (): ReturnType<typeof verify> => DatabaseEvidence.over(demo.database.auditor, (evidence) => verify(evidence));

describe('the facts of the demo’s whole story', () => {
  it('hold ids, codes, instants, hashes and numbers only, under reviewed keys', async () => {
    expect(journal.length).toBeGreaterThan(100);
    expect(faults(journal, await namesOfPeople())).toEqual([]);
  });

  it('are found wanting when a name, an address, prose or a new key slips in', async () => {
    const names = await namesOfPeople();
    const [model] = journal.filter(({ kind }) => kind === 'MeetingScheduled') as [Told];
    const slip = (data: Record<string, Json>): string[] => faults([{ ...model, data: { ...model.data, ...data } }], names);
    expect(slip({ mode: names[0] as string })).toHaveLength(1);
    expect(slip({ mode: 'x@ville.example' })).toHaveLength(1);
    expect(slip({ mode: 'Le budget manque.' })).toHaveLength(1);
    expect(slip({ nickname: 'ADA' })).toHaveLength(1);
  });

  it('never show a text under a key that is not a code’s, whatever it looks like', () => {
    const { data, words } = sealData({ motive: 'NON', reason: 'OK', name: 'Ada', method: 'PASSKEY', nested: [{ code: 'LATE', note: 'Oui' }], method2: null });
    expect(data).toMatchObject({ motive: { sealed: expect.any(String) }, reason: { sealed: expect.any(String) }, name: { sealed: expect.any(String) }, method: 'PASSKEY', nested: [{ code: 'LATE', note: { sealed: expect.any(String) } }] });
    expect(words.map(({ path, words: text }) => [path, text])).toEqual([['data.motive', 'NON'], ['data.reason', 'OK'], ['data.name', 'Ada'], ['data.nested.0.note', 'Oui']]);
  });
});

describe('erasing', () => {
  it('a person’s name and address leaves the journal whole', async () => {
    await owner.query(`update person set display_name = 'Personne effacée', mail_address = id || '@erased.invalid' where id = (select person_id from vote limit 1)`);
    expect((await verdict()).findings).toEqual([]);
  }, 60_000);

  it('the words of a fact leaves the journal whole, and is told; the text and its salt are gone', async () => {
    const [kept] = (await owner.query(`select chain, sequence::text, path, words from journal_words where partnership_id is not null and path like 'data.%' order by sequence limit 1`)) as [{ chain: string; sequence: string; path: string; words: string }];
    const ctx = ctxOf({ partnershipIds: [kept.chain] });
    const erase = (chain: string): Promise<unknown> => demo.house.app.get(Work).run(ctxOf({ partnershipIds: [chain] }), async (tx) => accepted(await eraseWords(tx, kept)));
    expect(await erase('00000000-0000-7000-8000-00000000dead')).toEqual(accepted(false));
    expect(await demo.house.app.get(Work).run(ctx, async (tx) => accepted(await eraseWords(tx, kept)))).toEqual(accepted(true));
    expect(await owner.query('select from journal_words where chain = $1 and sequence = $2 and path = $3', [kept.chain, kept.sequence, kept.path])).toEqual([]);
    expect(await owner.query(`select data from journal where kind = 'WordsErased'`)).toEqual([{ data: { ofSequence: Number(kept.sequence), path: kept.path } }]);
    expect((await verdict()).findings).toEqual([]);
  }, 60_000);

  it('words without telling it is found', async () => {
    const [gone] = (await owner.query(`delete from journal_words where ctid = (select ctid from journal_words where path like 'data.%' limit 1) returning chain, sequence::text, path`)).at(0) as [{ chain: string; sequence: string; path: string }];
    expect((await verdict()).findings).toEqual([{ code: 'WORDS_REMOVED', where: `journal_words ${gone.chain} ${gone.sequence} ${gone.path}` }]);
  }, 60_000);
});
