// The house rules that one file can break. Planted violations: test/house/lint.spec.ts.
import ts from 'typescript-eslint';
import { docstring } from './scripts/house/lint/docstring.mjs';
import { legalTime, markup, parameters, realTests, rows, sentences, timeAndChance } from './scripts/house/lint/grammar.mjs';
import { reasonedSuppression } from './scripts/house/lint/reasoned-suppression.mjs';

const code = ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'test/**/*.ts'];
const scripts = ['scripts/**/*.mjs', 'bin/**/*.mjs', '*.{mjs,cjs}', 'apps/**/*.mjs'];
const specs = ['**/*.spec.{ts,tsx}', '**/*.e2e.ts', '**/*.contract.ts', 'test/**/*.ts', 'apps/e2e/**/*.ts'];
const grammar = (...sets) => ['error', ...sets.flat()];
const lines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];
// The types of one project are read once per run; the web has its own.
const typed = (project) => ({ project, tsconfigRootDir: process.cwd(), ecmaFeatures: { jsx: true } });
const everywhere = [parameters, legalTime, rows, realTests];

export default ts.config(
  { ignores: ['dist/**', '.data/**', 'node_modules/**', '**/.react-router/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...code, ...scripts],
    plugins: { '@typescript-eslint': ts.plugin, house: { rules: { docstring, 'reasoned-suppression': reasonedSuppression } } },
    rules: {
      'max-lines': lines(300),
      'max-lines-per-function': lines(40),
      'no-restricted-syntax': grammar(parameters),
      'house/reasoned-suppression': 'error',
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: code,
    languageOptions: { parser: ts.parser, parserOptions: typed('./tsconfig.json') },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      'no-restricted-syntax': grammar(...everywhere, timeAndChance),
    },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], languageOptions: { parserOptions: typed('./apps/web/tsconfig.json') } },
  // The only places where the machine's own time and chance are read.
  { files: ['libs/platform/src/clock/**/*.ts', 'apps/*/boot/**/*.ts', 'apps/*/src/boot/**/*.ts'], rules: { 'no-restricted-syntax': grammar(...everywhere) } },
  { files: ['libs/phrases/src/**/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['libs/kernel/src/**/*.ts', 'libs/*/src/domain/**/*.ts', 'libs/*/src/*.face.ts'], ignores: specs, rules: { 'house/docstring': 'error' } },
  { files: ['apps/web/**/*.tsx'], ignores: specs, rules: { 'max-lines-per-function': lines(80), 'no-restricted-syntax': grammar(...everywhere, timeAndChance, markup, sentences) } },
  // Handed to React by React Router, whose signature it is.
  { files: ['apps/web/src/entry.server.tsx'], rules: { 'no-restricted-syntax': grammar(legalTime, realTests, timeAndChance, markup, sentences) } },
  { files: ['apps/web/**/*.spec.{ts,tsx}'], extends: [ts.configs.disableTypeChecked] },
  // A describe block is a chapter, not a function: the file's own limit holds it.
  { files: specs, rules: { 'max-lines-per-function': 'off' } },
);
