import { describe, expect, it, jest } from '@jest/globals';
import { tryHouse, type Plan } from './planted.js';

const script = 'scripts/house/names.mjs';
const lines = (count: number): string => Array.from({ length: count }, (_, place) => `// ${place}`).join('\n');
const clean: Plan = {
  'libs/parties/README.md': lines(40),
  'libs/parties/src/index.ts': lines(30),
  'libs/parties/src/views/parties.types.ts': lines(1),
  'libs/kernel/README.md': lines(3),
  'libs/kernel/src/index.ts': lines(31),
  'apps/web/src/routes/plan.tsx': lines(40),
};

const planted: Plan = {
  'libs/parties/src/utils/text.ts': lines(1),
  'apps/web/src/ui/helpers/help.css': '',
  'test/common/case.json': '{}',
  'scripts/shared/one.mjs': lines(1),
  'libs/parties/src/misc/x.md': '',
  'libs/parties/src/types.ts': lines(1),
  'apps/api/src/constants.ts': lines(1),
  'libs/programme/src/index.ts': lines(31),
  'apps/web/src/routes/long.tsx': lines(41),
  'libs/agreement/README.md': lines(41),
};

jest.setTimeout(90_000);

describe('names', () => {
  it('are green in a clean house', async () => {
    const outcome = await tryHouse(clean, script);
    expect(outcome).toEqual({ code: 0, lines: ['0 faults'] });
  });

  it('turn red on each planted attic, long face and missing paper', async () => {
    const outcome = await tryHouse({ ...clean, ...planted }, script);
    expect(outcome.code).toBe(1);
    expect(outcome.lines.map((line) => line.split(': ')[0]).sort()).toEqual(
      [
        'apps/web/src/ui/helpers',
        'test/common',
        'scripts/shared',
        'libs/parties/src/utils',
        'libs/parties/src/misc',
        'libs/parties/src/types.ts',
        'apps/api/src/constants.ts',
        'libs/programme/src/index.ts',
        'apps/web/src/routes/long.tsx',
        'libs/agreement/README.md',
        'libs/programme/README.md is missing',
        '11 faults',
      ].sort(),
    );
  });
});
