import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Answer } from '#kernel';
import { databaseOf, PostgresWork, UuidIds, type Ctx } from '#platform';
import type { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { AddressChangeRow } from '../store/address-change.entity.js';
import { PersonRow } from '../store/identity.entity.js';
import { sixDigits } from '../store/sign-in-code.store.js';
import { AskAddressChange } from './ask-address-change.js';
import { ConfirmAddressChange } from './confirm-address-change.js';
import { CorrectMyData } from './correct-my-data.js';
import { RegisterPerson } from './register-person.js';

const secret = { value: 'a secret of this test, long enough' };
const clock = new FixedClock(new Date('2026-11-22T09:00:00Z'));
let databases: FreshDatabase;
let app: DataSource;
let owner: DataSource;
let work: PostgresWork;
let personId: string;

beforeAll(async () => {
  databases = await freshDatabase();
  app = await databaseOf(databases.app, [PersonRow, AddressChangeRow]).initialize();
  owner = await databaseOf(databases.owner, [], 1).initialize();
  work = new PostgresWork(app, { legal: clock, machine: clock, ids: new UuidIds(clock) });
  for (const [displayName, mailAddress] of [['Maire', 'maire@ville.example'], ['Adjointe', 'adjointe@ville.example']] as const) {
    const answer = await new RegisterPerson(work).run(ctxOf(null, { audience: 'INSTANCE' }), { displayName, mailAddress, language: 'fr' });
    if (!answer.refused && displayName === 'Maire') personId = answer.value;
  }
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await databases.drop();
});

/** Her session, its proof this many minutes old. */
const mine = (minutes = 0): Ctx => ctxOf({ personId, stepUpAt: new Date(clock.now().getTime() - minutes * 60_000) });
const ask = (mailAddress: string, ctx = mine()) => new AskAddressChange(work).run(ctx, { mailAddress });
const confirm = (code: string) => new ConfirmAddressChange(work, secret).run(mine(), { code });
const codeOf = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'ACCEPTED');
const address = async (): Promise<string> => ((await owner.query('select mail_address from person where id = $1', [personId])) as { mail_address: string }[])[0]!.mail_address;
async function mailedCode(): Promise<string> {
  const [row] = (await owner.query('select id from address_change order by asked_at desc, id desc limit 1')) as { id: string }[];
  return sixDigits(secret.value, row!.id);
}
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const later = (minutes: number): void => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));

describe('changing one’s own address', () => {
  it('waits for the code of the new address; the journal tells that it changed, and neither address', async () => {
    expect(codeOf(await ask('Mairie@ville-nord.example'))).toBe('ACCEPTED');
    expect(await address()).toBe('maire@ville.example');
    expect(codeOf(await confirm(other(await mailedCode())))).toBe('SIGN_IN_CODE_WRONG');
    expect(codeOf(await confirm(await mailedCode()))).toBe('ACCEPTED');
    expect(await address()).toBe('mairie@ville-nord.example');
    expect(codeOf(await confirm(await mailedCode()))).toBe('SIGN_IN_CODE_EXPIRED');
    const told = JSON.stringify(await owner.query(`select kind, data from journal where kind like 'Address%' order by sequence`));
    expect(told).toContain('AddressChanged');
    expect(told).not.toContain('@');
  });

  it('asks who is there anew: an open session found in a town hall does not take the account', async () => {
    later(16);
    expect(codeOf(await ask('voleur@ailleurs.example', mine(5)))).toBe('STEP_UP_REQUIRED');
    expect(codeOf(await ask('voleur@ailleurs.example', ctxOf(null)))).toBe('SIGN_IN_REQUIRED');
    expect(await address()).toBe('mairie@ville-nord.example');
  });

  it('says the same of an address somebody else has, and sends nothing there', async () => {
    later(16);
    expect(codeOf(await ask('adjointe@ville.example'))).toBe('ACCEPTED');
    const [fact] = (await owner.query(`select data from journal where kind = 'AddressChangeAsked' order by recorded_at desc limit 1`)) as { data: object }[];
    expect(fact).toEqual({ data: { personId: null } });
    expect(codeOf(await confirm(await mailedCode()))).toBe('MAIL_ADDRESS_TAKEN');
    expect(await address()).toBe('mairie@ville-nord.example');
  });

  it('counts tries and minutes, and sends five codes a quarter of an hour, not six', async () => {
    later(16);
    await ask('a@ville.example');
    for (let n = 0; n < 5; n += 1) expect(codeOf(await confirm(other(await mailedCode())))).toBe('SIGN_IN_CODE_WRONG');
    expect(codeOf(await confirm(await mailedCode()))).toBe('SIGN_IN_CODE_TOO_MANY_TRIES');
    for (let n = 0; n < 4; n += 1) await ask('b@ville.example');
    expect(codeOf(await ask('c@ville.example'))).toBe('SIGN_IN_CODE_TOO_MANY_ASKED');
    const code = await mailedCode();
    later(10);
    expect(codeOf(await confirm(code))).toBe('SIGN_IN_CODE_EXPIRED');
  });

  it('refuses an address that could be read as two', async () => {
    later(16);
    expect(codeOf(await ask('Maire <m@ville.example>, x@evil.example'))).toBe('MAIL_ADDRESS_REFUSED');
  });
});

describe('correcting one’s own name and language', () => {
  it('keeps them, by the rule of names', async () => {
    const correct = (displayName: string, language: string) => new CorrectMyData(work).run(mine(), { displayName, language });
    expect(codeOf(await correct(' Amina  Benali ', 'ar'))).toBe('ACCEPTED');
    expect(await owner.query('select display_name, language from person where id = $1', [personId])).toEqual([{ display_name: 'Amina Benali', language: 'ar' }]);
    expect(codeOf(await correct('Amina \u202eBenali', 'fr'))).toBe('NAME_LETTERS');
    expect(codeOf(await correct('Amina', 'tlh'))).toBe('LANGUAGE_UNKNOWN');
    expect(codeOf(await new CorrectMyData(work).run(ctxOf(null), { displayName: 'X', language: 'fr' }))).toBe('SIGN_IN_REQUIRED');
  });
});
