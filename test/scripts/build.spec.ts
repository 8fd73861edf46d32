import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const PATIENCE_MS = 60_000;
let house: string;

/** A house of three files, built by the real scripts. */
beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'passerelle-build-spec-'));
  for (const path of ['scripts/build.mjs', 'scripts/sources.mjs', '.swcrc', 'package.json']) await cp(path, join(house, path));
  await symlink(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
  await write('package-lock.json', '{}');
  await write('libs/kernel/src/word.ts', `export const word: string = 'one';\n`);
  await write('libs/kernel/src/word.spec.ts', `throw new Error('a test is not shipped');\n`);
  await write('libs/kernel/src/page.typ', '= Page');
  await write('apps/api/src/main.ts', `import { word } from '../../../libs/kernel/src/word.js';\nprocess.stdout.write(word);\n`);
});
afterEach(() => rm(house, { recursive: true, force: true }));

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), content);
}

function build(): { code: number | null; said: string } {
  const ended = spawnSync(process.execPath, ['scripts/build.mjs', '--server'], { cwd: house, encoding: 'utf8' });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

const served = () => spawnSync(process.execPath, ['dist/apps/api/src/main.js'], { cwd: house, encoding: 'utf8' }).stdout;
const built = async () => (await readdir(join(house, 'dist'), { recursive: true })).filter((name) => /\.(js|typ)$/.test(name)).sort();

describe('the build', () => {
  it('ships code and assets in the tree’s own shape, and no test', async () => {
    expect(build()).toMatchObject({ code: 0 });
    expect(await built()).toEqual(['apps/api/src/main.js', 'libs/kernel/src/page.typ', 'libs/kernel/src/word.js']);
    expect(served()).toBe('one');
  }, PATIENCE_MS);

  it('does again only what changed', async () => {
    build();
    const untouched = await stat(join(house, 'dist/apps/api/src/main.js'));
    expect(build().said).toContain('Serveur : 0 fichier(s)');
    await write('libs/kernel/src/word.ts', `export const word: string = 'two';\n`);
    expect(build().said).toContain('Serveur : 1 fichier(s)');
    expect(served()).toBe('two');
    expect((await stat(join(house, 'dist/apps/api/src/main.js'))).mtimeMs).toBe(untouched.mtimeMs);
  }, PATIENCE_MS);

  it('does everything again when the lock changed', async () => {
    build();
    await write('package-lock.json', '{ }');
    expect(build().said).toContain('Serveur : 3 fichier(s)');
  }, PATIENCE_MS);

  it('forgets a file that is gone', async () => {
    build();
    await rm(join(house, 'libs/kernel/src/page.typ'));
    build();
    expect(await built()).toEqual(['apps/api/src/main.js', 'libs/kernel/src/word.js']);
  }, PATIENCE_MS);

  it('names every file that does not compile, fails, and keeps no older copy of it', async () => {
    build();
    await write('libs/kernel/src/word.ts', 'export const = ;');
    await write('libs/kernel/src/other.ts', 'export const = ;');
    const failed = build();
    expect(failed.code).toBe(1);
    expect(failed.said).toMatch(/2 fichier\(s\)[^]*libs\/kernel\/src\/other\.ts[^]*libs\/kernel\/src\/word\.ts/);
    expect(await built()).not.toContain('libs/kernel/src/word.js');
    expect(build().code).toBe(1);
    expect(await readFile(join(house, 'dist/apps/api/src/main.js'), 'utf8')).toContain('word');
  }, PATIENCE_MS);
});
