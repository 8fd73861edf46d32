import type { QueryRunner } from 'typeorm';

/**
 * One statement at a time on a connection: whoever asks while another's is under way waits for its answer, the end of the transaction too.
 * A page's fields ask side by side; the driver queues them today, and will refuse to from its next major version.
 */
export function inTurn(runner: QueryRunner): QueryRunner {
  const ask = runner.query.bind(runner);
  let last: Promise<unknown> = Promise.resolve();
  runner.query = ((sql: string, parameters?: unknown[], structured?: boolean) => {
    const answer = last.then(() => ask(sql, parameters, structured as true));
    last = answer.catch(() => undefined);
    return answer;
  }) as typeof runner.query;
  return runner;
}
