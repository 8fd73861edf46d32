import type { ReadTx } from '#platform';

/**
 * The same transaction, asking nothing twice: who sits and which rules hold is asked by every debt of a partnership. Only while nothing it reads is being
 * written in it; what others commit meanwhile is seen by the next transaction.
 */
export function askingOnce(tx: ReadTx): ReadTx {
  const answers = new Map<string, Promise<object[]>>();
  return {
    ...tx,
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) => {
      const asked = JSON.stringify([sql, parameters]);
      const answer = answers.get(asked) ?? tx.query<Row>(sql, parameters);
      answers.set(asked, answer);
      return [...((await answer) as Row[])];
    },
  };
}
