import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PlantedHouse, tryHouse, type Outcome, type Plan } from './planted.js';

const script = 'scripts/house/phrases.mjs';
const catalogue = (refusal: string, meeting: string): string => `export const refusal = {\n${refusal}\n};\nexport const meeting = {\n${meeting}\n};`;
const arabicDays = '{days, plural, =0 {اليوم} zero {لا أيام} one {يوم} two {يومان} few {# أيام} many {# يوماً} other {# يوم}}';
const asking = [
  "import { refused } from '#kernel';",
  "import { say } from '#phrases';",
  "export const no = (late: boolean) => refused(late ? 'TOO_LATE' : 'NOT_FOUND', {});",
  "export const words = (language: string, state: string) => [say(language, 'meeting.left', { days: 3 }), say(language, `meeting.state.${state}`)];",
].join('\n');

const clean: Plan = {
  'libs/phrases/src/fr/index.ts': catalogue("NOT_FOUND: 'Introuvable.', TOO_LATE: 'Trop tard : {date}.',", "left: '{days, plural, =0 {aujourd’hui} one {# jour} other {# jours}}', state: { open: 'Ouverte', closed: 'Close' },"),
  'libs/phrases/src/ar/index.ts': catalogue("NOT_FOUND: 'غير موجود.', TOO_LATE: 'فات الأوان: {date}.',", `left: '${arabicDays}', state: { open: 'مفتوحة', closed: 'مغلقة' },`),
  'libs/deliberation/src/domain/rules.ts': asking,
};

const swapped = (path: string, from: string, to: string): Plan => ({ ...clean, [path]: clean[path]!.replace(from, to) });
const french = 'libs/phrases/src/fr/index.ts';
const arabic = 'libs/phrases/src/ar/index.ts';

/** What is planted, the house with it, the one line that names it. */
const planted: readonly (readonly [what: string, plan: Plan, line: string])[] = [
  ['a missing Arabic sentence', swapped(arabic, "NOT_FOUND: 'غير موجود.',", ''), 'ar: refusal.NOT_FOUND is missing'],
  ['an Arabic sentence without a French one', swapped(arabic, 'NOT_FOUND:', "GONE: 'ذهب', NOT_FOUND:"), 'ar: refusal.GONE is not in French'],
  ['broken ICU', swapped(arabic, '{date}', '{date'), 'ar: refusal.TOO_LATE is not ICU MessageFormat: MALFORMED_ARGUMENT'],
  ['a value the French sentence does not give', swapped(arabic, '{date}', '{day}'), 'ar: refusal.TOO_LATE takes {day}, French takes {date}'],
  ['an Arabic plural without its dual', swapped(arabic, 'two {يومان} ', ''), 'ar: meeting.left plural of {days} lacks two'],
  ['a French plural without one', swapped(french, 'one {# jour} ', ''), 'fr: meeting.left plural of {days} lacks one'],
  ['a blank sentence', swapped(french, "'Introuvable.'", "' '"), 'fr: refusal.NOT_FOUND is blank'],
  ['a refusal without a sentence', swapped('libs/deliberation/src/domain/rules.ts', "'TOO_LATE'", "'TOO_EARLY'"), 'libs/deliberation/src/domain/rules.ts:3 asks for refusal.TOO_EARLY: no such sentence'],
  ['an unknown key', swapped('libs/deliberation/src/domain/rules.ts', "'meeting.left'", "'meeting.right'"), 'libs/deliberation/src/domain/rules.ts:4 asks for meeting.right: no such sentence'],
  ['an unknown family of keys', swapped('libs/deliberation/src/domain/rules.ts', 'meeting.state.', 'meeting.mood.'), 'libs/deliberation/src/domain/rules.ts:4 asks for meeting.mood.*: no such sentence'],
];

const { [arabic]: _silent, ...frenchOnly } = clean;
const cases = [...planted, ['a complete language that is not there', frenchOnly, 'ar: no catalogue'] as const];

/** The faults of each house, in order: every house ends with its count. */
const perHouse = ({ lines }: Outcome): string[][] => {
  const houses: string[][] = [[]];
  for (const line of lines) {
    if (/ sentences, \d+ asked for, \d+ faults$/.test(line)) houses.push([]);
    else houses.at(-1)!.push(line);
  }
  return houses.slice(0, -1);
};

jest.setTimeout(60_000);

describe('phrases parity', () => {
  const houses = cases.map(([, plan]) => new PlantedHouse(plan));
  let seen: readonly string[][];

  beforeAll(async () => {
    seen = perHouse(await houses[0]!.run(script, ...houses.slice(1).map(({ root }) => root)));
  });
  afterAll(() => houses.forEach((house) => house.pull()));

  it('is green when both languages say the same things', async () => {
    const outcome = await tryHouse(clean, script);
    expect(outcome.lines).toEqual([expect.stringMatching(/^ar 5, fr 5 sentences, 4 asked for, 0 faults$/)]);
    expect(outcome.code).toBe(0);
  });

  it.each(cases.map(([what, , line], place) => [what, line, place] as const))('turns red on %s', (_what, line, place) => {
    expect(seen[place]).toEqual([line]);
  });

  it('fails on a fault', async () => {
    const outcome = await tryHouse(frenchOnly, script);
    expect(outcome.code).toBe(1);
  });
});
