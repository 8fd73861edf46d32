import type { PartyType } from '#parties';
import type { WrittenEntry } from '../store/life.store.js';
import type { RegisterChangeType, RegisterLineType } from './life.types.js';

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : Array.isArray(value) ? value.join(' · ') : String(value));

/** What a version changed in the one before it, field by field: the old value stays readable. */
function changesBetween(before: object, after: object): RegisterChangeType[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.keys(now)
    .map((field) => ({ field, before: textOf(old[field]), after: textOf(now[field]) }))
    .filter((change) => change.before !== change.after);
}

/** Every writing of the register, the latest first. */
export function registerLines(versions: readonly WrittenEntry[], partyOf: (id: string) => PartyType): RegisterLineType[] {
  return versions
    .map((entry) => {
      const earlier = versions.find(({ id, version }) => id === entry.id && version === entry.version - 1);
      return {
        id: `${entry.id}:${entry.version}`,
        kind: entry.kind,
        version: entry.version,
        party: entry.partyId ? partyOf(entry.partyId) : null,
        by: entry.office,
        at: entry.occurredAt,
        motive: entry.motive,
        changes: earlier ? changesBetween(earlier.content, entry.content) : [],
      };
    })
    .reverse();
}
