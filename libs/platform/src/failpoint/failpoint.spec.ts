import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformFileSync } from '@swc/core';
import { FailpointError, failpoint, planFailpoint, readFailpoints } from './failpoint.js';

const here = dirname(fileURLToPath(import.meta.url));

describe('a failpoint', () => {
  const before = process.env['FAILPOINTS'];
  const planned: (() => void)[] = [];
  beforeEach(() => {
    process.env['FAILPOINTS'] = '';
  });
  afterEach(() => {
    for (const forget of planned.splice(0)) forget();
    if (before === undefined) delete process.env['FAILPOINTS'];
    else process.env['FAILPOINTS'] = before;
  });

  it('does nothing when nothing is planned', () => {
    expect(() => failpoint('mail.before-send')).not.toThrow();
  });

  it('throws at the planned passage only', () => {
    planned.push(planFailpoint('mail.before-send', 'throw', 2));
    expect(() => failpoint('mail.before-send')).not.toThrow();
    expect(() => failpoint('mail.after-send')).not.toThrow();
    expect(() => failpoint('mail.before-send')).toThrow(FailpointError);
    expect(() => failpoint('mail.before-send')).not.toThrow();
  });

  it('calls a hook at each passage of every name for *', () => {
    const passed: string[] = [];
    planned.push(planFailpoint('*', (name, hit) => void passed.push(`${hit} ${name}`)));
    failpoint('a.b');
    failpoint('c.d');
    expect(passed).toEqual(['1 a.b', '2 c.d']);
  });

  it('cannot be armed in a process started without FAILPOINTS', () => {
    delete process.env['FAILPOINTS'];
    expect(() => planFailpoint('a.b', 'throw')).toThrow(/FAILPOINTS/);
  });

  it('refuses a plan it cannot read', () => {
    for (const text of ['a.b', 'a.b=explode', 'a.b=kill@0', 'A B=throw', 'a.b=throw@1,x']) expect(() => readFailpoints(text)).toThrow(/cannot read/);
  });
});

describe('FAILPOINTS in the environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failpoint-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('kills the process at the second passage, with nothing run after it', () => {
    const compiled = join(folder, 'failpoint.mjs');
    writeFileSync(compiled, transformFileSync(join(here, 'failpoint.ts'), { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }).code);
    const trace = join(folder, 'trace');
    const program = `import { failpoint } from ${JSON.stringify(pathToFileURL(compiled).href)}; import { appendFileSync } from 'node:fs';
      for (const n of [1, 2, 3]) { failpoint('step'); appendFileSync(${JSON.stringify(trace)}, String(n)); }`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, FAILPOINTS: 'step=kill@2' } });
    expect(run.signal).toBe('SIGKILL');
    expect(readFileSync(trace, 'utf8')).toBe('1');
    const whole = spawnSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, FAILPOINTS: '' } });
    expect([whole.status, readFileSync(trace, 'utf8')]).toEqual([0, '1123']);
  });
});
