import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../test/database.js';
import { openHouse, type House } from './house.js';

let database: FreshDatabase;
let house: House;
let url: string;
beforeAll(async () => {
  database = await freshDatabase();
  house = await openHouse({ urls: database, publicUrl: 'http://localhost:3000', secret: 'x'.repeat(32), demo: true, webDirectory: null });
  url = await house.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await house.close();
  await database.drop();
});

describe('the house', () => {
  it('answers a stranger over HTTP', async () => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { person { id } } }' }) });
    expect(await response.json()).toEqual({ data: { viewer: null } });
  });
});
