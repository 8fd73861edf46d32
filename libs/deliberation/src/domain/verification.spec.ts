import { describe, expect, it } from '@jest/globals';
import { AskingPace } from '#kernel';
import { askedPerQuarter, claimsIn, hashOf, judge, minutesMark, type Registered } from './verification.js';

const [content, pdf, stranger] = ['a', 'b', 'c'].map((sign) => sign.repeat(64)) as [string, string, string];
const known: readonly Registered[] = [{ hash: content, kind: 'CONTENT' }, { hash: pdf, kind: 'MINUTES' }];

describe('what a hash tells', () => {
  it('is valid when the bytes, or the content, are registered', () => {
    expect(judge({ hash: pdf, claims: [] }, known)).toEqual({ verdict: 'VALID', of: known[1] });
    expect(judge({ hash: content, claims: [] }, known)).toEqual({ verdict: 'VALID', of: known[0] });
  });

  it('is altered when the file claims minutes of ours and its bytes are not theirs; unknown when it claims nothing of ours', () => {
    expect(judge({ hash: stranger, claims: [stranger, content] }, known)).toEqual({ verdict: 'ALTERED', of: known[0] });
    expect(judge({ hash: stranger, claims: [] }, known)).toEqual({ verdict: 'UNKNOWN' });
    expect(judge({ hash: stranger, claims: [stranger] }, known)).toEqual({ verdict: 'UNKNOWN' });
  });

  it('takes no claim for bytes: the hash of a file is no content', () => {
    expect(judge({ hash: stranger, claims: [pdf] }, known)).toEqual({ verdict: 'UNKNOWN' });
  });

  it('reads the mark and the facts, each once, and no more than four', () => {
    expect(claimsIn(`<pdf:Keywords>${minutesMark(content)}</pdf:Keywords> {"contentHash":"${content}"} {"contentHash":"${pdf}"}`)).toEqual([content, pdf]);
    expect(claimsIn(`passerelle-pv-${'g'.repeat(64)} passerelle-pv-${'a'.repeat(63)}`)).toEqual([]);
    expect(claimsIn(Array.from({ length: 9 }, (_, sign) => minutesMark(String(sign).repeat(64))).join(' '))).toHaveLength(4);
  });

  it('takes a hash as people paste it, and nothing else', () => {
    expect(hashOf(` SHA-256: ${content.slice(0, 32).toUpperCase()}\n${content.slice(32)} `)).toBe(content);
    expect([hashOf('PV-2026-1'), hashOf(`${content}0`), hashOf('')]).toEqual([null, null, null]);
  });

  it('lets one network ask so often in a quarter of an hour, and its neighbour as often', () => {
    const pace = new AskingPace(askedPerQuarter);
    const at = new Date('2026-11-23T09:00:00Z');
    const asked = Array.from({ length: askedPerQuarter + 1 }, () => pace.admits('198.51.100.7', at));
    expect([asked.filter(Boolean).length, asked.at(-1)]).toEqual([askedPerQuarter, false]);
    expect(pace.admits('198.51.100.8', at)).toBe(true);
    expect(pace.admits('198.51.100.7', new Date('2026-11-23T09:15:00Z'))).toBe(true);
  });
});
