import { getNamedType, isInterfaceType, isListType, isNonNullType, isObjectType, Kind, type DocumentNode, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, type SelectionNode, type SelectionSetNode } from 'graphql';

/** How many members a list is taken to have: real ones hold a few seats, decisions or sheets. */
const membersOfAList = 5;

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** Values a validated document may bring back, its lists taken at a few members each: nested lists multiply, and depth alone does not see it. */
class Cost {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {}

  of(selections: SelectionSetNode, type: GraphQLNamedType | undefined): number {
    return selections.selections.reduce((sum, selection) => sum + this.ofOne(selection, type), 0);
  }

  private ofOne(node: SelectionNode, type: GraphQLNamedType | undefined): number {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return this.of(node.selectionSet, node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : type);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return 1;
    return 1 + (isList(field.type) ? membersOfAList : 1) * this.of(node.selectionSet, getNamedType(field.type));
  }

  /** Each fragment once; validation has refused those that go in circles. */
  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const fragment = this.document.definitions.find((node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name);
    const cost = fragment?.kind === Kind.FRAGMENT_DEFINITION ? this.of(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value)) : 0;
    this.known.set(name, cost);
    return cost;
  }
}

/** The dearest operation of a validated document, in values. Introspection is not counted: graphql itself bounds it. */
export function costOf(schema: GraphQLSchema, document: DocumentNode): number {
  const cost = new Cost(schema, document);
  const costs = document.definitions.map((node) => (node.kind === Kind.OPERATION_DEFINITION ? cost.of(node.selectionSet, schema.getRootType(node.operation) ?? undefined) : 0));
  return Math.max(0, ...costs);
}
