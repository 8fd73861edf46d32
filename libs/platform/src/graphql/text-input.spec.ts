import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GraphQLSchema, GraphQLObjectType, GraphQLString, GraphQLInputObjectType, GraphQLList, execute, parse } from 'graphql';
import type { Work } from '../work/work.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { guardEveryOperation } from './door.js';
import { OpenRequest } from './request.js';
import { longestText, readTexts } from './text-input.js';

const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
const faults = (text: string): boolean => unwanted.test(text) || text !== text.normalize('NFC') || !text.isWellFormed();
/** Texts that a reading leaves with something they should not have. */
function missed(read: (text: string) => string): number {
  const nasty = fc.constantFrom('\0', '\u202e', '\u2066', '\u2069', 'e\u0301', '\ud800', '\u{e0041}', '\u009b', '\x1b[31m', 'ا\u200fب', 'ⵜ');
  return fc.sample(fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 }), { numRuns: 2_000, seed: 7 }).filter((parts) => faults(read(parts.join('')))).length;
}
const ours = (text: string): string => {
  const answer = readTexts({ text });
  return answer.refused ? '' : answer.value.text;
};

describe('texts at the door', () => {
  it('come in NFC, without controls, reordering marks or tags; what writing needs stays', () => {
    expect(ours('De\u0301libe\u0301ration\u202e\0\n\tⵜⵉⵣⵏⵉⵜ\u200fتيزنيت\u200c')).toBe('Délibération\n\tⵜⵉⵣⵏⵉⵜ\u200fتيزنيت\u200c');
    expect(missed(ours)).toBe(0);
  });

  it.each([
    ['forgets to normalise', (text: string) => text.toWellFormed().replace(new RegExp(unwanted, 'gu'), '')],
    ['forgets the reordering marks', (text: string) => text.toWellFormed().normalize('NFC').replace(/[\u0000-\u0008\u007f-\u009f]/gu, '')],
    ['forgets broken pairs', (text: string) => text.replace(new RegExp(unwanted, 'gu'), '').normalize('NFC')],
  ])('a reading that %s is found out', (_how, careless) => expect(missed(careless)).toBeGreaterThan(0));

  it('are reached however deep, and nothing else is touched', () => {
    const date = new Date(0);
    const nested = Object.assign(Object.create(null) as object, { list: [{ text: 'a\u202e' }], date, number: 1, none: null, big: 3n });
    expect(readTexts({ input: nested })).toEqual({ refused: false, value: { input: { list: [{ text: 'a' }], date, number: 1, none: null, big: 3n } } });
  });

  it('longer than the door allows are refused with their length', () => {
    expect(readTexts({ input: { text: 'x'.repeat(longestText) } })).toMatchObject({ refused: false });
    expect(readTexts({ input: { text: 'x'.repeat(1_000_000) } })).toMatchObject({ refused: true, code: 'TEXT_TOO_LONG', args: { length: 1_000_000, maximum: longestText } });
  });

  it('written into the document are read like those sent beside it', async () => {
    const heard: string[] = [];
    const input = new GraphQLInputObjectType({ name: 'In', fields: { text: { type: GraphQLString }, list: { type: new GraphQLList(GraphQLString) } } });
    const query = new GraphQLObjectType({ name: 'Query', fields: { echo: { type: GraphQLString, args: { input: { type: input } }, resolve: (_source, args: { input: { text: string; list: string[] } }) => void heard.push(args.input.text, ...args.input.list) } } });
    const schema = new GraphQLSchema({ query });
    guardEveryOperation(schema, [{ operation: 'Query.echo', who: 'ANYONE' }]);
    const contextValue = new OpenRequest(ctxOf(null), null as unknown as Work);
    await execute({ schema, document: parse('{ echo(input: { text: "a\u202eb", list: ["e\u0301"] }) }'), contextValue });
    const { errors } = await execute({ schema, document: parse('query($text: String) { echo(input: { text: $text, list: [] }) }'), contextValue, variableValues: { text: 'x'.repeat(200_000) } });
    expect(heard).toEqual(['ab', 'é']);
    expect(errors?.[0]?.message).toBe('TEXT_TOO_LONG');
  });
});
