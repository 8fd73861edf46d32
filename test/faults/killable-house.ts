import { fileURLToPath } from 'node:url';
import { KillableWorker, type WorkerPlan } from '../kills/killable-worker.js';
import type { How, Watched } from './house.js';

/** `defect`: a name of `defects.mjs`, planted in its unit of work. */
export type HousePlan = Pick<WorkerPlan, 'urls' | 'at' | 'smtp' | 'pace' | 'secret'> & { readonly defect?: 'splitsActs' | 'answersFirst' | 'forgetsKeys' };

const program = fileURLToPath(new URL('./house-process.mjs', import.meta.url));

/** A house with its door open, in a process of its own: it answers, its desk works when told, and it dies at the point aimed at. */
export class KillableHouse extends KillableWorker {
  /** Where it answers. */
  door = '';
  private asked = 0;

  static override load(): KillableHouse {
    return new KillableHouse(program);
  }

  /** Gives it its plan; it listens when this resolves. */
  async open(plan: HousePlan): Promise<void> {
    await this.says('loaded');
    this.tell(JSON.stringify(plan));
    this.door = await this.says('listening at ');
  }

  /** SIGKILL at the n-th point from now of those whose name begins so; without a point, they are counted. */
  aim(of: readonly string[], at: readonly (readonly [number, How])[]): Promise<unknown> {
    return this.ask({ watch: { of, at } });
  }

  /** What passed since it was aimed. */
  async counted(): Promise<Pick<Watched, 'seen' | 'struck'>> {
    return (await this.ask({ count: true })) as Watched;
  }

  /** One round of the desk; false when it died in it. */
  tick(): Promise<boolean> {
    return this.ask({ tick: true }).then(() => true, () => false);
  }

  private async ask(command: object): Promise<unknown> {
    const mark = `reply ${(this.asked += 1)} `;
    this.tell(JSON.stringify({ ...command, mark }));
    return JSON.parse(await this.says(mark)) as unknown;
  }
}
