import {
  Kind,
  parse,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'

/** For tests: what a page's document asks of one subgraph by itself; fields that others answer are left out. */
export function partOf(schema: GraphQLSchema, text: string): string {
  const types = new TypeInfo(schema)
  const kept: DocumentNode = visit(
    parse(text),
    visitWithTypeInfo(types, {
      Field: {
        enter: ({ name }) => (name.value === '__typename' || types.getFieldDef() ? undefined : null),
        leave: ({ selectionSet }) => (selectionSet?.selections.length === 0 ? null : undefined),
      },
      InlineFragment: {
        leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
      },
    }),
  )
  const [operation] = Object.values(separateOperations(kept))
  if (!operation?.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    throw new Error('the document holds no operation')
  return print(operation)
}
