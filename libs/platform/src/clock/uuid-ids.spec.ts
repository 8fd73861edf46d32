import { describe, expect, it } from '@jest/globals';
import { UuidIds } from './uuid-ids.js';

const at = (instants: readonly number[]): UuidIds => {
  let asked = 0;
  return new UuidIds({ now: () => new Date(instants[Math.min(asked++, instants.length - 1)]!) });
};
const some = (ids: UuidIds, count: number): string[] => Array.from({ length: count }, () => ids.next());

describe('ids', () => {
  it('are of version 7, and carry the machine’s millisecond', () => {
    const [id = ''] = some(at([1_764_000_000_000]), 1);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(1_764_000_000_000);
  });

  it('come in their order: in one millisecond, beyond its counter, and when the clock goes back', () => {
    for (const instants of [[1_764_000_000_000], [1_764_000_000_000, 1_763_999_999_000]]) {
      const ids = some(at(instants), 10_000);
      expect(ids).toEqual([...ids].sort());
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
