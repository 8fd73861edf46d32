import { accepted, refused, type Answer, type RuleSource } from '#kernel';

/** Our default: no text of the partners speaks of a restored instance. */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, reprise des envois' };

/** Whoever agrees, as far as this rule looks. */
export interface Resumer {
  readonly isAdmin: boolean;
  readonly seats: readonly { readonly persona: string }[];
}

/** Does nobody but the administrator agree? Where several partnerships live, one's coordinator does not speak for the others. */
export const isAdminOnly = (kept: number): boolean => kept > 1;

/**
 * The agreement holds for the whole instance: a coordinator gives it where hers is the only partnership (`kept` counts them), the
 * instance's administrator everywhere. @returns refused `RESUMED_BY_ADMIN`, `NOT_ALLOWED`
 */
export function mayResume(by: Resumer | null, kept: number): Answer<null> {
  if (by?.isAdmin) return accepted(null);
  if (!by?.seats.some(({ persona }) => persona === 'COORDINATOR')) return refused('NOT_ALLOWED', {}, source);
  return isAdminOnly(kept) ? refused('RESUMED_BY_ADMIN', {}, source) : accepted(null);
}
