import type { Json, RuleSource } from '#kernel';
import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { AgreementKind } from '../domain/capabilities.js';
import type { RuleKey } from '../domain/questions.js';
import { isPending, type Desk, type RuleBook, type RuleVersion } from '../domain/rule-life.js';
import { ruleSource } from './agreement.searchable.js';
import { agreementIdOf } from './rule.store.js';
import { RuleVersionRow, ServiceConfirmationRow } from './rule-book.entity.js';
import { isUuid } from './uuid.js';

interface VersionLine extends Omit<RuleVersion, 'source'> {
  readonly sourceKind: RuleSource['kind'];
  readonly sourceReference: string;
  readonly quote: string | null;
}

const versionColumns = `id, key, value, source_kind as "sourceKind", source_reference as "sourceReference", quote, act, party_id as "partyId", person_id as "personId", motive,
  asked_at as "askedAt", agreed_party as "agreedParty", agreed_by as "agreedBy", decision_id as "decisionId", adopted_at as "adoptedAt", in_effect_at as "inEffectAt", closed_at as "closedAt"`;

function versionOf({ sourceKind: kind, sourceReference: reference, quote, ...line }: VersionLine): RuleVersion {
  return { ...line, source: { kind, reference, ...(quote === null ? {} : { quote }) } };
}

/** Every version of an agreement's rules, the latest to take effect first; those that await before all. */
export async function versionsOf(tx: ReadTx, { partnershipId, agreementId }: Pick<RuleBook, 'partnershipId' | 'agreementId'>): Promise<RuleVersion[]> {
  const lines = await tx.query<VersionLine>(
    `select ${versionColumns} from rule_version where partnership_id = $1 and agreement_id = $2 order by in_effect_at desc nulls first, id desc`,
    [partnershipId, agreementId],
  );
  return lines.map(versionOf);
}

interface BookLine {
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly kind: AgreementKind;
  readonly inServiceAt: Date | null;
  readonly textEdition: number;
}

const bookOf = `select book.partnership_id as "partnershipId", book.agreement_id as "agreementId", agreement.kind, book.in_service_at as "inServiceAt", book.text_edition as "textEdition"
  from rule_book book join agreement on agreement.partnership_id = book.partnership_id and agreement.id = book.agreement_id
  where book.partnership_id = $1 and book.agreement_id = $2`;

async function completed(tx: ReadTx, line: BookLine): Promise<RuleBook> {
  const place = [line.partnershipId, line.agreementId];
  const [counted] = await tx.query<{ edition: number }>('select count(*)::int as edition from rule_version where partnership_id = $1 and agreement_id = $2 and in_effect_at is not null', place);
  const edition = (counted?.edition ?? 0) + line.textEdition;
  const parties = await tx.query<{ id: string }>('select id from party where partnership_id = $1 order by place', [line.partnershipId]);
  const confirmed = await tx.query<{ party_id: string }>('select party_id from service_confirmation where partnership_id = $1 and agreement_id = $2 and edition = $3', [...place, edition]);
  return { ...line, edition, partyIds: parties.map(({ id }) => id), confirmedBy: confirmed.map(({ party_id: id }) => id) };
}

/** The rules of the partnership's agreement as they stand; `null` when it has none. */
export async function bookAt(tx: ReadTx, partnershipId: string): Promise<RuleBook | null> {
  const agreementId = isUuid(partnershipId) ? await agreementIdOf(tx, partnershipId) : null;
  const [line] = agreementId ? await tx.query<BookLine>(bookOf, [partnershipId, agreementId]) : [];
  return line ? completed(tx, line) : null;
}

/** The same, its row locked until the act ends: every act on a rule starts here. */
export async function lockBook(tx: Tx, partnershipId: string): Promise<RuleBook | null> {
  const agreementId = isUuid(partnershipId) ? await agreementIdOf(tx, partnershipId) : null;
  const [line] = agreementId ? await tx.query<BookLine>(`${bookOf} for update of book`, [partnershipId, agreementId]) : [];
  return line ? completed(tx, line) : null;
}

/** A version with its book, locked; `null` when absent or foreign. */
export async function lockVersion(tx: Tx, id: string): Promise<{ book: RuleBook; version: RuleVersion } | null> {
  const [place] = isUuid(id) ? await tx.query<{ partnership_id: string; agreement_id: string }>('select partnership_id, agreement_id from rule_version where id = $1', [id]) : [];
  if (!place) return null;
  const [line] = await tx.query<BookLine>(`${bookOf} for update of book`, [place.partnership_id, place.agreement_id]);
  if (!line) return null;
  const version = (await versionsOf(tx, line)).find((one) => one.id === id);
  return version ? { book: await completed(tx, line), version } : null;
}

/** What an act on a rule finds beside the book: the value in force, and what awaits. */
export async function worldOf(tx: Tx, book: RuleBook, key: string): Promise<{ current: RuleVersion | null; pending: RuleVersion | null }> {
  const versions = (await versionsOf(tx, book)).filter((version) => version.key === key);
  return { current: versions.find(({ inEffectAt }) => inEffectAt !== null) ?? null, pending: versions.find(isPending) ?? null };
}

/** The coordinator at the door, for the parties she speaks for here; `null`: nobody's coordinator. */
export function deskOf({ actor }: ReadTx['ctx'], partnershipId: string): Desk | null {
  const seats = actor?.seats.filter((seat) => seat.partnershipId === partnershipId && seat.persona === 'COORDINATOR') ?? [];
  return actor && seats.length > 0 ? { personId: actor.personId, partyIds: [...new Set(seats.map(({ partyId }) => partyId))] } : null;
}

type Place = Pick<RuleBook, 'partnershipId' | 'agreementId'>;

/** A new version; one that takes effect at once is in force with the same breath. */
export async function addVersion(tx: Tx, { partnershipId, agreementId }: Place, version: RuleVersion): Promise<void> {
  const { source, value, ...rest } = version;
  const kept = { sourceKind: source.kind, sourceReference: source.reference, quote: source.quote ?? null };
  await tx.manager.insert(RuleVersionRow, { ...rest, ...kept, value: value as object, partnershipId, agreementId });
  if (version.inEffectAt) await putInForce(tx, { partnershipId, agreementId }, version);
}

/** What became of a version: agreed, adopted, in effect, closed. Its value and its source never change. */
export async function keepVersion(tx: Tx, place: Place, version: RuleVersion): Promise<void> {
  const { agreedParty, agreedBy, decisionId, adoptedAt, inEffectAt, closedAt } = version;
  await tx.manager.update(RuleVersionRow, { partnershipId: place.partnershipId, id: version.id }, { agreedParty, agreedBy, decisionId, adoptedAt, inEffectAt, closedAt });
  if (inEffectAt) await putInForce(tx, place, version);
}

async function putInForce(tx: Tx, { partnershipId, agreementId }: Place, { key, value, source }: RuleVersion): Promise<void> {
  await tx.query(
    `insert into rule (partnership_id, agreement_id, key, value, source_kind, source_reference, quote) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (partnership_id, agreement_id, key)
     do update set value = excluded.value, source_kind = excluded.source_kind, source_reference = excluded.source_reference, quote = excluded.quote`,
    [partnershipId, agreementId, key, JSON.stringify(value), source.kind, source.reference, source.quote ?? null],
  );
  await keepSearchable(tx, ruleSource, { partnershipId, ids: [`${agreementId}:${key}`] });
}

/** The parties that confirmed, and the end of the set-up when they all have. */
export async function keepService(tx: Tx, before: RuleBook, { state, personId }: { state: RuleBook; personId: string }): Promise<void> {
  const { partnershipId, agreementId, edition, inServiceAt } = state;
  for (const partyId of state.confirmedBy.filter((id) => !before.confirmedBy.includes(id))) {
    await tx.manager.insert(ServiceConfirmationRow, { partnershipId, agreementId, partyId, edition, personId, confirmedAt: tx.now() });
  }
  if (inServiceAt) await tx.query('update rule_book set in_service_at = $3 where partnership_id = $1 and agreement_id = $2', [partnershipId, agreementId, inServiceAt]);
}

/** The value a rule had at an instant, for what was decided then; `null` when it had none. */
export async function ruleAt(tx: ReadTx, partnershipId: string, { key, at }: { key: RuleKey; at: Date }): Promise<{ value: Json; source: RuleSource } | null> {
  const [line] = await tx.query<VersionLine>(
    `select ${versionColumns} from rule_version where partnership_id = $1 and key = $2 and in_effect_at <= $3 order by in_effect_at desc, id desc limit 1`,
    [partnershipId, key, at],
  );
  return line ? versionOf(line) : null;
}

/** The articles a rule may quote, in their order. */
export const articlesOf = (tx: ReadTx, { partnershipId, agreementId }: Place): Promise<{ number: string; title: string; text: string }[]> =>
  tx.query('select number, title, text from article where partnership_id = $1 and agreement_id = $2 order by place', [partnershipId, agreementId]);
