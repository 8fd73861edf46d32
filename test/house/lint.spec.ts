import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PlantedHouse, type Outcome, type Plan } from './planted.js';

const bulk = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n');

/** Keeps every rule, and stands close to each limit. */
const clean: Plan = {
  'libs/kernel/src/index.ts': '/** A bounded text. */\nexport class Title {\n  constructor(readonly a: string, readonly b: string, readonly c: string, readonly d: string) {}\n\n  at(instant: Date): Date {\n    return new Date(instant);\n  }\n}\nexport const one = (a: number): number => a;',
  'libs/platform/src/clock/machine.ts': 'export const now = (): Date => new Date();\nexport const chance = (): number => Math.random() + Date.now();',
  'apps/api/src/boot/start.ts': 'export const startedAt = Date.now();',
  'libs/parties/src/domain/seat.ts': `export function seat(): number {\n${bulk(37, '  // a line')}\n  return 3;\n}`.replace(/^/, '/** How many seats a party has. */\n'),
  'libs/phrases/src/fr/long.ts': `export const long = {};\n${bulk(400, '// a sentence')}`,
  'libs/parties/src/domain/seat.spec.ts': `export const chapter = (): void => {\n${bulk(60, '  // a case')}\n};`,
  'libs/parties/src/domain/reasoned.ts': '// eslint-disable-next-line eqeqeq -- null and undefined are one answer of this port\nexport const absent = (value: unknown): boolean => value == 0;',
  'apps/web/src/ui/button.tsx': "const say = (key: string): string => key;\nexport const Button = () => <button className=\"wide\" title={say('ui.title')} type=\"submit\">{say('ui.send')} ✓ 3</button>;",
};

/** Rule, file, text; the rule is the only one the file breaks. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['max-lines', 'libs/parties/src/long.ts', bulk(301, '// a line')],
  ['max-lines-per-function', 'libs/parties/src/tall.ts', `export function tall(): number {\n${bulk(39, '  // a line')}\n  return 1;\n}`],
  ['max-lines-per-function', 'apps/web/src/ui/tall.tsx', `export function Tall() {\n${bulk(79, '  // a line')}\n  return null;\n}`],
  ['no-restricted-syntax', 'libs/parties/src/wide-function.ts', 'export function wide(a: 1, b: 2, c: 3, d: 4): unknown {\n  return [a, b, c, d];\n}'],
  ['no-restricted-syntax', 'libs/parties/src/wide-arrow.ts', 'export const wide = (a: 1, b: 2, c: 3, d: 4): unknown => [a, b, c, d];'],
  ['no-restricted-syntax', 'libs/parties/src/wide-method.ts', 'export class Wide {\n  wide(a: 1, b: 2, c: 3, d: 4): unknown {\n    return [a, b, c, d];\n  }\n}'],
  ['no-restricted-syntax', 'libs/parties/src/wide-port.ts', 'export interface Wide {\n  wide(a: 1, b: 2, c: 3, d: 4): unknown;\n}'],
  ['no-restricted-syntax', 'scripts/wide.mjs', 'export const wide = (a, b, c, d) => [a, b, c, d];'],
  ['@typescript-eslint/no-explicit-any', 'libs/parties/src/any.ts', 'export const any = (value: any): void => void value;'],
  ['@typescript-eslint/ban-ts-comment', 'libs/parties/src/ignored.ts', '// @ts-ignore because it is like this\nexport const ignored: string = 1;'],
  ['@typescript-eslint/ban-ts-comment', 'libs/parties/src/expected.ts', '// @ts-expect-error\nexport const expected: string = 1;'],
  ['house/reasoned-suppression', 'libs/parties/src/silenced.ts', '// eslint-disable-next-line eqeqeq\nexport const silenced = (value: unknown): boolean => value == 0;'],
  ['house/reasoned-suppression', 'libs/parties/src/silent.ts', '/* eslint-disable eqeqeq -- all of it, for a long reason */\nexport const silent = (value: unknown): boolean => value == 0;'],
  ['unreadable', 'libs/parties/src/needless.ts', '// eslint-disable-next-line eqeqeq -- nothing is wrong on the next line\nexport const needless = 1;'],
  ['no-restricted-syntax', 'libs/parties/src/domain/date-now.ts', 'export const now = Date.now();'],
  ['no-restricted-syntax', 'libs/parties/src/date-reference.ts', 'export const now = Date.now;'],
  ['no-restricted-syntax', 'libs/parties/src/date-index.ts', "export const now = Date['now']();"],
  ['no-restricted-syntax', 'libs/parties/src/date-taken.ts', 'const { now } = Date;\nexport const instant = now;'],
  ['no-restricted-syntax', 'libs/platform/src/work/new-date.ts', 'export const now = new Date();'],
  ['no-restricted-syntax', 'apps/api/src/random.ts', 'export const chance = Math.random();'],
  ['no-restricted-syntax', 'libs/parties/src/seat.db.spec.ts', 'export const now = new Date();'],
  ['no-restricted-syntax', 'libs/parties/src/store/zone.ts', `export const sql = "select now() at ${'time'} zone 'Europe/Paris'";`],
  ['no-restricted-syntax', 'libs/parties/src/store/relation.entity.ts', "import { OneToMany } from 'typeorm';\nexport class Row {\n  @OneToMany(() => Row, 'id')\n  rows: Row[];\n}"],
  ['no-restricted-syntax', 'libs/parties/src/views/field.ts', "import { Field } from '@nestjs/graphql';\nexport class View {\n  @Field()\n  name: string;\n}"],
  ['no-restricted-syntax', 'libs/parties/src/actions/untyped.ts', "import { Query } from '@nestjs/graphql';\nexport class Look {\n  @Query()\n  look(): number {\n    return 1;\n  }\n}"],
  ['no-restricted-syntax', 'libs/parties/src/mocked.spec.ts', "import { jest } from '@jest/globals';\njest.mock('#platform');"],
  ['no-restricted-syntax', 'libs/parties/src/asleep.spec.ts', "import { it } from '@jest/globals';\nit.skip('sleeps', () => undefined);"],
  ['no-restricted-syntax', 'libs/parties/src/alone.spec.ts', "import { it } from '@jest/globals';\nit.only('alone', () => undefined);"],
  ['@typescript-eslint/no-floating-promises', 'libs/parties/src/floating.ts', 'const send = async (): Promise<void> => undefined;\nexport const floating = (): void => {\n  send();\n};'],
  ['@typescript-eslint/no-floating-promises', 'libs/parties/src/floating.spec.ts', "import { expect, it } from '@jest/globals';\nit('never fails', () => {\n  expect(Promise.resolve(1)).resolves.toBe(2);\n});"],
  ['@typescript-eslint/no-misused-promises', 'libs/parties/src/misused.ts', 'const allowed = async (): Promise<boolean> => false;\nexport const misused = (): number => (allowed() ? 1 : 2);'],
  ['@typescript-eslint/no-unused-vars', 'libs/parties/src/unused.ts', 'const unused = 1;\nexport {};'],
  ['house/docstring', 'libs/parties/src/domain/silent-rule.ts', 'export function rule(): number {\n  const one = 1;\n  return one;\n}'],
  ['house/docstring', 'libs/parties/src/parties.face.ts', '// said in passing, in no docstring\nexport class Face {\n  a = 1;\n  b = 2;\n}'],
  ['no-restricted-syntax', 'apps/web/src/ui/spoken.tsx', 'export const Spoken = () => <p>Bonjour</p>;'],
  ['no-restricted-syntax', 'apps/web/src/ui/arabic.tsx', 'export const Arabic = () => <p>محضر</p>;'],
  ['no-restricted-syntax', 'apps/web/src/ui/quoted.tsx', "export const Quoted = () => <p>{'Bonjour'}</p>;"],
  ['no-restricted-syntax', 'apps/web/src/ui/chosen.tsx', "export const Chosen = ({ late }: { late: boolean }) => <p>{late ? 'en retard' : 'à temps'}</p>;"],
  ['no-restricted-syntax', 'apps/web/src/ui/labelled.tsx', 'export const Labelled = () => <button aria-label="Fermer" />;'],
  ['no-restricted-syntax', 'apps/web/src/ui/styled.tsx', 'export const Styled = () => <p style={{ margin: 0 }} />;'],
  ['no-restricted-syntax', 'apps/web/src/ui/raw.tsx', "export const Raw = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;"],
];

/** `rule: file` of each fault, once, in order. */
const faults = ({ lines }: Outcome): string[] =>
  [...new Set(lines.flatMap((line) => (/^(\S+?):\d+:\d+ (\S+): /.exec(line) ?? []).slice(1, 3).reverse().join(': ') || []))].sort();

jest.setTimeout(90_000);

describe('lint', () => {
  let green: Outcome;
  let red: Outcome;
  const houses = [new PlantedHouse(clean), new PlantedHouse({ ...clean, ...Object.fromEntries(planted.map(([, path, text]) => [path, text])) })];

  beforeAll(async () => {
    [green, red] = (await Promise.all(houses.map((house) => house.run('scripts/house/lint.mjs')))) as [Outcome, Outcome];
  });
  afterAll(() => houses.forEach((house) => house.pull()));

  it('is green on a clean house', () => {
    expect(green.lines).toEqual(['8 files, 0 faults']);
    expect(green.code).toBe(0);
  });

  it.each(planted)('%s is seen in %s', (rule, path) => {
    expect(faults(red).filter((fault) => fault.endsWith(`: ${path}`))).toEqual([`${rule}: ${path}`]);
  });

  it('sees nothing else', () => {
    expect(red.code).toBe(1);
    expect(faults(red)).toEqual(planted.map(([rule, path]) => `${rule}: ${path}`).sort());
  });
});
