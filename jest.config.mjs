// Jest in ESM mode (node --experimental-vm-modules, set by scripts/test.mjs): the same module system as production.
const rooms = 'kernel|phrases|platform|identity|parties|agreement|deliberation|programme|exchanges|notices';
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.(ts|tsx)$': ['@swc/jest'] },
  moduleNameMapper: {
    [`^#(${rooms})$`]: '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
// One PostgreSQL for the whole run: Jest calls the same file once, however many projects name it.
// Their files open the house: with ONE_FILE=1 they load it from few files (test/few-files/for-jest.mjs).
const withDatabase = { ...(process.env.ONE_FILE === '1' && { resolver: '<rootDir>/test/few-files/resolver.cjs' }), globalSetup: '<rootDir>/test/database-setup.ts', globalTeardown: '<rootDir>/test/database-teardown.ts' };
/** Measures and long drills: `npm run soak` only. */
const soak = (folders) => (process.env.SOAK ? [`<rootDir>/${folders}/**/*.soak.spec.ts`] : []);
export default {
  // Files wait a third of their time (for a browser, for a process that starts, for a kill): three workers fill two cores.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/dearest-first.mjs',
  // Modules loaded the ESM way stay in a worker's memory file after file: a worker that holds so much is replaced, or its last files take minutes.
  workerIdleMemoryLimit: '1200MB',
  // A busy two-core machine is slow, not wrong: what hangs is still named.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps/api,apps/web,test}/**/*.spec.ts'], testPathIgnorePatterns: ['\\.(db|soak)\\.spec\\.ts$'] },
    {
      ...shared,
      ...withDatabase,
      displayName: 'database',
      testMatch: ['<rootDir>/{libs,apps/api,test}/**/*.db.spec.ts', ...soak('{libs,apps/api,test}')],
    },
    { ...shared, ...withDatabase, displayName: 'stories', testMatch: ['<rootDir>/apps/e2e/**/*.e2e.ts', ...soak('apps/e2e')] },
  ],
};
