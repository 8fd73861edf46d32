import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Asked {
  readonly path: string;
  readonly context: { readonly hasteFS: { getSize(path: string): number | null } };
}
interface Order {
  readonly seconds: Readonly<Record<string, number>>;
  readonly default: new () => { sort(tests: readonly Asked[]): readonly Asked[] };
}
const { default: DearestFirst, seconds } = (await import(join(process.cwd(), 'test/dearest-first.mjs'))) as Order;

const at = (file: string, size = 1_000) => ({ path: join(process.cwd(), file), context: { hasteFS: { getSize: () => size } } });
const gone = (files: readonly string[]): readonly string[] => files.filter((file) => !existsSync(join(process.cwd(), file)));

describe('the order of the run', () => {
  it('begins with the listed files, then with the largest', () => {
    const tests = [at('a.spec.ts'), at('apps/e2e/door.e2e.ts'), at('b.spec.ts', 9_000), at('test/access/matrix.db.spec.ts')];
    expect(new DearestFirst().sort(tests)).toEqual([tests[3], tests[1], tests[2], tests[0]]);
  });

  it('names no file that has gone', () => {
    expect(gone(Object.keys(seconds))).toEqual([]);
    expect(gone(['apps/e2e/planted.e2e.ts'])).toEqual(['apps/e2e/planted.e2e.ts']);
  });
});
