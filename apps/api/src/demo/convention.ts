import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AxisInput, RecordAgreementInput, RuleInput } from '#agreement';

interface ConventionFixture {
  readonly displayName: string;
  readonly articles: RecordAgreementInput['articles'];
  readonly axes: readonly (Omit<AxisInput, 'operations'> & {
    operations: readonly { number: string; title: string; leads: readonly { number: string; title: string; targets: readonly { party: string; people: number }[] }[] }[];
  })[];
}

/** Official texts stand under `fixtures/`, beside the built house as beside its sources. */
const fixtureOf = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(process.cwd(), 'fixtures/villeneuve-tiznit', name), 'utf8')) as T;

/** The convention Villeneuve-la-Garenne – Tiznit, as its public text says it, for these parties (by short name). */
export async function conventionOf(partnershipId: string, partyIds: ReadonlyMap<string, string>, effectiveOn: string | null = null): Promise<RecordAgreementInput> {
  const { displayName, articles, axes } = await fixtureOf<ConventionFixture>('convention.fr.json');
  const rules = await fixtureOf<RuleInput[]>('rules.json');
  const idOf = (party: string): string => {
    const id = partyIds.get(party);
    if (!id) throw new Error(`the convention names a party that is not here: ${party}`);
    return id;
  };
  const withIds = axes.map((axis) => ({
    ...axis,
    operations: axis.operations.map((operation) => ({
      ...operation,
      leads: operation.leads.map((lead) => ({ ...lead, targets: lead.targets.map(({ party, people }) => ({ partyId: idOf(party), people })) })),
    })),
  }));
  return { partnershipId, kind: 'CONVENTION', displayName, effectiveOn, articles, axes: withIds, rules };
}
