import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { announceOn } from './public-event.js';

describe('AT-26, its date: a public event names its weekday', () => {
  it('Friday 29 November 2019 stands', () => {
    expect(announceOn({ date: civilDate('2019-11-29'), weekday: 5 })).toEqual({ refused: false, value: '2019-11-29' });
  });

  it('Thursday 29 November 2019 is refused, and the right day is named', () => {
    expect(announceOn({ date: civilDate('2019-11-29'), weekday: 4 })).toMatchObject({ refused: true, code: 'WEEKDAY_DOES_NOT_MATCH', args: { announced: 4, found: 5 } });
  });
});
