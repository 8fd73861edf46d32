import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Codes that stand in two files of a language: the files are laid one over the other, and one sentence would hide the other. */
function writtenTwice(files: readonly (readonly [name: string, text: string])[]): string[] {
  const seen = new Map<string, string>();
  return files.flatMap(([name, text]) =>
    [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].flatMap(([, code = '']) => {
      const earlier = seen.get(code);
      seen.set(code, name);
      return earlier ? [`${code}: ${earlier}, ${name}`] : [];
    }),
  );
}

describe('the sentence of a refusal', () => {
  it.each(['fr', 'ar'])('is written once (%s)', (language) => {
    const folder = join(process.cwd(), 'libs/phrases/src', language);
    const files = readdirSync(folder).filter((name) => name.startsWith('refusal')).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    expect(files.length).toBeGreaterThan(10);
    expect(writtenTwice(files)).toEqual([]);
    expect(writtenTwice([...files, ['planted.ts', "  NO_AGREEMENT: 'Une autre phrase.',"]])).toEqual(['NO_AGREEMENT: refusal-deliberation.ts, planted.ts']);
  });
});
