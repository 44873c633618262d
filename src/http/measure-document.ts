import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** What a document asks of the server, at most: of several operations only one is executed, so the largest counts. */
export type Measures = { depth: number; cost: number; aliases: number; directives: number };

type Weight = { depth: number; cost: number };

/** What a page of unknown length is taken for: the longest there is. */
const LONGEST_PAGE = 100;
/** What any other list is taken for. */
const USUAL_LIST = 10;
/** Beyond this nobody needs to know how much it is; and sums stay exact. */
const HIGHEST_COST = 1e12;

/**
 * Measures a document. Each field costs one, and all that is in a list costs as often as the list may be long: `first`
 * where it is written, 100 where it is a variable, 10 where the list has no pages. A connection multiplies what is in
 * it, once. Introspection is free: GraphQL's own rule bounds it. A fragment is measured once, however often it is spread,
 * so that fragments within fragments take no more time than their text; one that contains itself ends there.
 */
export function measureDocument(schema: GraphQLSchema, document: DocumentNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const largest: Weight = { depth: 0, cost: 0 };
  const counted = countNodes(document);
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Weight>();
  const open = new Set<string>();

  const ofSelections = (parent: GraphQLNamedType | null | undefined, { selections }: SelectionSetNode): Weight => {
    const sum: Weight = { depth: 0, cost: 0 };
    for (const selection of selections) {
      const weight =
        selection.kind === Kind.FIELD
          ? ofField(parent, selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? ofSelections(named(selection.typeCondition?.name.value) ?? parent, selection.selectionSet)
            : ofFragment(selection.name.value);
      sum.depth = Math.max(sum.depth, weight.depth);
      sum.cost = Math.min(sum.cost + weight.cost, HIGHEST_COST);
    }
    return sum;
  };

  const ofFragment = (name: string): Weight => {
    const fragment = fragments.get(name);
    const before = known.get(name);
    if (before) return before;
    if (!fragment || open.has(name)) return { depth: 0, cost: 0 };
    open.add(name);
    const weight = ofSelections(named(fragment.typeCondition.name.value), fragment.selectionSet);
    open.delete(name);
    known.set(name, weight);
    return weight;
  };

  const ofField = (parent: GraphQLNamedType | null | undefined, node: FieldNode): Weight => {
    if (node.name.value.startsWith('__')) return { depth: 1, cost: 0 };
    const field = parent && 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    const output = field && 'args' in field ? field : undefined;
    if (!node.selectionSet) return { depth: 1, cost: 1 };
    const inner = ofSelections(output && getNamedType(output.type), node.selectionSet);
    const times = output ? lengthOf(output, node) : 1;
    return { depth: inner.depth + 1, cost: Math.min(1 + times * inner.cost, HIGHEST_COST) };
  };

  const named = (name: string | undefined): GraphQLNamedType | undefined => (name ? schema.getType(name) : undefined);

  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, cost } = ofSelections(schema.getRootType(node.operation), node.selectionSet);
    largest.depth = Math.max(largest.depth, depth);
    largest.cost = Math.max(largest.cost, cost);
  }
  return { ...largest, ...counted };
}

/** How often what is in the field may come. `nodes` and `edges` of a connection are as long as the page asked for. */
function lengthOf({ args, type }: GraphQLField<unknown, unknown>, node: FieldNode): number {
  if (args.some(({ name }) => name === 'first'))
    return pageOf(node, args.find(({ name }) => name === 'first')?.defaultValue);
  const inConnection = node.name.value === 'nodes' || node.name.value === 'edges';
  return isList(type) && !inConnection ? USUAL_LIST : 1;
}

function pageOf(node: FieldNode, usual: unknown): number {
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (!given) return typeof usual === 'number' ? usual : LONGEST_PAGE;
  return given.kind === Kind.INT ? Math.max(1, Math.min(Number(given.value), LONGEST_PAGE)) : LONGEST_PAGE;
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

/** Aliases and directives of the whole document, whether they are reached or not. */
function countNodes(document: DocumentNode): { aliases: number; directives: number } {
  const counts = { aliases: 0, directives: 0 };
  const ofSelections = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      counts.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD && selection.alias) counts.aliases += 1;
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) ofSelections(selection.selectionSet);
    }
  };
  for (const node of document.definitions) {
    if (!('selectionSet' in node)) continue;
    counts.directives += node.directives?.length ?? 0;
    ofSelections(node.selectionSet);
  }
  return counts;
}
