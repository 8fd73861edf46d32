import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from './settings.js';

/**
 * The secret of this instance: the one given, or in demo one made at the first start and kept beside the data (readable
 * by its owner only). The file also marks the folder as a demo's: `npm run demo:reset` removes no other.
 */
export async function instanceSecretOf(settings: Settings): Promise<string> {
  if (!settings.demo) return settings.instanceSecret ?? missing();
  const file = join(settings.dataDir, 'demo.secret');
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return settings.instanceSecret ?? (await readFile(file, 'utf8')).trim();
}

function missing(): never {
  throw new Error('INSTANCE_SECRET is required outside the demo: readSettings() refuses a start without it.');
}
