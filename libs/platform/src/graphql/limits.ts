import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { ApiError } from './api-error.js';

/**
 * What one document may ask (design: trust, S3). Depth counts nested fields; aliases and fields are counted
 * where their fragment is spread: a hundred words of fragments otherwise take most of a second to compile (ADR 0010).
 * `repeats`: one name in one selection. `cost`: values brought back, lists taken at five members. `page`: a `first` argument.
 */
export const limits = { bodyBytes: 1_048_576, tokens: 2_000, depth: 12, aliases: 50, fields: 500, directives: 50, repeats: 20, cost: 20_000, page: 500 } as const;

/** What is counted, but for the body, whose bytes Fastify counts. */
export type Measured = Exclude<keyof typeof limits, 'bodyBytes'>;

/** More than a document may ask: which measure, how much, how much at most. */
export const tooComplex = (measure: Measured, found: number): ApiError =>
  new ApiError('TOO_COMPLEX', `This document is too much at once (${measure}: ${found}; ${limits[measure]} at most).`, { measure, found, maximum: limits[measure] });

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly directives: number;
  readonly repeats: number;
}
const nothing: Size = { depth: 0, aliases: 0, fields: 0, directives: 0, repeats: 0 };
const wider = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  fields: a.fields + b.fields,
  directives: a.directives + b.directives,
  repeats: Math.max(a.repeats, b.repeats),
});

/** Introspection is bounded by graphql itself (MaxIntrospectionDepthRule): its standard query is deeper than ours may be. */
const introspection = new Set(['__schema', '__type']);

/** How often one selection asks its most repeated name. */
function mostRepeated({ selections }: SelectionSetNode): number {
  const times = new Map<string, number>();
  for (const node of selections) if (node.kind === Kind.FIELD) times.set((node.alias ?? node.name).value, (times.get((node.alias ?? node.name).value) ?? 0) + 1);
  return Math.max(0, ...times.values());
}

/** Sizes of selections, each fragment measured once: linear in the document, also for fragments that multiply. */
class Measure {
  private readonly known = new Map<string, Size>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of(selections: SelectionSetNode): Size {
    const size = selections.selections.map((selection) => this.ofOne(selection)).reduce(wider, nothing);
    return { ...size, repeats: Math.max(size.repeats, mostRepeated(selections)) };
  }

  private ofOne(selection: SelectionSetNode['selections'][number]): Size {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.INLINE_FRAGMENT) return wider(this.of(selection.selectionSet), { ...nothing, directives });
    if (selection.kind === Kind.FRAGMENT_SPREAD) return wider(this.ofFragment(selection.name.value), { ...nothing, directives });
    const below = selection.selectionSet ? this.of(selection.selectionSet) : nothing;
    const depth = introspection.has(selection.name.value) ? 1 : below.depth + 1;
    return { ...below, depth, aliases: below.aliases + (selection.alias ? 1 : 0), fields: below.fields + 1, directives: below.directives + directives };
  }

  private ofFragment(name: string): Size {
    const measured = this.known.get(name);
    if (measured) return measured;
    this.known.set(name, nothing);
    const fragment = this.fragments.get(name);
    const size = fragment ? this.of(fragment.selectionSet) : nothing;
    this.known.set(name, size);
    return size;
  }
}

function refuseReservedNames(document: DocumentNode): void {
  const own = (name: string | undefined): void => {
    if (!name?.startsWith('__')) return;
    const detail = `Names beginning with two underscores are reserved: ${name}.`;
    throw new ApiError('GRAPHQL_VALIDATION_FAILED', detail, { detail });
  };
  visit(document, {
    Field: (node) => own(node.alias?.value),
    Variable: (node) => own(node.name.value),
    OperationDefinition: (node) => own(node.name?.value),
    FragmentDefinition: (node) => own(node.name.value),
    ObjectField: (node) => own(node.name.value),
  });
}

/**
 * Refuses a document beyond the limits, before it is validated or compiled.
 * @throws ApiError TOO_COMPLEX naming the limit.
 */
export function refuseOversize(document: DocumentNode): void {
  refuseReservedNames(document);
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));
  const measure = new Measure(fragments);
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure.of(operation.selectionSet);
    const all = { ...size, directives: size.directives + (operation.directives?.length ?? 0) };
    for (const name of ['depth', 'aliases', 'fields', 'directives', 'repeats'] as const) if (all[name] > limits[name]) throw tooComplex(name, all[name]);
  }
}
