// First: nothing may load React before its build is chosen.
import './boot/production-mode.js';
import { BootProblem } from './boot/databases.js';
import { start } from './boot/start.js';

/** The process: `--role api`, `--role worker`, or both. What cannot start says why in a sentence and ends with code 1. */
try {
  await start(process.env, process.argv.slice(2));
} catch (error) {
  const known = error instanceof BootProblem || (error as { sentence?: unknown }).sentence !== undefined;
  process.stderr.write(`${known ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
