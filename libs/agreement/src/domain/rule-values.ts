import type { Json } from '#kernel';

/** What one part of a rule may be. `notYet`: readings the question has, that Passerelle does not apply and therefore does not offer. */
export type Field =
  | { readonly kind: 'CHOICE'; readonly readings: readonly (string | boolean)[]; readonly notYet?: readonly string[] }
  /** At least one of them. */
  | { readonly kind: 'MANY'; readonly readings: readonly string[] }
  /** A whole number, bounds included; `orNone`: `null` stands for « without limit ». */
  | { readonly kind: 'NUMBER'; readonly from: number; readonly to: number; readonly orNone?: true }
  /** A day of any year, « 12-31 ». 29 February is not one: it would be missing three years out of four. */
  | { readonly kind: 'DAY' };

/** A rule's value is one field, or several by name. */
export type Shape = Field | { readonly kind: 'COMPOSITE'; readonly fields: Readonly<Record<string, Field>> };

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isDay(value: Json): boolean {
  const found = typeof value === 'string' ? /^(\d{2})-(\d{2})$/.exec(value) : null;
  if (!found) return false;
  const day = Number(found[2]);
  return day >= 1 && day <= (monthDays[Number(found[1]) - 1] ?? 0);
}

/** Does the value fit this field? */
export function fitsField(field: Field, value: Json): boolean {
  switch (field.kind) {
    case 'CHOICE':
      return (field.readings as readonly Json[]).includes(value);
    case 'MANY':
      return Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every((item) => field.readings.includes(item as string));
    case 'NUMBER':
      return value === null ? field.orNone === true : Number.isInteger(value) && Number(value) >= field.from && Number(value) <= field.to;
    case 'DAY':
      return isDay(value);
  }
}

const isRecord = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Does the value fit the shape, no field missing and none in excess? */
export function fitsShape(shape: Shape, value: Json): boolean {
  if (shape.kind !== 'COMPOSITE') return fitsField(shape, value);
  if (!isRecord(value)) return false;
  const names = Object.keys(shape.fields);
  return Object.keys(value).length === names.length && names.every((name) => name in value && fitsField(shape.fields[name]!, value[name]!));
}

/** The named parts of a shape; a rule of one field has one part, named `value`. */
export const partsOf = (shape: Shape): readonly (readonly [name: string, field: Field])[] =>
  shape.kind === 'COMPOSITE' ? Object.entries(shape.fields) : [['value', shape]];

/** Every reading of a field in words' keys: booleans as YES and NO. */
export const readingWord = (reading: string | boolean): string => (typeof reading === 'boolean' ? (reading ? 'YES' : 'NO') : reading);

/** A part of a rule as a form gives it: its name, and what was ticked or typed. */
export interface Part {
  readonly name: string;
  readonly values: readonly string[];
}

function ofForm(field: Field, values: readonly string[]): Json | undefined {
  const [first = ''] = values;
  switch (field.kind) {
    case 'CHOICE':
      return values.length === 1 ? field.readings.find((reading) => readingWord(reading) === first) : undefined;
    case 'MANY':
      return values.every((value) => field.readings.includes(value)) ? field.readings.filter((reading) => values.includes(reading)) : undefined;
    case 'NUMBER':
      if (first.trim() === '') return field.orNone ? null : undefined;
      return /^\d{1,4}$/.test(first.trim()) ? Number(first) : undefined;
    case 'DAY':
      return values.length === 2 ? values.map((value) => value.trim().padStart(2, '0')).join('-') : first;
  }
}

/** The value a form's parts say; `undefined` when they say none. A day comes as « 12-31 », or as its month and its day. */
export function valueOfParts(shape: Shape, parts: readonly Part[]): Json | undefined {
  const read = partsOf(shape).map(([name, field]) => [name, ofForm(field, parts.find((part) => part.name === name)?.values ?? [])] as const);
  if (read.some(([, value]) => value === undefined)) return undefined;
  return shape.kind === 'COMPOSITE' ? (Object.fromEntries(read) as Json) : read[0]?.[1];
}

/** The parts of a value, as a form shows them. */
export function partsOfValue(shape: Shape, value: Json): readonly Part[] {
  return partsOf(shape).map(([name, field]) => {
    const held = shape.kind === 'COMPOSITE' ? (value as Readonly<Record<string, Json>>)[name] : value;
    if (field.kind === 'DAY') return { name, values: String(held).split('-') };
    if (Array.isArray(held)) return { name, values: held.map(String) };
    return { name, values: held === null || held === undefined ? [] : [typeof held === 'boolean' ? readingWord(held) : String(held)] };
  });
}
