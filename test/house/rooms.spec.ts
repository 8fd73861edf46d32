import { describe, expect, it, jest } from '@jest/globals';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository, tryHouse, type Outcome, type Plan } from './planted.js';

/** A small house that keeps every rule. */
const clean: Plan = {
  'libs/kernel/src/index.ts': "export * from './answer.js';\nexport * from './zone-data.js';",
  'libs/kernel/src/answer.ts': 'export type Answer = boolean;\nexport const accepted: Answer = true;',
  'libs/kernel/src/zone-data.ts': "import moment from 'moment-timezone';\nexport const zones = moment.tz.names;",
  'libs/phrases/src/index.ts': "export const say = (key: string): string => key;",
  'libs/platform/src/index.ts': "export * from './work.js';",
  'libs/platform/src/work.ts': "import type { Answer } from '#kernel';\nimport pg from 'pg';\nexport type Work = Answer | pg.Pool;",
  'libs/parties/src/index.ts': "export * from './parties.face.js';",
  'libs/parties/src/parties.face.ts': "import { accepted } from '#kernel';\nexport const seats = accepted;",
  'libs/deliberation/src/index.ts': "export * from './deliberation.module.js';\nexport * from './deliberation.face.js';",
  'libs/deliberation/src/deliberation.module.ts': "export * from './actions/sign.js';\nexport * from './actions/close.js';",
  'libs/deliberation/src/deliberation.face.ts': "export { ballot } from './domain/ballot.js';",
  'libs/deliberation/src/domain/ballot.ts': "import { accepted } from '#kernel';\nimport { vote } from './vote.js';\nexport const ballot = [accepted, vote];",
  'libs/deliberation/src/domain/vote.ts': 'export const vote = 1;',
  'libs/deliberation/src/domain/ballot.spec.ts': "import { readFileSync } from 'node:fs';\nimport { seats } from '../../../parties/src/parties.face.js';\nexport const looked = [readFileSync, seats];",
  'libs/deliberation/src/store/ballot.store.ts': "import { Entity } from 'typeorm';\nimport type { Work } from '#platform';\nimport { ballot } from '../domain/ballot.js';\nexport const kept: [Work, unknown] = [true, [Entity, ballot]];",
  'libs/deliberation/src/views/ballot.view.ts': "import { kept } from '../store/ballot.store.js';\nexport const seen = kept;",
  'libs/deliberation/src/actions/sign.ts': "import type { EntityManager } from 'typeorm';\nimport { seats } from '#parties';\nimport { seen } from '../views/ballot.view.js';\nexport type Manager = EntityManager;\nexport const sign = [seats, seen];",
  'libs/deliberation/src/actions/close.ts': "import { input } from './close.input.js';\nexport const close = input;",
  'libs/deliberation/src/actions/close.input.ts': "import { say } from '#phrases';\nexport const input = say;",
  'libs/programme/src/index.ts': "import { ballot } from '#deliberation';\nexport const plan = ballot;",
  'apps/api/src/main.ts': "import { plan } from '#programme';\nexport const started = plan;",
  'apps/web/src/routes/plan.tsx': "import { planPage } from '../features/programme/plan.js';\nimport { signButton } from '../features/deliberation/sign.js';\nexport const page = [planPage, signButton];",
  'apps/web/src/features/programme/plan.tsx': "import { button } from '../../ui/button.js';\nexport const planPage = button;",
  'apps/web/src/features/deliberation/sign.tsx': "import { button } from '../../ui/button.js';\nexport const signButton = button;",
  'apps/web/src/ui/button.tsx': "import type { Answer } from '#kernel';\nimport { say } from '#phrases';\nexport const button: [Answer, unknown] = [true, say];",
};

/** `rule: file` of each breach, once, in order. */
const breaches = ({ lines }: Outcome): string[] => [...new Set(lines.flatMap((line) => /^([a-z-]+: \S+) → /.exec(line)?.[1] ?? []))].sort();

/** One planted file per breach: rule, where it is planted, its text. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['floors-parties', 'libs/parties/src/store/up.ts', "import type { plan } from '#programme';\nexport type Up = typeof plan;"],
  ['floors-kernel', 'libs/kernel/src/up.ts', "import { say } from '#phrases';\nexport const up = say;"],
  ['floors-phrases', 'libs/phrases/src/up.ts', "import { accepted } from '#kernel';\nexport const up = accepted;"],
  ['floors-notices', 'libs/notices/src/up.ts', "import { started } from '../../../apps/api/src/main.js';\nexport const up = started;"],
  ['faces-only', 'libs/programme/src/window.ts', "import { ballot } from '../../deliberation/src/domain/ballot.js';\nexport const window = ballot;"],
  ['faces-only-apps', 'apps/api/src/window.ts', "import { ballot } from '../../../libs/deliberation/src/domain/ballot.js';\nexport const window = ballot;"],
  ['faces-by-name', 'libs/programme/src/wall.ts', "import { ballot } from '../../deliberation/src/index.js';\nexport const wall = ballot;"],
  ['nobody-imports-a-test', 'libs/deliberation/src/lazy.ts', "import { looked } from './domain/ballot.spec.js';\nexport const lazy = looked;"],
  ['pure-domain', 'libs/deliberation/src/domain/rows.ts', "import type { kept } from '../store/ballot.store.js';\nexport type Rows = typeof kept;"],
  ['pure-domain', 'libs/deliberation/src/domain/chance.ts', "import { randomUUID } from 'node:crypto';\nexport const chance = randomUUID;"],
  ['pure-domain', 'libs/deliberation/src/domain/other.ts', "import { seats } from '#parties';\nexport const other = seats;"],
  ['kernel-pure', 'libs/kernel/src/disk.ts', "import { readFileSync } from 'node:fs';\nexport const disk = readFileSync;"],
  ['zone-data-in-one-file', 'libs/kernel/src/hours.ts', "import moment from 'moment-timezone';\nexport const hours = moment;"],
  ['zone-data-in-one-file', 'apps/api/src/hours.ts', "import moment from 'moment-timezone';\nexport const hours = moment;"],
  ['store-looks-down', 'libs/deliberation/src/store/speaks.ts', "import { say } from '#phrases';\nexport const speaks = say;"],
  ['store-looks-down', 'libs/deliberation/src/store/looks-up.ts', "import { seen } from '../views/ballot.view.js';\nexport const up = seen;"],
  ['views-look-down', 'libs/deliberation/src/views/acts.view.ts', "import { sign } from '../actions/sign.js';\nexport const acts = sign;"],
  ['face-looks-down', 'libs/programme/src/programme.face.ts', "import { freeze } from './actions/freeze.js';\nexport const face = freeze;"],
  ['actions-stand-alone', 'libs/deliberation/src/actions/sign-all.ts', "import { sign } from './sign.js';\nexport const signAll = sign;"],
  ['actions-below-module', 'libs/programme/src/actions/freeze.ts', "import { wiring } from '../programme.module.js';\nexport const freeze = wiring;"],
  ['machines-in-platform', 'libs/notices/src/jobs/queue.ts', "import { Queue } from 'bullmq';\nexport const queue = Queue;"],
  ['machines-in-platform', 'apps/api/src/press.ts', "import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';\nexport type Press = NodeCompiler;"],
  ['typeorm-in-cellars', 'libs/deliberation/src/actions/rows.ts', "import { In } from 'typeorm';\nexport const rows = In;"],
  ['production-packages', 'apps/api/src/parse.ts', "import { parse } from 'yaml';\nexport const parsed = parse;"],
  ['no-broken-import', 'apps/api/src/nowhere.ts', "import { nothing } from './nothing.js';\nexport const nowhere = nothing;"],
  ['no-orphan', 'libs/parties/src/alone.ts', 'export const alone = 1;'],
  ['web-sees-phrases', 'apps/web/src/base/rules.ts', "import { ballot } from '#deliberation';\nexport const rules = ballot;"],
  ['web-sees-kernel-types', 'apps/web/src/base/zone.ts', "import { zones } from '#kernel';\nexport const zone = zones;"],
  ['api-serves-the-built-web', 'apps/api/src/serve.ts', "import { button } from '../../web/src/ui/button.js';\nexport const serve = button;"],
  ['features-apart', 'apps/web/src/features/programme/vote.tsx', "import { signButton } from '../deliberation/sign.js';\nexport const vote = signButton;"],
  ['web-looks-down', 'apps/web/src/ui/knows.tsx', "import { signButton } from '../features/deliberation/sign.js';\nexport const knows = signButton;"],
  ['features-below-routes', 'apps/web/src/features/deliberation/page.tsx', "import { page } from '../../routes/plan.js';\nexport const framed = page;"],
];

/** What planted files stand on, without a breach of their own. */
const ground: Plan = {
  'libs/notices/src/index.ts': "export const notices = 1;",
  'libs/programme/src/programme.module.ts': "import { accepted } from '#kernel';\nexport const wiring = accepted;",
};

/** A file may break two rules at once: what it breaks besides the one it is planted for. */
const besides: readonly string[] = [
  'floors-parties: libs/parties/src/store/up.ts',
  'store-looks-down: libs/parties/src/store/up.ts',
  'kernel-pure: libs/kernel/src/up.ts',
  'faces-by-name: libs/programme/src/window.ts',
  'machines-in-platform: apps/api/src/press.ts',
];

jest.setTimeout(90_000);

describe('the drawing of the house', () => {
  it('is green on a clean house, and sees its modules and arrows', async () => {
    const outcome = await tryHouse(clean, 'scripts/house/rooms.mjs');
    expect(outcome.lines).toEqual([expect.stringMatching(/^\d+ modules, [1-9]\d* arrows between rooms, 0 breaches$/)]);
    expect(outcome.code).toBe(0);
  });

  it('turns red on each planted breach, and only there', async () => {
    const plan = { ...clean, ...ground, ...Object.fromEntries(planted.map(([, path, text]) => [path, text])) };
    const outcome = await tryHouse(plan, 'scripts/house/rooms.mjs');
    expect(outcome.code).toBe(1);
    expect(breaches(outcome)).toEqual([...new Set([...planted.map(([rule, path]) => `${rule}: ${path}`), ...besides])].sort());
  });

  it('finds a circle, type imports included', async () => {
    const there = "import type { B } from './b.js';\nexport type A = { b: B };";
    const back = "import type { A } from './a.js';\nexport type B = { a?: A };";
    const outcome = await tryHouse({ ...clean, 'libs/parties/src/domain/a.ts': there, 'libs/parties/src/domain/b.ts': back }, 'scripts/house/rooms.mjs');
    expect(outcome.code).toBe(1);
    expect(new Set(breaches(outcome).map((line) => line.split(':')[0]))).toEqual(new Set(['no-circle']));
  });

  it('fails when it reads nothing', async () => {
    const outcome = await tryHouse({ 'libs/kernel/src/index.ts': 'export {};' }, 'scripts/house/rooms.mjs');
    expect(outcome.code).toBe(1);
    expect(outcome.lines.join()).toContain('is not reading the house');
  });

  it('has a planted breach for every rule', () => {
    const config = createRequire(join(repository, 'package.json'))('./.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const rules = new Set(config.forbidden.map(({ name }) => name.replace(/^floors-.*/, 'floors')));
    const proved = new Set([...planted.map(([rule]) => rule.replace(/^floors-.*/, 'floors')), 'no-circle']);
    expect(proved).toEqual(rules);
  });
});
