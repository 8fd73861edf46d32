/** One line of the box printed when the house is open. */
export type BoxLine = string | readonly [label: string, value: string];

/** The frame is as wide as its longest line; labels are aligned. */
export function box(title: string, lines: readonly BoxLine[]): string {
  const width = Math.max(...lines.map((line) => (typeof line === 'string' ? 0 : line[0].length)));
  const texts = lines.map((line) => (typeof line === 'string' ? line : `${line[0].padEnd(width)}   ${line[1]}`));
  const inner = Math.max(title.length, ...texts.map((text) => text.length)) + 2;
  const row = (text: string): string => `│ ${text.padEnd(inner - 1)}│`;
  return [`┌${'─'.repeat(inner)}┐`, row(title), `├${'─'.repeat(inner)}┤`, ...texts.map(row), `└${'─'.repeat(inner)}┘`].join('\n');
}
