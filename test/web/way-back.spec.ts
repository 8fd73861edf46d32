import { describe, expect, it } from '@jest/globals';
import { wayBack, withWayBack } from '../../apps/web/src/base/way-back.js';

/** Other sites, as attackers have written them. */
const elsewhere = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/minutes/..//evil.example',
  'javascript:alert(1)',
  ' /minutes',
  'minutes/1',
  '',
  null,
];

/** A check that reads only the first letters, as is often written: it lets some of them through. */
const naive = (asked: string | null): string => (asked?.startsWith('/') && !asked.startsWith('//') ? asked : '/');
const leavesHouse = (path: string): boolean => new URL(new URL(path, 'http://house.invalid').pathname, 'http://house.invalid').origin !== 'http://house.invalid' || new URL(path, 'http://house.invalid').origin !== 'http://house.invalid';

describe('the way back after signing in', () => {
  it.each(elsewhere)('%j leads nowhere else: home', (asked) => {
    expect(wayBack(asked)).toBe('/');
  });

  it('a check of the first letters alone would let a neighbour in', () => {
    expect(elsewhere.filter((asked) => leavesHouse(naive(asked)))).not.toEqual([]);
    expect(elsewhere.filter((asked) => leavesHouse(wayBack(asked)))).toEqual([]);
  });

  it.each(['/minutes/0199?lang=ar', '/', '/plans/2027'])('%s is kept', (asked) => {
    expect(wayBack(asked)).toBe(asked);
  });

  it('never comes back to the door itself', () => {
    expect(wayBack('/sign-in/code?next=%2F')).toBe('/');
  });

  it('survives being written into an address', () => {
    const path = '/minutes/0199/sign?place=Tiznit%20%26%20Aglou';
    expect(wayBack(new URL(withWayBack('/sign-in', path), 'http://house.invalid').searchParams.get('next'))).toBe(path);
    expect(withWayBack('/sign-in', '/')).toBe('/sign-in');
  });
});
