// Lint rules (eslint.config.mjs) over the tree at `root`. With a part, types are checked too, on the same program: TypeScript
// reads the code once, not twice. Parts: `web` is apps/web, `house` all but it.
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';

const [, , root = process.cwd(), part] = process.argv;
process.chdir(root);

const parts = {
  house: { project: 'tsconfig.json', folder: '.', ignorePatterns: ['apps/web/**'] },
  web: { project: 'apps/web/tsconfig.json', folder: 'apps/web', ignorePatterns: null },
};
const { project, folder, ignorePatterns } = parts[part] ?? { folder: '.', ignorePatterns: null };

function programOf(path) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (diagnostic) => { throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')); } };
  const config = ts.getParsedCommandLineOfConfigFile(join(root, path), { noEmit: true }, host);
  return ts.createProgram({ rootNames: config.fileNames, options: config.options, configFileParsingDiagnostics: config.errors });
}

/** One line per type error: file, line, code, the whole chain of reasons. */
function typeFault({ file, start, code, messageText }) {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (!file) return `TS${code}: ${text}`;
  const { line, character } = file.getLineAndCharacterOfPosition(start ?? 0);
  return `${relative(root, file.fileName)}:${line + 1}:${character + 1} TS${code}: ${text}`;
}

const lintFault = ({ filePath, messages }) =>
  messages.map(({ line, column, ruleId, message }) => `${relative(root, filePath)}:${line}:${column} ${ruleId ?? 'unreadable'}: ${message}`);

const program = project ? programOf(project) : null;
const typeFaults = program ? ts.getPreEmitDiagnostics(program).map(typeFault) : [];
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: fileURLToPath(new URL('../../eslint.config.mjs', import.meta.url)),
  overrideConfig: program ? [{ ignores: ['**/*.mjs', 'apps/web/**/*.spec.*'], languageOptions: { parserOptions: { programs: [program] } } }] : [],
  ignorePatterns,
  errorOnUnmatchedPattern: false,
});
const results = await eslint.lintFiles([folder]);
const faults = [...typeFaults, ...results.flatMap(lintFault)];
for (const fault of faults) console.log(fault);
console.log(`${results.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 || results.length === 0 ? 1 : 0;
