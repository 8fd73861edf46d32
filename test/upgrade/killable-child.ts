import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fewFiles } from '../few-files/few-files.js';

/** What the child does, and before which of its SQL statements (1 = the first) it dies. */
export interface ChildPlan {
  readonly does: 'backup' | 'restore' | 'migrate';
  readonly owner: string;
  readonly file?: string;
  readonly killAt?: number;
}

/** How a child ended: by its own kill, by its own will, or badly. */
export interface ChildEnd {
  readonly killed: boolean;
  readonly code: number | null;
  /** Statements it sent, when it ended by itself. */
  readonly statements: number;
  readonly complaints: string;
}

const script = fileURLToPath(new URL('./child.mjs', import.meta.url));

/** Runs the built code in a process of its own, to its end. */
export async function runChild(plan: ChildPlan): Promise<ChildEnd> {
  const child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'] ?? '', BUILT: fewFiles(), PLAN: JSON.stringify(plan) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complaints] = ['', ''];
  child.stdout.on('data', (text: Buffer) => void (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => void (complaints += text.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { killed: signal === 'SIGKILL', code, statements: Number(said.trim()), complaints };
}
