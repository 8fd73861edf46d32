import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The repository whose real configuration is put to the test. */
export const repository = process.cwd();

/** Relative path to text: a house in small. */
export type Plan = Readonly<Record<string, string>>;

export interface Outcome {
  readonly code: number;
  readonly lines: readonly string[];
}

/** A throw-away tree with our own package.json, tsconfig.json and packages; `pull` takes it down. */
export class PlantedHouse {
  readonly root = mkdtempSync(join(tmpdir(), 'passerelle-house-'));

  constructor(plan: Plan) {
    for (const name of ['package.json', 'tsconfig.json', 'apps/web/tsconfig.json']) cpSync(join(repository, name), join(this.root, name));
    symlinkSync(join(repository, 'node_modules'), join(this.root, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(plan)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), `${text}\n`);
    }
  }

  /** Runs one of the repository's scripts over this tree. */
  run(script: string, ...args: string[]): Promise<Outcome> {
    return new Promise((settle) => {
      const options = { cwd: this.root, maxBuffer: 16 * 1024 * 1024 };
      execFile(process.execPath, [join(repository, script), this.root, ...args], options, (error, stdout, stderr) => {
        const code = error ? Number(error.code ?? 1) : 0;
        settle({ code, lines: `${stdout}\n${stderr}`.split('\n').filter((line) => line !== '') });
      });
    });
  }

  pull(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Builds the house of `plan`, runs `script` over it, takes it down. */
export async function tryHouse(plan: Plan, script: string, ...args: string[]): Promise<Outcome> {
  const house = new PlantedHouse(plan);
  try {
    return await house.run(script, ...args);
  } finally {
    house.pull();
  }
}
