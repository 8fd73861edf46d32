// @ts-check
// The press's thread: the engine is synchronous native code (200 ms for 12 pages), so it must not run beside the requests.
// Plain JavaScript, because Node loads a thread's entry itself, in the built tree and under the tests alike.
import { readFileSync } from 'node:fs';
import v8 from 'node:v8';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

/** @typedef {{ id: number, main: string, files: { path: string, content: string | Uint8Array }[], standard: string }} Job */
/** @typedef {import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler} Compiler */

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
const turn = () => new Promise((resolve) => setImmediate(resolve));
let printed = 0;

/** @returns {Promise<Compiler>} */
async function loadEngine() {
  const { NodeCompiler } = await import(workerData.engine);
  const fontBlobs = workerData.fonts.map((/** @type {string} */ file) => readFileSync(file));
  return NodeCompiler.create({ workspace: workerData.workspace, fontArgs: [{ fontBlobs }] });
}

/** @param {Compiler} compiler @param {Job} job */
function print(compiler, job) {
  compiler.resetShadow();
  for (const { path, content } of job.files) compiler.mapShadow(path, Buffer.from(content));
  const compiled = compiler.compile({ mainFileContent: job.main, resetRead: true });
  const document = compiled.result;
  if (document) return { pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: job.standard })), pages: document.numOfPages };
  const faults = compiled.takeDiagnostics();
  return { fault: faults ? compiler.fetchDiagnostics(faults).map((/** @type {{ message: string }} */ { message }) => message).join('; ') : 'unknown' };
}

/**
 * Documents are native memory that V8 does not see: without both steps, and a turn of the loop for the finalizers,
 * 300 documents take 1.7 GB instead of 130 MB.
 * @param {Compiler} compiler
 */
async function tidy(compiler) {
  compiler.evictCache(0);
  printed += 1;
  if (printed % 10 !== 0) return;
  collect();
  await turn();
}

/** @type {Promise<{ compiler?: Compiler, missing?: string }>} */
const engine = loadEngine().then((compiler) => ({ compiler }), (error) => ({ missing: String(error?.message ?? error) }));

parentPort?.on('message', async (/** @type {Job} */ job) => {
  const { compiler, missing } = await engine;
  if (!compiler) return void parentPort?.postMessage({ id: job.id, missing });
  /** @type {{ pdf?: Uint8Array, pages?: number, fault?: string }} */
  let answer = {};
  try {
    answer = print(compiler, job);
  } catch (error) {
    answer = { fault: error instanceof Error ? error.message : String(error) };
  } finally {
    await tidy(compiler);
  }
  parentPort?.postMessage({ id: job.id, ...answer }, answer.pdf ? [answer.pdf.buffer] : []);
});
