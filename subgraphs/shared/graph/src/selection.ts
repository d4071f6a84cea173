import { queryFromInfo } from '@pothos/plugin-prisma'
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/**
 * What a field's own fields need from the database, to be spread into a `findMany`. Typed as nothing in particular,
 * since only the resolvers read what it adds.
 */
export const selectionOf = (context: object, info: GraphQLResolveInfo, typeName?: string): object =>
  queryFromInfo({ context, info, ...(typeName && { typeName }) })

/** The same of one of its subfields, for who finds that one's value before the field has its own. */
export const selectionWithin = (context: object, info: GraphQLResolveInfo, name: string): object =>
  queryFromInfo({ context, info, path: [name] })

/** Whether the selection of this field has a subfield of this name: for what is read before the field's own value is. */
export function asksFor({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean {
  const among = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name
      if (selection.kind === Kind.INLINE_FRAGMENT) return among(selection.selectionSet)
      return among(fragments[selection.name.value]?.selectionSet)
    }) ?? false
  return fieldNodes.some(({ selectionSet }) => among(selectionSet))
}
