import {
  getNullableType,
  type GraphQLOutputType,
  GraphQLID,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Fields = Record<string, unknown>;
/** Turns a value that is not null into what REST prints; undefined where it is printed as it is. */
type Print = ((value: unknown) => unknown) | undefined;

/**
 * Works out, once for an operation, where REST prints its result otherwise than GraphQL does: ids are whole numbers,
 * and words are written as the domain has them (`pending`). The function it makes changes a result in place and visits
 * only what needs a change.
 */
export function compilePrinting(schema: GraphQLSchema, operation: OperationDefinitionNode): (data: Fields) => void {
  const print = printObject(collectFields(schema, schema.getRootType(operation.operation), operation.selectionSet));
  return (data) => void print?.(data);
}

/**
 * The fields that need a change, by the name they have in the result. Members of a union share the list: GraphQL only
 * accepts an operation in which fields of one name have one shape.
 */
function collectFields(
  schema: GraphQLSchema,
  parent: GraphQLNamedType | null | undefined,
  { selections }: SelectionSetNode,
): [string, NonNullable<Print>][] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
      return collectFields(schema, type, selection.selectionSet);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new TypeError('Operations of REST name no fragments');
    const field = parent && 'getFields' in parent ? parent.getFields()[selection.name.value] : undefined;
    const print = field && printType(schema, field.type as GraphQLOutputType, selection.selectionSet);
    return print ? [[(selection.alias ?? selection.name).value, print]] : [];
  });
}

function printType(schema: GraphQLSchema, type: GraphQLOutputType, selectionSet: SelectionSetNode | undefined): Print {
  const present = getNullableType(type);
  if (isListType(present)) return printList(printType(schema, present.ofType, selectionSet));
  if (present === GraphQLID) return Number;
  if (isEnumType(present)) {
    const words = new Map(present.getValues().map(({ name, value }) => [name, value]));
    return (name) => words.get(String(name));
  }
  return selectionSet && printObject(collectFields(schema, present, selectionSet));
}

function printObject(fields: [string, NonNullable<Print>][]): Print {
  if (fields.length === 0) return undefined;
  return (value) => {
    const object = value as Fields;
    for (const [name, print] of fields) {
      const field = object[name];
      if (field != null) object[name] = print(field);
    }
    return object;
  };
}

function printList(print: Print): Print {
  if (!print) return undefined;
  return (value) => {
    const list = value as unknown[];
    for (let index = 0; index < list.length; index += 1) {
      const element = list[index];
      if (element != null) list[index] = print(element);
    }
    return list;
  };
}
