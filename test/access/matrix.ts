import { everybody, letters, standings, strangers, type Who } from './cast.js';
import type { Told } from './client.js';
import type { Row } from './calls.js';
import type { Aim } from './case.js';
import { doorRows } from './cases.js';
import type { Ground } from './ground.js';
import { RememberedDoor } from './remembered-door.js';
import type { Snapshot } from './snapshot.js';

/** What a persona was answered: `seen` or `nothing`, `done`, or the code of the refusal. */
export type Outcome = string;
export interface Observed {
  readonly name: string;
  readonly state: string;
  readonly cells: Readonly<Record<Who, Outcome>>;
}

/** The values at a path. A list that a resolved field answers empty is seen all the same: its owner was. */
function valuesAt(value: unknown, path: readonly string[], deep = false): unknown[] {
  if (deep && path.length === 0 && Array.isArray(value)) return [value];
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path, deep));
  if (value === null || value === undefined) return [];
  const [step, ...rest] = path;
  return step === undefined ? [value] : valuesAt((value as Record<string, unknown>)[step], rest, deep);
}

/** One answer, in one word. */
export function outcomeOf(row: Row, told: Told): Outcome {
  if (told.codes.length > 0) return [...new Set(told.codes)].sort().join('+');
  const values = valuesAt(told.data, row.path, row.path.length > 1);
  if (row.kind === 'query') return values.length > 0 ? 'seen' : 'nothing';
  const [answer] = values as { __typename?: string; code?: string }[];
  return answer?.__typename === 'Refused' ? (answer.code ?? '?') : 'done';
}

const cellOf = (row: Row, who: Who): string => `${row.name} ${row.state} ${who}`;

/** Rows that count or date, and are no act: tries of a code, a session's last sign of life. */
const accounting = new Set(['sign_in_code', 'session']);

/** Does this persona stand outside the partnership that is asked about? */
export const isOutside = (who: Who): boolean => !/^(own|other)-/.test(who);

export class Matrix {
  /** Rows that wrote although they were refused, by name. */
  readonly spilled: string[] = [];
  /** Cells of people outside the partnership whose answer holds an id of it that they did not send. */
  readonly leaked: string[] = [];
  /** People whom the house took for others: who they were was remembered, and no longer so. */
  readonly mistaken: string[] = [];
  readonly door = new RememberedDoor();
  private ids: ReadonlySet<string> = new Set();
  private readonly toldOutside = new Map<string, Told>();
  private proved = 0;

  constructor(
    private readonly ground: Ground,
    private readonly snapshot: Snapshot,
  ) {}

  async observe(row: Row, aim: Aim, who: readonly Who[] = everybody): Promise<Observed> {
    await this.proveInTime();
    if (this.ids.size === 0) this.ids = await this.snapshot.idsOf(this.ground.partnershipId);
    const ask = async (one: Who): Promise<readonly [Who, Outcome]> => {
      const variables = row.variables(aim);
      const told = await this.ground.as(one).ask(row.document, variables);
      if (isOutside(one)) this.toldOutside.set(cellOf(row, one), told);
      if (isOutside(one) && !doorRows.test(`${row.name} `)) this.lookForLeaks(`${row.name} ${row.state} ${one}`, told.text, JSON.stringify(variables) + (this.ground.people.get(one) ?? ''));
      return [one, outcomeOf(row, told)];
    };
    const askAll = (): Promise<(readonly [Who, Outcome])[]> => (row.kind === 'query' ? Promise.all(who.map(ask)) : this.oneByOne(row, who, ask));
    const cells = doorRows.test(`${row.name} `) ? await askAll() : await this.door.during(askAll);
    if (row.kind === 'mutation') await this.nothingSpilled(row);
    return { name: row.name, state: row.state, cells: Object.fromEntries(cells) as Observed['cells'] };
  }

  /** What somebody outside was last told at a row, if it was observed. */
  told(row: Row, who: Who): Told | undefined {
    return this.toldOutside.get(cellOf(row, who));
  }

  /** A proof of identity lasts five minutes; it is made again long before, and everybody comes to the door, while all is as it was kept: what is done later is undone. */
  private async proveInTime(): Promise<void> {
    if (performance.now() - this.proved < 30_000 && this.proved > 0) return;
    await this.readDoorAgain();
    await this.snapshot.proveAgain();
    await this.door.during(() => Promise.all(everybody.map((who) => this.ground.as(who).ask('{ __typename }'))));
    this.proved = performance.now();
  }

  /** Before it is forgotten, who was remembered is compared with whom the house reads now. */
  async readDoorAgain(): Promise<void> {
    this.mistaken.push(...(await this.door.strangers()));
    this.door.forget();
  }

  /**
   * Those who stand outside all try at once, then those inside. A refusal leaves nothing behind, so that all stand when none was done; as soon as
   * one was, what counts is what the door said before any act could (NOT_ALLOWED): whoever got further inside tries again alone, and what was done
   * is undone before the next.
   */
  private async oneByOne(row: Row, who: readonly Who[], ask: (one: Who) => Promise<readonly [Who, Outcome]>): Promise<(readonly [Who, Outcome])[]> {
    const together = doorRows.test(`${row.name} `) ? [] : [who.filter(isOutside), who.filter((one) => !isOutside(one))];
    const cells: (readonly [Who, Outcome])[] = [];
    for (const some of together) {
      const tried = await Promise.all(some.map(ask));
      const isDone = tried.some(([, outcome]) => outcome === 'done');
      cells.push(...tried.filter(([one, outcome]) => !isDone || isOutside(one) || outcome === 'NOT_ALLOWED'));
      if (isDone) await this.snapshot.undo();
    }
    const settled = new Set(cells.map(([one]) => one));
    for (const one of who.filter((each) => !settled.has(each))) {
      const cell = await ask(one);
      cells.push(cell);
      if (cell[1] === 'done') await this.snapshot.undo();
    }
    return cells;
  }

  private lookForLeaks(cell: string, text: string, sent: string): void {
    const found = (text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []).filter((id) => this.ids.has(id) && !sent.includes(id));
    if (found.length > 0) this.leaked.push(`${cell}: ${[...new Set(found)].join(' ')}`);
  }

  private async nothingSpilled(row: Row): Promise<void> {
    const changed = (await this.snapshot.restore()).filter((table) => !accounting.has(table));
    if (changed.length > 0) this.spilled.push(`${row.name} ${row.state}: ${changed.join(', ')}`);
  }
}

/** What a machine out of breath, a question too long or a fault of ours answers: never an answer that may be reviewed as who may what. */
const unsettledCodes = ['TOO_BUSY', 'TOO_COMPLEX', 'UNEXPECTED'];

/**
 * The table to be written, unless a cell says nothing about access.
 * @throws Error naming each such cell: the page stays as it was
 */
export function tableToWrite(observed: readonly Observed[]): string {
  const unsettled = observed.flatMap(({ name, state, cells }) =>
    Object.entries(cells)
      .filter(([, outcome]) => outcome.split('+').some((code) => unsettledCodes.includes(code)))
      .map(([who, outcome]) => `${name} ${state} ${who}: ${outcome}`),
  );
  if (unsettled.length > 0) throw new Error(`not written, ask again when the machine is free:\n${unsettled.join('\n')}`);
  return tableOf(linesOf(observed));
}

/** « seen P E T; nothing S D »: the seats of one standing, by outcome; one word when all have the same. */
function standingText(cells: Observed['cells'], standing: (typeof standings)[number]): string {
  const groups = new Map<Outcome, string[]>();
  for (const letter of letters) {
    const outcome = cells[`${standing}-${letter}`];
    groups.set(outcome, [...(groups.get(outcome) ?? []), letter]);
  }
  if (groups.size === 1) return [...groups.keys()][0] ?? '';
  return [...groups].map(([outcome, held]) => `${outcome} ${held.join('')}`).join('; ');
}

const lineOf = ({ name, state, cells }: Observed): string => `| ${[name, state, ...strangers.map((who) => cells[who]), ...standings.map((standing) => standingText(cells, standing))].join(' | ')} |`;
const heading = ['operation', 'state', ...strangers, ...standings];

/** The table as it is read and reviewed, one line a row. */
export const linesOf = (observed: readonly Observed[]): string[] => observed.map(lineOf).sort();

/** The lines of a committed table. */
export const linesIn = (markdown: string): string[] => markdown.split('\n').filter((line) => /^\| \w+[.:]|^\| (GET|POST) /.test(line)).sort();

const tableOf = (lines: readonly string[]): string => [`| ${heading.join(' | ')} |`, `|${heading.map(() => '---').join('|')}|`, ...lines].join('\n');

const keyOf = (line: string): string => line.split(' | ').slice(0, 2).join(' | ');

/** How what was observed departs from what was reviewed: a row without review, a reviewed row without subject, a cell that changed. */
export function departures(reviewed: readonly string[], observed: readonly string[]): string[] {
  const known = new Map(reviewed.map((line) => [keyOf(line), line]));
  const now = new Map(observed.map((line) => [keyOf(line), line]));
  return [
    ...[...now].filter(([key]) => !known.has(key)).map(([, line]) => `not reviewed: ${line}`),
    ...[...known].filter(([key]) => !now.has(key)).map(([key]) => `no longer there: ${key}`),
    ...[...now].filter(([key, line]) => known.has(key) && known.get(key) !== line).map(([key, line]) => `reviewed: ${known.get(key)}\nobserved: ${line}`),
  ];
}
