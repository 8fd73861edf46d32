import type { ReadTx } from '#platform';

type Rows = readonly object[];
type Parameters = readonly unknown[];

/** How a parameter is put for many at once: an id, a list of one, a list of several, each in a column; or the same for all of them. */
type Shape = 'ID' | 'LIST_OF_ONE' | 'LIST' | 'SAME';

interface Question {
  readonly sql: string;
  readonly parameters: Parameters;
  readonly shapes: readonly Shape[];
  readonly answer: (rows: Rows) => void;
  readonly fail: (error: unknown) => void;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

function shapeOf(value: unknown): Shape {
  if (isId(value)) return 'ID';
  if (!Array.isArray(value) || value.length === 0 || !value.every(isId)) return 'SAME';
  return value.length === 1 ? 'LIST_OF_ONE' : 'LIST';
}

/** The parameters of one shape or another, with their places. */
const placesOf = ({ shapes }: Question, isMeant: (shape: Shape) => boolean): number[] => shapes.flatMap((shape, place) => (isMeant(shape) ? [place] : []));
const isOwn = (shape: Shape): boolean => shape !== 'SAME';
const sameIn = (question: Question): unknown[] => placesOf(question, (shape) => !isOwn(shape)).map((place) => question.parameters[place]);

/** What stands in the question for the parameter in that column. */
const inColumn: Readonly<Record<Exclude<Shape, 'SAME'>, (column: string) => string>> = {
  ID: (column) => column,
  // Of a list whose length PostgreSQL does not know it expects ten, and leaves an index for one.
  LIST_OF_ONE: (column) => `array[${column}]`,
  LIST: (column) => `${column}::uuid[]`,
};

/** The same question of several as one statement: the rows of each follow one another, in the order in which the question asks for them. */
function ofMany(question: Question): string {
  const { sql, shapes } = question;
  const own = placesOf(question, isOwn);
  const same = placesOf(question, (shape) => !isOwn(shape));
  const columns = own.map((place) => `"${place}$"`).join(', ');
  const asked = sql
    // What is asked of somebody is never asked of all; said so, an index is used.
    .replace(/\$(\d+)(?:::uuid(?:\[\])?)? is null/g, (written, number: string) => (shapes[Number(number) - 1] === 'SAME' ? written : 'false'))
    .replace(/\$(\d+)/g, (_, number: string) => {
      const place = Number(number) - 1;
      const shape = shapes[place] ?? 'SAME';
      return shape === 'SAME' ? `$${own.length + same.indexOf(place) + 1}` : inColumn[shape](`asked."${place}$"`);
    });
  const lists = own.map((place, index) => `$${index + 1}::${shapes[place] === 'LIST' ? 'text' : 'uuid'}[]`).join(', ');
  return `select answered.*, asked."asked$" from unnest(${lists}) with ordinality as asked(${columns}, "asked$")
    cross join lateral (select said.*, row_number() over () as "said$" from (${asked}) said) answered order by asked."asked$", answered."said$"`;
}

/** A column of ids, or of lists of ids as PostgreSQL writes them. */
const columnOf = (group: readonly Question[], place: number): string[] =>
  group.map(({ parameters, shapes }) => (shapes[place] === 'LIST' ? `{${String(parameters[place])}}` : String(parameters[place])));

async function askAll(tx: ReadTx, group: readonly Question[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  try {
    if (group.length === 1) return first.answer(await tx.query(first.sql, first.parameters));
    const columns = placesOf(first, isOwn).map((place) => columnOf(group, place));
    const rows = await tx.query<{ asked$: string; said$: string }>(ofMany(first), [...columns, ...sameIn(first)]);
    const answers = group.map((): object[] => []);
    for (const { asked$, said$: _order, ...row } of rows) answers[Number(asked$) - 1]?.push(row);
    group.forEach(({ answer }, index) => answer(answers[index] ?? []));
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}

/** What is kept under a statement and some words beside it: statements are long, and few. */
class Kept<Value> {
  private readonly bySql = new Map<string, Map<string, Value>>();

  /** The value there, else the one made now. */
  at(sql: string, words: string, make: () => Value): Value {
    const known = this.bySql.get(sql) ?? new Map<string, Value>();
    this.bySql.set(sql, known);
    const value = known.get(words) ?? make();
    known.set(words, value);
    return value;
  }

  all(): Value[] {
    return [...this.bySql.values()].flatMap((known) => [...known.values()]);
  }
}

/**
 * The same transaction, for many who ask at once: what was answered is not asked again (who sits and which rules hold is asked by every debt of a partnership),
 * and the same question asked of several partnerships in one turn of the loop goes to PostgreSQL as one statement. For reads, while nothing they read is being
 * written in it. Each is asked about ids of its own, or lists of them; all its other parameters are the same for all.
 */
export function askingTogether(tx: ReadTx): ReadTx {
  const answers = new Kept<Promise<Rows>>();
  let waiting = new Kept<Question[]>();
  let asking = Promise.resolve();
  let isRung = false;
  const askWaiting = async (): Promise<void> => {
    const groups = waiting.all();
    [waiting, isRung] = [new Kept(), false];
    for (const group of groups) await askAll(tx, group);
  };
  const ask = (sql: string, parameters: Parameters): Promise<Rows> => {
    const shapes = parameters.map(shapeOf);
    if (!shapes.some(isOwn)) return (asking = asking.then()).then(() => tx.query(sql, parameters));
    return new Promise((answer, fail) => {
      const question: Question = { sql, parameters, shapes, answer, fail };
      if (!isRung) setImmediate(() => void (asking = asking.then(askWaiting)));
      isRung = true;
      waiting.at(sql, JSON.stringify([shapes, sameIn(question)]), () => []).push(question);
    });
  };
  return {
    ...tx,
    query: async <Row extends object>(sql: string, parameters: Parameters = []) => [...(await answers.at(sql, JSON.stringify(parameters), () => ask(sql, parameters)))] as Row[],
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
