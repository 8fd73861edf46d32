import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const script = join(process.cwd(), 'scripts/complete-lock.mjs');
const { forgotten } = (await import(pathToFileURL(script).href)) as { forgotten(packages: Record<string, object>): Record<string, object> };

describe('the lock', () => {
  it('names every platform’s packages, so that npm ci accepts it', () => {
    expect(spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('gets back what npm forgot, with its version and platform', () => {
    const packages = {
      '': {},
      'node_modules/swc': { dev: true, optionalDependencies: { '@swc/darwin-arm64': '1.2.3', '@swc/linux-x64-gnu': '1.2.3', '@swc/linux-arm-gnueabihf': '1.2.3' } },
      'node_modules/@swc/linux-x64-gnu': { version: '1.2.3' },
    };
    expect(forgotten(packages)).toEqual({
      'node_modules/@swc/darwin-arm64': { version: '1.2.3', cpu: ['arm64'], os: ['darwin'], dev: true, optional: true },
      'node_modules/@swc/linux-arm-gnueabihf': { version: '1.2.3', cpu: ['arm'], libc: ['glibc'], os: ['linux'], dev: true, optional: true },
    });
  });

  it('finds a package beside its parent, as Node does', () => {
    const packages = { '': {}, 'node_modules/a': { optionalDependencies: { b: '1.0.0' } }, 'node_modules/a/node_modules/b': { version: '1.0.0' } };
    expect(forgotten(packages)).toEqual({});
  });

  it('does not choose a version by itself', () => {
    expect(() => forgotten({ 'node_modules/a': { optionalDependencies: { b: '^1.0.0' } } })).toThrow('no exact version');
  });
});
