import type { Fields } from './kept-draft.ts';

/** Names that carry the act, not the words. */
const carriers = new Set(['idempotencyKey', 'form', 'sheetId', 'expectedVersion']);
/** Rows that are saved and compared as one: `budget.2.amount` belongs to `budget`. */
const lists = ['indicator', 'budget'];

/** What is saved and compared together: one text, or a whole list. */
export function partOf(name: string): string {
  const [owner = name] = name.split('.');
  return lists.includes(owner) ? owner : name;
}

/** What the form says now. */
export function readFields(form: HTMLFormElement | null | undefined): Fields {
  const said: Record<string, string> = {};
  if (form) for (const [name, value] of new FormData(form)) if (typeof value === 'string' && !carriers.has(name)) said[name] = value;
  return said;
}

/** Writes these texts into the form. */
export function putFields(form: HTMLFormElement | null | undefined, fields: Fields): void {
  for (const [name, text] of Object.entries(fields)) {
    const control = form?.elements.namedItem(name);
    if (control && 'value' in control) control.value = text;
  }
}

/** Choices that every row has from the start: alone, they say nothing. */
const choices = new Set(['payer', 'kind', 'currency']);

/** The rows of a list that say something, in their order, without the empty ones between. */
export function rowsOf(fields: Fields, list: string): Readonly<Record<string, string>>[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, text] of Object.entries(fields)) {
    const [owner, place, ...field] = name.split('.');
    if (owner === list && text.trim() !== '') rows.set(Number(place), { ...rows.get(Number(place)), [field.join('.')]: text });
  }
  const places = [...rows.keys()].sort((one, other) => one - other);
  return places.map((place) => rows.get(place) ?? {}).filter((row) => Object.keys(row).some((field) => !choices.has(field)));
}

/** Fields of one line: a browser takes line ends out of them. In the others every line end is one `\n`, whatever it was when it was loaded. */
const isOneLine = (part: string): boolean => part === 'title' || lists.includes(part);
const asShown = (part: string, text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\n', isOneLine(part) ? '' : '\n').trim();

const textOf = (fields: Fields, part: string): string => {
  if (!lists.includes(part)) return asShown(part, fields[part] ?? '');
  return JSON.stringify(rowsOf(fields, part).map((row) => Object.entries(row).map(([field, text]) => [field, asShown(part, text)]).sort()));
};

const differs = (part: string, one: Fields, other: Fields): boolean => textOf(one, part) !== textOf(other, part);
const partsOf = (...all: readonly Fields[]): string[] => [...new Set(all.flatMap((fields) => Object.keys(fields).map(partOf)))];

/** Parts that are not alike in two forms. Empty rows are nothing. */
export const differingParts = (one: Fields, other: Fields): string[] => partsOf(one, other).filter((part) => differs(part, one, other));

/** Both texts of these parts, theirs first. */
export const bothOf = (parts: readonly string[], { mine, theirs }: { mine: Fields; theirs: Fields }): Fields =>
  Object.fromEntries(parts.map((part) => [part, [theirs[part], mine[part]].filter((text) => text?.trim()).join('\n\n')]));

/** The fields of these parts. */
export const pick = (fields: Fields, parts: readonly string[]): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => parts.includes(partOf(name))));

/** Two people wrote: which parts only they changed, and which both changed, each in their own way. */
export function compare({ base, mine, theirs }: { base: Fields; mine: Fields; theirs: Fields }): { readonly taken: string[]; readonly disputed: string[] } {
  const changedByThem = differingParts(base, theirs);
  const changedByMe = differingParts(base, mine);
  return {
    taken: changedByThem.filter((part) => !changedByMe.includes(part)),
    disputed: changedByThem.filter((part) => changedByMe.includes(part) && differs(part, mine, theirs)),
  };
}
