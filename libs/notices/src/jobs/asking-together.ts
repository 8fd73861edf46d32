import type { ReadTx } from '#platform';

type Rows = readonly object[];
type Parameters = readonly unknown[];

interface Question {
  readonly sql: string;
  readonly parameters: Parameters;
  /** The one parameter that says of whom it is asked: an id, or a list of one id. */
  readonly place: number;
  readonly id: string;
  readonly answer: (rows: Rows) => void;
  readonly fail: (error: unknown) => void;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idIn = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof one === 'string' && uuid.test(one) ? one : null;
};

/** The same question of several ids as one statement: each id's rows follow one another, in the order in which the question asks for them. */
function ofMany({ sql, parameters, place }: Question): string {
  const isList = Array.isArray(parameters[place]);
  const asked = sql.replace(/\$(\d+)/g, (_, number: string) => {
    const index = Number(number) - 1;
    if (index === place) return isList ? 'array[asked.id]' : 'asked.id';
    return `$${index < place ? index + 2 : index + 1}`;
  });
  return `select answered.*, asked."asked$" from unnest($1::uuid[]) with ordinality as asked(id, "asked$")
    cross join lateral (select said.*, row_number() over () as "said$" from (${asked}) said) answered order by asked."asked$", answered."said$"`;
}

const others = ({ parameters, place }: Question): unknown[] => parameters.filter((_, index) => index !== place);

async function askAll(tx: ReadTx, group: readonly Question[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  try {
    if (group.length === 1) return first.answer(await tx.query(first.sql, first.parameters));
    const rows = await tx.query<{ asked$: string; said$: string }>(ofMany(first), [group.map(({ id }) => id), ...others(first)]);
    const answers = group.map((): object[] => []);
    for (const { asked$, said$: _order, ...row } of rows) answers[Number(asked$) - 1]?.push(row);
    group.forEach(({ answer }, index) => answer(answers[index] ?? []));
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}

/**
 * The same transaction, for many who ask at once: what was answered is not asked again (who sits and which rules hold is asked by every debt of a partnership),
 * and the same question asked of several partnerships in one turn of the loop goes to PostgreSQL as one statement. For reads, while nothing they read is being
 * written in it; each question is about one id, in one of its parameters.
 */
export function askingTogether(tx: ReadTx): ReadTx {
  const answers = new Map<string, Promise<Rows>>();
  let waiting = new Map<string, Question[]>();
  let asking = Promise.resolve();
  const askWaiting = async (): Promise<void> => {
    const groups = [...waiting.values()];
    waiting = new Map();
    for (const group of groups) await askAll(tx, group);
  };
  const ask = (sql: string, parameters: Parameters): Promise<Rows> => {
    const place = parameters.findIndex((value) => idIn(value) !== null);
    if (place < 0) return (asking = asking.then()).then(() => tx.query(sql, parameters));
    return new Promise((answer, fail) => {
      const question: Question = { sql, parameters, place, id: idIn(parameters[place]) ?? '', answer, fail };
      const kind = JSON.stringify([sql, place, Array.isArray(parameters[place]), others(question)]);
      if (waiting.size === 0) setImmediate(() => void (asking = asking.then(askWaiting)));
      waiting.set(kind, [...(waiting.get(kind) ?? []), question]);
    });
  };
  return {
    ...tx,
    query: async <Row extends object>(sql: string, parameters: Parameters = []) => {
      const asked = JSON.stringify([sql, parameters]);
      const answer = answers.get(asked) ?? ask(sql, parameters);
      answers.set(asked, answer);
      return [...(await answer)] as Row[];
    },
  };
}

/** All of them, side by side, to the end: none is left asking when another failed. @throws Error the first of their errors */
export async function together<Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const outcomes = await Promise.allSettled(items.map(ask));
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}
