import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fewFiles } from '../few-files/few-files.js';

/** What a worker is opened over. Durations of `pace` in milliseconds. */
export interface WorkerPlan {
  readonly urls: { readonly app: string; readonly worker: string; readonly queue: string; readonly owner?: string };
  /** Instant of the legal clock when the worker starts. */
  readonly at: string;
  /** Relay that carries the letters; without it they stay in the house's mailbox. */
  readonly smtp?: string;
  /** Milliseconds after which a silent relay is given up; the house's own when absent. */
  readonly silence?: number;
  /** Server of the queue; without it, PostgreSQL. */
  readonly redis?: string;
  readonly pace: { readonly lease: number; readonly sweep: number; readonly patience: number; readonly backOff: number };
  readonly concurrency: number;
  /** It is the API too, on a free port of the loopback. */
  readonly listens?: boolean;
  readonly secret: string;
}

const script = fileURLToPath(new URL('./worker.mjs', import.meta.url));

/** One process of the worker half, running the built code. */
export class KillableWorker {
  private heard = '';
  private complaints = '';
  private dead = false;
  readonly gone: Promise<unknown>;

  private readonly child: ChildProcessWithoutNullStreams;

  protected constructor(program = script) {
    // Exactly the environment it needs: nothing of the test runner's. FAILPOINTS, even empty, lets it be armed.
    const env = { PATH: process.env['PATH'] ?? '', FAILPOINTS: '', BUILT: fewFiles() };
    const child = spawn(process.execPath, [program], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child = child;
    child.stdout.on('data', (text: Buffer) => void (this.heard += text.toString()));
    child.stderr.on('data', (text: Buffer) => void (this.complaints += text.toString()));
    child.stdin.on('error', () => undefined);
    this.gone = once(child, 'exit').then(() => void (this.dead = true));
  }

  /** A process that loads its code and then waits for its plan. */
  static load(): KillableWorker {
    return new KillableWorker();
  }

  /** Gives it its plan; it works when this resolves. */
  async work(plan: WorkerPlan): Promise<void> {
    await this.begin(plan);
    await this.working();
  }

  /** It has opened, and works. */
  async working(): Promise<void> {
    await this.says('working');
  }

  /** Gives it its plan, and does not wait. */
  async begin(plan: WorkerPlan): Promise<void> {
    await this.says('loaded');
    this.tell(JSON.stringify(plan));
  }

  /** `mail.before-send=kill@2`. */
  async arm(failpoints: string): Promise<void> {
    await this.obey(failpoints);
  }

  /** Its wall clock jumps so many milliseconds away from the machine's; 0 comes back. */
  moveClock(milliseconds: number): Promise<void> {
    return this.obey(`clock ${milliseconds}`);
  }

  /** Every line it has opened breaks: to the database, to the queue, to the relay. */
  cut(): Promise<void> {
    return this.obey('cut');
  }

  /** Where the API answers. */
  get url(): string {
    return /listens (\S+)/.exec(this.heard)?.[1] ?? '';
  }

  private async obey(order: string): Promise<void> {
    const before = this.armed();
    this.child.stdin.write(`${order}\n`);
    while (!this.dead && this.armed() === before) await Promise.race([once(this.child.stdout, 'data'), this.gone]);
  }

  private readonly armed = (): number => this.heard.split('armed').length;

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

  protected tell(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }

  /** What stands between a word and the end of its line. @throws Error with what it complained about, when it dies before the word. */
  protected async says(word: string): Promise<string> {
    for (;;) {
      const found = this.heard.indexOf(word);
      const end = found === -1 ? -1 : this.heard.indexOf('\n', found);
      if (end !== -1) return this.heard.slice(found + word.length, end);
      if (this.dead) throw new Error(`the worker died before « ${word} »: ${this.complaints}`);
      await Promise.race([once(this.child.stdout, 'data'), this.gone]);
    }
  }
}
