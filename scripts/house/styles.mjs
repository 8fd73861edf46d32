// Style rules (stylelint.config.mjs) over the sheets of the tree at `root`.
import stylelint from 'stylelint';
import config from '../../stylelint.config.mjs';

const root = process.argv[2] ?? process.cwd();
const { results, errored, report } = await stylelint.lint({
  files: ['apps/**/*.css', 'libs/**/*.css', '!**/.react-router/**', '!**/node_modules/**'],
  cwd: root,
  config,
  configBasedir: root,
  allowEmptyInput: true,
  formatter: 'unix',
});
console.log(report.trim().replaceAll(`${root}/`, ''));
console.log(`${results.filter(({ ignored }) => !ignored).length} sheets`);
process.exitCode = errored ? 1 : 0;
