import { lifeDebts, rulesInForce, ruleOrDefault, whyLacking } from '#agreement';
import { civilDate, type RuleSource, type Zones } from '#kernel';
import { say } from '#phrases';
import type { ReadTx } from '#platform';
import { beforeClosing } from '../domain/decision.js';
import { itemsDue } from '../domain/items-due.js';
import type { MeetingState } from '../domain/meeting.js';
import type { AgendaLine } from '../store/agenda-item.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import type { DueItemType } from './convening.types.js';

/** The points this meeting's year calls for and its agenda does not hold yet; none once the meeting is over. */
export async function itemsDueOn(tx: ReadTx, { row, agenda }: { row: MeetingRow; agenda: readonly AgendaLine[] }, zones: Zones): Promise<DueItemType[]> {
  if (!beforeClosing.includes(row.state as MeetingState)) return [];
  const plans = !(await whyLacking(tx, row.partnershipId, 'PLAN'));
  const rules = await rulesInForce(tx, row.partnershipId);
  const sourceOf = (key: 'planByCommittee' | 'evaluation'): RuleSource | null => ruleOrDefault(rules, key)?.source ?? null;
  const renewal = (await lifeDebts(tx, zones, row.partnershipId)).find((debt) => debt.kind === 'RENEWAL');
  const due = itemsDue({
    day: civilDate(row.civilDate),
    planSource: plans ? sourceOf('planByCommittee') : null,
    evaluationSource: plans ? ((await saidOfEvaluation(tx, row.partnershipId)) ?? sourceOf('evaluation')) : null,
    renewal: renewal?.kind === 'RENEWAL' ? { from: renewal.reviewOn, on: renewal.renewsOn, source: renewal.source } : null,
  });
  const isThere = ({ kind }: (typeof due)[number], titles: readonly string[]): boolean =>
    agenda.some(({ title, subjectKind }) => titles.includes(title) || (kind === 'PLAN' && subjectKind === 'actionPlan'));
  return due
    .map((item) => ({ ...item, titles: (['fr', 'ar'] as const).map((language) => say(language, `deliberation.due.${item.kind}`, { year: String(item.year) })) }))
    .filter((item) => !isThere(item, item.titles))
    .map(({ kind, year, source }) => ({ kind, year, title: say(tx.ctx.language, `deliberation.due.${kind}`, { year: String(year) }), source: { ...source } }));
}

/** The partners' own sentence on the evaluation of a year's actions, where their text has one: when it is presented is our reading (C5 Q24). */
async function saidOfEvaluation(tx: ReadTx, partnershipId: string): Promise<RuleSource | null> {
  const [line] = await tx.query<{ number: string; quote: string | null }>(
    `select number, substring(text from '[^.]*[ÉéEe]valuation[^.]*actions annuelles[^.]*[.]') as quote from article
     where partnership_id = $1 and text ~ '[ÉéEe]valuation[^.]*actions annuelles' order by place limit 1`,
    [partnershipId],
  );
  return line?.quote ? { kind: 'PRODUCT_DEFAULT', reference: `${line.number}, C5 Q24`, quote: line.quote.trim() } : null;
}
