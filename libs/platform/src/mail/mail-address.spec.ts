import { describe, expect, it } from '@jest/globals';
import { parseMailAddress } from './mail-address.js';

const long = (length: number): string => 'a'.repeat(length);

describe('a mail address', () => {
  it('is an ASCII dot-atom at a domain of two labels or more, its domain in lower case', () => {
    for (const [text, value] of [
      ['maire@villeneuve-la-garenne.example', 'maire@villeneuve-la-garenne.example'],
      ["Jean.O'Neil+copil@Mairie.Example", "Jean.O'Neil+copil@mairie.example"],
      ['a@xn--mgbai9azgqp6j.example', 'a@xn--mgbai9azgqp6j.example'],
      [`${long(64)}@a.example`, `${long(64)}@a.example`],
    ])
      expect(parseMailAddress(text!)).toEqual({ refused: false, value });
  });

  it('is nothing else', () => {
    for (const text of [
      '', 'a', 'a@', '@a.example', 'a@b', ' a@b.example', 'a@b.example ', 'a@b.example\n', 'a@b.example\r\nBcc: c@d.example', 'a@b.example\0',
      'Maire <m@mairie.example>, x@evil.example', 'Maire <m@mairie.example>', 'grp: a@b.example;', 'a@b.example,c@d.example', '"a b"@c.example', 'a(b)@c.example',
      'a@[127.0.0.1]', 'a@127.0.0.1', '.a@b.example', 'a.@b.example', 'a..b@c.example', 'a@-b.example', 'a@b-.example', 'a@b..example', 'a@b.example.',
      'mairé@b.example', 'a@tiznït.example', 'a@b.exam\u0440le', 'a@b.example\u202e', 'a@b@c.example',
      `${long(65)}@a.example`, `a@${long(64)}.example`, `a@${`${long(60)}.`.repeat(4)}example.long.too`,
    ])
      expect([text, parseMailAddress(text)]).toEqual([text, expect.objectContaining({ refused: true, code: 'MAIL_ADDRESS_REFUSED' })]);
  });
});
