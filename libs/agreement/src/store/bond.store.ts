import type { Refusal } from '#kernel';
import type { ReadTx } from '#platform';
import { capabilities, capabilitiesOf, lacking, type AgreementKind, type Bond, type Capability } from '../domain/capabilities.js';

const bonds = `
  select agreement.kind, coalesce((select json_agg(rule.key order by rule.key) from rule
           where rule.partnership_id = agreement.partnership_id and rule.agreement_id = agreement.id), '[]') as keys
  from agreement where agreement.partnership_id = $1 order by (agreement.kind = 'CONVENTION') desc, agreement.id`;

/** The agreements of a partnership, the one that governs first. */
async function bondsOf(tx: ReadTx, partnershipId: string): Promise<Bond[]> {
  const lines = await tx.query<{ kind: AgreementKind; keys: string[] }>(bonds, [partnershipId]);
  return lines.map(({ kind, keys }) => ({ kind, ruleKeys: keys }));
}

/** What the partnership's agreements give it; everything while none is recorded: nothing is known against it yet. */
export async function capabilitiesAt(tx: ReadTx, partnershipId: string): Promise<readonly Capability[]> {
  const found = await bondsOf(tx, partnershipId);
  return found.length === 0 ? capabilities : capabilitiesOf(found);
}

/** Why what hangs on this capability is not done in this partnership (`AGREEMENT_LACKS`); `null` where it may be. */
export const whyLacking = async (tx: ReadTx, partnershipId: string, capability: Capability): Promise<Refusal | null> => lacking(await bondsOf(tx, partnershipId), capability);
