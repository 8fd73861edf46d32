// A rule may be silenced on one line, by its name, with the reason behind `--`. A whole file may not.

const directive = /^\s*(eslint-disable(?:-next-line|-line)?|stylelint-disable(?:-next-line|-line)?)\b(.*)$/s;

export const reasonedSuppression = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      wide: 'Silence one line (`eslint-disable-next-line rule -- reason`), not a whole file.',
      reason: 'Say which rule is silenced and why: `{{word}} rule -- reason`.',
    },
  },
  create(context) {
    const check = (comment) => {
      const [, word, rest] = directive.exec(comment.value) ?? [];
      if (!word) return;
      if (!/-line$/.test(word)) return context.report({ loc: comment.loc, messageId: 'wide' });
      if (!/^\s+[\w@/-]+.*\s--\s+\S.{9,}/s.test(rest)) context.report({ loc: comment.loc, messageId: 'reason', data: { word } });
    };
    return { Program: () => context.sourceCode.getAllComments().forEach(check) };
  },
};
