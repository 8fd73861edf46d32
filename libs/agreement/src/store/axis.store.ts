import type { RuleSource } from '#kernel';
import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { Axis } from '../domain/axis-life.js';
import { defaultSource } from '../domain/questions.js';
import { AxisRow } from './agreement.entity.js';
import { axisSource } from './agreement.searchable.js';
import { lockBook } from './rule-book.store.js';
import { rulesInForce } from './rule.store.js';
import { isUuid } from './uuid.js';

const columns = `id, partnership_id as "partnershipId", agreement_id as "agreementId", number, place, title, title_ar as "titleAr", text, active,
  proposed_party as "proposedParty", proposed_at as "proposedAt", decision_id as "decisionId", adopted_at as "adoptedAt", opened_at as "openedAt", withdrawn_at as "withdrawnAt"`;

/** The strategic axes of an agreement, the withdrawn ones too. */
export const strategicAxes = (tx: ReadTx, { partnershipId, agreementId }: Pick<Axis, 'partnershipId' | 'agreementId'>): Promise<Axis[]> =>
  tx.query<Axis>(`select ${columns} from axis where partnership_id = $1 and agreement_id = $2 and kind = 'STRATEGIC' order by place`, [partnershipId, agreementId]);

/** Where the rule of new axes comes from in this partnership: its own text, else our default. */
export const newAxisSource = async (tx: ReadTx, partnershipId: string): Promise<RuleSource> => (await rulesInForce(tx, partnershipId)).get('newAxis')?.source ?? defaultSource('newAxis');

/** An axis with its neighbours, under its agreement's lock; `null` when absent or foreign. */
export async function lockAxis(tx: Tx, id: string): Promise<{ axis: Axis; axes: readonly Axis[] } | null> {
  const [place] = isUuid(id) ? await tx.query<{ partnership_id: string }>('select partnership_id from axis where id = $1', [id]) : [];
  const book = place ? await lockBook(tx, place.partnership_id) : null;
  const axes = book ? await strategicAxes(tx, book) : [];
  const axis = axes.find((one) => one.id === id);
  return axis ? { axis, axes } : null;
}

export async function addAxis(tx: Tx, axis: Axis): Promise<void> {
  await tx.manager.insert(AxisRow, { ...axis, kind: 'STRATEGIC' });
  await keepSearchable(tx, axisSource, { partnershipId: axis.partnershipId, ids: [axis.id] });
}

/** What became of a proposal; its words never change. */
export async function keepAxis(tx: Tx, { partnershipId, id, number, active, decisionId, adoptedAt, openedAt, withdrawnAt }: Axis): Promise<void> {
  await tx.manager.update(AxisRow, { partnershipId, id }, { number, active, decisionId, adoptedAt, openedAt, withdrawnAt });
  await keepSearchable(tx, axisSource, { partnershipId, ids: [id] });
}
