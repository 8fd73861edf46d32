import { accepted, refused, type Answer } from '#kernel';
import type { PartyType } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { amendmentSource, stateOfAxis } from '../domain/axis-life.js';
import { newAxisSource } from '../store/axis.store.js';
import { whyLacking } from '../store/bond.store.js';
import { deskOf } from '../store/rule-book.store.js';
import { rulesInForce } from '../store/rule.store.js';
import { AxisType, type ActionLeadType, type AgreementType, type OperationType } from './agreement.types.js';

interface AxisLine {
  id: string;
  kind: string;
  number: string;
  title: string;
  title_ar: string;
  text: string;
  active: boolean;
  proposedParty: string | null;
  proposedAt: Date | null;
  adoptedAt: Date | null;
  openedAt: Date | null;
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

const axisLines = `select id, kind, number, title, title_ar, text, active, proposed_party as "proposedParty", proposed_at as "proposedAt", adopted_at as "adoptedAt", opened_at as "openedAt"
  from axis where partnership_id = $1 and withdrawn_at is null order by place`;

interface Around {
  readonly partnershipId: string;
  readonly parties: readonly PartyType[];
  readonly operations: readonly (OperationType & { axisId: string })[];
}

/** An axis as shown: where its proposal stands, and what is still to be concluded once it is open (C5 Q20). */
function axisLineView(tx: ReadTx, line: AxisLine, { partnershipId, parties, operations }: Around): AxisType {
  const { title_ar: titleAr, proposedParty, proposedAt, adoptedAt, openedAt, ...axis } = line;
  const state = stateOfAxis({ proposedAt, adoptedAt, openedAt, withdrawnAt: null });
  const { language } = tx.ctx;
  const coordinates = deskOf(tx.ctx, partnershipId) !== null;
  const mayWithdraw = coordinates && state === 'AWAITING' ? accepted(true) : refused(coordinates ? 'AXIS_AWAITS_NOTHING' : 'AXES_BY_COORDINATORS');
  return {
    ...axis,
    title: (language === 'ar' && titleAr) || axis.title,
    state,
    openedAt,
    proposedBy: parties.find(({ id }) => id === proposedParty) ?? null,
    warning: state === 'OPEN' ? { sentence: say(language, 'axes.amendmentToCome'), source: { ...amendmentSource } } : null,
    viewerMayWithdraw: mayView(mayWithdraw),
    operations: operations.filter(({ axisId }) => axisId === axis.id),
  };
}

/** The axes of a partnership's agreement, in their order, with Annexe II's operations and leads; proposals that were withdrawn are left out. */
export async function axesOf(tx: ReadTx, partnershipId: string, parties: readonly PartyType[]): Promise<AxisType[]> {
  const around = { partnershipId, parties, operations: await operationsOf(tx, partnershipId, parties) };
  return (await tx.query<AxisLine>(axisLines, [partnershipId])).map((line) => axisLineView(tx, line, around));
}

/** The axis an act has just touched. @throws Error when it is out of sight: a bug. */
export async function axisView(tx: ReadTx, { partnershipId, id }: { partnershipId: string; id: string }, parties: readonly PartyType[]): Promise<AxisType> {
  const axis = (await axesOf(tx, partnershipId, parties)).find((one) => one.id === id);
  if (!axis) throw new Error(`axis ${id} is out of sight`);
  return Object.assign(new AxisType(), axis);
}

async function mayPropose(tx: ReadTx, partnershipId: string): Promise<Answer<unknown>> {
  const lacking = await whyLacking(tx, partnershipId, 'COMMITTEE');
  return lacking ?? (deskOf(tx.ctx, partnershipId) ? accepted(true) : refused('AXES_BY_COORDINATORS', {}, await newAxisSource(tx, partnershipId)));
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
  return { id: row.id, kind: row.kind, displayName: row.display_name, effectiveOn: row.effective_on, since: row.since, articles, rules, axes: await axesOf(tx, partnershipId, parties), viewerMayProposeAxis: mayView(await mayPropose(tx, partnershipId)) };
}
