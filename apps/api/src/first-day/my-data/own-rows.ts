import type { Actor, Ctx, ReadTx, Work } from '#platform';
import { personalTables, type PersonalTable } from './personal-columns.js';

/** The person of a request, with every partnership she ever had a seat in: her own rows stay hers when the mandate has ended. */
export async function ownCtx(work: Work, ctx: Ctx & { readonly actor: Actor }): Promise<Ctx & { readonly actor: Actor }> {
  const seats = await work.read(ctx, (tx) => tx.query<{ partnership: string; party: string }>('select distinct partnership_id as partnership, party_id as party from seats_of_person($1)', [ctx.actor.personId]));
  const partnershipIds = [...new Set(seats.map(({ partnership }) => partnership))];
  return { ...ctx, audience: 'INSTANCE', actor: { ...ctx.actor, seats: [], partnershipIds, partyIds: [...new Set(seats.map(({ party }) => party))] } };
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The rows of one table that are this person's, reduced to what is told of her. */
export const rowsOf = (tx: ReadTx, { table, person, personal }: PersonalTable, personId: string): Promise<object[]> =>
  tx.query(`select ${quoted(personal)} from ${table} where "${person}" = $1 order by 1`, [personId]);

/** Everything kept about a person, by table (RGPD, art. 15 and 20). Instants in UTC, ISO 8601. */
export interface OwnData {
  readonly format: 'passerelle-my-data-1';
  readonly exportedAt: string;
  readonly tables: Readonly<Record<string, readonly object[]>>;
}

/** Reads it all in one transaction, under row-level security. */
export async function exportOwnData(work: Work, ctx: Ctx & { readonly actor: Actor }, machineNow: Date): Promise<OwnData> {
  const own = await ownCtx(work, ctx);
  const tables = await work.read(own, async (tx) => {
    const read: Record<string, object[]> = {};
    for (const one of personalTables) read[one.table] = await rowsOf(tx, one, own.actor.personId);
    return read;
  });
  return { format: 'passerelle-my-data-1', exportedAt: machineNow.toISOString(), tables };
}

/** Votes and signatures: what remains of a person after her erasure, in her office's name. */
export async function actsOf(work: Work, ctx: Ctx & { readonly actor: Actor }): Promise<number> {
  const own = await ownCtx(work, ctx);
  const [row] = await work.read(own, (tx) =>
    tx.query<{ acts: number }>('select ((select count(*) from vote where person_id = $1) + (select count(*) from signature where person_id = $1))::int as acts', [own.actor.personId]),
  );
  return row?.acts ?? 0;
}
