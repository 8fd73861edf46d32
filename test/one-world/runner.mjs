// Jest's own runner (jest-circus), with its tests and the house in the one world of the process. Jest otherwise makes a world for each
// file of tests and loads the house anew into it: 3,000 modules, and a global costs a hundred times a local there. Here Node loads the
// house once a process, as it was built and as it is served; what stands beside a test is loaded anew for each file (hooks.mjs), which
// finds the environment's variables and the console as the first one did. Files that need a house of their own are `apart` in jest.config.mjs.
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const circus = require('jest-circus/runner').default;
const timeout = Symbol.for('TEST_TIMEOUT_SYMBOL');
/** What Jest keeps of one file on the global object. */
const ofOneFile = ['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'];
let files = 0;

register('./hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);

/** What Jest asks of a `testRunner`. */
export default async function run(globalConfig, config, environment, _worldOfItsOwn, testPath, tell) {
  const before = { variables: { ...process.env }, console: globalThis.console, traces: Error.stackTraceLimit, prepare: Error.prepareStackTrace };
  begin(environment);
  try {
    return await circus(globalConfig, config, { global: globalThis }, runtimeFor(), testPath, tell);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before.variables)) delete process.env[name];
    Object.assign(process.env, before.variables);
    globalThis.console = before.console;
    Error.stackTraceLimit = before.traces;
    Error.prepareStackTrace = before.prepare;
  }
}

function begin(environment) {
  files += 1;
  for (const name of Object.getOwnPropertySymbols(globalThis)) if (ofOneFile.includes(name.description)) delete globalThis[name];
  process.env.NODE_ENV = 'production';
  globalThis.console = environment.global.console;
  // Jest's 100 are paid by every error, also by those that are caught.
  Error.stackTraceLimit = 20;
  // Node names the lines of the sources itself.
  Error.prepareStackTrace = undefined;
}

/** What circus asks of Jest's runtime. */
function runtimeFor() {
  const query = `?file=${files}`;
  return {
    requireModule: require,
    // Circus keeps its state by module: each file has its own.
    requireInternalModule(path) {
      delete require.cache[path];
      return require(path);
    },
    setGlobalsForRuntime(given) {
      globalThis.passerelleTestGlobals = { ...given, jest: { setTimeout: (wanted) => void (globalThis[timeout] = wanted) } };
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href + query),
    enterTestCode: () => undefined,
    leaveTestCode: () => undefined,
  };
}
