import type { Json, RuleSource } from '#kernel';

const kinds = ['ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT'] as const;

const isRecord = (value: Json | undefined): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rule's source among a line's details: the partnership's own text, never ours. */
export function sourceIn(details: { readonly [key: string]: Json }): RuleSource | null {
  const source = details['source'];
  if (!isRecord(source)) return null;
  const kind = kinds.find((one) => one === source['kind']);
  const { reference, quote } = source;
  return kind && typeof reference === 'string' ? { kind, reference, ...(typeof quote === 'string' ? { quote } : {}) } : null;
}
