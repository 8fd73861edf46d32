/** What happens at a failpoint: an error thrown there, the process killed there (SIGKILL), or a hook of the test. */
type Fault = 'throw' | 'kill' | ((name: string, hit: number) => void);

interface Plan {
  readonly name: string;
  readonly fault: Fault;
  /** 1 = the first passage; `null` = each passage. */
  readonly atHit: number | null;
  hits: number;
}

const plans = new Set<Plan>();

/** Thrown by a failpoint planned as `throw`: never caught by name in the product. */
export class FailpointError extends Error {
  constructor(readonly failpoint: string) {
    super(`failpoint ${failpoint}`);
    this.name = 'FailpointError';
  }
}

function dieHere(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is delivered before the next statement runs on Linux; elsewhere nothing may follow either.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new FailpointError('unreachable after SIGKILL');
}

function pass(plan: Plan, name: string): void {
  plan.hits += 1;
  if (plan.atHit !== null && plan.hits !== plan.atHit) return;
  if (plan.fault === 'kill') dieHere();
  if (plan.fault === 'throw') throw new FailpointError(name);
  plan.fault(name, plan.hits);
}

/**
 * A named place where a test may break the program: one at each boundary of I/O (trust.md, design rule 7).
 * Does nothing, at the cost of one comparison, unless the environment variable FAILPOINTS exists.
 */
export function failpoint(name: string): void {
  if (plans.size === 0) return;
  for (const plan of plans) if (plan.name === name || plan.name === '*') pass(plan, name);
}

/**
 * Plans a fault in this very process, at the `atHit`-th passage (1 = first) or, without it, at each. The name `*` counts every failpoint.
 * @returns what takes the plan away again.
 * @throws Error when the process was not started with FAILPOINTS: a running service cannot be armed.
 */
export function planFailpoint(name: string, fault: Fault, atHit: number | null = null): () => void {
  if (process.env['FAILPOINTS'] === undefined) throw new Error('failpoints are armed only in a process that has FAILPOINTS in its environment');
  const plan: Plan = { name, fault, atHit, hits: 0 };
  plans.add(plan);
  return () => void plans.delete(plan);
}

/**
 * Reads `mail.before-send=kill@3,work.after-commit=throw`: the third passage kills, each passage throws.
 * @throws Error on anything else, so that a fault test with a typing error does not pass for want of faults.
 */
export function readFailpoints(text: string): void {
  const entries = text.split(',').filter((part) => part !== '');
  const read = entries.map((entry) => {
    const found = /^([a-z][a-z0-9.-]*|\*)=(throw|kill)(?:@([1-9][0-9]{0,8}))?$/.exec(entry);
    if (!found) throw new Error(`FAILPOINTS: cannot read « ${entry} »`);
    return { name: found[1]!, fault: found[2] as 'throw' | 'kill', atHit: found[3] === undefined ? null : Number(found[3]) };
  });
  for (const { name, fault, atHit } of read) planFailpoint(name, fault, atHit);
}

readFailpoints(process.env['FAILPOINTS'] ?? '');
