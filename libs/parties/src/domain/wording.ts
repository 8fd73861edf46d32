import { refused, accepted, type Answer } from '#kernel';

const longest = 160;
/** Controls, unseen signs and the ones that reorder a line. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** A short line as it is printed: an office, an organisation's name, a motive. NFC, trimmed. @returns refused `LINE_BLANK`, `LINE_TOO_LONG`, `LINE_UNSEEN_SIGN` (argument `field`) */
export function parseLine(text: string, field: string): Answer<string> {
  const line = text.normalize('NFC').trim();
  if (line === '') return refused('LINE_BLANK', { field });
  if (line.length > longest) return refused('LINE_TOO_LONG', { field, maximum: longest });
  return unseen.test(line) ? refused('LINE_UNSEEN_SIGN', { field }) : accepted(line);
}

/** Several lines at once: the first refusal, or all of them. */
export function parseLines<Name extends string>(lines: Readonly<Record<Name, string>>): Answer<Record<Name, string>> {
  const parsed: Record<string, string> = {};
  for (const [field, text] of Object.entries<string>(lines)) {
    const line = parseLine(text, field);
    if (line.refused) return line;
    parsed[field] = line.value;
  }
  return accepted(parsed as Record<Name, string>);
}
