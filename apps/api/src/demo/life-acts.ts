import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActFixture } from './act-fixture.js';
import type { Troupe } from './troupe.js';

/** In which register, and for which year of the story. */
export interface Registered {
  readonly agreementId: string;
  /** Ids of the parties by short name. */
  readonly partyIds: ReadonlyMap<string, string>;
  /** The year the story stands at: « {lastYear}-03-01 » is counted from it. */
  readonly year: number;
}

const dated = (value: unknown, year: number): unknown => (typeof value === 'string' ? value.replace('{lastYear}', String(year - 1)) : value);

/** Writes acts in the register of an agreement, each by its coordination, through the very API that people call. */
export async function playActs(troupe: Troupe, { agreementId, partyIds, year }: Registered, acts: readonly ActFixture[]): Promise<void> {
  for (const { by, party, act, input } of acts) {
    const partyId = party === undefined ? undefined : partyIds.get(party);
    if (party !== undefined && !partyId) throw new Error(`an act names a party that is not here: ${party}`);
    const told = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, dated(value, year)]));
    await troupe.play(by, act, { agreementId, ...(partyId && { partyId }), ...told });
  }
}

/** The acts of the convention Villeneuve-la-Garenne – Tiznit. */
export async function conventionActs(): Promise<readonly ActFixture[]> {
  const { acts } = JSON.parse(await readFile(join(process.cwd(), 'fixtures/villeneuve-tiznit/acts.json'), 'utf8')) as { acts: readonly ActFixture[] };
  return acts;
}
