// Which sentences the code asks for: refusal codes and keys, read from the syntax tree.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';

const codeShape = /^[A-Z][A-Z0-9_]+$/;
/** A `*` stands for what is known at run time only: `ui.timeline.*`. */
const keyShape = /^[a-z][\w-]*(\.[\w*-]+)+$/;
/** Functions whose first text argument is a key of the catalogue. */
const speakers = new Set(['say', 'hasPhrase']);

/** Literal texts of an expression: itself, both branches of a choice, a template with `*` for its values. */
function textsOf(node) {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? textsOf(node.expression) : [];
}

const nameOf = (callee) => (ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : '');

/** The keys one call asks for. */
function keysOf(call) {
  const name = nameOf(call.expression);
  if (name === 'refused') return textsOf(call.arguments[0]).filter((code) => codeShape.test(code)).map((code) => `refusal.${code}`);
  if (!speakers.has(name)) return [];
  return call.arguments.slice(0, 2).flatMap(textsOf).filter((key) => keyShape.test(key));
}

/** @returns {{key: string, place: string}[]} every key asked for in `paths`, with file and line. */
export function spokenKeys(root, paths) {
  return paths.flatMap((path) => {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const found = [];
    const visit = (node) => {
      const place = () => `${relative(root, path)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (ts.isCallExpression(node)) found.push(...keysOf(node).map((key) => ({ key, place: place() })));
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}
