import type { Json, RuleSource } from '#kernel';
import type { ReadTx } from '#platform';

/** A rule in force, with where it comes from. */
export interface RuleInForce {
  readonly key: string;
  readonly value: Json;
  readonly source: RuleSource;
}

interface RuleLine {
  key: string;
  value: Json;
  source_kind: RuleSource['kind'];
  source_reference: string;
  quote: string | null;
}

const ruleOf = (line: RuleLine): RuleInForce => ({
  key: line.key,
  value: line.value,
  source: { kind: line.source_kind, reference: line.source_reference, ...(line.quote === null ? {} : { quote: line.quote }) },
});

/** Every rule of the partnership's agreement, by key (`voters`, `abstention`, `deadline` …: C5); of one of them alone where several stand side by side. */
export async function rulesInForce(tx: ReadTx, partnershipId: string, agreementId: string | null = null): Promise<Map<string, RuleInForce>> {
  // One row of all: a page asks for the rules of each partnership it shows, and forty rows apiece are dear to read.
  const [row] = await tx.query<{ rules: RuleLine[] }>(
    `select coalesce(json_agg(json_build_object('key', key, 'value', value, 'source_kind', source_kind, 'source_reference', source_reference, 'quote', quote) order by key), '[]') as rules
     from rule where partnership_id = $1 and ($2::uuid is null or agreement_id = $2)`,
    [partnershipId, agreementId],
  );
  const lines = row?.rules ?? [];
  return new Map(lines.map((line) => [line.key, ruleOf(line)]));
}

/** The agreement that governs the partnership, by which its committee sits where it has one; `null` when it has none (a twinning of friendship). */
export async function agreementIdOf(tx: ReadTx, partnershipId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(`select id from agreement where partnership_id = $1 order by (kind = 'CONVENTION') desc, id limit 1`, [partnershipId]);
  return row?.id ?? null;
}
