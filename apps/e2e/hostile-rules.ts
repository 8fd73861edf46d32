import { batches } from '../../test/hostile/payloads.js';
import type { Pen } from './hostile-people.js';

interface Told {
  readonly rules: readonly { readonly key: string; readonly versions: readonly { readonly id: string; readonly state: string }[] }[];
}

/** The page on which they are all read again. */
export const hostileRule = '/rules/remote';

/** Writes them in every text of a rule: the law and its words, why it is corrected, why it should change. Each asking is closed, and stays in the history. */
export async function writeRules({ partnershipId, write }: Pen): Promise<void> {
  const [references, words] = [batches(115), batches(590)];
  const remote = { partnershipId, key: 'remote', parts: [{ name: 'value', values: ['NONE'] }] };
  const told = 'rules { key versions { id state } }';
  const close = async ({ rules }: Told): Promise<void> => {
    const awaiting = rules.find(({ key }) => key === 'remote')?.versions.find(({ state }) => state === 'AWAITING');
    await write('coordinatrice', 'closeRuleAsking edition', { versionId: awaiting?.id });
  };
  for (const [place, reference] of references.entries()) {
    const text = words[place % words.length]!;
    await close(await write<Told>('coordinateur', `correctRule ${told}`, { ...remote, source: { kind: 'LAW', reference, quote: text }, motive: text }));
  }
  for (const motive of words) await close(await write<Told>('coordinateur', `proposeRuleChange ${told}`, { ...remote, motive }));
}
