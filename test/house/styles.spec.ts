import { describe, expect, it, jest } from '@jest/globals';
import { tryHouse, type Plan } from './planted.js';

const clean: Plan = {
  'apps/web/src/styles/tokens.css': ':root {\n  --ink: #101418;\n  --veil: rgb(0 0 0 / 0.4);\n  --paper: white;\n}',
  'apps/web/src/ui/card.module.css': [
    '.card {\n  margin: 1px 2px 3px;\n  margin-inline-start: calc(100% - 1px);\n  inset-inline-end: 0;\n  color: var(--ink);\n  text-align: start;\n  border-start-start-radius: 8px;\n}',
    '.title:not(:lang(ar)) {\n  letter-spacing: 0.02em;\n}',
  ].join('\n'),
};

const rules: readonly (readonly [rule: string, css: string])[] = [
  ['property-disallowed-list', '.a { margin-left: 1px; }'],
  ['property-disallowed-list', '.a { padding-right: 1px; }'],
  ['property-disallowed-list', '.a { border-left-color: currentColor; }'],
  ['property-disallowed-list', '.a { left: 0; }'],
  ['property-disallowed-list', '.a { top: 0; }'],
  ['property-disallowed-list', '.a { border-top-left-radius: 8px; }'],
  ['declaration-property-value-disallowed-list', '.a { text-align: left; }'],
  ['declaration-property-value-disallowed-list', '.a { float: right; }'],
  ['declaration-property-value-disallowed-list', '.a { padding: 1px 2px 3px 4px; }'],
  ['declaration-property-value-disallowed-list', '.a { transition: left 1s; }'],
  ['rule-selector-property-disallowed-list', '.a { letter-spacing: 1px; }'],
  ['rule-selector-property-disallowed-list', '.a:lang(ar) { letter-spacing: 1px; }'],
  ['color-no-hex', '.a { color: #fff; }'],
  ['color-named', '.a { color: red; }'],
  ['function-disallowed-list', '.a { color: rgb(0 0 0); }'],
  ['function-url-scheme-disallowed-list', '.a { background: url("https://example.org/a.png"); }'],
  ['block-no-empty', '.a {}'],
  ['no-duplicate-selectors', '.a { order: 1; }\n.b { order: 1; }\n.a { flex: 1; }'],
  ['declaration-block-no-duplicate-properties', '.a { order: 1; order: 2; }'],
  ['no-invalid-double-slash-comments', '.a {\n  //order: 1;\n  flex: 1;\n}'],
  ['property-no-unknown', '.a { marge: 1px; }'],
  ['is missing a description', '/* stylelint-disable-next-line color-no-hex */\n.a { color: #fff; }'],
  ['Needless disable', '/* stylelint-disable-next-line color-no-hex -- nothing to silence here */\n.a { order: 1; }'],
];

const script = 'scripts/house/styles.mjs';
const sheet = (place: number): string => `apps/web/src/ui/planted-${place}.module.css`;

jest.setTimeout(90_000);

describe('styles', () => {
  it('are green on clean sheets, colours in the tokens file included', async () => {
    const outcome = await tryHouse(clean, script);
    expect(outcome.lines).toEqual(['2 sheets']);
    expect(outcome.code).toBe(0);
  });

  it('turn red on each planted rule, and only there', async () => {
    const outcome = await tryHouse({ ...clean, ...Object.fromEntries(rules.map(([, css], place) => [sheet(place), css])) }, script);
    expect(outcome.code).toBe(1);
    const faults = outcome.lines.filter((line) => line.endsWith('[error]'));
    for (const [place, [rule]] of rules.entries()) {
      const here = faults.filter((line) => line.startsWith(`${sheet(place)}:`));
      expect(here).not.toEqual([]);
      expect(here.filter((line) => !line.includes(rule))).toEqual([]);
    }
    expect(faults.filter((line) => !line.includes('/planted-'))).toEqual([]);
  });
});
