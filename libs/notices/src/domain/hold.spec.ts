import { describe, expect, it } from '@jest/globals';
import { mayResume, type Resumer } from './hold.js';

const seated = (...personas: string[]): Resumer => ({ isAdmin: false, seats: personas.map((persona) => ({ persona })) });
const admin: Resumer = { isAdmin: true, seats: [] };

describe('who lets an instance send again after a restore', () => {
  const cases: [string, Resumer | null, number, string | null][] = [
    ['nobody', null, 1, 'NOT_ALLOWED'],
    ['a mayor', seated('CO_PRESIDENT'), 1, 'NOT_ALLOWED'],
    ['a coordinator of the only partnership', seated('COORDINATOR'), 1, null],
    ['a coordinator of one among two', seated('COORDINATOR'), 2, 'RESUMED_BY_ADMIN'],
    ['a coordinator of both', seated('COORDINATOR', 'COORDINATOR'), 2, 'RESUMED_BY_ADMIN'],
    ['the administrator', admin, 12, null],
  ];
  it.each(cases.map(([who, by, kept, code]) => ({ who, by, kept, code })))('$who, $kept kept: $code', ({ by, kept, code }) => {
    const answer = mayResume(by, kept);
    expect(answer.refused ? answer.code : null).toBe(code);
    if (answer.refused) expect(answer.source).toMatchObject({ kind: 'PRODUCT_DEFAULT' });
  });
});
