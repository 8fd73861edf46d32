import type { CivilDate } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import type { AgreementKind } from '../domain/capabilities.js';
import type { Entry, EntryKind } from '../domain/register.js';
import { AgreementRow } from './agreement.entity.js';
import { LifeEntryRow } from './life.entity.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An agreement, as far as its life needs it. */
export interface KnownAgreement {
  readonly partnershipId: string;
  readonly id: string;
  readonly kind: AgreementKind;
  readonly displayName: string;
  readonly effectiveOn: CivilDate | null;
  readonly since: string | null;
}

const columns = 'partnership_id as "partnershipId", id, kind, display_name as "displayName", effective_on::text as "effectiveOn", since';

/** The agreement, locked: what its life rests on is read and written under this lock. `null` when absent or foreign. */
export async function lockAgreement(tx: Tx, id: string): Promise<KnownAgreement | null> {
  if (!uuid.test(id)) return null;
  const [row] = await tx.query<KnownAgreement>(`select ${columns} from agreement where id = $1 for update`, [id]);
  return row ?? null;
}

/** Every agreement of a partnership, the oldest first. */
export const agreementsOf = (tx: ReadTx, partnershipId: string): Promise<KnownAgreement[]> =>
  uuid.test(partnershipId) ? tx.query<KnownAgreement>(`select ${columns} from agreement where partnership_id = $1 order by id`, [partnershipId]) : Promise.resolve([]);

/** The agreements whose life may owe something, in reach or in one partnership: an act was transmitted, or a period runs. */
export const livingAgreements = (tx: ReadTx, partnershipId: string | null): Promise<KnownAgreement[]> =>
  tx.query<KnownAgreement>(
    `select ${columns} from agreement
     where ($1::uuid is null or partnership_id = $1) and (
       exists (select from life_entry entry where entry.partnership_id = agreement.partnership_id and entry.agreement_id = agreement.id and entry.kind = 'TRANSMISSION')
       or (effective_on is not null and (kind = 'CONVENTION' or exists (select from rule where rule.partnership_id = agreement.partnership_id and rule.agreement_id = agreement.id and rule.key = 'renewal'))))
     order by id`,
    [partnershipId],
  );

/** A version of an entry, with who wrote it and when. */
export interface WrittenEntry extends Entry {
  readonly agreementId: string;
  readonly personId: string | null;
  readonly office: string | null;
  readonly occurredAt: Date;
}

/** Every version of every entry of these agreements, the oldest first. */
export const versionsOf = (tx: ReadTx, agreementIds: readonly string[]): Promise<WrittenEntry[]> =>
  tx.query<WrittenEntry>(
    `select entry.id, entry.kind, entry.agreement_id as "agreementId", entry.party_id as "partyId", entry.version, entry.content, entry.motive, entry.person_id as "personId",
            person.display_name as office, entry.occurred_at as "occurredAt"
     from life_entry entry left join person on person.id = entry.person_id
     where entry.agreement_id = any ($1::uuid[]) order by entry.occurred_at, entry.id, entry.version`,
    [[...agreementIds]],
  );

/** Of several versions the last, in the order in which the entries were first written. */
export function standingOnes<Version extends Entry>(versions: readonly Version[]): Version[] {
  const last = new Map<string, Version>();
  for (const version of versions) if ((last.get(version.id)?.version ?? 0) < version.version) last.set(version.id, version);
  return [...last.values()];
}

/** Adds a version to the register. */
export async function keepEntry(tx: Tx, { partnershipId, id: agreementId }: KnownAgreement, entry: Entry<EntryKind>): Promise<void> {
  const { id, kind, partyId, version, content, motive } = entry;
  const personId = tx.ctx.audience === 'INSTANCE' ? null : (tx.ctx.actor?.personId ?? null);
  await tx.manager.insert(LifeEntryRow, { partnershipId, agreementId, id, kind, partyId, version, content, motive, personId, occurredAt: tx.now(), recordedAt: tx.recordedAt() });
}

/** The effect as the register now says it, kept beside the agreement for the rooms that count from it. */
export const keepEffect = (tx: Tx, { partnershipId, id }: KnownAgreement, effectiveOn: CivilDate | null): Promise<unknown> =>
  tx.manager.update(AgreementRow, { partnershipId, id }, { effectiveOn });

/** The agreement in whose register an entry stands; `null` when absent or foreign. */
export async function agreementOfEntry(tx: ReadTx, id: string): Promise<string | null> {
  const [row] = uuid.test(id) ? await tx.query<{ agreement_id: string }>('select agreement_id from life_entry where id = $1 limit 1', [id]) : [];
  return row?.agreement_id ?? null;
}
