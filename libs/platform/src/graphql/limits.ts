import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { ApiError } from './api-error.js';

/**
 * What one document may ask (design: trust, S3). Depth counts nested fields; aliases and fields are counted
 * where their fragment is spread: a hundred words of fragments otherwise take most of a second to compile (ADR 0010).
 */
export const limits = { bodyBytes: 1_048_576, tokens: 2_000, depth: 12, aliases: 50, fields: 500 } as const;

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}
const nothing: Size = { depth: 0, aliases: 0, fields: 0 };
const wider = (a: Size, b: Size): Size => ({ depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, fields: a.fields + b.fields });

/** Introspection is bounded by graphql itself (MaxIntrospectionDepthRule): its standard query is deeper than ours may be. */
const introspection = new Set(['__schema', '__type']);

/** Sizes of selections, each fragment measured once: linear in the document, also for fragments that multiply. */
class Measure {
  private readonly known = new Map<string, Size>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of(selections: SelectionSetNode): Size {
    return selections.selections.map((selection) => this.ofOne(selection)).reduce(wider, nothing);
  }

  private ofOne(selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
    const below = selection.selectionSet ? this.of(selection.selectionSet) : nothing;
    const depth = introspection.has(selection.name.value) ? 1 : below.depth + 1;
    return { depth, aliases: below.aliases + (selection.alias ? 1 : 0), fields: below.fields + 1 };
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
    if (name?.startsWith('__')) throw new ApiError('GRAPHQL_VALIDATION_FAILED', `Names beginning with two underscores are reserved: ${name}.`);
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
    const { depth, aliases, fields } = measure.of(operation.selectionSet);
    if (depth > limits.depth) throw new ApiError('TOO_COMPLEX', `This document is ${depth} fields deep; ${limits.depth} at most.`);
    if (aliases > limits.aliases) throw new ApiError('TOO_COMPLEX', `This document has ${aliases} aliases; ${limits.aliases} at most.`);
    if (fields > limits.fields) throw new ApiError('TOO_COMPLEX', `This document asks ${fields} fields; ${limits.fields} at most.`);
  }
}
