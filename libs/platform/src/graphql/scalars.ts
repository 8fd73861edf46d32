import { isCivilDate, type CivilDate as Day } from '#kernel';
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { ApiError } from './api-error.js';

const noSuchDate = (value: unknown): ApiError => {
  const text = String(value).slice(0, 40).toWellFormed();
  return new ApiError('NO_SUCH_DATE', `No such date: ${text}.`, { value: text, text });
};
const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

const civilDate = (value: unknown): Day => {
  if (!isCivilDate(value)) throw noSuchDate(value);
  return value;
};

/** A day of the calendar, `YYYY-MM-DD`, without a zone. A day that does not exist is refused with `NO_SUCH_DATE`. */
export const CivilDateScalar = new GraphQLScalarType<Day, string>({
  name: 'CivilDate',
  description: 'Jour civil, AAAA-MM-JJ, sans fuseau. Un jour qui n’existe pas est refusé (NO_SUCH_DATE).',
  serialize: civilDate,
  parseValue: civilDate,
  parseLiteral: (node) => civilDate(textOf(node)),
});

const instantShape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;
const instant = (value: unknown): Date => {
  const match = typeof value === 'string' ? instantShape.exec(value) : null;
  if (!match || !isCivilDate(match[1])) throw noSuchDate(value);
  return new Date(value as string);
};

/** An instant, UTC, ISO 8601 (`2026-12-31T23:00:00.000Z`); a `Date` in the program. An offset other than Z is refused. */
export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'Instant',
  description: 'Instant UTC, ISO 8601 (2026-12-31T23:00:00.000Z).',
  serialize: (value) => {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    return instant(value).toISOString();
  },
  parseValue: instant,
  parseLiteral: (node) => instant(textOf(node)),
});

const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];
const wholeNumber = (value: unknown): bigint => {
  const written = typeof value === 'bigint' || Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d{1,19}$/.test(value));
  const number = written ? BigInt(value as bigint | number | string) : null;
  if (number === null || number < least || number > most) {
    throw new ApiError('BAD_USER_INPUT', 'A BigInt is a whole number of 64 bits, written as text or as a safe integer.');
  }
  return number;
};

/** A whole number of 64 bits (money, in minor units). Leaves as text: JSON numbers lose digits above 2^53. */
export const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description: 'Entier de 64 bits, écrit en texte (montants en unités mineures).',
  serialize: (value) => wholeNumber(value).toString(),
  parseValue: wholeNumber,
  parseLiteral: (node) => wholeNumber(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined),
});
