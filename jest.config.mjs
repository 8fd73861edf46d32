// Jest's order, workers and words; the tests and the house they open are Node's own modules, as in production (test/one-world/).
const shared = {
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/one-world/runner.mjs',
  transform: { '^.+\\.(ts|tsx)$': ['@swc/jest'] },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
};
// One PostgreSQL for the whole run: Jest calls the same file once, however many projects name it.
const withDatabase = { globalSetup: '<rootDir>/test/database-setup.ts', globalTeardown: '<rootDir>/test/database-teardown.ts' };
// They open some rooms of the house, plant in its registries, or count what it has met: each has a world of its own, made by Jest
// (node --experimental-vm-modules, set by scripts/test.mjs).
const apart = [
  'libs/agreement/src/life.api.db.spec.ts',
  'libs/deliberation/src/deliberation.api.db.spec.ts',
  'libs/programme/src/views/programme.api.db.spec.ts',
  ...['door.spec.ts', 'driver.spec.ts', 'masking.spec.ts', 'request.db.spec.ts'].map((name) => `libs/platform/src/graphql/${name}`),
  'libs/platform/src/policy/policy.spec.ts',
  'libs/platform/src/database/prepared-client.db.spec.ts',
];
const rooms = 'kernel|phrases|platform|identity|parties|agreement|deliberation|programme|exchanges|notices';
const worldOfItsOwn = {
  testRunner: 'jest-circus/runner',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { [`^#(${rooms})$`]: '<rootDir>/libs/$1/src/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
};
const notApart = apart.map((path) => `<rootDir>/${path.replaceAll('.', '\\.')}$`);
/** Measures and long drills: `npm run soak` only. */
const soak = (folders) => (process.env.SOAK ? [`<rootDir>/${folders}/**/*.soak.spec.ts`] : []);
export default {
  // Files wait a third of their time (for a browser, for a process that starts, for a kill): three workers fill two cores.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/dearest-first.mjs',
  // Tests are loaded anew for each file and stay in a worker's memory: a worker that holds so much is replaced.
  workerIdleMemoryLimit: '1500MB',
  // A busy two-core machine is slow, not wrong: what hangs is still named.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', globalSetup: '<rootDir>/test/built-setup.mjs', testMatch: ['<rootDir>/{libs,apps/api,apps/web,test}/**/*.spec.ts'], testPathIgnorePatterns: ['\\.(db|soak)\\.spec\\.ts$', ...notApart] },
    {
      ...shared,
      ...withDatabase,
      displayName: 'database',
      testMatch: ['<rootDir>/{libs,apps/api,test}/**/*.db.spec.ts', ...soak('{libs,apps/api,test}')],
      testPathIgnorePatterns: notApart,
    },
    { ...shared, ...withDatabase, ...worldOfItsOwn, displayName: 'apart', testMatch: apart.map((path) => `<rootDir>/${path}`) },
    { ...shared, ...withDatabase, displayName: 'stories', testMatch: ['<rootDir>/apps/e2e/**/*.e2e.ts', ...soak('apps/e2e')] },
  ],
};
