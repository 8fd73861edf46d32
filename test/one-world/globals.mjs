// What a test imports from `@jest/globals`: that of its own file (hooks.mjs loads this anew for each).
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globalThis.passerelleTestGlobals;
