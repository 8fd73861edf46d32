import type { RuleSource } from '#kernel';
import type { Actor, Ctx, Persona } from '../work/context.js';

/** A root field of the schema, as a policy row names it. */
export type Operation = `Query.${string}` | `Mutation.${string}`;

/** Whom a row lets in: everybody, any signed-in person, or holders of a seat with one of these personas. */
export type Who = 'ANYONE' | 'SIGNED_IN' | readonly Persona[];

export interface PolicyOptions {
  /** The partnership the arguments speak about: only seats held there open the door. Without it, a seat anywhere does, and the action checks further. */
  readonly partnershipOf?: (args: Readonly<Record<string, unknown>>) => unknown;
  /** Why these and no others: the partners' text or the law. Without it the row is the house's own default, and is shown as such. */
  readonly source?: RuleSource;
}

export interface PolicyRow extends PolicyOptions {
  readonly operation: Operation;
  readonly who: Who;
}

/** Codes of a closed door; each has its sentence in `phrases`. */
export type Denial = 'SIGN_IN_REQUIRED' | 'NOT_ALLOWED';

const rows = new Map<Operation, PolicyRow>();

/**
 * The policy row of one operation, written beside its action. What has no row is denied.
 * @throws Error when the operation already has a row: two rows would be two opinions.
 */
export function allow(operation: Operation, who: Who, options: PolicyOptions = {}): void {
  if (rows.has(operation)) throw new Error(`${operation} already has a policy row`);
  if (Array.isArray(who) && who.length === 0) throw new Error(`the policy row of ${operation} names nobody`);
  rows.set(operation, { operation, who, ...options });
}

/** Every row known to this process, ordered by operation. */
export const policyRows = (): readonly PolicyRow[] => [...rows.values()].sort((a, b) => (a.operation < b.operation ? -1 : 1));

function holdsSeat(actor: Actor, row: PolicyRow, args: Readonly<Record<string, unknown>>): boolean {
  if (actor.isAdmin && row.who.includes('INSTANCE_ADMIN')) return true;
  const place = row.partnershipOf?.(args);
  if (row.partnershipOf && typeof place !== 'string') return false;
  return actor.seats.some((seat) => row.who.includes(seat.persona) && (place === undefined || seat.partnershipId === place));
}

/** May this request pass the door of the operation? `null` is yes. An operation without a row is denied to everyone. */
export function denial(row: PolicyRow | undefined, ctx: Ctx, args: Readonly<Record<string, unknown>>): Denial | null {
  if (row?.who === 'ANYONE') return null;
  if (!ctx.actor) return 'SIGN_IN_REQUIRED';
  if (!row) return 'NOT_ALLOWED';
  if (row.who === 'SIGNED_IN') return null;
  return holdsSeat(ctx.actor, row, args) ? null : 'NOT_ALLOWED';
}
