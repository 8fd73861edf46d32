import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BootProblem, refuseDemoData } from './databases.js';

let dataDir: string;
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'passerelle-demo-data-'))));
afterAll(() => rm(dataDir, { recursive: true }));

describe('the data of a demonstration', () => {
  const real = () => ({ demo: false, database: undefined, dataDir });

  it('are not there: a real instance opens', () => {
    expect(() => refuseDemoData(real())).not.toThrow();
  });

  it('are there: a real instance is refused, with the ways out; the demo opens', async () => {
    await writeFile(join(dataDir, 'demo.secret'), 'x');
    expect(() => refuseDemoData(real())).toThrow(BootProblem);
    expect(() => refuseDemoData(real())).toThrow(/DATA_DIR.*demo:reset/);
    expect(() => refuseDemoData({ ...real(), demo: true })).not.toThrow();
  });
});
