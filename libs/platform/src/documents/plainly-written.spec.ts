import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { plainlyWritten } from './plainly-written.js';

const carried = (words: string): Buffer => Buffer.concat([Buffer.from('<< /Type /EmbeddedFile /Filter /FlateDecode >>\nstream\n'), deflateSync(words), Buffer.from('\nendstream\n')]);

describe('what a PDF says without being drawn', () => {
  it('reads the bytes as they stand and the files it carries', async () => {
    const said = await plainlyWritten(Buffer.concat([Buffer.from('%PDF-1.7 in plain\n'), carried('one'), carried('another')]));
    expect(said).toContain('in plain');
    expect(said.split('\n').slice(-2)).toEqual(['one', 'another']);
  });

  // Searched to the file's end for each word, these would take hours; a stranger may send them.
  it.each([
    ['of nothing but the word', '/EmbeddedFile'],
    ['whose streams never end', '/EmbeddedFile stream\n'],
  ])('ends with twenty megabytes %s', async (_, word) => {
    const hostile = Buffer.alloc(20 * 1_048_576, word);
    expect(await plainlyWritten(hostile)).toHaveLength(hostile.length);
  });

  it('unpacks no more than it was told', async () => {
    const bomb = carried('0'.repeat(8 * 1_048_576));
    expect(await plainlyWritten(bomb)).toHaveLength(bomb.length);
  });
});
