import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fewFiles } from '../few-files/few-files.js';

/** What a worker is opened over. Durations of `pace` in milliseconds. */
export interface WorkerPlan {
  readonly urls: { readonly app: string; readonly worker: string; readonly queue: string };
  /** Instant of the legal clock when the worker starts. */
  readonly at: string;
  /** Relay that carries the letters; without it they stay in the house's mailbox. */
  readonly smtp?: string;
  /** Server of the queue; without it, PostgreSQL. */
  readonly redis?: string;
  readonly pace: { readonly lease: number; readonly sweep: number; readonly patience: number; readonly backOff: number };
  readonly concurrency: number;
  readonly secret: string;
}

const script = fileURLToPath(new URL('./worker.mjs', import.meta.url));

/** One process of the worker half, running the built code. */
export class KillableWorker {
  private heard = '';
  private complaints = '';
  private dead = false;
  readonly gone: Promise<unknown>;

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    child.stdout.on('data', (text: Buffer) => void (this.heard += text.toString()));
    child.stderr.on('data', (text: Buffer) => void (this.complaints += text.toString()));
    child.stdin.on('error', () => undefined);
    this.gone = once(child, 'exit').then(() => void (this.dead = true));
  }

  /** A process that loads its code and then waits for its plan. */
  static load(): KillableWorker {
    // Exactly the environment it needs: nothing of the test runner's. FAILPOINTS, even empty, lets it be armed.
    const env = { PATH: process.env['PATH'] ?? '', FAILPOINTS: '', BUILT: fewFiles() };
    return new KillableWorker(spawn(process.execPath, [script], { env, stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  /** Gives it its plan; it works when this resolves. */
  async work(plan: WorkerPlan): Promise<void> {
    await this.begin(plan);
    await this.says('working');
  }

  /** Gives it its plan, and does not wait. */
  async begin(plan: WorkerPlan): Promise<void> {
    await this.says('loaded');
    this.child.stdin.write(`${JSON.stringify(plan)}\n`);
  }

  /** `mail.before-send=kill@2`. */
  async arm(failpoints: string): Promise<void> {
    this.child.stdin.write(`${failpoints}\n`);
    await this.says('armed');
  }

  /** kill -9, and wait until it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }

  /** Ends in order. */
  async end(): Promise<void> {
    this.child.stdin.end();
    await this.gone;
  }

  /** @throws Error with what it complained about, when it dies before the word. */
  private async says(word: string): Promise<void> {
    while (!this.heard.includes(word)) {
      await Promise.race([once(this.child.stdout, 'data'), this.gone]);
      if (this.dead && !this.heard.includes(word)) throw new Error(`the worker died before « ${word} »: ${this.complaints}`);
    }
  }
}
