import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PlantedHouse, type Outcome, type Plan } from './planted.js';

/** A house in which everything but the web is there, and all is well. */
const clean: Plan = {
  'libs/kernel/README.md': 'The kernel.',
  'libs/kernel/src/index.ts': 'export const one = 1;',
  'libs/phrases/README.md': 'The phrases.',
  'libs/phrases/src/index.ts': "export * as fr from './fr/index.js';\nexport * as ar from './ar/index.js';",
  'libs/phrases/src/fr/index.ts': "export const name = 'Passerelle';",
  'libs/phrases/src/ar/index.ts': "export const name = 'باسرال';",
  'apps/api/src/main.ts': "import { one } from '#kernel';\nimport { fr } from '#phrases';\nexport const started = [one, fr];",
  'apps/web/src/root.tsx': "import { fr } from '#phrases';\nexport const root = fr;",
  'libs/platform/README.md': 'The platform.',
  'libs/platform/src/index.ts': "import { one } from '#kernel';\nexport const two = one + 1;",
  'scripts/print.mjs': "process.exitCode = process.argv[2] === '--check' ? 0 : 3;",
};

const broken: Plan = {
  ...clean,
  'apps/api/src/main.ts': "import { one } from '#kernel';\nexport const started: string = one;\nexport const at = Date.now();",
  'libs/platform/src/utils/up.ts': "import { started } from '../../../../apps/api/src/main.js';\nexport const up = started;",
  'libs/phrases/src/ar/index.ts': 'export {};',
  'apps/web/src/root.tsx': 'export const root: any = 1;\nexport const wrong: number = true;',
  'apps/web/src/a.css': '.a { left: 0; }',
  'scripts/print.mjs': "console.log('schema.graphql has drifted');\nprocess.exitCode = 1;",
};

const verdicts = ({ lines }: Outcome, word: string): string[] =>
  lines.flatMap((line) => new RegExp(`^${word} +(.+?) \\([\\d.]+ s\\)`).exec(line)?.[1] ?? []).sort();

const steps = ['names', 'phrases', 'printed faces', 'rooms', 'styles', 'types and lint', 'types and lint of the web'];

jest.setTimeout(180_000);

describe('npm run check', () => {
  const houses = [new PlantedHouse(clean), new PlantedHouse(broken)];
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    outcomes = [await houses[0]!.run('scripts/check.mjs'), await houses[1]!.run('scripts/check.mjs')];
  });
  afterAll(() => houses.forEach((house) => house.pull()));

  it('plays every step and says that all is well', () => {
    const [green] = outcomes as [Outcome];
    expect(green.lines.filter((line) => line.startsWith('FAIL'))).toEqual([]);
    expect(verdicts(green, 'ok')).toEqual(steps);
    expect(green.lines.at(-1)).toMatch(/^check: all is well \([\d.]+ s\)$/);
    expect(green.code).toBe(0);
  });

  it('plays every step even when each one fails, names them, and fails', () => {
    const [, red] = outcomes as [Outcome, Outcome];
    expect(verdicts(red, 'FAIL')).toEqual(steps);
    const said = red.lines.join('\n');
    for (const word of ['schema.graphql has drifted', 'TS2322', 'no-restricted-syntax', 'no-explicit-any']) expect(said).toContain(word);
    expect(red.lines.at(-1)).toMatch(/^check: .+ failed/);
    expect(red.code).toBe(1);
  });

  it('refuses a step it does not have', async () => {
    const outcome = await houses[0]!.run('scripts/check.mjs', 'typos');
    expect(outcome.code).toBe(1);
    expect(outcome.lines.join('\n')).toContain('no step named typos');
  });
});
