import type { PartyType } from '#parties';
import type { ReadTx } from '#platform';
import { rulesInForce } from '../store/rule.store.js';
import type { ActionLeadType, AgreementType, AxisType, OperationType } from './agreement.types.js';

interface AxisLine {
  id: string;
  kind: string;
  number: string;
  title: string;
  title_ar: string;
  text: string;
  active: boolean;
}
interface OperationLine {
  id: string;
  axis_id: string;
  number: string;
  title: string;
}
interface LeadLine {
  id: string;
  operation_id: string;
  number: string;
  title: string;
  targets: { partyId: string; people: number }[];
}

function leadView(line: LeadLine, parties: readonly PartyType[]): ActionLeadType {
  const targets = line.targets.flatMap(({ partyId, people }) => {
    const party = parties.find(({ id }) => id === partyId);
    return party ? [{ party, people }] : [];
  });
  return { id: line.id, number: line.number, title: line.title, targets };
}

async function operationsOf(tx: ReadTx, partnershipId: string, parties: readonly PartyType[]): Promise<(OperationType & { axisId: string })[]> {
  const operations = await tx.query<OperationLine>('select id, axis_id, number, title from operation where partnership_id = $1 order by number', [partnershipId]);
  const leads = await tx.query<LeadLine>('select id, operation_id, number, title, targets from action_lead where partnership_id = $1 order by number', [partnershipId]);
  return operations.map(({ id, axis_id: axisId, number, title }) => ({
    id,
    axisId,
    number,
    title,
    leads: leads.filter((lead) => lead.operation_id === id).map((lead) => leadView(lead, parties)),
  }));
}

/** The axes of a partnership's agreement, in their order, with Annexe II's operations and leads. */
export async function axesOf(tx: ReadTx, partnershipId: string, parties: readonly PartyType[]): Promise<AxisType[]> {
  const operations = await operationsOf(tx, partnershipId, parties);
  const lines = await tx.query<AxisLine>('select id, kind, number, title, title_ar, text, active from axis where partnership_id = $1 order by place', [partnershipId]);
  return lines.map(({ title_ar: titleAr, ...axis }) => ({
    ...axis,
    title: tx.ctx.language === 'ar' ? titleAr : axis.title,
    operations: operations.filter(({ axisId }) => axisId === axis.id),
  }));
}

/** The partnership's agreement as shown; `null` when it has none. */
export async function agreementView(tx: ReadTx, partnershipId: string, parties: readonly PartyType[]): Promise<AgreementType | null> {
  const [row] = await tx.query<{ id: string; kind: string; display_name: string; effective_on: string | null; since: string | null }>(
    `select id, kind, display_name, effective_on::text, since from agreement where partnership_id = $1 order by (kind = 'CONVENTION') desc, id limit 1`,
    [partnershipId],
  );
  if (!row) return null;
  const articles = await tx.query<{ number: string; title: string; text: string }>(
    'select number, title, text from article where partnership_id = $1 and agreement_id = $2 order by place',
    [partnershipId, row.id],
  );
  const rules = [...(await rulesInForce(tx, partnershipId)).values()].map(({ key, value, source }) => ({ key, value: JSON.stringify(value), source: { ...source } }));
  return { id: row.id, kind: row.kind, displayName: row.display_name, effectiveOn: row.effective_on, since: row.since, articles, rules, axes: await axesOf(tx, partnershipId, parties) };
}
