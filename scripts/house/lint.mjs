// Lint rules (eslint.config.mjs) over the tree at `root`.
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import { ESLint } from 'eslint';

const root = process.argv[2] ?? process.cwd();
process.chdir(root);
const eslint = new ESLint({ cwd: root, overrideConfigFile: fileURLToPath(new URL('../../eslint.config.mjs', import.meta.url)) });
const results = await eslint.lintFiles(['.']);
const faults = results.flatMap(({ filePath, messages }) => messages.map((message) => ({ ...message, file: relative(root, filePath) })));
for (const { file, line, column, ruleId, message } of faults) console.log(`${file}:${line}:${column} ${ruleId ?? 'unreadable'}: ${message}`);
console.log(`${results.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 || results.length === 0 ? 1 : 0;
