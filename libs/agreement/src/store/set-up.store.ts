import type { Json, RuleSource } from '#kernel';
import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { AgreementKind } from '../domain/capabilities.js';
import type { ArticleWords } from '../domain/articles.js';
import type { AxisWritten } from '../domain/axis-list.js';
import type { AgreementAsked, Quoting } from '../domain/set-up.js';
import type { RuleKey } from '../domain/questions.js';
import type { RuleBook } from '../domain/rule-life.js';
import { ActionLeadRow, AgreementRow, ArticleRow, AxisRow, OperationRow } from './agreement.entity.js';
import { articleSource, axisSource, leadSource } from './agreement.searchable.js';
import { RuleBookRow } from './rule-book.entity.js';
import { addVersion } from './rule-book.store.js';

export interface AgreementPlace {
  readonly partnershipId: string;
  readonly agreementId: string;
}

/** An agreement with its rule book, empty yet. Answers where. */
export async function addAgreement(tx: Tx, partnershipId: string, words: AgreementAsked): Promise<AgreementPlace> {
  const id = tx.newId();
  await tx.manager.insert(AgreementRow, { partnershipId, id, ...words, authoritativeLanguage: 'fr' });
  await tx.manager.insert(RuleBookRow, { partnershipId, agreementId: id, inServiceAt: null, textEdition: 0 });
  return { partnershipId, agreementId: id };
}

/** Nobody else records or reads « none yet » in this partnership until the act ends. */
export const lockFirst = (tx: Tx, partnershipId: string): Promise<unknown> => tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`agreement ${partnershipId}`]);

/** A rule that came with the text: in force with it; who recorded it is in the journal. */
export async function addRecordedRule(tx: Tx, place: AgreementPlace, { key, value, source }: { key: string; value: Json; source: RuleSource }): Promise<void> {
  const nobody = { partyId: null, personId: null, motive: null, agreedParty: null, agreedBy: null, decisionId: null, adoptedAt: null, closedAt: null };
  await addVersion(tx, place, { ...nobody, id: tx.newId(), key: key as RuleKey, value, source, act: 'RECORDED', askedAt: tx.now(), inEffectAt: tx.now() });
}

export async function addArticles(tx: Tx, place: AgreementPlace, articles: readonly ArticleWords[]): Promise<void> {
  for (const [index, { number, title, text }] of articles.entries()) await tx.manager.insert(ArticleRow, { ...place, id: tx.newId(), place: index + 1, number, title, text });
}

type Targets = readonly { readonly partyId: string; readonly people: number }[];
/** An axis with, where the annex names them, the people its leads aim at. */
export interface AxisRecorded extends Omit<AxisWritten, 'operations'> {
  readonly operations: readonly { readonly number: string; readonly title: string; readonly leads: readonly { readonly number: string; readonly title: string; readonly targets: Targets }[] }[];
}
const neverProposed = { proposedParty: null, proposedAt: null, decisionId: null, adoptedAt: null, openedAt: null, withdrawnAt: null };

export async function addAxes(tx: Tx, { partnershipId, agreementId }: AgreementPlace, axes: readonly AxisRecorded[]): Promise<void> {
  for (const [index, { kind, number, title, titleAr, text, operations }] of axes.entries()) {
    const axisId = tx.newId();
    await tx.manager.insert(AxisRow, { partnershipId, agreementId, id: axisId, place: index + 1, kind, number, title, titleAr, text, active: true, ...neverProposed });
    for (const operation of operations) await addOperation(tx, { partnershipId, axisId }, operation);
  }
}

async function addOperation(tx: Tx, { partnershipId, axisId }: { partnershipId: string; axisId: string }, { number, title, leads }: AxisRecorded['operations'][number]): Promise<void> {
  const operationId = tx.newId();
  await tx.manager.insert(OperationRow, { partnershipId, id: operationId, axisId, number, title });
  for (const lead of leads) await tx.manager.insert(ActionLeadRow, { partnershipId, id: tx.newId(), operationId, number: lead.number, title: lead.title, targets: [...lead.targets] });
}

/** The words of an agreement are found by the search from now on, and no others. */
export async function keepFound(tx: Tx, partnershipId: string): Promise<void> {
  for (const source of [articleSource, axisSource, leadSource]) {
    await tx.query('delete from search_document where partnership_id = $1 and kind = $2', [partnershipId, source.kind]);
    await keepSearchable(tx, source, { partnershipId });
  }
}

export async function replaceArticles(tx: Tx, place: AgreementPlace, articles: readonly ArticleWords[]): Promise<void> {
  await tx.query('delete from article where partnership_id = $1 and agreement_id = $2', [place.partnershipId, place.agreementId]);
  await addArticles(tx, place, articles);
}

/** The agreement's axes as written; those of the committee have no place in a set-up that is not over. */
export async function axesAt(tx: ReadTx, { partnershipId, agreementId }: AgreementPlace): Promise<AxisRecorded[]> {
  return tx.query<AxisRecorded>(
    `select kind, number, title, title_ar as "titleAr", text, coalesce((
       select json_agg(json_build_object('number', operation.number, 'title', operation.title, 'leads', coalesce((
         select json_agg(json_build_object('number', lead.number, 'title', lead.title, 'targets', lead.targets) order by lead.id)
         from action_lead lead where lead.partnership_id = axis.partnership_id and lead.operation_id = operation.id), '[]')) order by operation.id)
       from operation where operation.partnership_id = axis.partnership_id and operation.axis_id = axis.id), '[]') as operations
     from axis where partnership_id = $1 and agreement_id = $2 and withdrawn_at is null order by place, id`,
    [partnershipId, agreementId],
  );
}

/** Puts these axes in place of those that stand; leads that keep their number and their title keep whom they aim at. */
export async function replaceAxes(tx: Tx, place: AgreementPlace, { before, axes }: { before: readonly AxisRecorded[]; axes: readonly AxisWritten[] }): Promise<void> {
  const aimed = new Map(before.flatMap(({ operations }) => operations.flatMap(({ leads }) => leads)).map((lead) => [`${lead.number} ${lead.title}`, lead.targets]));
  const { partnershipId, agreementId } = place;
  const ofAgreement = 'select id from axis where partnership_id = $1 and agreement_id = $2';
  await tx.query(`delete from action_lead where partnership_id = $1 and operation_id in (select id from operation where partnership_id = $1 and axis_id in (${ofAgreement}))`, [partnershipId, agreementId]);
  await tx.query(`delete from operation where partnership_id = $1 and axis_id in (${ofAgreement})`, [partnershipId, agreementId]);
  await tx.query('delete from axis where partnership_id = $1 and agreement_id = $2', [partnershipId, agreementId]);
  const targets = (lead: { number: string; title: string }): Targets => aimed.get(`${lead.number} ${lead.title}`) ?? [];
  await addAxes(tx, place, axes.map((axis) => ({ ...axis, operations: axis.operations.map((operation) => ({ ...operation, leads: operation.leads.map((lead) => ({ ...lead, targets: targets(lead) })) })) })));
}

interface AgreementLine {
  readonly kind: AgreementKind;
  readonly displayName: string;
  readonly effectiveOn: AgreementAsked['effectiveOn'];
  readonly since: string | null;
}

/** The few words about an agreement. @throws Error when its book stands without it: a bug */
export async function agreementAt(tx: ReadTx, { partnershipId, agreementId }: AgreementPlace): Promise<AgreementAsked> {
  const [line] = await tx.query<AgreementLine>(`select kind, display_name as "displayName", effective_on::text as "effectiveOn", since from agreement where partnership_id = $1 and id = $2`, [partnershipId, agreementId]);
  if (!line) throw new Error(`the agreement ${agreementId} is out of sight`);
  return line;
}

export async function keepAgreement(tx: Tx, { partnershipId, agreementId }: AgreementPlace, { kind, displayName, effectiveOn, since }: AgreementAsked): Promise<void> {
  await tx.manager.update(AgreementRow, { partnershipId, id: agreementId }, { kind, displayName, effectiveOn, since });
}

/** Counts what was written, so that a confirmation given on other words asks for a new reading. */
export async function keepTextEdition(tx: Tx, { partnershipId, agreementId, textEdition }: RuleBook): Promise<void> {
  await tx.manager.update(RuleBookRow, { partnershipId, agreementId }, { textEdition });
}

/** The rules in force that quote an article of this agreement. */
export const quotingArticles = (tx: ReadTx, { partnershipId, agreementId }: AgreementPlace): Promise<Quoting[]> =>
  tx.query<Quoting>(`select key, source_reference as article, quote from rule where partnership_id = $1 and agreement_id = $2 and source_kind = 'ARTICLE' and quote is not null order by key`, [partnershipId, agreementId]);
