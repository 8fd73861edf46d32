// An exported symbol of a face, a domain or the kernel says what it is for: units, zones, errors, article or source.
// A declaration of three lines at most says itself.

const declarationOf = (node) => node.declaration ?? null;

const nameOf = (declaration) => declaration.id?.name ?? declaration.declarations?.[0]?.id?.name ?? 'default';

/** The comment just above the export, decorators included in what it may stand above. */
function hasDocstring(source, node) {
  const first = [node, ...(node.declaration?.decorators ?? [])].sort((a, b) => a.range[0] - b.range[0])[0];
  const above = source.getCommentsBefore(first).at(-1);
  return above?.type === 'Block' && above.value.startsWith('*') && /\p{L}{3}/u.test(above.value);
}

/** The signatures of an overloaded function share the docstring of the first one. */
function isLaterOverload(node) {
  const siblings = node.parent.body;
  const before = siblings[siblings.indexOf(node) - 1];
  return declarationOf(before ?? {})?.type === 'TSDeclareFunction' && nameOf(before.declaration) === nameOf(node.declaration);
}

export const docstring = {
  meta: { type: 'suggestion', schema: [], messages: { missing: 'Exported `{{name}}` has no docstring: say what it is for (units, zones, errors, article or source).' } },
  create(context) {
    const source = context.sourceCode;
    const check = (node) => {
      const declaration = declarationOf(node);
      if (!declaration || declaration.loc.end.line - declaration.loc.start.line < 3) return;
      if (hasDocstring(source, node) || isLaterOverload(node)) return;
      context.report({ node, messageId: 'missing', data: { name: nameOf(declaration) } });
    };
    return { ExportNamedDeclaration: check, ExportDefaultDeclaration: check };
  },
};
