import { appendFileSync } from 'node:fs';

/**
 * Says that a test could not ask an outside oracle (Redis, LibreOffice, WebKit, root…) on this machine. The runner names
 * it on the line before the last, so that nothing is skipped in silence.
 */
export function missingOracle(name: string): void {
  const file = process.env['PASSERELLE_ORACLES_FILE'];
  if (file) appendFileSync(file, `${name}\n`);
  else console.warn(`Did not run, no oracle here: ${name}`);
}
