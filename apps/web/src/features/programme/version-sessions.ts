import type { Version } from './sheet-history.graphql.ts';

/** Savings of one person less than this apart are one sitting, minutes. */
const sitting = 15;

const isPlain = ({ kind, submittedAt }: Version): boolean => kind === 'SAVED' && submittedAt === null;
const apart = (one: Version, other: Version): number => Math.abs(Date.parse(one.at) - Date.parse(other.at)) / 60_000;

/** Versions gathered by sitting, the latest first: what saves itself every second is not read line by line. Nothing is left out. */
export function sittingsOf(versions: readonly Version[]): Version[][] {
  const sittings: Version[][] = [];
  for (const version of versions) {
    const last = sittings.at(-1);
    const before = last?.at(-1);
    const goesOn = before && isPlain(version) && before.kind === 'SAVED' && before.person.id === version.person.id && apart(before, version) <= sitting;
    if (last && goesOn) last.push(version);
    else sittings.push([version]);
  }
  return sittings;
}
