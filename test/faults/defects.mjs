// Planted in a house by a test: what its guards are there against.
import { setTimeout as pause } from 'node:timers/promises';

const settings = ['person', 'partnerships', 'parties', 'audience', 'preparing', 'keeping', 'rows'].map((name) => `app.${name}`);

/** Rows in one transaction, their facts in the next: unless something breaks between the two, all looks well. */
export function splitsActs(work) {
  const run = work.run.bind(work);
  const splitAfter = async (tx, act) => {
    const answer = await act(tx);
    const [kept] = await tx.query(`select ${settings.map((name) => `current_setting('${name}', true) as "${name}"`).join(', ')}`);
    await tx.query('commit');
    await tx.query('begin');
    const known = settings.filter((name) => kept[name]);
    await tx.query(`select ${known.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`, known.map((name) => kept[name]));
    return answer;
  };
  work.run = (ctx, act) => run(ctx, (tx) => splitAfter(tx, act));
}

/** « Done » is answered to a voter first, and written down a moment later. */
export function answersFirst(work) {
  const run = work.run.bind(work);
  const late = (act, resolve) => async (tx) => {
    const kinds = [];
    const answer = await act({ ...tx, tell: (...facts) => (kinds.push(...facts.map(({ kind }) => kind)), tx.tell(...facts)) });
    if (kinds.includes('VoteCast')) {
      resolve(answer);
      await pause(3_000);
    }
    return answer;
  };
  work.run = (ctx, act) => new Promise((resolve, reject) => void run(ctx, late(act, resolve)).then(resolve, reject));
}

/** A key seen before is not remembered. */
export function forgetsKeys(work) {
  const run = work.run.bind(work);
  work.run = (ctx, act) => run({ ...ctx, idempotencyKey: null }, act);
}
