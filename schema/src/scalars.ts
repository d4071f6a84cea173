/** The custom scalars of the graph, each with its specification; docs/scalars.md has their differences from it. */
import { isScalarType, type GraphQLSchema } from 'graphql'

export const SPECIFICATIONS = {
  Date: 'https://scalars.graphql.org/andimarek/local-date.html',
  DateTime: 'https://scalars.graphql.org/andimarek/date-time.html',
  EventCursor: 'docs/scalars.md#eventcursor',
  URL: 'https://www.rfc-editor.org/rfc/rfc3986',
} as const satisfies Readonly<Record<string, string>>

/** Gives a composed graph back the `@specifiedBy` of its scalars: composition leaves that directive out. */
export function specified(schema: GraphQLSchema): GraphQLSchema {
  const known: Readonly<Record<string, string>> = SPECIFICATIONS
  for (const type of Object.values(schema.getTypeMap()))
    if (isScalarType(type) && Object.hasOwn(known, type.name)) type.specifiedByURL ??= known[type.name]
  return schema
}
