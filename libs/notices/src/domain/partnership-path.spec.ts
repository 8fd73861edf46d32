import { describe, expect, it } from '@jest/globals';
import { inPartnership } from './partnership-path.js';

describe('a path in a partnership', () => {
  it.each([
    ['/plans/2027', '/plans/2027?partnership=p'], ['/agreement?agreement=a#review', '/agreement?agreement=a&partnership=p#review'], ['/plans/2027#acts', '/plans/2027?partnership=p#acts'],
  ])('%s: %s', (path, whole) => expect(inPartnership(path, 'p')).toBe(whole));

  it('says none where a letter is the instance’s own', () => expect(inPartnership('/devices', null)).toBe('/devices'));
});
